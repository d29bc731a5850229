//! `ascribe export`: one format at a time, to standard output or a file.

use std::path::Path;
use std::process::{Output, Stdio};

use crate::sites::{binary, copy};

const BASE: &str = "https://example.org/desk/";

fn export(root: &Path, arguments: &[&str]) -> Output {
    let mut run = binary(root);
    run.args([&["export"], arguments, &["--as-of", "2022-10-01"]].concat());
    run.output().expect("ascribe runs")
}

fn exported(root: &Path, arguments: &[&str]) -> Vec<u8> {
    let output = export(root, arguments);
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {errors}");
    output.stdout
}

fn build(root: &Path) {
    let mut run = binary(root);
    let output = run
        .args(["build", "--as-of", "2022-10-01", "--base-url", BASE])
        .output();
    let output = output.expect("ascribe runs");
    assert!(output.status.success(), "the site builds");
}

/// What a format says of the whole site, and of one brief, is what the built site says.
const FILES: &[(&[&str], &str, Option<&str>)] = &[
    (&["claims-json"], "claims.json", Some("data.json")),
    (&["claims-csv"], "claims.csv", None),
    (&["bibtex"], "sources.bib", Some("sources.bib")),
    (&["csl-json"], "sources.csl.json", Some("sources.csl.json")),
    (&["feed"], "feed.xml", None),
    (&["feed", "--as", "json"], "feed.json", None),
];

#[test]
fn what_is_exported_is_what_is_built() {
    let site = copy("record");
    build(site.path());
    let built = |file: &str| std::fs::read(site.path().join("public").join(file));
    for (format, whole, of_brief) in FILES {
        let based = [format, &["--base-url", BASE][..]].concat();
        let bytes = exported(site.path(), &based);
        assert!(bytes == built(whole).expect("it was built"), "{format:?}");
        let bytes = exported(site.path(), &[&based[..], &["--brief", "shells"]].concat());
        if let Some(file) = of_brief {
            let file = format!("briefs/shells/{file}");
            assert!(bytes == built(&file).expect("it was built"), "{file}");
        }
    }
    let homeless = export(site.path(), &["feed"]);
    assert_eq!(homeless.status.code(), Some(2));
}

/// Every format can be had of the whole site and of one brief, and says something.
#[test]
fn every_format_is_written() {
    let site = copy("record");
    for format in ascribe::export::Format::WORDS {
        let whole = exported(site.path(), &[format, "--base-url", BASE]);
        let part = exported(
            site.path(),
            &[format, "--base-url", BASE, "--brief", "shells"],
        );
        assert!(!whole.is_empty() && !part.is_empty(), "{format}");
        if *format == "jsonld" {
            let told: serde_json::Value = serde_json::from_slice(&part).expect("it is JSON");
            assert_eq!(told["@context"], "https://schema.org");
        }
    }
}

#[test]
fn a_file_is_written_whole_or_not_at_all() {
    let site = copy("record");
    let path = site.path().join("out.json");
    let bytes = exported(site.path(), &["claims-json"]);
    for before in [None, Some("something longer than nothing")] {
        if let Some(before) = before {
            std::fs::write(&path, before).expect("the disk takes it");
        }
        let said = exported(site.path(), &["claims-json", "--output", "out.json"]);
        assert!(said.is_empty(), "it goes to the file");
        assert!(std::fs::read(&path).expect("it was written") == bytes);
    }
    std::fs::create_dir(site.path().join("folder")).expect("a folder");
    for refused in ["folder", "out.json/x", "missing/x"] {
        let output = export(site.path(), &["claims-json", "--output", refused]);
        assert_eq!(output.status.code(), Some(3), "{refused}");
    }
    let left = std::fs::read_dir(site.path()).expect("the folder is there");
    let left = left.filter_map(|one| one.ok()?.file_name().into_string().ok());
    assert!(!left.into_iter().any(|name| name.contains("ascribe-new")));
}

#[test]
fn wrong_names_are_told_with_the_nearest() {
    let site = copy("record");
    for (arguments, nearest) in [
        (&["claims-jsn"][..], "claims-json"),
        (
            &["claims-json", "--brief", "shels"],
            "did you mean `shells`?",
        ),
    ] {
        let output = export(site.path(), arguments);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{told}");
        assert!(told.contains(nearest), "{told}");
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn a_site_with_faults_gives_nothing() {
    let site = copy("faults");
    let file = site.path().join("out.json");
    let output = export(site.path(), &["claims-json", "--output", "out.json"]);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(told.contains("nothing was written"), "{told}");
    assert!(!file.exists() && output.stdout.is_empty());
}

#[test]
fn a_reader_may_stop_early() {
    let site = copy("record");
    let mut run = binary(site.path());
    run.args(["export", "claims-json", "--as-of", "2022-10-01"]);
    run.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = run.spawn().expect("ascribe runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn the_graph_is_dot_or_graphml_as_asked_or_as_the_file_ends() {
    let site = copy("record");
    let text = |arguments: &[&str]| {
        String::from_utf8(exported(site.path(), arguments)).expect("it is UTF-8")
    };
    let dot = text(&["graph"]);
    assert!(dot.starts_with("digraph claims {"), "{dot}");
    for told in [
        "\"claim:fake\" -> \"claim:purchase\" [label=\"denies\"",
        "\"speaker:patel\" -> \"claim:purchase\" [label=\"says\"",
        "\"source:reuters\" -> \"claim:purchase\" [label=\"relays\"",
        "\"source:nyt\" -> \"source:finding\" [label=\"has origin\"",
        "\"speaker:kirby\" -> \"speaker:white-house\" [label=\"belongs to\"",
        "[disputed]",
    ] {
        assert!(dot.contains(told), "{told} in:\n{dot}");
    }
    let xml = text(&["graph", "--as", "graphml"]);
    let parsed = roxmltree::Document::parse(&xml).expect("it is XML");
    let named = |name: &'static str| {
        let all = parsed.descendants();
        all.filter(move |node| node.has_tag_name(("http://graphml.graphdrawing.org/xmlns", name)))
    };
    let ids: Vec<&str> = named("node")
        .filter_map(|node| node.attribute("id"))
        .collect();
    let keys: Vec<&str> = named("key")
        .filter_map(|node| node.attribute("id"))
        .collect();
    assert_eq!(ids.len(), dot.matches("class=\"").count());
    assert_eq!(named("edge").count(), dot.matches(" -> ").count());
    for edge in named("edge") {
        for end in ["source", "target"] {
            assert!(ids.contains(&edge.attribute(end).expect("an end")));
        }
    }
    for data in named("data") {
        assert!(keys.contains(&data.attribute("key").expect("a key")));
    }
    exported(site.path(), &["graph", "--output", "g.graphml"]);
    let written = std::fs::read_to_string(site.path().join("g.graphml")).expect("it is there");
    assert_eq!(written, xml);
    let part = text(&["graph", "--brief", "shells"]);
    assert!(part.len() <= dot.len());
    let wrong = export(site.path(), &["claims-csv", "--as", "dot"]);
    assert_eq!(wrong.status.code(), Some(2));
}
