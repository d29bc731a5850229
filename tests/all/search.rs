//! The files of the site's search, as its script reads them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value;

use crate::sites::{binary, copy, files};

const BRIEF: &str = "---
title: Who buys shells?
date: 2022-09-07
tags: [Ammunition]
summary: A summary of the matter.
speakers:
  nebenzia: {name: Vassily Nebenzia, aliases: [Envoy Ünal], org: Росія}
sources:
  reuters: {type: article, title: Purchases, date: 2022-09-06, parent: {type: newspaper, title: Reuters}}
---
## The <em>hushed</em> denial & more

Nebenzia [dismissed the report]{claim=un-denial by=nebenzia via=reuters}. Kirby said that rockets were found.
";

/// A site that was built, and its search.
struct Built {
    site: tempfile::TempDir,
}

impl Built {
    fn new(briefs: &[(&str, &str)]) -> Self {
        let site = tempfile::tempdir().expect("a folder for a while");
        let folder = site.path().join("content/briefs");
        std::fs::create_dir_all(&folder).expect("a folder");
        for (name, text) in briefs {
            std::fs::write(folder.join(name), text).expect("it can be written");
        }
        Self::build(site)
    }

    fn build(site: tempfile::TempDir) -> Self {
        let mut build = binary(site.path());
        build.args(["build", "--as-of", "2024-01-01"]);
        let output = build.output().expect("it runs");
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{told}");
        Self { site }
    }

    fn json(&self, name: &str) -> Value {
        let path = self.site.path().join(format!("public/search/{name}.json"));
        let text = std::fs::read_to_string(path).expect("the file is there");
        serde_json::from_str(&text).expect("it is JSON")
    }

    /// Every word, with the numbers of its entries and its weight in each.
    fn words(&self) -> BTreeMap<String, Vec<(u64, u64)>> {
        let index = self.json("index");
        let first = index["words"].as_array().expect("a list").clone();
        let mut words = BTreeMap::new();
        for (number, first) in first.iter().enumerate() {
            let file = self.json(&format!("words/{number}"));
            let file = file.as_object().expect("an object");
            assert_eq!(file.keys().min().map(String::as_str), first.as_str());
            for (word, list) in file {
                let list: Vec<u64> = list
                    .as_array()
                    .expect("a list")
                    .iter()
                    .filter_map(Value::as_u64)
                    .collect();
                let pairs = list.chunks(2).map(|pair| (pair[0], pair[1])).collect();
                assert!(
                    words.insert(word.clone(), pairs).is_none(),
                    "{word} stands in two files"
                );
            }
        }
        words
    }

    /// What is shown of every entry.
    fn entries(&self) -> Vec<Value> {
        let below = self.site.path().join("public/search/entries");
        let numbers = 0..files(&below).len();
        let read = numbers.map(|number| self.json(&format!("entries/{number}")));
        read.flat_map(|file| file.as_array().expect("a list").clone())
            .collect()
    }

    /// The titles of the entries in which a word stands, the weightiest first.
    fn find(&self, word: &str) -> Vec<String> {
        let entries = self.entries();
        let mut found = self.words().get(word).cloned().unwrap_or_default();
        found.sort_by_key(|(number, weight)| (std::cmp::Reverse(*weight), *number));
        let title = |number: u64| &entries[usize::try_from(number).expect("it is small")]["title"];
        found
            .iter()
            .filter_map(|(number, _)| title(*number).as_str().map(str::to_owned))
            .collect()
    }
}

#[test]
fn everything_is_found_by_its_words() {
    let built = Built::new(&[("shells.md", BRIEF)]);
    let brief = "Who buys shells?";
    for (word, found) in [
        ("shells", vec![brief]),
        ("summary", vec![brief]),
        ("hushed", vec![brief]),
        ("denial", vec![brief]),
        ("dismissed", vec!["dismissed the report"]),
        ("vassily", vec!["Vassily Nebenzia", "dismissed the report"]),
        ("unal", vec!["Vassily Nebenzia"]),
        ("росія", vec!["Vassily Nebenzia"]),
        ("rosiia", vec!["Vassily Nebenzia"]),
        ("reuters", vec!["Purchases"]),
        (
            "ammunition",
            vec!["Ammunition", brief, "dismissed the report"],
        ),
        ("em", vec![]),
        ("amp", vec![]),
        ("rockets", vec![]),
    ] {
        assert_eq!(built.find(word), found, "{word}");
    }
    let index = built.json("index");
    assert_eq!(index["kinds"]["brief"], serde_json::json!([0, 1, 8]));
    assert_eq!(index["kinds"]["claim"], serde_json::json!([1, 2, 5]));
    let claim = &built.entries()[1];
    assert_eq!(claim["path"], "claims/un-denial/index.html");
    assert_eq!(claim["status"], "single-origin");
    assert_eq!(claim["note"], "Vassily Nebenzia");
    assert_eq!(claim["date"], "7 September 2022");
}

#[test]
fn what_was_withdrawn_is_found_by_its_title_alone() {
    let withdrawn = BRIEF.replace("tags: [Ammunition]\n", "state: withdrawn\ncorrections: [{date: 2023-01-01, kind: retraction, note: It was wrong.}]\n");
    let other = "---\ntitle: Another\ndate: 2022-09-08\n---\nText.\n";
    let built = Built::new(&[("shells.md", &withdrawn), ("other.md", other)]);
    assert_eq!(built.find("shells"), ["Who buys shells?"]);
    for word in ["summary", "hushed", "dismissed", "nebenzia"] {
        assert!(built.find(word).is_empty(), "{word}");
    }
    assert_eq!(built.entries()[1]["status"], "withdrawn");
}

#[test]
fn every_entry_leads_to_a_page_and_every_status_has_a_shape() {
    let built = Built::build(copy("record"));
    let public = built.site.path().join("public");
    let page =
        std::fs::read_to_string(public.join("search/index.html")).expect("the page is there");
    for entry in built.entries() {
        let path = entry["path"].as_str().expect("a path");
        let (file, id) = path.split_once('#').unwrap_or((path, ""));
        let text =
            std::fs::read_to_string(public.join(file)).unwrap_or_else(|_| panic!("no file {file}"));
        assert!(
            id.is_empty() || text.contains(&format!("id=\"{id}\"")),
            "{path}"
        );
        if let Some(status) = entry["status"].as_str() {
            assert!(
                page.contains(&format!("<template data-status=\"{status}\">")),
                "{status}"
            );
        }
    }
}

#[test]
fn large_sites_are_cut_into_small_files() {
    let briefs: Vec<(String, String)> = (0..1500)
        .map(|number| {
            let text = format!("---\ntitle: Common words of a title {number}\n---\nText.\n");
            (format!("brief-{number}.md"), text)
        })
        .collect();
    let briefs: Vec<(&str, &str)> = briefs
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect();
    let built = Built::new(&briefs);
    let below = built.site.path().join("public/search");
    let sizes: BTreeSet<u64> = files(&below.join("words"))
        .iter()
        .map(|path| size(&below.join("words").join(path)))
        .collect();
    assert!(
        sizes.last().is_some_and(|largest| *largest < 16_000),
        "{sizes:?}"
    );
    // A word that stands everywhere keeps the best of its entries.
    assert_eq!(built.words()["common"].len(), 1000);
    assert_eq!(built.find("1499"), ["Common words of a title 1499"]);
}

fn size(path: &Path) -> u64 {
    path.metadata().expect("the file is there").len()
}
