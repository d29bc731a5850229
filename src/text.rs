//! Places in text: files, byte spans in them, and lines and columns for people.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

/// Names one of the [`Files`] of a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);

/// A range of bytes in one file, `start..end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// The first byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span `start..end` of `file`.
    pub fn new(file: FileId, start: usize, end: usize) -> Self {
        Self { file, start, end }
    }
}

/// A value together with the place where it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// `value`, written at `span`.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}

/// A name as the author wrote it: a key that nobody has looked up yet.
pub type Name = Spanned<String>;

/// One text file of the site, with line ends made uniform (`\n`) and no byte-order mark.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// The path from the site's root, with `/` between its parts.
    pub path: String,
    /// The text.
    pub text: Arc<str>,
    /// Where its lines begin, once somebody has asked: a long record may have many faults.
    lines: OnceLock<Vec<usize>>,
}

impl SourceFile {
    /// Takes a file's text as it was read.
    pub fn new(path: String, text: &str) -> Self {
        Self::exactly(path, uniform(text).into())
    }

    /// A file whose text stays as it is, to the byte.
    pub fn exactly(path: String, text: Arc<str>) -> Self {
        Self {
            path,
            text,
            lines: OnceLock::new(),
        }
    }

    /// Line and column of a byte offset, both counted from one; columns count characters.
    pub fn line_column(&self, offset: usize) -> (usize, usize) {
        let offset = floor_char_boundary(&self.text, offset);
        let lines = self.lines.get_or_init(|| {
            let newlines = self.text.match_indices('\n');
            let after = newlines.map(|(newline, _)| newline + 1);
            std::iter::once(0).chain(after).collect()
        });
        let line = lines.partition_point(|start| *start <= offset);
        let start = lines[line - 1];
        (line, self.text[start..offset].chars().count() + 1)
    }

    /// The byte offset of a line and a column, both counted from one; past the end is the end.
    pub fn offset(&self, line: usize, column: usize) -> usize {
        let mut start = 0;
        for _ in 1..line {
            match self.text[start..].find('\n') {
                Some(newline) => start += newline + 1,
                None => return self.text.len(),
            }
        }
        self.text[start..]
            .char_indices()
            .nth(column.saturating_sub(1))
            .map_or(self.text.len(), |(index, _)| start + index)
    }
}

/// A text as a [`SourceFile`] holds it: with uniform line ends and no byte-order mark.
pub fn uniform(text: &str) -> Cow<'_, str> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n").into()
    } else {
        text.into()
    }
}

/// The last character boundary at or before `offset`; the end when it lies past the end.
pub fn floor_char_boundary(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

/// A text with a value in place of each `{name}`; a name without a value stays as it is written.
pub fn fill(pattern: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(pattern.len() + 16);
    let mut rest = pattern;
    while let Some((before, name, after)) = placeholder(rest) {
        text.push_str(before);
        match values.iter().find(|(known, _)| *known == name) {
            Some((_, value)) => text.push_str(value),
            None => text.push_str(&format!("{{{name}}}")),
        }
        rest = after;
    }
    text + rest
}

/// The first `{name}` of a text, with what stands before and after it.
pub fn placeholder(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
}

/// All text files of a site, in the order in which faults are told.
#[derive(Clone, Debug, Default)]
pub struct Files(Vec<SourceFile>);

impl Files {
    /// Adds a file.
    pub fn add(&mut self, file: SourceFile) -> FileId {
        let id = FileId(u32::try_from(self.0.len()).unwrap_or(u32::MAX));
        self.0.push(file);
        id
    }

    /// The file behind an id.
    ///
    /// # Panics
    ///
    /// When the id comes from another site's files, which no code path does.
    pub fn get(&self, id: FileId) -> &SourceFile {
        &self.0[id.0 as usize]
    }

    /// The text at a span, shortened to what the file holds.
    pub fn slice(&self, span: Span) -> &str {
        let text = &self.get(span.file).text;
        let start = floor_char_boundary(text, span.start);
        let end = floor_char_boundary(text, span.end).max(start);
        &text[start..end]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_take_the_place_of_their_names() {
        let values = [("count", "3"), ("name", "{count}")];
        assert_eq!(
            fill("{count} of {name}, {other}{", &values),
            "3 of {count}, {other}{"
        );
        assert_eq!(fill("}{", &values), "}{");
    }

    #[test]
    fn lines_and_columns_count_characters_and_go_back() {
        let file = SourceFile::new("a".into(), "\u{feff}één\r\ntwo\rthree");
        assert_eq!(&*file.text, "één\ntwo\nthree");
        assert_eq!(file.line_column(2), (1, 2));
        assert_eq!(file.line_column(6), (2, 1));
        assert_eq!(file.offset(1, 2), 2);
        assert_eq!(file.offset(3, 1), 10);
        assert_eq!(file.offset(9, 9), file.text.len());
    }
}
