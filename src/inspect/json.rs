//! JSON with places: values by their way from the root, and where each stands in the text.

use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt;
use std::ops::Range;

use serde_json::{Map, Value};

/// A JSON text that was read.
pub(super) struct Json<'a> {
    text: &'a str,
    /// Where the text begins in its file.
    base: usize,
    pub(super) value: Value,
    /// Where parts begin that were looked for, by where what holds them begins: a long list is
    /// gone through item by item.
    known: RefCell<HashMap<(usize, Step), usize>>,
}

/// A step from a value to one in it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Step {
    Key(String),
    Item(usize),
}

/// The way from the root to a value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Way(pub(super) Vec<Step>);

impl Way {
    /// The way to the value of a key.
    pub(super) fn key(&self, key: &str) -> Self {
        self.with(Step::Key(key.to_owned()))
    }

    /// The way to an item of a list.
    pub(super) fn item(&self, index: usize) -> Self {
        self.with(Step::Item(index))
    }

    fn with(&self, step: Step) -> Self {
        let mut steps = self.0.clone();
        steps.push(step);
        Self(steps)
    }
}

/// As people write it: `items[2].url`.
impl fmt::Display for Way {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, step) in self.0.iter().enumerate() {
            match step {
                Step::Key(key) if index == 0 => formatter.write_str(key)?,
                Step::Key(key) => write!(formatter, ".{key}")?,
                Step::Item(item) => write!(formatter, "[{item}]")?,
            }
        }
        Ok(())
    }
}

impl<'a> Json<'a> {
    /// Reads a text that begins at `base` of its file; else the place of the fault and what it is.
    pub(super) fn read(text: &'a str, base: usize) -> Result<Self, (Range<usize>, String)> {
        match serde_json::from_str(text) {
            Ok(value) => Ok(Self {
                text,
                base,
                value,
                known: RefCell::default(),
            }),
            Err(fault) => Err((place_of(text, base, &fault), without_place(&fault))),
        }
    }

    /// Where a value stands; the nearest one around it where it is missing.
    pub(super) fn place(&self, way: &Way) -> Range<usize> {
        let mut start = skip(self.text, 0);
        for step in &way.0 {
            match self.part(start, step) {
                Some(inner) => start = inner,
                None => break,
            }
        }
        // Of what holds others its beginning is enough.
        let holds = self.text[start..].starts_with(['{', '[']);
        let end = if holds {
            start + 1
        } else {
            end(self.text, start)
        };
        self.base + start..self.base + end
    }

    /// Where the part of the object or list at `at` begins to which a step leads.
    fn part(&self, at: usize, step: &Step) -> Option<usize> {
        let known = |step: Step| self.known.borrow().get(&(at, step)).copied();
        if let Some(start) = known(step.clone()) {
            return Some(start);
        }
        let before = match step {
            Step::Item(index) if *index > 0 => known(Step::Item(index - 1)),
            _ => None,
        };
        let start = match before {
            Some(before) => Some(skip(self.text, end(self.text, before))),
            None => part(self.text, at, step),
        };
        if let Some(start) = start {
            self.known.borrow_mut().insert((at, step.clone()), start);
        }
        start
    }
}

/// The text behind a key that is a string and not blank.
pub(super) fn text<'v>(object: &'v Map<String, Value>, key: &str) -> Option<&'v str> {
    object
        .get(key)?
        .as_str()
        .filter(|text| !text.trim().is_empty())
}

/// The place that a fault of JSON names, which counts lines and bytes from one.
pub(super) fn place_of(text: &str, base: usize, fault: &serde_json::Error) -> Range<usize> {
    let lines = text
        .split_inclusive('\n')
        .take(fault.line().saturating_sub(1));
    let line: usize = lines.map(str::len).sum();
    let at = (line + fault.column().saturating_sub(1)).min(text.len());
    base + at..base + (at + 1).min(text.len())
}

/// What a fault says, less its line and column.
pub(super) fn without_place(fault: &serde_json::Error) -> String {
    let said = fault.to_string();
    said.rsplit_once(" at line ")
        .map_or(said.clone(), |(said, _)| said.to_owned())
}

/// The first place from `at` on that is no white space and no punctuation between values.
fn skip(text: &str, at: usize) -> usize {
    let rest = text[at..].trim_start_matches([' ', '\n', '\r', '\t', ',', ':']);
    text.len() - rest.len()
}

/// The end of the value that begins at `at`. The text is known to be JSON.
fn end(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let mut depth = 0_usize;
    let mut end = at;
    while let Some(letter) = bytes.get(end) {
        match letter {
            b'"' => {
                end = string(bytes, end);
                if depth == 0 {
                    return end;
                }
                continue;
            }
            b'{' | b'[' => depth += 1,
            b'}' | b']' if depth <= 1 => return end + depth,
            b'}' | b']' => depth -= 1,
            b',' | b' ' | b'\n' | b'\t' if depth == 0 => return end,
            _ => {}
        }
        end += 1;
    }
    text.len()
}

/// The end of the string that begins at `at`.
fn string(bytes: &[u8], at: usize) -> usize {
    let mut end = at + 1;
    while let Some(letter) = bytes.get(end) {
        match letter {
            b'\\' => end += 2,
            b'"' => return end + 1,
            _ => end += 1,
        }
    }
    bytes.len()
}

/// Where the part of the object or list at `at` begins to which a step leads.
fn part(text: &str, at: usize, step: &Step) -> Option<usize> {
    let is_object = text[at..].starts_with('{');
    let mut start = skip(text, at + 1);
    let mut index = 0;
    while start < text.len() && !text[start..].starts_with(['}', ']']) {
        let mut found = start;
        let is_meant = match step {
            Step::Key(key) if is_object => {
                let name = &text[start..end(text, start)];
                found = skip(text, start + name.len());
                serde_json::from_str::<String>(name).is_ok_and(|name| name == *key)
            }
            Step::Item(item) if !is_object => *item == index,
            _ => return None,
        };
        if is_meant {
            return Some(found);
        }
        start = skip(text, end(text, found));
        index += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{Json, Way};

    #[test]
    fn values_are_found_in_the_text() {
        let text = r#"  {"a" : [1, {"b\"c": "é, }"}, [], true ], "d": {}, "e":null}"#;
        let Ok(json) = Json::read(text, 0) else {
            panic!("it is JSON");
        };
        let root = Way::default();
        let at = |way: &Way| &text[json.place(way)];
        assert_eq!(at(&root), "{");
        assert_eq!(at(&root.key("a").item(0)), "1");
        assert_eq!(at(&root.key("a").item(1).key("b\"c")), "\"é, }\"");
        assert_eq!(at(&root.key("a").item(2)), "[");
        assert_eq!(at(&root.key("a").item(3)), "true");
        assert_eq!(at(&root.key("a").item(7)), "[");
        assert_eq!(at(&root.key("e")), "null");
        assert_eq!(at(&root.key("z")), "{");
        assert_eq!(root.key("a").item(1).key("b").to_string(), "a[1].b");
    }

    #[test]
    fn faults_have_a_place() {
        let Err(fault) = Json::read("{\n \"a\": 1,\n}", 10) else {
            panic!("it is no JSON");
        };
        assert_eq!(fault, (21..22, "trailing comma".to_owned()));
    }
}
