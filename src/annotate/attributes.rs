//! Reading an attribute list: `{claim=ammo-deal by=patel hedge="it seems" .wide #deal}`.
//!
//! The syntax is Pandoc's. It is read from the source and not from Markdown events, in which
//! smart punctuation and emphasis may have taken it apart.

use crate::text::{FileId, Name, Span, Spanned};

/// One attribute of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Attribute {
    /// `.class`
    Class(Name),
    /// `#id`
    Id(Name),
    /// `key=value`; whether the value stood in quotation marks is told too.
    Pair {
        /// The key.
        key: Name,
        /// The value.
        value: Name,
        /// Whether it stood in quotation marks.
        quoted: bool,
    },
}

/// Why something in braces is no attribute list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListFault {
    /// It does not look like one either: the braces are the author's text.
    Text,
    /// It looks like one and is broken at the byte.
    Broken(usize, &'static str),
}

/// Reads the list whose `{` is at byte `open` of `source`; gives the attributes and the byte
/// after `}`.
pub fn attribute_list(
    source: &str,
    open: usize,
    file: FileId,
) -> Result<(Vec<Attribute>, usize), ListFault> {
    let mut reader = Reader {
        source,
        at: open + 1,
        file,
    };
    let mut list = Vec::new();
    loop {
        reader.skip_space();
        match reader.peek() {
            Some('}') if !list.is_empty() => return Ok((list, reader.at + 1)),
            Some('.') => list.push(Attribute::Class(reader.word_after_sign(open)?)),
            Some('#') => list.push(Attribute::Id(reader.word_after_sign(open)?)),
            Some(letter) if letter.is_alphabetic() => list.push(reader.pair(open)?),
            _ => return Err(reader.fault(open, "here `key=value`, `.class`, `#id` or `}` belongs")),
        }
    }
}

struct Reader<'a> {
    source: &'a str,
    at: usize,
    file: FileId,
}

impl Reader<'_> {
    fn peek(&self) -> Option<char> {
        self.source[self.at..].chars().next()
    }

    /// White space, over at most one line end: a blank line ends the paragraph and the list. A
    /// line of a quotation begins with its mark, which is no part of the list.
    fn skip_space(&mut self) {
        let rest = &self.source[self.at..];
        let (mut end, mut lines) = (rest.len(), 0);
        for (index, letter) in rest.char_indices() {
            match letter {
                ' ' | '\t' => {}
                '\n' => lines += 1,
                '>' if lines > 0 => {}
                _ => {
                    end = index;
                    break;
                }
            }
        }
        if lines < 2 {
            self.at += end;
        }
    }

    fn take_while(&mut self, keep: impl Fn(char) -> bool) -> Name {
        let start = self.at;
        let rest = &self.source[start..];
        self.at += rest.find(|letter| !keep(letter)).unwrap_or(rest.len());
        self.name(start, self.at)
    }

    fn name(&self, start: usize, end: usize) -> Name {
        Spanned::new(
            self.source[start..end].to_owned(),
            Span::new(self.file, start, end),
        )
    }

    fn word_after_sign(&mut self, open: usize) -> Result<Name, ListFault> {
        self.at += 1;
        let word = self.take_while(is_word);
        if word.value.is_empty() {
            return Err(self.fault(open, "a name belongs here"));
        }
        Ok(word)
    }

    fn pair(&mut self, open: usize) -> Result<Attribute, ListFault> {
        let key = self.take_while(is_word);
        if self.peek() != Some('=') {
            return Err(self.fault(open, "after a key `=` and its value belong"));
        }
        self.at += 1;
        let quoted = self.peek() == Some('"');
        let value = if quoted {
            self.quoted(open)?
        } else {
            self.take_while(|letter| !letter.is_whitespace() && !matches!(letter, '}' | '"'))
        };
        if value.value.is_empty() && !quoted {
            return Err(self.fault(open, "a value belongs here"));
        }
        Ok(Attribute::Pair { key, value, quoted })
    }

    /// `"several words"`, with `\"` and `\\` inside. A line end, with the mark of a quotation on
    /// the next line, becomes as many spaces, so that places inside of the value still count.
    fn quoted(&mut self, open: usize) -> Result<Name, ListFault> {
        let start = self.at + 1;
        let mut text = String::new();
        let mut letters = self.source[start..].char_indices();
        let mut begins_line = false;
        while let Some((index, letter)) = letters.next() {
            begins_line = letter == '\n' || (begins_line && matches!(letter, ' ' | '\t' | '>'));
            match letter {
                '"' => {
                    self.at = start + index + 1;
                    let span = Span::new(self.file, start, start + index);
                    return Ok(Spanned::new(text, span));
                }
                '\\' => match letters.next() {
                    Some((_, escaped @ ('"' | '\\'))) => text.push(escaped),
                    Some((_, other)) => text.extend(['\\', other]),
                    None => break,
                },
                '\n' if self.source[start + index + 1..].starts_with('\n') => break,
                _ if begins_line => text.push(' '),
                _ => text.push(letter),
            }
        }
        Err(self.fault(open, "this quotation mark is not closed"))
    }

    /// Braces that hold no `=` are the author's own and no failed list.
    fn fault(&self, open: usize, message: &'static str) -> ListFault {
        let rest = &self.source[open..];
        let paragraph = &rest[..rest.find("\n\n").unwrap_or(rest.len())];
        let inside = &paragraph[..paragraph.find('}').unwrap_or(paragraph.len())];
        if inside.contains('=') {
            ListFault::Broken(self.at, message)
        } else {
            ListFault::Text
        }
    }
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '-' | '_' | ':' | '.')
}
