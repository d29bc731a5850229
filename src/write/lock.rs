//! Keeps two builds from writing to one folder at a time.

use std::fs::{File, TryLockError};
use std::path::Path;

use super::WriteError;

/// Locks a folder until what is returned is dropped; `None` where there is nothing to lock or
/// the disk knows no locks. The system lets go of it when a build is killed.
pub(super) fn lock(folder: &Path) -> Result<Option<File>, WriteError> {
    let Ok(file) = File::open(folder) else {
        return Ok(None);
    };
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Err(WriteError::Busy(folder.to_owned())),
        Err(TryLockError::Error(_)) => Ok(None),
    }
}
