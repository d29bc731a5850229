//! What a thing rests on that its publisher took back or changed, as pages mark it.

use serde::Serialize;

use super::localised::Localised;
use super::shapes::{Link, Notice, Word};
use crate::html::escape;
use crate::record::SourceState;
use crate::site::{Dependents, Node, SourceId};

/// A retracted or corrected source that a thing rests on.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Doubt {
    state: Word,
    source: Link,
    #[serde(flatten)]
    way: Way,
}

/// How a thing comes to rest on a source, and what else it rests on.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Way {
    through: Vec<Link>,
    rest: Option<String>,
}

/// Every retracted or corrected source that a thing rests on.
pub(super) fn doubts(site: &Localised, node: Node) -> Vec<Doubt> {
    let fallen = site.fallen_below(node);
    fallen
        .filter_map(|one| Some((source(one)?, one)))
        .map(|(id, one)| Doubt {
            state: site.word("source_states", site[id].entry.state.word()),
            source: Link::source(site, id),
            way: way(site, one, node),
        })
        .collect()
}

fn source(fallen: &Dependents) -> Option<SourceId> {
    match fallen.of {
        Node::Source(id) => Some(id),
        _ => None,
    }
}

/// The way from a source to a thing: the sources and claims between the two, nearest to the
/// source first.
pub(super) fn way(site: &Localised, dependents: &Dependents, node: Node) -> Way {
    let way = dependents.way(node);
    let between = way.iter().filter(|one| one.node != node);
    Way {
        through: between
            .filter_map(|one| match one.node {
                Node::Source(id) => Some(Link::source(site, id)),
                Node::Claim(id) => Some(Link::claim_or_mark(site, id)),
                Node::Speaker(id) => Some(Link::speaker(site, id)),
                Node::Statement(_) | Node::Brief(_) => None,
            })
            .collect(),
        rest: match node {
            Node::Claim(id) => Some(dependents.remaining(site, id).words(site.words)),
            _ => None,
        },
    }
}

/// The words for a list of briefs, where a brief rests on such a source.
pub(super) fn state(site: &Localised, node: Node) -> Option<String> {
    let states = site.fallen_below(node).filter_map(source);
    let states: Vec<SourceState> = states.map(|id| site[id].entry.state).collect();
    let key = if states.contains(&SourceState::Retracted) {
        "brief_states.on_retracted"
    } else if states.is_empty() {
        return None;
    } else {
        "brief_states.on_corrected"
    };
    Some(site.words.text(key).to_owned())
}

/// The doubts as notices at the head of a page; `message` tells of one, and `more` says what of the
/// page's subject is concerned.
pub(super) fn notices(
    site: &Localised,
    node: Node,
    root: &str,
    message: &str,
    more: impl Fn(&Dependents) -> String,
) -> Vec<Notice> {
    let all = doubts(site, node).into_iter().zip(site.fallen_below(node));
    all.map(|(doubt, fallen)| {
        let source = html(&[doubt.source], root);
        let source = match doubt.way.through.as_slice() {
            [] => source,
            links => {
                let through = html(links, root);
                let values = [("source", &*source), ("through", &through)];
                site.words.html("doubts.way", &values)
            }
        };
        let state = format!("<b>{}</b>", escape(&doubt.state.word));
        let values = [("state", &*state), ("source", &source)];
        let told = site.words.html(message, &values);
        let rest = doubt.way.rest.map_or_else(String::new, |rest| {
            format!(" {}.", escape(&capitalised(&rest)))
        });
        Notice {
            kind: "retracted",
            html: format!("<p>{told}{rest}{}</p>", more(fallen)),
        }
    })
    .collect()
}

/// The words as a sentence begins.
fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// Links in a row.
pub(super) fn html(links: &[Link], root: &str) -> String {
    let links: Vec<String> = links
        .iter()
        .map(|link| {
            let text = escape(&link.text);
            match &link.path {
                Some(path) => format!("<a href=\"{root}{}\">{text}</a>", escape(path)),
                None => text,
            }
        })
        .collect();
    links.join(", ")
}
