//! Where the links from marks to cards stand: behind the mark, and never inside of another link.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{Item, Pass};
use crate::brief::Piece;

/// Puts a reference behind the end of each mark, or behind the link that the mark ends in.
pub(super) fn place(pass: &mut Pass) {
    if pass.annotations.is_empty() {
        return;
    }
    let items = std::mem::take(&mut pass.items);
    let mut waiting: Vec<usize> = Vec::new();
    let mut links = 0_usize;
    pass.items.reserve(items.len() + pass.annotations.len());
    for item in items {
        match &item {
            Item::Event(Event::Start(Tag::Link { .. }), _) => links += 1,
            Item::Event(Event::End(TagEnd::Link), _) => links = links.saturating_sub(1),
            Item::Slot(Piece::Close(one, true)) => waiting.push(*one),
            _ => {}
        }
        pass.items.push(item);
        if links == 0 {
            let references = waiting
                .drain(..)
                .map(|one| Item::Slot(Piece::Reference(one)));
            pass.items.extend(references);
        }
    }
}
