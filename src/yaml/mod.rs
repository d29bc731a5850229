//! YAML as a tree in which every key and value knows its place. The home of `serde_yaml`.
//!
//! A tree, and not typed structs at once, because typed reading stops at the first fault: from
//! the tree all faults of a file are told in one run ([`Fields`]).

mod fields;
mod typed;
mod write;

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::{DuplicateKeyPolicy, Location};

use crate::report::{Code, Diagnostic, Report};
use crate::text::{FileId, Name, SourceFile, Span, Spanned};

pub use fields::{Fields, choice, named, text};
pub use typed::{TypedError, typed};
pub use write::{flow_scalar, scalar};

/// A value and its place. The span of a block mapping or block list is only its beginning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// What stands there.
    pub value: Value,
    /// Where it stands.
    pub span: Span,
}

/// A YAML value (core schema, with `yes`, `on` and numbers with leading zeros as text).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing, `~` or `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as it was written.
    Number(String),
    /// Text.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// A mapping, in written order; a key that stands twice is told by [`parse`].
    Map(Vec<(Name, Node)>),
}

impl Value {
    /// What the value is, for messages.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Null => "nothing",
            Self::Bool(_) => "a truth value",
            Self::Number(_) => "a number",
            Self::Text(_) => "text",
            Self::List(_) => "a list",
            Self::Map(_) => "a mapping",
        }
    }
}

impl Node {
    /// One past the last byte of the value and all that is in it.
    pub fn end(&self) -> usize {
        let inner = match &self.value {
            Value::List(items) => items.iter().map(Node::end).max(),
            Value::Map(entries) => entries
                .iter()
                .map(|(key, value)| value.end().max(key.span.end))
                .max(),
            _ => None,
        };
        self.span.end.max(inner.unwrap_or(0))
    }

    /// The value as JSON, for templates; a number too large or odd for JSON becomes text.
    pub fn to_json(&self) -> serde_json::Value {
        match &self.value {
            Value::Null => serde_json::Value::Null,
            Value::Bool(value) => (*value).into(),
            Value::Number(written) => serde_json::from_str(written)
                .unwrap_or_else(|_| serde_json::Value::String(written.clone())),
            Value::Text(text) => text.as_str().into(),
            Value::List(items) => items.iter().map(Node::to_json).collect(),
            Value::Map(entries) => entries
                .iter()
                .map(|(key, node)| (key.value.clone(), node.to_json()))
                .collect(),
        }
    }
}

/// Reads the YAML that stands in bytes `start..end` of a file. Syntax faults and keys that stand
/// twice are reported; after a syntax fault there is no tree.
pub fn parse(
    file: &SourceFile,
    id: FileId,
    start: usize,
    end: usize,
    report: &mut Report,
) -> Option<Node> {
    let text = &file.text[start..end];
    // The crate's own limits would refuse a record of some ten thousand claims. What is written out
    // cannot be more than the text is long; what aliases repeat has limits of its own.
    let most = text.len().max(1024);
    let options = serde_yaml::options! {
        budget: serde_yaml::budget! {
            max_nodes: most,
            max_events: most.saturating_mul(2),
            max_total_scalar_bytes: most,
        },
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        strict_booleans: true,
        leading_zero_numbers_as_strings: true,
        underscored_numbers_as_strings: true,
        with_snippet: false,
    };
    match serde_yaml::from_str_with_options::<Located>(text, options) {
        Ok(tree) => {
            let place = Place { id, start, text };
            let node = place.node(tree);
            tell_duplicates(&node, report);
            Some(node)
        }
        Err(fault) => {
            let at = fault.location().map_or(0, |location| {
                let part = SourceFile::exactly(String::new(), text.into());
                let count = |number| usize::try_from(number).unwrap_or(usize::MAX);
                part.offset(count(location.line()), count(location.column()))
            });
            let span = Span::new(id, start + at, start + at + 1);
            report.add(Diagnostic::new(Code::InvalidYaml, span, message(&fault)));
            None
        }
    }
}

/// The fault without the place that the crate appends: the report shows it better.
fn message(fault: &serde_yaml::Error) -> String {
    let text = fault.without_snippet().to_string();
    let text = text.strip_prefix("error: ").unwrap_or(&text);
    let end = text.rfind(" at line ").unwrap_or(text.len());
    let text = &text[..end];
    let without_place = text
        .strip_prefix("line ")
        .and_then(|rest| rest.split_once(": "))
        .map_or(text, |(_, rest)| rest);
    without_place.lines().next().unwrap_or_default().to_owned()
}

type Located = serde_yaml::Spanned<Raw>;

/// A value as the crate gives it, before places are made absolute.
enum Raw {
    Null,
    Bool(bool),
    Number,
    Text(String),
    List(Vec<Located>),
    Map(Vec<(serde_yaml::Spanned<String>, Located)>),
}

struct Place<'a> {
    id: FileId,
    start: usize,
    text: &'a str,
}

impl Place<'_> {
    fn node(&self, located: Located) -> Node {
        let span = self.span(located.referenced);
        let value = match located.value {
            Raw::Null => Value::Null,
            Raw::Bool(value) => Value::Bool(value),
            Raw::Number => {
                let written = self.span(located.defined);
                let bytes = written.start - self.start..written.end - self.start;
                Value::Number(self.text.get(bytes).unwrap_or_default().trim().to_owned())
            }
            Raw::Text(text) => Value::Text(text),
            Raw::List(items) => {
                Value::List(items.into_iter().map(|item| self.node(item)).collect())
            }
            Raw::Map(entries) => Value::Map(
                entries
                    .into_iter()
                    .map(|(key, value)| {
                        let span = self.span(key.referenced);
                        (Spanned::new(key.value, span), self.node(value))
                    })
                    .collect(),
            ),
        };
        Node { value, span }
    }

    fn span(&self, location: Location) -> Span {
        let bytes = |number: Option<u64>| usize::try_from(number.unwrap_or(0)).unwrap_or(0);
        let start = self.start + bytes(location.span().byte_offset());
        Span::new(self.id, start, start + bytes(location.span().byte_len()))
    }
}

fn tell_duplicates(node: &Node, report: &mut Report) {
    match &node.value {
        Value::List(items) => items.iter().for_each(|item| tell_duplicates(item, report)),
        Value::Map(entries) => {
            let mut first = std::collections::HashMap::new();
            for (key, value) in entries {
                if let Some(span) = first.insert(&key.value, key.span) {
                    let message = format!("the key `{}` stands twice", key.value);
                    report.add(
                        Diagnostic::new(Code::DuplicateKey, key.span, message)
                            .related(span, "first here"),
                    );
                }
                tell_duplicates(value, report);
            }
        }
        _ => {}
    }
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("a YAML value")
    }

    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_none<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Raw, D::Error> {
        Raw::deserialize(deserializer)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Raw, E> {
        Ok(Raw::Bool(value))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Raw, E> {
        Ok(Raw::Number)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Raw, E> {
        Ok(Raw::Number)
    }

    fn visit_i128<E>(self, _: i128) -> Result<Raw, E> {
        Ok(Raw::Number)
    }

    fn visit_u128<E>(self, _: u128) -> Result<Raw, E> {
        Ok(Raw::Number)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Raw, E> {
        Ok(Raw::Number)
    }

    fn visit_str<E>(self, value: &str) -> Result<Raw, E> {
        Ok(Raw::Text(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Raw, E> {
        Ok(Raw::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Raw, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Raw::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Raw, A::Error> {
        let mut map = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            map.push(entry);
        }
        Ok(Raw::Map(map))
    }
}
