//! Whom the sentences between two statements are about: the subject that a pronoun means first.

use super::lexicon::part;
use super::names::name_token;
use super::tokens::{Shape, Token};

/// A place between words, some sentences before another.
pub(crate) fn near(text: &str, place: usize) -> usize {
    const REACH: usize = 1000;
    let before = text.get(..place).unwrap_or_default();
    let far = before.len().saturating_sub(REACH);
    let space = |(at, letter): &(usize, char)| *at <= far && letter.is_whitespace();
    let space = before.char_indices().rev().find(space);
    space.map_or(0, |(at, _)| at)
}

/// The last word of the name that begins the last sentence so begun, outside quotation marks: «... . Mrs Holm laughed.»
pub(crate) fn last_subject<'t>(text: &'t str, tokens: &[Token]) -> Option<&'t str> {
    let (mut found, mut begins, mut quoted) = (None, false, false);
    // "In May, Mrs Holm laughed": a phrase may come first.
    let mut named = true;
    let mut words = tokens.iter().peekable();
    while let Some(token) = words.next() {
        match token.shape {
            Shape::QuoteOpen | Shape::SingleOpen => quoted = true,
            Shape::QuoteClose | Shape::QuoteStraight | Shape::SingleClose => {
                quoted = !quoted && token.shape == Shape::QuoteStraight;
                begins = !quoted;
            }
            Shape::Stop | Shape::Break => (begins, named) = (!quoted, false),
            Shape::Comma if !named && !quoted => begins = true,
            Shape::Word if begins && !token.is(part::TITLE) => {
                begins = false;
                // "Asked about it, ..." begins with no name.
                let verb = token.is(part::VERB) && !words.peek().is_some_and(|next| next.capital);
                let mut last = Some(token).filter(|token| !verb && name_token(token, text));
                while let Some(next) =
                    words.next_if(|next| last.is_some() && name_token(next, text))
                {
                    last = Some(next);
                }
                named |= last.is_some();
                found = last.map(|name| name.text(text)).or(found);
            }
            _ => {}
        }
    }
    found
}
