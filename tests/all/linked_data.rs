//! The JSON-LD of pages, as search engines and other readers of schema.org take it.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::sample::select;
use scraper::Html;
use serde_json::{Value, json};

use crate::folder::Folder;
use crate::properties::few;
use crate::reading::selector;

const SETTINGS: &str = "\
title: The Desk
tagline: Who says it
base_url: https://example.org/b
publisher: house
image: icon.svg
policies:
  publishing_principles: about
  corrections_policy: https://example.com/corrections
  masthead: about
";

const SPEAKERS: &str = "\
house: {name: The House, type: organization, same_as: [https://example.com/house]}
ann: {name: Ann Lee, aliases: [Lee], org: house, same_as: [https://example.com/ann], note: Writes.,
      roles: [{from: 2019, to: 2021-01-01, role: Clerk}, {from: 2021-01-02, role: Editor}]}
bo: {name: Bo Day}
";

const SOURCES: &str = "\
wire:
  type: article
  title: A wire story
  author: Cy Orr
  date: 2022-09-05
  url: https://example.com/wire
  parent: {type: newspaper, title: The Wire}
  archived: {url: https://archive.example/wire, date: 2022-09-06}
paper: {type: report, title: A finding, organization: An Agency, date: 2022-09-01,
        url: https://example.com/finding, access: official}
memo: {type: misc, title: A memo, access: document}
vague: {type: report, title: Of some day, date: 2022}
";

const BRIEF: &str = "\
---
title: Who buys shells?
date: 2022-09-07
updated: 2022-09-09
as_of: 2022-09-08
review_by: 2025-01-01
kind: KIND
authors: [ann, Di Eck]
summary: In short.
tags: [arms, sanctions]
lang: en-GB
process: By reading.
key_judgements: [bite]
corrections:
  - {date: 2022-09-09, kind: correction, was: ten, now: twelve, note: A slip.}
---
Bo said [“we buy shells”]{claim=deal by=bo via=wire said=2022-09-04 origin=paper} [@paper; @memo].
Ann [denied it]{claim=deal by=ann act=denies via=vague}, and [had no answer]{by=ann declines=deal}.
[It bites]{claim=bite act=judges}.
";

fn full(kind: &str) -> Folder {
    Folder::default()
        .with("ascribe.yaml", SETTINGS)
        .with("content/speakers.yaml", SPEAKERS)
        .with("content/sources.yaml", SOURCES)
        .with("content/briefs/shells.md", &BRIEF.replace("KIND", kind))
        .with("content/pages/about.md", "---\ntitle: About\n---\nWe.\n")
}

pub(crate) fn pages(folder: &Folder) -> BTreeMap<String, String> {
    let mut done = folder.compile();
    let pages = done.render();
    let report = &done.compiled.report;
    let told = crate::listing::report(report, &done.inputs.files, "", 0);
    assert!(!report.has_errors(), "{told}");
    pages
}

/// The things that a page tells of.
pub(crate) fn graph(page: &str) -> Vec<Value> {
    let html = Html::parse_document(page);
    let css = selector("script[type='application/ld+json']");
    let scripts: Vec<String> = html.select(&css).map(|one| one.text().collect()).collect();
    let [script] = scripts.as_slice() else {
        assert!(scripts.is_empty(), "one script at most: {scripts:#?}");
        return Vec::new();
    };
    let document: Value = serde_json::from_str(script).expect("JSON-LD is JSON");
    assert_eq!(document["@context"], "https://schema.org");
    document["@graph"].as_array().expect("a graph").clone()
}

pub(crate) fn thing(page: &str, kind: &str) -> Value {
    let found = graph(page).into_iter().find(|one| one["@type"] == kind);
    found.unwrap_or_else(|| panic!("no {kind} in {:#?}", graph(page)))
}

#[test]
fn the_kind_of_a_brief_is_its_type() {
    let kinds = [
        ("analysis", "AnalysisNewsArticle"),
        ("opinion", "OpinionNewsArticle"),
        ("reportage", "ReportageNewsArticle"),
        ("background", "BackgroundNewsArticle"),
        ("report", "Report"),
        ("factcheck", "Article"),
    ];
    for (kind, expected) in kinds {
        let pages = pages(&full(kind));
        let things = graph(&pages["briefs/shells/index.html"]);
        assert_eq!(things[0]["@type"], expected);
    }
}

#[test]
fn corrections_are_told_in_the_language_of_the_brief() {
    let brief = BRIEF.replace("KIND", "analysis").replace(
        "lang: en-GB
",
        "lang: es
",
    );
    let folder = full("analysis").with("content/briefs/shells.md", &brief);
    let brief = thing(
        &pages(&folder)["briefs/shells/index.html"],
        "AnalysisNewsArticle",
    );
    let text = &brief["correction"][0]["text"];
    assert_eq!(text, "Decía: ten. Dice: twelve. A slip.");
}

#[test]
fn a_brief_tells_all_that_its_front_matter_says() {
    let pages = pages(&full("analysis"));
    let brief = thing(&pages["briefs/shells/index.html"], "AnalysisNewsArticle");
    let page = "https://example.org/b/briefs/shells/";
    let expected = [
        ("url", json!(page)),
        ("mainEntityOfPage", json!(page)),
        ("headline", json!("Who buys shells?")),
        ("description", json!("In short.")),
        ("datePublished", json!("2022-09-07")),
        ("dateModified", json!("2022-09-09")),
        ("expires", json!("2025-01-01")),
        ("temporalCoverage", json!("../2022-09-08")),
        ("inLanguage", json!("en-GB")),
        ("keywords", json!(["arms", "sanctions"])),
        ("backstory", json!("By reading.")),
        (
            "publishingPrinciples",
            json!("https://example.org/b/about/"),
        ),
        (
            "image",
            json!({"@type": "ImageObject", "url": "https://example.org/b/icon.svg"}),
        ),
        (
            "correction",
            json!([{
                "@type": "CorrectionComment",
                "text": "Was: ten. Now: twelve. A slip.",
                "datePublished": "2022-09-09"
            }]),
        ),
        (
            "author",
            json!([
                {
                    "@type": "Person",
                    "name": "Ann Lee",
                    "url": "https://example.org/b/speakers/ann/",
                    "sameAs": ["https://example.com/ann"]
                },
                {"@type": "Person", "name": "Di Eck"}
            ]),
        ),
        (
            "isBasedOn",
            json!(["https://example.com/finding", {"@type": "WebPage", "name": "A memo"}]),
        ),
    ];
    for (property, value) in expected {
        assert_eq!(brief[property], value, "{property}");
    }
    assert_eq!(brief["isPartOf"]["url"], "https://example.org/b/");
}

#[test]
fn a_brief_cites_its_sources_as_works() {
    let pages = pages(&full("analysis"));
    let brief = thing(&pages["briefs/shells/index.html"], "AnalysisNewsArticle");
    let cited = brief["citation"].as_array().expect("sources");
    let named = |name: &str| {
        let found = cited.iter().find(|work| work["name"] == name);
        found
            .unwrap_or_else(|| panic!("no {name} in {cited:#?}"))
            .clone()
    };
    assert_eq!(
        named("A wire story"),
        json!({
            "@type": "NewsArticle",
            "name": "A wire story",
            "headline": "A wire story",
            "url": "https://example.com/wire",
            "author": [{"@type": "Person", "name": "Cy Orr"}],
            "publisher": {"@type": "Organization", "name": "The Wire"},
            "datePublished": "2022-09-05",
            "archivedAt": "https://archive.example/wire"
        })
    );
    assert_eq!(named("A finding")["@type"], "Report");
    // What lacks a date or an address is no article for consumers, and a year is no date for them.
    assert_eq!(
        named("Of some day"),
        json!({"@type": "CreativeWork", "name": "Of some day"})
    );
}

#[test]
fn only_who_asserts_a_claim_is_its_author() {
    let pages = pages(&full("analysis"));
    let brief = thing(&pages["briefs/shells/index.html"], "AnalysisNewsArticle");
    let claims = brief["mentions"].as_array().expect("claims");
    let texts: Vec<&Value> = claims.iter().map(|claim| &claim["text"]).collect();
    assert_eq!(
        texts,
        ["It bites", "“we buy shells”"],
        "no claim for a non-answer"
    );
    let authors = |claim: &Value| -> Vec<Value> {
        let authors = claim["author"].as_array().expect("authors");
        authors.iter().map(|one| one["name"].clone()).collect()
    };
    assert_eq!(
        authors(&claims[0]),
        ["Ann Lee", "Di Eck"],
        "the authors’ own judgement"
    );
    assert_eq!(authors(&claims[1]), ["Bo Day"], "not who denies it");
    assert_eq!(claims[1]["datePublished"], "2022-09-04");
    assert_eq!(claims[1]["@id"], "https://example.org/b/claims/deal/");
    assert_eq!(
        brief["hasPart"],
        json!([{
            "@type": "Quotation",
            "url": "https://example.org/b/briefs/shells/#s1",
            "text": "we buy shells",
            "creator": {"@type": "Person", "name": "Bo Day",
                        "url": "https://example.org/b/speakers/bo/"},
            "spokenByCharacter": {"@type": "Person", "name": "Bo Day",
                                  "url": "https://example.org/b/speakers/bo/"},
            "dateCreated": "2022-09-04"
        }])
    );
}

#[test]
fn a_claim_tells_where_it_appeared() {
    let pages = pages(&full("analysis"));
    let page = &pages["claims/deal/index.html"];
    let claim = thing(page, "Claim");
    let names: Vec<&str> = claim["appearance"]
        .as_array()
        .expect("works")
        .iter()
        .filter_map(|work| work["name"].as_str())
        .collect();
    assert_eq!(names, ["A wire story", "Who buys shells?"]);
    assert_eq!(claim["firstAppearance"]["name"], "A wire story");
    let quotation = thing(page, "Quotation");
    assert_eq!(quotation["isPartOf"]["name"], "A wire story");
}

#[test]
fn a_speaker_is_a_person_or_an_organisation() {
    let pages = pages(&full("analysis"));
    let ann = thing(&pages["speakers/ann/index.html"], "Person");
    let expected = [
        ("name", json!("Ann Lee")),
        ("alternateName", json!(["Lee"])),
        ("url", json!("https://example.org/b/speakers/ann/")),
        ("sameAs", json!(["https://example.com/ann"])),
        ("description", json!("Writes.")),
        ("jobTitle", json!("Editor")),
        (
            "hasOccupation",
            json!([{"@type": "Occupation", "name": "Clerk"}, {"@type": "Occupation", "name": "Editor"}]),
        ),
    ];
    for (property, value) in expected {
        assert_eq!(ann[property], value, "{property}");
    }
    assert_eq!(ann["worksFor"]["name"], "The House");
    let house = thing(&pages["speakers/house/index.html"], "Organization");
    assert_eq!(house["sameAs"], json!(["https://example.com/house"]));
}

#[test]
fn the_publisher_says_how_it_works() {
    let pages = pages(&full("analysis"));
    let site = thing(&pages["index.html"], "WebSite");
    assert_eq!(site["url"], "https://example.org/b/");
    assert_eq!(site["description"], "Who says it");
    assert_eq!(
        site["potentialAction"],
        json!({
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": "https://example.org/b/search/?q={search_term_string}"
            }
        })
    );
    assert_eq!(
        site["publisher"],
        json!({
            // schema.org knows a masthead of publishers of news alone.
            "@type": "NewsMediaOrganization",
            "@id": "https://example.org/b/#publisher",
            "name": "The House",
            "url": "https://example.org/b/",
            "sameAs": ["https://example.com/house"],
            "logo": {"@type": "ImageObject", "url": "https://example.org/b/icon.svg"},
            "publishingPrinciples": "https://example.org/b/about/",
            "correctionsPolicy": "https://example.com/corrections",
            "masthead": "https://example.org/b/about/"
        })
    );
}

#[test]
fn every_page_but_the_first_tells_the_way_to_it() {
    for (path, page) in &pages(&full("analysis")) {
        let things = graph(page);
        let ways: Vec<&Value> = things
            .iter()
            .filter(|one| one["@type"] == "BreadcrumbList")
            .collect();
        if path == "404.html" || path == "index.html" {
            assert!(ways.is_empty(), "{path}");
            continue;
        }
        let steps = ways[0]["itemListElement"].as_array().expect("steps");
        assert_eq!(steps[0]["item"], "https://example.org/b/", "{path}");
        let (last, above) = steps.split_last().expect("steps");
        assert!(last.get("item").is_none() && above.iter().all(|one| one["item"].is_string()));
        let places = steps.iter().map(|one| one["position"].as_u64());
        assert!(places.eq((1..).map(Some).take(steps.len())), "{path}");
    }
}

#[test]
fn a_site_without_an_address_tells_what_needs_none() {
    let pages = pages(&full("analysis").with("ascribe.yaml", "title: The Desk\n"));
    for (path, page) in &pages {
        let told = serde_json::to_string(&graph(page)).expect("JSON");
        assert!(!told.contains("\"@id\""), "{path}: {told}");
        assert!(
            !told.contains("BreadcrumbList") && !told.contains("WebSite"),
            "{path}"
        );
    }
    let brief = thing(&pages["briefs/shells/index.html"], "AnalysisNewsArticle");
    assert_eq!(brief["headline"], "Who buys shells?");
    assert_eq!(brief["citation"][0]["url"], "https://example.com/wire");
    assert_eq!(brief["publisher"]["name"], "The Desk");
    assert!(brief.get("url").is_none() && brief.get("mainEntityOfPage").is_none());
}

#[test]
fn what_only_the_machine_found_is_nobodys_claim() {
    let folder = Folder::brief("Vedant Patel said that Russia is buying shells.\n");
    let page = &pages(&folder)["briefs/example/index.html"];
    assert!(
        page.contains("data-status=\"unreviewed\""),
        "something was found"
    );
    let brief = thing(page, "AnalysisNewsArticle");
    assert!(brief.get("mentions").is_none() && brief.get("hasPart").is_none());
}

#[test]
fn a_headline_is_cut_where_search_engines_cut_it() {
    let title = "word ".repeat(30);
    let brief = format!("---\ntitle: {}\n---\nText.\n", title.trim());
    let folder = Folder::default().with("content/briefs/long.md", &brief);
    let brief = thing(
        &pages(&folder)["briefs/long/index.html"],
        "AnalysisNewsArticle",
    );
    let headline = brief["headline"].as_str().expect("text");
    assert!(headline.chars().count() <= 110 && headline.ends_with("word"));
    assert_eq!(brief["name"], title.trim());
}

#[test]
fn a_withdrawn_brief_says_so() {
    let brief = "---\ntitle: Gone\nstate: withdrawn\nsummary: Secret.\ncorrections:\n\
                 \x20 - {date: 2023-01-01, kind: retraction, note: It was wrong.}\n---\nSecret.\n";
    let folder = Folder::default().with("content/briefs/gone.md", brief);
    let page = &pages(&folder)["briefs/gone/index.html"];
    let brief = thing(page, "AnalysisNewsArticle");
    assert_eq!(brief["creativeWorkStatus"], "Withdrawn");
    assert_eq!(brief["correction"][0]["text"], "It was wrong.");
    assert!(!page.contains("Secret"));
}

/// Pieces that break out of scripts, strings and comments where they can.
const PIECES: &[&str] = &[
    "</script>",
    "<script>",
    "<!--",
    "-->",
    "]]>",
    "<",
    ">",
    "&",
    "&lt;",
    "\"",
    "\\",
    "\\u003c",
    "'",
    "\u{2028}",
    "\u{2029}",
    "é",
    "words",
    "{{ 7*191 }}",
    "</title>",
    "\u{1f600}",
    "`",
];

fn words() -> impl Strategy<Value = String> {
    // White space at the ends is the YAML's, not the text's.
    let piece = proptest::collection::vec(select(PIECES), 1..6);
    piece.prop_map(|pieces| format!("a{}z", pieces.concat()))
}

proptest! {
    #![proptest_config(few(24))]

    #[test]
    fn any_text_comes_back_out_of_the_script_and_the_page_stays_the_same(
        title in words(),
        claim in words(),
        speaker in words(),
    ) {
        let quoted = |text: &str| serde_json::to_string(text).expect("JSON is YAML");
        let brief = |title: &str| {
            format!("---\ntitle: {}\n---\nA [told]{{claim=c by=s}} B\n", quoted(title))
        };
        let site = |title: &str, claim: &str, speaker: &str| {
            let record = format!("s: {{name: {}}}\n", quoted(speaker));
            let claims = format!("c: {{text: {}}}\n", quoted(claim));
            let folder = Folder::default()
                .with("content/speakers.yaml", &record)
                .with("content/claims.yaml", &claims)
                .with("content/briefs/example.md", &brief(title));
            pages(&folder).remove("briefs/example/index.html").expect("the page")
        };
        let page = site(&title, &claim, &speaker);
        let told = thing(&page, "AnalysisNewsArticle");
        prop_assert_eq!(&told["headline"], &Value::from(title.as_str()));
        prop_assert_eq!(&told["mentions"][0]["text"], &Value::from(claim.as_str()));
        let author = &told["mentions"][0]["author"][0]["name"];
        prop_assert_eq!(author, &Value::from(speaker.as_str()));
        prop_assert_eq!(shape(&page), shape(&site("at", "ac", "as")));
    }
}

/// The elements of a page, in order, with their attributes' names.
fn shape(page: &str) -> Vec<String> {
    let html = Html::parse_document(page);
    let css = selector("*");
    let elements = html.select(&css).map(|element| {
        let attributes: Vec<&str> = element.value().attrs().map(|(name, _)| name).collect();
        format!("{} {}", element.value().name(), attributes.join(" "))
    });
    elements.collect()
}
