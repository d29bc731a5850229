//! The plain prose of a Markdown text, with the way back to where each word stands in the file.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::wrap::Chunk;
use super::{Item, Pass, fences, markdown_options, read, spans};
use crate::report::Report;
use crate::settings::Settings;
use crate::text::{Files, SourceFile, Span};

/// Words without markup: paragraphs with an empty line between them.
#[derive(Clone, Debug, Default)]
pub struct Prose {
    /// The words.
    pub text: String,
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

impl Prose {
    /// Text that has no markup.
    pub fn plain(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            runs: vec![Run {
                words: 0..text.len(),
                file: 0..text.len(),
                item: 0,
            }],
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
    let options = markdown_options(&settings);
    let file = Files::default().add(SourceFile::new(String::new(), ""));
    let place = Span::new(file, body, body);
    let mut report = Report::default();
    let part = &source[body..];
    let fences = read(place, &mut report, || fences::find(part, options));
    let text = fences.blanked();
    let mut pass = Pass::begin(place, source, &text, &settings, report);
    spans::mark(&mut pass);
    words(&pass.items)
}

/// The prose of items; its runs know which item they come from.
pub(super) fn words(items: &[Item]) -> Prose {
    let mut prose = Prose::default();
    let mut left_out = 0_usize;
    for (index, item) in items.iter().enumerate() {
        let Item::Event(event, range) = item else {
            continue;
        };
        match event {
            Event::Start(Tag::Image { .. } | Tag::CodeBlock(_)) => left_out += 1,
            Event::End(TagEnd::Image | TagEnd::CodeBlock) => left_out -= 1,
            _ if left_out > 0 => {}
            Event::Text(words) | Event::Code(words) => {
                let start = prose.text.len();
                prose.text.push_str(words);
                prose.runs.push(Run {
                    words: start..prose.text.len(),
                    file: range.clone(),
                    item: index,
                });
            }
            Event::SoftBreak | Event::HardBreak => prose.text.push(' '),
            Event::End(tag) if ends_paragraph(*tag) && !prose.text.ends_with("\n\n") => {
                prose.text.push_str("\n\n");
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
