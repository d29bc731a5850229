//! A text as words, each folded for comparison and with its place.

use std::ops::Range;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Small letters and digits alone.
    pub folded: String,
    /// Its bytes in the text.
    pub range: Range<usize>,
}

/// The words of a text: runs of letters, digits and apostrophes.
pub fn words(text: &str) -> Vec<Word> {
    let mut found = Vec::new();
    let mut start = None;
    let ends = text.char_indices().chain([(text.len(), ' ')]);
    for (index, letter) in ends {
        let is_inside = letter.is_alphanumeric() || (start.is_some() && is_apostrophe(letter));
        match start {
            None if is_inside => start = Some(index),
            Some(first) if !is_inside => {
                let own = text[first..index].trim_end_matches(is_apostrophe);
                found.push(Word {
                    folded: fold(own),
                    range: first..first + own.len(),
                });
                start = None;
            }
            _ => {}
        }
    }
    found
}

/// A word in small letters, without apostrophes.
pub(super) fn fold(word: &str) -> String {
    let letters = word.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

pub(super) fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | 'ʼ')
}
