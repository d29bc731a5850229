//! A likelihood is printed with its range, every time: readers take in the range only in the text.

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

use super::{Item, Pass};
use crate::brief::Piece;

/// Puts the ranges of likelihoods into the text: behind the word where the annotation or the
/// sentence before it holds it, else at the annotation's end, together with the word.
pub(super) fn mark(pass: &mut Pass) {
    for annotation in 0..pass.annotations.len() {
        if pass.annotations[annotation].says.likelihood.is_some() {
            one(pass, annotation);
        }
    }
}

fn one(pass: &mut Pass, annotation: usize) {
    let is_open = |item: &Item| matches!(item, Item::Slot(Piece::Open(one, true) | Piece::BlockOpen(one)) if *one == annotation);
    let is_close = |item: &Item| matches!(item, Item::Slot(Piece::Close(one, true) | Piece::BlockClose(one)) if *one == annotation);
    let Some(open) = pass.items.iter().position(is_open) else {
        return;
    };
    let Some(close) = pass.items.iter().rposition(is_close) else {
        return;
    };
    if let Some((index, end)) = word_end(pass, open, close, annotation) {
        split(pass, index, end, Item::Slot(Piece::Range(annotation, true)));
        return;
    }
    let slot = Item::Slot(Piece::Range(annotation, false));
    let is_block = matches!(pass.items[close], Item::Slot(Piece::BlockClose(_)));
    let last_paragraph = pass.items[open..close]
        .iter()
        .rposition(|item| matches!(item, Item::Event(Event::End(TagEnd::Paragraph), _)));
    match last_paragraph.filter(|_| is_block) {
        Some(end) => pass.items.insert(open + end, slot),
        None => pass.items.insert(close + 1, slot),
    }
}

/// Where the annotation's own term ends: the text item and the byte. It is looked for among the
/// annotation's words, then before them in their sentence ("it is likely that [words]{…}").
///
/// The words are read together and from the beginning of their block, so that "*very* likely" and
/// "very" before the annotation's first word are not taken for "likely".
fn word_end(pass: &Pass, open: usize, close: usize, annotation: usize) -> Option<(usize, usize)> {
    let term = pass.annotations[annotation].says.likelihood.as_ref()?;
    let begin = pass.items[..open].iter().rposition(begins_block);
    let mut text = String::new();
    let mut places = Vec::new();
    let mut in_image = 0_usize;
    let mut opens_at = 0;
    for index in begin.unwrap_or(0)..close {
        if index == open {
            opens_at = text.len();
        }
        let Item::Event(event, _) = &pass.items[index] else {
            continue;
        };
        match event {
            Event::Start(Tag::Image { .. }) => in_image += 1,
            Event::End(TagEnd::Image) => in_image -= 1,
            Event::Text(words) if in_image == 0 => {
                places.push((index, text.len()));
                text.push_str(words);
            }
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            // No term goes over code or the end of a block.
            Event::Code(_) | Event::End(TagEnd::Paragraph | TagEnd::Item) => text.push('.'),
            _ => {}
        }
    }
    let found = pass.settings.scale.find_in(&text);
    let ends = || {
        found
            .iter()
            .filter(|(_, one)| one.is(term))
            .map(|(range, _)| range.end)
    };
    let is_in_sentence = |end: usize| !text[end..opens_at].contains(['.', '!', '?', ';']);
    let before = || ends().rfind(|end| *end <= opens_at);
    let end = ends()
        .find(|end| *end > opens_at)
        .or_else(|| before().filter(|end| is_in_sentence(*end)))?;
    let (index, start) = places.iter().rfind(|(_, start)| *start < end)?;
    Some((*index, end - start))
}

fn begins_block(item: &Item) -> bool {
    matches!(
        item,
        Item::Event(
            Event::Start(
                Tag::Paragraph
                    | Tag::Heading { .. }
                    | Tag::Item
                    | Tag::TableCell
                    | Tag::FootnoteDefinition(_)
            ),
            _
        )
    )
}

/// Cuts a text item in two and puts a slot between.
fn split(pass: &mut Pass, index: usize, at: usize, slot: Item<'static>) {
    let Item::Event(Event::Text(text), range) = &pass.items[index] else {
        return;
    };
    let part =
        |words: &str| Item::Event(Event::Text(CowStr::from(words.to_owned())), range.clone());
    let parts = [part(&text[..at]), slot, part(&text[at..])];
    pass.items.splice(index..=index, parts);
}
