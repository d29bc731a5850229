//! What is told to the author: diagnostics, gathered in a report and never a reason to stop.

mod code;
mod human;
mod machine;

pub use code::{Code, Severity};
pub use human::human;
pub use machine::{github, json, sarif};

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use crate::privacy;
use crate::text::{FileId, Files, Span};

/// One fault or warning, with its place and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Names the kind of fault.
    pub code: Code,
    /// How grave it is.
    pub severity: Severity,
    /// What is wrong: lower case, no full stop.
    pub message: String,
    /// Where; `None` for a fault of the site as a whole.
    pub span: Option<Span>,
    /// Other places that belong to the fault, each with a label.
    pub related: Vec<(Span, String)>,
    /// What would mend it.
    pub hint: Option<String>,
    /// Whether its place is named and not shown, since nobody may read there.
    pub is_concealed: bool,
}

impl Diagnostic {
    /// A diagnostic of the code's own severity at `span`.
    pub fn new(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: code.severity(),
            message: message.into(),
            span: Some(span),
            related: Vec::new(),
            hint: None,
            is_concealed: false,
        }
    }

    /// A diagnostic that concerns the site and no one file.
    pub fn of_site(code: Code, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: code.severity(),
            message: message.into(),
            span: None,
            related: Vec::new(),
            hint: None,
            is_concealed: false,
        }
    }

    /// Takes out all that may quote the text.
    fn conceal(&mut self, is_hidden: bool) {
        self.related.clear();
        self.is_concealed = true;
        if self.code.quotes_nothing() {
            return;
        }
        let name = self.code.name();
        let (message, hint) = if is_hidden {
            let hint = "`--drafts` shows drafts and reviews, `--as-of` a later day";
            ("in a text that does not appear", Some(hint.to_owned()))
        } else {
            ("in a private field", None)
        };
        self.message = format!("{message}: {name}");
        self.hint = hint;
    }

    /// The same with a hint, if there is one.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<Option<String>>) -> Self {
        self.hint = hint.into();
        self
    }

    /// The same with a further place.
    #[must_use]
    pub fn related(mut self, span: Span, label: impl Into<String>) -> Self {
        self.related.push((span, label.into()));
        self
    }
}

/// All that there is to tell about a site.
#[derive(Clone, Debug, Default)]
pub struct Report {
    diagnostics: Vec<Diagnostic>,
}

impl Report {
    /// Adds a diagnostic.
    pub fn add(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Adds all that another report holds.
    pub fn extend(&mut self, other: Report) {
        self.diagnostics.extend(other.diagnostics);
    }

    /// Takes over the reports of work that was done side by side, and gives back its results; both
    /// stay in order.
    pub fn gather<T>(&mut self, done: Vec<(T, Report)>) -> Vec<T> {
        let take = |(result, report)| {
            self.extend(report);
            result
        };
        done.into_iter().map(take).collect()
    }

    /// Whether a diagnostic stops the build.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// How many diagnostics of a severity there are.
    pub fn count(&self, severity: Severity) -> usize {
        self.iter().filter(|one| one.severity == severity).count()
    }

    /// The diagnostics in the order in which they were added, or in file order once sorted.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.diagnostics.iter()
    }

    /// Puts the diagnostics in file order: by file, place and code, those of the whole site last;
    /// by their words where all of that is equal, as threads find them in any order.
    pub fn sort(&mut self) {
        let key = |one: &Diagnostic| (one.span.is_none(), one.span, one.code, one.message.clone());
        self.diagnostics.sort_by_cached_key(key);
    }

    /// Gives diagnostics the severities that the settings set, and drops those turned off.
    pub fn set_severities(&mut self, levels: &BTreeMap<Code, Option<Severity>>) {
        self.diagnostics
            .retain_mut(|one| match levels.get(&one.code) {
                None => true,
                Some(None) => false,
                Some(Some(severity)) => {
                    one.severity = *severity;
                    true
                }
            });
    }

    /// Tells of faults in texts that nobody may read, and in private fields, only where they are
    /// and of what kind: messages may quote.
    pub fn conceal(&mut self, files: &Files, hidden: &HashSet<FileId>) {
        let mut private: HashMap<FileId, Vec<Range<usize>>> = HashMap::new();
        for diagnostic in &mut self.diagnostics {
            let mut spans = diagnostic.related.iter().map(|(span, _)| *span);
            let is_hidden = diagnostic
                .span
                .is_some_and(|span| hidden.contains(&span.file))
                || spans.any(|span| hidden.contains(&span.file));
            let is_private = diagnostic.span.is_some_and(|span| {
                let ranges = private
                    .entry(span.file)
                    .or_insert_with(|| privacy::private(files.get(span.file)));
                ranges.iter().any(|range| range.contains(&span.start))
            });
            if is_hidden || is_private {
                diagnostic.conceal(is_hidden);
            }
        }
    }

    /// Drops the diagnostics for which `is_silent` holds, and says how many they were.
    pub fn drop(&mut self, mut is_silent: impl FnMut(&Diagnostic) -> bool) -> usize {
        let before = self.diagnostics.len();
        self.diagnostics.retain(|one| !is_silent(one));
        before - self.diagnostics.len()
    }

    /// Turns every warning into an error, as `--strict` asks.
    pub fn make_strict(&mut self) {
        for diagnostic in &mut self.diagnostics {
            diagnostic.severity = Severity::Error;
        }
    }
}

/// The candidate nearest to a misspelt name, as a hint, if one is near enough to be meant.
pub fn did_you_mean<'a>(
    written: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    nearest(written, candidates).map(|name| format!("did you mean `{name}`?"))
}

/// The candidate nearest to a misspelt name: at most a third of its letters differ, or one of two.
/// A single letter is like every other and has none.
pub fn nearest<'a>(
    written: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let written: Vec<char> = folded(written).collect();
    let limit = match written.len() {
        0 | 1 => return None,
        letters => (letters / 3).max(1),
    };
    let mut distance = Distance::default();
    candidates
        .into_iter()
        .filter_map(|candidate| Some((distance.within(limit, &written, candidate)?, candidate)))
        .min()
        .map(|(_, candidate)| candidate)
}

fn folded(name: &str) -> impl Iterator<Item = char> {
    name.chars().flat_map(char::to_lowercase)
}

/// Counts edits. One is used for many names, so that none of them asks for memory.
#[derive(Default)]
struct Distance {
    other: Vec<char>,
    rows: [Vec<usize>; 3],
}

impl Distance {
    /// Edits (insert, delete, replace, swap neighbours) between two words, unless there are more
    /// than `limit` (optimal string alignment).
    fn within(&mut self, limit: usize, word: &[char], other: &str) -> Option<usize> {
        self.other.clear();
        self.other.extend(folded(other));
        let other = &self.other;
        if word.len().abs_diff(other.len()) > limit {
            return None;
        }
        let [before, above, current] = &mut self.rows;
        above.clear();
        above.extend(0..=other.len());
        for (row, letter) in word.iter().enumerate() {
            current.clear();
            current.push(row + 1);
            for (column, opposite) in other.iter().enumerate() {
                let replaced = above[column] + usize::from(letter != opposite);
                let mut best = replaced.min(above[column + 1] + 1).min(current[column] + 1);
                let is_swap = row > 0
                    && column > 0
                    && *letter == other[column - 1]
                    && word[row - 1] == *opposite;
                if is_swap {
                    best = best.min(before[column - 1] + 1);
                }
                current.push(best);
            }
            // A swap reaches back two rows, so both must be lost.
            let is_lost = |row: &[usize]| row.iter().all(|edits| *edits > limit);
            if is_lost(current) && is_lost(above) {
                return None;
            }
            std::mem::swap(before, above);
            std::mem::swap(above, current);
        }
        above.last().copied().filter(|edits| *edits <= limit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_names_are_offered_and_far_ones_are_not() {
        let keys = ["kirby", "ryder", "nebenzia"];
        assert_eq!(nearest("kirbi", keys), Some("kirby"));
        assert_eq!(nearest("rydre", keys), Some("ryder"));
        assert_eq!(nearest("Nebenzya", keys), Some("nebenzia"));
        assert_eq!(nearest("patel", keys), None);
        assert_eq!(nearest("", keys), None);
        assert_eq!(nearest("7", ["1", "2"]), None);
    }
}
