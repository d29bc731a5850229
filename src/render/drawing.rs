//! What the pages of timelines and maps have in common: whose claims they draw, and the ways
//! between their parts.

use serde::Serialize;

use super::shapes::{Count, Link, Pager};
use crate::page::{Page, Part, Scope};
use crate::plan::{Drawings, Parts, Plan};
use crate::site::{ClaimId, Site};

/// Makes the page of a drawing: `Page::Timeline` or `Page::Map`.
pub(super) type ToPage = fn(Scope, Part) -> Page;

/// What both templates read beside their drawings.
#[derive(Debug, Serialize)]
pub(super) struct Frame {
    of: Option<Link>,
    count: Count,
    left_out: Option<String>,
    parts: Vec<PartShape>,
    pager: Option<Pager>,
    other: Option<Link>,
    ledger: Link,
}

#[derive(Debug, Serialize)]
struct PartShape {
    link: Link,
    n: usize,
    current: bool,
}

/// The frame of one page. `left_out` are the words for one claim that is not drawn and for
/// several.
pub(super) fn frame(
    site: &Site,
    plan: &Plan,
    scope: &Scope,
    part: Part,
    page: ToPage,
    left_out: [&str; 2],
) -> Frame {
    let is_map = matches!(page(Scope::Site, Part::Whole), Page::Map(..));
    let (drawings, others) = if is_map {
        (&plan.maps, &plan.timelines)
    } else {
        (&plan.timelines, &plan.maps)
    };
    let parts = drawings.get(scope);
    let other = if is_map {
        Link::to(
            site,
            "Timeline",
            &Page::Timeline(scope.clone(), Part::Whole),
        )
    } else {
        Link::to(site, "Map", &Page::Map(scope.clone(), Part::Whole))
    };
    let all: usize = parts.map_or(0, |parts| parts.pages.values().map(Vec::len).sum());
    let missing = parts.map_or(0, |parts| parts.left_out);
    Frame {
        of: of(site, scope),
        count: Count::new(
            if part == Part::Whole {
                all
            } else {
                claims(drawings, scope, part).len()
            },
            "claim",
            "claims",
        ),
        left_out: match missing {
            0 => None,
            1 => Some(format!("1 claim {}", left_out[0])),
            several => Some(format!("{several} claims {}", left_out[1])),
        },
        parts: parts.map_or_else(Vec::new, |parts| years(site, parts, scope, part, page)),
        pager: parts.and_then(|parts| pager(site, parts, scope, part, page)),
        other: others.contains_key(scope).then_some(other),
        ledger: Link::to(site, "all claims", &Page::Ledger(1)),
    }
}

/// The ways to the drawings of a brief or topic: those that there are.
pub(super) fn drawings(site: &Site, plan: &Plan, scope: &Scope) -> Vec<Link> {
    let all: [(_, &Drawings, ToPage); 2] = [
        ("Timeline", &plan.timelines, Page::Timeline),
        ("Map", &plan.maps, Page::Map),
    ];
    let there = all
        .into_iter()
        .filter(|(_, drawings, _)| drawings.contains_key(scope));
    there
        .map(|(title, _, page)| Link::to(site, title, &page(scope.clone(), Part::Whole)))
        .collect()
}

/// The claims of a page.
pub(super) fn claims<'a>(drawings: &'a Drawings, scope: &Scope, part: Part) -> &'a [ClaimId] {
    let parts = drawings.get(scope);
    let claims = parts.and_then(|parts| parts.pages.get(&part));
    claims.map(Vec::as_slice).unwrap_or_default()
}

/// Whose claims are drawn, if not those of the whole site.
pub(super) fn of(site: &Site, scope: &Scope) -> Option<Link> {
    match scope {
        Scope::Site => None,
        Scope::Topic(key) => {
            let name = site.topics.get(key).map_or(key, |topic| &topic.name);
            Some(Link::to(site, name, &Page::Topic(key.clone(), 1)))
        }
        Scope::Brief(id) => Some(Link::brief(site, *id)),
    }
}

/// The year of a part in words.
pub(super) fn year_text(part: Part) -> Option<String> {
    match part {
        Part::Whole => None,
        Part::Year(year, _) => Some(year.to_string()),
        Part::Undated(_) => Some("undated".to_owned()),
    }
}

/// The number of a part among those of its year.
pub(super) fn number(part: Part) -> usize {
    match part {
        Part::Whole => 1,
        Part::Year(_, number) | Part::Undated(number) => number,
    }
}

/// The first page of each year, with the claims of the whole year.
fn years(site: &Site, parts: &Parts, scope: &Scope, part: Part, page: ToPage) -> Vec<PartShape> {
    let mut shapes: Vec<PartShape> = Vec::new();
    for (one, claims) in &parts.pages {
        let Some(text) = year_text(*one) else {
            continue;
        };
        match shapes.last_mut() {
            Some(last) if number(*one) > 1 => last.n += claims.len(),
            _ => shapes.push(PartShape {
                link: Link::to(site, &text, &page(scope.clone(), *one)),
                n: claims.len(),
                current: year_text(part) == Some(text),
            }),
        }
    }
    shapes
}

/// The ways between the pages of one year.
fn pager(site: &Site, parts: &Parts, scope: &Scope, part: Part, page: ToPage) -> Option<Pager> {
    let year = year_text(part)?;
    let of_year = parts
        .pages
        .keys()
        .filter(|one| year_text(**one).as_ref() == Some(&year));
    let last = of_year.count();
    let to = |number| match part {
        Part::Year(year, _) => page(scope.clone(), Part::Year(year, number)),
        Part::Whole | Part::Undated(_) => page(scope.clone(), Part::Undated(number)),
    };
    Pager::of(site, number(part), last, to).map(Pager::without_ends)
}

/// What the page of a drawing is called: whose claims it shows, and of which year.
pub(super) fn title(site: &Site, name: &str, scope: &Scope, part: Part) -> String {
    let of = of(site, scope).map_or_else(String::new, |of| format!(": {}", of.text));
    let year = year_text(part).map_or_else(String::new, |year| format!(", {year}"));
    format!("{name}{of}{year}")
}

/// The pages above a page with a drawing: whose claims it shows, and of a part the whole.
pub(super) fn above(
    site: &Site,
    scope: &Scope,
    part: Part,
    (title, page): (&str, ToPage),
) -> Vec<(String, Page)> {
    let mut above = match scope {
        Scope::Site => Vec::new(),
        Scope::Topic(key) => {
            let name = site.topics.get(key).map_or(key, |topic| &topic.name);
            let own = (name.clone(), Page::Topic(key.clone(), 1));
            vec![("Topics".to_owned(), Page::Topics), own]
        }
        Scope::Brief(id) => {
            let title = site[*id].brief.document.front.title.clone();
            let list = ("Briefs".to_owned(), Page::Briefs(1));
            vec![list, (title, Page::Brief(*id))]
        }
    };
    if part != Part::Whole {
        above.push((title.to_owned(), page(scope.clone(), Part::Whole)));
    }
    above
}
