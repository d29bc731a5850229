//! Feeds: what both formats hold, what ids and dates outlive, and who is told of them.

use std::collections::BTreeMap;
use std::path::Path;

use ascribe::feed::{JsonFeed, JsonItem};
use scraper::Html;

use crate::reading::selector;
use crate::sites::{binary, copy, files};

const ATOM: &str = "http://www.w3.org/2005/Atom";

/// Builds a site and gives its feeds by their paths.
fn feeds(root: &Path, day: &str) -> BTreeMap<String, String> {
    let output = binary(root)
        .args(["build", "--as-of", day])
        .output()
        .expect("it runs");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}");
    let public = root.join("public");
    let paths = files(&public).into_iter();
    let paths = paths.filter(|path| path.ends_with("feed.xml") || path.ends_with("feed.json"));
    paths
        .map(|path| {
            let text = std::fs::read_to_string(public.join(&path)).expect("it was listed");
            (path, text)
        })
        .collect()
}

fn json(feeds: &BTreeMap<String, String>, path: &str) -> JsonFeed {
    let text = feeds.get(path).unwrap_or_else(|| panic!("{path} is there"));
    let feed: JsonFeed = serde_json::from_str(text).expect("it is a feed");
    let again = serde_json::to_string(&feed).expect("it can be written");
    assert_eq!(*text, again + "\n", "{path} is read back whole");
    feed
}

/// Text of an element's child.
fn child<'a>(element: roxmltree::Node<'a, 'a>, name: &str) -> &'a str {
    let found = element
        .children()
        .find(|one| one.has_tag_name((ATOM, name)));
    found
        .and_then(|one| one.text())
        .unwrap_or_else(|| panic!("a {name}"))
}

#[test]
fn both_formats_tell_the_same() {
    let site = copy("feeds");
    let feeds = feeds(site.path(), "2022-09-30");
    assert!(feeds.len() > 10);
    for (path, text) in feeds.iter().filter(|(path, _)| path.ends_with(".xml")) {
        let document = roxmltree::Document::parse(text).expect("it is XML");
        let atom = document.root_element();
        let json = json(&feeds, &path.replace(".xml", ".json"));
        assert_eq!(child(atom, "title"), json.title);
        let entries = atom
            .children()
            .filter(|one| one.has_tag_name((ATOM, "entry")));
        let entries: Vec<_> = entries.collect();
        assert_eq!(entries.len(), json.items.len());
        for (entry, item) in entries.iter().zip(&json.items) {
            assert_eq!(child(*entry, "id"), item.id);
            assert_eq!(child(*entry, "title"), item.title);
            assert_eq!(child(*entry, "content"), item.content_html);
            assert_eq!(child(*entry, "updated"), item.date_modified);
            assert_eq!(child(*entry, "published"), item.date_published);
        }
        if let Some(newest) = entries.first() {
            assert_eq!(child(atom, "updated"), child(*newest, "updated"), "{path}");
        }
        let ids: std::collections::BTreeSet<_> = json.items.iter().map(|item| &item.id).collect();
        assert_eq!(ids.len(), json.items.len(), "{path} has an id twice");
    }
}

#[test]
fn content_reads_well_without_the_site() {
    let site = copy("feeds");
    let feeds = feeds(site.path(), "2022-09-30");
    let whole = json(&feeds, "feed.json");
    let first = whole
        .items
        .iter()
        .find(|item| item.url.ends_with("/first/"));
    let first = first.expect("the first brief");
    let html = Html::parse_fragment(&first.content_html);
    for element in html.select(&selector("*")) {
        let value = element.value();
        assert!(!["script", "style", "details", "span", "input"].contains(&value.name()));
        for (name, value) in value.attrs() {
            assert!(matches!(name, "href" | "src" | "alt"), "{name}={value}");
            assert!(
                name == "alt" || value.starts_with("https://"),
                "{value} is absolute"
            );
        }
    }
    let text = html.root_element().text().collect::<String>();
    for words in [
        "3 statements, 2 speakers, 1 outlet, 1 independent origin, 1 non-answer",
        "there is a deal[1] (The Wire, 1 September 2022, para 3)",
        "This will likely (55–80\u{a0}%) bite[3].",
        "Ann Ayer said, via The Wire: There is a deal. Disputed. Origin: The report. Graded B.",
        "Ben Bell gave no answer: “the price”.",
        "Was: a bargain.",
    ] {
        assert!(text.contains(words), "{words} in\n{text}");
    }
    let told = first.brief.as_ref().expect("what the record tells");
    assert_eq!(
        told.key_judgements[0]
            .likelihood
            .as_ref()
            .map(|one| one.high),
        Some(80)
    );
    assert_eq!((told.glance.statements, told.claims.len()), (3, 3));
}

/// The entries of the site's feed by the addresses that they lead to.
fn by_title(root: &Path, day: &str) -> BTreeMap<String, JsonItem> {
    let items = json(&feeds(root, day), "feed.json").items;
    items
        .into_iter()
        .map(|item| (item.id.clone(), item))
        .collect()
}

fn change(root: &Path, path: &str, from: &str, to: &str) {
    let path = root.join(path);
    let text = std::fs::read_to_string(&path).expect("it is there");
    assert!(text.contains(from), "{from}");
    std::fs::write(path, text.replace(from, to)).expect("the disk takes it");
}

#[test]
fn ids_outlive_titles_places_and_names() {
    let site = copy("feeds");
    let root = site.path();
    let before = by_title(root, "2022-09-30");
    change(
        root,
        "content/briefs/second.md",
        "title: The denial",
        "title: Denied",
    );
    change(root, "ascribe.yaml", "/briefs/\n", "/elsewhere/\n");
    change(root, "ascribe.yaml", "title: The", "title: A");
    change(
        root,
        "content/briefs/second.md",
        "lang:",
        "aliases: briefs/second/\nlang:",
    );
    std::fs::rename(
        root.join("content/briefs/second.md"),
        root.join("content/briefs/renamed.md"),
    )
    .expect("it is renamed");
    change(root, "content/briefs/first.md", "../second/", "../renamed/");
    let after = by_title(root, "2022-09-30");
    assert_eq!(
        before.keys().collect::<Vec<_>>(),
        after.keys().collect::<Vec<_>>()
    );
    let renamed = &after["tag:example.org,2022-09-02:briefs/second"];
    assert_eq!(renamed.title, "Denied");
    assert!(renamed.url.ends_with("/elsewhere/briefs/renamed/"));
    change(
        root,
        "ascribe.yaml",
        "title: A",
        "feed_tag: \"desk@example.com,2021-05\"\ntitle: A",
    );
    change(root, "ascribe.yaml", "Example.org:8080", "example.net");
    let moved = by_title(root, "2022-09-30");
    assert!(moved.contains_key("tag:desk@example.com,2021-05:briefs/second"));
}

#[test]
fn dates_move_with_the_texts_alone() {
    let site = copy("feeds");
    let root = site.path();
    let before = feeds(root, "2022-09-30");
    assert_eq!(
        before,
        feeds(root, "2023-05-05"),
        "the day of the build is in no feed"
    );
    change(root, "content/briefs/second.md", "denied it", "denied *it*");
    let day = |feeds| {
        json(feeds, "feed.json")
            .items
            .into_iter()
            .map(|item| item.date_modified)
    };
    let same = feeds(root, "2022-09-30");
    assert!(
        day(&same).eq(day(&before)),
        "a slip put right is no change in substance"
    );
    change(
        root,
        "content/briefs/second.md",
        "date: 2022-09-02",
        "date: 2022-09-02\nupdated: 2022-09-20",
    );
    let changed = json(&feeds(root, "2022-09-30"), "feed.json");
    assert_eq!(changed.items[0].title, "The denial");
    assert_eq!(changed.items[0].date_modified, "2022-09-20T00:00:00Z");
    assert_eq!(changed.items[0].date_published, "2022-09-02T00:00:00Z");
}

#[test]
fn a_feed_is_as_long_as_the_settings_say() {
    let site = copy("feeds");
    change(
        site.path(),
        "ascribe.yaml",
        "detect:",
        "feed_size: 2\ndetect:",
    );
    let feeds = feeds(site.path(), "2022-09-30");
    assert_eq!(json(&feeds, "feed.json").items.len(), 2);
    let claim = json(&feeds, "claims/deal/feed.json");
    assert_eq!(claim.items[0].title, "Status: confirmed");
    assert_eq!(claim.items.len(), 2);
}

#[test]
fn a_feed_speaks_the_language_of_its_text() {
    let site = copy("feeds");
    change(
        site.path(),
        "content/briefs/second.md",
        "lang: en-GB",
        "lang: es",
    );
    let feeds = feeds(site.path(), "2022-09-30");
    let items = json(&feeds, "feed.json").items;
    let item = items.iter().find(|item| item.language == "es");
    let content = &item.expect("the brief in Spanish").content_html;
    assert!(content.contains("Quién lo dice"), "{content}");
}

#[test]
fn pages_name_their_feeds_and_none_where_the_site_has_no_address() {
    let site = copy("feeds");
    let public = site.path().join("public");
    let named = |path: &str| -> Vec<String> {
        let page = std::fs::read_to_string(public.join(path)).expect("a page");
        let html = Html::parse_document(&page);
        let links = selector("link[rel=alternate][type='application/atom+xml']");
        let links = html
            .select(&links)
            .map(|one| one.attr("href").expect("an address").to_owned());
        links.collect()
    };
    feeds(site.path(), "2022-09-30");
    assert_eq!(named("index.html"), ["feed.xml"]);
    assert_eq!(
        named("claims/deal/index.html"),
        ["../../claims/deal/feed.xml", "../../feed.xml"]
    );
    assert_eq!(named("method/index.html"), ["../feed.xml"]);
    assert_eq!(named("404.html"), ["/briefs/feed.xml"]);
    change(site.path(), "ascribe.yaml", "base_url", "extra: {}\n#");
    assert!(feeds(site.path(), "2022-09-30").is_empty());
    assert!(named("index.html").is_empty());
}
