//! What else holds a claim when a thing that it rests on falls.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::{ClaimId, Dependents, Node, Origin, Site, SourceId};
use crate::messages::Messages;
use crate::record::{RelationKind, Stance};

/// What a claim rests on that stands without the thing in question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Remaining {
    /// Distinct origins of other statements.
    pub origins: usize,
    /// Other sources that are evidence for it.
    pub evidence: usize,
    /// Live claims that it relies on and that stand all the same.
    pub claims: usize,
}

/// What has to be known of all claims that rest on a thing, to tell of one what else holds it.
#[derive(Clone, Debug, Default)]
pub(super) struct Rest {
    /// Origins that remain, by the first of the claims that are the same.
    origins: HashMap<ClaimId, usize>,
    /// Claims that stand on something else.
    standing: HashSet<ClaimId>,
}

impl Rest {
    pub(super) fn of(site: &Site, found: &Dependents) -> Self {
        let mut rest = Self::default();
        for id in found.claims() {
            let count = || origins(site, found, id);
            rest.origins.entry(first(site, id)).or_insert_with(count);
        }
        // What stands carries on to what relies on it, however long the way.
        let mut waiting: Vec<ClaimId> = found
            .claims()
            .filter(|id| !found.remaining_with(&rest, site, *id).is_none())
            .collect();
        while let Some(id) = waiting.pop() {
            if !site[id].is_live() || !rest.standing.insert(id) {
                continue;
            }
            let incoming = site[id].incoming.iter().map(|one| &site.relations[*one]);
            let relying = incoming.filter(|one| one.kind == RelationKind::ReliesOn);
            waiting.extend(relying.map(|one| one.from));
        }
        rest
    }
}

/// The first of the claims that are the same.
fn first(site: &Site, id: ClaimId) -> ClaimId {
    site[id].same.claims.first().copied().unwrap_or(id)
}

/// How many origins the statements of a claim have that do not rest on the thing, together with
/// those of the claims that are the same and of those that corroborate it.
fn origins(site: &Site, found: &Dependents, id: ClaimId) -> usize {
    let same = site[id].same.claims.iter().copied();
    let claims: BTreeSet<ClaimId> = same.chain([id]).chain(site.corroborating(id)).collect();
    let statements = claims.iter().flat_map(|id| site.asserting(*id));
    let origins: BTreeSet<&Origin> = statements
        .filter(|id| !found.hold(Node::Statement(*id)))
        .filter_map(|id| site[id].origin.as_ref().map(|(origin, _)| origin))
        .collect();
    origins.len()
}

impl Dependents {
    /// What else a claim rests on.
    pub fn remaining(&self, site: &Site, id: ClaimId) -> Remaining {
        self.remaining_with(&self.rest, site, id)
    }

    fn remaining_with(&self, rest: &Rest, site: &Site, id: ClaimId) -> Remaining {
        let falls = |node: Node| self.of == node || self.hold(node);
        let evidence = site[id].details.evidence.iter();
        let evidence: BTreeSet<SourceId> = evidence
            .filter(|one| one.entry.stance == Stance::Supports)
            .map(|one| one.source)
            .filter(|id| !falls(Node::Source(*id)))
            .collect();
        let outgoing = site[id].outgoing.iter().map(|one| &site.relations[*one]);
        let claims: BTreeSet<ClaimId> = outgoing
            .filter(|one| one.kind == RelationKind::ReliesOn && site[one.to].is_live())
            .map(|one| one.to)
            .filter(|id| !falls(Node::Claim(*id)) || rest.standing.contains(id))
            .collect();
        Remaining {
            origins: rest.origins.get(&first(site, id)).copied().unwrap_or(0),
            evidence: evidence.len(),
            claims: claims.len(),
        }
    }
}

impl Remaining {
    /// What else holds a claim, as a sentence without a stop.
    pub fn words(self, words: &Messages) -> String {
        let parts = [
            ("doubts.origins", self.origins),
            ("doubts.evidence", self.evidence),
            ("doubts.claims", self.claims),
        ];
        let told = parts.iter().filter(|(_, number)| *number > 0);
        let told: Vec<String> = told
            .map(|(path, number)| words.count(path, *number, &[]))
            .collect();
        if told.is_empty() {
            return words.text("doubts.nothing").to_owned();
        }
        let number = parts.iter().map(|(_, number)| number).sum();
        words.count("doubts.rest", number, &[("list", &words.listed(&told))])
    }

    /// Whether there is nothing else.
    pub fn is_none(self) -> bool {
        self == Self::default()
    }
}
