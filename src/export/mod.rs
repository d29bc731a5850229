//! The stage that gives the record as data, for machines to read. One file a format.

mod annotations;
mod bibliography;
mod csv;
mod feed;
mod format;
mod graph;
mod host;
mod linked_data;
mod markdown;
mod record;
mod robots;
mod search;
mod sitemap;
mod visible;
mod xml;

use std::collections::HashSet;

use rayon::prelude::*;

pub use format::{Form, Format};

use crate::dataset::Dataset;
use crate::linked_data::{Document, Thing};
use crate::output::{Content, Output};
use crate::page::{Channel, DataFile, FeedFormat, Page};
use crate::plan::Plan;
use crate::site::{BriefId, Site, SourceId};
use crate::text::Files;

/// Makes the data files of a site, those of its search among them.
pub fn export<'a>(site: &'a Site, plan: &'a Plan) -> impl ParallelIterator<Item = Output> + 'a {
    let contents = feed::Contents::of(site);
    let data = plan.files.par_iter().map(move |file| Output {
        path: file.route(site),
        content: Content::Bytes(one(site, plan, &contents, file).into_bytes()),
    });
    data.chain(search::outputs(site, plan))
}

/// What one data file holds.
pub fn text(site: &Site, plan: &Plan, file: &DataFile) -> String {
    one(site, plan, &feed::Contents::of(site), file)
}

fn one(site: &Site, plan: &Plan, contents: &feed::Contents, file: &DataFile) -> String {
    match file {
        DataFile::Claims => json(&record::whole(site)),
        DataFile::ClaimsTable => csv::table(record::claims(site)),
        DataFile::ClaimsSchema => json(&schemars::schema_for!(Dataset)),
        DataFile::Brief(id) => json(&record::of_briefs(site, &[*id])),
        DataFile::Feed(channel, format) => feed::file(site, contents, channel, *format),
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

/// What is to be written alone.
#[derive(Clone, Debug)]
pub struct Order {
    /// The format.
    pub format: Format,
    /// Its form, where it has several.
    pub form: Option<Form>,
    /// The briefs to which it is narrowed; nothing for the whole site.
    pub briefs: Option<Vec<BriefId>>,
}

/// The whole site, or some of its briefs, in one format. `files` are the texts as they were
/// written.
pub fn alone(site: &Site, files: &Files, order: &Order) -> String {
    let briefs = order.briefs.as_deref();
    match (order.format, briefs) {
        (Format::ClaimsJson, None) => json(&record::whole(site)),
        (Format::ClaimsJson, Some(briefs)) => json(&record::of_briefs(site, briefs)),
        (Format::ClaimsCsv, None) => csv::table(record::claims(site)),
        (Format::ClaimsCsv, Some(briefs)) => {
            csv::table(record::of_briefs(site, briefs).claims.into_iter())
        }
        (Format::Annotations, briefs) => json(&annotations::of_briefs(site, briefs)),
        (Format::JsonLd, briefs) => json(&Document::new(told(site, briefs))),
        (Format::Bibtex, briefs) => {
            bibliography::bibtex(site, sources(site, briefs.unwrap_or_default()))
        }
        (Format::CslJson, briefs) => {
            let sources = sources(site, briefs.unwrap_or_default());
            json(&bibliography::csl(site, sources))
        }
        (Format::Feed, briefs) => {
            let format = match order.form {
                Some(Form::Json) => FeedFormat::Json,
                _ => FeedFormat::Atom,
            };
            match briefs {
                Some(briefs) => feed::of_briefs(site, briefs, format),
                None => feed::file(site, &feed::Contents::of(site), &Channel::Site, format),
            }
        }
        (Format::Graph, briefs) => match order.form {
            Some(Form::GraphMl) => graph::graphml(&graph::graph(site, briefs)),
            _ => graph::dot(&graph::graph(site, briefs)),
        },
        (Format::Markdown, Some(briefs)) => markdown::markdown(site, files, briefs),
        (Format::Markdown, None) => {
            let all: Vec<BriefId> = site.brief_ids().collect();
            markdown::markdown(site, files, &all)
        }
    }
}

/// The linked data of the pages of some briefs; without briefs that of all pages that have some.
fn told(site: &Site, briefs: Option<&[BriefId]>) -> Vec<Thing> {
    let pages: Vec<Page> = match briefs {
        Some(briefs) => briefs.iter().copied().map(Page::Brief).collect(),
        None => [Page::Home]
            .into_iter()
            .chain(site.brief_ids().map(Page::Brief))
            .chain(
                site.claim_ids()
                    .filter(|id| site[*id].has_page)
                    .map(Page::Claim),
            )
            .chain(site.speaker_ids().map(Page::Speaker))
            .collect(),
    };
    pages
        .iter()
        .flat_map(|page| linked_data(site, page))
        .collect()
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
