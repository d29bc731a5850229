//! One source as a bibliography entry.

use std::collections::VecDeque;

use hayagriva::types::{Date, EntryType, FormatString, Person, QualifiedUrl, StringChunk};

use crate::report::Code;

/// Year, month (1–12) and day (1–31), as far as they are known. The year before year 1 is 0, as
/// in ISO 8601.
pub type PartialDate = (i32, Option<u8>, Option<u8>);

/// What a source is: title, authors, date, the publication that it stands in, and so on.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Entry(pub(super) hayagriva::Entry);

/// Parents that are outlets: what publishes, and not what is published.
const OUTLETS: &[EntryType] = &[
    EntryType::Newspaper,
    EntryType::Periodical,
    EntryType::Blog,
    EntryType::Web,
    EntryType::Audio,
    EntryType::Video,
];

/// Entries that are outlets themselves.
const SELF_OUTLETS: &[EntryType] = &[EntryType::Newspaper, EntryType::Periodical, EntryType::Blog];

/// A text that is to be cited like any other.
#[derive(Clone, Debug, Default)]
pub struct ReportEntry {
    /// Its key.
    pub key: String,
    /// Its title.
    pub title: String,
    /// Who wrote it, each by the whole name.
    pub authors: Vec<String>,
    /// Who published it.
    pub institution: String,
    /// What it calls itself, such as "Analysis".
    pub genre: String,
    /// The day on which it was published, or its month or year (ISO 8601).
    pub date: Option<String>,
    /// Where it can be read.
    pub url: Option<String>,
    /// Its language (BCP 47).
    pub language: String,
    /// What it says, in a sentence or two.
    pub summary: Option<String>,
}

impl From<ReportEntry> for Entry {
    fn from(report: ReportEntry) -> Self {
        let text = |text: String| FormatString::from(StringChunk::normal(text));
        let name = |name: String| Person {
            name,
            given_name: None,
            prefix: None,
            suffix: None,
            comma_suffix: false,
            alias: None,
        };
        let mut entry = hayagriva::Entry::new(&report.key, EntryType::Report);
        entry.set_title(text(report.title));
        entry.set_organization(text(report.institution));
        entry.set_genre(text(report.genre));
        if !report.authors.is_empty() {
            entry.set_authors(report.authors.into_iter().map(name).collect());
        }
        if let Some(date) = report.date.and_then(|date| date.parse().ok()) {
            entry.set_date(date);
        }
        if let Some(url) = report.url.and_then(|url| address(&url).ok()) {
            entry.set_url(url);
        }
        if let Ok(language) = report.language.parse() {
            entry.set_language(language);
        }
        if let Some(summary) = report.summary {
            entry.set_abstract_(text(summary));
        }
        Self(entry)
    }
}

impl Entry {
    /// The key.
    pub fn key(&self) -> &str {
        self.0.key()
    }

    /// The type: "article", "report", "web" and so on, as in YAML.
    pub fn kind(&self) -> String {
        // The names in YAML are the variants' names in lower case; a test holds that.
        format!("{:?}", self.0.entry_type()).to_lowercase()
    }

    /// The title as plain text.
    pub fn title(&self) -> Option<String> {
        self.0.title().map(ToString::to_string)
    }

    /// The short title, if the entry has one: `title: {value: …, short: …}`.
    pub fn short_title(&self) -> Option<String> {
        let title = self.0.title()?;
        title.short.as_ref().map(ToString::to_string)
    }

    /// The authors, given name first.
    pub fn authors(&self) -> Vec<String> {
        let authors = self.0.authors().unwrap_or_default();
        authors
            .iter()
            .map(|person| person.given_first(false))
            .collect()
    }

    /// Who publishes it: the title of the nearest parent that is an outlet (newspaper, periodical,
    /// blog, website, broadcast) or its own if it is one, else the publisher of it or of a parent,
    /// else the organisation.
    pub fn publisher_name(&self) -> Option<String> {
        let line = self.line();
        let outlet = line.iter().enumerate().find_map(|(distance, entry)| {
            let outlets = if distance == 0 { SELF_OUTLETS } else { OUTLETS };
            let is_outlet = outlets.contains(entry.entry_type());
            entry.title().filter(|_| is_outlet)
        });
        let publisher = || line.iter().find_map(|entry| entry.publisher()?.name());
        let organization = || line.iter().find_map(|entry| entry.organization());
        outlet
            .or_else(publisher)
            .or_else(organization)
            .map(ToString::to_string)
    }

    /// When it was published, itself or else the nearest parent with a date.
    pub fn date(&self) -> Option<PartialDate> {
        self.line()
            .iter()
            .find_map(|entry| entry.date())
            .map(partial)
    }

    /// Its address, or that of the nearest parent with one.
    pub fn url(&self) -> Option<String> {
        self.qualified_url().map(|url| url.value.to_string())
    }

    /// When the author last saw it at its address.
    pub fn url_date(&self) -> Option<PartialDate> {
        self.qualified_url()?.visit_date.as_ref().map(partial)
    }

    /// Its digital object identifier, without the address of a resolver.
    pub fn doi(&self) -> Option<String> {
        self.0.doi().map(ToOwned::to_owned)
    }

    fn qualified_url(&self) -> Option<&QualifiedUrl> {
        self.line().into_iter().find_map(hayagriva::Entry::url)
    }

    /// The entry and all above it, nearest first.
    fn line(&self) -> Vec<&hayagriva::Entry> {
        let mut line = Vec::new();
        let mut waiting = VecDeque::from([&self.0]);
        while let Some(entry) = waiting.pop_front() {
            line.push(entry);
            waiting.extend(entry.parents());
        }
        line
    }
}

/// Hayagriva counts months and days from zero.
fn partial(date: &Date) -> PartialDate {
    let from_one = |number: Option<u8>| number.map(|number| number + 1);
    (date.year, from_one(date.month), from_one(date.day))
}

/// Reads an address. Those that run a script or carry a document in themselves are refused.
pub(super) fn address(text: &str) -> Result<QualifiedUrl, (Code, String)> {
    let url: QualifiedUrl = text.parse().map_err(|fault| {
        (
            Code::InvalidSource,
            format!("`{text}` is no address: {fault}"),
        )
    })?;
    match url.value.scheme() {
        scheme @ ("javascript" | "vbscript" | "data") => {
            let message = format!("an address with `{scheme}:` is not safe to follow");
            Err((Code::UnsafeLink, message))
        }
        _ => Ok(url),
    }
}
