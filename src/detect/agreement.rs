//! Whether a word that can be a noun is the verb of the people or texts named before it.

use super::items::{Item, Tag};
use super::lexicon::part;
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
        preposition
            .filter(|at| plain(*at))
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
}
