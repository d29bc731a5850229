//! The manual of the notation, `tests/spec`: every example is read and compared.
//!
//! A section states a rule and shows it: a block `brief` (a text, or a whole file that begins with
//! front matter) and blocks `file PATH`; then what comes out, each where it matters:
//! `annotations`, `claims`, `figures`, `html` and `report`. A block `silent` names codes that the
//! report must not hold. Files before the first heading belong to every example of the page. An
//! example without a `report` has no errors.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use ascribe::report::{Code, Severity};

use crate::blocks::{Block, Page, Section, each};
use crate::folder::{Done, Folder};
use crate::{listing, reading};

const BRIEF: &str = "content/briefs/example.md";
const FRONT: &str = "---\ntitle: Example\ndate: 2022-09-08\n---\n";
const EXPECTED: &[&str] = &[
    "annotations",
    "claims",
    "figures",
    "html",
    "report",
    "silent",
];

each! {
    PAGES:
    spans
    citations
    blocks
    acts_and_relations
    anchors
    detection
    likelihood
    markdown
    html
    front_matter
    record
    origins_and_status
    settings
    life_cycle
    templates
    messages
    translations
    lints
    allow
    stored_copies
    judgements
    links
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/spec")
}

fn page(name: &str) -> Page {
    Page::read(&folder().join(format!("{}.md", name.replace('_', "-"))))
}

fn check(name: &str) {
    let mut page = page(name);
    let sections = page.sections();
    let (common, examples) = sections.split_first().expect("there is a first section");
    for example in examples {
        one(&mut page, common, example);
    }
    page.finish();
}

fn one(page: &mut Page, common: &Section, example: &Section) {
    let line = example.blocks.first().map_or(0, |block| block.line);
    let mut folder = Folder::default();
    let mut skip = 0;
    for block in common.blocks.iter().chain(&example.blocks) {
        if block.info == "brief" {
            let text = if block.text.starts_with("---\n") {
                skip = 0;
                block.text.clone()
            } else {
                skip = FRONT.lines().count();
                format!("{FRONT}{}", block.text)
            };
            folder = folder.with(BRIEF, &text);
        } else if let Some(path) = block.info.strip_prefix("file ") {
            folder = folder.with(path, &block.text);
        } else if !EXPECTED.contains(&block.info.as_str()) {
            page.wrong(
                example,
                block.line,
                &format!("no block is called `{}`", block.info),
            );
        }
    }
    let is_expected = |block: &&Block| EXPECTED.contains(&block.info.as_str());
    if !example.blocks.iter().any(|block| is_expected(&block)) {
        page.wrong(example, line, "the section shows nothing that comes out");
        return;
    }
    let mut done = folder.compile();
    let is_rendered = |block: &Block| block.info == "html";
    let has_templates = folder.0.keys().any(|path| path.starts_with("templates/"));
    let pages = if has_templates || example.blocks.iter().any(is_rendered) {
        done.render()
    } else {
        BTreeMap::new()
    };
    for block in example.blocks.iter().filter(is_expected) {
        if block.info == "silent" {
            silent(page, example, block, &done);
        } else {
            let actual = actual(&block.info, &done, &pages, skip);
            page.expect(example, block, &actual);
        }
    }
    let report = &done.compiled.report;
    if !example.blocks.iter().any(|block| block.info == "report") && report.has_errors() {
        let told = listing::report(report, &done.inputs.files, BRIEF, skip);
        page.wrong(example, line, &format!("the example has errors:\n{told}"));
    }
}

fn actual(info: &str, done: &Done, pages: &BTreeMap<String, String>, skip: usize) -> String {
    let site = &done.compiled.site;
    let brief = site.brief_ids().find(|id| {
        let file = site[*id].brief.document.file;
        done.inputs.files.get(file).path == BRIEF
    });
    match info {
        "claims" => listing::claims(site),
        "report" => listing::report(&done.compiled.report, &done.inputs.files, BRIEF, skip),
        _ => match (brief, info) {
            (Some(brief), "annotations") => listing::annotations(site, brief),
            (Some(brief), "figures") => listing::figures(site, brief),
            (Some(_), _) => reading::brief_body(&pages["briefs/example/index.html"]),
            (None, _) => "(no brief)".to_owned(),
        },
    }
}

fn silent(page: &mut Page, example: &Section, block: &Block, done: &Done) {
    for name in block.text.lines() {
        match Code::from_name(name) {
            None => page.wrong(example, block.line, &format!("no code is called `{name}`")),
            Some(code) if done.compiled.report.iter().any(|one| one.code == code) => {
                page.wrong(example, block.line, &format!("`{name}` is told"));
            }
            Some(_) => {}
        }
    }
}

#[test]
fn every_file_of_the_manual_is_checked() {
    let mut files: Vec<String> = std::fs::read_dir(folder())
        .expect("the manual is there")
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .into_string()
                .expect("a name")
        })
        .collect();
    files.sort();
    let mut pages: Vec<String> = PAGES
        .iter()
        .map(|name| format!("{}.md", name.replace('_', "-")))
        .collect();
    pages.sort();
    assert_eq!(files, pages);
}

#[test]
fn every_code_has_an_example_and_every_lint_a_counter_example() {
    let mut told = String::new();
    let mut silent = String::new();
    for name in PAGES {
        for section in page(name).sections() {
            for block in section.blocks {
                match block.info.as_str() {
                    "report" => told.push_str(&block.text),
                    "silent" => silent.push_str(&block.text),
                    _ => {}
                }
            }
        }
    }
    told.push_str(&crate::sites::consoles());
    // A built site is no brief: `inspecting` holds these to the same rule.
    for code in Code::ALL.iter().filter(|code| !code.is_of_built_site()) {
        let name = code.name();
        let is_told = told.lines().any(|line| {
            let words = line.split([' ', ':', '[', ']']).collect::<Vec<_>>();
            !line.starts_with(' ') && words.contains(&name)
        });
        assert!(is_told, "no example shows `{name}`");
        // What lies on disk is not seen by examples in memory; the smallest site is told nothing.
        let is_lint = code.severity() == Severity::Warning && *code != Code::SkippedFile;
        let is_silent = silent.lines().any(|line| line == name);
        assert!(
            !is_lint || is_silent,
            "no example shows where `{name}` keeps silent"
        );
    }
}
