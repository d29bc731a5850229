//! Where the cards stand: behind the block that holds the annotation's words.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{Item, Pass};
use crate::brief::Piece;

/// Puts a card's slot behind each block with annotations: behind a paragraph, heading or whole
/// table; in a tight list item, before what is nested in it or its end.
pub(super) fn place(pass: &mut Pass) {
    if pass.annotations.is_empty() {
        return;
    }
    let items = std::mem::take(&mut pass.items);
    let mut out: Vec<Item> = Vec::with_capacity(items.len() + pass.annotations.len());
    let mut waiting: Vec<usize> = Vec::new();
    let mut in_table = false;
    for item in items {
        match &item {
            Item::Event(Event::Start(tag), _) => {
                if is_block(tag) && !in_table {
                    flush(&mut waiting, &mut out);
                }
                in_table |= matches!(tag, Tag::Table(_));
            }
            Item::Event(
                Event::End(TagEnd::Item | TagEnd::BlockQuote(_) | TagEnd::FootnoteDefinition),
                _,
            ) => flush(&mut waiting, &mut out),
            Item::Slot(Piece::Close(one, true)) => waiting.push(*one),
            _ => {}
        }
        let mut is_end = false;
        match &item {
            Item::Event(Event::End(TagEnd::Table), _) => {
                in_table = false;
                is_end = true;
            }
            Item::Event(Event::End(TagEnd::Paragraph | TagEnd::Heading(_)), _) => is_end = true,
            Item::Slot(Piece::BlockClose(one)) => {
                waiting.push(*one);
                is_end = true;
            }
            _ => {}
        }
        out.push(item);
        if is_end {
            flush(&mut waiting, &mut out);
        }
    }
    flush(&mut waiting, &mut out);
    pass.items = out;
}

fn flush(waiting: &mut Vec<usize>, out: &mut Vec<Item>) {
    waiting.sort_unstable();
    out.extend(waiting.drain(..).map(|one| Item::Slot(Piece::Card(one))));
}

fn is_block(tag: &Tag) -> bool {
    matches!(
        tag,
        Tag::Paragraph
            | Tag::Heading { .. }
            | Tag::BlockQuote(_)
            | Tag::CodeBlock(_)
            | Tag::List(_)
            | Tag::Table(_)
            | Tag::HtmlBlock
            | Tag::FootnoteDefinition(_)
    )
}
