//! The first page.

use serde::Serialize;

use super::lists::{BriefItem, Judgement, brief_item, judgement};
use super::shapes::{DateShape, Link, Word};
use crate::date::Date;
use crate::page::Page;
use crate::site::{BriefId, ClaimId, Site};

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
}

#[derive(Debug, Serialize)]
struct Change {
    date: DateShape,
    kind: Word,
    text: Option<String>,
    link: Link,
}

/// What the first page shows.
pub(super) fn home(site: &Site) -> HomePage {
    let intro = site
        .home
        .as_ref()
        .map(|page| super::body::plain(site, page, ""));
    let briefs: Vec<BriefId> = site.brief_ids().take(BRIEFS).collect();
    let judgements = site.brief_ids().take(BRIEFS).flat_map(|id| {
        site[id]
            .key_judgements
            .iter()
            .map(move |claim| judgement(site, *claim, Some(id)))
    });
    let more = (site.briefs.len() > BRIEFS).then(|| Link::to(site, "All briefs", &Page::Briefs(1)));
    HomePage {
        intro_html: intro.filter(|html| !html.trim().is_empty()),
        judgements: judgements.take(JUDGEMENTS).collect(),
        briefs: briefs.into_iter().map(|id| brief_item(site, id)).collect(),
        changes: changes(site),
        more,
    }
}

/// Corrections, substantive updates and changes of status, newest first.
fn changes(site: &Site) -> Vec<Change> {
    let briefs = site.brief_ids().flat_map(|id| brief_changes(site, id));
    let claims = site.claim_ids().flat_map(|id| claim_changes(site, id));
    let mut found: Vec<(Date, Change)> = briefs.chain(claims).collect();
    found.retain(|(date, _)| !date.certainly_after(site.today));
    found.sort_by_key(|(date, _)| std::cmp::Reverse(*date));
    found
        .into_iter()
        .take(CHANGES)
        .map(|(_, change)| change)
        .collect()
}

fn brief_changes(site: &Site, id: BriefId) -> Vec<(Date, Change)> {
    let front = &site[id].brief.document.front;
    let change = |date: Date, kind, text| {
        (
            date,
            Change {
                date: date.into(),
                kind: Word::of(kind),
                text,
                link: Link::brief(site, id),
            },
        )
    };
    let corrections = front.corrections.iter().map(|one| {
        let text = one.now.clone().or_else(|| one.note.clone());
        change(one.date.value, one.kind.word(), text)
    });
    let updates = front
        .updated
        .iter()
        .map(|date| change(date.value, "updated", None));
    corrections.chain(updates).collect()
}

fn claim_changes(site: &Site, id: ClaimId) -> Vec<(Date, Change)> {
    let history = site[id].details.history.iter();
    history
        .filter_map(|one| {
            let date = one.date?;
            let key = one.value.word();
            let kind = Word {
                key,
                word: format!("now {key}"),
            };
            let link = Link::claim_or_mark(site, id);
            Some((
                date,
                Change {
                    date: date.into(),
                    kind,
                    text: one.note.clone(),
                    link,
                },
            ))
        })
        .collect()
}
