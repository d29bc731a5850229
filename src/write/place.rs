//! Where a site goes: the output folder, what must not be one, and the folders beside it.

use std::ffi::OsString;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::{WriteError, disk, retire};

/// The folder for new files inside the output folder, where none can be made beside it.
pub(super) const INNER: &str = ".ascribe-new";

/// The folders of the site in which its author writes.
const WRITTEN_BY_HAND: [&str; 3] = ["content", "templates", "static"];

/// The output folder and those that come and go beside it.
pub(super) struct Place {
    /// The output folder, its links resolved.
    pub(super) output: PathBuf,
    /// Where the new site grows.
    pub(super) new: PathBuf,
    /// Where it grows when that folder cannot be made.
    pub(super) inner: PathBuf,
    /// What the old site is called while it is removed.
    pub(super) old: PathBuf,
}

impl Place {
    /// Resolves an output folder, which need not exist, and refuses those that hold the site's
    /// own texts or lie among them.
    pub(super) fn resolve(root: &Path, output_dir: &Path) -> Result<Self, WriteError> {
        let root = root.canonicalize().map_err(WriteError::io(root))?;
        let output = resolve(output_dir)?;
        let refuse = |reason| {
            Err(WriteError::Unsafe {
                path: output_dir.to_owned(),
                reason,
            })
        };
        if root.starts_with(&output) {
            return refuse("is the folder of the site's own texts or holds it");
        }
        for folder in WRITTEN_BY_HAND {
            let real = root.join(folder);
            let real = real.canonicalize().unwrap_or(real);
            if output.starts_with(&real) || real.starts_with(&output) {
                return refuse("holds texts of the site, or lies among them");
            }
        }
        if disk::is_there(&output) && !output.is_dir() {
            return refuse("is a file");
        }
        let (Some(parent), Some(name)) = (output.parent(), output.file_name()) else {
            return refuse("is a whole disk");
        };
        let beside = |end: &str| {
            let mut hidden = OsString::from(".");
            hidden.push(name);
            hidden.push(end);
            parent.join(hidden)
        };
        Ok(Self {
            new: beside(".ascribe-new"),
            old: beside(".ascribe-old"),
            inner: output.join(INNER),
            output,
        })
    }

    /// Clears away what a killed build left, which brings the old site back if it was away.
    pub(super) fn recover(&self) -> Result<(), WriteError> {
        if disk::is_there(&self.old) {
            if disk::is_there(&self.output) {
                retire::retire(&self.old, &self.output);
            } else {
                disk::rename(&self.old, &self.output).map_err(WriteError::io(&self.old))?;
            }
        }
        // Both hold new files and further names of old ones, never the last name of anything.
        for folder in [&self.new, &self.inner] {
            disk::remove_folder(folder).map_err(WriteError::io(folder))?;
        }
        Ok(())
    }
}

/// Resolves the links of a path as far as it exists.
fn resolve(path: &Path) -> Result<PathBuf, WriteError> {
    let whole = std::path::absolute(path).map_err(WriteError::io(path))?;
    let mut there = whole.as_path();
    let mut missing = Vec::new();
    loop {
        match there.canonicalize() {
            Ok(real) => {
                return Ok(missing
                    .iter()
                    .rev()
                    .fold(real, |path, name| path.join(name)));
            }
            Err(error) => match (error.kind(), there.parent(), there.file_name()) {
                (ErrorKind::NotFound, Some(parent), Some(name)) => {
                    missing.push(name);
                    there = parent;
                }
                _ => return Err(WriteError::io(path)(error)),
            },
        }
    }
}
