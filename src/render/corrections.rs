//! Corrections: on their brief, on their claim, and all of them on a page.

use serde::Serialize;

use super::engine::{Value, value};
use super::localised::Localised;
use super::shapes::{DateShape, Link, Pager, Word, part};
use crate::page::Page;
use crate::plan::Plan;
use crate::site::{BriefId, ClaimId, CorrectionId};

/// A correction as templates see it.
#[derive(Clone, Debug, Serialize)]
pub(super) struct CorrectionShape {
    date: DateShape,
    kind: Word,
    brief: Link,
    claim: Option<Link>,
    was: Option<String>,
    now: Option<String>,
    note: Option<String>,
}

/// The corrections of a brief, newest first.
pub(super) fn of_brief(site: &Localised, id: BriefId) -> Vec<CorrectionShape> {
    shapes(site, &site.newest_first(site.corrections_of(id)))
}

/// The corrections that concern a claim, newest first.
pub(super) fn of_claim(site: &Localised, id: ClaimId) -> Vec<CorrectionShape> {
    let corrections = site[id].corrections.iter().copied();
    shapes(site, &site.newest_first(corrections))
}

/// A page of all corrections.
pub(super) fn page(site: &Localised, plan: &Plan, number: usize) -> Vec<(&'static str, Value)> {
    let corrections = shapes(site, part(site, &plan.corrections, number));
    let pager = Pager::new(site, number, plan.corrections.len(), Page::Corrections);
    vec![
        ("corrections", value(&corrections)),
        ("pager", value(&pager)),
    ]
}

fn shapes(site: &Localised, corrections: &[CorrectionId]) -> Vec<CorrectionShape> {
    let shape = |id: &CorrectionId| {
        let published = &site[id.brief];
        let correction = site.correction(*id)?;
        let claim = published.corrected.get(id.index).copied().flatten();
        Some(CorrectionShape {
            date: site.date(correction.date.value),
            kind: site.word("correction_kinds", correction.kind.word()),
            brief: Link::brief(site, id.brief),
            claim: claim.map(|id| Link::claim_or_mark(site, id)),
            was: correction.was.clone(),
            now: correction.now.clone(),
            note: correction.note.clone(),
        })
    };
    corrections.iter().filter_map(shape).collect()
}
