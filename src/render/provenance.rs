//! The chains on the page of a claim: who says it, through whom, and where they meet.

use serde::Serialize;

use super::shapes::{Count, Link, Word};
use super::statement::{act, speaker, spoken};
use crate::page::Page;
use crate::provenance::{Names, Path, Provenance, Root, StepKind, Taken};
use crate::record::{Act, RelationKind};
use crate::site::{ClaimId, Origin, Site};

/// All statements of one origin.
#[derive(Debug, Serialize)]
pub(super) struct OriginGroup {
    origin: Option<Link>,
    count: Count,
    counts: bool,
    why: Option<String>,
    paths: Vec<PathShape>,
}

#[derive(Debug, Serialize)]
struct PathShape {
    statements: Vec<TakenShape>,
    steps: Vec<StepShape>,
}

#[derive(Debug, Serialize)]
struct TakenShape {
    link: Link,
    note: Option<String>,
    verb: Option<&'static str>,
    through: Option<Link>,
}

#[derive(Debug, Serialize)]
struct StepShape {
    kind: Word,
    link: Link,
    note: Option<String>,
}

/// The chains of a claim, one group an origin, each chain drawn once; denials of it come last.
pub(super) fn provenance(site: &Site, id: ClaimId) -> Vec<OriginGroup> {
    let Provenance { origins, mut apart } = Provenance::of(site, id);
    // Non-answers have a part of the page to themselves.
    for root in &mut apart {
        for path in &mut root.paths {
            path.statements
                .retain(|one| site[one.statement].act != Act::Declines);
        }
        root.paths.retain(|path| !path.statements.is_empty());
    }
    apart.retain(|root| !root.paths.is_empty());
    let counting = origins.iter().map(|root| group(site, root, true));
    let others = apart.iter().map(|root| group(site, root, false));
    counting.chain(others).collect()
}

fn group(site: &Site, root: &Root, counts: bool) -> OriginGroup {
    let names = Names {
        name: &|at| called(site, root.origin.as_ref(), at).text,
        nobody: &|id| speaker(site, &site[id]).text,
    };
    let why = if counts { root.why(site, &names) } else { None };
    OriginGroup {
        origin: root
            .origin
            .as_ref()
            .map(|origin| Link::origin(site, origin)),
        count: Count::new(root.count(), "statement", "statements"),
        counts,
        why: why.map(|why| why + "."),
        paths: root
            .paths
            .iter()
            .map(|one| path(site, root.origin.as_ref(), one))
            .collect(),
    }
}

/// An origin as origins are called, and what passes it on by its outlet.
fn called(site: &Site, root: Option<&Origin>, at: &Origin) -> Link {
    match at {
        Origin::Source(id) if root != Some(at) => Link::outlet(site, *id),
        _ => Link::origin(site, at),
    }
}

fn path(site: &Site, origin: Option<&Origin>, path: &Path) -> PathShape {
    let steps = path.chain.steps.iter().map(|step| StepShape {
        kind: Word::of(step.kind.word()),
        link: called(site, origin, &step.at),
        note: (step.kind == StepKind::Origin).then(|| {
            let outlet = |at: &Origin| called(site, None, at).text;
            path.chain.reason.words(&outlet)
        }),
    });
    PathShape {
        statements: path.statements.iter().map(|one| taken(site, one)).collect(),
        steps: steps.collect(),
    }
}

fn taken(site: &Site, taken: &Taken) -> TakenShape {
    let statement = &site[taken.statement];
    let who = speaker(site, statement).text;
    let place = statement
        .brief
        .map(|brief| format!("{}#s{}", Page::Brief(brief).route(site), statement.number));
    TakenShape {
        link: Link {
            text: format!("{who} {}", act(statement.act).word),
            path: place,
        },
        note: spoken(site, statement).map(crate::date::Date::text),
        verb: taken.through.map(|(kind, _)| match kind {
            RelationKind::SameAs => "which is the same",
            _ => "which corroborates this",
        }),
        through: taken.through.map(|(_, id)| Link::claim_or_mark(site, id)),
    }
}
