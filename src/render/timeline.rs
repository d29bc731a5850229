//! The pages of timelines.

use serde::Serialize;

use super::drawing::{Asked, Frame, claims, drawing_words, frame, label};
use super::localised::Localised;
use super::shapes::{DateShape, Link, Word};
use super::statement::{did, status};
use crate::draw;
use crate::page::{Page, Scope};
use crate::site::{BriefId, ClaimId};

/// The most days of one clock of a claim that are shown; the claim's page has all.
const DAYS: usize = 12;

/// What `timeline.html` reads as `timeline`.
#[derive(Debug, Serialize)]
pub(super) struct TimelinePage {
    #[serde(flatten)]
    frame: Frame,
    drawings: Vec<String>,
    rows: Vec<Row>,
}

/// A claim with its three clocks.
#[derive(Debug, Serialize)]
struct Row {
    claim: Link,
    status: Option<Word>,
    happened: Option<DateShape>,
    said: Vec<Said>,
    published: Vec<Publication>,
    more: usize,
}

#[derive(Debug, Serialize)]
struct Said {
    date: DateShape,
    words: String,
    place: Link,
    #[serde(skip)]
    day: crate::date::Date,
}

#[derive(Debug, Serialize)]
struct Publication {
    date: DateShape,
    brief: Link,
    #[serde(skip)]
    day: crate::date::Date,
}

/// What a page of a timeline shows.
pub(super) fn timeline(asked: Asked) -> TimelinePage {
    let Asked {
        site,
        plan,
        scope,
        part,
        root,
    } = asked;
    let claims = claims(&plan.timelines, scope, part);
    let of_brief = match scope {
        Scope::Brief(id) => Some(*id),
        _ => None,
    };
    let rows: Vec<Row> = claims.iter().map(|id| row(site, *id, of_brief)).collect();
    let drawn: Vec<draw::Row> = claims
        .iter()
        .zip(&rows)
        .map(|(id, row)| drawn(site, *id, row, root))
        .collect();
    let label = label(site, "navigation.timeline", part);
    TimelinePage {
        frame: frame(asked, Page::Timeline, "timeline.left_out"),
        drawings: draw::timeline(&drawn, &drawing_words(site, &label)),
        rows,
    }
}

/// The clocks of a claim; on the timeline of a brief only those of its statements there.
fn row(site: &Localised, id: ClaimId, of_brief: Option<BriefId>) -> Row {
    let claim = &site[id];
    // A translation tells of what it says itself.
    let translations = of_brief.filter(|brief| site[*brief].original.is_some());
    let translations = translations.map_or(&[][..], |_| &claim.translations);
    let statements = claim.statements.iter().chain(translations);
    let statements = statements.map(|id| &site[*id]).filter(|one| {
        one.reviewed() && (of_brief.is_none() || one.brief.is_none() || one.brief == of_brief)
    });
    let mut said: Vec<Said> = Vec::new();
    let mut briefs: Vec<BriefId> = Vec::new();
    for statement in statements {
        briefs.extend(statement.brief.filter(|one| !briefs.contains(one)));
        let Some(date) = statement.said else {
            continue;
        };
        let words = did(site, statement);
        let path = statement.brief.map(|brief| {
            let route = Page::Brief(brief).route(site);
            format!("{route}#s{}", statement.number)
        });
        let is_known = |one: &Said| one.day == date && one.words == words;
        if !said.iter().any(is_known) {
            said.push(Said {
                date: site.date(date),
                place: Link {
                    text: words.clone(),
                    path: path.or_else(|| Link::claim_or_mark(site, id).path),
                    lang: None,
                },
                words,
                day: date,
            });
        }
    }
    said.sort_by_key(|one| one.day);
    let mut published = published(site, &briefs);
    let more = said.len().saturating_sub(DAYS) + published.len().saturating_sub(DAYS);
    said.truncate(DAYS);
    published.truncate(DAYS);
    Row {
        claim: Link::claim_or_mark(site, id),
        status: status(site, id),
        happened: claim.details.about.as_ref().map(|time| site.time(time)),
        said,
        published,
        more,
    }
}

/// When briefs came out, the first one first.
fn published(site: &Localised, briefs: &[BriefId]) -> Vec<Publication> {
    let publication = |id: &BriefId| {
        let day = site[*id].brief.document.front.date.as_ref()?.value;
        Some(Publication {
            date: site.date(day),
            brief: Link::brief(site, *id),
            day,
        })
    };
    let mut published: Vec<Publication> = briefs.iter().filter_map(publication).collect();
    published.sort_by_key(|one| one.day);
    published
}

/// A row as it is drawn.
fn drawn(site: &Localised, id: ClaimId, row: &Row, root: &str) -> draw::Row {
    let href = |link: &Link| format!("{root}{}", link.path.as_deref().unwrap_or_default());
    let mark = |day: crate::date::Date, link: &Link, title: String| draw::Mark {
        day: day.first_day(),
        last: day.last_day(),
        href: href(link),
        title,
    };
    let said = row.said.iter().map(|one| {
        let values = [("words", &*one.words), ("date", &one.date.text)];
        let title = site.words.fill("timeline.said_at", &values);
        mark(one.day, &one.place, title)
    });
    let published = row.published.iter().map(|one| {
        let values = [("date", &*one.date.text), ("brief", &one.brief.text)];
        let title = site.words.fill("timeline.published_at", &values);
        mark(one.day, &one.brief, title)
    });
    draw::Row {
        words: row.claim.text.clone(),
        status: row.status.as_ref().map(|status| status.word.clone()),
        href: href(&row.claim),
        happened: site[id].details.about.as_ref().map(|about| {
            let (from, to) = about.bounds();
            draw::Extent {
                from,
                to,
                is_vague: about.is_vague(),
                title: site
                    .words
                    .fill("timeline.happened_at", &[("date", &site.words.time(about))]),
            }
        }),
        said: said.collect(),
        published: published.collect(),
    }
}
