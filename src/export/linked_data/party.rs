//! People and organisations: who publishes, who writes, who speaks.

use crate::linked_data::{Occupation, Party as Node, PartyKind, Picture, Thing, Work, WorkKind};
use crate::page::Page;
use crate::record::{Role, SpeakerKind};
use crate::settings::{Policy, is_web_address};
use crate::site::{Party, Site, SpeakerId};

/// Who publishes the site, with its policies; without a word in the settings the site itself.
pub(super) fn publisher(site: &Site) -> Node {
    let mut node = match &site.publisher {
        Some(Party::Speaker(id)) => listed(site, *id)
            .unwrap_or_else(|| Node::named(PartyKind::Organization, site.publisher_name())),
        _ => Node::named(PartyKind::Organization, site.publisher_name()),
    };
    let policies = site.settings.policies.keys();
    node.policies = policies
        .filter_map(|policy| Some((*policy, policy_address(site, *policy)?)))
        .collect();
    let home = Page::Home.address(site);
    node.id = home.as_ref().map(|home| format!("{home}#publisher"));
    if node.kind == PartyKind::Person {
        node.policies
            .retain(|policy, _| *policy == Policy::PublishingPrinciples);
        return node;
    }
    if node.policies.keys().any(|policy| policy.is_of_news()) {
        node.kind = PartyKind::NewsMediaOrganization;
    }
    node.logo = home.as_ref().map(|home| Picture {
        url: format!("{home}icon.svg"),
    });
    node.url = home;
    node
}

/// Where the publisher says something of how it works: the address of a page of the site that
/// appears, or of one elsewhere.
pub(super) fn policy_address(site: &Site, policy: Policy) -> Option<String> {
    let name = &site.settings.policies.get(&policy)?.value;
    if is_web_address(name) {
        return Some(name.clone());
    }
    let mut pages = site.pages.iter();
    let index = pages.position(|page| page.document.slug == *name)?;
    Page::Plain(index).address(site)
}

/// Who wrote something, in a few words.
pub(super) fn author(site: &Site, party: &Party) -> Option<Node> {
    match party {
        Party::Speaker(id) => listed(site, *id),
        Party::Name(name) => Some(Node::named(PartyKind::Person, name)),
    }
}

/// A speaker in a few words; a document is nobody.
pub(super) fn listed(site: &Site, id: SpeakerId) -> Option<Node> {
    let speaker = &site[id];
    let mut node = Node::named(kind(speaker.kind())?, &speaker.entry.name);
    node.url = Page::Speaker(id).address(site);
    node.same_as.clone_from(&speaker.entry.same_as);
    Some(node)
}

fn kind(kind: SpeakerKind) -> Option<PartyKind> {
    match kind {
        SpeakerKind::Person => Some(PartyKind::Person),
        SpeakerKind::Organization => Some(PartyKind::Organization),
        SpeakerKind::Document => None,
    }
}

/// A speaker with all that is known of it.
pub(super) fn speaker(site: &Site, id: SpeakerId) -> Thing {
    let speaker = &site[id];
    let entry = &speaker.entry;
    let Some(mut node) = listed(site, id) else {
        let mut work = Work::named(WorkKind::CreativeWork, &entry.name);
        work.url = Page::Speaker(id).address(site);
        return Thing::Work(Box::new(work));
    };
    node.id.clone_from(&node.url);
    node.alternate_name.clone_from(&entry.aliases);
    node.description.clone_from(&entry.note);
    let org = speaker.org.as_ref().and_then(|org| organisation(site, org));
    if node.kind == PartyKind::Person {
        node.works_for = org.map(Box::new);
        let held = entry.roles.iter().rev().find(|role| is_held(role));
        node.job_title = held.map(|role| role.role.clone());
        let roles = entry.roles.iter().map(|role| role.role.clone());
        node.has_occupation = roles.map(|name| Occupation { name }).collect();
    } else {
        node.parent_organization = org.map(Box::new);
    }
    Thing::Party(Box::new(node))
}

/// Whether an office is still held on the site's day: ends that are later have been taken out.
fn is_held(role: &Role) -> bool {
    role.to.is_none()
}

/// The organisation that somebody speaks for; none where a person is named in its place.
fn organisation(site: &Site, party: &Party) -> Option<Node> {
    match party {
        Party::Speaker(id) => listed(site, *id).filter(|node| node.kind == PartyKind::Organization),
        Party::Name(name) => Some(Node::named(PartyKind::Organization, name)),
    }
}
