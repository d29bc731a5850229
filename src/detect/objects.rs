//! Contents that are objects: "promised to leave", "called it a farce", "denied the charge".

use super::boundary::{end_of, object_end};
use super::complement::quote_end;
use super::complement::{Complement, Found, aside, clause_end, extent, make};
use super::grammar::Ending;
use super::items::Tag;
use super::lexicon::{Cue, frame, part};
use super::phrases::{full_phrase, plain_phrase, preposition_phrase};
use super::view::View;

pub(crate) fn infinitive(view: &View, at: usize, after: usize, cue: &Cue) -> Option<Complement> {
    // "pledged Saturday to rid"
    let at = if view.tag(at) == Tag::Time && view.tag(at + 1) == Tag::To {
        at + 1
    } else {
        at
    };
    if view.tag(at) == Tag::To && cue.frames & frame::TO != 0 {
        return make(Found::Infinitive, at, clause_end(view, at + 1), after);
    }
    if cue.frames & frame::TO_OBJECT != 0 {
        let end = full_phrase(view, at);
        let mut to = view.skip_adverbs(end);
        // "urged him, publicly and often, to resign"
        if view.tag(to) == Tag::Comma {
            to = (to + 1..(to + 9).min(view.len()))
                .find(|index| view.tag(*index) == Tag::Comma)
                .map_or(to, |close| close + 1);
        }
        if end > at && view.tag(to) == Tag::To {
            return make(Found::Infinitive, at, clause_end(view, to + 1), after);
        }
    }
    let gerund = view.tag(at) == Tag::Gerund
        || (matches!(view.tag(at), Tag::Be | Tag::Have | Tag::Do) && view.is(at, part::GERUND));
    if gerund && cue.frames & frame::ING != 0 {
        return make(Found::Gerund, at, clause_end(view, at + 1), after);
    }
    None
}

/// "described X as Y", "called X Y", "accused X of Y".
#[allow(clippy::too_many_lines, reason = "one table of rules, read arm by arm")]
pub(crate) fn complex_object(
    view: &View,
    at: usize,
    after: usize,
    cue: &Cue,
) -> Option<Complement> {
    // "rejected as baseless a claim that ...": the object comes last.
    if cue.frames & frame::AS != 0
        && view.reads(at, &["as"])
        && view.tag(at + 1) == Tag::Noun
        && matches!(view.tag(at + 2), Tag::Determiner | Tag::Possessive)
    {
        return make(Found::Complex, at, clause_end(view, at + 2), after);
    }
    let end = plain_phrase(view, at);
    if end == at && view.tag(at) != Tag::Quote {
        return None;
    }
    let full = full_phrase_before(view, at, |index| view.reads(index, &["as"]));
    // "praised him as a leader", not "as he left"
    if cue.frames & frame::AS != 0 && view.reads(full, &["as"]) && !as_he_left(view, full + 1) {
        return make(Found::Complex, at, clause_end(view, full + 1), after);
    }
    for particle in &cue.object_particles {
        let is_particle = |index: usize| view.own(index).eq_ignore_ascii_case(particle);
        let stop = full_phrase_before(view, at, is_particle);
        // "accused her, without evidence, of lying"
        let stop = aside(view, stop)
            .map(|close| close + 1)
            .filter(|next| stop > at && is_particle(*next))
            .unwrap_or(stop);
        if is_particle(stop) {
            return make(Found::Complex, at, clause_end(view, stop + 1), after);
        }
    }
    if cue.frames & frame::SMALL != 0 {
        let mut stop = if view.tag(at) == Tag::Quote {
            at + 1
        } else {
            full_phrase(view, at)
        };
        stop = after_relative(view, stop);
        // "called the report Friday a sham"
        if view.tag(stop) == Tag::Time
            && (view.begins_phrase(stop + 1) || view.opens_quoted(stop + 1))
        {
            stop += 1;
        }
        // "called him, among other things, a failure"
        if view.tag(stop) == Tag::Comma
            && view.tag(stop + 1) == Tag::Preposition
            && let Some(close) =
                (stop + 2..(stop + 7).min(view.len())).find(|index| view.tag(*index) == Tag::Comma)
            && (view.tag(close + 1) == Tag::Quote || view.reads(close + 1, &["a", "an"]))
        {
            stop = close + 1;
        }
        // The complement: a second noun phrase, an adjective or a quotation.
        let first = stop;
        if let Some(last) = predicate_end(view, stop) {
            stop = last;
        } else if view.tag(stop) == Tag::Quote {
            stop = quote_end(view, stop);
        } else if view.tag(stop) == Tag::Comma && view.tag(stop + 1) == Tag::Quote {
            stop += 2;
        } else if view.begins_phrase(stop) && view.tag(stop) != Tag::Time {
            stop = object_end(view, stop).max(stop);
        }
        // «called it "dead" and "buried"», «"a hoax," "a lie" and "a sham"»
        while stop > at && view.item(stop - 1).is_some_and(|item| item.quoted) {
            let next = stop + usize::from(matches!(view.tag(stop), Tag::Conjunction | Tag::Comma));
            if view.tag(next) == Tag::Quote {
                stop = next + 1;
            } else if (next > stop || view.quotes_comma(stop - 1)) && view.opens_quoted(next) {
                stop = view.quoted_end(next);
            } else {
                break;
            }
        }
        let merged = stop == first
            && (at..stop).any(|index| view.items.get(index).is_some_and(|item| item.quoted))
            || (end - at > 1
                && matches!(view.tag(at), Tag::Name | Tag::Possessive | Tag::Determiner)
                && view.tag(end - 1) == Tag::Noun
                && (view.is(end - 1, part::ADJECTIVE)
                    || adjective_ending(view, end - 1)
                    || view.tag(end - 2) == Tag::Name));
        if stop == first
            && !merged
            && (cue.frames & frame::NP == 0 || cue.frames & frame::NP_DOCUMENT != 0)
        {
            return None;
        }
        let comma = usize::from(view.tag(stop) == Tag::Comma);
        if view.reads(stop + comma, &["because"]) {
            stop = clause_end(view, stop + comma + 1);
        }
        return make(Found::Complex, at, stop, after);
    }
    None
}

/// Whether a clause of time with a pronoun begins: "praised him as he left".
fn as_he_left(view: &View, at: usize) -> bool {
    view.reads(at, &["he", "she", "they", "it", "we"])
        && view
            .item(view.skip_adverbs(at + 1))
            .is_some_and(super::items::Item::finite)
}

/// End of the noun phrase at `at`, its prepositional phrases included up to the word `stop`.
pub(crate) fn full_phrase_before(view: &View, at: usize, is_stop: impl Fn(usize) -> bool) -> usize {
    let mut end = if view.tag(at) == Tag::Quote {
        at + 1
    } else {
        plain_phrase(view, at)
    };
    for _ in 0..6 {
        if is_stop(end) {
            break;
        }
        let next = match view.tag(end) {
            Tag::Preposition => preposition_phrase(view, end),
            // "praised Smith, who left in May, as ..."
            // "cited Smith, an heir to the firm, as ...", "accused Smith, her rival, of ..."
            Tag::Comma
                if matches!(
                    view.tag(end + 1),
                    Tag::Wh | Tag::Determiner | Tag::Possessive
                ) =>
            {
                let close = (end + 2..(end + 25).min(view.len()))
                    .find(|index| view.tag(*index) == Tag::Comma && is_stop(index + 1));
                close.map_or(end, |close| close + 1)
            }
            Tag::Conjunction => plain_phrase(view, end + 1),
            Tag::Adverb => end + 1,
            _ => end,
        };
        if next <= end {
            break;
        }
        end = next;
    }
    end
}

/// End of a predicate that no noun phrase begins: «called it "purely cosmetic"», "calls him unfit", "called it plainly wrong".
fn predicate_end(view: &View, at: usize) -> Option<usize> {
    if view.opens_quoted(at) && !view.begins_phrase(at) {
        return Some(view.quoted_end(at));
    }
    let closed = |end: usize| {
        matches!(
            view.tag(end),
            Tag::Stop | Tag::Comma | Tag::Conjunction | Tag::Preposition | Tag::Semicolon
        )
    };
    // A past form, or a word unknown but for its ending: "unqualified".
    let past = view.tag(at) == Tag::Participle
        || view.tag(at) == Tag::Finite
            && (view.is(at, part::PAST | part::PARTICIPLE) || !view.is(at, part::VERB));
    let word = view.skip_adverbs(at);
    let graded = word > at
        && view.tag(word) == Tag::Noun
        && (view.is(word, part::ADJECTIVE) || adjective_ending(view, word));
    if past && !view.reads(at + 1, &["by"]) && closed(at + 1) {
        return Some(at + 1);
    }
    (graded && closed(word + 1)).then_some(word + 1)
}

/// «said "vote" four times»: quoted words that are no clause.
pub(crate) fn quoted_words(view: &View, after: usize, cue: &Cue) -> Option<Complement> {
    // "cried out", "shouted back"
    let at = after + usize::from(view.reads(after, &["out", "back"]));
    if cue.frames & frame::QUOTE == 0 || cue.frames & frame::THAT == 0 || !view.opens_quoted(at) {
        return None;
    }
    let end = super::complement::runs_on(view, view.quoted_end(at));
    make(Found::Quote, at, end, at)
}

/// Whether a word ends as adjectives do that are no nouns.
fn adjective_ending(view: &View, index: usize) -> bool {
    let own = view.own(index);
    own.len() > 5 && view.lexicon.grammar.ends(own, Ending::Adjective)
}

/// Over the clause of "called the bill, which passed last week, a disgrace", where a phrase follows it.
fn after_relative(view: &View, comma: usize) -> usize {
    if view.tag(comma) != Tag::Comma || view.tag(comma + 1) != Tag::Wh {
        return comma;
    }
    (comma + 2..(comma + 20).min(view.len()))
        .find(|index| view.tag(*index) == Tag::Comma)
        .map(|close| close + 1)
        .filter(|next| view.begins_phrase(*next) || view.tag(*next) == Tag::Quote)
        .unwrap_or(comma)
}

/// End of the clause that belongs to an object: "rejected the notion that taxes, or fees, would rise".
fn noun_clause_end(view: &View, plain: usize, at: usize) -> Option<usize> {
    let holds = plain > at
        && view.tag(plain) == Tag::That
        && view.tag(plain - 1) == Tag::Noun
        && view
            .noun(plain - 1)
            .is_some_and(|noun| noun.frames & frame::THAT != 0)
        && super::clauses::that_clause(view, plain, true);
    holds.then(|| {
        super::boundary::end_of(
            view,
            plain + 1,
            super::boundary::Extent {
                clause: true,
                ..Default::default()
            },
        )
    })
}

/// End of an object that is a pronoun, with the phrases right after it.
fn whole_pronoun(view: &View, at: usize) -> usize {
    let mut end = at + 1;
    while view.tag(end) == Tag::Preposition {
        let next = preposition_phrase(view, end);
        if next <= end {
            break;
        }
        end = next;
    }
    end
}

pub(crate) fn object(view: &View, at: usize, after: usize, cue: &Cue) -> Option<Complement> {
    if cue.frames & frame::NP == 0 {
        return None;
    }
    if view.tag(at) == Tag::Quote {
        let end = super::complement::runs_on(view, quote_end(view, at));
        return make(Found::Object, at, end, after);
    }
    if at != after && view.tag(at) == Tag::Preposition {
        return None;
    }
    if view.tag(at) == Tag::Time || (view.tag(at) == Tag::That && !view.is(at + 1, part::NOUN)) {
        let that = (view.tag(at) == Tag::That).then(|| object_end(view, at))?;
        return make(Found::Object, at, that, after);
    }
    if cue.frames & frame::SMALL != 0 && cue.frames & frame::NP_DOCUMENT == 0 {
        return None;
    }
    let plain = plain_phrase(view, at);
    if plain > at && view.tag(plain - 1) == Tag::Time {
        return None;
    }
    let mut end = object_end(view, at);
    // "have seen them lately say": the object is the pronoun alone.
    if view.is(at, part::OBJECT) && view.tag(at) == Tag::Pronoun && !view.is(at, part::PRONOUN) {
        end = end.min(whole_pronoun(view, at));
    }
    end = noun_clause_end(view, plain, at).unwrap_or(end);
    end = before_main_verb(view, at, plain, end);
    // "issued a statement saying ...": the participle is the cue.
    if view.tag(end) == Tag::Gerund
        && cue.frames & frame::NP_DOCUMENT == 0
        && view
            .verb(end)
            .is_some_and(|cue| cue.frames & frame::QUOTE != 0)
    {
        return None;
    }
    if cue.frames & frame::NP_TEXT != 0 && text_speaks(view, plain, end) {
        return None;
    }
    // "a poll showed Smith ahead, followed by Jones": all of it is the finding.
    if cue.frames & frame::NP_DOCUMENT != 0 && end > at {
        end = end_of(view, end - 1, extent(view, at));
    }
    // "issued a statement", not "issued shares"
    if cue.frames & frame::NP_TEXT != 0
        && !(at..plain).any(|index| view.is(index, part::DOCUMENT) || view.noun(index).is_some())
    {
        return None;
    }
    // "wanted the ban lifted"
    if cue.frames & frame::TO_OBJECT != 0
        && matches!(view.tag(end), Tag::Finite | Tag::Participle)
        && view.is(end, part::PARTICIPLE)
    {
        end = clause_end(view, end + 1);
    }
    if end > at && has_grounds(view, end, cue) {
        end = clause_end(view, end + 1);
    }
    make(Found::Object, at, end, after)
}

/// End of an object before the verb of the noun before "who": "those who praised his plan warned that ...".
fn before_main_verb(view: &View, at: usize, plain: usize, end: usize) -> usize {
    let joined = |index: &usize| matches!(view.tag(*index), Tag::Wh | Tag::That | Tag::Pronoun);
    let finite = |index: &usize| view.item(*index).is_some_and(super::items::Item::finite);
    let verb = (plain..end).take_while(|index| !joined(index)).find(finite);
    verb.filter(|verb| *verb > at && super::complement::relative_cue(view, at))
        .unwrap_or(end)
}

/// Whether a text speaks for itself: "released a statement that said ...".
fn text_speaks(view: &View, plain: usize, end: usize) -> bool {
    matches!(view.tag(plain), Tag::That | Tag::Wh | Tag::Time)
        && (plain + 1..end).any(|index| {
            super::joints::main_cue(view, index)
                && matches!(view.tag(index - 1), Tag::That | Tag::Wh)
        })
}

/// Whether what follows an object tells why it is judged so: "criticised him for voting against it".
fn has_grounds(view: &View, end: usize, cue: &Cue) -> bool {
    let grounds = view.reads(end, &["for", "over", "as"]) && !as_he_left(view, end + 1);
    cue.class == super::types::Class::Assertion
        && (grounds && cue.act != super::types::Act::Says || view.reads(end, &["because"]))
}
