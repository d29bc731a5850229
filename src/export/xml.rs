//! XML, written element by element. The home of quick-xml.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// A document of XML 1.0 in UTF-8 as it comes to be. Writing to memory does not fail.
pub(super) struct Xml(Writer<Vec<u8>>);

/// The attributes of an element.
pub(super) type Attributes<'a> = &'a [(&'a str, &'a str)];

impl Xml {
    pub(super) fn new() -> Self {
        let mut xml = Self(Writer::new(Vec::new()));
        xml.event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)));
        xml.line();
        xml
    }

    /// Begins an element that holds others.
    pub(super) fn open(&mut self, name: &str, attributes: Attributes) {
        self.event(Event::Start(start(name, attributes)));
        self.line();
    }

    pub(super) fn close(&mut self, name: &str) {
        self.event(Event::End(BytesEnd::new(name)));
        self.line();
    }

    /// An element that holds text.
    pub(super) fn text(&mut self, name: &str, attributes: Attributes, text: &str) {
        self.event(Event::Start(start(name, attributes)));
        self.event(Event::Text(BytesText::new(&allowed(text))));
        self.close(name);
    }

    /// An element that holds nothing.
    pub(super) fn empty(&mut self, name: &str, attributes: Attributes) {
        self.event(Event::Empty(start(name, attributes)));
        self.line();
    }

    pub(super) fn finish(self) -> String {
        String::from_utf8(self.0.into_inner()).unwrap_or_default()
    }

    fn event(&mut self, event: Event) {
        self.0.write_event(event).unwrap_or_default();
    }

    fn line(&mut self) {
        self.0.get_mut().push(b'\n');
    }
}

fn start<'a>(name: &'a str, attributes: Attributes) -> BytesStart<'a> {
    let mut start = BytesStart::new(name);
    for (name, value) in attributes {
        start.push_attribute((*name, allowed(value).as_str()));
    }
    start
}

/// Text without the characters that XML 1.0 cannot hold, escaped or not.
fn allowed(text: &str) -> String {
    let is_allowed = |letter: &char| match letter {
        '\t' | '\n' | '\r' => true,
        '\u{FFFE}' | '\u{FFFF}' => false,
        letter => *letter >= ' ',
    };
    text.chars().filter(is_allowed).collect()
}
