//! Where a statement's knowledge comes from in the end (DESIGN, "Origins").

use crate::site::{Origin, OriginRule, Party, Site, SourceId, SpeakerId};

/// The origin of a statement: its own; else that of the first source in its relay or citations
/// that has one; else its speaker's organisation; else the first source itself.
pub(super) fn of_statement(
    site: &Site,
    stated: Option<&Origin>,
    sources: &[SourceId],
    speaker: Option<SpeakerId>,
) -> Option<(Origin, OriginRule)> {
    if let Some(origin) = stated {
        return Some((followed(site, origin), OriginRule::Stated(origin.clone())));
    }
    if let Some(id) = sources.iter().find(|id| site[**id].origin.is_some()) {
        return Some((site[*id].top.clone(), OriginRule::OfSource(*id)));
    }
    if let Some(id) = speaker {
        return Some((
            Origin::Party(site[id].top.clone()),
            OriginRule::OfSpeaker(id),
        ));
    }
    let first = sources.first()?;
    Some((Origin::Source(*first), OriginRule::SourceItself(*first)))
}

/// An origin followed to the end of its chain.
pub(super) fn followed(site: &Site, origin: &Origin) -> Origin {
    match origin {
        Origin::Source(id) => site[*id].top.clone(),
        Origin::Party(party) => Origin::Party(top_of(site, party)),
    }
}

/// A party's topmost organisation.
pub(super) fn top_of(site: &Site, party: &Party) -> Party {
    match party {
        Party::Speaker(id) => site[*id].top.clone(),
        Party::Name(_) => party.clone(),
    }
}
