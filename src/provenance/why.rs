//! Why statements count as one origin, in a sentence.

use super::{Path, Reason, Root, StepKind};
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
    pub fn words(self, name: &dyn Fn(&Origin) -> String) -> String {
        match self {
            Self::Stated => "named by the statement".to_owned(),
            Self::OfSource(id) => format!("the origin of {}", name(&Origin::Source(id))),
            Self::Organisation => "whom the speaker speaks for".to_owned(),
            Self::Speaker => "the speaker, who speaks for no other".to_owned(),
            Self::Source => "the source itself, since nobody is named".to_owned(),
            Self::Nothing => "no speaker, source or origin is on record".to_owned(),
        }
    }
}

impl Root {
    /// The sentence that says where several statements meet, such as "A via B and C via D both
    /// end in E"; nothing for one statement alone or without an origin.
    pub fn why(&self, site: &Site, names: &Names) -> Option<String> {
        let origin = self.origin.as_ref()?;
        let ways: Vec<String> = self
            .paths
            .iter()
            .map(|path| way(site, path, names))
            .collect();
        let all = match self.count() {
            0 | 1 => return None,
            2 => "both",
            _ => "all",
        };
        let end = (names.name)(origin);
        Some(match self.meeting() {
            Some(at) if at != origin => {
                let at = (names.name)(at);
                format!(
                    "{} {all} meet in {at} and end in {end}",
                    listed(&ways, "way")
                )
            }
            _ => format!("{} {all} end in {end}", listed(&ways, "way")),
        })
    }
}

/// Who came by a path and through whom: "A and B via C".
fn way(site: &Site, path: &Path, names: &Names) -> String {
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
    let mut way = listed(&who, "speaker");
    if path.statements.len() > who.len() {
        way.push_str(&format!(" ({} statements)", path.statements.len()));
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
        format!("{way} via {}", relays.join(" and "))
    }
}

/// "a, b and c"; of many the first few and how many more there are.
pub fn listed(all: &[String], one: &str) -> String {
    let (named, more) = match all.len() {
        count if count <= NAMED + 1 => (all, String::new()),
        count => (&all[..NAMED], format!(" and {} more {one}s", count - NAMED)),
    };
    match named {
        [] => String::new(),
        [only] => only.clone(),
        _ if !more.is_empty() => named.join(", ") + &more,
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
