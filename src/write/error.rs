//! Why a site could not be written.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Why a site could not be written. The site of before is as it was, unless the disk refused
/// while files were moved in one by one; the next build finishes that.
#[derive(Debug)]
pub enum WriteError {
    /// The output folder is one that a build must not fill.
    Unsafe {
        /// The folder.
        path: PathBuf,
        /// What it is.
        reason: &'static str,
    },
    /// An output has a path that leads out of the site or that no file can have.
    InvalidPath(String),
    /// Two outputs would be one file on some disks, or one the folder of the other.
    Collision(String, String),
    /// An output cannot be written since something foreign is in its place.
    Blocked {
        /// The output.
        path: String,
        /// What is in its way.
        by: PathBuf,
    },
    /// Another build is writing to the folder.
    Busy(PathBuf),
    /// A file that is to be new is there already.
    Exists(PathBuf),
    /// The disk refused.
    Io {
        /// What was being read or written.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
}

impl WriteError {
    /// For `map_err`: the disk refused something at `path`.
    pub(super) fn io(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |error| Self::Io { path, error }
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unsafe { path, reason } => write!(
                formatter,
                "will not write the site to `{}`: it {reason}; name a folder of its own",
                path.display()
            ),
            Self::InvalidPath(path) => {
                write!(
                    formatter,
                    "`{path}` cannot be the path of a file of the site"
                )
            }
            Self::Collision(first, second) if first == second => {
                write!(formatter, "two files of the site would be `{first}`")
            }
            Self::Collision(first, second) => write!(
                formatter,
                "`{first}` and `{second}` cannot both be files of the site"
            ),
            Self::Blocked { path, by } => write!(
                formatter,
                "cannot write `{path}`: `{}` is in its place and was not written by a build",
                by.display()
            ),
            Self::Busy(path) => write!(
                formatter,
                "another build is writing to `{}`",
                path.display()
            ),
            Self::Exists(path) => write!(
                formatter,
                "`{}` is there already and stays as it is; choose another name with --slug",
                path.display()
            ),
            Self::Io { path, error } => {
                write!(formatter, "cannot write `{}`: {error}", path.display())
            }
        }
    }
}

impl std::error::Error for WriteError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { error, .. } => Some(error),
            _ => None,
        }
    }
}
