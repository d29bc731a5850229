//! `vague-likelihood`: the author judges with a word that no scale gives a range.

use super::judged::{Judged, sentences_of};
use crate::report::{Code, Diagnostic};
use crate::scale::{Scale, Term};
use crate::site::{Site, Statement};

/// Words that say that something can be, and not how likely it is.
const VAGUE: &[&str] = &[
    "may",
    "may well",
    "might",
    "might well",
    "could",
    "could well",
    "perhaps",
    "maybe",
    "possibly",
    "conceivably",
    "potentially",
    "it is possible",
    "is possible",
    "a possibility",
    "some chance",
    "cannot be ruled out",
    "cannot be excluded",
    "cannot rule out",
];

pub(super) fn find(site: &Site) -> Vec<Diagnostic> {
    let vague = Scale {
        key: "vague".into(),
        name: "vague words".into(),
        source: "".into(),
        terms: vec![Term {
            words: VAGUE.iter().map(|words| (*words).into()).collect(),
            low: 0,
            high: 100,
        }],
        has_rows: false,
    };
    let mut found = Vec::new();
    for id in site.brief_ids() {
        for sentence in sentences_of(site, id) {
            found.extend(of_sentence(site, &sentence, &vague));
        }
    }
    found
}

fn of_sentence(site: &Site, sentence: &Judged, vague: &Scale) -> Vec<Diagnostic> {
    let scale = &site.settings.scale;
    let own = &sentence.own;
    let terms = scale.find_in(own);
    let found = vague.find_in(own).into_iter().map(|(range, _)| range);
    let told = found.filter(|range| {
        let is_term = terms
            .iter()
            .any(|(term, _)| term.start < range.end && range.start < term.end);
        !is_term && is_vague(own, &own[range.clone()], range.start, range.end)
    });
    let Some((_, statement)) = sentence.judgements.first() else {
        return Vec::new();
    };
    told.map(|range| {
        let message = format!("“{}” does not say how likely it is", &own[range]);
        Diagnostic::new(Code::VagueLikelihood, statement.span, message).hint(hint(scale, statement))
    })
    .collect()
}

/// Whether the word is no month, no noun and no ability of the past.
fn is_vague(text: &str, word: &str, start: usize, end: usize) -> bool {
    let before = text[..start]
        .split_whitespace()
        .next_back()
        .unwrap_or_default();
    let after = text[end..].trim_start();
    match word {
        "May" | "Might" => false,
        "might" => !matches!(before, "the" | "its" | "their" | "military" | "of" | "and"),
        "could" => !after.starts_with("not ") && !after.starts_with("have "),
        _ => true,
    }
}

fn hint(scale: &Scale, statement: &Statement) -> String {
    match statement
        .likelihood
        .as_ref()
        .and_then(|term| term.words.first())
    {
        Some(word) => format!("the judgement is `{word}`: say so, and leave the other word out"),
        None => {
            let words = scale.terms.iter().filter_map(|term| term.words.first());
            let words: Vec<&str> = words.map(AsRef::as_ref).collect();
            format!(
                "give the judgement a `likelihood` of {}: {}",
                scale.name,
                words.join(", ")
            )
        }
    }
}
