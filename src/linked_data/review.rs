//! Reviews of claims (schema.org `ClaimReview`).

use serde::Serialize;

use super::{Claim, Party};

/// What a fact check finds of a claim.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "@type", rename = "ClaimReview", rename_all = "camelCase")]
pub struct Review {
    /// The fact check.
    pub url: String,
    /// The claim, in as few words as search engines show.
    pub claim_reviewed: String,
    /// Who judges.
    pub author: Party,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_published: Option<String>,
    /// Its language (BCP 47).
    pub in_language: String,
    /// The verdict.
    pub review_rating: Rating,
    /// The claim, with who made it and where.
    pub item_reviewed: Claim,
}

/// A verdict.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub struct Rating {
    /// The word.
    pub alternate_name: String,
    /// Its number; none for a word that stands apart from the scale, and then no bounds either.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rating_value: Option<u32>,
    /// The greatest number of the scale.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub best_rating: Option<u32>,
    /// The least.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub worst_rating: Option<u32>,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rating_explanation: Option<String>,
}
