//! Where entries, keys and fields stand in a .bib file.
//!
//! The reader of .bib files gives values without places and ends at the first syntax fault. This
//! scan follows the same grammar, takes no value apart, and goes on after a fault.

use std::collections::BTreeMap;
use std::ops::Range;

/// One `@type{…}`.
#[derive(Clone, Debug)]
pub(super) struct Item {
    /// The type in lower case, such as `article` or `string`.
    pub(super) kind: String,
    /// The bytes of the key; those of the `@` and the type where there is none.
    pub(super) key: Range<usize>,
    /// All its bytes; of an entry that is not whole, those up to the next line that begins one.
    pub(super) bytes: Range<usize>,
    /// Its fields, with names in lower case.
    pub(super) fields: Vec<Field>,
    /// Whether it follows the grammar to its closing brace.
    pub(super) whole: bool,
    /// How deep braces stand in each other in its values.
    pub(super) depth: usize,
}

/// A field of an item.
#[derive(Clone, Debug)]
pub(super) struct Field {
    /// The name in lower case.
    pub(super) name: String,
    /// The bytes of the value, with its quotation marks or braces.
    pub(super) value: Range<usize>,
    /// The abbreviations that it uses.
    pub(super) abbreviations: Vec<String>,
}

impl Item {
    /// The field with a name; the last one counts.
    pub(super) fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().rev().find(|field| field.name == name)
    }

    /// Whether it describes a publication.
    pub(super) fn is_entry(&self) -> bool {
        !matches!(self.kind.as_str(), "string" | "preamble" | "comment")
    }
}

/// Finds all items of a file.
pub(super) fn scan(text: &str) -> Vec<Item> {
    let mut scanner = Scanner {
        text,
        at: 0,
        depth: 0,
    };
    let mut items = Vec::new();
    while let Some(byte) = scanner.peek() {
        match byte {
            b'@' => items.push(scanner.item()),
            b'%' => scanner.comment(),
            _ => scanner.at += 1,
        }
    }
    items
}

/// The text of a value without the marks around it.
pub(super) fn bare(value: &str) -> &str {
    value.trim_matches(|character: char| {
        character.is_whitespace() || matches!(character, '{' | '}' | '"')
    })
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
}

impl Scanner<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Takes one of these bytes, if it is the next.
    fn take(&mut self, bytes: &[u8]) -> Option<u8> {
        let byte = self.peek().filter(|byte| bytes.contains(byte))?;
        self.at += 1;
        Some(byte)
    }

    fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> Range<usize> {
        let start = self.at;
        let rest = &self.text[start..];
        self.at += rest
            .find(|character| !wanted(character))
            .unwrap_or(rest.len());
        start..self.at
    }

    fn space(&mut self) {
        self.take_while(char::is_whitespace);
    }

    fn comment(&mut self) {
        self.take_while(|character| character != '\n');
    }

    fn space_and_comment(&mut self) {
        self.space();
        if self.peek() == Some(b'%') {
            self.comment();
        }
        self.space();
    }

    fn item(&mut self) -> Item {
        let start = self.at;
        self.at += 1;
        self.depth = 0;
        let kind = self.take_while(is_name);
        let mut item = Item {
            kind: self.text[kind.clone()].to_lowercase(),
            key: start..kind.end,
            bytes: start..start,
            fields: Vec::new(),
            whole: false,
            depth: 0,
        };
        item.whole = self.body(&mut item).is_some();
        item.depth = self.depth;
        if !item.whole {
            self.at = self.next_item(start);
        }
        item.bytes.end = self.at;
        item
    }

    /// The next `@` that begins a line.
    fn next_item(&self, start: usize) -> usize {
        let mut line = start;
        while let Some(newline) = self.text[line..].find('\n') {
            line += newline + 1;
            let rest = &self.text[line..];
            if rest.trim_start_matches([' ', '\t']).starts_with('@') {
                return line;
            }
        }
        self.text.len()
    }

    fn body(&mut self, item: &mut Item) -> Option<()> {
        self.space();
        self.take(b"{\"")?;
        self.space();
        match item.kind.as_str() {
            "comment" => {
                self.take_while(|character| character != '}');
            }
            "preamble" => self.quoted()?,
            "string" => self.fields(item)?,
            _ => {
                item.key = self.take_while(|character| {
                    !matches!(character, ',' | '}')
                        && !character.is_control()
                        && !character.is_whitespace()
                });
                self.space();
                self.take(b",")?;
                self.space_and_comment();
                self.fields(item)?;
            }
        }
        self.space();
        self.take(b"}\"").map(|_| ())
    }

    fn fields(&mut self, item: &mut Item) -> Option<()> {
        loop {
            self.space();
            if self.peek()? == b'}' {
                return Some(());
            }
            let name = self.take_while(is_name);
            let name = self.text.get(name).filter(|name| !name.is_empty())?;
            let name = name.to_lowercase();
            self.space();
            self.take(b"=")?;
            self.space();
            let start = self.at;
            let abbreviations = self.value()?;
            let end = start + self.text[start..self.at].trim_end().len();
            item.fields.push(Field {
                name,
                value: start..end,
                abbreviations,
            });
            self.space_and_comment();
            if self.take(b",").is_some() {
                self.space_and_comment();
            } else if self.peek()? != b'}' {
                return None;
            }
        }
    }

    /// Passes over a value; gives the abbreviations in it.
    fn value(&mut self) -> Option<Vec<String>> {
        let mut abbreviations = Vec::new();
        loop {
            match self.peek()? {
                b'{' => self.braced()?,
                b'"' => self.quoted()?,
                _ => {
                    let name = self.take_while(is_name);
                    let name = self.text.get(name).filter(|name| !name.is_empty())?;
                    abbreviations.push(name.to_owned());
                }
            }
            self.space();
            if self.take(b"#").is_none() {
                return Some(abbreviations);
            }
            self.space();
        }
    }

    fn quoted(&mut self) -> Option<()> {
        self.take(b"\"")?;
        let mut depth = 0_usize;
        loop {
            match self.escaped()? {
                b'"' => return Some(()),
                b'{' => depth += 1,
                b'}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            self.depth = self.depth.max(depth);
        }
    }

    fn braced(&mut self) -> Option<()> {
        let mut depth = 0_usize;
        loop {
            match self.escaped()? {
                b'{' => depth += 1,
                b'}' if depth == 1 => return Some(()),
                b'}' => depth -= 1,
                _ => {}
            }
            self.depth = self.depth.max(depth);
        }
    }

    /// Takes a character and gives its first byte; after a backslash takes another with it.
    fn escaped(&mut self) -> Option<u8> {
        let mut characters = self.text[self.at..].chars();
        let first = characters.next()?;
        self.at += first.len_utf8();
        if first == '\\' {
            self.at += characters.next().map_or(0, char::len_utf8);
        }
        u8::try_from(first).ok().or(Some(0))
    }
}

/// Whether a character may stand in the name of a field, a type or an abbreviation.
fn is_name(character: char) -> bool {
    !matches!(
        character,
        '@' | '{' | '}' | '"' | '#' | '\'' | '(' | ')' | ',' | '=' | '%' | '\\' | '~'
    ) && !character.is_control()
        && !character.is_whitespace()
}

/// Whether an entry names others in another way than by their keys written out, so that it cannot be
/// seen whom the reader will find.
pub(super) fn names_in_pieces(text: &str, item: &Item) -> bool {
    let fields = LINKS.iter().filter_map(|name| item.field(name));
    fields.into_iter().any(|field| {
        let value = bare(&text[field.value.clone()]);
        !field.abbreviations.is_empty() || value.contains(['{', '}', '"', '#', '\\', '~', '$'])
    })
}

/// Fields by which entries name each other.
const LINKS: [&str; 2] = ["crossref", "xdata"];

/// What names what: entries by `crossref` and `xdata`, abbreviations by their values.
#[derive(Debug, Default)]
pub(super) struct Graph<'a>(BTreeMap<&'a str, Vec<&'a str>>);

impl<'a> Graph<'a> {
    /// How entries name each other.
    pub(super) fn of_entries(text: &'a str, items: &'a [Item]) -> Self {
        let mut graph = Self::default();
        for item in items.iter().filter(|item| item.is_entry()) {
            let names = LINKS
                .iter()
                .filter_map(|name| item.field(name))
                .flat_map(|field| bare(&text[field.value.clone()]).split(','));
            // A key that stands twice has the names of both, whichever the reader takes.
            let named = graph.0.entry(&text[item.key.clone()]).or_default();
            named.extend(names.map(str::trim));
        }
        graph
    }

    /// How abbreviations name each other.
    pub(super) fn of_abbreviations(text: &'a str, items: &'a [Item]) -> Self {
        let mut graph = Self::default();
        for item in items.iter().filter(|item| item.kind == "string") {
            for field in &item.fields {
                // Abbreviations, unlike fields, are told apart by case.
                let before = text[..field.value.start].trim_end().trim_end_matches('=');
                let before = before.trim_end();
                let name = &before[before.len() - field.name.len().min(before.len())..];
                let names = field.abbreviations.iter().map(String::as_str);
                graph.0.insert(name, names.collect());
            }
        }
        graph
    }

    /// Whether following all names from this one ends, and soon.
    pub(super) fn ends(&self, name: &str) -> bool {
        self.walk(name, 16, &mut 1000)
    }

    fn walk(&self, name: &str, depth: usize, budget: &mut usize) -> bool {
        if depth == 0 || *budget == 0 {
            return false;
        }
        *budget -= 1;
        let names = self.0.get(name).map_or(&[][..], Vec::as_slice);
        names.iter().all(|name| self.walk(name, depth - 1, budget))
    }
}
