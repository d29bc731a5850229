//! Claims beside the text: the words of an anchor are looked for and marked where they stand.

use std::ops::Range;

use super::wrap::{Mark, wrap};
use super::{Pass, visible};
use crate::brief::{Annotation, Attributes};
use crate::record::{Anchor, ClaimEntry};
use crate::report::{Code, Diagnostic};
use crate::text::{FileId, Span};

/// How many candidates a message shows.
const CANDIDATES: usize = 3;

/// Marks the anchors of the brief's own claims, which must be found, and of the shared ones,
/// which may stand in another brief.
pub(super) fn mark(pass: &mut Pass, own: &[&ClaimEntry], shared: &[&ClaimEntry]) {
    for claim in own {
        one(pass, claim, true);
    }
    for claim in shared {
        one(pass, claim, false);
    }
}

fn one(pass: &mut Pass, claim: &ClaimEntry, must_be_found: bool) {
    let Some(anchor) = &claim.anchor else {
        return;
    };
    let (text, chunks) = visible::text(&pass.items);
    let folded = Folded::new(&text);
    let found = folded.find(anchor);
    match found.as_slice() {
        [range] => {
            let range = range.clone();
            let index = pass.annotations.len();
            let says = Attributes {
                claim: Some(claim.key.clone()),
                ..Attributes::default()
            };
            pass.annotations
                .push(Annotation::new(anchor.exact.span, says));
            let parts = vec![range];
            wrap(
                pass,
                &chunks,
                &[Mark {
                    annotation: index,
                    parts,
                }],
            );
        }
        [] if must_be_found => {
            let message = format!(
                "`{}` does not stand in the text",
                short(&anchor.exact.value)
            );
            let nearest = folded.nearest(&anchor.exact.value);
            let hint = (!nearest.is_empty())
                .then(|| format!("the nearest passages: {}", quoted(&nearest)));
            pass.report
                .add(Diagnostic::new(Code::AnchorNotFound, anchor.exact.span, message).hint(hint));
        }
        [] => {}
        several => {
            let message = format!(
                "`{}` stands {} times in the text",
                short(&anchor.exact.value),
                several.len()
            );
            let places: Vec<String> = several
                .iter()
                .take(CANDIDATES)
                .map(|range| around(&text, range))
                .collect();
            let hint = format!(
                "tell them apart with `prefix` or `suffix`: {}",
                quoted(&places)
            );
            let fault = Diagnostic::new(Code::AnchorAmbiguous, anchor.exact.span, message);
            pass.report
                .add(placed(fault.hint(hint), pass.file, pass.body));
        }
    }
}

/// A fault of an anchor that is written elsewhere, with the text in which it stands.
fn placed(fault: Diagnostic, file: FileId, body: usize) -> Diagnostic {
    match fault.span {
        Some(span) if span.file != file => {
            fault.related(Span::new(file, body, body), "in this text")
        }
        _ => fault,
    }
}

/// Text with each run of white space made one space, and the way back to the bytes it came from.
struct Folded<'a> {
    original: &'a str,
    text: String,
    /// For each byte of `text`, its byte in the original; one more for the end.
    back: Vec<usize>,
}

impl<'a> Folded<'a> {
    fn new(original: &'a str) -> Self {
        let mut text = String::with_capacity(original.len());
        let mut back = Vec::with_capacity(original.len() + 1);
        for (index, letter) in original.char_indices() {
            let letter = if letter.is_whitespace() { ' ' } else { letter };
            if letter == ' ' && text.ends_with(' ') {
                continue;
            }
            text.push(letter);
            back.resize(text.len(), index);
        }
        back.push(original.len());
        Self {
            original,
            text,
            back,
        }
    }

    /// The places where an anchor's words stand between its prefix and suffix.
    fn find(&self, anchor: &Anchor) -> Vec<Range<usize>> {
        let exact = fold(&anchor.exact.value);
        let prefix = anchor.prefix.as_deref().map(fold).unwrap_or_default();
        let suffix = anchor.suffix.as_deref().map(fold).unwrap_or_default();
        let mut found = Vec::new();
        let mut from = 0;
        while let Some(place) = self.text[from..].find(&exact) {
            let start = from + place;
            let end = start + exact.len();
            let before = self.text[..start].trim_end();
            let after = self.text[end..].trim_start();
            if before.ends_with(&prefix) && after.starts_with(&suffix) {
                let last = self.text[..end].char_indices().next_back();
                let end = last.map_or(0, |(index, letter)| {
                    let byte = self.back[index];
                    byte + self.original[byte..]
                        .chars()
                        .next()
                        .map_or(letter.len_utf8(), char::len_utf8)
                });
                found.push(self.back[start]..end);
            }
            from = start + self.text[start..].chars().next().map_or(1, char::len_utf8);
        }
        found
    }

    /// The passages of the text that share most words with some words, best first.
    fn nearest(&self, words: &str) -> Vec<String> {
        let wanted: Vec<String> = plain_words(words);
        if wanted.is_empty() {
            return Vec::new();
        }
        let have: Vec<&str> = self
            .text
            .split(' ')
            .filter(|word| !word.is_empty())
            .collect();
        let plain: Vec<String> = have.iter().map(|word| plain_words(word).concat()).collect();
        let mut scored: Vec<(usize, usize)> = plain
            .windows(wanted.len().min(plain.len()).max(1))
            .enumerate()
            .map(|(start, window)| {
                (
                    wanted.iter().filter(|word| window.contains(word)).count(),
                    start,
                )
            })
            .filter(|(score, _)| *score * 2 >= wanted.len().max(2))
            .collect();
        scored.sort_by_key(|(score, start)| (std::cmp::Reverse(*score), *start));
        let mut chosen: Vec<usize> = Vec::new();
        for (_, start) in scored {
            if chosen
                .iter()
                .all(|other| other.abs_diff(start) >= wanted.len())
            {
                chosen.push(start);
            }
            if chosen.len() == CANDIDATES {
                break;
            }
        }
        let end = |start: usize| (start + wanted.len()).min(have.len());
        chosen
            .into_iter()
            .map(|start| have[start..end(start)].join(" "))
            .collect()
    }
}

fn fold(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn plain_words(text: &str) -> Vec<String> {
    text.split_whitespace()
        .map(|word| {
            word.chars()
                .filter(|letter| letter.is_alphanumeric())
                .collect::<String>()
        })
        .map(|word| word.to_lowercase())
        .filter(|word| !word.is_empty())
        .collect()
}

fn short(words: &str) -> String {
    let words = fold(words);
    match words.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words,
    }
}

fn around(text: &str, range: &Range<usize>) -> String {
    let before: Vec<&str> = text[..range.start]
        .split_whitespace()
        .rev()
        .take(3)
        .collect();
    let before: Vec<&str> = before.into_iter().rev().collect();
    let after: Vec<&str> = text[range.end..].split_whitespace().take(3).collect();
    format!(
        "{} [{}] {}",
        before.join(" "),
        short(&text[range.clone()]),
        after.join(" ")
    )
}

fn quoted(passages: &[String]) -> String {
    let passages: Vec<String> = passages
        .iter()
        .map(|words| format!("“{}”", words.trim()))
        .collect();
    passages.join(", ")
}
