//! The tenses of finite verbs, by which a reported clause can be told from the report around it.

use super::items::{Item, Tag};
use super::lexicon::part;
use super::view::View;

/// The tense of a finite verb or auxiliary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tense {
    /// "left", "was", "did".
    Past,
    /// "had left".
    Perfect,
    /// "leaves", "is", "has left".
    Present,
    /// "would leave", "could leave": what will be, reported in the past.
    Would,
    /// "will leave", "can leave".
    Will,
}

/// The tense of the finite verb at an item; None when its form does not tell.
pub(crate) fn tense(view: &View, verb: usize) -> Option<Tense> {
    let item = view.item(verb).filter(|item| item.finite())?;
    match item.tag {
        Tag::Modal
            if view.reads(
                verb,
                &[
                    "would",
                    "could",
                    "might",
                    "should",
                    "wouldn't",
                    "couldn't",
                    "shouldn't",
                    "wouldn’t",
                    "couldn’t",
                    "shouldn’t",
                    "'d",
                    "’d",
                ],
            ) =>
        {
            Some(Tense::Would)
        }
        Tag::Modal => Some(Tense::Will),
        Tag::Have if view.reads(verb, &["had", "hadn't", "hadn’t"]) => Some(Tense::Perfect),
        Tag::Be
            if view.reads(
                verb,
                &["was", "were", "wasn't", "weren't", "wasn’t", "weren’t"],
            ) =>
        {
            Some(Tense::Past)
        }
        Tag::Do if view.reads(verb, &["did", "didn't", "didn’t"]) => Some(Tense::Past),
        Tag::Be | Tag::Have | Tag::Do => Some(Tense::Present),
        Tag::Finite => {
            let past = item.is(part::PAST | part::PARTICIPLE);
            let present = item.is(part::BASE | part::THIRD);
            match (past, present) {
                (true, false) => Some(Tense::Past),
                (false, true) => Some(Tense::Present),
                (false, false) if view.own(verb).ends_with("ed") => Some(Tense::Past),
                _ => None,
            }
        }
        _ => None,
    }
}

/// The tense of the last finite verb before an item, not before `from`.
pub(crate) fn tense_before(view: &View, from: usize, end: usize) -> Option<Tense> {
    let verb = (from..end)
        .rev()
        .find(|index| view.item(*index).is_some_and(Item::finite))?;
    let start = (from..=verb)
        .rev()
        .take_while(|index| {
            view.item(*index)
                .is_some_and(|item| item.finite() || item.tag == Tag::Adverb)
        })
        .last()
        .unwrap_or(verb);
    tense(view, view.skip_adverbs(start))
}
