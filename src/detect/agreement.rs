//! Whether a word that can be a noun is the verb of the people or texts named before it.

use super::items::{Item, Tag};
use super::lexicon::{Cue, frame, part};
use super::tags::Tagger;

impl Tagger<'_> {
    /// Whether a word that can be a noun is the first verb of its sentence: someone or some text that can
    /// speak stands before it, no verb does, and what follows can be what they say.
    pub(crate) fn first_verb(&self, items: &[Item], index: usize, third: bool) -> bool {
        let front = items.get(..index).unwrap_or_default();
        let speaks = |item: &&Item| item.tag == Tag::Noun && item.is(part::SPEAKER);
        // "Audit papers from the ministry show": the last noun before what modifies it is the head.
        let phrase = front
            .iter()
            .take(6)
            .take_while(|item| !matches!(item.tag, Tag::Preposition | Tag::Participle));
        let Some(head) = phrase
            .filter(speaks)
            .last()
            .or_else(|| front.iter().take(6).find(speaks))
        else {
            return false;
        };
        let modified = front
            .iter()
            .any(|item| matches!(item.tag, Tag::Preposition | Tag::Participle));
        let next = items.get(index + 1);
        let says = next.is_some_and(|after| {
            after.is(part::THAT | part::DETERMINER | part::NUMBER | part::PRONOUN)
                || after.capital && !after.is(part::PREPOSITION)
                || after.is(part::PLURAL) && modified
                || modified
                    && self.is_plural(after)
                    && items.get(index + 2).is_some_and(|verb| {
                        verb.is(part::PAST | part::MODAL | part::BE | part::HAVE)
                    })
        });
        let marked = front.iter().any(|item| {
            item.finite()
                || matches!(
                    item.tag,
                    Tag::Comma | Tag::Quote | Tag::Conjunction | Tag::To
                )
        });
        modified
            && says
            && third != self.is_plural(head)
            && (!marked
                || next.is_some_and(|after| after.is(part::THAT))
                    && !front.iter().any(Item::finite))
    }

    /// Whether an auxiliary waits before an aside for the verb at `index`: "would, if elected, leave".
    pub(crate) fn after_aside(items: &[Item], index: usize, auxiliaries: &[Tag]) -> bool {
        const REACH: usize = 8;
        let front = items.get(..index.saturating_sub(1)).unwrap_or_default();
        let open = front
            .iter()
            .rev()
            .take(REACH)
            .position(|item| item.tag == Tag::Comma)
            .and_then(|back| front.len().checked_sub(back + 2));
        open.and_then(|at| front.get(at))
            .is_some_and(|item| auxiliaries.contains(&item.tag))
    }

    /// Whether a verb after a comma follows an inserted relative clause whose noun has no verb yet:
    /// "Smith, who said he was tired, resigned in May".
    pub(crate) fn after_relative(items: &[Item], index: usize) -> bool {
        let front = items.get(..index).unwrap_or_default();
        let Some(open) = front.windows(2).position(
            |pair| matches!(pair, [comma, wh] if comma.tag == Tag::Comma && wh.tag == Tag::Wh),
        ) else {
            return false;
        };
        let (main, relative) = front.split_at(open);
        !main.iter().any(Item::finite)
            && !relative.windows(2).any(
                |pair| matches!(pair, [comma, verb] if comma.tag == Tag::Comma && verb.finite()),
            )
    }

    /// Whether a word belongs to "as many as" or "up to" before a number.
    pub(crate) fn counts(&self, items: &[Item], index: usize) -> bool {
        const PHRASES: [&[&str]; 5] = [
            &["as", "many", "as"],
            &["as", "much", "as"],
            &["as", "few", "as"],
            &["as", "little", "as"],
            &["up", "to"],
        ];
        PHRASES.iter().any(|phrase| {
            (0..phrase.len()).any(|place| {
                let Some(start) = index.checked_sub(place) else {
                    return false;
                };
                let number = items
                    .get(start + phrase.len())
                    .is_some_and(|item| item.tag == Tag::Number || item.is(part::NUMBER));
                number
                    && phrase
                        .iter()
                        .enumerate()
                        .all(|(at, word)| self.reads(items.get(start + at), &[word]))
            })
        })
    }

    /// Whether a past form after a verb of saying belongs to the subject of what is said: "said closed wards help no one".
    pub(crate) fn modifies_subject(&self, items: &[Item], index: usize) -> bool {
        let speech = index
            .checked_sub(1)
            .and_then(|before| self.cue_of(items.get(before)))
            .is_some_and(|cue| cue.frames & (frame::THAT | frame::NP) == frame::THAT);
        let plural = items.get(index + 1).is_some_and(|next| {
            !next.is(part::PREPOSITION | part::DETERMINER) && self.is_plural(next)
        });
        speech && plural
    }

    /// Whether a form such as "cut" ends the object before it: "argued for a tax cut."
    pub(crate) fn ends_object(items: &[Item], index: usize) -> bool {
        let closed = items.get(index + 1).is_none_or(|next| {
            matches!(next.tag, Tag::Stop | Tag::Comma) || next.is(part::CONJUNCTION)
        });
        let front = items.get(..index).unwrap_or_default();
        let phrase = front
            .iter()
            .rev()
            .take_while(|item| item.tag == Tag::Noun)
            .count();
        let start = items.get(..index - phrase.min(index)).unwrap_or_default();
        let start = match start.last() {
            Some(last) if matches!(last.tag, Tag::Determiner | Tag::Possessive) => {
                start.get(..start.len() - 1).unwrap_or_default()
            }
            _ => start,
        };
        closed
            && phrase > 0
            && start.last().is_some_and(|governor| {
                matches!(
                    governor.tag,
                    Tag::Preposition | Tag::Finite | Tag::Base | Tag::Gerund
                )
            })
    }

    /// Whether a verb takes a participle clause: "regrets closing it".
    pub(crate) fn takes_gerund(&self, item: &Item) -> bool {
        self.cue_of(Some(item))
            .is_some_and(|cue| cue.frames & frame::ING != 0)
    }

    /// Whether what follows looks like the object of a verb.
    pub(crate) fn opens_complement(next: Option<&Item>) -> bool {
        let Some(after) = next else { return false };
        if after.tag == Tag::Quote || matches!(after.tag, Tag::Colon) {
            return true;
        }
        after.is(part::THAT
            | part::DETERMINER
            | part::POSSESSIVE
            | part::WH
            | part::TO
            | part::OBJECT)
            || after.is(part::PRONOUN)
            || (after.capital && !after.is(part::PREPOSITION | part::CONJUNCTION))
            || (after.is(part::ADVERB) && !after.is(part::CONJUNCTION))
    }

    pub(crate) fn after_conjunction(items: &[Item], index: usize, noun: bool, opens: bool) -> Tag {
        let verb = items.get(..index).and_then(|before| {
            before.iter().rev().find(|item| {
                matches!(
                    item.tag,
                    Tag::Finite | Tag::Base | Tag::Participle | Tag::Gerund | Tag::Be
                )
            })
        });
        let item = items.get(index);
        let third = item.is_some_and(|item| item.is(part::THIRD));
        match verb.map(|verb| verb.tag) {
            Some(Tag::Base) if !third && (!noun || opens) => Tag::Base,
            _ if noun && !opens => Tag::Noun,
            None if noun => Tag::Noun,
            _ => Tag::Finite,
        }
    }

    /// The cue verb of an item.
    pub(crate) fn cue_of(&self, item: Option<&Item>) -> Option<&Cue> {
        let number = usize::from(item?.word.verb).checked_sub(1)?;
        self.lexicon.verbs.get(number)
    }

    /// Whether the head of the phrase before, with a prepositional phrase, can speak and agrees.
    pub(crate) fn agrees_with_head(&self, items: &[Item], index: usize, third: bool) -> bool {
        let reach = index.saturating_sub(8);
        let preposition = (reach..index).rev().find(|at| {
            items
                .get(*at)
                .is_some_and(|item| item.tag == Tag::Preposition)
        });
        let plain = |at: usize| {
            items.get(at + 1..index).is_some_and(|run| {
                !run.is_empty()
                    && run.iter().all(|item| {
                        matches!(
                            item.tag,
                            Tag::Name | Tag::Noun | Tag::Determiner | Tag::Number | Tag::Possessive
                        )
                    })
            })
        };
        // "told analysts on a conference call that": the head is an object.
        let object = |at: &usize| {
            let front = items.get(..*at).unwrap_or_default();
            let verb = front.iter().rposition(Item::finite);
            verb.is_some_and(|verb| {
                front.get(verb + 1..).is_some_and(|between| {
                    between.iter().all(|item| {
                        matches!(
                            item.tag,
                            Tag::Noun | Tag::Name | Tag::Determiner | Tag::Number | Tag::Possessive
                        )
                    })
                }) && self
                    .cue_of(front.get(verb))
                    .is_some_and(|cue| cue.frames & frame::HEARER != 0)
            })
        };
        preposition
            .filter(|at| plain(*at) && !object(at))
            .and_then(|at| at.checked_sub(1))
            .and_then(|at| items.get(at))
            .is_some_and(|head| {
                head.tag == Tag::Noun && head.is(part::SPEAKER) && third != self.is_plural(head)
            })
    }

    /// Whether a name and a verb of saying follow right after a quotation: «"...," retired General Doe said».
    pub(crate) fn names_speaker(items: &[Item], index: usize) -> bool {
        let quotation = items
            .get(index.saturating_sub(2)..index)
            .is_some_and(|run| run.iter().any(|item| item.quoted));
        let saying = |run: &[Item]| {
            run.iter()
                .find(|item| !item.capital && !item.is(part::NOUN | part::TITLE | part::SPEAKER))
                .is_some_and(|item| item.word.verb > 0 && item.is(part::PAST | part::THIRD))
        };
        quotation
            && items
                .get(index + 1..(index + 9).min(items.len()))
                .is_some_and(saying)
    }

    /// Whether two names joined by "and" stand before a word: "Smith and Doe call it ...".
    pub(crate) fn joins_names(&self, items: &[Item], index: usize) -> bool {
        let front = items.get(..index).unwrap_or_default();
        let last = front
            .iter()
            .rev()
            .take_while(|item| item.tag == Tag::Name)
            .count();
        let Some((and, rest)) = front
            .get(..front.len() - last)
            .and_then(<[Item]>::split_last)
        else {
            return false;
        };
        last > 0
            && self.reads(Some(and), &["and"])
            && rest.last().is_some_and(|item| item.tag == Tag::Name)
    }

    /// Whether a name and then a quotation follow: «Quips Smith, "..."».
    pub(crate) fn tags_ahead(items: &[Item], index: usize) -> bool {
        let ahead = items.get(index + 1..(index + 12).min(items.len()));
        let mut ahead = ahead.unwrap_or_default().iter();
        let named = ahead.next().is_some_and(|item| item.capital);
        let quoted = ahead
            .skip_while(|item| !matches!(item.tag, Tag::Comma | Tag::Colon))
            .nth(1)
            .is_some_and(|item| item.tag == Tag::Quote);
        named && quoted && items.get(index).is_some_and(|item| item.word.verb > 0)
    }

    /// Whether a cue verb after a name stands just behind a quotation: «"Who knows?" Smith wonders.»
    pub(crate) fn ends_tag(items: &[Item], index: usize, plural: bool) -> bool {
        let quotation = items
            .get(index.saturating_sub(5)..index)
            .is_some_and(|run| run.iter().any(|item| item.tag == Tag::Quote));
        let third = items.get(index).is_some_and(|item| item.is(part::THIRD));
        let ends = items.get(index + 1).is_some_and(|after| {
            matches!(after.tag, Tag::Stop | Tag::Comma) || after.is(part::PREPOSITION)
        });
        quotation
            && (plural || third && ends)
            && items.get(index).is_some_and(|item| item.word.verb > 0)
    }

    /// Whether a past form and the quoted name after it belong to the noun before: «a plan dubbed "Frost"», «shared a
    /// list called "Frost"», but not «she called "Help!"».
    pub(crate) fn names_noun(&self, items: &[Item], index: usize) -> bool {
        let front = items.get(..index).unwrap_or_default();
        let article = items
            .get(index + 1)
            .is_some_and(|item| item.is(part::DETERMINER));
        let quoted = items
            .get(index + 1 + usize::from(article))
            .is_some_and(|item| item.quoted);
        let frames = self.cue_of(items.get(index)).map_or(0, |cue| cue.frames);
        let breaks = |tag: Tag| matches!(tag, Tag::Comma | Tag::Conjunction | Tag::That | Tag::Wh);
        let said = || {
            front.last().is_some_and(|item| item.tag != Tag::Noun)
                || !front
                    .iter()
                    .rev()
                    .take_while(|item| !breaks(item.tag))
                    .any(Item::finite)
        };
        let spoken = front
            .last()
            .is_some_and(|item| matches!(item.tag, Tag::Pronoun | Tag::Name));
        quoted && !spoken && frames & frame::SMALL != 0 && !(frames & frame::QUOTE != 0 && said())
    }
}
