//! The claim graph: who makes which claim, through whom, from where, and what speaks for and
//! against it.

mod dot;
mod graphml;

use std::collections::BTreeMap;

use super::record::{address, mark};
use crate::page::Page;
use crate::site::{BriefId, ClaimId, Origin, Party, Site, SourceId, SpeakerId, Statement};

pub(super) use dot::dot;
pub(super) use graphml::graphml;

/// Things and the ties between them.
pub(super) struct Graph {
    title: String,
    nodes: Vec<Node>,
    edges: Vec<Edge>,
}

struct Node {
    /// Its kind and key: `claim:ammo-deal`.
    id: String,
    kind: NodeKind,
    label: String,
    /// Of a claim, the status that holds.
    status: Option<&'static str>,
    url: Option<String>,
}

/// A tie, which goes from one place of the nodes to another.
struct Edge {
    from: usize,
    to: usize,
    kind: &'static str,
    /// Of a statement the act, of evidence the stance.
    detail: Option<&'static str>,
    /// How many statements say so; one for what no statement says.
    count: usize,
    /// Whether somebody has looked at one of them.
    reviewed: bool,
}

/// What a node stands for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum NodeKind {
    /// A claim.
    Claim,
    /// A person or organisation of the record.
    Speaker,
    /// A publication or document.
    Source,
    /// A name that the record does not list.
    Name,
}

impl NodeKind {
    fn word(self) -> &'static str {
        match self {
            Self::Claim => "claim",
            Self::Speaker => "speaker",
            Self::Source => "source",
            Self::Name => "name",
        }
    }
}

/// What a node is made of.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Thing {
    Claim(ClaimId),
    Speaker(SpeakerId),
    Source(SourceId),
    Name(String),
}

/// The graph of the whole site, or of what some briefs tell of.
pub(super) fn graph(site: &Site, briefs: Option<&[BriefId]>) -> Graph {
    let is_told = |one: &Statement| match (briefs, one.brief) {
        (None, _) => true,
        (Some(briefs), Some(brief)) => briefs.contains(&brief),
        (Some(_), None) => false,
    };
    let is_here = |id: &ClaimId| {
        let mut statements = site[*id].statements.iter().map(|one| &site[*one]);
        briefs.is_none() || statements.any(is_told)
    };
    let mut builder = Builder {
        site,
        places: BTreeMap::new(),
        things: Vec::new(),
        edges: BTreeMap::new(),
    };
    for id in site.claim_ids().filter(is_here) {
        builder.claim(id, is_told);
    }
    builder.surroundings();
    builder.finish()
}

struct Builder<'a> {
    site: &'a Site,
    places: BTreeMap<Thing, usize>,
    things: Vec<Thing>,
    /// How many say so, and whether one of them was looked at.
    edges: BTreeMap<Tie, (usize, bool)>,
}

/// Both ends of an edge, its kind and its detail.
type Tie = (usize, usize, &'static str, Option<&'static str>);

impl Builder<'_> {
    fn node(&mut self, thing: Thing) -> usize {
        let next = self.things.len();
        let place = *self.places.entry(thing.clone()).or_insert(next);
        if place == next {
            self.things.push(thing);
        }
        place
    }

    fn edge(&mut self, from: usize, to: usize, kind: &'static str) {
        self.detailed(from, to, (kind, None), true);
    }

    fn detailed(
        &mut self,
        from: usize,
        to: usize,
        (kind, detail): (&'static str, Option<&'static str>),
        reviewed: bool,
    ) {
        let edge = self.edges.entry((from, to, kind, detail)).or_default();
        edge.0 += 1;
        edge.1 |= reviewed;
    }

    fn party(&mut self, party: &Party) -> usize {
        self.node(match party {
            Party::Speaker(id) => Thing::Speaker(*id),
            Party::Name(name) => Thing::Name(name.clone()),
        })
    }

    fn origin(&mut self, origin: &Origin) -> usize {
        match origin {
            Origin::Source(id) => self.node(Thing::Source(*id)),
            Origin::Party(party) => self.party(party),
        }
    }

    fn claim(&mut self, id: ClaimId, is_told: impl Fn(&Statement) -> bool) {
        let site = self.site;
        let claim = &site[id];
        let here = self.node(Thing::Claim(id));
        let statements = claim.statements.iter().map(|one| &site[*one]);
        for statement in statements.filter(|one| is_told(one)) {
            self.statement(here, statement);
        }
        for evidence in &claim.details.evidence {
            let source = self.node(Thing::Source(evidence.source));
            let stance = evidence.entry.stance;
            self.detailed(source, here, ("evidence", Some(stance.word())), true);
        }
        for tie in claim.outgoing.iter().chain(&claim.incoming) {
            let relation = &site.relations[*tie];
            let from = self.node(Thing::Claim(relation.from));
            let to = self.node(Thing::Claim(relation.to));
            // Both of its ends tell of it; once is enough.
            self.edges
                .insert((from, to, relation.kind.word(), None), (1, true));
        }
    }

    fn statement(&mut self, claim: usize, statement: &Statement) {
        let reviewed = statement.reviewed();
        let speaker = match (statement.speaker, statement.unlisted()) {
            (Some(id), _) => Some(self.node(Thing::Speaker(id))),
            (None, Some(name)) => Some(self.node(Thing::Name(name.to_owned()))),
            (None, None) => None,
        };
        if let Some(speaker) = speaker {
            let act = statement.act.word();
            self.detailed(speaker, claim, ("states", Some(act)), reviewed);
        }
        let named = statement.heard_through().iter().cloned().map(Thing::Name);
        let relay = statement.via.iter().map(|id| Thing::Source(*id));
        for thing in relay.chain(named) {
            let relay = self.node(thing);
            self.detailed(relay, claim, ("relays", None), reviewed);
        }
        for cited in &statement.citations {
            let source = self.node(Thing::Source(cited.source));
            self.detailed(source, claim, ("cited-for", None), reviewed);
        }
        if let Some((origin, _)) = &statement.origin {
            let origin = self.origin(origin);
            self.detailed(claim, origin, ("has-origin", None), reviewed);
        }
    }

    /// What the sources rest on, and whom the speakers speak for, as far up as it goes.
    fn surroundings(&mut self) {
        let site = self.site;
        let mut place = 0;
        while let Some(thing) = self.things.get(place).cloned() {
            match thing {
                Thing::Source(id) => {
                    if let Some(origin) = &site[id].origin {
                        let origin = self.origin(origin);
                        self.edge(place, origin, "has-origin");
                    }
                }
                Thing::Speaker(id) => {
                    if let Some(org) = &site[id].org {
                        let org = self.party(org);
                        self.edge(place, org, "belongs-to");
                    }
                }
                Thing::Claim(_) | Thing::Name(_) => {}
            }
            place += 1;
        }
    }

    fn finish(self) -> Graph {
        let site = self.site;
        let edge = |((from, to, kind, detail), (count, reviewed))| Edge {
            from,
            to,
            kind,
            detail,
            count,
            reviewed,
        };
        Graph {
            title: site.settings.title.clone(),
            nodes: self.things.iter().map(|one| node(site, one)).collect(),
            edges: self.edges.into_iter().map(edge).collect(),
        }
    }
}

fn node(site: &Site, thing: &Thing) -> Node {
    let (kind, key, label) = match thing {
        Thing::Claim(id) => (NodeKind::Claim, &site[*id].key, site[*id].text.clone()),
        Thing::Speaker(id) => {
            let entry = &site[*id].entry;
            (NodeKind::Speaker, &entry.key.value, entry.name.clone())
        }
        Thing::Source(id) => {
            let key = &site[*id].entry.key.value;
            let words = site.settings.languages.of(&site.settings.lang);
            (NodeKind::Source, key, site.source_label(*id, words))
        }
        Thing::Name(name) => (NodeKind::Name, name, name.clone()),
    };
    Node {
        id: format!("{}:{key}", kind.word()),
        kind,
        label,
        status: match thing {
            Thing::Claim(id) => site.status(*id),
            _ => None,
        },
        url: url(site, thing),
    }
}

fn url(site: &Site, thing: &Thing) -> Option<String> {
    let page = match thing {
        Thing::Claim(id) if site[*id].has_page => Page::Claim(*id),
        Thing::Claim(id) => return mark(site, &site[*site[*id].statements.first()?]),
        Thing::Speaker(id) => Page::Speaker(*id),
        Thing::Source(id) => Page::Source(*id),
        Thing::Name(_) => return None,
    };
    Some(address(site, &page))
}
