//! Commas: whether a content ends there.
//!
//! What follows the comma decides; a content that is an object (tight) ends at nearly every one.
//!
//! | after the comma | a clause |
//! |---|---|
//! | "and", "or" | see `joints` |
//! | "but", "yet" | ends; goes on before "not", "rather", "that", a participle, words in marks, or no verb at all |
//! | "while", "though", "even as", "according to" | ends, unless a short aside closes at once |
//! | a participle of saying; any participle after "X fell after Y said ..." | ends |
//! | other participles: "having lost", "followed by Smith" | goes on |
//! | a verb | ends where the cue stands in an insertion or the verb is a cue; else an aside has closed |
//! | "who", "which" | goes on; ends the sentence of a cue in the present |
//! | a place of saying: "in an interview with the paper" | ends |
//! | other prepositions, "because", "if" | goes on |
//! | "Smith said" and no more; another report; "a claim that", "claims that" | ends |
//! | a name, an appositive, a list | goes on |
//! | "then left" | ends |

use super::boundary::Extent;
use super::groups::Words;
use super::items::{Item, Tag};
use super::joints::{cue_tense, ends_at_conjunction, main_cue_follows, marked};
use super::lexicon::{frame, part};
use super::phrases::plain_phrase;
use super::tenses::Tense;
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
        && view.item(next + 1).is_some_and(Item::finite)
    {
        return true;
    }
    if extent.introduction && main_follows(view, next) {
        return true;
    }
    if view.reads(next, &["as"]) && view.reads(next + 1, &["well"]) && view.reads(next + 2, &["as"])
    {
        return false;
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
    // ", even though critics doubt it"
    if view.reads(next, &["even"]) && view.reads(next + 1, &["as", "though"]) {
        return true;
    }
    match view.tag(next) {
        Tag::Conjunction => {
            if view.reads(next, &["but", "yet"]) {
                return extent.tight && view.tag(next + 1) != Tag::That
                    || !but_goes_on(view, next + 1);
            }
            ends_at_conjunction(view, from, next, extent)
        }
        Tag::Gerund => {
            (extent.tight && !view.reads(next, &["including"]))
                || subordinate_cue(view, from)
                || (view
                    .verb(next)
                    .is_some_and(|cue| cue.class == Class::Assertion)
                    && !view.is(next, part::NOUN))
        }
        Tag::Adverb if view.tag(next + 1) == Tag::Gerund => {
            extent.tight
                || view.verb(next + 1).is_some_and(|cue| {
                    cue.class == Class::Assertion && cue.frames & frame::THAT != 0
                })
        }
        // ", followed by Smith", ", compared with a year ago"
        Tag::Finite if !extent.tight && reduced(view, next) => inserted(view, from),
        // ", was born": the content stood in an insertion that ends here.
        Tag::Finite => {
            extent.tight || view.verb(next).is_some() || view.is(next, part::PAST | part::THIRD)
        }
        // ", having lost": goes on as any participle does.
        Tag::Be | Tag::Have | Tag::Do if view.is(next, part::GERUND) => extent.tight,
        // ", should she win"
        Tag::Modal if view.tag(next + 1) == Tag::Pronoun => false,
        // "says it will leave, which is new": with a cue in the present, what trails is the writer's.
        Tag::Wh => {
            extent.tight
                || trailing_relative(view, next) && cue_tense(view, from) == Some(Tense::Present)
        }
        // "said the talks, which began in May, were over"
        Tag::Be | Tag::Have | Tag::Modal | Tag::Do => extent.tight || inserted(view, from),
        // "claimed it was safe, in an interview with the paper"
        Tag::Preposition => {
            tail_speech(view, next)
                || super::boundary::venue_phrase(view, next)
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
                // "..., claims that nobody could prove"
                || view.noun(next).is_some_and(|noun| noun.class == Class::Assertion)
                    && view.tag(next) == Tag::Noun
                    && view.tag(next + 1) == Tag::That
                // "half say they are poor, a third call themselves rich"
                || spliced(view, from, next)
                || (extent.tight
                    && !list_goes_on(view, comma)
                    && !insertion(view, comma)
                    && !names_again(view, comma)
                    && !view.reads(next + 1, &["as"]))
        }
        // "said she would stay, then left"
        Tag::Adverb
            if view.reads(next, &["then"])
                && view.tag(next + 1) == Tag::Finite
                && view.is(next + 1, part::PAST) =>
        {
            true
        }
        Tag::Adverb => {
            extent.tight
                && !list_goes_on(view, comma)
                && !insertion(view, comma)
                && !view.reads(next, &["not", "also"])
        }
        _ => false,
    }
}

/// Whether the cue before a content stands in a clause of time after the main clause, to which a participle then
/// belongs: "Prices fell after Iran said it would not sell, dashing hopes".
fn subordinate_cue(view: &View, from: usize) -> bool {
    const REACH: usize = 14;
    let opens = (from.saturating_sub(REACH)..from).rev().find(|index| {
        matches!(
            view.tag(*index),
            Tag::Comma | Tag::Conjunction | Tag::That | Tag::Wh
        ) || view.reads(
            *index,
            &["after", "when", "because", "as", "before", "since"],
        )
    });
    opens.is_some_and(|index| {
        view.reads(
            index,
            &["after", "when", "because", "as", "before", "since"],
        ) && (index + 1..from).any(|at| view.item(at).is_some_and(Item::finite))
            && (0..index).any(|at| view.item(at).is_some_and(Item::finite))
    })
}

/// Whether another report follows a comma right away, and no introduction stands before it: "half say they are poor, a
/// third say they are rich", but not "said that if it rains, aides say so".
fn spliced(view: &View, from: usize, next: usize) -> bool {
    main_cue_follows(view, next)
        && !(from..next).any(|index| {
            view.tag(index) == Tag::Subordinator || view.reads(index, &["as", "when", "after"])
        })
}

/// Whether what follows ", but" still belongs to the clause before: "but not here", "but rather", "but saving more".
fn but_goes_on(view: &View, next: usize) -> bool {
    // "high in the cities, but low in the suburbs": no verb comes.
    let verbless = || {
        !(next..view.len())
            .take_while(|index| {
                !matches!(view.tag(*index), Tag::Comma | Tag::Stop | Tag::Semicolon)
            })
            .any(|index| {
                view.item(index).is_some_and(Item::verbal) || view.tag(index) == Tag::Quote
            })
    };
    let verb = view.skip_adverbs(plain_phrase(view, next));
    let finite = view.item(verb).is_some_and(Item::finite);
    view.reads(
        next,
        &["rather", "also", "instead", "not", "because", "only"],
    ) || matches!(view.tag(next), Tag::That | Tag::Gerund)
        || finite && marked(view, verb)
        || verbless()
}

/// Whether a past form is the participle of a reduced clause: "followed by", "compared with".
fn reduced(view: &View, verb: usize) -> bool {
    view.is(verb, part::PARTICIPLE)
        && !view.in_group(verb, Words::NoAgent)
        && view.tag(view.skip_adverbs(verb + 1)) == Tag::Preposition
}

/// Whether the cue before a content stands in an insertion, so that its subject still waits for its verb:
/// "Smith, who said he was tired, left", "Smith, saying he was tired, left".
fn inserted(view: &View, from: usize) -> bool {
    const REACH: usize = 14;
    let Some(verb) = (from.saturating_sub(REACH)..from).rev().find(|index| {
        matches!(
            view.tag(*index),
            Tag::Finite | Tag::Gerund | Tag::Participle | Tag::Base
        )
    }) else {
        return true;
    };
    let start = super::subject::group_start(view, verb);
    let nonfinite = view.tag(verb) != Tag::Finite && start == verb;
    nonfinite
        || matches!(view.tag_before(start), Tag::Wh | Tag::That)
        || (0..start).any(|index| view.reads(index, &["who", "whom", "whose", "which", "as"]))
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
    let start = view.skip_adverbs(comma + 1);
    let end = super::phrases::full_phrase(view, start);
    end > start && view.tag(end) == Tag::Comma && view.reads(end + 1, &["for", "of", "as", "to"])
}

/// Whether a name after a comma belongs to the words before it: "in Concord, N.H., where", "her rival, Jane Doe, for".
fn names_again(view: &View, comma: usize) -> bool {
    let end = plain_phrase(view, comma + 1);
    let named = end > comma + 1
        && end <= comma + 4
        && (comma + 1..end).all(|index| matches!(view.tag(index), Tag::Name | Tag::Number));
    let before = view.tag_before(comma);
    let place = before == Tag::Name && end == comma + 2;
    let role = before == Tag::Noun && view.is(comma - 1, part::ROLE);
    let date = before == Tag::Number && view.tag(comma + 1) == Tag::Number;
    named && (place || role || date) && matches!(view.tag(end), Tag::Stop | Tag::Comma)
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
