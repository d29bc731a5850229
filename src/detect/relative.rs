//! Contents that a relative clause holds: "what analysts called a bubble", "a charge that she denied".

use super::complement::{Found, clause_end};
use super::draft::Draft;
use super::items::{Item, Tag};
use super::lexicon::{Cue, frame, part};
use super::subject::Subject;
use super::types::Class;
use super::verbs::{Group, Mode};
use super::view::{Run, View};

/// "an accusation Kibet denied": the noun is the content.
pub(crate) fn contact(_view: &View, verbs: &Group, cue: &Cue, source: Run, content: Run) -> Draft {
    Draft {
        confidence: 0.7,
        ..Draft::of_verb(verbs, cue, Some(source), vec![content], Found::Object)
    }
}

/// A cue noun, a name and a cue verb in a row.
pub(crate) fn contact_clause(
    view: &View,
    verbs: &Group,
    subject: Subject,
    cue: &Cue,
) -> Option<Draft> {
    if let Some(draft) = extracted(view, verbs, subject, cue) {
        return Some(draft);
    }
    let end = subject.head.end;
    // "an allegation it denies"
    if view.tag(subject.head.start) == Tag::Pronoun
        && subject.head.start + 1 == end
        && matches!(view.tag(verbs.verb + 1), Tag::Stop | Tag::Comma)
    {
        let noun = subject.head.start.checked_sub(1)?;
        let start = super::phrases::plain_phrase_back(view, noun + 1);
        let speaks = start < noun
            && view.tag(noun) == Tag::Noun
            && view
                .noun(noun)
                .is_some_and(|noun| noun.class == Class::Assertion)
            && cue.frames & frame::NP != 0;
        return speaks.then(|| {
            contact(
                view,
                verbs,
                cue,
                subject.run,
                Run {
                    start,
                    end: noun + 1,
                },
            )
        });
    }
    let start = (subject.head.start..end)
        .rev()
        .take_while(|index| view.tag(*index) == Tag::Name)
        .last()?;
    let noun = start
        .checked_sub(1)
        .filter(|noun| *noun > subject.head.start)?;
    let speaks = view
        .noun(noun)
        .is_some_and(|noun| noun.class == Class::Assertion)
        && view.tag(noun) == Tag::Noun;
    (speaks
        && cue.frames & frame::NP != 0
        && matches!(view.tag(verbs.verb + 1), Tag::Stop | Tag::Comma))
    .then(|| {
        contact(
            view,
            verbs,
            cue,
            Run { start, end },
            Run {
                start: subject.head.start,
                end: start,
            },
        )
    })
}

/// "It is a trend Greene said could spread": the noun before the speaker is the subject of what is said.
fn extracted(view: &View, verbs: &Group, subject: Subject, cue: &Cue) -> Option<Draft> {
    let after = view.skip_adverbs(verbs.verb + 1);
    if cue.frames & frame::THAT == 0
        || verbs.mode != Mode::Finite
        || !(matches!(view.tag(after), Tag::Modal | Tag::Be | Tag::Have)
            || view.tag(after) == Tag::Finite && cue.frames & frame::NP == 0)
        || !view.item(after).is_some_and(Item::finite)
    {
        return None;
    }
    let end = subject.head.end;
    let speaker = (subject.head.start..end)
        .rev()
        .take_while(|index| matches!(view.tag(*index), Tag::Name | Tag::Pronoun))
        .last()?;
    let noun = speaker.checked_sub(1)?;
    let start = super::phrases::plain_phrase_back(view, noun + 1);
    if start > noun
        || view.tag(noun) != Tag::Noun
        || view.is(noun, part::ROLE | part::PLURAL | part::BODY | part::TITLE)
    {
        return None;
    }
    Some(Draft {
        content: vec![
            Run {
                start,
                end: noun + 1,
            },
            Run {
                start: after,
                end: clause_end(view, after + 1),
            },
        ],
        found: Found::BareClause,
        ..contact(
            view,
            verbs,
            cue,
            Run {
                start: speaker,
                end,
            },
            Run { start, end: noun },
        )
    })
}

/// Whether the pronoun before the speaker is the object of "describe ... as" or "accuse ... of".
fn described(view: &View, wh: usize, after: usize, cue: &Cue) -> bool {
    let particle = cue.frames & frame::AS != 0 && view.reads(after, &["as"])
        || cue
            .object_particles
            .iter()
            .any(|particle| view.reads(after, &[particle]));
    // «a vote that she described as "reckless"»
    let marked = view.reads(wh, &["that"]) && view.opens_quoted(after + 1);
    particle && (marked || view.reads(wh, &["what", "which", "whom", "who"]))
}

/// "what analysts said was a sign", "which officials said will go", "what he called a hoax".
#[allow(clippy::too_many_lines, reason = "one table of rules, read arm by arm")]
pub(crate) fn relative(view: &View, verbs: &Group, subject: Subject, cue: &Cue) -> Option<Draft> {
    let wh = subject.run.start.checked_sub(1)?;
    let pronoun =
        view.reads(wh, &["what", "which", "that", "who", "whom"]) && verbs.mode == Mode::Finite;
    if !pronoun || view.tag_before(wh) == Tag::Finite && view.tag(wh) == Tag::That {
        return None;
    }
    let after = view.skip_adverbs(verbs.verb + 1);
    // "a charge that the minister denied"
    if cue.frames & frame::NP != 0
        && matches!(view.tag(after), Tag::Stop | Tag::Comma)
        && view.reads(wh, &["that", "which"])
    {
        let end = if view.tag_before(wh) == Tag::Comma {
            wh.saturating_sub(1)
        } else {
            wh
        };
        let start = super::phrases::plain_phrase_back(view, end);
        return (start < end && view.noun(end - 1).is_some())
            .then(|| contact(view, verbs, cue, subject.run, Run { start, end }));
    }
    // "which economists say hits the poor": after the verb of saying, such a form is no noun.
    let finite = view.item(after).is_some_and(Item::finite)
        || view.is(after, part::THIRD)
            && matches!(
                view.tag(after + 1),
                Tag::Determiner | Tag::Possessive | Tag::Pronoun | Tag::Name
            );
    // "The plan that critics say will fail passed": the main verb is still to come.
    let waits = !(0..wh).any(|index| view.item(index).is_some_and(Item::finite));
    let end = if cue.frames & frame::THAT != 0 && finite {
        super::boundary::end_of(
            view,
            after + 1,
            super::boundary::Extent {
                subject: waits,
                ..super::complement::extent(view, after + 1)
            },
        )
    } else if cue.frames & frame::SMALL != 0
        && (view.begins_phrase(after) || view.tag(after) == Tag::Quote)
        && (view.opens_quoted(after) || view.reads(wh, &["what", "which", "who", "whom"]))
    {
        super::boundary::object_end(view, after).max(if view.tag(after) == Tag::Quote {
            after + 1
        } else {
            after
        })
    } else if described(view, wh, after, cue) {
        // "whom colleagues describe as cautious", "who she accused of cowardice"
        if view.reads(wh, &["what", "that"]) {
            let end = super::boundary::object_end(view, after + 1);
            if end > after + 1 {
                end
            } else {
                clause_end(view, after + 1)
            }
        } else {
            clause_end(view, after + 1)
        }
    } else {
        return None;
    };
    (end > after).then_some(Draft {
        confidence: 0.7,
        ..Draft::of_verb(
            verbs,
            cue,
            Some(subject.run),
            vec![
                Run {
                    start: wh,
                    end: wh + 1,
                },
                Run { start: after, end },
            ],
            Found::BareClause,
        )
    })
}
