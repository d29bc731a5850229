//! What a command asks about: a claim, a source or a speaker, by its key.

use crate::record::words;
use crate::report::did_you_mean;
use crate::site::{ClaimId, Node, Site, SourceId, SpeakerId};

/// One thing of the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// A claim.
    Claim(ClaimId),
    /// A source.
    Source(SourceId),
    /// A speaker.
    Speaker(SpeakerId),
}

words! {
    /// What kind of thing a subject is.
    Kind {
        /// A claim.
        Claim "claim",
        /// A source.
        Source "source",
        /// A speaker.
        Speaker "speaker",
    }
}

impl Subject {
    /// The thing that `name` names: a key, or where two kinds of things share it the kind before
    /// it, `claim:KEY`, `source:KEY` or `speaker:KEY`. The error says what could be meant.
    pub fn named(site: &Site, name: &str) -> Result<Self, String> {
        let (kind, key) = match name.split_once(':') {
            Some((kind, key)) => {
                let Some(kind) = Kind::from_word(kind) else {
                    let kinds = Kind::WORDS.join(", ");
                    return Err(format!(
                        "`{kind}` is no kind of thing: it is one of {kinds}"
                    ));
                };
                (Some(kind), key)
            }
            None => (None, name),
        };
        let all = all(site).filter(|one| kind.is_none_or(|kind| one.kind() == kind));
        let found: Vec<Self> = all
            .clone()
            .filter(|subject| subject.key(site) == key)
            .collect();
        match found.as_slice() {
            [] => {
                let what = kind.map_or("claim, source or speaker", Kind::word);
                let message = format!("no {what} is called `{key}`");
                let keys: Vec<String> = all.map(|subject| subject.key(site)).collect();
                let hint = did_you_mean(key, keys.iter().map(String::as_str));
                Err(hint.map_or(message.clone(), |hint| format!("{message}; {hint}")))
            }
            [one] => Ok(*one),
            several => {
                let names: Vec<String> = several
                    .iter()
                    .map(|one| format!("`{}:{key}`", one.kind().word()))
                    .collect();
                Err(format!(
                    "several things are called `{key}`: write {}",
                    names.join(" or ")
                ))
            }
        }
    }

    /// The kind.
    pub fn kind(self) -> Kind {
        match self {
            Self::Claim(_) => Kind::Claim,
            Self::Source(_) => Kind::Source,
            Self::Speaker(_) => Kind::Speaker,
        }
    }

    /// The key.
    pub fn key(self, site: &Site) -> String {
        Node::from(self).key(site)
    }

    /// What it is called in full: a claim by its words, a source by its title.
    pub fn title(self, site: &Site) -> String {
        Node::from(self).title(site)
    }
}

impl From<Subject> for Node {
    fn from(subject: Subject) -> Self {
        match subject {
            Subject::Claim(id) => Self::Claim(id),
            Subject::Source(id) => Self::Source(id),
            Subject::Speaker(id) => Self::Speaker(id),
        }
    }
}

fn all(site: &Site) -> impl Iterator<Item = Subject> + Clone + '_ {
    let claims = (0..site.claims.len()).map(|index| Subject::Claim(ClaimId(index)));
    let sources = (0..site.sources.len()).map(|index| Subject::Source(SourceId(index)));
    let speakers = (0..site.speakers.len()).map(|index| Subject::Speaker(SpeakerId(index)));
    claims.chain(sources).chain(speakers)
}
