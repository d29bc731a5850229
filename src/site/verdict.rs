//! Verdicts on claims: which holds, and which brief judges.

use super::{BriefId, ClaimId, GivenVerdict, Site};
use crate::document::{Kind, State};

impl Site {
    /// The verdict on a claim that holds: the newest.
    pub fn verdict(&self, id: ClaimId) -> Option<&GivenVerdict> {
        self[id].details.verdicts.last()
    }

    /// The verdict on a claim that a brief shows: in the fact check that judges it the one that
    /// holds, elsewhere the one of the brief's own day.
    pub fn verdict_in(&self, brief: BriefId, id: ClaimId) -> Option<&GivenVerdict> {
        let day = self[brief].brief.document.front.stands_as_of();
        if day.is_none() || self.judge(id) == Some(brief) {
            return self.verdict(id);
        }
        let verdicts = self[id].details.verdicts.iter();
        let is_later = |given: &&GivenVerdict| match (given.date, day) {
            (Some(date), Some(day)) => date.certainly_after(day),
            _ => false,
        };
        verdicts.rev().find(|given| !is_later(given))
    }

    /// The fact check that judges a claim: the one whose front matter holds the claim, else the
    /// oldest that tells of it.
    pub fn judge(&self, id: ClaimId) -> Option<BriefId> {
        self.verdict(id)?;
        let told = self[id].statements.iter().map(|one| &self[*one]);
        let told = told
            .filter(|one| one.reviewed())
            .filter_map(|one| one.brief);
        let is_judge = |brief: &BriefId| {
            let front = &self[*brief].brief.document.front;
            front.kind == Kind::Factcheck && front.state != State::Withdrawn
        };
        let file = self[id].span.file;
        // The briefs stand newest first.
        told.chain(self[id].judgement_of.iter().copied())
            .filter(is_judge)
            .max_by_key(|brief| (self[*brief].brief.document.file == file, *brief))
    }

    /// The claims that a fact check judges, key judgements first, then in the order of its text.
    pub fn judged_in(&self, brief: BriefId) -> Vec<ClaimId> {
        if self[brief].brief.document.front.kind != Kind::Factcheck {
            return Vec::new();
        }
        let stated = self[brief].statements.iter().map(|one| self[*one].claim);
        let claims = self[brief].key_judgements.iter().copied().chain(stated);
        let mut seen = std::collections::HashSet::new();
        claims
            .filter(|claim| seen.insert(*claim) && self.judge(*claim) == Some(brief))
            .collect()
    }

    /// A claim as a review of it words it: its short form, else all of it.
    pub fn reviewed_words(&self, id: ClaimId) -> &str {
        let claim = &self[id];
        claim
            .details
            .short
            .as_ref()
            .map_or(&claim.text, |short| &short.value)
    }
}
