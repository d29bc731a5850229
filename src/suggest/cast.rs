//! Who the speakers of a text are: those of the record, new ones worth an entry, and nobody.
//!
//! A new entry is made for a speaker with a name, and for a group or office told by one ("US
//! officials", "Police in Anse Noire"). "Officials", "a spokesman" or "the company" alone get none:
//! nobody could say later who that was, and an author who knows can write it down.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::{Candidate, front, keys};
use crate::detect::{DetectedSpeaker, Detection, Language, WordKind, key_words};
use crate::record::SpeakerEntry;
use crate::roster::Roster;

/// The most words that the name of a group may have.
const WORDS: usize = 7;

/// A place in the cast.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Member(usize);

/// The speakers that statements can be given to.
pub(super) struct Cast {
    members: Vec<Person>,
    /// The member behind each speaker of the detection.
    of: Vec<Option<Member>>,
}

struct Person {
    key: String,
    name: String,
    is_new: bool,
}

impl Cast {
    /// The member behind a speaker of the detection.
    pub(super) fn member(&self, speaker: usize) -> Option<Member> {
        self.of.get(speaker).copied().flatten()
    }

    pub(super) fn key(&self, member: Member) -> &str {
        &self.members[member.0].key
    }

    pub(super) fn is_new(&self, member: Member) -> bool {
        self.members[member.0].is_new
    }

    pub(super) fn name(&self, member: Member) -> &str {
        &self.members[member.0].name
    }

    /// Key and name of the new speakers whom some statements need, in order of first mention.
    pub(super) fn used(&self, statements: &[Candidate]) -> Vec<(&str, &str)> {
        let used: BTreeSet<Member> = statements.iter().filter_map(|one| one.by).collect();
        let people = used.iter().map(|member| &self.members[member.0]);
        people
            .filter(|one| one.is_new)
            .map(|one| (&*one.key, &*one.name))
            .collect()
    }
}

/// Finds out who is who. New speakers get keys that are not taken.
pub(super) fn cast(
    text: &str,
    language: Language,
    detection: &Detection,
    known: &[SpeakerEntry],
    taken: &BTreeSet<String>,
) -> Cast {
    let roster = Roster::new(known);
    let names = key_words(text, language);
    let names = names.iter().filter(|word| word.kind == WordKind::Name);
    let names: BTreeSet<usize> = names.map(|word| word.range.start).collect();
    let mut taken = taken.clone();
    let mut members: Vec<Person> = Vec::new();
    let mut by_name: BTreeMap<String, Member> = BTreeMap::new();
    let mut of = Vec::new();
    for speaker in &detection.speakers {
        let proper = proper_name(text, speaker, &names);
        let called = [proper.as_deref(), Some(&*speaker.name)];
        let found = called
            .into_iter()
            .flatten()
            .find_map(|name| roster.find(name));
        let (key, name, is_new) = match (found, proper) {
            (Some(index), _) => {
                let entry = &known[index];
                (entry.key.value.clone(), entry.name.clone(), false)
            }
            (None, Some(name)) => {
                let key = keys::speaker(&name, is_person(speaker) && is_personal(&name), &taken);
                (key, name, true)
            }
            (None, None) => {
                of.push(None);
                continue;
            }
        };
        let member = *by_name.entry(name.clone()).or_insert_with(|| {
            taken.insert(key.clone());
            members.push(Person { key, name, is_new });
            Member(members.len() - 1)
        });
        of.push(Some(member));
    }
    let mut cast = Cast { members, of };
    tie_to_heads(text, detection, &mut cast);
    cast
}

/// "The ministry" is "Karvania’s defence ministry" where the text has no other one.
fn tie_to_heads(text: &str, detection: &Detection, cast: &mut Cast) {
    for (index, speaker) in detection.speakers.iter().enumerate() {
        let first = speaker
            .mentions
            .first()
            .map_or("", |range| &text[range.clone()]);
        let is_definite = ["the ", "The "]
            .iter()
            .any(|article| first.starts_with(article));
        if cast.of[index].is_some() || !is_definite || speaker.name.contains(' ') {
            continue;
        }
        let ends = |one: &Person| {
            one.name
                .rsplit(' ')
                .next()
                .is_some_and(|last| last.eq_ignore_ascii_case(&speaker.name))
        };
        let mut fitting = (0..cast.members.len()).filter(|one| ends(&cast.members[*one]));
        if let (Some(one), None) = (fitting.next(), fitting.next()) {
            cast.of[index] = Some(Member(one));
        }
    }
}

/// The name of a speaker who has one, or who is told by one.
fn proper_name(text: &str, speaker: &DetectedSpeaker, names: &BTreeSet<usize>) -> Option<String> {
    let has_name = |range: &Range<usize>| names.range(range.clone()).next().is_some();
    let name = without_self(&speaker.name);
    if !speaker.mentions.iter().any(has_name) {
        return None;
    }
    if is_person(speaker) && is_personal(name) {
        return Some(full_name(text, name, names).unwrap_or_else(|| name.to_owned()));
    }
    let phrases = speaker
        .mentions
        .iter()
        .map(|range| phrase(text, range))
        .filter(has_name);
    let mut phrases = phrases.map(|range| one_line(&text[range]));
    let fits = |phrase: &String| phrase.contains(name) && phrase.split(' ').count() <= WORDS;
    let found = phrases.find(fits);
    // The detector's own name stands where no phrase does, if it is one.
    let own = || is_personal(name).then(|| one_line(name));
    let found = found
        .or_else(own)
        .filter(|name| !name.starts_with(|letter: char| letter.is_ascii_digit()))?;
    Some(front::capitalised(without_self(&found)))
}

fn is_person(speaker: &DetectedSpeaker) -> bool {
    let is_so = |end: &&str| speaker.name.ends_with(*end);
    speaker.is_person || [" himself", " herself"].iter().any(is_so)
}

/// "Pavel Orlan" for a speaker who is called "Orlan" alone, if the text has that name somewhere.
fn full_name(text: &str, surname: &str, names: &BTreeSet<usize>) -> Option<String> {
    if surname.contains(' ') {
        return None;
    }
    text.match_indices(surname).find_map(|(at, _)| {
        let start = text[..at]
            .strip_suffix(' ')?
            .rfind([' ', '\n'])
            .map_or(0, |space| space + 1);
        let given = &text[start..at];
        // "Maybe Trump will": a capital at the beginning of a sentence is no given name.
        let begins = text[..start]
            .trim_end()
            .ends_with(['.', '!', '?', '”', '"', ':']);
        if begins || start == 0 || text[..start].ends_with('\n') {
            return None;
        }
        let ends = text[at + surname.len()..]
            .chars()
            .next()
            .is_none_or(|next| !next.is_alphanumeric() && next != '-');
        let is_name = names.contains(&start)
            && given
                .chars()
                .filter(|letter| letter.is_alphabetic())
                .count()
                > 2;
        let is_plain = given
            .trim_end()
            .chars()
            .all(|letter| letter.is_alphabetic() || letter == '-' || letter == '’');
        (ends && is_name && is_plain).then(|| format!("{given}{surname}"))
    })
}

/// A mention from behind its small words to its first comma, bracket, dash or relative clause.
fn phrase(text: &str, mention: &Range<usize>) -> Range<usize> {
    let words = &text[mention.clone()];
    let skip = small_words(words);
    let rest = &words[skip..];
    let marks = rest.find([',', '(', '[', '—', '–', '"', '“', ';', ':', '\n']);
    let clauses = [" who ", " which ", " that ", " whose "]
        .iter()
        .filter_map(|clause| rest.find(clause));
    let end = clauses.chain(marks).min().unwrap_or(rest.len());
    let start = mention.start + skip;
    start..start + rest[..end].trim_end().len()
}

/// The length of the articles and quantities before a noun: "many of the", "two other".
fn small_words(words: &str) -> usize {
    const SMALL: &str = "a all an another any both few four her his its many most my no one other \
        our several some that the their these this those three two";
    let mut at = 0;
    while let Some((word, _)) = words[at..].split_once(' ') {
        let lower = word.to_lowercase();
        if !SMALL.split_whitespace().any(|small| small == lower) {
            break;
        }
        at += word.len() + 1;
    }
    at
}

/// Whether a name is made of capitals alone, as those of people are.
fn is_personal(name: &str) -> bool {
    let mut words = name.split(' ').peekable();
    words
        .peek()
        .is_some_and(|first| first.starts_with(char::is_uppercase))
        && words.all(|word| {
            word.starts_with(char::is_uppercase)
                || keys::is_particle(word)
                || matches!(word, "of" | "y")
                || word.contains('-')
        })
}

fn without_self(name: &str) -> &str {
    let ends = [" himself", " herself", " itself", " themselves"];
    ends.iter()
        .find_map(|end| name.strip_suffix(end))
        .unwrap_or(name)
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
