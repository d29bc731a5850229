//! Markdown from elsewhere: its text stays as it is, its front matter becomes a brief's.

use crate::article::Article;
use crate::date::{Date, DateFault};
use crate::inputs::Inputs;
use crate::parse::{Split, parse, split};
use crate::report::{Code, Diagnostic, Report};
use crate::text::{FileId, Files, SourceFile, Span};
use crate::yaml::{self, Node, Value};

/// Takes in a Markdown file. Front matter that a brief knows stays in its words; the rest moves
/// under `extra`, so that nothing is lost.
pub(super) fn read(files: &Files, id: FileId, report: &mut Report) -> Option<Article> {
    let file = files.get(id);
    let text = &*file.text;
    if text.starts_with("+++") {
        let message = "the front matter is TOML, and that of a brief is YAML";
        let hint = "write it as `key: value` between two lines `---`";
        report.add(
            Diagnostic::new(Code::InvalidYaml, Span::new(id, 0, 3), message).hint(hint.to_owned()),
        );
        return None;
    }
    let (yaml, body) = match split(text) {
        Split::None => (0..0, 0),
        Split::FrontMatter { yaml, body } => (yaml.0..yaml.1, body),
        Split::Unclosed => {
            let message = "the front matter has no end";
            let hint =
                "end it with a line `---`; a first line that is no front matter can be `***`";
            report.add(
                Diagnostic::new(Code::UnclosedFrontMatter, Span::new(id, 0, 3), message)
                    .hint(hint.to_owned()),
            );
            return None;
        }
    };
    let entries = if text[yaml.clone()].trim().is_empty() {
        Vec::new()
    } else {
        entries(file, id, yaml.start, yaml.end, report)?
    };
    let mut article = Article {
        text: text[body..].trim().to_owned(),
        ..Article::default()
    };
    sort_out(entries, &mut article);
    take_title(&mut article);
    Some(article)
}

/// An entry of foreign front matter.
struct Entry {
    key: String,
    node: Node,
    /// Its lines, as they were written.
    lines: String,
}

/// The entries with their lines, and the comments above them.
fn entries(
    file: &SourceFile,
    id: FileId,
    start: usize,
    end: usize,
    report: &mut Report,
) -> Option<Vec<Entry>> {
    let node = yaml::parse(file, id, start, end, report)?;
    if report.has_errors() {
        return None;
    }
    let Value::Map(entries) = node.value else {
        let message = "the front matter is no list of `key: value`";
        report.add(Diagnostic::new(Code::WrongType, node.span, message));
        return None;
    };
    let text = &file.text;
    let keys = entries.iter().map(|(key, _)| key.span.start);
    let begins_line = |at: usize| at == start || text[..at].ends_with('\n');
    let are_lines = keys.clone().all(begins_line);
    let above = |(index, at)| match index {
        0 => start,
        _ => at - comments_above(&text[start..at]),
    };
    let starts: Vec<usize> = keys.enumerate().map(above).collect();
    let ends = starts.iter().copied().skip(1).chain([end]);
    let lines = starts.iter().copied().zip(ends);
    let found = entries
        .into_iter()
        .zip(lines)
        .map(|((key, node), (from, to))| Entry {
            lines: if are_lines {
                text[from..to].to_owned()
            } else {
                format!("{}: {}\n", yaml::scalar(&key.value), node.to_json())
            },
            key: key.value,
            node,
        });
    Some(found.collect())
}

/// The length of the comment lines that end a text.
fn comments_above(text: &str) -> usize {
    let lines = text.split_inclusive('\n').rev();
    lines
        .take_while(|line| line.starts_with('#'))
        .map(str::len)
        .sum()
}

/// Gives each entry its place: what a brief takes stays, one after the other so that entries are
/// seen together; what it does not take goes below `extra`.
fn sort_out(entries: Vec<Entry>, article: &mut Article) {
    let mut kept = String::new();
    let mut extra = String::new();
    let (own_extra, entries): (Vec<_>, Vec<_>) =
        entries.into_iter().partition(|entry| entry.key == "extra");
    // The state can ask for other keys, so it comes when they are there.
    let (state, entries): (Vec<_>, Vec<_>) =
        entries.into_iter().partition(|entry| entry.key == "state");
    for entry in entries.into_iter().chain(state) {
        let with = format!("{kept}{}", entry.lines);
        if entry.key == "title" {
            article.title = title(&entry.node);
            if article.title.is_none() {
                extra.push_str(&indented(&entry.lines));
            }
        } else if is_taken(&with) {
            kept = with;
            if entry.key == "date" {
                article.date = date(&entry.node);
            }
            article.front.push((entry.key, entry.lines));
        } else {
            if entry.key == "date" {
                article.date = date(&entry.node);
            }
            extra.push_str(&indented(&entry.lines));
        }
    }
    if let Some(extra) = joined(own_extra.first(), &extra) {
        article.front.push(("extra".to_owned(), extra));
    }
}

fn title(node: &Node) -> Option<String> {
    match &node.value {
        Value::Text(text) | Value::Number(text) => Some(text.trim().to_owned()),
        _ => None,
    }
    .filter(|title| !title.is_empty())
}

/// A date, also in the notations that Ascribe only recognises.
fn date(node: &Node) -> Option<Date> {
    match &node.value {
        Value::Text(text) | Value::Number(text) => read_date(text),
        _ => None,
    }
}

/// Reads a date as others write it: ISO 8601, with month names, or in figures where one reading
/// is left.
pub(super) fn read_date(text: &str) -> Option<Date> {
    let text = text.trim();
    match Date::parse(text) {
        Ok(date) => Some(date),
        Err(DateFault::Notation { iso, .. }) => Date::parse(&iso).ok(),
        Err(_) => Date::parse(text.get(..10)?).ok(),
    }
}

/// Whether a brief with this front matter, and a title, has no fault in it.
fn is_taken(front: &str) -> bool {
    let mut inputs = Inputs::default();
    let brief = format!("---\ntitle: x\n{front}\n---\n");
    let file = SourceFile::new("content/briefs/x.md".to_owned(), &brief);
    inputs.briefs.push(inputs.files.add(file));
    !parse(&inputs).1.has_errors()
}

/// `extra` with its own entries first. Those of a flow mapping are written anew.
fn joined(own: Option<&Entry>, more: &str) -> Option<String> {
    let own = own.map(|entry| match &entry.node.value {
        Value::Map(entries) => {
            let entries = entries.iter();
            let line = |(key, node): &(_, Node)| {
                let key: &crate::text::Name = key;
                format!("  {}: {}\n", yaml::scalar(&key.value), node.to_json())
            };
            let is_block = entry
                .lines
                .lines()
                .next()
                .is_some_and(|line| line.trim_end() == "extra:");
            if is_block {
                let lines = entry.lines.split_once('\n').map_or("", |(_, lines)| lines);
                return lines.to_owned();
            }
            entries.map(line).collect()
        }
        _ => indented(&entry.lines),
    });
    let all = own.unwrap_or_default() + more;
    (!all.trim().is_empty()).then(|| format!("extra:\n{all}"))
}

fn indented(lines: &str) -> String {
    let mut indented = String::with_capacity(lines.len() + 16);
    for line in lines.lines() {
        if !line.trim().is_empty() {
            indented.push_str("  ");
            indented.push_str(line);
        }
        indented.push('\n');
    }
    indented
}

/// The first heading of the first level is the title of a text that has no other, and is dropped
/// where it repeats the title.
fn take_title(article: &mut Article) {
    let (line, rest) = article.text.split_once('\n').unwrap_or((&article.text, ""));
    let (heading, rest) = match (
        line.strip_prefix("# "),
        rest.split_once('\n').unwrap_or((rest, "")),
    ) {
        (Some(heading), _) => (heading.trim_end_matches('#').trim(), rest),
        (None, (under, rest))
            if under.len() > 2 && under.trim_end().chars().all(|letter| letter == '=') =>
        {
            (line.trim(), rest)
        }
        _ => return,
    };
    let words = crate::annotate::prose(heading, 0).text;
    let words = words.trim();
    if words.is_empty() {
        return;
    }
    if article.title.is_none() {
        article.title = Some(words.to_owned());
    }
    if article.title.as_deref() == Some(words) {
        article.text = rest.trim().to_owned();
    }
}
