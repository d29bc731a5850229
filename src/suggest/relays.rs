//! Relays that a text names, found among the sources of the record.

use crate::record::{Record, SourceEntry};

/// The sources that a relay can be.
pub(super) struct Relays<'a> {
    shared: &'a [SourceEntry],
    own: &'a [SourceEntry],
}

/// What is known of a relay's name.
pub(super) enum Found {
    /// The key of its one source.
    Source(String),
    /// No source is called so.
    Unknown,
    /// Several sources are: their keys.
    Several(Vec<String>),
}

impl<'a> Relays<'a> {
    pub(super) fn new(shared: &'a [SourceEntry], own: &'a Record) -> Self {
        Self {
            shared,
            own: &own.sources,
        }
    }

    /// The source that a text calls so, by its publisher, key or title. The brief's own come first.
    pub(super) fn find(&self, name: &str) -> Found {
        let wanted = folded(name);
        let is_called_so = |one: &&SourceEntry| {
            let publisher = one.entry.publisher_name();
            let key = one.key.value.replace('-', " ");
            publisher.is_some_and(|publisher| folded(&publisher) == wanted)
                || folded(&key) == wanted
        };
        let keys = |sources: &[SourceEntry]| -> Vec<String> {
            sources
                .iter()
                .filter(is_called_so)
                .map(|one| one.key.value.clone())
                .collect()
        };
        let mut all = keys(self.own);
        if let [one] = all.as_slice() {
            return Found::Source(one.clone());
        }
        all.extend(keys(self.shared));
        match all.as_slice() {
            [] => Found::Unknown,
            [one] => Found::Source(one.clone()),
            _ => Found::Several(all),
        }
    }
}

fn folded(name: &str) -> String {
    let lower = name.to_lowercase().replace(['.', '’', '\''], "");
    let words: Vec<&str> = lower.split_whitespace().collect();
    let words = words.strip_prefix(&["the"]).unwrap_or(&words);
    words.join(" ")
}
