//! Names of persons and bodies in a text, and what is known of them.

use super::groups::Words;
use super::lexicon::{Gender, Lexicon, QuickMap, part};
use super::lower::lower_key;
use super::tokens::{Shape, Token};

/// The gender that a given name or a title shows.
pub(crate) fn gender_of<'w>(
    words: impl Iterator<Item = &'w str> + Clone,
    lexicon: &Lexicon,
) -> Gender {
    let known = |word: &str| lexicon.word(&lower_key(word)?);
    for word in words.clone().filter_map(known) {
        if word.in_group(Words::Male) {
            return Gender::He;
        }
        if word.in_group(Words::Female) {
            return Gender::She;
        }
    }
    let mut given = words.filter_map(|word| given(word, lexicon));
    given.next().unwrap_or(Gender::Unknown)
}

/// The gender that a pronoun shows.
pub(crate) fn gender_of_pronoun(pronoun: &Token) -> Gender {
    if pronoun.word.in_group(Words::He) {
        Gender::He
    } else if pronoun.word.in_group(Words::She) {
        Gender::She
    } else {
        Gender::Unknown
    }
}

/// The gender of a common given name.
fn given(word: &str, lexicon: &Lexicon) -> Option<Gender> {
    lexicon.given_names.get(&lower_key(word)?).copied()
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
    pub(crate) text: &'t str,
    pub(crate) lexicon: &'static Lexicon,
    by_last: QuickMap<&'t str, &'t str>,
    /// Where persons are named, by place.
    places: Vec<(usize, &'t str)>,
}

impl<'t> Directory<'t> {
    /// A directory of a text, still without names.
    pub(crate) fn new(text: &'t str, lexicon: &'static Lexicon) -> Directory<'t> {
        Directory {
            text,
            lexicon,
            by_last: QuickMap::default(),
            places: Vec::new(),
        }
    }

    /// Reads the next stretch of the text for full names; the first full name with a surname is kept.
    pub(crate) fn read(&mut self, tokens: &[Token]) {
        let text = self.text;
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
                self.enter(tokens.get(index..end).unwrap_or_default());
            }
            index = end.max(index + 1);
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
            let own = gender_of(name.split(' '), self.lexicon);
            own == gender || own == Gender::Unknown
        })
    }

    /// The full name that ends with this surname.
    pub(crate) fn full(&self, last: &str) -> Option<&'t str> {
        self.by_last.get(last).copied()
    }

    /// Enters the person that a run of capitals names, if it names one.
    fn enter(&mut self, run: &[Token]) {
        let (text, lexicon) = (self.text, self.lexicon);
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
        self.places.push((first.start as usize, name));
        self.by_last.entry(last.text(text)).or_insert(name);
    }
}
