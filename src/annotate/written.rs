//! A text as its author wrote it: where the notation stands in it, and where a note behind some of
//! its words may stand.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::spans::is_inline;
use super::{Item, Pass, visible};
use crate::settings::Settings;
use crate::text::{Files, SourceFile, Span};

/// Where in a file the notation stands, and the words that a reader sees.
#[derive(Clone, Debug, Default)]
pub struct Written {
    /// The notation in order: its bytes in the file, and what it is.
    pub notation: Vec<(Range<usize>, Notation)>,
    runs: Vec<Run>,
}

/// Something of a file that is no prose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Notation {
    /// Markup of ours or a comment: without it the prose is plain Markdown.
    Markup,
    /// A citation, by its place in [`Brief::citations`](crate::brief::Brief::citations).
    Citation(usize),
    /// The label of a footnote of the author's, where it is referred to and where it is defined.
    Label,
}

/// Words that stand together in the file.
#[derive(Clone, Debug)]
struct Run {
    /// Their bytes in the visible text.
    words: Range<usize>,
    /// Their bytes in the file.
    file: Range<usize>,
    /// Whether the file has them letter by letter.
    is_verbatim: bool,
    /// The end of the emphasis that ends with them.
    after: usize,
    /// The end of the link around them.
    link: Option<usize>,
    /// The end of the code block around them.
    code: Option<usize>,
}

/// Reads a Markdown file whose text begins at byte `body`.
pub fn written(source: &str, body: usize, settings: &Settings) -> Written {
    let file = Files::default().add(SourceFile::new(String::new(), ""));
    let place = Span::new(file, body, body);
    super::with_annotations(place, source, settings, [&[], &[]], |pass| {
        let runs = runs(&pass);
        let mut notation = pass.notation;
        notation.extend(beside(source, &pass.items));
        notation.sort_by_key(|(place, _)| (place.start, place.end));
        Written { notation, runs }
    })
}

impl Written {
    /// Where a note behind the words that end at a byte of the visible text may stand: the byte of
    /// the file, and whether it needs a paragraph of its own.
    pub fn note(&self, end: usize) -> (usize, bool) {
        let next = self.runs.partition_point(|run| run.words.start < end);
        let Some(run) = next.checked_sub(1).and_then(|last| self.runs.get(last)) else {
            return (self.runs.first().map_or(0, |run| run.file.start), false);
        };
        if let Some(code) = run.code {
            return (code, true);
        }
        let at = if end >= run.words.end {
            run.after
        } else if run.is_verbatim {
            run.file.start + (end - run.words.start)
        } else {
            run.file.end
        };
        (run.link.map_or(at, |link| link.max(at)), false)
    }
}

fn runs(pass: &Pass) -> Vec<Run> {
    let (_, chunks) = visible::text(&pass.items);
    let mut chunks = chunks.iter().peekable();
    let mut runs = Vec::with_capacity(chunks.len());
    let mut links: Vec<usize> = Vec::new();
    let mut code = None;
    for (index, item) in pass.items.iter().enumerate() {
        let Item::Event(event, file) = item else {
            continue;
        };
        match event {
            Event::Start(Tag::Link { .. }) => links.push(file.end),
            Event::End(TagEnd::Link) => _ = links.pop(),
            Event::Start(Tag::CodeBlock(_)) => code = Some(file.end),
            Event::End(TagEnd::CodeBlock) => code = None,
            Event::Text(words) | Event::Code(words) => {
                if let Some(chunk) = chunks.next_if(|chunk| chunk.item == index) {
                    runs.push(Run {
                        words: chunk.range.clone(),
                        file: file.clone(),
                        is_verbatim: pass.source.get(file.clone()) == Some(&**words),
                        after: after(&pass.items[index + 1..], file.end),
                        link: links.first().copied(),
                        code,
                    });
                }
            }
            _ => {}
        }
    }
    runs
}

/// The end of the emphasis and links that end here.
fn after(items: &[Item], end: usize) -> usize {
    let mut end = end;
    for item in items {
        match item {
            Item::Event(Event::End(tag), file) if is_inline(*tag) => end = file.end,
            Item::Event(..) => break,
            Item::Slot(_) => {}
        }
    }
    end
}

/// What else is no prose: labels of footnotes, attributes of headings, comments.
fn beside(source: &str, items: &[Item]) -> Vec<(Range<usize>, Notation)> {
    let mut found = Vec::new();
    for item in items {
        let Item::Event(event, place) = item else {
            continue;
        };
        match event {
            Event::FootnoteReference(_) | Event::Start(Tag::FootnoteDefinition(_)) => {
                let text = &source[place.clone()];
                if let (Some(start), Some(end)) = (text.find("[^"), text.find(']')) {
                    let label = place.start + start + 2..place.start + end;
                    found.push((label, Notation::Label));
                }
            }
            Event::Start(Tag::Heading {
                id, classes, attrs, ..
            }) if id.is_some() || !classes.is_empty() || !attrs.is_empty() => {
                let text = source[place.clone()].trim_end();
                if let Some(start) = text.rfind('{') {
                    let list = place.start + start..place.start + text.len();
                    found.push((list, Notation::Markup));
                }
            }
            Event::InlineHtml(_) | Event::Start(Tag::HtmlBlock) => {
                let comments = comments(&source[place.clone()]);
                let comments = comments.into_iter();
                let moved = |one: Range<usize>| place.start + one.start..place.start + one.end;
                found.extend(comments.map(|one| (moved(one), Notation::Markup)));
            }
            _ => {}
        }
    }
    found
}

/// The comments of a piece of HTML; one that is not closed goes to the end.
fn comments(html: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = html[from..].find("<!--") {
        let start = from + start;
        let end = html[start..].find("-->");
        let end = end.map_or(html.len(), |end| start + end + "-->".len());
        found.push(start..end);
        from = end;
    }
    found
}
