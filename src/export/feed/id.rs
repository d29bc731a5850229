//! Ids of feeds and entries: tags (RFC 4151), which neither a new title nor a new place of the site
//! changes.

use super::stating;
use crate::date::Date;
use crate::page::{Channel, encoded};
use crate::plan::is_told;
use crate::site::{BriefId, ClaimId, Site, SpeakerId};
use crate::slug::slug;

/// The id of a feed.
pub(super) fn of_feed(site: &Site, channel: &Channel) -> String {
    let first = |briefs: &mut dyn Iterator<Item = BriefId>| {
        let told = briefs.filter(|id| is_told(site, *id));
        told.filter_map(|id| day(site, id)).min()
    };
    let (day, name) = match channel {
        Channel::Site => (first(&mut site.brief_ids()), "feed".to_owned()),
        Channel::Corrections => (first(&mut site.brief_ids()), "corrections".to_owned()),
        Channel::Topic(key) => {
            let briefs = site.topics.get(key).map(|topic| topic.briefs.as_slice());
            let mut briefs = briefs.unwrap_or_default().iter().copied();
            (first(&mut briefs), format!("topics/{key}"))
        }
        Channel::Speaker(id) => {
            let briefs = stating(site, &site[*id].statements);
            (first(&mut briefs.into_iter()), speaker(site, *id))
        }
        Channel::Claim(id) => {
            let briefs = stating(site, &site[*id].statements);
            (first(&mut briefs.into_iter()), claim(site, *id))
        }
    };
    tag(site, day, &name)
}

/// The tag of a thing that came to be on a day.
pub(super) fn tag(site: &Site, day: Option<Date>, name: &str) -> String {
    let name = encoded(name);
    match (&site.settings.feed_tag, day) {
        (Some(entity), _) => format!("tag:{entity}:{name}"),
        (None, Some(day)) => format!("tag:{},{}:{name}", host(site), day.day_iso()),
        (None, None) => format!("tag:{},{}:{name}", host(site), site.today.day_iso()),
    }
}

/// The name of a brief in tags: its slug, or the one that it had first where it has moved.
pub(super) fn brief(site: &Site, id: BriefId) -> String {
    let document = &site[id].brief.document;
    let mut aliases = document.front.aliases.iter();
    let first = aliases.find_map(|alias| {
        let old = alias
            .value
            .strip_prefix("briefs/")?
            .strip_suffix("/index.html")?;
        (!old.contains('/')).then_some(old)
    });
    format!("briefs/{}", first.unwrap_or(&document.slug))
}

/// What tells things of one day apart: nothing for the first, `/2` for the second.
pub(super) fn number(before: usize) -> String {
    match before {
        0 => String::new(),
        before => format!("/{}", before + 1),
    }
}

/// The name of a claim in tags.
pub(super) fn claim(site: &Site, id: ClaimId) -> String {
    format!("claims/{}", slug(&site[id].key))
}

/// The name of a speaker in tags.
pub(super) fn speaker(site: &Site, id: SpeakerId) -> String {
    format!("speakers/{}", slug(&site[id].entry.key.value))
}

/// The day that stands in a brief's tags: that of its date, which outlives the end of an embargo.
pub(super) fn day(site: &Site, id: BriefId) -> Option<Date> {
    let front = &site[id].brief.document.front;
    let date = front.date.as_ref().map(|date| date.value);
    date.or_else(|| front.appeared())
}

/// The host of the site's address, without user and port.
fn host(site: &Site) -> String {
    let address = site.settings.base_url.as_deref().unwrap_or_default();
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let authority = rest.split('/').next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    host.split(':').next().unwrap_or_default().to_lowercase()
}
