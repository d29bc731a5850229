//! A built site as it lies in a folder, ours or not: its files by their paths.

use crate::inputs::Shelf;

/// A built site. Its texts are read one by one, as a large site need not be held in memory.
#[derive(Clone, Debug)]
pub struct Built {
    /// Where the files lie.
    pub shelf: Shelf,
    /// What stands before the paths where they are shown: the folder as it was named, with a slash.
    pub prefix: String,
    /// Every file below the folder, with `/` between its parts, sorted.
    pub paths: Vec<String>,
}
