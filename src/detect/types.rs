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
    /// The content without a word that only joins it to the cue ("that"): the claim itself.
    /// `text` is the text that was read.
    pub fn claim(&self, text: &str) -> Vec<Range<usize>> {
        let mut parts = self.content.clone();
        if let Some(first) = parts.first_mut() {
            let words = text.get(first.clone()).unwrap_or_default();
            if let Some(rest) = words.strip_prefix("that ") {
                first.start = first.end - rest.trim_start().len();
            }
        }
        parts
    }
}

/// A speaker that the text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DetectedSpeaker {
    /// The fullest name or phrase found for the speaker, titles left out.
    pub name: String,
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
