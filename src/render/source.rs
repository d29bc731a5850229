//! The page of a source.

use serde::Serialize;

use super::lists::{BriefItem, SourceItem, brief_item, source_item};
use super::shapes::{Link, Notice};
use super::statement::{ClaimRow, claim_row};
use crate::record::SourceState;
use crate::site::{ClaimId, Origin, Site, SourceId};

/// What `source.html` reads as `source`.
#[derive(Debug, Serialize)]
pub(super) struct SourcePage {
    #[serde(flatten)]
    item: SourceItem,
    title: String,
    remark: Option<String>,
    chain: Vec<Link>,
    sha256: Option<String>,
    notices: Vec<Notice>,
    falls: String,
    claims: Vec<ClaimRow>,
    briefs: Vec<BriefItem>,
}

/// What the page of a source shows.
pub(super) fn source(site: &Site, id: SourceId) -> SourcePage {
    let source = &site[id];
    let claims = resting(site, id);
    let copy = source.entry.archived.as_ref();
    let briefs: Vec<BriefItem> = source
        .briefs
        .iter()
        .map(|id| brief_item(site, *id))
        .collect();
    SourcePage {
        item: source_item(site, id),
        title: super::shapes::source_title(site, id),
        remark: source.entry.note.clone(),
        chain: chain(site, id),
        sha256: copy
            .and_then(|copy| copy.sha256.as_ref())
            .map(|hash| hash.value.clone()),
        notices: notices(source.entry.state),
        falls: falls(claims.len(), briefs.len()),
        claims: claims
            .into_iter()
            .map(|id| claim_row(site, id, None))
            .collect(),
        briefs,
    }
}

/// Claims that rest on a source: through relay or citation, as evidence, or through a source
/// whose origin it is.
fn resting(site: &Site, id: SourceId) -> Vec<ClaimId> {
    let mut claims: Vec<ClaimId> = Vec::new();
    let mut waiting = vec![id];
    let mut seen = std::collections::HashSet::from([id]);
    while let Some(next) = waiting.pop() {
        let source = &site[next];
        claims.extend(source.statements.iter().map(|id| site[*id].claim));
        claims.extend(&source.evidence_of);
        waiting.extend(source.origin_of.iter().filter(|id| seen.insert(**id)));
    }
    claims.extend(site[id].named_by.iter().map(|id| site[*id].claim));
    claims.sort_unstable();
    claims.dedup();
    claims
}

fn falls(claims: usize, briefs: usize) -> String {
    match claims {
        0 => String::new(),
        1 => "1 claim rests on this source".to_owned() + &in_briefs(briefs),
        claims => format!("{claims} claims rest on this source{}", in_briefs(briefs)),
    }
}

fn in_briefs(briefs: usize) -> String {
    match briefs {
        0 => ".".to_owned(),
        1 => ", which 1 brief names.".to_owned(),
        briefs => format!(", which {briefs} briefs name."),
    }
}

/// From what the source rests on to its origin.
fn chain(site: &Site, id: SourceId) -> Vec<Link> {
    let mut links = Vec::new();
    let mut at = id;
    // A circle of origins is an error and stops the build; the bound keeps `check` finite.
    for _ in 0..site.sources.len() {
        let Some(origin) = &site[at].origin else {
            break;
        };
        links.push(Link::origin(site, origin));
        match origin {
            Origin::Source(next) => at = *next,
            Origin::Party(_) => break,
        }
    }
    links
}

fn notices(state: SourceState) -> Vec<Notice> {
    let words = match state {
        SourceState::Retracted => "Its publisher has retracted this source.",
        SourceState::Corrected => "Its publisher has corrected this source since it was read.",
        SourceState::Live | SourceState::Paywalled | SourceState::Dead => return Vec::new(),
    };
    vec![Notice {
        kind: "retracted",
        html: format!("<p>{words}</p>"),
    }]
}
