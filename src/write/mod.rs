//! [`Output`]s → disk: puts the site in place as a whole or not at all. The one home of writing.
//!
//! A build that fails or is killed leaves the site of before. So outputs go into a new folder
//! beside the old one, `.NAME.ascribe-new`; only those that differ from what lies there are
//! written. Once all are, the rest is joined to them by hard links, and two renames exchange
//! the folders. Between the two the site is away for some microseconds; a build killed just
//! there is undone by the next one, which puts `.NAME.ascribe-old` back.
//!
//! The exchange costs a link for each unchanged file and a new folder for each old one, and
//! programs that hold the folder itself open (a container's bind mount) keep the old one. Where
//! it cannot or should not be done, the changed files are renamed into the old folder one by one
//! instead:
//!
//! - when the folder is a mount point, somebody else's or the working directory, or its disk has
//!   no hard links;
//! - when it holds foreign folders (`.git`, uploads), whose inner life is not ours to copy;
//! - when one file differs, as a single rename is whole by itself;
//! - when few files of a large site differ: the renames take a moment, the links far longer.
//!
//! A build killed in that moment leaves a site of whole files, some old and some new, and the
//! next build finishes the work, as it compares with what is there.
//!
//! `.ascribe-manifest.json` in the output folder lists the files that are ours. Only these are
//! ever removed; without it, none. It holds paths alone: outputs are compared byte for byte with
//! the files themselves, so an output edited by hand is restored, no clock is trusted, and the
//! manifest is the same for the same input. Outputs replace foreign files at their own path.

mod disk;
mod error;
mod identity;
mod lock;
mod manifest;
mod names;
mod place;
mod publish;
mod retire;
mod staged;
mod survey;

use std::borrow::Borrow;
use std::path::Path;

use rayon::prelude::*;

pub use error::WriteError;
pub use staged::Staged;

use crate::output::Output;
use place::Place;

/// What a build changed on disk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Files that are new or hold something new.
    pub written: usize,
    /// Files that hold what they held before.
    pub unchanged: usize,
    /// Files of earlier builds that are no longer part of the site.
    pub removed: usize,
    /// Bytes of the files that were written.
    pub bytes: u64,
}

/// Makes the folder `output_dir` hold the outputs of the site in `root`.
pub fn write<O>(outputs: O, root: &Path, output_dir: &Path) -> Result<Written, WriteError>
where
    O: IntoParallelIterator<Item: Borrow<Output>>,
{
    stage(outputs, root, output_dir)?.publish()
}

/// The first half of [`fn@write`]: everything that can fail, and nothing that a visitor could see.
///
/// Takes outputs as they are made and lets go of each once it is written, so that a large site
/// need not be held in memory; whoever finds a fault while making them drops what this returns.
pub fn stage<O>(outputs: O, root: &Path, output_dir: &Path) -> Result<Staged, WriteError>
where
    O: IntoParallelIterator<Item: Borrow<Output>>,
{
    let mut staged = Staged::begin(Place::resolve(root, output_dir)?)?;
    let entries: Vec<_> = outputs
        .into_par_iter()
        .map(|output| staged.put(output.borrow()))
        .collect();
    staged.end(entries)?;
    Ok(staged)
}

/// Writes a file of the site's content that is not there yet. One that is there is never touched.
pub fn create(path: &Path, text: &str) -> Result<(), WriteError> {
    disk::create_new(path, text.as_bytes()).map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => WriteError::Exists(path.to_owned()),
        _ => WriteError::io(path)(error),
    })
}

/// Puts a text in the place of a file, as a whole or not at all; a link stays one, and so do the
/// file's permissions.
pub fn replace(path: &Path, text: &str) -> Result<(), WriteError> {
    let real = path.canonicalize().map_err(WriteError::io(path))?;
    disk::replace(&real, text.as_bytes()).map_err(WriteError::io(path))
}

/// Makes a file hold these bytes, new or in place of what it held: as a whole or not at all. What
/// is no plain file, such as a pipe or `/dev/null`, is written to. Folders are not made.
pub fn put(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let done = match path.metadata() {
        Ok(there) if there.is_file() => path
            .canonicalize()
            .and_then(|real| disk::replace(&real, bytes)),
        Ok(_) => disk::write_into(path, bytes),
        Err(_) => disk::replace(path, bytes),
    };
    done.map_err(WriteError::io(path))
}

#[cfg(test)]
mod tests;
