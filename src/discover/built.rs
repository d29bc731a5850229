//! A built site: its files are found first, and read one by one when somebody looks at them.

use std::path::Path;

use walkdir::WalkDir;

use super::{DiscoverError, bytes, decode, not_utf8};
use crate::built::Built;
use crate::inputs::Shelf;
use crate::report::Diagnostic;
use crate::text::{FileId, SourceFile};

/// Finds the files of a built site. A repository's own folder takes no part in it.
pub fn built(folder: &Path) -> Result<Built, DiscoverError> {
    if !folder.is_dir() {
        return Err(DiscoverError::NoFolder(folder.to_owned()));
    }
    let walk = WalkDir::new(folder).follow_links(true).into_iter();
    let mut paths = Vec::new();
    for entry in walk.filter_entry(|entry| entry.file_name() != ".git") {
        let entry = entry.map_err(|error| DiscoverError::Io {
            path: error.path().unwrap_or(folder).to_owned(),
            error: error
                .into_io_error()
                .unwrap_or_else(|| std::io::ErrorKind::Other.into()),
        })?;
        if entry.file_type().is_file() {
            let below = entry.path().strip_prefix(folder).unwrap_or(entry.path());
            let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
            paths.push(parts.join("/"));
        }
    }
    paths.sort();
    let shown = folder.to_string_lossy().replace('\\', "/");
    let prefix = match shown.trim_start_matches("./").trim_end_matches('/') {
        "" | "." => String::new(),
        shown => format!("{shown}/"),
    };
    Ok(Built {
        shelf: Shelf::Folder(folder.to_owned()),
        prefix,
        paths,
    })
}

/// Reads one text of a built site, which is to be known by `id`; what is not UTF-8 is told.
pub fn built_text(
    built: &Built,
    path: &str,
    id: FileId,
) -> Result<(SourceFile, Option<Diagnostic>), DiscoverError> {
    let shown = format!("{}{path}", built.prefix);
    let (file, fault) = match &built.shelf {
        Shelf::Folder(root) => {
            let from = root.join(path);
            let read = bytes(&from).map_err(|error| DiscoverError::Io { path: from, error })?;
            decode(shown, &read)
        }
        Shelf::Memory(files) => decode(shown, files.get(path).map_or(&[][..], Vec::as_slice)),
    };
    Ok((file, fault.map(|fault| not_utf8(id, &fault))))
}
