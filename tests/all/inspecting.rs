//! The manual of `ascribe check --output`, `tests/inspect`: small built sites and what is told.
//!
//! A section shows a site: blocks `page PATH` (what stands below the heading of a whole page, from
//! its second line on) and `file PATH` (a file as it is). A block `report` holds what is told; a
//! block `silent` names the codes for which the site is the counter-example: of it nothing is told.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use ascribe::built::Built;
use ascribe::inputs::Shelf;
use ascribe::inspect::inspect;
use ascribe::report::{Code, Report};
use ascribe::text::Files;

use crate::blocks::{Page, Section, each};
use crate::listing;
use crate::sites::{binary, copy};

each! {
    PAGES:
    addresses
    pages
    linked_data
    feeds
    sitemaps
    data_files
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/inspect")
}

fn page(name: &str) -> Page {
    Page::read(&folder().join(format!("{}.md", name.replace('_', "-"))))
}

/// A built site in memory.
fn built(section: &Section) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for block in &section.blocks {
        if let Some(path) = block.info.strip_prefix("page ") {
            let head = "<!DOCTYPE html><html lang=\"en\"><title>Page</title><h1>Page</h1>";
            let text = format!("{head}\n{}", block.text);
            files.insert(path.to_owned(), text.into_bytes());
        } else if let Some(path) = block.info.strip_prefix("file ") {
            files.insert(path.to_owned(), block.text.clone().into_bytes());
        }
    }
    files
}

fn inspected(files: BTreeMap<String, Vec<u8>>) -> (Report, Files) {
    let site = Built {
        paths: files.keys().cloned().collect(),
        shelf: Shelf::Memory(files),
        prefix: String::new(),
    };
    inspect(&site, None).expect("files in memory can be read")
}

fn check(name: &str) {
    let mut page = page(name);
    for section in page.sections().iter().skip(1) {
        let (report, files) = inspected(built(section));
        let told = listing::report(&report, &files, "", 0);
        let mut shows = false;
        for block in &section.blocks {
            match block.info.as_str() {
                "report" => page.expect(section, block, &told),
                "silent" if report.iter().next().is_some() => {
                    page.wrong(section, block.line, &format!("something is told:\n{told}"));
                }
                "silent" => {}
                info if info.starts_with("page ") || info.starts_with("file ") => continue,
                other => page.wrong(
                    section,
                    block.line,
                    &format!("no block is called `{other}`"),
                ),
            }
            shows = true;
        }
        assert!(shows, "{name}, {}: nothing comes out", section.heading);
    }
    page.finish();
}

/// All that the examples tell, and the names of the codes that they are counter-examples of.
pub(crate) fn told_and_silent() -> (String, String) {
    let (mut told, mut silent) = (String::new(), String::new());
    for name in PAGES {
        for block in page(name)
            .sections()
            .into_iter()
            .flat_map(|section| section.blocks)
        {
            match block.info.as_str() {
                "report" => told.push_str(&block.text),
                "silent" => silent.push_str(&block.text),
                _ => {}
            }
        }
    }
    (told, silent)
}

#[test]
fn every_file_of_the_manual_is_checked() {
    let mut files = crate::sites::files(&folder());
    files.sort();
    let mut pages: Vec<String> = PAGES
        .iter()
        .map(|name| format!("{}.md", name.replace('_', "-")))
        .collect();
    pages.sort();
    assert_eq!(files, pages);
}

#[test]
fn every_code_of_a_built_site_has_an_example_and_a_counter_example() {
    let (told, silent) = told_and_silent();
    let of_built = Code::ALL.iter().filter(|code| code.is_of_built_site());
    for code in of_built.chain(&[Code::BrokenLink, Code::BrokenFragment]) {
        let name = code.name();
        let is_told = told
            .lines()
            .any(|line| line.split([' ', ':']).any(|word| word == name));
        assert!(is_told, "no example shows `{name}`");
        let is_silent = silent.lines().any(|line| line == name);
        assert!(is_silent, "no example shows where `{name}` keeps silent");
    }
}

/// What `ascribe check` says of the site that was built in a folder.
fn check_built(root: &Path, arguments: &[&str]) -> (Option<i32>, String, String) {
    let mut check = binary(root);
    check.args(["check", "--output", "public"]).args(arguments);
    let output = check.output().expect("it runs");
    let text = |bytes| String::from_utf8(bytes).expect("it is text");
    (
        output.status.code(),
        text(output.stdout),
        text(output.stderr),
    )
}

/// A site of the tests that was built below a sub-path.
fn example() -> tempfile::TempDir {
    let place = copy("record");
    let mut build = binary(place.path());
    build.args(["build", "--as-of", "2022-10-01"]);
    build.args(["--base-url", "https://example.org/desk"]);
    assert!(build.output().expect("it runs").status.success());
    place
}

#[test]
fn what_we_build_has_no_faults() {
    let place = example();
    let (code, out, err) = check_built(place.path(), &["--strict"]);
    assert_eq!((code, err.as_str()), (Some(0), ""));
    assert!(
        out.contains("files in public: 0 errors, 0 warnings"),
        "{out}"
    );
    // The content is not needed, and neither is the folder of the site.
    std::fs::remove_dir_all(place.path().join("content")).expect("the content goes");
    let elsewhere = tempfile::tempdir().expect("a folder for a while");
    let mut check = binary(elsewhere.path());
    check
        .arg("check")
        .arg("--strict")
        .arg("--output")
        .arg(place.path().join("public"));
    assert!(check.output().expect("it runs").status.success());
}

#[test]
fn a_broken_site_is_told_in_every_format() {
    let place = example();
    let home = place.path().join("public/index.html");
    let page = std::fs::read_to_string(&home).expect("the home page");
    let broken = page.replace(
        "</main>",
        "<a href=\"none.html\">é</a><p id=\"main\"></p></main>",
    );
    std::fs::write(&home, &broken).expect("it can be written");
    let line = 1 + broken
        .lines()
        .position(|line| line.contains("none.html"))
        .expect("it is there");
    let (code, out, err) = check_built(place.path(), &[]);
    assert_eq!(code, Some(1));
    assert!(err.contains(&format!("public/index.html:{line}:")), "{err}");
    assert!(out.contains("2 errors, 0 warnings"), "{out}");
    for (format, shown) in [
        (
            "json",
            format!("\"path\": \"public/index.html\",\n    \"line\": {line}"),
        ),
        (
            "github",
            format!("::error file=public/index.html,line={line},"),
        ),
        ("sarif", "\"ruleId\": \"duplicate-id\"".to_owned()),
    ] {
        let (code, out, _) = check_built(place.path(), &["--format", format]);
        assert_eq!(code, Some(1));
        assert!(out.contains(&shown), "{out}");
    }
    let lints = "lints: {broken-link: off, duplicate-id: warning}\n";
    std::fs::write(place.path().join("ascribe.yaml"), lints).expect("it can be written");
    let (code, out, _) = check_built(place.path(), &[]);
    assert_eq!(code, Some(0));
    assert!(out.contains("0 errors, 1 warning"), "{out}");
    let (code, ..) = check_built(place.path(), &["--strict"]);
    assert_eq!(code, Some(1));
}

#[test]
fn a_folder_that_is_not_there_is_wrong_usage() {
    let place = tempfile::tempdir().expect("a folder for a while");
    let (code, _, err) = check_built(place.path(), &[]);
    assert_eq!(code, Some(2));
    assert!(err.contains("there is no folder `public`"), "{err}");
}

#[test]
fn what_is_not_utf8_is_told() {
    let files = [("index.html".to_owned(), b"<p>\xff</p>".to_vec())];
    let (report, files) = inspected(files.into());
    let told = listing::report(&report, &files, "", 0);
    assert!(told.starts_with("index.html:1:4 not-utf8"), "{told}");
}
