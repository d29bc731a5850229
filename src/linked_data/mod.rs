//! The record as linked data: what the JSON-LD of a page holds, in the words of schema.org
//! (release 30).
//!
//! The structs hold what this site tells and no more; what is not known is left out. Dates are
//! whole days or instants, since schema.org knows no less exact ones; addresses are absolute.

mod party;
mod place;
mod review;
mod work;

use serde::Serialize;

pub use party::{Occupation, Party, PartyKind, Picture};
pub use place::{Breadcrumbs, Crumb, EntryPoint, SearchAction, Website};
pub use review::{Rating, Review};
pub use work::{
    Article, ArticleKind, Basis, Claim, Correction, Edition, Quotation, Work, WorkKind,
};

/// The JSON-LD of a page.
#[derive(Clone, Debug, Serialize)]
pub struct Document {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: Vec<Thing>,
}

impl Document {
    /// A document that tells of these things.
    pub fn new(graph: Vec<Thing>) -> Self {
        Self {
            context: "https://schema.org",
            graph,
        }
    }
}

/// One of the things that a page tells of.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub enum Thing {
    /// A brief.
    Article(Box<Article>),
    /// A claim.
    Claim(Box<Claim>),
    /// What a fact check finds of a claim.
    Review(Box<Review>),
    /// Somebody's own words.
    Quotation(Box<Quotation>),
    /// A person or an organisation.
    Party(Box<Party>),
    /// A document that speaks.
    Work(Box<Work>),
    /// The site.
    Website(Box<Website>),
    /// The pages above a page.
    Breadcrumbs(Breadcrumbs),
}
