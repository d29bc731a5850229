//! The lexicon: what is known of a word before its sentence is read.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::OnceLock;

use super::grammar::Grammar;
use super::groups::Words;
use super::language::Language;
use super::lower::{Key, lower_key};
use super::types::{Act, Class};

/// Parts of speech a word can have, as bits.
pub(crate) mod part {
    pub(crate) const DETERMINER: u32 = 1;
    pub(crate) const PRONOUN: u32 = 1 << 1;
    pub(crate) const OBJECT: u32 = 1 << 2;
    pub(crate) const POSSESSIVE: u32 = 1 << 3;
    pub(crate) const THAT: u32 = 1 << 4;
    pub(crate) const WH: u32 = 1 << 5;
    pub(crate) const CONJUNCTION: u32 = 1 << 6;
    pub(crate) const SUBORDINATOR: u32 = 1 << 7;
    pub(crate) const PREPOSITION: u32 = 1 << 8;
    pub(crate) const TO: u32 = 1 << 9;
    pub(crate) const MODAL: u32 = 1 << 10;
    pub(crate) const BE: u32 = 1 << 11;
    pub(crate) const HAVE: u32 = 1 << 12;
    pub(crate) const DO: u32 = 1 << 13;
    pub(crate) const NEGATION: u32 = 1 << 14;
    pub(crate) const ADVERB: u32 = 1 << 15;
    pub(crate) const NUMBER: u32 = 1 << 16;
    pub(crate) const ADJECTIVE: u32 = 1 << 17;
    pub(crate) const NOUN: u32 = 1 << 18;
    pub(crate) const TIME: u32 = 1 << 19;
    pub(crate) const BASE: u32 = 1 << 20;
    pub(crate) const THIRD: u32 = 1 << 21;
    pub(crate) const PAST: u32 = 1 << 22;
    pub(crate) const PARTICIPLE: u32 = 1 << 23;
    pub(crate) const GERUND: u32 = 1 << 24;
    pub(crate) const TITLE: u32 = 1 << 25;
    pub(crate) const ROLE: u32 = 1 << 26;
    pub(crate) const BODY: u32 = 1 << 27;
    pub(crate) const DOCUMENT: u32 = 1 << 28;
    pub(crate) const PLURAL: u32 = 1 << 29;
    /// "according", which opens a phrase of its own kind.
    pub(crate) const ACCORDING: u32 = 1 << 30;
    /// The first word of a hedge.
    pub(crate) const HEDGE: u32 = 1 << 31;
    /// Any verb form.
    pub(crate) const VERB: u32 = BASE | THIRD | PAST | PARTICIPLE | GERUND;
    /// Someone or something that can speak.
    pub(crate) const SPEAKER: u32 = ROLE | BODY | DOCUMENT | PLURAL;
}

/// Frames of a cue verb, as bits (see `lexicon/en/verbs.txt`).
pub(crate) mod frame {
    pub(crate) const QUOTE: u32 = 1;
    pub(crate) const THAT: u32 = 1 << 1;
    pub(crate) const ONLY_THAT: u32 = 1 << 2;
    pub(crate) const WH: u32 = 1 << 3;
    pub(crate) const TO: u32 = 1 << 4;
    pub(crate) const TO_OBJECT: u32 = 1 << 5;
    pub(crate) const ADDRESSEE: u32 = 1 << 6;
    pub(crate) const NP: u32 = 1 << 7;
    pub(crate) const AS: u32 = 1 << 8;
    pub(crate) const SMALL: u32 = 1 << 9;
    pub(crate) const ING: u32 = 1 << 10;
    pub(crate) const NP_DOCUMENT: u32 = 1 << 12;
    pub(crate) const NP_TEXT: u32 = 1 << 13;
    pub(crate) const RAISING: u32 = 1 << 11;
    /// A hearer must stand before a clause: what follows the verb at once is no clause's subject.
    pub(crate) const HEARER: u32 = 1 << 14;
}

/// A cue verb or cue noun: its class, frames and act.
#[derive(Clone, Debug)]
pub(crate) struct Cue {
    pub(crate) lemma: String,
    pub(crate) class: Class,
    pub(crate) act: Act,
    pub(crate) frames: u32,
    /// Words that belong to the cue and stand before the content ("for", "about").
    pub(crate) particles: Vec<String>,
    /// Words that stand between an object and the rest of the content ("of" in "accused X of Y").
    pub(crate) object_particles: Vec<String>,
}

/// The bit in [`Word::groups`], above those of the groups, of a word without which, and without quotation marks, nobody says anything.
pub(crate) const CUE: u32 = 1 << 31;

/// What the lexicon knows of one word form.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Word {
    /// Bits of [`part`].
    pub(crate) parts: u32,
    /// Bits of [`Words`], and [`CUE`].
    pub(crate) groups: u32,
    /// Index into [`Lexicon::verbs`], plus one; 0 when it is no cue verb.
    pub(crate) verb: u16,
    /// Index into [`Lexicon::nouns`], plus one; 0 when it is no cue noun.
    pub(crate) noun: u16,
    /// What the word means to the rules, in [`Lexicon::grammar`]; 0 when nothing.
    pub(crate) rule: u16,
    /// Index into [`Lexicon::hedges`], plus one; 0 when no hedge begins with it.
    pub(crate) hedge: u16,
}

impl Word {
    /// Whether the word stands in a group.
    pub(crate) fn in_group(&self, group: Words) -> bool {
        self.groups & group.bit() != 0
    }
}

/// A quick hash for short words (the Fx scheme); the keys are fixed, so flooding is no concern.
#[derive(Clone, Copy, Default)]
pub(crate) struct WordHasher(u64);

impl WordHasher {
    fn mix(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
}

impl Hasher for WordHasher {
    fn finish(&self) -> u64 {
        // A map takes its place from the low bits, which hang on the first letters alone.
        self.0.rotate_left(26)
    }
    fn write(&mut self, bytes: &[u8]) {
        let (chunks, rest) = bytes.as_chunks::<8>();
        for chunk in chunks {
            self.mix(u64::from_le_bytes(*chunk));
        }
        if !rest.is_empty() {
            self.mix(
                rest.iter()
                    .rev()
                    .fold(0, |word, byte| word << 8 | u64::from(*byte)),
            );
        }
    }
    fn write_u64(&mut self, number: u64) {
        self.mix(number);
    }
    fn write_usize(&mut self, number: usize) {
        self.mix(number as u64);
    }
    fn write_u8(&mut self, byte: u8) {
        self.mix(u64::from(byte));
    }
}

/// A map by short words.
pub(crate) type QuickMap<K, V> = HashMap<K, V, BuildHasherDefault<WordHasher>>;

/// A set of short words.
pub(crate) type QuickSet<K> = HashSet<K, BuildHasherDefault<WordHasher>>;

/// Kinds of abbreviations (see `lexicon/en/abbreviations.txt`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Abbreviation {
    Title,
    Any,
    Capital,
    Number,
}

/// He, she, or not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gender {
    He,
    She,
    Unknown,
}

/// The lexicon of one language.
#[derive(Default)]
pub(crate) struct Lexicon {
    pub(crate) words: QuickMap<Key, Word>,
    pub(crate) grammar: Grammar,
    pub(crate) abbreviations: QuickMap<Key, Abbreviation>,
    /// How many of [`Lexicon::nouns`] are nouns.
    pub(crate) first_adjective: usize,
    pub(crate) verbs: Vec<Cue>,
    /// Cue nouns, then cue adjectives.
    pub(crate) nouns: Vec<Cue>,
    /// The hedges that begin with one word, the longest first.
    pub(crate) hedges: Vec<Vec<Vec<&'static str>>>,
    pub(crate) given_names: QuickMap<Key, Gender>,
    /// Whole names of outlets, joined by hyphens.
    pub(crate) outlet_names: QuickSet<&'static str>,
    /// Last words that make a run of capitals an outlet.
    pub(crate) outlet_words: QuickSet<&'static str>,
    /// Words for one office each.
    pub(crate) same_roles: Vec<Vec<&'static str>>,
}

impl Lexicon {
    /// The lexicon of a language, read once.
    pub(crate) fn of(language: Language) -> &'static Lexicon {
        static LEXICONS: [OnceLock<Lexicon>; Language::ALL.len()] =
            [const { OnceLock::new() }; Language::ALL.len()];
        static NONE: OnceLock<Lexicon> = OnceLock::new();
        let slot = LEXICONS.get(language as usize).unwrap_or(&NONE);
        slot.get_or_init(|| {
            let mut lexicon = Lexicon::default();
            lexicon.read(language.files());
            lexicon
        })
    }

    /// Whether a word, in any case, stands in a group.
    pub(crate) fn in_group(&self, word: &str, group: Words) -> bool {
        lower_key(word)
            .and_then(|key| self.word(&key))
            .is_some_and(|word| word.in_group(group))
    }

    /// Whether two words name one office.
    pub(crate) fn same_role(&self, one: &str, other: &str) -> bool {
        one == other
            || self
                .same_roles
                .iter()
                .any(|group| group.contains(&one) && group.contains(&other))
    }

    /// Whether a number in [`Word::noun`] means an adjective.
    pub(crate) fn is_adjective(&self, number: u16) -> bool {
        usize::from(number) > self.first_adjective
    }

    /// What is known of a word in lower case with straight apostrophes.
    pub(crate) fn word(&self, key: &Key) -> Option<Word> {
        self.words.get(key).copied()
    }

    /// What kind of abbreviation a word without its full stop is, if it is one.
    pub(crate) fn abbreviation(&self, word: &str) -> Option<Abbreviation> {
        let key = Key::new(word.as_bytes());
        self.abbreviations.get(&key).copied()
    }

    /// Adds parts of speech to a word.
    pub(crate) fn add(&mut self, word: &str, parts: u32) -> &mut Word {
        let entry = self.words.entry(Key::new(word.as_bytes())).or_default();
        entry.parts |= parts;
        entry
    }
}
