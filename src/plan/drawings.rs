//! Which claims are drawn on which timeline and which map: by brief, by topic and for all, cut by
//! year where they are too many for one page.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};

use super::{FacetValue, first_said};
use crate::date::{Date, Day};
use crate::page::{Page, Part, Scope};
use crate::site::{ClaimId, Site};

/// The most claims on one page of a timeline.
const ROWS: usize = 48;
/// The most claims on one page of a map; those of other pages that they are tied to come on top.
const NODES: usize = 60;

/// Drawings by whose claims they show.
pub type Drawings = BTreeMap<Scope, Parts>;

/// The claims of a drawing, page by page.
#[derive(Clone, Debug, Default)]
pub struct Parts {
    /// The claims of each page: of [`Part::Whole`] alone, or of years.
    pub pages: BTreeMap<Part, Vec<ClaimId>>,
    /// How many claims are not drawn: on a timeline they carry no date, on a map no tie.
    pub left_out: usize,
}

/// Plans all timelines and maps. `topics` are the claims of each topic.
pub(super) fn drawings(
    site: &Site,
    topics: Option<&BTreeMap<String, FacetValue>>,
) -> (Drawings, Drawings) {
    let mut timelines = Drawings::new();
    let mut maps = Drawings::new();
    let mut add = |scope: Scope, claims: &[ClaimId]| {
        if claims.is_empty() {
            return;
        }
        if let Some(parts) = timeline(site, &scope, claims) {
            timelines.insert(scope.clone(), parts);
        }
        if let Some(parts) = map(site, &scope, claims) {
            maps.insert(scope, parts);
        }
    };
    let all: Vec<ClaimId> = reviewed(site, site.claim_ids());
    add(Scope::Site, &all);
    for (key, value) in topics.into_iter().flatten() {
        let claims = reviewed(site, value.claims.iter().copied());
        add(Scope::Topic(key.clone()), &claims);
    }
    for id in site.brief_ids() {
        let statements = site[id].statements.iter().map(|id| &site[*id]);
        let reviewed = statements.filter(|one| one.reviewed());
        let mut seen = HashSet::new();
        let claims: Vec<ClaimId> = reviewed
            .map(|one| one.claim)
            .filter(|claim| seen.insert(*claim))
            .collect();
        add(Scope::Brief(id), &claims);
    }
    (timelines, maps)
}

/// The pages of drawings.
pub(super) fn pages(
    drawings: &Drawings,
    page: fn(Scope, Part) -> Page,
) -> impl Iterator<Item = Page> {
    drawings.iter().flat_map(move |(scope, parts)| {
        let cut = parts.pages.keys().filter(|part| **part != Part::Whole);
        [&Part::Whole]
            .into_iter()
            .chain(cut)
            .map(move |part| page(scope.clone(), *part))
    })
}

/// Whether a person has looked at any statement of the claim. What only a machine has found is
/// not drawn.
fn is_reviewed(site: &Site, id: ClaimId) -> bool {
    let mut statements = site[id].statements.iter();
    site[id].statements.is_empty() || statements.any(|id| site[*id].reviewed())
}

fn reviewed(site: &Site, claims: impl Iterator<Item = ClaimId>) -> Vec<ClaimId> {
    claims.filter(|id| is_reviewed(site, *id)).collect()
}

/// The timeline of some claims, in the order of time. That of the whole site is there as soon as
/// there are claims; others only where two claims have a date of their own, since a brief's date
/// alone makes no line.
fn timeline(site: &Site, scope: &Scope, claims: &[ClaimId]) -> Option<Parts> {
    let own = claims.iter().filter(|id| has_own_date(site, **id)).count();
    let is_wanted = match scope {
        Scope::Site => true,
        Scope::Topic(_) | Scope::Brief(_) => own > 1,
    };
    if !is_wanted {
        return None;
    }
    let is_drawn = |id: &ClaimId| site[*id].has_page || has_own_date(site, *id);
    let dated = claims.iter().copied().filter(is_drawn);
    let mut dated: Vec<(Day, ClaimId)> = dated
        .filter_map(|id| Some((start(site, id)?, id)))
        .collect();
    dated.sort_unstable();
    let left_out = claims.len() - dated.len();
    let dated = dated.into_iter().map(|(day, id)| (Some(day.year()), id));
    Some(Parts {
        pages: cut(dated.collect(), ROWS),
        left_out,
    })
}

/// Whether the record says when the claim was said or what time it is about.
fn has_own_date(site: &Site, id: ClaimId) -> bool {
    let claim = &site[id];
    let said = claim.statements.iter().any(|id| site[*id].said.is_some());
    said || claim.details.about.is_some()
}

/// The day by which a claim is put into the order of time.
pub fn start(site: &Site, id: ClaimId) -> Option<Day> {
    let about = || {
        let (from, to) = site[id].details.about.as_ref()?.bounds();
        from.or(to)
    };
    first_said(site, id).map(Date::first_day).or_else(about)
}

/// The map of the claims that are tied to others. That of the whole site is there as soon as there
/// are claims.
fn map(site: &Site, scope: &Scope, claims: &[ClaimId]) -> Option<Parts> {
    let is_tied = |id: &ClaimId| {
        let claim = &site[*id];
        !(claim.incoming.is_empty() && claim.outgoing.is_empty())
    };
    let tied: Vec<ClaimId> = claims.iter().copied().filter(is_tied).collect();
    if tied.is_empty() && *scope != Scope::Site {
        return None;
    }
    let year = |id: ClaimId| start(site, id).map(Day::year);
    let together = together(site, &tied);
    let years = together.into_iter().map(|id| (year(id), id));
    Some(Parts {
        left_out: claims.len() - tied.len(),
        pages: cut(years.collect(), NODES),
    })
}

/// The claims in an order in which those that hang together stand together, the largest group
/// first.
fn together(site: &Site, claims: &[ClaimId]) -> Vec<ClaimId> {
    let mut left: HashSet<ClaimId> = claims.iter().copied().collect();
    let mut groups: Vec<Vec<ClaimId>> = Vec::new();
    for start in claims {
        if !left.remove(start) {
            continue;
        }
        let mut group = vec![*start];
        let mut waiting = VecDeque::from([*start]);
        while let Some(id) = waiting.pop_front() {
            for other in site.tied_to(id) {
                if left.remove(&other) {
                    group.push(other);
                    waiting.push_back(other);
                }
            }
        }
        groups.push(group);
    }
    groups.sort_by_key(|group| std::cmp::Reverse(group.len()));
    groups.concat()
}

/// Cuts claims into pages: one when they are few, else pages for each year.
fn cut(claims: Vec<(Option<i16>, ClaimId)>, most: usize) -> BTreeMap<Part, Vec<ClaimId>> {
    if claims.len() <= most {
        let claims = claims.into_iter().map(|(_, id)| id).collect();
        return BTreeMap::from([(Part::Whole, claims)]);
    }
    let mut sizes: HashMap<Option<i16>, usize> = HashMap::new();
    let mut pages: BTreeMap<Part, Vec<ClaimId>> = BTreeMap::new();
    for (year, id) in claims {
        let size = sizes.entry(year).or_default();
        let number = 1 + *size / most;
        *size += 1;
        let part = match year {
            Some(year) => Part::Year(year, number),
            None => Part::Undated(number),
        };
        pages.entry(part).or_default().push(id);
    }
    pages
}
