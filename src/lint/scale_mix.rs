//! `scale-mix`: a likelihood and a confidence in one sentence, or words of two scales or two rows.

use std::collections::BTreeMap;

use super::judged::{Judged, is_negated, sentences_of};
use crate::quotation::words;
use crate::report::{Code, Diagnostic};
use crate::scale::{NAMES, Scale, Term};
use crate::site::{BriefId, Site};
use crate::text::Span;

pub(super) fn find(site: &Site) -> Vec<Diagnostic> {
    let others = foreign(&site.settings.scale);
    let briefs = site.brief_ids();
    briefs.flat_map(|id| of_brief(site, id, &others)).collect()
}

/// The words of every other pack, beside those of the site's scale, so that the longest counts.
fn foreign(own: &Scale) -> Scale {
    let mut all = own.clone();
    for scale in NAMES.iter().filter_map(|name| Scale::named(name)) {
        let new = scale.terms.into_iter().flat_map(|term| {
            let Term { words, low, high } = term;
            words.into_iter().map(move |word| (word, low, high))
        });
        for (word, low, high) in new {
            if own.term(&word).is_none() {
                let words = vec![word];
                all.terms.push(Term { words, low, high });
            }
        }
    }
    all
}

fn of_brief(site: &Site, id: BriefId, others: &Scale) -> Vec<Diagnostic> {
    let scale = &site.settings.scale;
    let mut found = Vec::new();
    let mut rows: BTreeMap<usize, (String, Span)> = BTreeMap::new();
    for sentence in sentences_of(site, id) {
        let Some((_, first)) = sentence.judgements.first() else {
            continue;
        };
        let span = first.span;
        let terms = others.find_in(&sentence.own);
        found.extend(with_confidence(scale, &sentence, span));
        found.extend(otherwise(scale, &sentence));
        let mut written: Vec<(String, Span)> = Vec::new();
        for (range, _) in terms {
            let word = sentence.own[range].to_owned();
            if scale.term(&word).is_some() {
                written.push((word, span));
            } else {
                found.push(of_other_scale(scale, &word, span));
            }
        }
        for (_, statement) in &sentence.judgements {
            let word = statement
                .likelihood
                .as_ref()
                .and_then(|term| term.words.first());
            written.extend(word.map(|word| (word.to_string(), statement.span)));
        }
        for (word, span) in written {
            let Some(row) = scale.row(&word) else {
                continue;
            };
            let is_first = !rows.contains_key(&row);
            rows.entry(row).or_insert_with(|| (word.clone(), span));
            if let (true, Some((other, place))) = (is_first, rows.get(&(1 - row))) {
                found.push(of_two_rows(scale, (&word, span), (other, *place)));
            }
        }
    }
    found
}

/// "It is likely, with high confidence, that": the reader takes one for the other (ICD 203).
fn with_confidence(scale: &Scale, sentence: &Judged, span: Span) -> Option<Diagnostic> {
    let all = words(&sentence.own);
    let grades = ["low", "moderate", "medium", "high"];
    let place = all.iter().position(|word| word.folded == "confidence")?;
    let near = &all[place.saturating_sub(4)..all.len().min(place + 7)];
    let grade = near
        .iter()
        .find(|word| grades.contains(&word.folded.as_str()))?;
    let term = scale.find_in(&sentence.own).into_iter().next();
    let printed = sentence
        .judgements
        .iter()
        .find_map(|(_, one)| one.likelihood.as_ref());
    let likelihood = match (term, printed) {
        (Some((range, _)), _) => sentence.own[range].to_owned(),
        (None, Some(term)) => term.words.first()?.to_string(),
        (None, None) => return None,
    };
    let message = format!(
        "a likelihood, “{likelihood}”, and a confidence, “{}”, stand in one sentence",
        grade.folded
    );
    let hint = "say how good the ground is in a sentence of its own".to_owned();
    Some(Diagnostic::new(Code::ScaleMix, span, message).hint(hint))
}

/// A judgement whose words are of another step than its attribute.
fn otherwise(scale: &Scale, sentence: &Judged) -> Option<Diagnostic> {
    let [(_, statement)] = sentence.judgements.as_slice() else {
        return None;
    };
    let wanted = statement.likelihood.as_ref()?;
    let found = scale.find_in(&sentence.own);
    if found.is_empty()
        || found
            .iter()
            .any(|(range, term)| term.is(wanted) || is_negated(&sentence.own, range.start))
    {
        return None;
    }
    let (range, term) = found.first()?;
    let message = format!(
        "the words say “{}”, {}, and the attribute `{}`, {}",
        &sentence.own[range.clone()],
        term.range_text(),
        wanted.words.first()?,
        wanted.range_text()
    );
    Some(Diagnostic::new(Code::ScaleMix, statement.span, message))
}

fn of_other_scale(scale: &Scale, word: &str, span: Span) -> Diagnostic {
    let other = NAMES.iter().filter_map(|name| Scale::named(name));
    let other = other
        .filter(|other| other.term(word).is_some())
        .map(|other| other.name);
    let names: Vec<String> = other.map(std::borrow::Cow::into_owned).collect();
    let message = format!(
        "“{word}” is a word of {}, and the scale here is {}",
        names.join(" and "),
        scale.name
    );
    let terms: Vec<&str> = scale
        .terms
        .iter()
        .filter_map(|term| term.words.first())
        .map(AsRef::as_ref)
        .collect();
    let hint = format!("its words are: {}", terms.join(", "));
    Diagnostic::new(Code::ScaleMix, span, message).hint(hint)
}

fn of_two_rows(
    scale: &Scale,
    (word, span): (&str, Span),
    (other, place): (&str, Span),
) -> Diagnostic {
    let message = format!("“{word}” and “{other}” are of two rows of {}", scale.name);
    let hint = "readers take them for different steps: keep to the words of one row in a brief";
    let told = Diagnostic::new(Code::ScaleMix, span, message).hint(hint.to_owned());
    if span == place {
        told
    } else {
        told.related(place, "the other row")
    }
}
