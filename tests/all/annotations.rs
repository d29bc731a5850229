//! Web annotations: their selectors hold in the pages that are built, and their lists fit together.

use std::path::{Path, PathBuf};

use scraper::{Html, Node, Selector as Css};
use serde_json::Value;

use ascribe::dataset::Dataset;
use ascribe::web_annotation::{
    AnnotationCollection, AnnotationPage, Body, First, Selector, State, WebAnnotation,
};

use crate::sites::{SITES, binary, copy, files};

/// The visible text of a page, by the rule that the README gives: the text of `.brief-body` without
/// notes, scripts, styles and templates, white space folded.
fn visible(page: &str) -> String {
    let page = Html::parse_document(page);
    let body = page.select(&css(".brief-body")).next().expect("a text");
    let mut text = String::new();
    for node in body.descendants() {
        let Node::Text(words) = node.value() else {
            continue;
        };
        let is_left_out = node.ancestors().any(|above| {
            above.value().as_element().is_some_and(|element| {
                let is_note =
                    element.name() == "details" && element.classes().any(|one| one == "annotation");
                is_note || ["script", "style", "template"].contains(&element.name())
            })
        });
        if !is_left_out {
            text.push_str(words);
        }
    }
    one_line(&text)
}

fn css(selector: &str) -> Css {
    Css::parse(selector).expect("a selector")
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn read<T: serde::de::DeserializeOwned>(file: &Path) -> T {
    let json = std::fs::read_to_string(file).expect("the file is there");
    serde_json::from_str(&json).unwrap_or_else(|fault| panic!("{}: {fault}", file.display()))
}

fn embedded(collection: &AnnotationCollection) -> &AnnotationPage {
    match &collection.first {
        Some(First::Page(page)) => page,
        other => panic!("no page stands in the collection: {other:?}"),
    }
}

/// The words and the place that the selectors of an annotation give.
fn selected(annotation: &WebAnnotation) -> (String, String, Option<(usize, usize)>) {
    let (mut quote, mut place) = (None, None);
    for selector in &annotation.target.selector {
        match selector {
            Selector::TextQuoteSelector {
                exact,
                prefix,
                suffix,
            } => {
                let around = [prefix.as_deref(), Some(exact), suffix.as_deref()];
                let around: String = around.into_iter().flatten().collect();
                quote = Some((exact.clone(), around));
            }
            Selector::CssSelector { value, refined_by } => {
                assert_eq!(value, ".brief-body");
                let Selector::TextPositionSelector { start, end } = **refined_by else {
                    panic!("no position: {refined_by:?}");
                };
                place = Some((start, end));
            }
            Selector::TextPositionSelector { .. } => panic!("a position in no element"),
        }
    }
    let (exact, around) = quote.expect("a quotation");
    (exact, around, place)
}

/// Builds a site, as of a day on which all of it is out, and gives the folder.
fn built(root: &Path) -> PathBuf {
    let output = root.join("public");
    let mut build = binary(root);
    build
        .args(["build", "--as-of", "2030-01-01", "--output"])
        .arg(&output);
    let done = build.output().expect("it runs");
    assert!(
        done.status.success(),
        "{}",
        String::from_utf8_lossy(&done.stderr)
    );
    output
}

/// Every selector of a built site holds in its page, and so do the places in `data.json`. Gives the
/// number of annotations.
fn selectors_hold(public: &Path) -> usize {
    let mut seen = 0;
    for file in files(public)
        .iter()
        .filter(|file| file.ends_with("/annotations.json"))
    {
        let folder = public.join(file).parent().expect("a folder").to_owned();
        let page = std::fs::read_to_string(folder.join("index.html")).expect("the page");
        let text = visible(&page);
        let letters: Vec<char> = text.chars().collect();
        let words: String = one_line(
            &Html::parse_document(&page)
                .root_element()
                .text()
                .collect::<String>(),
        );
        let collection: AnnotationCollection = read(&folder.join("annotations.json"));
        let mut places = Vec::new();
        for annotation in &embedded(&collection).items {
            let (exact, around, place) = selected(annotation);
            let Some((start, end)) = place else {
                assert!(
                    annotation.id.contains("#evidence-"),
                    "{file}: {}",
                    annotation.id
                );
                continue;
            };
            let slice: String = letters[start..end].iter().collect();
            assert_eq!(slice, exact, "{file}: {}", annotation.id);
            assert_eq!(text.matches(&around).count(), 1, "{file}: {around:?}");
            assert!(!exact.is_empty());
            for body in &annotation.body {
                if let Body::TextualBody { value, .. } = body {
                    let is_shown = words
                        .replace(' ', "")
                        .to_lowercase()
                        .contains(&value.replace(char::is_whitespace, "").to_lowercase());
                    assert!(is_shown, "{file}: the page does not say {value:?}");
                }
            }
            places.push((start, end));
            seen += 1;
        }
        let data: Dataset = read(&folder.join("data.json"));
        let statements = data.claims.iter().flat_map(|claim| &claim.statements);
        let mut told: Vec<_> = statements
            .filter_map(|one| Some((one.start?, one.end?)))
            .collect();
        told.sort_unstable();
        places.sort_unstable();
        assert_eq!(told, places, "{file}");
    }
    seen
}

#[test]
fn selectors_hold_in_every_site() {
    let mut seen = 0;
    for name in SITES {
        let place = copy(name);
        let mut build = binary(place.path());
        build.args(["build", "--as-of", "2030-01-01", "--output", "built"]);
        if build.output().expect("it runs").status.success() {
            seen += selectors_hold(&place.path().join("built"));
        }
    }
    assert!(seen > 50, "{seen} annotations");
    let example = Path::new(env!("CARGO_MANIFEST_DIR"));
    let place = tempfile::tempdir().expect("a folder for a while");
    let mut build = binary(example);
    build
        .args(["build", "--as-of", "2030-01-01", "--output"])
        .arg(place.path());
    assert!(build.output().expect("it runs").status.success());
    assert!(selectors_hold(place.path()) > 50);
}

fn site(files: &[(&str, &str)]) -> tempfile::TempDir {
    let place = tempfile::tempdir().expect("a folder for a while");
    for (path, text) in files {
        let path = place.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, text).expect("the disk takes it");
    }
    place
}

const SPEAKERS: (&str, &str) = (
    "content/speakers.yaml",
    "ann: {name: Ann}\nbob: {name: Bob}\n",
);

#[test]
fn the_list_of_all_annotations_is_cut_into_pages_that_lead_to_each_other() {
    let said = "[Words]{by=ann}. ".repeat(130);
    let brief = |title: &str| format!("---\ntitle: {title}\ndate: 2024-01-01\n---\n{said}\n");
    let place = site(&[
        ("ascribe.yaml", "base_url: https://example.org/x\n"),
        SPEAKERS,
        ("content/briefs/a.md", &brief("A")),
        ("content/briefs/b.md", &brief("B")),
        (
            "content/sources.yaml",
            "s: {type: web, title: S, url: \"https://example.org/s\"}\n",
        ),
        (
            "content/claims.yaml",
            "c: {text: C, by: ann, evidence: [{source: s, quote: Q}, {source: s, quote: R}]}\n",
        ),
    ]);
    let public = built(place.path());
    let whole: AnnotationCollection = read(&public.join("annotations.json"));
    let base = "https://example.org/x/";
    let page = |number: usize| format!("{base}annotations/page/{number}.json");
    assert_eq!(whole.id, format!("{base}annotations.json"));
    assert_eq!((whole.total, whole.last), (262, Some(page(3))));
    assert_eq!(whole.first, Some(First::Address(page(1))));
    let mut ids = Vec::new();
    for number in 1..=3 {
        let file = public.join(format!("annotations/page/{number}.json"));
        let one: AnnotationPage = read(&file);
        assert_eq!(
            one.context.as_deref(),
            Some("http://www.w3.org/ns/anno.jsonld")
        );
        assert_eq!((one.id, one.part_of.id), (page(number), whole.id.clone()));
        assert_eq!(one.part_of.total, 262);
        assert_eq!(one.start_index, ids.len());
        assert_eq!(one.prev, (number > 1).then(|| page(number - 1)));
        assert_eq!(one.next, (number < 3).then(|| page(number + 1)));
        ids.extend(one.items.into_iter().map(|one| one.id));
    }
    assert!(!public.join("annotations/page/4.json").exists());
    assert_eq!(ids.len(), 262);
    assert_eq!(ids[261], format!("{base}claims/c/#evidence-2"));
    assert!(ids.contains(&format!("{base}briefs/b/#s130")));
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 262, "an id stands for one annotation");
}

/// What the annotations of a small site say; `more` is added to its brief.
fn annotations(settings: &str, sources: &str, brief: &str) -> Vec<WebAnnotation> {
    let front = "---\ntitle: T\ndate: 2024-01-31T23:30-05:00\nupdated: 2024-03\nauthors: [ann, Jo]\n\
        speakers: {org: {name: Org}, who: {name: Who, org: org}}\n";
    let brief = format!("{front}{brief}");
    let place = site(&[
        ("ascribe.yaml", settings),
        SPEAKERS,
        ("content/sources.yaml", sources),
        ("content/briefs/t.md", &brief),
    ]);
    let public = built(place.path());
    let collection: AnnotationCollection = read(&public.join("briefs/t/annotations.json"));
    embedded(&collection).items.clone()
}

const ACTS: &str = "---\n[A]{claim=a by=ann} [b]{by=bob denies=a} [c]{by=bob declines=a} \
    [d]{by=ann act=predicts} [e]{act=judges likelihood=likely confidence=low} \
    [f]{by=bob act=concedes} [g]{by=bob corrects=a}\n\n\
    Mallory said that the ship sailed on Monday.\n";

#[test]
fn acts_choose_motivations() {
    let annotations = annotations("", "{}\n", ACTS);
    let motivations: Vec<Value> = annotations
        .iter()
        .map(|one| serde_json::to_value(one.motivation).expect("a word"))
        .collect();
    let expected = [
        "describing",
        "replying",
        "questioning",
        "assessing",
        "assessing",
        "replying",
        "editing",
        "describing",
    ];
    assert_eq!(motivations, expected);
}

#[test]
fn bodies_tell_what_is_known() {
    let annotations = annotations("base_url: https://example.org/\n", "{}\n", ACTS);
    let text = |one: &WebAnnotation| {
        let texts = one.body.iter().map(|body| match body {
            Body::TextualBody { value, purpose, .. } => format!("{purpose:?}: {value}"),
            Body::SpecificResource {
                source, purpose, ..
            } => format!("{purpose:?}: {source}"),
        });
        texts.collect::<Vec<_>>().join(" | ")
    };
    let a = "https://example.org/claims/a/";
    for (place, expected) in [
        (0, format!("Describing: Ann said\nA | Identifying: {a} | Classifying: disputed")),
        (1, format!("Describing: Bob denied\nb | Replying: {a} | Classifying: single origin")),
        (2, format!("Describing: Bob gave no answer\nc | Questioning: {a}")),
        (
            4,
            "Describing: The authors judged\ne | Assessing: likely (55–80\u{a0}%) | Assessing: Confidence low".to_owned(),
        ),
    ] {
        assert_eq!(text(&annotations[place]), expected);
    }
}

#[test]
fn authors_and_days_are_told() {
    let annotations = annotations("base_url: https://example.org/\n", "{}\n", ACTS);
    let made_by = |one: &WebAnnotation| serde_json::to_value(&one.creator).expect("agents");
    let authors = serde_json::json!([
        {"id": "https://example.org/speakers/ann/", "type": "Person", "name": "Ann"},
        {"type": "Person", "name": "Jo"},
    ]);
    assert_eq!(made_by(&annotations[0]), authors);
    let program = serde_json::json!([{"type": "Software", "name": "Ascribe"}]);
    assert_eq!(made_by(&annotations[7]), program);
    let created = annotations[0].created.as_deref();
    assert_eq!(created, Some("2024-02-01T04:30:00Z"));
    assert_eq!(annotations[0].modified, None, "a month is no instant");
}

#[test]
fn copies_of_sources_are_states_of_them() {
    let sources = "\
        day: {type: web, title: D, url: \"https://example.org/d\", archived: {url: \"https://archive.example.org/d\", date: 2023-05-06}}\n\
        month: {type: web, title: M, url: \"https://example.org/m\", archived: {url: \"https://archive.example.org/m\", date: 2024-02}}\n\
        never: {type: web, title: N, url: \"https://example.org/n\", archived: {url: \"https://archive.example.org/n\"}}\n\
        none: {type: web, title: O}\n";
    let annotations = annotations(
        "base_url: https://example.org/\n",
        sources,
        "claims: {a: {text: A, private: no, evidence: [{source: day, quote: Q, stance: refutes}, {source: none, quote: R}, {source: month, quote: S}]}}\n\
         ---\n[a]{claim=a by=ann via=month} [@day; @never; @none]\n",
    );
    let [stated, first, third] = annotations.as_slice() else {
        panic!("three: {annotations:?}");
    };
    let of_day = State::TimeState {
        source_date: Some("2023-05-06T00:00:00Z".to_owned()),
        source_date_start: None,
        source_date_end: None,
        cached: "https://archive.example.org/d".to_owned(),
    };
    let of_month = State::TimeState {
        source_date: None,
        source_date_start: Some("2024-02-01T00:00:00Z".to_owned()),
        source_date_end: Some("2024-02-29T23:59:59Z".to_owned()),
        cached: "https://archive.example.org/m".to_owned(),
    };
    let links: Vec<_> = stated
        .body
        .iter()
        .filter_map(|body| match body {
            Body::SpecificResource { source, state, .. } if !source.contains("/claims/") => {
                Some((source.as_str(), state.clone()))
            }
            _ => None,
        })
        .collect();
    assert_eq!(
        links,
        [
            ("https://example.org/m", Some(of_month.clone())),
            ("https://example.org/d", Some(of_day.clone())),
            ("https://example.org/n", None),
        ]
    );
    assert_eq!(first.id, "https://example.org/claims/a/#evidence-1");
    assert_eq!(first.target.source, "https://example.org/d");
    assert_eq!(first.target.state, Some(of_day));
    assert_eq!(selected(first).0, "Q");
    assert_eq!(third.id, "https://example.org/claims/a/#evidence-3");
    assert_eq!(third.target.state, Some(of_month));
}

#[test]
fn without_an_address_the_way_leads_from_the_file() {
    let place = site(&[
        SPEAKERS,
        (
            "content/briefs/t.md",
            "---\ntitle: T\n---\n[a]{claim=a by=ann}\n",
        ),
    ]);
    let public = built(place.path());
    let folder = public.join("briefs/t");
    let collection: AnnotationCollection = read(&folder.join("annotations.json"));
    let annotation = &embedded(&collection).items[0];
    assert!(annotation.id.ends_with("#s1"));
    let named = [
        collection.id.as_str(),
        annotation.target.source.as_str(),
        annotation.id.trim_end_matches("#s1"),
    ];
    for name in named {
        assert!(folder.join(name).is_file(), "{name}");
    }
    let whole: AnnotationCollection = read(&public.join("annotations.json"));
    let Some(First::Address(first)) = whole.first else {
        panic!("an address");
    };
    assert!(public.join(first).is_file());
}

#[test]
fn a_site_without_statements_has_an_empty_list() {
    let place = site(&[("content/briefs/t.md", "---\ntitle: T\n---\nWords.\n")]);
    let public = built(place.path());
    let whole: Value = read(&public.join("annotations.json"));
    assert_eq!(whole["total"], 0);
    assert!(whole.get("first").is_none());
    assert!(!public.join("briefs/t/annotations.json").exists());
}
