//! What a speaker does with a content: a denial is a denial, a refusal to answer is one.

use super::draft::Draft;
use super::groups::Words;
use super::items::Tag;
use super::lexicon::part;
use super::types::Act;
use super::view::View;

/// The act of a draft.
pub(crate) fn act(view: &View, draft: &Draft) -> Act {
    let nobody = draft
        .source
        .is_some_and(|source| view.in_group(source.start, Words::Nobody));
    let negated =
        nobody || (draft.cue.start..draft.key).any(|index| view.is(index, part::NEGATION));
    let governed = (draft.cue.start..draft.key).any(|index| view.in_group(index, Words::Refusal));
    let answers = view
        .verb(draft.key)
        .is_some_and(|cue| view.lexicon.in_group(&cue.lemma, Words::Answer))
        // "neither confirm nor deny"
        || (draft.cue.start..draft.key)
            .any(|index| view.tag(index) == Tag::Base && view.in_group(index, Words::Answer));
    if (negated || governed) && answers {
        return Act::Declines;
    }
    // "refused to recognise the result" is no refusal to answer.
    if draft.act == Act::Declines {
        let answer = draft.content.first().is_some_and(|run| {
            (run.start..run.end.min(run.start + 4)).any(|index| view.in_group(index, Words::Answer))
        });
        return if answer || view.noun(draft.key).is_some() {
            Act::Declines
        } else {
            Act::Says
        };
    }
    if negated && draft.act == Act::Denies {
        return Act::Says;
    }
    if matches!(draft.act, Act::Says | Act::Judges) && calls_false(view, draft) {
        return Act::Denies;
    }
    draft.act
}

/// Whether the content says of something that it is false.
fn calls_false(view: &View, draft: &Draft) -> bool {
    draft.content.iter().any(|run| {
        (run.start..run.end).any(|index| {
            let predicate = index == run.start
                || matches!(
                    view.tag_before(index),
                    Tag::Be
                        | Tag::Adverb
                        | Tag::Noun
                        | Tag::Name
                        | Tag::Pronoun
                        | Tag::That
                        | Tag::Conjunction
                )
                || view.reads(index.wrapping_sub(1), &["as", "a"])
                || view.is(index, part::ADJECTIVE) && follows_particle(view, draft, index);
            view.in_group(index, Words::Falsehood)
                && predicate
                && !matches!(view.tag(index + 1), Tag::Noun | Tag::Name)
        })
    })
}

/// Whether a word stands after the particle that its cue has before a predicate: "calificó de falso".
fn follows_particle(view: &View, draft: &Draft, index: usize) -> bool {
    let before = index.checked_sub(1).map_or("", |before| view.own(before));
    view.verb(draft.key).is_some_and(|cue| {
        let mut particles = cue.object_particles.iter();
        particles.any(|particle| particle == before)
    })
}
