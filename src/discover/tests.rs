//! Sites on disk and what is found of them.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::*;

/// A folder with these files.
fn site(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, bytes) in files {
        put(folder.path(), path, bytes);
    }
    folder
}

#[expect(clippy::disallowed_methods, reason = "tests lay out their sites")]
fn put(root: &Path, path: &str, bytes: &[u8]) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

fn paths(inputs: &Inputs, ids: &[FileId]) -> Vec<String> {
    ids.iter()
        .map(|id| inputs.files.get(*id).path.clone())
        .collect()
}

fn messages(report: &Report) -> Vec<&str> {
    report.iter().map(|one| one.message.as_str()).collect()
}

#[test]
fn every_file_finds_its_part() {
    let site = site(&[
        ("ascribe.yaml", b""),
        ("content/speakers.yml", b""),
        ("content/sources.yaml", b""),
        ("content/claims.yaml", b""),
        ("content/z.bib", b""),
        ("content/a.bib", b""),
        ("content/index.md", b"home"),
        ("content/briefs/b.md", b"b"),
        ("content/briefs/2022/a.md", b"a"),
        ("content/pages/about.md", b""),
        ("templates/parts/head.html", b""),
        ("static/css/site.css", b"\xff"),
        ("static/.well-known/security.txt", b""),
    ]);
    let (inputs, report) = discover(site.path()).unwrap();
    assert_eq!(messages(&report), [""; 0]);
    assert_eq!(
        paths(&inputs, &inputs.briefs),
        ["content/briefs/2022/a.md", "content/briefs/b.md"]
    );
    assert_eq!(paths(&inputs, &inputs.pages), ["content/pages/about.md"]);
    assert_eq!(
        paths(&inputs, &inputs.bibliographies),
        ["content/a.bib", "content/z.bib"]
    );
    let inorder = [
        inputs.settings,
        inputs.speakers,
        inputs.sources,
        Some(inputs.bibliographies[1]),
        inputs.claims,
        inputs.home,
        Some(inputs.briefs[0]),
        Some(inputs.pages[0]),
        Some(inputs.templates[0].file),
    ];
    assert!(inorder.iter().all(Option::is_some));
    assert!(inorder.is_sorted(), "{inorder:?}");
    assert_eq!(inputs.templates[0].name, "parts/head.html");
    let statics: Vec<_> = inputs.statics.iter().map(|one| &*one.path).collect();
    assert_eq!(statics, [".well-known/security.txt", "css/site.css"]);
    let home = inputs.files.get(inputs.home.unwrap());
    assert_eq!(&*home.text, "home");
}

#[test]
fn backups_dot_files_and_other_kinds_are_passed_over() {
    let site = site(&[
        ("content/briefs/a.md", b""),
        ("content/briefs/a.md~", b""),
        ("content/briefs/.a.md.swp", b""),
        ("content/briefs/#a.md#", b""),
        ("content/briefs/.drafts/b.md", b""),
        ("content/briefs/photo.jpg", b"\xff"),
        ("templates/.page.html", b""),
        ("static/.git/config", b""),
        ("static/site.css~", b""),
    ]);
    let (inputs, report) = discover(site.path()).unwrap();
    assert_eq!(paths(&inputs, &inputs.briefs), ["content/briefs/a.md"]);
    assert!(inputs.templates.is_empty() && inputs.statics.is_empty());
    assert_eq!(messages(&report), [""; 0]);
}

#[test]
fn a_folder_without_content_says_what_to_do() {
    let site = site(&[("notes.md", b"")]);
    let error = discover(site.path()).unwrap_err().to_string();
    assert!(error.contains("content/briefs/first.md"), "{error}");
    let error = discover(&site.path().join("none")).unwrap_err().to_string();
    assert!(error.starts_with("there is no folder"), "{error}");
}

#[test]
fn the_first_byte_that_is_not_utf8_is_shown_and_the_file_takes_no_part() {
    let site = site(&[
        (
            "content/briefs/a.md",
            b"\xef\xbb\xbfone\r\ntwo caf\xe9 \xe9",
        ),
        ("content/briefs/b.md", b"\xff\xfea\0"),
        ("content/briefs/c.md", b"good"),
    ]);
    let (inputs, report) = discover(site.path()).unwrap();
    assert_eq!(paths(&inputs, &inputs.briefs), ["content/briefs/c.md"]);
    let faults: Vec<_> = report.iter().collect();
    assert_eq!(faults.len(), 2);
    let span = faults[0].span.unwrap();
    assert_eq!(inputs.files.slice(span), "\u{fffd}");
    let file = inputs.files.get(span.file);
    assert_eq!(file.line_column(span.start), (2, 8));
    assert!(faults[1].hint.as_ref().unwrap().contains("UTF-16"));
}

#[test]
fn two_spellings_of_one_file_are_an_error() {
    let site = site(&[
        ("content/speakers.yaml", b""),
        ("content/speakers.yml", b""),
    ]);
    let (inputs, report) = discover(site.path()).unwrap();
    assert!(report.has_errors());
    assert_eq!(
        inputs.files.get(inputs.speakers.unwrap()).path,
        "content/speakers.yaml"
    );
}

#[test]
fn a_loose_markdown_file_is_told() {
    let site = site(&[("content/first.md", b"")]);
    let (_, report) = discover(site.path()).unwrap();
    assert_eq!(
        messages(&report),
        ["`content/first.md` is no part of the site"]
    );
}

#[cfg(unix)]
#[test]
fn links_are_followed_inside_the_root_only_and_never_in_circles() {
    use std::os::unix::fs::symlink;
    let outside = site(&[("secret.md", b"secret"), ("more/secret.md", b"")]);
    let site = site(&[
        ("shared/x.md", b"x"),
        ("content/briefs/a.md", b"a"),
        ("content/pages/p.md", b"p"),
    ]);
    let briefs = site.path().join("content/briefs");
    symlink(site.path().join("shared"), briefs.join("shared")).unwrap();
    symlink("../pages/p.md", briefs.join("p.md")).unwrap();
    symlink(outside.path().join("secret.md"), briefs.join("s.md")).unwrap();
    symlink(outside.path().join("more"), briefs.join("t")).unwrap();
    symlink("..", briefs.join("up")).unwrap();
    symlink("nowhere", briefs.join("void.md")).unwrap();
    symlink("editor@host.1", briefs.join(".#a.md")).unwrap();
    symlink(outside.path(), site.path().join("static")).unwrap();
    let (inputs, report) = discover(site.path()).unwrap();
    let found = paths(&inputs, &inputs.briefs);
    assert!(found.contains(&"content/briefs/shared/x.md".to_owned()));
    assert!(found.contains(&"content/briefs/p.md".to_owned()));
    assert!(
        found
            .iter()
            .all(|path| !path.contains("/t/") && !path.ends_with("s.md"))
    );
    assert!(inputs.statics.is_empty());
    let told = messages(&report).join("\n");
    for words in [
        "briefs/s.md` is a link that leads out",
        "briefs/t` is a link that leads out",
        "`static` is a link that leads out",
        "briefs/void.md` is a link that leads nowhere",
        "leads in a circle",
    ] {
        assert!(told.contains(words), "{told}");
    }
    assert!(!told.contains(".#a.md"), "{told}");
}
