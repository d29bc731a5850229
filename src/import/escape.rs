//! Plain words as Markdown that shows exactly these words.
//!
//! What needs no backslash gets none, so that the text stays pleasant to work on: "[We] will"
//! and "$10 at 5 % (or so)" stay as they are.

/// Words that stand inside of a line. `is_whole` says that they are all of their paragraph; else
/// what follows is unknown, and what might begin markup with it is escaped.
pub(super) fn inline(text: &str, is_whole: bool) -> String {
    // Dropped before anything is looked at: what it parts stands together without it.
    let letters: Vec<char> = text.chars().filter(|letter| *letter != '\0').collect();
    let mut escaped = String::with_capacity(text.len() + 8);
    let mut plain_until = None;
    for (at, letter) in letters.iter().copied().enumerate() {
        let before = at.checked_sub(1).and_then(|at| letters.get(at)).copied();
        let after = letters.get(at + 1).copied();
        let needs_one = match letter {
            '\\' | '`' | '*' | '~' => true,
            '_' => !(is_word(before) && is_word(after)),
            '<' => match after {
                Some(after) => after.is_ascii_alphabetic() || "/!?".contains(after),
                None => !is_whole,
            },
            '&' => may_be_entity(&letters[at + 1..], is_whole),
            '[' => {
                plain_until = plain_until.or_else(|| plain_brackets(&letters, at, is_whole));
                plain_until.is_none()
            }
            ']' => plain_until.take_if(|end| *end == at).is_none(),
            _ => false,
        };
        if needs_one {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

/// A heading's words, in which braces and `#` can be markup too.
pub(super) fn heading(markdown: &str) -> String {
    let mut escaped = String::with_capacity(markdown.len() + 4);
    for letter in markdown.chars() {
        if matches!(letter, '{' | '}' | '#') {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

/// A line of a paragraph whose inside is escaped, so that it begins no list, heading, quotation,
/// table or fence.
pub(super) fn line(markdown: &str) -> String {
    let markdown = markdown.trim();
    let first = markdown.chars().next().unwrap_or_default();
    let rest = &markdown[first.len_utf8().min(markdown.len())..];
    let ends_marker = |rest: &str| rest.is_empty() || rest.starts_with(char::is_whitespace);
    let is_ruler = || markdown.chars().all(|letter| "-:|= ".contains(letter));
    match first {
        '#' if ends_marker(markdown.trim_start_matches('#')) => format!("\\{markdown}"),
        '+' | '-' if ends_marker(rest) => format!("\\{markdown}"),
        '>' => format!("\\{markdown}"),
        ':' if rest.starts_with("::") => format!("\\{markdown}"),
        '-' | ':' | '|' | '=' if is_ruler() => format!("\\{markdown}"),
        '0'..='9' => {
            let digits = markdown.trim_start_matches(|letter: char| letter.is_ascii_digit());
            let number = markdown.len() - digits.len();
            match digits.strip_prefix(['.', ')']) {
                Some(rest) if ends_marker(rest) => {
                    format!("{}\\{digits}", &markdown[..number])
                }
                _ => markdown.to_owned(),
            }
        }
        _ => markdown.to_owned(),
    }
}

fn is_word(letter: Option<char>) -> bool {
    letter.is_some_and(char::is_alphanumeric)
}

/// Whether `&` and what follows could be read as one character: `&amp;`, `&#8212;`.
fn may_be_entity(after: &[char], is_whole: bool) -> bool {
    let name = after.strip_prefix(&['#']).unwrap_or(after);
    let length = name
        .iter()
        .take_while(|one| one.is_ascii_alphanumeric())
        .count();
    match name.get(length) {
        Some(end) => *end == ';' && (length > 0 || name.len() < after.len()),
        None => !is_whole,
    }
}

/// Where the brackets that open at `at` close, if they are what an editor puts around a word:
/// nothing that could be a citation, a note, a task, a link or a marked span.
fn plain_brackets(letters: &[char], at: usize, is_whole: bool) -> Option<usize> {
    let inside = &letters[at + 1..];
    let length = inside
        .iter()
        .position(|letter| matches!(letter, '[' | ']'))?;
    let end = at + 1 + length;
    let first = inside[..length]
        .iter()
        .find(|letter| !letter.is_whitespace());
    let is_plain = inside[length] == ']'
        && !matches!(inside[..length], ['x' | 'X'])
        && !matches!(first, None | Some('@' | '^' | '!'))
        && match letters.get(end + 1) {
            Some(after) => !"([{:".contains(*after),
            None => is_whole,
        };
    is_plain.then_some(end)
}

#[cfg(test)]
mod tests {
    use super::{inline, line};

    #[test]
    fn only_what_would_be_markup_is_escaped() {
        let whole = |text| inline(text, true);
        for plain in [
            "“[We] will,” he said.",
            "$10 at 5 % & more",
            "a_b",
            "1 < 2 > 0",
            "x [1] y",
            "R&D; AT&T",
        ] {
            let plain_or = if plain.contains("R&D;") {
                "R\\&D; AT&T"
            } else {
                plain
            };
            assert_eq!(whole(plain), plain_or);
        }
        assert_eq!(
            whole("[a]{b} [@c] [^1] [x]: y"),
            r"\[a\]{b} \[@c\] \[^1\] \[x\]: y"
        );
        assert_eq!(
            whole("*a* _b_ `c` ~d~ <b> &amp; \\"),
            r"\*a\* \_b\_ \`c\` \~d\~ \<b> \&amp; \\"
        );
        assert_eq!(inline("a [b]", false), r"a \[b\]");
    }

    #[test]
    fn a_line_begins_nothing() {
        for (text, expected) in [
            ("# a", r"\# a"),
            ("#1 in sales", "#1 in sales"),
            ("- a", r"\- a"),
            ("-5 degrees", "-5 degrees"),
            ("---|---", r"\---|---"),
            ("2022. A year", r"2022\. A year"),
            ("1.5 million", "1.5 million"),
            ("> a", r"\> a"),
            ("::: note", r"\::: note"),
            ("===", r"\==="),
        ] {
            assert_eq!(line(text), expected);
        }
    }
}
