//! What may stand between a cue and its content: hearers, days, places and occasions.

use super::clauses::can_be_participle;
use super::items::Tag;
use super::lexicon::{frame, part};
use super::phrases::{full_phrase, plain_phrase, preposition_phrase};
use super::view::View;

/// Skips hearers, times and prepositional phrases after a cue; gives where it stopped.
pub(crate) fn skip_adjuncts(view: &View, from: usize) -> usize {
    skip_tail(view, from, true)
}

/// End of the hearer at `at`, or `at`: a plural takes no name after it ("told jurors Smith had lied").
pub(crate) fn hearer_end(view: &View, at: usize) -> usize {
    let end = plain_phrase(view, at);
    (at + 1..end)
        .find(|index| {
            view.tag(*index) == Tag::Name
                && view.tag(index - 1) == Tag::Noun
                && (view.is(index - 1, part::PLURAL) || view.own(index - 1).ends_with('s'))
        })
        .unwrap_or(end)
}

/// End of a phrase of time that begins with "last", "this", "earlier", or its start.
pub(crate) fn time_ahead(view: &View, start: usize) -> usize {
    let mut end = start;
    while view.reads(
        end,
        &["last", "this", "earlier", "next", "late", "early", "that"],
    ) {
        end += 1;
    }
    let time = end;
    while view.tag(end) == Tag::Time || view.is(end, part::TIME) && end == time {
        end += 1;
    }
    if end > time { end } else { start }
}

/// Over a reduced clause on the adjunct before it: "said in a statement released by her party the audit ...".
pub(crate) fn after_reduced(view: &View, at: usize) -> Option<usize> {
    let reduced = view.tag(at) == Tag::Participle || can_be_participle(view, at);
    let end = skip_tail(view, at + 1, false);
    (reduced && end > at + 1).then_some(end)
}

/// The same, with a hearer without preposition only where the verb takes one.
#[allow(clippy::too_many_lines, reason = "one table of rules, read arm by arm")]
pub(crate) fn skip_tail(view: &View, from: usize, takes_hearer: bool) -> usize {
    let mut index = from;
    for _ in 0..12 {
        index = view.skip_adverbs(index);
        let next = match view.tag(index) {
            Tag::Time => index + 1,
            // "last week", "this month", "earlier this year"
            Tag::Noun | Tag::Determiner | Tag::Adverb | Tag::Pronoun
                if view.reads(
                    index,
                    &["last", "this", "earlier", "next", "late", "early", "that"],
                ) && time_ahead(view, index) > index =>
            {
                time_ahead(view, index)
            }
            Tag::Preposition => {
                let end = preposition_phrase(view, index);
                let speaks = view
                    .verb(index + 1)
                    .is_some_and(|cue| cue.frames & frame::QUOTE != 0);
                let speaks = speaks && !view.reads(index, &["without"]);
                if end == index && view.tag(index + 1) == Tag::Gerund && !speaks {
                    if view.tag(index + 2) == Tag::That {
                        index + 2
                    } else {
                        full_phrase(view, index + 2).max(index + 2)
                    }
                } else {
                    end
                }
            }
            Tag::Number
                if view.reads(index + 1, &["years", "days", "months", "weeks", "hours"]) =>
            {
                index + 2
            }
            // "ruled 5-4 that"
            Tag::Number if view.tag(index + 1) == Tag::That => index + 1,
            Tag::Pronoun | Tag::Noun | Tag::Name | Tag::Determiner | Tag::Possessive
                if takes_hearer && index == from =>
            {
                hearer_end(view, index)
            }
            Tag::Comma => {
                // ", in a statement," and ", speaking to reporters,"
                let inner = match view.tag(index + 1) {
                    Tag::Preposition => preposition_phrase(view, index + 1),
                    // "told supporters in Columbus, Ohio, that"
                    Tag::Name
                        if view.tag(index + 2) == Tag::Comma
                            && view.tag(index + 3) == Tag::That =>
                    {
                        index + 2
                    }
                    _ => index + 1,
                };
                if inner > index + 1
                    && view.tag(inner) == Tag::Comma
                    && view.tag(inner + 1) == Tag::That
                {
                    return inner + 1;
                }
                if inner > index + 1 && matches!(view.tag(inner), Tag::Comma | Tag::Colon) {
                    inner
                } else {
                    index
                }
            }
            _ => index,
        };
        if next <= index {
            break;
        }
        index = next;
    }
    index
}
