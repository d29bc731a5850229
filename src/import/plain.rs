//! Plain text: its paragraphs, its headline, and the agency that its dateline names.

use super::escape;
use super::visible::collapsed;
use crate::article::{Article, Published};

/// A headline is no longer than this, and a line longer than this is a whole paragraph.
const LINE: usize = 120;

/// Agencies whose name stands in brackets in a dateline: "WASHINGTON (AP) —".
const AGENCIES: &[(&str, &str)] = &[
    ("(AP)", "The Associated Press"),
    ("(Reuters)", "Reuters"),
    ("(REUTERS)", "Reuters"),
    ("(AFP)", "Agence France-Presse"),
    ("(dpa)", "dpa"),
    ("(UPI)", "United Press International"),
    ("(Xinhua)", "Xinhua"),
    ("(TASS)", "TASS"),
    ("(Kyodo)", "Kyodo News"),
    ("(Yonhap)", "Yonhap News Agency"),
];

/// Takes in a plain text. Its lines stay; only markup characters get a backslash.
pub(super) fn read(text: &str) -> Article {
    let mut paragraphs = paragraphs(text);
    let title = headline(&paragraphs);
    if title.is_some() {
        paragraphs.remove(0);
    }
    let published = paragraphs.iter().find_map(|lines| dateline(lines.first()?));
    let written: Vec<String> = paragraphs.iter().map(|lines| written(lines)).collect();
    Article {
        title,
        published,
        text: written.join("\n\n"),
        ..Article::default()
    }
}

/// The paragraphs, each with its lines. An empty line parts them; so does an indent, a mark of a
/// list, and in a text whose lines are whole paragraphs each line end.
fn paragraphs(text: &str) -> Vec<Vec<&str>> {
    let each_line = lines_are_paragraphs(text);
    let mut paragraphs: Vec<Vec<&str>> = Vec::new();
    let mut is_open = false;
    let mut was_indented = false;
    for line in text.split('\n') {
        let words = line.trim();
        if words
            .trim_matches(|letter: char| letter.is_control())
            .is_empty()
        {
            is_open = false;
            continue;
        }
        let is_indented = line.starts_with("  ") || line.starts_with('\t');
        let begins = !is_open || each_line || (is_indented && !was_indented) || is_item(words);
        was_indented = is_indented;
        match paragraphs.last_mut() {
            Some(lines) if !begins => lines.push(words),
            _ => paragraphs.push(vec![words]),
        }
        is_open = true;
    }
    paragraphs
}

/// Whether a line end ends a paragraph: where a line is too long to be wrapped and another follows,
/// or where no line is empty and most end like sentences.
fn lines_are_paragraphs(text: &str) -> bool {
    let lines: Vec<&str> = text.trim().lines().map(str::trim).collect();
    let is_long = |line: &str| line.chars().count() > LINE;
    let follows = lines
        .windows(2)
        .any(|pair| is_long(pair[0]) && !pair[1].is_empty());
    let ends = lines.iter().filter(|line| ends_sentence(line)).count();
    let has_gap = lines.iter().any(|line| line.is_empty());
    follows || (!has_gap && lines.len() > 1 && 2 * ends > lines.len())
}

fn ends_sentence(line: &str) -> bool {
    let line = line.trim_end_matches(['"', '”', '’', '\'', ')', '»']);
    line.ends_with(['.', '?', '!', ':', '…', ';', ','])
}

/// "- a", "• a", "3. a".
fn is_item(words: &str) -> bool {
    let (mark, _) = words.split_once(char::is_whitespace).unwrap_or((words, ""));
    let number = mark.trim_end_matches(['.', ')']);
    matches!(mark, "-" | "*" | "•" | "–" | "—" | "·" | "◦" | "▪")
        || (number.len() + 1 == mark.len()
            && (1..=2).contains(&number.len())
            && number.chars().all(|letter| letter.is_ascii_digit()))
}

/// The first paragraph, if it is one line without a sentence's end and others follow.
fn headline(paragraphs: &[Vec<&str>]) -> Option<String> {
    let [first, _, ..] = paragraphs else {
        return None;
    };
    let [line] = first.as_slice() else {
        return None;
    };
    let is_one = line.chars().count() <= LINE
        && line.chars().any(char::is_alphabetic)
        && !is_item(line)
        && !line.ends_with(['.', ':', ';', ',']);
    is_one.then(|| collapsed(line))
}

/// Lines as they stand, each safe from being taken for markup.
fn written(lines: &[&str]) -> String {
    let escaped = escape::inline(&lines.join("\n"), true);
    let lines: Vec<String> = escaped.split('\n').map(escape::line).collect();
    lines.join("\n")
}

/// The agency of a dateline, which stands near the beginning of its line and before a dash.
fn dateline(line: &str) -> Option<Published> {
    AGENCIES.iter().find_map(|(mark, name)| {
        let at = line.find(mark)?;
        let after = line[at + mark.len()..].trim_start();
        let is_one = at < 60 && after.starts_with(['-', '–', '—']);
        is_one.then(|| Published {
            is_article: true,
            publisher: Some((*name).to_owned()),
            ..Published::default()
        })
    })
}
