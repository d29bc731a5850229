//! The closed sets of words in which the record is written.

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$variant_doc])* $variant,)* }

        impl $name {
            /// The words as they are written, in order.
            pub const WORDS: &[&'static str] = &[$($word,)*];
            /// The values, in the order of their words.
            pub const ALL: &[$name] = &[$($name::$variant,)*];

            /// The word of the value.
            pub fn word(self) -> &'static str {
                match self { $($name::$variant => $word,)* }
            }

            /// The value of a word.
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some($name::$variant),)* _ => None }
            }
        }
    };
}
pub(crate) use words;

words! {
    /// What a speaker does in a statement.
    Act {
        /// Asserts the content.
        Says "says",
        /// Denies a claim.
        Denies "denies",
        /// Gives no answer.
        Declines "declines",
        /// Speaks of what is to come.
        Predicts "predicts",
        /// Weighs and concludes.
        Judges "judges",
        /// Admits what was denied or held back.
        Concedes "concedes",
        /// Puts an earlier statement right.
        Corrects "corrects",
    }
}

words! {
    /// How one claim bears on another.
    RelationKind {
        /// Is a reason for it.
        Supports "supports",
        /// Says the same from elsewhere.
        Corroborates "corroborates",
        /// Falls with it.
        ReliesOn "relies-on",
        /// Calls it into doubt.
        Disputes "disputes",
        /// Says that it is not so.
        Denies "denies",
        /// Shows that it is not so.
        Refutes "refutes",
        /// Narrows it.
        Qualifies "qualifies",
        /// Takes its place.
        Supersedes "supersedes",
        /// Puts it right.
        Corrects "corrects",
        /// Is the same claim in other words.
        SameAs "same-as",
    }
}

impl RelationKind {
    /// The act that a statement performs by standing in this relation.
    pub fn implied_act(self) -> Option<Act> {
        match self {
            Self::Denies => Some(Act::Denies),
            Self::Corrects => Some(Act::Corrects),
            _ => None,
        }
    }

    /// Whether the relation speaks against its target.
    pub fn is_against(self) -> bool {
        matches!(self, Self::Disputes | Self::Denies | Self::Refutes)
    }

    /// The relation as its target tells it.
    pub fn passive(self) -> &'static str {
        match self {
            Self::Supports => "supported by",
            Self::Corroborates => "corroborated by",
            Self::ReliesOn => "relied on by",
            Self::Disputes => "disputed by",
            Self::Denies => "denied by",
            Self::Refutes => "refuted by",
            Self::Qualifies => "qualified by",
            Self::Supersedes => "superseded by",
            Self::Corrects => "corrected by",
            Self::SameAs => "same as",
        }
    }
}

words! {
    /// What a speaker is.
    SpeakerKind {
        /// A person.
        Person "person",
        /// An organisation, or several people who speak as one.
        Organization "organization",
        /// A text that speaks for itself.
        Document "document",
    }
}

words! {
    /// How a source came to its knowledge.
    Access {
        /// It saw or heard for itself.
        FirstHand "first-hand",
        /// It passes on what another reported.
        Relayed "relayed",
        /// It is or shows a document.
        Document "document",
        /// It speaks for an authority.
        Official "official",
        /// It rests on unnamed people.
        Anonymous "anonymous",
    }
}

words! {
    /// Whether a source can still be read, and as it was.
    SourceState {
        /// Open to read.
        Live "live",
        /// Behind payment.
        Paywalled "paywalled",
        /// Gone.
        Dead "dead",
        /// Changed by its publisher after publication.
        Corrected "corrected",
        /// Withdrawn by its publisher.
        Retracted "retracted",
    }
}

words! {
    /// What the editors hold of a claim.
    Editorial {
        /// It is so.
        Confirmed "confirmed",
        /// It is not so.
        Refuted "refuted",
        /// It cannot be found out.
        Unverifiable "unverifiable",
        /// Its speaker took it back.
        Retracted "retracted",
        /// A later claim took its place.
        Superseded "superseded",
    }
}

words! {
    /// On which side of a claim a piece of evidence is.
    Stance {
        /// For it.
        Supports "supports",
        /// Against it.
        Refutes "refutes",
        /// Neither: it sets the claim in its place.
        Context "context",
    }
}

words! {
    /// Whether a statement gives the speaker's own words.
    Wording {
        /// All of them.
        Direct "direct",
        /// None.
        Indirect "indirect",
        /// Some.
        Mixed "mixed",
    }
}
