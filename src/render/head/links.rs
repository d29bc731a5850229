//! Other forms of what a page tells: data files, feeds, translations.

use serde::Serialize;

use crate::page::{DataFile, Page};
use crate::site::Site;
use crate::web_annotation::MEDIA_TYPE;

/// A link to another form of what a page tells.
#[derive(Serialize)]
pub(super) struct Alternate {
    r#type: &'static str,
    text: String,
    path: String,
}

impl Alternate {
    fn new(site: &Site, r#type: &'static str, text: &str, file: &DataFile) -> Self {
        Self {
            r#type,
            text: text.to_owned(),
            path: file.route(site),
        }
    }
}

/// The other forms of what a page tells.
pub(super) fn alternates(site: &Site, page: &Page) -> Vec<Alternate> {
    let link = |r#type, text, file| Alternate::new(site, r#type, text, &file);
    match page {
        Page::Home | Page::Ledger(1) => vec![
            link("application/json", "All claims as JSON", DataFile::Claims),
            link("text/csv", "All claims as CSV", DataFile::ClaimsTable),
            link(MEDIA_TYPE, "All annotations", DataFile::AllAnnotations),
        ],
        Page::Brief(id) if !site[*id].statements.is_empty() => {
            let record = DataFile::Brief(*id);
            let annotations = DataFile::Annotations(*id);
            vec![
                link("application/json", "This brief’s record as JSON", record),
                link(MEDIA_TYPE, "This brief’s annotations", annotations),
            ]
        }
        _ => Vec::new(),
    }
}
