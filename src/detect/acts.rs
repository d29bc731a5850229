//! What a speaker does with a content: a denial is a denial, a refusal to answer is one.

use super::draft::Draft;
use super::items::Tag;
use super::lexicon::part;
use super::types::Act;
use super::view::View;

/// Words by which a content says that something is not so.
const FALSE: &[&str] = &[
    "baseless",
    "untrue",
    "unfounded",
    "fabricated",
    "groundless",
    "false",
    "fake",
    "falsehood",
    "falsehoods",
    "hoax",
    "nonsense",
    "libel",
    "slander",
    "disinformation",
    "fabrication",
    "fabrications",
];

/// Verbs that, said not to have happened, mean that no answer was given.
const ANSWERS: &[&str] = &[
    "say",
    "comment",
    "respond",
    "answer",
    "reply",
    "confirm",
    "elaborate",
    "specify",
    "disclose",
    "discuss",
    "address",
    "provide",
    "give",
    "offer",
    "return",
    "explain",
    "name",
    "identify",
    "clarify",
    "speculate",
    "commit",
    "reveal",
    "talk",
    "speak",
    "detail",
    "tell",
    "mention",
    "state",
    "indicate",
];

/// The act of a draft.
pub(crate) fn act(view: &View, draft: &Draft) -> Act {
    let nobody = draft
        .source
        .is_some_and(|source| view.reads(source.start, &["neither", "nobody", "none", "no"]));
    let negated =
        nobody || (draft.cue.start..draft.key).any(|index| view.is(index, part::NEGATION));
    let governed = (draft.cue.start..draft.key).any(|index| {
        view.reads(
            index,
            &[
                "declined",
                "declines",
                "refused",
                "refuses",
                "decline",
                "refuse",
                "declining",
                "refusing",
            ],
        )
    });
    let answers = view
        .verb(draft.key)
        .is_some_and(|cue| ANSWERS.contains(&cue.lemma.as_str()));
    if (negated || governed) && answers {
        return Act::Declines;
    }
    // "refused to recognise the result" is no refusal to answer.
    if draft.act == Act::Declines {
        let answer = draft.content.first().is_some_and(|run| {
            (run.start..run.end.min(run.start + 4)).any(|index| view.reads(index, ANSWERS))
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
                || view.reads(index.wrapping_sub(1), &["as", "a"]);
            view.reads(index, FALSE)
                && predicate
                && !matches!(view.tag(index + 1), Tag::Noun | Tag::Name)
        })
    })
}
