//! Finding the terms of a scale in text.

use std::ops::Range;

use super::{Scale, Term};

/// Words in small letters with single spaces for hyphens and white space: two spellings of a term
/// are equal when they fold to the same.
pub(super) fn fold(words: &str) -> String {
    let mut folded = String::with_capacity(words.len());
    for word in words.split(is_separator).filter(|word| !word.is_empty()) {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.extend(word.chars().flat_map(char::to_lowercase));
    }
    folded
}

/// The occurrences of a scale's terms.
pub(super) fn find_in<'a>(scale: &'a Scale, text: &str) -> Vec<(Range<usize>, &'a Term)> {
    let phrases: Vec<(String, &Term)> = scale
        .terms
        .iter()
        .flat_map(|term| term.words.iter().map(move |words| (fold(words), term)))
        .filter(|(words, _)| !words.is_empty())
        .collect();
    let mut found = Vec::new();
    let mut next = 0;
    let mut before = None;
    for (start, first) in text.char_indices() {
        let begins_word = first.is_alphanumeric() && !before.is_some_and(char::is_alphanumeric);
        before = Some(first);
        if start < next || !begins_word {
            continue;
        }
        let longest = phrases
            .iter()
            .filter_map(|(words, term)| Some((length(words, &text[start..])?, *term)))
            .max_by_key(|(length, _)| *length);
        if let Some((length, term)) = longest {
            next = start + length;
            found.push((start..next, term));
        }
    }
    found
}

/// How many bytes of `text` the folded `words` take up, if whole words of it begin with them.
fn length(words: &str, text: &str) -> Option<usize> {
    let mut rest = text;
    for expected in words.chars() {
        if expected == ' ' {
            let after = rest.trim_start_matches(is_separator);
            if after.len() == rest.len() {
                return None;
            }
            rest = after;
        } else {
            rest = strip_letter(rest, expected)?;
        }
    }
    if rest.chars().next().is_some_and(char::is_alphanumeric) {
        return None;
    }
    Some(text.len() - rest.len())
}

/// What stands after a letter of either case.
fn strip_letter(text: &str, small: char) -> Option<&str> {
    let first = text.chars().next()?;
    let is_same = first == small || first.to_lowercase().eq([small]);
    is_same.then(|| &text[first.len_utf8()..])
}

fn is_separator(between: char) -> bool {
    between.is_whitespace() || matches!(between, '-' | '\u{2010}' | '\u{2011}')
}
