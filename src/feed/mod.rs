//! What readers follow: the newest of a site, a topic, a speaker, a claim or the corrections. Made
//! once, written as Atom or as JSON Feed.

mod json;

use crate::date::Date;

pub use json::{BriefExtension, ClaimItem, JsonAuthor, JsonFeed, JsonItem, JudgementItem, VERSION};

/// A feed. Addresses are absolute.
#[derive(Clone, Debug)]
pub struct Feed {
    /// The id (RFC 4151), which outlives other titles and addresses.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What it is, in a sentence.
    pub description: Option<String>,
    /// The language of what names none (BCP 47).
    pub language: String,
    /// The page that tells the same.
    pub page: String,
    /// Its own address as Atom.
    pub atom: String,
    /// Its own address as JSON Feed.
    pub json: String,
    /// A picture for lists of feeds.
    pub icon: String,
    /// Who publishes it.
    pub author: Author,
    /// When the newest entry last changed in substance.
    pub updated: Option<Date>,
    /// The entries, the one changed last first.
    pub entries: Vec<Entry>,
}

/// One thing to read.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The id (RFC 4151), which outlives other titles and addresses.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Its language (BCP 47).
    pub language: String,
    /// Where it stands on the site.
    pub url: String,
    /// When it came out.
    pub published: Date,
    /// When it last changed in substance.
    pub updated: Date,
    /// Who wrote it.
    pub authors: Vec<Author>,
    /// Its topics: key and name.
    pub topics: Vec<(String, String)>,
    /// What it says, in a sentence or two.
    pub summary: Option<String>,
    /// All of it, as HTML that reads well without a stylesheet.
    pub content: String,
    /// What the record tells of the brief, where the entry is one.
    pub brief: Option<BriefExtension>,
}

/// Who wrote something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    /// The name.
    pub name: String,
    /// The author's page.
    pub url: Option<String>,
}
