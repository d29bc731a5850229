//! The commands as a person or a script meets them: exit codes, what is written, what is kept.

use std::path::Path;
use std::process::Output;

use ascribe::report::{Code, Severity};

use crate::sites::{binary, copy, files};

fn ascribe(root: &Path, arguments: &[&str]) -> Output {
    binary(root).args(arguments).output().expect("ascribe runs")
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("ascribe ended by itself")
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("text is UTF-8")
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("messages are UTF-8")
}

/// Every file below a folder with its bytes.
fn contents(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let read = |path: String| {
        let bytes = std::fs::read(folder.join(&path)).expect("it was listed");
        (path, bytes)
    };
    files(folder).into_iter().map(read).collect()
}

fn write(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    std::fs::write(path, text).expect("the disk takes it");
}

const BUILD: &[&str] = &["build", "--as-of", "2022-10-01"];

#[test]
fn a_build_that_fails_leaves_the_old_site_whole() {
    let site = copy("record");
    assert_eq!(code(&ascribe(site.path(), BUILD)), 0);
    let before = contents(&site.path().join("public"));
    write(
        site.path(),
        "content/briefs/new.md",
        "---\ntitle: New\n---\nText.\n",
    );
    write(
        site.path(),
        "content/briefs/bad.md",
        "---\ndate: never\n---\nText.\n",
    );
    let failed = ascribe(site.path(), BUILD);
    assert_eq!(code(&failed), 1);
    assert!(
        stderr(&failed).contains("nothing was written"),
        "{}",
        stderr(&failed)
    );
    assert_eq!(contents(&site.path().join("public")), before);
    std::fs::remove_file(site.path().join("content/briefs/bad.md")).expect("it was there");
    assert_eq!(code(&ascribe(site.path(), BUILD)), 0);
    assert!(site.path().join("public/briefs/new/index.html").is_file());
}

#[test]
fn a_template_that_fails_leaves_the_old_site_whole() {
    let site = copy("minimal");
    assert_eq!(code(&ascribe(site.path(), BUILD)), 0);
    let before = contents(&site.path().join("public"));
    write(site.path(), "templates/page.html", "{{ no.such.thing }}");
    write(
        site.path(),
        "templates/brief.html",
        "{{ brief.nothing_of_the_kind }}",
    );
    let failed = ascribe(site.path(), BUILD);
    assert_eq!(code(&failed), 1, "{}", stderr(&failed));
    assert_eq!(contents(&site.path().join("public")), before);
}

#[test]
fn a_build_removes_only_what_a_build_wrote() {
    let site = copy("minimal");
    let public = site.path().join("public");
    assert_eq!(code(&ascribe(site.path(), BUILD)), 0);
    write(site.path(), "public/mine.txt", "kept");
    let brief = site.path().join("content/briefs");
    let first = files(&brief).first().cloned().expect("there is a brief");
    let slug = first.trim_end_matches(".md");
    assert!(public.join(format!("briefs/{slug}/index.html")).is_file());
    std::fs::rename(brief.join(&first), brief.join("renamed.md")).expect("a new name");
    assert_eq!(code(&ascribe(site.path(), BUILD)), 0);
    assert!(
        !public.join(format!("briefs/{slug}")).exists(),
        "the old page is gone"
    );
    assert!(public.join("briefs/renamed/index.html").is_file());
    let kept = std::fs::read_to_string(public.join("mine.txt"));
    assert_eq!(kept.expect("a file of somebody else stays"), "kept");
}

#[test]
fn what_has_not_changed_is_not_written_again() {
    let site = copy("record");
    assert_eq!(code(&ascribe(site.path(), BUILD)), 0);
    let page = site.path().join("public/index.html");
    let modified = |path: &Path| {
        path.metadata()
            .and_then(|one| one.modified())
            .expect("a time")
    };
    let before = modified(&page);
    let again = stdout(&ascribe(site.path(), BUILD));
    assert!(again.contains(" 0 files written, "), "{again}");
    assert!(again.contains(" 0 removed "), "{again}");
    assert_eq!(modified(&page), before);
}

#[test]
fn equal_input_gives_equal_bytes_for_any_number_of_threads() {
    let site = copy("record");
    let mut sites = Vec::new();
    for (folder, jobs) in [("a", "1"), ("b", "4"), ("c", "4")] {
        let output = ascribe(
            site.path(),
            &[BUILD, &["--jobs", jobs, "--output", folder]].concat(),
        );
        assert_eq!(code(&output), 0, "{}", stderr(&output));
        sites.push(contents(&site.path().join(folder)));
    }
    assert!(sites[0].len() > 20, "the site has pages");
    assert!(sites[0] == sites[1], "--jobs 1 and --jobs 4 differ");
    assert!(sites[1] == sites[2], "two builds differ");
}

#[test]
fn faults_are_told_in_one_order_for_any_number_of_threads() {
    let site = copy("faults");
    let report = |jobs| {
        stdout(&ascribe(
            site.path(),
            &["check", "--format", "json", "--jobs", jobs],
        ))
    };
    let first = report("1");
    for _ in 0..3 {
        assert_eq!(report("4"), first);
    }
}

#[test]
fn a_fault_of_many_pages_is_told_in_one_order_too() {
    let site = copy("minimal");
    for name in 0..20 {
        let brief = format!("---\ntitle: Brief {name}\n---\nText.\n");
        write(
            site.path(),
            &format!("content/briefs/brief-{name}.md"),
            &brief,
        );
    }
    write(
        site.path(),
        "templates/brief.html",
        "{{ brief.nothing_of_the_kind }}",
    );
    let told = |jobs| stderr(&ascribe(site.path(), &[BUILD, &["--jobs", jobs]].concat()));
    let first = told("1");
    assert_eq!(first.matches("while rendering").count(), 21, "{first}");
    for _ in 0..4 {
        assert_eq!(told("4"), first);
    }
}

#[test]
fn the_only_clock_is_as_of_else_the_epoch() {
    let site = copy("drafts");
    let build = |arguments: &[&str], epoch: Option<&str>| {
        let mut command = binary(site.path());
        command.args(arguments);
        if let Some(epoch) = epoch {
            command.env("SOURCE_DATE_EPOCH", epoch);
        }
        let output = command.output().expect("ascribe runs");
        assert_eq!(code(&output), 0, "{}", stderr(&output));
        site.path().join("public/briefs/embargoed").exists()
    };
    assert!(
        !build(&["build"], Some("1662508800")),
        "2022-09-07, before the embargo ends"
    );
    assert!(
        build(&["build"], Some("1662681600")),
        "2022-09-09, after it"
    );
    assert!(
        !build(&["build", "--as-of", "2022-09-07"], Some("1662681600")),
        "--as-of goes first"
    );
    assert!(build(&["build"], None), "today is after it");
}

#[test]
fn wrong_usage_is_exit_code_2_and_writes_nothing() {
    let site = copy("minimal");
    let empty = tempfile::tempdir().expect("a folder for a while");
    let wrong: &[(&Path, &[&str])] = &[
        (site.path(), &["bild"]),
        (site.path(), &["build", "--no-such-option"]),
        (site.path(), &["build", "--as-of", "yesterday"]),
        (site.path(), &["build", "--jobs", "0"]),
        (site.path(), &["build", "--base-url", "example.org"]),
        (site.path(), &["build", "--root", "no-such-folder"]),
        (site.path(), &["explain", "no-such-lint"]),
        (empty.path(), &["build"]),
        (empty.path(), &["check"]),
    ];
    for (root, arguments) in wrong {
        let output = ascribe(root, arguments);
        assert_eq!(code(&output), 2, "{arguments:?}: {}", stderr(&output));
        assert!(!stderr(&output).trim().is_empty(), "{arguments:?} says why");
    }
    assert!(!site.path().join("public").exists());
    assert_eq!(files(empty.path()), Vec::<String>::new());
}

#[test]
fn a_disk_that_refuses_is_exit_code_3() {
    let site = copy("minimal");
    write(site.path(), "occupied", "a file where the folder should be");
    let output = ascribe(site.path(), &["build", "--output", "occupied/public"]);
    assert_eq!(code(&output), 3, "{}", stderr(&output));
    assert!(stderr(&output).contains("occupied"), "{}", stderr(&output));
}

#[test]
fn strict_makes_every_warning_an_error() {
    let site = copy("minimal");
    let warn = "---\ntitle: Warned\n---\n[Shells were sold]{claim=sold}.\n";
    write(site.path(), "content/briefs/warned.md", warn);
    let easy = ascribe(site.path(), BUILD);
    assert_eq!(code(&easy), 0);
    assert!(
        stderr(&easy).contains("warning[unsourced-claim]"),
        "{}",
        stderr(&easy)
    );
    std::fs::remove_dir_all(site.path().join("public")).expect("it was built");
    let strict = ascribe(site.path(), &[BUILD, &["--strict"]].concat());
    assert_eq!(code(&strict), 1);
    assert!(
        stderr(&strict).contains("error[unsourced-claim]"),
        "{}",
        stderr(&strict)
    );
    assert!(!site.path().join("public").exists());
}

#[test]
fn a_file_that_takes_no_part_is_told_unless_the_settings_say_otherwise() {
    let site = copy("minimal");
    write(site.path(), "content/stray.md", "Not in content/briefs.");
    let told = |settings: &str| {
        write(site.path(), "ascribe.yaml", settings);
        let output = ascribe(site.path(), &["check"]);
        (
            code(&output),
            stderr(&output).contains("[skipped-file]: `content/stray.md`"),
        )
    };
    assert_eq!(told(""), (0, true));
    assert_eq!(told("lints: {skipped-file: off}"), (0, false));
    assert_eq!(told("lints: {skipped-file: error}"), (1, true));
}

#[test]
fn check_writes_nothing() {
    let site = copy("record");
    let before = contents(site.path());
    assert_eq!(code(&ascribe(site.path(), &["check"])), 0);
    assert!(contents(site.path()) == before);
}

#[test]
fn check_speaks_to_programs() {
    let site = copy("faults");
    let output = ascribe(site.path(), &["check", "--format", "json"]);
    assert_eq!(code(&output), 1);
    assert_eq!(stderr(&output), "");
    let report: serde_json::Value = serde_json::from_str(&stdout(&output)).expect("JSON");
    let list = report.as_array().expect("an array");
    assert!(list.len() > 10, "{}", stdout(&output));
    for one in list {
        let keys: Vec<&String> = one.as_object().expect("an object").keys().collect();
        let mut expected = [
            "path", "line", "column", "end", "code", "severity", "message", "hint",
        ];
        expected.sort_unstable();
        let mut keys: Vec<&str> = keys.into_iter().map(String::as_str).collect();
        keys.sort_unstable();
        assert_eq!(keys, expected, "{one}");
        let name = one["code"].as_str().expect("text");
        assert!(Code::from_name(name).is_some(), "{name}");
        let message = one["message"].as_str().expect("text");
        let begins = message.chars().next().expect("a message has words");
        assert!(!begins.is_uppercase(), "lower case: {message}");
        assert!(!message.ends_with('.'), "no full stop: {message}");
    }
    let github = stdout(&ascribe(site.path(), &["check", "--format", "github"]));
    assert_eq!(github.lines().count(), list.len(), "{github}");
    let is_command = |line: &str| line.starts_with("::error ") || line.starts_with("::warning ");
    assert!(github.lines().all(is_command), "{github}");
}

#[test]
fn every_code_is_explained() {
    let here = tempfile::tempdir().expect("a folder for a while");
    let all = stdout(&ascribe(here.path(), &["explain"]));
    let names: Vec<&str> = Code::ALL.iter().map(|code| code.name()).collect();
    assert_eq!(all.lines().collect::<Vec<_>>(), names);
    let one = ascribe(here.path(), &["explain", "shared-origin"]);
    assert_eq!(code(&one), 0);
    assert!(
        stdout(&one).starts_with("shared-origin (warning)\n"),
        "{}",
        stdout(&one)
    );
    for code in Code::ALL {
        let name = code.name();
        let is_name =
            |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
        assert!(name.chars().all(is_name), "{name}");
        assert!(
            code.explanation().len() > 40,
            "{name} is explained in a few words at least"
        );
        assert!(
            code.explanation().ends_with('.'),
            "{name} is explained in sentences"
        );
        assert!(matches!(
            code.severity(),
            Severity::Error | Severity::Warning
        ));
    }
    let slip = ascribe(here.path(), &["explain", "shared-orgin"]);
    assert!(
        stderr(&slip).contains("did you mean `shared-origin`?"),
        "{}",
        stderr(&slip)
    );
}

#[test]
fn detect_tells_who_says_what_of_each_file() {
    let folder = tempfile::tempdir().expect("a folder");
    write(
        folder.path(),
        "article.md",
        "---\ntitle: Talks\n---\nJohn Kirby said the purchase *could* include millions of rounds.\n\n\
         Vassily Nebenzia denied the report.\n",
    );
    let found = ascribe(folder.path(), &["detect", "article.md", "--format", "json"]);
    assert_eq!(code(&found), 0, "{}", stderr(&found));
    let json: serde_json::Value = serde_json::from_str(&stdout(&found)).expect("it is JSON");
    assert_eq!(json["path"], "article.md");
    let told: Vec<_> = json["attributions"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| (one["speaker"].clone(), one["act"].clone()))
        .collect();
    let expected = [("John Kirby", "says"), ("Vassily Nebenzia", "denies")];
    assert_eq!(told, expected.map(|(who, act)| (who.into(), act.into())));
    let text = stdout(&ascribe(folder.path(), &["detect", "article.md"]));
    assert!(text.contains("[the purchase ~could~ include"), "{text}");
    let row = text
        .lines()
        .rfind(|line| line.starts_with("Vassily Nebenzia"));
    let counts: Vec<&str> = row.expect("a row").split_whitespace().skip(2).collect();
    assert_eq!(counts, ["1", "1", "0", "0"]);
    assert_eq!(code(&ascribe(folder.path(), &["detect", "absent.txt"])), 3);
}

#[test]
fn detect_reads_a_file_in_its_own_language_or_not_at_all() {
    let folder = tempfile::tempdir().expect("a folder");
    write(
        folder.path(),
        "a.md",
        "---\ntitle: Talks\nlang: fi\n---\nJohn Kirby said the talks were over.\n",
    );
    let found = |arguments: &[&str]| {
        let output = ascribe(folder.path(), arguments);
        let json: serde_json::Value = serde_json::from_str(&stdout(&output)).expect("it is JSON");
        let count = json["attributions"].as_array().map(Vec::len);
        (count, stderr(&output))
    };
    let (count, note) = found(&["detect", "a.md", "--format", "json"]);
    assert_eq!(count, Some(0));
    assert!(
        note.contains("`fi`, for which there is no lexicon"),
        "{note}"
    );
    let asked = found(&["detect", "a.md", "--format", "json", "--lang", "en-GB"]);
    assert_eq!(asked, (Some(1), String::new()));
    let unknown = ascribe(folder.path(), &["detect", "a.md", "--lang", "fi"]);
    assert_eq!(code(&unknown), 2);
    assert!(stderr(&unknown).contains("there is one for en, es"));
}

#[test]
fn shells_and_manuals_know_every_command() {
    let here = tempfile::tempdir().expect("a folder for a while");
    let help = stdout(&ascribe(here.path(), &["--help"]));
    let listed = help.split("Commands:\n").nth(1).expect("a list");
    let names: Vec<&str> = listed
        .lines()
        .take_while(|line| !line.is_empty())
        .filter_map(|line| line.strip_prefix("  ")?.split(' ').next())
        .filter(|name| !name.is_empty() && *name != "help")
        .collect();
    assert!(names.contains(&"build") && names.contains(&"man"), "{help}");
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = stdout(&ascribe(here.path(), &["completions", shell]));
        for name in &names {
            assert!(script.contains(name), "{shell} does not know `{name}`");
        }
    }
    let page = stdout(&ascribe(here.path(), &["man"]));
    for name in &names {
        assert!(page.contains(&format!("ascribe\\-{name}(1)")), "{page}");
        let page = stdout(&ascribe(here.path(), &["man", name]));
        assert!(page.contains(&format!(".TH ascribe-{name} 1")), "{page}");
    }
    let slip = ascribe(here.path(), &["man", "bild"]);
    assert_eq!(code(&slip), 2);
    assert!(
        stderr(&slip).contains("did you mean `build`?"),
        "{}",
        stderr(&slip)
    );
    assert_eq!(code(&ascribe(here.path(), &["completions", "cobol"])), 2);
}

#[test]
fn detect_calls_speakers_as_the_site_does() {
    let place = tempfile::tempdir().expect("a folder for a while");
    let root = place.path();
    let speakers = "ryder: {name: Patrick S. Ryder, aliases: [Pat Ryder], org: us}\n";
    write(root, "content/speakers.yaml", speakers);
    write(root, "wire.txt", "Gen. Pat Ryder said the deal was off.\n");
    let named = |arguments: &[&str]| {
        let output = ascribe(root, arguments);
        assert_eq!(code(&output), 0, "{}", stderr(&output));
        let json: serde_json::Value = serde_json::from_str(&stdout(&output)).expect("JSON");
        json["attributions"][0]["speaker"].clone()
    };
    let alone = ["detect", "--format", "json", "wire.txt"];
    assert_eq!(named(&alone), "Pat Ryder");
    let in_site = [&alone[..], &["--root", "."]].concat();
    assert_eq!(named(&in_site), "Patrick S. Ryder");
    assert_eq!(
        code(&ascribe(root, &["detect", "--root", "nowhere", "wire.txt"])),
        2
    );
}

#[test]
fn check_lists_what_is_to_be_reviewed_the_longest_overdue_first() {
    let place = tempfile::tempdir().expect("a folder for a while");
    let root = place.path();
    for (name, due) in [
        ("a", "2022-12-01"),
        ("b", "2022-10-07"),
        ("c", "2024-01-01"),
    ] {
        let brief =
            format!("---\ntitle: {name}\ndate: 2022-09-07\nreview_by: {due}\n---\nWords.\n");
        write(root, &format!("content/briefs/{name}.md"), &brief);
    }
    let output = ascribe(root, &["check", "--as-of", "2023-01-01"]);
    let queue = "to be reviewed, the longest overdue first:\n  since 2022-10-07  content/briefs/b.md\n  since 2022-12-01  content/briefs/a.md\n3 briefs, ";
    assert!(stdout(&output).starts_with(queue), "{}", stdout(&output));
    assert!(stdout(&output).contains(" 2 stale, "));
    let output = ascribe(root, &["check", "--as-of", "2022-09-10"]);
    assert!(stdout(&output).starts_with("3 briefs, "));
}
