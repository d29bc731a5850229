//! Whether a clause begins at a place: a subject and, later, its finite verb.

use super::groups::Words;
use super::items::{Item, Tag};
use super::lexicon::{frame, part};
use super::phrases::{plain_phrase, preposition_phrase};
use super::view::View;

/// Whether "that" begins a clause here: not "that night", not "that has".
pub(crate) fn that_clause(view: &View, that: usize, clear: bool) -> bool {
    let next = view.skip_all_adverbs(that + 1);
    let quotation = view
        .items
        .get(next..(next + 8).min(view.len()))
        .is_some_and(|run| run.iter().any(|item| item.tag == Tag::Quote));
    let day = view.in_group(that + 1, Words::TimeNoun);
    // "that claim", "that report" after a verb with an object stay objects.
    let clear = clear
        || !(view.tag(next) == Tag::Noun
            && (view.is(next, part::DOCUMENT) || view.noun(next).is_some()));
    // "dijo que está lista": the clause has no subject.
    let bare = view.lexicon.grammar.null_subject && view.tag(that + 1) != Tag::Stop;
    let clause = (bare || view.begins_phrase(next) && !view.item(next).is_some_and(Item::finite))
        && !day
        && clear
        && (bare || (next..view.len()).any(|index| view.item(index).is_some_and(Item::finite)));
    quotation
        || clause
        || matches!(
            view.tag(next),
            Tag::Comma
                | Tag::Quote
                | Tag::Subordinator
                | Tag::Preposition
                | Tag::Participle
                | Tag::Wh
                | Tag::Dash
        )
        || clause_at(view, next)
        || (view.tag(that + 1) != Tag::That && clause_at(view, that))
}

/// Whether a verb read as finite can be a participle, by its form or, unknown, by its ending: "taped".
pub(crate) fn can_be_participle(view: &View, index: usize) -> bool {
    view.tag(index) == Tag::Finite
        && (view.is(index, part::PARTICIPLE) || !view.is(index, part::VERB))
}

/// A "that" some words on, over adjuncts without a finite verb: "said in an interview taped before the vote that".
pub(crate) fn distant_that(view: &View, from: usize) -> Option<usize> {
    const REACH: usize = 20;
    let participle =
        matches!(view.tag(from), Tag::Participle | Tag::Gerund) || can_be_participle(view, from);
    let plain = |index: &usize| {
        matches!(
            view.tag(*index),
            Tag::Noun
                | Tag::Name
                | Tag::Determiner
                | Tag::Possessive
                | Tag::Preposition
                | Tag::Time
                | Tag::Adverb
                | Tag::Number
                | Tag::Genitive
                | Tag::Conjunction
                | Tag::Participle
                | Tag::Gerund
        )
    };
    let start = from + usize::from(participle);
    let that = (start..(start + REACH).min(view.len())).find(|index| !plain(index))?;
    (view.tag(that) == Tag::That
        && view
            .noun(that - 1)
            .is_none_or(|noun| noun.frames & frame::THAT == 0)
        && that_clause(view, that, true))
    .then_some(that)
}

/// Whether a clause with a subject and a finite verb begins at `start`.
pub(crate) fn clause_at(view: &View, start: usize) -> bool {
    let mut index = view.skip_adverbs(start);
    if matches!(view.tag(index), Tag::Subordinator)
        || view.reads(
            index,
            &["if", "when", "as", "because", "while", "since", "once"],
        )
    {
        return (index + 1..(index + 30).min(view.len()))
            .any(|at| view.item(at).is_some_and(Item::finite));
    }
    if view.reads(index, &["there", "what"]) {
        return true;
    }
    // "in the current climate, she would ..."
    if view.tag(index) == Tag::Preposition {
        let end = preposition_phrase(view, index);
        if end > index && view.tag(end) == Tag::Comma {
            index = end + 1;
        }
    }
    if !view.begins_phrase(index) && view.tag(index) != Tag::Gerund
        || (view.tag(index) == Tag::Time && view.tag(index + 1) != Tag::Genitive)
    {
        return false;
    }
    let at = if view.tag(index) == Tag::Gerund {
        index + 1
    } else {
        plain_phrase(view, index)
    };
    if at == index {
        return false;
    }
    let object = view.reads(
        index,
        &[
            "him",
            "me",
            "them",
            "us",
            "himself",
            "herself",
            "themselves",
            "itself",
        ],
    );
    if object {
        return false;
    }
    finite_follows(view, at) || quoted_predicate(view, index)
}

/// Whether quoted words after a subject begin with their verb: «that the mayor "respects her people"».
fn quoted_predicate(view: &View, from: usize) -> bool {
    (from + 1..(from + 6).min(view.len()))
        .find(|at| view.opens_quoted(*at))
        .is_some_and(|verb| {
            view.is(verb, part::THIRD | part::PAST)
                && matches!(view.tag(verb - 1), Tag::Name | Tag::Noun | Tag::Pronoun)
                && matches!(
                    view.tag(verb + 1),
                    Tag::Determiner | Tag::Possessive | Tag::Pronoun
                )
        })
}

/// Whether the finite verb of a subject comes, read from the end of its plain phrase.
#[allow(clippy::too_many_lines, reason = "one table of rules, read arm by arm")]
fn finite_follows(view: &View, from: usize) -> bool {
    let mut at = from;
    let mut relative = 0usize;
    for _ in 0..30 {
        match view.tag(at) {
            _ if view.item(at).is_some_and(Item::finite) => {
                if relative == 0 {
                    return true;
                }
                relative -= 1;
                at += 1;
            }
            Tag::Wh | Tag::That => {
                relative += 1;
                at += 1;
            }
            Tag::Comma => {
                // An insertion between subject and verb.
                let close = (at + 1..(at + 45).min(view.len()))
                    .find(|index| view.tag(*index) == Tag::Comma);
                match close {
                    Some(close)
                        if view
                            .item(view.skip_adverbs(close + 1))
                            .is_some_and(Item::finite) =>
                    {
                        at = close + 1;
                    }
                    Some(_)
                        if matches!(
                            view.tag(at + 1),
                            Tag::Noun | Tag::Name | Tag::Determiner | Tag::Number
                        ) || view.reads(at + 1, &["of", "from"]) =>
                    {
                        at += 1;
                    }
                    _ => return false,
                }
            }
            // «said Cruz "has courage. ..."»
            Tag::Quote => return view.quotes_lower(at),
            Tag::Conjunction
                if view
                    .item(view.skip_adverbs(at + 1))
                    .is_some_and(Item::finite) =>
            {
                return false;
            }
            // "the attempts to block it failed"
            Tag::To if view.tag_before(at) == Tag::Noun && view.tag(at + 1) == Tag::Base => at += 2,
            Tag::Stop | Tag::Colon | Tag::Semicolon | Tag::To => return false,
            // "no emotion as the verdict was read"
            Tag::Preposition if view.reads(at, &["as", "after", "before", "since", "until"]) => {
                return false;
            }
            Tag::Subordinator => return false,
            Tag::Preposition if view.tag(at + 1) == Tag::Gerund => at += 2,
            // "her server - there were several - was never hacked"
            Tag::Dash => {
                let close =
                    (at + 1..(at + 25).min(view.len())).find(|index| view.tag(*index) == Tag::Dash);
                match close {
                    Some(close)
                        if view
                            .item(view.skip_adverbs(close + 1))
                            .is_some_and(Item::finite) =>
                    {
                        return true;
                    }
                    _ => return false,
                }
            }
            Tag::Close => return false,
            Tag::Open => {
                let close = (at + 1..(at + 12).min(view.len()))
                    .find(|index| view.tag(*index) == Tag::Close);
                match close {
                    Some(close) => at = close + 1,
                    None => return false,
                }
            }
            _ => at += 1,
        }
    }
    false
}
