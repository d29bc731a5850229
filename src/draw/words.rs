//! Words in a drawing: how wide they are, about, and where their lines break.

/// The width of a text in hundredths of the font size, set in a common sans such as Liberation
/// Sans. SVG breaks no lines and a build has no fonts, so this has to do; it is on the safe side.
fn width(text: &str) -> i32 {
    text.chars().map(letter_width).sum()
}

fn letter_width(letter: char) -> i32 {
    match letter {
        'i' | 'j' | 'l' | '|' | '\'' | '’' => 26,
        ' ' | 'f' | 't' | 'I' | '.' | ',' | ':' | ';' | '!' | '/' | '(' | ')' | '[' | ']' => 32,
        'r' | '-' | '“' | '”' | '"' => 38,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' | 'J' => 54,
        'm' | 'M' => 90,
        'w' => 78,
        'W' | '—' | '…' | '@' | '%' => 104,
        'a'..='z' | '0'..='9' | '–' => 60,
        'A'..='Z' => 74,
        letter if is_wide(letter) => 104,
        letter if letter.is_uppercase() => 78,
        _ => 64,
    }
}

/// Whether a letter is as wide as it is high: those of Chinese, Japanese, Korean, and pictures.
fn is_wide(letter: char) -> bool {
    matches!(u32::from(letter), 0x1100..=0x115F | 0x2E80..=0xA4CF | 0xAC00..=0xD7A3
        | 0xF900..=0xFAFF | 0xFE30..=0xFE6F | 0xFF00..=0xFF60 | 0x1F000..=0x3FFFD)
}

/// Breaks a text into lines no wider than `room` pixels at a font size in pixels. What does not
/// go into `most` lines is cut with an ellipsis; words wider than a line are broken.
pub(super) fn lines(text: &str, size: i32, room: i32, most: usize) -> Vec<String> {
    let room = room * 100 / size.max(1);
    let mut lines: Vec<String> = Vec::new();
    let mut words = text.split_whitespace().flat_map(|word| pieces(word, room));
    let mut line = String::new();
    for word in words.by_ref() {
        let fits = line.is_empty() || width(&line) + letter_width(' ') + width(&word) <= room;
        if fits {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(&word);
        } else if lines.len() + 1 == most {
            lines.push(cut(line, room));
            return lines;
        } else {
            lines.push(std::mem::replace(&mut line, word));
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// A word in pieces that each go into a line.
fn pieces(word: &str, room: i32) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut filled = 0;
    for letter in word.chars() {
        let wide = letter_width(letter);
        if filled > 0 && filled + wide > room {
            pieces.push(String::new());
            filled = 0;
        }
        filled += wide;
        if let Some(last) = pieces.last_mut() {
            last.push(letter);
        }
    }
    pieces
}

/// A line with an ellipsis at its end, shortened until that fits.
fn cut(mut line: String, room: i32) -> String {
    while !line.is_empty() && width(&line) + letter_width('…') > room {
        line.pop();
    }
    let end = line.trim_end_matches([' ', ',', ';', ':', '.']).len();
    line.truncate(end);
    line.push('…');
    line
}
