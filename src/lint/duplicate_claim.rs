//! `duplicate-claim`: one speaker makes one claim under two keys.

use std::collections::{BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::quotation::{Word, words};
use crate::report::{Code, Diagnostic};
use crate::site::{ClaimId, Site, SpeakerId};

/// From so many words of weight on, one may differ.
const LONG: usize = 7;

/// Words that carry nothing of a claim by themselves.
const LIGHT: &[&str] = &[
    "a", "an", "and", "as", "at", "be", "been", "by", "for", "from", "had", "has", "have", "in",
    "is", "it", "its", "of", "on", "or", "that", "the", "their", "this", "to", "was", "were",
    "will", "with",
];

/// Words with which a claim says the opposite, so that claims which differ in one are two.
const WEIGHTY: &[&str] = &[
    "no", "not", "never", "none", "nobody", "nothing", "neither", "nor", "without",
];

pub(super) fn find(site: &Site) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut first: HashMap<(Option<SpeakerId>, u64), ClaimId> = HashMap::new();
    for id in site.claim_ids().filter(|id| site[*id].has_page) {
        let makers: BTreeSet<Option<SpeakerId>> =
            site.asserting(id).map(|one| site[one].speaker).collect();
        let signatures = signatures(&site[id].text);
        let mut others = signatures.iter().flat_map(|signature| {
            let before = makers.iter().map(|maker| first.get(&(*maker, *signature)));
            before.flatten().copied().collect::<Vec<_>>()
        });
        if let Some(other) = others.find(|other| !is_tied(site, id, *other)) {
            found.push(duplicate(site, id, other));
        }
        for signature in signatures {
            for maker in &makers {
                first.entry((*maker, signature)).or_insert(id);
            }
        }
    }
    found
}

/// A number for the words of weight, in whatever order; of a long claim also one for all but each of
/// its words. Claims that share a number share these words.
fn signatures(text: &str) -> Vec<u64> {
    let all = words(text);
    let own: Vec<&Word> = all
        .iter()
        .filter(|word| !LIGHT.contains(&word.folded.as_str()))
        .collect();
    if own.is_empty() {
        return Vec::new();
    }
    let number = |word: &Word| {
        let mut hasher = DefaultHasher::new();
        word.folded.hash(&mut hasher);
        hasher.finish()
    };
    let sum = own
        .iter()
        .fold(0_u64, |sum, word| sum.wrapping_add(number(word)));
    let mut signatures = vec![sum];
    if own.len() >= LONG {
        let ordinary = own.iter().filter(|word| is_ordinary(word, text));
        signatures.extend(ordinary.map(|word| sum.wrapping_sub(number(word))));
    }
    signatures
}

/// Whether claims that differ in the word alone may be one: it is no name, number or negation.
fn is_ordinary(word: &Word, text: &str) -> bool {
    let is_name = word.range.start > 0 && text[word.range.clone()].starts_with(char::is_uppercase);
    !is_name
        && !WEIGHTY.contains(&word.folded.as_str())
        && !word.folded.contains(|letter: char| letter.is_ascii_digit())
}

/// Whether the record already says how two claims bear on each other.
fn is_tied(site: &Site, one: ClaimId, other: ClaimId) -> bool {
    let ties = |from: ClaimId, to: ClaimId| {
        let mut outgoing = site[from].outgoing.iter();
        outgoing.any(|relation| site.relations[*relation].to == to)
    };
    ties(one, other) || ties(other, one) || site[one].same.claims.contains(&other)
}

fn duplicate(site: &Site, id: ClaimId, other: ClaimId) -> Diagnostic {
    let (claim, first) = (&site[id], &site[other]);
    let message = format!(
        "the claims `{}` and `{}` say the same",
        first.key, claim.key
    );
    let hint = "give them one key, or tie them with `same-as`".to_owned();
    Diagnostic::new(Code::DuplicateClaim, claim.span, message)
        .related(first.span, "the other one")
        .hint(hint)
}
