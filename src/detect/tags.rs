//! One part of speech for every word, from the lexicon and the words around it.

use super::grammar::Ending;
use super::items::{Item, Tag};
use super::lexicon::{Lexicon, part};
use super::tokens::{Shape, Token};

/// Words of a sentence being tagged.
pub(crate) struct Tagger<'t> {
    text: &'t str,
    tokens: &'t [Token],
    pub(crate) lexicon: &'t Lexicon,
    /// Nearly all words have capitals, so that a capital means nothing.
    pub(crate) headline: bool,
}

/// Gives every word item of a sentence its tag.
pub(crate) fn tag(text: &str, tokens: &[Token], lexicon: &Lexicon, items: &mut [Item]) {
    let tagger = Tagger {
        text,
        tokens,
        lexicon,
        headline: is_headline(tokens, items),
    };
    for index in 0..items.len() {
        if tagger.in_title(items, index) {
            if let Some(item) = items.get_mut(index) {
                item.tag = Tag::Name;
            }
            continue;
        }
        if items.get(index).is_none_or(|item| item.tag != Tag::Other) {
            continue;
        }
        let tag = tagger.tag_at(items, index);
        let auxiliary = matches!(tag, Tag::Be | Tag::Have | Tag::Do);
        let governed = auxiliary
            && Tagger::before_adverbs(items, index)
                .is_some_and(|before| matches!(before.tag, Tag::To | Tag::Modal | Tag::Do));
        // "asked that it be shut": finite where nothing governs it.
        let subjunctive = tag == Tag::Be
            && !governed
            && Tagger::before_adverbs(items, index).is_some_and(Item::nominal)
            && items
                .get(index)
                .is_some_and(|item| !item.is(part::GERUND) && tagger.reads(Some(item), &["be"]));
        if let Some(item) = items.get_mut(index) {
            item.tag = tag;
            if subjunctive {
                item.word.parts &= !part::PARTICIPLE;
            }
            if governed {
                // "to be", "will have": not finite.
                item.word.parts |= part::PARTICIPLE;
            }
        }
    }
    tagger.mend(items);
}

/// Whether nearly all long words begin with a capital.
fn is_headline(tokens: &[Token], items: &[Item]) -> bool {
    let long = items.iter().filter(|item| {
        item.tag == Tag::Other
            && tokens
                .get(item.first)
                .is_some_and(|token| token.end - token.start > 3)
    });
    let (mut small, mut all) = (0, 0);
    for item in long {
        all += 1;
        small += usize::from(!item.capital);
        if small * 8 > items.len() {
            return false;
        }
    }
    all >= 4 && small * 8 <= all
}

impl Tagger<'_> {
    /// Whether the word stands in a short quotation that is a title: "Meet the Press".
    pub(crate) fn in_title(&self, items: &[Item], index: usize) -> bool {
        let inside = |item: &&Item| item.quoted && item.tag != Tag::Quote && item.tag != Tag::Comma;
        if !items.get(index).as_ref().is_some_and(inside) || self.headline {
            return false;
        }
        let before = items
            .get(..index)
            .unwrap_or_default()
            .iter()
            .rev()
            .take_while(inside)
            .count();
        let after = items
            .get(index..)
            .unwrap_or_default()
            .iter()
            .take_while(inside)
            .count();
        if before + after > 6 {
            return false;
        }
        let run = items.get(index - before..index + after).unwrap_or_default();
        let long = |item: &Item| {
            self.tokens
                .get(item.first)
                .is_some_and(|token| token.end - token.start > 3)
        };
        run.len() > 1
            && run.first().is_some_and(|first| first.capital)
            && run.iter().all(|item| item.capital || !long(item))
    }

    pub(crate) fn lower(&self, item: &Item) -> &str {
        self.tokens
            .get(item.first)
            .map_or("", |token| token.text(self.text))
    }

    /// Whether an item is one of these words of the rules, in any case.
    pub(crate) fn reads(&self, item: Option<&Item>, words: &[&str]) -> bool {
        item.is_some_and(|item| {
            let own = self.lower(item);
            self.lexicon.grammar.reads(own, item.word.rule, words)
        })
    }

    /// Whether a word ends as such words do in the language.
    pub(crate) fn ends(&self, own: &str, ending: Ending) -> bool {
        self.lexicon.grammar.ends(own, ending)
    }

    pub(crate) fn tag_at(&self, items: &[Item], index: usize) -> Tag {
        let Some(item) = items.get(index) else {
            return Tag::Other;
        };
        if item.tag != Tag::Other {
            return item.tag;
        }
        let own = self.lower(item);
        if self
            .tokens
            .get(item.first)
            .is_none_or(|token| token.shape != Shape::Word)
        {
            return if own == "&" && Self::between_names(items, index) {
                Tag::Name
            } else {
                Tag::Other
            };
        }
        let previous = index.checked_sub(1).and_then(|before| items.get(before));
        let next = items.get(index + 1);
        if matches!(own, "'s" | "’s" | "'S" | "’S") {
            return self.apostrophe_s(items, index);
        }
        let initial =
            previous.is_none_or(|before| matches!(before.tag, Tag::Quote | Tag::Stop | Tag::Colon));
        if item.capital
            && !self.headline
            && let Some(tag) = Self::capital(item, previous, next, initial)
        {
            return tag;
        }
        if item.word.parts & !part::HEDGE == 0 || item.word.parts == part::TITLE {
            return self.guess(own, item, items, index, initial);
        }
        self.known(own, items, index, item, previous, next)
    }

    pub(crate) fn guess(
        &self,
        own: &str,
        item: &Item,
        items: &[Item],
        index: usize,
        initial: bool,
    ) -> Tag {
        if item.word.parts == part::TITLE && !item.capital {
            return Tag::Noun;
        }
        let plain = self.lexicon.grammar.tells_by_ending(own);
        let name_next = items.get(index + 1).is_some_and(|after| {
            after.capital && !after.is(part::DETERMINER | part::PRONOUN | part::PREPOSITION)
        });
        let verb_next = name_next && self.ends(own, Ending::Gerund)
            || items.get(index + 1).is_some_and(|after| {
                after.is(part::PAST | part::THIRD | part::BE | part::HAVE | part::MODAL)
                    && !after.capital
            });
        if item.capital && self.headline && plain && self.ends(own, Ending::Adverb) && index > 0 {
            return Tag::Adverb;
        }
        if item.capital
            && (verb_next
                || !(initial
                    && plain
                    && (self.ends(own, Ending::Adverb) || self.ends(own, Ending::Gerund))))
        {
            return Tag::Name;
        }
        if own.starts_with(|first: char| first.is_ascii_digit() || first == '$') {
            return Tag::Number;
        }
        if !plain {
            return Tag::Noun;
        }
        if self.ends(own, Ending::Adverb) {
            return Tag::Adverb;
        }
        if Self::before_adverbs(items, index)
            .is_some_and(|before| matches!(before.tag, Tag::To | Tag::Modal))
        {
            return Tag::Base;
        }
        // "they empathize": an unknown word after a subject pronoun is a verb.
        if Self::before_adverbs(items, index).is_some_and(|before| {
            before.tag == Tag::Pronoun
                && self.reads(Some(before), &["i", "he", "she", "we", "they"])
        }) && !self.ends(own, Ending::Gerund)
            && !self.ends(own, Ending::Past)
        {
            return Tag::Finite;
        }
        if self.after_it(own, items, index) {
            return Tag::Finite;
        }
        if self.ends(own, Ending::Finite) && !Self::after_nominal_start(items, index) {
            return Tag::Finite;
        }
        if self.ends(own, Ending::Gerund) && !Self::after_nominal_start(items, index) {
            return Tag::Gerund;
        }
        if self.ends(own, Ending::Past) {
            return self.past(items, index, part::PAST | part::PARTICIPLE);
        }
        Tag::Noun
    }

    /// Whether a sign stands between two words with capitals: "Johnson & Johnson".
    fn between_names(items: &[Item], index: usize) -> bool {
        Self::before(items, index).is_some_and(|before| before.capital)
            && items.get(index + 1).is_some_and(|after| after.capital)
    }

    /// "it stinks": a word in -s right after "it" as a subject.
    fn after_it(&self, own: &str, items: &[Item], index: usize) -> bool {
        let subject = Self::before_adverbs(items, index)
            .is_some_and(|before| before.tag == Tag::Pronoun && self.reads(Some(before), &["it"]));
        let governed = Self::before(items, index.saturating_sub(1))
            .is_some_and(|governor| governor.tag == Tag::Preposition);
        own.ends_with('s') && !own.ends_with("ss") && subject && !governed
    }

    pub(crate) fn before(items: &[Item], index: usize) -> Option<&Item> {
        index.checked_sub(1).and_then(|before| items.get(before))
    }

    /// The last item before `index` that is no adverb.
    pub(crate) fn before_adverbs(items: &[Item], index: usize) -> Option<&Item> {
        items
            .get(..index)?
            .iter()
            .rev()
            .find(|item| item.tag != Tag::Adverb)
    }

    pub(crate) fn after_nominal_start(items: &[Item], index: usize) -> bool {
        Self::before(items, index).is_some_and(|item| {
            matches!(item.tag, Tag::Determiner | Tag::Possessive | Tag::Genitive)
        })
    }

    pub(crate) fn known(
        &self,
        own: &str,
        items: &[Item],
        index: usize,
        item: &Item,
        previous: Option<&Item>,
        next: Option<&Item>,
    ) -> Tag {
        if let Some(tag) = self.closed(own, items, index, item, previous, next) {
            return tag;
        }
        // "sources close to the family", "officials present at the talks"
        if matches!(own, "close" | "present")
            && previous.is_some_and(|before| before.tag == Tag::Noun)
            && self.reads(next, &["to", "at"])
        {
            return Tag::Noun;
        }
        if item.is(part::VERB) {
            return self.verb(items, index, item, next);
        }
        if item.is(part::TIME) {
            return Tag::Time;
        }
        if item.is(part::NUMBER) {
            return Tag::Number;
        }
        if item.is(part::ADVERB) && !item.is(part::ADJECTIVE | part::NOUN) {
            return Tag::Adverb;
        }
        if item.capital && item.is(part::TITLE) {
            Tag::Name
        } else {
            Tag::Noun
        }
    }

    /// Whether a noun is a plural, by list or by its ending.
    pub(crate) fn is_plural(&self, item: &Item) -> bool {
        item.is(part::PLURAL) || {
            let own = self.lower(item);
            own.ends_with('s') && !["ss", "us", "sis"].iter().any(|end| own.ends_with(end))
                || matches!(
                    own,
                    "people" | "men" | "women" | "children" | "police" | "data"
                )
        }
    }
}
