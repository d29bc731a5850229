//! The words of a text: where each ends, and what is known of it.

use super::lexicon::{Abbreviation, part};
use super::lower::{lookup, plain_length, plain_word};
use super::tokens::{Reader, Shape};

impl Reader<'_> {
    pub(crate) fn word(&mut self, at: usize) -> usize {
        self.word_from(at, at)
    }

    /// Reads a word that starts at `start`; letters begin at `from`.
    pub(crate) fn word_from(&mut self, start: usize, from: usize) -> usize {
        let mut end = self.plain_end(from);
        // Most words are plain letters before a space, where nothing more can belong to them.
        if self.bytes.get(end) == Some(&b' ') && self.push_plain(start, end) {
            self.spaced = true;
            return end + 1;
        }
        loop {
            end = self.plain_end(end);
            let Some(character) = self.char_at(end) else {
                break;
            };
            let width = character.len_utf8();
            if character.is_alphanumeric() || character == '_' || character == '\u{ad}' {
                end += width;
                continue;
            }
            let next = self.char_at(end + width);
            let letter_follows = next.is_some_and(char::is_alphanumeric);
            let joins = match character {
                '\'' | '’' => letter_follows && !self.is_clitic(end),
                '-' | '&' | '/' | '@' | '\u{2010}' | '\u{2011}' => letter_follows,
                ',' => {
                    next.is_some_and(|digit| digit.is_ascii_digit())
                        && self
                            .bytes
                            .get(end.wrapping_sub(1))
                            .is_some_and(u8::is_ascii_digit)
                }
                '.' => letter_follows && !self.runs_on(end),
                _ => false,
            };
            if !joins {
                break;
            }
            end += width;
        }
        if self.bytes.get(end) == Some(&b'%') {
            end += 1;
        }
        end = self.abbreviation_end(start, end);
        self.push_word(start, end);
        self.clitic(end)
    }

    /// End of the plain letters and digits that begin at a byte.
    fn plain_end(&self, from: usize) -> usize {
        let mut end = from;
        let eight = |at: usize| self.bytes.get(at..).and_then(|rest| rest.first_chunk());
        while let Some(eight) = eight(end) {
            let length = plain_length(*eight);
            end += length;
            if length < 8 {
                return end;
            }
        }
        let rest = self.bytes.get(end..).unwrap_or_default();
        let plain = rest.iter().take_while(|byte| byte.is_ascii_alphanumeric());
        end + plain.count()
    }

    /// "said.Then": a full stop with the space after it forgotten.
    fn runs_on(&self, stop: usize) -> bool {
        let at = |index: usize| self.bytes.get(index).copied().unwrap_or(0);
        at(stop.wrapping_sub(1)).is_ascii_lowercase()
            && at(stop + 1).is_ascii_uppercase()
            && at(stop + 2).is_ascii_lowercase()
    }

    fn is_clitic(&self, apostrophe: usize) -> bool {
        self.clitic_end(apostrophe).is_some()
    }

    /// End of 's, 're, 've, 'll, 'd or 'm at an apostrophe, if one stands there.
    fn clitic_end(&self, apostrophe: usize) -> Option<usize> {
        let mark = self
            .char_at(apostrophe)
            .filter(|mark| matches!(mark, '\'' | '’'))?;
        let rest = self.bytes.get(apostrophe + mark.len_utf8()..)?;
        let length = ["s", "re", "ve", "ll", "d", "m"]
            .iter()
            .find(|ending| {
                rest.get(..ending.len())
                    .is_some_and(|own| own.eq_ignore_ascii_case(ending.as_bytes()))
                    && rest
                        .get(ending.len())
                        .is_none_or(|byte| !byte.is_ascii_alphanumeric())
            })
            .map(|ending| ending.len())?;
        Some(apostrophe + mark.len_utf8() + length)
    }

    fn clitic(&mut self, at: usize) -> usize {
        let Some(end) = self.clitic_end(at) else {
            return at;
        };
        self.push_word(at, end);
        end
    }

    /// Takes the full stop of an abbreviation or initial into the word.
    fn abbreviation_end(&self, start: usize, end: usize) -> usize {
        if self.bytes.get(end) != Some(&b'.') || matches!(self.bytes.get(end + 1), Some(b'.')) {
            return end;
        }
        let Some(own) = self.text.get(start..end) else {
            return end;
        };
        let initial = own.len() == 1 && own.as_bytes().first().is_some_and(u8::is_ascii_uppercase);
        // "R-Fla." is an abbreviation like "Fla."
        let tail = own.rsplit('-').next().unwrap_or(own);
        let dotted = tail.contains('.')
            && tail
                .split('.')
                .all(|piece| piece.chars().count() <= 2 && piece.chars().all(char::is_alphabetic));
        if initial || dotted || self.is_abbreviation(tail, end + 1) {
            end + 1
        } else {
            end
        }
    }

    fn is_abbreviation(&self, own: &str, after: usize) -> bool {
        if own.len() > 6 {
            return false;
        }
        match self.lexicon.abbreviation(own) {
            Some(Abbreviation::Title | Abbreviation::Any) => true,
            Some(Abbreviation::Capital) => own.starts_with(|first: char| first.is_uppercase()),
            Some(Abbreviation::Number) => {
                self.bytes.get(after) == Some(&b' ')
                    && self.bytes.get(after + 1).is_some_and(u8::is_ascii_digit)
            }
            None => false,
        }
    }

    /// Adds a word of plain letters and digits that begins with a letter; false when it is none.
    fn push_plain(&mut self, start: usize, end: usize) -> bool {
        let first = self.bytes.get(start);
        let Some(first) = first.filter(|first| first.is_ascii_alphabetic()) else {
            return false;
        };
        let word = plain_word(self.bytes, start..end, self.lexicon);
        self.push_known(start, end, Shape::Word, first.is_ascii_uppercase(), word);
        true
    }

    fn push_word(&mut self, start: usize, end: usize) {
        let Some(own) = self.text.get(start..end) else {
            return;
        };
        let first = own.bytes().next().unwrap_or(0);
        // Most words begin with a plain letter; the rest are looked at more closely.
        let (capital, number) = if first.is_ascii_alphabetic() {
            (first.is_ascii_uppercase(), false)
        } else {
            let letter = own.chars().find(|character| character.is_alphanumeric());
            let digit = own
                .bytes()
                .find(u8::is_ascii_alphanumeric)
                .is_some_and(|byte| byte.is_ascii_digit());
            (
                letter.is_some_and(char::is_uppercase),
                digit && !own.bytes().any(|byte| byte.is_ascii_alphabetic()),
            )
        };
        let mut word = lookup(own, self.lexicon);
        let mut shape = Shape::Word;
        if number {
            word.parts |= part::NUMBER;
            shape = Shape::Number;
        }
        self.push_known(start, end, shape, capital, word);
    }
}
