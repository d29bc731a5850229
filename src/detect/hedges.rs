//! Hedges and words of estimative probability, with their places.

use std::ops::Range;

use super::lexicon::Lexicon;
use super::places::token_at;
use super::tokens::Token;

/// The hedges among the tokens of a range; `near` is where the last range began, for [`token_at`].
pub(crate) fn hedges(
    text: &str,
    tokens: &[Token],
    lexicon: &Lexicon,
    range: &Range<usize>,
    near: &mut usize,
    found: &mut Vec<Range<usize>>,
) {
    let mut index = token_at(tokens, range.start, near);
    while let Some(token) = tokens
        .get(index)
        .filter(|token| (token.end as usize) <= range.end)
    {
        let length = phrase_at(text, tokens, lexicon, index);
        if length > 0 {
            let end = tokens
                .get(index + length - 1)
                .map_or(token.end, |last| last.end);
            found.push(token.start as usize..end as usize);
        }
        index += length.max(1);
    }
}

/// How many tokens the hedge at `index` takes; 0 when none begins there.
fn phrase_at(text: &str, tokens: &[Token], lexicon: &Lexicon, index: usize) -> usize {
    let Some(first) = tokens.get(index) else {
        return 0;
    };
    let Some(group) = usize::from(first.word.hedge)
        .checked_sub(1)
        .and_then(|group| lexicon.hedges.get(group))
    else {
        return 0;
    };
    // "May 3" is a month.
    let next_number = tokens
        .get(index + 1)
        .is_some_and(|next| next.is(super::lexicon::part::NUMBER));
    if first.capital
        && first.reads(text, "may")
        && (next_number
            || index > 0
                && !tokens
                    .get(index - 1)
                    .is_some_and(|before| before.shape != super::tokens::Shape::Word))
    {
        return 0;
    }
    let fits = |words: &&Vec<&str>| {
        // The first word is this one's, so the others tell.
        words.iter().enumerate().rev().all(|(offset, word)| {
            tokens
                .get(index + offset)
                .is_some_and(|token| token.reads(text, word))
        })
    };
    group.iter().find(fits).map_or(0, Vec::len)
}
