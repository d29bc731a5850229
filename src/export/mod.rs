//! The stage that gives the record as data, for machines to read. One file a format.

mod annotations;
mod bibliography;
mod csv;
mod feed;
mod format;
mod host;
mod linked_data;
mod record;
mod robots;
mod sitemap;
mod visible;
mod xml;

use std::collections::HashSet;

use rayon::prelude::*;

pub use format::Format;

use crate::dataset::Dataset;
use crate::linked_data::Thing;
use crate::output::{Content, Output};
use crate::page::{DataFile, Page};
use crate::plan::Plan;
use crate::site::{BriefId, Site, SourceId};

/// Makes the data files of a site.
pub fn export<'a>(site: &'a Site, plan: &'a Plan) -> impl ParallelIterator<Item = Output> + 'a {
    plan.files.par_iter().map(|file| Output {
        path: file.route(site),
        content: Content::Bytes(text(site, plan, file).into_bytes()),
    })
}

/// What one data file holds.
pub fn text(site: &Site, plan: &Plan, file: &DataFile) -> String {
    match file {
        DataFile::Claims => json(&record::whole(site)),
        DataFile::ClaimsTable => csv::table(record::claims(site)),
        DataFile::ClaimsSchema => json(&schemars::schema_for!(Dataset)),
        DataFile::Brief(id) => json(&record::of_briefs(site, &[*id])),
        DataFile::Feed(channel, format) => feed::file(site, channel, *format),
        DataFile::Sitemap => sitemap::sitemap(site, plan),
        DataFile::SitemapPart(number) => sitemap::part(site, plan, *number),
        DataFile::Robots => robots::robots(site),
        DataFile::HostHeaders => host::headers(site),
        DataFile::HostRedirects => host::redirects(site, plan),
        DataFile::Bibtex(briefs) => bibliography::bibtex(site, sources(site, briefs.as_slice())),
        DataFile::CslJson(briefs) => {
            json(&bibliography::csl(site, sources(site, briefs.as_slice())))
        }
        DataFile::CiteBibtex(id) => bibliography::cite_bibtex(site, *id),
        DataFile::CiteCslJson(id) => json(&bibliography::cite_csl(site, *id)),
        DataFile::Annotations(id) => json(&annotations::of_brief(site, *id)),
        DataFile::AllAnnotations => json(&annotations::of_site(site)),
        DataFile::AnnotationPage(number) => json(&annotations::page(site, *number)),
    }
}

/// The whole site, or some of its briefs, in one format.
pub fn alone(site: &Site, format: Format, briefs: Option<&[BriefId]>) -> String {
    match (format, briefs) {
        (Format::ClaimsJson, None) => json(&record::whole(site)),
        (Format::ClaimsJson, Some(briefs)) => json(&record::of_briefs(site, briefs)),
        (Format::ClaimsCsv, None) => csv::table(record::claims(site)),
        (Format::Bibtex, _) => {
            bibliography::bibtex(site, sources(site, briefs.unwrap_or_default()))
        }
        (Format::CslJson, _) => json(&bibliography::csl(
            site,
            sources(site, briefs.unwrap_or_default()),
        )),
        (Format::ClaimsCsv, Some(briefs)) => {
            csv::table(record::of_briefs(site, briefs).claims.into_iter())
        }
        (Format::Annotations, briefs) => json(&annotations::of_briefs(site, briefs)),
    }
}

/// The sources that some briefs name, each once; without briefs those of the whole site.
fn sources(site: &Site, briefs: &[BriefId]) -> Vec<SourceId> {
    if briefs.is_empty() {
        return site.source_ids().collect();
    }
    let mut seen = HashSet::new();
    let named = briefs.iter().flat_map(|id| &site[*id].sources);
    named.copied().filter(|id| seen.insert(*id)).collect()
}

/// What a page tells in the words of schema.org, the main thing first; nothing where it only lists
/// or draws.
pub fn linked_data(site: &Site, page: &Page) -> Vec<Thing> {
    linked_data::things(site, page)
}

/// JSON on one line, with a line end.
fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default() + "\n"
}
