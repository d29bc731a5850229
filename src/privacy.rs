//! What of a file is nobody's business: the values of keys called `private`.
//!
//! The text is looked at as it stands, and not as YAML, since what cannot be read as YAML must not
//! be shown either. A key that was probably meant (`privat`, `Private`) counts.

use std::ops::Range;

use crate::text::SourceFile;

/// The byte ranges of a file that are private, in order: in YAML and in front matter.
pub fn private(file: &SourceFile) -> Vec<Range<usize>> {
    let text = &*file.text;
    let end = if matches!(file.path.rsplit_once('.'), Some((_, "yaml" | "yml"))) {
        text.len()
    } else if text.starts_with("---\n") {
        let ends = ["\n---", "\n..."].map(|mark| text[3..].find(mark).map(|at| at + 3));
        ends.into_iter().flatten().min().unwrap_or(text.len())
    } else {
        0
    };
    let text = &text[..end];
    let mut ranges: Vec<Range<usize>> = Vec::new();
    let mut from = 0;
    while let Some(key) = next_key(text, from) {
        let end = end_of_value(text, &key);
        from = end.max(key.end);
        ranges.push(key.end..from);
    }
    ranges
}

/// The text of a file with what is private struck out, byte for byte as long as before.
pub fn struck_out(file: &SourceFile) -> String {
    let mut shown = String::with_capacity(file.text.len());
    let mut from = 0;
    for range in private(file) {
        shown.push_str(&file.text[from..range.start]);
        let struck = file.text[range.clone()].bytes();
        shown.extend(struck.map(|byte| if byte == b'\n' { '\n' } else { '*' }));
        from = range.end;
    }
    shown.push_str(&file.text[from..]);
    shown
}

/// The next key from a place on that is, or was probably meant to be, `private`, with its colon.
fn next_key(text: &str, mut from: usize) -> Option<Range<usize>> {
    loop {
        let rest = text.get(from..)?;
        let at = from + rest.to_ascii_lowercase().find("priv")?;
        let before = text[..at].trim_end_matches(['"', '\'']);
        let is_begun = before.is_empty() || before.ends_with(['\n', ' ', '\t', '{', ',', '[']);
        let word = text[at..].find(|letter: char| !letter.is_alphanumeric());
        let after = word.map_or("", |end| &text[at + end..]);
        let value = after
            .trim_start_matches(['"', '\''])
            .trim_start_matches(' ');
        if is_begun && value.starts_with(':') {
            return Some(at..text.len() - value.len() + 1);
        }
        from = at + "priv".len();
    }
}

/// Where the value of a key ends.
fn end_of_value(text: &str, key: &Range<usize>) -> usize {
    let line = text[..key.start]
        .rfind('\n')
        .map_or(0, |newline| newline + 1);
    let end_of_line = |from: usize| text[from..].find('\n').map_or(text.len(), |at| from + at);
    let before = &text[line..key.start];
    let is_in_flow = before.matches('{').count() > before.matches('}').count();
    let value = key.end + (text[key.end..].len() - text[key.end..].trim_start_matches(' ').len());
    match text[value..].chars().next() {
        Some('{' | '[') => end_of_flow(text, value, 0).max(value),
        _ if is_in_flow => end_of_flow(text, value, 1),
        _ => {
            let indent = before.chars().count();
            let mut end = end_of_line(value);
            while end < text.len() {
                let next = &text[end + 1..end_of_line(end + 1)];
                let own = next.len() - next.trim_start_matches(' ').len();
                let is_item = own == indent && next.trim_start().starts_with("- ");
                if !next.trim().is_empty() && own <= indent && !is_item {
                    break;
                }
                end = end_of_line(end + 1);
            }
            end
        }
    }
}

/// Where a value in braces or brackets ends: at `depth` 0 with its own closing bracket, at 1 before
/// the comma or bracket that ends it. Quoted brackets do not count.
fn end_of_flow(text: &str, start: usize, depth: usize) -> usize {
    let (mut open, mut quote) = (depth, None);
    for (at, letter) in text[start..].char_indices() {
        match (letter, quote) {
            (_, Some(mark)) => quote = Some(mark).filter(|mark| *mark != letter),
            ('"' | '\'', None) => quote = Some(letter),
            ('{' | '[', None) => open += 1,
            (',', None) if depth == 1 && open == 1 => return start + at,
            ('}' | ']', None) => {
                open = open.saturating_sub(1);
                if open == 0 {
                    return start + at + usize::from(depth == 0);
                }
            }
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(path: &str, text: &str) -> String {
        struck_out(&SourceFile::new(path.into(), text))
    }

    #[test]
    fn private_values_are_struck_out_whatever_their_form() {
        for (text, expected) in [
            ("private: a b\nname: c", "private:****\nname: c"),
            (
                "a:\n  private:\n    b: c\n\n    d: é\n  e: f",
                "a:\n  private:\n********\n\n*********\n  e: f",
            ),
            ("private:\n- a\nb: c", "private:\n***\nb: c"),
            ("private: |\n  a\nb: c", "private:**\n***\nb: c"),
            (
                "k: {a: b, private: {c: \"}\"}, d: e}",
                "k: {a: b, private:*********, d: e}",
            ),
            ("k: {a: b, private: c, d: e}", "k: {a: b, private:**, d: e}"),
            ("k: {privat: c}", "k: {privat:**}"),
            ("\"private\": [a,\n b]\nc: d", "\"private\":****\n***\nc: d"),
            ("a: private\nb: c", "a: private\nb: c"),
            ("private: [open\nb: c", "private:******\n****"),
        ] {
            assert_eq!(shown("a.yaml", text), expected, "{text}");
        }
    }

    #[test]
    fn in_markdown_only_front_matter_is_looked_at() {
        let text = "---\nprivate: a\n---\nprivate: b\n";
        assert_eq!(shown("a.md", text), "---\nprivate:**\n---\nprivate: b\n");
        assert_eq!(shown("a.md", "private: b\n"), "private: b\n");
        assert_eq!(shown("a.md", "---\nprivate: a\n"), "---\nprivate:**\n");
    }
}
