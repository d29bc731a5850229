//! Removes the folder of the old site once the new one is in its place.

use std::collections::BTreeSet;
use std::path::Path;

use rayon::prelude::*;

use super::{disk, manifest, names};

/// Removes the folder `old`, whose place `new` has taken. A file that no build wrote and that
/// `new` lacks, since somebody put it there while the build ran, moves over.
///
/// What cannot be removed now is left for the next build: the site itself is in its place. The
/// manifest goes last, as it tells a retirement that was killed which files were ours.
pub(super) fn retire(old: &Path, new: &Path) {
    let ours = manifest::read(old);
    empty(old, old, new, &ours);
    let _ = disk::remove_file(&old.join(manifest::NAME));
    let _ = std::fs::remove_dir(old);
}

fn empty(folder: &Path, old: &Path, new: &Path, ours: &BTreeSet<String>) {
    let Ok(entries) = folder.read_dir() else {
        return;
    };
    let entries: Vec<_> = entries.flatten().collect();
    entries.par_iter().for_each(|entry| {
        let path = entry.path();
        let below = path.strip_prefix(old).unwrap_or(&path);
        if below == Path::new(manifest::NAME) {
            return;
        }
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            empty(&path, old, new, ours);
            let _ = std::fs::remove_dir(&path);
            return;
        }
        let there = new.join(below);
        if names::of(below).is_some_and(|name| ours.contains(&name)) || disk::is_there(&there) {
            let _ = disk::remove_file(&path);
        } else {
            let _ = disk::move_file(&path, &there);
        }
    });
}
