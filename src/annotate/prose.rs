//! The plain prose of a Markdown text, with the way back to where each word stands in the file.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::Item;
use super::spans::is_inline;
use super::wrap::Chunk;
use crate::brief::Piece;
use crate::document::Document;
use crate::parse::Parsed;
use crate::record::ClaimEntry;
use crate::settings::Settings;
use crate::text::{Files, SourceFile, Span};

/// Words without markup: paragraphs with an empty line between them.
#[derive(Clone, Debug, Default)]
pub struct Prose {
    /// The words.
    pub text: String,
    /// The markup inside of paragraphs, in order of its end; places for new spans respect it.
    pub markup: Vec<Markup>,
    /// The bytes of `text` that are headings.
    pub headings: Vec<Range<usize>>,
    /// The bytes of `text` that annotations cover.
    pub annotated: Vec<Range<usize>>,
    /// The runs of words, in order.
    runs: Vec<Run>,
}

/// Words that stand together in the file.
#[derive(Clone, Debug)]
struct Run {
    /// Their bytes in [`Prose::text`].
    words: Range<usize>,
    /// Their bytes in the file.
    file: Range<usize>,
    /// The item that they come from.
    item: usize,
}

/// Emphasis, a link, code, an image, or a tag of raw HTML.
#[derive(Clone, Debug)]
pub struct Markup {
    /// The bytes of the prose that it holds; for a tag of raw HTML and a span that only styles,
    /// an empty range at its place.
    pub words: Range<usize>,
    /// Its bytes in the file, marks included.
    pub file: Range<usize>,
    /// Whether nothing may begin or end inside of it, as in code.
    pub is_closed: bool,
}

impl Prose {
    /// Text that has no markup.
    pub fn plain(text: String) -> Self {
        Self {
            runs: vec![Run {
                words: 0..text.len(),
                file: 0..text.len(),
                item: 0,
            }],
            text,
            ..Self::default()
        }
    }

    fn end_paragraph(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push_str("\n\n");
        }
    }

    /// Where in the file the words at a range stand, with what markup there is between them.
    pub fn place(&self, range: &Range<usize>) -> Range<usize> {
        let first = self
            .runs
            .partition_point(|run| run.words.end <= range.start);
        let last = self.runs.partition_point(|run| run.words.start < range.end);
        let start = self
            .runs
            .get(first)
            .map_or(0, |run| inside(run, range.start, false));
        let end = last
            .checked_sub(1)
            .and_then(|last| self.runs.get(last))
            .map_or(start, |run| inside(run, range.end, true));
        start..end.max(start)
    }

    /// The items that the words come from.
    pub(super) fn chunks(&self) -> Vec<Chunk> {
        let chunk = |run: &Run| Chunk {
            item: run.item,
            range: run.words.clone(),
        };
        self.runs.iter().map(chunk).collect()
    }
}

impl Markup {
    /// Code, or a tag, which has no words of its own.
    fn closed(words: Range<usize>, file: &Range<usize>) -> Self {
        Self {
            words,
            file: file.clone(),
            is_closed: true,
        }
    }
}

/// A byte of a run in the file. Where words and source differ, as with entities, it is an end of
/// the whole run.
fn inside(run: &Run, byte: usize, is_end: bool) -> usize {
    let Run { words, file, .. } = run;
    let byte = byte.clamp(words.start, words.end);
    if words.len() == file.len() {
        file.start + (byte - words.start)
    } else if is_end {
        file.end
    } else {
        file.start
    }
}

/// The prose of a Markdown file whose text begins at byte `body`. Code, notes' marks, citations,
/// attribute lists, raw HTML and the words that stand for images are left out.
pub fn prose(source: &str, body: usize) -> Prose {
    let settings = Settings::default();
    let file = Files::default().add(SourceFile::new(String::new(), ""));
    let place = Span::new(file, body, body);
    super::with_annotations(place, source, &settings, [&[], &[]], |pass| {
        words(&pass.items)
    })
}

/// The prose of a brief, and where its annotations stand in it, those of anchors too.
pub fn prose_of_brief(document: &Document, files: &Files, parsed: &Parsed) -> Prose {
    let source = &*files.get(document.file).text;
    let place = Span::new(document.file, document.body, document.body);
    let own: Vec<&ClaimEntry> = super::anchored(&document.record.claims).collect();
    let shared: Vec<&ClaimEntry> = super::anchored(&parsed.record.claims).collect();
    super::with_annotations(place, source, &parsed.settings, [&own, &shared], |pass| {
        words(&pass.items)
    })
}

/// The prose of items; its runs know which item they come from.
pub(super) fn words(items: &[Item]) -> Prose {
    let mut prose = Prose::default();
    let mut left_out = 0_usize;
    let mut open: Vec<usize> = Vec::new();
    let mut begun: BTreeMap<usize, usize> = BTreeMap::new();
    for (index, item) in items.iter().enumerate() {
        let at = prose.text.len();
        let (event, range) = match item {
            Item::Event(event, range) => (event, range),
            Item::Slot(Piece::Open(one, true) | Piece::BlockOpen(one)) => {
                begun.insert(*one, at);
                continue;
            }
            Item::Slot(Piece::Close(one, true) | Piece::BlockClose(one)) => {
                let start = begun.remove(one).unwrap_or(at);
                prose.annotated.push(start..at);
                continue;
            }
            // A span that only styles: nothing may cross its ends.
            Item::Slot(Piece::Html(_)) => {
                prose.markup.push(Markup::closed(at..at, &(0..0)));
                continue;
            }
            Item::Slot(_) => continue,
        };
        match event {
            Event::Start(Tag::Image { .. } | Tag::CodeBlock(_)) => left_out += 1,
            Event::End(TagEnd::Image | TagEnd::CodeBlock) => left_out -= 1,
            _ if left_out > 0 => {}
            Event::Text(words) | Event::Code(words) => {
                prose.text.push_str(words);
                let words = at..prose.text.len();
                if matches!(event, Event::Code(_)) {
                    prose.markup.push(Markup::closed(words.clone(), range));
                }
                prose.runs.push(Run {
                    words,
                    file: range.clone(),
                    item: index,
                });
            }
            Event::SoftBreak | Event::HardBreak => prose.text.push(' '),
            Event::InlineHtml(_) => prose.markup.push(Markup::closed(at..at, range)),
            Event::Start(Tag::List(_)) => prose.end_paragraph(),
            Event::Start(tag) if is_inline(tag.to_end()) || matches!(tag, Tag::Heading { .. }) => {
                open.push(at);
            }
            Event::End(tag) if is_inline(*tag) => prose.markup.push(Markup {
                words: open.pop().unwrap_or(at)..at,
                file: range.clone(),
                is_closed: false,
            }),
            Event::End(tag) if ends_paragraph(*tag) => {
                if matches!(tag, TagEnd::Heading(_)) {
                    prose.headings.push(open.pop().unwrap_or(at)..at);
                }
                prose.end_paragraph();
            }
            _ => {}
        }
    }
    prose
}

fn ends_paragraph(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::TableCell
    )
}

#[cfg(test)]
mod tests {
    use super::prose;

    #[test]
    fn words_are_found_where_they_stand_in_the_file() {
        let source = "---\ntitle: T\n---\n# Head\n\nHe said [*it* &amp; more]{by=x} [@k]\nat `noon`.\n\n```\ncode\n```\n";
        let found = prose(source, 17);
        assert_eq!(found.text, "Head\n\nHe said it & more  at noon.\n\n");
        let at = |words: &str| {
            let start = found.text.find(words).expect(words);
            &source[found.place(&(start..start + words.len()))]
        };
        assert_eq!(at("Head"), "Head");
        assert_eq!(at("said it"), "said [*it");
        assert_eq!(at("& more"), "&amp; more");
        assert_eq!(at("noon."), "`noon`.");
    }
}
