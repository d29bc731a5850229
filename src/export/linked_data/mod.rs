//! From the record to linked data: what a page tells in the words of schema.org. One file a thing.
//!
//! Of a site without a public address what would need one is left out: identifiers, links to its
//! own pages, the site itself, the ways to a page, and reviews of claims. What only the machine
//! found is nobody's claim and is left out too.

mod article;
mod claim;
mod party;
mod review;
mod source;

use crate::date::{Date, Precision};
use crate::linked_data::{EntryPoint, SearchAction, Thing, Website};
use crate::page::Page;
use crate::site::{ClaimId, Site};

/// What a page tells of the record, the main thing first; nothing where it only lists or draws.
pub(super) fn things(site: &Site, page: &Page) -> Vec<Thing> {
    match page {
        Page::Home => website(site, true)
            .map(Box::new)
            .map(Thing::Website)
            .into_iter()
            .collect(),
        Page::Brief(id) => article::things(site, *id),
        Page::Claim(id) => claim::things(site, *id),
        Page::Speaker(id) => vec![party::speaker(site, *id)],
        _ => Vec::new(),
    }
}

/// The site; with all that is known of it on its first page.
fn website(site: &Site, is_main: bool) -> Option<Website> {
    let settings = &site.settings;
    let url = Page::Home.address(site)?;
    let description = settings.description.as_ref().or(settings.tagline.as_ref());
    Some(Website {
        id: format!("{url}#website"),
        url,
        name: settings.title.clone(),
        description: description.filter(|_| is_main).cloned(),
        in_language: settings.lang.clone(),
        publisher: is_main.then(|| party::publisher(site)),
        potential_action: search(site).filter(|_| is_main),
    })
}

/// How the site is searched.
fn search(site: &Site) -> Option<SearchAction> {
    let page = Page::Search.address(site)?;
    Some(SearchAction {
        target: EntryPoint {
            url_template: format!("{page}?q={{search_term_string}}"),
        },
    })
}

/// A date as schema.org has it; less than a day is none.
fn day(date: Date) -> Option<String> {
    (date.precision() >= Precision::Day).then(|| date.iso())
}

/// The address of a claim's page, or of its first place in a brief.
fn claim_address(site: &Site, id: ClaimId) -> Option<String> {
    if site[id].has_page {
        return Page::Claim(id).address(site);
    }
    let first = site[id].statements.first().map(|id| &site[*id])?;
    let page = Page::Brief(first.brief?).address(site)?;
    Some(format!("{page}#s{}", first.number))
}
