//! The `meta` elements of a page: for search engines, for previews (`OpenGraph`) and for reference
//! managers (Highwire Press).

use serde::Serialize;

use super::words::Words;
use crate::date::Date;
use crate::page::Page;
use crate::render::localised::Localised;
use crate::site::{BriefId, Party, Site};
use crate::text::Spanned;

/// A `meta` element: `name` or `property`, and what it says.
#[derive(Serialize)]
pub(super) struct Meta {
    name: &'static str,
    content: String,
}

impl Meta {
    fn new(name: &'static str, content: impl Into<String>) -> Self {
        let content = content.into();
        Self { name, content }
    }
}

/// The `meta` elements of a page that have a name.
pub(super) fn meta(site: &Site, page: &Page) -> Vec<Meta> {
    let mut meta = Vec::new();
    if !page.is_listed(site) {
        meta.push(Meta::new("robots", "noindex"));
    }
    let card = match site.settings.image_address() {
        Some(_) => "summary_large_image",
        None => "summary",
    };
    meta.push(Meta::new("twitter:card", card));
    if let Page::Brief(id) = page {
        meta.extend(citation(site, *id));
    }
    meta
}

/// What reference managers read of a brief.
///
/// Zotero's translator "Embedded Metadata" takes the item's type from these elements before it
/// looks at `OpenGraph`: `citation_technical_report_institution` makes it a report, and nothing
/// that would make it something else may stand beside (`citation_journal_title`,
/// `citation_conference_title`, `citation_book_title`, `citation_dissertation_institution`). One
/// author an element: several in one are split at semicolons.
fn citation(site: &Site, id: BriefId) -> Vec<Meta> {
    let published = &site[id];
    let front = &published.brief.document.front;
    let slashed = |date: &Spanned<Date>| date.value.day_iso().replace('-', "/");
    let institution = site.publisher_name();
    let mut meta = vec![
        Meta::new("citation_title", &front.title),
        Meta::new("citation_technical_report_institution", institution),
    ];
    let authors = published.authors.iter();
    meta.extend(authors.map(|one| Meta::new("citation_author", site.party_name(one))));
    if let Some(date) = &front.date {
        meta.push(Meta::new("citation_publication_date", slashed(date)));
    }
    if let Some(date) = front.updated.as_ref().or(front.date.as_ref()) {
        meta.push(Meta::new("citation_online_date", slashed(date)));
    }
    meta.push(Meta::new("citation_language", site.language(front)));
    let summary = front.summary.iter();
    meta.extend(summary.map(|text| Meta::new("citation_abstract", text)));
    let tags = front.tags.iter();
    meta.extend(tags.map(|tag| Meta::new("citation_keywords", &tag.value)));
    let address = Page::Brief(id).address(site);
    meta.extend(address.map(|address| Meta::new("citation_public_url", address)));
    meta
}

/// The `meta` elements of a page that have a property: `OpenGraph`, and of a brief its `article`
/// properties (ogp.me).
pub(super) fn properties(site: &Localised, page: &Page, words: &Words) -> Vec<Meta> {
    let kind = match page {
        Page::Brief(_) => "article",
        _ => "website",
    };
    let mut meta = vec![
        Meta::new("og:title", &words.title),
        Meta::new("og:type", kind),
        Meta::new("og:description", &words.description),
        Meta::new("og:site_name", &site.settings.title),
        Meta::new("og:locale", site.settings.languages.locale(site.lang)),
    ];
    for other in page.editions(site).iter().filter(|one| *one != page) {
        let lang = other.document(site).map(|text| site.language(&text.front));
        let locale = lang.map(|lang| site.settings.languages.locale(lang));
        meta.extend(locale.map(|locale| Meta::new("og:locale:alternate", locale)));
    }
    let address = public(site, page);
    meta.extend(address.map(|address| Meta::new("og:url", address)));
    let image = site.settings.image_address();
    meta.extend(image.map(|address| Meta::new("og:image", address)));
    if let Page::Brief(id) = page {
        meta.extend(article(site, *id));
    }
    meta
}

/// The public address of a page: of an old address, that to which it leads; none where a page
/// stands for no address.
pub(super) fn public(site: &Site, page: &Page) -> Option<String> {
    match page {
        Page::NotFound => None,
        Page::Moved(to, _) => to.address(site),
        _ => page.address(site),
    }
}

fn article(site: &Localised, id: BriefId) -> Vec<Meta> {
    let published = &site[id];
    let front = &published.brief.document.front;
    let date = |name, date: &Option<Spanned<Date>>| {
        let date = date.as_ref();
        date.map(|date| Meta::new(name, date.value.iso()))
    };
    let dates = [
        date("article:published_time", &front.date),
        date("article:modified_time", &front.updated),
        date("article:expiration_time", &front.review_by),
    ];
    let mut meta: Vec<Meta> = dates.into_iter().flatten().collect();
    let authors = published.authors.iter();
    meta.extend(authors.map(|one| Meta::new("article:author", profile(site, one))));
    meta.push(Meta::new(
        "article:section",
        site.words.word("kinds", front.kind.word()),
    ));
    let tags = front.tags.iter();
    meta.extend(tags.map(|tag| Meta::new("article:tag", &tag.value)));
    meta
}

/// The address of an author's page, else the name.
fn profile(site: &Site, author: &Party) -> String {
    let address = match author {
        Party::Speaker(id) => Page::Speaker(*id).address(site),
        Party::Name(_) => None,
    };
    address.unwrap_or_else(|| site.party_name(author).to_owned())
}
