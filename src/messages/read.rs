//! Reading a table of messages.

use std::collections::BTreeMap;

use super::plural::{CATEGORIES, Plurals};
use super::{Message, Messages, english};
use crate::report::{Code, Diagnostic, Report, did_you_mean};
use crate::text::{FileId, Files, Name, SourceFile};
use crate::yaml::{self, Node, Value, named};

/// Reads a table of the site, put over `base`: what it does not say stays. Keys that no page reads
/// and values that a message gets no word of are told.
pub fn read(
    file: &SourceFile,
    id: FileId,
    language: &str,
    base: Messages,
    report: &mut Report,
) -> Messages {
    table(file, id, language, base, Some(english()), report)
}

/// Reads a built-in table; our tests find no fault in any.
pub(super) fn built_in(language: &str, text: &str, base: Messages) -> Messages {
    let mut files = Files::default();
    let id = files.add(SourceFile::new(String::new(), text));
    let mut report = Report::default();
    table(files.get(id), id, language, base, None, &mut report)
}

fn table(
    file: &SourceFile,
    id: FileId,
    language: &str,
    mut base: Messages,
    known: Option<&Messages>,
    report: &mut Report,
) -> Messages {
    base.plurals = Plurals::of(language);
    let Some(node) = yaml::parse(file, id, 0, file.text.len(), report) else {
        return base;
    };
    let mut sections = Vec::new();
    named(&node, "messages", report, |name, node, _| {
        sections.push((name, node));
        Some(())
    });
    for (section, node) in sections {
        let names = || known.into_iter().flat_map(|known| known.sections.keys());
        if known.is_some_and(|known| !known.sections.contains_key(&section.value)) {
            unknown(section, "messages have no section", names(), report);
            continue;
        }
        named(node, &section.value, report, |key, node, report| {
            let reference = known.and_then(|known| known.message(&section.value, &key.value));
            if let (Some(known), None) = (known, reference) {
                let mut keys: Vec<&String> = known.sections[&section.value].keys().collect();
                keys.sort_unstable();
                let what = format!("`{}` has no message", section.value);
                unknown(key, &what, keys.into_iter(), report);
                return None;
            }
            let message = message(key, node, &base.plurals, reference, report)?;
            let section = base.sections.entry(section.value.clone()).or_default();
            section.insert(key.value.clone(), message);
            Some(())
        });
    }
    base
}

fn unknown<'a>(
    name: &Name,
    what: &str,
    known: impl Iterator<Item = &'a String>,
    report: &mut Report,
) {
    let message = format!("{what} `{}`", name.value);
    report.add(
        Diagnostic::new(Code::UnknownKey, name.span, message)
            .hint(did_you_mean(&name.value, known.map(String::as_str))),
    );
}

/// A message: one text, or one for each plural category that wants its own.
fn message(
    key: &Name,
    node: &Node,
    plurals: &Plurals,
    reference: Option<&Message>,
    report: &mut Report,
) -> Option<Message> {
    let Value::Map(_) = node.value else {
        let text = yaml::text(node, &key.value, report)?.value;
        let message = match reference {
            Some(Message::Plural(_)) => Message::Plural(BTreeMap::from([("other", text)])),
            _ => Message::Text(text),
        };
        return is_whole(&message, node, reference, report).then_some(message);
    };
    if let Some(Message::Text(_)) = reference {
        let message = format!("`{}` is one text, whatever the number", key.value);
        report.add(Diagnostic::new(Code::WrongType, key.span, message));
        return None;
    }
    let categories = plurals.categories();
    let mut texts = BTreeMap::new();
    named(node, &key.value, report, |name, node, report| {
        let Some(category) = CATEGORIES.iter().find(|one| **one == name.value) else {
            let message = format!("`{}` is no plural category", name.value);
            let hint = did_you_mean(&name.value, categories.iter().copied())
                .unwrap_or_else(|| format!("the language has {}", categories.join(", ")));
            report.add(Diagnostic::new(Code::UnknownKey, name.span, message).hint(hint));
            return None;
        };
        if !categories.contains(category) {
            let message = format!("the language has no plural category `{category}`");
            let hint = format!("it has {}", categories.join(", "));
            report.add(Diagnostic::new(Code::UnknownKey, name.span, message).hint(hint));
            return None;
        }
        texts.insert(*category, yaml::text(node, &name.value, report)?.value);
        Some(())
    });
    if !texts.contains_key("other") {
        let message = format!("`{}` has no text for `other`", key.value);
        report.add(Diagnostic::new(Code::MissingKey, key.span, message));
        return None;
    }
    let message = Message::Plural(texts);
    is_whole(&message, node, reference, report).then_some(message)
}

/// Whether a message names all values that the English one has, and no other. The form for one
/// may leave out the number.
fn is_whole(
    message: &Message,
    node: &Node,
    reference: Option<&Message>,
    report: &mut Report,
) -> bool {
    let Some(reference) = reference else {
        return true;
    };
    let (wanted, found) = (reference.names(), message.names());
    let missing: Vec<&&str> = wanted.difference(&found).collect();
    let strange: Vec<&&str> = found.difference(&wanted).collect();
    let span = node.span;
    for name in &missing {
        let text = format!("the message lacks the value `{{{name}}}`");
        report.add(Diagnostic::new(Code::InvalidMessage, span, text));
    }
    for name in &strange {
        let text = format!("the message gets no value `{{{name}}}`");
        let hint =
            did_you_mean(name, wanted.iter().copied()).unwrap_or_else(|| match wanted.len() {
                0 => "it gets no values".to_owned(),
                _ => format!("it gets {}", braced(wanted.iter())),
            });
        report.add(Diagnostic::new(Code::InvalidMessage, span, text).hint(hint));
    }
    missing.is_empty() && strange.is_empty()
}

fn braced<'a>(names: impl Iterator<Item = &'a &'a str>) -> String {
    let names: Vec<String> = names.map(|name| format!("`{{{name}}}`")).collect();
    names.join(", ")
}
