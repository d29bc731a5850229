//! From items to HTML, cut at the slots. The home of ammonia.

use std::sync::LazyLock;

use pulldown_cmark::{CowStr, Event, Tag, TagEnd, html};

use super::{Item, Pass};
use crate::brief::Piece;
use crate::messages::Messages;
use crate::settings::HtmlPolicy;

/// Writes the text as pulldown-cmark does and cuts it where slots are.
///
/// While HTML is written and cleaned each slot is held by a number between two code points that
/// no text contains (Unicode keeps some for such use inside of programs).
pub(super) fn pieces(pass: &mut Pass, words: &Messages) -> Vec<Piece> {
    let policy = pass.settings.html;
    let mark = ('\u{FDD0}'..='\u{FDEF}')
        .find(|mark| !pass.source.contains(*mark))
        .unwrap_or('\u{FDD0}');
    let mut slots = Vec::new();
    let mut has_raw = false;
    let mut has_bare = false;
    let items = std::mem::take(&mut pass.items);
    let events: Vec<Event> = framed(items, policy, words)
        .into_iter()
        .map(|item| match item {
            Item::Event(event, _) => {
                has_raw |= matches!(event, Event::Html(_) | Event::InlineHtml(_));
                has_bare |= matches!(
                    event,
                    Event::Start(Tag::Table(_)) | Event::TaskListMarker(_)
                );
                if policy == HtmlPolicy::Escape {
                    escaped(event)
                } else {
                    event
                }
            }
            Item::Slot(piece) => {
                let held = format!("{mark}{}{mark}", slots.len());
                slots.push(piece);
                Event::InlineHtml(CowStr::from(held))
            }
        })
        .collect();
    let mut text = String::with_capacity((pass.source.len() - pass.body) * 5 / 4);
    html::push_html(&mut text, events.into_iter());
    if has_bare && policy != HtmlPolicy::Trust {
        text = made_accessible(&text, words);
    }
    if has_raw && policy == HtmlPolicy::Sanitize {
        text = CLEANER.clean(&text).to_string();
    }
    cut(&text, mark, slots)
}

/// Puts each table into a group that scrolls and can be reached by keyboard, where pages are not to
/// be the parser's to the letter.
fn framed<'a>(items: Vec<Item<'a>>, policy: HtmlPolicy, words: &Messages) -> Vec<Item<'a>> {
    let has_table = |item: &Item| matches!(item, Item::Event(Event::Start(Tag::Table(_)), _));
    if policy == HtmlPolicy::Trust || !items.iter().any(has_table) {
        return items;
    }
    let name = words.html("page.table", &[]);
    let open =
        format!("<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"{name}\">");
    let mut framed = Vec::with_capacity(items.len() + 2);
    for item in items {
        let is_end = matches!(item, Item::Event(Event::End(TagEnd::Table), _));
        if has_table(&item) {
            framed.push(Item::Slot(Piece::Html(open.clone())));
        }
        framed.push(item);
        if is_end {
            framed.push(Item::Slot(Piece::Html("</div>\n".to_owned())));
        }
    }
    framed
}

/// Raw HTML as text.
fn escaped(event: Event) -> Event {
    match event {
        Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
        Event::Start(Tag::HtmlBlock) => Event::Start(Tag::Paragraph),
        Event::End(TagEnd::HtmlBlock) => Event::End(TagEnd::Paragraph),
        other => other,
    }
}

/// The parser's HTML as the pages need it: cells aligned by a class, since their policy forbids
/// inline styles; the boxes of task lists with a name for screen readers.
fn made_accessible(text: &str, words: &Messages) -> String {
    const CHANGES: &[(&str, &str)] = &[
        (" style=\"text-align: left\"", ""),
        (" style=\"text-align: center\"", " class=\"center\""),
        (" style=\"text-align: right\"", " class=\"right\""),
    ];
    const BOXES: &[(&str, &str)] = &[
        ("<input disabled=\"\" type=\"checkbox\"", "page.open"),
        (
            "<input disabled=\"\" type=\"checkbox\" checked=\"\"",
            "page.done",
        ),
    ];
    let mut text = text.to_owned();
    for (made, needed) in CHANGES {
        text = text.replace(made, needed);
    }
    for (made, name) in BOXES {
        let name = words.html(name, &[]);
        let named = format!("{made} aria-label=\"{name}\"/>");
        text = text.replace(&format!("{made}/>"), &named);
    }
    text
}

/// Keeps what Markdown itself can make, and harmless elements beside it.
static CLEANER: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
    let mut cleaner = ammonia::Builder::default();
    cleaner
        .link_rel(None)
        .add_tags(["input", "section", "figure", "figcaption"])
        .add_tag_attributes("input", ["type", "disabled", "checked"])
        .add_tag_attribute_values("input", "type", ["checkbox"])
        .add_generic_attributes(["id", "class", "role", "tabindex", "aria-label"])
        .add_generic_attribute_prefixes(["data-"]);
    cleaner
});

/// Cuts the HTML at the held places.
fn cut(text: &str, mark: char, slots: Vec<Piece>) -> Vec<Piece> {
    let mut slots: Vec<Option<Piece>> = slots.into_iter().map(Some).collect();
    let mut pieces: Vec<Piece> = Vec::new();
    for (index, part) in text.split(mark).enumerate() {
        let piece = match part.parse::<usize>() {
            Ok(number) if index % 2 == 1 => slots.get_mut(number).and_then(Option::take),
            _ if part.is_empty() => None,
            _ => Some(Piece::Html(part.to_owned())),
        };
        match (piece, pieces.last_mut()) {
            (Some(Piece::Html(more)), Some(Piece::Html(text))) => text.push_str(&more),
            (Some(piece), _) => pieces.push(piece),
            (None, _) => {}
        }
    }
    pieces
}
