//! The first page.

use serde::Serialize;

use super::history::cause;
use super::lists::{BriefItem, Judgement, brief_item, judgement};
use super::localised::Localised;
use super::shapes::{DateShape, Link, Word};
use crate::date::Date;
use crate::document::State;
use crate::page::Page;
use crate::site::{BriefId, Cause, ClaimId, Standing};

/// Briefs and changes that the first page names.
const BRIEFS: usize = 8;
const JUDGEMENTS: usize = 6;
const CHANGES: usize = 6;

/// What `home.html` reads as `home`.
#[derive(Debug, Serialize)]
pub(super) struct HomePage {
    intro_html: Option<String>,
    briefs: Vec<BriefItem>,
    judgements: Vec<Judgement>,
    changes: Vec<Change>,
    more: Option<Link>,
    corrections: Link,
}

#[derive(Debug, Serialize)]
struct Change {
    date: DateShape,
    kind: Word,
    text: Option<String>,
    link: Link,
}

/// What the first page shows.
pub(super) fn home(site: &Localised) -> HomePage {
    let intro = site
        .home
        .as_ref()
        .map(|page| super::body::plain(site, page));
    // A withdrawn brief is found in the lists; it does not head the site.
    let stands = |id: &BriefId| site[*id].brief.document.front.state != State::Withdrawn;
    let briefs: Vec<BriefId> = site.listed_briefs().filter(stands).take(BRIEFS).collect();
    let judgements = site.listed_briefs().take(BRIEFS).flat_map(|id| {
        site[id]
            .key_judgements
            .iter()
            .map(move |claim| judgement(site, *claim, Some(id)))
    });
    let more = (site.listed_briefs().count() > BRIEFS)
        .then(|| Link::to(site, site.words.text("home.all_briefs"), &Page::Briefs(1)));
    HomePage {
        intro_html: intro.filter(|html| !html.trim().is_empty()),
        judgements: judgements.take(JUDGEMENTS).collect(),
        briefs: briefs.into_iter().map(|id| brief_item(site, id)).collect(),
        changes: changes(site),
        more,
        corrections: Link::to(
            site,
            site.words.text("home.all_corrections"),
            &Page::Corrections(1),
        ),
    }
}

/// Corrections, substantive updates and changes of status, newest first.
fn changes(site: &Localised) -> Vec<Change> {
    let briefs = site.listed_briefs().flat_map(|id| brief_changes(site, id));
    let claims = site.claim_ids().flat_map(|id| claim_changes(site, id));
    let mut found: Vec<(Date, Change)> = briefs.chain(claims).collect();
    found.sort_by_key(|(date, _)| std::cmp::Reverse(*date));
    found
        .into_iter()
        .take(CHANGES)
        .map(|(_, change)| change)
        .collect()
}

fn brief_changes(site: &Localised, id: BriefId) -> Vec<(Date, Change)> {
    let front = &site[id].brief.document.front;
    let change = |date: Date, kind: Word, text| {
        (
            date,
            Change {
                date: site.date(date),
                kind,
                text,
                link: Link::brief(site, id),
            },
        )
    };
    let updated = || Word {
        key: "updated",
        word: site.words.text("home.updated").to_owned(),
    };
    let corrections = front.corrections.iter().map(|one| {
        let text = one.now.clone().or_else(|| one.note.clone());
        let kind = site.word("correction_kinds", one.kind.word());
        change(one.date.value, kind, text)
    });
    let updates = front
        .updated
        .iter()
        .map(|date| change(date.value, updated(), None));
    corrections.chain(updates).collect()
}

/// The changes of a claim's status; that it was first stated is none.
fn claim_changes(site: &Localised, id: ClaimId) -> Vec<(Date, Change)> {
    let history = site[id].history.iter();
    let steps = history
        .enumerate()
        .filter(|(index, step)| *index > 0 || matches!(step.status, Standing::Editorial(_)));
    steps
        .filter_map(|(_, step)| {
            let date = step.date?;
            let key = step.status.word();
            let kind = Word {
                key,
                word: site
                    .words
                    .fill("home.now", &[("status", site.words.word("statuses", key))]),
            };
            let note = match step.cause {
                Cause::Entry(index) => site[id].details.history.get(index)?.note.clone(),
                _ => cause(site, step, false)
                    .map(|cause| format!("{} {}", cause.words, cause.link.text)),
            };
            let link = Link::claim_or_mark(site, id);
            Some((
                date,
                Change {
                    date: site.date(date),
                    kind,
                    text: note,
                    link,
                },
            ))
        })
        .collect()
}
