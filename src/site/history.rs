//! How a claim's status came about: computed and editorial changes in one dated list.

use super::{ClaimId, Computed, Site, StatementId};
use crate::date::Date;
use crate::record::Editorial;

/// A status of either kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// As the record gives it.
    Computed(Computed),
    /// As the editors hold it.
    Editorial(Editorial),
}

impl Standing {
    /// Of which kind it is.
    pub fn kind(self) -> &'static str {
        match self {
            Self::Computed(_) => "computed",
            Self::Editorial(_) => "editorial",
        }
    }

    /// The word of the status.
    pub fn word(self) -> &'static str {
        match self {
            Self::Computed(computed) => computed.word(),
            Self::Editorial(editorial) => editorial.word(),
        }
    }
}

/// What changed a status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// A statement was made.
    Statement(StatementId),
    /// A relation came to hold, by its place in [`Site::relations`].
    Relation(usize),
    /// A relation ceased to hold, since the claim that it goes out from no longer stands.
    Fallen(usize),
    /// The editors decided, by the place in [`ClaimDetails::history`](super::ClaimDetails).
    Entry(usize),
}

/// A change of a claim's status.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusStep {
    /// The day of what changed it: when it was said or decided.
    pub date: Option<Date>,
    /// The day since which the site has it on record: that of the brief which told of it first.
    pub recorded: Option<Date>,
    /// What the status came to be.
    pub status: Standing,
    /// What changed it.
    pub cause: Cause,
}

impl StatusStep {
    /// The day of a change that came after `day`: its own, or that on which the site came to know
    /// of it where only that came later.
    pub fn seen_after(&self, day: Date) -> Option<Date> {
        let own = self.date.filter(|date| date.certainly_after(day));
        own.or(self.recorded)
    }

    /// Whether it is on record only after a day.
    pub fn is_after(&self, day: Date) -> bool {
        self.recorded.is_some_and(|date| date.certainly_after(day))
    }
}

impl Site {
    /// The status that stood beside a claim on a day, the editors' word before the record's.
    pub fn status_on(&self, claim: ClaimId, day: Date) -> Option<&'static str> {
        let known = self[claim].history.iter().filter(|one| !one.is_after(day));
        shown(known).map(|step| step.status.word())
    }

    /// How the status that stands beside a claim changed after a day: for each change the step
    /// that brought it.
    pub fn changes_after(&self, claim: ClaimId, day: Date) -> Vec<&StatusStep> {
        let history = &self[claim].history;
        let known = history.iter().filter(|one| !one.is_after(day));
        let mut last = shown(known);
        let mut changes = Vec::new();
        for (index, _) in history
            .iter()
            .enumerate()
            .filter(|(_, one)| one.is_after(day))
        {
            let now = shown(history[..=index].iter());
            if now.map(|step| step.status) != last.map(|step| step.status) {
                changes.extend(now);
                last = now;
            }
        }
        changes
    }
}

/// The step whose status is shown where all of these have happened.
fn shown<'a>(steps: impl Iterator<Item = &'a StatusStep>) -> Option<&'a StatusStep> {
    let is_editorial = |step: &StatusStep| matches!(step.status, Standing::Editorial(_));
    steps.fold(None, |before: Option<&StatusStep>, step| match before {
        Some(before) if is_editorial(before) && !is_editorial(step) => Some(before),
        _ => Some(step),
    })
}
