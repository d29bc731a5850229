//! The pages of maps: what bears on what.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::drawing::{Asked, Frame, claims, drawing_words, frame, label};
use super::localised::Localised;
use super::shapes::{Link, Word};
use super::statement::{active, passive, status};
use crate::draw::{self, Node, Side, Tie};
use crate::page::Page;
use crate::record::RelationKind;
use crate::site::{ClaimId, Relation};

/// The most ties of one claim to claims of other pages that are shown; the claim's page has all.
const ELSEWHERE: usize = 6;
/// How deep the list goes before it begins anew.
const DEPTH: usize = 6;

/// What `map.html` reads as `map`.
#[derive(Debug, Serialize)]
pub(super) struct MapPage {
    #[serde(flatten)]
    frame: Frame,
    drawings: Vec<String>,
    items: Vec<Item>,
}

/// A claim in the nested list. The list comes flat, each item with the lists that it begins and
/// ends, so that a template need not call itself.
#[derive(Debug, Serialize)]
struct Item {
    opens: bool,
    closes: Vec<()>,
    verb: Option<String>,
    side: Option<&'static str>,
    claim: Link,
    status: Option<Word>,
    see: Option<&'static str>,
    more: usize,
}

/// Claims and ties of a page: what its drawing and its list are made of.
struct Web {
    ids: Vec<ClaimId>,
    nodes: Vec<Node>,
    ties: Vec<Tie>,
    /// Ties of a claim that are not shown.
    more: BTreeMap<ClaimId, usize>,
}

/// What a page of a map shows.
pub(super) fn map(asked: Asked) -> MapPage {
    let Asked {
        site,
        plan,
        scope,
        part,
        root,
    } = asked;
    let web = web(site, claims(&plan.maps, scope, part), root);
    let label = label(site, "navigation.map", part);
    MapPage {
        frame: frame(asked, Page::Map, "map.left_out"),
        drawings: draw::map(&web.nodes, &web.ties, &drawing_words(site, &label)),
        items: list(site, &web),
    }
}

/// The claims of a page, and those of other pages that they are tied to.
fn web(site: &Localised, own: &[ClaimId], root: &str) -> Web {
    let is_own: BTreeSet<ClaimId> = own.iter().copied().collect();
    let mut shown: BTreeSet<usize> = BTreeSet::new();
    let mut more = BTreeMap::new();
    let mut elsewhere = Vec::new();
    for id in own {
        let claim = &site[*id];
        let ties = claim.outgoing.iter().chain(&claim.incoming);
        let other = |index: usize| {
            let relation = &site.relations[index];
            if relation.from == *id {
                relation.to
            } else {
                relation.from
            }
        };
        let (here, mut there): (Vec<usize>, Vec<usize>) =
            ties.partition(|index| is_own.contains(&other(**index)));
        shown.extend(here);
        // What speaks against a claim is told before all else.
        there.sort_by_key(|index| Reverse(side(site.relations[*index].kind)));
        if there.len() > ELSEWHERE {
            more.insert(*id, there.len() - ELSEWHERE);
            there.truncate(ELSEWHERE);
        }
        elsewhere.extend(there.iter().map(|index| other(*index)));
        shown.extend(there);
    }
    let mut ids = own.to_vec();
    let mut seen = is_own.clone();
    ids.extend(elsewhere.into_iter().filter(|id| seen.insert(*id)));
    let places: BTreeMap<ClaimId, usize> = ids.iter().copied().zip(0..).collect();
    let node = |id: &ClaimId| Node {
        words: site.claim_in(*id, site.lang).0.to_owned(),
        status: status(site, *id).map(|word| (word.key, word.word)),
        href: href(site, *id, root),
        is_elsewhere: !is_own.contains(id),
    };
    let tie = |index: &usize| {
        let relation = &site.relations[*index];
        Some(Tie {
            from: *places.get(&relation.from)?,
            to: *places.get(&relation.to)?,
            side: side(relation.kind),
            verb: active(site, relation.kind).to_owned(),
            passive: passive(site, relation.kind).to_owned(),
            href: href(site, relation.from, root),
            title: sentence(site, relation),
        })
    };
    Web {
        nodes: ids.iter().map(node).collect(),
        ties: shown.iter().filter_map(tie).collect(),
        ids,
        more,
    }
}

/// A tie as a sentence.
fn sentence(site: &Localised, relation: &Relation) -> String {
    let values = [
        ("from", site.claim_in(relation.from, site.lang).0),
        ("verb", active(site, relation.kind)),
        ("to", site.claim_in(relation.to, site.lang).0),
    ];
    site.words.fill("map.tie", &values)
}

fn href(site: &Localised, id: ClaimId, root: &str) -> String {
    let path = Link::claim_or_mark(site, id).path.unwrap_or_default();
    format!("{root}{path}")
}

fn side(kind: RelationKind) -> Side {
    match kind {
        RelationKind::Supports | RelationKind::Corroborates => Side::For,
        RelationKind::Disputes | RelationKind::Denies | RelationKind::Refutes => Side::Against,
        RelationKind::ReliesOn
        | RelationKind::Qualifies
        | RelationKind::Supersedes
        | RelationKind::Corrects
        | RelationKind::SameAs => Side::Other,
    }
}

fn side_word(side: Side) -> &'static str {
    match side {
        Side::For => "for",
        Side::Against => "against",
        Side::Other => "other",
    }
}

/// The nested list: below each claim those that speak to it. A claim that speaks to several, or
/// stands in a cycle, is told in full once. Every tie stands in the list once.
fn list(site: &Localised, web: &Web) -> Vec<Item> {
    let mut below: Vec<Vec<usize>> = vec![Vec::new(); web.nodes.len()];
    let mut speaks = vec![false; web.nodes.len()];
    for (index, tie) in web.ties.iter().enumerate() {
        below[tie.to].push(index);
        speaks[tie.from] = true;
    }
    for ties in &mut below {
        ties.sort_by_key(|tie| web.ties[*tie].side);
    }
    let mut told = vec![false; web.nodes.len()];
    let mut items = Vec::new();
    let heads = (0..web.nodes.len()).filter(|node| !speaks[*node]);
    // After the claims that speak to none come what cycles and depth have kept back.
    let rest = 0..web.nodes.len();
    for head in heads.chain(rest) {
        if !told[head] {
            tell(site, web, &below, head, &mut told, &mut items);
        }
    }
    items
}

/// Tells of a claim and all that speaks to it.
fn tell(
    site: &Localised,
    web: &Web,
    below: &[Vec<usize>],
    head: usize,
    told: &mut [bool],
    items: &mut Vec<Item>,
) {
    // Ties to be told of, with their depth; the head is reached by none.
    let mut waiting: Vec<(Option<usize>, usize)> = vec![(None, 0)];
    let mut depth_before: Option<usize> = None;
    while let Some((tie, depth)) = waiting.pop() {
        let node = tie.map_or(head, |tie| web.ties[tie].from);
        let has_more = !below[node].is_empty();
        let see = match (told[node], depth) {
            (true, _) if has_more => Some("above"),
            (false, DEPTH) if has_more => Some("below"),
            _ => None,
        };
        let id = web.ids[node];
        if let (Some(before), Some(last)) = (depth_before, items.last_mut()) {
            last.closes = vec![(); (before + 1).saturating_sub(depth)];
        }
        items.push(Item {
            opens: depth_before.is_none_or(|before| depth > before) && depth > 0,
            closes: Vec::new(),
            verb: tie.map(|tie| web.ties[tie].passive.clone()),
            side: tie.map(|tie| side_word(web.ties[tie].side)),
            claim: Link::claim_or_mark(site, id),
            status: status(site, id),
            see,
            more: if see.is_none() {
                web.more.get(&id).copied().unwrap_or(0)
            } else {
                0
            },
        });
        depth_before = Some(depth);
        if see.is_none() {
            told[node] = true;
            let next = below[node].iter().rev();
            waiting.extend(next.map(|tie| (Some(*tie), depth + 1)));
        }
    }
    if let (Some(before), Some(last)) = (depth_before, items.last_mut()) {
        last.closes = vec![(); before + 1];
    }
}
