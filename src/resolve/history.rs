//! How each claim's status came about, so that it can be told for any day.
//!
//! The changes that bear on a claim are put in the order in which the site came to know of them,
//! and the status is computed after each: once over all of them, and not once a day. Claims that
//! are the same today are taken as one from the beginning.

use std::collections::{BTreeMap, HashMap};

use crate::date::Date;
use crate::document::FrontMatter;
use crate::record::{Act, RelationKind};
use crate::site::{
    Cause, Claim, ClaimId, Computed, Origin, Site, Standing, StatementId, StatusStep,
};
use crate::text::FileId;

/// Something that bears on the status of a claim, and when.
struct Event<'a> {
    recorded: Option<Date>,
    said: Option<Date>,
    change: Change<'a>,
    cause: Cause,
}

enum Change<'a> {
    /// The claim is made.
    Made,
    /// An origin says so, or no longer.
    Origin(&'a Origin, bool),
    /// Somebody speaks against it, or no longer.
    Against(bool),
}

/// Writes the history of every claim.
pub(super) fn compute(site: &mut Site) {
    let histories: Vec<Vec<StatusStep>> = {
        let days = Days::new(site);
        let mut computed: HashMap<ClaimId, Vec<StatusStep>> = HashMap::new();
        let history = |id: ClaimId| {
            if site.is_unreviewed(id) {
                return Vec::new();
            }
            let first = first_of(site, id);
            let steps = computed
                .entry(first)
                .or_insert_with(|| sweep(&events(site, &days, first)));
            let own = if site.needs_no_source(id) {
                &[]
            } else {
                steps.as_slice()
            };
            joined(own, &site[id])
        };
        site.claim_ids().map(history).collect()
    };
    for (claim, history) in site.claims.iter_mut().zip(histories) {
        claim.history = history;
    }
}

/// When something came to be on record, and when it was said.
type When = (Option<Date>, Option<Date>);

/// The days on which the site came to know of things.
struct Days<'a> {
    statements: Vec<Option<Date>>,
    /// For each claim that of its first statement.
    claims: Vec<When>,
    files: HashMap<FileId, Option<Date>>,
    /// For the first of each group of claims that corroborate others, since when each origin says
    /// so.
    corroborating: HashMap<ClaimId, BTreeMap<&'a Origin, When>>,
}

impl<'a> Days<'a> {
    fn new(site: &'a Site) -> Self {
        let files = site.briefs.iter().map(|one| &one.brief.document);
        let files = files.map(|document| (document.file, document.front.appeared()));
        let statements: Vec<Option<Date>> = site
            .statements
            .iter()
            .map(|one| {
                let brief = one.brief.map(|id| &site[id].brief.document.front);
                one.said.max(brief.and_then(FrontMatter::appeared))
            })
            .collect();
        let first = |claim: &Claim| {
            let all = claim.statements.iter();
            let all = all.map(|id| (statements[id.0], site[*id].said.or(statements[id.0])));
            all.min().unwrap_or_default()
        };
        let mut days = Self {
            claims: site.claims.iter().map(first).collect(),
            files: files.collect(),
            statements,
            corroborating: HashMap::new(),
        };
        for relation in &site.relations {
            if relation.kind == RelationKind::Corroborates {
                let group = first_of(site, relation.from);
                if !days.corroborating.contains_key(&group) {
                    let origins = days.origins(site, group);
                    days.corroborating.insert(group, origins);
                }
            }
        }
        days
    }

    /// Since when each origin says what some claims that are the same say.
    fn origins(&self, site: &'a Site, group: ClaimId) -> BTreeMap<&'a Origin, When> {
        let mut origins = BTreeMap::new();
        let claims = site[group].same.claims.iter();
        for statement in claims.flat_map(|id| site.asserting(*id)) {
            if let Some((origin, _)) = &site[statement].origin {
                let when = self.of(site, statement);
                let first = origins.entry(origin).or_insert(when);
                *first = when.min(*first);
            }
        }
        origins
    }

    fn of(&self, site: &Site, id: StatementId) -> When {
        (
            self.statements[id.0],
            site[id].said.or(self.statements[id.0]),
        )
    }
}

/// The first of the claims that are the same as one; it stands for all of them.
fn first_of(site: &Site, id: ClaimId) -> ClaimId {
    site[id].same.claims.first().copied().unwrap_or(id)
}

/// All that bears on the status of a claim and of those that are the same.
fn events<'a>(site: &'a Site, days: &Days<'a>, first: ClaimId) -> Vec<Event<'a>> {
    let mut events = Vec::new();
    for id in &site[first].same.claims {
        of_statements(site, days, *id, &mut events);
        for relation in &site[*id].incoming {
            of_relation(site, days, *relation, &mut events);
        }
    }
    events.sort_by_key(|one| (one.recorded, one.said));
    events
}

fn of_statements<'a>(site: &'a Site, days: &Days<'a>, id: ClaimId, events: &mut Vec<Event<'a>>) {
    let is_denial = site.is_denial(id);
    for statement in &site[id].statements {
        let one = &site[*statement];
        let (recorded, said) = days.of(site, *statement);
        let change = match (&one.origin, one.act) {
            (_, Act::Denies) if !is_denial => Change::Against(true),
            (Some((origin, _)), act) if act != Act::Declines => Change::Origin(origin, true),
            _ => Change::Made,
        };
        events.push(Event {
            recorded,
            said,
            change,
            cause: Cause::Statement(*statement),
        });
    }
}

/// What a relation brings from its day on, as long as the claim that it goes out from stands.
fn of_relation<'a>(site: &'a Site, days: &Days<'a>, index: usize, events: &mut Vec<Event<'a>>) {
    let relation = &site.relations[index];
    let written = days.files.get(&relation.span.file).copied().flatten();
    let (known, said) = days.claims[relation.from.0];
    let begin = known.max(written);
    let is_against = relation.kind.is_against();
    if !is_against && relation.kind != RelationKind::Corroborates {
        return;
    }
    for (date, holds) in lives(&site[relation.from], begin) {
        let cause = if holds {
            Cause::Relation(index)
        } else {
            Cause::Fallen(index)
        };
        let mut add = |recorded: Option<Date>, said: Option<Date>, change| {
            events.push(Event {
                recorded,
                said,
                change,
                cause,
            });
        };
        if is_against {
            let said = if date == begin { said } else { date };
            add(date, said, Change::Against(holds));
            continue;
        }
        let group = days.corroborating.get(&first_of(site, relation.from));
        for (origin, (recorded, said)) in group.into_iter().flatten() {
            let change = Change::Origin(origin, holds);
            add(*recorded.max(&date), *said.max(&date), change);
        }
    }
}

/// From when on a claim stands and from when on it does not, beginning at a day.
fn lives(claim: &Claim, begin: Option<Date>) -> Vec<(Option<Date>, bool)> {
    let mut lives = Vec::new();
    let mut last = None;
    let changes = claim.details.history.iter();
    let changes = changes.map(|one| (one.date, Claim::stands(Some(one.value))));
    let (before, after): (Vec<_>, Vec<_>) = changes.partition(|(date, _)| *date <= begin);
    let first = before.last().is_none_or(|(_, stands)| *stands);
    for (date, stands) in std::iter::once((begin, first)).chain(after) {
        if stands != last.unwrap_or(false) {
            lives.push((date, stands));
            last = Some(stands);
        }
    }
    lives
}

/// The computed status after each day, where it changed.
fn sweep(events: &[Event]) -> Vec<StatusStep> {
    let mut steps: Vec<StatusStep> = Vec::new();
    let mut origins: BTreeMap<&Origin, usize> = BTreeMap::new();
    let mut against = 0_usize;
    for day in events.chunk_by(|a, b| (a.recorded, a.said) == (b.recorded, b.said)) {
        for event in day {
            match event.change {
                Change::Made => {}
                Change::Against(true) => against += 1,
                Change::Against(false) => against = against.saturating_sub(1),
                Change::Origin(origin, true) => *origins.entry(origin).or_default() += 1,
                Change::Origin(origin, false) => {
                    let rest = origins.remove(origin).unwrap_or_default();
                    if rest > 1 {
                        origins.insert(origin, rest - 1);
                    }
                }
            }
        }
        let status = match origins.len() {
            _ if against > 0 => Computed::Disputed,
            0 => Computed::Unsourced,
            1 => Computed::SingleOrigin,
            _ => Computed::Corroborated,
        };
        let standing = Standing::Computed(status);
        if steps.last().is_none_or(|last| last.status != standing)
            && let Some(event) = decisive(day, status)
        {
            steps.push(StatusStep {
                date: event.said,
                recorded: event.recorded,
                status: standing,
                cause: event.cause,
            });
        }
    }
    steps
}

/// The event of a day that brought a status.
fn decisive<'e, 'a>(day: &'e [Event<'a>], status: Computed) -> Option<&'e Event<'a>> {
    let brings = |event: &&Event| match event.change {
        Change::Against(true) => status == Computed::Disputed,
        Change::Origin(_, true) => status != Computed::Disputed,
        _ => false,
    };
    day.iter().find(brings).or(day.first())
}

/// The computed steps with the editors', in one order. A step that was told later than others and
/// happened before them goes by the day on which it was told.
fn joined(computed: &[StatusStep], claim: &Claim) -> Vec<StatusStep> {
    let entries = claim.details.history.iter().enumerate();
    let entries = entries.map(|(index, one)| StatusStep {
        date: one.date,
        recorded: one.date,
        status: Standing::Editorial(one.value),
        cause: Cause::Entry(index),
    });
    let mut steps: Vec<StatusStep> = computed.iter().cloned().chain(entries).collect();
    steps.sort_by_key(|step| step.recorded);
    let mut last = None;
    for step in &mut steps {
        if step.date < last {
            step.date = step.recorded;
        }
        last = step.date;
    }
    steps
}
