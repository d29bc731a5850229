//! Scales of analytic standards: words of likelihood with ranges, reliability, credibility, confidence.

mod find;
mod grade;
mod packs;
mod verdict;

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

pub use grade::{Confidence, Credibility, Reliability};
pub use verdict::{Verdict, bounds};

/// The keys of the built-in scales of likelihood.
pub const NAMES: [&str; 4] = ["icd-203", "phia", "nato", "ipcc"];

/// A scale of likelihood: terms, each with its range of probability.
///
/// A range has whole percents for bounds and includes both of them; where a standard says "more
/// than 90 %" or "less than 10 %", it is 90–100 or 0–10 here. Ranges may overlap (those of the IPCC
/// do) and may leave gaps (those of the PHIA yardstick do).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    /// The name that settings choose it by, such as `icd-203`.
    pub key: Cow<'static, str>,
    /// The name that readers see.
    pub name: Cow<'static, str>,
    /// The standard that defines it.
    pub source: Cow<'static, str>,
    /// From the least likely to the most likely.
    pub terms: Vec<Term>,
    /// Whether the first words of its terms are one row and the second words another, of which a
    /// text should keep to one (ICD 203).
    pub has_rows: bool,
}

/// One step of a scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The words for it: the first is the usual one, the others mean the same.
    pub words: Vec<Cow<'static, str>>,
    /// The least probability, in percent.
    pub low: u8,
    /// The greatest probability, in percent.
    pub high: u8,
}

/// Why a site's own scale cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScaleFault {
    /// It has no terms.
    NoTerms,
    /// A term has no words, or blank ones. Holds its place in the list, counted from one.
    NoWords(usize),
    /// A range ends before it begins, or goes beyond 100 percent. Holds the term's first word.
    Range(String),
    /// The same words stand for two terms, or twice for one.
    Repeated(String),
}

impl Default for Scale {
    /// ICD 203, the standard of the United States intelligence community.
    fn default() -> Self {
        packs::icd_203()
    }
}

impl Scale {
    /// The built-in scale with one of the keys in [`NAMES`].
    pub fn named(key: &str) -> Option<Self> {
        packs::named(key)
    }

    /// A site's own scale.
    ///
    /// # Errors
    ///
    /// The first thing about its terms that is wrong.
    pub fn custom(
        key: String,
        name: String,
        source: String,
        terms: Vec<Term>,
    ) -> Result<Self, ScaleFault> {
        if terms.is_empty() {
            return Err(ScaleFault::NoTerms);
        }
        let mut seen = Vec::new();
        for (index, term) in terms.iter().enumerate() {
            let Some(first) = term.words.first() else {
                return Err(ScaleFault::NoWords(index + 1));
            };
            if term.low > term.high || term.high > 100 {
                return Err(ScaleFault::Range(first.clone().into_owned()));
            }
            for words in &term.words {
                let folded = find::fold(words);
                if !folded.contains(char::is_alphanumeric) {
                    return Err(ScaleFault::NoWords(index + 1));
                }
                if seen.contains(&folded) {
                    return Err(ScaleFault::Repeated(words.clone().into_owned()));
                }
                seen.push(folded);
            }
        }
        Ok(Self {
            key: key.into(),
            name: name.into(),
            source: source.into(),
            terms,
            has_rows: false,
        })
    }

    /// The row of a word, 0 or 1, in a scale that has rows; none for a term that is in both.
    pub fn row(&self, words: &str) -> Option<usize> {
        let term = self
            .term(words)
            .filter(|term| self.has_rows && term.words.len() > 1)?;
        let folded = find::fold(words);
        term.words.iter().position(|own| find::fold(own) == folded)
    }

    /// The term that `words` name; case, hyphens and the amount of white space do not matter.
    pub fn term(&self, words: &str) -> Option<&Term> {
        let folded = find::fold(words);
        self.terms
            .iter()
            .find(|term| term.words.iter().any(|own| find::fold(own) == folded))
    }

    /// Every place in a text where whole words name a term, in bytes, from first to last. The
    /// longest term counts: "very unlikely" is neither "unlikely" nor "likely".
    ///
    /// Negation is not looked at: "not likely" holds "likely".
    pub fn find_in(&self, text: &str) -> Vec<(Range<usize>, &Term)> {
        find::find_in(self, text)
    }
}

impl Term {
    /// Whether both are one step of a scale, whichever of its words stands first.
    pub fn is(&self, other: &Self) -> bool {
        self.words.iter().any(|word| other.words.contains(word))
    }

    /// The term with one of its words put first, since that is the one that was written.
    #[must_use]
    pub fn said_as(&self, words: &str) -> Self {
        let mut term = self.clone();
        let folded = find::fold(words);
        if let Some(place) = term.words.iter().position(|own| find::fold(own) == folded) {
            term.words[..=place].rotate_right(1);
        }
        term
    }

    /// What is printed behind the term in a text: its range, with the word where the text has none.
    pub fn printed(&self, has_word: bool) -> String {
        match self.words.first().filter(|_| !has_word) {
            Some(word) => format!(" ({word}, {})", self.range_text()),
            None => format!(" ({})", self.range_text()),
        }
    }

    /// The range as readers see it, with en dash and no-break space: `55–80 %`.
    pub fn range_text(&self) -> String {
        if self.low == self.high {
            format!("{}\u{a0}%", self.low)
        } else {
            format!("{}–{}\u{a0}%", self.low, self.high)
        }
    }
}

impl fmt::Display for ScaleFault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoTerms => out.write_str("the scale has no terms"),
            Self::NoWords(place) => write!(out, "term {place} of the scale has no words"),
            Self::Range(words) => write!(
                out,
                "the range of `{words}` is not one from a lower to a higher percentage, 0 to 100"
            ),
            Self::Repeated(words) => write!(out, "`{words}` stands twice in the scale"),
        }
    }
}

impl std::error::Error for ScaleFault {}

#[cfg(test)]
mod tests;
