//! The words that say what a passage is about: its nouns, names and verbs, without the small words.

use std::ops::Range;

use super::groups::Words;
use super::items::{Item, Tag, items};
use super::language::Language;
use super::lexicon::{Lexicon, part};
use super::quotes::quotations;
use super::sentences::sentences;
use super::tags::tag;
use super::tokens::{Token, tokens};

/// What kind of word a key word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordKind {
    /// Part of a name.
    Name,
    /// A common noun.
    Noun,
    /// A verb or an adjective.
    Other,
}

/// A word with meaning of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyWord {
    /// Its bytes in the passage.
    pub range: Range<usize>,
    /// Its kind.
    pub kind: WordKind,
    /// Whether it says little of what a passage is about, as "thing" and "make" do.
    pub is_vague: bool,
}

/// The words with meaning of their own of a passage without quotation marks, in its order. Titles
/// and offices count as nouns, also where they stand before a name.
#[must_use]
pub fn key_words(passage: &str, language: Language) -> Vec<KeyWord> {
    let mut found = Vec::new();
    each_word(passage, language, |item, token| {
        let is_adjective = item.is(part::ADJECTIVE) && !item.is(part::NOUN);
        let kind = match item.tag {
            Tag::Name if item.is(part::TITLE | part::ROLE) => WordKind::Noun,
            Tag::Name => WordKind::Name,
            Tag::Noun if !is_adjective => WordKind::Noun,
            Tag::Noun | Tag::Finite | Tag::Base | Tag::Participle | Tag::Gerund => WordKind::Other,
            _ => return,
        };
        let range = token.start as usize..token.end as usize;
        let word = token.text(passage);
        found.push(KeyWord {
            range,
            kind,
            is_vague: Lexicon::of(language).in_group(word, Words::Vague),
        });
    });
    found
}

/// Whether a passage holds a finite verb, so that it can stand as a sentence by itself.
#[must_use]
pub fn is_clause(passage: &str, language: Language) -> bool {
    let mut is_one = false;
    each_word(passage, language, |item, _| is_one |= item.finite());
    is_one
}

/// Hands over every item of a passage, tagged, with its first token.
fn each_word(passage: &str, language: Language, mut take: impl FnMut(&Item, &Token)) {
    let lexicon = Lexicon::of(language);
    let tokens = tokens(passage, 0..passage.len(), lexicon);
    let quotations = quotations(&tokens);
    let mut buffer = Vec::new();
    for sentence in sentences(passage, &tokens, &quotations, lexicon, &mut 0) {
        items(
            passage,
            &tokens,
            &quotations,
            &sentence,
            lexicon,
            &mut buffer,
        );
        tag(passage, &tokens, lexicon, &mut buffer);
        for item in &buffer {
            if let Some(token) = tokens.get(item.first) {
                take(item, token);
            }
        }
    }
}
