//! An annotated brief: its HTML with places left for what is computed later, and its statements.

use std::ops::Range;

use crate::date::Date;
use crate::document::Document;
use crate::edtf::Edtf;
use crate::record::{Act, Allow, RelationKind, Wording};
use crate::scale::{Confidence, Credibility, Term};
use crate::text::{Name, Span, Spanned};

/// A document after the annotation pass. Plain pages pass through it too.
#[derive(Clone, Debug)]
pub struct Brief {
    /// The document.
    pub document: Document,
    /// The text as HTML, cut where something has to be put in.
    pub body: Vec<Piece>,
    /// The text as a reader sees it, without notes and citations: blocks end with a newline, a
    /// line break inside of one is a space.
    pub text: String,
    /// The annotations, in the order in which they end: an inner one before the one around it.
    pub annotations: Vec<Annotation>,
    /// The citations, in the order of the text.
    pub citations: Vec<Citation>,
    /// Lints that may not be told of blocks of the text.
    pub allow: Vec<Allow>,
    /// Where its links and images lead, as written.
    pub links: Vec<Name>,
}

/// A part of a brief's HTML. Numbers are places in [`Brief::annotations`] and
/// [`Brief::citations`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// HTML as it is.
    Html(String),
    /// An annotation's words begin. Where markup or another annotation cuts across them they
    /// come in several parts, and only the first is `true`.
    Open(usize, bool),
    /// An annotation's words, or a part of them, end; the last part is `true`.
    Close(usize, bool),
    /// The link from an annotation's words to its card.
    Reference(usize),
    /// A block of an annotation's paragraphs begins.
    BlockOpen(usize),
    /// A block of an annotation's paragraphs ends.
    BlockClose(usize),
    /// The range of an annotation's likelihood, after its word (`true`) or with it (`false`).
    Range(usize, bool),
    /// A citation.
    Cite(usize),
    /// The place of an annotation's card.
    Card(usize),
}

/// A statement as the brief's author marked it or as the detector found it, with names not looked
/// up.
#[derive(Clone, Debug)]
pub struct Annotation {
    /// Where it is written.
    pub span: Span,
    /// Which bytes of [`Brief::text`] it covers.
    pub range: Range<usize>,
    /// How much of it is the speaker's own words.
    pub wording: Wording,
    /// What its attributes say.
    pub says: Attributes,
    /// Places in [`Brief::citations`] that belong to it.
    pub citations: Vec<usize>,
    /// The words that tie speaker and content, where the detector found them.
    pub cue: Option<String>,
    /// What the detector read, where nobody has marked the statement.
    pub found: Option<Found>,
}

impl Annotation {
    /// An annotation whose words are still to be found.
    pub fn new(span: Span, says: Attributes) -> Self {
        Self {
            span,
            range: 0..0,
            wording: Wording::Indirect,
            says,
            citations: Vec::new(),
            cue: None,
            found: None,
        }
    }
}

/// What only the text says of a statement that nobody has marked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// What the text calls the speaker, titles left out.
    pub speaker: Option<String>,
    /// What it calls those through whom the statement came, nearest first.
    pub via: Vec<String>,
}

/// What the attributes of a span say.
#[derive(Clone, Debug, Default)]
pub struct Attributes {
    /// The claim that is stated.
    pub claim: Option<Name>,
    /// Who states it.
    pub by: Option<Name>,
    /// What the speaker does, as written or as a relation implies.
    pub act: Option<Act>,
    /// The relay, nearest first.
    pub via: Vec<Name>,
    /// Where the knowledge comes from.
    pub origin: Option<Name>,
    /// When it was said.
    pub said: Option<Spanned<Date>>,
    /// When it is about.
    pub about: Option<Edtf>,
    /// The words that weaken it.
    pub hedge: Option<String>,
    /// The likelihood of the author's own judgement.
    pub likelihood: Option<Term>,
    /// The confidence in it.
    pub confidence: Option<Confidence>,
    /// The Admiralty digit of the claim.
    pub credibility: Option<Credibility>,
    /// What the speaker gave no answer to.
    pub declines: Option<Declined>,
    /// Ties of the stated claim to others.
    pub relations: Vec<(RelationKind, Name)>,
    /// Classes for the HTML.
    pub classes: Vec<String>,
    /// An id for the HTML.
    pub id: Option<String>,
    /// `data-…` attributes for the HTML, names with their prefix.
    pub data: Vec<(String, String)>,
}

/// What a speaker declined to speak of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Declined {
    /// A claim.
    Claim(Name),
    /// A matter, in words.
    Matter(String),
}

/// `[@key, locator; @other]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// What is cited, in written order.
    pub items: Vec<CitedSource>,
}

/// One source of a citation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CitedSource {
    /// The source's key.
    pub key: Name,
    /// Where in the source, such as "para 3".
    pub locator: Option<String>,
}
