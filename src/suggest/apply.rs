//! Insertions put into a text, and led back from the draft to the file as it is on disk.

use super::{Draft, Insertion};

/// A text with insertions put in; those at one byte go in in the order of the list.
pub(super) fn apply(text: &str, insertions: &[Insertion]) -> String {
    let mut whole = String::with_capacity(text.len() + insertions.len() * 32);
    let mut from = 0;
    for insertion in insertions {
        whole.push_str(&text[from..insertion.at]);
        whole.push_str(&insertion.text);
        from = insertion.at;
    }
    whole.push_str(&text[from..]);
    whole
}

/// Insertions into a draft as insertions into the file: past a byte-order mark, with the file's
/// own line ends. Front matter that the file does not have goes in as one piece.
pub(super) fn on_disk(draft: &Draft, raw: &str, insertions: Vec<Insertion>) -> Vec<Insertion> {
    if insertions.is_empty() {
        return insertions;
    }
    let places = places(raw);
    let line_end = line_end(raw);
    let (head, body): (Vec<_>, Vec<_>) =
        insertions.into_iter().partition(|one| one.at < draft.head);
    let head = apply(&draft.text[..draft.head], &head);
    let head = (!head.is_empty()).then_some(Insertion {
        at: draft.head,
        text: head,
    });
    let place = |one: Insertion| Insertion {
        at: places
            .get(one.at - draft.head)
            .copied()
            .unwrap_or(raw.len()),
        text: one.text.replace('\n', line_end),
    };
    head.into_iter().chain(body).map(place).collect()
}

/// For each byte of a text as [`crate::text::SourceFile`] holds it, and for its end, its byte on
/// disk.
fn places(raw: &str) -> Vec<usize> {
    let mut places = Vec::with_capacity(raw.len() + 1);
    let mut letters = raw.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let is_mark = at == 0 && letter == '\u{feff}';
        let is_first_half = letter == '\r' && letters.peek().is_some_and(|(_, next)| *next == '\n');
        if is_first_half {
            // The line end begins here, so that what goes in before it does not split it.
            places.push(at);
            letters.next();
        } else if !is_mark {
            places.extend(at..at + letter.len_utf8());
        }
    }
    places.push(raw.len());
    places
}

/// The first line end of a text.
fn line_end(raw: &str) -> &'static str {
    match raw.find(['\n', '\r']) {
        Some(at) if raw[at..].starts_with("\r\n") => "\r\n",
        Some(at) if raw[at..].starts_with('\r') => "\r",
        _ => "\n",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn insertions_find_their_place_on_disk() {
        let draft = Draft {
            path: String::new(),
            text: "--\nA é\nb".to_owned(),
            head: 3,
        };
        let raw = "\u{feff}A é\r\nb";
        let put = |at, text: &str| Insertion {
            at,
            text: text.to_owned(),
        };
        let insertions = vec![put(2, "x\n"), put(5, "["), put(7, "]"), put(9, "!")];
        let found = on_disk(&draft, raw, insertions);
        assert_eq!(apply(raw, &found), "\u{feff}--x\r\n\r\nA [é]\r\nb!");
    }
}
