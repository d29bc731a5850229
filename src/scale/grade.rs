//! Grades of sources, claims and judgements.

macro_rules! grades {
    (
        $(#[$about:meta])*
        $name:ident $(#[$mark_about:meta])* $mark:ident;
        $($variant:ident $sign:literal $words:literal;)*
    ) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $(#[doc = $words] $variant,)* }

        impl $name {
            /// Every grade, in the order of the standard.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// How each grade is written, in the same order.
            pub const NAMES: &[&'static str] = &[$($sign,)*];

            /// The grade that is written so; the case of letters does not matter.
            pub fn parse(text: &str) -> Option<Self> {
                let text = text.trim();
                Self::ALL
                    .iter()
                    .copied()
                    .find(|grade| grade.$mark().eq_ignore_ascii_case(text))
            }

            $(#[$mark_about])*
            pub fn $mark(self) -> &'static str {
                match self { $(Self::$variant => $sign,)* }
            }

            /// What it means, for readers.
            pub fn words(self) -> &'static str {
                match self { $(Self::$variant => $words,)* }
            }
        }
    };
}

grades! {
    /// How far a source can be relied on: the letter of the Admiralty code (NATO AJP-2.1). Set
    /// apart from [`Credibility`]: a reliable source can be wrong.
    Reliability
    /// The letter, `A` to `F`.
    letter;
    Completely "A" "completely reliable";
    Usually "B" "usually reliable";
    Fairly "C" "fairly reliable";
    NotUsually "D" "not usually reliable";
    Unreliable "E" "unreliable";
    Unknown "F" "cannot be judged";
}

grades! {
    /// How far a claim can be believed: the digit of the Admiralty code (NATO AJP-2.1).
    Credibility
    /// The digit, `1` to `6`.
    digit;
    Confirmed "1" "confirmed by other sources";
    ProbablyTrue "2" "probably true";
    PossiblyTrue "3" "possibly true";
    Doubtful "4" "doubtful";
    Improbable "5" "improbable";
    Unknown "6" "cannot be judged";
}

grades! {
    /// How good the ground of a judgement is (ICD 203): a matter apart from its likelihood.
    Confidence
    /// The word, `low`, `moderate` or `high`.
    name;
    Low "low" "low confidence";
    Moderate "moderate" "moderate confidence";
    High "high" "high confidence";
}
