//! The chains on the page of a claim: who says it, through whom, and where they meet.

use serde::Serialize;

use super::localised::Localised;
use super::shapes::{Count, Link, Word};
use super::statement::{did, speaker, spoken};
use crate::page::Page;
use crate::provenance::{Names, Path, Provenance, Root, StepKind, Taken};
use crate::record::{Act, RelationKind};
use crate::site::{ClaimId, Origin};

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
    label: String,
    statements: Vec<TakenShape>,
    steps: Vec<StepShape>,
}

#[derive(Debug, Serialize)]
struct TakenShape {
    link: Link,
    note: Option<String>,
    verb: Option<String>,
    through: Option<Link>,
}

#[derive(Debug, Serialize)]
struct StepShape {
    kind: Word,
    link: Link,
    note: Option<String>,
}

/// The chains of a claim, one group an origin, each chain drawn once; denials of it come last.
pub(super) fn provenance(site: &Localised, id: ClaimId) -> Vec<OriginGroup> {
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

fn group(site: &Localised, root: &Root, counts: bool) -> OriginGroup {
    let names = Names {
        name: &|at| called(site, root.origin.as_ref(), at).text,
        nobody: &|id| speaker(site, &site[id]).text,
    };
    let why = if counts {
        root.why(site, site.words, &names)
    } else {
        None
    };
    OriginGroup {
        origin: root
            .origin
            .as_ref()
            .map(|origin| Link::origin(site, origin)),
        count: site.count(root.count(), "counts.statements"),
        counts,
        why,
        paths: root
            .paths
            .iter()
            .map(|one| path(site, root.origin.as_ref(), one))
            .collect(),
    }
}

/// An origin as origins are called, and what passes it on by its outlet.
fn called(site: &Localised, root: Option<&Origin>, at: &Origin) -> Link {
    match at {
        Origin::Source(id) if root != Some(at) => Link::outlet(site, *id),
        _ => Link::origin(site, at),
    }
}

fn path(site: &Localised, origin: Option<&Origin>, path: &Path) -> PathShape {
    let steps = path.chain.steps.iter().map(|step| StepShape {
        kind: site.word("provenance", step.kind.word()),
        link: called(site, origin, &step.at),
        note: (step.kind == StepKind::Origin).then(|| {
            let outlet = |at: &Origin| called(site, None, at).text;
            path.chain.reason.words(site.words, &outlet)
        }),
    });
    let count = path.statements.len();
    PathShape {
        label: site.words.plural("provenance.statements", count).to_owned(),
        statements: path.statements.iter().map(|one| taken(site, one)).collect(),
        steps: steps.collect(),
    }
}

fn taken(site: &Localised, taken: &Taken) -> TakenShape {
    let statement = &site[taken.statement];
    let place = statement
        .brief
        .map(|brief| format!("{}#s{}", Page::Brief(brief).route(site), statement.number));
    TakenShape {
        link: Link {
            text: did(site, statement),
            path: place,
            lang: None,
        },
        note: spoken(site, statement).map(|date| site.words.date(date)),
        verb: taken.through.map(|(kind, _)| match kind {
            RelationKind::SameAs => site.words.text("provenance.same").to_owned(),
            _ => site.words.text("provenance.corroborates").to_owned(),
        }),
        through: taken.through.map(|(_, id)| Link::claim_or_mark(site, id)),
    }
}
