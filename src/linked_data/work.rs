//! Texts: briefs, the works that they cite, claims and quotations.

use serde::Serialize;

use super::{Party, Picture, Website};

/// What sort of text a brief is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum ArticleKind {
    /// Weighs the record and judges.
    AnalysisNewsArticle,
    /// Argues a view.
    OpinionNewsArticle,
    /// Tells what was found out at first hand.
    ReportageNewsArticle,
    /// Sets out what is known.
    BackgroundNewsArticle,
    /// A formal report.
    Report,
    /// Any other; of a fact check the reviews of claims say that it is one.
    Article,
}

/// A brief.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Article {
    /// What sort of text it is.
    #[serde(rename = "@type")]
    pub kind: ArticleKind,
    /// What it goes by in linked data.
    #[serde(rename = "@id", skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Its page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The title, as long as search engines print it.
    pub headline: String,
    /// The title in full, where it is longer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What it says, in a sentence or two.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// When it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_published: Option<String>,
    /// When it was last changed in substance, publication included.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_modified: Option<String>,
    /// When it goes stale.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires: Option<String>,
    /// Up to when it holds what was known (ISO 8601 interval).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub temporal_coverage: Option<String>,
    /// Its language (BCP 47).
    pub in_language: String,
    /// Its topics.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub keywords: Vec<String>,
    /// Who wrote it.
    pub author: Vec<Party>,
    /// Who publishes it.
    pub publisher: Party,
    /// The site's picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image: Option<Picture>,
    /// Its page, again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub main_entity_of_page: Option<String>,
    /// The site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_part_of: Option<Website>,
    /// By which principles it was written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publishing_principles: Option<String>,
    /// Where it stands in its life, if it is not simply out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub creative_work_status: Option<&'static str>,
    /// How the authors worked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub backstory: Option<String>,
    /// What was put right.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub correction: Vec<Correction>,
    /// Every source that it names.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub citation: Vec<Work>,
    /// The sources that are no mere relay of others.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub is_based_on: Vec<Basis>,
    /// The claims that it tells of.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<Claim>,
    /// The quotations in it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub has_part: Vec<Quotation>,
    /// The text of which it is a translation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub translation_of_work: Option<Edition>,
    /// Its translations.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub work_translation: Vec<Edition>,
}

/// An article in another language: its own page tells the rest.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Edition {
    /// Its kind: `CreativeWork`, of which nobody asks for a date and authors.
    #[serde(rename = "@type")]
    pub kind: WorkKind,
    /// Its identifier.
    #[serde(rename = "@id")]
    pub id: String,
    /// Its page.
    pub url: String,
    /// Its title.
    pub name: String,
    /// Its language (BCP 47).
    pub in_language: String,
}

/// What a work rests on: the address of a source, or the source where it has none.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub enum Basis {
    /// Where the source can be read.
    Address(String),
    /// A source that stands at no address.
    Work(Box<Work>),
}

/// A correction of a brief.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "@type", rename = "CorrectionComment", rename_all = "camelCase")]
pub struct Correction {
    /// What was put right, and how.
    pub text: String,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_published: Option<String>,
}

/// What sort of work a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum WorkKind {
    /// An article of a newspaper or another outlet.
    NewsArticle,
    /// An article of a scholarly journal.
    ScholarlyArticle,
    /// A report.
    Report,
    /// A book.
    Book,
    /// A part of a book.
    Chapter,
    /// A thesis.
    Thesis,
    /// A law.
    Legislation,
    /// A recording.
    MediaObject,
    /// A page on the web.
    WebPage,
    /// Anything else that somebody made.
    CreativeWork,
}

/// A work that is told of in a few words: a source, or a brief.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Work {
    /// What sort of work it is.
    #[serde(rename = "@type")]
    pub kind: WorkKind,
    /// What it is called.
    pub name: String,
    /// The same, where it is an article.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headline: Option<String>,
    /// Where it can be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Who wrote it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub author: Vec<Party>,
    /// Who published it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<Party>,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_published: Option<String>,
    /// Where a copy is kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub archived_at: Option<String>,
}

impl Work {
    /// A work with nothing but a name.
    pub fn named(kind: WorkKind, name: impl Into<String>) -> Self {
        Self {
            kind,
            name: name.into(),
            headline: None,
            url: None,
            author: Vec::new(),
            publisher: None,
            date_published: None,
            archived_at: None,
        }
    }
}

/// A claim.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub struct Claim {
    /// What it goes by in linked data.
    #[serde(rename = "@id", skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Its page, or its place in a brief.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The claim in words.
    pub text: String,
    /// Who makes it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub author: Vec<Party>,
    /// When it was first made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_published: Option<String>,
    /// The earliest work on record that holds it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_appearance: Option<Work>,
    /// The works that hold it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub appearance: Vec<Work>,
}

/// Somebody's own words.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub struct Quotation {
    /// Its place in a brief.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The words.
    pub text: String,
    /// Who said them.
    pub creator: Party,
    /// The same, for readers who know who is quoted by this property alone.
    pub spoken_by_character: Party,
    /// When they were said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_created: Option<String>,
    /// Where the author of the brief read them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_part_of: Option<Work>,
}
