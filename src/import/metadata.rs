//! What a page says of itself: JSON-LD first, then meta elements, then what its readers see.

use dom_query::Document;
use dom_smoothie::Readability;
use serde_json::{Map, Value};

use super::markdown::read_date;
use super::names;
use super::visible::collapsed;
use crate::article::{Article, Published};
use crate::document::Kind;

/// Reads all but the text.
pub(super) fn read(reader: &Readability, html: &str) -> Article {
    let doc = &reader.doc;
    let linked = linked_data(doc);
    let says = linked.as_ref();
    let meta = reader.get_article_metadata(None);
    let of_json = |path: &[&str]| says.and_then(|says| text_at(says, path));
    let publisher = of_json(&["publisher", "name"]).or(meta.site_name);
    let url = address(doc, says, html);
    let is_article = says.is_some()
        || attribute(doc, "meta[property='og:type']", "content")
            .is_some_and(|kind| kind == "article");
    let byline = meta.byline.or_else(|| visible_byline(doc));
    let signs = [publisher.clone(), byline.clone()];
    let mut authors = says.map(authors).unwrap_or_default();
    if authors.is_empty() {
        authors = byline
            .map(|line| names::of_byline(&line, publisher.as_deref()))
            .unwrap_or_default();
    }
    let date = [
        of_json(&["datePublished"]),
        meta.published_time,
        attribute(doc, "[itemprop='datePublished'][content]", "content"),
        attribute(doc, "[itemprop='datePublished'][datetime]", "datetime"),
        attribute(doc, "meta[name='date']", "content"),
        attribute(
            doc,
            "article time[datetime], main time[datetime]",
            "datetime",
        ),
        attribute(doc, "time[datetime]", "datetime"),
        words_of(doc, "time"),
        url.as_deref().and_then(day_in),
    ];
    Article {
        title: title(doc, of_json(&["headline"]), &meta.title, &signs),
        date: date.into_iter().flatten().find_map(|text| read_date(&text)),
        lang: lang(doc, of_json(&["inLanguage"])),
        kind: says.and_then(kind),
        published: Some(Published {
            is_article,
            authors,
            publisher: publisher.or_else(|| host(url.as_deref()?)),
            url,
        }),
        ..Article::default()
    }
}

/// The article among the page's JSON-LD.
fn linked_data(doc: &Document) -> Option<Map<String, Value>> {
    let scripts = doc.select("script[type='application/ld+json']");
    let mut found = Vec::new();
    for script in scripts.nodes() {
        if let Ok(value) = serde_json::from_str(script.text().trim()) {
            objects(value, &mut found);
        }
    }
    let is_one = |object: &Map<String, Value>| {
        types(object).any(|kind| {
            kind.ends_with("Article")
                || matches!(kind, "BlogPosting" | "LiveBlogPosting" | "Report")
        })
    };
    found.into_iter().find(is_one)
}

/// The objects of a JSON-LD block: alone, in a list, or in a graph.
fn objects(value: Value, found: &mut Vec<Map<String, Value>>) {
    match value {
        Value::Array(items) => items.into_iter().for_each(|item| objects(item, found)),
        Value::Object(mut object) => {
            let graph = object.remove("@graph");
            found.push(object);
            if let Some(graph) = graph {
                objects(graph, found);
            }
        }
        _ => {}
    }
}

fn types(object: &Map<String, Value>) -> impl Iterator<Item = &str> {
    let kind = object.get("@type");
    let list = kind
        .and_then(Value::as_array)
        .map_or(&[][..], Vec::as_slice);
    list.iter().chain(kind).filter_map(Value::as_str)
}

/// The text at a path; of a list the first item counts.
fn text_at(object: &Map<String, Value>, path: &[&str]) -> Option<String> {
    let (key, rest) = path.split_first()?;
    let value = object.get(*key)?;
    let value = value
        .as_array()
        .map_or(Some(value), |items| items.first())?;
    match (value, rest) {
        (Value::String(text), _) => clean(text),
        (Value::Object(object), []) => text_at(object, &["@id"]),
        (Value::Object(object), rest) => text_at(object, rest),
        _ => None,
    }
}

/// Text from a script or an attribute, in which some pages escape twice.
fn clean(text: &str) -> Option<String> {
    let text = if text.contains('&') || text.contains('<') {
        collapsed(&Document::fragment(text).text())
    } else {
        collapsed(text)
    };
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

fn authors(says: &Map<String, Value>) -> Vec<String> {
    let value = says.get("author");
    let list = value
        .and_then(Value::as_array)
        .map_or(&[][..], Vec::as_slice);
    let all = list.iter().chain(value.filter(|value| !value.is_array()));
    let mut authors = Vec::new();
    for author in all {
        match author {
            Value::String(line) => authors.extend(names::of_byline(line, None)),
            Value::Object(object) => {
                let is_person = types(object).any(|kind| kind == "Person");
                let name = text_at(object, &["name"]);
                authors.extend(name.map(|name| {
                    if is_person {
                        names::sorted(&name, true)
                    } else {
                        name
                    }
                }));
            }
            _ => {}
        }
    }
    authors
}

/// What the article's type promises; a plain news article promises nothing.
fn kind(says: &Map<String, Value>) -> Option<Kind> {
    types(says).find_map(|kind| match kind {
        "AnalysisNewsArticle" => Some(Kind::Analysis),
        "OpinionNewsArticle" => Some(Kind::Opinion),
        "ReportageNewsArticle" => Some(Kind::Reportage),
        "BackgroundNewsArticle" => Some(Kind::Background),
        "Report" => Some(Kind::Report),
        _ => None,
    })
}

/// The headline without the name of the site behind it. The page's own heading goes first where
/// others cut it short.
fn title(
    doc: &Document,
    headline: Option<String>,
    meta: &str,
    signs: &[Option<String>],
) -> Option<String> {
    let headings = doc.select("h1");
    let heading = match headings.nodes() {
        [only] => clean(&only.text()),
        _ => None,
    };
    let meta = clean(meta);
    let told = headline.or(meta).map(|title| without_sign(&title, signs));
    match (told, heading) {
        (Some(told), Some(heading)) => {
            let start = told.trim_end_matches(['…', '.', ' ']);
            let is_longer = !start.is_empty() && heading.starts_with(start);
            Some(if is_longer { heading } else { told })
        }
        (told, heading) => told.or(heading),
    }
}

/// A title without the name of the site, or of the author, behind it.
fn without_sign(title: &str, signs: &[Option<String>]) -> String {
    for dash in [" | ", " - ", " – ", " — ", " :: "] {
        if let Some((before, after)) = title.rsplit_once(dash) {
            let is_sign = |sign: &String| sign.trim().eq_ignore_ascii_case(after.trim());
            if signs.iter().flatten().any(is_sign) {
                return before.trim().to_owned();
            }
        }
    }
    title.to_owned()
}

/// Where the page stands on the web: as it says, else as a browser noted when it saved it.
fn address(doc: &Document, says: Option<&Map<String, Value>>, html: &str) -> Option<String> {
    let of_json = |path: &[&str]| says.and_then(|says| text_at(says, path));
    let all = [
        attribute(doc, "link[rel='canonical']", "href"),
        attribute(doc, "meta[property='og:url']", "content"),
        of_json(&["url"]),
        of_json(&["mainEntityOfPage"]),
        saved_from(html),
    ];
    all.into_iter().flatten().find(|url| is_web(url))
}

/// The day in an address such as `https://example.org/2024/03/14/talks`.
fn day_in(url: &str) -> Option<String> {
    let parts: Vec<&str> = url.split('/').collect();
    let is_number =
        |part: &str, digits| part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
    let day = parts
        .windows(3)
        .find(|part| is_number(part[0], 4) && is_number(part[1], 2) && is_number(part[2], 2))?;
    Some(day.join("-"))
}

/// `<!-- saved from url=(0031)https://example.org/article -->`.
fn saved_from(html: &str) -> Option<String> {
    let (_, rest) = html.split_once("saved from url=(")?;
    let (_, rest) = rest.split_once(')')?;
    Some(rest.split_whitespace().next()?.to_owned())
}

/// Whether an address is one that a source can have.
pub(super) fn is_web(url: &str) -> bool {
    (url.starts_with("https://") || url.starts_with("http://"))
        && !url.contains(|letter: char| {
            letter.is_whitespace() || letter.is_control() || "<>\"".contains(letter)
        })
}

/// The name of a site whose pages tell none: its host.
pub(super) fn host(url: &str) -> Option<String> {
    let (_, rest) = url.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next()?;
    let host = host.rsplit('@').next()?.split(':').next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    (!host.is_empty()).then(|| host.to_owned())
}

/// A language tag; `en_GB` is written `en-GB`.
fn lang(doc: &Document, told: Option<String>) -> Option<String> {
    let all = [
        attribute(doc, "html[lang]", "lang"),
        told,
        attribute(doc, "meta[property='og:locale']", "content"),
    ];
    let is_tag = |tag: &String| {
        let is_part = |part: &str| {
            (1..=8).contains(&part.len())
                && part.chars().all(|letter| letter.is_ascii_alphanumeric())
        };
        tag.starts_with(|letter: char| letter.is_ascii_alphabetic())
            && tag.split('-').all(is_part)
            && tag.split('-').next().is_some_and(|part| part.len() <= 3)
    };
    all.into_iter()
        .flatten()
        .map(|tag| tag.replace('_', "-"))
        .find(is_tag)
}

/// The author as the page prints it.
fn visible_byline(doc: &Document) -> Option<String> {
    [
        "[itemprop='author'] [itemprop='name']",
        "[itemprop='author']",
        "[rel='author']",
        ".byline",
        ".author",
    ]
    .iter()
    .find_map(|selector| words_of(doc, selector))
    .filter(|line| line.chars().count() < 120)
}

fn attribute(doc: &Document, selector: &str, name: &str) -> Option<String> {
    clean(&doc.select_single(selector).attr(name)?)
}

fn words_of(doc: &Document, selector: &str) -> Option<String> {
    clean(&doc.select_single(selector).nodes().first()?.text())
}

#[cfg(test)]
mod tests {
    use super::{day_in, host, without_sign};

    #[test]
    fn addresses_tell_days_and_hosts() {
        let day = |url| day_in(url).unwrap_or_default();
        assert_eq!(
            day("https://a.example/world/2015/03/18/x.html"),
            "2015-03-18"
        );
        assert_eq!(day("https://a.example/2015/mar/18/x"), "");
        let host = |url| host(url).unwrap_or_default();
        assert_eq!(host("https://www.a.example:8080/b?c"), "a.example");
        assert_eq!(host("a.example"), "");
    }

    #[test]
    fn titles_lose_the_names_behind_them_and_nothing_else() {
        let signs = [
            Some("The Courier".to_owned()),
            None,
            Some("Jane Holm".to_owned()),
        ];
        let title = |text| without_sign(text, &signs);
        assert_eq!(title("Quays - The Courier"), "Quays");
        assert_eq!(title("Quays | Jane Holm"), "Quays");
        assert_eq!(
            title("Quays – and what they cost"),
            "Quays – and what they cost"
        );
    }
}
