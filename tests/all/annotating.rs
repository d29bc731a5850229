//! What `ascribe annotate` writes: the prose stays, nothing is marked twice, and the site builds.

use std::path::{Path, PathBuf};

use ascribe::annotate::attribute_list;
use ascribe::detect::Language;
use ascribe::inputs::Inputs;
use ascribe::parse::body;
use ascribe::report::Severity;
use ascribe::suggest::{Suggestion, Wishes, suggest};
use ascribe::text::{FileId, Files, SourceFile};
use proptest::prelude::*;
use proptest::sample::select;
use rayon::prelude::*;

use crate::folder::Folder;
use crate::properties::{MARKDOWN, few};

const BRIEF: &str = "content/briefs/example.md";

fn wishes() -> Wishes {
    Wishes {
        only: Vec::new(),
        min_confidence: Some(0.0),
    }
}

fn find(inputs: &Inputs, path: &str) -> FileId {
    let is_it = |id: &&FileId| inputs.files.get(**id).path == path;
    *inputs.briefs.iter().find(is_it).expect("it is a brief")
}

/// What is suggested for a brief of a folder, and the brief with it.
fn suggested(folder: &Folder, path: &str, wishes: &Wishes) -> (Suggestion, String) {
    let inputs = folder.inputs();
    let raw = &folder.0[path];
    let (suggestion, report) = suggest(&inputs, find(&inputs, path), raw, wishes);
    let faults: Vec<_> = report.iter().map(|one| &one.message).collect();
    assert!(faults.is_empty(), "{path}: {faults:?}");
    let text = suggestion.applied(raw);
    (suggestion, text)
}

/// A text without its spans: brackets and lists are taken away, their words stay.
fn stripped(text: &str) -> String {
    let file = Files::default().add(SourceFile::new(String::new(), ""));
    let mut plain = String::new();
    let mut open = Vec::new();
    let mut at = 0;
    while let Some(letter) = text[at..].chars().next() {
        let list = text[at..]
            .starts_with("]{")
            .then(|| attribute_list(text, at + 1, file));
        match (letter, list) {
            (']', Some(Ok((_, end)))) => {
                if let Some(start) = open.pop() {
                    plain.remove(start);
                }
                at = end;
                continue;
            }
            ('[', _) => open.push(plain.len()),
            (']', _) => _ = open.pop(),
            _ => {}
        }
        plain.push(letter);
        at += letter.len_utf8();
    }
    plain
}

/// The faults that a folder has, as `check` would count them.
fn errors(folder: &Folder) -> Vec<String> {
    let report = folder.compile().compiled.report;
    let errors = report.iter().filter(|one| one.severity == Severity::Error);
    errors
        .map(|one| format!("{}: {}", one.code.name(), one.message))
        .collect()
}

/// Annotates a brief and tries all that must hold; gives the number of statements.
fn annotate(folder: &Folder, path: &str) -> usize {
    let raw = &folder.0[path];
    let (suggestion, text) = suggested(folder, path, &wishes());
    if suggestion.insertions.is_empty() {
        // Nothing to mark: the file stays as it was, with what was wrong with it before.
        assert_eq!(raw, &text, "{path}: changed without an insertion");
        return 0;
    }
    let bodies = [raw, &text].map(|text| stripped(&text[body(text)..]));
    assert_eq!(bodies[0], bodies[1], "{path}: the prose has changed");
    let annotated = folder.clone().with(path, &text);
    let (again, _) = suggested(&annotated, path, &wishes());
    assert_eq!(again.insertions, [], "{path}: a second time finds more");
    let faults = errors(&annotated);
    assert!(faults.is_empty(), "{path}: {faults:?}\n{text}");
    suggestion.statements
}

/// Long texts that lie beside the repository on the machines that score the detector.
fn practice_texts() -> Vec<(String, String)> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let shared = std::env::var_os("ASCRIBE_SHARED").map_or(beside, PathBuf::from);
    let folder = shared.join("data/polnear/practice/text");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    paths.sort();
    let read = |path: PathBuf| {
        let name = path.file_stem()?.to_str()?.to_owned();
        Some((name, std::fs::read_to_string(path).ok()?))
    };
    paths.into_iter().filter_map(read).collect()
}

#[test]
fn whole_articles_keep_their_prose_and_are_annotated_once() {
    // In a debug build a share of them, so that the tests stay quick.
    let step = if cfg!(debug_assertions) { 4 } else { 1 };
    let texts: Vec<_> = practice_texts().into_iter().step_by(step).collect();
    texts.par_iter().for_each(|(name, text)| {
        let path = format!("content/briefs/{name}.md");
        // As it is: without front matter, with whatever Markdown makes of it.
        let found = annotate(&Folder::default().with(&path, text), &path);
        assert!(found > 0 || text.len() < 2000, "{name}: nothing was found");
        // As plain paragraphs below front matter.
        let lines: Vec<&str> = text
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .collect();
        let text = format!("---\ntitle: {name}\n---\n\n{}\n", lines.join("\n\n"));
        annotate(&Folder::default().with(&path, &text), &path);
    });
}

#[test]
fn our_own_passages_keep_their_prose_and_are_annotated_once() {
    let mut found = 0;
    for language in Language::ALL {
        for passage in crate::detect::passages(*language) {
            let (tag, text) = (language.tag(), passage.text);
            let text = format!("---\ntitle: Example\nlang: {tag}\n---\n{text}");
            found += annotate(&Folder::default().with(BRIEF, &text), BRIEF);
        }
    }
    assert!(found > 100, "{found} statements in all passages");
}

#[test]
fn the_example_briefs_keep_their_prose_and_their_annotations() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folder = Folder::default();
    for path in crate::sites::files(&root.join("content")) {
        let text = std::fs::read_to_string(root.join("content").join(&path)).expect("it is text");
        folder = folder.with(&format!("content/{path}"), &text);
    }
    let briefs: Vec<String> = folder
        .0
        .keys()
        .filter(|path| path.starts_with("content/briefs/"))
        .cloned()
        .collect();
    for path in briefs {
        annotate(&folder, &path);
    }
}

/// Sentences with statements in them, and Markdown that gets in their way.
fn article() -> impl Strategy<Value = String> {
    const STATEMENTS: &[&str] = &[
        "Ryder said the deal was dead. ",
        "“We see *no* deal,” Lena Holt told Reuters. “None at all.” ",
        "“The deal”, ",
        " said Pat Ryder",
        "Holt denied that `the deal` was [done](https://example.org). ",
        "She declined to comment on the shells. ",
        "According to the *World Bank*, prices may rise. ",
        "Officials said that ",
        "the factories could not **keep up",
        "“If it breaks,",
        "\n\n“it breaks,” he said",
        "[“We know,”]{by=ryder}",
        "[words]{.wide}",
        " [@reuters]",
        "\n\n::: {claim=block by=ryder}\n\n",
        "\n\n:::\n\n",
    ];
    let part = prop_oneof![3 => select(STATEMENTS), 2 => select(MARKDOWN)];
    proptest::collection::vec(part, 0..30).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(few(96))]

    #[test]
    fn any_markdown_is_annotated_once_and_without_harm(text in article(), crlf in any::<bool>()) {
        let front = "---\ntitle: Example # so\nspeakers:\n  ryder: {name: Pat Ryder}\nsources:\n  reuters: {type: article, title: T, parent: {type: newspaper, title: Reuters}}\n---\n";
        let text = format!("{front}{text}");
        let text = if crlf { text.replace('\n', "\r\n") } else { text };
        let folder = Folder::default().with(BRIEF, &text);
        let inputs = folder.inputs();
        let (suggestion, report) = suggest(&inputs, find(&inputs, BRIEF), &text, &wishes());
        if report.has_errors() {
            prop_assert_eq!(suggestion.insertions, []);
            return Ok(());
        }
        let annotated = folder.clone().with(BRIEF, &suggestion.applied(&text));
        prop_assert_eq!(errors(&annotated), errors(&folder));
        let visible = |folder: &Folder| {
            let site = folder.compile().compiled.site;
            let brief = site.brief_ids().next().expect("there is a brief");
            site[brief].brief.text.clone()
        };
        prop_assert_eq!(visible(&annotated), visible(&folder));
        let (again, _) = suggested(&annotated, BRIEF, &wishes());
        prop_assert_eq!(again.insertions, []);
    }
}

const WIRE: &str = "---\n# Filed late\ntitle: Shells   # working title\nstate: draft\n---\n\nRyder said the deal was dead. “We see no shells,” Pat Ryder told Reuters.\nNebenzia denied that shells were sold.\n";

/// A site with one brief, and what `ascribe annotate` says of it with some arguments.
fn command(arguments: &[&str]) -> (tempfile::TempDir, i32, String, String) {
    let site = tempfile::tempdir().expect("a folder");
    let put = |path: &str, text: &str| {
        let path = site.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, text).expect("the disk takes it");
    };
    put(BRIEF, WIRE);
    put(
        "content/speakers.yaml",
        "nebenzia: {name: Vassily Nebenzia, org: russia}\nrussia: {name: Russia}\n",
    );
    put(
        "content/pages/about.md",
        "---\ntitle: About\n---\nHe said so.\n",
    );
    put("latin.md", "");
    std::fs::write(site.path().join("latin.md"), b"\xe9").expect("the disk takes it");
    put("bare.md", "# The deal\n\nRyder said the deal was dead.\n");
    let output = crate::sites::binary(site.path())
        .arg("annotate")
        .args(arguments)
        .output()
        .expect("it runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("it is UTF-8");
    let code = output.status.code().expect("it ended by itself");
    (site, code, text(output.stdout), text(output.stderr))
}

fn read(site: &tempfile::TempDir, path: &str) -> String {
    std::fs::read_to_string(site.path().join(path)).expect("it is there")
}

#[test]
fn a_diff_is_shown_and_the_file_left_alone() {
    let (site, code, out, notes) = command(&[BRIEF]);
    assert_eq!(code, 0, "{notes}");
    let expected = format!(
        "--- {BRIEF}\n+++ {BRIEF}\n@@ -4,5 +4,7 @@\n state: draft\n+speakers:\n+  ryder: {{name: Pat Ryder}}\n ---\n \n\
         -Ryder said the deal was dead. “We see no shells,” Pat Ryder told Reuters.\n\
         -Nebenzia denied that shells were sold.\n\
         +Ryder said [the deal was dead]{{claim=deal-dead by=ryder}}. [“We see no shells,”]{{claim=shells by=ryder}} Pat Ryder told Reuters.\n\
         +Nebenzia [denied that shells were sold]{{claim=shells-denial by=nebenzia act=denies}}.\n\
         3 statements, 1 new speaker; run with --write to change the file\n"
    );
    assert_eq!(out, expected);
    assert_eq!(
        notes,
        "note: the relay “Reuters” is no source of the record: add it, and `via=` with its key\n"
    );
    assert_eq!(read(&site, BRIEF), WIRE);
}

#[test]
fn the_file_is_written_when_asked_and_nothing_beside_it() {
    let (site, code, out, _) = command(&[BRIEF, "--write"]);
    assert_eq!(
        (code, out.as_str()),
        (
            0,
            "content/briefs/example.md: 3 statements, 1 new speaker written\n"
        )
    );
    let text = read(&site, BRIEF);
    assert!(text.contains("\n# Filed late\ntitle: Shells   # working title\nstate: draft\nspeakers:\n  ryder: {name: Pat Ryder}\n---\n\nRyder said ["), "{text}");
    assert_eq!(
        crate::sites::files(&site.path().join("content/briefs")),
        ["example.md"]
    );
}

#[test]
fn only_what_is_asked_for_is_taken() {
    let spans = |arguments: &[&str]| {
        let (_, code, out, notes) = command(&[&[BRIEF, "--write"], arguments].concat());
        assert_eq!(code, 0, "{notes}");
        (
            out.trim_start_matches(BRIEF).to_owned(),
            notes.lines().next().unwrap_or_default().to_owned(),
        )
    };
    assert_eq!(
        spans(&["--only", "ryder"]).0,
        ": 2 statements, 1 new speaker written\n"
    );
    assert_eq!(
        spans(&["--only", "Pat Ryder", "--only", "denies"]).0,
        ": nothing to annotate\n"
    );
    assert_eq!(
        spans(&["--only", "nebenzia", "--only", "denies"]).0,
        ": 1 statement, 0 new speakers written\n"
    );
    let (out, note) = spans(&["--only", "rydr"]);
    assert_eq!(out, ": nothing to annotate\n");
    assert_eq!(
        note,
        "note: no speaker of the text is called `rydr`; did you mean `ryder`?"
    );
    let (out, note) = spans(&["--min-confidence", "1"]);
    assert_eq!(out, ": nothing to annotate\n");
    assert_eq!(
        note,
        "note: 3 less certain than 1: left out; see --min-confidence"
    );
}

#[test]
fn front_matter_is_made_where_there_is_none() {
    let (site, code, out, _) = command(&["bare.md", "--write"]);
    assert_eq!(
        (code, out.as_str()),
        (0, "bare.md: 1 statement, 1 new speaker written\n")
    );
    let expected = "---\ntitle: The deal\nspeakers:\n  ryder: {name: Ryder}\n---\n# The deal\n\nRyder said [the deal was dead]{claim=deal-dead by=ryder}.\n";
    assert_eq!(read(&site, "bare.md"), expected);
}

#[test]
fn what_cannot_be_annotated_is_said() {
    for (arguments, expected, words) in [
        (&["content/pages/about.md"][..], 2, "is a plain page"),
        (&["content/speakers.yaml"], 2, "is no Markdown file"),
        (&["none.md"], 3, "cannot read `none.md`"),
        (&["latin.md"], 1, "is not UTF-8 text"),
        (&[BRIEF, "--root", "content"], 2, "nothing to build"),
        (&[BRIEF, "--min-confidence", "2"], 2, "from 0 to 1"),
    ] {
        let (_, code, _, faults) = command(arguments);
        assert_eq!(code, expected, "{arguments:?}: {faults}");
        assert!(faults.contains(words), "{faults}");
    }
}
