//! Tags of function words, of clitics, and of words whose capital tells their tag.

use super::grammar::Ending;
use super::items::{Item, Tag};
use super::lexicon::part;
use super::lower::lower;
use super::tags::Tagger;

/// Parts of speech of the closed classes.
const CLOSED: u32 = part::DETERMINER
    | part::PRONOUN
    | part::OBJECT
    | part::POSSESSIVE
    | part::WH
    | part::CONJUNCTION
    | part::SUBORDINATOR
    | part::PREPOSITION
    | part::MODAL
    | part::BE
    | part::HAVE
    | part::DO
    | part::NEGATION
    | part::ADVERB;

impl Tagger<'_> {
    /// The tag of a word with a capital, where the capital tells it.
    pub(crate) fn capital(
        item: &Item,
        previous: Option<&Item>,
        next: Option<&Item>,
        initial: bool,
    ) -> Option<Tag> {
        // "Will wrote", "May said": a name, not a modal.
        if item.is(part::MODAL) {
            let past = |after: &Item| after.is(part::PAST) && !after.is(part::BASE);
            let finite = |after: &Item| {
                after.is(part::PAST | part::THIRD | part::HAVE | part::BE | part::MODAL)
                    && !after.is(part::BASE | part::PARTICIPLE)
            };
            if next.is_some_and(|after| finite(after) || past(after))
                || !initial && !item.is(part::TIME)
            {
                return Some(Tag::Name);
            }
        }
        // "Read said": a name that is a verb elsewhere.
        let speech_next = || {
            next.is_some_and(|after| {
                after.word.verb > 0
                    && after.is(part::PAST | part::THIRD)
                    && !after.is(part::NOUN)
                    && !after.capital
            })
        };
        // «"...," Judge Doe wrote»
        let title = item.is(part::TITLE | part::ROLE) && next.is_some_and(|after| after.capital);
        if item.is(part::VERB) && (title || speech_next()) {
            return Some(Tag::Name);
        }
        // "ABC's This Week", "Good Morning America"
        let within_name = || {
            previous.is_some_and(|before| matches!(before.tag, Tag::Genitive | Tag::Name))
                && next.is_some_and(|after| after.capital)
        };
        if item.is(part::DETERMINER | part::POSSESSIVE) && within_name() {
            return Some(Tag::Name);
        }
        if initial || Self::known_capital(item) {
            return None;
        }
        // "Mrs. May"
        let titled = previous.is_some_and(|before| before.capital && before.is(part::TITLE));
        Some(if item.is(part::TIME) && !titled {
            Tag::Time
        } else {
            Tag::Name
        })
    }

    /// A capital that does not make a name: "I", "But" after a dash.
    pub(crate) fn known_capital(item: &Item) -> bool {
        let closed = part::PRONOUN
            | part::OBJECT
            | part::POSSESSIVE
            | part::CONJUNCTION
            | part::PREPOSITION
            | part::DETERMINER
            | part::MODAL
            | part::BE
            | part::WH
            | part::SUBORDINATOR
            | part::TO
            | part::HAVE
            | part::DO;
        item.is(closed)
            && !item.is(part::TIME)
            && !item.is(part::NOUN | part::TITLE | part::SPEAKER)
    }

    /// Function words.
    #[allow(clippy::too_many_lines, reason = "one table of rules, read arm by arm")]
    pub(crate) fn closed(
        &self,
        own: &str,
        items: &[Item],
        index: usize,
        item: &Item,
        previous: Option<&Item>,
        next: Option<&Item>,
    ) -> Option<Tag> {
        if item.is(part::TO) && previous.is_some_and(|before| before.is(part::ACCORDING)) {
            return Some(Tag::Preposition);
        }
        if item.is(part::TO) && self.reads(previous, &["up"]) && self.counts(items, index) {
            return Some(Tag::Determiner);
        }
        if item.is(part::TO) {
            let base = |at: usize| {
                items.get(at).is_some_and(|after| {
                    after.is(part::BASE | part::BE | part::HAVE | part::DO) && !after.capital
                })
            };
            let adverb = next.is_some_and(|after| {
                after.is(part::ADVERB) || self.ends(self.lower(after), Ending::Adverb)
            });
            // "to" and an unknown word and an object: a verb.
            let unknown = next.is_some_and(|after| {
                after.word.parts & !part::HEDGE == 0
                    && !after.capital
                    && matches!(after.tag, Tag::Other)
                    && !self.lower(after).ends_with('s')
            }) && items.get(index + 2).is_some_and(|object| {
                object.is(part::DETERMINER | part::POSSESSIVE | part::OBJECT)
            });
            let headline_base = self.headline && next.is_some_and(|after| after.is(part::BASE));
            return Some(
                if base(index + 1) || (adverb && base(index + 2)) || unknown || headline_base {
                    Tag::To
                } else {
                    Tag::Preposition
                },
            );
        }
        if item.is(part::THAT) {
            return Some(Tag::That);
        }
        if !item.is(CLOSED) || own.len() > 16 {
            return None;
        }
        let nominal_next = next.is_some_and(|after| {
            (after.word.parts & !part::HEDGE == 0 && after.tag == Tag::Other)
                || after.is(part::NOUN | part::ADJECTIVE | part::NUMBER)
                || (after.capital && !after.is(part::PRONOUN))
        });
        let mut buffer = [0u8; 24];
        let rule_word = if self.lexicon.grammar.translates() {
            let meanings = self.lexicon.grammar.meanings(item.word.rule);
            meanings.first().copied().unwrap_or_default()
        } else if own.bytes().all(|byte| byte.is_ascii_lowercase()) {
            own
        } else {
            lower(own, &mut buffer).unwrap_or(own)
        };
        let tag = match rule_word {
            // "as many as 30", "up to 30"
            "as" | "many" | "much" | "few" | "little" | "up" if self.counts(items, index) => {
                Tag::Determiner
            }
            "about" | "around" | "nearly" | "roughly" | "almost" | "over" | "some"
                if next.is_some_and(|after| after.tag == Tag::Number || after.is(part::NUMBER)) =>
            {
                Tag::Determiner
            }
            // "said last week that": no verb that lasts.
            "last" | "next" if next.is_some_and(|after| after.is(part::TIME)) => Tag::Determiner,
            "following"
                if previous.is_none_or(|before| before.tag == Tag::Comma)
                    && next.is_some_and(|after| {
                        after.capital || after.is(part::DETERMINER | part::POSSESSIVE)
                    }) =>
            {
                Tag::Preposition
            }
            "at" if self.reads(next, &["least", "most"]) => Tag::Determiner,
            "least" | "most" if self.reads(previous, &["at"]) => Tag::Determiner,
            "more" | "fewer" | "less"
                if self.reads(next, &["than"])
                    && items.get(index + 2).is_some_and(|after| {
                        after.tag == Tag::Number || after.is(part::NUMBER | part::DETERMINER)
                    }) =>
            {
                Tag::Determiner
            }
            "than" if previous.is_some_and(|before| before.tag == Tag::Determiner) => {
                Tag::Determiner
            }
            "long"
                if previous.is_some_and(|before| before.tag == Tag::Have)
                    && next.is_some_and(|after| after.is(part::PARTICIPLE)) =>
            {
                Tag::Adverb
            }
            "first"
                if previous.is_some_and(|before| matches!(before.tag, Tag::Be | Tag::Have))
                    && next.is_some_and(|after| after.is(part::PARTICIPLE)) =>
            {
                Tag::Adverb
            }
            "first"
                if previous.is_some_and(|before| before.nominal() || before.tag == Tag::Wh)
                    && next.is_some_and(|after| after.is(part::PAST | part::THIRD)) =>
            {
                Tag::Adverb
            }
            "earlier" | "later" | "further"
                if nominal_next
                    && previous.is_some_and(|before| {
                        matches!(
                            before.tag,
                            Tag::Finite
                                | Tag::Base
                                | Tag::Gerund
                                | Tag::Preposition
                                | Tag::Possessive
                        )
                    }) =>
            {
                Tag::Noun
            }
            "his"
                if next.is_some_and(|after| {
                    after.is(part::PARTICIPLE | part::PAST | part::GERUND)
                }) =>
            {
                Tag::Possessive
            }
            "since" if previous.is_some_and(|before| before.tag == Tag::Have) => Tag::Adverb,
            // "as he has said before."
            "before" if next.is_none_or(|after| matches!(after.tag, Tag::Stop | Tag::Comma)) => {
                Tag::Adverb
            }
            "her" | "his" => {
                if nominal_next {
                    Tag::Possessive
                } else {
                    Tag::Pronoun
                }
            }
            "like" => {
                // "say experts like Jane Doe", "Men like him, she says, never change"
                let compares = index
                    .checked_sub(2)
                    .and_then(|at| items.get(at))
                    .is_some_and(|before| before.tag == Tag::Finite && before.word.verb > 0)
                    || index == 1
                        && items
                            .get(index + 2..index + 4)
                            .is_some_and(|run| run.iter().any(|item| item.tag == Tag::Comma));
                let verb = Self::before_adverbs(items, index).is_some_and(|before| {
                    matches!(before.tag, Tag::Pronoun | Tag::Modal | Tag::Do | Tag::To)
                        || before.is(part::PLURAL) && !compares
                });
                if verb {
                    return None;
                }
                Tag::Preposition
            }
            "may" | "will" | "might" | "can" | "must"
                if Self::after_nominal_start(items, index) =>
            {
                Tag::Noun
            }
            "may" if item.capital && previous.is_some() => Tag::Time,
            "so" | "then" | "yet" | "plus" | "past" | "around" | "out" | "up" | "down" | "off" => {
                Tag::Adverb
            }
            "much" | "more" | "most" | "less" | "least" | "enough" => {
                if self.reads(next, &["of"]) {
                    Tag::Pronoun
                } else if nominal_next {
                    Tag::Determiner
                } else {
                    Tag::Adverb
                }
            }
            // "would neither confirm nor deny", "the ministry neither confirmed nor denied"
            "neither"
                if previous.is_some_and(|before| {
                    matches!(before.tag, Tag::Modal | Tag::Do | Tag::Have | Tag::Be)
                        || before.nominal() && next.is_some_and(|after| after.is(part::PAST))
                }) =>
            {
                Tag::Adverb
            }
            "no" => Tag::Determiner,
            // "nearly half said"
            "half"
                if next.is_some_and(|after| {
                    after.word.verb > 0 && after.is(part::PAST | part::BASE)
                }) =>
            {
                Tag::Pronoun
            }
            // "no one"
            "one" if self.reads(previous, &["no", "every", "any"]) && !nominal_next => Tag::Noun,
            // "have all announced"
            "both" | "all" | "each"
                if previous.is_some_and(|before| matches!(before.tag, Tag::Have | Tag::Be))
                    && next.is_some_and(|after| after.is(part::PARTICIPLE)) =>
            {
                Tag::Adverb
            }
            "both" | "some" | "many" | "few" | "several" | "all" | "each" | "another" | "any"
            | "either" | "neither" | "this" | "these" | "those" | "one" => {
                if nominal_next
                    && !self.this_shows(items, index)
                    && !Self::people_say(items, index, previous)
                {
                    Tag::Determiner
                } else {
                    Tag::Pronoun
                }
            }
            // "he'd said", but "he'd put it off"
            "'d" | "’d"
                if next.is_some_and(|verb| {
                    verb.is(part::PARTICIPLE) && !verb.is(part::BASE | part::ADVERB)
                }) =>
            {
                Tag::Have
            }
            // "He once said"
            "once"
                if previous.is_some_and(Item::nominal)
                    && next.is_some_and(|after| after.is(part::PAST)) =>
            {
                Tag::Adverb
            }
            _ if item.is(part::BE) => Tag::Be,
            _ if item.is(part::HAVE) => Tag::Have,
            _ if item.is(part::DO) => Tag::Do,
            _ if item.is(part::MODAL) => Tag::Modal,
            _ if item.is(part::WH) => Tag::Wh,
            _ if item.is(part::CONJUNCTION) => Tag::Conjunction,
            _ if item.is(part::POSSESSIVE) => Tag::Possessive,
            // "an inside source", "the above words"
            _ if item.is(part::PREPOSITION)
                && nominal_next
                && previous.is_some_and(|before| {
                    before.tag == Tag::Determiner && before.is(part::DETERMINER)
                })
                && own.len() > 3
                && !self.reads(
                    previous,
                    &[
                        "that", "all", "both", "some", "those", "any", "more", "fewer", "less",
                        "many", "most", "few",
                    ],
                ) =>
            {
                Tag::Noun
            }
            _ if item.is(part::PREPOSITION) && !item.is(part::NOUN) => {
                if item.is(part::BASE)
                    && Self::before_adverbs(items, index)
                        .is_some_and(|before| matches!(before.tag, Tag::Modal | Tag::To | Tag::Do))
                {
                    Tag::Base
                } else {
                    Tag::Preposition
                }
            }
            _ if item.is(part::SUBORDINATOR) => Tag::Subordinator,
            _ if item.is(part::PRONOUN | part::OBJECT) => Tag::Pronoun,
            _ if item.is(part::DETERMINER) => Tag::Determiner,
            _ if item.is(part::NEGATION) => Tag::Adverb,
            _ => return None,
        };
        Some(tag)
    }
}
