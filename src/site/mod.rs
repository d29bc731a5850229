//! The site as a whole: every name looked up, every tie with both ends, origins and status known.

mod dependents;
mod history;
mod linked;
mod remaining;
mod translations;
mod verdict;

use std::collections::{BTreeMap, BTreeSet};

use crate::bibliography::Citing;
use crate::brief::Brief;
use crate::date::Date;
use crate::document::{Correction, FrontMatter, State};
use crate::messages::Messages;
use crate::record::{Act, RelationKind};
use crate::report::Code;
use crate::settings::Settings;
use crate::text::{FileId, Span, Spanned};

pub use dependents::{Dependent, Dependents, Node, Tie};
pub use history::{Cause, Standing, StatusStep};
pub use linked::{
    Cited, Claim, ClaimDetails, Computed, Evidence, GivenVerdict, Matter, Origin, OriginRule,
    Party, Relation, SameClaims, Source, Speaker, Statement, StatusChange,
};
pub use remaining::Remaining;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident => $field:ident: $item:ident;)*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub struct $name(pub(crate) usize);

            impl std::ops::Index<$name> for Site {
                type Output = $item;
                fn index(&self, id: $name) -> &$item {
                    &self.$field[id.0]
                }
            }
        )*
    };
}

ids! {
    /// Names one of [`Site::speakers`].
    SpeakerId => speakers: Speaker;
    /// Names one of [`Site::sources`].
    SourceId => sources: Source;
    /// Names one of [`Site::claims`].
    ClaimId => claims: Claim;
    /// Names one of [`Site::statements`].
    StatementId => statements: Statement;
    /// Names one of [`Site::briefs`].
    BriefId => briefs: Published;
}

/// The whole record of a site and its texts.
#[derive(Clone, Debug)]
pub struct Site {
    /// The settings.
    pub settings: Settings,
    /// The day as of which the site is built.
    pub today: Date,
    /// Who publishes it, where the settings say so.
    pub publisher: Option<Party>,
    /// Words for the home page.
    pub home: Option<Brief>,
    /// The briefs that appear, newest first.
    pub briefs: Vec<Published>,
    /// The plain pages, in file order.
    pub pages: Vec<Brief>,
    /// For each plain page that is a translation, the original.
    pub page_originals: Vec<Option<usize>>,
    /// The speakers, in written order.
    pub speakers: Vec<Speaker>,
    /// The sources, in written order.
    pub sources: Vec<Source>,
    /// The claims: those with entries first, then in the order in which briefs make them.
    pub claims: Vec<Claim>,
    /// The statements, brief by brief from the oldest, translations after all others, each in the
    /// order of its text.
    pub statements: Vec<Statement>,
    /// The ties between claims.
    pub relations: Vec<Relation>,
    /// Topics by the last part of their address.
    pub topics: BTreeMap<String, Topic>,
    /// Lints that are not told at a place.
    pub allowed: Vec<Allowed>,
    /// Published briefs that do not appear yet because their day is still to come, in file order.
    pub later: Vec<FileId>,
    /// For each source that was retracted or corrected, what rests on it.
    pub fallen: Vec<Dependents>,
}

/// A brief that appears, with what is computed of it.
#[derive(Clone, Debug)]
pub struct Published {
    /// The annotated text.
    pub brief: Brief,
    /// The authors.
    pub authors: Vec<Party>,
    /// The statements of its annotations, in their order.
    pub statements: Vec<StatementId>,
    /// For each citation of the text, the sources.
    pub citations: Vec<Vec<Cited>>,
    /// The citations as the site's style prints them, and what its list needs to go with them.
    pub citing: Citing,
    /// Every source that the brief names, in the order of the text.
    pub sources: Vec<SourceId>,
    /// The brief of which it is a translation.
    pub original: Option<BriefId>,
    /// Its translations, by language.
    pub translations: Vec<BriefId>,
    /// The claims that it comes down to.
    pub key_judgements: Vec<ClaimId>,
    /// For each correction, the claim that it concerns.
    pub corrected: Vec<Option<ClaimId>>,
    /// Topics, as keys of [`Site::topics`].
    pub topics: Vec<String>,
    /// The figures.
    pub glance: Glance,
}

/// The figures that stand at the top of a brief.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Glance {
    /// Statements.
    pub statements: usize,
    /// Distinct speakers.
    pub speakers: usize,
    /// Distinct publishers of the relays.
    pub outlets: usize,
    /// Distinct origins of the reviewed statements that assert something.
    pub origins: usize,
    /// Statements that deny.
    pub denials: usize,
    /// Statements that give no answer.
    pub non_answers: usize,
    /// Claims without an origin.
    pub unsourced: usize,
    /// Statements found by machine that nobody has looked at.
    pub unreviewed: usize,
}

impl Glance {
    /// The figures by name, in the order in which they are read.
    pub fn figures(self) -> [(&'static str, usize); 8] {
        [
            ("statements", self.statements),
            ("speakers", self.speakers),
            ("outlets", self.outlets),
            ("origins", self.origins),
            ("denials", self.denials),
            ("non-answers", self.non_answers),
            ("unsourced", self.unsourced),
            ("unreviewed", self.unreviewed),
        ]
    }
}

/// A lint that is not told at some places, with the reason.
#[derive(Clone, Debug)]
pub struct Allowed {
    /// The lint.
    pub lint: Code,
    /// Why.
    pub reason: String,
    /// Where that is written.
    pub span: Span,
    /// Where the lint keeps silent; `None` is everywhere.
    pub places: Option<Vec<Span>>,
}

/// A topic: a tag of briefs.
#[derive(Clone, Debug, Default)]
pub struct Topic {
    /// The tag as it was first written.
    pub name: String,
    /// The briefs with the tag, newest first.
    pub briefs: Vec<BriefId>,
}

/// Names a correction: one of a brief's front matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CorrectionId {
    /// The brief.
    pub brief: BriefId,
    /// Its place in the brief's list.
    pub index: usize,
}

impl Site {
    /// The correction behind an id.
    pub fn correction(&self, id: CorrectionId) -> Option<&Correction> {
        let front = &self[id.brief].brief.document.front;
        front.corrections.get(id.index)
    }

    /// The corrections of a brief, in written order.
    pub fn corrections_of(&self, brief: BriefId) -> impl Iterator<Item = CorrectionId> + use<> {
        let count = self[brief].brief.document.front.corrections.len();
        (0..count).map(move |index| CorrectionId { brief, index })
    }

    /// Corrections in order, the newest first; of one day those of the newer brief first.
    pub fn newest_first(
        &self,
        corrections: impl IntoIterator<Item = CorrectionId>,
    ) -> Vec<CorrectionId> {
        let date = |id: &CorrectionId| self.correction(*id).map(|one| one.date.value);
        let mut corrections: Vec<CorrectionId> = corrections.into_iter().collect();
        corrections.sort_by_key(|id| (std::cmp::Reverse(date(id)), *id));
        corrections
    }

    /// Whether the claim is nothing but the author's own judgement.
    pub fn is_own_judgement(&self, claim: ClaimId) -> bool {
        let statements = &self[claim].statements;
        !statements.is_empty() && statements.iter().all(|id| self[*id].is_own_judgement())
    }

    /// The status that stands beside a claim: the editors' word, else what the record gives; none
    /// where the claim claims nothing that could be sourced.
    pub fn status(&self, claim: ClaimId) -> Option<&'static str> {
        if self.is_unreviewed(claim) {
            return Some("unreviewed");
        }
        match self[claim].editorial {
            Some(editorial) => Some(editorial.word()),
            None if self.needs_no_source(claim) => None,
            None => Some(self[claim].computed.word()),
        }
    }

    /// Whether the claim wants an origin and has none.
    pub fn is_unsourced(&self, claim: ClaimId) -> bool {
        let is_open = self[claim].origins.is_empty() && !self.is_unreviewed(claim);
        is_open && !self.needs_no_source(claim)
    }

    /// Whether all that is known of the claim was found by machine, and nobody has looked at it.
    pub fn is_unreviewed(&self, claim: ClaimId) -> bool {
        let statements = &self[claim].statements;
        !statements.is_empty() && statements.iter().all(|id| !self[*id].reviewed())
    }

    /// Whether the claim claims nothing that could be sourced: it is the author's own judgement, or
    /// only a place where somebody gave no answer.
    pub fn needs_no_source(&self, claim: ClaimId) -> bool {
        let mut statements = self[claim].statements.iter().map(|id| &self[*id]);
        let gives_no_answer =
            statements.len() > 0 && statements.all(|one| one.act == Act::Declines);
        gives_no_answer || self.is_own_judgement(claim)
    }

    /// The statements that assert a claim: neither non-answers nor denials of it.
    pub fn asserting(&self, id: ClaimId) -> impl Iterator<Item = StatementId> {
        let is_denial = self.is_denial(id);
        let asserts = move |statement: &StatementId| match self[*statement].act {
            Act::Declines => false,
            Act::Denies => is_denial,
            _ => true,
        };
        self[id].statements.iter().copied().filter(asserts)
    }

    /// Whether a statement asserts its claim: it is neither a non-answer nor a denial of it.
    pub fn asserts(&self, statement: &Statement) -> bool {
        match statement.act {
            Act::Declines => false,
            Act::Denies => self.is_denial(statement.claim),
            _ => true,
        }
    }

    /// Whether the claim itself is a denial, so that who denies makes the claim: it speaks against
    /// another claim, or nobody states it in any other way.
    pub fn is_denial(&self, id: ClaimId) -> bool {
        let claim = &self[id];
        let mut outgoing = claim.outgoing.iter().map(|one| &self.relations[*one]);
        let mut statements = claim.statements.iter().map(|id| &self[*id]);
        outgoing.any(|relation| relation.kind.is_against())
            || statements.all(|one| matches!(one.act, Act::Denies | Act::Declines))
    }

    /// The live claims that are said to corroborate a claim, or one that is the same, each once.
    pub fn corroborating(&self, id: ClaimId) -> BTreeSet<ClaimId> {
        let same = &self[id].same.claims;
        let incoming = same.iter().flat_map(|id| &self[*id].incoming);
        incoming
            .map(|relation| &self.relations[*relation])
            .filter(|one| one.kind == RelationKind::Corroborates && self[one.from].is_live())
            .map(|one| one.from)
            .collect()
    }

    /// Whether the day on which a brief was to be looked at again has gone by.
    pub fn is_stale(&self, id: BriefId) -> bool {
        let front = &self[id].brief.document.front;
        let is_past = |date: &Spanned<Date>| date.value.certainly_before(self.today);
        front.state != State::Withdrawn && front.review_by.as_ref().is_some_and(is_past)
    }

    /// The briefs whose day of review has gone by, the longest overdue first.
    pub fn stale(&self) -> Vec<BriefId> {
        let mut stale: Vec<BriefId> = self.brief_ids().filter(|id| self.is_stale(*id)).collect();
        let due = |id: &BriefId| {
            let date = self[*id].brief.document.front.review_by.as_ref();
            date.map(|date| date.value.last_day())
        };
        stale.sort_by_key(|id| (due(id), *id));
        stale
    }

    /// The claims that a claim is tied to, those that it speaks of first.
    pub fn tied_to(&self, id: ClaimId) -> impl Iterator<Item = ClaimId> {
        let claim = &self[id];
        let outgoing = claim.outgoing.iter().map(|one| self.relations[*one].to);
        let incoming = claim.incoming.iter().map(|one| self.relations[*one].from);
        outgoing.chain(incoming)
    }

    /// The ids of all claims, in order.
    pub fn claim_ids(&self) -> impl Iterator<Item = ClaimId> + use<> {
        (0..self.claims.len()).map(ClaimId)
    }

    /// The ids of all speakers, in order.
    pub fn speaker_ids(&self) -> impl Iterator<Item = SpeakerId> + use<> {
        (0..self.speakers.len()).map(SpeakerId)
    }

    /// The ids of all sources, in order.
    pub fn source_ids(&self) -> impl Iterator<Item = SourceId> + use<> {
        (0..self.sources.len()).map(SourceId)
    }

    /// The ids of all briefs, newest first.
    pub fn brief_ids(&self) -> impl Iterator<Item = BriefId> + use<> {
        (0..self.briefs.len()).map(BriefId)
    }

    /// What a source is called where it is cited: its outlet, else its title, and its day.
    pub fn source_label(&self, id: SourceId, words: &Messages) -> String {
        let source = &self[id];
        let name = source.publisher.clone();
        let name = name.unwrap_or_else(|| self.source_title(id));
        match source.entry.date() {
            Some(date) => format!("{name}, {}", words.date(date)),
            None => name,
        }
    }

    /// What a source is called where it has to be told from others: its title, else its key.
    pub fn source_title(&self, id: SourceId) -> String {
        let entry = &self[id].entry;
        let title = entry.entry.title();
        title.unwrap_or_else(|| entry.key.value.clone())
    }

    /// The quotations from sources that have an address, as evidence of a claim: the number of each
    /// among the claim's pieces of evidence, from one, and the address.
    pub fn quoted(&self, claim: ClaimId) -> impl Iterator<Item = (usize, &Evidence, String)> {
        let evidence = self[claim].details.evidence.iter().enumerate();
        evidence.filter_map(|(index, one)| {
            one.entry.quote.as_ref()?;
            let address = self[one.source].entry.entry.url()?;
            Some((index + 1, one, address))
        })
    }

    /// How many annotations there are: the statements of the briefs, and quotations as evidence.
    pub fn annotation_count(&self) -> usize {
        let stated: usize = self.briefs.iter().map(|one| one.statements.len()).sum();
        let claims = self.claim_ids();
        stated + claims.map(|id| self.quoted(id).count()).sum::<usize>()
    }

    /// The language of a text with this front matter (BCP 47).
    pub fn language<'a>(&'a self, front: &'a FrontMatter) -> &'a str {
        front.lang.as_ref().unwrap_or(&self.settings.lang)
    }

    /// What the publisher is called: the site's name stands in.
    pub fn publisher_name(&self) -> &str {
        let publisher = self.publisher.as_ref();
        publisher.map_or(&self.settings.title, |party| self.party_name(party))
    }

    /// What a party is called.
    pub fn party_name<'a>(&'a self, party: &'a Party) -> &'a str {
        match party {
            Party::Speaker(id) => &self[*id].entry.name,
            Party::Name(name) => name,
        }
    }
}
