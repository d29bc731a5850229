//! Whether a word that can be a verb is one here, and in which form.

use super::groups::Words;
use super::items::{Item, Tag};
use super::lexicon::part;
use super::tags::Tagger;

impl Tagger<'_> {
    pub(crate) fn verb(
        &self,
        items: &[Item],
        index: usize,
        item: &Item,
        next: Option<&Item>,
    ) -> Tag {
        let previous = Self::before(items, index);
        let adverbless = Self::before_adverbs(items, index);
        let nominal_before = previous.is_some_and(|before| {
            matches!(
                before.tag,
                Tag::Determiner | Tag::Possessive | Tag::Genitive | Tag::Number
            )
        }) || previous
            .is_some_and(|before| before.is(part::ADJECTIVE) && before.tag == Tag::Noun);
        let nominal_before = nominal_before
            && !(previous.is_some_and(|before| before.tag == Tag::Number)
                && item.is(part::THIRD | part::BASE)
                && !item.is(part::NOUN));
        if item.is(part::BASE)
            && adverbless.is_some_and(|before| matches!(before.tag, Tag::To | Tag::Modal | Tag::Do))
            && !(nominal_before && item.is(part::NOUN))
        {
            return Tag::Base;
        }
        if item.is(part::GERUND) {
            let be = adverbless.is_some_and(|before| before.tag == Tag::Be);
            // "Warning that time was short, she ..."
            if previous.is_none() && next.is_some_and(|after| after.is(part::THAT)) {
                return Tag::Gerund;
            }
            if nominal_before
                || (item.is(part::NOUN)
                    && !be
                    && !previous.is_some_and(|before| before.tag == Tag::Comma))
            {
                return Tag::Noun;
            }
            return Tag::Gerund;
        }
        if item.is(part::PAST | part::PARTICIPLE) && !(item.is(part::BASE) && nominal_before) {
            if item.is(part::NOUN) && (nominal_before || Self::ends_object(items, index)) {
                return Tag::Noun;
            }
            return self.past(items, index, item.word.parts);
        }
        if nominal_before {
            return Tag::Noun;
        }
        self.present(item, previous, adverbless, next, items, index)
    }

    /// A past form: finite or participle.
    #[allow(clippy::too_many_lines, reason = "one table of rules, read arm by arm")]
    pub(crate) fn past(&self, items: &[Item], index: usize, parts: u32) -> Tag {
        let previous = Self::before(items, index);
        if let Some(before) = Self::before_adverbs(items, index)
            && (matches!(before.tag, Tag::Be | Tag::Have) || before.word.in_group(Words::Seeming))
            && parts & part::PARTICIPLE != 0
        {
            return Tag::Participle;
        }
        if parts & part::PARTICIPLE == 0 {
            return Tag::Finite;
        }
        // "were, in effect, worried"
        if previous.is_some_and(|before| before.tag == Tag::Comma)
            && Self::after_aside(items, index, &[Tag::Be, Tag::Have])
        {
            return Tag::Participle;
        }
        // "the kids come first": the plain form is the participle too.
        if parts & part::PAST == 0
            && parts & part::BASE != 0
            && previous.is_some_and(|before| {
                before.tag == Tag::Noun && self.is_plural(before)
                    || self.reads(Some(before), &["i", "we", "you", "they"])
            })
        {
            return Tag::Finite;
        }
        if parts & part::PAST == 0 {
            return Tag::Participle;
        }
        let next = items.get(index + 1);
        // "a racially charged debate"
        let graded = previous.is_some_and(|before| before.tag == Tag::Adverb)
            && Self::before_adverbs(items, index).is_some_and(|before| {
                matches!(
                    before.tag,
                    Tag::Determiner | Tag::Possessive | Tag::Genitive
                )
            });
        if graded {
            return Tag::Noun;
        }
        // "said retired General Jane Doe", «"...," retired General Jane Doe said»
        let spoke =
            previous.is_some_and(|before| before.tag == Tag::Finite && before.word.verb > 0);
        let named = next.is_some_and(|after| after.capital || after.is(part::ROLE | part::TITLE))
            && items.get(index).is_some_and(|item| item.word.verb == 0);
        // "moves that he said improved Leeds": the verb of the relative clause.
        let relative = index
            .checked_sub(3)
            .and_then(|at| items.get(at))
            .is_some_and(|item| matches!(item.tag, Tag::That | Tag::Wh));
        if named && (spoke && !relative || Self::names_speaker(items, index)) {
            return Tag::Noun;
        }
        if spoke && !relative && self.modifies_subject(items, index) {
            return Tag::Noun;
        }
        // "4 in 10 said"
        let counted = previous.is_some_and(|before| before.tag == Tag::Number)
            && self.reads(items.get(index), &["said"]);
        let modifies = !counted
            && previous.is_some_and(|before| {
                matches!(
                    before.tag,
                    Tag::Determiner | Tag::Possessive | Tag::Genitive | Tag::Number
                ) || (before.tag == Tag::Noun
                    && before.is(part::ADJECTIVE)
                    && !before.is(part::ROLE | part::BODY | part::TITLE))
            });
        let object = next.is_some_and(|after| {
            after.is(part::DETERMINER
                | part::POSSESSIVE
                | part::THAT
                | part::OBJECT
                | part::PRONOUN)
        });
        let before_noun = previous.is_some_and(|before| {
            matches!(
                before.tag,
                Tag::Determiner | Tag::Possessive | Tag::Genitive
            )
        });
        if modifies && (before_noun || !object) {
            return Tag::Noun;
        }
        // "one of the firms named, ..."
        if next.is_some_and(|after| after.tag == Tag::Comma)
            && previous.is_some_and(|before| before.tag == Tag::Noun)
            && items.get(index).is_some_and(|item| item.word.verb > 0)
            && items
                .get(index)
                .is_some_and(|item| item.word.in_group(Words::NamedPerson))
        {
            return Tag::Participle;
        }
        // "those surveyed", "When asked", "Asked whether"
        let opening = previous.is_none_or(|before| {
            self.reads(Some(before), &["those", "when", "if", "as", "once"])
                && before.tag != Tag::Adverb
                && (before.tag != Tag::Pronoun || self.reads(Some(before), &["those"]))
        });
        // "Said Smith, ..." against "Asked whether ..."
        let inverted = previous.is_none()
            && next.is_some_and(|after| after.capital || after.is(part::DETERMINER))
            && !self.reads(
                items.get(index),
                &["asked", "told", "questioned", "pressed"],
            );
        if opening
            && !inverted
            && items
                .get(index)
                .is_some_and(|item| item.word.verb > 0 || previous.is_some())
        {
            return Tag::Participle;
        }
        // "Holm, asked whether he knew, said no": no verb has come yet, and one comes after the comma.
        if self.reads(items.get(index), &["asked", "pressed", "questioned"])
            && previous.is_some_and(|before| before.tag == Tag::Comma)
            && !items
                .get(..index)
                .is_some_and(|front| front.iter().any(Item::finite))
        {
            return Tag::Participle;
        }
        // "said by phone"
        let medium = items
            .get(index + 2)
            .is_some_and(|after| after.word.in_group(Words::Medium));
        let agent = self.reads(next, &["by"])
            && !medium
            && !items
                .get(index)
                .is_some_and(|item| item.word.in_group(Words::NoAgent))
            && !items
                .get(index + 2)
                .is_some_and(|after| after.is(part::GERUND));
        if agent
            || previous.is_some_and(|before| before.tag == Tag::Preposition)
            || self.names_noun(items, index)
        {
            return Tag::Participle;
        }
        // ", based in ..." against "..., said ...": a cue of speech is finite.
        let cue = items.get(index).is_some_and(|item| item.word.verb > 0);
        if !cue
            && previous.is_some_and(|before| before.tag == Tag::Comma)
            && next.is_some_and(|after| after.is(part::PREPOSITION))
            && !Self::after_relative(items, index)
        {
            return Tag::Participle;
        }
        Tag::Finite
    }

    /// A plain or third-person form that no auxiliary governs.
    #[allow(clippy::too_many_lines, reason = "one table of rules, read arm by arm")]
    pub(crate) fn present(
        &self,
        item: &Item,
        previous: Option<&Item>,
        adverbless: Option<&Item>,
        next: Option<&Item>,
        items: &[Item],
        index: usize,
    ) -> Tag {
        let noun = item.is(part::NOUN);
        let Some(before) = adverbless.or(previous) else {
            let noun = noun && !Self::tags_ahead(items, index);
            return if noun { Tag::Noun } else { Tag::Finite };
        };
        // "claims, without evidence, that"
        let aside = item.word.verb > 0 && next.is_some_and(|after| after.tag == Tag::Comma) && items.get(index + 2..(index + 9).min(items.len())).is_some_and(|run| run.windows(2).any(|pair| matches!(pair, [comma, that] if comma.tag == Tag::Comma && that.is(part::THAT))));
        // "regrets closing it"
        let gerund = next.is_some_and(|after| after.is(part::GERUND) && !after.is(part::NOUN))
            && self.takes_gerund(item);
        let opens = aside || gerund || Self::opens_complement(next);
        let nominal_next = next.is_some_and(|after| {
            (after.word.parts & !part::HEDGE == 0 && after.tag == Tag::Other)
                || after.is(part::NOUN | part::ADJECTIVE)
        });
        let third = item.is(part::THIRD);
        // "Republicans boast of", "officials plan for"
        let prepositional = next.is_some_and(|after| after.is(part::PREPOSITION | part::TO));
        if !third
            && item.word.verb > 0
            && before.is(part::PLURAL)
            && prepositional
            && !items
                .get(..index)
                .is_some_and(|front| front.iter().any(Item::finite))
        {
            return Tag::Finite;
        }
        // "Researchers at A and B report that ...", "emails seen by the Herald show managers knew".
        if noun && item.word.verb > 0 && self.first_verb(items, index, third) {
            return Tag::Finite;
        }
        // "polls in New Hampshire show": the verb agrees with the head before the preposition.
        if noun && opens && item.word.verb > 0 && self.agrees_with_head(items, index, third) {
            return Tag::Finite;
        }
        // "Pence blames media": the only verb that the sentence can have.
        let alone = || {
            !items
                .get(index + 1..)
                .unwrap_or_default()
                .iter()
                .any(|item| item.is(part::PAST | part::BE | part::HAVE | part::MODAL | part::DO))
        };
        if noun && third && item.word.verb > 0 && before.tag == Tag::Name && nominal_next && alone()
        {
            return Tag::Finite;
        }
        if let Some(tag) = self.report_verb(items, index, before) {
            return tag;
        }
        match before.tag {
            Tag::Preposition | Tag::Be if noun => Tag::Noun,
            // "was clear that": an adjective before it is a verb
            Tag::Be if item.is(part::ADJECTIVE) => Tag::Noun,
            Tag::Finite | Tag::Base | Tag::Participle | Tag::Gerund if noun => Tag::Noun,
            // "who police said was armed"
            Tag::Wh if item.is(part::SPEAKER) && next.is_some_and(|after| after.word.verb > 0) => {
                Tag::Noun
            }
            Tag::Pronoun | Tag::Wh => Tag::Finite,
            Tag::That if !noun => Tag::Finite,
            Tag::Name => {
                let plural = before.is(part::PLURAL)
                    || self.lower(before).ends_with('s')
                    || item.word.verb > 0 && self.joins_names(items, index);
                if Self::ends_tag(items, index, plural) {
                    return Tag::Finite;
                }
                if !noun || (third && opens) || (plural && opens) || (third && self.headline) {
                    Tag::Finite
                } else {
                    Tag::Noun
                }
            }
            Tag::Noun | Tag::Number => {
                let joined = index >= 3
                    && self.reads(items.get(index - 2), &["and"])
                    && items.get(index - 3).is_some_and(Item::nominal);
                let agrees = third != (self.is_plural(before) || joined);
                let adverb_only = next.is_some_and(|after| {
                    after.is(part::ADVERB)
                        && !after.is(part::DETERMINER | part::PRONOUN | part::THAT)
                });
                // "about crude remarks": a word not known to speak, right after a preposition, modifies.
                let governed = index
                    .checked_sub(2)
                    .and_then(|at| items.get(at))
                    .is_some_and(|item| {
                        matches!(
                            item.tag,
                            Tag::Preposition
                                | Tag::Finite
                                | Tag::Base
                                | Tag::Gerund
                                | Tag::Genitive
                                | Tag::Possessive
                        )
                    });
                if noun
                    && governed
                    && !next.is_some_and(|after| after.is(part::THAT))
                    && !before.is(part::SPEAKER)
                    && before.tag == Tag::Noun
                {
                    return Tag::Noun;
                }
                // "A team reports in a journal that ..."
                let distant = || {
                    items
                        .get(index + 2..(index + 9).min(items.len()))
                        .and_then(|run| {
                            run.iter()
                                .find(|item| item.is(part::THAT) || item.tag == Tag::Comma)
                        })
                        .is_some_and(|item| item.is(part::THAT))
                };
                if noun
                    && agrees
                    && third
                    && item.word.verb > 0
                    && before.is(part::SPEAKER)
                    && next.is_some_and(|after| after.is(part::PREPOSITION))
                    && distant()
                {
                    return Tag::Finite;
                }
                let people =
                    agrees && before.is(part::SPEAKER) && item.word.verb > 0 && nominal_next;
                if (!noun && agrees) || (agrees && opens && !adverb_only) || people {
                    Tag::Finite
                } else if noun {
                    Tag::Noun
                } else {
                    Tag::Finite
                }
            }
            Tag::Conjunction => Self::after_conjunction(items, index, noun, opens),
            // "..., states that vote" against "X, an aide, states that ..."
            Tag::Comma if noun => {
                let earlier = items
                    .get(index.saturating_sub(25)..index.saturating_sub(1))
                    .is_some_and(|run| {
                        run.iter()
                            .any(|item| matches!(item.tag, Tag::Comma | Tag::Quote))
                    });
                if opens && earlier {
                    Tag::Finite
                } else {
                    Tag::Noun
                }
            }
            Tag::Comma | Tag::Quote | Tag::Dash | Tag::Close => {
                if !noun || opens {
                    Tag::Finite
                } else {
                    Tag::Noun
                }
            }
            _ => {
                if noun {
                    Tag::Noun
                } else {
                    Tag::Finite
                }
            }
        }
    }
}
