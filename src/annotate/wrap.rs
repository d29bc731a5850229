//! Puts slots around words of the text, however other markup and other marks cut across them.

use std::cmp::Reverse;
use std::ops::Range;

use pulldown_cmark::{CowStr, Event};

use super::{Item, Pass};
use crate::brief::Piece;

/// The words of one item: which bytes of a text they are.
#[derive(Clone, Debug)]
pub(super) struct Chunk {
    /// The item's place.
    pub item: usize,
    /// Its bytes in the text.
    pub range: Range<usize>,
}

/// What an annotation covers: parts of the same text, in order.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    /// The annotation's place.
    pub annotation: usize,
    /// The bytes that it covers.
    pub parts: Vec<Range<usize>>,
}

/// What an annotation covers of one item, in bytes of the item.
struct Cut {
    item: usize,
    range: Range<usize>,
    annotation: usize,
    is_first: bool,
    is_last: bool,
}

/// Puts slots around the words of each mark. `chunks` tells where the text of the marks comes
/// from; marks may overlap and nest.
pub(super) fn wrap(pass: &mut Pass, chunks: &[Chunk], marks: &[Mark]) {
    let mut cuts: Vec<Cut> = marks.iter().flat_map(|mark| cuts(chunks, mark)).collect();
    if cuts.is_empty() {
        return;
    }
    cuts.sort_by_key(|cut| (cut.item, cut.range.start, Reverse(cut.range.end)));
    let items = std::mem::take(&mut pass.items);
    let mut out = Vec::with_capacity(items.len() + 4 * cuts.len());
    let mut rest = cuts.as_slice();
    for (index, item) in items.into_iter().enumerate() {
        let count = rest.partition_point(|cut| cut.item == index);
        let (here, later) = rest.split_at(count);
        rest = later;
        if here.is_empty() {
            out.push(item);
        } else {
            split(item, here, &mut out);
        }
    }
    pass.items = out;
}

fn cuts(chunks: &[Chunk], mark: &Mark) -> Vec<Cut> {
    let mut cuts = Vec::new();
    for part in &mark.parts {
        let first = chunks.partition_point(|chunk| chunk.range.end <= part.start);
        let touched = chunks[first..]
            .iter()
            .take_while(|chunk| chunk.range.start < part.end)
            .filter(|chunk| !chunk.range.is_empty());
        cuts.extend(touched.map(|chunk| {
            let start = part.start.saturating_sub(chunk.range.start);
            let end = part.end.min(chunk.range.end) - chunk.range.start;
            Cut {
                item: chunk.item,
                range: start..end,
                annotation: mark.annotation,
                is_first: false,
                is_last: false,
            }
        }));
    }
    if let Some(first) = cuts.first_mut() {
        first.is_first = true;
    }
    if let Some(last) = cuts.last_mut() {
        last.is_last = true;
    }
    cuts
}

/// Cuts an item up where marks begin and end. A mark that ends inside of another closes that one
/// for a moment, so that elements nest.
fn split<'a>(item: Item<'a>, cuts: &[Cut], out: &mut Vec<Item<'a>>) {
    let Item::Event(Event::Text(text), place) = item else {
        for cut in cuts {
            begin(out, cut);
        }
        out.push(item);
        for cut in cuts.iter().rev() {
            out.push(Item::Slot(Piece::Close(cut.annotation, cut.is_last)));
        }
        return;
    };
    let mut bounds: Vec<usize> = cuts
        .iter()
        .flat_map(|cut| [cut.range.start, cut.range.end])
        .chain([0, text.len()])
        .collect();
    bounds.sort_unstable();
    bounds.dedup();
    let mut open: Vec<&Cut> = Vec::new();
    for (index, at) in bounds.iter().enumerate() {
        if let Some(lowest) = open.iter().position(|cut| cut.range.end == *at) {
            let closed = open.split_off(lowest);
            for cut in closed.iter().rev() {
                let is_last = cut.is_last && cut.range.end == *at;
                out.push(Item::Slot(Piece::Close(cut.annotation, is_last)));
            }
            for cut in closed.into_iter().filter(|cut| cut.range.end != *at) {
                out.push(Item::Slot(Piece::Open(cut.annotation, false)));
                open.push(cut);
            }
        }
        for cut in cuts.iter().filter(|cut| cut.range.start == *at) {
            begin(out, cut);
            open.push(cut);
        }
        if let Some(end) = bounds.get(index + 1) {
            let words = CowStr::from(text[*at..*end].to_owned());
            out.push(Item::Event(Event::Text(words), place.clone()));
        }
    }
}

/// Opens a mark. Where it has only just been closed, with nothing or a line break since, it goes on
/// instead: a mark over words that the parser gives in pieces is one element.
fn begin(out: &mut Vec<Item>, cut: &Cut) {
    let is_break =
        |item: &Item| matches!(item, Item::Event(Event::SoftBreak | Event::HardBreak, _));
    let is_close = |item: &Item| matches!(item, Item::Slot(Piece::Close(one, false)) if *one == cut.annotation);
    let breaks = usize::from(out.last().is_some_and(is_break));
    let before = out.len().checked_sub(breaks + 1);
    match before.filter(|at| !cut.is_first && is_close(&out[*at])) {
        Some(at) => drop(out.remove(at)),
        None => out.push(Item::Slot(Piece::Open(cut.annotation, cut.is_first))),
    }
}
