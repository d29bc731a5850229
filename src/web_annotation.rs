//! Web annotations: what `annotations.json` holds (W3C Web Annotation Data Model, 2017).
//!
//! Names of types, keys and values are the standard's. Instants are in UTC (`xsd:dateTime`).

use serde::{Deserialize, Serialize};

/// The JSON-LD context that gives the keys their meaning.
pub const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

/// The media type, with the profile that tells annotations from other JSON-LD.
pub const MEDIA_TYPE: &str = "application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\"";

/// A list of annotations, cut into pages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename = "AnnotationCollection")]
pub struct AnnotationCollection {
    /// [`CONTEXT`].
    #[serde(rename = "@context")]
    pub context: String,
    /// The address of the collection.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// How many annotations it has.
    pub total: usize,
    /// The first page, unless there are no annotations.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first: Option<First>,
    /// The address of the last page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last: Option<String>,
}

/// The first page of a collection.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum First {
    /// Its address.
    Address(String),
    /// The page itself.
    Page(AnnotationPage),
}

/// A part of a collection.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename = "AnnotationPage", rename_all = "camelCase")]
pub struct AnnotationPage {
    /// [`CONTEXT`], where the page is a file of its own.
    #[serde(rename = "@context", skip_serializing_if = "Option::is_none")]
    pub context: Option<String>,
    /// The address of the page.
    pub id: String,
    /// The collection.
    pub part_of: PartOf,
    /// The place of its first annotation in the collection, from zero.
    pub start_index: usize,
    /// The address of the page before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prev: Option<String>,
    /// The address of the page after.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
    /// The annotations.
    pub items: Vec<WebAnnotation>,
}

/// The collection of a page, as the page tells of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartOf {
    /// Its address.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// How many annotations it has.
    pub total: usize,
}

/// One annotation: what is said of which words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename = "Annotation")]
pub struct WebAnnotation {
    /// Its address.
    pub id: String,
    /// Why it was made.
    pub motivation: Motivation,
    /// When it was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created: Option<String>,
    /// When it was changed in substance.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modified: Option<String>,
    /// Who made it.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub creator: Vec<Agent>,
    /// What is said.
    pub body: Vec<Body>,
    /// Of which words.
    pub target: Target,
}

/// Why an annotation, or a part of it, was made (Web Annotation Vocabulary, section 3.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Motivation {
    /// To weigh the target.
    Assessing,
    /// To sort it.
    Classifying,
    /// To tell what it says.
    Describing,
    /// To say that something was to be changed.
    Editing,
    /// To say what it is an instance of.
    Identifying,
    /// To lead to what bears on it.
    Linking,
    /// To leave a question about it open.
    Questioning,
    /// To answer something said before.
    Replying,
    /// To name its topics.
    Tagging,
}

/// Who made an annotation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agent {
    /// The address of their page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// What they are, where that is known.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<AgentKind>,
    /// What they are called.
    pub name: String,
}

/// What an agent is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AgentKind {
    /// A person.
    Person,
    /// Several people under one name.
    Organization,
    /// A program.
    Software,
}

/// A part of what is said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum Body {
    /// Words.
    TextualBody {
        /// The words.
        value: String,
        /// Their media type.
        format: String,
        /// Their language (BCP 47).
        language: String,
        /// What they are there for.
        purpose: Motivation,
    },
    /// Something with an address.
    SpecificResource {
        /// The address.
        source: String,
        /// What it is there for.
        purpose: Motivation,
        /// As it was at some time.
        #[serde(skip_serializing_if = "Option::is_none")]
        state: Option<State>,
    },
}

/// The words that are annotated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename = "SpecificResource")]
pub struct Target {
    /// The address of the page that they stand in.
    pub source: String,
    /// The page as it was at some time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<State>,
    /// Where they stand in it; each of several leads to the same words.
    pub selector: Vec<Selector>,
}

/// Where words stand in a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum Selector {
    /// The words, and what stands beside them.
    TextQuoteSelector {
        /// The words.
        exact: String,
        /// What stands right before.
        #[serde(skip_serializing_if = "Option::is_none")]
        prefix: Option<String>,
        /// What stands right behind.
        #[serde(skip_serializing_if = "Option::is_none")]
        suffix: Option<String>,
    },
    /// Their place in a text.
    TextPositionSelector {
        /// The first character, in Unicode code points from zero.
        start: usize,
        /// The character behind the last.
        end: usize,
    },
    /// An element of the page, and the place in it.
    #[serde(rename_all = "camelCase")]
    CssSelector {
        /// The CSS selector of the element.
        value: String,
        /// The place in the element.
        refined_by: Box<Selector>,
    },
}

/// What a resource was at some time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum State {
    /// As it was at an instant, or between two.
    #[serde(rename_all = "camelCase")]
    TimeState {
        /// The instant.
        #[serde(skip_serializing_if = "Option::is_none")]
        source_date: Option<String>,
        /// The first instant, where the day is not known.
        #[serde(skip_serializing_if = "Option::is_none")]
        source_date_start: Option<String>,
        /// The last instant.
        #[serde(skip_serializing_if = "Option::is_none")]
        source_date_end: Option<String>,
        /// The address of a copy from that time.
        cached: String,
    },
}
