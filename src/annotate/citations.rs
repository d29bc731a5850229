//! Reading a citation: `[@key]`, `[@key, para 3; @other]`.

use crate::brief::{Citation, CitedSource};
use crate::text::{FileId, Span, Spanned};

/// Whether the words between brackets are a citation: they begin with `@` and a key.
pub(super) fn looks_like_one(words: &str) -> bool {
    words
        .trim_start()
        .strip_prefix('@')
        .is_some_and(|rest| rest.starts_with(|letter: char| letter.is_alphanumeric()))
}

/// Reads the citation whose words stand between bytes `start` and `end` of `source`.
///
/// A part without `@` belongs to the locator before it: `[@a, paras 3; 5]`.
pub(super) fn read(source: &str, start: usize, end: usize, file: FileId) -> Citation {
    let mut items: Vec<CitedSource> = Vec::new();
    let mut at = start;
    for part in source[start..end].split(';') {
        let lead = part.len() - part.trim_start().len();
        match part.trim_start().strip_prefix('@') {
            Some(rest) => {
                let length = rest.find(|letter| !is_key(letter)).unwrap_or(rest.len());
                let key = rest[..length].trim_end_matches(['.', ':']);
                let from = at + lead + 1;
                let span = Span::new(file, from, from + key.len());
                items.push(CitedSource {
                    key: Spanned::new(key.to_owned(), span),
                    locator: locator(&rest[key.len()..]),
                });
            }
            None => {
                if let Some(CitedSource {
                    locator: Some(locator),
                    ..
                }) = items.last_mut()
                {
                    locator.push_str("; ");
                    locator.push_str(part.trim());
                }
            }
        }
        at += part.len() + 1;
    }
    Citation { items }
}

fn locator(rest: &str) -> Option<String> {
    let words: Vec<&str> = rest
        .trim_start_matches([',', ':', '.'])
        .split_whitespace()
        .collect();
    (!words.is_empty()).then(|| words.join(" "))
}

fn is_key(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '-' | '_' | ':' | '.' | '/')
}
