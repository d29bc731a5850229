//! How a passage of a brief's visible text is found again: by its words and by its place.

use std::ops::Range;

use memchr::memmem;

use crate::export::visible::Visible;
use crate::web_annotation::Selector;

/// The element whose text positions count in.
const TEXT_OF_BRIEF: &str = ".brief-body";

/// Characters of the text that a quotation carries on each side, if not fewer stand there.
const CONTEXT_LENGTH: usize = 32;

/// A visible text in which passages are quoted.
pub(super) struct Text {
    pub(super) visible: Visible,
    /// Where each character begins, and the end.
    bytes: Vec<usize>,
}

impl Text {
    pub(super) fn new(visible: Visible) -> Self {
        let starts = visible.text.char_indices().map(|(at, _)| at);
        let bytes = starts.chain([visible.text.len()]).collect();
        Self { visible, bytes }
    }

    fn slice(&self, range: Range<usize>) -> &str {
        &self.visible.text[self.bytes[range.start]..self.bytes[range.end]]
    }

    /// The passage by its words and by its place.
    pub(super) fn selectors(&self, place: &Range<usize>) -> Vec<Selector> {
        let (before, after) = self.context(place);
        let words = |range: Range<usize>| {
            Some(self.slice(range).to_owned()).filter(|words| !words.is_empty())
        };
        vec![
            Selector::TextQuoteSelector {
                exact: self.slice(place.clone()).to_owned(),
                prefix: words(before..place.start),
                suffix: words(place.end..after),
            },
            Selector::CssSelector {
                value: TEXT_OF_BRIEF.to_owned(),
                refined_by: Box::new(Selector::TextPositionSelector {
                    start: place.start,
                    end: place.end,
                }),
            },
        ]
    }

    /// From where to where a passage is quoted with what stands beside it: so far that it is found
    /// once, and over a note in the page only if it must be.
    fn context(&self, place: &Range<usize>) -> (usize, usize) {
        let count = self.bytes.len() - 1;
        let mut length = CONTEXT_LENGTH;
        for (low, high) in [self.between_seams(place), (0, count)] {
            loop {
                let before = self.word_start(place.start.saturating_sub(length), low);
                let after = self.word_end(place.end.saturating_add(length), high);
                if self.is_found_once(before..after) {
                    return (before, after);
                }
                if (before, after) == (low, high) {
                    break;
                }
                length = length.saturating_mul(2);
            }
        }
        (0, count)
    }

    /// How far the text goes on around a passage before a note stands in it.
    fn between_seams(&self, place: &Range<usize>) -> (usize, usize) {
        let seams = &self.visible.seams;
        let before = seams.iter().rev().find(|seam| **seam <= place.start);
        let after = seams.iter().find(|seam| **seam >= place.end);
        let low = before.map_or(0, |seam| match self.slice(*seam..place.start) {
            words if words.starts_with(' ') => seam + 1,
            _ => *seam,
        });
        (low, after.copied().unwrap_or(self.bytes.len() - 1))
    }

    /// The beginning of the word at a place, but no farther back than `low`.
    fn word_start(&self, at: usize, low: usize) -> usize {
        let mut at = at.max(low);
        let least = low.max(at.saturating_sub(CONTEXT_LENGTH));
        while at > least && self.slice(at - 1..at) != " " {
            at -= 1;
        }
        at
    }

    /// The end of the word at a place, but no farther than `high`.
    fn word_end(&self, at: usize, high: usize) -> usize {
        let mut at = at.min(high);
        let most = high.min(at + CONTEXT_LENGTH);
        while at < most && self.slice(at..at + 1) != " " {
            at += 1;
        }
        at
    }

    fn is_found_once(&self, range: Range<usize>) -> bool {
        let words = self.slice(range).as_bytes();
        memmem::find_iter(self.visible.text.as_bytes(), words)
            .nth(1)
            .is_none()
    }
}
