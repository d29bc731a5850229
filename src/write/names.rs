//! Which paths outputs may have, alone and together.

use std::collections::{BTreeSet, HashMap};
use std::path::{Component, Path};

use super::WriteError;
use super::manifest;
use super::place::INNER;

/// Whether a path stays inside the site and names one file on every system.
pub(super) fn is_valid(path: &str) -> bool {
    path != manifest::NAME
        && path.split('/').next() != Some(INNER)
        && path.split('/').all(|part| {
            let mut components = Path::new(part).components();
            !part.contains('\0')
                && matches!(components.next(), Some(Component::Normal(name)) if name == part)
                && components.next().is_none()
        })
}

/// Finds two paths that are equal but for case, or of which one is a folder of the other.
///
/// Disks of macOS and Windows make one file of `A` and `a`; a site must not depend on the disk.
pub(super) fn check_together(paths: &BTreeSet<String>) -> Result<(), WriteError> {
    let mut folded: HashMap<String, &str> = HashMap::with_capacity(paths.len());
    for path in paths {
        if let Some(other) = folded.insert(path.to_lowercase(), path) {
            return Err(WriteError::Collision(other.to_owned(), path.clone()));
        }
    }
    for path in paths {
        let whole = path.to_lowercase();
        for folder in folders(&whole) {
            if let Some(other) = folded.get(folder) {
                return Err(WriteError::Collision((*other).to_owned(), path.clone()));
            }
        }
    }
    Ok(())
}

/// A path on disk, below the output folder, as outputs write it; none if it is not Unicode.
pub(super) fn of(below: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = below.iter().map(|part| part.to_str()).collect();
    parts.map(|parts| parts.join("/"))
}

/// The folders a path goes through, innermost first.
pub(super) fn folders(path: &str) -> impl Iterator<Item = &str> {
    path.rmatch_indices('/').map(|(slash, _)| &path[..slash])
}
