//! Reading a mapping field by field: every key typed, every fault told, unknown keys named.

use super::{Node, Value};
use crate::date::Date;
use crate::report::{Code, Diagnostic, Report, did_you_mean};
use crate::text::{Name, Span, Spanned};

/// A mapping that is being read. Each reading method names the key it wants; [`Fields::finish`]
/// reports the keys that no method asked for.
pub struct Fields<'a> {
    entries: &'a [(Name, Node)],
    what: &'static str,
    known: Vec<&'static str>,
}

impl<'a> Fields<'a> {
    /// Begins to read `node`, called `what` in messages ("a speaker"). Nothing counts as a mapping
    /// without keys.
    pub fn new(node: &'a Node, what: &'static str, report: &mut Report) -> Option<Self> {
        let entries = match &node.value {
            Value::Map(entries) => entries.as_slice(),
            Value::Null => &[],
            _ => {
                wrong_type(
                    node,
                    &format!("{what} is a mapping of keys to values"),
                    report,
                );
                return None;
            }
        };
        Some(Self {
            entries,
            what,
            known: Vec::new(),
        })
    }

    /// The value of a key; nothing when it is absent or empty.
    pub fn get(&mut self, key: &'static str) -> Option<&'a Node> {
        self.known.push(key);
        self.entries
            .iter()
            .find(|(name, _)| name.value == key)
            .map(|(_, node)| node)
            .filter(|node| node.value != Value::Null)
    }

    /// Text; numbers count as the text that was written.
    pub fn text(&mut self, key: &'static str, report: &mut Report) -> Option<Name> {
        text(self.get(key)?, key, report)
    }

    /// Text without its place.
    pub fn plain(&mut self, key: &'static str, report: &mut Report) -> Option<String> {
        self.text(key, report).map(|name| name.value)
    }

    /// Text that must be there and must not be blank; `at` is where its absence is shown.
    pub fn required(&mut self, key: &'static str, at: Span, report: &mut Report) -> Option<Name> {
        let Some(node) = self.get(key) else {
            let message = format!("{} has no `{key}`", self.what);
            report.add(Diagnostic::new(Code::MissingKey, at, message));
            return None;
        };
        let name = text(node, key, report)?;
        if name.value.trim().is_empty() {
            let message = format!("the `{key}` of {} is empty", self.what);
            report.add(Diagnostic::new(Code::MissingKey, node.span, message));
            return None;
        }
        Some(name)
    }

    /// `true` or `false`.
    pub fn boolean(&mut self, key: &'static str, report: &mut Report) -> Option<bool> {
        let node = self.get(key)?;
        if let Value::Bool(value) = node.value {
            return Some(value);
        }
        wrong_type(node, &format!("`{key}` is `true` or `false`"), report);
        None
    }

    /// A whole number from `least` up.
    pub fn number(
        &mut self,
        key: &'static str,
        least: usize,
        report: &mut Report,
    ) -> Option<usize> {
        let node = self.get(key)?;
        let Value::Number(written) = &node.value else {
            wrong_type(node, &format!("`{key}` is a whole number"), report);
            return None;
        };
        match written.parse() {
            Ok(number) if number >= least => Some(number),
            _ => {
                let message = format!("`{key}` is a whole number from {least} up");
                report.add(Diagnostic::new(Code::InvalidValue, node.span, message));
                None
            }
        }
    }

    /// A number from 0 to 1.
    pub fn share(&mut self, key: &'static str, report: &mut Report) -> Option<f64> {
        let node = self.get(key)?;
        let share = match &node.value {
            Value::Number(written) => written.parse().ok(),
            _ => None,
        };
        let share = share.filter(|share| (0.0..=1.0).contains(share));
        if share.is_none() {
            let message = format!("`{key}` is a number from 0 to 1");
            report.add(Diagnostic::new(Code::InvalidValue, node.span, message));
        }
        share
    }

    /// A date of any precision.
    pub fn date(&mut self, key: &'static str, report: &mut Report) -> Option<Spanned<Date>> {
        let name = self.text(key, report)?;
        match Date::parse(&name.value) {
            Ok(date) => Some(Spanned::new(date, name.span)),
            Err(fault) => {
                let message = format!("`{key}` is no date: {fault}");
                report.add(Diagnostic::new(Code::InvalidDate, name.span, message));
                None
            }
        }
    }

    /// One of the words that `choose` knows; `words` are offered when it knows it not.
    pub fn choice<T>(
        &mut self,
        key: &'static str,
        words: &[&'static str],
        choose: impl Fn(&str) -> Option<T>,
        report: &mut Report,
    ) -> Option<T> {
        let name = self.text(key, report)?;
        choice(&name, key, words, choose, report)
    }

    /// A list of texts; one text alone counts as a list of one.
    pub fn texts(&mut self, key: &'static str, report: &mut Report) -> Vec<Name> {
        self.list(key, report, |node, report| text(node, key, report))
    }

    /// A list, each item read by `read`; one item alone counts as a list of one.
    pub fn list<T>(
        &mut self,
        key: &'static str,
        report: &mut Report,
        mut read: impl FnMut(&'a Node, &mut Report) -> Option<T>,
    ) -> Vec<T> {
        match self.get(key) {
            None => Vec::new(),
            Some(Node {
                value: Value::List(items),
                ..
            }) => items.iter().filter_map(|item| read(item, report)).collect(),
            Some(single) => read(single, report).into_iter().collect(),
        }
    }

    /// A mapping from names to things, each read by `read`, in written order.
    pub fn named<T>(
        &mut self,
        key: &'static str,
        report: &mut Report,
        read: impl FnMut(&'a Name, &'a Node, &mut Report) -> Option<T>,
    ) -> Vec<T> {
        match self.get(key) {
            None => Vec::new(),
            Some(node) => named(node, key, report, read),
        }
    }

    /// Ends the reading: a key that no method asked for is unknown.
    pub fn finish(self, report: &mut Report) {
        for (name, _) in self.entries {
            if !self.known.contains(&name.value.as_str()) {
                let message = format!("{} has no key `{}`", self.what, name.value);
                report.add(
                    Diagnostic::new(Code::UnknownKey, name.span, message)
                        .hint(did_you_mean(&name.value, self.known.iter().copied())),
                );
            }
        }
    }
}

/// Reads a whole mapping from names to things.
pub fn named<'a, T>(
    node: &'a Node,
    what: &str,
    report: &mut Report,
    mut read: impl FnMut(&'a Name, &'a Node, &mut Report) -> Option<T>,
) -> Vec<T> {
    let Value::Map(entries) = &node.value else {
        if node.value != Value::Null {
            wrong_type(
                node,
                &format!("`{what}` is a mapping of keys to entries"),
                report,
            );
        }
        return Vec::new();
    };
    entries
        .iter()
        .filter_map(|(name, node)| read(name, node, report))
        .collect()
}

/// Reads a text.
pub fn text(node: &Node, what: &str, report: &mut Report) -> Option<Name> {
    match &node.value {
        Value::Text(text) | Value::Number(text) => Some(Spanned::new(text.clone(), node.span)),
        _ => {
            wrong_type(node, &format!("`{what}` is text"), report);
            None
        }
    }
}

/// Reads one word of a closed set.
pub fn choice<T>(
    name: &Name,
    what: &str,
    words: &[&'static str],
    choose: impl Fn(&str) -> Option<T>,
    report: &mut Report,
) -> Option<T> {
    let chosen = choose(&name.value);
    if chosen.is_none() {
        let message = format!("`{}` is no value of `{what}`", name.value);
        let hint = did_you_mean(&name.value, words.iter().copied())
            .unwrap_or_else(|| format!("it is one of: {}", words.join(", ")));
        report.add(Diagnostic::new(Code::InvalidValue, name.span, message).hint(hint));
    }
    chosen
}

fn wrong_type(node: &Node, expected: &str, report: &mut Report) {
    let message = format!("{expected}, and here stands {}", node.value.kind());
    report.add(Diagnostic::new(Code::WrongType, node.span, message));
}
