//! The detector: attributed statements in plain prose, found by rules and hand-written lexicons.
//!
//! The road a text goes, file by file:
//!
//! ```text
//! text -> tokens -> quotations -> sentences -> items -> tags        what the words are
//!                                                |
//!      phrases, verbs, clauses, subject, boundary, complement       what belongs together
//!                                                |
//!      cues (fronted, relative, passive, noun_cues) -> draft        who says what, in one sentence
//!                                                |
//!      reader (labels, loose)                                       quotations over sentences
//!                                                |
//!      acts, relay, hedges, speakers -> Detection                   what is told about each
//! ```
//!
//! A text is taken stretch by stretch, some paragraphs at a time, up to the last step, which asks what
//! names stand anywhere in it.
//!
//! `key_words` takes the first half of that road alone, to say what a passage is about.
//!
//! `lexicon/` holds the words, one folder a language (`lexicon/README.md`); `language.rs` names the
//! folders. The detector knows nothing of Markdown, sites or files, prints nothing, takes time linear in
//! the text (hardly any for a sentence without quotation mark or cue) and gives byte offsets that always
//! lie on character boundaries.

#![expect(
    clippy::match_same_arms,
    reason = "a rule stands with its neighbours, in the order in which they are tried"
)]

mod types;
mod language;
mod inflect;
mod groups;
mod grammar;
mod lexicon;
mod entries;
mod lower;
mod tokens;
mod spelling;
mod quotes;
mod sentences;
mod items;
mod view;
mod tags;
mod closed_tags;
mod clitics;
mod agreement;
mod report_verbs;
mod missing_verbs;
mod verb_tags;
mod phrases;
mod verbs;
mod insertions;
mod introductions;
mod nonfinite;
mod modifiers;
mod subject;
mod tenses;
mod joints;
mod commas;
mod boundary;
mod clauses;
mod particles;
mod objects;
mod adjuncts;
mod moved;
mod complement;
mod draft;
mod around;
mod fragments;
mod fronted;
mod relative;
mod passive;
mod noun_cues;
mod quoted_nouns;
mod phrase_cues;
mod labels;
mod cues;
mod acts;
mod hedges;
mod relay;
mod names;
mod centering;
mod entity;
mod heads;
mod speakers;
mod reader;
mod introduced;
mod announced;
mod loose;
mod assemble;
mod key_words;

pub use key_words::{KeyWord, WordKind, is_clause, key_words};
pub use language::Language;
pub use types::{Act, Attribution, Class, DetectedSpeaker, Detection, Kind, SpeakerIndex};

/// Finds every attributed statement and every speaker of a text in a language.
///
/// A text in a language without a lexicon has no [`Language`] to be read in: nothing is to be found in it.
#[must_use]
pub fn detect(text: &str, language: Language) -> Detection {
    assemble::assemble(text, language)
}

/// The bytes of each sentence of a text, in order; a quotation never breaks the sentence that holds it.
#[must_use]
pub fn sentences(text: &str, language: Language) -> Vec<std::ops::Range<usize>> {
    assemble::sentence_ranges(text, language)
}
