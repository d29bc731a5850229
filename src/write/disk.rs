//! The few things done to a disk, and the only place that does them.
#![expect(
    clippy::disallowed_methods,
    reason = "write is the home of writing, and this file the part of it that does it"
)]

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read, Write};
use std::path::Path;

use crate::output::Content;

/// Bytes compared at a time.
const CHUNK: usize = 16 * 1024;

/// All bytes of a file.
pub(super) fn read(path: &Path) -> io::Result<Vec<u8>> {
    fs::read(path)
}

/// Writes a new file, and its folders where they are missing.
pub(super) fn create(path: &Path, bytes: &[u8]) -> io::Result<()> {
    with_folders(path, || File::create(path)?.write_all(bytes))
}

/// Writes a file that must not be there yet, and its folders where they are missing.
pub(super) fn create_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    with_folders(path, || File::create_new(path)?.write_all(bytes))
}

/// Writes into what is there and is no plain file.
pub(super) fn write_into(path: &Path, bytes: &[u8]) -> io::Result<()> {
    File::options().write(true).open(path)?.write_all(bytes)
}

/// Writes a new file beside another, with its permissions, and renames it into its place. The other
/// may be missing.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(".ascribe-new");
    let near = path.with_file_name(name);
    let present = path.metadata().ok();
    let write = || {
        let mut file = File::create(&near)?;
        file.write_all(bytes)?;
        if let Some(present) = present {
            file.set_permissions(present.permissions())?;
        }
        file.sync_all()?;
        fs::rename(&near, path)
    };
    write().inspect_err(|_| _ = fs::remove_file(&near))
}

/// Copies a file to a new one, and makes its folders where they are missing.
pub(super) fn copy(from: &Path, to: &Path) -> io::Result<u64> {
    let mut from = File::open(from)?;
    // Contents alone: a read-only original must not make an output that cannot be replaced.
    with_folders(to, || io::copy(&mut from, &mut File::create(to)?))
}

/// Gives a file a second name, and makes its folders where they are missing.
pub(super) fn link(from: &Path, to: &Path) -> io::Result<()> {
    with_folders(to, || fs::hard_link(from, to))
}

/// Moves a file, in place of another if there is one. Across a mount it is copied beside its
/// place first, so that it appears as a whole there too.
pub(super) fn move_file(from: &Path, to: &Path) -> io::Result<()> {
    match with_folders(to, || fs::rename(from, to)) {
        Err(error) if error.kind() == ErrorKind::CrossesDevices => {
            let mut name = std::ffi::OsString::from(".ascribe-");
            name.push(to.file_name().unwrap_or_default());
            let near = to.with_file_name(name);
            copy(from, &near)?;
            fs::rename(&near, to)
        }
        done => done,
    }
}

/// Renames a file or folder on one disk.
pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    fs::rename(from, to)
}

/// Makes a folder and those above it.
pub(super) fn create_folder(path: &Path) -> io::Result<()> {
    fs::create_dir_all(path)
}

/// Removes a file; that it is gone already is well.
pub(super) fn remove_file(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        done => done,
    }
}

/// Removes a folder with all it holds; that it is gone already is well.
pub(super) fn remove_folder(path: &Path) -> io::Result<()> {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        done => done,
    }
}

/// Whether something lies at a path, a link to nowhere too.
pub(super) fn is_there(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// Whether `path` is a plain file that holds `content`. What cannot be read does not.
pub(super) fn holds(path: &Path, content: &Content) -> bool {
    let compare = || -> io::Result<bool> {
        let present = path.symlink_metadata()?;
        match content {
            _ if !present.is_file() => Ok(false),
            Content::Bytes(bytes) => {
                Ok(present.len() == bytes.len() as u64 && equal(File::open(path)?, &bytes[..])?)
            }
            Content::Copy(from) => Ok(present.len() == from.metadata()?.len()
                && equal(File::open(path)?, File::open(from)?)?),
        }
    };
    compare().unwrap_or(false)
}

/// Whether two readers give the same bytes.
fn equal(mut left: impl Read, mut right: impl Read) -> io::Result<bool> {
    let (mut one, mut other) = ([0; CHUNK], [0; CHUNK]);
    loop {
        let read = left.read(&mut one)?;
        if read == 0 {
            return Ok(right.read(&mut other[..1])? == 0);
        }
        right.read_exact(&mut other[..read])?;
        if one[..read] != other[..read] {
            return Ok(false);
        }
    }
}

/// Does what makes something at `path`; when a folder is missing, makes it and tries again,
/// which spares asking for it each time.
fn with_folders<T>(path: &Path, mut make: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    match make() {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder)?;
            }
            make()
        }
        done => done,
    }
}
