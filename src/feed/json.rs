//! JSON Feed 1.1 (jsonfeed.org), with what the record tells of a brief as the extension `_brief`.

use serde::{Deserialize, Serialize};

use crate::dataset::{GlanceData, LikelihoodData};

/// The address that names the version of the format.
pub const VERSION: &str = "https://jsonfeed.org/version/1.1";

/// A feed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JsonFeed {
    /// The format.
    pub version: String,
    /// What it is called.
    pub title: String,
    /// The page that tells the same.
    pub home_page_url: String,
    /// Its own address.
    pub feed_url: String,
    /// What it is, in a sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// A small picture.
    pub favicon: String,
    /// Who publishes it.
    pub authors: Vec<JsonAuthor>,
    /// The language (BCP 47).
    pub language: String,
    /// The entries, the one changed last first.
    pub items: Vec<JsonItem>,
}

/// Who wrote something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JsonAuthor {
    /// The name.
    pub name: String,
    /// The author's page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// An entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JsonItem {
    /// The id, the same as in Atom.
    pub id: String,
    /// Where it stands on the site.
    pub url: String,
    /// What it is called.
    pub title: String,
    /// All of it.
    pub content_html: String,
    /// What it says, in a sentence or two.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// When it came out (RFC 3339).
    pub date_published: String,
    /// When it last changed in substance (RFC 3339).
    pub date_modified: String,
    /// Who wrote it.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub authors: Vec<JsonAuthor>,
    /// Its topics.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub tags: Vec<String>,
    /// Its language (BCP 47).
    pub language: String,
    /// What the record tells of the brief.
    #[serde(rename = "_brief", skip_serializing_if = "Option::is_none")]
    pub brief: Option<BriefExtension>,
}

/// The extension `_brief`: what the record tells of a brief, as of the day of the build. Empty
/// values are left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BriefExtension {
    /// The site's page that says what the marks mean.
    pub about: String,
    /// The last part of the brief's address.
    pub slug: String,
    /// What sort of text it is.
    pub kind: String,
    /// Where it stands in its life.
    pub state: String,
    /// The information cut-off (ISO 8601).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<String>,
    /// When it goes stale (ISO 8601).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review_by: Option<String>,
    /// The figures at its top.
    pub glance: GlanceData,
    /// What it comes down to.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub key_judgements: Vec<JudgementItem>,
    /// The claims that it makes and somebody has looked at.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub claims: Vec<ClaimItem>,
    /// The whole record of the brief as JSON.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<String>,
}

/// A key judgement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JudgementItem {
    /// The key of the claim.
    pub key: String,
    /// The judgement in words.
    pub text: String,
    /// The likelihood, with its range in per cent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub likelihood: Option<LikelihoodData>,
    /// The confidence: low, moderate or high.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confidence: Option<String>,
}

/// A claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimItem {
    /// The key.
    pub key: String,
    /// The claim in words.
    pub text: String,
    /// The status that holds; none for the authors' own judgements and for non-answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// Its page, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}
