//! The page of a claim.

use serde::Serialize;

use super::corrections::{self, CorrectionShape};
use super::doubts::notices;
use super::history::{StepShape, history};
use super::lists::{BriefItem, brief_item};
use super::localised::Localised;
use super::provenance::{OriginGroup, provenance};
use super::row::{ClaimRow, claim_row};
use super::shapes::{Citation, Count, DateShape, Grade, Likelihood, Notice, Word};
use super::statement::{Wording, active, confidence, passive, status, wording};
use super::verdict::{JudgedClaim, judged};
use crate::record::{Act, RelationKind as Kind};
use crate::site::{BriefId, ClaimId, Node, Relation, StatementId};

/// What `claim.html` reads as `claim`.
#[derive(Debug, Serialize)]
pub(super) struct ClaimPage {
    key: String,
    text: String,
    lang: Option<String>,
    status: Option<Word>,
    verdict: Option<JudgedClaim>,
    computed: Option<Word>,
    grade: Option<Grade>,
    likelihood: Option<Likelihood>,
    confidence: Option<String>,
    about: Option<DateShape>,
    counts: Vec<Count>,
    notices: Vec<Notice>,
    note: Option<String>,
    history: Vec<StepShape>,
    corrections: Vec<CorrectionShape>,
    provenance: Vec<OriginGroup>,
    evidence: Vec<EvidenceRow>,
    sides: Vec<Side>,
    non_answers: Vec<Wording>,
    wordings: Vec<Wording>,
    briefs: Vec<BriefItem>,
}

#[derive(Debug, Serialize)]
struct EvidenceRow {
    stance: String,
    citation: Citation,
}

#[derive(Debug, Serialize)]
struct Side {
    title: String,
    id: &'static str,
    claims: Vec<ClaimRow>,
}

/// What the page of a claim shows.
pub(super) fn claim(site: &Localised, id: ClaimId, root: &str) -> ClaimPage {
    let claim = &site[id];
    let details = &claim.details;
    let (non_answers, others): (Vec<StatementId>, Vec<StatementId>) = claim
        .statements
        .iter()
        .partition(|id| site[**id].act == Act::Declines);
    let briefs = briefs(site, id);
    let mut speakers: Vec<_> = others.iter().filter_map(|id| site[*id].speaker).collect();
    speakers.sort_unstable();
    speakers.dedup();
    let (text, lang) = site.claim_in(id, site.lang);
    ClaimPage {
        key: claim.key.clone(),
        text: text.to_owned(),
        lang: site.other_language(lang),
        status: status(site, id),
        verdict: judged(site, id, 1),
        computed: (!site.is_own_judgement(id)).then(|| site.status_word(claim.computed.word())),
        grade: Grade::new(site, None, details.credibility),
        likelihood: details.likelihood.as_ref().map(Likelihood::from),
        confidence: details.confidence.map(|one| confidence(site, one)),
        about: details.about.as_ref().map(|time| site.time(time)),
        counts: vec![
            site.count(others.len(), "counts.statements"),
            site.count(speakers.len(), "counts.speakers"),
            site.count(claim.origins.len(), "counts.origins"),
            site.count(briefs.len(), "counts.briefs"),
        ],
        notices: notices(site, Node::Claim(id), root, "notices.claim_rests", |_| {
            String::new()
        }),
        note: details.note.clone(),
        history: history(site, id),
        corrections: corrections::of_claim(site, id),
        provenance: provenance(site, id),
        evidence: evidence(site, id),
        sides: sides(site, id),
        non_answers: non_answers
            .iter()
            .chain(&claim.asked)
            .map(|id| wording(site, *id))
            .collect(),
        wordings: wordings(site, id, &others),
        briefs: site
            .listed_of(briefs)
            .into_iter()
            .map(|id| brief_item(site, id))
            .collect(),
    }
}

/// The statements that make a claim, each with its translations behind it.
fn wordings(site: &Localised, id: ClaimId, statements: &[StatementId]) -> Vec<Wording> {
    let mut waiting = site[id].translations.clone();
    let mut shown = Vec::new();
    for statement in statements {
        shown.push(*statement);
        let original = &site[*statement];
        waiting.retain(|one| {
            let translation = &site[*one];
            let of = translation.brief.and_then(|brief| site[brief].original);
            let is_its = of == original.brief && translation.speaker == original.speaker;
            if is_its {
                shown.push(*one);
            }
            !is_its
        });
    }
    shown.extend(
        waiting
            .into_iter()
            .filter(|one| site[*one].act != Act::Declines),
    );
    shown.into_iter().map(|id| wording(site, id)).collect()
}

fn briefs(site: &Localised, id: ClaimId) -> Vec<BriefId> {
    let mut briefs: Vec<BriefId> = site[id]
        .statements
        .iter()
        .filter_map(|id| site[*id].brief)
        .collect();
    briefs.sort_unstable();
    briefs.dedup();
    briefs
}

fn evidence(site: &Localised, id: ClaimId) -> Vec<EvidenceRow> {
    let row = |one: &crate::site::Evidence| {
        let quote = one.entry.quote.as_ref().map(|quote| quote.value.clone());
        let words = quote.clone().unwrap_or_default();
        let citation = Citation::of_source(site, one.source, one.entry.locator.clone(), quote);
        EvidenceRow {
            stance: site
                .words
                .word("stances", one.entry.stance.word())
                .to_owned(),
            citation: citation.at_words(&words),
        }
    };
    site[id].details.evidence.iter().map(row).collect()
}

/// Other claims by the side on which they stand.
fn sides(site: &Localised, id: ClaimId) -> Vec<Side> {
    let claim = &site[id];
    let ties = || {
        let all = claim.incoming.iter().chain(&claim.outgoing);
        all.map(|one| &site.relations[*one])
    };
    let side = |title, id_of_side, wanted: &dyn Fn(&Relation) -> bool| {
        let claims: Vec<ClaimRow> = ties()
            .filter(|relation| wanted(relation))
            .map(|relation| {
                let (other, verb) = other_end(site, relation, id);
                claim_row(site, other, Some(verb))
            })
            .collect();
        Side {
            title: site.words.text(title).to_owned(),
            id: id_of_side,
            claims,
        }
    };
    let comes = |relation: &Relation| relation.to == id;
    let sides = [
        side("claim.for", "for", &|one| {
            comes(one) && matches!(one.kind, Kind::Supports | Kind::Corroborates)
        }),
        side("claim.against", "against", &|one| {
            comes(one) && matches!(one.kind, Kind::Disputes | Kind::Refutes)
        }),
        side("claim.denials", "denials", &|one| {
            comes(one) && one.kind == Kind::Denies
        }),
        side("claim.qualified", "qualified", &|one| {
            comes(one)
                && matches!(
                    one.kind,
                    Kind::Qualifies | Kind::Corrects | Kind::Supersedes
                )
        }),
        side("claim.rests", "rests", &|one| {
            comes(one) && one.kind == Kind::ReliesOn
        }),
        side("claim.same", "same", &|one| one.kind == Kind::SameAs),
        side("claim.others", "others", &|one| {
            !comes(one) && one.kind != Kind::SameAs
        }),
    ];
    sides
        .into_iter()
        .filter(|side| !side.claims.is_empty())
        .collect()
}

/// The other end of a relation, seen from `id`, with the verb that fits.
fn other_end<'a>(site: &Localised<'a>, relation: &Relation, id: ClaimId) -> (ClaimId, &'a str) {
    if relation.from == id {
        (relation.to, active(site, relation.kind))
    } else {
        (relation.from, passive(site, relation.kind))
    }
}
