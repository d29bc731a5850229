//! The bibliography: sources for other programs, and each brief as a thing to cite.

use crate::bibliography::{CslItem, Entry, Extra, ReportEntry, biblatex, csl_item};
use crate::document::Kind;
use crate::page::Page;
use crate::record::SourceState;
use crate::site::{BriefId, Site, SourceId};

/// Sources as BibLaTeX.
pub(super) fn bibtex(site: &Site, ids: impl IntoIterator<Item = SourceId>) -> String {
    biblatex(
        ids.into_iter()
            .map(|id| (&site[id].entry.entry, extra(site, id))),
    )
}

/// Sources as CSL-JSON.
pub(super) fn csl(site: &Site, ids: impl IntoIterator<Item = SourceId>) -> Vec<CslItem> {
    let item = |id: SourceId| csl_item(&site[id].entry.entry, &extra(site, id));
    ids.into_iter().map(item).collect()
}

/// What the record knows of a source that its description has no word for.
fn extra(site: &Site, id: SourceId) -> Extra {
    let entry = &site[id].entry;
    let copy = entry.archived.as_ref();
    let archived = copy.and_then(|copy| {
        let made = copy.date.as_ref().map(|date| date.value.day_iso());
        Some((copy.url.as_ref()?.value.clone(), made))
    });
    let keyword = match entry.state {
        SourceState::Retracted | SourceState::Corrected => Some(entry.state.word()),
        SourceState::Live | SourceState::Paywalled | SourceState::Dead => None,
    };
    Extra {
        archived,
        keywords: keyword.into_iter().collect(),
    }
}

/// A brief as BibLaTeX.
pub(super) fn cite_bibtex(site: &Site, id: BriefId) -> String {
    biblatex([(&brief(site, id), Extra::default())])
}

/// A brief as CSL-JSON.
pub(super) fn cite_csl(site: &Site, id: BriefId) -> Vec<CslItem> {
    vec![csl_item(&brief(site, id), &Extra::default())]
}

/// A brief as a report of the site's publisher.
fn brief(site: &Site, id: BriefId) -> Entry {
    let published = &site[id];
    let front = &published.brief.document.front;
    let authors = published.authors.iter();
    Entry::from(ReportEntry {
        key: published.brief.document.slug.clone(),
        title: front.title.clone(),
        authors: authors.map(|one| site.party_name(one).to_owned()).collect(),
        institution: site.publisher_name().to_owned(),
        genre: genre(front.kind).to_owned(),
        date: front.date.as_ref().map(|date| date.value.day_iso()),
        url: Page::Brief(id).address(site),
        language: site.language(front).to_owned(),
        summary: front.summary.clone(),
    })
}

/// What a brief calls itself in a list of references.
fn genre(kind: Kind) -> &'static str {
    match kind {
        Kind::Analysis => "Analysis",
        Kind::Opinion => "Opinion",
        Kind::Reportage => "Reportage",
        Kind::Background => "Background",
        Kind::Report => "Report",
        Kind::Factcheck => "Fact check",
    }
}
