//! What every page reads: `site` with the navigation, and `page` with the words of its head.

use std::collections::BTreeMap;

use serde::Serialize;

use super::engine::{Value, value};
use super::{drawing, ledger, shapes, statement};
use crate::document::State;
use crate::page::{Page, Part, Scope, public_path};
use crate::plan::Plan;
use crate::site::Site;

/// What every page reads as `site`.
#[derive(Serialize)]
struct SiteShape<'a> {
    title: &'a str,
    tagline: Option<&'a str>,
    lang: &'a str,
    base_url: Option<&'a str>,
    nav: Vec<NavItem>,
    footer_html: Option<String>,
    extra: &'a serde_json::Value,
}

#[derive(Serialize)]
struct NavItem {
    title: String,
    path: String,
    current: bool,
}

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

#[derive(Serialize)]
struct Crumb {
    title: String,
    path: String,
}

#[derive(Serialize)]
struct Meta {
    name: &'static str,
    content: String,
}

#[derive(Serialize)]
struct Alternate {
    r#type: &'static str,
    text: String,
    path: String,
}

/// The pages that the navigation names, in order.
const NAV: &[(&str, Page)] = &[
    ("Briefs", Page::Briefs(1)),
    ("Claims", Page::Ledger(1)),
    ("Speakers", Page::Speakers(1)),
    ("Sources", Page::Sources(1)),
    ("Topics", Page::Topics),
    ("Timeline", Page::Timeline(Scope::Site, Part::Whole)),
    ("Map", Page::Map(Scope::Site, Part::Whole)),
    ("Method", Page::Method),
];

/// What pages read as `site`, made once for each entry of the navigation that can be current.
pub(super) struct Sections(BTreeMap<Option<String>, Value>);

/// Makes what pages read as `site`.
pub(super) fn sections(site: &Site, plan: &Plan) -> Sections {
    let is_there = |page: &Page| match page {
        Page::Timeline(scope, _) => plan.timelines.contains_key(scope),
        Page::Map(scope, _) => plan.maps.contains_key(scope),
        _ => true,
    };
    let named = NAV
        .iter()
        .filter(|(_, page)| is_there(page))
        .map(|(title, page)| ((*title).to_owned(), page.route(site)));
    let plain = site.pages.iter().enumerate().map(|(index, page)| {
        (
            page.document.front.title.clone(),
            Page::Plain(index).route(site),
        )
    });
    let entries: Vec<(String, String)> = named.chain(plain).collect();
    let currents = entries.iter().map(|(_, path)| Some(path)).chain([None]);
    let shapes = currents.map(|current| {
        let nav = entries.iter().map(|(title, path)| NavItem {
            title: title.clone(),
            path: path.clone(),
            current: current == Some(path),
        });
        (
            current.cloned(),
            value(&SiteShape::new(site, nav.collect())),
        )
    });
    Sections(shapes.collect())
}

impl Sections {
    /// What a page reads as `site`.
    pub(super) fn of(&self, site: &Site, page: &Page) -> Value {
        self.0
            .get(&section(site, page))
            .cloned()
            .unwrap_or_else(Value::none)
    }
}

/// The entry of the navigation under which a page stands.
fn section(site: &Site, page: &Page) -> Option<String> {
    let page = match page {
        Page::Home | Page::NotFound | Page::Corrections(_) => return None,
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
            footer_html: footer.map(|text| format!("<p>{}</p>", crate::html::escape(text))),
            extra: &settings.extra,
        }
    }
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
    let robots = (*page == Page::NotFound).then(|| Meta {
        name: "robots",
        content: "noindex".to_owned(),
    });
    PageShape {
        title,
        description,
        kind,
        canonical: base.map(|base| format!("{base}{}", public_path(route))),
        lang: lang.unwrap_or_else(|| site.settings.lang.clone()),
        crumbs: crumbs(site, page),
        meta: robots.into_iter().collect(),
        alternates: Vec::new(),
        json_ld: None,
    }
}

/// The kind of a page, its title and its description.
struct Words {
    kind: &'static str,
    title: String,
    description: String,
}

impl Words {
    fn new(kind: &'static str, title: impl Into<String>, description: impl Into<String>) -> Self {
        Self {
            kind,
            title: title.into(),
            description: description.into(),
        }
    }

    /// Of a page of a list, told from the other pages of the list.
    fn numbered(self, number: usize) -> Self {
        match number {
            1 => self,
            number => Self {
                title: format!("{}, page {number}", self.title),
                ..self
            },
        }
    }
}

fn words(site: &Site, plan: &Plan, page: &Page) -> Words {
    match page {
        Page::Home => home(site),
        Page::Brief(id) => written("brief", &site[*id].brief),
        Page::Claim(id) => {
            let claim = &site[*id];
            let status =
                statement::status(site, *id).map(|word| format!(" Status: {}.", word.word));
            let text = format!("Claim: {}.{}", claim.text, status.unwrap_or_default());
            Words::new("claim", &claim.text, text)
        }
        Page::Speaker(id) => {
            let name = &site[*id].entry.name;
            Words::new(
                "speaker",
                name,
                format!("What {name} said, denied and did not answer."),
            )
        }
        Page::Source(id) => {
            let title = shapes::source_title(site, *id);
            let text = format!("{title}: its grade, its origin, and what rests on it.");
            Words::new("source", title, text)
        }
        Page::Topic(key, number) => {
            let name = site.topics.get(key).map_or(key, |topic| &topic.name);
            Words::new("topic", name, format!("Briefs and claims on {name}.")).numbered(*number)
        }
        Page::Facet(facet, key, number) => {
            let title = ledger::title(plan, *facet, key);
            let text = format!("{title}.");
            Words::new("ledger", title, text).numbered(*number)
        }
        Page::Timeline(scope, part) => {
            let title = drawing::title(site, "Timeline", scope, *part);
            let text = format!("{title}. When things happened, were said and were published.");
            Words::new("timeline", title, text).numbered(drawing::number(*part))
        }
        Page::Map(scope, part) => {
            let title = drawing::title(site, "Map", scope, *part);
            let text = format!("{title}. What speaks for what, and against what.");
            Words::new("map", title, text).numbered(drawing::number(*part))
        }
        Page::Plain(index) => written("page", &site.pages[*index]),
        Page::Briefs(_)
        | Page::Speakers(_)
        | Page::Sources(_)
        | Page::Topics
        | Page::Ledger(_)
        | Page::Corrections(_)
        | Page::Method
        | Page::NotFound => fixed(page),
    }
}

fn home(site: &Site) -> Words {
    let settings = &site.settings;
    let text = settings
        .description
        .as_ref()
        .or(settings.tagline.as_ref())
        .cloned();
    let text = text.unwrap_or_else(|| {
        format!(
            "{}: briefs in which every claim carries who said it.",
            settings.title
        )
    });
    Words::new("home", &settings.title, text)
}

/// The words of a page that an author wrote.
fn written(kind: &'static str, page: &crate::brief::Brief) -> Words {
    let front = &page.document.front;
    let summary = match front.state {
        State::Withdrawn if page.text.is_empty() => "This brief was withdrawn.".to_owned(),
        _ => front.summary.clone().unwrap_or_else(|| opening(&page.text)),
    };
    Words::new(kind, &front.title, summary)
}

/// The words of the pages that every site has.
fn fixed(page: &Page) -> Words {
    let (kind, title, text, number) = match page {
        Page::Briefs(number) => ("briefs", "Briefs", "All briefs, newest first.", *number),
        Page::Speakers(number) => {
            let text = "People and organisations whose statements are on record.";
            ("speakers", "Speakers", text, *number)
        }
        Page::Sources(number) => (
            "sources",
            "Sources",
            "Publications and documents that the briefs rest on.",
            *number,
        ),
        Page::Topics => ("topics", "Topics", "What the briefs are about.", 1),
        Page::Ledger(number) => ("ledger", "Claims", "Every claim on record.", *number),
        Page::Corrections(number) => {
            let text = "What was put right in the briefs, when, and what stood there before.";
            ("corrections", "Corrections", text, *number)
        }
        Page::Method => {
            let text = "The scales in use, and what each mark means.";
            ("method", "How to read the marks", text, 1)
        }
        _ => ("error", "Not found", "There is no page at this address.", 1),
    };
    Words::new(kind, title, text).numbered(number)
}

/// The first words of a text, cut at a word, for want of a summary.
fn opening(text: &str) -> String {
    let words = text.split_whitespace();
    let mut opening = String::new();
    for word in words {
        if opening.len() + word.len() > 180 {
            opening.push('…');
            break;
        }
        if !opening.is_empty() {
            opening.push(' ');
        }
        opening.push_str(word);
    }
    if opening.is_empty() {
        "A brief.".to_owned()
    } else {
        opening
    }
}

/// The pages above a page, the first page first.
fn crumbs(site: &Site, page: &Page) -> Vec<Crumb> {
    let list = |title: &str, page: Page| vec![(title.to_owned(), page)];
    let above = match page {
        Page::Home | Page::NotFound => return Vec::new(),
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
