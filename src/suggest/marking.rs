//! Statements as text to put in: brackets, attribute lists and speakers' entries.

use std::cmp::Reverse;
use std::ops::Range;

use super::cast::Cast;
use super::{Candidate, Draft, Insertion, front};
use crate::detect::Act;

/// A draft's markup, and where its statements will stand.
pub(super) struct Marked {
    /// What goes in, in the order of the draft.
    pub(super) insertions: Vec<Insertion>,
    /// For each statement the bytes of its brackets and list, once all is put in.
    pub(super) spans: Vec<Range<usize>>,
    /// Whether the new speakers have their entries.
    pub(super) has_speakers: bool,
}

/// One end of one pair of brackets.
struct Mark {
    at: usize,
    /// Ends come before beginnings, inner ends first and outer beginnings first.
    order: (bool, Reverse<usize>, Reverse<usize>),
    statement: usize,
    piece: usize,
    text: String,
}

/// Marks statements in a draft.
pub(super) fn mark(draft: &Draft, cast: &Cast, statements: &[Candidate]) -> Marked {
    let mut marks = Vec::new();
    for (index, one) in statements.iter().enumerate() {
        for (number, piece) in one.pieces.iter().enumerate() {
            let list = if number == one.main {
                attributes(one, cast)
            } else {
                part_of(one)
            };
            let mark = |at, order, text| Mark {
                at,
                order,
                statement: index,
                piece: number,
                text,
            };
            let ends = (false, Reverse(piece.start), Reverse(index));
            let begins = (true, Reverse(piece.end), Reverse(usize::MAX - index));
            marks.push(mark(piece.start, begins, "[".to_owned()));
            marks.push(mark(piece.end, ends, format!("]{{{list}}}")));
        }
    }
    marks.sort_by_key(|mark| (mark.at, mark.order));

    let new = cast.used(statements);
    let entries = if new.is_empty() {
        None
    } else {
        front::insertion(&draft.text, &new)
    };
    let has_speakers = new.is_empty() || entries.is_some();
    let mut insertions: Vec<Insertion> = entries.into_iter().collect();
    let mut spans = vec![0..0; statements.len()];
    let mut added: usize = insertions.iter().map(|one| one.text.len()).sum();
    for mark in marks {
        let is_main = statements[mark.statement].main == mark.piece;
        let begins = mark.order.0;
        if is_main && begins {
            spans[mark.statement].start = mark.at + added;
        }
        added += mark.text.len();
        if is_main && !begins {
            spans[mark.statement].end = mark.at + added;
        }
        insertions.push(Insertion {
            at: mark.at,
            text: mark.text,
        });
    }
    Marked {
        insertions,
        spans,
        has_speakers,
    }
}

/// The list of a statement, in the order in which people read it.
fn attributes(one: &Candidate, cast: &Cast) -> String {
    let mut list: Vec<String> = Vec::new();
    list.extend(one.claim.as_ref().map(|key| format!("claim={key}")));
    list.extend(one.by.map(|member| format!("by={}", cast.key(member))));
    if !matches!(one.act, Act::Says | Act::Declines) {
        list.push(format!("act={}", one.act.word()));
    }
    match one.via.as_slice() {
        [] => {}
        [key] => list.push(format!("via={key}")),
        keys => list.push(format!("via={}", quoted(&keys.join(" ")))),
    }
    list.extend(
        one.hedge
            .as_ref()
            .map(|words| format!("hedge={}", quoted(words))),
    );
    list.extend(
        one.declines
            .as_ref()
            .map(|words| format!("declines={}", quoted(words))),
    );
    list.join(" ")
}

/// The list of a further part of a statement: it counts for nothing by itself.
fn part_of(one: &Candidate) -> String {
    match &one.claim {
        Some(key) => format!(".continued data-claim={key}"),
        None => ".continued".to_owned(),
    }
}

fn quoted(words: &str) -> String {
    format!("\"{}\"", words.replace('\\', "\\\\").replace('"', "\\\""))
}
