//! Words that brackets can go around: within one paragraph, and nested with the markup there is.

use std::ops::Range;

use crate::annotate::Prose;

/// Words to put brackets around.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    /// Their bytes in the prose.
    pub(super) words: Range<usize>,
    /// Their bytes in the file, with the markup that belongs to them.
    pub(super) file: Range<usize>,
}

/// The pieces of some content: it is cut where a paragraph ends, and where emphasis, a link or a
/// tag would be cut across.
pub(super) fn pieces(prose: &Prose, source: &str, content: &[Range<usize>]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for range in content {
        let text = &prose.text[range.clone()];
        let mut at = range.start;
        for part in text.split("\n\n") {
            let end = at + part.len();
            cut(prose, at..end, &mut pieces);
            at = end + 2;
        }
    }
    let place = |words: Range<usize>| {
        let file = place(prose, source, &words);
        Piece { words, file }
    };
    let has_words =
        |range: &Range<usize>| prose.text[range.clone()].contains(char::is_alphanumeric);
    pieces
        .into_iter()
        .map(|range| trimmed(&prose.text, range))
        .filter(has_words)
        .map(place)
        .collect()
}

/// Cuts a range where it crosses markup; what may not be cut at all is taken in whole.
fn cut(prose: &Prose, range: Range<usize>, pieces: &mut Vec<Range<usize>>) {
    let inside = |at: usize, range: &Range<usize>| range.start < at && at < range.end;
    let mut range = range;
    for markup in prose.markup.iter().filter(|one| one.is_closed) {
        if inside(range.start, &markup.words) {
            range.start = markup.words.start;
        }
        if inside(range.end, &markup.words) {
            range.end = markup.words.end;
        }
    }
    let mut cuts = vec![range.start, range.end];
    for markup in &prose.markup {
        let words = &markup.words;
        let (from, to) = (inside(range.start, words), inside(range.end, words));
        if !to && inside(words.end, &range) && (from || words.is_empty()) {
            cuts.push(words.end);
        } else if to && !from && inside(words.start, &range) {
            cuts.push(words.start);
        }
    }
    cuts.sort_unstable();
    cuts.dedup();
    pieces.extend(cuts.windows(2).map(|pair| pair[0]..pair[1]));
}

/// The range without white space at its ends.
pub(super) fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let words = &text[range.clone()];
    let start = range.start + (words.len() - words.trim_start().len());
    start..start + words.trim().len()
}

/// Where words stand in the file, with the marks of all markup that holds nothing but them.
fn place(prose: &Prose, source: &str, words: &Range<usize>) -> Range<usize> {
    let mut file = prose.place(words);
    let is_held =
        |one: &Range<usize>| !one.is_empty() && words.start <= one.start && one.end <= words.end;
    for markup in prose.markup.iter().filter(|one| is_held(&one.words)) {
        file.start = file.start.min(markup.file.start);
        file.end = file.end.max(markup.file.end);
    }
    let slashes = source[..file.start]
        .bytes()
        .rev()
        .take_while(|byte| *byte == b'\\')
        .count();
    // A bracket behind a backslash would be none.
    file.start -= slashes % 2;
    file
}
