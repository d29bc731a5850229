//! `sitemap.xml` and indexes of several, by the protocol of sitemaps.org; `robots.txt`.

use std::collections::HashSet;

use super::addresses::Target;
use super::file::{File, Use};
use super::xml::Element;
use crate::date::{Date, Precision};
use crate::report::Code;
use crate::text::Span;

/// The namespace of sitemaps.
pub(super) const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// The most addresses in one file.
const MOST: usize = 50_000;

/// The largest file, in bytes.
const LARGEST: usize = 50 * 1024 * 1024;

/// Looks at a sitemap or an index of sitemaps: the files that it lists, each
/// with its place.
pub(super) fn inspect(file: &mut File, root: &Element) -> Vec<(usize, Span)> {
    let (kind, inner) = match root.name.as_str() {
        "sitemapindex" => ("index", "sitemap"),
        _ => ("sitemap", "url"),
    };
    let code = Code::InvalidSitemap;
    if !matches!(root.name.as_str(), "urlset" | "sitemapindex") {
        let message = format!(
            "a sitemap is a `urlset` or a `sitemapindex` and no `{}`",
            root.name
        );
        file.tell(code, &root.place, message);
        return Vec::new();
    }
    if root.namespace != NAMESPACE {
        let hint = format!("write xmlns=\"{NAMESPACE}\"");
        file.tell_how(
            code,
            &root.place,
            "the sitemap is in another namespace",
            hint,
        );
    }
    if file.text.len() > LARGEST {
        file.tell(code, &root.place, "the sitemap is larger than 50 MB");
    }
    let entries: Vec<&Element> = root.all(inner).collect();
    if entries.len() > MOST {
        let number = entries.len();
        let message = format!("the {kind} lists {number} addresses; {MOST} is the most");
        file.tell(code, &root.place, message);
    }
    let mut seen = HashSet::new();
    let mut listed = Vec::new();
    for entry in entries {
        if let Some(lastmod) = entry.one("lastmod") {
            day(file, lastmod);
        }
        let Some(loc) = entry.one("loc") else {
            file.tell(code, &entry.place, format!("a `{inner}` has a `loc`"));
            continue;
        };
        if let Some(index) = address(file, loc) {
            if seen.insert(index) {
                listed.push((index, file.span(&loc.place)));
            } else {
                file.tell(
                    code,
                    &loc.place,
                    format!("`{}` is listed twice", loc.text.trim()),
                );
            }
        }
    }
    listed
}

/// The file to which an entry leads.
fn address(file: &mut File, loc: &Element) -> Option<usize> {
    let address = loc.text.trim();
    if !address.starts_with("https://") && !address.starts_with("http://") {
        let message = format!("`{address}` is no absolute address");
        file.tell(Code::InvalidSitemap, &loc.place, message);
        return None;
    }
    match file.follow(address, Use::Mention, &loc.place, file.path) {
        Target::File(index, _) => Some(index),
        Target::Elsewhere => {
            if let Some(base) = &file.addresses.base {
                let hint = format!("addresses of the site begin with `{base}`");
                let message = format!("`{address}` is none of the site");
                file.tell_how(Code::InvalidSitemap, &loc.place, message, hint);
            }
            None
        }
        _ => None,
    }
}

/// A date as W3C's note on dates and times has it: a year, a month, a day, or an instant with a zone.
fn day(file: &mut File, lastmod: &Element) {
    let written = lastmod.text.trim();
    let is_day = Date::parse(written)
        .is_ok_and(|date| date.precision() != Precision::Instant || has_zone(written));
    if !is_day || written.contains(' ') {
        let message = format!("`{written}` is no date of the W3C’s format");
        file.tell(Code::InvalidSitemap, &lastmod.place, message);
    }
}

/// Whether a time names its zone.
pub(super) fn has_zone(written: &str) -> bool {
    let time = written.split_once('T').map_or("", |(_, time)| time);
    time.ends_with('Z') || time.contains(['+', '-'])
}

/// Looks at `robots.txt`: sitemaps are named by absolute addresses of files that are there.
pub(super) fn robots(file: &mut File) {
    let mut at = 0;
    for line in file.text.split_inclusive('\n') {
        if let Some((key, value)) = line.split_once(':')
            && key.trim().eq_ignore_ascii_case("sitemap")
        {
            let address = value.trim();
            let start = at + line.find(address).unwrap_or(0);
            let place = start..start + address.len();
            if !address.starts_with("http") {
                let message = format!("`{address}` is no absolute address");
                file.tell(Code::InvalidSitemap, &place, message);
            }
            file.follow(address, Use::Mention, &place, file.path);
        }
        at += line.len();
    }
}
