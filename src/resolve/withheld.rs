//! Which entries of the record go with the texts that do not appear.
//!
//! A speaker, a source or a claim that is listed for a text which is held back would tell of that
//! text. So an entry that texts which do not appear lead to, and nothing that appears does, waits
//! with them. An entry that nothing leads to at all is the record's own and stays.

use std::collections::{HashMap, HashSet};

use crate::brief::{Brief, Declined};
use crate::record::{ClaimEntry, Record, SourceEntry, SpeakerEntry};
use crate::text::Name;

/// A name by which one thing leads to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Key<'a> {
    /// A speaker's.
    Speaker(&'a str),
    /// A source's.
    Source(&'a str),
    /// A claim's.
    Claim(&'a str),
}

fn speaker(name: &Name) -> Key<'_> {
    Key::Speaker(&name.value)
}

fn source(name: &Name) -> Key<'_> {
    Key::Source(&name.value)
}

fn claim(name: &Name) -> Key<'_> {
    Key::Claim(&name.value)
}

/// An origin is a source or a speaker.
fn origin(name: &Name) -> [Key<'_>; 2] {
    [source(name), speaker(name)]
}

/// What each entry of a record leads to.
pub(super) struct Ties<'a>(HashMap<Key<'a>, Vec<Key<'a>>>);

impl<'a> Ties<'a> {
    /// The ties between the entries of these records.
    pub(super) fn new(records: impl Iterator<Item = &'a Record>) -> Self {
        let mut ties: HashMap<Key<'a>, Vec<Key<'a>>> = HashMap::new();
        for record in records {
            for entry in &record.speakers {
                let to = of_speaker(entry);
                ties.entry(speaker(&entry.key)).or_default().extend(to);
                // An organisation may be written out in full.
                let called = Key::Speaker(&entry.name);
                ties.entry(called).or_default().push(speaker(&entry.key));
            }
            for entry in &record.sources {
                let to = of_source(entry);
                ties.entry(source(&entry.key)).or_default().extend(to);
            }
            for entry in &record.claims {
                let to = of_claim(entry);
                ties.entry(claim(&entry.key)).or_default().extend(to);
            }
        }
        Self(ties)
    }

    /// All entries to which some names lead, over any number of steps.
    pub(super) fn reach(&self, from: impl IntoIterator<Item = Key<'a>>) -> HashSet<Key<'a>> {
        let mut found = HashSet::new();
        let mut waiting: Vec<Key<'a>> = from.into_iter().collect();
        while let Some(key) = waiting.pop() {
            if let Some(next) = self.0.get(&key)
                && found.insert(key)
            {
                waiting.extend(next);
            }
        }
        found
    }
}

fn of_speaker(entry: &SpeakerEntry) -> Vec<Key<'_>> {
    entry.org.iter().map(speaker).collect()
}

fn of_source(entry: &SourceEntry) -> Vec<Key<'_>> {
    entry.origin.iter().flat_map(origin).collect()
}

fn of_claim(entry: &ClaimEntry) -> Vec<Key<'_>> {
    let mut keys: Vec<Key<'_>> = entry.by.iter().map(speaker).collect();
    keys.extend(entry.via.iter().map(source));
    keys.extend(entry.origin.iter().flat_map(origin));
    let status = entry.status.iter().flat_map(|one| &one.sources);
    keys.extend(status.map(source));
    let judges = entry.verdict.iter().filter_map(|one| one.by.as_ref());
    keys.extend(judges.map(speaker));
    keys.extend(entry.evidence.iter().map(|one| source(&one.source)));
    keys
}

/// All that a brief names: in its text, in its front matter, and in what it adds to the record.
pub(super) fn of_brief(brief: &Brief) -> Vec<Key<'_>> {
    let mut keys = Vec::new();
    for says in brief.annotations.iter().map(|one| &one.says) {
        keys.extend(says.claim.iter().map(claim));
        keys.extend(says.by.iter().map(speaker));
        keys.extend(says.via.iter().map(source));
        keys.extend(says.origin.iter().flat_map(origin));
        keys.extend(says.relations.iter().map(|(_, to)| claim(to)));
        if let Some(Declined::Claim(name)) = &says.declines {
            keys.push(claim(name));
        }
    }
    let cited = brief.citations.iter().flat_map(|one| &one.items);
    keys.extend(cited.map(|one| source(&one.key)));
    let front = &brief.document.front;
    keys.extend(front.authors.iter().map(speaker));
    keys.extend(front.key_judgements.iter().map(claim));
    let corrected = front
        .corrections
        .iter()
        .filter_map(|one| one.claim.as_ref());
    keys.extend(corrected.map(claim));
    let record = &brief.document.record;
    keys.extend(record.speakers.iter().flat_map(of_speaker));
    keys.extend(record.sources.iter().flat_map(of_source));
    keys.extend(record.claims.iter().flat_map(of_claim));
    for relation in &record.relations {
        keys.extend([claim(&relation.from), claim(&relation.to)]);
    }
    keys
}
