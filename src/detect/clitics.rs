//! The clitic 's: a verb or the sign of possession.

use super::items::{Item, Tag};
use super::lexicon::part;
use super::tags::Tagger;

impl Tagger<'_> {
    /// The tag of 's: "he's gone", "he's ill", "the mayor's house".
    pub(crate) fn apostrophe_s(&self, items: &[Item], index: usize) -> Tag {
        let previous = Self::before(items, index);
        let next = items.get(index + 1);
        let after_pronoun = previous.is_some_and(|before| {
            before.is(part::PRONOUN | part::WH)
                && before.tag != Tag::Name
                && before.tag != Tag::Noun
        }) || self.reads(previous, &["there", "here", "that", "what", "let"]);
        if after_pronoun
            && !self.reads(
                previous,
                &[
                    "one",
                    "everyone",
                    "anyone",
                    "someone",
                    "everybody",
                    "nobody",
                    "another",
                    "other",
                    "else",
                ],
            )
        {
            // "he's predicted big wins" against "he's expected to win"
            let object = next
                .is_some_and(|after| after.is(part::PARTICIPLE) && !after.is(part::GERUND))
                && items.get(index + 2).is_some_and(|object| {
                    object.is(part::DETERMINER | part::POSSESSIVE | part::THAT | part::ADJECTIVE)
                        || object.is(part::PRONOUN) && !object.is(part::OBJECT)
                        || object.capital
                });
            return if object || self.reads(next, &["been", "had", "got"]) {
                Tag::Have
            } else {
                Tag::Be
            };
        }
        // "the campaign's accessing of the files" against "the campaign's running out of time"
        let progressive = next.is_some_and(|after| after.is(part::GERUND) && !after.is(part::NOUN))
            && !self.reads(items.get(index + 2), &["of"]);
        if self.reads(next, &["been"]) {
            return Tag::Have;
        }
        if progressive
            || self.reads(
                next,
                &["not", "the", "a", "an", "also", "already", "still", "now"],
            )
        {
            Tag::Be
        } else {
            Tag::Genitive
        }
    }
}
