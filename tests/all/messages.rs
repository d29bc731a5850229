//! What pages say: every message that is named is there, and every message that is there is named.

use std::collections::BTreeSet;
use std::path::Path;

use ascribe::messages::english;

/// Sections whose messages are picked by the key of a word, a number or a date.
const BY_KEY: &[&str] = &[
    "access",
    "act_meanings",
    "act_names",
    "acts",
    "confidence_meanings",
    "confidences",
    "correction_kinds",
    "counts",
    "credibility",
    "dates",
    "descriptions",
    "facets",
    "facets_within",
    "kinds",
    "language",
    "provenance",
    "relation_meanings",
    "relations",
    "relations_passive",
    "reliability",
    "short_months",
    "source_states",
    "stances",
    "status_meanings",
    "statuses",
    "wordings",
];

/// The texts of a folder's files with one ending.
fn texts(folder: &str, ending: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let files = crate::sites::files(&folder);
    let wanted = files.iter().filter(|path| path.ends_with(ending));
    let read = |path: &String| std::fs::read_to_string(folder.join(path)).expect("a text");
    wanted.map(read).collect()
}

/// The paths `section.key` that stand in a text between two marks.
fn paths(text: &str, before: &str, is_part: impl Fn(char) -> bool) -> BTreeSet<String> {
    let known: BTreeSet<String> = english().all().into_keys().collect();
    let is_section = |section: &str| {
        known
            .iter()
            .any(|path| path.starts_with(&format!("{section}.")))
    };
    text.split(before)
        .skip(1)
        .filter_map(|rest| {
            let end = rest.find(|letter| !is_part(letter)).unwrap_or(rest.len());
            let path = rest[..end].trim_end_matches('.');
            let (section, key) = path.split_once('.')?;
            let is_file = ["html", "js", "json"].contains(&key);
            let is_path = is_section(section) && !is_file && !key.is_empty();
            is_path.then(|| path.to_owned())
        })
        .collect()
}

#[test]
fn every_message_that_is_named_is_there_and_the_other_way_round() {
    let is_part = |letter: char| letter.is_alphanumeric() || ".-_".contains(letter);
    let in_code = paths(&texts("src", ".rs"), "\"", is_part);
    let in_templates = paths(&texts("templates", ".html"), "words.", |letter| {
        letter.is_alphanumeric() || "._".contains(letter)
    });
    let known: BTreeSet<String> = english().all().into_keys().collect();
    let named: BTreeSet<String> = in_code.union(&in_templates).cloned().collect();
    let missing: Vec<&String> = named.difference(&known).collect();
    assert!(missing.is_empty(), "there is no message {missing:?}");
    let is_by_key = |path: &&String| {
        let section = path.split('.').next().unwrap_or_default();
        BY_KEY.contains(&section)
    };
    let unused: Vec<&String> = known
        .difference(&named)
        .filter(|path| !is_by_key(path))
        .collect();
    assert!(unused.is_empty(), "nothing says {unused:?}");
}

#[test]
fn every_word_of_the_record_has_a_message() {
    use ascribe::document::{CorrectionKind, Kind};
    use ascribe::page::Facet;
    use ascribe::provenance::StepKind;
    use ascribe::record::{Access, Act, Editorial, RelationKind, SourceState, Stance, Wording};
    use ascribe::scale::{Confidence, Credibility, Reliability};
    use ascribe::site::Computed;
    let known = english().all();
    let mut wanted: Vec<(&str, &str)> = vec![("statuses", "unreviewed")];
    let mut add = |sections: &[&'static str], keys: &[&'static str]| {
        for section in sections {
            wanted.extend(keys.iter().map(|key| (*section, *key)));
        }
    };
    add(&["acts", "act_names", "act_meanings"], Act::WORDS);
    let relations = ["relations", "relations_passive", "relation_meanings"];
    add(&relations, RelationKind::WORDS);
    add(&["statuses", "status_meanings"], Editorial::WORDS);
    add(&["statuses", "status_meanings"], Computed::WORDS);
    add(&["access"], Access::WORDS);
    add(&["source_states"], SourceState::WORDS);
    add(&["stances"], Stance::WORDS);
    add(&["wordings"], Wording::WORDS);
    add(&["kinds"], Kind::WORDS);
    add(&["correction_kinds"], CorrectionKind::WORDS);
    add(&["facets", "facets_within"], Facet::WORDS);
    add(&["provenance"], StepKind::WORDS);
    let letters: Vec<&str> = Reliability::ALL.iter().map(|one| one.letter()).collect();
    add(&["reliability"], &letters);
    let digits: Vec<&str> = Credibility::ALL.iter().map(|one| one.digit()).collect();
    add(&["credibility"], &digits);
    let names: Vec<&str> = Confidence::ALL.iter().map(|one| one.name()).collect();
    add(&["confidences", "confidence_meanings"], &names);
    let missing: Vec<String> = wanted
        .into_iter()
        .map(|(section, key)| format!("{section}.{key}"))
        .filter(|path| !known.contains_key(path))
        .collect();
    assert!(missing.is_empty(), "there is no message {missing:?}");
}
