//! Verbs that announce a quotation still to come.

use std::ops::Range;

use super::groups::Words;
use super::items::{Item, Tag};
use super::lexicon::Cue;
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
    if colon
        && let Some(found) = by_noun(view, at - 1)
            .or_else(|| header(view, at - 1))
            .or_else(|| manner(view, at - 1))
    {
        return Some(found);
    }
    // «Holm's answer was, "..."»
    if view.tag(at.wrapping_sub(2)) == Tag::Be
        && let Some(found) = by_noun(view, at - 1)
    {
        return Some(found);
    }
    let verbs = |index: &usize| {
        matches!(view.tag(*index), Tag::Finite | Tag::Gerund | Tag::Base)
            || matches!(view.tag(*index), Tag::Be | Tag::Have)
                && view.tag(index + 1) != Tag::Participle
            || view.tag(*index) == Tag::Participle
                && (index.saturating_sub(3)..*index).any(|have| view.tag(have) == Tag::Have)
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

/// «Holm was blunt: "..."», «Holm had an answer: "..."»: a person and how that person spoke.
fn manner(view: &View, colon: usize) -> Option<Attribution> {
    let be = (colon.saturating_sub(5)..colon)
        .rev()
        .find(|index| matches!(view.tag(*index), Tag::Be | Tag::Have))?;
    let subject = super::subject::before(view, be, be, 0)?;
    let plain = (be + 1..colon).all(|index| matches!(view.tag(index), Tag::Adverb | Tag::Noun));
    let cue = |noun: &Cue| noun.class == Class::Assertion;
    let holds = view.tag(be) == Tag::Have
        && plain_phrase(view, be + 1) == colon
        && view.noun(colon - 1).is_some_and(cue);
    let speaks = holds || view.tag(be) == Tag::Be && plain;
    if !speaks || !can_speak(view, subject.head) || view.reads(subject.head.start, &["it", "this"])
    {
        return None;
    }
    Some(attribution(
        vec![view.bytes(subject.run)?],
        view.bytes(Run {
            start: be,
            end: colon,
        })
        .into_iter()
        .collect(),
        Vec::new(),
        Class::Assertion,
        Act::Says,
    ))
}

/// «Her message was blunt: "..."», «Holm's verdict: "..."»: someone's cue noun opens the sentence.
pub(crate) fn by_noun(view: &View, colon: usize) -> Option<Attribution> {
    let end = plain_phrase(view, 0);
    let noun = view.noun(end.checked_sub(1)?)?;
    // "The message from Holm was short:", "The reply, from an aide who would not be named:"
    let from = end + usize::from(view.tag(end) == Tag::Comma);
    let sender = Run {
        start: from + 1,
        end: super::phrases::full_phrase(view, from + 1),
    };
    let sent = view.reads(from, &["from"]) && can_speak(view, sender);
    // "Her words to the board:"
    let full = super::phrases::full_phrase(view, 0);
    let short = view.tag(full) == Tag::Be && colon <= full + 5
        || end == colon
        || full == colon
        || sent && from > end;
    if !short || noun.class != Class::Assertion {
        return None;
    }
    let owner = match view.tag(0) {
        Tag::Possessive if !view.reads(0, &["my", "our", "your"]) => Some(1),
        _ => (1..end).find(|index| view.tag(*index) == Tag::Genitive),
    };
    let (source, cue) = match owner {
        Some(end) => (
            Run { start: 0, end },
            Run {
                start: end,
                end: colon,
            },
        ),
        None if sent => (sender, Run { start: 0, end }),
        // "The reply was short:", with nobody named
        None if view.tag(0) == Tag::Determiner && end > 1 => (
            Run { start: 0, end: 0 },
            Run {
                start: 0,
                end: colon,
            },
        ),
        None => return None,
    };
    Some(attribution(
        view.bytes(source).into_iter().collect(),
        view.bytes(cue).into_iter().collect(),
        Vec::new(),
        noun.class,
        noun.act,
    ))
}

/// «Holm, in a letter: "..."», «Holm on the dam: "..."»: a speaker and no verb before the colon.
fn header(view: &View, colon: usize) -> Option<Attribution> {
    let end = plain_phrase(view, 0);
    let rest = usize::from(view.tag(end) == Tag::Comma) + end;
    // «Holm, 43, a farmer: "..."»
    let described = rest > end && matches!(view.tag(rest), Tag::Number | Tag::Determiner);
    let opens = matches!(view.tag(rest), Tag::Preposition | Tag::Open) || rest == colon;
    let named =
        view.tag(end.checked_sub(1)?) == Tag::Name || can_speak(view, Run { start: 0, end });
    let verbless = !(0..colon).any(|index| {
        view.item(index).is_some_and(Item::verbal) || view.in_group(index, Words::NoSpeaker)
    });
    let last = view.item(colon + 1).and_then(|quote| {
        let mark = quote.last.checked_sub(1)?;
        view.tokens.get(mark)
    });
    // «Book review: "The Long Night"» names a title.
    let spoken = last.is_some_and(|last| matches!(last.shape, Shape::Stop | Shape::Ellipsis));
    if !(opens || described) || !named || !verbless || !spoken {
        return None;
    }
    let about = Run {
        start: if described { colon } else { end },
        end: colon,
    };
    Some(attribution(
        vec![view.bytes(Run { start: 0, end })?],
        view.bytes(about).into_iter().collect(),
        Vec::new(),
        Class::Assertion,
        Act::Says,
    ))
}

/// «"Never," is her answer», «"We must" was how she put it»: what a quotation is said to be.
fn predicated(view: &View, quote: usize) -> Option<Attribution> {
    let be = quote + 1 + usize::from(view.tag(quote + 1) == Tag::Comma);
    if view.tag(be) != Tag::Be {
        return None;
    }
    // "... was all that Smith would say"
    if view.reads(be + 1, &["how", "what", "all"]) {
        let start = be + 2 + usize::from(view.tag(be + 2) == Tag::That);
        let end = plain_phrase(view, start);
        let speaks =
            |verb: &usize| view.verb(*verb).is_some() && view.item(*verb).is_some_and(Item::verbal);
        let verb = (end..(end + 4).min(view.len())).find(speaks);
        return verb
            .filter(|_| end > start)
            .and_then(|verb| introduction(view, verb));
    }
    let end = plain_phrase(view, be + 1);
    let noun = view.noun(end.checked_sub(1)?)?;
    let owner = match view.tag(be + 1) {
        Tag::Possessive => be + 2,
        _ => (be + 1..end).find(|index| view.tag(*index) == Tag::Genitive)?,
    };
    (noun.class == Class::Assertion).then_some(())?;
    Some(attribution(
        vec![view.bytes(Run {
            start: be + 1,
            end: owner,
        })?],
        view.bytes(Run { start: owner, end }).into_iter().collect(),
        Vec::new(),
        noun.class,
        noun.act,
    ))
}

/// «"Keep out," ran the headline», «"Never!" came the reply»: only what tags speech stands before its subject.
fn inverted(view: &View, quote: usize) -> Option<Attribution> {
    let verb = quote + 1;
    let end = plain_phrase(view, verb + 1);
    let (source, last) = (
        Run {
            start: verb + 1,
            end,
        },
        end.checked_sub(1)?,
    );
    let reply = view
        .noun(last)
        .is_some_and(|noun| noun.class == Class::Assertion);
    let speaks = end > verb + 1 && (reply || can_speak(view, source));
    if view.tag(verb) != Tag::Finite
        || !speaks
        || !matches!(view.tag(end), Tag::Stop | Tag::Comma | Tag::Preposition)
    {
        return None;
    }
    let named = view
        .bytes(source)
        .filter(|_| !reply || can_speak(view, source));
    Some(attribution(
        named.into_iter().collect(),
        vec![view.bytes(Run {
            start: verb,
            end: if reply { end } else { verb + 1 },
        })?],
        Vec::new(),
        Class::Assertion,
        Act::Says,
    ))
}

/// Speaker and verb right after a quotation that ends as speech does, whatever the verb: «"...!" the crowd roared».
pub(crate) fn tagged(view: &View, quote: usize) -> Option<Attribution> {
    let mark = view
        .item(quote)
        .and_then(|item| view.tokens.get(item.last.checked_sub(1)?))?;
    let spoken = matches!(mark.shape, Shape::Comma | Shape::Dash)
        || mark.shape == Shape::Stop && !mark.text(view.text).starts_with('.');
    if let Some(found) = predicated(view, quote) {
        return Some(found);
    }
    if spoken && let Some(found) = inverted(view, quote) {
        return Some(found);
    }
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

/// «One farmer from the valley — "I never will" — ...»: the person before a dash.
pub(crate) fn set_off(view: &View, quote: usize) -> Option<Attribution> {
    let dash = quote.checked_sub(1)?;
    if view.tag(dash) != Tag::Dash {
        return None;
    }
    let subject = super::subject::before(view, dash, dash, 0)?;
    let clause = (subject.run.start..dash).any(|index| view.item(index).is_some_and(Item::finite));
    if clause || !can_speak(view, subject.head) {
        return None;
    }
    let source = view.bytes(subject.run)?;
    Some(attribution(
        vec![source],
        Vec::new(),
        Vec::new(),
        Class::Assertion,
        Act::Says,
    ))
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
