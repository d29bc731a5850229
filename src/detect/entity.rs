//! A speaker as the text makes it known: names, offices, gender.

use std::ops::Range;

use super::groups::Words;
use super::lexicon::{Gender, Lexicon};

/// What kind of entity a speaker is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    Person,
    /// A body, a document, several people.
    Group,
}

/// An entity while the text is read.
pub(crate) struct Entity<'t> {
    pub(crate) name: String,
    pub(crate) sort: Sort,
    pub(crate) gender: Gender,
    /// The offices and trades it was called by.
    pub(crate) roles: Vec<String>,
    /// All words it was called by.
    pub(crate) words: Vec<&'t str>,
    pub(crate) mentions: Vec<Range<usize>>,
}

impl Entity<'_> {
    /// Whether it was called by a word in lower case.
    pub(crate) fn is_called(&self, word: &str) -> bool {
        self.words.iter().any(|own| own.to_lowercase() == word)
    }
}

/// The key of an entity in the tracker's names.
pub(crate) fn key(name: &str, sort: Sort) -> String {
    match sort {
        Sort::Person => name.rsplit(' ').next().unwrap_or(name).to_string(),
        Sort::Group => name.to_lowercase(),
    }
}

/// Whether nothing but the name is known of an entity.
pub(crate) fn bare(entity: &Entity, lexicon: &Lexicon) -> bool {
    let name = entity.name.to_lowercase();
    entity
        .words
        .iter()
        .all(|word| name.contains(&word.to_lowercase()) || lexicon.in_group(word, Words::Honorific))
}
