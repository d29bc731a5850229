//! Texts in several languages: one original and its translations say the same, and count once.

use std::collections::HashSet;

use crate::record::Act;

use super::{BriefId, ClaimId, CorrectionId, Site};

impl Site {
    /// The original of a brief: itself where it is no translation.
    pub fn original(&self, id: BriefId) -> BriefId {
        self[id].original.unwrap_or(id)
    }

    /// A brief in all its languages, the original first.
    pub fn editions(&self, id: BriefId) -> impl Iterator<Item = BriefId> {
        let original = self.original(id);
        let translations = self[original].translations.iter().copied();
        std::iter::once(original).chain(translations)
    }

    /// A plain page in all its languages, the original first.
    pub fn page_editions(&self, index: usize) -> Vec<usize> {
        let of = |index: usize| self.page_originals.get(index).copied().flatten();
        let original = of(index).unwrap_or(index);
        let translations = (0..self.pages.len()).filter(|other| of(*other) == Some(original));
        std::iter::once(original).chain(translations).collect()
    }

    /// The language of a brief (BCP 47).
    pub fn brief_language(&self, id: BriefId) -> &str {
        self.language(&self[id].brief.document.front)
    }

    /// The one of a brief's languages that stands for it in lists: the site's, else the original.
    pub fn listed_as(&self, id: BriefId) -> BriefId {
        // Lists ask for every brief, and nearly all have one language.
        if self[id].original.is_none() && self[id].translations.is_empty() {
            return id;
        }
        let own = |one: &BriefId| self.brief_language(*one) == self.settings.lang;
        let found = self.editions(id).find(own);
        found.unwrap_or_else(|| self.original(id))
    }

    /// The briefs as lists show them, newest first: each in one language.
    pub fn listed_briefs(&self) -> impl Iterator<Item = BriefId> {
        self.brief_ids().filter(|id| self.listed_as(*id) == *id)
    }

    /// The same of some briefs, in their order.
    pub fn listed_of(&self, briefs: impl IntoIterator<Item = BriefId>) -> Vec<BriefId> {
        let mut seen = HashSet::new();
        let listed = briefs.into_iter().map(|id| self.listed_as(id));
        listed.filter(|id| seen.insert(*id)).collect()
    }

    /// Whether a correction only says in another language what the original's says.
    pub fn repeats_correction(&self, id: CorrectionId) -> bool {
        let (Some(original), Some(own)) = (self[id.brief].original, self.correction(id)) else {
            return false;
        };
        let others = &self[original].brief.document.front.corrections;
        let is_same = |one: &crate::document::Correction| {
            one.kind == own.kind && one.date.value == own.date.value
        };
        others.iter().any(is_same)
    }

    /// A claim in the words of a language, where a text of that language makes it; else in the
    /// words that it has. The language of the words comes along (BCP 47).
    pub fn claim_in<'a>(&'a self, id: ClaimId, language: &'a str) -> (&'a str, &'a str) {
        let claim = &self[id];
        let own = claim
            .text_of
            .map_or(&*self.settings.lang, |brief| self.brief_language(brief));
        if own != language {
            let first = claim.statements.first().map(|id| self[*id].act);
            let statements = claim.statements.iter().chain(&claim.translations);
            for statement in statements.map(|id| &self[*id]) {
                let says_so = match statement.act {
                    Act::Declines | Act::Denies => claim.text_of.is_some(),
                    _ => true,
                };
                let is_own = |id: BriefId| self.brief_language(id) == language;
                if says_so && first == Some(statement.act) && statement.brief.is_some_and(is_own) {
                    return (&statement.text, language);
                }
            }
        }
        (&claim.text, own)
    }

    /// Whether all that is known of a claim is what a machine found in a translation. The original
    /// says it too, so that lists of claims leave it out.
    pub fn is_found_in_translation(&self, id: ClaimId) -> bool {
        let mut statements = self[id].statements.iter().map(|id| &self[*id]);
        statements.len() > 0
            && statements.all(|one| {
                let original = one.brief.and_then(|brief| self[brief].original);
                one.found.is_some() && original.is_some()
            })
    }
}
