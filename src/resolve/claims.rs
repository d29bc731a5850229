//! Claims: those with entries, and those that only the words of a brief define.

use std::sync::Arc;

use super::names::Names;
use super::translations::{reading_order, repeated};
use crate::annotate::likelihood;
use crate::record::{ClaimEntry, Editorial};
use crate::report::{Code, Diagnostic, Report, did_you_mean};
use crate::site::{
    BriefId, Claim, ClaimDetails, ClaimId, Computed, Evidence, GivenVerdict, Site, StatusChange,
};
use crate::text::Span;

/// Defines every claim: one for each entry, one for each key that only spans name, one for each
/// span without a key. The names come back with the keys of all of them.
pub(super) fn define(
    site: &mut Site,
    entries: &[ClaimEntry],
    mut names: Names,
    report: &mut Report,
) -> Names {
    for entry in entries {
        let text = entry.text.clone().unwrap_or_default();
        site.claims
            .push(claim(entry.key.value.clone(), text, true, entry.key.span));
    }
    for id in reading_order(site) {
        let brief = &site[id].brief;
        let same = site[id].original.map(|original| &site[original].brief);
        let same = same.map(|original| (&original.document.slug, repeated(original, brief)));
        let mut found = Vec::new();
        for (number, annotation) in brief.annotations.iter().enumerate() {
            let words = one_line(&brief.text[annotation.range.clone()]);
            let key = annotation.says.claim.as_ref();
            let name = key.map_or_else(
                || own_key(&brief.document.slug, number + 1),
                |key| key.value.clone(),
            );
            // A span without a key that says what one of the original says makes no second claim.
            let known = same.as_ref().and_then(|(slug, places)| {
                let own = own_key(slug, places.get(&number)? + 1);
                names.claims.get(&own).copied()
            });
            if let Some(known) = known {
                names.claims.insert(name.clone(), known);
            }
            found.push((name, words, key.is_some(), annotation.span));
        }
        for (key, words, has_page, span) in found {
            match names.claims.get(&key) {
                Some(claim) => {
                    let known = &mut site.claims[claim.0];
                    if known.text.is_empty() {
                        known.text = words;
                        known.text_of = Some(id);
                    }
                }
                None => {
                    names.claims.insert(key.clone(), ClaimId(site.claims.len()));
                    let mut claim = claim(key, words, has_page, span);
                    claim.text_of = Some(id);
                    site.claims.push(claim);
                }
            }
        }
    }
    for (index, entry) in entries.iter().enumerate() {
        let claim = &mut site.claims[index];
        // An anchor that found no words has been told.
        if claim.text.is_empty() && entry.anchor.is_none() {
            let message = format!("the claim `{}` has no words", claim.key);
            report.add(
                Diagnostic::new(Code::MissingKey, entry.key.span, message)
                    .hint("give it a `text`, or mark it in a brief".to_owned()),
            );
        }
    }
    names
}

/// Words of several lines or blocks as one line.
pub(super) fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The key of a span without one: brief and place.
pub(super) fn own_key(slug: &str, number: usize) -> String {
    format!("{slug}#s{number}")
}

fn claim(key: String, text: String, has_page: bool, span: Span) -> Claim {
    Claim {
        key,
        text,
        text_of: None,
        has_page,
        span,
        details: ClaimDetails::default(),
        statements: Vec::new(),
        translations: Vec::new(),
        asked: Vec::new(),
        judgement_of: Vec::new(),
        outgoing: Vec::new(),
        incoming: Vec::new(),
        same: Arc::default(),
        origins: Arc::default(),
        computed: Computed::Unsourced,
        editorial: None,
        history: Vec::new(),
        corrections: Vec::new(),
        topics: std::collections::BTreeSet::new(),
    }
}

/// Fills in what the entries and the statements say of each claim.
pub(super) fn fill(site: &mut Site, entries: &[ClaimEntry], names: &Names, report: &mut Report) {
    for (index, entry) in entries.iter().enumerate() {
        let details = details(site, entry, names, report);
        for evidence in &details.evidence {
            site.sources[evidence.source.0]
                .evidence_of
                .insert(ClaimId(index));
        }
        for source in details.history.iter().flat_map(|change| &change.sources) {
            let list = &mut site.sources[source.0].status_of;
            if list.last() != Some(&ClaimId(index)) {
                list.push(ClaimId(index));
            }
        }
        site.claims[index].editorial = current(&details.history);
        site.claims[index].details = details;
        for tag in &entry.tags {
            let key = crate::slug::slug(&tag.value);
            let topic = site.topics.entry(key.clone()).or_default();
            if topic.name.is_empty() {
                topic.name.clone_from(&tag.value);
            }
            site.claims[index].topics.insert(key);
        }
        tell_lost_anchor(site, entry, ClaimId(index), report);
    }
    for claim in &mut site.claims {
        for id in &claim.statements {
            let statement = &site.statements[id.0];
            let details = &mut claim.details;
            details.credibility = details.credibility.or(statement.credibility);
            details.confidence = details.confidence.or(statement.confidence);
            if details.likelihood.is_none() {
                details.likelihood.clone_from(&statement.likelihood);
            }
            if details.about.is_none() {
                details.about.clone_from(&statement.about);
            }
        }
    }
}

fn details(site: &Site, entry: &ClaimEntry, names: &Names, report: &mut Report) -> ClaimDetails {
    let mut history: Vec<StatusChange> = entry
        .status
        .iter()
        .map(|status| StatusChange {
            value: status.value,
            date: status.date.as_ref().map(|date| date.value),
            note: status.note.clone(),
            sources: status
                .sources
                .iter()
                .filter_map(|name| names.source(name, report))
                .collect(),
        })
        .collect();
    history.sort_by_key(|change| change.date);
    let evidence = entry
        .evidence
        .iter()
        .filter_map(|entry| {
            let source = names.source(&entry.source, report)?;
            Some(Evidence {
                source,
                entry: entry.clone(),
            })
        })
        .collect();
    let scale = &site.settings.scale;
    let likelihood = entry
        .likelihood
        .as_ref()
        .and_then(|word| likelihood(word, scale, report));
    ClaimDetails {
        short: entry.short.clone(),
        verdicts: verdicts(site, entry, names, report),
        credibility: entry.credibility,
        likelihood,
        confidence: entry.confidence,
        about: entry.about.clone(),
        history,
        evidence,
        note: entry.note.clone(),
    }
}

/// The verdicts on a claim, newest last: words of the site's scale, whatever their case.
fn verdicts(
    site: &Site,
    entry: &ClaimEntry,
    names: &Names,
    report: &mut Report,
) -> Vec<GivenVerdict> {
    let scale = &site.settings.verdicts;
    let mut given = Vec::new();
    for one in &entry.verdict {
        let wanted = one.value.value.to_lowercase();
        if let Some(verdict) = scale
            .iter()
            .position(|word| word.name.to_lowercase() == wanted)
        {
            given.push(GivenVerdict {
                verdict,
                date: one.date.as_ref().map(|date| date.value),
                by: one.by.as_ref().map(|name| names.party(name)),
                note: one.note.clone(),
            });
            continue;
        }
        let (message, hint) = if scale.is_empty() {
            let hint = "list its words in ascribe.yaml, the worst first: `verdicts: […]`";
            (
                "the site has no scale of verdicts".to_owned(),
                hint.to_owned(),
            )
        } else {
            let known = || scale.iter().map(|word| word.name.as_str());
            let hint = did_you_mean(&one.value.value, known());
            let all = || format!("it is one of: {}", known().collect::<Vec<_>>().join(", "));
            let message = format!("no verdict is called `{}`", one.value.value);
            (message, hint.unwrap_or_else(all))
        };
        report.add(Diagnostic::new(Code::UnknownVerdict, one.value.span, message).hint(hint));
    }
    given.sort_by_key(|one| one.date);
    given
}

fn current(history: &[StatusChange]) -> Option<Editorial> {
    history.last().map(|change| change.value)
}

/// The anchor of a shared claim has to be found in one brief, and in no second.
fn tell_lost_anchor(site: &Site, entry: &ClaimEntry, claim: ClaimId, report: &mut Report) {
    let Some(anchor) = &entry.anchor else {
        return;
    };
    let mut found: Vec<BriefId> = Vec::new();
    for id in &site[claim].statements {
        let statement = &site[*id];
        if statement.span == anchor.exact.span {
            found.extend(statement.brief);
        }
    }
    let own = site
        .briefs
        .iter()
        .any(|one| one.brief.document.file == anchor.exact.span.file);
    match found.as_slice() {
        [] if !own => {
            let message = format!("`{}` stands in no brief", anchor.exact.value);
            report.add(Diagnostic::new(
                Code::AnchorNotFound,
                anchor.exact.span,
                message,
            ));
        }
        [] | [_] => {}
        several => {
            let slugs: Vec<&str> = several
                .iter()
                .map(|id| site[*id].brief.document.slug.as_str())
                .collect();
            let message = format!("`{}` stands in several briefs", anchor.exact.value);
            let hint = format!(
                "{}: move the claim to the front matter of one",
                slugs.join(", ")
            );
            report
                .add(Diagnostic::new(Code::AnchorAmbiguous, anchor.exact.span, message).hint(hint));
        }
    }
}
