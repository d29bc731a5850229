//! Short words in lower case, and what the lexicon knows of them.

use std::hash::{Hash, Hasher};

use super::lexicon::{Lexicon, Word, part};

/// The bytes of a short word in lower case, eight to a number: compared and hashed without a look elsewhere.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Key(u64, u64, u64);

impl Key {
    /// The key of a word; of a longer one than any lexicon holds, the key of its beginning.
    pub(crate) fn new(word: &[u8]) -> Key {
        let mut numbers = word.chunks(8).map(|piece| {
            piece.iter().rev().fold(0, |number, byte| {
                number << 8 | u64::from(byte.to_ascii_lowercase())
            })
        });
        let mut next = || numbers.next().unwrap_or(0);
        Key(next(), next(), next())
    }
}

impl Hash for Key {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(self.0);
        if self.1 != 0 {
            state.write_u64(self.1);
            state.write_u64(self.2);
        }
    }
}

/// Looks a word up in lower case, without its final full stop, curly apostrophes made straight.
pub(crate) fn lookup(own: &str, lexicon: &Lexicon) -> Word {
    let word = lower_key(own).map(|key| lexicon.word(&key));
    if let Some(Some(word)) = word {
        return word;
    }
    if word.is_none() || !own.contains('-') {
        return Word::default();
    }
    // "one-third", "twenty-four"
    let known = |part: Option<&str>| lexicon.word(&lower_key(part?)?);
    let number = known(own.split('-').next()).is_some_and(|first| first.parts & part::NUMBER != 0);
    if number {
        return Word {
            parts: part::NUMBER,
            ..Word::default()
        };
    }
    // "vice-president", "ex-officials": who can speak is told by the last part.
    let last = known(own.rsplit('-').next());
    Word {
        parts: last.map_or(0, |last| {
            last.parts & (part::ROLE | part::PLURAL | part::BODY | part::DOCUMENT | part::NOUN)
        }),
        ..Word::default()
    }
}

/// The key of a short word in lower case, without its final full stop, curly apostrophes made straight.
///
/// None for words that are too long or not of plain letters.
pub(crate) fn lower_key(own: &str) -> Option<Key> {
    if own.is_ascii() {
        let own = own.strip_suffix('.').unwrap_or(own);
        return (own.len() <= 24).then(|| Key::new(own.as_bytes()));
    }
    let mut buffer = [0u8; 24];
    lower(own, &mut buffer).map(|word| Key::new(word.as_bytes()))
}

/// A short word in lower case, as [`lower_key`] makes it.
pub(crate) fn lower<'b>(own: &str, buffer: &'b mut [u8; 24]) -> Option<&'b str> {
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
    std::str::from_utf8(buffer.get(..length)?).ok()
}
