//! Disk → [`Inputs`]: finds the files of a site and reads them. The one home of reading.
//!
//! Nothing is understood here. What is skipped on purpose (dot-files, editors' backups, files of
//! other kinds) is skipped in silence; what an author would miss is told as a warning.

mod built;
mod copies;
mod find;

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::inputs::{Inputs, Shelf, StaticFile, Template};
use crate::report::{Code, Diagnostic, Report};
use crate::text::{FileId, Files, SourceFile, Span};
use find::{Finds, Found, Part};

pub use built::{built, built_text};
pub use copies::copies;

/// Why a folder cannot be read as a site at all.
#[derive(Debug)]
pub enum DiscoverError {
    /// There is no such folder.
    NoFolder(PathBuf),
    /// The folder has no `content/`.
    NothingToBuild(PathBuf),
    /// The disk refused.
    Io {
        /// What was being read.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
}

impl fmt::Display for DiscoverError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoFolder(path) => write!(formatter, "there is no folder `{}`", path.display()),
            Self::NothingToBuild(path) => write!(
                formatter,
                "nothing to build in `{}`: it has no folder `content`; \
                 write a first brief to content/briefs/first.md",
                path.display()
            ),
            Self::Io { path, error } => {
                write!(formatter, "cannot read `{}`: {error}", path.display())
            }
        }
    }
}

impl std::error::Error for DiscoverError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { error, .. } => Some(error),
            Self::NoFolder(_) | Self::NothingToBuild(_) => None,
        }
    }
}

/// Finds and reads the files of the site in the folder `root`.
pub fn discover(root: &Path) -> Result<(Inputs, Report), DiscoverError> {
    if root.is_dir() && !root.join("content").is_dir() {
        return Err(DiscoverError::NothingToBuild(root.to_owned()));
    }
    gather(root)
}

/// Finds and reads what there is of a site in the folder `root`, be it nothing.
pub fn gather(root: &Path) -> Result<(Inputs, Report), DiscoverError> {
    take(root, find::find)
}

/// Finds and reads the settings of the site in the folder `root`, if it has any.
pub fn settings(root: &Path) -> Result<(Inputs, Report), DiscoverError> {
    take(root, find::settings)
}

fn take(
    root: &Path,
    find: fn(&Path, &mut Report) -> Result<Finds, DiscoverError>,
) -> Result<(Inputs, Report), DiscoverError> {
    if !root.is_dir() {
        return Err(DiscoverError::NoFolder(root.to_owned()));
    }
    let mut report = Report::default();
    let found = find(root, &mut report)?;
    let statics = found.statics;
    // Read on all cores and put in order afterwards: ids must not depend on the number of threads.
    let texts: Vec<Text> = found
        .texts
        .into_par_iter()
        .map(read)
        .collect::<Result<_, _>>()?;
    let mut inputs = Inputs {
        statics,
        shelf: Shelf::Folder(root.to_owned()),
        ..Inputs::default()
    };
    for text in texts {
        place(text, &mut inputs, &mut report);
    }
    Ok((inputs, report))
}

/// The folder of the site that a file lies in or beside: the nearest one above it that holds a
/// folder `content` or the settings.
pub fn site_around(file: &Path) -> Option<PathBuf> {
    let file = file.canonicalize().ok()?;
    let is_site =
        |folder: &&Path| folder.join("content").is_dir() || folder.join("ascribe.yaml").is_file();
    file.ancestors().skip(1).find(is_site).map(Path::to_owned)
}

/// The path of a file below a site's folder, with `/` between its parts; nothing when it lies
/// elsewhere.
pub fn path_in_site(root: &Path, file: &Path) -> Option<String> {
    let (root, file) = (root.canonicalize().ok()?, file.canonicalize().ok()?);
    let parts = file.strip_prefix(root).ok()?.components();
    let parts: Option<Vec<&str>> = parts.map(|part| part.as_os_str().to_str()).collect();
    Some(parts?.join("/"))
}

/// Reads one text that is no part of a site. Text that is not UTF-8 is a fault of kind
/// [`io::ErrorKind::InvalidData`].
pub fn read_text(path: &Path) -> Result<String, DiscoverError> {
    String::from_utf8(read_bytes(path)?).map_err(|error| DiscoverError::Io {
        path: path.to_owned(),
        error: io::Error::new(io::ErrorKind::InvalidData, error),
    })
}

/// Reads the bytes of one file that is no part of a site.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, DiscoverError> {
    bytes(path).map_err(|error| DiscoverError::Io {
        path: path.to_owned(),
        error,
    })
}

/// The text of one file that is no part of a site; one that is not UTF-8 is told.
pub fn text_of(path: &str, bytes: &[u8], files: &mut Files, report: &mut Report) -> Option<FileId> {
    let (file, fault) = decode(path.to_owned(), bytes);
    let id = files.add(file);
    if let Some(fault) = fault {
        report.add(not_utf8(id, &fault));
        return None;
    }
    Some(id)
}

/// A text that was read.
struct Text {
    part: Part,
    file: SourceFile,
    /// The first byte that is not UTF-8, counted in the text as it is kept.
    fault: Option<Fault>,
}

struct Fault {
    at: usize,
    utf16: bool,
}

fn read(found: Found) -> Result<Text, DiscoverError> {
    let bytes = bytes(&found.from).map_err(|error| DiscoverError::Io {
        path: found.from,
        error,
    })?;
    let (file, fault) = decode(found.path, &bytes);
    Ok(Text {
        part: found.part,
        file,
        fault,
    })
}

#[expect(
    clippy::disallowed_methods,
    reason = "discover is the home of reading, and this the function that reads"
)]
fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    std::fs::read(path)
}

/// The text of a file; where it is not UTF-8, with marks in place of what does not fit, so that
/// the report can show the place.
fn decode(path: String, bytes: &[u8]) -> (SourceFile, Option<Fault>) {
    match std::str::from_utf8(bytes) {
        Ok(text) => (SourceFile::new(path, text), None),
        Err(error) => {
            let lossy = String::from_utf8_lossy(bytes);
            // Line ends and the byte-order mark are changed before the place too.
            let before = &lossy[..error.valid_up_to()];
            let at = SourceFile::new(String::new(), before).text.len();
            let utf16 = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
            (SourceFile::new(path, &lossy), Some(Fault { at, utf16 }))
        }
    }
}

/// Adds a text to the inputs; one with a fault takes no part.
fn place(text: Text, inputs: &mut Inputs, report: &mut Report) {
    let id = inputs.files.add(text.file);
    if let Some(fault) = text.fault {
        report.add(not_utf8(id, &fault));
        return;
    }
    match text.part {
        Part::Settings => inputs.settings = Some(id),
        Part::Speakers => inputs.speakers = Some(id),
        Part::Sources => inputs.sources = Some(id),
        Part::Bibliography => inputs.bibliographies.push(id),
        Part::Claims => inputs.claims = Some(id),
        Part::Home => inputs.home = Some(id),
        Part::Brief => inputs.briefs.push(id),
        Part::Page => inputs.pages.push(id),
        Part::Messages => inputs.messages.push(id),
        Part::Template(name) => inputs.templates.push(Template { name, file: id }),
    }
}

fn not_utf8(file: FileId, fault: &Fault) -> Diagnostic {
    let end = fault.at + char::REPLACEMENT_CHARACTER.len_utf8();
    let hint = if fault.utf16 {
        "it looks like UTF-16; save it as UTF-8"
    } else {
        "save it as UTF-8"
    };
    Diagnostic::new(
        Code::NotUtf8,
        Span::new(file, fault.at, end),
        "the file is not UTF-8 text",
    )
    .hint(hint.to_owned())
}

#[cfg(test)]
mod tests;
