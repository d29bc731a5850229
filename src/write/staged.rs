//! A site that is written and not yet in its place.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::ErrorKind;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use super::place::Place;
use super::{WriteError, disk, identity, lock, manifest, names};
use crate::output::{Content, Output};

/// A site that is written and not yet in its place. Dropped, it leaves no trace.
#[must_use = "the site is in its place only once it is published"]
pub struct Staged {
    pub(super) place: Place,
    /// What earlier builds wrote.
    pub(super) before: BTreeSet<String>,
    /// What this one writes.
    pub(super) after: BTreeSet<String>,
    /// Of these, the paths that hold something new.
    pub(super) changed: Vec<String>,
    /// Bytes of these.
    pub(super) bytes: u64,
    /// Whether the output folder was there.
    pub(super) existed: bool,
    folder: Mutex<Option<Folder>>,
    _locks: Vec<File>,
}

/// The folder that holds what is new.
struct Folder {
    path: PathBuf,
    _lock: Option<File>,
}

/// What became of an output.
pub(super) struct Entry {
    path: String,
    /// The length of the new file; none if the old one is the same.
    new: Result<Option<u64>, WriteError>,
}

impl Staged {
    /// Begins an empty site, and clears away what a killed build left.
    pub(super) fn begin(place: Place) -> Result<Self, WriteError> {
        let mut locks = Vec::new();
        for folder in [&place.output, &place.new, &place.old] {
            locks.extend(lock::lock(folder)?);
        }
        place.recover()?;
        Ok(Self {
            before: manifest::read(&place.output),
            after: BTreeSet::new(),
            changed: Vec::new(),
            bytes: 0,
            existed: place.output.is_dir(),
            folder: Mutex::new(None),
            _locks: locks,
            place,
        })
    }

    /// Writes one output, unless the site of before has it already.
    pub(super) fn put(&self, output: &Output) -> Entry {
        let path = output.path.clone();
        let new = if !names::is_valid(&path) {
            Err(WriteError::InvalidPath(path.clone()))
        } else if self.has(output) {
            Ok(None)
        } else {
            self.create(output).map(Some)
        };
        Entry { path, new }
    }

    fn has(&self, output: &Output) -> bool {
        self.existed && disk::holds(&self.place.output.join(&output.path), &output.content)
    }

    fn create(&self, output: &Output) -> Result<u64, WriteError> {
        let path = self.folder()?.join(&output.path);
        match &output.content {
            Content::Bytes(bytes) => disk::create(&path, bytes)
                .map(|()| bytes.len() as u64)
                .map_err(WriteError::io(&path)),
            Content::Copy(from) => disk::copy(from, &path).map_err(WriteError::io(from)),
        }
    }

    /// Takes note of all outputs, or of the first fault among them.
    ///
    /// Paths are judged first: outputs that are in each other's way also fail on the disk, in a
    /// way that differs from run to run.
    pub(super) fn end(&mut self, entries: Vec<Entry>) -> Result<(), WriteError> {
        for Entry { path, .. } in &entries {
            if !self.after.insert(path.clone()) {
                return Err(WriteError::Collision(path.clone(), path.clone()));
            }
        }
        names::check_together(&self.after)?;
        for Entry { path, new } in entries {
            if let Some(bytes) = new? {
                self.bytes += bytes;
                self.changed.push(path);
            }
        }
        Ok(())
    }

    /// The folder that holds what is new. It is made for the first file that needs it, so that a
    /// build that changes nothing touches nothing.
    pub(super) fn folder(&self) -> Result<PathBuf, WriteError> {
        let mut folder = self.folder.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(folder) = &*folder {
            return Ok(folder.path.clone());
        }
        let made = disk::create_folder(&self.place.new);
        let path = if made.is_ok() && (!self.existed || self.is_one_disk()) {
            &self.place.new
        } else if self.existed {
            // The output folder may be a mount, or all that we may write to.
            let _ = disk::remove_folder(&self.place.new);
            disk::create_folder(&self.place.inner).map_err(WriteError::io(&self.place.inner))?;
            &self.place.inner
        } else {
            made.map_err(WriteError::io(&self.place.new))?;
            &self.place.new
        };
        let lock = lock::lock(path)?;
        *folder = Some(Folder {
            path: path.clone(),
            _lock: lock,
        });
        Ok(path.clone())
    }

    /// Whether files can go from beside the output folder into it by a mere change of name. A
    /// second name for the manifest proves it, as it does that there are hard links.
    fn is_one_disk(&self) -> bool {
        let probe = self.place.new.join(manifest::NAME);
        match disk::link(&self.place.output.join(manifest::NAME), &probe) {
            Ok(()) => disk::remove_file(&probe).is_ok(),
            Err(error) => {
                error.kind() == ErrorKind::NotFound
                    && identity::same_disk(&self.place.output, &self.place.new)
            }
        }
    }

    /// Ends it as a killed build would: what is on disk stays there.
    #[cfg(test)]
    pub(super) fn kill(mut self) {
        self.folder.get_mut().unwrap().take();
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        let folder = self
            .folder
            .get_mut()
            .unwrap_or_else(PoisonError::into_inner);
        if let Some(folder) = folder.take() {
            // What remains is cleared away by the next build.
            let _ = disk::remove_folder(&folder.path);
        }
    }
}
