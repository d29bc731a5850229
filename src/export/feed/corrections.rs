//! Corrections: as entries, and at the end of their brief.

use super::briefs;
use super::id;
use super::note::capital;
use super::words::Words;
use crate::document::{Correction, CorrectionKind, State};
use crate::feed::Entry;
use crate::html::escape;
use crate::site::{BriefId, CorrectionId, Site};

/// A correction as an entry.
pub(super) fn correction(site: &Site, id: CorrectionId) -> Option<Entry> {
    let correction = site.correction(id)?;
    let words = Words::of_brief(site, id.brief);
    let entry = briefs::entry(site, id.brief);
    let kind = capital(words.word("correction_kinds", correction.kind.word()));
    let title = &site[id.brief].brief.document.front.title;
    Some(Entry {
        id: id::tag(site, Some(correction.date.value), &name(site, id)),
        title: words.fill("feeds.correction", &[("kind", &kind), ("brief", title)]),
        url: format!("{}#corrections", entry.url),
        published: correction.date.value,
        updated: correction.date.value,
        content: told(site, &words, id, correction),
        ..entry
    })
}

/// The corrections of a brief, newest first, in HTML; what took it back stands at its head.
pub(super) fn of_brief(site: &Site, words: &Words, id: BriefId) -> String {
    let all = site.newest_first(site.corrections_of(id));
    let is_withdrawn = site[id].brief.document.front.state == State::Withdrawn;
    let item = |id: CorrectionId| {
        let correction = site.correction(id)?;
        if is_withdrawn && correction.kind == CorrectionKind::Retraction {
            return None;
        }
        let day = escape(&words.date(correction.date.value));
        let kind = escape(words.word("correction_kinds", correction.kind.word()));
        let told = told(site, words, id, correction);
        Some(format!("<li><p>{day}, {kind}</p>\n{told}</li>\n"))
    };
    let items: String = all.into_iter().filter_map(item).collect();
    if items.is_empty() {
        return items;
    }
    let title = escape(words.text("brief.corrections"));
    format!("<h2>{title}</h2>\n<ul>\n{items}</ul>\n")
}

/// What a correction says.
fn told(site: &Site, words: &Words, id: CorrectionId, correction: &Correction) -> String {
    let claim = site[id.brief].corrected.get(id.index).copied().flatten();
    let claim = claim.map(|claim| words.fill("corrections.claim", &[("claim", &site[claim].text)]));
    let part = |path: &str, text: &Option<String>| {
        let text = text.as_ref()?;
        Some(words.fill(path, &[("words", text.trim_end_matches('.'))]))
    };
    let parts = [
        claim,
        part("corrections.was", &correction.was),
        part("corrections.now", &correction.now),
        correction.note.clone(),
    ];
    parts
        .into_iter()
        .flatten()
        .map(|part| briefs::paragraph(&part))
        .collect()
}

/// The name of a correction in tags: its brief and day, with a number from the second of a day on.
fn name(site: &Site, id: CorrectionId) -> String {
    let day = |id: &CorrectionId| site.correction(*id).map(|one| one.date.value.day_iso());
    let own = day(&id);
    let before = site.corrections_of(id.brief).take(id.index);
    let before = before.filter(|one| day(one) == own).count();
    let number = id::number(before);
    let brief = id::brief(site, id.brief);
    format!("{brief}/corrections/{}{number}", own.unwrap_or_default())
}
