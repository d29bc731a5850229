//! The site, and the pages above a page.

use serde::Serialize;

use super::Party;

/// The site.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "@type", rename = "WebSite", rename_all = "camelCase")]
pub struct Website {
    /// What it goes by in linked data.
    #[serde(rename = "@id")]
    pub id: String,
    /// Its first page.
    pub url: String,
    /// What it is called.
    pub name: String,
    /// What it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Its language (BCP 47).
    pub in_language: String,
    /// Who publishes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<Party>,
    /// How it is searched.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub potential_action: Option<SearchAction>,
}

/// The search of a site.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "@type", rename = "SearchAction")]
pub struct SearchAction {
    /// Where the words go. `query-input`, by which a search engine once found the name of the words
    /// in the address, is no property of the vocabulary.
    pub target: EntryPoint,
}

/// An address to which words are put.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "@type", rename = "EntryPoint", rename_all = "camelCase")]
pub struct EntryPoint {
    /// The address, with a name in braces where the words come (RFC 6570).
    pub url_template: String,
}

/// The pages above a page, and the page.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "@type", rename = "BreadcrumbList", rename_all = "camelCase")]
pub struct Breadcrumbs {
    /// From the first page of the site to this one.
    pub item_list_element: Vec<Crumb>,
}

/// One of the pages on the way to a page.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "@type", rename = "ListItem")]
pub struct Crumb {
    /// Its place, from one.
    pub position: usize,
    /// What it is called.
    pub name: String,
    /// Its address; none for the page itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<String>,
}
