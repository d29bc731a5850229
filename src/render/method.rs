//! The page that says what each mark means.

use serde::Serialize;

use super::localised::Localised;
use super::shapes::Word;
use super::verdict::{self, VerdictShape};
use crate::record::{Act, Editorial, RelationKind};
use crate::scale::{Confidence, Credibility, Reliability};
use crate::site::Computed;

/// What `method.html` reads as `method`.
#[derive(Debug, Serialize)]
pub(super) struct MethodPage {
    intro_html: Option<String>,
    statuses: Vec<StatusRow>,
    letters: Vec<CodeRow>,
    digits: Vec<CodeRow>,
    scales: Vec<ScaleShape>,
    verdicts: Vec<VerdictRow>,
    confidences: Vec<Meaning>,
    acts: Vec<Meaning>,
    relations: Vec<Meaning>,
}

#[derive(Debug, Serialize)]
struct StatusRow {
    status: Word,
    meaning: String,
    kind: String,
}

#[derive(Debug, Serialize)]
struct VerdictRow {
    verdict: VerdictShape,
    meaning: Option<String>,
}

#[derive(Debug, Serialize)]
struct CodeRow {
    code: String,
    word: String,
}

#[derive(Debug, Serialize)]
struct ScaleShape {
    id: String,
    lead: String,
    terms: Vec<TermRow>,
}

#[derive(Debug, Serialize)]
struct TermRow {
    word: String,
    range: String,
    low: u8,
    high: u8,
}

#[derive(Debug, Serialize)]
struct Meaning {
    word: String,
    meaning: String,
}

/// What the page shows for the scales that the site uses.
pub(super) fn method(site: &Localised) -> MethodPage {
    let words = site.words;
    MethodPage {
        intro_html: Some(intro(site)),
        statuses: statuses(site),
        letters: codes(
            site,
            "reliability",
            Reliability::ALL.iter().map(|one| one.letter()),
        ),
        digits: codes(
            site,
            "credibility",
            Credibility::ALL.iter().map(|one| one.digit()),
        ),
        scales: vec![scale(site)],
        verdicts: verdicts(site),
        confidences: meanings(
            Confidence::ALL.iter().map(|one| one.name()),
            |key| words.word("confidences", key),
            |key| words.word("confidence_meanings", key),
        ),
        acts: meanings(
            Act::WORDS.iter().copied(),
            |key| words.word("act_names", key),
            |key| words.word("act_meanings", key),
        ),
        relations: meanings(
            RelationKind::WORDS.iter().copied(),
            |key| words.word("relations", key),
            |key| words.word("relation_meanings", key),
        ),
    }
}

fn intro(site: &Localised) -> String {
    let paragraph = |path| format!("<p>{}</p>", site.words.html(path, &[]));
    paragraph("method.intro") + &paragraph("method.intro_dates")
}

fn codes(
    site: &Localised,
    section: &str,
    codes: impl Iterator<Item = &'static str>,
) -> Vec<CodeRow> {
    let row = |code: &'static str| CodeRow {
        code: code.to_owned(),
        word: site.words.word(section, code).to_owned(),
    };
    codes.map(row).collect()
}

fn scale(site: &Localised) -> ScaleShape {
    let scale = &site.settings.scale;
    let terms = scale.terms.iter().map(|term| TermRow {
        word: term.words.join(", "),
        range: term.range_text(),
        low: term.low,
        high: term.high,
    });
    let values = [("scale", &*scale.name), ("source", &*scale.source)];
    let lead = site.words.fill("method.likelihood_lead", &values);
    ScaleShape {
        id: format!("scale-{}", crate::slug::slug(&scale.key)),
        lead: lead.trim_end().to_owned(),
        terms: terms.collect(),
    }
}

fn meanings<'a>(
    keys: impl Iterator<Item = &'static str>,
    word: impl Fn(&'static str) -> &'a str,
    meaning: impl Fn(&'static str) -> &'a str,
) -> Vec<Meaning> {
    keys.map(|key| Meaning {
        word: word(key).to_owned(),
        meaning: meaning(key).to_owned(),
    })
    .collect()
}

fn verdicts(site: &Localised) -> Vec<VerdictRow> {
    let words = site.settings.verdicts.iter().enumerate();
    let row = |(index, word): (usize, &crate::scale::Verdict)| {
        let meaning = word.meaning.clone();
        Some(VerdictRow {
            verdict: verdict::word(site, index)?,
            meaning,
        })
    };
    words.filter_map(row).collect()
}

fn statuses(site: &Localised) -> Vec<StatusRow> {
    let row = |key: &'static str, kind: &str| StatusRow {
        status: site.status_word(key),
        meaning: site.words.word("status_meanings", key).to_owned(),
        kind: site.words.text(kind).to_owned(),
    };
    let computed = Computed::ALL.iter();
    let computed = computed.map(|one| row(one.word(), "method.computed"));
    let editorial = Editorial::ALL.iter();
    let editorial = editorial.map(|one| row(one.word(), "method.editorial"));
    let unreviewed = row("unreviewed", "method.by_machine");
    computed.chain(editorial).chain([unreviewed]).collect()
}
