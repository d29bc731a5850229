//! Labels of footnotes: ours are numbers, and the author's stay theirs.

use std::collections::{BTreeMap, BTreeSet};

/// Gives out labels that no other footnote of the text has.
#[derive(Default)]
pub(super) struct Labels {
    taken: BTreeSet<String>,
    last: usize,
    /// New labels of the author's footnotes in the current brief.
    renamed: BTreeMap<String, String>,
}

impl Labels {
    /// Begins a brief in which the author has these labels; one that an earlier brief has already
    /// gets another. Labels are the same whatever their capitals.
    pub(super) fn begin<'a>(&mut self, own: impl Iterator<Item = &'a str>) {
        self.renamed.clear();
        let own: BTreeSet<&str> = own.collect();
        for label in own {
            let mut free = label.to_owned();
            let mut number = 2;
            while self.taken.contains(&free.to_lowercase()) {
                free = format!("{label}-{number}");
                number += 1;
            }
            self.renamed.insert(label.to_owned(), free);
        }
        let new = self.renamed.values().map(|label| label.to_lowercase());
        self.taken.extend(new.collect::<Vec<_>>());
    }

    /// What an author's label is called now.
    pub(super) fn renamed(&self, label: &str) -> String {
        self.renamed
            .get(label)
            .map_or(label, String::as_str)
            .to_owned()
    }

    /// The next number that is free.
    pub(super) fn next(&mut self) -> String {
        loop {
            self.last += 1;
            let label = self.last.to_string();
            if self.taken.insert(label.clone()) {
                return label;
            }
        }
    }
}
