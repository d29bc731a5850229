//! A claim's origins and the status that follows from them.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::record::{Act, RelationKind};
use crate::site::{ClaimId, Computed, Origin, SameClaims, Site};

/// Computes origins and status of every claim, in time linear in statements and relations.
///
/// Claims that are the same share one set of origins. Corroboration counts one step: what
/// corroborates a corroborating claim does not count for the first.
pub(super) fn compute(site: &mut Site) {
    let (group_of, groups) = same(site);
    let disputed: BTreeSet<usize> = site
        .claim_ids()
        .filter(|id| is_disputed(site, *id))
        .map(|id| group_of[id.0])
        .collect();
    let mut origins: Vec<_> = groups
        .iter()
        .map(|group| Arc::clone(&group.origins))
        .collect();
    for (to, from) in corroborations(site, &group_of) {
        let more = &groups[from].origins;
        if !more.is_subset(&origins[to]) {
            Arc::make_mut(&mut origins[to]).extend(more.iter().cloned());
        }
    }
    for (claim, group) in site.claims.iter_mut().zip(group_of) {
        claim.same = Arc::clone(&groups[group]);
        claim.origins = Arc::clone(&origins[group]);
        claim.computed = match claim.origins.len() {
            _ if disputed.contains(&group) => Computed::Disputed,
            0 => Computed::Unsourced,
            1 => Computed::SingleOrigin,
            _ => Computed::Corroborated,
        };
    }
}

/// The claims that are the same, and for each claim the number of its group. Claims that no longer
/// stand stay alone.
fn same(site: &Site) -> (Vec<usize>, Vec<Arc<SameClaims>>) {
    let mut firsts = Firsts((0..site.claims.len()).collect());
    for relation in &site.relations {
        let is_live = site[relation.from].is_live() && site[relation.to].is_live();
        if relation.kind == RelationKind::SameAs && is_live {
            firsts.join(relation.from.0, relation.to.0);
        }
    }
    let mut group_of = vec![0; site.claims.len()];
    let mut members: Vec<Vec<ClaimId>> = Vec::new();
    for id in site.claim_ids() {
        // The first of a group comes before all others of it.
        let first = firsts.of(id.0);
        if first == id.0 {
            group_of[id.0] = members.len();
            members.push(vec![id]);
        } else {
            group_of[id.0] = group_of[first];
            members[group_of[first]].push(id);
        }
    }
    let group = |claims: Vec<ClaimId>| {
        let statements = claims.iter().flat_map(|id| site.asserting(*id));
        let origins: BTreeSet<Origin> = statements
            .filter_map(|id| site[id].origin.as_ref().map(|(origin, _)| origin.clone()))
            .collect();
        Arc::new(SameClaims {
            claims,
            origins: Arc::new(origins),
        })
    };
    (group_of, members.into_iter().map(group).collect())
}

/// Which group is corroborated by which, each pair once.
fn corroborations(site: &Site, group_of: &[usize]) -> BTreeSet<(usize, usize)> {
    let relations = site.relations.iter().filter(|relation| {
        relation.kind == RelationKind::Corroborates && site[relation.from].is_live()
    });
    relations
        .map(|relation| (group_of[relation.to.0], group_of[relation.from.0]))
        .collect()
}

/// Whether a live claim speaks against the claim, or somebody denies what another states.
fn is_disputed(site: &Site, id: ClaimId) -> bool {
    let claim = &site[id];
    let against = claim.incoming.iter().any(|relation| {
        let relation = &site.relations[*relation];
        relation.kind.is_against() && site[relation.from].is_live()
    });
    let mut statements = claim.statements.iter().map(|id| &site[*id]);
    against || (statements.any(|one| one.act == Act::Denies) && !site.is_denial(id))
}

/// For each claim one that it is the same as and that comes before it (union–find); the first of
/// a group stands for itself.
struct Firsts(Vec<usize>);

impl Firsts {
    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.of(one), self.of(other));
        self.0[one.max(other)] = one.min(other);
    }

    fn of(&mut self, mut index: usize) -> usize {
        while self.0[index] != index {
            // Halving the way at every look keeps long chains cheap.
            self.0[index] = self.0[self.0[index]];
            index = self.0[index];
        }
        index
    }
}
