//! Which words a statement quotes, for the lints that compare them.

use crate::quotation;
use crate::record::Wording;
use crate::site::{Site, Statement};

/// What stands in quotation marks in a statement's words, or all of them where the marks stand
/// around the span.
pub(super) fn of_statement<'a>(site: &'a Site, statement: &'a Statement) -> Vec<&'a str> {
    if statement.wording != Wording::Indirect {
        return quotation::quoted(&statement.text);
    }
    let Some(brief) = statement.brief else {
        return Vec::new();
    };
    let text = &site[brief].brief.text;
    let before = text[..statement.range.start].chars().next_back();
    let after = text[statement.range.end..].chars().next();
    match (before, after) {
        (Some('“'), Some('”')) | (Some('"'), Some('"')) | (Some('«'), Some('»')) => {
            vec![&statement.text]
        }
        _ => Vec::new(),
    }
}

/// Words for a message: cut where they are many.
pub(super) fn short(words: &str) -> String {
    match words.char_indices().nth(80) {
        Some((end, _)) => format!("“{}…”", words[..end].trim_end()),
        None => format!("“{words}”"),
    }
}
