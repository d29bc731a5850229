//! Noun phrases, read rightwards and leftwards.

use super::items::Tag;
use super::lexicon::part;
use super::view::View;

/// End of the plain noun phrase that begins at `start` (no "of", no relative clause), or `start`.
pub(crate) fn plain_phrase(view: &View, start: usize) -> usize {
    let mut index = start;
    let mut nominal = false;
    // "that" and pronouns stand alone.
    if matches!(view.tag(index), Tag::Pronoun | Tag::That) {
        index += 1;
        if view.tag(index) != Tag::Genitive
            && !(view.is(start, part::DETERMINER)
                && view.item(index).is_some_and(super::items::Item::nominal))
        {
            return index;
        }
        nominal = true;
    }
    loop {
        match view.tag(index) {
            Tag::Determiner | Tag::Possessive
                if !nominal || view.tag_before(index) == Tag::Determiner =>
            {
                index += 1;
            }
            Tag::Genitive => {
                index += 1;
            }
            Tag::Number if nominal && counts_others(view, index) => break,
            Tag::Noun | Tag::Name | Tag::Number => {
                nominal = true;
                index += 1;
            }
            // "Tuesday's debate", "last week", but not the day of "said Tuesday".
            Tag::Time if !nominal || view.tag(index + 1) == Tag::Genitive => {
                nominal = true;
                index += 1;
            }
            // "the Sunday programme", "the paper's Tuesday edition"
            Tag::Time
                if matches!(
                    view.tag_before(index),
                    Tag::Genitive | Tag::Determiner | Tag::Possessive
                ) && matches!(view.tag(index + 1), Tag::Noun | Tag::Name) =>
            {
                index += 1;
            }
            // "the widely expected move", "its top-selling book"
            Tag::Adverb | Tag::Gerund | Tag::Participle
                if !nominal && index > start && inside_phrase(view, index) =>
            {
                index += 1;
            }
            // "black and white voters"
            Tag::Conjunction if nominal && modifier_pair(view, index) => index += 1,
            _ => break,
        }
    }
    // "some of the plan": the quantity is the head.
    let quantity = index == start + 1
        && view.tag(start) == Tag::Determiner
        && !view.reads(start, &["the", "a", "an"])
        && view.reads(index, &["of"]);
    if nominal || quantity { index } else { start }
}

/// Whether a number opens a phrase of its own: "before the vote 30 people died".
fn counts_others(view: &View, number: usize) -> bool {
    let noun = number + 1;
    view.tag_before(number) == Tag::Noun
        && !view.is(number - 1, part::NUMBER)
        && view.tag(noun) == Tag::Noun
        && (view.own(noun).ends_with('s') || view.reads(noun, &["people"]))
}

fn inside_phrase(view: &View, index: usize) -> bool {
    let next = view.tag(index + 1);
    matches!(
        next,
        Tag::Noun | Tag::Name | Tag::Gerund | Tag::Participle | Tag::Number
    )
}

fn modifier_pair(view: &View, conjunction: usize) -> bool {
    let before = view.is(conjunction.wrapping_sub(1), part::ADJECTIVE | part::NUMBER);
    before && view.is(conjunction + 1, part::ADJECTIVE) && view.tag(conjunction + 2) == Tag::Noun
}

/// End of a noun phrase with its prepositional phrases, coordinated parts and restrictive clauses.
pub(crate) fn full_phrase(view: &View, start: usize) -> usize {
    let mut end = plain_phrase(view, start);
    if end == start {
        return start;
    }
    loop {
        let next = extend(view, end);
        if next <= end {
            return end;
        }
        end = next;
    }
}

fn extend(view: &View, end: usize) -> usize {
    match view.tag(end) {
        Tag::Preposition
            if !view.reads(
                end,
                &[
                    "as",
                    "after",
                    "before",
                    "since",
                    "until",
                    "during",
                    "despite",
                    "following",
                ],
            ) =>
        {
            preposition_phrase(view, end)
        }
        Tag::Conjunction if view.reads(end, &["and", "or", "&"]) => {
            let after = plain_phrase(view, end + 1);
            if after > end + 1 && !starts_clause(view, after) {
                after
            } else {
                end
            }
        }
        _ => end,
    }
}

fn starts_clause(view: &View, after: usize) -> bool {
    let at = view.skip_adverbs(after);
    view.item(at).is_some_and(super::items::Item::finite)
}

/// End of the prepositional phrase at `start`, or `start`.
pub(crate) fn preposition_phrase(view: &View, start: usize) -> usize {
    if view.tag(start) != Tag::Preposition {
        return start;
    }
    let mut at = start + 1;
    // "out of", "because of", "from within"
    while matches!(view.tag(at), Tag::Preposition | Tag::Adverb) {
        at += 1;
    }
    let end = plain_phrase(view, at);
    if end > at {
        // "in a statement to reporters", "of the House"
        if view.reads(end, &["of"]) {
            preposition_phrase(view, end).max(end)
        } else {
            end
        }
    } else {
        start
    }
}

/// Start of the plain noun phrase that ends just before `end`, or `end`.
pub(crate) fn plain_phrase_back(view: &View, end: usize) -> usize {
    let mut index = end;
    let mut pronoun_taken = false;
    while index > 0 {
        let at = index - 1;
        let first = index == end;
        match view.tag(at) {
            Tag::Noun | Tag::Name | Tag::Number if !pronoun_taken => index = at,
            // "On Tuesday Sir Alan said", "last week Tony Blair said": the day is no part of the name.
            Tag::Time
                if !first
                    && view.tag(index) == Tag::Name
                    && (view.tag_before(at) == Tag::Preposition
                        || view
                            .reads(at.wrapping_sub(1), &["last", "this", "next", "earlier"])) =>
            {
                break;
            }
            Tag::Time if !first && !pronoun_taken => index = at,
            Tag::Pronoun | Tag::That if first => {
                index = at;
                pronoun_taken = true;
            }
            Tag::Genitive if !first && !pronoun_taken => index = at,
            Tag::Determiner | Tag::Possessive if !first && !pronoun_taken => {
                index = at;
                if !matches!(view.tag_before(index), Tag::Determiner) {
                    break;
                }
            }
            Tag::Participle | Tag::Gerund
                if !first
                    && !pronoun_taken
                    && matches!(
                        view.tag_before(at),
                        Tag::Determiner | Tag::Possessive | Tag::Genitive
                    ) =>
            {
                index = at;
            }
            Tag::Adverb if !first && matches!(view.tag_before(at), Tag::Determiner) => index = at,
            _ => break,
        }
    }
    index
}
