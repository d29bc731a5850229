//! What every page reads as `site`: the site's words and its navigation.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::links::feed;
use crate::page::{Page, Part, Scope};
use crate::plan::Plan;
use crate::render::engine::{Value, value};
use crate::render::localised::Localised;
use crate::site::Site;

/// What every page reads as `site`.
#[derive(Serialize)]
struct SiteShape<'a> {
    title: &'a str,
    tagline: Option<&'a str>,
    lang: &'a str,
    base_url: Option<&'a str>,
    nav: Vec<NavItem>,
    feed: Option<String>,
    footer_html: Option<String>,
    extra: &'a serde_json::Value,
}

#[derive(Serialize)]
struct NavItem {
    title: String,
    /// The language of the title, where it is not the page's.
    lang: Option<String>,
    path: String,
    current: bool,
}

/// The pages that the navigation names, in order.
const NAV: &[(&str, Page)] = &[
    ("navigation.briefs", Page::Briefs(1)),
    ("navigation.claims", Page::Ledger(1)),
    ("navigation.speakers", Page::Speakers(1)),
    ("navigation.sources", Page::Sources(1)),
    ("navigation.topics", Page::Topics),
    (
        "navigation.timeline",
        Page::Timeline(Scope::Site, Part::Whole),
    ),
    ("navigation.map", Page::Map(Scope::Site, Part::Whole)),
    ("navigation.method", Page::Method),
];

/// What pages read as `site`, made once for each entry of the navigation that can be current, and
/// as `words`, both for each language.
pub(in crate::render) struct Sections(BTreeMap<String, Section>);

/// What the pages of a language share.
struct Section {
    words: Value,
    sites: BTreeMap<Option<String>, Value>,
}

/// Makes what pages read as `site` and `words`.
pub(in crate::render) fn sections(site: &Site, plan: &Plan) -> Sections {
    let pages = site.pages.iter().chain(&site.home);
    let texts = site.briefs.iter().map(|one| &one.brief).chain(pages);
    let own = texts.filter_map(|text| text.document.front.lang.as_ref());
    let languages: BTreeSet<&String> = own.chain([&site.settings.lang]).collect();
    let section = |lang: &String| {
        let site = Localised::new(site, lang);
        let section = Section {
            words: value(site.words),
            sites: sites(&site, plan),
        };
        (lang.clone(), section)
    };
    Sections(languages.into_iter().map(section).collect())
}

/// What the pages of a language read as `site`, by the entry of the navigation that is current.
fn sites(site: &Localised, plan: &Plan) -> BTreeMap<Option<String>, Value> {
    let is_there = |page: &Page| match page {
        Page::Timeline(scope, _) => plan.timelines.contains_key(scope),
        Page::Map(scope, _) => plan.maps.contains_key(scope),
        _ => true,
    };
    let named = NAV
        .iter()
        .filter(|(_, page)| is_there(page))
        .map(|(title, page)| (site.words.text(title).to_owned(), None, page.route(site)));
    let entries: Vec<(String, Option<String>, String)> = named.chain(plain(site)).collect();
    let currents = entries.iter().map(|(.., path)| Some(path)).chain([None]);
    let shapes = currents.map(|current| {
        let nav = entries.iter().map(|(title, lang, path)| NavItem {
            title: title.clone(),
            lang: lang.clone(),
            path: path.clone(),
            current: current == Some(path),
        });
        (
            current.cloned(),
            value(&SiteShape::new(site, nav.collect())),
        )
    });
    shapes.collect()
}

/// The plain pages, each once: in the language of the page that names it, else as it was written.
fn plain(site: &Localised) -> impl Iterator<Item = (String, Option<String>, String)> {
    let language = |index: &usize| site.language(&site.pages[*index].document.front);
    let originals = (0..site.pages.len()).filter(|index| site.page_originals[*index].is_none());
    originals.map(move |index| {
        let editions = site.page_editions(index);
        let own = editions.into_iter().find(|one| language(one) == site.lang);
        let index = own.unwrap_or(index);
        let title = site.pages[index].document.front.title.clone();
        let lang = site.other_language(language(&index));
        (title, lang, Page::Plain(index).route(site))
    })
}

impl Sections {
    /// What a page reads as `site` and as `words`.
    pub(in crate::render) fn of(
        &self,
        site: &Localised,
        page: &Page,
    ) -> [(&'static str, Value); 2] {
        let section = self.0.get(site.lang);
        let shape = section.and_then(|section| section.sites.get(&current(site, page)));
        let words = section.map(|section| &section.words);
        let shared = |value: Option<&Value>| value.cloned().unwrap_or_else(Value::none);
        [("site", shared(shape)), ("words", shared(words))]
    }
}

/// The entry of the navigation under which a page stands.
fn current(site: &Site, page: &Page) -> Option<String> {
    let page = match page {
        Page::Home | Page::NotFound | Page::Moved(..) | Page::Corrections(_) | Page::Search => {
            return None;
        }
        Page::Brief(_) | Page::Briefs(_) => Page::Briefs(1),
        Page::Claim(_) | Page::Ledger(_) | Page::Facet(..) => Page::Ledger(1),
        Page::Speaker(_) | Page::Speakers(_) => Page::Speakers(1),
        Page::Source(_) | Page::Sources(_) => Page::Sources(1),
        Page::Topic(..) | Page::Topics => Page::Topics,
        Page::Timeline(scope, _) | Page::Map(scope, _) => match scope {
            Scope::Brief(_) => Page::Briefs(1),
            Scope::Topic(_) => Page::Topics,
            Scope::Site if matches!(page, Page::Map(..)) => Page::Map(Scope::Site, Part::Whole),
            Scope::Site => Page::Timeline(Scope::Site, Part::Whole),
        },
        Page::Method => Page::Method,
        Page::Plain(index) => Page::Plain(*index),
    };
    Some(page.route(site))
}

impl<'a> SiteShape<'a> {
    fn new(site: &'a Site, nav: Vec<NavItem>) -> Self {
        let settings = &site.settings;
        let footer = settings.footer.as_ref();
        Self {
            title: &settings.title,
            tagline: settings.tagline.as_deref(),
            lang: &settings.lang,
            base_url: settings.base_url.as_deref(),
            nav,
            feed: feed(site, &Page::Home),
            footer_html: footer.map(|text| format!("<p>{}</p>", crate::html::escape(text))),
            extra: &settings.extra,
        }
    }
}
