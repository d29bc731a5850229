//! `relation-cycle`: claims that rest on each other, or replace each other, in a circle.

use crate::record::RelationKind;
use crate::report::{Code, Diagnostic};
use crate::site::{ClaimId, Relation, Site};

pub(super) fn find(site: &Site) -> Vec<Diagnostic> {
    let rest = circles(site, |relation| match relation.kind {
        RelationKind::ReliesOn => Some((relation.from, relation.to)),
        RelationKind::Supports => Some((relation.to, relation.from)),
        _ => None,
    });
    let replace = circles(site, |relation| match relation.kind {
        RelationKind::Supersedes | RelationKind::Corrects => Some((relation.from, relation.to)),
        _ => None,
    });
    let rest = rest.iter().map(|circle| tell(site, "rest on", circle));
    let replace = replace.iter().map(|circle| tell(site, "replace", circle));
    rest.chain(replace).collect()
}

/// A tie of a circle: the relation with the ends that it leads from and to.
type Tie = (usize, ClaimId, ClaimId);

fn tell(site: &Site, verb: &str, circle: &[Tie]) -> Diagnostic {
    let mut chain = String::new();
    let mut before: Option<ClaimId> = None;
    for (_, from, to) in circle {
        let key = &site[*from].key;
        match before {
            None => chain.push_str(key),
            Some(end) if end == *from => {}
            // Another wording of the same claim takes over.
            Some(_) => chain.push_str(&format!(" = {key}")),
        }
        chain.push_str(&format!(" → {}", site[*to].key));
        before = Some(*to);
    }
    if let (Some((_, first, _)), Some(end)) = (circle.first(), before)
        && *first != end
    {
        chain.push_str(&format!(" = {}", site[*first].key));
    }
    let spans: Vec<_> = circle
        .iter()
        .map(|(relation, ..)| site.relations[*relation].span)
        .collect();
    let message = format!("claims {verb} each other in a circle: {chain}");
    let diagnostic = Diagnostic::new(Code::RelationCycle, spans[0], message);
    spans[1..].iter().fold(diagnostic, |diagnostic, span| {
        diagnostic.related(*span, "and here")
    })
}

/// Circles of the relations that `ends` gives ends to. Claims that are the same count as one. No
/// claim stands in two of the circles, and no circle is without a claim in one of them.
fn circles(site: &Site, ends: impl Fn(&Relation) -> Option<(ClaimId, ClaimId)>) -> Vec<Vec<Tie>> {
    let first = |id: ClaimId| site[id].same.claims.first().map_or(id.0, |first| first.0);
    let mut ties: Vec<Vec<Tie>> = vec![Vec::new(); site.claims.len()];
    for (index, relation) in site.relations.iter().enumerate() {
        if let Some((from, to)) = ends(relation) {
            ties[first(from)].push((index, from, to));
        }
    }
    let mut found = Vec::new();
    let mut is_done = vec![false; ties.len()];
    let mut place: Vec<Option<usize>> = vec![None; ties.len()];
    for start in 0..ties.len() {
        // Depth first, without recursion: chains can be longer than the stack.
        let mut claims = vec![start];
        let mut way: Vec<Tie> = Vec::new();
        while let Some(at) = claims.last().copied() {
            place[at] = Some(claims.len() - 1);
            let next = if is_done[at] { None } else { ties[at].pop() };
            let Some(tie) = next else {
                is_done[at] = true;
                place[at] = None;
                claims.pop();
                way.pop();
                continue;
            };
            let to = first(tie.2);
            let Some(begin) = place[to] else {
                claims.push(to);
                way.push(tie);
                continue;
            };
            let mut circle = way.split_off(begin);
            circle.push(tie);
            found.push(circle);
            for claim in claims.split_off(begin) {
                is_done[claim] = true;
                place[claim] = None;
            }
            way.truncate(claims.len().saturating_sub(1));
        }
    }
    found
}
