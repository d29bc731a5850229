//! What a detection is made of; all offsets are bytes of the text as it was given.

use std::ops::Range;

/// Index of a speaker in [`Detection::speakers`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SpeakerIndex(pub usize);

/// How much of a content stands in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// All of it, or nearly.
    Direct,
    /// None of it.
    Indirect,
    /// Some of it.
    Mixed,
}

/// What the speaker does with the content (section 1 of the design).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Act {
    /// States it, the plain case.
    Says,
    /// Says that it is not so.
    Denies,
    /// Gives no answer about it.
    Declines,
    /// Says what will be.
    Predicts,
    /// Values or infers.
    Judges,
    /// Grants it against interest.
    Concedes,
    /// Takes back or sets right an earlier statement.
    Corrects,
}

impl Act {
    /// Every act.
    pub const ALL: [Self; 7] = [
        Self::Says,
        Self::Denies,
        Self::Declines,
        Self::Predicts,
        Self::Judges,
        Self::Concedes,
        Self::Corrects,
    ];

    /// The word for it in the notation and in JSON.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Says => "says",
            Self::Denies => "denies",
            Self::Declines => "declines",
            Self::Predicts => "predicts",
            Self::Judges => "judges",
            Self::Concedes => "concedes",
            Self::Corrects => "corrects",
        }
    }
}

/// Whether the cue is one of speech, of mind, of will or of command.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// Said, written, shown.
    Assertion,
    /// Thought, felt, wished.
    Belief,
    /// Planned, sought.
    Intent,
    /// Ordered, allowed, forbidden.
    Decree,
}

/// One attributed statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Attribution {
    /// The words that name the speaker; empty when nobody is named.
    pub source: Vec<Range<usize>>,
    /// The words that tie speaker and content.
    pub cue: Vec<Range<usize>>,
    /// The words attributed; never empty.
    pub content: Vec<Range<usize>>,
    /// How much of the content is quoted.
    pub kind: Kind,
    /// What the speaker does.
    pub act: Act,
    /// Speech, mind, will or command.
    pub class: Class,
    /// Who speaks, tied to one entity through the text.
    pub speaker: Option<SpeakerIndex>,
    /// Through whom the statement reached the author ("told Reuters"), nearest first.
    pub via: Vec<Range<usize>>,
    /// Hedges and words of estimative probability in the content or around the cue.
    pub hedges: Vec<Range<usize>>,
    /// How sure the rules are, from 0 to 1.
    pub confidence: f32,
}

impl Attribution {
    /// Whether it is told as a statement: said or believed. Plans and orders claim nothing that could be
    /// right or wrong.
    pub fn is_statement(&self) -> bool {
        matches!(self.class, Class::Assertion | Class::Belief)
    }

    /// The content without a word that only joins it to the cue ("that"): the claim itself.
    /// `text` is the text that was read.
    pub fn claim(&self, text: &str) -> Vec<Range<usize>> {
        let mut parts = self.content.clone();
        if let Some(first) = parts.first_mut() {
            let words = text.get(first.clone()).unwrap_or_default();
            if let Some(rest) = words
                .strip_prefix("that ")
                .filter(|rest| !is_verb_first(rest))
            {
                first.start = first.end - rest.trim_start().len();
            }
        }
        parts
    }
}

/// Whether words begin with a finite verb, so that a "that" before them is their subject.
fn is_verb_first(words: &str) -> bool {
    const VERBS: &str = " is was are were would will could can may might should must has had have \
        does did isn't isn’t wasn't wasn’t won't won’t wouldn't wouldn’t didn't didn’t ";
    let first = words.split_whitespace().next().unwrap_or_default();
    VERBS.split_whitespace().any(|verb| verb == first)
}

/// A speaker that the text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DetectedSpeaker {
    /// The fullest name or phrase found for the speaker, titles left out.
    pub name: String,
    /// Whether it is one person, by name or by office, and no body, document or group.
    pub is_person: bool,
    /// Every place where an attribution names the speaker, in text order.
    pub mentions: Vec<Range<usize>>,
}

/// All that was found in one text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Detection {
    /// The attributed statements in text order of their cue.
    pub attributions: Vec<Attribution>,
    /// The speakers in order of first mention.
    pub speakers: Vec<DetectedSpeaker>,
}
