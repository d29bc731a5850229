//! What lies on disk before anything is understood: the texts of a site, each with its part.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::text::{FileId, Files};

/// A site as it was found. Every list is sorted by path.
#[derive(Clone, Debug, Default)]
pub struct Inputs {
    /// All texts, those that are not UTF-8 too, in the order in which faults are told.
    pub files: Files,
    /// `ascribe.yaml`.
    pub settings: Option<FileId>,
    /// `content/index.md`, the words of the home page.
    pub home: Option<FileId>,
    /// `content/briefs/**/*.md`.
    pub briefs: Vec<FileId>,
    /// `content/pages/**/*.md`.
    pub pages: Vec<FileId>,
    /// `content/speakers.yaml`.
    pub speakers: Option<FileId>,
    /// `content/sources.yaml`.
    pub sources: Option<FileId>,
    /// `content/claims.yaml`.
    pub claims: Option<FileId>,
    /// `content/*.bib`.
    pub bibliographies: Vec<FileId>,
    /// `templates/**`.
    pub templates: Vec<Template>,
    /// `templates/messages/*.yaml`.
    pub messages: Vec<FileId>,
    /// `static/**`, which is copied and never read as text.
    pub statics: Vec<StaticFile>,
    /// Where the stored copies of sources lie.
    pub shelf: Shelf,
}

/// Where stored copies of sources lie. They are read only once the record names them.
#[derive(Clone, Debug)]
pub enum Shelf {
    /// Below a site's root.
    Folder(PathBuf),
    /// In memory, by their paths from the root.
    Memory(BTreeMap<String, Vec<u8>>),
}

impl Default for Shelf {
    fn default() -> Self {
        Self::Memory(BTreeMap::new())
    }
}

/// What there is of a stored copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoredCopy {
    /// It was read.
    Read {
        /// The SHA-256 of its bytes, in hexadecimal.
        sha256: String,
        /// Its words, where it is text.
        text: Option<String>,
    },
    /// There is no such file.
    Missing,
    /// Its path leads out of the site's root.
    Outside,
    /// It cannot be read, and why.
    Unreadable(String),
}

/// A template of the site, which replaces the built-in one of the same name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// The path below `templates/`, with `/` between its parts.
    pub name: String,
    /// Its text.
    pub file: FileId,
}

/// A file that goes into the site as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaticFile {
    /// The path below `static/`, with `/` between its parts: its address in the site.
    pub path: String,
    /// Where it lies on disk.
    pub from: PathBuf,
}
