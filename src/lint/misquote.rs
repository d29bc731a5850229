//! `misquote`: one quotation in two wordings.

use std::collections::HashMap;

use super::quotes;
use crate::quotation::{Quotation, Word, nearest, words};
use crate::report::{Code, Diagnostic};
use crate::site::{Site, SpeakerId, StatementId};
use crate::text::Span;

/// How many words a quotation has to have to be told from another.
const LEAST: usize = 3;

/// How many quotations with one pair of words are compared with a new one.
const COMPARED: usize = 8;

/// A quotation where it stands.
struct Quote<'a> {
    text: &'a str,
    words: Vec<Word>,
    span: Span,
}

pub(super) fn find(site: &Site) -> Vec<Diagnostic> {
    let speakers = site.speaker_ids();
    speakers.flat_map(|id| of_speaker(site, id)).collect()
}

/// Compares each quotation of a speaker with those before it that share two neighbouring words.
fn of_speaker(site: &Site, speaker: SpeakerId) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut known: Vec<Quote> = Vec::new();
    let mut by_pair: HashMap<(String, String), Vec<usize>> = HashMap::new();
    for quote in quotes_of(site, speaker) {
        let pairs: Vec<(String, String)> = quote
            .words
            .windows(2)
            .map(|pair| (pair[0].folded.clone(), pair[1].folded.clone()))
            .collect();
        let near = pairs.iter().filter_map(|pair| by_pair.get(pair)).flatten();
        let other = near
            .map(|index| &known[*index])
            .find(|other| is_same_otherwise(&quote, other));
        if let Some(other) = other {
            found.push(misquote(&quote, other));
        }
        for pair in pairs {
            let list = by_pair.entry(pair).or_default();
            if list.len() < COMPARED {
                list.push(known.len());
            }
        }
        known.push(quote);
    }
    found
}

/// The quotations of a speaker's statements, and those that evidence gives of what they claim.
fn quotes_of(site: &Site, speaker: SpeakerId) -> Vec<Quote<'_>> {
    let mut all: Vec<(&str, Span)> = Vec::new();
    let mut claims = Vec::new();
    let of = |id: &StatementId| {
        let statement = &site[*id];
        let quotes = quotes::of_statement(site, statement);
        quotes.into_iter().map(|quote| (quote, statement.span))
    };
    for id in &site[speaker].statements {
        let claim = site[*id].claim;
        if !claims.contains(&claim)
            && site[claim]
                .statements
                .iter()
                .all(|one| site[*one].speaker == Some(speaker))
        {
            claims.push(claim);
            let evidence = site[claim].details.evidence.iter();
            let quotes = evidence.filter_map(|one| one.entry.quote.as_ref());
            all.extend(quotes.map(|quote| (quote.value.as_str(), quote.span)));
        }
        all.extend(of(id));
    }
    let quotes = all.into_iter().map(|(text, span)| Quote {
        text,
        words: words(text),
        span,
    });
    quotes.filter(|quote| quote.words.len() >= LEAST).collect()
}

/// Whether two quotations are one in other words: they share most words, and neither is a part of
/// the other.
fn is_same_otherwise(one: &Quote, other: &Quote) -> bool {
    let mut left: HashMap<&str, usize> = HashMap::new();
    for word in &one.words {
        *left.entry(&word.folded).or_default() += 1;
    }
    let mut shared = 0;
    for word in &other.words {
        if let Some(count) = left
            .get_mut(word.folded.as_str())
            .filter(|count| **count > 0)
        {
            *count -= 1;
            shared += 1;
        }
    }
    let shorter = one.words.len().min(other.words.len());
    let longer = one.words.len().max(other.words.len());
    shared * 10 >= shorter * 7
        && shared * 2 >= longer
        && !Quotation::new(one.text).is_in(&other.words)
        && !Quotation::new(other.text).is_in(&one.words)
}

fn misquote(quote: &Quote, other: &Quote) -> Diagnostic {
    let message = format!(
        "{} is quoted in other words elsewhere",
        quotes::short(quote.text)
    );
    let passage = nearest(quote.text, other.text, &other.words);
    let hint = passage.map(|passage| {
        format!("with [-what only the other has-] and {{+what only this one has+}}: “{passage}”")
    });
    Diagnostic::new(Code::Misquote, quote.span, message)
        .related(other.span, "the other wording")
        .hint(hint)
}
