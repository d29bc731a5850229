//! The `meta` elements of a page.

use serde::Serialize;

use crate::page::Page;
use crate::site::Site;

/// A `meta` element.
#[derive(Serialize)]
pub(super) struct Meta {
    name: &'static str,
    content: String,
}

/// The `meta` elements of a page that have a name.
pub(super) fn meta(site: &Site, page: &Page) -> Vec<Meta> {
    let robots = (!page.is_listed(site)).then(|| Meta {
        name: "robots",
        content: "noindex".to_owned(),
    });
    robots.into_iter().collect()
}
