//! Short words in lower case, and what the lexicon knows of them.

use std::hash::{Hash, Hasher};
use std::ops::Range;

use super::lexicon::{Lexicon, Word, part};

/// The bytes of a short word in lower case, eight to a number: compared and hashed without a look elsewhere.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Key(u64, u64, u64);

impl Key {
    /// The key of a word; of a longer one than any lexicon holds, the key of its beginning.
    pub(crate) fn new(word: &[u8]) -> Key {
        Key::at(word, 0..word.len())
    }

    /// The key of the word at a range of a text.
    #[inline]
    pub(crate) fn at(text: &[u8], word: Range<usize>) -> Key {
        let rest = text.get(word.start..).unwrap_or_default();
        let length = word.len();
        if length <= 8 {
            return Key(number(rest, length), 0, 0);
        }
        let number = |from| {
            number(
                rest.get(from..).unwrap_or_default(),
                length - from.min(length),
            )
        };
        Key(number(0), number(8), number(16))
    }
}

/// The first bytes, at most eight, of a text in lower case as one number, the first the lowest.
fn number(text: &[u8], length: usize) -> u64 {
    let own = match text.first_chunk() {
        // Eight are read at once, and those past the end are cut off.
        Some(eight) if length >= 8 => u64::from_le_bytes(*eight),
        Some(eight) => u64::from_le_bytes(*eight) & !(u64::MAX << (8 * length)),
        None => {
            let own = text.get(..length).unwrap_or(text);
            let numbers = own.iter().rev().map(|byte| u64::from(*byte));
            numbers.fold(0, |number, byte| number << 8 | byte)
        }
    };
    // A capital gets the bit by which its small letter differs.
    own | between(own, b'A', b'Z') >> 2
}

/// One in each byte.
const EACH: u64 = 0x0101_0101_0101_0101;

/// The highest bit of each of eight bytes that stands from one ASCII character to another.
fn between(bytes: u64, first: u8, last: u8) -> u64 {
    let low = bytes & (0x7f * EACH);
    let from_first = low + u64::from(0x80 - first) * EACH;
    let past_last = low + u64::from(0x7f - last) * EACH;
    !bytes & (from_first ^ past_last) & (0x80 * EACH)
}

/// How many of eight bytes, before the first other one, are plain letters and digits.
pub(crate) fn plain_length(eight: [u8; 8]) -> usize {
    let bytes = u64::from_le_bytes(eight);
    let letters = between(bytes | (0x20 * EACH), b'a', b'z');
    let others = !(letters | between(bytes, b'0', b'9')) & (0x80 * EACH);
    others.trailing_zeros() as usize / 8
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

/// Looks up the word of plain letters and digits at a range of a text.
pub(crate) fn plain_word(text: &[u8], own: Range<usize>, lexicon: &Lexicon) -> Word {
    let key = (own.len() <= LONGEST).then(|| Key::at(text, own));
    key.and_then(|key| lexicon.word(&key)).unwrap_or_default()
}

/// The most bytes of a word that any lexicon holds.
const LONGEST: usize = 24;

/// The key of a short word in lower case, without its final full stop, curly apostrophes made straight.
///
/// None for words that are too long or not of plain letters.
pub(crate) fn lower_key(own: &str) -> Option<Key> {
    if own.is_ascii() {
        let own = own.strip_suffix('.').unwrap_or(own);
        return (own.len() <= LONGEST).then(|| Key::new(own.as_bytes()));
    }
    let mut buffer = [0u8; LONGEST];
    lower(own, &mut buffer).map(|word| Key::new(word.as_bytes()))
}

/// A short word in lower case, as [`lower_key`] makes it.
pub(crate) fn lower<'b>(own: &str, buffer: &'b mut [u8; LONGEST]) -> Option<&'b str> {
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
    use super::{Key, plain_length};

    #[test]
    fn plain_letters_and_digits_are_counted_up_to_the_first_other_byte() {
        let others = (0..=255).filter(|byte: &u8| !byte.is_ascii_alphanumeric());
        for (index, byte) in others.enumerate() {
            let mut eight = *b"azAZ09mM";
            assert_eq!(plain_length(eight), 8);
            eight[index % 8] = byte;
            assert_eq!(plain_length(eight), index % 8, "{byte}");
        }
    }

    #[test]
    fn a_word_has_the_same_key_within_its_text() {
        let text = b"ab Said it. Notwithstanding";
        for (range, word) in [(3..7, "said"), (8..10, "it"), (12..27, "notwithstanding")] {
            assert!(Key::at(text, range) == Key::new(word.as_bytes()), "{word}");
        }
    }

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
