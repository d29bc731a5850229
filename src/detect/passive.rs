//! Cues in the passive: "was accused of", "is expected to", "backed by".

use super::boundary::object_end;
use super::complement::{Found, clause_end};
use super::draft::Draft;
use super::items::Tag;
use super::lexicon::{Cue, frame};
use super::phrases::plain_phrase_back;
use super::subject::subject_of;
use super::verbs::{Group, Mode};
use super::view::{Run, View};

/// The attribution of a passive cue.
pub(crate) fn passive(view: &View, verbs: &Group, cue: &Cue) -> Option<Draft> {
    // "was accused, among other things, of lying"
    let aside = super::complement::aside(view, verbs.verb + 1);
    let after = view.skip_adverbs(aside.map_or(verbs.verb + 1, |close| close + 1));
    let agent = agent(view, after);
    let patient = match verbs.mode {
        // "When asked whether ...", "Asked about ..."
        Mode::Reduced
            if cue.frames & (frame::ADDRESSEE | frame::WH) != 0
                && !view
                    .item(verbs.start.wrapping_sub(1))
                    .is_some_and(super::items::Item::nominal)
                && cue.frames & frame::AS == 0 =>
        {
            let tail = tail(view, after, cue)
                .or_else(|| agent.and_then(|agent| tail(view, agent.end, cue)))?;
            return Some(Draft::of_verb(verbs, cue, agent, vec![tail], Found::Object));
        }
        Mode::Reduced => {
            if let Some(draft) = dubbed(view, verbs, cue, agent) {
                return Some(draft);
            }
            reduced_patient(view, verbs, cue).filter(|_| agent.is_some())?
        }
        // «"Keep out" was written on the gate»
        _ if view.tag_before(verbs.start) == Tag::Quote => Run {
            start: verbs.start - 1,
            end: verbs.start,
        },
        _ => subject_of(view, verbs)?.run,
    };
    let mut content = vec![patient];
    let tail = tail(view, after, cue)
        .or_else(|| agent.and_then(|agent| tail(view, over_relative(view, agent.end), cue)))
        .or_else(|| late_tail(view, after, cue));
    let dummy = view.reads(patient.start, &["it"]);
    let tail = tail.or_else(|| moved_tail(view, after, cue).filter(|_| dummy));
    let hearer = cue.frames & frame::ADDRESSEE != 0
        || cue.object_particles.iter().any(|particle| particle == "on");
    if (dummy || hearer) && tail.is_some() {
        content.clear();
    }
    // "called a time bomb by Smith": the agent is no part of it.
    content.extend(tail.map(|run| match agent {
        Some(agent) if run.start < agent.start && agent.start < run.end => Run {
            end: agent.start - 1,
            ..run
        },
        _ => run,
    }));
    // «"Keep out" was written by the owner», but "the book was written by the owner"
    let spoken = if view.tag(patient.start) == Tag::Quote {
        frame::NP | frame::QUOTE
    } else {
        frame::NP
    };
    let announced =
        cue.frames & spoken != 0 && agent.is_none() && announced(view, verbs, cue, after);
    if tail.is_none() && !announced && (agent.is_none() || cue.frames & spoken == 0) {
        return None;
    }
    Some(Draft::of_verb(verbs, cue, agent, content, Found::Object))
}

/// What stands behind a phrase after the verb: "is described on its cover as a thriller".
fn late_tail(view: &View, after: usize, cue: &Cue) -> Option<Run> {
    let at = super::phrases::preposition_phrase(view, after);
    let described = at > after && cue.frames & frame::AS != 0 && view.reads(at, &["as"]);
    described.then(|| tail(view, at, cue)).flatten()
}

/// Whether a verb of saying ends its clause, by whomever it was said: "A strike was announced on Monday."
fn announced(view: &View, verbs: &Group, cue: &Cue, after: usize) -> bool {
    cue.class == super::types::Class::Assertion
        && cue.frames & frame::QUOTE != 0
        && verbs.mode == Mode::Finite
        && matches!(
            view.tag(after),
            Tag::Stop | Tag::Comma | Tag::Time | Tag::Preposition
        )
}

/// "It was announced on Tuesday that ...", "It is thought he fled": a clause after a day or a place, or unmarked.
fn moved_tail(view: &View, after: usize, cue: &Cue) -> Option<Run> {
    let that = super::adjuncts::skip_tail(view, after, false);
    let (start, verb) = if that > after && view.tag(that) == Tag::That {
        (that, that + 1)
    } else {
        (after, after)
    };
    let clause = start > after || super::clauses::clause_at(view, after);
    (clause && cue.frames & frame::THAT != 0).then(|| Run {
        start,
        end: clause_end(view, verb),
    })
}

/// The noun before a participle: "a deal backed by X".
fn reduced_patient(view: &View, verbs: &Group, cue: &Cue) -> Option<Run> {
    let end = verbs.start - usize::from(view.tag_before(verbs.start) == Tag::Comma);
    let start = plain_phrase_back(view, end);
    (start < end && cue.frames & (frame::NP | frame::QUOTE) != 0 && cue.frames & frame::SMALL == 0)
        .then_some(Run { start, end })
}

/// «a plan dubbed "Operation Frost"»: a word that someone chose; «a list called "Frost"» tells of nobody's.
fn dubbed(view: &View, verbs: &Group, cue: &Cue, agent: Option<Run>) -> Option<Draft> {
    let content = view.quoted_run(view.skip_adverbs(verbs.verb + 1))?;
    // A title of three words says something: «an essay titled "The Vote Was Rigged"», but not «an ad titled "Frost"».
    let words = view.items.get(content.start).map_or(0, |item| {
        (item.last - item.first).max(content.end - content.start)
    });
    let chosen = cue.frames & frame::SMALL != 0
        && (cue.act == super::types::Act::Judges || words >= 3)
        && !view.reads(verbs.verb, &["called", "named"]);
    chosen.then(|| Draft::of_verb(verbs, cue, agent, vec![content], Found::Complex))
}

/// Over the relative clause of an agent: "accused by a reporter, who worked for him, of shoving her".
fn over_relative(view: &View, end: usize) -> usize {
    const REACH: usize = 15;
    let inserted = view.tag(end) == Tag::Comma && view.tag(end + 1) == Tag::Wh;
    (end + 2..(end + REACH).min(view.len()))
        .find(|index| inserted && view.tag(*index) == Tag::Comma)
        .map_or(end, |close| close + 1)
}

/// The agent of "by X".
fn agent(view: &View, at: usize) -> Option<Run> {
    let by = (at..(at + 4).min(view.len())).find(|index| view.reads(*index, &["by"]))?;
    if view.tag(by + 1) == Tag::Gerund || view.tag(by + 1) == Tag::Time {
        return None;
    }
    let end = super::phrases::full_phrase(view, by + 1);
    (end > by + 1).then_some(Run { start: by + 1, end })
}

/// What stands after the verb: "to ...", "that ...", "as ...", "of ...", "about ...".
fn tail(view: &View, at: usize, cue: &Cue) -> Option<Run> {
    let run = |start: usize, end: usize| (end > start).then_some(Run { start, end });
    let quotation = if matches!(view.tag(at), Tag::Comma | Tag::Colon) {
        at + 1
    } else {
        at
    };
    if view.tag(quotation) == Tag::Quote && cue.frames & frame::QUOTE != 0 {
        return run(quotation, super::complement::quote_end(view, quotation));
    }
    match view.tag(at) {
        Tag::To if cue.frames & (frame::TO | frame::TO_OBJECT | frame::THAT) != 0 => {
            run(at, clause_end(view, at + 1))
        }
        Tag::That if cue.frames & (frame::THAT | frame::ONLY_THAT) != 0 => {
            run(at, clause_end(view, at + 1))
        }
        Tag::Noun | Tag::Name | Tag::Determiner | Tag::Pronoun
            if cue.frames & frame::ADDRESSEE != 0
                && cue.frames & frame::THAT != 0
                && super::clauses::clause_at(view, at) =>
        {
            run(at, clause_end(view, at))
        }
        Tag::Noun | Tag::Determiner
            if cue.frames & frame::ADDRESSEE != 0 && cue.frames & frame::NP != 0 =>
        {
            run(at, object_end(view, at))
        }
        // "asked why, ..."
        Tag::Wh if cue.frames & frame::WH != 0 && view.tag(at + 1) == Tag::Comma => run(at, at + 1),
        Tag::Wh if cue.frames & frame::WH != 0 => run(at, clause_end(view, at + 1)),
        Tag::Subordinator if cue.frames & frame::WH != 0 && view.reads(at, &["if"]) => {
            run(at, clause_end(view, at + 1))
        }
        Tag::Preposition => {
            let known = cue
                .particles
                .iter()
                .chain(&cue.object_particles)
                .any(|particle| particle.eq_ignore_ascii_case(view.own(at)));
            let as_frame = view.reads(at, &["as"]) && cue.frames & frame::AS != 0;
            let blame = view.reads(at, &["for", "over"])
                && cue.frames & frame::NP != 0
                && cue.act == super::types::Act::Judges;
            let from = if known { at + 1 } else { at };
            if known || as_frame || blame {
                run(from, clause_end(view, at + 1))
            } else {
                None
            }
        }
        Tag::Noun | Tag::Name | Tag::Determiner if cue.frames & frame::SMALL != 0 => {
            run(at, object_end(view, at))
        }
        Tag::Quote if cue.frames & frame::SMALL != 0 => run(at, at + 1),
        _ => None,
    }
}
