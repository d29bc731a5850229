//! Quotation marks paired, paragraph by paragraph.

use super::tokens::{Shape, Token};

/// One quotation: the marks and all between them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Quotation {
    /// Index of the opening mark.
    pub(crate) open: usize,
    /// Index one past the closing mark, or of the paragraph's end when no mark closes it.
    pub(crate) end: usize,
    /// False when the paragraph ends before a mark closes the quotation.
    pub(crate) closed: bool,
}

impl Quotation {
    /// The tokens between the marks.
    pub(crate) fn inner(&self) -> std::ops::Range<usize> {
        self.open + 1..if self.closed {
            self.end.saturating_sub(1)
        } else {
            self.end
        }
        .max(self.open + 1)
    }

    /// The bytes of the marks and all between them.
    pub(crate) fn bytes(&self, tokens: &[Token]) -> Option<std::ops::Range<usize>> {
        let (open, close) = (
            tokens.get(self.open)?,
            tokens.get(self.end.checked_sub(1)?)?,
        );
        Some(open.start as usize..close.end as usize)
    }
}

/// Pairs the marks of a text. Quotations are outermost ones in text order.
pub(crate) fn quotations(tokens: &[Token]) -> Vec<Quotation> {
    let mut found = Vec::new();
    let mut start = 0;
    for (index, token) in tokens.iter().enumerate() {
        if token.shape == Shape::Break {
            pair_paragraph(tokens, start, index, &mut found);
            start = index + 1;
        }
    }
    pair_paragraph(tokens, start, tokens.len(), &mut found);
    found
}

fn pair_paragraph(tokens: &[Token], start: usize, end: usize, found: &mut Vec<Quotation>) {
    let mut index = start + usize::from(reprints(tokens, start, end));
    while index < end {
        let Some(token) = tokens.get(index) else {
            break;
        };
        let close = match token.shape {
            Shape::QuoteOpen | Shape::QuoteStraight if forgotten(tokens, index, end) => None,
            Shape::QuoteOpen => Some(double_end(tokens, index, end)),
            Shape::QuoteStraight => Some(straight_end(tokens, index, end)),
            // A closing mark where none is open: typed the wrong way round.
            Shape::QuoteClose if opens(tokens, index) => Some(double_end(tokens, index, end)),
            Shape::SingleOpen => single_end(tokens, index, end).map(|close| (close, true)),
            _ => None,
        };
        match close {
            Some((close, closed)) => {
                found.push(Quotation {
                    open: index,
                    end: close,
                    closed,
                });
                index = close.max(index + 1);
            }
            None => index += 1,
        }
    }
}

/// Whether a paragraph begins with a straight mark that none closes, and quotes in curly ones: a text that is
/// reprinted from elsewhere, with a mark before each paragraph, in which others speak as in any text.
fn reprints(tokens: &[Token], start: usize, end: usize) -> bool {
    let Some((first, rest)) = tokens.get(start..end).and_then(<[Token]>::split_first) else {
        return false;
    };
    if first.shape != Shape::QuoteStraight {
        return false;
    }
    let (mut depth, mut pairs) = (0i32, 0);
    for token in rest {
        match token.shape {
            Shape::QuoteStraight => return false,
            Shape::QuoteOpen => depth += 1,
            Shape::QuoteClose => {
                depth -= 1;
                pairs += 1;
            }
            _ => {}
        }
        if depth < 0 {
            return false;
        }
    }
    pairs > 0 && depth == 0
}

/// Whether a mark stands where only an opening one can.
fn opens(tokens: &[Token], index: usize) -> bool {
    let spaced = tokens.get(index).is_some_and(|token| token.spaced);
    let tight = tokens
        .get(index + 1)
        .is_some_and(|next| !next.spaced && matches!(next.shape, Shape::Word | Shape::Number));
    spaced && tight
}

/// The most tokens that are looked through for a mark that was forgotten.
const REACH: usize = 400;

/// Whether the mark that should close a quotation was forgotten: the next one opens a sentence, and it is closed.
fn forgotten(tokens: &[Token], open: usize, end: usize) -> bool {
    let shape = |index: usize| tokens.get(index).map(|token| token.shape);
    let double = |index: &usize| {
        matches!(
            shape(*index),
            Some(Shape::QuoteOpen | Shape::QuoteClose | Shape::QuoteStraight)
        )
    };
    let mut marks = (open + 1..end.min(open + REACH)).filter(double);
    let Some(next) = marks.next() else {
        return false;
    };
    let begins = opens(tokens, next)
        && shape(next) != Some(Shape::QuoteClose)
        && shape(next - 1) == Some(Shape::Stop)
        && tokens.get(next + 1).is_some_and(|word| word.capital);
    begins && marks.count() % 2 == 1
}

/// End of a quotation begun by a curly mark; inner pairs of the same mark are skipped.
fn double_end(tokens: &[Token], open: usize, end: usize) -> (usize, bool) {
    let mut depth = 1;
    for index in open + 1..end {
        let Some(token) = tokens.get(index) else {
            break;
        };
        match token.shape {
            // A second opening mark right after a closing-like place is a slip for a closing one.
            Shape::QuoteOpen
                if !token.spaced
                    && tokens
                        .get(index + 1)
                        .is_none_or(|next| next.spaced || next.shape != Shape::Word) =>
            {
                depth -= 1;
            }
            Shape::QuoteOpen => depth += 1,
            Shape::QuoteClose => depth -= 1,
            Shape::QuoteStraight if !opens(tokens, index) => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return (index + 1, true);
        }
    }
    if depth > 1 {
        // Unbalanced: take the first closing mark.
        let close = (open + 1..end).find(|index| {
            tokens
                .get(*index)
                .is_some_and(|token| token.shape == Shape::QuoteClose)
        });
        if let Some(close) = close {
            return (close + 1, true);
        }
    }
    (end, false)
}

fn straight_end(tokens: &[Token], open: usize, end: usize) -> (usize, bool) {
    for index in open + 1..end {
        let Some(token) = tokens.get(index) else {
            break;
        };
        if token.shape == Shape::QuoteClose || token.shape == Shape::QuoteStraight {
            return (index + 1, true);
        }
    }
    (end, false)
}

/// End of a quotation in single marks: a closing mark that is no apostrophe.
fn single_end(tokens: &[Token], open: usize, end: usize) -> Option<usize> {
    let mut plural = None;
    for index in open + 1..end.min(open + 500) {
        let token = tokens.get(index)?;
        match token.shape {
            Shape::QuoteOpen | Shape::QuoteStraight | Shape::QuoteClose => return plural,
            Shape::SingleClose => {
                let after = tokens.get(index + 1);
                let before = tokens.get(index.wrapping_sub(1));
                let final_place = after
                    .is_none_or(|next| !matches!(next.shape, Shape::Word | Shape::Number))
                    || before.is_some_and(|last| {
                        matches!(last.shape, Shape::Comma | Shape::Stop | Shape::Ellipsis)
                    });
                if final_place {
                    return Some(index + 1);
                }
                plural.get_or_insert(index + 1);
            }
            _ => {}
        }
    }
    plural
}
