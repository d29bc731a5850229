//! Where a content ends: the end of a clause, a phrase or a sentence.

use super::commas::ends_at_comma;
use super::groups::Words;
use super::items::{Item, Tag};
use super::joints::{ends_at_conjunction, main_cue_follows};
use super::lexicon::{frame, part};
use super::phrases::plain_phrase;
use super::types::Class;
use super::view::View;

/// How far a content may reach.
#[derive(Clone, Copy, Debug, Default)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a question of its own about the place of the content"
)]
pub(crate) struct Extent {
    /// A phrase, not a clause: it ends at most commas.
    pub(crate) tight: bool,
    /// A clause with a subject, which needs a finite verb.
    pub(crate) clause: bool,
    /// It belongs to the subject of a sentence and ends before that sentence's verb.
    pub(crate) subject: bool,
    /// It stands in an introduction ("When X said that Y, ...") and ends with it.
    pub(crate) introduction: bool,
}

/// End of the clause that begins at `from`.
pub(crate) fn clause_end(view: &View, from: usize) -> usize {
    end_of(view, from, Extent::default())
}

/// End of the object that begins at `from`, with what belongs to it.
pub(crate) fn object_end(view: &View, from: usize) -> usize {
    if plain_phrase(view, from) == from {
        return from;
    }
    end_of(
        view,
        from,
        Extent {
            tight: true,
            ..Extent::default()
        },
    )
}

/// End of a content that begins at `from`.
#[allow(clippy::too_many_lines, reason = "one table of rules, read arm by arm")]
pub(crate) fn end_of(view: &View, from: usize, extent: Extent) -> usize {
    let mut index = from;
    let mut depth = 0usize;
    // A clause is not over before its own finite verb has come.
    let mut open_clause = extent.clause;
    let mut relative = false;
    while index < view.len() {
        if (open_clause || extent.clause) && depth == 0 {
            match view.tag(index) {
                Tag::Wh | Tag::That if index > from && open_clause => relative = true,
                Tag::Comma => relative = false,
                _ if open_clause && view.item(index).is_some_and(Item::finite) => {
                    open_clause = relative;
                    relative = false;
                }
                _ => {}
            }
            if !open_clause
                && extent.clause
                && view.tag(index) == Tag::That
                && index > from
                && view.item(index - 1).is_some_and(Item::verbal)
            {
                open_clause = true;
            }
            if open_clause
                && matches!(view.tag(index), Tag::Comma | Tag::Dash | Tag::Conjunction)
                && finite_ahead(view, index + 1)
            {
                // What stands between two dashes has verbs of its own.
                let close = closing_dash(view, index).filter(|_| view.tag(index) == Tag::Dash);
                index = close.unwrap_or(index) + 1;
                continue;
            }
        }
        // Nothing ends between the words of a quotation.
        if index > from && inside_quotation(view, index) {
            index += 1;
            continue;
        }
        match view.tag(index) {
            Tag::Open if index > from && locates(view, index) => return index,
            Tag::Open => depth += 1,
            Tag::Close => {
                if depth == 0 {
                    return index;
                }
                depth -= 1;
            }
            _ if depth > 0 => {}
            Tag::Stop if !view.items.get(index).is_some_and(|item| item.quoted) => return index,
            Tag::Semicolon => return index,
            Tag::Dash => match closing_dash(view, index) {
                // "... - an old joke - others say": what follows is another statement.
                Some(close)
                    if !extent.tight && index > from && main_cue_follows(view, close + 1) =>
                {
                    return index;
                }
                Some(close) => index = close,
                None if index > from && (extent.tight || dash_ends(view, index)) => return index,
                None => {}
            },
            Tag::Colon if extent.tight && index > from && view.tag(index + 1) == Tag::Quote => {
                return index;
            }
            Tag::Comma if index > from && ends_at_comma(view, from, index, extent) => return index,
            Tag::Conjunction
                if index > from
                    && view.tag_before(index) != Tag::Comma
                    && ends_at_conjunction(view, from, index, extent) =>
            {
                return index;
            }
            Tag::Preposition
                if index > from
                    && extent.tight
                    && (venue_phrase(view, index) || tells_when(view, index)) =>
            {
                return index;
            }
            Tag::Gerund
                if index > from
                    && extent.tight
                    && view.tag(index - 1) != Tag::Preposition
                    && view.verb(index).is_some_and(|cue| {
                        cue.class == Class::Assertion && cue.frames & frame::QUOTE != 0
                    }) =>
            {
                return index;
            }
            Tag::Preposition
                if index > from
                    && extent.tight
                    && view.reads(index, &["by"])
                    && view.tag(index + 1) == Tag::Gerund =>
            {
                return index;
            }
            Tag::Finite | Tag::Modal | Tag::Be | Tag::Have | Tag::Do
                if index > from
                    && extent.subject
                    && !open_clause
                    && own_clause_over(view, from, index) =>
            {
                return index;
            }
            Tag::Finite | Tag::Modal | Tag::Be | Tag::Have | Tag::Do
                if index > from && extent.tight && main_clause(view, from, index) =>
            {
                return index;
            }
            _ if index > from + 2 && view.is(index, part::ACCORDING) => return index,
            Tag::Wh if index > from && extent.tight && view.reads(index, &["when"]) => {
                return index;
            }
            Tag::Preposition | Tag::Subordinator
                if index > from && leaves_quotation(view, index) =>
            {
                return index;
            }
            // "called for an inquiry while praising him", but "reports of theft while leading the firm"
            Tag::Subordinator
                if view.reads(index, &["while"])
                    && view.tag(index + 1) == Tag::Gerund
                    && view.verb(index + 1).is_none() => {}
            Tag::Subordinator
                if index > from
                    && extent.tight
                    && view.reads(
                        index,
                        &["while", "although", "though", "because", "if", "unless"],
                    ) =>
            {
                return index;
            }
            _ => {}
        }
        index += 1;
    }
    view.len()
}

/// Whether an item and the one before it stand in one quotation that is read as words.
fn inside_quotation(view: &View, index: usize) -> bool {
    view.inside_quoted(index) && view.inside_quoted(index - 1)
}

/// Whether a clause of time follows words in quotation marks: «says he is "glad" as he faces the vote».
fn leaves_quotation(view: &View, index: usize) -> bool {
    let quoted = |at: usize| view.items.get(at).is_some_and(|item| item.quoted);
    quoted(index - 1)
        && !quoted(index)
        && view.reads(index, &["as", "after", "before", "while", "when"])
        && view.tag(index + 1) == Tag::Pronoun
}

/// Whether a bracket at the end of a sentence tells where the words stand: "(p. 12)", "(Holm, 2019)".
fn locates(view: &View, open: usize) -> bool {
    let mut inner = (open + 1..(open + 8).min(view.len()))
        .take_while(|index| view.tag(*index) != Tag::Close)
        .peekable();
    let page = inner
        .peek()
        .is_some_and(|first| view.tag(*first) == Tag::Name || view.reads(*first, &["p.", "pp."]));
    let last = inner.last().filter(|last| view.tag(*last) == Tag::Number);
    page && last.is_some_and(|last| {
        view.tag(last + 1) == Tag::Close && matches!(view.tag(last + 2), Tag::Stop)
    })
}

/// Whether a finite verb comes later in the sentence.
fn finite_ahead(view: &View, from: usize) -> bool {
    (from..view.len()).any(|index| view.item(index).is_some_and(Item::finite))
}

/// Whether a second finite verb comes that no conjunction, comma or pronoun brings in.
fn own_clause_over(view: &View, from: usize, verb: usize) -> bool {
    let mut index = verb;
    while index > from {
        index -= 1;
        let item_is_verb = view.item(index).is_some_and(Item::verbal);
        match view.tag(index) {
            Tag::Wh
            | Tag::That
            | Tag::Subordinator
            | Tag::Conjunction
            | Tag::Comma
            | Tag::Quote
            | Tag::Pronoun
            | Tag::Colon => return false,
            _ if item_is_verb => {
                let before = (from..verb)
                    .rev()
                    .find(|index| view.tag(*index) != Tag::Adverb);
                return !before.is_some_and(|index| {
                    matches!(view.tag(index), Tag::Be | Tag::Have | Tag::Modal | Tag::Do)
                });
            }
            _ => {}
        }
    }
    false
}

/// Whether a finite verb inside an object is no relative clause's: the object has ended before it.
fn main_clause(view: &View, from: usize, verb: usize) -> bool {
    let item = view.item(verb);
    if !item.is_some_and(Item::finite) || item.is_some_and(|item| item.quoted) {
        return false;
    }
    // "the accord adopted in Paris": a form that can be a participle, right after its noun.
    if view.tag(verb) == Tag::Finite
        && view.is(verb, part::PARTICIPLE)
        && matches!(view.tag(verb + 1), Tag::Preposition | Tag::To)
    {
        return false;
    }
    // A relative pronoun, a subject of a contact clause or a subordinator makes it subordinate.
    let contact = verb > from + 1
        && (view.tag(verb - 1) == Tag::Name
            && (from..verb).any(|index| view.tag(index) == Tag::Noun)
            // "the harm a closure would do"
            || (from + 1..verb).any(|index| {
                matches!(view.tag(index), Tag::Determiner | Tag::Possessive | Tag::Name)
                    && view.tag(index - 1) == Tag::Noun
                    && !view.is(index - 1, part::ROLE | part::BODY)
            }));
    !contact
        && !(from..verb).any(|index| {
            matches!(
                view.tag(index),
                Tag::Wh | Tag::That | Tag::Pronoun | Tag::Subordinator | Tag::To
            ) || view.reads(index, &["as", "than", "before", "after", "since", "until"])
        })
}

/// Whether a lone dash ends a clause: before "but", another clause, or an appositive.
fn dash_ends(view: &View, dash: usize) -> bool {
    match view.tag(dash + 1) {
        Tag::Conjunction => {
            view.reads(dash + 1, &["but", "yet"])
                || (view.tag(dash + 2) != Tag::That && super::clauses::clause_at(view, dash + 2))
        }
        // What is set beside the last words goes with them; another clause, or "a claim that", does not.
        Tag::Determiner | Tag::Name | Tag::Noun => {
            super::clauses::clause_at(view, dash + 1) || view.noun(dash + 2).is_some()
        }
        Tag::Pronoun | Tag::Quote | Tag::Wh | Tag::Subordinator => true,
        Tag::Gerund => view.verb(dash + 1).is_some(),
        Tag::Finite | Tag::Be | Tag::Have | Tag::Modal | Tag::Do => true,
        _ => false,
    }
}

/// The dash that closes the one at `open`, when the words between are an insertion.
fn closing_dash(view: &View, open: usize) -> Option<usize> {
    let close = (open + 1..view.len()).find(|index| view.tag(*index) == Tag::Dash)?;
    (close > open + 1 && close - open < 40).then_some(close)
}

/// Whether a prepositional phrase after an object tells when it was said: "during a debate", "as he left".
fn tells_when(view: &View, preposition: usize) -> bool {
    let next = preposition + 1;
    let clause = view.tag(next) == Tag::Pronoun || super::clauses::clause_at(view, next);
    view.reads(preposition, &["during"])
        || view.reads(preposition, &["as", "after", "before", "since", "until"]) && clause
}

/// Whether a prepositional phrase tells where it was said.
pub(crate) fn venue_phrase(view: &View, preposition: usize) -> bool {
    if !view.reads(preposition, &["in", "on", "at", "during", "via"]) {
        return false;
    }
    let first = preposition + 1;
    let end = plain_phrase(view, first);
    (first..end).any(|index| view.in_group(index, Words::Venue))
}
