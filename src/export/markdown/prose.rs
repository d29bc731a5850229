//! The prose of a brief as it was written, with a footnote behind each statement.

use super::labels::Labels;
use super::{reference, statement};
use crate::annotate::{Notation, Written, written};
use crate::messages::Messages;
use crate::site::{BriefId, Site, Statement};
use crate::text::Files;

/// What goes into the text, or in the place of some of its bytes.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Piece {
    start: usize,
    end: usize,
    /// Which of two at one place comes first.
    order: usize,
    words: String,
}

/// The prose without our notation, and the footnotes.
pub(super) fn prose(
    site: &Site,
    words: &Messages,
    files: &Files,
    id: BriefId,
    labels: &mut Labels,
) -> (String, Vec<String>) {
    let published = &site[id];
    let document = &published.brief.document;
    let source = &*files.get(document.file).text;
    let written = written(source, document.body, &site.settings);
    let own = written.notation.iter();
    let own = own.filter(|(_, kind)| *kind == Notation::Label);
    labels.begin(own.map(|(place, _)| &source[place.clone()]));
    let mut notes = Vec::new();
    let mut pieces = Vec::new();
    let mut statements: Vec<&Statement> =
        published.statements.iter().map(|id| &site[*id]).collect();
    statements.sort_by_key(|one| one.number);
    for one in statements {
        let label = labels.next();
        notes.push(format!("[^{label}]: {}", statement::note(site, words, one)));
        let is_here = one.span.file == document.file;
        pieces.push(mark(source, &written, (one, is_here), &label));
    }
    for (place, kind) in &written.notation {
        let mut start = place.start;
        let words = match kind {
            Notation::Markup => String::new(),
            Notation::Label => labels.renamed(&source[place.clone()]),
            Notation::Citation(index) => {
                let cited = reference::citation(site, id, *index);
                if published.citing.are_notes {
                    let label = labels.next();
                    notes.push(format!("[^{label}]: {cited}"));
                    // A note stands close to its word.
                    start = source[..start].trim_end_matches(' ').len();
                    format!("[^{label}]")
                } else {
                    cited
                }
            }
        };
        pieces.push(Piece {
            start,
            end: place.end,
            order: 0,
            words,
        });
    }
    pieces.sort();
    (put_in(source, document.body, &pieces), notes)
}

/// The mark of a statement's footnote. A span's own end is exact; the words of a block, of an anchor
/// or of the detector are looked for by their place in the text.
fn mark(source: &str, written: &Written, (one, is_here): (&Statement, bool), label: &str) -> Piece {
    let is_span = |place: &std::ops::Range<usize>| {
        place.end == one.span.end && source[place.clone()].starts_with(']')
    };
    let is_span = is_here && written.notation.iter().any(|(place, _)| is_span(place));
    let (at, is_block) = if is_span {
        (one.span.end, false)
    } else {
        written.note(one.range.end)
    };
    let mark = format!("[^{label}]");
    Piece {
        start: at,
        end: at,
        order: one.number,
        words: if is_block {
            format!("\n{mark}\n")
        } else {
            mark
        },
    }
}

/// A text with pieces put in, each in the place of some bytes. What would be read as markup only
/// because of that gets a backslash.
fn put_in(source: &str, body: usize, pieces: &[Piece]) -> String {
    let mut text = String::with_capacity(source.len());
    let mut from = body;
    let mut is_opened = false;
    for piece in pieces {
        if piece.start > from {
            copy(&mut text, &source[from..piece.start], is_opened);
            is_opened = false;
        }
        text.push_str(&piece.words);
        is_opened |= source.get(piece.start..piece.end) == Some("[");
        from = from.max(piece.end);
    }
    copy(&mut text, &source[from..], is_opened);
    text
}

/// Goes on with prose behind a note, or where a bracket was taken out.
fn copy(text: &mut String, prose: &str, is_opened: bool) {
    let line = text.rsplit('\n').next().unwrap_or_default();
    let is_note = line.ends_with(']') && line.rfind("[^").is_some();
    let number = prose.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let digits = prose.len() - number.len();
    if is_note && prose.starts_with(['(', ':']) {
        text.push('\\');
    } else if is_opened
        && ['*', '_', '~']
            .iter()
            .any(|mark| text.ends_with(*mark) && prose.starts_with(*mark))
    {
        // Two marks of emphasis that a bracket kept apart would be read as one.
        text.push_str("<!-- -->");
    } else if is_opened && line.chars().all(begins_block) {
        if prose.starts_with(['#', '>', '-', '+', '=', '~', '|', ':']) {
            text.push('\\');
        } else if digits > 0 && number.starts_with(['.', ')']) {
            text.push_str(&prose[..digits]);
            text.push('\\');
            text.push_str(number);
            return;
        }
    }
    text.push_str(prose);
}

/// Whether a letter may stand before the first words of a block, as in lists and quotations.
fn begins_block(letter: char) -> bool {
    letter.is_ascii_digit() || " \t>-+*.)".contains(letter)
}
