//! `ascribe new` and `ascribe init`: what is taken in comes out whole, and nothing is written over.

use std::io::Write;
use std::process::Stdio;

use ascribe::article::Article;
use ascribe::compose::{Draft, Order, compose};
use ascribe::date::Date;
use ascribe::import::{Format, import};
use ascribe::inputs::Inputs;
use ascribe::report::{Code, human};
use proptest::prelude::*;
use proptest::sample::select;

use crate::folder::Folder;
use crate::properties::few;
use crate::sites::{binary, files};

fn order() -> Order {
    Order {
        title: None,
        slug: Some("x".to_owned()),
        kind: None,
        date: None,
        url: None,
        today: Date::parse("2024-01-01").expect("a date"),
    }
}

fn taken_in(text: &str, format: Format) -> Article {
    let (article, files, report) = import("x", text.as_bytes(), format);
    article.unwrap_or_else(|| panic!("{}\n---\n{text}", human(&report, &files)))
}

/// A brief made of an article; it has no error.
fn composed(article: &Article) -> Draft {
    let (draft, inputs, report) = compose(article, &order(), Inputs::default());
    let told = human(&report, &inputs.files);
    assert!(!report.has_errors(), "{told}\n---\n{}", draft.text);
    draft
}

/// What a reader sees of a brief: its title and its text.
fn seen(draft: &Draft) -> String {
    let text = draft.text.replacen("state: draft\n", "", 1);
    let done = Folder::default()
        .with("content/briefs/x.md", &text)
        .compile();
    let site = &done.compiled.site;
    let brief = site.brief_ids().next().expect("there is a brief");
    let brief = &site[brief].brief;
    format!("{} {}", brief.document.front.title, brief.text)
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

/// Pieces of plain text that Markdown or the notation would read something into.
const PIECES: &[&str] = &[
    "word",
    "Ryder said",
    " ",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\r\n",
    "\n- ",
    "\n* ",
    "\n+ ",
    "\n1. ",
    "\n12) ",
    "\n# ",
    "\n### x ##",
    "\n===",
    "\n---",
    "\n> ",
    "\n| a | b |\n|---|:-:|\n| c | d |",
    "\na | b\n--|--\n",
    "\n:::",
    "\n::: {claim=a}\n",
    "\n    code",
    "\n\tcode",
    "*",
    "**",
    "_",
    "__",
    "~",
    "~~",
    "`",
    "```",
    "\n```\n",
    "\n~~~\n",
    "[",
    "]",
    "[We] ",
    "[x](y)",
    "[x]{claim=a}",
    "]{",
    "[@key]",
    "[@key, p. 3]",
    "[^1]",
    "\n[^1]: note",
    "\n[a]: /b",
    "[a]",
    "![a](b)",
    "![",
    "(",
    ")",
    "{",
    "}",
    "{#id}",
    "<b>",
    "</b>",
    "<",
    "<!-- c -->",
    "<https://example.org>",
    "https://example.org/a_b_c",
    "&amp;",
    "&#65;",
    "&copy",
    ";",
    "&",
    "#",
    "\\",
    "\\[",
    "\"",
    "'",
    "“",
    "”",
    "--",
    "...",
    "$10",
    "@",
    "a@b.c",
    "é",
    "\u{a0}",
    "\u{2028}",
    "=",
    ":",
    ": ",
    "!",
    "[!NOTE]",
    "[ ] ",
    "[x] ",
    "2022. ",
    "+++",
    "---\n",
    "%",
    "^",
    "|",
    "\u{fdd0}",
    "0",
];

#[test]
fn what_is_dropped_joins_no_brackets_and_braces() {
    let article = taken_in("It is [so]\0{claim=so by=ann}, he said.", Format::Text);
    let shown = seen(&composed(&article));
    assert!(shown.contains("[so]{claim=so by=ann}"), "{shown}");
}

proptest! {
    #![proptest_config(few(300))]

    #[test]
    fn plain_text_is_seen_as_it_was(
        begin in select(&["", "A headline\n\n", "Begins here. "][..]),
        pieces in proptest::collection::vec(select(PIECES), 1..40),
    ) {
        let text = format!("{begin}{}x", pieces.concat());
        let article = taken_in(&text, Format::Text);
        let has_title = article.title.is_some();
        let shown = seen(&composed(&article));
        let shown = if has_title { shown } else { shown.replacen("Untitled ", "", 1) };
        prop_assert_eq!(words(&shown), words(&text));
    }

    #[test]
    fn any_text_becomes_a_brief_without_a_fault(text in any::<String>()) {
        let text = format!("A word. {text}");
        composed(&taken_in(&text, Format::Text));
    }

    #[test]
    fn pages_made_of_anything_become_briefs_without_a_fault(
        pieces in proptest::collection::vec((select(TAGS), select(PIECES)), 1..20),
    ) {
        let mut html = String::from("<title>T</title><article><p>");
        html.push_str(&"The minister said on Friday that it was not so. ".repeat(8));
        for (tag, piece) in pieces {
            html.push_str(&format!("{tag}{}", piece.replace('<', "&lt;")));
        }
        composed(&taken_in(&html, Format::Html));
    }
}

/// Tags in no order that a page should have them in.
const TAGS: &[&str] = &[
    "<p>",
    "</p>",
    "<p>",
    "<em>",
    "</em>",
    "<b>",
    "</b>",
    "<i>",
    "<strong>",
    "<a href='https://example.org/(a)_b'>",
    "<a href='javascript:x'>",
    "<a href='#x'>",
    "</a>",
    "<br>",
    "<ul><li>",
    "<li>",
    "</ul>",
    "<ol start=7><li>",
    "</ol>",
    "<blockquote>",
    "</blockquote>",
    "<h2>",
    "</h2>",
    "<h1>",
    "<pre>",
    "</pre>",
    "<code>",
    "</code>",
    "<table><tr><td>",
    "<td>",
    "<tr><td>",
    "</table>",
    "<hr>",
    "<div>",
    "</div>",
    "<span>",
    "</span>",
    "<s>",
    "<q>",
    "</q>",
    "<sup>",
    "",
];

#[test]
fn front_matter_of_others_is_kept_to_the_last_word() {
    let text = "---\ntags: port\nextra: {a: 1}\nweight: 07\nsummary: \"so: it is\" # said\nauthors:\n- Jane\n---\nText.\n";
    let draft = composed(&taken_in(text, Format::Markdown));
    for kept in [
        "tags: port\n",
        "extra:\n  a: 1\n  weight: 07\n",
        "summary: \"so: it is\" # said\n",
        "authors:\n- Jane\n",
    ] {
        assert!(draft.text.contains(kept), "{kept}\n---\n{}", draft.text);
    }
    let flow = "---\n{title: A, layout: post}\n---\nText.\n";
    let draft = composed(&taken_in(flow, Format::Markdown));
    assert!(draft.text.starts_with("---\ntitle: A\n"), "{}", draft.text);
    assert!(
        draft.text.contains("extra:\n  layout: \"post\"\n"),
        "{}",
        draft.text
    );
}

#[test]
fn a_text_comes_by_standard_input() {
    let site = tempfile::tempdir().expect("a folder for a while");
    let run = |arguments: &[&str], input: &[u8]| {
        let mut command = binary(site.path());
        command
            .args(arguments)
            .env("SOURCE_DATE_EPOCH", "1710892800");
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().expect("ascribe runs");
        let mut stdin = child.stdin.take().expect("a pipe");
        _ = stdin.write_all(input);
        drop(stdin);
        child.wait_with_output().expect("ascribe ends")
    };
    let no_format = run(&["new", "--from", "-"], b"Text.");
    assert_eq!(no_format.status.code(), Some(2));
    let made = run(
        &["new", "Quays", "--from", "-", "--format", "text"],
        b"Text.",
    );
    assert_eq!(made.status.code(), Some(0));
    assert_eq!(made.stdout, b"./content/briefs/quays.md\n");
    let path = site.path().join("content/briefs/quays.md");
    let brief = std::fs::read_to_string(path).expect("it is written");
    assert!(brief.contains("date: 2024-03-20\n"), "{brief}");
    assert!(brief.ends_with("---\n\nText.\n"), "{brief}");
    let again = run(&["new", "Quays"], b"");
    assert_eq!(again.status.code(), Some(2));
    assert_eq!(files(site.path()), ["content/briefs/quays.md"]);
}

#[test]
fn every_setting_of_a_new_site_is_one() {
    let (path, settings) = ascribe::starter::FILES[0];
    assert_eq!(path, "ascribe.yaml");
    let mut in_force = String::new();
    for line in settings.lines().skip(1) {
        in_force.push_str(line.strip_prefix("# ").unwrap_or(line));
        in_force.push('\n');
    }
    let done = Folder::brief("Text.").with(path, &in_force).compile();
    let told = human(&done.compiled.report, &done.inputs.files);
    assert_eq!(told, "", "{in_force}");
}

#[test]
fn a_page_is_refused_with_its_own_code() {
    let (article, _, report) = import("a.html", b"<p>", Format::Html);
    assert!(article.is_none());
    assert_eq!(
        report.iter().next().map(|one| one.code),
        Some(Code::NoArticle)
    );
}
