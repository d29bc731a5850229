//! Feeds: what is new on the site, of a topic, a speaker, a claim, or among the corrections.

mod atom;
mod briefs;
mod claim;
mod content;
mod corrections;
mod id;
mod json;
mod note;
mod words;

use std::cmp::Reverse;

use crate::date::Date;
use crate::feed::{Author, Entry, Feed};
use crate::page::{Channel, DataFile, FeedFormat, Page, absolute};
use crate::plan::is_told;
use crate::site::{BriefId, CorrectionId, Party, Site, StatementId};
use words::Words;

pub(super) use content::Contents;

/// What the file of a feed holds.
pub(super) fn file(
    site: &Site,
    contents: &Contents,
    channel: &Channel,
    format: FeedFormat,
) -> String {
    written(&feed(site, contents, channel), format)
}

/// The feed of the site, cut down to some briefs.
pub(super) fn of_briefs(site: &Site, briefs: &[BriefId], format: FeedFormat) -> String {
    let entries = newest(site, briefs.iter().copied());
    let contents = Contents::of(site);
    let entry = |id| briefs::brief(site, &contents, id);
    let entries: Vec<Entry> = entries.map(entry).collect();
    let updated = entries.iter().map(|entry| entry.updated).max();
    let whole = feed(site, &contents, &Channel::Site);
    let feed = Feed {
        updated: updated.or(whole.updated),
        entries,
        ..whole
    };
    written(&feed, format)
}

fn written(feed: &Feed, format: FeedFormat) -> String {
    match format {
        FeedFormat::Atom => atom::atom(feed),
        FeedFormat::Json => super::json(&json::json(feed)),
    }
}

/// The newest of what a reader can follow.
fn feed(site: &Site, contents: &Contents, channel: &Channel) -> Feed {
    let words = Words::of(site);
    let address = |route: &str| absolute(site, route).unwrap_or_default();
    let of_format = |format| address(&DataFile::Feed(channel.clone(), format).route(site));
    let entries = entries(site, contents, channel);
    let newest = entries.iter().map(|entry| entry.updated).max();
    let told = || site.brief_ids().filter(|id| is_told(site, *id));
    let of_site = || told().filter_map(|id| changed(site, id)).max();
    let name = name(site, &words, channel);
    Feed {
        id: id::of_feed(site, channel),
        title: name.map_or_else(
            || site.settings.title.clone(),
            |name| format!("{name} · {}", site.settings.title),
        ),
        description: match channel {
            Channel::Site => site
                .settings
                .description
                .clone()
                .or(site.settings.tagline.clone()),
            _ => None,
        },
        language: site.settings.lang.clone(),
        page: address(&channel.page().route(site)),
        atom: of_format(FeedFormat::Atom),
        json: of_format(FeedFormat::Json),
        icon: address("icon.svg"),
        author: publisher(site),
        updated: newest.or_else(of_site),
        entries,
    }
}

/// What is followed; the site goes by its own name.
fn name(site: &Site, words: &Words, channel: &Channel) -> Option<String> {
    match channel {
        Channel::Site => None,
        Channel::Topic(key) => Some(site.topics.get(key)?.name.clone()),
        Channel::Speaker(id) => Some(site[*id].entry.name.clone()),
        Channel::Claim(id) => Some(site[*id].text.clone()),
        Channel::Corrections => Some(words.text("titles.corrections").to_owned()),
    }
}

/// The entries, as many as the settings want, the one changed last first. Of briefs only those are
/// written out that are wanted.
fn entries(site: &Site, contents: &Contents, channel: &Channel) -> Vec<Entry> {
    let brief = |id| briefs::brief(site, contents, id);
    match channel {
        Channel::Site => {
            let all = newest(site, site.brief_ids());
            all.map(brief).collect()
        }
        Channel::Topic(key) => {
            let all = site.topics.get(key).map(|topic| topic.briefs.as_slice());
            let all = newest(site, all.unwrap_or_default().iter().copied());
            all.map(brief).collect()
        }
        Channel::Speaker(id) => {
            let all = newest(site, stating(site, &site[*id].statements));
            all.map(|brief| briefs::spoken(site, *id, brief)).collect()
        }
        Channel::Claim(id) => claim::entries(site, *id),
        Channel::Corrections => {
            let is_out = |id: &BriefId| site[*id].brief.document.front.is_out();
            let all = site
                .brief_ids()
                .filter(is_out)
                .flat_map(|id| site.corrections_of(id));
            let all: Vec<CorrectionId> = site.newest_first(all);
            let all = all.into_iter().take(site.settings.feed_size);
            all.filter_map(|id| corrections::correction(site, id))
                .collect()
        }
    }
}

/// The briefs of which feeds tell, as many as the settings want, the one changed last first.
fn newest(site: &Site, briefs: impl IntoIterator<Item = BriefId>) -> impl Iterator<Item = BriefId> {
    let told = briefs.into_iter().filter(|id| is_told(site, *id));
    let mut told: Vec<BriefId> = told.collect();
    told.sort_by_key(|id| (Reverse(changed(site, *id)), *id));
    told.into_iter().take(site.settings.feed_size)
}

/// The briefs that make some statements, each once.
fn stating(site: &Site, statements: &[StatementId]) -> Vec<BriefId> {
    let briefs = statements.iter().filter_map(|id| site[*id].brief);
    let mut briefs: Vec<BriefId> = briefs.collect();
    briefs.sort_unstable();
    briefs.dedup();
    briefs
}

fn changed(site: &Site, id: BriefId) -> Option<Date> {
    site[id].brief.document.front.changed()
}

/// Who publishes the site.
fn publisher(site: &Site) -> Author {
    match &site.publisher {
        Some(party) => author(site, party),
        None => Author {
            name: site.settings.title.clone(),
            url: absolute(site, ""),
        },
    }
}

fn author(site: &Site, party: &Party) -> Author {
    Author {
        name: site.party_name(party).to_owned(),
        url: match party {
            Party::Speaker(id) => Page::Speaker(*id).address(site),
            Party::Name(_) => None,
        },
    }
}
