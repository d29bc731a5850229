//! Verdicts as templates see them: a word, and its place on the scale as a shape.

use serde::Serialize;

use super::localised::Localised;
use super::shapes::{DateShape, Link};
use super::statement::speaker;
use crate::page::Page;
use crate::site::{ClaimId, Statement};

/// A verdict.
#[derive(Clone, Debug, Serialize)]
pub(super) struct VerdictShape {
    name: String,
    /// "2 of 5"; none for a word that stands apart from the scale.
    place: Option<String>,
    /// A cell for each step of the scale, full up to the verdict's; one empty cell apart from it.
    cells: Vec<Cell>,
    width: usize,
}

#[derive(Clone, Debug, Serialize)]
struct Cell {
    x: usize,
    full: bool,
}

/// A claim with the verdict on it.
#[derive(Clone, Debug, Serialize)]
pub(super) struct JudgedClaim {
    id: String,
    claim: Link,
    speakers: Vec<Link>,
    verdict: VerdictShape,
    by: Option<Link>,
    date: Option<DateShape>,
    note: Option<String>,
    #[serde(rename = "where")]
    place: Option<Link>,
}

/// The width of a cell with the space behind it.
const STEP: usize = 7;

/// The word of the site's scale with this place in it.
pub(super) fn word(site: &Localised, index: usize) -> Option<VerdictShape> {
    let verdicts = &site.settings.verdicts;
    let verdict = verdicts.get(index)?;
    let rated = |end: usize| {
        verdicts
            .iter()
            .take(end)
            .filter(|one| one.number.is_some())
            .count()
    };
    let of = rated(verdicts.len());
    let place = verdict.number.map(|_| rated(index + 1));
    let shown = if place.is_some() { of } else { 1 };
    Some(VerdictShape {
        name: verdict.name.clone(),
        place: place.map(|place| {
            let values = [("place", &*place.to_string()), ("count", &*of.to_string())];
            site.words.fill("verdicts.place", &values)
        }),
        cells: (0..shown)
            .map(|cell| Cell {
                x: cell * STEP + 1,
                full: place.is_some_and(|place| cell < place),
            })
            .collect(),
        width: shown * STEP + 1,
    })
}

/// The verdict that a statement's brief shows of its claim.
pub(super) fn verdict(site: &Localised, statement: &Statement) -> Option<VerdictShape> {
    let given = site.verdict_in(statement.brief?, statement.claim)?;
    word(site, given.verdict)
}

/// A claim with the verdict that holds; `number` tells it from others on the page.
pub(super) fn judged(site: &Localised, id: ClaimId, number: usize) -> Option<JudgedClaim> {
    let given = site.verdict(id)?;
    let link = Link::claim(site, id);
    let mut speakers: Vec<Link> = Vec::new();
    for statement in site.asserting(id) {
        let link = speaker(site, &site[statement]);
        if speakers.iter().all(|one| one.text != link.text) {
            speakers.push(link);
        }
    }
    Some(JudgedClaim {
        id: format!("verdict-{number}"),
        claim: Link {
            text: site.reviewed_words(id).to_owned(),
            ..link
        },
        speakers,
        verdict: word(site, given.verdict)?,
        by: given.by.as_ref().map(|by| Link::party(site, by)),
        date: given.date.map(|date| site.date(date)),
        note: given.note.clone(),
        place: site.judge(id).map(|brief| {
            let title = &site[brief].brief.document.front.title;
            Link::to(site, title, &Page::Brief(brief))
        }),
    })
}
