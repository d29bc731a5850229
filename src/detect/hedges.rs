//! Hedges and words of estimative probability, with their places.

use std::ops::Range;

use super::lexicon::Lexicon;
use super::tokens::Token;

/// Adds the bytes of every hedge that begins in a stretch of a text.
pub(crate) fn hedges(
    text: &str,
    tokens: &[Token],
    lexicon: &Lexicon,
    found: &mut Vec<Range<usize>>,
) {
    for (index, token) in tokens.iter().enumerate() {
        if token.word.hedge == 0 {
            continue;
        }
        let length = phrase_at(text, tokens, lexicon, index);
        let last = (index..index + length).last();
        if let Some(last) = last.and_then(|last| tokens.get(last)) {
            found.push(token.start as usize..last.end as usize);
        }
    }
}

/// Those of a text's hedges that begin in a range of it; of two that overlap, the first.
pub(crate) fn within<'h>(
    hedges: &'h [Range<usize>],
    range: &Range<usize>,
) -> impl Iterator<Item = &'h Range<usize>> {
    let first = hedges.partition_point(|hedge| hedge.start < range.start);
    let (mut taken, end) = (range.start, range.end);
    hedges
        .iter()
        .skip(first)
        .take_while(move |hedge| hedge.start < end)
        .filter(move |hedge| {
            let is_free = hedge.start >= taken;
            if is_free {
                taken = hedge.end;
            }
            is_free
        })
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
