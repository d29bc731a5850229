//! Sources as bibliography entries, and references formatted by a citation style. The home of
//! `hayagriva`.
//!
//! Entries come from YAML ([`entry`]) and from .bib files ([`bibtex`]); a [`Bibliographer`]
//! formats them. Hayagriva reads a file as a whole, stops at the first fault and ignores keys that
//! it does not know; here every entry is read by itself, and every fault is told at its place.

mod bib;
mod entry;
mod keys;
mod lean;
mod locale;
mod reference;
mod scan;
mod style;
mod yaml;

pub use bib::bibtex;
pub use entry::{Entry, PartialDate};
pub use keys::KEYS;
pub use reference::{Bibliographer, Reference};
pub use style::Style;
pub use yaml::entry;

#[cfg(test)]
mod tests;
