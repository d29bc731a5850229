//! What becomes of a claim: who states it, who speaks against it, how its status changes, and what
//! was corrected.

use std::cmp::Reverse;

use super::briefs::{self, paragraph};
use super::content::link;
use super::corrections;
use super::id;
use super::note::{capital, passive, speaker};
use super::stating;
use super::words::Words;
use crate::date::Date;
use crate::feed::Entry;
use crate::page::Page;
use crate::plan::is_told;
use crate::record::RelationKind;
use crate::site::{
    BriefId, Cause, ClaimId, Computed, CorrectionId, Relation, Site, Standing, StatementId,
    StatusStep,
};

/// Something that becomes of a claim.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Event {
    /// A brief states it.
    Stated(BriefId),
    /// A relation comes to it, by its place in [`Site::relations`], in a brief.
    Tied(usize, BriefId),
    /// A brief is corrected.
    Corrected(CorrectionId),
    /// Its status changes, by the place in its history.
    Changed(usize),
}

/// What became of a claim, as much as the settings want, the newest first.
pub(super) fn entries(site: &Site, id: ClaimId) -> Vec<Entry> {
    let mut events = events(site, id);
    events.sort_unstable_by_key(|(date, event)| (Reverse(*date), *event));
    events.truncate(site.settings.feed_size);
    let entry = |(date, event): (Date, Event)| match event {
        Event::Stated(brief) => Some(stated(site, id, brief)),
        Event::Tied(index, brief) => Some(tied(site, id, &site.relations[index], brief)),
        Event::Corrected(correction) => corrections::correction(site, correction),
        Event::Changed(index) => changed(site, id, index, date),
    };
    events.into_iter().filter_map(entry).collect()
}

/// Every event of a claim with its day.
fn events(site: &Site, id: ClaimId) -> Vec<(Date, Event)> {
    let claim = &site[id];
    let appeared = |brief: BriefId| site[brief].brief.document.front.appeared();
    let told = |statements: &[StatementId]| {
        let briefs = stating(site, statements).into_iter();
        briefs.filter(|brief| is_told(site, *brief))
    };
    let stated = told(&of_claim(site, id)).map(|brief| (appeared(brief), Event::Stated(brief)));
    let tied = claim.incoming.iter().filter_map(|index| {
        let relation = &site.relations[*index];
        let briefs = told(&site[relation.from].statements);
        let first = briefs.min_by_key(|brief| (appeared(*brief), *brief))?;
        let is_news = !matches!(relation.kind, RelationKind::ReliesOn | RelationKind::SameAs);
        is_news.then_some((appeared(first), Event::Tied(*index, first)))
    });
    let corrected = claim.corrections.iter().filter_map(|id| {
        let date = site.correction(*id)?.date.value;
        let is_out = site[id.brief].brief.document.front.is_out();
        is_out.then_some((Some(date), Event::Corrected(*id)))
    });
    let changed = claim.history.iter().enumerate();
    let changed = changed.map(|(index, step)| (known(step), Event::Changed(index)));
    let all = stated.chain(tied).chain(corrected).chain(changed);
    all.filter_map(|(date, event)| Some((date?, event)))
        .collect()
}

/// The statements of a claim, and those that give no answer about it.
fn of_claim(site: &Site, id: ClaimId) -> Vec<StatementId> {
    let claim = &site[id];
    claim
        .statements
        .iter()
        .chain(&claim.asked)
        .copied()
        .collect()
}

/// Since when a change of a status is on record.
fn known(step: &StatusStep) -> Option<Date> {
    step.recorded.or(step.date)
}

/// What a brief says of the claim.
fn stated(site: &Site, id: ClaimId, brief: BriefId) -> Entry {
    let words = Words::of_brief(site, brief);
    let name = format!("{}/{}", id::claim(site, id), id::brief(site, brief));
    let entry = briefs::part(site, &words, brief, &of_claim(site, id), &name);
    Entry {
        title: words.fill("feeds.told", &[("brief", &words.quoted(&entry.title))]),
        // The brief may change without a word on the claim.
        updated: entry.published,
        ..entry
    }
}

/// Another claim that bears on it, as the brief tells that told of it first.
fn tied(site: &Site, id: ClaimId, relation: &Relation, brief: BriefId) -> Entry {
    let words = Words::of_brief(site, brief);
    let (to, from) = (id::claim(site, id), id::claim(site, relation.from));
    let name = format!("{to}/{}/{from}", relation.kind.word());
    let statements = &site[relation.from].statements;
    let entry = briefs::part(site, &words, brief, statements, &name);
    Entry {
        title: capital(&passive(site, &words, relation.kind, relation.from)),
        updated: entry.published,
        ..entry
    }
}

/// A change of its status.
fn changed(site: &Site, id: ClaimId, index: usize, day: Date) -> Option<Entry> {
    let words = Words::of(site);
    let step = site[id].history.get(index)?;
    let status = words.word("statuses", step.status.word());
    let page = Page::Claim(id).address(site)?;
    let is_same = |one: &&StatusStep| {
        let date = known(one).map(Date::day_iso);
        one.status.word() == step.status.word() && date == Some(day.day_iso())
    };
    let before = site[id].history[..index].iter().filter(is_same).count();
    let number = id::number(before);
    let name = id::claim(site, id);
    let name = format!(
        "{name}/status/{}/{}{number}",
        step.status.word(),
        day.day_iso()
    );
    let mut html = format!("<p>{}</p>\n", link(&page, &site[id].text));
    html.push_str(&why(site, &words, id, step, index == 0));
    Some(Entry {
        id: id::tag(site, Some(day), &name),
        title: words.fill("feeds.status", &[("status", status)]),
        language: site.settings.lang.clone(),
        url: format!("{page}#status"),
        published: day,
        updated: day,
        authors: Vec::new(),
        topics: Vec::new(),
        summary: None,
        content: html,
        brief: None,
    })
}

/// What changed a status: who stated or denied what and when, or what the editors found.
fn why(site: &Site, words: &Words, id: ClaimId, step: &StatusStep, is_first: bool) -> String {
    let cause = match step.cause {
        Cause::Entry(index) => return decided(site, words, id, index, step.date),
        Cause::Statement(id) => {
            let path = match step.status {
                Standing::Computed(Computed::Disputed) => "causes.denied",
                _ if is_first => "causes.first",
                _ => "causes.also",
            };
            let who = speaker(site, words, &site[id]);
            format!("{} {who}", words.text(path))
        }
        Cause::Relation(index) | Cause::Fallen(index) => {
            let relation = &site.relations[index];
            let verb = passive(site, words, relation.kind, relation.from);
            match step.cause {
                Cause::Fallen(_) => words.fill("causes.no_longer", &[("verb", &verb)]),
                _ => verb,
            }
        }
    };
    paragraph(&dated(words, step.date, &capital(&cause)))
}

/// What the editors say of a change that they made.
fn decided(site: &Site, words: &Words, id: ClaimId, index: usize, date: Option<Date>) -> String {
    let Some(change) = site[id].details.history.get(index) else {
        return String::new();
    };
    let mut html = paragraph(&dated(words, date, words.text("feeds.decided")));
    html.extend(change.note.as_deref().map(paragraph));
    if !change.sources.is_empty() {
        html.push_str("<ul>\n");
        for source in &change.sources {
            html.push_str(&format!("<li>{}</li>\n", words.source(*source)));
        }
        html.push_str("</ul>\n");
    }
    html
}

/// A sentence with its day before it.
fn dated(words: &Words, date: Option<Date>, sentence: &str) -> String {
    match date {
        Some(date) => format!("{}: {sentence}.", words.date(date)),
        None => format!("{sentence}."),
    }
}
