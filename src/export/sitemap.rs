//! `sitemap.xml` (sitemaps.org, protocol 0.9): the pages that search engines may list, each with
//! the day of its last change in substance.

use std::ops::Range;

use super::xml::Xml;
use crate::date::{Date, Precision};
use crate::document::FrontMatter;
use crate::page::{DataFile, Page, Scope, absolute};
use crate::plan::Plan;
use crate::site::{BriefId, Site, StatementId};

const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// The pages, or where there are too many for one file the list of the parts.
pub(super) fn sitemap(site: &Site, plan: &Plan) -> String {
    if let [all] = plan.sitemap.as_slice() {
        return pages(site, &plan.pages, all);
    }
    let mut xml = Xml::new();
    xml.open("sitemapindex", &[("xmlns", NAMESPACE)]);
    for (index, range) in plan.sitemap.iter().enumerate() {
        let route = DataFile::SitemapPart(index + 1).route(site);
        let listed = listed(site, &plan.pages, range);
        let changed = listed.filter_map(|page| changed(site, page)).max();
        entry(&mut xml, "sitemap", absolute(site, &route), changed);
    }
    xml.close("sitemapindex");
    xml.finish()
}

/// One of several parts, counted from one.
pub(super) fn part(site: &Site, plan: &Plan, number: usize) -> String {
    let range = number
        .checked_sub(1)
        .and_then(|index| plan.sitemap.get(index));
    range.map_or_else(String::new, |range| pages(site, &plan.pages, range))
}

fn pages(site: &Site, pages: &[Page], range: &Range<usize>) -> String {
    let mut xml = Xml::new();
    xml.open("urlset", &[("xmlns", NAMESPACE)]);
    for page in listed(site, pages, range) {
        entry(&mut xml, "url", page.address(site), changed(site, page));
    }
    xml.close("urlset");
    xml.finish()
}

fn listed<'a>(
    site: &Site,
    pages: &'a [Page],
    range: &Range<usize>,
) -> impl Iterator<Item = &'a Page> {
    let pages = pages.get(range.clone()).unwrap_or_default();
    pages.iter().filter(|page| page.is_listed(site))
}

fn entry(xml: &mut Xml, name: &str, address: Option<String>, changed: Option<Date>) {
    let Some(address) = address else {
        return;
    };
    xml.open(name, &[]);
    xml.text("loc", &[], &address);
    if let Some(date) = changed {
        // The schema knows days and instants only.
        let date = match date.precision() {
            Precision::Instant => date.rfc3339(),
            _ => date.first_day().to_string(),
        };
        xml.text("lastmod", &[], &date);
    }
    xml.close(name);
}

/// When what a page tells of last changed in substance; nothing where no day tells it.
fn changed(site: &Site, page: &Page) -> Option<Date> {
    let of_statements = |statements: &[StatementId]| {
        let briefs = statements.iter().filter_map(|id| site[*id].brief);
        of_briefs(site, briefs)
    };
    let corrected = || {
        let corrections = site.brief_ids().flat_map(|id| site.corrections_of(id));
        corrections
            .filter_map(|id| Some(site.correction(id)?.date.value))
            .max()
    };
    match page {
        Page::Brief(id) | Page::Timeline(Scope::Brief(id), _) | Page::Map(Scope::Brief(id), _) => {
            of_briefs(site, [*id])
        }
        Page::Plain(_) => page.document(site)?.front.stands_as_of(),
        Page::Home => of_briefs(site, site.brief_ids()).max(corrected()),
        Page::Briefs(_) => of_briefs(site, site.brief_ids()),
        Page::Claim(id) => {
            let claim = &site[*id];
            let steps = claim.history.iter().filter_map(|step| step.recorded);
            let corrections = claim.corrections.iter();
            let corrections = corrections.filter_map(|id| Some(site.correction(*id)?.date.value));
            let changes = steps.chain(corrections).max();
            of_statements(&claim.statements).max(changes)
        }
        Page::Speaker(id) => of_statements(&site[*id].statements),
        Page::Source(id) => of_briefs(site, site[*id].briefs.iter().copied()),
        Page::Topic(key, _) => of_briefs(site, site.topics.get(key)?.briefs.iter().copied()),
        Page::Corrections(_) => corrected(),
        _ => None,
    }
}

/// When the last of some briefs was changed.
fn of_briefs(site: &Site, briefs: impl IntoIterator<Item = BriefId>) -> Option<Date> {
    let front = |id: BriefId| &site[id].brief.document.front;
    briefs
        .into_iter()
        .map(front)
        .filter_map(FrontMatter::changed)
        .max()
}
