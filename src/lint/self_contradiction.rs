//! `self-contradiction`: one speaker claims something and denies it, and concedes nothing.

use std::collections::BTreeMap;

use crate::record::{Act, RelationKind};
use crate::report::{Code, Diagnostic};
use crate::site::{ClaimId, Relation, Site, SpeakerId, StatementId};

pub(super) fn find(site: &Site) -> Vec<Diagnostic> {
    let between = site.relations.iter().filter_map(|one| between(site, one));
    let within = site.claim_ids().flat_map(|id| within(site, id));
    between.chain(within).collect()
}

/// A speaker who makes both the claim that denies and the one that is denied.
fn between(site: &Site, relation: &Relation) -> Option<Diagnostic> {
    let (from, to) = (relation.from, relation.to);
    if !relation.kind.is_against() || !site[from].is_live() || !site[to].is_live() {
        return None;
    }
    let makers = makers(site, from);
    let both = site.asserting(to).find_map(|id| {
        let speaker = site[id].speaker?;
        let other = makers.get(&speaker)?;
        let open = !gave_way(site, speaker, from) && !gave_way(site, speaker, to);
        open.then_some((speaker, id, *other))
    });
    let (speaker, id, other) = both?;
    let name = &site[speaker].entry.name;
    let (from, to) = (&site[from].key, &site[to].key);
    let message = format!("{name} makes the claim `{to}` and, with `{from}`, speaks against it");
    Some(told(site, message, relation.span, id, other))
}

/// A speaker who states a claim in one place and denies it in another.
fn within(site: &Site, claim: ClaimId) -> Vec<Diagnostic> {
    if site.is_denial(claim) {
        return Vec::new();
    }
    let makers = makers(site, claim);
    let denials = site[claim]
        .statements
        .iter()
        .filter(|id| site[**id].act == Act::Denies);
    let mut found = Vec::new();
    for id in denials {
        let statement = &site[*id];
        let Some((speaker, other)) = statement
            .speaker
            .and_then(|one| Some((one, *makers.get(&one)?)))
        else {
            continue;
        };
        if !gave_way(site, speaker, claim) {
            let name = &site[speaker].entry.name;
            let message = format!("{name} makes the claim `{}` and denies it", site[claim].key);
            found.push(told(site, message, statement.span, other, *id));
        }
    }
    found
}

fn told(
    site: &Site,
    message: String,
    span: crate::text::Span,
    claimed: StatementId,
    denied: StatementId,
) -> Diagnostic {
    let hint = "if the speaker gave way, say so: `act=concedes`, or `corrects=` the earlier claim";
    let mut told = Diagnostic::new(Code::SelfContradiction, span, message).hint(hint.to_owned());
    for (id, label) in [(claimed, "claimed here"), (denied, "spoken against here")] {
        let place = site[id].span;
        let holds_it =
            place.file == span.file && place.start <= span.start && span.end <= place.end;
        if !holds_it {
            told = told.related(place, label);
        }
    }
    told
}

/// Who makes a claim, each with their first statement of it.
fn makers(site: &Site, claim: ClaimId) -> BTreeMap<SpeakerId, StatementId> {
    let mut makers = BTreeMap::new();
    for id in site.asserting(claim) {
        if let Some(speaker) = site[id].speaker {
            makers.entry(speaker).or_insert(id);
        }
    }
    makers
}

/// Whether a speaker gave way over a claim: by conceding or correcting in a statement of it, or with
/// a claim that corrects or supersedes it.
fn gave_way(site: &Site, speaker: SpeakerId, claim: ClaimId) -> bool {
    let states = |id: ClaimId, is_so: fn(Act) -> bool| {
        let mut statements = site[id].statements.iter().map(|id| &site[*id]);
        statements.any(|one| one.speaker == Some(speaker) && is_so(one.act))
    };
    let mut incoming = site[claim].incoming.iter().map(|one| &site.relations[*one]);
    states(claim, |act| matches!(act, Act::Concedes | Act::Corrects))
        || incoming.any(|one| {
            matches!(one.kind, RelationKind::Corrects | RelationKind::Supersedes)
                && states(one.from, |_| true)
        })
}
