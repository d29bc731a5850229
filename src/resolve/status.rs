//! A claim's origins and the status that follows from them.

use std::collections::BTreeSet;

use crate::record::{Act, RelationKind};
use crate::site::{Claim, ClaimId, Computed, Origin, Site};

/// Computes origins and status of every claim, in time linear in statements and relations.
pub(super) fn compute(site: &mut Site) {
    let groups = Groups::new(site);
    let own: Vec<BTreeSet<Origin>> = site
        .claims
        .iter()
        .map(|claim| own_origins(site, claim))
        .collect();
    let mut together = vec![BTreeSet::new(); site.claims.len()];
    for (index, origins) in own.iter().enumerate() {
        together[groups.of(index)].extend(origins.iter().cloned());
    }
    for index in 0..site.claims.len() {
        let mut origins = together[groups.of(index)].clone();
        for relation in &site.claims[index].incoming {
            let relation = &site.relations[*relation];
            if relation.kind == RelationKind::Corroborates && site[relation.from].is_live() {
                origins.extend(own[relation.from.0].iter().cloned());
            }
        }
        let computed = if is_disputed(site, ClaimId(index)) {
            Computed::Disputed
        } else {
            match origins.len() {
                0 => Computed::Unsourced,
                1 => Computed::SingleOrigin,
                _ => Computed::Corroborated,
            }
        };
        for origin in &origins {
            if let Origin::Source(id) = origin {
                site.sources[id.0].claims.push(ClaimId(index));
            }
        }
        let claim = &mut site.claims[index];
        claim.origins = origins;
        claim.computed = computed;
    }
}

/// The origins of the statements that assert the claim.
fn own_origins(site: &Site, claim: &Claim) -> BTreeSet<Origin> {
    let is_denial = is_denial(site, claim);
    claim
        .statements
        .iter()
        .map(|id| &site[*id])
        .filter(|statement| match statement.act {
            Act::Declines => false,
            Act::Denies => is_denial,
            _ => true,
        })
        .filter_map(|statement| statement.origin.as_ref().map(|(origin, _)| origin.clone()))
        .collect()
}

/// Whether the claim itself is a denial, so that who denies makes the claim: it speaks against
/// another claim, or nobody states it in any other way.
fn is_denial(site: &Site, claim: &Claim) -> bool {
    let mut outgoing = claim.outgoing.iter().map(|one| &site.relations[*one]);
    let mut statements = claim.statements.iter().map(|id| &site[*id]);
    outgoing.any(|relation| relation.kind.is_against())
        || statements.all(|one| matches!(one.act, Act::Denies | Act::Declines))
}

/// Whether a live claim speaks against the claim, or somebody denies what another states.
fn is_disputed(site: &Site, id: ClaimId) -> bool {
    let claim = &site[id];
    let against = claim.incoming.iter().any(|relation| {
        let relation = &site.relations[*relation];
        relation.kind.is_against() && site[relation.from].is_live()
    });
    let denied = claim
        .statements
        .iter()
        .any(|statement| site[*statement].act == Act::Denies);
    against || (denied && !is_denial(site, claim))
}

/// Claims that `same-as` ties into one (union–find).
struct Groups(Vec<usize>);

impl Groups {
    fn new(site: &Site) -> Self {
        let mut groups = Self((0..site.claims.len()).collect());
        for relation in &site.relations {
            if relation.kind == RelationKind::SameAs {
                let (from, to) = (groups.of(relation.from.0), groups.of(relation.to.0));
                groups.0[from.max(to)] = from.min(to);
            }
        }
        for index in 0..groups.0.len() {
            groups.0[index] = groups.of(index);
        }
        groups
    }

    fn of(&self, mut index: usize) -> usize {
        while self.0[index] != index {
            index = self.0[index];
        }
        index
    }
}
