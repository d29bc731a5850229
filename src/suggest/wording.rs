//! Small rules of English wording: what stands outside of a span, and what a note or value says.

/// The first words of a passage, for a note.
pub(super) fn short(words: &str) -> String {
    let words = words.trim_matches(['“', '”', '"']);
    match words.char_indices().nth(48) {
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
        None => words.to_owned(),
    }
}

/// Whether a full stop behind the words belongs to an initial or an abbreviation: "the U.S."
pub(super) fn ends_with_initial(words: &str) -> bool {
    let last = words.rsplit([' ', '.']).next().unwrap_or(words);
    last.chars().count() == 1 && last.starts_with(char::is_uppercase)
}

/// What a non-answer is about: "to say whether the deal was done" is about whether it was.
pub(super) fn matter(words: &str) -> String {
    let starts = [
        "to say ",
        "to comment on ",
        "to comment about ",
        "to discuss ",
        "to confirm ",
        "to answer ",
        "to respond to ",
        "to disclose ",
        "to give ",
        "to elaborate on ",
        "to be drawn on ",
        "comment on ",
        "questions about ",
        "questions on ",
        "on ",
    ];
    let words = words.trim_end_matches(['.', ',']);
    let rest = starts
        .iter()
        .find_map(|start| words.strip_prefix(start))
        .unwrap_or(words);
    match rest {
        "to comment" | "comment" => "a comment".to_owned(),
        "to elaborate" => "details".to_owned(),
        rest => rest.to_owned(),
    }
}
