//! Where lints keep silent: every `allow` of the site, with its places.

use super::names::Names;
use crate::brief::Brief;
use crate::record::{Allow, Record, Scope};
use crate::report::{Code, Diagnostic, Report, did_you_mean};
use crate::site::{Allowed, ClaimId, Site};
use crate::text::{Name, Span};

/// Takes out what the entries of a record allow, so that the entries can go their ways.
pub(super) fn of_record(record: &Record) -> Vec<Allow> {
    let speakers = record.speakers.iter().flat_map(|one| &one.allow);
    let sources = record.sources.iter().flat_map(|one| &one.allow);
    let claims = record.claims.iter().flat_map(|one| &one.allow);
    let relations = record.relations.iter().flat_map(|one| &one.allow);
    let all = speakers.chain(sources).chain(claims).chain(relations);
    all.cloned().collect()
}

/// Gathers what the settings, the record and the texts allow.
pub(super) fn gather(
    site: &Site,
    record: Vec<Allow>,
    names: &Names,
    report: &mut Report,
) -> Vec<Allowed> {
    let texts = site.briefs.iter().map(|one| &one.brief);
    let texts = texts.chain(&site.pages).chain(&site.home);
    let of_text = |text: &Brief| -> Vec<Allow> {
        let front = &text.document.front.allow;
        front.iter().chain(&text.allow).cloned().collect()
    };
    let all = site.settings.allow.iter().cloned();
    let all = all.chain(record).chain(texts.flat_map(of_text));
    all.filter_map(|allow| {
        let places = places(site, &allow.scope, names, report)?;
        Some(Allowed {
            lint: allow.lint,
            reason: allow.reason,
            span: allow.span,
            places,
        })
    })
    .collect()
}

/// The places of a scope; everywhere is `Some(None)`, and `None` a key that nothing has.
#[expect(
    clippy::option_option,
    reason = "everywhere and nowhere are two things, and both mean no list"
)]
fn places(
    site: &Site,
    scope: &Scope,
    names: &Names,
    report: &mut Report,
) -> Option<Option<Vec<Span>>> {
    Some(match scope {
        Scope::Site => None,
        Scope::Place(place) => Some(vec![*place]),
        Scope::Claim(key, place) => {
            let id = names.claims.get(&key.value);
            let mut places = id.map_or_else(Vec::new, |id| of_claim(site, *id));
            places.push(*place);
            Some(places)
        }
        Scope::Key(key) => Some(of_key(site, key, names, report)?),
    })
}

/// Where a claim is defined and stated.
fn of_claim(site: &Site, id: ClaimId) -> Vec<Span> {
    let claim = &site[id];
    let stated = claim.statements.iter().map(|id| site[*id].span);
    std::iter::once(claim.span).chain(stated).collect()
}

/// The places of whatever has a key.
fn of_key(site: &Site, key: &Name, names: &Names, report: &mut Report) -> Option<Vec<Span>> {
    let mut places = Vec::new();
    if let Some(id) = names.claims.get(&key.value) {
        places.extend(of_claim(site, *id));
    }
    if let Some(id) = names.sources.get(&key.value) {
        let entry = &site[*id].entry;
        places.push(entry.key.span);
        let copy = entry.archived.iter();
        places.extend(
            copy.flat_map(|copy| [&copy.file, &copy.sha256])
                .flatten()
                .map(|name| name.span),
        );
    }
    if let Some(id) = names.speakers.get(&key.value) {
        places.push(site[*id].entry.key.span);
    }
    if places.is_empty() {
        let message = format!("no claim, source or speaker is called `{}`", key.value);
        let known = names.claims.keys().chain(names.sources.keys());
        let mut known: Vec<&str> = known
            .chain(names.speakers.keys())
            .map(String::as_str)
            .collect();
        known.sort_unstable();
        let hint = did_you_mean(&key.value, known);
        report.add(Diagnostic::new(Code::InvalidValue, key.span, message).hint(hint));
        return None;
    }
    Some(places)
}
