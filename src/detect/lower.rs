//! Short words in lower case, and what the lexicon knows of them.

use super::lexicon::{Lexicon, Word, part};

/// Looks a word up in lower case, without its final full stop, curly apostrophes made straight.
pub(crate) fn lookup(own: &str, lexicon: &Lexicon) -> Word {
    let mut buffer = [0u8; 32];
    let Some(bytes) = lower_bytes(own, &mut buffer) else {
        return Word::default();
    };
    if let Some(word) = lexicon.word(bytes) {
        return word;
    }
    // "one-third", "twenty-four"
    let number = bytes
        .split(|byte| *byte == b'-')
        .next()
        .filter(|first| first.len() < bytes.len())
        .and_then(|first| lexicon.word(first))
        .is_some_and(|first| first.parts & part::NUMBER != 0);
    if number {
        return Word {
            parts: part::NUMBER,
            ..Word::default()
        };
    }
    // "vice-president", "ex-officials": who can speak is told by the last part.
    let last = bytes
        .rsplit(|byte| *byte == b'-')
        .next()
        .filter(|last| last.len() < bytes.len())
        .and_then(|last| lexicon.word(last));
    Word {
        parts: last.map_or(0, |last| {
            last.parts & (part::ROLE | part::PLURAL | part::BODY | part::DOCUMENT | part::NOUN)
        }),
        ..Word::default()
    }
}

/// A short word in lower case, without its final full stop, curly apostrophes made straight.
///
/// None for words that are too long or not of plain letters.
pub(crate) fn lower<'b>(own: &str, buffer: &'b mut [u8; 32]) -> Option<&'b str> {
    lower_bytes(own, buffer).and_then(|bytes| std::str::from_utf8(bytes).ok())
}

pub(crate) fn lower_bytes<'b>(own: &str, buffer: &'b mut [u8; 32]) -> Option<&'b [u8]> {
    let mut length = 0;
    let own = own.strip_suffix('.').unwrap_or(own);
    let mut bytes = own.bytes();
    while let Some(byte) = bytes.next() {
        let byte = if byte == 0xE2 {
            // A curly apostrophe is the only three-byte character that words of the lexicon hold.
            if (bytes.next(), bytes.next()) != (Some(0x80), Some(0x99)) {
                return None;
            }
            b'\''
        } else if byte == 0xC3 {
            // À to Þ are made small by their second byte.
            *buffer.get_mut(length)? = byte;
            length += 1;
            match bytes.next()? {
                capital @ (0x80..=0x96 | 0x98..=0x9E) => capital + 0x20,
                other => other,
            }
        } else {
            byte.to_ascii_lowercase()
        };
        *buffer.get_mut(length)? = byte;
        length += 1;
    }
    buffer.get(..length)
}
