//! A sentence as the rules see it: its items, and short questions about them.

use super::groups::Words;
use super::items::{Item, Tag};
use super::lexicon::{Cue, Lexicon, part};
use super::tokens::{Shape, Token};

/// A run of items, first and one past the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl Run {
    pub(crate) fn is_empty(self) -> bool {
        self.end <= self.start
    }
}

/// A tagged sentence.
#[derive(Clone, Copy)]
pub(crate) struct View<'t> {
    pub(crate) text: &'t str,
    pub(crate) tokens: &'t [Token],
    pub(crate) items: &'t [Item],
    pub(crate) lexicon: &'static Lexicon,
}

impl<'t> View<'t> {
    pub(crate) fn len(&self) -> usize {
        self.items.len()
    }

    pub(crate) fn item(&self, index: usize) -> Option<&'t Item> {
        self.items.get(index)
    }

    /// The tag at `index`; [`Tag::Stop`] outside the sentence.
    pub(crate) fn tag(&self, index: usize) -> Tag {
        self.items.get(index).map_or(Tag::Stop, |item| item.tag)
    }

    /// The tag before `index`; [`Tag::Stop`] at the start.
    pub(crate) fn tag_before(&self, index: usize) -> Tag {
        index
            .checked_sub(1)
            .map_or(Tag::Stop, |before| self.tag(before))
    }

    pub(crate) fn is(&self, index: usize, parts: u32) -> bool {
        self.items.get(index).is_some_and(|item| item.is(parts))
    }

    /// The words of an item as written.
    pub(crate) fn own(&self, index: usize) -> &'t str {
        self.items
            .get(index)
            .and_then(|item| self.tokens.get(item.first))
            .map_or("", |token| token.text(self.text))
    }

    /// Whether the item is one of these words of the rules, in any case.
    pub(crate) fn reads(&self, index: usize, words: &[&str]) -> bool {
        let rule = self.items.get(index).map_or(0, |item| item.word.rule);
        self.lexicon.grammar.reads(self.own(index), rule, words)
    }

    /// Whether the item is a word of a group.
    pub(crate) fn in_group(&self, index: usize, group: Words) -> bool {
        self.item(index)
            .is_some_and(|item| item.word.in_group(group))
    }

    /// The cue verb at an item.
    pub(crate) fn verb(&self, index: usize) -> Option<&'static Cue> {
        let number = usize::from(self.items.get(index)?.word.verb);
        self.lexicon.verbs.get(number.checked_sub(1)?)
    }

    /// The cue noun at an item.
    pub(crate) fn noun(&self, index: usize) -> Option<&'static Cue> {
        let number = usize::from(self.items.get(index)?.word.noun);
        self.lexicon.nouns.get(number.checked_sub(1)?)
    }

    /// Skips adverbs forwards, in quotation marks too: «that "just as we have seen, ..."».
    pub(crate) fn skip_all_adverbs(&self, index: usize) -> usize {
        (index..self.len())
            .find(|at| self.tag(*at) != Tag::Adverb)
            .unwrap_or(self.len())
    }

    /// Skips adverbs forwards, but into no quotation marks: «said "never"».
    pub(crate) fn skip_adverbs(&self, mut index: usize) -> usize {
        while self.tag(index) == Tag::Adverb && !self.opens_quoted(index) {
            index += 1;
        }
        index
    }

    /// Bytes of a run of items, without marks at its ends that belong to nobody.
    pub(crate) fn bytes(&self, run: Run) -> Option<std::ops::Range<usize>> {
        let mut run = run;
        let loose = |tag: Tag| {
            matches!(
                tag,
                Tag::Comma | Tag::Semicolon | Tag::Colon | Tag::Dash | Tag::Stop
            )
        };
        while !run.is_empty() && loose(self.tag(run.start)) {
            run.start += 1;
        }
        while !run.is_empty() && loose(self.tag(run.end - 1)) {
            run.end -= 1;
        }
        if run.is_empty() {
            return None;
        }
        let first = self.tokens.get(self.items.get(run.start)?.first)?;
        let last = self.tokens.get(self.items.get(run.end - 1)?.last)?;
        let (mut start, mut end) = (first.start, last.end);
        // A quotation mark that touches the edge belongs to the words inside it.
        let edge = |index: Option<usize>| {
            index
                .and_then(|index| self.tokens.get(index))
                .filter(|token| {
                    matches!(
                        token.shape,
                        Shape::QuoteOpen | Shape::QuoteClose | Shape::QuoteStraight
                    )
                })
        };
        let (head, tail) = (self.items.get(run.start)?, self.items.get(run.end - 1)?);
        if head.quoted && head.tag != Tag::Quote {
            start = edge(head.first.checked_sub(1)).map_or(start, |mark| mark.start);
        }
        if tail.quoted && tail.tag != Tag::Quote {
            end = edge(Some(tail.last + 1))
                .or_else(|| edge(Some(tail.last + 2)).filter(|mark| !mark.spaced))
                .map_or(end, |mark| mark.end);
        }
        Some(start as usize..end as usize)
    }

    /// Whether quotation marks open at an item that is read as a word of its sentence.
    pub(crate) fn opens_quoted(&self, at: usize) -> bool {
        self.inside_quoted(at) && !at.checked_sub(1).is_some_and(|at| self.inside_quoted(at))
    }

    /// End of the quoted words that begin at an item.
    pub(crate) fn quoted_end(&self, at: usize) -> usize {
        (at..self.len())
            .find(|index| !self.inside_quoted(*index))
            .unwrap_or(self.len())
    }

    /// The words in quotation marks that begin at an item, taken as one or as words of the sentence, with those that
    /// "and" joins to them.
    pub(crate) fn quoted_run(&self, start: usize) -> Option<Run> {
        let (mut at, mut end) = (start, start);
        loop {
            end = match self.tag(at) {
                Tag::Quote => at + 1,
                _ if self.opens_quoted(at) => self.quoted_end(at),
                _ => break,
            };
            at = end;
            while matches!(self.tag(at), Tag::Comma | Tag::Conjunction) {
                at += 1;
            }
        }
        (end > start).then_some(Run { start, end })
    }

    /// Whether an item stands in quotation marks and is read as a word of its sentence.
    pub(crate) fn inside_quoted(&self, at: usize) -> bool {
        self.item(at)
            .is_some_and(|item| item.quoted && item.tag != Tag::Quote)
    }

    /// Whether a whole quotation begins with a small letter, as a part of a sentence does.
    pub(crate) fn quotes_lower(&self, index: usize) -> bool {
        let first = self
            .items
            .get(index)
            .and_then(|item| self.tokens.get(item.first + 1));
        first.is_some_and(|token| token.shape == Shape::Word && !token.capital)
    }

    /// Whether a comma ends the words of a whole quotation, as of «"a farce," he said».
    pub(crate) fn quotes_comma(&self, index: usize) -> bool {
        let last = self
            .items
            .get(index)
            .and_then(|item| self.tokens.get(item.last.checked_sub(1)?));
        last.is_some_and(|token| token.shape == Shape::Comma)
    }

    /// Whether an item can begin a noun phrase.
    pub(crate) fn begins_phrase(&self, index: usize) -> bool {
        match self.tag(index) {
            Tag::Determiner
            | Tag::Possessive
            | Tag::Pronoun
            | Tag::Noun
            | Tag::Name
            | Tag::Number
            | Tag::That => true,
            Tag::Time => true,
            Tag::Gerund => false,
            Tag::Adverb => self.is(index, part::DETERMINER) || (self.tag(index + 1) == Tag::Number),
            _ => false,
        }
    }
}
