//! Other forms of what a page tells: data files, feeds, translations.

use serde::Serialize;

use crate::page::{DataFile, Page};
use crate::render::localised::Localised;
use crate::web_annotation::MEDIA_TYPE;

/// A link to another form of what a page tells.
#[derive(Serialize)]
pub(super) struct Alternate {
    r#type: &'static str,
    text: String,
    path: String,
}

impl Alternate {
    fn new(site: &Localised, r#type: &'static str, text: &str, file: &DataFile) -> Self {
        Self {
            r#type,
            text: site.words.text(text).to_owned(),
            path: file.route(site),
        }
    }
}

/// The other forms of what a page tells.
pub(super) fn alternates(site: &Localised, page: &Page) -> Vec<Alternate> {
    let link = |r#type, text, file| Alternate::new(site, r#type, text, &file);
    match page {
        Page::Home | Page::Ledger(1) => vec![
            link("application/json", "data.claims_json", DataFile::Claims),
            link("text/csv", "data.claims_csv", DataFile::ClaimsTable),
            link(MEDIA_TYPE, "data.annotations", DataFile::AllAnnotations),
        ],
        Page::Brief(id) if !site[*id].statements.is_empty() => {
            let record = DataFile::Brief(*id);
            let annotations = DataFile::Annotations(*id);
            vec![
                link("application/json", "data.brief_json", record),
                link(MEDIA_TYPE, "data.brief_annotations", annotations),
            ]
        }
        _ => Vec::new(),
    }
}
