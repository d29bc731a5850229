//! Sources as works.

use super::day;
use crate::linked_data::{Basis, Party as Node, PartyKind, Work, WorkKind};
use crate::record::{Access, SourceState};
use crate::settings::is_web_address;
use crate::site::{Site, SourceId};

/// A source as a work that somebody else made.
pub(super) fn work(site: &Site, id: SourceId) -> Work {
    let source = &site[id];
    let entry = &source.entry.entry;
    let title = entry
        .title()
        .unwrap_or_else(|| source.entry.key.value.clone());
    let mut work = Work::named(kind(&entry.kind(), entry.doi().is_some()), title);
    work.url = entry.url().filter(|url| is_web_address(url));
    work.publisher = source
        .publisher
        .as_ref()
        .map(|name| Node::named(PartyKind::Organization, name));
    let authors = entry.authors().into_iter();
    work.author = authors
        .map(|name| Node::named(PartyKind::Person, name))
        .collect();
    work.date_published = source.entry.date().and_then(day);
    let copy = source.entry.archived.as_ref();
    work.archived_at = copy.and_then(|copy| Some(copy.url.as_ref()?.value.clone()));
    finished(work)
}

/// Consumers take an article or report seriously only with a date, an address and somebody who
/// answers for it; what lacks one of these is a creative work. Where nobody signs, the publisher
/// answers.
fn finished(mut work: Work) -> Work {
    let is_article = matches!(
        work.kind,
        WorkKind::NewsArticle | WorkKind::ScholarlyArticle | WorkKind::Report
    );
    if !is_article {
        return work;
    }
    let is_signed = !work.author.is_empty() || work.publisher.is_some();
    if !is_signed || work.date_published.is_none() || work.url.is_none() {
        work.kind = WorkKind::CreativeWork;
        return work;
    }
    if work.author.is_empty() {
        work.author.extend(work.publisher.clone());
    }
    work.headline = Some(work.name.clone());
    work
}

/// The type for one of Hayagriva's. An article with a DOI is one of a scholarly journal.
fn kind(written: &str, has_doi: bool) -> WorkKind {
    match written {
        "article" if has_doi => WorkKind::ScholarlyArticle,
        "article" => WorkKind::NewsArticle,
        "report" => WorkKind::Report,
        "book" | "anthology" | "proceedings" | "reference" => WorkKind::Book,
        "chapter" => WorkKind::Chapter,
        "thesis" => WorkKind::Thesis,
        "legislation" => WorkKind::Legislation,
        "video" | "audio" => WorkKind::MediaObject,
        "web" | "blog" | "post" | "thread" | "misc" => WorkKind::WebPage,
        _ => WorkKind::CreativeWork,
    }
}

/// The source as that on which a work rests: not what only relays others, and not what its
/// publisher took back.
pub(super) fn basis(site: &Site, id: SourceId) -> Option<Basis> {
    let entry = &site[id].entry;
    let is_primary = matches!(
        entry.access,
        Some(Access::Document | Access::Official | Access::FirstHand)
    );
    if !is_primary || entry.state == SourceState::Retracted {
        return None;
    }
    let work = work(site, id);
    Some(match work.url {
        Some(url) => Basis::Address(url),
        None => Basis::Work(Box::new(work)),
    })
}
