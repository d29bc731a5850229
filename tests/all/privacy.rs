//! Nothing private comes out: a marker stands in every private place, and whatever any command
//! writes or prints is searched for it.

use std::path::Path;

use crate::sites::{binary, files};

/// Stands in every private place, with a word that tells which.
const MARKER: &str = "xqzmark";

const HELD_BACK: &[(&str, &str)] = &[
    ("draft", "state: draft"),
    ("review", "state: review"),
    ("embargoed", "state: embargoed\nembargo: 2030-01-01"),
];

fn write(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    std::fs::write(path, text.replace('§', MARKER)).expect("the disk takes it");
}

/// A brief that does not appear, with the marker in every part of it. `own` is more front matter.
fn held_back(name: &str, state: &str, own: &str) -> String {
    format!(
        "---\ntitle: §{name}title\n{state}\ndate: 2022-09-07\nslug: §{name}slug\nsummary: §{name}summary\n\
         tags: [§{name}tag]\nauthors: [§{name}author]\nprocess: §{name}process\n\
         key_judgements: [§{name}judged]\nextra: {{a: §{name}extra}}\n\
         speakers: {{§{name}speaker: {{name: §{name}speakername}}}}\n\
         sources: {{§{name}source: {{type: article, title: §{name}sourcetitle}}}}\n\
         claims: {{§{name}claim: {{text: §{name}claimtext, by: listed-{name}, note: §{name}note}}}}\n\
         relations: [{{from: §{name}claim, type: denies, to: public}}]\n\
         corrections: [{{date: 2022-09-08, claim: public, was: §{name}was, now: §{name}now, note: §{name}why}}]\n\
         {own}---\n§{name}body [§{name}words]{{claim=§{name}span by=§{name}speaker denies=public}} \
         [@§{name}source, §{name}locator] [shared]{{claim=listed-{name}}} [@listed-{name}]\n\n\
         [§{name}judgement]{{claim=§{name}judged act=judges}} Mallory said that §{name}detected.\n"
    )
}

/// A site with the marker wherever nothing may come out.
fn plant(root: &Path) {
    let listed = |form: &str| -> String {
        let entries = HELD_BACK.iter().map(|(name, _)| form.replace("NAME", name));
        entries.collect()
    };
    // Feeds and the sitemap need an address.
    write(root, "ascribe.yaml", "base_url: https://example.org/\n");
    write(
        root,
        "content/speakers.yaml",
        &format!(
            "ann: {{name: Ann, private: {{phone: §speaker}}}}\n{}",
            listed("listed-NAME: {name: §NAMElistedspeaker}\n")
        ),
    );
    write(
        root,
        "content/sources.yaml",
        &format!(
            "paper:\n  type: article\n  title: Paper\n  private:\n    met: §source\n{}",
            listed("listed-NAME: {type: article, title: §NAMElistedsource}\n")
        ),
    );
    write(
        root,
        "content/claims.yaml",
        &format!(
            "public:\n  text: A public claim\n  by: ann\n  private: {{doubt: §claim}}\n{}relations:\n\
             \x20 - {{from: own, type: supports, to: public, private: §relation}}\n{}",
            listed("listed-NAME: {text: §NAMElistedclaim, by: listed-NAME}\n"),
            listed("  - {from: §NAMEspan, type: supports, to: public}\n"),
        ),
    );
    write(
        root,
        "content/briefs/public.md",
        "---\ntitle: A public brief\ndate: 2022-09-07\nprivate:\n  who: §front\n---\n\
         [So]{claim=public by=ann via=paper} and [so]{claim=own by=ann}.\n",
    );
    for (name, state) in HELD_BACK {
        write(
            root,
            &format!("content/briefs/{name}.md"),
            &held_back(name, state, ""),
        );
        write(
            root,
            &format!("content/pages/{name}-page.md"),
            &format!("---\ntitle: §{name}pagetitle\n{state}\n---\n§{name}pagebody\n"),
        );
    }
}

/// What runs on the site for each command; a command that this list lacks fails the test.
const RUNS: &[(&str, &[&[&str]])] = &[
    ("build", &[&["--output", "public"], &["--strict"]]),
    (
        "check",
        &[
            &["--format", "human"],
            &["--format", "json"],
            &["--format", "github"],
            &["--format", "sarif"],
        ],
    ),
    (
        "explain",
        &[&["claim:public"], &["claim:listed-draft"], &["speaker:ann"]],
    ),
    (
        "impact",
        &[&["public"], &["paper"], &["ann"], &["listed-draft"]],
    ),
    (
        "export",
        &[
            &["claims-json"],
            &["claims-csv"],
            &["annotations"],
            &["jsonld"],
            &["feed", "--base-url", "https://example.org/"],
            &["feed", "--base-url", "https://example.org/", "--as", "json"],
            &["bibtex"],
            &["csl-json"],
            &["graph"],
            &["graph", "--as", "graphml"],
            &["markdown"],
        ],
    ),
    // These read the files that they are given, make new ones, or run until they are stopped.
    ("detect", &[]),
    ("annotate", &[]),
    ("init", &[]),
    ("new", &[]),
    ("serve", &[]),
    ("completions", &[]),
    ("man", &[]),
    ("help", &[]),
];

/// The commands that the binary knows.
fn commands(root: &Path) -> Vec<String> {
    let output = binary(root).arg("--help").output().expect("it runs");
    let text = String::from_utf8(output.stdout).expect("help is UTF-8");
    let list = text.split("Commands:\n").nth(1).expect("help lists them");
    let lines = list.lines().take_while(|line| line.starts_with("  "));
    let names = lines.filter_map(|line| line.split_whitespace().next());
    names.map(str::to_owned).collect()
}

/// Runs every command on a site and gives what comes out, by where.
fn outputs(root: &Path) -> Vec<(String, Vec<u8>)> {
    let mut all = Vec::new();
    for command in commands(root) {
        let (_, runs) = RUNS
            .iter()
            .find(|(name, _)| *name == command)
            .unwrap_or_else(|| panic!("say in this test how `ascribe {command}` is to be run"));
        for arguments in *runs {
            let mut run = binary(root);
            run.arg(&command).args(*arguments);
            run.args(["--as-of", "2024-01-01"]);
            let mut output = run.output().expect("it runs");
            if String::from_utf8_lossy(&output.stderr).contains("unexpected argument '--as-of'") {
                let mut run = binary(root);
                output = run
                    .arg(&command)
                    .args(*arguments)
                    .output()
                    .expect("it runs");
            }
            let name = format!("ascribe {command} {}", arguments.join(" "));
            all.push((format!("{name}, standard output"), output.stdout));
            all.push((format!("{name}, standard error"), output.stderr));
        }
    }
    let public = root.join("public");
    if public.is_dir() {
        for path in files(&public) {
            let bytes = std::fs::read(public.join(&path)).expect("it was listed");
            all.push((format!("the name {path}"), path.clone().into_bytes()));
            all.push((path, bytes));
        }
    }
    all
}

fn search(root: &Path) -> Vec<(String, Vec<u8>)> {
    let all = outputs(root);
    let mut found = Vec::new();
    for (place, bytes) in &all {
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        for (at, _) in text.match_indices(MARKER) {
            let word = text[at..].split(|letter: char| !letter.is_alphanumeric());
            found.push(format!(
                "{place}: {}",
                word.into_iter().next().expect("a word")
            ));
        }
    }
    found.dedup();
    assert!(
        found.is_empty(),
        "private words came out:\n{}",
        found.join("\n")
    );
    all
}

#[test]
fn every_format_is_searched() {
    let runs = RUNS.iter().find(|(name, _)| *name == "export");
    let (_, runs) = runs.expect("export is run");
    for format in ascribe::export::Format::WORDS {
        assert!(runs.iter().any(|run| run[0] == *format), "{format}");
    }
}

#[test]
fn what_is_private_comes_out_nowhere() {
    let site = tempfile::tempdir().expect("a folder for a while");
    plant(site.path());
    let all = search(site.path());
    let pages = all.iter().filter(|(path, _)| path.ends_with("index.html"));
    assert!(pages.count() > 10, "the site was built");
}

/// The embargo's end and `--drafts` show what the search must find: the marker is planted well.
#[test]
fn the_marker_is_found_where_it_may_be_seen() {
    let site = tempfile::tempdir().expect("a folder for a while");
    plant(site.path());
    let mut build = binary(site.path());
    build.args(["build", "--drafts", "--as-of", "2031-01-01"]);
    let output = build.output().expect("it runs");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    for (name, _) in HELD_BACK {
        let route = format!("public/briefs/{MARKER}{name}slug/index.html");
        let page = std::fs::read_to_string(site.path().join(route)).expect("the brief is out");
        for part in ["title", "body", "words", "summary", "process", "was", "why"] {
            assert!(
                page.contains(&format!("{MARKER}{name}{part}")),
                "{name}{part}"
            );
        }
    }
}

/// Files with faults in private places.
const FAULTS: &[(&str, &str)] = &[
    (
        "content/speakers.yaml",
        "ann: {nme: Ann, private: {phone: §a}, org: nobody-such}\n",
    ),
    (
        "content/speakers.yaml",
        "ann:\n  name: Ann\n  private:\n    §a: b\n    §a: c\n",
    ),
    (
        "content/speakers.yaml",
        "ann: {name: Ann, private: {phone: [§a}}\n",
    ),
    (
        "content/speakers.yaml",
        "ann: {name: Ann, privat: {phone: §a}}\n",
    ),
    (
        "content/claims.yaml",
        "public: {text: A, anchor: {exact: §draftbody}}\n",
    ),
    (
        "content/claims.yaml",
        "public: {text: A, act: tells, private: §a}\n",
    ),
    (
        "content/briefs/draft.md",
        "---\ntitle: §a\nstate: draft\n§b: c\n---\n[a]{§c=d} [b]{act=§e}\n\n::: {§f}\n",
    ),
    (
        "content/briefs/draft.md",
        "---\ntitle: §a\nstate: draft\nlang: [§b\n---\n",
    ),
    (
        "content/briefs/draft.md",
        "---\nstate: draft\ntitle: §a\n§text\n",
    ),
    (
        "content/briefs/embargoed.md",
        "---\ntitle: §a\nstate: embargoed\n---\n[a](javascript:§b)\n",
    ),
    (
        "content/briefs/embargoed.md",
        "---\ntitle: §a\nstate: embargoed\nembargo: §never\n---\n",
    ),
    (
        "content/pages/draft.md",
        "---\ntitle: §a\nstate: draft\n§b: c\n---\n",
    ),
];

/// Faults in private places are told by place and kind, and quote nothing.
#[test]
fn what_is_private_stands_in_no_error_text() {
    for (path, text) in FAULTS {
        let site = tempfile::tempdir().expect("a folder for a while");
        plant(site.path());
        // The shared record names nothing that a draft alone makes: an unreadable draft makes none.
        let claims = "public: {text: A public claim, by: ann, private: {doubt: §claim}}\n";
        write(site.path(), "content/claims.yaml", claims);
        write(site.path(), path, text);
        let all = search(site.path());
        let told = all
            .iter()
            .find(|(place, _)| place.contains("check --format human, standard error"));
        let told = String::from_utf8_lossy(&told.expect("check ran").1).into_owned();
        assert!(
            told.contains(path) || path.contains("claims"),
            "{path} is named:\n{told}"
        );
    }
}
