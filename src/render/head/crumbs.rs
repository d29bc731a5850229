//! The pages above a page.

use serde::Serialize;

use crate::page::Page;
use crate::render::drawing;
use crate::site::Site;

/// A page above a page.
#[derive(Serialize)]
pub(super) struct Crumb {
    pub(super) title: String,
    pub(super) path: String,
}

/// The pages above a page, the first page first.
pub(super) fn crumbs(site: &Site, page: &Page) -> Vec<Crumb> {
    let list = |title: &str, page: Page| vec![(title.to_owned(), page)];
    let above = match page {
        Page::Home | Page::NotFound | Page::Moved(..) => return Vec::new(),
        Page::Brief(_) => list("Briefs", Page::Briefs(1)),
        Page::Claim(_) | Page::Facet(..) => list("Claims", Page::Ledger(1)),
        Page::Speaker(_) => list("Speakers", Page::Speakers(1)),
        Page::Source(_) => list("Sources", Page::Sources(1)),
        Page::Topic(..) => list("Topics", Page::Topics),
        Page::Timeline(scope, part) => {
            drawing::above(site, scope, *part, ("Timeline", Page::Timeline))
        }
        Page::Map(scope, part) => drawing::above(site, scope, *part, ("Map", Page::Map)),
        _ => Vec::new(),
    };
    let crumb = |title: &str, page: &Page| Crumb {
        title: title.to_owned(),
        path: page.route(site),
    };
    std::iter::once(crumb("Home", &Page::Home))
        .chain(above.iter().map(|(title, page)| crumb(title, page)))
        .collect()
}
