//! Which pages each part of the sitemap tells of (sitemaps.org, protocol 0.9).

use std::ops::Range;

use crate::page::Page;
use crate::site::Site;

/// How much one file may hold.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Addresses.
    pub pages: usize,
    /// Bytes.
    pub bytes: usize,
}

/// What the protocol allows.
pub(super) const LIMITS: Limits = Limits {
    pages: 50_000,
    bytes: 50 * 1024 * 1024,
};

/// The most bytes around an address: its elements and its day.
const AROUND: usize = 120;

/// Cuts the list of pages so that no file holds more than it may; no parts without an address of
/// the site.
pub fn parts(site: &Site, pages: &[Page], limits: Limits) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    if site.settings.base_url.is_none() {
        return parts;
    }
    let (mut start, mut count, mut bytes) = (0, 0, AROUND);
    for (index, page) in pages.iter().enumerate() {
        let Some(address) = page.address(site).filter(|_| page.is_listed(site)) else {
            continue;
        };
        // In XML `&` and `'` take up to six characters.
        let size = address.len() + 5 * address.matches(['&', '\'']).count() + AROUND;
        if count == limits.pages || bytes + size > limits.bytes {
            parts.push(start..index);
            (start, count, bytes) = (index, 0, AROUND);
        }
        count += 1;
        bytes += size;
    }
    parts.push(start..pages.len());
    parts
}
