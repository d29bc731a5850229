//! Words and marks of a text with their byte offsets.

use super::lexicon::{Abbreviation, Lexicon, Word, part};
use super::lower::lookup;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    Word,
    Number,
    Comma,
    /// A full stop, question or exclamation mark, or several.
    Stop,
    /// An ellipsis.
    Ellipsis,
    Colon,
    Semicolon,
    Dash,
    /// An opening bracket.
    Open,
    /// A closing bracket.
    Close,
    /// A double quotation mark that opens.
    QuoteOpen,
    /// A double quotation mark that closes.
    QuoteClose,
    /// A straight double mark whose side is not yet known.
    QuoteStraight,
    /// A single quotation mark that opens.
    SingleOpen,
    /// A single mark at the end of a word: closing, or a plural's possession.
    SingleClose,
    /// End of a paragraph.
    Break,
    Other,
}

/// One token.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) shape: Shape,
    /// Begins with a capital.
    pub(crate) capital: bool,
    /// White space stands before it.
    pub(crate) spaced: bool,
    pub(crate) word: Word,
}

impl Token {
    pub(crate) fn is(&self, parts: u32) -> bool {
        self.word.parts & parts != 0
    }
    pub(crate) fn text<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start as usize..self.end as usize)
            .unwrap_or("")
    }
    /// Whether the word is this one of the rules, in any case.
    pub(crate) fn plays(&self, text: &str, lexicon: &Lexicon, word: &str) -> bool {
        let own = self.text(text);
        lexicon.grammar.reads(own, self.word.rule, &[word])
    }
    /// Whether the word is this one, in any case.
    pub(crate) fn reads(&self, text: &str, lower: &str) -> bool {
        let own = self.text(text);
        own.eq_ignore_ascii_case(lower)
    }
}

/// Reads all tokens of a text.
pub(crate) fn tokens(text: &str, lexicon: &Lexicon) -> Vec<Token> {
    let mut reader = Reader {
        text,
        bytes: text.as_bytes(),
        lexicon,
        tokens: Vec::with_capacity(text.len() / 5 + 8),
        spaced: true,
    };
    let mut at = 0;
    while at < text.len() {
        at = reader.step(at);
    }
    reader.tokens
}

struct Reader<'t> {
    text: &'t str,
    bytes: &'t [u8],
    lexicon: &'t Lexicon,
    tokens: Vec<Token>,
    spaced: bool,
}

impl Reader<'_> {
    fn char_at(&self, at: usize) -> Option<char> {
        match self.bytes.get(at) {
            Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
            Some(_) => self.text.get(at..).and_then(|rest| rest.chars().next()),
            None => None,
        }
    }

    fn push(&mut self, start: usize, end: usize, shape: Shape) -> usize {
        let token = Token {
            start: u32::try_from(start).unwrap_or(u32::MAX),
            end: u32::try_from(end).unwrap_or(u32::MAX),
            shape,
            capital: false,
            spaced: self.spaced,
            word: Word::default(),
        };
        self.tokens.push(token);
        self.spaced = false;
        end
    }

    fn step(&mut self, at: usize) -> usize {
        let Some(character) = self.char_at(at) else {
            return at + 1;
        };
        let after = at + character.len_utf8();
        match character {
            '\n' => self.line_end(at),
            // The marks that open a question in Spanish tell nothing that the closing ones do not.
            _ if character.is_whitespace() || matches!(character, '\u{feff}' | '¿' | '¡') => {
                self.spaced = true;
                after
            }
            _ if character.is_alphanumeric() => self.word(at),
            '$' | '€' | '£' | '#' | '@' | '%' | '+'
                if self.char_at(after).is_some_and(char::is_alphanumeric) =>
            {
                self.word_from(at, after)
            }
            ',' => self.push(at, after, Shape::Comma),
            '.' | '?' | '!' => self.stops(at),
            '…' => self.push(at, after, Shape::Ellipsis),
            ':' => self.push(at, after, Shape::Colon),
            ';' => self.push(at, after, Shape::Semicolon),
            '(' | '[' | '{' => self.push(at, after, Shape::Open),
            ')' | ']' | '}' => self.push(at, after, Shape::Close),
            '"' => self.push(at, after, Shape::QuoteStraight),
            '“' | '„' | '«' => self.push(at, after, Shape::QuoteOpen),
            '”' | '»' => self.push(at, after, Shape::QuoteClose),
            '\'' | '`'
                if self.bytes.get(after) == self.bytes.get(at)
                    && (self.spaced || self.bytes.get(after + 1) != Some(&b'\'')) =>
            {
                let shape = if character == '`' {
                    Shape::QuoteOpen
                } else {
                    Shape::QuoteStraight
                };
                self.push(at, after + 1, shape)
            }
            '‘' if self.char_at(after) == Some('‘') => {
                self.push(at, after + 3, Shape::QuoteOpen)
            }
            '’' if self.char_at(after) == Some('’') => {
                self.push(at, after + 3, Shape::QuoteClose)
            }
            '\'' | '’' | '‘' | '`' => self.apostrophe(at, after, character),
            '—' | '–' | '―' => self.push(at, after, Shape::Dash),
            '-' => self.hyphens(at),
            _ => self.push(at, after, Shape::Other),
        }
    }

    fn line_end(&mut self, at: usize) -> usize {
        let mut end = at;
        let mut count = 0;
        while let Some(character) = self.char_at(end) {
            if !character.is_whitespace() {
                break;
            }
            count += usize::from(character == '\n');
            end += character.len_utf8();
        }
        if count >= 1 {
            self.push(at, end, Shape::Break);
        }
        self.spaced = true;
        end
    }

    fn stops(&mut self, at: usize) -> usize {
        let mut end = at;
        while matches!(self.bytes.get(end), Some(b'.' | b'?' | b'!')) {
            end += 1;
        }
        // ". . ." is an ellipsis too.
        while self.bytes.get(end) == Some(&b' ') && self.bytes.get(end + 1) == Some(&b'.') {
            end += 2;
        }
        let dots = self
            .bytes
            .get(at..end)
            .is_some_and(|run| run.len() > 1 && run.iter().all(|byte| matches!(byte, b'.' | b' ')));
        self.push(at, end, if dots { Shape::Ellipsis } else { Shape::Stop })
    }

    fn hyphens(&mut self, at: usize) -> usize {
        let mut end = at;
        while self.bytes.get(end) == Some(&b'-') {
            end += 1;
        }
        let spaced_after = self.char_at(end).is_none_or(char::is_whitespace);
        let dash = end - at > 1 || (self.spaced && spaced_after);
        self.push(at, end, if dash { Shape::Dash } else { Shape::Other })
    }

    fn apostrophe(&mut self, at: usize, after: usize, character: char) -> usize {
        let next = self.char_at(after);
        if next.is_some_and(char::is_alphanumeric)
            && (self.spaced || character == '‘' || self.opens_here())
        {
            return self.push(at, after, Shape::SingleOpen);
        }
        self.push(
            at,
            after,
            if character == '‘' {
                Shape::SingleOpen
            } else {
                Shape::SingleClose
            },
        )
    }

    fn opens_here(&self) -> bool {
        self.tokens
            .last()
            .is_none_or(|token| !matches!(token.shape, Shape::Word | Shape::Number))
    }

    fn word(&mut self, at: usize) -> usize {
        self.word_from(at, at)
    }

    /// Reads a word that starts at `start`; letters begin at `from`.
    fn word_from(&mut self, start: usize, from: usize) -> usize {
        let mut end = from;
        loop {
            while self.bytes.get(end).is_some_and(u8::is_ascii_alphanumeric) {
                end += 1;
            }
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
        let tail = own.rsplit('-').next().unwrap_or(own);
        let dotted = tail.contains('.')
            && tail
                .split('.')
                .all(|piece| piece.chars().count() <= 2 && piece.chars().all(char::is_alphabetic));
        if initial || dotted || self.is_abbreviation(own, end + 1) {
            end + 1
        } else {
            end
        }
    }

    fn is_abbreviation(&self, own: &str, after: usize) -> bool {
        // "R-Fla." is an abbreviation like "Fla."
        let own = own.rsplit('-').next().unwrap_or(own);
        if own.len() > 6 {
            return false;
        }
        match self.lexicon.abbreviation(&own.to_ascii_lowercase()) {
            Some(Abbreviation::Title | Abbreviation::Any) => true,
            Some(Abbreviation::Capital) => own.starts_with(|first: char| first.is_uppercase()),
            Some(Abbreviation::Number) => {
                self.bytes.get(after) == Some(&b' ')
                    && self.bytes.get(after + 1).is_some_and(u8::is_ascii_digit)
            }
            None => false,
        }
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
        self.push(start, end, if number { Shape::Number } else { Shape::Word });
        let word = lookup(own, self.lexicon);
        if let Some(token) = self.tokens.last_mut() {
            token.capital = capital;
            token.word = word;
            if number {
                token.word.parts |= part::NUMBER;
            }
        }
    }
}
