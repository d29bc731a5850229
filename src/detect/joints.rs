//! Conjunctions: whether a content ends there.
//!
//! | after "and", "but" (and a day, an adverb, a phrase) | a clause |
//! |---|---|
//! | a verb of saying: "and said", "and accused Smith" | ends, unless negated: "and never asked why" |
//! | another verb | ends where its tense is the report's, not the reported ("would go and has gone"), after ", but" and after «"a farce," and left»; else goes on |
//! | a participle of saying | ends |
//! | a subject and a verb of saying | ends; goes on at a pronoun that only thinks: "but she feels sure" |
//! | a subject and another verb | ends after a comma or "but", unless its tense or words in marks tell that it is reported |
//! | "that", a modal, anything else | goes on |
//!
//! "or" ends only an object.

use super::boundary::Extent;
use super::groups::Words;
use super::items::{Item, Tag};
use super::lexicon::{frame, part};
use super::phrases::plain_phrase;
use super::tenses::{Tense, tense, tense_before};
use super::types::Class;
use super::view::View;

/// Whether "and ..." begins something that is no part of the content.
#[allow(clippy::too_many_lines, reason = "one table of rules, read arm by arm")]
pub(crate) fn ends_at_conjunction(
    view: &View,
    from: usize,
    conjunction: usize,
    extent: Extent,
) -> bool {
    let comma = view.tag_before(conjunction) == Tag::Comma;
    let mut next = conjunction + 1;
    if view.tag(next) == Tag::Comma {
        next += 1;
    }
    next = view.skip_adverbs(next);
    // "but on Wednesday said", "and in May denied"
    if view.tag(next) == Tag::Preposition && view.tag(next + 1) == Tag::Time {
        next = view.skip_adverbs(next + 2);
    }
    // "and to date has done nothing"
    let phrase = super::phrases::preposition_phrase(view, next);
    if phrase > next && matches!(view.tag(phrase), Tag::Have | Tag::Finite) {
        next = phrase;
    }
    if view.items.get(conjunction).is_some_and(|item| item.quoted) {
        return false;
    }
    if view.items.get(next).is_some_and(|item| item.quoted) {
        return false;
    }
    if view.reads(conjunction, &["or", "nor"]) && !extent.tight {
        return false;
    }
    let but = view.reads(conjunction, &["but"]);
    if gives_no_answer(view, next) {
        return true;
    }
    let negated = (conjunction + 1..next).any(|index| view.is(index, part::NEGATION));
    match view.tag(next) {
        // "said she had paid and never asked why"
        Tag::Finite if negated && !extent.tight && !comma => false,
        // "instances in which he acted or spoke for them"
        Tag::Finite if view.reads(conjunction, &["or"]) => false,
        // «was "a farce," and left»: the words are over at the comma inside the marks.
        Tag::Finite
            if comma
                && conjunction >= 2
                && view.item(conjunction - 2).is_some_and(|item| item.quoted) =>
        {
            true
        }
        // "and said", "but took issue with"
        Tag::Finite | Tag::Have | Tag::Be | Tag::Do => {
            extent.tight
                || (but && comma)
                || comma && view.verb(super::subject::main_verb(view, next)).is_some()
                || cue_of_speech(view, super::subject::main_verb(view, next))
                || goes_on_report(view, from, conjunction, next)
        }
        Tag::Modal => extent.tight,
        Tag::Gerund => view.verb(next).is_some_and(|cue| {
            extent.tight
                || (cue.class == Class::Assertion
                    && cue.frames & frame::THAT != 0
                    && !view.is(next, part::NOUN))
        }),
        Tag::Pronoun | Tag::Name | Tag::Noun | Tag::Determiner | Tag::Number | Tag::Possessive => {
            let end = plain_phrase(view, next);
            let verb = view.skip_adverbs(end);
            let finite = end > next && view.item(verb).is_some_and(Item::finite);
            // "says the road is long but she feels sure of it"
            let belief = view.tag(next) == Tag::Pronoun
                && view
                    .verb(super::subject::main_verb(view, verb))
                    .is_some_and(|cue| cue.class == Class::Belief);
            if belief && !comma && !extent.tight {
                return false;
            }
            let cue = finite && main_cue(view, verb);
            if finite && !cue && !extent.tight && comma != but && reported_too(view, from, verb) {
                return false;
            }
            // «said it was early, but it was a "shared goal"»: the marks tell that it is reported too.
            if finite && !cue && !extent.tight && marked(view, verb) {
                return false;
            }
            cue || ((but || comma || extent.tight)
                && (finite || (comma && super::clauses::clause_at(view, next))))
        }
        Tag::Preposition => comma && super::clauses::clause_at(view, next),
        _ => false,
    }
}

/// Whether words in quotation marks come before the next comma or stop, and no cue of their own.
pub(crate) fn marked(view: &View, from: usize) -> bool {
    let end = (from..view.len())
        .find(|index| {
            matches!(view.tag(*index), Tag::Comma | Tag::Stop | Tag::Semicolon)
                && !view.item(*index).is_some_and(|item| item.quoted)
        })
        .unwrap_or(view.len());
    let quoted = (from..end).any(|index| {
        view.item(index)
            .is_some_and(|item| item.quoted && item.tag != Tag::Quote)
    });
    quoted && !(from..end).any(|index| view.verb(index).is_some())
}

pub(crate) fn cue_of_speech(view: &View, verb: usize) -> bool {
    view.verb(verb).is_some_and(|cue| {
        cue.class == Class::Assertion
            && (cue.frames
                & (frame::QUOTE | frame::THAT | frame::NP | frame::SMALL | frame::TO_OBJECT)
                != 0
                || !cue.object_particles.is_empty())
            && view.tag(verb) != Tag::Base
    })
}

/// Whether a noun phrase and a cue verb follow: "others say".
pub(crate) fn main_cue_follows(view: &View, from: usize) -> bool {
    let end = plain_phrase(view, from);
    end > from && main_cue(view, view.skip_adverbs(end))
}

/// Whether a clause whose verb group starts at `verb` is one of saying.
pub(crate) fn main_cue(view: &View, verb: usize) -> bool {
    if !view.item(verb).is_some_and(Item::finite) {
        return false;
    }
    let main = super::subject::main_verb(view, verb);
    view.verb(main)
        .is_some_and(|cue| cue.frames & (frame::QUOTE | frame::THAT) != 0)
        && view.tag(main) != Tag::Base
}

/// Whether a verb after "but" tells of an answer that was not given: "declined to say", "would not comment".
fn gives_no_answer(view: &View, verb: usize) -> bool {
    let main = super::subject::main_verb(view, verb);
    let negated = (verb..main).any(|index| view.is(index, part::NEGATION));
    view.item(verb).is_some_and(Item::finite)
        && (view.in_group(main, Words::Refusal)
            && view.tag(main + 1) == Tag::To
            && view.in_group(main + 2, Words::Answer)
            || negated && view.tag(main) == Tag::Base && view.in_group(main, Words::Answer))
}

/// The tense of the cue before a content.
pub(crate) fn cue_tense(view: &View, from: usize) -> Option<Tense> {
    const REACH: usize = 14;
    tense_before(view, from.saturating_sub(REACH), from)
}

/// Whether a verb after "and" goes on the report, not what is reported: "said he would resign and did so",
/// "says it is safe and has closed the inquiry".
fn goes_on_report(view: &View, from: usize, conjunction: usize, verb: usize) -> bool {
    let reported = tense_before(view, from, conjunction);
    match (cue_tense(view, from), tense(view, verb)) {
        (Some(Tense::Past), Some(Tense::Past)) => {
            matches!(reported, Some(Tense::Would | Tense::Will | Tense::Present))
        }
        (Some(Tense::Past), Some(Tense::Present)) => {
            view.tag(verb) == Tag::Have && reported.is_some_and(|tense| tense != Tense::Present)
        }
        (Some(Tense::Present), Some(Tense::Present)) => {
            view.tag(verb) == Tag::Have && reported == Some(Tense::Present)
        }
        _ => false,
    }
}

/// Whether a clause with a subject of its own is reported too, as its tense tells: "said it was safe, and it would stay so".
fn reported_too(view: &View, from: usize, verb: usize) -> bool {
    cue_tense(view, from) == Some(Tense::Past)
        && matches!(tense(view, verb), Some(Tense::Would | Tense::Perfect))
}
