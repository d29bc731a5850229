//! What the pages of timelines and maps have in common: whose claims they draw, and the ways
//! between their parts.

use std::collections::BTreeMap;

use serde::Serialize;

use super::localised::Localised;
use super::shapes::{Count, Link, Pager};
use crate::draw;
use crate::page::{Page, Part, Scope};
use crate::plan::{Drawings, Parts, Plan, start};
use crate::site::ClaimId;

/// Makes the page of a drawing: `Page::Timeline` or `Page::Map`.
pub(super) type ToPage = fn(Scope, Part) -> Page;

/// What both templates read beside their drawings.
#[derive(Debug, Serialize)]
pub(super) struct Frame {
    count: Count,
    left_out: Option<String>,
    parts: Vec<PartShape>,
    overview: Option<Overview>,
    pager: Option<Pager>,
    other: Option<Link>,
    ledger: Link,
}

/// How many claims there are in each month, in place of a drawing of too many.
#[derive(Debug, Serialize)]
struct Overview {
    drawing: String,
    months: Vec<String>,
    years: Vec<YearRow>,
}

#[derive(Debug, Serialize)]
struct YearRow {
    link: Link,
    months: Vec<Option<Link>>,
}

#[derive(Debug, Serialize)]
struct PartShape {
    link: Link,
    n: usize,
    current: bool,
}

/// What a page draws: the map or the timeline of whose claims, and which part of them.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a> {
    pub(super) site: &'a Localised<'a>,
    pub(super) plan: &'a Plan,
    pub(super) scope: &'a Scope,
    pub(super) part: Part,
    /// The way to the site's root, for links in what is drawn.
    pub(super) root: &'a str,
}

/// The frame of one page. `left_out` is the message that tells of claims that are not drawn.
pub(super) fn frame(asked: Asked, page: ToPage, left_out: &str) -> Frame {
    let Asked {
        site,
        plan,
        scope,
        part,
        root,
    } = asked;
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
            site.words.text("navigation.timeline"),
            &Page::Timeline(scope.clone(), Part::Whole),
        )
    } else {
        Link::to(
            site,
            site.words.text("navigation.map"),
            &Page::Map(scope.clone(), Part::Whole),
        )
    };
    let all: usize = parts.map_or(0, |parts| parts.pages.values().map(Vec::len).sum());
    let missing = parts.filter(|_| part == Part::Whole);
    let missing = missing.map_or(0, |parts| parts.left_out);
    Frame {
        count: site.count(
            if part == Part::Whole {
                all
            } else {
                claims(drawings, scope, part).len()
            },
            "counts.claims",
        ),
        left_out: match missing {
            0 => None,
            number => Some(site.words.count(left_out, number, &[])),
        },
        parts: parts.map_or_else(Vec::new, |parts| years(site, parts, scope, part, page)),
        overview: parts
            .filter(|parts| part == Part::Whole && !parts.pages.contains_key(&part))
            .map(|parts| overview(site, parts, scope, page, root)),
        pager: parts.and_then(|parts| pager(site, parts, scope, part, page)),
        other: others.contains_key(scope).then_some(other),
        ledger: Link::to(
            site,
            site.words.text("drawing.all_claims"),
            &Page::Ledger(1),
        ),
    }
}

/// The ways to the drawings of a brief or topic: those that there are.
pub(super) fn drawings(site: &Localised, plan: &Plan, scope: &Scope) -> Vec<Link> {
    let all: [(_, &Drawings, ToPage); 2] = [
        ("navigation.timeline", &plan.timelines, Page::Timeline),
        ("navigation.map", &plan.maps, Page::Map),
    ];
    let there = all
        .into_iter()
        .filter(|(_, drawings, _)| drawings.contains_key(scope));
    there
        .map(|(title, _, page)| {
            let page = page(scope.clone(), Part::Whole);
            Link::to(site, site.words.text(title), &page)
        })
        .collect()
}

/// The claims of a page.
pub(super) fn claims<'a>(drawings: &'a Drawings, scope: &Scope, part: Part) -> &'a [ClaimId] {
    let parts = drawings.get(scope);
    let claims = parts.and_then(|parts| parts.pages.get(&part));
    claims.map(Vec::as_slice).unwrap_or_default()
}

/// The page whose claims are drawn, with its name; nothing for the whole site.
fn of(site: &Localised, scope: &Scope) -> Option<(String, Page)> {
    match scope {
        Scope::Site => None,
        Scope::Topic(key) => {
            let name = site.topics.get(key).map_or(key, |topic| &topic.name);
            Some((name.clone(), Page::Topic(key.clone(), 1)))
        }
        Scope::Brief(id) => {
            let title = site[*id].brief.document.front.title.clone();
            Some((title, Page::Brief(*id)))
        }
    }
}

/// The year of a part in words.
fn year_text(site: &Localised, part: Part) -> Option<String> {
    match part {
        Part::Whole => None,
        Part::Year(year, _) => Some(year.to_string()),
        Part::Undated(_) => Some(site.words.text("drawing.undated").to_owned()),
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
fn years(
    site: &Localised,
    parts: &Parts,
    scope: &Scope,
    part: Part,
    page: ToPage,
) -> Vec<PartShape> {
    let mut shapes: Vec<PartShape> = Vec::new();
    for (one, claims) in &parts.pages {
        match shapes.last_mut() {
            Some(last) if number(*one) > 1 => last.n += claims.len(),
            _ => shapes.extend(year_text(site, *one).map(|text| PartShape {
                link: Link::to(site, &text, &page(scope.clone(), *one)),
                n: claims.len(),
                current: is_of_year(*one, part),
            })),
        }
    }
    shapes
}

/// Whether two parts are of one year.
fn is_of_year(one: Part, other: Part) -> bool {
    match (one, other) {
        (Part::Year(one, _), Part::Year(other, _)) => one == other,
        (Part::Undated(_), Part::Undated(_)) => true,
        _ => false,
    }
}

/// The months of all claims, each with the first page that has any of them.
fn overview(site: &Localised, parts: &Parts, scope: &Scope, page: ToPage, root: &str) -> Overview {
    let mut counts: BTreeMap<(i16, i8), (usize, Part)> = BTreeMap::new();
    for (part, claims) in &parts.pages {
        for day in claims.iter().filter_map(|id| start(site, *id)) {
            let month = counts.entry((day.year(), day.month()));
            month.or_insert((0, *part)).0 += 1;
        }
    }
    let mut drawn: Vec<draw::Year> = Vec::new();
    let mut years: Vec<YearRow> = Vec::new();
    for ((year, month), (count, part)) in counts {
        let path = page(scope.clone(), part).route(site);
        if years
            .last()
            .is_none_or(|last| last.link.text != year.to_string())
        {
            let first = page(scope.clone(), Part::Year(year, 1));
            years.push(YearRow {
                link: Link::to(site, year.to_string(), &first),
                months: vec![None; 12],
            });
            drawn.push(draw::Year {
                year,
                months: Vec::new(),
            });
        }
        if let Some(last) = drawn.last_mut() {
            last.months.push(draw::Month {
                month,
                count,
                href: format!("{root}{path}"),
                title: site.words.count(
                    "drawing.month",
                    count,
                    &[
                        ("month", site.words.month(month)),
                        ("year", &year.to_string()),
                    ],
                ),
            });
        }
        let cell = usize::try_from(month).unwrap_or(0).wrapping_sub(1);
        let cell = years.last_mut().and_then(|last| last.months.get_mut(cell));
        if let Some(cell) = cell {
            *cell = Some(Link {
                text: count.to_string(),
                path: Some(path),
                lang: None,
            });
        }
    }
    Overview {
        drawing: draw::months(
            &drawn,
            &drawing_words(site, site.words.text("drawing.by_month")),
        ),
        months: (1..=12)
            .map(|month| site.words.short_month(month).to_owned())
            .collect(),
        years,
    }
}

/// The ways between the pages of one year.
fn pager(
    site: &Localised,
    parts: &Parts,
    scope: &Scope,
    part: Part,
    page: ToPage,
) -> Option<Pager> {
    let of_year = parts.pages.keys().filter(|one| is_of_year(**one, part));
    let last = of_year.count();
    let to = |number| match part {
        Part::Year(year, _) => page(scope.clone(), Part::Year(year, number)),
        Part::Whole | Part::Undated(_) => page(scope.clone(), Part::Undated(number)),
    };
    Pager::of(site, number(part), last, to).map(Pager::without_ends)
}

/// What the page of a drawing is called: whose claims it shows, and of which year.
pub(super) fn title(site: &Localised, name: &str, scope: &Scope, part: Part) -> String {
    let name = label(site, name, Part::Whole);
    let title = match of(site, scope) {
        Some((subject, _)) => {
            let values = [("drawing", &*name), ("subject", &subject)];
            site.words.fill("drawing.of", &values)
        }
        None => name,
    };
    of_year(site, title, part)
}

/// What a drawing of a part is called.
pub(super) fn label(site: &Localised, name: &str, part: Part) -> String {
    of_year(site, site.words.text(name).to_owned(), part)
}

fn of_year(site: &Localised, drawing: String, part: Part) -> String {
    match year_text(site, part) {
        Some(year) => {
            let values = [("drawing", &*drawing), ("year", &year)];
            site.words.fill("drawing.of_year", &values)
        }
        None => drawing,
    }
}

/// The words within a drawing.
pub(super) fn drawing_words<'a>(site: &Localised<'a>, label: &'a str) -> draw::Labels<'a> {
    let words = site.words;
    draw::Labels {
        label,
        part: words.text("drawing.part"),
        months: std::array::from_fn(|index| {
            words.short_month(i8::try_from(index + 1).unwrap_or_default())
        }),
    }
}

/// The pages above a page with a drawing: whose claims it shows, and of a part the whole.
pub(super) fn above(
    site: &Localised,
    scope: &Scope,
    part: Part,
    (title, page): (&str, ToPage),
) -> Vec<(String, Page)> {
    let list = match scope {
        Scope::Site => None,
        Scope::Topic(_) => Some((
            site.words.text("navigation.topics").to_owned(),
            Page::Topics,
        )),
        Scope::Brief(_) => Some((
            site.words.text("navigation.briefs").to_owned(),
            Page::Briefs(1),
        )),
    };
    let mut above: Vec<(String, Page)> = list.into_iter().chain(of(site, scope)).collect();
    if part != Part::Whole {
        above.push((
            site.words.text(title).to_owned(),
            page(scope.clone(), Part::Whole),
        ));
    }
    above
}
