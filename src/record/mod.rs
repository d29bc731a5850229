//! The record as it is written: speakers, sources, claims and relations, with names not looked up.

mod words;

use crate::bibliography::Entry;
use crate::date::Date;
use crate::edtf::Edtf;
use crate::report::Code;
use crate::scale::{Confidence, Credibility, Reliability};
use crate::text::{Name, Span, Spanned};

pub(crate) use words::words;
pub use words::{Access, Act, Editorial, RelationKind, SourceState, SpeakerKind, Stance, Wording};

/// All that one file adds to the record.
#[derive(Clone, Debug, Default)]
pub struct Record {
    /// People, organisations and documents that make statements.
    pub speakers: Vec<SpeakerEntry>,
    /// Publications and documents that the authors read.
    pub sources: Vec<SourceEntry>,
    /// Claims with more to them than their words in a brief.
    pub claims: Vec<ClaimEntry>,
    /// Ties between claims.
    pub relations: Vec<RelationEntry>,
}

/// A person, an organisation or a document that makes statements.
#[derive(Clone, Debug)]
pub struct SpeakerEntry {
    /// The key by which briefs name the speaker.
    pub key: Name,
    /// The full name.
    pub name: String,
    /// What the speaker is, where the record says so.
    pub kind: Option<SpeakerKind>,
    /// Other names under which texts speak of the speaker.
    pub aliases: Vec<String>,
    /// The organisation that the speaker speaks for: a speaker's key, or a plain name.
    pub org: Option<Name>,
    /// Addresses of the same entity elsewhere, such as Wikidata.
    pub same_as: Vec<String>,
    /// Offices held, oldest first.
    pub roles: Vec<Role>,
    /// A few words for the speaker's page.
    pub note: Option<String>,
    /// Lints that may not be told of it.
    pub allow: Vec<Allow>,
}

/// An office that a speaker held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// The first day, if known.
    pub from: Option<Date>,
    /// The last day, if known and past.
    pub to: Option<Date>,
    /// What the office is called.
    pub role: String,
}

/// A publication or document: a bibliography entry with what an analyst knows of it.
#[derive(Clone, Debug)]
pub struct SourceEntry {
    /// The key by which briefs cite the source.
    pub key: Name,
    /// The bibliographic description.
    pub entry: Entry,
    /// The Admiralty letter.
    pub reliability: Option<Reliability>,
    /// How the source came to its knowledge.
    pub access: Option<Access>,
    /// Where its knowledge comes from: the key of a source or a speaker.
    pub origin: Option<Name>,
    /// Whether it can still be read, and as it was.
    pub state: SourceState,
    /// A copy kept elsewhere.
    pub archived: Option<Archived>,
    /// A few words for the source's page.
    pub note: Option<String>,
    /// Lints that may not be told of it.
    pub allow: Vec<Allow>,
}

impl SourceEntry {
    /// When it was published, as exactly as the entry says.
    pub fn date(&self) -> Option<Date> {
        let (year, month, day) = self.entry.date()?;
        let written = match (month, day) {
            (Some(month), Some(day)) => format!("{year:04}-{month:02}-{day:02}"),
            (Some(month), None) => format!("{year:04}-{month:02}"),
            (None, _) => format!("{year:04}"),
        };
        Date::parse(&written).ok()
    }
}

/// A stored copy of a source.
#[derive(Clone, Debug, Default)]
pub struct Archived {
    /// The copy's address.
    pub url: Option<Name>,
    /// When the copy was made.
    pub date: Option<Spanned<Date>>,
    /// The copy's path below the site's root.
    pub file: Option<Name>,
    /// The SHA-256 of that file, in hexadecimal.
    pub sha256: Option<Name>,
}

/// What the authors say of a claim beside the text.
#[derive(Clone, Debug)]
pub struct ClaimEntry {
    /// The key, unique in the site.
    pub key: Name,
    /// The claim in full words; without it the first span's words stand.
    pub text: Option<String>,
    /// Who makes the claim.
    pub by: Option<Name>,
    /// What the speaker does in making it.
    pub act: Option<Act>,
    /// When it was said.
    pub said: Option<Spanned<Date>>,
    /// When it is about.
    pub about: Option<Edtf>,
    /// The relay, nearest first.
    pub via: Vec<Name>,
    /// Where the knowledge comes from in the end.
    pub origin: Option<Name>,
    /// The Admiralty digit.
    pub credibility: Option<Credibility>,
    /// A word of the site's likelihood scale, for a judgement.
    pub likelihood: Option<Name>,
    /// The confidence in a judgement.
    pub confidence: Option<Confidence>,
    /// Editorial status, oldest first.
    pub status: Vec<StatusEntry>,
    /// What speaks for or against the claim.
    pub evidence: Vec<EvidenceEntry>,
    /// The claim in few words, for a review of it.
    pub short: Option<Name>,
    /// Verdicts of a fact-checking site, in written order.
    pub verdict: Vec<VerdictEntry>,
    /// Words of the brief that the claim marks.
    pub anchor: Option<Anchor>,
    /// Topics, besides those of its briefs.
    pub tags: Vec<Name>,
    /// A few words for the claim's page.
    pub note: Option<String>,
    /// Lints that may not be told of it.
    pub allow: Vec<Allow>,
}

/// A dated editorial status.
#[derive(Clone, Debug)]
pub struct StatusEntry {
    /// What the editors hold.
    pub value: Editorial,
    /// Since when.
    pub date: Option<Spanned<Date>>,
    /// Why.
    pub note: Option<String>,
    /// On what sources.
    pub sources: Vec<Name>,
}

/// A dated verdict on a claim.
#[derive(Clone, Debug)]
pub struct VerdictEntry {
    /// A word of the site's scale.
    pub value: Name,
    /// When it was given.
    pub date: Option<Spanned<Date>>,
    /// Who judged: a speaker's key, or a plain name.
    pub by: Option<Name>,
    /// Why.
    pub note: Option<String>,
}

/// A passage of a source that speaks for or against a claim.
#[derive(Clone, Debug)]
pub struct EvidenceEntry {
    /// The source.
    pub source: Name,
    /// Where in the source.
    pub locator: Option<String>,
    /// The words.
    pub quote: Option<Name>,
    /// On which side.
    pub stance: Stance,
}

/// Words of a brief, found by themselves and by what stands beside them
/// (W3C Web Annotation, text quote selector).
#[derive(Clone, Debug)]
pub struct Anchor {
    /// The words.
    pub exact: Name,
    /// The words before.
    pub prefix: Option<String>,
    /// The words after.
    pub suffix: Option<String>,
}

/// A tie between claims.
#[derive(Clone, Debug)]
pub struct RelationEntry {
    /// The claim that it goes out from.
    pub from: Name,
    /// What it says.
    pub kind: RelationKind,
    /// The claim that it goes to.
    pub to: Name,
    /// Where it is written.
    pub span: Span,
    /// Lints that may not be told of it.
    pub allow: Vec<Allow>,
}

/// A lint that is not told at a place, with the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allow {
    /// The lint.
    pub lint: Code,
    /// Why it may keep silent.
    pub reason: String,
    /// Where that is written.
    pub span: Span,
    /// Where the lint keeps silent.
    pub scope: Scope,
}

/// Where a lint keeps silent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Everywhere.
    Site,
    /// In a part of a file.
    Place(Span),
    /// In what is said of the claim, source or speaker with a key.
    Key(Name),
    /// In a claim's entry, and wherever the claim is stated.
    Claim(Name, Span),
}
