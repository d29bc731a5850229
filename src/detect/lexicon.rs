//! The lexicon: what is known of a word before its sentence is read.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::OnceLock;

use super::inflect::{self, Form};
use super::language::ENGLISH;
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

/// What the lexicon knows of one word form.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Word {
    /// Bits of [`part`].
    pub(crate) parts: u32,
    /// Index into [`Lexicon::verbs`], plus one; 0 when it is no cue verb.
    pub(crate) verb: u16,
    /// Index into [`Lexicon::nouns`], plus one; 0 when it is no cue noun.
    pub(crate) noun: u16,
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
        self.0
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
    fn write_usize(&mut self, number: usize) {
        self.mix(number as u64);
    }
    fn write_u8(&mut self, byte: u8) {
        self.mix(u64::from(byte));
    }
}

/// A map by short words.
pub(crate) type QuickMap<K, V> = HashMap<K, V, BuildHasherDefault<WordHasher>>;

type WordMap = QuickMap<Box<[u8]>, Word>;

/// Kinds of abbreviations (see `lexicon/en/abbreviations.txt`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Abbreviation {
    Title,
    Any,
    Capital,
    Number,
}

/// The lexicon of one language.
pub(crate) struct Lexicon {
    words: WordMap,
    abbreviations: HashMap<Box<str>, Abbreviation, BuildHasherDefault<WordHasher>>,
    first_adjective: usize,
    pub(crate) verbs: Vec<Cue>,
    /// Cue nouns, then cue adjectives.
    pub(crate) nouns: Vec<Cue>,
}

impl Lexicon {
    /// The English lexicon, read once.
    pub(crate) fn english() -> &'static Lexicon {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(|| {
            let mut lexicon = Lexicon {
                words: WordMap::default(),
                abbreviations: HashMap::default(),
                first_adjective: usize::MAX,
                verbs: Vec::new(),
                nouns: Vec::new(),
            };
            lexicon.read_words(ENGLISH.words);
            lexicon.read_words(ENGLISH.people);
            lexicon.read_common_verbs(ENGLISH.common_verbs);
            lexicon.read_cues(ENGLISH.verbs, true);
            lexicon.read_cues(ENGLISH.nouns, false);
            lexicon.first_adjective = lexicon.nouns.len();
            lexicon.read_cues(ENGLISH.adjectives, false);
            for word in super::hedges::first_words() {
                lexicon.add(word, part::HEDGE);
            }
            lexicon.read_abbreviations(ENGLISH.abbreviations);
            lexicon
        })
    }

    /// Whether a number in [`Word::noun`] means an adjective.
    pub(crate) fn is_adjective(&self, number: u16) -> bool {
        usize::from(number) > self.first_adjective
    }

    /// What is known of a word in lower case with straight apostrophes.
    pub(crate) fn word(&self, lower: &[u8]) -> Option<Word> {
        self.words.get(lower).copied()
    }

    /// What kind of abbreviation a word is, if it is one.
    pub(crate) fn abbreviation(&self, lower: &str) -> Option<Abbreviation> {
        self.abbreviations.get(lower).copied()
    }

    fn read_abbreviations(&mut self, text: &str) {
        for line in lines(text) {
            let Some((group, words)) = line.split_once(':') else {
                continue;
            };
            let kind = match group {
                "title" => Abbreviation::Title,
                "capital" => Abbreviation::Capital,
                "number" => Abbreviation::Number,
                _ => Abbreviation::Any,
            };
            for word in words.split_whitespace() {
                self.abbreviations.insert(word.into(), kind);
            }
        }
    }

    fn add(&mut self, word: &str, parts: u32) -> &mut Word {
        let entry = self.words.entry(word.as_bytes().into()).or_default();
        entry.parts |= parts;
        entry
    }

    fn read_words(&mut self, text: &str) {
        for line in lines(text) {
            let Some((group, words)) = line.split_once(':') else {
                continue;
            };
            let parts = part_of(group.trim());
            for word in words.split_whitespace() {
                self.add(word, parts);
            }
        }
    }

    fn read_common_verbs(&mut self, text: &str) {
        for line in lines(text) {
            for verb in line.split_whitespace() {
                for (form, kind) in inflect::verb_forms(verb) {
                    self.add(&form, form_bits(kind, verb.ends_with("=n")));
                }
            }
        }
    }

    fn read_cues(&mut self, text: &str, verbs: bool) {
        for line in lines(text) {
            let mut fields = line.split('|').map(str::trim);
            let (Some(forms), Some(class), Some(frames)) =
                (fields.next(), fields.next(), fields.next())
            else {
                continue;
            };
            let cue = read_cue(forms, class, frames, fields.next().unwrap_or("says"));
            if verbs {
                self.verbs.push(cue);
                let index = u16::try_from(self.verbs.len()).unwrap_or(0);
                for (form, kind) in inflect::verb_forms(forms) {
                    let word = self.add(&form, form_bits(kind, forms.ends_with("=n")));
                    // "found" is first a form of "find", "felt" of "feel": the first line wins.
                    if word.verb == 0 || kind == Form::Base {
                        word.verb = index;
                    }
                }
            } else {
                self.nouns.push(cue);
                let index = u16::try_from(self.nouns.len()).unwrap_or(0);
                let adjective = self.nouns.len() > self.first_adjective;
                for form in forms.split('/') {
                    self.add(
                        form,
                        if adjective {
                            part::ADJECTIVE
                        } else {
                            part::NOUN
                        },
                    )
                    .noun = index;
                }
            }
        }
    }
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn form_bits(form: Form, also_noun: bool) -> u32 {
    let noun = if also_noun { part::NOUN } else { 0 };
    match form {
        Form::Base => part::BASE | noun,
        Form::Third => part::THIRD | noun,
        Form::Past => part::PAST,
        Form::Participle => part::PARTICIPLE,
        Form::Gerund => part::GERUND,
    }
}

fn read_cue(forms: &str, class: &str, frames: &str, act: &str) -> Cue {
    let mut cue = Cue {
        lemma: forms
            .split(['/', '+', '='])
            .next()
            .unwrap_or("")
            .to_string(),
        class: match class {
            "belief" => Class::Belief,
            "intent" => Class::Intent,
            "decree" => Class::Decree,
            _ => Class::Assertion,
        },
        act: match act {
            "denies" => Act::Denies,
            "declines" => Act::Declines,
            "predicts" => Act::Predicts,
            "judges" => Act::Judges,
            "concedes" => Act::Concedes,
            "corrects" => Act::Corrects,
            _ => Act::Says,
        },
        frames: 0,
        particles: Vec::new(),
        object_particles: Vec::new(),
    };
    for name in frames.split_whitespace() {
        cue.frames |= match name {
            "quote" => frame::QUOTE,
            "that" => frame::THAT,
            "only-that" => frame::ONLY_THAT,
            "wh" => frame::WH,
            "to" => frame::TO,
            "to-object" => frame::TO_OBJECT,
            "addressee" => frame::ADDRESSEE,
            "np" => frame::NP,
            "as" => frame::AS,
            "small" => frame::SMALL,
            "ing" => frame::ING,
            "in" | "on" | "with" | "at" | "by" | "for" | "of" | "about" | "over" | "against" => {
                cue.particles.push(name.to_string());
                0
            }
            "np-document" => frame::NP_DOCUMENT | frame::NP,
            "np-text" => frame::NP_TEXT | frame::NP,
            "raising" => frame::RAISING,
            other => {
                if let Some(word) = other.strip_prefix("object+") {
                    cue.object_particles.push(word.to_string());
                } else {
                    cue.particles
                        .push(other.trim_start_matches('+').to_string());
                }
                0
            }
        };
    }
    cue
}

fn part_of(group: &str) -> u32 {
    match group {
        "det" => part::DETERMINER,
        "pronoun" => part::PRONOUN,
        "object" => part::OBJECT,
        "possessive" => part::POSSESSIVE,
        "that" => part::THAT,
        "wh" => part::WH,
        "conjunction" => part::CONJUNCTION,
        "subordinator" => part::SUBORDINATOR,
        "preposition" => part::PREPOSITION,
        "to" => part::TO,
        "modal" => part::MODAL,
        "be" => part::BE,
        "have" => part::HAVE,
        "do" => part::DO,
        "negation" => part::NEGATION,
        "adverb" => part::ADVERB,
        "number" => part::NUMBER,
        "adjective" => part::ADJECTIVE,
        "noun" => part::NOUN,
        "time" => part::TIME,
        "according" => part::ACCORDING,
        "participle" => part::PARTICIPLE,
        "gerund" => part::GERUND,
        "title" => part::TITLE,
        "role" => part::ROLE | part::NOUN,
        "body" => part::BODY | part::NOUN,
        "document" => part::DOCUMENT | part::NOUN,
        "plural" => part::PLURAL | part::NOUN,
        _ => 0,
    }
}
