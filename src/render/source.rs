//! The page of a source.

use serde::Serialize;

use super::doubts;
use super::lists::{BriefItem, SourceItem, brief_item, source_item};
use super::localised::Localised;
use super::row::{ClaimRow, claim_row};
use super::shapes::{Link, Notice};
use crate::impact::Counts;
use crate::record::SourceState;
use crate::site::{BriefId, Dependents, Node, Origin, SourceId};

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
    dependents: Vec<Link>,
    briefs: Vec<BriefItem>,
}

/// What the page of a source shows.
pub(super) fn source(site: &Localised, id: SourceId, root: &str) -> SourcePage {
    let source = &site[id];
    let dependents = Dependents::of(site, Node::Source(id));
    let copy = source.entry.archived.as_ref();
    let mut briefs: Vec<BriefId> = dependents.briefs().collect();
    briefs.sort_unstable();
    let row = |claim| {
        let mut row = claim_row(site, claim, None);
        row.way = Some(doubts::way(site, &dependents, Node::Claim(claim)));
        row
    };
    let mut notices = notices(site, source.entry.state);
    let node = Node::Source(id);
    notices.extend(doubts::notices(
        site,
        node,
        root,
        "notices.source_rests",
        |_| String::new(),
    ));
    SourcePage {
        item: source_item(site, id),
        title: super::shapes::source_title(site, id),
        remark: source.entry.note.clone(),
        chain: chain(site, id),
        sha256: copy
            .and_then(|copy| copy.sha256.as_ref())
            .map(|hash| hash.value.clone()),
        notices,
        falls: falls(site, Counts::of(site, &dependents)),
        claims: dependents.claims().map(row).collect(),
        dependents: dependents
            .sources()
            .map(|id| Link::source(site, id))
            .collect(),
        briefs: site
            .listed_of(briefs)
            .into_iter()
            .map(|id| brief_item(site, id))
            .collect(),
    }
}

/// "4 claims in 1 brief rest on this source, 3 of them on nothing else."
fn falls(site: &Localised, counts: Counts) -> String {
    let words = site.words;
    if counts.claims == 0 {
        return String::new();
    }
    let claims = match counts.briefs {
        0 => words.count("source.rest", counts.claims, &[]),
        number => {
            let briefs = words.count("source.in_briefs", number, &[]);
            words.count("source.rest_in", counts.claims, &[("briefs", &briefs)])
        }
    };
    let values = [("claims", &*claims)];
    match counts.alone {
        0 => words.fill("source.not_alone", &values),
        alone if alone == counts.claims => words.fill("source.alone", &values),
        alone => words.count("source.some_alone", alone, &values),
    }
}

/// From what the source rests on to its origin.
fn chain(site: &Localised, id: SourceId) -> Vec<Link> {
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

fn notices(site: &Localised, state: SourceState) -> Vec<Notice> {
    let message = match state {
        SourceState::Retracted => "notices.retracted",
        SourceState::Corrected => "notices.corrected",
        SourceState::Live | SourceState::Paywalled | SourceState::Dead => return Vec::new(),
    };
    vec![Notice {
        kind: "retracted",
        html: format!("<p>{}</p>", site.words.html(message, &[])),
    }]
}
