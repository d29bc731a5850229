//! The page of a speaker.

use serde::Serialize;

use super::shapes::{Count, DateShape, Link};
use super::statement::{Wording, spoken, wording};
use crate::record::Act;
use crate::site::{Site, SpeakerId, Statement, StatementId};

/// What `speaker.html` reads as `speaker`.
#[derive(Debug, Serialize)]
pub(super) struct SpeakerPage {
    name: String,
    kind: &'static str,
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
    title: &'static str,
    id: &'static str,
    wordings: Vec<Wording>,
}

/// What the page of a speaker shows.
pub(super) fn speaker(site: &Site, id: SpeakerId) -> SpeakerPage {
    let speaker = &site[id];
    let members = &speaker.members;
    let entry = &speaker.entry;
    let statements = || speaker.statements.iter().map(|id| &site[*id]);
    let of_act = |act: Act| statements().filter(|one| one.act == act).count();
    let roles = entry.roles.iter().map(|role| RoleShape {
        role: role.role.clone(),
        org: None,
        from: role.from.map(DateShape::from),
        to: role.to.map(DateShape::from),
    });
    SpeakerPage {
        name: entry.name.clone(),
        kind: if members.is_empty() {
            "Speaker"
        } else {
            "Organisation"
        },
        note: entry.note.clone(),
        org: speaker.org.as_ref().map(|org| Link::party(site, org)),
        roles: roles.collect(),
        aliases: entry.aliases.clone(),
        same_as: entry.same_as.clone(),
        members: members.iter().map(|id| Link::speaker(site, *id)).collect(),
        counts: [
            Count::new(speaker.statements.len(), "statement", "statements"),
            Count::new(of_act(Act::Denies), "denial", "denials"),
            Count::new(of_act(Act::Declines), "non-answer", "non-answers"),
        ]
        .into_iter()
        .filter(|count| count.n > 0)
        .collect(),
        contradictions: contradictions(site, id),
        parts: parts(site, id),
    }
}

fn parts(site: &Site, id: SpeakerId) -> Vec<Part> {
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
            title,
            id: name,
            wordings,
        }
    };
    let parts = [
        part("Denials", "denials", &|one| one.act == Act::Denies),
        part("Not answered", "not-answered", &|one| {
            one.act == Act::Declines
        }),
        part("Statements", "statements", &|one| {
            !matches!(one.act, Act::Denies | Act::Declines)
        }),
    ];
    parts
        .into_iter()
        .filter(|part| !part.wordings.is_empty())
        .collect()
}

/// Claims of the speaker's own that deny, dispute, refute or correct each other.
fn contradictions(site: &Site, id: SpeakerId) -> Vec<Contradiction> {
    let own = |claim: usize| {
        let statements = &site.claims[claim].statements;
        statements
            .iter()
            .copied()
            .find(|one| site[*one].speaker == Some(id))
    };
    let mut found = Vec::new();
    for statement in &site[id].statements {
        let claim = site[*statement].claim;
        if own(claim.0) != Some(*statement) {
            continue;
        }
        for relation in site[claim].outgoing.iter().map(|one| &site.relations[*one]) {
            let is_turn = relation.kind.is_against()
                || relation.kind == crate::record::RelationKind::Corrects;
            let Some(other) = own(relation.to.0).filter(|_| is_turn) else {
                continue;
            };
            let act = site[*statement].act;
            found.push(Contradiction {
                first: wording(site, other),
                second: wording(site, *statement),
                note: matches!(act, Act::Concedes | Act::Corrects)
                    .then(|| "The speaker conceded the change.".to_owned()),
            });
        }
    }
    found
}
