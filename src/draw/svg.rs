//! A writer of SVG that closes what it opens and escapes what it is given.

use std::fmt::Display;

use crate::html::escape;

/// A drawing while it is written.
pub(super) struct Svg {
    text: String,
    open: Vec<&'static str>,
}

/// Attributes of an element: names and values.
pub(super) type Attributes<'a> = &'a [(&'static str, &'a dyn Display)];

impl Svg {
    /// A drawing of a size in pixels. The label names it for those who do not see it; it is a
    /// group and no image, so that the links inside of it stay links.
    pub(super) fn new(class: &str, width: i32, height: i32, label: &str) -> Self {
        let mut svg = Self {
            text: String::new(),
            open: Vec::new(),
        };
        svg.open(
            "svg",
            &[
                ("xmlns", &"http://www.w3.org/2000/svg"),
                ("class", &class),
                ("width", &width),
                ("height", &height),
                ("viewBox", &format!("0 0 {width} {height}")),
                ("role", &"group"),
                ("aria-label", &label),
            ],
        );
        svg
    }

    /// Begins an element.
    pub(super) fn open(&mut self, name: &'static str, attributes: Attributes) {
        self.begin(name, attributes);
        self.text.push('>');
        self.open.push(name);
    }

    /// An element without content.
    pub(super) fn empty(&mut self, name: &'static str, attributes: Attributes) {
        self.begin(name, attributes);
        self.text.push_str("/>");
    }

    /// An element with nothing but words.
    pub(super) fn words(&mut self, name: &'static str, attributes: Attributes, words: &str) {
        self.open(name, attributes);
        self.text.push_str(&plain(words));
        self.close();
    }

    /// Begins a link; the title says in words what is drawn inside.
    pub(super) fn link(&mut self, to: &str, title: &str, attributes: Attributes) {
        let mut all: Vec<(&'static str, &dyn Display)> = vec![("href", &to)];
        all.extend_from_slice(attributes);
        self.open("a", &all);
        self.words("title", &[], title);
    }

    /// Ends the element that was begun last.
    pub(super) fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.text.push_str("</");
            self.text.push_str(name);
            self.text.push('>');
        }
    }

    /// The whole drawing.
    pub(super) fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.text
    }

    fn begin(&mut self, name: &'static str, attributes: Attributes) {
        self.text.push('<');
        self.text.push_str(name);
        for (name, value) in attributes {
            let value = plain(&value.to_string());
            self.text.push_str(&format!(" {name}=\"{value}\""));
        }
    }
}

/// Escaped text without the control characters and noncharacters that no XML may hold.
fn plain(text: &str) -> String {
    let is_barred = |letter: char| {
        (letter.is_control() && !matches!(letter, '\t' | '\n' | '\r'))
            || matches!(letter, '\u{FFFE}' | '\u{FFFF}')
    };
    escape(&text.replace(is_barred, " "))
}
