//! Words and marks of a text with their byte offsets.

use std::ops::Range;

use super::lexicon::{Lexicon, Word};

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
        (self.end - self.start) as usize == lower.len()
            && self.text(text).eq_ignore_ascii_case(lower)
    }
}

/// Reads all tokens of a part of a text that begins and ends between tokens.
pub(crate) fn tokens(text: &str, part: Range<usize>, lexicon: &Lexicon) -> Vec<Token> {
    let before = text.get(..part.start).unwrap_or_default();
    let mut reader = Reader {
        text,
        bytes: text.as_bytes(),
        lexicon,
        tokens: Vec::with_capacity(part.len() / 5 + 8),
        spaced: !before.ends_with(|last: char| !last.is_whitespace()),
    };
    let mut at = part.start;
    while at < part.end {
        at = reader.step(at);
    }
    // "he's": a clitic is read along with its word.
    let clitic = |last: &mut Token| last.start as usize >= part.end;
    reader.tokens.pop_if(clitic);
    reader.tokens
}

/// A text while its tokens are read.
pub(crate) struct Reader<'t> {
    pub(crate) text: &'t str,
    pub(crate) bytes: &'t [u8],
    pub(crate) lexicon: &'t Lexicon,
    tokens: Vec<Token>,
    pub(crate) spaced: bool,
}

impl Reader<'_> {
    pub(crate) fn char_at(&self, at: usize) -> Option<char> {
        match self.bytes.get(at) {
            Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
            Some(_) => self.text.get(at..).and_then(|rest| rest.chars().next()),
            None => None,
        }
    }

    fn push(&mut self, start: usize, end: usize, shape: Shape) -> usize {
        self.push_known(start, end, shape, false, Word::default());
        end
    }

    pub(crate) fn push_known(
        &mut self,
        start: usize,
        end: usize,
        shape: Shape,
        capital: bool,
        word: Word,
    ) {
        self.tokens.push(Token {
            start: u32::try_from(start).unwrap_or(u32::MAX),
            end: u32::try_from(end).unwrap_or(u32::MAX),
            shape,
            capital,
            spaced: self.spaced,
            word,
        });
        self.spaced = false;
    }

    fn step(&mut self, at: usize) -> usize {
        let Some(character) = self.char_at(at) else {
            return at + 1;
        };
        let after = at + character.len_utf8();
        match character {
            // By far the most characters that a step begins with.
            ' ' => {
                self.spaced = true;
                after
            }
            'a'..='z' | 'A'..='Z' => self.word(at),
            '\n' => self.line_end(at),
            // The marks that open a question in Spanish tell nothing that the closing ones do not.
            _ if character.is_whitespace() || matches!(character, '\u{feff}' | '¿' | '¡') => {
                self.spaced = true;
                after
            }
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
            _ if character.is_alphanumeric() => self.word(at),
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
}
