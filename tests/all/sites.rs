//! Small whole sites, `tests/sites/NAME`: `site/` is what an author wrote, and `README.md` tells
//! what happens to it, as a console would show it.
//!
//! Beside `ascribe` itself a console knows `list FOLDER` (the files below it), `words FILE
//! [SELECTOR]` (a page as its reader has it) and `show FILE`.

use std::path::{Path, PathBuf};
use std::process::Command;

use scraper::Html;

use crate::blocks::{Page, Section, each};
use crate::reading::{selector, words};

each! {
    SITES:
    minimal
    record
    own_templates
    bibtex
    drafts
    faults
    drawings
    own_static
    as_of
    feeds
    aliases
    withdrawn
    new
    retracted
    signs
}

/// The folder of a site.
pub(crate) fn folder(name: &str) -> PathBuf {
    let name = name.replace('_', "-");
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/sites")
        .join(name)
}

/// A copy of a site in which to build.
pub(crate) fn copy(name: &str) -> tempfile::TempDir {
    let place = tempfile::tempdir().expect("a folder for a while");
    copy_folder(&folder(name).join("site"), place.path());
    place
}

fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("the folder is there") {
        let entry = entry.expect("an entry");
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &to);
        } else {
            std::fs::copy(entry.path(), to).expect("a copy");
        }
    }
}

/// The paths of all files below a folder, sorted.
pub(crate) fn files(below: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut waiting = vec![below.to_owned()];
    while let Some(folder) = waiting.pop() {
        for entry in std::fs::read_dir(&folder).expect("the folder is there") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                waiting.push(path);
            } else {
                let path = path.strip_prefix(below).expect("it is below");
                found.push(path.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    found.sort();
    found
}

/// All that consoles show of diagnostics, for the count of examples.
pub(crate) fn consoles() -> String {
    let mut text = String::new();
    for name in SITES {
        for section in Page::read(&folder(name).join("README.md")).sections() {
            let consoles = section
                .blocks
                .iter()
                .filter(|block| block.info == "console");
            consoles.for_each(|block| text.push_str(&block.text));
        }
    }
    text
}

fn check(name: &str) {
    let place = copy(name);
    let mut page = Page::read(&folder(name).join("README.md"));
    let sections = page.sections();
    let mut commands = 0;
    for section in &sections {
        commands += consoles_of(&mut page, section, place.path());
    }
    assert!(commands > 0, "{name} has no console");
    page.finish();
}

fn consoles_of(page: &mut Page, section: &Section, root: &Path) -> usize {
    let mut commands = 0;
    for block in section
        .blocks
        .iter()
        .filter(|block| block.info == "console")
    {
        let mut shown = String::new();
        for command in block
            .text
            .lines()
            .filter_map(|line| line.strip_prefix("$ "))
        {
            commands += 1;
            shown.push_str(&format!("$ {command}\n{}", run(command, root)));
        }
        page.expect(section, block, &shown);
    }
    commands
}

fn run(command: &str, root: &Path) -> String {
    let (verb, rest) = command.split_once(' ').unwrap_or((command, ""));
    let (file, css) = rest.split_once(' ').unwrap_or((rest, "main"));
    let read = || std::fs::read_to_string(root.join(file));
    let absent = format!("there is no file {file}\n");
    match verb {
        "ascribe" => ascribe(rest, root),
        "list" => files(&root.join(file)).join("\n") + "\n",
        "show" => read().unwrap_or(absent),
        "words" => read().map_or(absent, |page| words(&page, css) + "\n"),
        other => panic!("a console knows no `{other}`"),
    }
}

/// The binary, about to run in a folder and without a clock of the environment's.
pub(crate) fn binary(root: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ascribe"));
    command.current_dir(root).env_remove("SOURCE_DATE_EPOCH");
    command
}

/// Runs the binary: what it prints on both channels, and its exit code if it is not 0.
fn ascribe(arguments: &str, root: &Path) -> String {
    let output = binary(root)
        .args(arguments.split(' '))
        .output()
        .expect("ascribe runs");
    let mut shown = String::from_utf8(output.stderr).expect("messages are UTF-8");
    shown.push_str(&timeless(
        &String::from_utf8(output.stdout).expect("text is UTF-8"),
    ));
    if let Some(code) = output.status.code().filter(|code| *code != 0) {
        shown.push_str(&format!("exit code {code}\n"));
    }
    shown
}

/// The last line of a build without what changes from machine to machine and theme to theme.
fn timeless(text: &str) -> String {
    let line = |line: &str| match line.split_once(" pages in ") {
        Some((before, after)) => {
            let briefs = before.rsplit_once(' ').map_or(before, |(briefs, _)| briefs);
            let folder = after.rsplit_once(' ').map_or(after, |(_, folder)| folder);
            format!("{briefs} … pages in … {folder}\n")
        }
        None => format!("{line}\n"),
    };
    text.lines().map(line).collect()
}

#[test]
fn every_site_is_checked() {
    let top = folder("");
    let mut found: Vec<String> = std::fs::read_dir(top)
        .expect("the sites are there")
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .into_string()
                .expect("a name")
        })
        .collect();
    found.sort();
    let mut known: Vec<String> = SITES.iter().map(|name| name.replace('_', "-")).collect();
    known.sort();
    assert_eq!(found, known);
}

/// The figures at the top of a brief, as other programs read them.
#[test]
fn the_record_is_counted() {
    let site = copy("record");
    let build = ascribe("build --as-of 2022-10-01", site.path());
    let path = site.path().join("public/briefs/shells/index.html");
    let page = std::fs::read_to_string(path).unwrap_or_else(|_| panic!("{build}"));
    let html = Html::parse_document(&page);
    let figures: Vec<(String, String)> = html
        .select(&selector("[data-count]"))
        .map(|one| {
            let name = one.attr("data-count").expect("it was selected by it");
            (name.to_owned(), one.text().collect())
        })
        .collect();
    let expected = [
        ("statements", "10"),
        ("speakers", "5"),
        ("outlets", "3"),
        ("origins", "1"),
        ("denials", "1"),
        ("non-answers", "2"),
        ("unsourced", "0"),
        ("unreviewed", "0"),
    ];
    let expected = expected.map(|(name, figure)| (name.to_owned(), figure.to_owned()));
    assert_eq!(figures, expected);
    assert_eq!(html.select(&selector(".brief-body")).count(), 1);
    let marks = html.select(&selector(".brief-body .mark[id]")).count();
    assert_eq!(marks, 10, "each statement has one mark with an id");
}
