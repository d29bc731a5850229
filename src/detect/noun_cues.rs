//! Cues that are no verbs: "X's claim that", "according to X".

use super::boundary::{Extent, end_of, object_end};
use super::clauses::clause_at;
use super::complement::Found;
use super::draft::Draft;
use super::groups::Words;
use super::items::{Item, Tag};
use super::lexicon::{Cue, frame, part};
use super::phrases::plain_phrase_back;
use super::subject::subject_of;
use super::types::Class;
use super::verbs::group;
use super::view::{Run, View};

/// The attribution of a cue noun or adjective.
pub(crate) fn noun_or_adjective(view: &View, at: usize, cue: &Cue) -> Option<Draft> {
    let number = view.item(at)?.word.noun;
    if view.lexicon.is_adjective(number) {
        adjective_cue(view, at, cue)
    } else {
        noun_cue(view, at, cue)
    }
}

/// "X is confident that ...", "many are worried about ...".
fn adjective_cue(view: &View, adjective: usize, cue: &Cue) -> Option<Draft> {
    let mut verb = adjective.checked_sub(1)?;
    while verb > 0 && view.tag(verb) == Tag::Adverb {
        verb -= 1;
    }
    if view.tag(verb) != Tag::Be && !view.in_group(verb, Words::Seeming) {
        return None;
    }
    let (content, cue_end) =
        noun_content(view, adjective + 1, cue).or_else(|| bare_clause(view, adjective + 1, cue))?;
    let start = super::subject::group_start(view, verb);
    let subject = super::subject::before(view, start, start, 0)?;
    if view.reads(
        subject.head.start,
        &["it", "that", "this", "which", "there"],
    ) {
        return None;
    }
    Some(Draft {
        source: Some(subject.run),
        cue: Run {
            start,
            end: cue_end,
        },
        key: adjective,
        content: vec![content],
        found: Found::Clause,
        class: cue.class,
        act: cue.act,
        confidence: 0.5,
        rank: 2,
    })
}

/// "is confident the vote will pass": a clause without "that".
fn bare_clause(view: &View, at: usize, cue: &Cue) -> Option<(Run, usize)> {
    let clause = cue.frames & frame::THAT != 0
        && matches!(
            view.tag(at),
            Tag::Determiner | Tag::Pronoun | Tag::Possessive | Tag::Name | Tag::Noun
        )
        && clause_at(view, at);
    let subject = !(0..at).any(|index| view.item(index).is_some_and(Item::finite));
    let end = Extent {
        clause: true,
        subject,
        introduction: subject && super::introductions::in_introduction(view, at),
        ..Extent::default()
    };
    clause.then(|| {
        (
            Run {
                start: at,
                end: end_of(view, at, end),
            },
            at,
        )
    })
}

/// The attribution of a cue noun at `noun`.
pub(crate) fn noun_cue(view: &View, noun: usize, cue: &Cue) -> Option<Draft> {
    let start = plain_phrase_back(view, noun + 1);
    // "in charge of": a bare noun between two prepositions is part of them.
    if start == noun && view.reads(noun.wrapping_sub(1), &["in"]) && view.reads(noun + 1, &["of"]) {
        return None;
    }
    if let Some(draft) = copular(view, start, noun, cue) {
        return Some(draft);
    }
    let (mut source, mut cue_start) = possessor(view, start, noun);
    let mut after = noun + 1;
    let mut agent = None;
    if view.reads(after, &["by", "from"]) {
        let end = super::phrases::full_phrase(view, after + 1);
        if end > after + 1 {
            agent = Some(Run {
                start: after + 1,
                end,
            });
            after = end;
        }
    }
    let from = after_date(view, after);
    let (content, cue_end) = noun_content(view, from, cue)
        .or_else(|| over_phrases(view, after, cue))
        // "the mayor's assertion there was no leak"
        .or_else(|| {
            let own = source.is_some() && cue.class != Class::Intent && reported(view, start, from);
            bare_clause(view, from, cue).filter(|_| own)
        })?;
    let mut confidence = 0.5;
    if source.is_none() {
        source = agent;
    }
    if source.is_none() {
        // "made the claim that", "has no plans to"
        if let Some(verbs) = start
            .checked_sub(1)
            .and_then(|verb| group(view, verb))
            .filter(|verbs| !verbs.passive)
        {
            source = subject_of(view, &verbs).map(|subject| subject.run);
            cue_start = verbs.start;
        }
        confidence = if source.is_some() { 0.45 } else { 0.3 };
    }
    if source.is_none() && !stands_alone(view, start, content, cue) {
        return None;
    }
    Some(Draft {
        source,
        cue: Run {
            start: cue_start,
            end: cue_end,
        },
        key: noun,
        content: vec![content],
        found: Found::Clause,
        class: cue.class,
        act: cue.act,
        confidence,
        rank: 2,
    })
}

/// "Smith's argument is that ...": what someone's cue noun is.
fn copular(view: &View, start: usize, noun: usize, cue: &Cue) -> Option<Draft> {
    let be = view.skip_adverbs(noun + 1);
    let that = view.skip_adverbs(be + 1);
    let clause = view.tag(that) == Tag::That && clause_at(view, that + 1);
    if view.tag(be) != Tag::Be
        || !view.item(be).is_some_and(Item::finite)
        || cue.frames & frame::THAT == 0
        || !clause
    {
        return None;
    }
    let (source, cue_start) = possessor(view, start, noun);
    let end = Extent {
        clause: true,
        ..Extent::default()
    };
    // "The fear is that ...": nobody's
    let nobody = source.is_none() && view.reads(start, &["the"]) && noun == start + 1;
    if source.is_none() && !nobody {
        return None;
    }
    Some(Draft {
        source,
        cue: Run {
            start: cue_start,
            end: be + 1,
        },
        key: noun,
        content: vec![Run {
            start: that,
            end: end_of(view, that + 1, end),
        }],
        found: Found::Clause,
        class: cue.class,
        act: cue.act,
        confidence: 0.7,
        rank: 2,
    })
}

/// Whether a clause without "that" begins at `at` as only a clause does, so that the cue noun whose phrase starts at
/// `start` can have it: "his claim he was there", but not "In his claim he was harsh".
fn reported(view: &View, start: usize, at: usize) -> bool {
    if view.reads(at, &["there"]) {
        return true;
    }
    let opening = start
        .checked_sub(1)
        .is_some_and(|before| super::introductions::opens_sentence(view, before));
    !(opening && view.tag_before(start) == Tag::Preposition)
        && (view.is(at, part::PRONOUN) && view.tag(at) == Tag::Pronoun
            || matches!(view.tag(at), Tag::Determiner | Tag::Possessive)
                && !(at..super::phrases::plain_phrase(view, at)).any(|index| {
                    view.is(index, part::TIME) || view.in_group(index, Words::TimeNoun)
                }))
}

/// The clause over hearers and places of "her promise to voters in May that ...".
fn over_phrases(view: &View, after: usize, cue: &Cue) -> Option<(Run, usize)> {
    let mut at = after;
    for _ in 0..3 {
        at = super::phrases::preposition_phrase(view, after_date(view, at));
    }
    (view.tag(at) == Tag::That)
        .then(|| noun_content(view, at, cue))
        .flatten()
}

/// Over the day of "her comments on Tuesday about the strike", "her statement earlier this year that ...".
fn after_date(view: &View, from: usize) -> usize {
    let late = (from..(from + 5).min(view.len()))
        .find(|index| {
            !matches!(view.tag(*index), Tag::Time | Tag::Adverb)
                && !view.reads(*index, &["earlier", "this", "last", "on"])
        })
        .filter(|index| view.tag(*index) == Tag::That);
    if let Some(that) = late {
        return that;
    }
    let mut after = from;
    for _ in 0..3 {
        after = match view.tag(after) {
            Tag::Time | Tag::Adverb => after + 1,
            Tag::Preposition if view.tag(after + 1) == Tag::Time => after + 2,
            _ => break,
        };
    }
    after
}

/// Whether a cue noun without a speaker reports a statement: "the suggestion that we lied", "criticism of the
/// delay", but not "no reports of casualties" nor "a charge that the minister rejected".
fn stands_alone(view: &View, start: usize, content: Run, cue: &Cue) -> bool {
    let denied = view.reads(start, &["no", "any", "few"]);
    let gap = view.tag(content.start) == Tag::That
        && view.item(content.end - 1).is_some_and(Item::finite)
        && view
            .verb(content.end - 1)
            .is_some_and(|verb| verb.frames & frame::NP != 0);
    // "There are fears that ..."
    let there = (start.saturating_sub(4)..start).any(|index| {
        view.reads(index, &["there"]) && view.tag(view.skip_adverbs(index + 1)) == Tag::Be
    });
    let exists = there && view.tag(content.start) == Tag::That;
    (cue.class == Class::Assertion || exists) && !denied && !gap
}

/// The possessor in the noun phrase: "Trump's", "his".
pub(crate) fn possessor(view: &View, start: usize, noun: usize) -> (Option<Run>, usize) {
    if let Some(genitive) = (start..noun)
        .rev()
        .find(|index| view.tag(*index) == Tag::Genitive)
    {
        return (
            Some(Run {
                start,
                end: genitive,
            }),
            genitive,
        );
    }
    if view.tag(start) == Tag::Possessive {
        return (
            Some(Run {
                start,
                end: start + 1,
            }),
            start + 1,
        );
    }
    (None, start)
}

/// What follows a cue noun, by its frames.
fn noun_content(view: &View, at: usize, cue: &Cue) -> Option<(Run, usize)> {
    let run = |start: usize, end: usize, cue_end: usize| {
        (end > start).then_some((Run { start, end }, cue_end))
    };
    let subject = !(0..at).any(|index| view.item(index).is_some_and(Item::finite));
    let introduction = subject && super::introductions::in_introduction(view, at);
    let clause_end = |view: &View, from: usize| {
        end_of(
            view,
            from,
            Extent {
                subject,
                introduction,
                ..Extent::default()
            },
        )
    };
    match view.tag(at) {
        Tag::That if cue.frames & frame::THAT != 0 && clause_at(view, at + 1) => run(
            at,
            end_of(
                view,
                at + 1,
                Extent {
                    subject,
                    introduction,
                    clause: true,
                    ..Extent::default()
                },
            ),
            at,
        ),
        Tag::Wh if cue.frames & frame::WH != 0 => run(at, clause_end(view, at + 1), at),
        Tag::To if cue.frames & frame::TO != 0 => run(at, clause_end(view, at + 1), at),
        Tag::Preposition
            if cue
                .particles
                .iter()
                .any(|particle| particle.eq_ignore_ascii_case(view.own(at))) =>
        {
            let start = at + 1;
            match view.tag(start) {
                Tag::Gerund | Tag::Wh => run(start, clause_end(view, start + 1), start),
                _ => run(start, object_end(view, start), start),
            }
        }
        _ => None,
    }
}
