//! Entries from YAML.

use hayagriva::Library;
use hayagriva::types::{Date, DateError, EntryType};

use super::entry::{Entry, address};
use super::keys::{KEYS, Shape, TYPES, hint};
use crate::report::{Code, Diagnostic, Report, did_you_mean};
use crate::text::{Name, Span, Spanned};
use crate::yaml::{Node, TypedError, Value, typed};

/// How many parents may stand in each other.
const DEPTH: usize = 8;

/// Reads the source with the given key. Keys of the mapping that are not among [`KEYS`] are left
/// to the caller; unknown keys further in are told here.
///
/// A source with faults is given back as far as it can be read, so that names which point to it
/// still find it; only what is no mapping is none.
pub fn entry(key: &Name, node: &Node, report: &mut Report) -> Option<Entry> {
    let Value::Map(fields) = &node.value else {
        let message = format!(
            "a source is a mapping of keys to values, and here stands {}",
            node.value.kind()
        );
        report.add(Diagnostic::new(Code::WrongType, node.span, message));
        return None;
    };
    let kind = kind(fields, report).unwrap_or_else(|| {
        if value(fields, "type").is_none() {
            let message = format!("the source `{}` has no `type`", key.value);
            let hint = "such as `type: article`, `report`, `web`, `post`, `video` or `book`";
            report.add(Diagnostic::new(Code::MissingKey, key.span, message).hint(hint.to_owned()));
        }
        EntryType::Misc
    });
    Some(Entry(read(key, fields, kind, 0, report)))
}

type Field = (Name, Node);

/// The value of a key that is neither absent nor empty.
fn value<'a>(fields: &'a [Field], key: &str) -> Option<&'a Node> {
    let (_, node) = fields.iter().find(|(name, _)| name.value == key)?;
    Some(node).filter(|node| node.value != Value::Null)
}

fn kind(fields: &[Field], report: &mut Report) -> Option<EntryType> {
    let node = value(fields, "type")?;
    let Value::Text(name) = &node.value else {
        let message = format!("`type` is text, and here stands {}", node.value.kind());
        report.add(Diagnostic::new(Code::WrongType, node.span, message));
        return None;
    };
    let kind = name.parse().ok();
    if kind.is_none() {
        let message = format!("`{name}` is no type of source");
        let hint = did_you_mean(name, TYPES.iter().copied())
            .unwrap_or_else(|| format!("it is one of: {}", TYPES.join(", ")));
        report.add(Diagnostic::new(Code::InvalidValue, node.span, message).hint(hint));
    }
    kind
}

/// Reads the fields of an entry whose type is known, each by itself if they do not fit together.
fn read(
    key: &Name,
    fields: &[Field],
    kind: EntryType,
    depth: usize,
    report: &mut Report,
) -> hayagriva::Entry {
    let mut good: Vec<Field> = Vec::new();
    for (name, node) in fields {
        let ours = matches!(name.value.as_str(), "type" | "parent");
        let twice = good.iter().any(|(other, _)| other.value == name.value);
        let known = KEYS.contains(&name.value.as_str());
        if ours || twice || !known || node.value == Value::Null {
            continue;
        }
        if let Some(node) = tidy(node, Shape::of(&name.value), report) {
            good.push((name.clone(), node));
        }
    }
    let mut entry = library(key, kind, good.clone()).unwrap_or_else(|_| {
        good.retain(|field| match library(key, kind, vec![field.clone()]) {
            Ok(_) => true,
            Err(fault) => {
                report.add(diagnostic(&field.0, &fault));
                false
            }
        });
        library(key, kind, good.clone()).unwrap_or_else(|_| hayagriva::Entry::new(&key.value, kind))
    });
    let parents = parents(key, fields, kind, depth, report);
    if !parents.is_empty() {
        entry.set_parents(parents);
    }
    entry
}

/// Lets Hayagriva read an entry, as the only one of a library: it reads entries in no other way.
fn library(
    key: &Name,
    kind: EntryType,
    mut fields: Vec<Field>,
) -> Result<hayagriva::Entry, TypedError> {
    let here = key.span;
    let name = |name: &str| Spanned::new(name.to_owned(), here);
    let kind_name = Value::Text(format!("{kind:?}"));
    fields.push((
        name("type"),
        Node {
            value: kind_name,
            span: here,
        },
    ));
    let map = |entries| Node {
        value: Value::Map(entries),
        span: here,
    };
    let library: Library = typed(&map(vec![(key.clone(), map(fields))]))?;
    let missing = || TypedError {
        span: here,
        message: "the entry is empty".to_owned(),
    };
    library.into_iter().next().ok_or_else(missing)
}

/// The entries above; each is a source of its own in all but its key.
fn parents(
    key: &Name,
    fields: &[Field],
    kind: EntryType,
    depth: usize,
    report: &mut Report,
) -> Vec<hayagriva::Entry> {
    let nodes = match value(fields, "parent") {
        None => &[],
        Some(Node {
            value: Value::List(items),
            ..
        }) => items.as_slice(),
        Some(single) => std::slice::from_ref(single),
    };
    let mut parents = Vec::new();
    for node in nodes {
        let Value::Map(fields) = &node.value else {
            let message = format!(
                "a `parent` is a mapping of keys to values, and here stands {}",
                node.value.kind()
            );
            let hint = "write `parent: {type: newspaper, title: Reuters}`".to_owned();
            report.add(Diagnostic::new(Code::WrongType, node.span, message).hint(hint));
            continue;
        };
        if depth == DEPTH {
            let message = format!("more than {DEPTH} parents stand in each other");
            report.add(Diagnostic::new(Code::InvalidSource, node.span, message));
            continue;
        }
        for (name, _) in fields {
            if !KEYS.contains(&name.value.as_str()) {
                report.add(unknown(name, "a `parent`", KEYS));
            }
        }
        let above = self::kind(fields, report).unwrap_or_else(|| usual_parent(key, kind));
        parents.push(read(key, fields, above, depth + 1, report));
    }
    parents
}

/// The type that Hayagriva gives to a parent without one.
fn usual_parent(key: &Name, kind: EntryType) -> EntryType {
    let empty = Node {
        value: Value::Map(Vec::new()),
        span: key.span,
    };
    let parent = Spanned::new("parent".to_owned(), key.span);
    library(key, kind, vec![(parent, empty)])
        .ok()
        .and_then(|entry| entry.parents().first().map(|parent| *parent.entry_type()))
        .unwrap_or(EntryType::Misc)
}

/// The value as Hayagriva should see it: what it would misread is written so that it does not,
/// what it would pass over is told.
fn tidy(node: &Node, shape: Shape, report: &mut Report) -> Option<Node> {
    let text = match &node.value {
        Value::Map(fields) if shape != Shape::Date => {
            let tidied = tidy_fields(fields, shape, report);
            // An address with a fault was told already; without it the visit is of nothing.
            if shape == Shape::Url && value(fields, "value").is_some() {
                value(&tidied, "value")?;
            }
            return Some(Node {
                value: Value::Map(tidied),
                span: node.span,
            });
        }
        Value::List(items) if shape != Shape::Date => {
            let items = items.iter().filter_map(|item| tidy(item, shape, report));
            let value = Value::List(items.collect());
            return Some(Node {
                value,
                span: node.span,
            });
        }
        Value::Number(text) | Value::Text(text) => text,
        _ if shape != Shape::Date => return Some(node.clone()),
        // As for mappings, Hayagriva would count their months from zero.
        other => {
            let fault = format!("here stands {}", other.kind());
            report.add(no_date(node.span, &fault));
            return None;
        }
    };
    let value = match shape {
        Shape::Formatted | Shape::Publisher => Value::Text(without_mathematics(text)),
        Shape::Persons => person(text, node.span),
        Shape::Date => match date_fault(text) {
            None => Value::Text(text.trim().to_owned()),
            Some(fault) => {
                report.add(no_date(node.span, &fault));
                return None;
            }
        },
        Shape::Url => match address(text) {
            Ok(_) => Value::Text(text.clone()),
            Err((code, message)) => {
                let hint = hint("url").to_owned();
                report.add(Diagnostic::new(code, node.span, message).hint(hint));
                return None;
            }
        },
        Shape::Affiliated | Shape::Plain => Value::Text(text.clone()),
    };
    Some(Node {
        value,
        span: node.span,
    })
}

fn tidy_fields(fields: &[Field], shape: Shape, report: &mut Report) -> Vec<Field> {
    let mut tidied: Vec<Field> = Vec::new();
    for (name, node) in fields {
        let known = shape.keys();
        if let Some(known) = known.filter(|known| !known.contains(&name.value.as_str())) {
            report.add(unknown(name, "this mapping", known));
            continue;
        }
        let twice = tidied.iter().any(|(other, _)| other.value == name.value);
        if twice || node.value == Value::Null {
            continue;
        }
        if let Some(node) = tidy(node, shape.inside(&name.value), report) {
            tidied.push((name.clone(), node));
        }
    }
    tidied
}

/// Takes `$` for the sign of a currency: between two of them Hayagriva sees mathematics.
fn without_mathematics(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => {
                escaped.push('\\');
                escaped.extend(characters.next());
            }
            '$' => escaped.push_str("\\$"),
            other => escaped.push(other),
        }
    }
    escaped
}

/// A name without a comma is kept whole. Hayagriva takes the words before the last small one for
/// particles and leaves them out: "Office of the Director of National Intelligence" would be
/// printed as "National Intelligence".
fn person(text: &str, span: Span) -> Value {
    if text.contains(',') {
        return Value::Text(text.to_owned());
    }
    let name = Node {
        value: Value::Text(text.to_owned()),
        span,
    };
    Value::Map(vec![(Spanned::new("name".to_owned(), span), name)])
}

fn unknown(name: &Name, what: &str, known: &[&'static str]) -> Diagnostic {
    let message = format!("{what} has no key `{}`", name.value);
    Diagnostic::new(Code::UnknownKey, name.span, message)
        .hint(did_you_mean(&name.value, known.iter().copied()))
}

/// What Hayagriva found wrong with a field.
fn diagnostic(name: &Name, fault: &TypedError) -> Diagnostic {
    let key = &name.value;
    // Serde's words about types without a name say nothing of use.
    let message = if fault.message.starts_with("data did not match") {
        format!("`{key}` cannot be read")
    } else {
        format!("`{key}` cannot be read: {}", fault.message)
    };
    Diagnostic::new(Code::InvalidSource, fault.span, message).hint(hint(key).to_owned())
}

fn no_date(span: Span, fault: &str) -> Diagnostic {
    let message = format!("this is no date: {fault}");
    Diagnostic::new(Code::InvalidDate, span, message).hint(hint("date").to_owned())
}

/// Why a text is no date. Hayagriva also takes years of two digits, which makes 2007 of the day in
/// "07-09-22".
pub(super) fn date_fault(text: &str) -> Option<String> {
    let bare = text.trim().trim_start_matches(['~', '+', '-', ' ']);
    let mut parts = bare.split('-').map(str::trim);
    let year = parts.next().unwrap_or_default();
    let month = parts.next().unwrap_or_default();
    let day = parts.next().unwrap_or_default();
    match text.parse::<Date>() {
        Ok(_) if year.len() == 4 => None,
        Ok(_) => Some("a year has four digits".to_owned()),
        Err(DateError::UnknownFormat) => Some("it is written otherwise".to_owned()),
        Err(DateError::MonthOutOfBounds) if matches!(month.parse(), Ok(1..=12)) => {
            Some(format!("there is no day {day}"))
        }
        Err(DateError::MonthOutOfBounds) => Some(format!("there is no month {month}")),
        Err(DateError::DayOutOfBounds(day)) => Some(format!("month {month} has no day {day}")),
    }
}
