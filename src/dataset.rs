//! The record as data: what `claims.json` and each brief's `data.json` hold (DESIGN, "Data out").
//!
//! The JSON Schema published beside the data is generated from these types. Dates are ISO 8601,
//! as exact as they are known; addresses are absolute where the site has a `base_url`, else
//! relative to its root; keys of speakers and sources refer to the lists of the same data.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The version of the shape; it changes when a reader of the old one would break.
pub const VERSION: u32 = 1;

/// A site's record, or the part of it that one brief tells of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(title = "Claims of a briefing site")]
pub struct Dataset {
    /// The version of this shape.
    pub version: u32,
    /// Whose record it is.
    pub site: SiteData,
    /// The briefs, newest first.
    pub briefs: Vec<BriefData>,
    /// The claims: those with entries first, then in the order in which briefs make them.
    pub claims: Vec<ClaimData>,
    /// The speakers of the record, in written order.
    pub speakers: Vec<SpeakerData>,
    /// The sources of the record, in written order.
    pub sources: Vec<SourceData>,
}

/// A site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SiteData {
    /// Its name.
    pub title: String,
    /// Its public address, if it has one.
    pub url: Option<String>,
    /// The language of briefs that name none (BCP 47).
    pub lang: String,
}

/// A brief.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct BriefData {
    /// The last part of its address.
    pub slug: String,
    /// The title.
    pub title: String,
    /// When it was published.
    pub date: Option<String>,
    /// When it was last changed in substance.
    pub updated: Option<String>,
    /// What sort of text it is.
    pub kind: String,
    /// Where it stands in its life.
    pub state: String,
    /// Its language (BCP 47).
    pub lang: String,
    /// The slug of the brief of which it is a translation.
    pub translation_of: Option<String>,
    /// Its page.
    pub url: String,
    /// What it says, in a sentence or two.
    pub summary: Option<String>,
    /// Who wrote it: keys of speakers, or plain names.
    pub authors: Vec<String>,
    /// Its topics, as written.
    pub tags: Vec<String>,
    /// Keys of the claims that it comes down to.
    pub key_judgements: Vec<String>,
    /// The figures at its top.
    pub glance: GlanceData,
}

/// The figures at the top of a brief. All but `origins` count statements found by machine too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct GlanceData {
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
    /// Reviewed claims without an origin.
    pub unsourced: usize,
    /// Statements found by machine that nobody has looked at.
    pub unreviewed: usize,
}

/// A claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ClaimData {
    /// The key, unique in the site; of a claim that nobody has named, brief and place.
    pub key: String,
    /// The claim in words.
    pub text: String,
    /// Its page, or its place in the brief where it has none.
    pub url: Option<String>,
    /// The status that holds; none for the authors' own judgements and for non-answers.
    pub status: Option<String>,
    /// What the record gives, whatever the editors hold.
    pub computed_status: String,
    /// The Admiralty digit, 1 to 6.
    pub credibility: Option<u8>,
    /// The likelihood of a judgement.
    pub likelihood: Option<LikelihoodData>,
    /// The confidence in a judgement: low, moderate or high.
    pub confidence: Option<String>,
    /// When it is about (EDTF).
    pub about: Option<String>,
    /// Where the knowledge comes from: keys of sources and speakers, or plain names.
    pub origins: Vec<String>,
    /// Where it is made.
    pub statements: Vec<StatementData>,
    /// Ties that go out from it.
    pub relations: Vec<RelationData>,
    /// What the editors held, oldest first.
    pub history: Vec<HistoryData>,
    /// What speaks for or against it.
    pub evidence: Vec<EvidenceData>,
    /// The claim in few words, as a review of it is headed.
    pub short: Option<String>,
    /// Verdicts of a fact-checking site, newest last.
    pub verdicts: Vec<VerdictData>,
    /// Topics, as keys.
    pub tags: Vec<String>,
}

/// A likelihood with its range in per cent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LikelihoodData {
    /// The word of the scale.
    pub term: String,
    /// The lower end.
    pub low: u8,
    /// The upper end.
    pub high: u8,
}

/// One place where a claim is made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct StatementData {
    /// The slug of the brief; none for a statement that only the record tells of.
    pub brief: Option<String>,
    /// The key of the speaker, where the record lists them.
    pub speaker: Option<String>,
    /// What the speaker is called.
    pub speaker_name: Option<String>,
    /// What the speaker does: says, denies, declines, predicts, judges, concedes or corrects.
    pub act: String,
    /// How much of it is the speaker's own words: direct, indirect or mixed.
    pub kind: String,
    /// The words that tie speaker and content, where the detector found them.
    pub cue: Option<String>,
    /// The relay, nearest first: keys of sources.
    pub via: Vec<String>,
    /// What the text calls the relay of a statement that nobody has looked at.
    pub via_names: Vec<String>,
    /// The sources that the brief cites for it.
    pub citations: Vec<CitationData>,
    /// Where the knowledge comes from: the key of a source or speaker, or a plain name.
    pub origin: Option<String>,
    /// When it was said.
    pub said: Option<String>,
    /// When it is about (EDTF).
    pub about: Option<String>,
    /// The words that weaken it.
    pub hedge: Option<String>,
    /// What the speaker gave no answer to: the key of a claim, or words.
    pub declines: Option<String>,
    /// Its words as the author wrote them, white space folded.
    pub text: String,
    /// Where they begin in the brief's visible text, in Unicode characters from zero. That text is
    /// the content of the page's element `.brief-body` without `details.annotation`, scripts, styles
    /// and templates, white space folded; ranges and citations in it are printed by the page.
    pub start: Option<usize>,
    /// The Unicode character behind the last.
    pub end: Option<usize>,
    /// Its place in the brief.
    pub url: Option<String>,
    /// Whether a person has looked at it.
    pub reviewed: bool,
    /// The language of its words (BCP 47).
    pub lang: Option<String>,
    /// Whether it repeats in another language what the original of its brief says; such statements
    /// are counted in the figures of their own brief alone.
    pub translation: bool,
}

/// A source that is cited at a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CitationData {
    /// The key of the source.
    pub source: String,
    /// Where in it.
    pub locator: Option<String>,
}

/// A tie to another claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RelationData {
    /// What it says: supports, corroborates, relies-on, disputes, denies, refutes, qualifies,
    /// supersedes, corrects or same-as.
    pub r#type: String,
    /// The key of the claim that it goes to.
    pub to: String,
}

/// A dated change of a claim's status.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct HistoryData {
    /// What the status came to be.
    pub value: String,
    /// `computed` from the record or `editorial`.
    pub kind: String,
    /// Since when: the day of what changed it.
    pub date: Option<String>,
    /// Since when the site has it on record.
    pub recorded: Option<String>,
    /// Why.
    pub note: Option<String>,
    /// Keys of the sources on which it rests.
    pub sources: Vec<String>,
}

/// A passage of a source that bears on a claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct EvidenceData {
    /// The key of the source.
    pub source: String,
    /// Where in it.
    pub locator: Option<String>,
    /// The words.
    pub quote: Option<String>,
    /// On which side: supports, refutes or context.
    pub stance: String,
}

/// A verdict on a claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct VerdictData {
    /// The word of the site's scale.
    pub name: String,
    /// Its number on the scale, the worst having the least; none for a word apart from it.
    pub number: Option<u32>,
    /// When it was given.
    pub date: Option<String>,
    /// Who judged: the key of a speaker, or a plain name.
    pub by: Option<String>,
    /// Why.
    pub note: Option<String>,
}

/// A speaker of the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SpeakerData {
    /// The key.
    pub key: String,
    /// The full name.
    pub name: String,
    /// What it is: person, organization or document.
    pub r#type: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// The organisation: the key of a speaker, or a plain name.
    pub org: Option<String>,
    /// The topmost organisation.
    pub top: String,
    /// Addresses of the same entity elsewhere.
    pub same_as: Vec<String>,
    /// Offices held, oldest first.
    pub roles: Vec<RoleData>,
    /// The speaker's page.
    pub url: String,
}

/// An office that a speaker held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RoleData {
    /// What the office is called.
    pub role: String,
    /// The first day.
    pub from: Option<String>,
    /// The last day.
    pub to: Option<String>,
}

/// A source of the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SourceData {
    /// The key.
    pub key: String,
    /// Its bibliographic type, as Hayagriva names it.
    pub r#type: String,
    /// The title.
    pub title: Option<String>,
    /// The outlet.
    pub publisher: Option<String>,
    /// When it was published.
    pub date: Option<String>,
    /// Where it can be read.
    pub source_url: Option<String>,
    /// The Admiralty letter, A to F.
    pub reliability: Option<String>,
    /// How it came to its knowledge.
    pub access: Option<String>,
    /// Where its knowledge comes from in the end: the key of a source or speaker, or a name.
    pub origin: String,
    /// Whether it can still be read, and as it was.
    pub state: String,
    /// A copy kept elsewhere.
    pub archived: Option<ArchivedData>,
    /// The source's page.
    pub url: String,
}

/// A stored copy of a source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ArchivedData {
    /// The copy's address.
    pub url: Option<String>,
    /// When it was made.
    pub date: Option<String>,
    /// The SHA-256 of the copy, in hexadecimal.
    pub sha256: Option<String>,
}
