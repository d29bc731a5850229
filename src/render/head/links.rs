//! Other forms of what a page tells: data files, feeds, translations.

use serde::Serialize;

use crate::page::{Channel, DataFile, FeedFormat, Page};
use crate::plan::is_fed;
use crate::render::localised::Localised;
use crate::site::Site;
use crate::web_annotation::MEDIA_TYPE;

/// A link to another form of what a page tells.
#[derive(Serialize)]
pub(super) struct Alternate {
    r#type: &'static str,
    text: String,
    path: String,
}

impl Alternate {
    fn new(site: &Localised, r#type: &'static str, text: &str, file: &DataFile) -> Self {
        Self {
            r#type,
            text: site.words.text(text).to_owned(),
            path: file.route(site),
        }
    }
}

/// A link to the page in one of its languages.
#[derive(Serialize)]
pub(super) struct Hreflang {
    /// The language (BCP 47), or `x-default` for the original.
    lang: String,
    url: String,
}

/// The page in all its languages, itself too, by absolute addresses as search engines want them;
/// without a public address there are none.
pub(super) fn hreflang(site: &Localised, page: &Page) -> Vec<Hreflang> {
    let editions = page.editions(site);
    let mut links: Vec<Hreflang> = Vec::new();
    for edition in editions.iter().filter(|one| one.is_listed(site)) {
        let lang = edition
            .document(site)
            .map(|text| site.language(&text.front));
        let (Some(lang), Some(url)) = (lang, edition.address(site)) else {
            continue;
        };
        links.push(Hreflang {
            lang: lang.to_owned(),
            url,
        });
    }
    if links.len() < 2 || !page.is_listed(site) {
        return Vec::new();
    }
    let original = editions.first().and_then(|one| one.address(site));
    links.extend(original.map(|url| Hreflang {
        lang: "x-default".to_owned(),
        url,
    }));
    links
}

/// The other forms of what a page tells: its feed, that of the site, its data.
pub(super) fn alternates(site: &Localised, page: &Page, title: &str) -> Vec<Alternate> {
    let mut links = Vec::new();
    if let Some(channel) = followed(site, page) {
        links.extend(feeds(site, &channel, title));
    }
    if !matches!(page, Page::Home | Page::Moved(..)) && is_fed(site, &Channel::Site) {
        links.extend(feeds(site, &Channel::Site, &site.settings.title));
    }
    links.extend(data(site, page));
    links
}

/// The path of a page's own feed.
pub(super) fn feed(site: &Site, page: &Page) -> Option<String> {
    let channel = followed(site, page)?;
    Some(DataFile::Feed(channel, FeedFormat::Atom).route(site))
}

/// What a reader of a page can follow.
fn followed(site: &Site, page: &Page) -> Option<Channel> {
    let channel = match page {
        Page::Home => Channel::Site,
        Page::Topic(key, 1) => Channel::Topic(key.clone()),
        Page::Speaker(id) => Channel::Speaker(*id),
        Page::Claim(id) => Channel::Claim(*id),
        Page::Corrections(1) => Channel::Corrections,
        _ => return None,
    };
    Some(channel).filter(|channel| is_fed(site, channel))
}

/// A feed in both of its formats.
fn feeds(site: &Site, channel: &Channel, title: &str) -> [Alternate; 2] {
    let link = |format, r#type, name| {
        let file = DataFile::Feed(channel.clone(), format);
        Alternate {
            r#type,
            text: format!("{title} ({name})"),
            path: file.route(site),
        }
    };
    [
        link(FeedFormat::Atom, "application/atom+xml", "Atom"),
        link(FeedFormat::Json, "application/feed+json", "JSON Feed"),
    ]
}

fn data(site: &Localised, page: &Page) -> Vec<Alternate> {
    let link = |r#type, text, file| Alternate::new(site, r#type, text, &file);
    match page {
        Page::Home | Page::Ledger(1) => vec![
            link("application/json", "data.claims_json", DataFile::Claims),
            link("text/csv", "data.claims_csv", DataFile::ClaimsTable),
            link(MEDIA_TYPE, "data.annotations", DataFile::AllAnnotations),
        ],
        Page::Brief(id) if !site[*id].statements.is_empty() => {
            let record = DataFile::Brief(*id);
            let annotations = DataFile::Annotations(*id);
            vec![
                link("application/json", "data.brief_json", record),
                link(MEDIA_TYPE, "data.brief_annotations", annotations),
            ]
        }
        _ => Vec::new(),
    }
}
