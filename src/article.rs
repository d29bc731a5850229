//! A text from elsewhere on its way to become a brief.

use crate::date::Date;
use crate::document::Kind;

/// What a file says of a text, and the text.
#[derive(Clone, Debug, Default)]
pub struct Article {
    /// The headline.
    pub title: Option<String>,
    /// When it was published.
    pub date: Option<Date>,
    /// Its language (BCP 47).
    pub lang: Option<String>,
    /// What sort of text it says that it is.
    pub kind: Option<Kind>,
    /// Front matter that it brings along: YAML entries as they were written, with their keys.
    pub front: Vec<(String, String)>,
    /// Where it was published, if that is known.
    pub published: Option<Published>,
    /// The text, as Markdown.
    pub text: String,
}

/// Where a text was published and by whom: what a list of sources needs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// Whether it is an article of a newspaper or agency, and not any page.
    pub is_article: bool,
    /// Who wrote it, each as a bibliography sorts it: `Doe, Jane`.
    pub authors: Vec<String>,
    /// The newspaper, agency or site.
    pub publisher: Option<String>,
    /// Its address.
    pub url: Option<String>,
}
