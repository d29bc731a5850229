//! One file of the site that comes out.

use std::path::PathBuf;

/// A file of the site, ready to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// The path from the site's top, with `/` between its parts and none before the first.
    pub path: String,
    /// What it holds.
    pub content: Content,
}

/// What an output holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// These bytes.
    Bytes(Vec<u8>),
    /// The bytes of this file on disk.
    Copy(PathBuf),
}
