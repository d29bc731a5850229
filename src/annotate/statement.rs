//! From an attribute list to what it says: every key typed, every fault told.

use super::attributes::Attribute;
use crate::brief::{Attributes, Declined};
use crate::date::Date;
use crate::parse::about;
use crate::record::{Act, RelationKind};
use crate::report::{Code, Diagnostic, Report, did_you_mean};
use crate::scale::{Confidence, Credibility, Scale};
use crate::text::{Name, Span, Spanned};
use crate::yaml::choice;

/// Keys of an attribute list, beside the names of relations.
const KEYS: &[&str] = &[
    "claim",
    "by",
    "act",
    "via",
    "origin",
    "said",
    "about",
    "hedge",
    "likelihood",
    "confidence",
    "credibility",
    "declines",
];

/// What a list says, and whether it makes the span a statement; a span with nothing but classes,
/// an id or `data-…` is only styled.
pub(super) fn read(list: Vec<Attribute>, scale: &Scale, report: &mut Report) -> (Attributes, bool) {
    let mut says = Attributes::default();
    let mut is_statement = false;
    let mut seen: Vec<(String, Span)> = Vec::new();
    for attribute in list {
        match attribute {
            Attribute::Class(name) => says.classes.push(name.value),
            Attribute::Id(name) => says.id = Some(name.value),
            Attribute::Pair { key, value, .. } if key.value.starts_with("data-") => {
                says.data.push((key.value, value.value));
            }
            Attribute::Pair { key, value, quoted } => {
                is_statement = true;
                let may_repeat =
                    key.value == "via" || RelationKind::from_word(&key.value).is_some();
                let first = seen.iter().find(|(name, _)| *name == key.value);
                if let (Some((_, first)), false) = (first, may_repeat) {
                    let message = format!("`{}` stands twice", key.value);
                    report.add(
                        Diagnostic::new(Code::DuplicateKey, key.span, message)
                            .related(*first, "first here"),
                    );
                }
                seen.push((key.value.clone(), key.span));
                pair(&mut says, &key, value, quoted, scale, report);
            }
        }
    }
    if says.act.is_none() {
        let implied = says
            .relations
            .iter()
            .find_map(|(kind, _)| kind.implied_act());
        says.act = if says.declines.is_some() {
            Some(Act::Declines)
        } else {
            implied
        };
    }
    (says, is_statement)
}

fn pair(
    says: &mut Attributes,
    key: &Name,
    value: Name,
    quoted: bool,
    scale: &Scale,
    report: &mut Report,
) {
    match key.value.as_str() {
        "claim" => says.claim = Some(value),
        "by" => says.by = Some(value),
        "act" => says.act = choice(&value, "act", Act::WORDS, Act::from_word, report),
        "via" => says.via.extend(names(&value)),
        "origin" => says.origin = Some(value),
        "said" => says.said = date(&value, report),
        "about" => says.about = about(&value, report),
        "hedge" => says.hedge = Some(words(&value)),
        "likelihood" => says.likelihood = likelihood(&value, scale, report),
        "confidence" => {
            says.confidence = choice(
                &value,
                "confidence",
                Confidence::NAMES,
                Confidence::parse,
                report,
            );
        }
        "credibility" => {
            says.credibility = choice(
                &value,
                "credibility",
                Credibility::NAMES,
                Credibility::parse,
                report,
            );
        }
        "declines" if quoted => says.declines = Some(Declined::Matter(words(&value))),
        "declines" => says.declines = Some(Declined::Claim(value)),
        word => match RelationKind::from_word(word) {
            Some(kind) => says
                .relations
                .extend(names(&value).map(|name| (kind, name))),
            None => unknown(key, report),
        },
    }
}

/// A value that is read by people: a line end in it is a space.
fn words(value: &Name) -> String {
    value.value.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn unknown(key: &Name, report: &mut Report) {
    let known = KEYS.iter().chain(RelationKind::WORDS).copied();
    let message = format!("a span has no attribute `{}`", key.value);
    report.add(
        Diagnostic::new(Code::UnknownAttribute, key.span, message)
            .hint(did_you_mean(&key.value, known)),
    );
}

fn date(value: &Name, report: &mut Report) -> Option<Spanned<Date>> {
    match Date::parse(&value.value) {
        Ok(date) => Some(Spanned::new(date, value.span)),
        Err(fault) => {
            let message = format!("`said` is no date: {fault}");
            report.add(Diagnostic::new(Code::InvalidDate, value.span, message));
            None
        }
    }
}

/// A term of the site's scale, by any of its words, of which the written one comes first.
pub fn likelihood(value: &Name, scale: &Scale, report: &mut Report) -> Option<crate::scale::Term> {
    let term = scale
        .term(&value.value)
        .map(|term| term.said_as(&value.value));
    if term.is_none() {
        let words: Vec<&str> = scale
            .terms
            .iter()
            .flat_map(|term| term.words.iter().map(AsRef::as_ref))
            .collect();
        let message = format!("`{}` is no word of the scale {}", value.value, scale.name);
        let hint = did_you_mean(&value.value, words.iter().copied())
            .unwrap_or_else(|| format!("it is one of: {}", words.join(", ")));
        report.add(Diagnostic::new(Code::InvalidValue, value.span, message).hint(hint));
    }
    term
}

/// Several keys in one value, between white space or commas, each with its place.
fn names(value: &Name) -> impl Iterator<Item = Name> {
    let mut start = 0;
    let mut names = Vec::new();
    for part in value.value.split_inclusive([' ', ',', '\t', '\n']) {
        let word = part.trim_end_matches([' ', ',', '\t', '\n']);
        if !word.is_empty() {
            let from = value.span.start + start;
            let span = Span::new(value.span.file, from, from + word.len());
            names.push(Spanned::new(word.to_owned(), span));
        }
        start += part.len();
    }
    names.into_iter()
}
