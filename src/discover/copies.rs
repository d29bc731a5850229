//! Stored copies of sources: read when the record names them, hashed, and kept as text.

use std::collections::BTreeMap;
use std::path::{Component, Path};
use std::sync::Arc;

use rayon::prelude::*;
use sha2::{Digest, Sha256};

use super::bytes;
use crate::html;
use crate::inputs::{Shelf, StoredCopy};

/// The largest copy whose text is kept, in bytes. A larger one is hashed only.
const LARGEST: usize = 16 << 20;

/// Reads the copies with some paths below the site's root. Each comes back, also what is not there.
pub fn copies<'a>(
    shelf: &Shelf,
    paths: impl IntoIterator<Item = &'a str>,
) -> BTreeMap<String, Arc<StoredCopy>> {
    let paths: Vec<&str> = paths.into_iter().collect();
    let read = paths.into_par_iter();
    read.map(|path| (path.to_owned(), Arc::new(copy(shelf, path))))
        .collect()
}

fn copy(shelf: &Shelf, path: &str) -> StoredCopy {
    let is_below = |part| matches!(part, Component::Normal(_) | Component::CurDir);
    if !Path::new(path).components().all(is_below) {
        return StoredCopy::Outside;
    }
    match shelf {
        Shelf::Memory(files) => match files.get(path) {
            Some(bytes) => read(path, bytes),
            None => StoredCopy::Missing,
        },
        Shelf::Folder(root) => {
            let from = root.join(path);
            let (Ok(root), Ok(real)) = (root.canonicalize(), from.canonicalize()) else {
                return StoredCopy::Missing;
            };
            // A link must not lead to a file that is none of the site's: its words would be shown.
            if !real.starts_with(root) {
                return StoredCopy::Outside;
            }
            match bytes(&real) {
                Ok(bytes) => read(path, &bytes),
                Err(error) => StoredCopy::Unreadable(error.to_string()),
            }
        }
    }
}

fn read(path: &str, bytes: &[u8]) -> StoredCopy {
    let mut sha256 = String::with_capacity(64);
    for byte in &Sha256::digest(bytes) {
        sha256.push_str(&format!("{byte:02x}"));
    }
    StoredCopy::Read {
        sha256,
        text: text(path, bytes),
    }
}

/// The words of a copy: of plain text and HTML. Of other formats nothing is known but the hash.
fn text(path: &str, bytes: &[u8]) -> Option<String> {
    if bytes.len() > LARGEST || bytes.contains(&0) || bytes.starts_with(b"%PDF") {
        return None;
    }
    let text = std::str::from_utf8(bytes).ok()?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let ending = path.rsplit('.').next().unwrap_or_default().to_lowercase();
    let beginning: String = text.trim_start().chars().take(14).collect();
    let beginning = beginning.to_lowercase();
    let is_html = matches!(ending.as_str(), "html" | "htm" | "xhtml" | "xml")
        || beginning.starts_with("<!doctype html")
        || beginning.starts_with("<html");
    Some(if is_html {
        html::words(text)
    } else {
        text.to_owned()
    })
}
