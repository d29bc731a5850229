//! What rests on a thing of the record: all that would fall or change with it, and by what way.

use std::collections::HashMap;

use super::remaining::Rest;
use super::{BriefId, ClaimId, Site, SourceId, SpeakerId, StatementId};
use crate::record::{Act, RelationKind, words};

/// A thing of the record that others rest on, or that rests on others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Node {
    /// A speaker.
    Speaker(SpeakerId),
    /// A source.
    Source(SourceId),
    /// A statement.
    Statement(StatementId),
    /// A claim.
    Claim(ClaimId),
    /// A brief.
    Brief(BriefId),
}

words! {
    /// By what a thing rests on another.
    Tie {
        /// The speaker speaks for the organisation.
        Organisation "organisation",
        /// The speaker makes the statement.
        By "by",
        /// The statement came through the source.
        Via "via",
        /// The statement or brief cites the source.
        Citation "citation",
        /// The source or statement has it as its origin.
        Origin "origin",
        /// The claim has the source as evidence.
        Evidence "evidence",
        /// The source is a reason for the claim's dated status.
        Status "status",
        /// The statement makes the claim.
        Statement "statement",
        /// The claim relies on the other.
        ReliesOn "relies-on",
        /// The claim is the same in other words.
        SameAs "same-as",
        /// The brief holds the statement, or states the claim.
        Text "text",
        /// The brief has the claim as a key judgement.
        KeyJudgement "key-judgement",
        /// The brief is the speaker's.
        Author "author",
    }
}

/// All that rests on one thing, directly or through others.
#[derive(Clone, Debug)]
pub struct Dependents {
    /// The thing.
    pub of: Node,
    /// What rests on it, nearest first.
    pub all: Vec<Dependent>,
    place: HashMap<Node, usize>,
    pub(super) rest: Rest,
}

/// A thing that rests on another.
#[derive(Clone, Copy, Debug)]
pub struct Dependent {
    /// The thing.
    pub node: Node,
    /// By what it rests on the one before it.
    pub tie: Tie,
    /// The one before it on the shortest way: a place in [`Dependents::all`], or the start.
    pub before: Option<usize>,
}

impl Node {
    /// What kind of thing it is.
    pub fn kind(self) -> &'static str {
        match self {
            Self::Speaker(_) => "speaker",
            Self::Source(_) => "source",
            Self::Statement(_) => "statement",
            Self::Claim(_) => "claim",
            Self::Brief(_) => "brief",
        }
    }

    /// The key; of a brief its slug, of a statement its brief's slug and its number, or for one
    /// that only the record tells of the key of its claim.
    pub fn key(self, site: &Site) -> String {
        match self {
            Self::Speaker(id) => site[id].entry.key.value.clone(),
            Self::Source(id) => site[id].entry.key.value.clone(),
            Self::Claim(id) => site[id].key.clone(),
            Self::Brief(id) => site[id].brief.document.slug.clone(),
            Self::Statement(id) => match site[id].brief {
                Some(brief) => {
                    let slug = &site[brief].brief.document.slug;
                    format!("{slug}#s{}", site[id].number)
                }
                None => site[site[id].claim].key.clone(),
            },
        }
    }

    /// What it is called in full: claims and statements by their words, sources by their titles.
    pub fn title(self, site: &Site) -> String {
        match self {
            Self::Speaker(id) => site[id].entry.name.clone(),
            Self::Source(id) => {
                let title = site[id].entry.entry.title();
                title.unwrap_or_else(|| self.key(site))
            }
            Self::Claim(id) => site[id].text.clone(),
            Self::Brief(id) => site[id].brief.document.front.title.clone(),
            Self::Statement(id) => site[id].text.clone(),
        }
    }
}

impl Dependents {
    /// Walks to all that rests on a thing: through relays, citations, origins, evidence, reasons
    /// for a status, `relies-on` and `same-as`, in every brief. `supports` and `corroborates`
    /// weigh on a claim and do not carry it. The cost is linear in what is reached.
    pub fn of(site: &Site, node: Node) -> Self {
        let mut found = Self {
            of: node,
            all: Vec::new(),
            place: HashMap::new(),
            rest: Rest::default(),
        };
        let mut next = 0;
        found.step(site, node, None);
        while let Some(dependent) = found.all.get(next) {
            let node = dependent.node;
            found.step(site, node, Some(next));
            next += 1;
        }
        found.rest = Rest::of(site, &found);
        found
    }

    fn step(&mut self, site: &Site, node: Node, before: Option<usize>) {
        each(site, node, |tie, node| {
            if node != self.of && !self.place.contains_key(&node) {
                self.place.insert(node, self.all.len());
                self.all.push(Dependent { node, tie, before });
            }
        });
    }

    /// Whether a thing rests on it.
    pub fn hold(&self, node: Node) -> bool {
        self.place.contains_key(&node)
    }

    /// The shortest way from the thing to one that rests on it, without the start; empty where
    /// nothing leads there.
    pub fn way(&self, node: Node) -> Vec<Dependent> {
        let mut way = Vec::new();
        let mut at = self.place.get(&node).copied();
        while let Some(index) = at {
            way.push(self.all[index]);
            at = self.all[index].before;
        }
        way.reverse();
        way
    }

    /// The claims among them, nearest first.
    pub fn claims(&self) -> impl Iterator<Item = ClaimId> {
        self.all.iter().filter_map(|one| match one.node {
            Node::Claim(id) => Some(id),
            _ => None,
        })
    }

    /// The sources among them, nearest first.
    pub fn sources(&self) -> impl Iterator<Item = SourceId> {
        self.all.iter().filter_map(|one| match one.node {
            Node::Source(id) => Some(id),
            _ => None,
        })
    }

    /// The briefs among them, nearest first.
    pub fn briefs(&self) -> impl Iterator<Item = BriefId> {
        self.all.iter().filter_map(|one| match one.node {
            Node::Brief(id) => Some(id),
            _ => None,
        })
    }
}

/// Calls `found` for each thing that rests directly on a thing.
fn each(site: &Site, node: Node, mut found: impl FnMut(Tie, Node)) {
    match node {
        Node::Speaker(id) => {
            let speaker = &site[id];
            let mut statements = |tie, ids: &[StatementId]| {
                for id in ids {
                    found(tie, Node::Statement(*id));
                }
            };
            statements(Tie::By, &speaker.statements);
            statements(Tie::Origin, &speaker.named_by);
            for id in &speaker.members {
                found(Tie::Organisation, Node::Speaker(*id));
            }
            for id in &speaker.origin_of {
                found(Tie::Origin, Node::Source(*id));
            }
            for id in &speaker.author_of {
                found(Tie::Author, Node::Brief(*id));
            }
        }
        Node::Source(id) => of_source(site, id, found),
        Node::Statement(id) => {
            let statement = &site[id];
            let asserts = match statement.act {
                Act::Declines => false,
                Act::Denies => site.is_denial(statement.claim),
                _ => true,
            };
            if asserts {
                found(Tie::Statement, Node::Claim(statement.claim));
            }
            if let Some(brief) = statement.brief {
                found(Tie::Text, Node::Brief(brief));
            }
        }
        Node::Claim(id) => of_claim(site, id, found),
        Node::Brief(_) => {}
    }
}

fn of_source(site: &Site, id: SourceId, mut found: impl FnMut(Tie, Node)) {
    let source = &site[id];
    for statement in &source.statements {
        let is_relay = site[*statement].via.contains(&id);
        let tie = if is_relay { Tie::Via } else { Tie::Citation };
        found(tie, Node::Statement(*statement));
    }
    for statement in &source.named_by {
        found(Tie::Origin, Node::Statement(*statement));
    }
    for other in &source.origin_of {
        found(Tie::Origin, Node::Source(*other));
    }
    for claim in &source.evidence_of {
        found(Tie::Evidence, Node::Claim(*claim));
    }
    for claim in &source.status_of {
        found(Tie::Status, Node::Claim(*claim));
    }
    for brief in &source.briefs {
        found(Tie::Citation, Node::Brief(*brief));
    }
}

fn of_claim(site: &Site, id: ClaimId, mut found: impl FnMut(Tie, Node)) {
    let claim = &site[id];
    for relation in claim.incoming.iter().map(|one| &site.relations[*one]) {
        match relation.kind {
            RelationKind::ReliesOn => found(Tie::ReliesOn, Node::Claim(relation.from)),
            RelationKind::SameAs if both_live(site, id, relation.from) => {
                found(Tie::SameAs, Node::Claim(relation.from));
            }
            _ => {}
        }
    }
    for relation in claim.outgoing.iter().map(|one| &site.relations[*one]) {
        if relation.kind == RelationKind::SameAs && both_live(site, id, relation.to) {
            found(Tie::SameAs, Node::Claim(relation.to));
        }
    }
    for brief in &claim.judgement_of {
        found(Tie::KeyJudgement, Node::Brief(*brief));
    }
    let statements = claim.statements.iter().chain(&claim.translations);
    for brief in statements.filter_map(|id| site[*id].brief) {
        found(Tie::Text, Node::Brief(brief));
    }
}

/// Whether `same-as` makes one of two claims: of those that no longer stand it does not.
fn both_live(site: &Site, one: ClaimId, other: ClaimId) -> bool {
    site[one].is_live() && site[other].is_live()
}

impl Site {
    /// Of the sources that were retracted or corrected, those that a thing rests on.
    pub fn fallen_below(&self, node: Node) -> impl Iterator<Item = &Dependents> {
        self.fallen.iter().filter(move |one| one.hold(node))
    }

    /// Whether a claim is a judgement: the authors' own, or a brief's key judgement.
    pub fn is_judgement(&self, id: ClaimId) -> bool {
        !self[id].judgement_of.is_empty() || self.is_own_judgement(id)
    }
}
