//! The ledger: every claim, whole or cut down to one value of a facet.

use serde::Serialize;

use super::localised::Localised;
use super::row::{ClaimRow, claim_row};
use super::shapes::{Count, Link, Pager, part};
use crate::date::Date;
use crate::page::{Facet, Page};
use crate::plan::{FacetValue, Plan};
use crate::site::ClaimId;

/// Values of a facet that a page names; those with most claims come first. The first page of the
/// whole ledger names them all, so that each has a link to it.
const VALUES: usize = 60;

/// What `ledger.html` reads as `ledger`.
#[derive(Debug, Serialize)]
pub(super) struct LedgerPage {
    count: Count,
    facet: Option<String>,
    all: String,
    facets: Vec<FacetShape>,
    claims: Vec<ClaimRow>,
    pager: Option<Pager>,
}

#[derive(Clone, Debug, Serialize)]
struct FacetShape {
    name: &'static str,
    label: String,
    values: Vec<ValueShape>,
    /// Leads to the values that are left out here.
    more: Option<Link>,
}

#[derive(Clone, Debug, Serialize)]
struct ValueShape {
    key: String,
    link: Link,
    n: usize,
    current: bool,
}

/// A page of the whole ledger.
pub(super) fn ledger(site: &Localised, plan: &Plan, number: usize) -> LedgerPage {
    page(site, plan, &plan.ledger, None, number)
}

/// A page of the ledger for one value of a facet.
pub(super) fn facet(
    site: &Localised,
    plan: &Plan,
    facet: Facet,
    key: &str,
    number: usize,
) -> LedgerPage {
    let claims = plan.facets.get(&facet).and_then(|values| values.get(key));
    let claims = claims
        .map(|value| value.claims.as_slice())
        .unwrap_or_default();
    page(site, plan, claims, Some((facet, key)), number)
}

/// What a facet's page is called.
pub(super) fn title(site: &Localised, plan: &Plan, facet: Facet, key: &str) -> String {
    let value = plan.facets.get(&facet).and_then(|values| values.get(key));
    let label = value_label(site, facet, key, value);
    let facet = site.words.word("facets_within", facet.word());
    let values = [("facet", facet), ("value", &label)];
    site.words.fill("titles.facet", &values)
}

/// What a value is called: statuses and months by the words of the language.
fn value_label(site: &Localised, facet: Facet, key: &str, value: Option<&FacetValue>) -> String {
    match facet {
        Facet::Status => site.words.word("statuses", key).to_owned(),
        Facet::Month => {
            Date::parse(key).map_or_else(|_| key.to_owned(), |date| site.words.date(date))
        }
        Facet::Speaker | Facet::Origin | Facet::Topic => {
            value.map_or_else(|| key.to_owned(), |value| value.label.clone())
        }
    }
}

fn page(
    site: &Localised,
    plan: &Plan,
    claims: &[ClaimId],
    current: Option<(Facet, &str)>,
    number: usize,
) -> LedgerPage {
    let whole = current.is_none() && number == 1;
    let most = if whole { usize::MAX } else { VALUES };
    LedgerPage {
        count: site.count(claims.len(), "counts.claims"),
        facet: current.map(|(facet, key)| {
            let value = plan.facets.get(&facet).and_then(|values| values.get(key));
            let value = value_label(site, facet, key, value);
            let values = [("facet", label(site, facet)), ("value", &value)];
            site.words.fill("ledger.value", &values)
        }),
        all: Page::Ledger(1).route(site),
        facets: plan
            .facets
            .keys()
            .map(|one| shape(site, plan, *one, current, most))
            .collect(),
        claims: part(site, claims, number)
            .iter()
            .map(|id| claim_row(site, *id, None))
            .collect(),
        pager: Pager::new(site, number, claims.len(), |n| match current {
            Some((facet, key)) => Page::Facet(facet, key.to_owned(), n),
            None => Page::Ledger(n),
        }),
    }
}

fn label<'a>(site: &Localised<'a>, facet: Facet) -> &'a str {
    site.words.word("facets", facet.word())
}

fn shape(
    site: &Localised,
    plan: &Plan,
    facet: Facet,
    current: Option<(Facet, &str)>,
    most: usize,
) -> FacetShape {
    let is_current = |key: &str| current == Some((facet, key));
    let mut values: Vec<_> = plan.facets.get(&facet).into_iter().flatten().collect();
    if facet == Facet::Month {
        values.reverse();
    } else {
        values.sort_by_key(|(key, value)| (std::cmp::Reverse(value.claims.len()), *key));
    }
    let all = values.len();
    let mut shown: Vec<ValueShape> = Vec::new();
    for (index, (key, value)) in values.into_iter().enumerate() {
        if index < most || is_current(key) {
            let page = Page::Facet(facet, key.clone(), 1);
            shown.push(ValueShape {
                key: key.clone(),
                link: Link::to(site, value_label(site, facet, key, Some(value)), &page),
                n: value.claims.len(),
                current: is_current(key),
            });
        }
    }
    FacetShape {
        name: facet.word(),
        label: label(site, facet).to_owned(),
        more: (all > shown.len()).then(|| more(site, facet, all - shown.len())),
        values: shown,
    }
}

/// Where the values of a facet stand that a page leaves out.
fn more(site: &Localised, facet: Facet, count: usize) -> Link {
    let ledger = Page::Ledger(1).route(site);
    Link {
        text: site
            .words
            .fill("ledger.more", &[("count", &count.to_string())]),
        path: Some(format!("{ledger}#by-{}", facet.word())),
        lang: None,
    }
}
