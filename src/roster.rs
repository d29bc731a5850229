//! Finds the speaker of the record whom a text calls by some name.

use std::collections::{HashMap, HashSet};

use crate::record::SpeakerEntry;

/// The names under which the speakers of a record are known.
///
/// Names are compared without regard to capitals, full stops and a leading "the". A name that two
/// speakers share finds neither: a statement in the wrong mouth is worse than one in no mouth.
#[derive(Clone, Debug, Default)]
pub struct Roster {
    /// Names, aliases and keys; `None` where several speakers share one.
    whole: HashMap<String, Option<usize>>,
    /// First and last word of longer names, since texts drop and add middle names.
    ends: HashMap<(String, String), Option<usize>>,
    /// Surnames of those who speak for somebody.
    surnames: HashMap<String, Option<usize>>,
}

impl Roster {
    /// The roster of some speakers; [`Self::find`] gives places in their order.
    pub fn new<'a>(speakers: impl IntoIterator<Item = &'a SpeakerEntry>) -> Self {
        let speakers: Vec<&SpeakerEntry> = speakers.into_iter().collect();
        let bodies: HashSet<&str> = speakers
            .iter()
            .filter_map(|entry| Some(entry.org.as_ref()?.value.as_str()))
            .collect();
        let mut roster = Self::default();
        for (index, entry) in speakers.iter().enumerate() {
            let key = entry.key.value.replace('-', " ");
            let names = entry.aliases.iter().chain([&entry.name, &key]);
            for name in names {
                put(&mut roster.whole, comparable(name), index);
            }
            let name = words(&entry.name);
            let [first, .., last] = name.as_slice() else {
                continue;
            };
            put(&mut roster.ends, (first.clone(), last.clone()), index);
            let speaks_for_somebody = entry.org.is_some() || !entry.roles.is_empty();
            if speaks_for_somebody && !bodies.contains(entry.key.value.as_str()) {
                put(&mut roster.surnames, last.clone(), index);
            }
        }
        roster
    }

    /// The speaker called so: by a whole name or alias, else by first and last name, else by a
    /// surname that only one of them has.
    pub fn find(&self, name: &str) -> Option<usize> {
        let words = words(name);
        if let Some(found) = self.whole.get(&words.join(" ")) {
            return *found;
        }
        match words.as_slice() {
            [] => None,
            [surname] => *self.surnames.get(surname)?,
            [first, .., last] => *self.ends.get(&(first.clone(), last.clone()))?,
        }
    }
}

fn put<K: std::hash::Hash + Eq>(map: &mut HashMap<K, Option<usize>>, name: K, index: usize) {
    map.entry(name)
        .and_modify(|known| *known = known.filter(|one| *one == index))
        .or_insert(Some(index));
}

/// A name as it is compared with others.
pub fn comparable(name: &str) -> String {
    words(name).join(" ")
}

/// The words of a name as they are compared.
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = name
        .split_whitespace()
        .map(|word| word.replace('.', "").replace('’', "'").to_lowercase())
        .map(|word| word.trim_matches(',').trim_end_matches("'s").to_owned())
        .filter(|word| !word.is_empty())
        .collect();
    if words.len() > 1 && words[0] == "the" {
        words.remove(0);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::Roster;
    use crate::record::SpeakerEntry;
    use crate::text::{Files, Name, SourceFile, Span, Spanned};

    fn entry(key: &str, name: &str, aliases: &[&str], org: Option<&str>) -> SpeakerEntry {
        let file = Files::default().add(SourceFile::new(String::new(), ""));
        let place = |words: &str| -> Name { Spanned::new(words.to_owned(), Span::new(file, 0, 0)) };
        SpeakerEntry {
            kind: None,
            key: place(key),
            name: name.to_owned(),
            aliases: aliases.iter().map(|&alias| alias.to_owned()).collect(),
            org: org.map(place),
            same_as: Vec::new(),
            roles: Vec::new(),
            note: None,
            allow: Vec::new(),
        }
    }

    #[test]
    fn speakers_are_found_by_every_name_that_is_theirs_alone() {
        let roster = Roster::new(&[
            entry(
                "ryder",
                "Pat Ryder",
                &["Patrick S. Ryder"],
                Some("pentagon"),
            ),
            entry("white-house", "White House", &[], Some("us")),
            entry(
                "pentagon",
                "Department of Defense",
                &["Pentagon"],
                Some("us"),
            ),
            entry("kirby", "John Kirby", &[], Some("white-house")),
            entry("ann-lee", "Ann Lee", &[], Some("us")),
            entry("bo-lee", "Bo Lee", &[], Some("us")),
        ]);
        let found = |name: &str| roster.find(name);
        assert_eq!(found("Pat Ryder"), Some(0));
        assert_eq!(found("Patrick S Ryder"), Some(0));
        assert_eq!(found("Ryder"), Some(0));
        assert_eq!(found("the White House"), Some(1));
        assert_eq!(found("the Pentagon’s"), Some(2));
        assert_eq!(found("John F. Kirby"), Some(3));
        assert_eq!(found("Bo Lee"), Some(5));
        for nobody in ["Lee", "House", "Defense", "Jane Ryder", "", "the"] {
            assert_eq!(found(nobody), None, "{nobody}");
        }
    }
}
