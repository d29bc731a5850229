//! Why statements count as one origin, in a sentence.

use super::{Path, Reason, Root, StepKind};
use crate::messages::Messages;
use crate::site::{Origin, Party, Site, StatementId};

/// How many ways or speakers a sentence names.
const NAMED: usize = 3;

/// What a sentence calls speakers and sources.
pub struct Names<'a> {
    /// Of a speaker or source.
    pub name: &'a dyn Fn(&Origin) -> String,
    /// Where a statement names no speaker.
    pub nobody: &'a dyn Fn(StatementId) -> String,
}

impl Reason {
    /// The rule in words that follow the name of the origin.
    pub fn words(self, words: &Messages, name: &dyn Fn(&Origin) -> String) -> String {
        let path = match self {
            Self::Stated => "provenance.stated",
            Self::OfSource(id) => {
                let source = name(&Origin::Source(id));
                return words.fill("provenance.of_source", &[("source", &source)]);
            }
            Self::Organisation => "provenance.of_organisation",
            Self::Speaker => "provenance.of_speaker",
            Self::Source => "provenance.of_itself",
            Self::Nothing => "provenance.nothing",
        };
        words.text(path).to_owned()
    }
}

impl Root {
    /// The sentence that says where several statements meet, such as "A via B and C via D both
    /// end in E."; nothing for one statement alone or without an origin.
    pub fn why(&self, site: &Site, words: &Messages, names: &Names) -> Option<String> {
        let origin = self.origin.as_ref()?;
        let ways: Vec<String> = self
            .paths
            .iter()
            .map(|path| way(site, words, path, names))
            .collect();
        let are_two = match self.count() {
            0 | 1 => return None,
            count => count == 2,
        };
        let end = (names.name)(origin);
        let ways = listed(&ways, words);
        Some(match self.meeting() {
            Some(at) if at != origin => {
                let place = (names.name)(at);
                let values = [("ways", &*ways), ("place", &place), ("origin", &end)];
                let path = if are_two {
                    "provenance.meet_both"
                } else {
                    "provenance.meet_all"
                };
                words.fill(path, &values)
            }
            _ => {
                let values = [("ways", &*ways), ("origin", &end)];
                let path = if are_two {
                    "provenance.end_both"
                } else {
                    "provenance.end_all"
                };
                words.fill(path, &values)
            }
        })
    }
}

/// Who came by a path and through whom: "A and B via C".
fn way(site: &Site, words: &Messages, path: &Path, names: &Names) -> String {
    let mut who: Vec<String> = Vec::new();
    for taken in &path.statements {
        let name = match site[taken.statement].speaker {
            Some(id) => (names.name)(&Origin::Party(Party::Speaker(id))),
            None => (names.nobody)(taken.statement),
        };
        if !who.contains(&name) {
            who.push(name);
        }
    }
    let mut way = listed(&who, words);
    if path.statements.len() > who.len() {
        let values = [("speakers", &*way)];
        way = words.count("provenance.times", path.statements.len(), &values);
    }
    let relays: Vec<String> = path
        .chain
        .steps
        .iter()
        .filter(|step| step.kind == StepKind::Relay)
        .map(|step| (names.name)(&step.at))
        .collect();
    if relays.is_empty() {
        way
    } else {
        let relays = words.listed(&relays);
        words.fill("provenance.via", &[("speakers", &way), ("relays", &relays)])
    }
}

/// "a, b and c"; of many the first few and how many more there are.
pub fn listed(all: &[String], words: &Messages) -> String {
    if all.len() <= NAMED + 1 {
        return words.listed(all);
    }
    let named = all[..NAMED].join(words.text("lists.between"));
    words.count("lists.more", all.len() - NAMED, &[("first", &named)])
}
