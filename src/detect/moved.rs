//! Clauses that do not follow their cue at once: after a hearer, a day, a place or an occasion.

use super::adjuncts::{after_reduced, hearer_end, skip_tail, time_ahead};
use super::clauses::{clause_at, distant_that, that_clause};
use super::complement::{Complement, Found, aside, clause_end, make, whole_clause_end};
use super::items::Tag;
use super::lexicon::{Cue, frame, part};
use super::view::View;

/// A clause after adjuncts or a hearer: "said in a statement that", "told Reuters he".
pub(crate) fn moved_clause(view: &View, at: usize, after: usize, cue: &Cue) -> Option<Complement> {
    if cue.frames & (frame::THAT | frame::ONLY_THAT | frame::WH) == 0 {
        return None;
    }
    let addressee = cue.frames & frame::ADDRESSEE != 0;
    let stop = skip_tail(view, at, addressee);
    // "responded to accusations that ...": the clause is the noun's.
    let accusation = view.reads(at, &["to", "on", "of", "about", "against"])
        && !view.is(stop.wrapping_sub(1), part::TIME)
        && view
            .noun(stop.wrapping_sub(1))
            .is_some_and(|noun| noun.frames & frame::THAT != 0);
    if view.tag(stop) == Tag::That && stop > at && accusation {
        return None;
    }
    // "acknowledged on Friday — after weeks — that"
    let stop = aside(view, stop)
        .map(|close| close + 1)
        .filter(|next| stop > at && view.tag(*next) == Tag::That)
        .unwrap_or(stop);
    let stop = over_relative(view, at, stop);
    let adjunct_first = matches!(view.tag(at), Tag::Preposition | Tag::Time | Tag::Comma)
        || time_ahead(view, at) > at
        || cue.frames & (frame::NP | frame::ADDRESSEE) != frame::NP;
    if view.tag(stop) == Tag::That && stop > at && that_clause(view, stop, true) && adjunct_first {
        return make(Found::Clause, stop, whole_clause_end(view, stop + 1), after);
    }
    if view.tag(stop) != Tag::That
        && stop > at
        && adjunct_first
        && let Some(that) = distant_that(view, stop)
    {
        return make(Found::Clause, that, whole_clause_end(view, that + 1), after);
    }
    if cue.frames & frame::WH != 0
        && addressee
        && (view.tag(stop) == Tag::Wh || view.reads(stop, &["if"]))
        && stop > at
    {
        return make(Found::Question, stop, clause_end(view, stop + 1), after);
    }
    // "announced Tuesday it would close": no object stands after a day.
    let dated = view.tag(at) == Tag::Time
        && matches!(
            view.tag(stop),
            Tag::Pronoun | Tag::Determiner | Tag::Possessive
        );
    if let Some(start) = introduced_clause(view, at, after, cue) {
        return make(
            Found::BareClause,
            start,
            whole_clause_end(view, start),
            after,
        );
    }
    if cue.frames & frame::THAT != 0 && (dated || cue.frames & frame::NP == 0) {
        bare_after(view, at, stop, after, addressee)
    } else {
        None
    }
}

/// The start of a clause whose introduction is no phrase: "said for now, the game is on", "said with rain coming, the".
fn introduced_clause(view: &View, at: usize, after: usize, cue: &Cue) -> Option<usize> {
    const REACH: usize = 8;
    let governs = matches!(view.tag(after - 1), Tag::Finite | Tag::Base);
    let opens = matches!(
        view.tag(after),
        Tag::Preposition | Tag::Adverb | Tag::Participle
    );
    if cue.frames & (frame::THAT | frame::NP | frame::ADDRESSEE) != frame::THAT
        || !governs
        || !opens
    {
        return None;
    }
    let comma = (at..(at + REACH).min(view.len())).find(|index| view.tag(*index) == Tag::Comma)?;
    let plain = !(after..comma).any(|index| {
        view.item(index).is_some_and(super::items::Item::finite)
            || matches!(view.tag(index), Tag::Time | Tag::Quote)
    });
    let begins = matches!(
        view.tag(comma + 1),
        Tag::Determiner | Tag::Pronoun | Tag::Possessive
    );
    (plain
        && begins
        && comma > after + 1
        && clause_at(view, comma + 1)
        && !super::boundary::venue_phrase(view, after)
        && !super::joints::main_cue_follows(view, comma + 1))
    .then_some(after)
}

/// Over the relative clause of "in an interview that aired Sunday that ...", to the clause that is the content.
fn over_relative(view: &View, at: usize, stop: usize) -> usize {
    const REACH: usize = 8;
    let relative = stop > at
        && matches!(view.tag(stop), Tag::That | Tag::Wh)
        && view.item(stop + 1).is_some_and(super::items::Item::finite);
    (stop + 2..(stop + REACH).min(view.len()))
        .find(|index| relative && view.tag(*index) == Tag::That)
        .unwrap_or(stop)
}

/// The start of a clause with an introduction of its own: "said after the leak, the dam was shut".
fn over_introduction(view: &View, at: usize, stop: usize) -> Option<usize> {
    let clause = stop > at && view.tag(stop) == Tag::Comma && clause_at(view, stop + 1);
    let begins = matches!(
        view.tag(stop + 1),
        Tag::Determiner | Tag::Pronoun | Tag::Possessive | Tag::Noun | Tag::Name
    );
    (clause && begins && view.tag(at) == Tag::Preposition).then(|| {
        if super::boundary::venue_phrase(view, at) {
            stop + 1
        } else {
            at
        }
    })
}

/// A clause without "that" after adjuncts that end at `stop`, or after a hearer at `at`.
fn bare_after(
    view: &View,
    at: usize,
    stop: usize,
    after: usize,
    addressee: bool,
) -> Option<Complement> {
    let found = |start: usize| {
        make(
            Found::BareClause,
            start,
            whole_clause_end(view, start),
            after,
        )
    };
    let hearer = hearer_end(view, at);
    if addressee && hearer > at && clause_at(view, hearer) {
        return found(hearer);
    }
    if stop > at && clause_at(view, stop) {
        return found(stop);
    }
    let governs = view.tag(after - 1) == Tag::Finite || view.tag(after - 1) == Tag::Base;
    if let Some(start) = over_introduction(view, at, stop).filter(|_| governs) {
        return found(start);
    }
    if let Some(start) =
        after_reduced(view, stop).filter(|start| stop > at && clause_at(view, *start))
    {
        return found(start);
    }
    // "said during a debate she would ...": the clause begins at a pronoun inside what was skipped.
    (at..stop)
        .find(|index| view.tag(*index) == Tag::Pronoun && clause_at(view, *index))
        .and_then(found)
}
