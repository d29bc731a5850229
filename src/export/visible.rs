//! The visible text of a brief: what a reader's tool takes out of its page, and where statements
//! stand in it.
//!
//! It is the text content of the page's element `.brief-body` without the notes
//! (`details.annotation`) and without scripts, styles and templates; each run of white space
//! (Unicode `White_Space`) is one space, and none stands at either end. Places count its Unicode
//! code points. Citations, printed ranges and the numbers of footnotes belong to it: a tool that
//! looks for words in the page finds them there.

use std::ops::Range;

use crate::brief::{Annotation, Piece};
use crate::html::character;
use crate::site::{BriefId, Site};

/// Elements whose content is no text of the page.
const SILENT: &[&str] = &["script", "style", "template"];

/// The visible text of a brief.
pub(super) struct Visible {
    /// The text.
    pub(super) text: String,
    /// Where each statement of the brief stands, in the order of its annotations.
    pub(super) places: Vec<Range<usize>>,
    /// Where notes stand in the page between two characters of the text, in order.
    pub(super) seams: Vec<usize>,
}

/// Reads the visible text of a brief.
pub(super) fn visible(site: &Site, id: BriefId) -> Visible {
    let published = &site[id];
    let brief = &published.brief;
    let mut reader = Reader::new(brief.text.len(), published.statements.len());
    for piece in &brief.body {
        match piece {
            Piece::Html(html) => reader.html(html),
            Piece::Open(one, true) => reader.open(*one),
            Piece::Close(one, true) => reader.close(*one),
            Piece::BlockOpen(one) => {
                reader.space();
                reader.open(*one);
            }
            Piece::BlockClose(one) => {
                reader.close(*one);
                reader.space();
            }
            Piece::Range(one, has_word) => {
                if let Some(range) = brief
                    .annotations
                    .get(*one)
                    .and_then(|one| range(one, *has_word))
                {
                    reader.words(&range);
                }
            }
            Piece::Cite(one) => reader.words(&published.citing.text(*one)),
            Piece::Card(_) => reader.seam(),
            Piece::Open(..) | Piece::Close(..) | Piece::Reference(_) => {}
        }
    }
    reader.end()
}

/// The printed range of an annotation's likelihood.
fn range(annotation: &Annotation, has_word: bool) -> Option<String> {
    let term = annotation.says.likelihood.as_ref()?;
    Some(term.printed(has_word))
}

/// What the HTML is in the middle of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Inside {
    Text,
    /// A tag, and in it the quotation mark that is open.
    Tag(Option<u8>),
    Comment,
    /// An element whose content is no text.
    Silent(&'static str),
}

struct Reader {
    inside: Inside,
    text: String,
    /// Characters of the text.
    count: usize,
    /// Whether white space was read since the last character.
    has_space: bool,
    /// Statements that begin with the next character.
    waiting: Vec<usize>,
    places: Vec<Range<usize>>,
    seams: Vec<usize>,
}

impl Reader {
    fn new(bytes: usize, statements: usize) -> Self {
        Self {
            inside: Inside::Text,
            text: String::with_capacity(bytes + bytes / 8),
            count: 0,
            has_space: false,
            waiting: Vec::new(),
            places: vec![0..0; statements],
            seams: Vec::new(),
        }
    }

    fn open(&mut self, statement: usize) {
        self.waiting.push(statement);
    }

    fn close(&mut self, statement: usize) {
        let is_empty = self.waiting.contains(&statement);
        self.waiting.retain(|one| *one != statement);
        if let Some(place) = self.places.get_mut(statement) {
            let start = if is_empty { self.count } else { place.start };
            *place = start..self.count;
        }
    }

    fn seam(&mut self) {
        if self.seams.last() != Some(&self.count) {
            self.seams.push(self.count);
        }
        self.space();
    }

    fn space(&mut self) {
        self.has_space = true;
    }

    fn words(&mut self, words: &str) {
        for letter in words.chars() {
            self.letter(letter);
        }
    }

    fn letter(&mut self, letter: char) {
        if letter.is_whitespace() {
            self.has_space = true;
            return;
        }
        if std::mem::take(&mut self.has_space) && self.count > 0 {
            self.text.push(' ');
            self.count += 1;
        }
        for statement in self.waiting.drain(..) {
            if let Some(place) = self.places.get_mut(statement) {
                place.start = self.count;
            }
        }
        self.text.push(letter);
        self.count += 1;
    }

    fn html(&mut self, mut html: &str) {
        while !html.is_empty() {
            let read = match self.inside {
                Inside::Text => self.some_text(html),
                Inside::Tag(quote) => self.some_tag(html, quote),
                Inside::Comment => self.up_to(html, "-->"),
                Inside::Silent(name) => {
                    let end = ends(html, name).unwrap_or(html.len());
                    if end < html.len() {
                        self.inside = Inside::Tag(None);
                    }
                    end
                }
            };
            html = &html[read..];
        }
    }

    /// Reads text up to the next tag, and that tag's beginning; gives the bytes that were read.
    fn some_text(&mut self, html: &str) -> usize {
        let end = html.find(['<', '&']).unwrap_or(html.len());
        self.words(&html[..end]);
        let rest = &html[end..];
        let Some(mark) = rest.bytes().next() else {
            return end;
        };
        if mark == b'&' {
            let length = rest.bytes().take(40).position(|byte| byte == b';');
            let length = length.map_or(1, |length| length + 1);
            self.words(&character(&rest[..length]));
            return end + length;
        }
        let name = rest[1..].trim_start_matches('/');
        let is_tag = name.starts_with(|letter: char| letter.is_ascii_alphabetic());
        if rest.starts_with("<!--") {
            self.inside = Inside::Comment;
            return end + "<!--".len();
        }
        if !is_tag && !rest[1..].starts_with(['!', '?']) {
            self.letter('<');
            return end + 1;
        }
        let silent = SILENT.iter().find(|silent| begins(&rest[1..], silent));
        self.inside = silent.map_or(Inside::Tag(None), |name| Inside::Silent(name));
        end + 1
    }

    /// Reads a tag to its end.
    fn some_tag(&mut self, html: &str, mut quote: Option<u8>) -> usize {
        for (at, byte) in html.bytes().enumerate() {
            match (byte, quote) {
                (b'>', None) => {
                    self.inside = Inside::Text;
                    return at + 1;
                }
                (b'"' | b'\'', None) => quote = Some(byte),
                (_, Some(mark)) if mark == byte => quote = None,
                _ => {}
            }
        }
        self.inside = Inside::Tag(quote);
        html.len()
    }

    fn up_to(&mut self, html: &str, end: &str) -> usize {
        match html.find(end) {
            Some(at) => {
                self.inside = Inside::Text;
                at + end.len()
            }
            None => html.len(),
        }
    }

    fn end(self) -> Visible {
        Visible {
            text: self.text,
            places: self.places,
            seams: self.seams,
        }
    }
}

/// Whether a tag's inside begins with a name.
fn begins(tag: &str, name: &str) -> bool {
    let is_name = tag
        .get(..name.len())
        .is_some_and(|own| own.eq_ignore_ascii_case(name));
    is_name
        && !tag[name.len()..].starts_with(|letter: char| letter.is_alphanumeric() || letter == '-')
}

/// Where the closing tag of an element begins, behind its bracket and slash.
fn ends(html: &str, name: &str) -> Option<usize> {
    let closing = html.match_indices("</").map(|(at, mark)| at + mark.len());
    closing.into_iter().find(|at| begins(&html[*at..], name))
}

#[cfg(test)]
mod tests {
    use super::Reader;

    fn text(pieces: &[&str]) -> String {
        let mut reader = Reader::new(0, 0);
        for piece in pieces {
            reader.html(piece);
        }
        reader.end().text
    }

    #[test]
    fn text_is_read_as_a_browser_reads_it() {
        for (pieces, expected) in [
            (
                &["<p>A <b>d</b>eal,\n\u{a0}so</p>\n<p>B</p>\n"][..],
                "A deal, so B",
            ),
            (
                &["a &amp; b &lt;i&gt; &#x201C;c&#8221; &eacute; &nope; & d"],
                "a & b <i> “c” é &nope; & d",
            ),
            (&["<a title=\"x > y\" href='>'>k</a>"], "k"),
            (&["a<!-- <p>no</p> -->b", "<!-- ", "no", " -->c"], "abc"),
            (
                &[
                    "a<script>if (a < b) '<p>'</script>b<STYLE>p{}</STYLE >c<template><p>x</p></template>d",
                ],
                "abcd",
            ),
            (&["1 < 2 <3 <styles>s</styles>"], "1 < 2 <3 s"),
            (&["<p cl", "ass='a'>x</p>"], "x"),
        ] {
            assert_eq!(text(pieces), expected, "{pieces:?}");
        }
    }

    #[test]
    fn places_begin_and_end_with_words() {
        let mut reader = Reader::new(0, 2);
        reader.html("<p>é ");
        reader.open(0);
        reader.html(" <em>so ");
        reader.open(1);
        reader.close(1);
        reader.html("it</em> ");
        reader.close(0);
        reader.seam();
        reader.html("\n<p>on");
        let read = reader.end();
        assert_eq!(read.text, "é so it on");
        assert_eq!(read.places, [2..7, 4..4]);
        assert_eq!(read.seams, [7]);
    }
}
