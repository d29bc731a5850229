//! What every page reads: `site` with the navigation, and `page` with the words of its head.

mod crumbs;
mod links;
mod meta;
mod sections;
mod words;

use serde::Serialize;

use crate::page::{Page, public_path};
use crate::plan::Plan;
use crate::render::moved;
use crate::site::Site;
use crumbs::{Crumb, crumbs};
use links::{Alternate, alternates};
use meta::{Meta, meta};
pub(super) use sections::{Sections, sections};
use words::{Words, words};

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
    alternates: Vec<Alternate>,
    json_ld: Option<String>,
}

/// What a page reads as `page`.
pub(super) fn page(site: &Site, plan: &Plan, page: &Page, route: &str) -> PageShape {
    let Words {
        kind,
        title,
        description,
    } = words(site, plan, page);
    let base = site
        .settings
        .base_url
        .as_ref()
        .filter(|_| *page != Page::NotFound);
    let lang = match page {
        Page::Brief(id) => site[*id].brief.document.front.lang.clone(),
        Page::Plain(index) => site.pages[*index].document.front.lang.clone(),
        _ => None,
    };
    PageShape {
        title,
        description,
        kind,
        canonical: match page {
            Page::Moved(to, _) => Some(moved::canonical(site, to, route)),
            _ => base.map(|base| format!("{base}{}", public_path(route))),
        },
        lang: lang.unwrap_or_else(|| site.settings.lang.clone()),
        crumbs: crumbs(site, page),
        meta: meta(site, page),
        alternates: alternates(site, page),
        json_ld: None,
    }
}
