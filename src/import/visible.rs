//! The words that a reader sees of a piece of Markdown.

use crate::annotate::prose;

/// Whether a paragraph of Markdown shows exactly these words, white space apart.
pub(super) fn shows(markdown: &str, words: &str) -> bool {
    let shown = prose(markdown, 0);
    shown.text.split_whitespace().eq(words.split_whitespace())
}

/// Text with each run of white space made one space, and no invisible characters.
pub(super) fn collapsed(text: &str) -> String {
    let is_seen = |letter: &char| !matches!(letter, '\0' | '\u{ad}' | '\u{200b}' | '\u{feff}');
    let text: String = text.chars().filter(is_seen).collect();
    let mut collapsed = String::with_capacity(text.len());
    for letter in text.chars() {
        if !letter.is_whitespace() {
            collapsed.push(letter);
        } else if !collapsed.ends_with(' ') {
            collapsed.push(' ');
        }
    }
    collapsed
}
