//! The stage that ties everything together: names become links, and what follows is computed.

mod allows;
mod as_of;
mod citing;
mod claims;
mod glance;
mod history;
mod names;
mod origins;
mod parties;
mod relations;
mod statements;
mod status;
mod translations;
mod trim;
mod withheld;

use std::collections::{BTreeMap, HashSet};

use crate::annotate::Annotated;
use crate::bibliography::{Bibliographer, Citing, Style};
use crate::brief::Brief;
use crate::date::Date;
use crate::record::{Record, SourceState};
use crate::report::Report;
use crate::site::{
    BriefId, CorrectionId, Dependents, Glance, Node, Party, Published, Site, SourceId,
};
use crate::slug::slug;
use names::Names;

pub use as_of::{Appearance, appearance};

/// Which briefs appear, and as of when.
#[derive(Clone, Copy, Debug)]
pub struct Publication {
    /// Whether drafts and briefs in review appear too.
    pub drafts: bool,
    /// The moment as of which the site is built: what is later does not appear.
    pub today: Date,
}

/// Looks up every name and computes origins, status and figures. A name that nothing answers to
/// is reported and left out, so the site that comes back holds links only.
pub fn resolve(annotated: Annotated, publication: Publication) -> (Site, Report) {
    let mut report = Report::default();
    let originals = translations::originals(&annotated, &mut report);
    let as_of::Standing {
        annotated,
        later,
        gone,
    } = as_of::as_of(annotated, publication);
    let Annotated {
        settings,
        record,
        home,
        mut briefs,
        pages,
    } = annotated;
    briefs.sort_by(newest_first);
    let (mut names, record) = names::gather(&record, &mut briefs, &mut report);
    names.gone = gone;
    let allow = allows::of_record(&record);
    let Record {
        speakers,
        sources,
        claims,
        relations,
    } = record;
    let mut site = Site {
        publisher: settings.publisher.as_ref().map(|name| names.party(name)),
        settings,
        today: publication.today,
        home,
        briefs: briefs.into_iter().map(published).collect(),
        pages,
        page_originals: Vec::new(),
        speakers: Vec::new(),
        sources: Vec::new(),
        claims: Vec::new(),
        statements: Vec::new(),
        relations: Vec::new(),
        topics: BTreeMap::new(),
        allowed: Vec::new(),
        later,
        fallen: Vec::new(),
    };
    translations::tie(&mut site, &originals);
    parties::speakers(&mut site, speakers, &names, &mut report);
    parties::sources(&mut site, sources, &names, &mut report);
    format_sources(&mut site);
    let names = claims::define(&mut site, &claims, names, &mut report);
    statements::make(&mut site, &claims, &names, &mut report);
    claims::fill(&mut site, &claims, &names, &mut report);
    relations::tie(&mut site, &relations, &names, &mut report);
    briefs_names(&mut site, &names, &mut report);
    citing::format(&mut site);
    topics(&mut site);
    status::compute(&mut site);
    history::compute(&mut site);
    glance::count(&mut site);
    site.fallen = fallen(&site);
    site.allowed = allows::gather(&site, allow, &names, &mut report);
    (site, report)
}

/// What rests on each source that its publisher took back or changed.
fn fallen(site: &Site) -> Vec<Dependents> {
    let is_fallen = |id: &SourceId| {
        let state = site[*id].entry.state;
        matches!(state, SourceState::Retracted | SourceState::Corrected)
    };
    let fallen = site.source_ids().filter(is_fallen);
    fallen
        .map(|id| Dependents::of(site, Node::Source(id)))
        .collect()
}

fn newest_first(a: &Brief, b: &Brief) -> std::cmp::Ordering {
    let date = |brief: &Brief| brief.document.front.date.as_ref().map(|date| date.value);
    date(b)
        .cmp(&date(a))
        .then_with(|| a.document.slug.cmp(&b.document.slug))
}

fn published(brief: Brief) -> Published {
    Published {
        brief,
        authors: Vec::new(),
        statements: Vec::new(),
        citations: Vec::new(),
        citing: Citing::default(),
        sources: Vec::new(),
        original: None,
        translations: Vec::new(),
        key_judgements: Vec::new(),
        corrected: Vec::new(),
        topics: Vec::new(),
        glance: Glance::default(),
    }
}

/// Formats all sources in the site's style.
fn format_sources(site: &mut Site) {
    if site.sources.is_empty() {
        return;
    }
    let Some(style) = Style::named(&site.settings.citation_style) else {
        return;
    };
    let entries: Vec<_> = site
        .sources
        .iter()
        .map(|source| &source.entry.entry)
        .collect();
    let formatted = Bibliographer::new(style, &site.settings.lang).render(&entries);
    for (source, reference) in site.sources.iter_mut().zip(formatted) {
        source.html = reference.html;
    }
}

/// Looks up the names that stand in the front matter and citations of briefs.
fn briefs_names(site: &mut Site, names: &Names, report: &mut Report) {
    for index in 0..site.briefs.len() {
        let front = &site.briefs[index].brief.document.front;
        let authors = match front.authors.as_slice() {
            [] => &site.settings.authors,
            authors => authors,
        };
        let authors: Vec<Party> = authors.iter().map(|name| names.party(name)).collect();
        let judgements: Vec<_> = front
            .key_judgements
            .iter()
            .filter_map(|name| names.claim(name, report))
            .collect();
        let corrected = front
            .corrections
            .iter()
            .map(|one| {
                one.claim
                    .as_ref()
                    .and_then(|name| names.claim(name, report))
            })
            .collect();
        for author in &authors {
            if let Party::Speaker(id) = author {
                site.speakers[id.0].author_of.push(BriefId(index));
            }
        }
        for claim in &judgements {
            site.claims[claim.0].judgement_of.push(BriefId(index));
        }
        let brief = &mut site.briefs[index];
        brief.authors = authors;
        brief.key_judgements = judgements;
        brief.corrected = corrected;
        for (place, claim) in brief.corrected.clone().into_iter().enumerate() {
            let id = CorrectionId {
                brief: BriefId(index),
                index: place,
            };
            if let (Some(claim), false) = (claim, site.repeats_correction(id)) {
                site.claims[claim.0].corrections.push(id);
            }
        }
        brief_sources(site, BriefId(index));
    }
}

/// Lists every source that a brief names, and the brief with the source.
fn brief_sources(site: &mut Site, id: BriefId) {
    let mut found: Vec<SourceId> = Vec::new();
    let brief = &site[id];
    for statement in &brief.statements {
        let statement = &site[*statement];
        found.extend(
            statement
                .via
                .iter()
                .chain(statement.citations.iter().map(|c| &c.source)),
        );
    }
    found.extend(brief.citations.iter().flatten().map(|cited| cited.source));
    let mut seen = HashSet::new();
    found.retain(|source| seen.insert(*source));
    for source in &found {
        site.sources[source.0].briefs.insert(id);
    }
    site.briefs[id.0].sources = found;
}

/// Gathers the tags; two that make one address are one topic.
fn topics(site: &mut Site) {
    for index in 0..site.briefs.len() {
        let tags = site.briefs[index].brief.document.front.tags.clone();
        for tag in tags {
            let key = slug(&tag.value);
            let topic = site.topics.entry(key.clone()).or_default();
            if topic.name.is_empty() {
                topic.name = tag.value;
            }
            if topic.briefs.last() != Some(&BriefId(index)) {
                topic.briefs.push(BriefId(index));
                site.briefs[index].topics.push(key);
            }
        }
        for statement in site.briefs[index].statements.clone() {
            let claim = site.statements[statement.0].claim;
            let topics = site.briefs[index].topics.clone();
            site.claims[claim.0].topics.extend(topics);
        }
    }
    // A brief and its translations stand in a topic once.
    let mut topics = std::mem::take(&mut site.topics);
    for topic in topics.values_mut() {
        let there: HashSet<BriefId> = topic.briefs.iter().copied().collect();
        let stands = |id: &BriefId| {
            let listed = site.listed_as(*id);
            let first = site.editions(*id).find(|one| there.contains(one));
            *id == listed || (!there.contains(&listed) && first == Some(*id))
        };
        topic.briefs.retain(stands);
    }
    site.topics = topics;
}
