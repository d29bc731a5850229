//! Fenced blocks: `::: {claim=key}` to `:::` holds several paragraphs.
//!
//! Markdown knows no such fence and would take its line for text. Each fence line is therefore
//! replaced by a line of asterisks of the same length before the parser runs: a thematic break
//! ends paragraphs and lists as a fence should, keeps every offset, and comes back as one event
//! in whose place the slot is put.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag};

use super::attributes::{ListFault, attribute_list};
use super::spans::start_tag;
use super::{Item, Notation, Pass, statement};
use crate::brief::{Annotation, Attributes, Piece};
use crate::report::{Code, Diagnostic};
use crate::text::Span;

/// The fence lines of a text; places count from the text's beginning.
#[derive(Debug, Default)]
pub(super) struct Fences<'a> {
    body: &'a str,
    lines: Vec<Fence>,
}

#[derive(Clone, Copy, Debug)]
struct Fence {
    /// The first colon.
    start: usize,
    /// The end of the line.
    end: usize,
}

/// Finds the lines that begin with three colons, less those in code and raw HTML.
pub(super) fn find(body: &str, options: Options) -> Fences<'_> {
    let mut lines = Vec::new();
    if !body.contains(":::") {
        return Fences { body, lines };
    }
    let verbatim: Vec<_> = Parser::new_ext(body, options)
        .into_offset_iter()
        .filter(|(event, _)| matches!(event, Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock)))
        .map(|(_, range)| range)
        .collect();
    let mut offset = 0;
    for line in body.split_inclusive('\n') {
        let indent = line.len() - line.trim_start_matches(' ').len();
        let start = offset + indent;
        let is_verbatim = verbatim.iter().any(|range| range.contains(&start));
        if indent < 4 && line[indent..].starts_with(":::") && !is_verbatim {
            lines.push(Fence {
                start,
                end: offset + line.trim_end().len(),
            });
        }
        offset += line.len();
    }
    Fences { body, lines }
}

impl<'a> Fences<'a> {
    /// The bytes of the block that the fence at a byte opens, to the end of the fence that closes
    /// it; both places count from the text's beginning.
    pub(super) fn block(&self, start: usize) -> Option<Range<usize>> {
        let first = self.lines.iter().position(|fence| fence.start == start)?;
        let mut depth = 0_usize;
        for fence in &self.lines[first..] {
            let is_bare = self.body[fence.start..fence.end]
                .trim_matches(':')
                .trim()
                .is_empty();
            depth = if is_bare {
                depth.saturating_sub(1)
            } else {
                depth + 1
            };
            if depth == 0 {
                return Some(start..fence.end);
            }
        }
        Some(start..self.body.len())
    }

    /// The text with every fence line made a thematic break of the same length.
    pub(super) fn blanked(&self) -> Cow<'a, str> {
        if self.lines.is_empty() {
            return Cow::Borrowed(self.body);
        }
        let mut text = String::with_capacity(self.body.len());
        let mut from = 0;
        for fence in &self.lines {
            text.push_str(&self.body[from..fence.start]);
            text.extend(std::iter::repeat_n('*', fence.end - fence.start));
            from = fence.end;
        }
        text.push_str(&self.body[from..]);
        Cow::Owned(text)
    }
}

/// A block that is open: what closes it, and the fence that opened it.
struct Open {
    close: Piece,
    span: Span,
}

/// Puts slots in the place of the fences.
pub(super) fn mark(pass: &mut Pass, fences: &Fences) {
    if fences.lines.is_empty() {
        return;
    }
    let items = std::mem::take(&mut pass.items);
    let mut open: Vec<Open> = Vec::new();
    let mut depth = 0_usize;
    for item in items {
        let fence = match &item {
            Item::Event(Event::Rule, range) => fences
                .lines
                .iter()
                .find(|fence| fence.start + pass.body == range.start),
            Item::Event(Event::Start(_), _) => {
                depth += 1;
                None
            }
            Item::Event(Event::End(_), _) => {
                depth -= 1;
                None
            }
            _ => None,
        };
        let Some(fence) = fence else {
            pass.items.push(item);
            continue;
        };
        let span = Span::new(pass.file, fence.start + pass.body, fence.end + pass.body);
        if depth > 0 {
            let message = "a fence stands inside a list or quotation";
            pass.report
                .add(Diagnostic::new(Code::StrayDiv, span, message));
        } else if let Some(slot) = slot(pass, span, &mut open) {
            pass.items.push(Item::Slot(slot));
        }
    }
    for Open { span, close } in open.into_iter().rev() {
        let message = "this fenced block is never closed";
        pass.report.add(
            Diagnostic::new(Code::UnclosedDiv, span, message)
                .hint("close it with a line `:::`".to_owned()),
        );
        pass.items.push(Item::Slot(close));
    }
}

/// What stands in the place of one fence.
fn slot(pass: &mut Pass, span: Span, open: &mut Vec<Open>) -> Option<Piece> {
    pass.notation.push((span.start..span.end, Notation::Markup));
    let line = &pass.source[span.start..span.end];
    let words = line.trim_start_matches(':');
    let inside = words.trim_end_matches(':').trim();
    if inside.is_empty() {
        let closed = open.pop().map(|block| block.close);
        if closed.is_none() {
            let message = "this fence closes a block, and none is open";
            pass.report
                .add(Diagnostic::new(Code::StrayDiv, span, message));
        }
        return closed;
    }
    let at = span.start + (line.len() - words.len()) + (words.len() - words.trim_start().len());
    let (says, is_statement) = if inside.starts_with('{') {
        match attribute_list(pass.source, at, pass.file) {
            Ok((list, _)) => statement::read(list, &pass.settings.scale, &mut pass.report),
            Err(fault) => {
                let (at, message) = match fault {
                    ListFault::Broken(at, message) => (at, message),
                    ListFault::Text => (at, "here an attribute list belongs"),
                };
                let place = Span::new(pass.file, at, at + 1);
                pass.report
                    .add(Diagnostic::new(Code::InvalidAttributes, place, message));
                (Attributes::default(), false)
            }
        }
    } else {
        let classes = inside.split_whitespace().map(str::to_owned).collect();
        (
            Attributes {
                classes,
                ..Attributes::default()
            },
            false,
        )
    };
    let (begin, close) = if is_statement {
        let index = pass.annotations.len();
        pass.annotations.push(Annotation::new(span, says));
        (Piece::BlockOpen(index), Piece::BlockClose(index))
    } else {
        (
            Piece::Html(start_tag("div", &says) + "\n"),
            Piece::Html("</div>\n".to_owned()),
        )
    };
    open.push(Open { close, span });
    Some(begin)
}
