//! One Markdown file taken apart: front matter, what it adds to the record, and its text.

use crate::date::Date;
use crate::record::{Allow, Record, words};
use crate::text::{FileId, Name, Span, Spanned};

/// A brief, a plain page or the home page's words, before annotation.
#[derive(Clone, Debug)]
pub struct Document {
    /// The file.
    pub file: FileId,
    /// The last part of its address.
    pub slug: String,
    /// Where the slug comes from, for messages: its key, else the beginning of the file.
    pub slug_span: Span,
    /// What the front matter says of the document.
    pub front: FrontMatter,
    /// What the front matter adds to the record.
    pub record: Record,
    /// The first byte of the text below the front matter; it goes on to the end of the file.
    pub body: usize,
}

/// What the front matter says of a document.
#[derive(Clone, Debug)]
pub struct FrontMatter {
    /// The title.
    pub title: String,
    /// When it was published.
    pub date: Option<Spanned<Date>>,
    /// When it was last changed in substance.
    pub updated: Option<Spanned<Date>>,
    /// The information cut-off.
    pub as_of: Option<Spanned<Date>>,
    /// When it goes stale.
    pub review_by: Option<Spanned<Date>>,
    /// What sort of text it is.
    pub kind: Kind,
    /// Where it stands in its life.
    pub state: State,
    /// The moment before which it must not appear.
    pub embargo: Option<Spanned<Date>>,
    /// Who wrote it: speaker keys or plain names.
    pub authors: Vec<Name>,
    /// What it says, in a sentence or two.
    pub summary: Option<String>,
    /// Its topics.
    pub tags: Vec<Name>,
    /// Its language (BCP 47).
    pub lang: Option<String>,
    /// The slug of the text of which it is a translation.
    pub translation_of: Option<Name>,
    /// Addresses at which it stood before: files below the site's root.
    pub aliases: Vec<Name>,
    /// How the authors worked.
    pub process: Option<String>,
    /// The claims that it comes down to.
    pub key_judgements: Vec<Name>,
    /// Whether machine detection may read it.
    pub detect: Option<bool>,
    /// Corrections made since publication.
    pub corrections: Vec<Correction>,
    /// Lints that may not be told of anything in the file.
    pub allow: Vec<Allow>,
    /// Values for the site's own templates.
    pub extra: serde_json::Value,
}

impl FrontMatter {
    /// The day on which it came out: its date, or the end of its embargo where that is later.
    pub fn appeared(&self) -> Option<Date> {
        let embargo = self
            .embargo
            .as_ref()
            .filter(|_| self.state == State::Embargoed);
        let dates = [self.date.as_ref(), embargo];
        dates.into_iter().flatten().map(|date| date.value).max()
    }

    /// Whether it has been published, so that others than its authors may know of it.
    pub fn is_out(&self) -> bool {
        !matches!(self.state, State::Draft | State::Review)
    }

    /// The day to which its words hold: that of its last substantive change.
    pub fn stands_as_of(&self) -> Option<Date> {
        let updated = self.updated.as_ref().map(|date| date.value);
        self.appeared().max(updated)
    }

    /// The day of its last change in substance; taking the text back is one.
    pub fn changed(&self) -> Option<Date> {
        let retraction = self.retraction().filter(|_| self.state == State::Withdrawn);
        self.stands_as_of()
            .max(retraction.map(|one| one.date.value))
    }

    /// The correction that takes the whole text back, the newest where there are several.
    pub fn retraction(&self) -> Option<&Correction> {
        let retractions = self
            .corrections
            .iter()
            .filter(|one| one.kind == CorrectionKind::Retraction);
        retractions.max_by_key(|one| (one.claim.is_none(), one.date.value))
    }
}

/// A correction to a published brief.
#[derive(Clone, Debug)]
pub struct Correction {
    /// When it was made.
    pub date: Spanned<Date>,
    /// Its weight.
    pub kind: CorrectionKind,
    /// The claim that it concerns.
    pub claim: Option<Name>,
    /// What stood there.
    pub was: Option<String>,
    /// What stands there now.
    pub now: Option<String>,
    /// Why.
    pub note: Option<String>,
}

words! {
    /// What sort of text a brief is.
    Kind {
        /// Weighs the record and judges.
        Analysis "analysis",
        /// Argues a view.
        Opinion "opinion",
        /// Tells what was found out at first hand.
        Reportage "reportage",
        /// Sets out what is known.
        Background "background",
        /// A formal report.
        Report "report",
        /// Tests what somebody claimed.
        Factcheck "factcheck",
    }
}

words! {
    /// Where a brief stands in its life.
    State {
        /// Being written.
        Draft "draft",
        /// Being read by others.
        Review "review",
        /// Ready, and held back until its embargo ends.
        Embargoed "embargoed",
        /// Out.
        Published "published",
        /// Taken back: its address stays and gives the reason, a correction of kind `retraction`.
        Withdrawn "withdrawn",
    }
}

words! {
    /// The weight of a correction.
    CorrectionKind {
        /// An error of substance was put right.
        Correction "correction",
        /// A passage was made clearer.
        Clarification "clarification",
        /// News since publication was added.
        Update "update",
        /// The brief was taken back.
        Retraction "retraction",
    }
}
