//! The text that a reader sees, and the annotations' places in it.

use std::cmp::Reverse;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::wrap::Chunk;
use super::{Item, Pass};
use crate::brief::{Annotation, Piece};
use crate::record::Wording;

/// The visible text, and the items that it came from.
///
/// A block ends with a newline, a line break inside of one is a space; notes, citations, raw HTML
/// and the words that stand for images are no part of it.
pub(super) fn text(items: &[Item]) -> (String, Vec<Chunk>) {
    let mut text = String::new();
    let mut chunks = Vec::new();
    let mut in_image = 0_usize;
    for (index, item) in items.iter().enumerate() {
        let event = match item {
            Item::Event(event, _) => event,
            Item::Slot(Piece::Cite(_)) => {
                drop_space(&mut text, &mut chunks);
                continue;
            }
            Item::Slot(_) => continue,
        };
        match event {
            Event::Start(Tag::Image { .. }) => in_image += 1,
            Event::End(TagEnd::Image) => in_image -= 1,
            _ if in_image > 0 => {}
            Event::Text(words) | Event::Code(words) => {
                let start = text.len();
                text.push_str(words);
                chunks.push(Chunk {
                    item: index,
                    range: start..text.len(),
                });
            }
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            Event::End(tag) if ends_line(*tag) && !text.ends_with('\n') => text.push('\n'),
            _ => {}
        }
    }
    (text, chunks)
}

/// Takes back the space before a citation, which goes with it.
fn drop_space(text: &mut String, chunks: &mut [Chunk]) {
    if !text.ends_with(' ') {
        return;
    }
    if let Some(chunk) = chunks.last_mut().filter(|one| one.range.end == text.len()) {
        chunk.range.end = chunk.range.end.saturating_sub(1).max(chunk.range.start);
    }
    text.pop();
}

fn ends_line(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::Item
            | TagEnd::CodeBlock
            | TagEnd::TableCell
            | TagEnd::FootnoteDefinition
    )
}

/// Gives the annotations their places in the text and puts them in the order in which they end, since
/// the number of each stands at its end; of two that end together the inner one comes first.
pub(super) fn number(pass: &mut Pass) -> String {
    let (text, chunks) = text(&pass.items);
    let mut ranges = vec![(usize::MAX, 0); pass.annotations.len()];
    let mut chunks = chunks.iter().peekable();
    let mut at = 0;
    for (index, item) in pass.items.iter().enumerate() {
        while let Some(chunk) = chunks.next_if(|chunk| chunk.item < index) {
            at = chunk.range.end;
        }
        let next = chunks.peek().map_or(text.len(), |chunk| chunk.range.start);
        match item {
            Item::Slot(Piece::Open(one, true) | Piece::BlockOpen(one)) => ranges[*one].0 = next,
            Item::Slot(Piece::Close(one, true) | Piece::BlockClose(one)) => ranges[*one].1 = at,
            _ => {}
        }
    }
    for (annotation, (start, end)) in pass.annotations.iter_mut().zip(ranges) {
        let start = start.min(text.len());
        annotation.range = start..end.max(start);
        if annotation.found.is_none() {
            annotation.wording = wording(&text[annotation.range.clone()]);
        }
    }
    renumber(pass);
    text
}

/// How much of the words stands in quotation marks.
fn wording(words: &str) -> Wording {
    let words =
        words.trim_matches(|letter: char| letter.is_whitespace() || ".,;:".contains(letter));
    let opens = |letter: char| matches!(letter, '"' | '“' | '«' | '„');
    let closes = |letter: char| matches!(letter, '"' | '”' | '»' | '“');
    let inner = words
        .strip_prefix(opens)
        .and_then(|rest| rest.strip_suffix(closes));
    match inner {
        Some(inner) if !inner.contains(opens) && !inner.contains(closes) => Wording::Direct,
        _ if words
            .chars()
            .filter(|letter| opens(*letter) || closes(*letter))
            .count()
            > 1 =>
        {
            Wording::Mixed
        }
        _ => Wording::Indirect,
    }
}

fn renumber(pass: &mut Pass) {
    let mut order: Vec<usize> = (0..pass.annotations.len()).collect();
    order.sort_by_key(|one| {
        let Annotation { range, span, .. } = &pass.annotations[*one];
        (range.end, Reverse(range.start), Reverse(span.start))
    });
    let mut place = vec![0; order.len()];
    for (new, old) in order.iter().enumerate() {
        place[*old] = new;
    }
    for item in &mut pass.items {
        if let Item::Slot(
            Piece::Open(one, _)
            | Piece::Close(one, _)
            | Piece::BlockOpen(one)
            | Piece::BlockClose(one),
        ) = item
        {
            *one = place[*one];
        }
    }
    let mut annotations: Vec<_> = std::mem::take(&mut pass.annotations)
        .into_iter()
        .enumerate()
        .collect();
    annotations.sort_by_key(|(old, _)| place[*old]);
    pass.annotations = annotations
        .into_iter()
        .map(|(_, annotation)| annotation)
        .collect();
}
