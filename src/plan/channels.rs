//! What of a site can be followed by feed.

use crate::page::Channel;
use crate::site::{BriefId, Site, StatementId};

/// Everything that has a feed.
pub(super) fn channels(site: &Site) -> Vec<Channel> {
    let topics = site.topics.keys().cloned().map(Channel::Topic);
    let all = std::iter::once(Channel::Site)
        .chain(topics)
        .chain(site.speaker_ids().map(Channel::Speaker))
        .chain(site.claim_ids().map(Channel::Claim))
        .chain([Channel::Corrections]);
    all.filter(|channel| is_fed(site, channel)).collect()
}

/// Whether something has a feed: it has entries with a day, and the site an address. Before the
/// first correction that feed is empty, so that readers can follow it from the beginning.
pub fn is_fed(site: &Site, channel: &Channel) -> bool {
    let mut briefs = site.brief_ids();
    let stated = |statements: &[StatementId]| {
        let mut briefs = statements.iter().filter_map(|id| site[*id].brief);
        briefs.any(|id| is_told(site, id))
    };
    site.settings.base_url.is_some()
        && match channel {
            Channel::Site => briefs.any(|id| is_told(site, id)),
            Channel::Corrections => briefs.any(|id| is_told(site, id) || is_corrected(site, id)),
            Channel::Topic(key) => {
                let topic = site.topics.get(key);
                topic.is_some_and(|topic| topic.briefs.iter().any(|id| is_told(site, *id)))
            }
            Channel::Speaker(id) => stated(&site[*id].statements),
            Channel::Claim(id) => site[*id].has_page && stated(&site[*id].statements),
        }
}

/// Whether a brief that is out has corrections, which have days of their own.
fn is_corrected(site: &Site, id: BriefId) -> bool {
    let front = &site[id].brief.document.front;
    front.is_out() && !front.corrections.is_empty()
}

/// Whether feeds tell of a brief: it is out, and has a day.
pub fn is_told(site: &Site, id: BriefId) -> bool {
    let front = &site[id].brief.document.front;
    front.is_out() && front.appeared().is_some()
}
