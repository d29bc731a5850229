//! Sources as bibliography entries, and references formatted by a citation style. The home of
//! `hayagriva`.
//!
//! Entries come from YAML ([`entry`]) and from .bib files ([`bibtex`]); a [`Bibliographer`]
//! formats them; [`biblatex`] and [`csl_item`] give them to other programs. Hayagriva reads a file as a whole, stops at the first fault and ignores keys that
//! it does not know; here every entry is read by itself, and every fault is told at its place.

mod bib;
mod biblatex;
mod cite;
mod csl;
mod cut;
mod entry;
mod extra;
mod keys;
mod lean;
mod locale;
mod locator;
mod questions;
mod reference;
mod scan;
mod standing;
mod style;
mod yaml;

pub use bib::bibtex;
pub use biblatex::biblatex;
pub use cite::{Citing, Cluster, Listed, Part};
pub use csl::{CslItem, csl_item};
pub use entry::{Entry, PartialDate, ReportEntry};
pub use extra::Extra;
pub use keys::KEYS;
pub use reference::{Bibliographer, Reference};
pub use style::Style;
pub use yaml::entry;

#[cfg(test)]
mod tests;
