//! Verbs that announce a quotation still to come.

use std::ops::Range;

use super::items::Tag;
use super::phrases::plain_phrase;
use super::relay;
use super::subject::{can_speak, subject_of};
use super::tokens::Shape;
use super::types::{Act, Attribution, Class, Kind};
use super::verbs::group;
use super::view::{Run, View};

/// Speaker and cue before a quotation at `at` that a colon or a comma introduces: the last verb and its subject.
pub(crate) fn introduced(view: &View, at: usize) -> Option<Attribution> {
    if !matches!(
        at.checked_sub(1).map(|before| view.tag(before)),
        Some(Tag::Colon | Tag::Comma)
    ) {
        return None;
    }
    let colon = view.tag(at - 1) == Tag::Colon;
    if colon && let Some(found) = by_noun(view, at - 1) {
        return Some(found);
    }
    let verbs = |index: &usize| {
        matches!(view.tag(*index), Tag::Finite | Tag::Gerund | Tag::Base)
            || matches!(view.tag(*index), Tag::Be | Tag::Have)
                && view.tag(index + 1) != Tag::Participle
    };
    let speech = |index: &usize| {
        verbs(index)
            && view
                .verb(*index)
                .is_some_and(|cue| cue.class == Class::Assertion)
    };
    let verb = (0..at).rev().find(speech).or_else(|| {
        if colon {
            (0..at).rev().find(verbs)
        } else {
            None
        }
    })?;
    introduction(view, verb)
}

/// «Her message was blunt: "..."», «Holm's verdict: "..."»: someone's cue noun opens the sentence.
fn by_noun(view: &View, colon: usize) -> Option<Attribution> {
    let end = plain_phrase(view, 0);
    let noun = view.noun(end.checked_sub(1)?)?;
    let short = view.tag(end) == Tag::Be && colon <= end + 5 || end == colon;
    let owner = match view.tag(0) {
        Tag::Possessive if !view.reads(0, &["my", "our", "your"]) => 1,
        _ => (1..end).find(|index| view.tag(*index) == Tag::Genitive)?,
    };
    if !short || noun.class != Class::Assertion {
        return None;
    }
    Some(attribution(
        view.bytes(Run {
            start: 0,
            end: owner,
        })
        .into_iter()
        .collect(),
        view.bytes(Run {
            start: owner,
            end: colon,
        })
        .into_iter()
        .collect(),
        Vec::new(),
        noun.class,
        noun.act,
    ))
}

/// Speaker and verb right after a quotation that ends as speech does, whatever the verb: «"...!" the crowd roared».
pub(crate) fn tagged(view: &View, quote: usize) -> Option<Attribution> {
    let mark = view
        .item(quote)
        .and_then(|item| view.tokens.get(item.last.checked_sub(1)?))?;
    let spoken = matches!(mark.shape, Shape::Comma | Shape::Dash)
        || mark.shape == Shape::Stop && !mark.text(view.text).starts_with('.');
    // «"...," as one trader put it»
    let start = quote + 1 + usize::from(view.reads(quote + 1, &["as"]));
    let end = plain_phrase(view, start);
    if !spoken || end == start || !can_speak(view, Run { start, end }) {
        return None;
    }
    let verb = view.skip_adverbs(end);
    if view.tag(verb) != Tag::Finite {
        return None;
    }
    introduction(view, verb)
}

/// The attribution of a verb whose quotation is still to come.
pub(crate) fn introduction(view: &View, verb: usize) -> Option<Attribution> {
    let group = group(view, verb)?;
    let subject = subject_of(view, &group)?;
    let cue = view.verb(verb);
    let source = view.bytes(subject.run)?;
    let words = view.bytes(Run {
        start: group.start,
        end: verb + 1,
    })?;
    let found = attribution(
        vec![source],
        vec![words],
        Vec::new(),
        cue.map_or(Class::Assertion, |cue| cue.class),
        cue.map_or(Act::Says, |cue| cue.act),
    );
    Some(Attribution {
        via: relay::relays(view, Some(subject.run), &[], verb),
        ..found
    })
}

/// An attribution of quoted words.
pub(crate) fn attribution(
    source: Vec<Range<usize>>,
    cue: Vec<Range<usize>>,
    content: Vec<Range<usize>>,
    class: Class,
    act: Act,
) -> Attribution {
    Attribution {
        source,
        cue,
        content,
        kind: Kind::Direct,
        act,
        class,
        speaker: None,
        via: Vec::new(),
        hedges: Vec::new(),
        confidence: 0.8,
    }
}
