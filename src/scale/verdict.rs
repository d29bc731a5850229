//! Verdicts: the words by which a fact-checking site rates claims.

/// A word of the site's scale of verdicts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The word.
    pub name: String,
    /// What it means.
    pub meaning: Option<String>,
    /// Its number on the scale, the worst having the least; none for a word that stands apart from
    /// the scale ("unproven").
    pub number: Option<u32>,
}

/// The least and the greatest number of a scale, if any of its words has one.
pub fn bounds(verdicts: &[Verdict]) -> Option<(u32, u32)> {
    let mut numbers = verdicts.iter().filter_map(|verdict| verdict.number);
    let worst = numbers.next()?;
    Some((worst, numbers.next_back().unwrap_or(worst)))
}
