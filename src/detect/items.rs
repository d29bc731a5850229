//! The items of a sentence: words with one part of speech each, marks, and whole quotations.

use super::lexicon::{Lexicon, Word, part};
use super::quotes::Quotation;
use super::sentences::Sentence;
use super::tokens::{Shape, Token};

/// The part an item plays in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tag {
    Determiner,
    Pronoun,
    Possessive,
    /// A noun or an adjective.
    Noun,
    Name,
    Number,
    /// A day, a month, "today".
    Time,
    /// A finite verb that is no auxiliary.
    Finite,
    /// A plain verb after "to", a modal or "do".
    Base,
    /// A past participle.
    Participle,
    /// A verb form in -ing.
    Gerund,
    Modal,
    Be,
    Have,
    Do,
    To,
    Preposition,
    Conjunction,
    Subordinator,
    That,
    Wh,
    Adverb,
    /// The 's of possession.
    Genitive,
    Comma,
    Semicolon,
    Colon,
    Dash,
    Open,
    Close,
    Stop,
    /// A quotation taken as one item.
    Quote,
    Other,
}

/// One item.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Item {
    pub(crate) tag: Tag,
    /// Index of the first token.
    pub(crate) first: usize,
    /// Index of the last token.
    pub(crate) last: usize,
    pub(crate) word: Word,
    pub(crate) capital: bool,
    /// Stands inside quotation marks that were taken as part of the sentence.
    pub(crate) quoted: bool,
}

impl Item {
    pub(crate) fn is(&self, parts: u32) -> bool {
        self.word.parts & parts != 0
    }
    /// A word that can be part of a noun phrase.
    pub(crate) fn nominal(&self) -> bool {
        matches!(
            self.tag,
            Tag::Noun | Tag::Name | Tag::Number | Tag::Time | Tag::Pronoun
        )
    }
    /// A finite verb or an auxiliary that makes a clause finite.
    pub(crate) fn finite(&self) -> bool {
        match self.tag {
            Tag::Finite | Tag::Modal => true,
            Tag::Be | Tag::Have | Tag::Do => !self.is(part::GERUND | part::PARTICIPLE),
            _ => false,
        }
    }
    pub(crate) fn verbal(&self) -> bool {
        matches!(
            self.tag,
            Tag::Finite
                | Tag::Modal
                | Tag::Be
                | Tag::Have
                | Tag::Do
                | Tag::Base
                | Tag::Participle
                | Tag::Gerund
        )
    }
}

/// Fills `items` with the items of a sentence; verbs, nouns and the rest are not yet told apart.
pub(crate) fn items(
    text: &str,
    tokens: &[Token],
    quotations: &[Quotation],
    sentence: &Sentence,
    lexicon: &Lexicon,
    items: &mut Vec<Item>,
) {
    items.clear();
    let mut index = sentence.start;
    let mut pending = quotations
        .get(sentence.quotations.clone())
        .unwrap_or_default()
        .iter()
        .peekable();
    let mut transparent_end = 0;
    while index < sentence.end {
        if let Some(quotation) = pending.next_if(|quotation| quotation.open <= index) {
            let resumes = || items.iter().any(|item| item.tag == Tag::Quote);
            if whole(text, tokens, quotation, sentence, lexicon, resumes) {
                let last = quotation.end.saturating_sub(1).max(quotation.open);
                items.push(Item {
                    tag: Tag::Quote,
                    first: quotation.open,
                    last,
                    word: Word::default(),
                    capital: false,
                    quoted: true,
                });
                index = quotation.end.max(index + 1);
            } else {
                transparent_end = quotation.end;
                index += 1;
            }
            continue;
        }
        if let Some(token) = tokens.get(index) {
            let quoted = index < transparent_end;
            let mark = matches!(
                token.shape,
                Shape::QuoteOpen | Shape::QuoteClose | Shape::QuoteStraight | Shape::SingleOpen
            );
            // «a "low blow," he said»: the comma belongs to the sentence around.
            let outer_comma = quoted && token.shape == Shape::Comma && index + 2 == transparent_end;
            if !mark {
                let tag = mark_tag(token, tokens.get(index.wrapping_sub(1)));
                items.push(Item {
                    tag,
                    first: index,
                    last: index,
                    word: token.word,
                    capital: token.capital,
                    quoted: quoted && !outer_comma,
                });
            }
        }
        index += 1;
    }
}

fn mark_tag(token: &Token, before: Option<&Token>) -> Tag {
    match token.shape {
        Shape::Comma => Tag::Comma,
        Shape::Semicolon => Tag::Semicolon,
        Shape::Colon => Tag::Colon,
        Shape::Dash => Tag::Dash,
        Shape::Open => Tag::Open,
        Shape::Close => Tag::Close,
        Shape::Stop => Tag::Stop,
        Shape::Number => Tag::Number,
        Shape::SingleClose
            if before.is_some_and(|word| word.shape == Shape::Word && !token.spaced) =>
        {
            Tag::Genitive
        }
        _ => Tag::Other,
    }
}

/// Whether a quotation stands as one item, not as words of the sentence around it.
#[allow(clippy::too_many_lines, reason = "one table of rules, read arm by arm")]
fn whole(
    text: &str,
    tokens: &[Token],
    quotation: &Quotation,
    sentence: &Sentence,
    lexicon: &Lexicon,
    resumes: impl FnOnce() -> bool,
) -> bool {
    let inner = quotation.inner();
    let Some(words) = tokens.get(inner.clone()) else {
        return true;
    };
    let count = words
        .iter()
        .filter(|token| matches!(token.shape, Shape::Word | Shape::Number))
        .count();
    if count == 0 {
        return false;
    }
    let first = words.first();
    let last = words.last();
    let stops = words
        .iter()
        .rev()
        .skip(1)
        .filter(|token| token.shape == Shape::Stop)
        .count();
    if stops > 0 || !quotation.closed {
        return true;
    }
    let mark = |token: &&Token| {
        matches!(
            token.shape,
            Shape::SingleClose | Shape::QuoteClose | Shape::QuoteStraight
        )
    };
    let last = words.iter().rev().find(|token| !mark(token)).or(last);
    let capital = first.is_some_and(|token| {
        token.capital || matches!(token.shape, Shape::Ellipsis | Shape::SingleOpen)
    });
    let comma = last.is_some_and(|token| token.shape == Shape::Comma);
    let ended = last
        .is_some_and(|token| matches!(token.shape, Shape::Stop | Shape::Dash | Shape::Ellipsis));
    let before = tokens
        .get(quotation.open.wrapping_sub(1))
        .filter(|_| quotation.open > sentence.start);
    let after = tokens
        .get(quotation.end)
        .filter(|_| quotation.end < sentence.end);
    let cue_before = before.is_some_and(|token| speech(token, lexicon));
    let cue_after =
        after.is_some_and(|token| speech(token, lexicon) && token.is(part::PAST | part::THIRD));
    match before.map(|token| token.shape) {
        // «left ("It is a joke," she said of the fund)»
        None | Some(Shape::Open) => count >= 3 || comma || ended || cue_after,
        Some(Shape::Colon) => true,
        Some(Shape::Comma) => {
            (capital && count >= 3)
                || (cue_before_comma(text, tokens, quotation.open, lexicon)
                    && (capital || count >= 3 || ended))
                || (comma && count >= 4)
                || (ended && count >= 8)
                || (ended && count >= 3 && resumes())
        }
        Some(Shape::Dash | Shape::Semicolon) => {
            capital && count >= 5
                || comma && (count >= 4 || cue_soon(tokens, quotation.end, lexicon))
                || (comma || ended) && resumes()
        }
        // «"...," he said, and "..."»
        Some(Shape::Word) if before.is_some_and(|token| token.is(part::CONJUNCTION)) => {
            (comma || ended)
                && (count >= 4 && quotation.open == sentence.start + 1 || count >= 2 && resumes())
        }
        Some(_) if cue_before => {
            comma
                || ended
                || after.is_none_or(|token| {
                    // «chanted "Shame" and "Resign"»
                    token.is(part::CONJUNCTION)
                        && tokens
                            .get(quotation.end + 1)
                            .is_some_and(|next| mark(&next) || next.shape == Shape::QuoteOpen)
                        || matches!(
                            token.shape,
                            Shape::Stop | Shape::Comma | Shape::Dash | Shape::Semicolon
                        )
                }) && (capital || count >= 4)
        }
        Some(_) => {
            (capital && count >= 5 && (comma || ended)) || (cue_after && comma && count >= 4)
        }
    }
}

fn speech(token: &Token, lexicon: &Lexicon) -> bool {
    token.word.verb > 0
        && lexicon
            .verbs
            .get(usize::from(token.word.verb) - 1)
            .is_some_and(|cue| cue.frames & super::lexicon::frame::QUOTE != 0)
}

/// Whether a cue stands a few words after a quotation: «"...," she said».
fn cue_soon(tokens: &[Token], from: usize, lexicon: &Lexicon) -> bool {
    let ahead = tokens.get(from..(from + 5).min(tokens.len()));
    ahead
        .unwrap_or_default()
        .iter()
        .take_while(|token| token.shape == Shape::Word)
        .any(|token| speech(token, lexicon) && token.is(part::PAST | part::THIRD))
}

/// Whether a cue stands a few words before the comma at `open - 1`: «he said, "…».
fn cue_before_comma(_text: &str, tokens: &[Token], open: usize, lexicon: &Lexicon) -> bool {
    (2..10)
        .filter_map(|back| tokens.get(open.wrapping_sub(back)))
        .take_while(|token| !matches!(token.shape, Shape::Stop | Shape::Break))
        .any(|token| speech(token, lexicon) || token.is(part::ACCORDING))
}
