//! What stands at an old address: the way to the new one.

use serde::Serialize;

use super::shapes::Link;
use crate::page::{Page, public_path, to_root};
use crate::site::Site;

/// What `moved.html` reads as `moved`.
#[derive(Debug, Serialize)]
pub(super) struct Moved {
    to: Link,
    /// The page from here, for the browser.
    url: String,
}

/// The way from an old address of `page`.
pub(super) fn moved(site: &Site, page: &Page, root: &str) -> Moved {
    let title = page.document(site).map(|one| one.front.title.clone());
    let title = title.filter(|title| !title.is_empty());
    let title = title.unwrap_or_else(|| site.settings.title.clone());
    Moved {
        to: Link::to(site, title, page),
        url: format!("{root}{}", page.route(site)),
    }
}

/// The one address of a page that has others: the public one, else the way there from `route`.
pub(super) fn canonical(site: &Site, page: &Page, route: &str) -> String {
    let way = || format!("./{}{}", to_root(route), public_path(&page.route(site)));
    page.address(site).unwrap_or_else(way)
}
