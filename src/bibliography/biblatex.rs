//! Entries as BibLaTeX: a file that BibTeX tools, Zotero and our own reader take.

use hayagriva::Entry as Inner;
use hayagriva::types::{ChunkKind, Date, FormatString, Person, PersonRole};

use super::entry::Entry;
use super::extra::Extra;
use super::standing::{biblatex_type, container, event, original, own_or_container, series};

/// Writes entries with what is known of them beside their description, each under its key.
pub fn biblatex<'a>(entries: impl IntoIterator<Item = (&'a Entry, Extra)>) -> String {
    let entries = entries.into_iter();
    let entries: Vec<String> = entries
        .map(|(entry, extra)| one(&entry.0, &extra))
        .collect();
    entries.join("\n")
}

/// The fields of one entry.
struct Fields(String);

impl Fields {
    /// Adds a field whose value is ready.
    fn add(&mut self, name: &str, value: Option<impl AsRef<str>>) {
        if let Some(value) = value
            && !value.as_ref().is_empty()
        {
            self.0
                .push_str(&format!("  {name} = {{{}}},\n", value.as_ref()));
        }
    }

    fn text(&mut self, name: &str, value: Option<impl ToString>) {
        self.add(name, value.map(|value| escaped(&value.to_string())));
    }

    fn formatted(&mut self, name: &str, value: Option<&FormatString>) {
        self.add(name, value.map(chunks));
    }

    /// Adds a field that is taken as it stands: an address or a number under which a thing is known.
    fn verbatim(&mut self, name: &str, value: Option<impl ToString>) {
        let bare = |value: String| value.replace('{', "%7B").replace('}', "%7D");
        let bare = |value: String| bare(value).replace('\\', "%5C");
        self.add(name, value.map(|value| bare(value.to_string())));
    }

    fn date(&mut self, name: &str, value: Option<&Date>) {
        self.add(name, value.map(date));
    }

    fn persons(&mut self, name: &str, persons: Option<&[Person]>) {
        let persons = persons.unwrap_or_default();
        let persons: Vec<String> = persons.iter().map(person).collect();
        self.add(name, Some(persons.join(" and ")));
    }
}

fn one(entry: &Inner, extra: &Extra) -> String {
    let kind = biblatex_type(entry);
    let mut fields = Fields(format!("@{kind}{{{},\n", key(entry.key())));
    persons(&mut fields, entry);
    titles(&mut fields, entry, kind);
    published(&mut fields, entry, kind);
    fields.date("date", own_or_container(entry, Inner::date));
    fields.date("origdate", original(entry).and_then(Inner::date));
    numbers(&mut fields, entry, kind);
    let url = own_or_container(entry, Inner::url);
    fields.verbatim("url", url.map(|url| &url.value));
    fields.date("urldate", url.and_then(|url| url.visit_date.as_ref()));
    if let Some((url, made)) = &extra.archived {
        fields.verbatim("archiveurl", Some(url));
        fields.add("archivedate", made.as_ref());
    }
    if let Some(language) = own_or_container(entry, Inner::language) {
        let tag = language.to_string();
        fields.add("langid", babel(&tag));
        fields.text("language", babel(&tag).is_none().then_some(tag));
    }
    let place = [
        entry.archive(),
        entry.archive_location(),
        entry.call_number(),
    ];
    let place: Vec<String> = place.into_iter().flatten().map(chunks).collect();
    fields.add("library", Some(place.join(", ")));
    fields.formatted("abstract", entry.abstract_());
    fields.formatted("note", entry.note());
    fields.text("keywords", Some(extra.keywords.join(", ")));
    fields.0 + "}\n"
}

fn persons(fields: &mut Fields, entry: &Inner) {
    fields.persons("author", entry.authors());
    let container = container(entry);
    fields.persons("bookauthor", container.and_then(Inner::authors));
    let editors = entry.editors().or_else(|| container?.editors());
    fields.persons("editor", editors);
    let mut slots = ["editora", "editorb", "editorc"].into_iter();
    for group in entry.affiliated().unwrap_or_default() {
        let role = match &group.role {
            PersonRole::Translator => "translator",
            PersonRole::Afterword => "afterword",
            PersonRole::Foreword => "foreword",
            PersonRole::Introduction => "introduction",
            PersonRole::Annotator => "annotator",
            PersonRole::Commentator => "commentator",
            PersonRole::Holder => "holder",
            role => {
                if let Some(slot) = slots.next() {
                    fields.persons(slot, Some(&group.names));
                    fields.text(&format!("{slot}type"), Some(editor_type(role)));
                }
                continue;
            }
        };
        fields.persons(role, Some(&group.names));
    }
}

/// A part in the making of a work, as a type of editor.
fn editor_type(role: &PersonRole) -> String {
    match role {
        PersonRole::Writer => "scriptwriter".to_owned(),
        PersonRole::Unknown(role) => role.clone(),
        role => format!("{role:?}").to_lowercase(),
    }
}

fn titles(fields: &mut Fields, entry: &Inner, kind: &str) {
    fields.formatted("title", entry.title());
    let short = entry.title().and_then(|title| title.short.as_deref());
    fields.add("shorttitle", short.map(|short| in_chunks(&short.0)));
    let container = container(entry);
    let name = match kind {
        "article" => "journaltitle",
        "inproceedings" | "incollection" | "inbook" | "inreference" => "booktitle",
        "online" => "organization",
        _ => "publisher",
    };
    fields.formatted(name, container.and_then(Inner::title));
    let is_news =
        container.is_some_and(|one| *one.entry_type() == hayagriva::types::EntryType::Newspaper);
    fields.add("entrysubtype", is_news.then_some("newspaper"));
    fields.formatted("series", series(entry).and_then(Inner::title));
    let event = event(entry);
    fields.formatted("eventtitle", event.and_then(Inner::title));
    fields.date("eventdate", event.and_then(Inner::date));
    fields.formatted("venue", event.and_then(Inner::location));
}

/// Who published it and where. No field may stand twice: a title of what it stands in goes first.
fn published(fields: &mut Fields, entry: &Inner, kind: &str) {
    let publisher = own_or_container(entry, Inner::publisher);
    let organization = own_or_container(entry, Inner::organization);
    let mut name = publisher.and_then(|one| one.name());
    let is_taken = |fields: &Fields, name: &str| fields.0.contains(&format!("\n  {name} = "));
    let field = match kind {
        "report" | "thesis" | "unpublished" => "institution",
        _ => "organization",
    };
    if !is_taken(fields, field) {
        fields.formatted(field, organization);
    } else if name.is_none() {
        name = organization;
    }
    if !is_taken(fields, "publisher") {
        fields.formatted("publisher", name);
    }
    let place = publisher.and_then(|one| one.location());
    fields.formatted("location", place.or_else(|| entry.location()));
}

fn numbers(fields: &mut Fields, entry: &Inner, kind: &str) {
    let serial = |name: &str| own_or_container(entry, |one| one.keyed_serial_number(name));
    let number = match kind {
        "report" | "patent" | "reference" => serial("serial").map(str::to_owned),
        _ => None,
    };
    let of_series = || series(entry)?.volume().map(ToString::to_string);
    let issue = own_or_container(entry, Inner::issue).map(ToString::to_string);
    fields.text("number", number.or(issue).or_else(of_series));
    fields.text("volume", own_or_container(entry, Inner::volume));
    fields.text("volumes", own_or_container(entry, Inner::volume_total));
    fields.text("edition", own_or_container(entry, Inner::edition));
    fields.text("version", serial("version"));
    fields.text("chapter", entry.chapter());
    fields.text(
        "pages",
        entry
            .page_range()
            .map(|pages| pages.to_string().replace('-', "--")),
    );
    fields.text("pagetotal", entry.page_total());
    fields.formatted("type", entry.genre());
    fields.verbatim("doi", entry.doi());
    fields.text("isbn", serial("isbn"));
    fields.text("issn", serial("issn"));
    if let Some(arxiv) = entry.arxiv() {
        fields.verbatim("eprint", Some(arxiv));
        fields.add("eprinttype", Some("arxiv"));
    } else if let Some(pubmed) = entry.pmid() {
        fields.verbatim("eprint", Some(pubmed));
        fields.add("eprinttype", Some("pubmed"));
    }
}

/// A key without the characters that would end it.
fn key(key: &str) -> String {
    let ends = |letter: char| {
        letter.is_whitespace() || letter.is_control() || "@{}\"#'(),=%\\~".contains(letter)
    };
    key.replace(ends, "-")
}

/// A name as "von Last, Jr, First"; what has no given name is one name in braces.
fn person(person: &Person) -> String {
    let Some(given) = &person.given_name else {
        let parts = [&person.prefix, &Some(person.name.clone()), &person.suffix];
        let parts: Vec<String> = parts
            .into_iter()
            .flatten()
            .map(|part| escaped(part))
            .collect();
        return format!("{{{}}}", parts.join(" "));
    };
    let mut name = part(&person.name);
    if let Some(prefix) = &person.prefix {
        name = format!("{} {name}", escaped(prefix));
    }
    if let Some(suffix) = &person.suffix {
        name = format!("{name}, {}", part(suffix));
    }
    format!("{name}, {}", part(given))
}

/// A part of a name; in braces where its own words would be taken for something else.
fn part(words: &str) -> String {
    let is_small = |word: &str| word.starts_with(char::is_lowercase);
    let mut several = words.split_whitespace();
    let needs_braces = words.contains([',', '=']) || several.any(is_small);
    let escaped = escaped(words);
    if needs_braces {
        format!("{{{escaped}}}")
    } else {
        escaped
    }
}

/// As ISO 8601-2 (EDTF) writes it; hayagriva counts months and days from zero.
fn date(date: &Date) -> String {
    let mut text = if date.year < 0 {
        format!("-{:04}", -date.year)
    } else {
        format!("{:04}", date.year)
    };
    if let Some(month) = date.month {
        text.push_str(&format!("-{:02}", month + 1));
        if let Some(day) = date.day {
            text.push_str(&format!("-{:02}", day + 1));
        }
    }
    if date.approximate {
        text.push('~');
    }
    text
}

fn chunks(text: &FormatString) -> String {
    in_chunks(&text.value.0)
}

/// Text in which what keeps its case stands in braces, and formulas between dollars.
fn in_chunks(chunks: &[hayagriva::types::StringChunk]) -> String {
    let chunk = |chunk: &hayagriva::types::StringChunk| match chunk.kind {
        ChunkKind::Normal => escaped(&chunk.value),
        ChunkKind::Verbatim => format!("{{{}}}", escaped(&chunk.value)),
        ChunkKind::Math => format!("${}$", chunk.value.replace(['$', '{', '}'], "")),
    };
    chunks.iter().map(chunk).collect()
}

/// Text without what LaTeX would act on.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match letter {
            '\\' => escaped.push_str("\\textbackslash{}"),
            '{' => escaped.push_str("\\textbraceleft{}"),
            '}' => escaped.push_str("\\textbraceright{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '&' | '%' | '$' | '#' | '_' => {
                escaped.push('\\');
                escaped.push(letter);
            }
            // Two of them would be a dash.
            '-' if escaped.ends_with('-') => escaped.push_str("{}-"),
            letter if letter.is_control() => escaped.push(' '),
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// What babel calls a language; nothing for those that BibLaTeX does not know.
fn babel(tag: &str) -> Option<&'static str> {
    const NAMES: &[(&str, &str)] = &[
        ("en-US", "american"),
        ("en-GB", "british"),
        ("en-CA", "canadian"),
        ("en-AU", "australian"),
        ("en-NZ", "newzealand"),
        ("en", "english"),
        ("de-AT", "naustrian"),
        ("de-CH", "nswissgerman"),
        ("de", "ngerman"),
        ("pt-BR", "brazilian"),
        ("pt", "portuguese"),
        ("bg", "bulgarian"),
        ("ca", "catalan"),
        ("hr", "croatian"),
        ("cs", "czech"),
        ("da", "danish"),
        ("nl", "dutch"),
        ("et", "estonian"),
        ("fi", "finnish"),
        ("fr", "french"),
        ("el", "greek"),
        ("hu", "hungarian"),
        ("it", "italian"),
        ("lv", "latvian"),
        ("lt", "lithuanian"),
        ("nb", "norsk"),
        ("nn", "nynorsk"),
        ("pl", "polish"),
        ("ro", "romanian"),
        ("ru", "russian"),
        ("sk", "slovak"),
        ("sl", "slovene"),
        ("es", "spanish"),
        ("sv", "swedish"),
        ("tr", "turkish"),
        ("uk", "ukrainian"),
    ];
    let named = |tag: &str| NAMES.iter().find(|(one, _)| *one == tag);
    let main = tag.split('-').next().unwrap_or(tag);
    named(tag).or_else(|| named(main)).map(|(_, name)| *name)
}
