//! Keys that a person would choose: a few words of what is said, a surname, a short name.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::detect::{Language, WordKind, key_words};
use crate::slug::slug;

/// One word, or several that belong together, of what is said.
struct Unit {
    slug: String,
    weight: u8,
}

/// A key for a claim made in some words, that no other claim has; taken keys grow by it.
pub(super) fn claim(
    words: &str,
    language: Language,
    is_denial: bool,
    speaker: Option<&str>,
    taken: &mut BTreeSet<String>,
) -> String {
    let units = units(words, language);
    let mut order: Vec<usize> = (0..units.len()).collect();
    order.sort_by_key(|one| std::cmp::Reverse(units[*one].weight));
    let joined = |count: usize, last: &str| {
        let mut chosen = order[..count.min(order.len())].to_vec();
        chosen.sort_unstable();
        let mut parts: Vec<&str> = chosen.iter().map(|one| &*units[*one].slug).collect();
        parts.extend((!last.is_empty()).then_some(last));
        parts.join("-")
    };
    let first = if is_denial {
        joined(1, "denial")
    } else if units.is_empty() {
        speaker.map_or("remark".to_owned(), |key| format!("{key}-remark"))
    } else {
        joined(2, "")
    };
    let last = if is_denial { "denial" } else { "" };
    let more = [
        joined(if is_denial { 2 } else { 3 }, last),
        speaker
            .filter(|speaker| !first.starts_with(speaker))
            .map_or_else(String::new, |speaker| format!("{speaker}-{first}")),
    ];
    let key = first_free(&first, &more, taken);
    taken.insert(key.clone());
    key
}

/// A key for a new speaker, that no other speaker has.
pub(super) fn speaker(name: &str, is_person: bool, taken: &BTreeSet<String>) -> String {
    let whole = slug(&without_genitives(name));
    let whole = whole.strip_prefix("the-").unwrap_or(&whole);
    let short = if is_person { surname(name) } else { body(name) };
    first_free(&short, &[whole.to_owned()], taken)
}

/// The first of some keys that is free; the last way out is a number.
fn first_free(first: &str, more: &[String], taken: &BTreeSet<String>) -> String {
    let fits = |key: &&String| key.len() <= 48 && !key.is_empty() && !taken.contains(*key);
    if !taken.contains(first) {
        return first.to_owned();
    }
    let numbered = || (2_u32..).map(|number| format!("{first}-{number}"));
    let free = more.iter().find(fits).cloned();
    free.or_else(|| numbered().find(|key| !taken.contains(key)))
        .unwrap_or_default()
}

/// What is said as units in the order of the words.
fn units(words: &str, language: Language) -> Vec<Unit> {
    let plain = without_marks(words);
    let mut units: Vec<Unit> = Vec::new();
    let mut last: Option<(Range<usize>, WordKind, usize)> = None;
    for word in key_words(&plain, language) {
        let text = &plain[word.range.clone()];
        let lower = text.to_lowercase();
        let slug = slug(&lower.replace(['.', '\'', '’'], ""));
        let has_letters = text.chars().filter(|letter| letter.is_alphabetic()).count() > 1;
        if !has_letters || slug == "untitled" || slug.contains('-') && slug.len() > 24 {
            last = None;
            continue;
        }
        let weight = match word.kind {
            WordKind::Other | WordKind::Name if word.is_vague => 1,
            WordKind::Noun if word.is_vague => 3,
            WordKind::Noun if !is_adjective(&lower) => 6,
            WordKind::Name => 5,
            WordKind::Noun | WordKind::Other => 4,
        };
        // "North Korea", "export controls": two words of one kind side by side are one.
        let joins = last.as_ref().is_some_and(|(before, kind, count)| {
            *kind == word.kind
                && word.kind != WordKind::Other
                && *count < 2
                && &plain[before.end..word.range.start] == " "
        });
        match units.last_mut().filter(|_| joins) {
            Some(unit) => {
                unit.slug = format!("{}-{slug}", unit.slug);
                unit.weight = unit.weight.max(weight);
            }
            None => units.push(Unit { slug, weight }),
        }
        let count = if joins { 2 } else { 1 };
        last = Some((word.range, word.kind, count));
    }
    let mut seen = BTreeSet::new();
    units.retain(|unit| seen.insert(unit.slug.clone()));
    if units.iter().any(|unit| unit.weight > 1) {
        units.retain(|unit| unit.weight > 1);
    }
    units
}

/// Whether a word that the detector takes for a noun ends as adjectives do.
fn is_adjective(lower: &str) -> bool {
    ["less", "ful", "ous", "able", "ible"]
        .iter()
        .any(|end| lower.ends_with(end))
}

/// Words without the marks that would hide those between them.
pub(super) fn without_marks(words: &str) -> String {
    words
        .replace("''", "  ")
        .chars()
        .map(|letter| if is_mark(letter) { ' ' } else { letter })
        .collect()
}

/// Marks that would hide the words between them.
fn is_mark(letter: char) -> bool {
    matches!(
        letter,
        '"' | '“' | '”' | '„' | '«' | '»' | '‘' | '[' | ']' | '(' | ')' | '*' | '_' | '`'
    )
}

/// The key of a person: the surname.
fn surname(name: &str) -> String {
    let is_suffix = |word: &&str| {
        matches!(
            word.trim_end_matches('.'),
            "Jr" | "Sr" | "II" | "III" | "IV"
        )
    };
    let mut words: Vec<&str> = name.split_whitespace().collect();
    while words.len() > 1 && words.last().is_some_and(is_suffix) {
        words.pop();
    }
    let last = words.len().saturating_sub(1);
    let particles = words[..last].iter().rev();
    let count = particles.take_while(|word| is_particle(word)).count();
    let surname = words[last - count..].join(" ");
    safe(&slug(&without_genitives(surname.trim_end_matches(','))))
}

/// Whether a small word belongs to the surname behind it, as in "de Blasio".
pub(super) fn is_particle(word: &str) -> bool {
    const PARTICLES: &str = "al bin da de del della den der di dos du el ibn la le ten van von";
    PARTICLES.split(' ').any(|particle| particle == word)
}

/// The key of a body or group: the words of its name, at most four, without the small ones where
/// there are more. "Police in Anse Noire" is `anse-noire-police`, "University of Tarn" stays.
fn body(name: &str) -> String {
    let name = without_genitives(name);
    let words: Vec<&str> = name.split_whitespace().collect();
    let at = words
        .iter()
        .position(|word| is_small(word))
        .filter(|at| *at > 0);
    let named = |part: &[&str]| part.iter().any(|word| is_capital(word));
    let is_described = |part: &[&str]| {
        part.iter().skip(1).all(|word| !is_capital(word)) && is_kind_of_speaker(part)
    };
    let words: Vec<&str> = match at {
        Some(at) if is_described(&words[..at]) && named(&words[at..]) => words[at..]
            .iter()
            .chain(&words[..at])
            .filter(|word| !is_small(word))
            .copied()
            .collect(),
        _ => words,
    };
    let words: Vec<&str> = match words.len() {
        0..=3 => words,
        _ => words
            .into_iter()
            .filter(|word| !is_small(word))
            .take(4)
            .collect(),
    };
    let key = slug(&words.join(" "));
    safe(key.strip_prefix("the-").unwrap_or(&key))
}

/// Whether words name a kind of speaker, in small letters or at the beginning of a sentence, and no
/// body by name.
fn is_kind_of_speaker(words: &[&str]) -> bool {
    let last = words
        .last()
        .map(|word| word.to_lowercase())
        .unwrap_or_default();
    words.last().is_some_and(|word| !is_capital(word))
        || [
            "police",
            "residents",
            "officials",
            "prosecutors",
            "authorities",
            "spokesman",
            "spokeswoman",
            "spokesperson",
            "lawyers",
            "researchers",
            "scientists",
            "doctors",
            "diplomats",
        ]
        .contains(&&*last)
}

fn is_small(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "of" | "for" | "and" | "the" | "in" | "at" | "on" | "a" | "an" | "to" | "from" | "&"
    )
}

fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

fn without_genitives(name: &str) -> String {
    let word = |word: &str| {
        let bare = word
            .strip_suffix("'s")
            .or_else(|| word.strip_suffix("’s"))
            .unwrap_or(word);
        bare.replace('.', "")
    };
    name.split_whitespace()
        .map(word)
        .collect::<Vec<_>>()
        .join(" ")
}

/// A key that YAML reads as text.
fn safe(key: &str) -> String {
    let is_word = matches!(
        key,
        "true" | "false" | "null" | "yes" | "no" | "on" | "off" | "y" | "n"
    );
    if is_word || key.starts_with(|letter: char| letter.is_ascii_digit()) {
        format!("speaker-{key}")
    } else {
        key.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn claims_are_called_by_what_they_are_about() {
        let key = |words: &str| {
            claim(
                words,
                Language::English,
                false,
                Some("holt"),
                &mut BTreeSet::new(),
            )
        };
        assert_eq!(
            key("the purchase could include up to a million shells"),
            "purchase-shells"
        );
        assert_eq!(key("“The factories cannot keep up,”"), "factories");
        assert_eq!(key("export controls hold"), "export-controls-hold");
        assert_eq!(
            key("Russia is buying rockets from North Korea"),
            "russia-rockets"
        );
        assert_eq!(key("it was"), "holt-remark");
        assert_eq!(key("''The queue is long,''"), "queue-long");
        let denied = claim(
            "that it was short of ammunition",
            Language::English,
            true,
            None,
            &mut BTreeSet::new(),
        );
        assert_eq!(denied, "ammunition-denial");
    }

    #[test]
    fn a_key_that_is_taken_gets_another_word() {
        let mut taken = BTreeSet::from(["purchase-shells".to_owned()]);
        let mut key = || {
            claim(
                "the purchase could include shells",
                Language::English,
                false,
                Some("holt"),
                &mut taken,
            )
        };
        assert_eq!(
            [key(), key(), key()],
            [
                "purchase-include-shells",
                "holt-purchase-shells",
                "purchase-shells-2"
            ]
        );
    }

    #[test]
    fn speakers_are_called_as_people_call_them() {
        let none = BTreeSet::new();
        let check = |name, is_person, key| assert_eq!(speaker(name, is_person, &none), key);
        check("Pat Ryder", true, "ryder");
        check("Mary O’Neill", true, "oneill");
        check("Ken Griffey Jr.", true, "griffey");
        check("Ana de la Cruz", true, "de-la-cruz");
        check("The White House", false, "white-house");
        check(
            "Karvania’s defence ministry",
            false,
            "karvania-defence-ministry",
        );
        check("Police in Anse Noire", false, "anse-noire-police");
        check("University of Tarn", false, "university-of-tarn");
        check(
            "Institute for the Study of War",
            false,
            "institute-study-war",
        );
        check("U.S. officials", false, "us-officials");
        check("3M", false, "speaker-3m");
        let taken = BTreeSet::from(["ryder".to_owned(), "ann-ryder".to_owned()]);
        assert_eq!(speaker("Pat Ryder", true, &taken), "pat-ryder");
        assert_eq!(speaker("Ann Ryder", true, &taken), "ryder-2");
    }
}
