//! What Unix tells of files beyond their contents: whose they are, and on which disk.
//!
//! Other systems tell less; the answers there are those that keep the simple way.

use std::path::Path;

#[cfg(unix)]
fn equal<T: PartialEq>(one: &Path, other: &Path, part: fn(&std::fs::Metadata) -> T) -> bool {
    let ask = |path: &Path| path.symlink_metadata().map(|metadata| part(&metadata));
    matches!((ask(one), ask(other)), (Ok(one), Ok(other)) if one == other)
}

/// Whether two files have one owner and one group.
#[cfg(unix)]
pub(super) fn same_owner(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    equal(one, other, |metadata| (metadata.uid(), metadata.gid()))
}

/// Whether two files lie on one disk.
#[cfg(unix)]
pub(super) fn same_disk(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    equal(one, other, std::fs::Metadata::dev)
}

/// Whether two paths lead to one file.
#[cfg(unix)]
pub(super) fn is_one_file(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    equal(one, other, |metadata| (metadata.dev(), metadata.ino()))
}

/// Whether two files have one owner and one group.
#[cfg(not(unix))]
pub(super) fn same_owner(_: &Path, _: &Path) -> bool {
    true
}

/// Whether two files lie on one disk.
#[cfg(not(unix))]
pub(super) fn same_disk(_: &Path, _: &Path) -> bool {
    true
}

/// Whether two paths, equal but for case, lead to one file.
#[cfg(not(unix))]
pub(super) fn is_one_file(one: &Path, other: &Path) -> bool {
    one.exists() && other.exists()
}
