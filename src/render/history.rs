//! The dated history of a claim's status, as templates see it.

use serde::Serialize;

use super::localised::Localised;
use super::shapes::{Citation, DateShape, Link, Word};
use super::statement::passive;
use crate::date::Date;
use crate::page::Page;
use crate::site::{BriefId, Cause, ClaimId, Computed, Standing, StatementId, StatusStep};

/// A change of a claim's status.
#[derive(Clone, Debug, Serialize)]
pub(super) struct StepShape {
    date: Option<DateShape>,
    recorded: Option<DateShape>,
    status: Word,
    kind: &'static str,
    cause: Option<CauseShape>,
    note: Option<String>,
    citations: Vec<Citation>,
}

/// What changed a status: "denied by" and who, with the way to the place.
#[derive(Clone, Debug, Serialize)]
pub(super) struct CauseShape {
    pub(super) words: String,
    pub(super) link: Link,
}

/// A status that a claim came to have after a day.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Changed {
    status: Word,
    on: String,
    date: Option<DateShape>,
}

/// The history of a claim's status, newest last.
pub(super) fn history(site: &Localised, id: ClaimId) -> Vec<StepShape> {
    let steps = site[id].history.iter().enumerate();
    steps
        .map(|(index, step)| {
            let mut shape = StepShape {
                date: step.date.map(|date| site.date(date)),
                recorded: recorded(site, id, step).map(|date| site.date(date)),
                status: site.status_word(step.status.word()),
                kind: step.status.kind(),
                cause: cause(site, step, index == 0),
                note: None,
                citations: Vec::new(),
            };
            if let Cause::Entry(entry) = step.cause
                && let Some(change) = site[id].details.history.get(entry)
            {
                shape.note.clone_from(&change.note);
                let sources = change.sources.iter();
                shape.citations = sources
                    .map(|id| Citation::of_source(site, *id, None, None))
                    .collect();
            }
            shape
        })
        .collect()
}

/// The day on which a later brief told of a change, where that is not its own day.
fn recorded(site: &Localised, id: ClaimId, step: &StatusStep) -> Option<Date> {
    let first = site[id].history.first()?;
    let is_told_later = step.recorded != step.date && step.recorded != first.recorded;
    step.recorded.filter(|_| is_told_later)
}

/// What changed a status; nothing where the editors did, since their note says it.
pub(super) fn cause(site: &Localised, step: &StatusStep, is_first: bool) -> Option<CauseShape> {
    let (words, statement) = match step.cause {
        Cause::Entry(_) => return None,
        Cause::Statement(id) => {
            let words = match step.status {
                Standing::Computed(Computed::Disputed) => "causes.denied",
                _ if is_first => "causes.first",
                _ => "causes.also",
            };
            (site.words.text(words).to_owned(), id)
        }
        Cause::Relation(index) | Cause::Fallen(index) => {
            let relation = &site.relations[index];
            let verb = passive(site, relation.kind);
            let words = match step.cause {
                Cause::Fallen(_) => site.words.fill("causes.no_longer", &[("verb", verb)]),
                _ => verb.to_owned(),
            };
            (words, *site[relation.from].statements.first()?)
        }
    };
    Some(CauseShape {
        words,
        link: who(site, statement),
    })
}

/// Who made a statement, else its words, with the way to its place.
fn who(site: &Localised, id: StatementId) -> Link {
    let statement = &site[id];
    let claim = Link::claim_or_mark(site, statement.claim);
    let speaker = statement.speaker.map(|id| site[id].entry.name.clone());
    let path = statement
        .brief
        .map(|brief| format!("{}#s{}", Page::Brief(brief).route(site), statement.number));
    Link {
        lang: claim.lang.filter(|_| speaker.is_none()),
        text: speaker.unwrap_or(claim.text),
        path: path.or(claim.path),
    }
}

/// The status that stood beside a claim when a brief was last changed in substance, and what it
/// has come to since. In a brief without a date the status is that of today.
pub(super) fn status_in(
    site: &Localised,
    brief: BriefId,
    id: ClaimId,
) -> (Option<Word>, Vec<Changed>) {
    let status = |key: Option<&'static str>| key.map(|key| site.status_word(key));
    let Some(day) = site[brief].brief.document.front.stands_as_of() else {
        return (status(site.status(id)), Vec::new());
    };
    let changes = site.changes_after(id, day).into_iter();
    let changed = changes.map(|step| Changed {
        status: site.status_word(step.status.word()),
        on: step
            .seen_after(day)
            .map_or_else(String::new, |date| site.words.on_pattern(date).to_owned()),
        date: step.seen_after(day).map(|date| site.date(date)),
    });
    (status(site.status_on(id, day)), changed.collect())
}
