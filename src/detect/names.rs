//! Names of persons and bodies in a text, and what is known of them.

use super::groups::Words;
use super::lexicon::{Gender, Lexicon, QuickMap, part};
use super::lower::{lower, lower_key};
use super::tokens::{Shape, Token};

/// The gender that a given name or a title shows.
pub(crate) fn gender_of(words: &[&str], lexicon: &Lexicon) -> Gender {
    let known = |word: &&str| lexicon.word(&lower_key(word)?);
    for word in words.iter().filter_map(known) {
        if word.in_group(Words::Male) {
            return Gender::He;
        }
        if word.in_group(Words::Female) {
            return Gender::She;
        }
    }
    words
        .iter()
        .find_map(|word| given(word, lexicon))
        .unwrap_or(Gender::Unknown)
}

/// The gender of a common given name.
fn given(word: &str, lexicon: &Lexicon) -> Option<Gender> {
    let mut buffer = [0u8; 24];
    lower(word, &mut buffer).and_then(|lower| lexicon.given_names.get(lower).copied())
}

/// Whether a token can be part of a name.
pub(crate) fn name_token(token: &Token, text: &str) -> bool {
    if token.capital
        && token.is(part::TIME)
        && !token.text(text).ends_with('.')
        && token.word.in_group(Words::MonthName)
    {
        return true;
    }
    let closed = part::PRONOUN
        | part::DETERMINER
        | part::PREPOSITION
        | part::CONJUNCTION
        | part::POSSESSIVE
        | part::WH
        | part::MODAL
        | part::SUBORDINATOR
        | part::TIME
        | part::OBJECT;
    token.shape == Shape::Word && token.capital && !token.is(closed)
        || token.shape == Shape::Word
            && token.capital
            && token.is(part::MODAL)
            && !token.is(part::PRONOUN)
}

/// Full names of persons by their last word, from runs of two to four capitals.
pub(crate) struct Directory<'t> {
    pub(crate) lexicon: &'static Lexicon,
    by_last: QuickMap<&'t str, &'t str>,
    /// Where persons are named, by place.
    places: Vec<(usize, &'t str)>,
}

impl<'t> Directory<'t> {
    /// Reads a text for full names; the first full name with a surname is kept.
    pub(crate) fn read(
        text: &'t str,
        tokens: &[Token],
        lexicon: &'static Lexicon,
    ) -> Directory<'t> {
        let mut by_last = QuickMap::default();
        let mut places = Vec::new();
        let mut index = 0;
        while index < tokens.len() {
            let mut end = index;
            while tokens
                .get(end)
                .is_some_and(|token| name_token(token, text) && (end == index || token.spaced))
            {
                end += 1;
            }
            if end > index + 1 {
                enter(
                    text,
                    tokens.get(index..end).unwrap_or_default(),
                    lexicon,
                    &mut by_last,
                    &mut places,
                );
            }
            index = end.max(index + 1);
        }
        Directory {
            lexicon,
            by_last,
            places,
        }
    }

    /// The last person named in full before a place, within a reach of some sentences, that fits a pronoun.
    pub(crate) fn before(&self, place: usize, gender: Gender) -> Option<&'t str> {
        const REACH: usize = 1500;
        let end = self.places.partition_point(|(at, _)| *at < place);
        let near = self
            .places
            .get(..end)?
            .iter()
            .rev()
            .take_while(|(at, _)| at + REACH > place);
        near.map(|(_, name)| *name).find(|name| {
            let words: Vec<&str> = name.split(' ').collect();
            let own = gender_of(&words, self.lexicon);
            own == gender || own == Gender::Unknown
        })
    }

    /// The full name that ends with this surname.
    pub(crate) fn full(&self, last: &str) -> Option<&'t str> {
        self.by_last.get(last).copied()
    }
}

fn enter<'t>(
    text: &'t str,
    run: &[Token],
    lexicon: &Lexicon,
    by_last: &mut QuickMap<&'t str, &'t str>,
    places: &mut Vec<(usize, &'t str)>,
) {
    let start = run
        .iter()
        .rposition(|token| token.is(part::TITLE))
        .map_or(0, |title| title + 1);
    // "Area OCPD Joseph Kibet": the name begins with the given name.
    let start = (start..run.len().saturating_sub(1))
        .find(|index| {
            run.get(*index)
                .is_some_and(|token| given(token.text(text), lexicon).is_some())
        })
        .unwrap_or(start);
    let Some(person) = run
        .get(start..)
        .filter(|person| person.len() > 1 && person.len() < 5)
    else {
        return;
    };
    let (Some(first), Some(last)) = (person.first(), person.last()) else {
        return;
    };
    let known = |token: &Token| {
        given(token.text(text), lexicon).is_some() || start > 0 || token.text(text).len() == 2
    };
    if last.is(part::BODY | part::DOCUMENT | part::NOUN)
        || !known(first) && first.is(part::ADJECTIVE | part::NOUN)
    {
        return;
    }
    let name = text
        .get(first.start as usize..last.end as usize)
        .unwrap_or("");
    places.push((first.start as usize, name));
    by_last.entry(last.text(text)).or_insert(name);
}
