//! `quote-mismatch`: a quotation that does not stand in the stored copy of its source.

use std::collections::HashMap;

use super::quotes;
use crate::inputs::StoredCopy;
use crate::quotation::{Quotation, Word, nearest, words};
use crate::report::{Code, Diagnostic};
use crate::site::{Site, SourceId, Statement};
use crate::text::Span;

pub(super) fn find(site: &Site) -> Vec<Diagnostic> {
    let mut copies = Copies::default();
    let mut found = Vec::new();
    for claim in &site.claims {
        for evidence in &claim.details.evidence {
            if let Some(quote) = &evidence.entry.quote {
                let place = (quote.span, vec![evidence.source]);
                found.extend(mismatch(site, &quote.value, place, &mut copies));
            }
        }
    }
    // A translation gives the words of a source in another language.
    let is_original = |one: &&Statement| one.brief.is_none_or(|id| site[id].original.is_none());
    for statement in site.statements.iter().filter(is_original) {
        for quote in quotes::of_statement(site, statement) {
            let place = (statement.span, sources(site, statement));
            found.extend(mismatch(site, quote, place, &mut copies));
        }
    }
    found
}

/// Where a statement's words should stand: in its relay or citations, else in the evidence of its
/// claim.
fn sources(site: &Site, statement: &Statement) -> Vec<SourceId> {
    let cited = statement.citations.iter().map(|cited| cited.source);
    let own: Vec<SourceId> = statement.via.iter().copied().chain(cited).collect();
    if own.is_empty() {
        let evidence = site[statement.claim].details.evidence.iter();
        return evidence.map(|one| one.source).collect();
    }
    own
}

/// The words of the copies that were asked for.
#[derive(Default)]
struct Copies(HashMap<SourceId, Vec<Word>>);

/// A quotation that none of its sources holds. Where a source has no copy that can be read, the
/// words may stand there.
fn mismatch(
    site: &Site,
    quote: &str,
    (span, sources): (Span, Vec<SourceId>),
    copies: &mut Copies,
) -> Option<Diagnostic> {
    let quotation = Quotation::new(quote);
    if quotation.is_empty() || sources.is_empty() {
        return None;
    }
    for id in &sources {
        let text = text(site, *id)?;
        let words = copies.0.entry(*id).or_insert_with(|| words(text));
        if quotation.is_in(words) {
            return None;
        }
    }
    let file = |id: &SourceId| site[*id].entry.archived.as_ref()?.file.as_ref();
    let files: Vec<String> = sources
        .iter()
        .filter_map(file)
        .map(|file| format!("`{}`", file.value))
        .collect();
    let message = format!(
        "{} does not stand in {}",
        quotes::short(quote),
        files.join(" or ")
    );
    let passage = sources
        .iter()
        .find_map(|id| nearest(quote, text(site, *id)?, copies.0.get(id)?));
    let hint = passage.map_or_else(
        || "no passage there is like it".to_owned(),
        |passage| {
            format!("the nearest passage, with [-what only the copy has-] and {{+what only the quotation has+}}: “{passage}”")
        },
    );
    Some(Diagnostic::new(Code::QuoteMismatch, span, message).hint(hint))
}

fn text(site: &Site, id: SourceId) -> Option<&str> {
    match site[id].copy.as_deref()? {
        StoredCopy::Read { text, .. } => text.as_deref(),
        _ => None,
    }
}
