//! Briefs as articles.

use std::collections::{HashMap, HashSet};

use super::claim::{authors, claim, quotation};
use super::party::{policy_address, publisher};
use super::{day, review, source, website};
use crate::date::Date;
use crate::document::{self, FrontMatter, Kind, State};
use crate::linked_data::{
    Article, ArticleKind, Claim, Correction, Edition, Picture, Thing, WorkKind,
};
use crate::messages::Messages;
use crate::page::Page;
use crate::settings::Policy;
use crate::site::{BriefId, ClaimId, Site, Statement};
use crate::text::Spanned;

/// Search engines cut a headline here (Google, "Article").
const HEADLINE: usize = 110;

/// What the page of a brief tells.
pub(super) fn things(site: &Site, id: BriefId) -> Vec<Thing> {
    let article = Thing::Article(Box::new(article(site, id)));
    std::iter::once(article)
        .chain(review::things(site, id))
        .collect()
}

fn article(site: &Site, id: BriefId) -> Article {
    let published = &site[id];
    let front = &published.brief.document.front;
    let address = Page::Brief(id).address(site);
    let (headline, name) = headline(&front.title);
    let image = site.settings.image_address();
    let statements = published.statements.iter();
    let quotations = statements.filter_map(|id| Some(quotation(site, *id)?.0));
    let sources = published.sources.iter();
    let words = site.settings.languages.of(site.language(front));
    let corrections = front.corrections.iter();
    Article {
        kind: kind(front.kind),
        id: address.as_ref().map(|address| format!("{address}#brief")),
        url: address.clone(),
        headline,
        name,
        description: front.summary.clone(),
        date_published: exact(front.date.as_ref()),
        date_modified: exact(front.updated.as_ref().or(front.date.as_ref())),
        expires: exact(front.review_by.as_ref()),
        temporal_coverage: exact(front.as_of.as_ref()).map(|day| format!("../{day}")),
        in_language: site.language(front).to_owned(),
        keywords: front.tags.iter().map(|tag| tag.value.clone()).collect(),
        author: authors(site, id),
        publisher: publisher(site),
        image: image.map(|url| Picture { url }),
        main_entity_of_page: address,
        is_part_of: website(site, false),
        publishing_principles: policy_address(site, Policy::PublishingPrinciples),
        creative_work_status: status(front),
        backstory: front.process.clone(),
        correction: corrections
            .filter_map(|one| correction(words, one))
            .collect(),
        citation: sources.clone().map(|id| source::work(site, *id)).collect(),
        is_based_on: sources.filter_map(|id| source::basis(site, *id)).collect(),
        mentions: mentions(site, id),
        has_part: quotations.collect(),
        translation_of_work: published.original.and_then(|id| edition(site, id)),
        work_translation: published
            .translations
            .iter()
            .filter_map(|id| edition(site, *id))
            .collect(),
    }
}

/// A brief in another language, where search engines may list it.
fn edition(site: &Site, id: BriefId) -> Option<Edition> {
    let page = Page::Brief(id);
    let front = &site[id].brief.document.front;
    let url = page.address(site).filter(|_| page.is_listed(site))?;
    Some(Edition {
        kind: WorkKind::CreativeWork,
        id: format!("{url}#brief"),
        url,
        name: front.title.clone(),
        in_language: site.language(front).to_owned(),
    })
}

fn kind(kind: Kind) -> ArticleKind {
    match kind {
        Kind::Analysis => ArticleKind::AnalysisNewsArticle,
        Kind::Opinion => ArticleKind::OpinionNewsArticle,
        Kind::Reportage => ArticleKind::ReportageNewsArticle,
        Kind::Background => ArticleKind::BackgroundNewsArticle,
        Kind::Report => ArticleKind::Report,
        Kind::Factcheck => ArticleKind::Article,
    }
}

fn exact(date: Option<&Spanned<Date>>) -> Option<String> {
    date.and_then(|date| day(date.value))
}

/// The title, cut at a word where it is longer than search engines print, and then the whole too.
fn headline(title: &str) -> (String, Option<String>) {
    let Some((end, _)) = title.char_indices().nth(HEADLINE) else {
        return (title.to_owned(), None);
    };
    let end = title[..=end].rfind(' ').unwrap_or(end);
    (title[..end].trim_end().to_owned(), Some(title.to_owned()))
}

fn status(front: &FrontMatter) -> Option<&'static str> {
    match front.state {
        State::Draft => Some("Draft"),
        State::Review => Some("In review"),
        State::Withdrawn => Some("Withdrawn"),
        State::Published | State::Embargoed => None,
    }
}

/// What was put right, in words: "Was: at the White House. Now: at the Pentagon."
fn correction(words: &Messages, one: &document::Correction) -> Option<Correction> {
    let told = |message, said: &Option<String>| {
        let said = said.as_ref()?.trim_end_matches('.');
        Some(words.fill(message, &[("words", said)]))
    };
    let was = told("corrections.was", &one.was);
    let now = told("corrections.now", &one.now);
    let parts: Vec<String> = [was, now, one.note.clone()].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| Correction {
        text: parts.join(" "),
        date_published: day(one.date.value),
    })
}

/// The claims that somebody has looked at and that are asserted, each once, key judgements first. The
/// brief's own statements say who makes them: of a claim that many briefs share there is no end.
fn mentions(site: &Site, id: BriefId) -> Vec<Claim> {
    let published = &site[id];
    let mut stated: Vec<ClaimId> = published.key_judgements.clone();
    let mut own: HashMap<ClaimId, Vec<&Statement>> = HashMap::new();
    for statement in published.statements.iter().map(|id| &site[*id]) {
        if statement.reviewed() && site.asserts(statement) {
            own.entry(statement.claim).or_default().push(statement);
            stated.push(statement.claim);
        }
    }
    let mut seen = HashSet::new();
    stated.retain(|claim| seen.insert(*claim));
    let told = stated.into_iter().filter_map(|id| {
        let elsewhere = || site.asserting(id).map(|id| &site[id]).next();
        let statements = own.remove(&id).or_else(|| Some(vec![elsewhere()?]))?;
        Some(claim(site, id, &statements))
    });
    told.collect()
}
