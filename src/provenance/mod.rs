//! Where a claim comes from: the chain of every statement, and where the chains meet.

mod text;
mod why;

pub use text::{explain, line, name};
pub use why::{Names, listed};

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::record::{RelationKind, words};
use crate::site::{ClaimId, Origin, OriginRule, Party, Site, SourceId, Statement, StatementId};

/// All chains that end in a claim, by the origin that they come from.
#[derive(Clone, Debug)]
pub struct Provenance {
    /// One for each origin of the claim, and one for statements without an origin.
    pub origins: Vec<Root>,
    /// Statements that do not assert the claim and so add no origin: denials and non-answers.
    pub apart: Vec<Root>,
}

/// The chains that go back to one origin.
#[derive(Clone, Debug)]
pub struct Root {
    /// The origin; `None` for statements without one.
    pub origin: Option<Origin>,
    /// The distinct chains, each with all statements that took it.
    pub paths: Vec<Path>,
}

/// A chain with the statements that took it.
#[derive(Clone, Debug)]
pub struct Path {
    /// The chain.
    pub chain: Chain,
    /// The statements, in the order of [`Site::statements`](crate::site::Site::statements).
    pub statements: Vec<Taken>,
}

/// A statement that bears on the claim.
#[derive(Clone, Copy, Debug)]
pub struct Taken {
    /// The statement.
    pub statement: StatementId,
    /// The other claim that it states, with the relation by which that counts.
    pub through: Option<(RelationKind, ClaimId)>,
}

/// The way of a statement's knowledge, from the author's desk back to where it comes from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Chain {
    /// The steps, nearest first; the last is the origin where there is one.
    pub steps: Vec<Step>,
    /// Why the last step is the origin.
    pub reason: Reason,
}

/// By which rule the last step of a chain is the origin (DESIGN, "Origins").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// The statement names it.
    Stated,
    /// It is the origin of this source, the first of relay and citations that has one.
    OfSource(SourceId),
    /// It is the topmost organisation of the speaker.
    Organisation,
    /// It is the speaker, who speaks for no other.
    Speaker,
    /// It is the first source, since nobody is named.
    Source,
    /// There is no origin on record.
    Nothing,
}

/// A step of a chain.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Step {
    /// What part it has in the chain.
    pub kind: StepKind,
    /// Who or what it is.
    pub at: Origin,
}

words! {
    /// What part a step has in a chain.
    StepKind {
        /// Passed the statement on.
        Relay "relay",
        /// Is cited, or is what the step before it rests on.
        Source "source",
        /// Is who told the step before it.
        Speaker "speaker",
        /// Is whom the step before it speaks for.
        Organisation "organisation",
        /// Is where the knowledge comes from.
        Origin "origin",
    }
}

impl Chain {
    /// The chain of a statement.
    pub fn of(site: &Site, id: StatementId) -> Self {
        let statement = &site[id];
        let mut steps: Vec<Step> = Vec::new();
        let mut add = |kind, at: Origin| steps.push(Step { kind, at });
        for id in &statement.via {
            add(StepKind::Relay, Origin::Source(*id));
        }
        for id in cited(statement) {
            add(StepKind::Source, Origin::Source(id));
        }
        let (first, reason) = match statement.origin.as_ref().map(|(_, rule)| rule) {
            None => (None, Reason::Nothing),
            Some(OriginRule::Stated(origin)) => (Some(origin.clone()), Reason::Stated),
            Some(OriginRule::OfSource(id)) => (site[*id].origin.clone(), Reason::OfSource(*id)),
            // The statement names the speaker, so that the way goes on from the organisation.
            Some(OriginRule::OfSpeaker(id)) => match site[*id].org.clone() {
                Some(org) => (Some(Origin::Party(org)), Reason::Organisation),
                None => (Some(Origin::Party(Party::Speaker(*id))), Reason::Speaker),
            },
            Some(OriginRule::SourceItself(id)) => (Some(Origin::Source(*id)), Reason::Source),
        };
        let is_org = reason == Reason::Organisation;
        for at in way_up(site, first) {
            let is_told = steps.last().is_some_and(Step::is_source);
            let kind = match at {
                Origin::Source(_) => StepKind::Source,
                Origin::Party(_) if is_told && !is_org => StepKind::Speaker,
                Origin::Party(_) => StepKind::Organisation,
            };
            match steps.last_mut() {
                Some(last) if last.at == at => last.kind = kind,
                _ => steps.push(Step { kind, at }),
            }
        }
        if let (Some(last), true) = (steps.last_mut(), reason != Reason::Nothing) {
            last.kind = StepKind::Origin;
        }
        Self { steps, reason }
    }
}

impl Step {
    fn is_source(&self) -> bool {
        matches!(self.at, Origin::Source(_))
    }
}

/// The sources that are cited and are not the relay.
fn cited(statement: &Statement) -> impl Iterator<Item = SourceId> {
    let cited = statement.citations.iter().map(|cited| cited.source);
    let mut seen: HashSet<SourceId> = statement.via.iter().copied().collect();
    cited.filter(move |id| seen.insert(*id))
}

/// An origin and what it rests on in turn, up to the top.
pub fn way_up(site: &Site, first: Option<Origin>) -> impl Iterator<Item = Origin> {
    let mut seen = HashSet::new();
    let next = |at: &Origin| match at {
        Origin::Source(id) => site[*id].origin.clone(),
        Origin::Party(Party::Speaker(id)) => site[*id].org.clone().map(Origin::Party),
        Origin::Party(Party::Name(_)) => None,
    };
    // A circle is an error and stops the build; what asks before then has to end all the same.
    std::iter::successors(first, next).take_while(move |at| seen.insert(at.clone()))
}

impl Provenance {
    /// The chains of all statements of a claim, of the claims that are the same, and of those that
    /// corroborate it.
    pub fn of(site: &Site, id: ClaimId) -> Self {
        let own = site[id].statements.iter().map(|statement| Taken {
            statement: *statement,
            through: None,
        });
        let asserting: HashSet<StatementId> = site.asserting(id).collect();
        let (mut taken, apart): (Vec<Taken>, Vec<Taken>) = own
            .filter(|one| is_told(&site[one.statement]))
            .partition(|one| asserting.contains(&one.statement));
        let same = &site[id].same.claims;
        let mut seen: HashSet<ClaimId> = same.iter().copied().collect();
        for other in same.iter().filter(|other| **other != id) {
            add(site, &mut taken, *other, (RelationKind::SameAs, *other));
        }
        for confirming in site.corroborating(id) {
            for other in &site[confirming].same.claims {
                if seen.insert(*other) {
                    let through = (RelationKind::Corroborates, confirming);
                    add(site, &mut taken, *other, through);
                }
            }
        }
        Self {
            origins: roots(site, taken),
            apart: roots(site, apart),
        }
    }

    /// The root of an origin.
    pub fn root(&self, origin: &Origin) -> Option<&Root> {
        let is_it = |root: &&Root| root.origin.as_ref() == Some(origin);
        self.origins.iter().find(is_it)
    }
}

/// Whether there is a chain to tell of: the author's own judgement may rest on nothing on record.
fn is_told(statement: &Statement) -> bool {
    statement.origin.is_some() || !statement.is_own_judgement()
}

fn add(site: &Site, taken: &mut Vec<Taken>, claim: ClaimId, through: (RelationKind, ClaimId)) {
    let statements = site.asserting(claim).filter(|id| is_told(&site[*id]));
    taken.extend(statements.map(|statement| Taken {
        statement,
        through: Some(through),
    }));
}

/// Statements by origin and chain, both in the order in which they first come.
fn roots(site: &Site, taken: Vec<Taken>) -> Vec<Root> {
    let mut roots: Vec<Root> = Vec::new();
    let mut root_of: HashMap<Option<Origin>, usize> = HashMap::new();
    let mut path_of: HashMap<Chain, (usize, usize)> = HashMap::new();
    for one in taken {
        let chain = Chain::of(site, one.statement);
        if let Some((root, path)) = path_of.get(&chain) {
            roots[*root].paths[*path].statements.push(one);
            continue;
        }
        let origin = site[one.statement].origin.as_ref();
        let origin = origin.map(|(origin, _)| origin.clone());
        let root = *root_of.entry(origin.clone()).or_insert_with(|| {
            roots.push(Root {
                origin,
                paths: Vec::new(),
            });
            roots.len() - 1
        });
        path_of.insert(chain.clone(), (root, roots[root].paths.len()));
        roots[root].paths.push(Path {
            chain,
            statements: vec![one],
        });
    }
    roots
}

impl Root {
    /// How many statements go back to the origin.
    pub fn count(&self) -> usize {
        self.paths.iter().map(|path| path.statements.len()).sum()
    }

    /// The nearest step that all chains have in common: where they meet.
    pub fn meeting(&self) -> Option<&Origin> {
        let mut passed: BTreeMap<&Origin, usize> = BTreeMap::new();
        for path in &self.paths {
            let steps: HashSet<&Origin> = path.chain.steps.iter().map(|step| &step.at).collect();
            #[expect(clippy::iter_over_hash_type, reason = "counts know no order")]
            for at in steps {
                *passed.entry(at).or_default() += 1;
            }
        }
        let steps = self.paths.first()?.chain.steps.iter();
        steps
            .map(|step| &step.at)
            .find(|at| passed.get(at) == Some(&self.paths.len()))
    }
}
