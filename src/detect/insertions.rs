//! What stands between a subject and its verb: appositives, relative clauses, asides.

use super::items::Tag;
use super::lexicon::part;
use super::phrases::plain_phrase_back;
use super::subject::REACH;
use super::view::View;

/// The opening mark of an insertion that closes at `close`.
pub(crate) fn insertion_start(view: &View, close: usize) -> Option<usize> {
    if view.tag(close) == Tag::Comma
        && let Some(open) = relative_start(view, close)
    {
        return Some(open);
    }
    let closing = view.tag(close);
    let opening = if closing == Tag::Close {
        Tag::Open
    } else {
        closing
    };
    let mut index = close;
    for _ in 0..REACH {
        index = index.checked_sub(1)?;
        if view.tag(index) == Tag::Stop
            || view.tag(index) == Tag::Quote
            || view.items.get(index).is_some_and(|item| item.quoted)
                && !view.items.get(close).is_some_and(|item| item.quoted)
                && view.tag(index) == Tag::Comma
        {
            return None;
        }
        if view.tag(index) != opening {
            continue;
        }
        if closing == Tag::Close {
            return Some(index);
        }
        let before = index.checked_sub(1)?;
        let nominal = view
            .item(before)
            .is_some_and(|item| item.nominal() || item.tag == Tag::Close);
        // ", meanwhile, who ...,": the aside opens one comma earlier.
        if view.tag(before) == Tag::Adverb && view.tag_before(before) == Tag::Comma {
            return Some(before - 1);
        }
        if nominal && is_insertion(view, index + 1, close) {
            return Some(index);
        }
        if closing == Tag::Comma && !nominal {
            return None;
        }
    }
    None
}

/// The comma of ", who ... ," when the clause may hold commas of its own.
pub(crate) fn relative_start(view: &View, close: usize) -> Option<usize> {
    for index in (close.saturating_sub(45)..close).rev() {
        let item = view.item(index)?;
        if matches!(item.tag, Tag::Quote | Tag::Semicolon | Tag::Stop) {
            return None;
        }
        if item.tag == Tag::Wh && item.quoted {
            return None;
        }
        if item.tag == Tag::Wh
            && view.reads(index, &["who", "which", "whose", "whom", "where"])
            && view.tag_before(index) == Tag::Comma
        {
            let open = index - 1;
            let nominal = open
                .checked_sub(1)
                .and_then(|before| view.item(before))
                .is_some_and(|item| item.nominal() || item.tag == Tag::Close);
            let inner = view.items.get(index..close)?;
            // One clause only: a subject and verb after an inner comma would be another.
            let clauses = inner.iter().filter(|item| item.finite()).count();
            let resumed = (index + 1..close).any(|at| {
                view.tag(at) == Tag::Comma
                    && matches!(view.tag(at + 1), Tag::Pronoun | Tag::Conjunction)
            });
            return (nominal && clauses >= 1 && !resumed).then_some(open);
        }
    }
    None
}

/// Whether the items between two commas can be an insertion: no main clause of their own.
pub(crate) fn is_insertion(view: &View, start: usize, end: usize) -> bool {
    match view.tag(start) {
        Tag::Wh
        | Tag::Subordinator
        | Tag::Preposition
        | Tag::Gerund
        | Tag::Participle
        | Tag::Number
        | Tag::Adverb => true,
        // ", published in May,"
        Tag::Finite => {
            view.is(start, part::PARTICIPLE)
                && matches!(view.tag(start + 1), Tag::Preposition | Tag::Time)
        }
        Tag::Determiner | Tag::Noun | Tag::Name | Tag::Possessive | Tag::Time | Tag::Pronoun
            if view.tag(start) != Tag::Pronoun
                || view.reads(start, &["one", "some", "many", "most", "all", "both"]) =>
        {
            // "a senator who voted for it" is one, "the senator voted for it" is not.
            let mut relative = false;
            for index in start..end {
                let Some(item) = view.item(index) else { break };
                relative |= item.tag == Tag::Wh || item.tag == Tag::That;
                // "a group based in Leeds"
                let reduced = item.tag == Tag::Finite
                    && item.is(part::PARTICIPLE)
                    && view.tag(index + 1) == Tag::Preposition;
                if item.finite() && !relative && !reduced {
                    return false;
                }
            }
            true
        }
        _ => false,
    }
}

/// Whether the phrase from `start` to `end`, after a comma, is an appositive of a name before the comma.
pub(crate) fn appositive(view: &View, start: usize, end: usize) -> bool {
    let lower = matches!(view.tag(start), Tag::Determiner | Tag::Possessive)
        || (view.tag(start) == Tag::Noun && view.is(end.wrapping_sub(1), part::ROLE));
    let name = start >= 2 && view.tag(start - 2) == Tag::Name;
    let governed = start >= 2
        && matches!(
            view.tag_before(plain_phrase_back(view, start - 1)),
            Tag::Preposition | Tag::Comma
        );
    lower && name && !governed && !(start..end).any(|index| view.tag(index) == Tag::Name)
}

/// Whether the name at `start`, after a comma, is the tail of a place: "in Aurora, Colorado".
pub(crate) fn place_tail(view: &View, start: usize, end: usize) -> bool {
    let comma = start.wrapping_sub(1);
    let names = (start..end).all(|index| view.tag(index) == Tag::Name);
    let left = plain_phrase_back(view, comma);
    names
        && view.tag(end) == Tag::Comma
        && end - start <= 2
        && left < comma
        && view.tag_before(left) == Tag::Preposition
        && view.tag(left) == Tag::Name
}
