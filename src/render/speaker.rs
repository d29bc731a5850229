//! The page of a speaker.

use std::collections::HashSet;

use serde::Serialize;

use super::localised::Localised;
use super::shapes::{Count, DateShape, Link};
use super::statement::{Wording, spoken, wording};
use crate::record::{Act, RelationKind, SpeakerKind};
use crate::site::{ClaimId, SpeakerId, Statement, StatementId};

/// What `speaker.html` reads as `speaker`.
#[derive(Debug, Serialize)]
pub(super) struct SpeakerPage {
    name: String,
    kind: String,
    note: Option<String>,
    org: Option<Link>,
    roles: Vec<RoleShape>,
    aliases: Vec<String>,
    same_as: Vec<String>,
    members: Vec<Link>,
    counts: Vec<Count>,
    contradictions: Vec<Contradiction>,
    parts: Vec<Part>,
}

#[derive(Debug, Serialize)]
struct RoleShape {
    role: String,
    org: Option<Link>,
    from: Option<DateShape>,
    to: Option<DateShape>,
}

#[derive(Debug, Serialize)]
struct Contradiction {
    first: Wording,
    second: Wording,
    note: Option<String>,
}

#[derive(Debug, Serialize)]
struct Part {
    title: String,
    id: &'static str,
    wordings: Vec<Wording>,
}

/// What the page of a speaker shows.
pub(super) fn speaker(site: &Localised, id: SpeakerId) -> SpeakerPage {
    let speaker = &site[id];
    let members = &speaker.members;
    let entry = &speaker.entry;
    let statements = || speaker.statements.iter().map(|id| &site[*id]);
    let of_act = |act: Act| statements().filter(|one| one.act == act).count();
    let roles = entry.roles.iter().map(|role| RoleShape {
        role: role.role.clone(),
        org: None,
        from: role.from.map(|date| site.date(date)),
        to: role.to.map(|date| site.date(date)),
    });
    SpeakerPage {
        name: entry.name.clone(),
        kind: site
            .words
            .text(match speaker.kind() {
                SpeakerKind::Organization => "speaker.organisation",
                SpeakerKind::Person | SpeakerKind::Document => "speaker.speaker",
            })
            .to_owned(),
        note: entry.note.clone(),
        org: speaker.org.as_ref().map(|org| Link::party(site, org)),
        roles: roles.collect(),
        aliases: entry.aliases.clone(),
        same_as: entry.same_as.clone(),
        members: members.iter().map(|id| Link::speaker(site, *id)).collect(),
        counts: [
            site.count(speaker.statements.len(), "counts.statements"),
            site.count(of_act(Act::Denies), "counts.denials"),
            site.count(of_act(Act::Declines), "counts.non-answers"),
        ]
        .into_iter()
        .filter(|count| count.n > 0)
        .collect(),
        contradictions: contradictions(site, id),
        parts: parts(site, id),
    }
}

fn parts(site: &Localised, id: SpeakerId) -> Vec<Part> {
    let part = |title, name, wanted: &dyn Fn(&Statement) -> bool| {
        let mut found: Vec<StatementId> = site[id]
            .statements
            .iter()
            .copied()
            .filter(|id| wanted(&site[*id]))
            .collect();
        found.sort_by_cached_key(|id| (std::cmp::Reverse(spoken(site, &site[*id])), *id));
        let wordings = found.into_iter().map(|id| wording(site, id)).collect();
        Part {
            title: site.words.text(title).to_owned(),
            id: name,
            wordings,
        }
    };
    let parts = [
        part("speaker.denials", "denials", &|one| one.act == Act::Denies),
        part("speaker.not_answered", "not-answered", &|one| {
            one.act == Act::Declines
        }),
        part("speaker.statements", "statements", &|one| {
            !matches!(one.act, Act::Denies | Act::Declines)
        }),
    ];
    parts
        .into_iter()
        .filter(|part| !part.wordings.is_empty())
        .collect()
}

/// Where the speaker's own statements stand against each other: claims that deny, dispute, refute
/// or correct one another, and a claim both stated and denied. The earlier statement comes first.
fn contradictions(site: &Localised, id: SpeakerId) -> Vec<Contradiction> {
    let own = |claim: ClaimId, wanted: &dyn Fn(Act) -> bool| {
        let statements = site[claim].statements.iter().copied();
        let mut statements = statements.filter(|one| site[*one].speaker == Some(id));
        statements.find(|one| wanted(site[*one].act))
    };
    let any = |act: Act| act != Act::Declines;
    let mut pairs: Vec<(StatementId, StatementId)> = Vec::new();
    let mut seen = HashSet::new();
    let claims = site[id].statements.iter().map(|one| site[*one].claim);
    for claim in claims.filter(|claim| seen.insert(*claim)) {
        let denied = own(claim, &|act| act == Act::Denies);
        let stated = own(claim, &|act| any(act) && act != Act::Denies);
        if let (Some(denied), Some(stated), false) = (denied, stated, site.is_denial(claim)) {
            pairs.push((stated, denied));
        }
        for relation in site[claim].outgoing.iter().map(|one| &site.relations[*one]) {
            let is_turn = relation.kind.is_against() || relation.kind == RelationKind::Corrects;
            let both = own(relation.to, &any).zip(own(claim, &any));
            pairs.extend(both.filter(|_| is_turn));
        }
    }
    pairs
        .into_iter()
        .map(|(other, one)| {
            let is_conceded = [one, other]
                .iter()
                .any(|id| matches!(site[*id].act, Act::Concedes | Act::Corrects));
            let is_earlier = spoken(site, &site[one]) < spoken(site, &site[other]);
            let (first, second) = if is_earlier {
                (one, other)
            } else {
                (other, one)
            };
            Contradiction {
                first: wording(site, first),
                second: wording(site, second),
                note: is_conceded.then(|| site.words.text("speaker.conceded").to_owned()),
            }
        })
        .collect()
}
