//! The formats in which the record, or a part of it, can be had alone.

use crate::record::words;

words! {
    /// What is written.
    Format {
        /// The record as JSON.
        ClaimsJson "claims-json",
        /// The record as a table.
        ClaimsCsv "claims-csv",
        /// The sources for BibTeX and BibLaTeX.
        Bibtex "bibtex",
        /// The sources for citation processors.
        CslJson "csl-json",
        /// The annotations as a W3C collection.
        Annotations "annotations",
    }
}

impl Format {
    /// What it is, for the command's help.
    pub fn help(self) -> &'static str {
        match self {
            Self::ClaimsJson => "The record: claims, statements, speakers, sources (JSON)",
            Self::ClaimsCsv => "The record as a table, a statement a row (CSV)",
            Self::Bibtex => "The sources, for BibTeX, BibLaTeX and Zotero",
            Self::CslJson => "The sources, for Zotero, Pandoc and citation processors (JSON)",
            Self::Annotations => "The annotations of the texts (W3C Web Annotation, JSON-LD)",
        }
    }
}
