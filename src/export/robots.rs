//! `robots.txt` (RFC 9309): everything may be read, and where the list of pages is.

use crate::page::{DataFile, absolute};
use crate::site::Site;

pub(super) fn robots(site: &Site) -> String {
    let sitemap = absolute(site, &DataFile::Sitemap.route(site));
    let sitemap = sitemap.map(|address| format!("\nSitemap: {address}\n"));
    format!("User-agent: *\nAllow: /\n{}", sitemap.unwrap_or_default())
}
