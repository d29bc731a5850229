//! Feeds: Atom (RFC 4287) and JSON Feed 1.1, what each must have.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use serde_json::{Map, Value};

use super::file::{File, Use};
use super::is_moment;
use super::json::{Json, Way, text};
use super::xml::Element;
use crate::report::Code;

/// The namespace of Atom.
pub(super) const ATOM: &str = "http://www.w3.org/2005/Atom";

/// How the version of a JSON feed begins.
pub(super) const JSON_FEED: &str = "https://jsonfeed.org/version/1";

/// Looks at an Atom feed.
pub(super) fn atom(file: &mut File, feed: &Element) {
    let has_author = feed.one("author").is_some();
    container(file, feed, "feed");
    let is_self = |link: &&Element| link.value("rel") == Some("self");
    match feed.all("link").find(is_self) {
        Some(link) => {
            let target = file
                .addresses
                .target(link.value("href").unwrap_or_default(), file.path);
            if target != super::addresses::Target::File(file.index, String::new()) {
                tell(
                    file,
                    &link.place,
                    "the link `self` does not lead to this feed",
                );
            }
        }
        None => tell(file, &feed.place, "the feed has no link `self`"),
    }
    let mut seen: HashSet<(&str, &str)> = HashSet::new();
    for entry in feed.all("entry") {
        container(file, entry, "entry");
        if !has_author && entry.one("author").is_none() {
            tell(
                file,
                &entry.place,
                "neither the entry nor the feed has an `author`",
            );
        }
        let word = |name| entry.one(name).map_or("", |one| one.text.trim());
        let (id, updated) = (word("id"), word("updated"));
        if !id.is_empty() && !seen.insert((id, updated)) {
            tell(
                file,
                &entry.place,
                format!("two entries have the id `{id}`"),
            );
        }
        let is_alternate = |link: &Element| link.value("rel").unwrap_or("alternate") == "alternate";
        match entry.one("content") {
            Some(content) => content_of(file, entry, content),
            None if !entry.all("link").any(is_alternate) => {
                tell(
                    file,
                    &entry.place,
                    "an entry has `content` or a link to its page",
                );
            }
            None => {}
        }
    }
}

fn tell(file: &mut File, place: &Range<usize>, message: impl Into<String>) {
    file.tell(Code::InvalidFeed, place, message);
}

/// What feed and entries have in common.
fn container(file: &mut File, element: &Element, name: &str) {
    for required in ["id", "title", "updated"] {
        let mut found = element.all(required);
        match (found.next(), found.next()) {
            (None, _) => tell(
                file,
                &element.place,
                format!("the {name} has no `{required}`"),
            ),
            (Some(one), None) if required != "title" && one.text.trim().is_empty() => {
                tell(file, &one.place, format!("`{required}` is empty"));
            }
            (Some(_), None) => {}
            (Some(_), Some(second)) => {
                tell(
                    file,
                    &second.place,
                    format!("the {name} has a second `{required}`"),
                );
            }
        }
    }
    for date in ["updated", "published"]
        .into_iter()
        .flat_map(|date| element.all(date))
    {
        let written = date.text.trim();
        if !written.is_empty() && !is_moment(written) {
            let message = format!("`{written}` is no date of RFC 3339 with a time and a zone");
            tell(file, &date.place, message);
        }
    }
    if let Some(id) = element.one("id")
        && !id.text.trim().is_empty()
        && !id.text.contains(':')
    {
        tell(
            file,
            &id.place,
            format!("the id `{}` is no IRI", id.text.trim()),
        );
    }
    for person in ["author", "contributor"]
        .into_iter()
        .flat_map(|kind| element.all(kind))
    {
        if person
            .one("name")
            .is_none_or(|name| name.text.trim().is_empty())
        {
            tell(
                file,
                &person.place,
                format!("an `{}` has a `name`", person.name),
            );
        }
    }
    links(file, element);
}

fn links(file: &mut File, element: &Element) {
    let mut alternates: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for link in element.all("link") {
        let Some(href) = link.value("href") else {
            tell(file, &link.place, "a `link` has an `href`");
            continue;
        };
        file.follow(href, Use::Link, &link.place, file.path);
        if link.value("rel").unwrap_or("alternate") == "alternate" {
            let kind = (
                link.value("type").unwrap_or_default(),
                link.value("hreflang").unwrap_or_default(),
            );
            let count = alternates.entry(kind).or_default();
            *count += 1;
            if *count == 2 {
                tell(
                    file,
                    &link.place,
                    "a second link `alternate` of one type and language",
                );
            }
        }
    }
}

/// What the kinds of content ask for.
fn content_of(file: &mut File, entry: &Element, content: &Element) {
    let kind = content.value("type").unwrap_or("text");
    if let Some(source) = content.value("src") {
        file.follow(source, Use::Link, &content.place, file.path);
        if entry.one("summary").is_none() {
            tell(
                file,
                &content.place,
                "content that lies elsewhere needs a `summary`",
            );
        }
        return;
    }
    let children = content.children.len();
    let is_div = children == 1 && content.children.iter().all(|child| child.name == "div");
    match kind {
        "xhtml" if !is_div => tell(file, &content.place, "content of type `xhtml` is one `div`"),
        "text" | "html" if children > 0 => {
            let message = format!("content of type `{kind}` holds no elements: escape them");
            tell(file, &content.place, message);
        }
        _ => {}
    }
}

/// Looks at a JSON feed.
pub(super) fn json_feed(file: &mut File, json: &Json) {
    let root = Way::default();
    let Value::Object(feed) = &json.value else {
        return;
    };
    if text(feed, "title").is_none() {
        tell(file, &json.place(&root), "the feed has no `title`");
    }
    for key in ["home_page_url", "feed_url", "icon", "favicon", "next_url"] {
        address(file, json, feed, key, &root);
    }
    if let Some(own) = text(feed, "feed_url")
        && file.addresses.target(own, file.path)
            != super::addresses::Target::File(file.index, String::new())
    {
        tell(
            file,
            &json.place(&root.key("feed_url")),
            "`feed_url` does not lead to this feed",
        );
    }
    authors(file, json, feed, &root);
    let Some(Value::Array(items)) = feed.get("items") else {
        return tell(file, &json.place(&root), "the feed has no list `items`");
    };
    let mut seen = HashSet::new();
    for (index, item) in items.iter().enumerate() {
        let way = root.key("items").item(index);
        match item {
            Value::Object(item) => {
                if let Some(id) = text(item, "id")
                    && !seen.insert(id)
                {
                    let message = format!("two items have the id `{id}`");
                    tell(file, &json.place(&way.key("id")), message);
                }
                entry(file, json, item, &way);
            }
            _ => tell(file, &json.place(&way), "an item is an object"),
        }
    }
}

fn entry(file: &mut File, json: &Json, item: &Map<String, Value>, way: &Way) {
    let place = json.place(way);
    if text(item, "id").is_none() {
        tell(file, &place, "the item has no `id`, which is a string");
    }
    let has = |key| item.get(key).is_some_and(Value::is_string);
    if !has("content_html") && !has("content_text") {
        tell(file, &place, "an item has `content_html` or `content_text`");
    }
    for key in ["date_published", "date_modified"] {
        match item.get(key) {
            None => {}
            Some(Value::String(date)) if is_moment(date) => {}
            Some(_) => {
                let message = format!("`{key}` is no date of RFC 3339 with a time and a zone");
                tell(file, &json.place(&way.key(key)), message);
            }
        }
    }
    for key in ["url", "external_url", "image", "banner_image"] {
        address(file, json, item, key, way);
    }
    authors(file, json, item, way);
}

fn authors(file: &mut File, json: &Json, object: &Map<String, Value>, way: &Way) {
    let Some(Value::Array(authors)) = object.get("authors") else {
        return;
    };
    for (index, author) in authors.iter().enumerate() {
        let way = way.key("authors").item(index);
        let says = ["name", "url", "avatar"];
        if !says
            .iter()
            .any(|key| author.get(key).is_some_and(Value::is_string))
        {
            tell(
                file,
                &json.place(&way),
                "an author has `name`, `url` or `avatar`",
            );
        }
        if let Value::Object(author) = author {
            address(file, json, author, "url", &way);
        }
    }
}

fn address(file: &mut File, json: &Json, object: &Map<String, Value>, key: &str, way: &Way) {
    if let Some(address) = text(object, key) {
        let place = json.place(&way.key(key));
        file.follow(address, Use::Link, &place, file.path);
    }
}
