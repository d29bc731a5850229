//! Entries as CSL-JSON, which Zotero, Mendeley, Pandoc and citation processors read.
//!
//! The names are those of the schema `csl-data.json` of CSL 1.0.2.

use hayagriva::Entry as Inner;
use hayagriva::types::{Date, FormatString, Person, PersonRole};
use serde::Serialize;

use super::entry::Entry;
use super::extra::Extra;
use super::standing::{container, csl_type, event, original, own_or_container, series};

/// One item of CSL-JSON.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct CslItem {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(flatten)]
    names: CslNames,
    #[serde(flatten)]
    texts: Texts,
    #[serde(flatten)]
    dates: Dates,
}

/// The texts of an item, by the variable's name.
type Texts = std::collections::BTreeMap<&'static str, String>;

/// The people of an item, by the variable's name.
type CslNames = std::collections::BTreeMap<&'static str, Vec<CslName>>;

/// The dates of an item, by the variable's name.
type Dates = std::collections::BTreeMap<&'static str, CslDate>;

/// A name: of a person in parts, of an organisation whole.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
struct CslName {
    #[serde(skip_serializing_if = "Option::is_none")]
    family: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    given: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    non_dropping_particle: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    suffix: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    literal: Option<String>,
}

/// A date with as much of it as is known.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct CslDate {
    date_parts: Vec<Vec<i32>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    circa: Option<bool>,
}

/// Describes an entry, under its key, with what is known beside its description.
pub fn csl_item(entry: &Entry, extra: &Extra) -> CslItem {
    let entry = &entry.0;
    let mut texts = Texts::new();
    let mut add = |name, value: Option<String>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            texts.insert(name, value);
        }
    };
    titles(entry, &mut add);
    published(entry, &mut add);
    numbers(entry, &mut add);
    add("abstract", text(entry.abstract_()));
    add("note", Some(note(entry, extra)));
    add("keyword", Some(extra.keywords.join(", ")));
    CslItem {
        id: entry.key().to_owned(),
        kind: csl_type(entry),
        names: names(entry),
        texts,
        dates: dates(entry),
    }
}

fn text(text: Option<&FormatString>) -> Option<String> {
    text.map(ToString::to_string)
}

type Add<'a> = dyn FnMut(&'static str, Option<String>) + 'a;

fn titles(entry: &Inner, add: &mut Add) {
    add("title", text(entry.title()));
    let short = |entry: &Inner| Some(entry.title()?.short.as_ref()?.to_string());
    add("title-short", short(entry));
    let container = container(entry);
    add("container-title", text(container.and_then(Inner::title)));
    add("container-title-short", container.and_then(short));
    add(
        "collection-title",
        text(series(entry).and_then(Inner::title)),
    );
    let event = event(entry);
    add("event-title", text(event.and_then(Inner::title)));
    add("event-place", text(event.and_then(Inner::location)));
    add(
        "original-title",
        text(original(entry).and_then(Inner::title)),
    );
}

fn published(entry: &Inner, add: &mut Add) {
    let publisher = own_or_container(entry, Inner::publisher);
    let name = text(publisher.and_then(|one| one.name()));
    let organization = || text(own_or_container(entry, Inner::organization));
    add("publisher", name.or_else(organization));
    let place = publisher.and_then(|one| one.location());
    add("publisher-place", text(place.or_else(|| entry.location())));
    add("archive", text(entry.archive()));
    add("archive_location", text(entry.archive_location()));
    add("call-number", text(entry.call_number()));
    let language = own_or_container(entry, Inner::language);
    add("language", language.map(ToString::to_string));
    let url = own_or_container(entry, Inner::url);
    add("URL", url.map(|url| url.value.to_string()));
}

fn numbers(entry: &Inner, add: &mut Add) {
    let serial = |name: &str| {
        own_or_container(entry, |one| one.keyed_serial_number(name)).map(str::to_owned)
    };
    add(
        "volume",
        own_or_container(entry, Inner::volume).map(ToString::to_string),
    );
    add(
        "issue",
        own_or_container(entry, Inner::issue).map(ToString::to_string),
    );
    add(
        "edition",
        own_or_container(entry, Inner::edition).map(ToString::to_string),
    );
    add("number", serial("serial"));
    add("version", serial("version"));
    add("chapter-number", entry.chapter().map(ToString::to_string));
    add("page", entry.page_range().map(ToString::to_string));
    add(
        "number-of-pages",
        entry.page_total().map(ToString::to_string),
    );
    let volumes = own_or_container(entry, Inner::volume_total);
    add("number-of-volumes", volumes.map(ToString::to_string));
    add(
        "collection-number",
        series(entry)
            .and_then(Inner::volume)
            .map(ToString::to_string),
    );
    add("dimensions", entry.runtime().map(ToString::to_string));
    add("genre", text(own_or_container(entry, Inner::genre)));
    add("DOI", entry.doi().map(str::to_owned));
    add("ISBN", serial("isbn"));
    add("ISSN", serial("issn"));
    add("PMID", entry.pmid().map(str::to_owned));
    add("PMCID", entry.pmcid().map(str::to_owned));
}

/// The entry's note, and where a kept copy lies: no variable of CSL is for that alone.
fn note(entry: &Inner, extra: &Extra) -> String {
    let archived = extra.archived.as_ref().map(|(url, made)| match made {
        Some(made) => format!("Archived on {made}: {url}"),
        None => format!("Archived: {url}"),
    });
    let parts: Vec<String> = text(entry.note()).into_iter().chain(archived).collect();
    parts.join("\n")
}

fn names(entry: &Inner) -> CslNames {
    let mut names = CslNames::new();
    let mut add = |name, persons: &[Person]| {
        let persons = persons.iter().map(csl_name);
        names.entry(name).or_default().extend(persons);
    };
    let container = container(entry);
    add("author", entry.authors().unwrap_or_default());
    let authors = container.and_then(Inner::authors);
    add("container-author", authors.unwrap_or_default());
    let editors = entry.editors().or_else(|| container?.editors());
    add("editor", editors.unwrap_or_default());
    for group in entry.affiliated().unwrap_or_default() {
        let name = match group.role {
            PersonRole::Translator => "translator",
            PersonRole::Compiler => "compiler",
            PersonRole::Composer => "composer",
            PersonRole::Director => "director",
            PersonRole::Illustrator => "illustrator",
            PersonRole::Narrator => "narrator",
            PersonRole::Organizer => "organizer",
            PersonRole::Producer => "producer",
            PersonRole::ExecutiveProducer => "executive-producer",
            PersonRole::CastMember => "performer",
            PersonRole::Writer => "script-writer",
            PersonRole::Founder => "series-creator",
            _ => "contributor",
        };
        add(name, &group.names);
    }
    names.retain(|_, names| !names.is_empty());
    names
}

fn csl_name(person: &Person) -> CslName {
    if person.given_name.is_none() && person.prefix.is_none() && person.suffix.is_none() {
        return CslName {
            literal: Some(person.name.clone()),
            ..CslName::default()
        };
    }
    CslName {
        family: Some(person.name.clone()),
        given: person.given_name.clone(),
        non_dropping_particle: person.prefix.clone(),
        suffix: person.suffix.clone(),
        literal: None,
    }
}

fn dates(entry: &Inner) -> Dates {
    let url = own_or_container(entry, Inner::url);
    let dates = [
        ("issued", own_or_container(entry, Inner::date)),
        ("accessed", url.and_then(|url| url.visit_date.as_ref())),
        ("event-date", event(entry).and_then(Inner::date)),
        ("original-date", original(entry).and_then(Inner::date)),
    ];
    let known = dates.into_iter();
    known
        .filter_map(|(name, date)| Some((name, csl_date(date?))))
        .collect()
}

/// Months and days count from zero in hayagriva; years before our era are negative in CSL, where
/// hayagriva has a year 0.
fn csl_date(date: &Date) -> CslDate {
    let year = if date.year > 0 {
        date.year
    } else {
        date.year - 1
    };
    let month = date.month.map(|month| i32::from(month) + 1);
    let day = date.day.filter(|_| month.is_some());
    let day = day.map(|day| i32::from(day) + 1);
    CslDate {
        date_parts: vec![[Some(year), month, day].into_iter().flatten().collect()],
        circa: date.approximate.then_some(true),
    }
}
