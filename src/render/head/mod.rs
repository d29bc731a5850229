//! What every page reads: `site` with the navigation, and `page` with the words of its head.

mod crumbs;
mod linked_data;
mod links;
mod meta;
mod sections;
mod words;

use serde::Serialize;

use super::localised::Localised;
use crate::page::Page;
use crate::plan::Plan;
use crate::render::moved;
use crumbs::{Crumb, crumbs};
use linked_data::json_ld;
use links::{Alternate, Hreflang, alternates, feed, hreflang};
use meta::{Meta, meta, properties, public};
pub(super) use sections::{Sections, sections};
use words::words;

/// What every page reads as `page`.
#[derive(Serialize)]
pub(super) struct PageShape {
    title: String,
    description: String,
    kind: &'static str,
    canonical: Option<String>,
    lang: String,
    crumbs: Vec<Crumb>,
    meta: Vec<Meta>,
    properties: Vec<Meta>,
    alternates: Vec<Alternate>,
    feed: Option<String>,
    hreflang: Vec<Hreflang>,
    json_ld: Option<String>,
}

/// What a page reads as `page`.
pub(super) fn page(site: &Localised, plan: &Plan, page: &Page, route: &str) -> PageShape {
    let words = words(site, plan, page);
    let canonical = match page {
        Page::Moved(to, _) => Some(moved::canonical(site, to, route)),
        _ => public(site, page),
    };
    let crumbs = crumbs(site, page);
    PageShape {
        meta: meta(site, page),
        properties: properties(site, page, &words),
        json_ld: json_ld(site, page, &crumbs, &words.title),
        alternates: alternates(site, page, &words.title),
        feed: feed(site, page),
        title: words.title,
        description: words.description,
        kind: words.kind,
        canonical,
        lang: site.lang.to_owned(),
        crumbs,
        hreflang: hreflang(site, page),
    }
}
