//! The tags and words of a page, each with its place.

use std::convert::Infallible;
use std::ops::Range;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};

/// A start tag.
#[derive(Clone, Debug, Default)]
pub(super) struct Tag {
    /// Its name, in small letters.
    pub(super) name: String,
    /// Its attributes, in written order.
    pub(super) attributes: Vec<Attribute>,
    /// Its place, from `<` to behind `>`.
    pub(super) place: Range<usize>,
}

/// An attribute with its value, escapes read.
#[derive(Clone, Debug)]
pub(super) struct Attribute {
    /// Its name, in small letters.
    pub(super) name: String,
    /// Its value, escapes read.
    pub(super) value: String,
    /// The place of the value, or of the name where there is none.
    pub(super) place: Range<usize>,
}

impl Tag {
    /// The value of an attribute.
    pub(super) fn value(&self, name: &str) -> Option<&str> {
        self.attribute(name).map(|found| found.value.as_str())
    }

    /// An attribute by its name.
    pub(super) fn attribute(&self, name: &str) -> Option<&Attribute> {
        self.attributes.iter().find(|one| one.name == name)
    }
}

/// A piece of a page.
pub(super) enum Piece<'a> {
    /// A start tag.
    Start(&'a Tag),
    /// An end tag, by its name.
    End(&'a str),
    /// Words, or what a script or a style sheet holds; with its place.
    Text(&'a str, Range<usize>),
}

/// Hands over the pieces of a page in order (the tokens of the WHATWG's standard). What stands in
/// `noscript` is read as a reader without scripts has it.
pub(super) fn read(text: &str, visit: &mut dyn FnMut(Piece)) {
    read_from(text, 0, visit);
}

fn read_from(text: &str, base: usize, visit: &mut dyn FnMut(Piece)) {
    let mut tag = Tag::default();
    let mut is_without_scripts = false;
    let callback = |event: CallbackEvent, span: Span<usize>| -> Option<Infallible> {
        let place = base + span.start..base + span.end;
        match event {
            CallbackEvent::OpenStartTag { name } => {
                tag.name = lossy(name);
                tag.attributes.clear();
                tag.place = place;
            }
            CallbackEvent::AttributeName { name } => tag.attributes.push(Attribute {
                name: lossy(name),
                value: String::new(),
                place,
            }),
            CallbackEvent::AttributeValue { value } => {
                if let Some(last) = tag.attributes.last_mut() {
                    last.value = lossy(value);
                    last.place = place;
                }
            }
            CallbackEvent::CloseStartTag { .. } => {
                tag.place.end = place.end;
                is_without_scripts = tag.name == "noscript";
                visit(Piece::Start(&tag));
            }
            CallbackEvent::EndTag { name } => visit(Piece::End(&lossy(name))),
            CallbackEvent::String { value } => {
                let value = String::from_utf8_lossy(value);
                if std::mem::take(&mut is_without_scripts) {
                    read_from(&value, place.start, visit);
                } else {
                    visit(Piece::Text(&value, place));
                }
            }
            CallbackEvent::Comment { .. }
            | CallbackEvent::Doctype { .. }
            | CallbackEvent::Error(_) => {}
        }
        None
    };
    let mut emitter = CallbackEmitter::new(callback);
    emitter.naively_switch_states(true);
    Tokenizer::new_with_emitter(text, emitter).for_each(drop);
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::{Piece, read};

    #[test]
    fn places_are_those_of_the_source() {
        let page = "<p é title=\"a &amp; b\"  id=x hidden>Wörds<noscript><a href='/q'>z</a></noscript>\
                    <script>if (a < b) {}</script></p>";
        let mut found = Vec::new();
        read(page, &mut |piece| match piece {
            Piece::Start(tag) => {
                found.push(page[tag.place.clone()].to_owned());
                for one in &tag.attributes {
                    found.push(format!(
                        "{}={} {}",
                        one.name,
                        one.value,
                        &page[one.place.clone()]
                    ));
                }
            }
            Piece::Text(text, place) => found.push(format!("{text} {}", &page[place])),
            Piece::End(name) => found.push(name.to_owned()),
        });
        let expected = [
            "<p é title=\"a &amp; b\"  id=x hidden>",
            "é= é",
            "title=a & b a &amp; b",
            "id=x x",
            "hidden= hidden",
            "Wörds Wörds",
            "<noscript>",
            "<a href='/q'>",
            "href=/q /q",
            "z z",
            "a",
            "noscript",
            "<script>",
            "if (a < b) {} if (a < b) {}",
            "script",
            "p",
        ];
        assert_eq!(found, expected);
    }
}
