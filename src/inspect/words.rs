//! Whether the quotations of annotations stand on their pages.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::Kept;
use super::data::Quotation;
use super::markup::{Piece, read};
use crate::built::Built;
use crate::discover::{DiscoverError, built_text};
use crate::report::{Code, Diagnostic, Report, Severity};
use crate::text::{FileId, Span};

/// Elements whose words are no words of the page.
const SILENT: &[&str] = &["script", "style", "template", "title"];

/// Reads the pages again that annotations quote, and looks for the words.
pub(super) fn inspect(
    built: &Built,
    kept: &[Kept],
    ids: &[FileId],
) -> Result<Report, DiscoverError> {
    let mut wanted: BTreeMap<usize, Vec<(FileId, &Quotation)>> = BTreeMap::new();
    for (one, id) in kept.iter().zip(ids) {
        for quotation in &one.quotations {
            wanted
                .entry(quotation.page)
                .or_default()
                .push((*id, quotation));
        }
    }
    let wanted: Vec<_> = wanted.into_iter().collect();
    let found = wanted.par_iter().map(|(page, quotations)| {
        let (source, _) = built_text(built, &built.paths[*page], ids[*page])?;
        let words = words(&source.text);
        let is_missing = |one: &&(FileId, &Quotation)| !words.contains(&folded(&one.1.exact));
        let missing = quotations.iter().filter(is_missing);
        Ok(missing.map(|one| fault(one, &built.paths[*page])).collect())
    });
    let found: Vec<Vec<Diagnostic>> = found.collect::<Result<_, DiscoverError>>()?;
    let mut report = Report::default();
    found
        .into_iter()
        .flatten()
        .for_each(|fault| report.add(fault));
    Ok(report)
}

fn fault((file, quotation): &(FileId, &Quotation), page: &str) -> Diagnostic {
    let span = Span::new(*file, quotation.start, quotation.end);
    let message = format!("the words that are quoted do not stand on the page `{page}`");
    let mut fault = Diagnostic::new(Code::InvalidDataFile, span, message);
    fault.severity = Severity::Error;
    fault
}

/// The words of a page, run together: white space differs between a page and what is taken from it.
fn words(page: &str) -> String {
    let mut words = String::new();
    let mut silent = false;
    read(page, &mut |piece| match piece {
        Piece::Start(tag) => silent = SILENT.contains(&tag.name.as_str()),
        Piece::End(_) => silent = false,
        Piece::Text(text, _) if !silent => words.push_str(&folded(text)),
        Piece::Text(..) => {}
    });
    words
}

fn folded(text: &str) -> String {
    text.split_whitespace().collect()
}
