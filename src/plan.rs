//! The stage that says what pages exist: one list, made before anything is rendered.

mod addresses;
mod channels;
mod drawings;
mod sitemap;

use std::collections::BTreeMap;
use std::ops::Range;

use crate::page::{ANNOTATIONS_A_PAGE, DataFile, Facet, FeedFormat, Page};
use crate::report::Report;
use crate::site::{BriefId, ClaimId, CorrectionId, Origin, Site};
use crate::slug::slug;

/// The pages of a site, and the claims on each page of the ledger.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Every page, in a fixed order.
    pub pages: Vec<Page>,
    /// Every data file, in a fixed order.
    pub files: Vec<DataFile>,
    /// Which of the pages each part of the sitemap tells of; none where the site has no address.
    pub sitemap: Vec<Range<usize>>,
    /// The claims of the ledger that somebody has looked at, newest first.
    pub ledger: Vec<ClaimId>,
    /// All corrections, newest first.
    pub corrections: Vec<CorrectionId>,
    /// The ledger cut down: for each facet its values by key.
    pub facets: BTreeMap<Facet, BTreeMap<String, FacetValue>>,
    /// The claims on each timeline.
    pub timelines: Drawings,
    /// The claims on each map.
    pub maps: Drawings,
}

/// The claims that share a value of a facet.
#[derive(Clone, Debug, Default)]
pub struct FacetValue {
    /// What the value is called.
    pub label: String,
    /// The claims, in ledger order.
    pub claims: Vec<ClaimId>,
}

pub use channels::{is_fed, is_told};
pub use drawings::{Drawings, Parts, start};
pub use sitemap::{Limits, parts};

/// Plans the pages. Two pages with one address are reported.
pub fn plan(site: &Site) -> (Plan, Report) {
    let (unreviewed, ledger): (Vec<_>, Vec<_>) = ledger(site)
        .into_iter()
        .partition(|id| site.is_unreviewed(*id));
    let facets = facets(site, &ledger, &unreviewed);
    let corrections = corrections(site);
    let size = site.settings.page_size;
    let numbers = |count: usize| 1..=count.div_ceil(size).max(1);
    let mut pages = vec![Page::Home];
    pages.extend(site.brief_ids().map(Page::Brief));
    pages.extend(numbers(site.listed_briefs().count()).map(Page::Briefs));
    pages.extend(
        site.claim_ids()
            .filter(|id| site[*id].has_page)
            .map(Page::Claim),
    );
    pages.extend(site.speaker_ids().map(Page::Speaker));
    pages.extend(numbers(site.speakers.len()).map(Page::Speakers));
    pages.extend(site.source_ids().map(Page::Source));
    pages.extend(numbers(site.sources.len()).map(Page::Sources));
    for (key, topic) in &site.topics {
        pages.extend(numbers(topic.briefs.len()).map(|number| Page::Topic(key.clone(), number)));
    }
    pages.push(Page::Topics);
    pages.extend(numbers(ledger.len()).map(Page::Ledger));
    for (facet, values) in &facets {
        for (key, value) in values {
            let page = |number| Page::Facet(*facet, key.clone(), number);
            pages.extend(numbers(value.claims.len()).map(page));
        }
    }
    let (timelines, maps) = drawings::drawings(site, facets.get(&Facet::Topic));
    pages.extend(drawings::pages(&timelines, Page::Timeline));
    pages.extend(drawings::pages(&maps, Page::Map));
    pages.extend(numbers(corrections.len()).map(Page::Corrections));
    pages.extend([Page::Search, Page::Method]);
    pages.extend((0..site.pages.len()).map(Page::Plain));
    pages.push(Page::NotFound);
    pages.extend(addresses::moved(site));
    let sitemap = sitemap::parts(site, &pages, sitemap::LIMITS);
    let mut files = files(site, sitemap.len());
    if site.settings.hosting.is_some() {
        let has_moved = pages.iter().any(|page| matches!(page, Page::Moved(..)));
        files.push(DataFile::HostHeaders);
        files.extend(has_moved.then_some(DataFile::HostRedirects));
    }
    let report = addresses::tell_shared(site, &pages, &files);
    (
        Plan {
            pages,
            files,
            sitemap,
            ledger,
            corrections,
            facets,
            timelines,
            maps,
        },
        report,
    )
}

/// The data files: nothing that would hold nothing.
fn files(site: &Site, sitemap_parts: usize) -> Vec<DataFile> {
    let mut files = vec![
        DataFile::Claims,
        DataFile::ClaimsTable,
        DataFile::ClaimsSchema,
        DataFile::AllAnnotations,
    ];
    let annotated = site.annotation_count().div_ceil(ANNOTATIONS_A_PAGE);
    files.extend((1..=annotated).map(DataFile::AnnotationPage));
    if !site.sources.is_empty() {
        files.extend([DataFile::Bibtex(None), DataFile::CslJson(None)]);
    }
    files.extend(site.brief_ids().flat_map(|id| files_of(site, id)));
    for channel in channels::channels(site) {
        let formats = FeedFormat::ALL.iter();
        files.extend(formats.map(|format| DataFile::Feed(channel.clone(), *format)));
    }
    files.push(DataFile::Robots);
    if sitemap_parts > 0 {
        files.push(DataFile::Sitemap);
    }
    if sitemap_parts > 1 {
        files.extend((1..=sitemap_parts).map(DataFile::SitemapPart));
    }
    files
}

/// The data files of a brief.
pub fn files_of(site: &Site, id: BriefId) -> Vec<DataFile> {
    let mut files = Vec::new();
    if !site[id].statements.is_empty() {
        let cite = [DataFile::CiteBibtex(id), DataFile::CiteCslJson(id)];
        files.extend([DataFile::Brief(id), DataFile::Annotations(id)]);
        files.extend(cite);
    }
    if !site[id].sources.is_empty() {
        files.extend([DataFile::Bibtex(Some(id)), DataFile::CslJson(Some(id))]);
    }
    files
}

/// Every correction, newest first; one that a translation repeats stands there once.
fn corrections(site: &Site) -> Vec<CorrectionId> {
    let all = site.brief_ids().flat_map(|id| site.corrections_of(id));
    site.newest_first(all.filter(|id| !site.repeats_correction(*id)))
}

/// Every claim, the one said last first; claims without a date come last, in their own order.
fn ledger(site: &Site) -> Vec<ClaimId> {
    let claims = site.claim_ids();
    let mut claims: Vec<ClaimId> = claims
        .filter(|id| !site.is_found_in_translation(*id))
        .collect();
    let said = |id: ClaimId| first_said(site, id);
    claims.sort_by_cached_key(|id| (std::cmp::Reverse(said(*id)), *id));
    claims
}

/// When a claim was first said: the earliest date of its statements, else of their briefs.
pub fn first_said(site: &Site, id: ClaimId) -> Option<crate::date::Date> {
    let statements = site[id].statements.iter().map(|id| &site[*id]);
    let date = |statement: &crate::site::Statement| {
        let of_brief = |brief: crate::site::BriefId| {
            site[brief]
                .brief
                .document
                .front
                .date
                .as_ref()
                .map(|d| d.value)
        };
        statement
            .said
            .or_else(|| statement.brief.and_then(of_brief))
    };
    statements.filter_map(date).min()
}

/// The claims by each facet. What only the machine found stands under its status and nowhere else:
/// it would drown what somebody has looked at.
fn facets(
    site: &Site,
    ledger: &[ClaimId],
    unreviewed: &[ClaimId],
) -> BTreeMap<Facet, BTreeMap<String, FacetValue>> {
    let mut facets: BTreeMap<Facet, BTreeMap<String, FacetValue>> = BTreeMap::new();
    for id in ledger {
        for (facet, key, label) in values(site, *id) {
            let value = facets.entry(facet).or_default().entry(key).or_default();
            if value.label.is_empty() {
                value.label = label;
            }
            if value.claims.last() != Some(id) {
                value.claims.push(*id);
            }
        }
    }
    if !unreviewed.is_empty() {
        let value = FacetValue {
            label: "unreviewed".to_owned(),
            claims: unreviewed.to_vec(),
        };
        let by_status = facets.entry(Facet::Status).or_default();
        by_status.insert(value.label.clone(), value);
    }
    facets
}

/// The values under which a claim is found: facet, key and label.
fn values(site: &Site, id: ClaimId) -> Vec<(Facet, String, String)> {
    let claim = &site[id];
    let mut values = Vec::new();
    if let Some(status) = site.status(id) {
        values.push((Facet::Status, status.to_owned(), status.replace('-', " ")));
    }
    for statement in claim.statements.iter().map(|id| &site[*id]) {
        if let Some(speaker) = statement.speaker {
            let entry = &site[speaker].entry;
            values.push((Facet::Speaker, slug(&entry.key.value), entry.name.clone()));
        }
    }
    for origin in claim.origins.iter() {
        let (key, label) = match origin {
            Origin::Source(id) => {
                let entry = &site[*id].entry;
                let title = entry
                    .entry
                    .title()
                    .unwrap_or_else(|| entry.key.value.clone());
                (slug(&entry.key.value), title)
            }
            Origin::Party(crate::site::Party::Speaker(id)) => {
                let entry = &site[*id].entry;
                (slug(&entry.key.value), entry.name.clone())
            }
            Origin::Party(crate::site::Party::Name(name)) => (slug(name), name.clone()),
        };
        values.push((Facet::Origin, key, label));
    }
    if let Some(month) = first_said(site, id).and_then(crate::date::Date::year_month) {
        let label = crate::date::Date::parse(&month)
            .map_or_else(|_| month.clone(), crate::date::Date::text);
        values.push((Facet::Month, month, label));
    }
    for key in &claim.topics {
        let label = site.topics.get(key).map_or(key, |topic| &topic.name);
        values.push((Facet::Topic, key.clone(), label.clone()));
    }
    values
}
