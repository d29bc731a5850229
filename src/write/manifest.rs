//! The list of files that builds wrote, kept in the output folder.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::{disk, names};

/// The name of the list in the output folder.
pub(super) const NAME: &str = ".ascribe-manifest.json";

/// Raised when the form changes. A list of another version is not read: whoever misreads one
/// removes foreign files.
const VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
struct Form {
    version: u32,
    files: BTreeSet<String>,
}

/// The files that earlier builds wrote to `folder`; none if the list is missing or damaged, so
/// that nothing is removed on a guess.
pub(super) fn read(folder: &Path) -> BTreeSet<String> {
    disk::read(&folder.join(NAME))
        .ok()
        .and_then(|bytes| serde_json::from_slice::<Form>(&bytes).ok())
        .filter(|form| form.version == VERSION)
        .filter(|form| form.files.iter().all(|path| names::is_valid(path)))
        .map(|form| form.files)
        .unwrap_or_default()
}

/// Writes the list as the file `path`.
pub(super) fn create(path: &Path, files: BTreeSet<String>) -> io::Result<()> {
    let form = Form {
        version: VERSION,
        files,
    };
    let mut bytes = serde_json::to_vec_pretty(&form)?;
    bytes.push(b'\n');
    disk::create(path, &bytes)
}
