//! A suggestion as a unified diff, with what goes in made bold.

use anstyle::{AnsiColor, Style};

use super::Insertion;

/// Lines of the file shown around a change: paragraphs are long lines.
const CONTEXT: usize = 1;

const NAMES: Style = Style::new().bold();
const HUNK: Style = AnsiColor::Cyan.on_default();
const OLD: Style = AnsiColor::Red.on_default().dimmed();
const SIGN: Style = AnsiColor::Green.on_default();
const NEW: Style = AnsiColor::Green.on_default().bold();

/// A line of the new file.
enum Line<'a> {
    Same(&'a str),
    /// A line that only the new file has.
    Added(&'a str),
    /// A line with its insertions, places counted from its start.
    Changed(&'a str, Vec<(usize, &'a str)>),
}

/// The diff of a file, styled with ANSI escapes that the caller may strip.
pub(super) fn diff(path: &str, raw: &str, insertions: &[Insertion]) -> String {
    let lines = lines(raw, insertions);
    let is_change = |line: &Line| !matches!(line, Line::Same(_));
    let mut text = format!("{NAMES}--- {path}{NAMES:#}\n{NAMES}+++ {path}{NAMES:#}\n");
    let (mut at, mut old, mut new) = (0, 1, 1);
    while let Some(next) = lines[at..].iter().position(is_change) {
        let start = (at + next).saturating_sub(CONTEXT).max(at);
        let skipped = start - at;
        let end = hunk_end(&lines, at + next);
        let hunk = &lines[start..end];
        (old, new) = (old + skipped, new + skipped);
        let olds = hunk
            .iter()
            .filter(|line| !matches!(line, Line::Added(_)))
            .count();
        let heading = format!("@@ -{} +{} @@", range(old, olds), range(new, hunk.len()));
        text.push_str(&format!("{HUNK}{heading}{HUNK:#}\n"));
        body(&mut text, hunk);
        (old, new, at) = (old + olds, new + hunk.len(), end);
    }
    text
}

/// "12,3", or the line before where there is none.
fn range(start: usize, count: usize) -> String {
    match count {
        0 => format!("{},0", start - 1),
        count => format!("{start},{count}"),
    }
}

/// The end of a hunk: so much unchanged follows that the next change is a hunk of its own.
fn hunk_end(lines: &[Line], change: usize) -> usize {
    let mut end = change + 1;
    let mut same = 0;
    for (index, line) in lines.iter().enumerate().skip(change + 1) {
        if matches!(line, Line::Same(_)) {
            same += 1;
            if same > 2 * CONTEXT {
                break;
            }
        } else {
            same = 0;
            end = index + 1;
        }
    }
    (end + CONTEXT).min(lines.len())
}

/// The lines of a hunk, changed ones as they were and then as they are.
fn body(text: &mut String, hunk: &[Line]) {
    let mut news = String::new();
    for line in hunk {
        match line {
            Line::Same(line) => {
                text.push_str(&std::mem::take(&mut news));
                put(text, " ", Style::new(), &[(Style::new(), *line)]);
            }
            Line::Added(line) => put(&mut news, "+", SIGN, &[(NEW, *line)]),
            Line::Changed(line, insertions) => {
                put(text, "-", OLD, &[(OLD, *line)]);
                let mut parts = Vec::new();
                let mut from = 0;
                for (at, insertion) in insertions {
                    parts.push((Style::new(), &line[from..*at]));
                    parts.push((NEW, *insertion));
                    from = *at;
                }
                parts.push((Style::new(), &line[from..]));
                put(&mut news, "+", SIGN, &parts);
            }
        }
    }
    text.push_str(&news);
}

/// One line with its sign; a line end that is missing in the file is told as `diff` does.
fn put(text: &mut String, sign: &str, sign_style: Style, parts: &[(Style, &str)]) {
    text.push_str(&format!("{sign_style}{sign}{sign_style:#}"));
    let mut is_ended = false;
    for (style, part) in parts {
        is_ended = (is_ended && part.is_empty()) || part.ends_with('\n');
        let words = part.strip_suffix('\n').unwrap_or(part);
        if !words.is_empty() {
            text.push_str(&format!("{style}{words}{style:#}"));
        }
    }
    text.push('\n');
    if !is_ended {
        text.push_str("\\ No newline at end of file\n");
    }
}

fn lines<'a>(raw: &'a str, insertions: &'a [Insertion]) -> Vec<Line<'a>> {
    let mut lines = Vec::new();
    let mut insertions = insertions.iter().peekable();
    let mut start = 0;
    for line in raw.split_inclusive('\n') {
        let end = start + line.len();
        let is_last = end == raw.len() && !line.ends_with('\n');
        while let Some(whole) =
            insertions.next_if(|one| one.at == start && one.text.ends_with('\n'))
        {
            lines.extend(whole.text.split_inclusive('\n').map(Line::Added));
        }
        let mut inside = Vec::new();
        while let Some(one) = insertions.next_if(|one| one.at < end || (is_last && one.at == end)) {
            inside.push((one.at - start, one.text.as_str()));
        }
        lines.push(if inside.is_empty() {
            Line::Same(line)
        } else {
            Line::Changed(line, inside)
        });
        start = end;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_shown_as_they_were_and_as_they_are() {
        let put = |at, text: &str| Insertion {
            at,
            text: text.to_owned(),
        };
        let raw = "a\nb\nc\n\nHe said so.\n\nd\ne\nf\ng";
        let insertions = [
            put(2, "x: y\nz\n"),
            put(15, "["),
            put(17, "]{by=he}"),
            put(27, "!"),
        ];
        let text = diff("f.md", raw, &insertions);
        let mut plain = String::new();
        let mut is_escape = false;
        for letter in text.chars() {
            match letter {
                '\u{1b}' => is_escape = true,
                'm' if is_escape => is_escape = false,
                _ if is_escape => {}
                _ => plain.push(letter),
            }
        }
        let expected = "--- f.md\n+++ f.md\n@@ -1,2 +1,4 @@\n a\n+x: y\n+z\n b\n@@ -4,3 +6,3 @@\n \n-He said so.\n+He said [so]{by=he}.\n \n@@ -9,2 +11,2 @@\n f\n-g\n\\ No newline at end of file\n+g!\n\\ No newline at end of file\n";
        assert_eq!(plain, expected);
    }
}
