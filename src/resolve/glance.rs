//! The figures at the top of a brief.

use std::collections::HashSet;

use crate::record::Act;
use crate::roster::comparable;
use crate::site::{BriefId, Glance, Origin, Site};

/// Counts the figures of every brief.
pub(super) fn count(site: &mut Site) {
    for index in 0..site.briefs.len() {
        site.briefs[index].glance = of_brief(site, BriefId(index));
    }
}

fn of_brief(site: &Site, id: BriefId) -> Glance {
    let mut glance = Glance::default();
    let mut speakers = HashSet::new();
    let mut unlisted = HashSet::new();
    let mut outlets: HashSet<String> = HashSet::new();
    let mut origins: HashSet<&crate::site::SourceId> = HashSet::new();
    let mut parties: HashSet<&str> = HashSet::new();
    let mut claims = HashSet::new();
    for statement in site[id].statements.iter().map(|id| &site[*id]) {
        glance.statements += 1;
        glance.denials += usize::from(statement.act == Act::Denies);
        glance.non_answers += usize::from(statement.act == Act::Declines);
        glance.unreviewed += usize::from(!statement.reviewed());
        speakers.extend(statement.speaker);
        unlisted.extend(statement.unlisted().map(comparable));
        let relays = statement
            .via
            .iter()
            .chain(statement.citations.iter().map(|c| &c.source));
        outlets.extend(relays.map(|source| outlet(site, *source)));
        outlets.extend(
            statement
                .heard_through()
                .iter()
                .map(|name| comparable(name)),
        );
        let asserts = !matches!(statement.act, Act::Denies | Act::Declines);
        if let (Some((origin, _)), true) = (&statement.origin, asserts && statement.reviewed()) {
            match origin {
                Origin::Source(source) => _ = origins.insert(source),
                Origin::Party(party) => _ = parties.insert(site.party_name(party)),
            }
        }
        claims.insert(statement.claim);
    }
    glance.speakers = speakers.len() + unlisted.len();
    glance.outlets = outlets.len();
    glance.origins = origins.len() + parties.len();
    glance.unsourced = claims
        .into_iter()
        .filter(|claim| site.is_unsourced(*claim))
        .count();
    glance
}

/// Who published a source; one without a publisher is an outlet of its own.
fn outlet(site: &Site, id: crate::site::SourceId) -> String {
    let source = &site[id];
    match &source.publisher {
        Some(publisher) => comparable(publisher),
        None => format!("\u{0}{}", source.entry.key.value),
    }
}
