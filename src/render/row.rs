//! A claim as lists show it.

use serde::Serialize;

use super::doubts::{Doubt, Way, doubts};
use super::localised::Localised;
use super::shapes::{Count, DateShape, Grade, Link, Word};
use super::statement::status;
use crate::plan::first_said;
use crate::record::Act;
use crate::site::{BriefId, ClaimId, Node, SpeakerId};

/// A claim in a list.
#[derive(Clone, Debug, Serialize)]
pub(super) struct ClaimRow {
    claim: Link,
    verb: Option<String>,
    status: Option<Word>,
    grade: Option<Grade>,
    speakers: Vec<Link>,
    date: Option<DateShape>,
    origins_lead: String,
    origins: Vec<Link>,
    counts: Vec<Count>,
    doubts: Vec<Doubt>,
    pub(super) way: Option<Way>,
}

/// A claim in a list; `verb` tells how it bears on the claim of the page, if on any.
pub(super) fn claim_row(site: &Localised, id: ClaimId, verb: Option<&str>) -> ClaimRow {
    let claim = &site[id];
    let statements = || claim.statements.iter().map(|id| &site[*id]);
    let mut speakers: Vec<SpeakerId> = Vec::new();
    let mut unlisted: Vec<&str> = Vec::new();
    let mut briefs: Vec<BriefId> = Vec::new();
    for statement in statements() {
        if let Some(speaker) = statement.speaker.filter(|one| !speakers.contains(one)) {
            speakers.push(speaker);
        }
        unlisted.extend(statement.unlisted());
        if let Some(brief) = statement.brief.filter(|one| !briefs.contains(one)) {
            briefs.push(brief);
        }
    }
    ClaimRow {
        claim: Link::claim_or_mark(site, id),
        verb: verb.map(str::to_owned).or_else(|| cue(site, id)),
        status: status(site, id),
        grade: Grade::new(site, None, claim.details.credibility),
        speakers: speakers
            .into_iter()
            .map(|id| Link::speaker(site, id))
            .chain(unlisted.into_iter().map(Link::plain))
            .collect(),
        date: first_said(site, id).map(|date| site.date(date)),
        origins_lead: site
            .words
            .plural("claim.origins", claim.origins.len())
            .to_owned(),
        origins: claim
            .origins
            .iter()
            .map(|origin| Link::origin(site, origin))
            .collect(),
        counts: vec![
            site.count(claim.statements.len(), "counts.statements"),
            site.count(briefs.len(), "counts.briefs"),
        ],
        doubts: doubts(site, Node::Claim(id)),
        way: None,
    }
}

/// The cue of a claim that only the detector knows, where its words are no sentence without it:
/// "declined" to say whether, "denied" the report.
fn cue(site: &Localised, id: ClaimId) -> Option<String> {
    let first = &site[*site[id].statements.first()?];
    let needs_cue = matches!(first.act, Act::Denies | Act::Declines);
    first.cue.clone().filter(|_| needs_cue && !first.reviewed())
}
