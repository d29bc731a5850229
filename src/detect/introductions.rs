//! Introductions: clauses and phrases before the main clause, "When X said that ..., Y left".

use super::items::{Item, Tag};
use super::lexicon::part;
use super::view::View;

/// Whether the clause around `at` is an introduction to a main clause: "When X said that ...".
pub(crate) fn in_introduction(view: &View, at: usize) -> bool {
    if before_main_clause(view, at) {
        return true;
    }
    for index in (0..at).rev() {
        match view.tag(index) {
            Tag::Subordinator if opens_sentence(view, index) => return true,
            Tag::Wh if view.reads(index, &["when", "where", "whenever"]) => {
                return opens_sentence(view, index);
            }
            Tag::Preposition if view.reads(index, &["as", "after", "since", "before"]) => {
                let clause =
                    (index + 1..at).any(|inside| view.item(inside).is_some_and(Item::finite));
                if clause && opens_sentence(view, index) {
                    return true;
                }
            }
            Tag::Participle | Tag::Gerund if opens_sentence(view, index) => return true,
            Tag::Comma | Tag::Quote | Tag::Semicolon | Tag::Stop => return false,
            _ => {}
        }
    }
    false
}

pub(crate) fn opens_sentence(view: &View, index: usize) -> bool {
    // "Hours after", "Two days before"
    let time = |at: usize| {
        view.is(at, part::TIME)
            || view.own(at).ends_with('s') && view.tag(index) == Tag::Preposition
    };
    (0..index).all(|before| {
        matches!(
            view.tag(before),
            Tag::Conjunction | Tag::Adverb | Tag::Number | Tag::Determiner
        ) || before + 1 == index && time(before)
    }) || view.tag_before(index) == Tag::Comma && index < 7
}

/// Whether the sentence begins with an introduction and `at` stands in it.
pub(crate) fn before_main_clause(view: &View, at: usize) -> bool {
    let Some(first) = (0..at)
        .find(|index| !matches!(view.tag(*index), Tag::Adverb | Tag::Conjunction | Tag::Open))
    else {
        return false;
    };
    let opener = matches!(
        view.tag(first),
        Tag::Preposition | Tag::Subordinator | Tag::Gerund | Tag::Participle
    ) || view.reads(first, &["when", "where", "whenever"])
        // "Now that X has said ..., Y left"
        || view.tag(first) == Tag::That && first > 0 && view.tag_before(first) == Tag::Adverb;
    if !opener {
        return false;
    }
    !(first..at)
        .any(|index| view.tag(index) == Tag::Comma && super::commas::main_follows(view, index + 1))
}
