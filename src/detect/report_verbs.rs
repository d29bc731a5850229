//! Verbs of reports that look like nouns: "polls show", "the U.N. estimates", "..., claims his lawyer".

use super::items::{Item, Tag};
use super::lexicon::{frame, part};
use super::tags::Tagger;

impl Tagger<'_> {
    /// The tag of a plain or third-person form that can be a noun, where a report tells it.
    pub(crate) fn report_verb(&self, items: &[Item], index: usize, before: &Item) -> Option<Tag> {
        let item = items.get(index)?;
        let (noun, third) = (item.is(part::NOUN), item.is(part::THIRD));
        let next_that = items
            .get(index + 1)
            .is_some_and(|after| after.is(part::THAT));
        let speaker = before.tag == Tag::Name
            || before.tag == Tag::Noun && before.is(part::SPEAKER) && !self.is_plural(before);
        // "would, if elected, leave"
        if before.tag == Tag::Comma
            && item.is(part::BASE)
            && Self::after_aside(items, index, &[Tag::Modal, Tag::To, Tag::Do])
        {
            return Some(Tag::Base);
        }
        if !noun {
            return None;
        }
        // "the refusal to sell means that"
        let means = self.reads(Some(item), &["means"]) && next_that;
        let verb = means
            || self.shows(items, index, third)
            || self.between_commas(items, index, third)
            || third && speaker && self.third_of_name(items, index)
            || third && before.tag == Tag::Comma && self.third_before_speaker(items, index);
        if verb {
            return Some(Tag::Finite);
        }
        let is_noun = self.reports(items, index) || self.object_of_calling(items, index);
        is_noun.then_some(Tag::Noun)
    }

    /// "Some wonder whether ...", "many doubt the ...": a plain form that can be a noun, before what is said.
    pub(crate) fn people_say(items: &[Item], index: usize, previous: Option<&Item>) -> bool {
        let opens = previous.is_none_or(|before| {
            matches!(
                before.tag,
                Tag::Comma
                    | Tag::Conjunction
                    | Tag::That
                    | Tag::Subordinator
                    | Tag::Stop
                    | Tag::Semicolon
                    | Tag::Dash
            )
        });
        let verb = items
            .get(index + 1)
            .is_some_and(|verb| verb.is(part::BASE) && verb.word.verb > 0 && !verb.capital);
        let said = items.get(index + 2).is_some_and(|after| {
            after.is(part::THAT | part::WH | part::DETERMINER | part::PRONOUN | part::TO)
        });
        opens && verb && said
    }

    /// Whether "this" is the subject of a report: "This shows that ...".
    pub(crate) fn this_shows(&self, items: &[Item], index: usize) -> bool {
        self.reads(items.get(index), &["this"])
            && items
                .get(index + 1)
                .is_some_and(|verb| verb.word.verb > 0 && verb.is(part::THIRD))
            && items
                .get(index + 2)
                .is_some_and(|after| after.is(part::THAT | part::WH | part::PRONOUN))
    }

    /// Whether a form in -s after a name is its verb by what follows: "the U.N. estimates 300 people", "Merkel talks
    /// about a deal" (where no other verb comes), "..., claims his lawyer."
    pub(crate) fn third_of_name(&self, items: &[Item], index: usize) -> bool {
        let Some(cue) = self.cue_of(items.get(index)) else {
            return false;
        };
        let next = items.get(index + 1);
        let counted = next.is_some_and(|after| after.tag == Tag::Number || after.is(part::NUMBER));
        let particle = next.is_some_and(|after| {
            let own = self.lower(after);
            cue.particles.iter().any(|particle| particle == own)
        });
        counted && cue.frames & (frame::THAT | frame::NP) != 0
            || particle && !verb_ahead(items, index + 1)
    }

    /// Whether a form in -s after a comma is the verb of the speaker after it: "..., claims his lawyer, Jane Doe."
    pub(crate) fn third_before_speaker(&self, items: &[Item], index: usize) -> bool {
        let cue = self
            .cue_of(items.get(index))
            .is_some_and(|cue| cue.frames & frame::QUOTE != 0);
        let named = items
            .get(index + 1)
            .is_some_and(|after| after.capital || after.is(part::POSSESSIVE));
        let told = items
            .get(..index)
            .is_some_and(|front| front.iter().any(Item::finite));
        cue && named && told && !verb_ahead(items, index + 1)
    }

    /// Whether a word such as "shows" is the first verb of its sentence, by what follows and by the noun it agrees with:
    /// "a poll released Thursday shows Trump ahead".
    pub(crate) fn shows(&self, items: &[Item], index: usize, third: bool) -> bool {
        let front = items.get(..index).unwrap_or_default();
        let text = self
            .cue_of(items.get(index))
            .is_some_and(|cue| cue.frames & frame::NP_DOCUMENT != 0);
        let opens = Self::opens_complement(items.get(index + 1))
            || items
                .get(index + 1)
                .is_some_and(|next| next.is(part::NUMBER) || next.tag == Tag::Number);
        let inside = front.last().is_none_or(|before| {
            matches!(
                before.tag,
                Tag::Determiner
                    | Tag::Possessive
                    | Tag::Genitive
                    | Tag::Preposition
                    | Tag::Conjunction
            ) || before.is(part::ADJECTIVE) && before.tag == Tag::Noun
        });
        // "released Thursday", "published by the bank": no verb of the sentence.
        let reduced = |at: usize| {
            front.get(at).is_some_and(|verb| verb.is(part::PARTICIPLE))
                && front
                    .get(at + 1)
                    .is_some_and(|next| matches!(next.tag, Tag::Time | Tag::Preposition))
        };
        let verbless = (0..index).all(|at| !front.get(at).is_some_and(Item::finite) || reduced(at));
        let head = front
            .iter()
            .take_while(|item| {
                matches!(
                    item.tag,
                    Tag::Noun
                        | Tag::Name
                        | Tag::Determiner
                        | Tag::Number
                        | Tag::Genitive
                        | Tag::Possessive
                        | Tag::Time
                        | Tag::Adverb
                )
            })
            .filter(|item| matches!(item.tag, Tag::Noun | Tag::Name))
            .last();
        text && opens
            && !inside
            && verbless
            && head.is_some_and(|head| third != self.is_plural(head))
    }

    /// Whether a report stands between two commas: "The race, polls show, is close".
    pub(crate) fn between_commas(&self, items: &[Item], index: usize, third: bool) -> bool {
        let comma = |item: Option<&Item>| item.is_some_and(|item| item.tag == Tag::Comma);
        let before = items.get(..index).unwrap_or_default();
        let subject = before
            .iter()
            .rev()
            .take_while(|item| matches!(item.tag, Tag::Noun | Tag::Name | Tag::Determiner))
            .count();
        let speaks = before
            .last()
            .is_some_and(|last| last.is(part::SPEAKER) && third != self.is_plural(last));
        subject > 0
            && speaks
            && comma(items.get(index + 1))
            && comma(index.checked_sub(subject + 1).and_then(|at| items.get(at)))
            && self
                .cue_of(items.get(index))
                .is_some_and(|cue| cue.frames & frame::THAT != 0)
    }

    /// Whether a plural that can be a verb is the subject of the report after it: "official figures show".
    pub(crate) fn reports(&self, items: &[Item], index: usize) -> bool {
        let shows = |at: usize| {
            items.get(at).is_some_and(|verb| verb.is(part::BASE))
                && self
                    .cue_of(items.get(at))
                    .is_some_and(|cue| cue.frames & frame::NP_DOCUMENT != 0)
        };
        shows(index + 1)
            && items.get(index).is_some_and(|item| item.is(part::THIRD))
            && !items
                .get(..index)
                .is_some_and(|front| front.iter().any(Item::finite))
    }

    /// Whether a plural ends the object of a verb of calling, before what it is called: "called the road schemes a farce".
    pub(crate) fn object_of_calling(&self, items: &[Item], index: usize) -> bool {
        let front = items.get(..index).unwrap_or_default();
        let phrase = |item: &Item| {
            matches!(
                item.tag,
                Tag::Noun
                    | Tag::Name
                    | Tag::Determiner
                    | Tag::Possessive
                    | Tag::Genitive
                    | Tag::Number
            )
        };
        let verb = front.iter().rev().find(|item| !phrase(item));
        verb.filter(|verb| matches!(verb.tag, Tag::Finite | Tag::Gerund | Tag::Base))
            .and_then(|verb| self.cue_of(Some(verb)))
            .is_some_and(|cue| cue.frames & frame::SMALL != 0 && cue.frames & frame::THAT == 0)
    }
}

/// Whether a word that makes a clause finite comes before the next mark.
fn verb_ahead(items: &[Item], from: usize) -> bool {
    items
        .get(from..)
        .unwrap_or_default()
        .iter()
        .take_while(|item| {
            !matches!(
                item.tag,
                Tag::Comma | Tag::Stop | Tag::Semicolon | Tag::Dash
            )
        })
        .any(|item| item.is(part::PAST | part::BE | part::HAVE | part::MODAL | part::DO))
}
