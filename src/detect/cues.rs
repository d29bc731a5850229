//! Every cue of a sentence with its speaker and content.

use super::complement::{Complement, Found, complement};
use super::draft::{Draft, resolve};
use super::fronted::{as_clause, fronted, inverted, late_start, opening, unnamed, with_appositive};
use super::groups::Words;
use super::items::{Item, Tag};
use super::lexicon::{CUE, Cue, frame, part};
use super::phrases::full_phrase;
use super::relative::{contact_clause, relative};
use super::subject::{Subject, can_speak, subject_of};
use super::types::Class;
use super::verbs::{Group, Mode, group};
use super::view::{Run, View};

/// Finds the attributions of one sentence.
pub(crate) fn cues(view: &View) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for index in 0..view.len() {
        let Some(item) = view.item(index) else { break };
        // No other word begins a statement.
        let begins = item.word.groups & CUE != 0 || item.tag == Tag::Preposition;
        if item.quoted || !begins {
            continue;
        }
        // "is convinced that", "were worried about"
        let adjective = item.tag == Tag::Participle
            && view.lexicon.is_adjective(item.word.noun)
            && item.word.noun > 0;
        if adjective
            && let Some(draft) = view
                .noun(index)
                .and_then(|cue| super::noun_cues::noun_or_adjective(view, index, cue))
        {
            drafts.push(draft);
        } else if matches!(
            item.tag,
            Tag::Finite | Tag::Base | Tag::Participle | Tag::Gerund
        ) {
            if let Some(cue) = view.verb(index) {
                drafts.extend(verb_cue(view, index, cue));
            }
        } else if item.tag == Tag::Noun
            && item.word.noun > 0
            && let Some(cue) = view.noun(index)
        {
            drafts.extend(
                super::noun_cues::noun_or_adjective(view, index, cue)
                    .or_else(|| super::quoted_nouns::quoted_noun(view, index, cue)),
            );
        }
        if item.tag == Tag::Preposition && view.reads(index, &["in", "per", "by", "on"]) {
            drafts.extend(super::phrase_cues::phrase_cue(view, index));
        }
        if item.tag == Tag::Adverb && view.in_group(index, Words::Hearsay) {
            drafts.extend(super::phrase_cues::hearsay(view, index));
        }
        if item.is(part::ACCORDING) {
            drafts.extend(super::phrase_cues::according(view, index));
        }
    }
    resolve(drafts)
}

#[allow(clippy::too_many_lines, reason = "one table of rules, read arm by arm")]
fn verb_cue(view: &View, verb: usize, cue: &Cue) -> Option<Draft> {
    let verbs = group(view, verb)?;
    if verbs.passive {
        // "X was quoted as saying": the participle speaks, or a quotation before it.
        let quoted = view.reads(verb, &["quoted", "cited"])
            && (verb + 1..(verb + 9).min(view.len()))
                .any(|at| view.reads(at, &["as"]) && view.tag(at + 1) == Tag::Gerund);
        if quoted {
            return subject_of(view, &verbs)
                .and_then(|subject| fronted(view, &verbs, subject, cue));
        }
        return super::passive::passive(view, &verbs, cue);
    }
    if verbs.mode == Mode::Reduced {
        return None;
    }
    let speech = cue.frames & frame::QUOTE != 0;
    let subject = subject_of(view, &verbs);
    if let Some(draft) = subject.and_then(|subject| contact_clause(view, &verbs, subject, cue)) {
        return Some(draft);
    }
    if speech && let Some(draft) = subject.and_then(|subject| habitual(view, &verbs, subject, cue))
    {
        return Some(draft);
    }
    if speech
        && verbs.mode == Mode::Finite
        && subject.is_none()
        && let Some(draft) = opening(view, &verbs, cue)
    {
        return Some(draft);
    }
    if (speech || cue.frames & frame::THAT != 0 && cue.class == Class::Assertion)
        && verbs.mode == Mode::Finite
    {
        if let Some(draft) = inverted(
            view,
            &verbs,
            cue,
            !subject.is_some_and(|subject| {
                subject.run.end == verbs.start && can_speak(view, subject.head)
            }),
        ) {
            return Some(draft);
        }
        if let Some(draft) = subject.and_then(|subject| fronted(view, &verbs, subject, cue)) {
            return Some(draft);
        }
    }
    if let Some(draft) = subject.and_then(|subject| put_it(view, &verbs, subject, cue)) {
        return Some(draft);
    }
    if let Some(draft) = unnamed(view, &verbs, cue, subject) {
        return Some(draft);
    }
    if let Some(draft) = subject.and_then(|subject| relative(view, &verbs, subject, cue)) {
        return Some(draft);
    }
    let found = complement(view, verb, cue)?;
    let subject = subject.or_else(|| late_subject(view, &verbs, &found));
    if cue.frames & frame::RAISING != 0 {
        return raising(verbs, subject?, cue, &found);
    }
    if verbs.mode == Mode::Participle && view.in_group(verb, Words::Supposing) {
        return None;
    }
    plain(view, &verbs, subject, cue, &found)
}

/// «"Trust me," the mayor likes to say.»
fn habitual(view: &View, verbs: &Group, subject: Subject, cue: &Cue) -> Option<Draft> {
    let ends = matches!(
        view.tag(verbs.verb + 1),
        Tag::Stop | Tag::Comma | Tag::Preposition | Tag::Time
    );
    let quoted = view.tag_before(subject.run.start) == Tag::Quote;
    if verbs.mode != Mode::Infinitive || !ends || !quoted {
        return None;
    }
    let content = super::around::content_before(view, subject.run.start)?;
    Some(Draft {
        cue: Run {
            start: cue_start(view, verbs),
            end: verbs.verb + 1,
        },
        confidence: 0.85,
        rank: 0,
        ..Draft::of_verb(verbs, cue, Some(subject.run), content, Found::Quote)
    })
}

/// "As Smith put it, ...": a verb that speaks with "it".
fn put_it(view: &View, verbs: &Group, subject: Subject, cue: &Cue) -> Option<Draft> {
    let known = cue.particles.iter().any(|particle| particle == "it");
    (known && view.reads(verbs.verb + 1, &["it"]))
        .then(|| as_clause(view, verbs, subject, cue))
        .flatten()
}

/// "Dijo el ministro que ...": a subject between verb and content, in languages that have it there.
fn late_subject(view: &View, verbs: &Group, found: &Complement) -> Option<Subject> {
    if !view.lexicon.grammar.late_subject || verbs.mode != Mode::Finite {
        return None;
    }
    let start = late_start(view, verbs.verb + 1);
    let end = with_appositive(view, full_phrase(view, start));
    let run = Run { start, end };
    (end > start && end <= found.content.start && can_speak(view, run))
        .then_some(Subject { run, head: run })
}

/// The common order: speaker, cue, content.
#[allow(clippy::too_many_lines, reason = "one table of rules, read arm by arm")]
fn plain(
    view: &View,
    verbs: &Group,
    subject: Option<Subject>,
    cue: &Cue,
    found: &Complement,
) -> Option<Draft> {
    if verbs.mode == Mode::Infinitive && !wanted_infinitive(cue) {
        return None;
    }
    // "a committee supporting Smith", "for attacking the law": no statement is reported.
    if verbs.mode == Mode::Participle && found.found == Found::Object {
        let noun = view
            .item(verbs.start.wrapping_sub(1))
            .is_some_and(Item::nominal);
        let spoken = subject.is_some_and(|subject| document(view, subject.run))
            || cue.frames & frame::QUOTE != 0;
        if (noun && !spoken)
            || view.reads(
                verbs.start.wrapping_sub(1),
                &["for", "of", "about", "from", "in", "on", "at"],
            )
        {
            return None;
        }
    }
    // "It is too soon to say whether"
    if verbs.mode == Mode::Infinitive
        && subject.is_some_and(|subject| view.reads(subject.run.start, &["it"]))
        && found.found == Found::Question
    {
        return None;
    }
    let needs_subject = !view.lexicon.grammar.null_subject || verbs.mode != Mode::Finite;
    if matches!(found.found, Found::Object | Found::Complex) && subject.is_none() && needs_subject {
        return None;
    }
    if found.found == Found::Complex && names_thing(view, verbs, subject, cue, found.content.start)
    {
        return None;
    }
    // Only people think, want and forbid.
    if cue.class != Class::Assertion
        && subject.is_some_and(|subject| {
            view.reads(subject.run.start, &["this", "these"])
                && subject.run.end == subject.run.start + 1
                || !can_speak(view, subject.run)
                    && !view.own(subject.head.end.saturating_sub(1)).ends_with('s')
        })
    {
        return None;
    }
    if cue.frames & frame::NP_DOCUMENT != 0
        && found.found == Found::Object
        && !subject.is_some_and(|subject| document(view, subject.run))
    {
        return None;
    }
    let start = cue_start(view, verbs);
    let run = Run {
        start,
        end: found.cue_end.max(verbs.verb + 1),
    };
    let source = subject.map(|subject| subject.run);
    Some(Draft {
        cue: run,
        confidence: confidence(cue.class, found.found),
        ..Draft::of_verb(verbs, cue, source, vec![found.content], found.found)
    })
}

/// "a class called Perception": a thing and its name, no judgement.
fn names_thing(
    view: &View,
    verbs: &Group,
    subject: Option<Subject>,
    cue: &Cue,
    content: usize,
) -> bool {
    cue.frames & frame::SMALL != 0
        && verbs.start == verbs.verb
        && view.tag(verbs.verb) != Tag::Gerund
        && view.tag(content) != Tag::Pronoun
        && subject.is_some_and(|subject| {
            view.is(subject.run.start, part::DETERMINER) && !can_speak(view, subject.run)
        })
}

/// How sure a content is that was found in a frame, by the share of such finds that readers confirm.
fn confidence(class: Class, found: Found) -> f32 {
    let sure: f32 = match found {
        Found::Quote => 0.95,
        Found::Clause | Found::BareClause => 0.85,
        Found::Question | Found::Infinitive => 0.8,
        Found::Complex | Found::Particle => 0.75,
        Found::Object | Found::Gerund => 0.65,
    };
    if class == Class::Assertion {
        sure
    } else {
        sure - 0.15
    }
}

/// Whether a phrase names a text or a measurement.
fn document(view: &View, head: Run) -> bool {
    (head.start..head.end).any(|index| view.is(index, part::DOCUMENT))
        || view.reads(head.start, &["which", "that", "it"])
}

/// "The plan seems to fail": nobody speaks, and the subject belongs to the content.
fn raising(verbs: Group, subject: Subject, cue: &Cue, found: &Complement) -> Option<Draft> {
    if matches!(verbs.mode, Mode::Infinitive) {
        return None;
    }
    let content = vec![subject.run, found.content];
    Some(Draft {
        confidence: 0.6,
        ..Draft::of_verb(&verbs, cue, None, content, found.found)
    })
}

/// The cue of an infinitive reaches back over the verb that governs it ("went on to say").
fn cue_start(view: &View, verbs: &Group) -> usize {
    if verbs.mode != Mode::Infinitive {
        return verbs.start;
    }
    let mut start = verbs.start;
    while start > 0
        && matches!(
            view.tag(start - 1),
            Tag::Finite
                | Tag::Participle
                | Tag::Base
                | Tag::Gerund
                | Tag::Preposition
                | Tag::Adverb
                | Tag::Be
                | Tag::Have
        )
    {
        start -= 1;
    }
    start
}

/// An infinitive of the mind is a cue only where a verb governs it; one of speech always is, as in "met to discuss".
fn wanted_infinitive(cue: &Cue) -> bool {
    cue.class == Class::Assertion
}
