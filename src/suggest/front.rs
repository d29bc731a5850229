//! Speakers' entries put into front matter of any style, and front matter for a text that has none.

use super::Insertion;
use crate::annotate::prose;
use crate::parse::{Split, split};
use crate::report::Report;
use crate::slug::slug;
use crate::text::{Files, Name, SourceFile};
use crate::yaml::{self, Node, Value, flow_scalar, scalar};

/// Front matter for a text without: the only key that is required, taken from the first heading,
/// else from the file's name. No blank line follows, so that the text below it is the whole file.
pub(super) fn head(file: &SourceFile) -> String {
    let prose = prose(&file.text, 0);
    let heading = prose
        .headings
        .first()
        .map(|range| &prose.text[range.clone()]);
    let name = file.path.rsplit('/').next().unwrap_or_default();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let title = match heading.map(str::trim).filter(|words| !words.is_empty()) {
        Some(words) => words.split_whitespace().collect::<Vec<_>>().join(" "),
        None => capitalised(&slug(stem).replace('-', " ")),
    };
    format!("---\ntitle: {}\n---\n", scalar(&title))
}

/// Puts entries, key and name each, into the front matter of a text; nothing where it is written
/// in a way that cannot be added to.
pub(super) fn insertion(text: &str, entries: &[(&str, &str)]) -> Option<Insertion> {
    let Split::FrontMatter {
        yaml: (start, end), ..
    } = split(text)
    else {
        return None;
    };
    let mut files = Files::default();
    let id = files.add(SourceFile::exactly(String::new(), text.into()));
    let mut report = Report::default();
    let node = yaml::parse(files.get(id), id, start, end, &mut report)?;
    let Value::Map(keys) = &node.value else {
        return None;
    };
    let front = Front { text, end };
    let is_flow = front.is_flow(&node);
    match keys.iter().find(|(name, _)| name.value == "speakers") {
        Some((
            _,
            Node {
                value: Value::Null, ..
            },
        )) if is_flow => None,
        Some((name, speakers)) => front.add_to(name, speakers, entries),
        None if is_flow => {
            let entries = format!("speakers: {{{}}}", listed(entries));
            Some(in_braces(&node, keys.is_empty(), &entries))
        }
        None => {
            let indent = front.indent(keys.first()?.0.span.start);
            let lines = lines(entries, &format!("{indent}  "));
            Some(Insertion {
                at: end,
                text: format!("{indent}speakers:\n{lines}"),
            })
        }
    }
}

/// The front matter that is added to.
struct Front<'a> {
    text: &'a str,
    /// Its last byte; the line that closes it begins here.
    end: usize,
}

impl<'a> Front<'a> {
    /// Adds to the speakers that are there, be it the key alone.
    fn add_to(&self, name: &Name, speakers: &Node, entries: &[(&str, &str)]) -> Option<Insertion> {
        match &speakers.value {
            Value::Map(known) if self.is_flow(speakers) => {
                Some(in_braces(speakers, known.is_empty(), &listed(entries)))
            }
            Value::Map(known) => {
                let (first, last) = (&known.first()?.0, &known.last()?.0);
                Some(Insertion {
                    at: self.end_of_entry(last.span.start),
                    text: lines(entries, self.indent(first.span.start)),
                })
            }
            Value::Null => {
                let rest = &self.text[name.span.end..];
                let line = &rest[..rest.find('\n').unwrap_or(rest.len())];
                let words = line.trim_start().strip_prefix(':')?.trim_start();
                let is_bare = words.is_empty() || words.starts_with('#');
                let indent = self.indent(name.span.start);
                is_bare.then(|| Insertion {
                    at: (name.span.end + line.len() + 1).min(self.end),
                    text: lines(entries, &format!("{indent}  ")),
                })
            }
            _ => None,
        }
    }

    /// Whether a mapping is written in braces.
    fn is_flow(&self, node: &Node) -> bool {
        self.text[node.span.start..].starts_with('{')
    }

    fn line_start(&self, at: usize) -> usize {
        self.text[..at].rfind('\n').map_or(0, |newline| newline + 1)
    }

    /// The white space before a byte on its line.
    fn indent(&self, at: usize) -> &'a str {
        let line = &self.text[self.line_start(at)..at];
        &line[..line.len() - line.trim_start().len()]
    }

    /// The end of a block entry whose key is at a byte: what follows belongs to it while it is
    /// indented further; blank lines at its end do not.
    fn end_of_entry(&self, key: usize) -> usize {
        let indent = self.indent(key).len();
        let start = self.line_start(key);
        let mut at = start;
        let mut end = start;
        for line in self.text[start..self.end].split_inclusive('\n') {
            let depth = line.len() - line.trim_start().len();
            let is_blank = line.trim().is_empty();
            if at > start && !is_blank && depth <= indent {
                break;
            }
            at += line.len();
            if !is_blank {
                end = at;
            }
        }
        end
    }
}

/// Adds to a mapping in braces, of which only the opening one has a known place.
fn in_braces(node: &Node, is_empty: bool, entries: &str) -> Insertion {
    let comma = if is_empty { "" } else { ", " };
    Insertion {
        at: node.span.start + 1,
        text: format!("{entries}{comma}"),
    }
}

fn entry((key, name): &(&str, &str)) -> String {
    format!("{key}: {{name: {}}}", flow_scalar(name))
}

fn listed(entries: &[(&str, &str)]) -> String {
    entries.iter().map(entry).collect::<Vec<_>>().join(", ")
}

fn lines(entries: &[(&str, &str)], indent: &str) -> String {
    let line = |one| {
        format!(
            "{indent}{}
",
            entry(one)
        )
    };
    entries.iter().map(line).collect()
}

/// The text with its first letter made a capital.
pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

#[cfg(test)]
mod tests;
