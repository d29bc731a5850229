//! Subjects of participles and infinitives: "..., saying", "a statement saying", "his failure to say".

use super::groups::Words;
use super::items::{Item, Tag};
use super::lexicon::part;
use super::phrases::plain_phrase_back;
use super::subject::{Subject, phrase, shared, subject_of_limited};
use super::verbs::{Group, group};
use super::view::{Run, View};

/// The subject of a participle: the noun right before it, or the subject of the main verb.
pub(crate) fn of_participle(view: &View, verbs: &Group) -> Option<Subject> {
    let at = verbs.start.checked_sub(1);
    let nominal = at
        .and_then(|at| view.item(at))
        .is_some_and(|item| item.nominal() && item.tag != Tag::Time);
    let main = || {
        at.and_then(|at| shared(view, at + 1, 0))
            // "The Journal, citing documents, reported"
            .or_else(|| {
                at.filter(|at| view.tag(*at) == Tag::Comma && *at > 0)
                    .and_then(|at| phrase(view, at, at, 0))
            })
            .or_else(|| after_comma(view, verbs.verb))
    };
    let noun_end = at
        .filter(|at| view.tag(*at) == Tag::Time)
        .map_or(verbs.start, |at| at);
    if let Some(found) = issuer(view, noun_end) {
        return Some(found);
    }
    if nominal {
        let noun = phrase(view, verbs.start, verbs.start, 0);
        let shows = view
            .verb(verbs.verb)
            .is_some_and(|cue| cue.frames & super::lexicon::frame::NP_DOCUMENT != 0);
        let speaks = shows
            || at.and_then(|at| view.item(at)).is_some_and(|item| {
                item.tag == Tag::Name || item.is(part::SPEAKER) || item.word.noun > 0
            });
        let noun = if noun.is_some_and(|noun| crosses_verb(view, noun.run)) {
            Some(plain(view, verbs.start))
        } else {
            noun
        };
        return if speaks { noun } else { main().or(noun) };
    }
    main()
}

/// Whether a run holds a finite verb that is not a relative clause's.
pub(crate) fn crosses_verb(view: &View, run: Run) -> bool {
    let relative = (run.start..run.end).any(|index| view.tag(index) == Tag::Wh);
    !relative && (run.start..run.end).any(|index| view.item(index).is_some_and(Item::finite))
}

/// The plain noun phrase that ends at `end`, as a subject.
pub(crate) fn plain(view: &View, end: usize) -> Subject {
    let run = Run {
        start: plain_phrase_back(view, end),
        end,
    };
    Subject { run, head: run }
}

/// "X issued a statement saying ...": who issued it.
pub(crate) fn issuer(view: &View, noun_end: usize) -> Option<Subject> {
    let at = noun_end.checked_sub(1)?;
    if !view.is(at, part::DOCUMENT) && view.item(at)?.word.noun == 0 {
        return None;
    }
    let start = plain_phrase_back(view, noun_end);
    let mut verb = start.checked_sub(1)?;
    if view.reads(verb, &["out"]) {
        verb = verb.checked_sub(1)?;
    }
    if !view.in_group(verb, Words::Issuing) {
        return None;
    }
    let verbs = group(view, verb)?;
    subject_of_limited(view, &verbs)
}

/// The subject of the clause after the comma that ends an introduction: "While saying ..., he continued".
pub(crate) fn after_comma(view: &View, from: usize) -> Option<Subject> {
    let closes = |index: &usize| {
        view.tag(*index) == Tag::Comma
            || view.tag(*index) == Tag::Quote && view.quotes_comma(*index)
    };
    let comma = (from..view.len()).find(closes)?;
    let end = super::phrases::plain_phrase(view, comma + 1);
    (end > comma + 1).then_some(Subject {
        run: Run {
            start: comma + 1,
            end,
        },
        head: Run {
            start: comma + 1,
            end,
        },
    })
}

pub(crate) fn of_infinitive(view: &View, start: usize) -> Option<Subject> {
    let at = start.checked_sub(1)?;
    if matches!(
        view.tag(at),
        Tag::Finite | Tag::Participle | Tag::Base | Tag::Gerund
    ) {
        let verbs = group(view, at)?;
        return subject_of_limited(view, &verbs);
    }
    // "Trump's failure to denounce", "his plan to ask"
    if view.tag(at) == Tag::Noun {
        let noun = plain_phrase_back(view, start);
        if let Some(genitive) = (noun..at).find(|index| view.tag(*index) == Tag::Genitive) {
            let run = Run {
                start: noun,
                end: genitive,
            };
            return Some(Subject { run, head: run });
        }
        if view.tag(noun) == Tag::Possessive {
            let run = Run {
                start: noun,
                end: noun + 1,
            };
            return Some(Subject { run, head: run });
        }
    }
    shared(view, start, 0)
}
