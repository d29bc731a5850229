//! What is on record, with names looked up: speakers, sources, claims, statements, relations.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use super::{BriefId, ClaimId, CorrectionId, SourceId, SpeakerId, StatementId, StatusStep};
use crate::brief::Found;
use crate::date::Date;
use crate::edtf::Edtf;
use crate::inputs::StoredCopy;
use crate::record::{
    Act, Editorial, EvidenceEntry, RelationKind, SourceEntry, SpeakerEntry, SpeakerKind, Wording,
    words,
};
use crate::scale::{Confidence, Credibility, Term};
use crate::text::{Name, Span};

/// A person or organisation: one of the record, or a plain name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Party {
    /// One of the record.
    Speaker(SpeakerId),
    /// A name that the record does not list.
    Name(String),
}

/// Where knowledge comes from in the end.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// A publication or document.
    Source(SourceId),
    /// A person or organisation.
    Party(Party),
}

/// Which rule gave a statement its origin (DESIGN, "Origins").
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum OriginRule {
    /// The statement names this one.
    Stated(Origin),
    /// The source has it: the first of relay and citations that has one.
    OfSource(SourceId),
    /// It is the speaker's organisation, or the speaker where there is none.
    OfSpeaker(SpeakerId),
    /// It is the source itself, since nobody is named.
    SourceItself(SourceId),
}

/// A speaker of the record.
#[derive(Clone, Debug)]
pub struct Speaker {
    /// The entry as written.
    pub entry: SpeakerEntry,
    /// The organisation.
    pub org: Option<Party>,
    /// Those whose organisation it is.
    pub members: Vec<SpeakerId>,
    /// The topmost organisation: the speaker where there is none.
    pub top: Party,
    /// The statements, in the order of [`Site::statements`](super::Site::statements).
    pub statements: Vec<StatementId>,
    /// Sources whose origin it is.
    pub origin_of: Vec<SourceId>,
    /// Statements that name it as their origin.
    pub named_by: Vec<StatementId>,
    /// Briefs of which it is an author.
    pub author_of: Vec<BriefId>,
}

/// A source of the record.
#[derive(Clone, Debug)]
pub struct Source {
    /// The entry as written.
    pub entry: SourceEntry,
    /// Its own origin.
    pub origin: Option<Origin>,
    /// What its chain of origins ends in: the source itself where it has none.
    pub top: Origin,
    /// Who published it: the outlet.
    pub publisher: Option<String>,
    /// Its formatted entry as HTML.
    pub html: String,
    /// The stored copy, where the entry names a file.
    pub copy: Option<Arc<StoredCopy>>,
    /// Briefs that name it.
    pub briefs: BTreeSet<BriefId>,
    /// Statements that came through it or cite it.
    pub statements: Vec<StatementId>,
    /// Claims that have it as evidence.
    pub evidence_of: BTreeSet<ClaimId>,
    /// Claims of whose dated status it is a reason, in order.
    pub status_of: Vec<ClaimId>,
    /// Sources whose origin it is.
    pub origin_of: Vec<SourceId>,
    /// Statements that name it as their origin.
    pub named_by: Vec<StatementId>,
}

/// A claim, with all that is known of it.
#[derive(Clone, Debug)]
pub struct Claim {
    /// The key; for a span without one, its brief and number.
    pub key: String,
    /// The claim in words.
    pub text: String,
    /// The brief whose words they are, where no entry has any.
    pub text_of: Option<BriefId>,
    /// Whether it has a page: a span without a key has a place in its brief only.
    pub has_page: bool,
    /// Where it is defined.
    pub span: Span,
    /// What the record says of it.
    pub details: ClaimDetails,
    /// The statements, in the order of [`Site::statements`](super::Site::statements).
    pub statements: Vec<StatementId>,
    /// Statements of translations that make it once more, in another language. They are counted in
    /// their own briefs alone.
    pub translations: Vec<StatementId>,
    /// Statements that give no answer about it.
    pub asked: Vec<StatementId>,
    /// Briefs of which it is a key judgement.
    pub judgement_of: Vec<BriefId>,
    /// Relations that go out from it, as places in [`Site::relations`](super::Site::relations).
    pub outgoing: Vec<usize>,
    /// Relations that come to it.
    pub incoming: Vec<usize>,
    /// It and the live claims that `same-as` makes one with it.
    pub same: Arc<SameClaims>,
    /// Its origins: those of its statements and of the live claims that corroborate it.
    pub origins: Arc<BTreeSet<Origin>>,
    /// What the record gives.
    pub computed: Computed,
    /// What the editors hold, as of today.
    pub editorial: Option<Editorial>,
    /// How its status came about, computed and editorial, in the order in which it came on record.
    pub history: Vec<StatusStep>,
    /// Corrections of briefs that concern it, brief by brief from the newest.
    pub corrections: Vec<CorrectionId>,
    /// Topics, as keys of [`Site::topics`](super::Site::topics).
    pub topics: BTreeSet<String>,
}

/// Live claims that are one claim in other words; a claim that no longer stands is alone.
#[derive(Clone, Debug, Default)]
pub struct SameClaims {
    /// The claims, in order.
    pub claims: Vec<ClaimId>,
    /// The origins of their own statements.
    pub origins: Arc<BTreeSet<Origin>>,
}

/// What a claim's entry says, with names looked up.
#[derive(Clone, Debug, Default)]
pub struct ClaimDetails {
    /// The Admiralty digit.
    pub credibility: Option<Credibility>,
    /// The likelihood.
    pub likelihood: Option<Term>,
    /// The confidence.
    pub confidence: Option<Confidence>,
    /// When the claim is about.
    pub about: Option<Edtf>,
    /// Dated status, oldest first; none is later than today.
    pub history: Vec<StatusChange>,
    /// What speaks for or against it.
    pub evidence: Vec<Evidence>,
    /// The claim in few words, for a review of it.
    pub short: Option<Name>,
    /// Verdicts, newest last; none is later than today.
    pub verdicts: Vec<GivenVerdict>,
    /// A few words.
    pub note: Option<String>,
}

/// A verdict on a claim.
#[derive(Clone, Debug)]
pub struct GivenVerdict {
    /// Its place in the site's scale (`Settings::verdicts`).
    pub verdict: usize,
    /// When it was given.
    pub date: Option<Date>,
    /// Who judged.
    pub by: Option<Party>,
    /// Why.
    pub note: Option<String>,
}

/// A dated change of a claim's editorial status.
#[derive(Clone, Debug)]
pub struct StatusChange {
    /// What the editors came to hold.
    pub value: Editorial,
    /// Since when.
    pub date: Option<Date>,
    /// Why.
    pub note: Option<String>,
    /// On what sources.
    pub sources: Vec<SourceId>,
}

/// A passage of a source that bears on a claim.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// The source.
    pub source: SourceId,
    /// The entry as written.
    pub entry: EvidenceEntry,
}

/// One place where a claim is made.
#[derive(Clone, Debug)]
pub struct Statement {
    /// The brief; `None` for a statement that only the record tells of.
    pub brief: Option<BriefId>,
    /// The statement's number in its brief, from one.
    pub number: usize,
    /// The claim that is made.
    pub claim: ClaimId,
    /// Who makes it.
    pub speaker: Option<SpeakerId>,
    /// What the speaker does.
    pub act: Act,
    /// The relay, nearest first.
    pub via: Vec<SourceId>,
    /// The words that tie speaker and content, where the detector found them.
    pub cue: Option<String>,
    /// What the author cites for it.
    pub citations: Vec<Cited>,
    /// Where the knowledge comes from, and by which rule.
    pub origin: Option<(Origin, OriginRule)>,
    /// When it was said.
    pub said: Option<Date>,
    /// When it is about.
    pub about: Option<Edtf>,
    /// The words that weaken it.
    pub hedge: Option<String>,
    /// The likelihood that the author gives it.
    pub likelihood: Option<Term>,
    /// The confidence in it.
    pub confidence: Option<Confidence>,
    /// The Admiralty digit.
    pub credibility: Option<Credibility>,
    /// What the speaker gave no answer to.
    pub declines: Option<Matter>,
    /// How much of it is the speaker's own words.
    pub wording: Wording,
    /// Its words.
    pub text: String,
    /// Which bytes of the brief's visible text they are.
    pub range: Range<usize>,
    /// Where it is written.
    pub span: Span,
    /// Of a statement found by machine, what the text calls a speaker that the record does not
    /// list, and the relay.
    pub found: Option<Found>,
}

/// A source that is cited at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cited {
    /// The source.
    pub source: SourceId,
    /// Where in it.
    pub locator: Option<String>,
}

/// What a speaker gave no answer to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Matter {
    /// A claim.
    Claim(ClaimId),
    /// A matter, in words.
    Words(String),
}

/// A tie between two claims.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// The claim that it goes out from.
    pub from: ClaimId,
    /// What it says.
    pub kind: RelationKind,
    /// The claim that it goes to.
    pub to: ClaimId,
    /// Where it is written.
    pub span: Span,
}

words! {
    /// A claim's status as the record gives it.
    Computed {
        /// No origin is on record.
        Unsourced "unsourced",
        /// All statements go back to one origin.
        SingleOrigin "single-origin",
        /// Two origins or more say so.
        Corroborated "corroborated",
        /// Somebody denies, disputes or refutes it.
        Disputed "disputed",
    }
}

impl Speaker {
    /// What it is: what the record says, else an organisation if others speak for it.
    pub fn kind(&self) -> SpeakerKind {
        let of_members = match self.members.as_slice() {
            [] => SpeakerKind::Person,
            _ => SpeakerKind::Organization,
        };
        self.entry.kind.unwrap_or(of_members)
    }
}

impl Statement {
    /// Whether a person has looked at it: it was not found by machine.
    pub fn reviewed(&self) -> bool {
        self.found.is_none()
    }

    /// What the text calls a speaker that the record does not list.
    pub fn unlisted(&self) -> Option<&str> {
        self.found.as_ref()?.speaker.as_deref()
    }

    /// What the text calls the relay, where nobody has said which source it is; nearest first.
    pub fn heard_through(&self) -> &[String] {
        self.found.as_ref().map_or(&[], |found| &found.via)
    }

    /// Whether the author states a judgement in their own voice.
    pub fn is_own_judgement(&self) -> bool {
        self.speaker.is_none() && self.act == Act::Judges && self.reviewed()
    }
}

impl Claim {
    /// Whether the claim still stands for something: neither refuted, taken back nor replaced.
    pub fn is_live(&self) -> bool {
        Self::stands(self.editorial)
    }

    /// Whether a claim of which the editors hold this still stands for something.
    pub fn stands(editorial: Option<Editorial>) -> bool {
        !matches!(
            editorial,
            Some(Editorial::Refuted | Editorial::Retracted | Editorial::Superseded)
        )
    }
}
