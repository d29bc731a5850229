//! The page that says what each mark means.

use serde::Serialize;

use super::shapes::Word;
use crate::record::{Act, Editorial, RelationKind};
use crate::scale::{Confidence, Credibility, Reliability};
use crate::site::{Computed, Site};

/// What `method.html` reads as `method`.
#[derive(Debug, Serialize)]
pub(super) struct MethodPage {
    intro_html: Option<String>,
    statuses: Vec<StatusRow>,
    letters: Vec<CodeRow>,
    digits: Vec<CodeRow>,
    scales: Vec<ScaleShape>,
    confidences: Vec<Meaning>,
    acts: Vec<Meaning>,
    relations: Vec<Meaning>,
}

#[derive(Debug, Serialize)]
struct StatusRow {
    status: Word,
    meaning: &'static str,
    kind: &'static str,
}

#[derive(Debug, Serialize)]
struct CodeRow {
    code: String,
    word: &'static str,
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
    meaning: &'static str,
}

/// What the page shows for the scales that the site uses.
pub(super) fn method(site: &Site) -> MethodPage {
    let scale = &site.settings.scale;
    let terms = scale.terms.iter().map(|term| TermRow {
        word: term.words.join(", "),
        range: term.range_text(),
        low: term.low,
        high: term.high,
    });
    MethodPage {
        intro_html: Some(INTRO.to_owned()),
        statuses: statuses(),
        letters: Reliability::ALL
            .iter()
            .map(|one| CodeRow {
                code: one.letter().to_string(),
                word: one.words(),
            })
            .collect(),
        digits: Credibility::ALL
            .iter()
            .map(|one| CodeRow {
                code: one.digit().to_string(),
                word: one.words(),
            })
            .collect(),
        scales: vec![ScaleShape {
            id: format!("scale-{}", crate::slug::slug(&scale.key)),
            lead: format!(
                "The words of {}, each with its range. The range is printed with the word every time. {}",
                scale.name, scale.source
            ),
            terms: terms.collect(),
        }],
        confidences: Confidence::ALL
            .iter()
            .map(|one| Meaning {
                word: one.name().to_owned(),
                meaning: confidence_meaning(*one),
            })
            .collect(),
        acts: Act::ALL
            .iter()
            .map(|act| Meaning {
                word: Word::of(act.word()).word,
                meaning: act_meaning(*act),
            })
            .collect(),
        relations: RelationKind::ALL
            .iter()
            .map(|kind| Meaning {
                word: super::statement::active(*kind).to_owned(),
                meaning: relation_meaning(*kind),
            })
            .collect(),
    }
}

const INTRO: &str = "<p>Small numbers in the text lead to notes. A note says who made the \
    statement, through whom it reached us, and how good the ground is. Statements that go back to \
    one origin do not confirm each other, however many outlets carried them.</p><p>In a brief each \
    status is that of the brief’s own date; a note says what it has come to since. The page of a \
    claim tells the whole history of its status, with days and reasons.</p>";

fn statuses() -> Vec<StatusRow> {
    let computed = Computed::ALL.iter().map(|one| StatusRow {
        status: Word::of(one.word()),
        meaning: match one {
            Computed::Unsourced => "No source is given for it.",
            Computed::SingleOrigin => {
                "All statements go back to one origin, however many outlets carried them."
            }
            Computed::Corroborated => "Two origins or more say it, each with its own knowledge.",
            Computed::Disputed => "Someone on record denies, disputes or refutes it.",
        },
        kind: "computed",
    });
    let editorial = Editorial::ALL.iter().map(|one| StatusRow {
        status: Word::editorial(*one),
        meaning: match one {
            Editorial::Confirmed => "The editors hold it proved, on the date given.",
            Editorial::Refuted => "The editors hold it disproved.",
            Editorial::Unverifiable => "Nothing open to us can settle it.",
            Editorial::Retracted => "Whoever said it has taken it back.",
            Editorial::Superseded => "A later claim has taken its place.",
        },
        kind: "editorial, dated",
    });
    let unreviewed = StatusRow {
        status: Word::of("unreviewed"),
        meaning: "Found by machine; nobody has looked at it yet.",
        kind: "by machine",
    };
    computed.chain(editorial).chain([unreviewed]).collect()
}

fn confidence_meaning(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Low => "The ground is scant or in pieces, or one source that cannot be tested.",
        Confidence::Moderate => "The ground is credible, but too thin or too indirect for more.",
        Confidence::High => {
            "The ground is good: several sources, or of a kind that leaves little room."
        }
    }
}

fn act_meaning(act: Act) -> &'static str {
    match act {
        Act::Says => "States it as so.",
        Act::Denies => "Says that it is not so.",
        Act::Declines => "Was asked, or had cause to speak, and gave no answer.",
        Act::Predicts => "Says what will come.",
        Act::Judges => "Weighs what is known and concludes.",
        Act::Concedes => "Admits what was denied or held back.",
        Act::Corrects => "Puts an earlier statement right.",
    }
}

fn relation_meaning(kind: RelationKind) -> &'static str {
    match kind {
        RelationKind::Supports => "Is a reason to hold it.",
        RelationKind::Corroborates => "Says the same, from knowledge of its own.",
        RelationKind::ReliesOn => "Falls if the other falls.",
        RelationKind::Disputes => "Calls it into doubt.",
        RelationKind::Denies => "Says that it is not so.",
        RelationKind::Refutes => "Shows that it is not so.",
        RelationKind::Qualifies => "Narrows what it says.",
        RelationKind::Supersedes => "Takes its place.",
        RelationKind::Corrects => "Puts it right.",
        RelationKind::SameAs => "Is the same claim in other words.",
    }
}
