//! The groups of words that rules ask for (`lexicon/README.md` tells what each is for).

/// A group of `groups.txt`, in which a word stands or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Words {
    Account,
    Answer,
    Counting,
    Falsehood,
    Female,
    GoingOn,
    He,
    Hearsay,
    Honorific,
    Issuing,
    Male,
    Measurement,
    Medium,
    MonthName,
    NamedPerson,
    NoAgent,
    NoSpeaker,
    Nobody,
    Reflexive,
    Refusal,
    Relative,
    Seeming,
    She,
    ShortAnswer,
    Supposing,
    They,
    TimeNoun,
    Unnamed,
    Vague,
    Venue,
    View,
}

/// The names of the groups in the files.
const NAMES: &[(&str, Words)] = &[
    ("account", Words::Account),
    ("answer", Words::Answer),
    ("counting", Words::Counting),
    ("falsehood", Words::Falsehood),
    ("female", Words::Female),
    ("going-on", Words::GoingOn),
    ("he", Words::He),
    ("hearsay", Words::Hearsay),
    ("honorific", Words::Honorific),
    ("issuing", Words::Issuing),
    ("male", Words::Male),
    ("measurement", Words::Measurement),
    ("medium", Words::Medium),
    ("month-name", Words::MonthName),
    ("named-person", Words::NamedPerson),
    ("no-agent", Words::NoAgent),
    ("no-speaker", Words::NoSpeaker),
    ("nobody", Words::Nobody),
    ("reflexive", Words::Reflexive),
    ("refusal", Words::Refusal),
    ("relative", Words::Relative),
    ("seeming", Words::Seeming),
    ("she", Words::She),
    ("short-answer", Words::ShortAnswer),
    ("supposing", Words::Supposing),
    ("they", Words::They),
    ("time-noun", Words::TimeNoun),
    ("unnamed", Words::Unnamed),
    ("vague", Words::Vague),
    ("venue", Words::Venue),
    ("view", Words::View),
];

// The last bit of a word's groups is `lexicon::CUE`.
const _: () = assert!((Words::View as u32) < 31);

impl Words {
    /// The group of a name in a file.
    pub(crate) fn named(name: &str) -> Option<Words> {
        NAMES
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, group)| *group)
    }

    /// Its bit in a word's set of groups.
    pub(crate) fn bit(self) -> u32 {
        1 << self as u32
    }
}
