//! Short words in lower case, and what the lexicon knows of them.

use std::hash::{Hash, Hasher};

use super::lexicon::{Lexicon, Word, part};

/// The bytes of a short word in lower case, eight to a number: compared and hashed without a look elsewhere.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Key(u64, u64, u64);

impl Key {
    /// The key of a word; of a longer one than any lexicon holds, the key of its beginning.
    pub(crate) fn new(word: &[u8]) -> Key {
        let number = |from: usize| number(word.get(from..word.len().min(from + 8)).unwrap_or(&[]));
        if word.len() <= 8 {
            return Key(number(0), 0, 0);
        }
        Key(number(0), number(8), number(16))
    }
}

/// One in each byte.
const EACH: u64 = 0x0101_0101_0101_0101;

/// Up to eight bytes in lower case as one number, the first the lowest.
fn number(bytes: &[u8]) -> u64 {
    let four = |from: usize| {
        let piece = bytes
            .get(from..from + 4)
            .and_then(|piece| piece.first_chunk());
        piece.map_or(0, |piece| u64::from(u32::from_le_bytes(*piece)))
    };
    let one = |at: usize| bytes.get(at).map_or(0, |byte| u64::from(*byte));
    let own = match bytes.len() {
        8 => four(0) | four(4) << 32,
        4..=7 => four(0) | four(bytes.len() - 4) << ((bytes.len() - 4) * 8),
        3 => one(0) | one(1) << 8 | one(2) << 16,
        length => {
            let second = if length == 2 { one(1) << 8 } else { 0 };
            one(0) | second
        }
    };
    // All capitals at once: a byte from A to Z gets the bit by which its small letter differs.
    let low = own & (0x7f * EACH);
    let from_a = low + (0x80 - u64::from(b'A')) * EACH;
    let past_z = low + (0x7f - u64::from(b'Z')) * EACH;
    own | (!own & (from_a ^ past_z) & (0x80 * EACH)) >> 2
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

#[cfg(test)]
mod tests {
    use super::Key;

    #[test]
    fn keys_tell_words_apart_and_their_capitals_not() {
        let words = [
            "",
            "a",
            "ab",
            "abc",
            "abcd",
            "abcde",
            "abcdefg",
            "abcdefgh",
            "abcdefghi",
            "zZ@[`{",
            "ÀÉ",
            "abcdefghijklmnopqrstuvwx",
            "a'b-c.d",
        ];
        for (index, word) in words.iter().enumerate() {
            for (other, against) in words.iter().enumerate() {
                let same = Key::new(word.as_bytes()) == Key::new(against.as_bytes());
                assert_eq!(same, index == other, "{word} {against}");
            }
            let shouted = word.to_ascii_uppercase();
            assert!(
                Key::new(word.as_bytes()) == Key::new(shouted.as_bytes()),
                "{word}"
            );
        }
    }
}
