//! The stage that makes pages: views in, HTML out. One file a kind of page.

mod body;
mod brief;
mod cite;
mod claim;
mod corrections;
mod doubts;
mod drawing;
mod engine;
mod head;
mod history;
mod home;
mod ledger;
mod lists;
mod localised;
mod map;
mod method;
mod moved;
mod provenance;
mod row;
mod search;
mod shapes;
mod source;
mod speaker;
mod statement;
mod timeline;
mod verdict;

use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use crate::inputs::Inputs;
use crate::output::{Content, Output};
use crate::page::{Page, base_path, to_root};
use crate::plan::Plan;
use crate::report::Report;
use crate::site::Site;
use engine::{Engine, Fault, Value, value};
use head::Sections;
use localised::Localised;

/// Makes ready to render every page of the plan: the templates are compiled here.
pub fn render<'a>(site: &'a Site, plan: &'a Plan, inputs: &'a Inputs) -> Pages<'a> {
    let mut faults = Report::default();
    let engine = Engine::new(inputs, &mut faults);
    Pages {
        site,
        plan,
        inputs,
        engine,
        sections: head::sections(site, plan),
        faults: Mutex::new(faults),
    }
}

/// The pages of a site, each rendered when it is asked for, so that a large site need not be held
/// in memory.
pub struct Pages<'a> {
    site: &'a Site,
    plan: &'a Plan,
    inputs: &'a Inputs,
    engine: Engine,
    sections: Sections,
    faults: Mutex<Report>,
}

impl Pages<'_> {
    /// Renders the pages. A page whose template has a fault is left out, and the fault is kept.
    pub fn outputs(&self) -> impl ParallelIterator<Item = Output> {
        self.plan.pages.par_iter().filter_map(|page| {
            let path = page.route(self.site);
            match one(self.site, self.plan, &self.sections, &self.engine, page) {
                Ok(html) => Some(Output {
                    path,
                    content: Content::Bytes(html.into_bytes()),
                }),
                Err(fault) => {
                    let fault = self.engine.diagnostic(&fault, self.inputs, Some(&path));
                    let mut faults = self.faults.lock().unwrap_or_else(PoisonError::into_inner);
                    faults.add(fault);
                    None
                }
            }
        })
    }

    /// The faults of all pages that were rendered.
    pub fn report(self) -> Report {
        let mut report = self
            .faults
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner);
        report.sort();
        report
    }
}

/// Renders one page.
fn one(
    site: &Site,
    plan: &Plan,
    sections: &Sections,
    engine: &Engine,
    page: &Page,
) -> Result<String, Fault> {
    let route = page.route(site);
    // A host shows the page of an absent address anywhere, so its links start at the host's root.
    let root = match page {
        Page::NotFound => base_path(site),
        _ => to_root(&route),
    };
    let site = &Localised::of_page(site, page);
    let mut parts = vec![
        ("root", value(&root)),
        ("page", value(&head::page(site, plan, page, &route))),
    ];
    parts.extend(sections.of(site, page));
    parts.extend(content(site, plan, page, &root));
    engine.render(page.template(), parts)
}

/// What a page reads beside `root`, `site` and `page`.
fn content(site: &Localised, plan: &Plan, page: &Page, root: &str) -> Vec<(&'static str, Value)> {
    let asked = |scope, part| drawing::Asked {
        site,
        plan,
        scope,
        part,
        root,
    };
    match page {
        Page::Home => vec![("home", value(&home::home(site)))],
        Page::Brief(id) => vec![("brief", value(&brief::brief(site, plan, *id)))],
        Page::Briefs(number) => lists::briefs(site, *number),
        Page::Claim(id) => vec![("claim", value(&claim::claim(site, *id, root)))],
        Page::Speaker(id) => vec![("speaker", value(&speaker::speaker(site, *id)))],
        Page::Speakers(number) => lists::speakers(site, *number),
        Page::Source(id) => vec![("source", value(&source::source(site, *id, root)))],
        Page::Sources(number) => lists::sources(site, *number),
        Page::Topic(key, number) => {
            let values = plan.facets.get(&crate::page::Facet::Topic);
            let claims = values.and_then(|values| values.get(key));
            let claims = claims
                .map(|value| value.claims.as_slice())
                .unwrap_or_default();
            lists::topic(site, plan, key, *number, claims)
        }
        Page::Topics => lists::topics(site),
        Page::Ledger(number) => vec![("ledger", value(&ledger::ledger(site, plan, *number)))],
        Page::Facet(facet, key, number) => {
            vec![(
                "ledger",
                value(&ledger::facet(site, plan, *facet, key, *number)),
            )]
        }
        Page::Timeline(scope, part) => {
            let timeline = timeline::timeline(asked(scope, *part));
            vec![("timeline", value(&timeline))]
        }
        Page::Map(scope, part) => vec![("map", value(&map::map(asked(scope, *part))))],
        Page::Corrections(number) => corrections::page(site, plan, *number),
        Page::Method => vec![("method", value(&method::method(site)))],
        Page::Plain(index) => {
            let html = body::plain(site, &site.pages[*index]);
            vec![
                ("content_html", value(&html)),
                ("languages", value(&site.other_editions(page))),
                ("extra", value(&site.pages[*index].document.front.extra)),
            ]
        }
        Page::Moved(to, _) => vec![("moved", value(&moved::moved(site, to, root)))],
        Page::Search => vec![("search", value(&search::search(site)))],
        Page::NotFound => Vec::new(),
    }
}
