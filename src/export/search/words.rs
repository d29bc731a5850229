//! The words by which an entry is found, folded as the search's script folds what is typed.

use std::collections::BTreeMap;

use crate::slug::slug;

/// The words of an entry, each with the weight of the best place where it stands.
#[derive(Default)]
pub(super) struct Weights(pub(super) BTreeMap<String, u8>);

/// How much a word counts that stands in a name or a title.
pub(super) const TITLE: u8 = 8;
/// In another name, or in a topic.
pub(super) const NAME: u8 = 6;
/// In a claim.
pub(super) const CLAIM: u8 = 5;
/// In a heading.
pub(super) const HEADING: u8 = 3;
/// In a summary, and in what goes with an entry.
pub(super) const SUMMARY: u8 = 1;

impl Weights {
    /// Takes the words of a text.
    pub(super) fn add(&mut self, text: &str, weight: u8) {
        if !text.contains(char::is_alphanumeric) {
            return;
        }
        for word in slug(text).split('-') {
            self.word(word.to_owned(), weight);
        }
        if !text.is_ascii() {
            self.foreign(text, weight);
        }
    }

    /// Words of other scripts also as they are written: a script in a page knows how to write no
    /// Cyrillic in Latin letters.
    fn foreign(&mut self, text: &str, weight: u8) {
        let is_foreign = |word: &&str| {
            word.contains(|letter: char| letter > '\u{24f}' && letter.is_alphabetic())
        };
        for word in text
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(is_foreign)
        {
            self.word(word.to_lowercase(), weight);
        }
    }

    fn word(&mut self, word: String, weight: u8) {
        let best = self.0.entry(word).or_default();
        *best = weight.max(*best);
    }
}

#[cfg(test)]
mod tests {
    use super::{NAME, SUMMARY, TITLE, Weights};

    #[test]
    fn words_are_folded_and_keep_their_best_weight() {
        let mut weights = Weights::default();
        weights.add("Russia’s Über-deal, 2022", SUMMARY);
        weights.add("Київ", NAME);
        weights.add("deal", TITLE);
        weights.add("—", TITLE);
        let found: Vec<(&str, u8)> = weights
            .0
            .iter()
            .map(|(word, weight)| (word.as_str(), *weight))
            .collect();
        let expected = [
            ("2022", SUMMARY),
            ("deal", TITLE),
            ("kiyiv", NAME),
            ("russias", SUMMARY),
            ("uber", SUMMARY),
            ("київ", NAME),
        ];
        assert_eq!(found, expected);
    }
}
