//! Bracketed spans and citations: `[words]{claim=key}` and `[@key]` become slots.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

use super::attributes::{Attribute, ListFault, attribute_list};
use super::{Item, Notation, Pass, citations, statement};
use crate::brief::{Annotation, Attributes, Piece};
use crate::report::{Code, Diagnostic};
use crate::text::Span;

/// Finds the spans and citations of a text.
pub(super) fn mark(pass: &mut Pass) {
    let items = std::mem::take(&mut pass.items);
    let has_any = items.iter().any(|item| match item {
        Item::Event(Event::Text(text), _) => text.contains('['),
        Item::Event(Event::Start(Tag::Link { link_type, .. }), _) => is_citation(*link_type),
        _ => false,
    });
    if !has_any {
        pass.items = items;
        return;
    }
    let mut finder = Finder {
        pass,
        out: Vec::with_capacity(items.len() + 16),
        open: Vec::new(),
        parents: vec![0],
        next_parent: 1,
        verbatim: 0,
        skip_to: 0,
        in_citation: false,
        behind_bracket: Vec::new(),
        last: None,
    };
    for item in items {
        finder.item(item);
    }
    let out = finder.out;
    pass.items = out;
}

/// An opening bracket that may turn out to begin a span.
struct Open {
    /// Its place among the items: a text `[`, until a span is known to begin there.
    item: usize,
    /// Its byte.
    at: usize,
    /// The inline element around it.
    parent: usize,
}

struct Finder<'a, 'p> {
    pass: &'p mut Pass<'a>,
    out: Vec<Item<'a>>,
    open: Vec<Open>,
    /// Numbers of the inline elements around the current event, innermost last.
    parents: Vec<usize>,
    next_parent: usize,
    /// Images and code blocks around the current event: nothing is marked in them.
    verbatim: usize,
    /// Events that end at or before this byte belong to an attribute list and are dropped.
    skip_to: usize,
    in_citation: bool,
    /// Brackets around the current event whose reference is a citation, innermost last.
    behind_bracket: Vec<Range<usize>>,
    /// The annotation that ended last, while nothing but white space and punctuation follows.
    last: Option<usize>,
}

impl<'a> Finder<'a, '_> {
    fn item(&mut self, item: Item<'a>) {
        let Item::Event(event, range) = item else {
            self.out.push(item);
            return;
        };
        if self.in_citation {
            self.in_citation = !matches!(event, Event::End(TagEnd::Link));
            return;
        }
        if range.end <= self.skip_to && !is_block(&event) {
            return;
        }
        match event {
            Event::Text(text) => self.text(text, range),
            Event::Start(Tag::Heading { level, .. }) if self.ends_with_span(&range) => {
                let tag = Tag::Heading {
                    level,
                    id: None,
                    classes: Vec::new(),
                    attrs: Vec::new(),
                };
                self.track(&Event::Start(tag.clone()));
                self.out.push(Item::Event(Event::Start(tag), range));
            }
            Event::Start(Tag::Link {
                link_type: LinkType::ReferenceUnknown,
                ..
            }) => {
                self.begin_reference(range);
            }
            Event::End(TagEnd::Link) if self.behind_bracket.last() == Some(&range) => {
                self.behind_bracket.pop();
                let label = self.pass.source[range.clone()].rfind('[').unwrap_or(1);
                let at = range.start + label;
                self.plain(at - 1, at);
                self.citation(&(at..range.end));
            }
            Event::Start(Tag::Link { link_type, .. }) if is_citation(link_type) => {
                self.citation(&range);
                self.in_citation = true;
            }
            event => {
                self.track(&event);
                self.out.push(Item::Event(event, range));
            }
        }
    }

    /// Whether a heading's line ends with `]{…}`: the list is a span's, though the parser took it
    /// for the heading's own.
    fn ends_with_span(&self, range: &Range<usize>) -> bool {
        let line = self.pass.source[range.clone()]
            .trim_end()
            .trim_end_matches('#')
            .trim_end();
        line.ends_with('}')
            && line
                .rfind("]{")
                .is_some_and(|at| line.rfind('{') == Some(at + 1))
    }

    /// Keeps count of the elements around the current event.
    fn track(&mut self, event: &Event) {
        match event {
            Event::Start(tag) if is_inline(tag.to_end()) => {
                self.verbatim += usize::from(matches!(tag, Tag::Image { .. }));
                self.parents.push(self.next_parent);
                self.next_parent += 1;
            }
            Event::End(tag) if is_inline(*tag) => {
                self.verbatim -= usize::from(matches!(tag, TagEnd::Image));
                self.parents.pop();
            }
            Event::Start(_) | Event::End(_) => {
                self.verbatim += usize::from(matches!(event, Event::Start(Tag::CodeBlock(_))));
                self.verbatim -= usize::from(matches!(event, Event::End(TagEnd::CodeBlock)));
                self.open.clear();
                self.last = None;
            }
            Event::Code(_) | Event::InlineHtml(_) | Event::FootnoteReference(_) => {
                self.last = self
                    .last
                    .filter(|_| matches!(event, Event::FootnoteReference(_)));
            }
            _ => {}
        }
    }

    /// Looks for brackets in a text event whose words stand in the source as they are.
    fn text(&mut self, text: CowStr<'a>, range: Range<usize>) {
        let source = self.pass.source;
        let start = range.start.max(self.skip_to);
        let verbatim = source.get(range.clone()) == Some(&*text);
        if !verbatim || self.verbatim > 0 {
            self.words(&text);
            self.out.push(Item::Event(Event::Text(text), range));
            return;
        }
        let mut from = start;
        let mut at = start;
        while let Some(found) = source[at..range.end].find(['[', ']']) {
            let bracket = at + found;
            at = bracket + 1;
            if is_escaped(source, bracket) {
                continue;
            }
            self.plain(from, bracket);
            from = bracket;
            if source.as_bytes()[bracket] == b'[' {
                let parent = self.parents.last().copied().unwrap_or(0);
                self.open.push(Open {
                    item: self.out.len(),
                    at: bracket,
                    parent,
                });
                self.plain(bracket, at);
                from = at;
            } else if let Some(open) = self.open.pop()
                && let Some(end) = self.close(&open, bracket)
            {
                self.skip_to = end;
                at = end.min(range.end);
                from = at;
            }
        }
        self.plain(from, range.end);
    }

    /// Puts out source text as it is.
    fn plain(&mut self, start: usize, end: usize) {
        if start < end {
            let text = &self.pass.source[start..end];
            self.words(text);
            let event = Event::Text(CowStr::Borrowed(text));
            self.out.push(Item::Event(event, start..end));
        }
    }

    fn words(&mut self, text: &str) {
        if text.contains(char::is_alphanumeric) {
            self.last = None;
        }
    }

    /// Ends a bracket at `close`: if an attribute list follows, it is a span, and the byte after
    /// the list comes back.
    fn close(&mut self, open: &Open, close: usize) -> Option<usize> {
        let source = self.pass.source;
        if source.as_bytes().get(close + 1) != Some(&b'{') {
            return None;
        }
        let file = self.pass.file;
        let (list, end) = match attribute_list(source, close + 1, file) {
            Ok(read) => read,
            Err(ListFault::Text) => return None,
            Err(ListFault::Broken(at, message)) => {
                let span = Span::new(file, at, at + 1);
                self.pass
                    .report
                    .add(Diagnostic::new(Code::InvalidAttributes, span, message));
                return None;
            }
        };
        if self.parents.last() != Some(&open.parent) {
            let message = "the span begins and ends in different emphasis or links";
            let span = Span::new(file, open.at, end);
            self.pass
                .report
                .add(Diagnostic::new(Code::CrossingMarkup, span, message));
            return Some(end);
        }
        self.span(list, open, close..end);
        Some(end)
    }

    /// Puts slots in the place of the opening bracket and of the closing one with its list.
    fn span(&mut self, list: Vec<Attribute>, open: &Open, close: Range<usize>) {
        let notation = &mut self.pass.notation;
        notation.push((open.at..open.at + 1, Notation::Markup));
        notation.push((close.clone(), Notation::Markup));
        let scale = &self.pass.settings.scale;
        let (says, is_statement) = statement::read(list, scale, &mut self.pass.report);
        let (begin, finish) = if is_statement {
            let index = self.pass.annotations.len();
            self.pass.annotations.push(Annotation::new(
                Span::new(self.pass.file, open.at, close.end),
                says,
            ));
            self.last = Some(index);
            (Piece::Open(index, true), Piece::Close(index, true))
        } else {
            (
                Piece::Html(start_tag("span", &says)),
                Piece::Html("</span>".to_owned()),
            )
        };
        self.out[open.item] = Item::Slot(begin);
        self.out.push(Item::Slot(finish));
    }

    /// Begins `[words][@key]`: words in brackets and a citation, or two citations.
    fn begin_reference(&mut self, range: Range<usize>) {
        let text = &self.pass.source[range.clone()];
        let label = range.start + text.rfind('[').unwrap_or(0);
        if citations::looks_like_one(&text[1..]) {
            self.citation(&(range.start..label));
            self.citation(&(label..range.end));
            self.in_citation = true;
        } else {
            self.plain(range.start, range.start + 1);
            self.behind_bracket.push(range);
        }
    }

    fn citation(&mut self, range: &Range<usize>) {
        let index = self.pass.citations.len();
        let citation = citations::read(
            self.pass.source,
            range.start + 1,
            range.end - 1,
            self.pass.file,
        );
        self.pass.citations.push(citation);
        let notation = Notation::Citation(index);
        self.pass.notation.push((range.clone(), notation));
        if let Some(annotation) = self.last {
            self.pass.annotations[annotation].citations.push(index);
        }
        self.out.push(Item::Slot(Piece::Cite(index)));
    }
}

/// The opening tag of an element with the classes, id and data of a list.
pub(super) fn start_tag(element: &str, says: &Attributes) -> String {
    let mut tag = format!("<{element}");
    let mut add = |name: &str, value: &str| {
        tag.push_str(&format!(" {name}=\"{}\"", crate::html::escape(value)));
    };
    if let Some(id) = &says.id {
        add("id", id);
    }
    if !says.classes.is_empty() {
        add("class", &says.classes.join(" "));
    }
    for (name, value) in &says.data {
        add(name, value);
    }
    tag.push('>');
    tag
}

/// Only the callback for citations gives links of unknown shortcuts and references.
fn is_citation(link_type: LinkType) -> bool {
    matches!(
        link_type,
        LinkType::ShortcutUnknown | LinkType::ReferenceUnknown
    )
}

/// Whether an element stands inside of a paragraph.
pub(super) fn is_inline(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Link
            | TagEnd::Image
            | TagEnd::Superscript
            | TagEnd::Subscript
    )
}

fn is_block(event: &Event) -> bool {
    match event {
        Event::Start(tag) => !is_inline(tag.to_end()),
        Event::End(tag) => !is_inline(*tag),
        _ => false,
    }
}

/// Whether an odd number of backslashes stands before a byte.
fn is_escaped(source: &str, at: usize) -> bool {
    let before = source[..at].bytes().rev();
    before.take_while(|byte| *byte == b'\\').count() % 2 == 1
}
