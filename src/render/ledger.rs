//! The ledger: every claim, whole or cut down to one value of a facet.

use serde::Serialize;

use super::row::{ClaimRow, claim_row};
use super::shapes::{Count, Link, Pager, part};
use crate::page::{Facet, Page};
use crate::plan::Plan;
use crate::site::{ClaimId, Site};

/// Values of a facet that a list of facets names; those with most claims come first.
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
    label: &'static str,
    values: Vec<ValueShape>,
}

#[derive(Clone, Debug, Serialize)]
struct ValueShape {
    key: String,
    link: Link,
    n: usize,
    current: bool,
}

/// A page of the whole ledger.
pub(super) fn ledger(site: &Site, plan: &Plan, number: usize) -> LedgerPage {
    page(site, plan, &plan.ledger, None, number)
}

/// A page of the ledger for one value of a facet.
pub(super) fn facet(
    site: &Site,
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
pub(super) fn title(plan: &Plan, facet: Facet, key: &str) -> String {
    let value = plan.facets.get(&facet).and_then(|values| values.get(key));
    let label = value.map_or(key, |value| &value.label);
    format!("Claims by {}: {label}", facet.word())
}

fn page(
    site: &Site,
    plan: &Plan,
    claims: &[ClaimId],
    current: Option<(Facet, &str)>,
    number: usize,
) -> LedgerPage {
    LedgerPage {
        count: Count::new(claims.len(), "claim", "claims"),
        facet: current.map(|(facet, key)| {
            let value = plan.facets.get(&facet).and_then(|values| values.get(key));
            format!(
                "{}: {}",
                label(facet),
                value.map_or(key, |value| &value.label)
            )
        }),
        all: Page::Ledger(1).route(site),
        facets: plan
            .facets
            .keys()
            .map(|one| shape(site, plan, *one, current))
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

fn label(facet: Facet) -> &'static str {
    match facet {
        Facet::Status => "Status",
        Facet::Speaker => "Speaker",
        Facet::Origin => "Origin",
        Facet::Month => "Month",
        Facet::Topic => "Topic",
    }
}

fn shape(site: &Site, plan: &Plan, facet: Facet, current: Option<(Facet, &str)>) -> FacetShape {
    let is_current = |key: &str| current == Some((facet, key));
    let mut values: Vec<_> = plan.facets.get(&facet).into_iter().flatten().collect();
    if facet == Facet::Month {
        values.reverse();
    } else {
        values.sort_by_key(|(key, value)| (std::cmp::Reverse(value.claims.len()), *key));
    }
    let mut shown: Vec<ValueShape> = Vec::new();
    for (index, (key, value)) in values.into_iter().enumerate() {
        if index < VALUES || is_current(key) {
            let page = Page::Facet(facet, key.clone(), 1);
            shown.push(ValueShape {
                key: key.clone(),
                link: Link::to(site, &value.label, &page),
                n: value.claims.len(),
                current: is_current(key),
            });
        }
    }
    FacetShape {
        name: facet.word(),
        label: label(facet),
        values: shown,
    }
}
