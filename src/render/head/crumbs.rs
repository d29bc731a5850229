//! The pages above a page.

use serde::Serialize;

use crate::page::Page;
use crate::render::drawing;
use crate::render::localised::Localised;

/// A page above a page.
#[derive(Serialize)]
pub(super) struct Crumb {
    pub(super) title: String,
    pub(super) path: String,
}

/// The pages above a page, the first page first.
pub(super) fn crumbs(site: &Localised, page: &Page) -> Vec<Crumb> {
    let list = |title, page: Page| vec![(site.words.text(title).to_owned(), page)];
    let above = match page {
        Page::Home | Page::NotFound | Page::Moved(..) => return Vec::new(),
        Page::Brief(_) => list("navigation.briefs", Page::Briefs(1)),
        Page::Claim(_) | Page::Facet(..) => list("navigation.claims", Page::Ledger(1)),
        Page::Speaker(_) => list("navigation.speakers", Page::Speakers(1)),
        Page::Source(_) => list("navigation.sources", Page::Sources(1)),
        Page::Topic(..) => list("navigation.topics", Page::Topics),
        Page::Timeline(scope, part) => {
            drawing::above(site, scope, *part, ("navigation.timeline", Page::Timeline))
        }
        Page::Map(scope, part) => drawing::above(site, scope, *part, ("navigation.map", Page::Map)),
        _ => Vec::new(),
    };
    let crumb = |title: &str, page: &Page| Crumb {
        title: title.to_owned(),
        path: page.route(site),
    };
    std::iter::once(crumb(site.words.text("navigation.home"), &Page::Home))
        .chain(above.iter().map(|(title, page)| crumb(title, page)))
        .collect()
}
