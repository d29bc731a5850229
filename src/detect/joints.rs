//! Commas and conjunctions: whether a content ends there.

use super::boundary::Extent;
use super::groups::Words;
use super::items::{Item, Tag};
use super::lexicon::{frame, part};
use super::phrases::plain_phrase;
use super::tenses::{Tense, tense, tense_before};
use super::types::Class;
use super::view::View;

/// Whether a comma ends the content before it.
#[allow(clippy::too_many_lines, reason = "one table of rules, read arm by arm")]
pub(crate) fn ends_at_comma(view: &View, from: usize, comma: usize, extent: Extent) -> bool {
    let next = comma + 1;
    if view
        .items
        .get(next)
        .is_some_and(|item| item.quoted && item.tag != Tag::Quote)
    {
        return false;
    }
    // ", as has his deputy"
    if view.reads(next, &["as"])
        && matches!(
            view.tag(next + 1),
            Tag::Be | Tag::Have | Tag::Do | Tag::Modal
        )
    {
        return true;
    }
    if extent.introduction && main_follows(view, next) {
        return true;
    }
    if view.reads(
        next,
        &["according", "per", "though", "although", "while", "whereas"],
    ) {
        // "a crucial, although brief, chance" goes on.
        let close =
            (next + 1..(next + 5).min(view.len())).find(|index| view.tag(*index) == Tag::Comma);
        return !close.is_some_and(|close| {
            !(next..close).any(|index| view.item(index).is_some_and(Item::finite))
                && !view.reads(next, &["according", "per"])
        });
    }
    match view.tag(next) {
        Tag::Conjunction => {
            if view.reads(next, &["but", "yet"]) {
                return view.tag(next + 1) != Tag::That
                    && !view.reads(next + 1, &["rather", "also", "instead"]);
            }
            ends_at_conjunction(view, from, next, extent)
        }
        Tag::Gerund => {
            (extent.tight && !view.reads(next, &["including"]))
                || (view
                    .verb(next)
                    .is_some_and(|cue| cue.class == Class::Assertion)
                    && !view.is(next, part::NOUN))
        }
        Tag::Adverb if view.tag(next + 1) == Tag::Gerund => {
            extent.tight || view.verb(next + 1).is_some()
        }
        // ", was born": the content stood in an insertion that ends here.
        Tag::Finite => {
            extent.tight || view.verb(next).is_some() || view.is(next, part::PAST | part::THIRD)
        }
        // "says it will leave, which is new": with a cue in the present, what trails is the writer's.
        Tag::Wh => {
            extent.tight
                || trailing_relative(view, next) && cue_tense(view, from) == Some(Tense::Present)
        }
        Tag::Be | Tag::Have | Tag::Modal | Tag::Do => true,
        Tag::Preposition => {
            tail_speech(view, next)
                || (extent.tight && !view.reads(next, &["including", "from", "for", "not"]))
        }
        Tag::Subordinator | Tag::Participle | Tag::Quote => extent.tight,
        // ", a charge that the minister denied"
        Tag::Determiner
            if view
                .noun(next + 1)
                .is_some_and(|noun| noun.class == Class::Assertion)
                && matches!(
                    view.tag(next + 2),
                    Tag::That | Tag::Wh | Tag::Name | Tag::Determiner | Tag::Pronoun
                ) =>
        {
            true
        }
        Tag::Determiner | Tag::Possessive | Tag::Noun | Tag::Name | Tag::Number | Tag::Pronoun => {
            tail_speech(view, next)
                || (extent.tight && !list_goes_on(view, comma) && !insertion(view, comma))
        }
        Tag::Adverb => extent.tight && !list_goes_on(view, comma),
        _ => false,
    }
}

/// Whether a clause of its own, with subject and finite verb, begins at `from`.
pub(crate) fn main_follows(view: &View, from: usize) -> bool {
    let start = view.skip_adverbs(from);
    let end = plain_phrase(view, start);
    // "..., on Tuesday night he said"
    if view.tag(start) == Tag::Preposition && view.tag(start + 1) == Tag::Time {
        let after = (start + 1..view.len())
            .find(|index| view.tag(*index) != Tag::Time)
            .unwrap_or(start);
        return after > start
            && view.begins_phrase(after)
            && super::clauses::clause_at(view, after);
    }
    if end == start {
        return view.tag(start) == Tag::Quote;
    }
    super::clauses::clause_at(view, start)
}

/// Whether a short appositive follows the comma, and then more of the object: "a judge, Jane Doe, for ...".
pub(crate) fn insertion(view: &View, comma: usize) -> bool {
    let end = super::phrases::full_phrase(view, comma + 1);
    end > comma + 1
        && view.tag(end) == Tag::Comma
        && view.reads(end + 1, &["for", "of", "as", "to"])
}

/// Whether the comma is one of a list: "A, B and C".
pub(crate) fn list_goes_on(view: &View, comma: usize) -> bool {
    let mut at = comma;
    // "Harold Doley, a banker and former official": an appositive, no list.
    if view.tag_before(comma) == Tag::Name && view.reads(comma + 1, &["a", "an"]) {
        return false;
    }
    for _ in 0..8 {
        let mut end = plain_phrase(view, at + 1);
        if end == at + 1 {
            return false;
        }
        while view.tag(end) == Tag::Preposition {
            let next = super::phrases::preposition_phrase(view, end);
            if next == end {
                break;
            }
            end = next;
        }
        match view.tag(end) {
            Tag::Conjunction => {
                let after = plain_phrase(view, end + 1);
                return after > end + 1
                    && !view
                        .item(view.skip_adverbs(after))
                        .is_some_and(Item::finite);
            }
            Tag::Comma if view.tag(end + 1) == Tag::Conjunction => {
                let after = plain_phrase(view, end + 2);
                return after > end + 2
                    && !view
                        .item(view.skip_adverbs(after))
                        .is_some_and(Item::finite);
            }
            Tag::Comma => at = end,
            _ => return false,
        }
    }
    false
}

/// Whether "Smith said" and nothing more follows: the attribution of all before it.
pub(crate) fn tail_speech(view: &View, from: usize) -> bool {
    let end = plain_phrase(view, from);
    if end == from {
        return false;
    }
    let verb = view.skip_adverbs(end);
    let speech = view.tag(verb) == Tag::Finite
        && view
            .verb(verb)
            .is_some_and(|cue| cue.frames & frame::QUOTE != 0);
    speech && matches!(view.tag(verb + 1), Tag::Stop | Tag::Comma)
}

/// Whether "and ..." begins something that is no part of the content.
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
    match view.tag(next) {
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
            let cue = finite && main_cue(view, verb);
            if finite && !cue && !extent.tight && comma != but && reported_too(view, from, verb) {
                return false;
            }
            cue || ((but || comma || extent.tight)
                && (finite || (comma && super::clauses::clause_at(view, next))))
        }
        Tag::Preposition => comma && super::clauses::clause_at(view, next),
        _ => false,
    }
}

pub(crate) fn cue_of_speech(view: &View, verb: usize) -> bool {
    view.verb(verb).is_some_and(|cue| {
        cue.class == Class::Assertion
            && cue.frames & (frame::QUOTE | frame::THAT | frame::NP) != 0
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

/// Whether a relative clause after a comma ends its sentence: no verb of the clause before it follows.
fn trailing_relative(view: &View, pronoun: usize) -> bool {
    view.reads(pronoun, &["which", "who", "where", "whose", "whom"])
        && !(pronoun..view.len()).any(|index| {
            view.tag(index) == Tag::Comma
                && view
                    .item(view.skip_adverbs(index + 1))
                    .is_some_and(Item::finite)
        })
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
fn cue_tense(view: &View, from: usize) -> Option<Tense> {
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
