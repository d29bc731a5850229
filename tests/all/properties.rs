//! What holds for every text: Markdown stays Markdown, annotations leave the prose alone, and no
//! input makes anything break off.

use std::panic::catch_unwind;

use ascribe::annotate::{attribute_list, markdown_options};
use ascribe::brief::Piece;
use ascribe::report::{self, Code, Diagnostic};
use ascribe::settings::{HtmlPolicy, Settings};
use ascribe::text::{Files, SourceFile};
use proptest::prelude::*;
use proptest::sample::select;
use pulldown_cmark::{Parser, html};

use crate::folder::{Done, Folder};

pub(crate) fn few(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// Pieces of Markdown that trip readers.
pub(crate) const MARKDOWN: &[&str] = &[
    "word",
    "Ryder said ",
    " ",
    "  \n",
    "\n",
    "\n\n",
    "\n\n",
    "\n# ",
    "\n## x {#id .class}\n",
    "\nheading\n===\n",
    "\nheading\n---\n",
    "\n- ",
    "\n1. ",
    "\n  - ",
    "\n> ",
    "\n> [!NOTE]\n> ",
    "\n- [x] ",
    "\n- [ ] ",
    "*",
    "**",
    "_",
    "~~",
    "`",
    "``",
    "\n```\n",
    "\n```rust\n",
    "\n    code",
    "[",
    "]",
    "[ ",
    "] ",
    "![",
    "](",
    ")",
    "[a](https://example.org)",
    "[a][b]",
    "\n\n[b]: /b \"t\"\n\n",
    "![alt *text*](/i.png)",
    "<https://example.org>",
    "https://example.org",
    "(",
    "\\",
    "\\[",
    "\\]",
    "\\{",
    "\\*",
    "{",
    "}",
    "{a}",
    "{}",
    " {x y}",
    ":",
    "::",
    " : ",
    "|",
    "\n| a | b |\n|---|:-:|\n| c | d |\n",
    "[^1]",
    "\n\n[^1]: note\n\n",
    "<b>",
    "</b>",
    "<script>",
    "<div>\n",
    "</div>\n",
    "<!-- c -->",
    "<br/>",
    "&amp;",
    "&#65;",
    "&copy",
    "&",
    "<",
    ">",
    "\"",
    "'",
    "--",
    "...",
    "@",
    " @key",
    "a@b.c",
    "$10 ",
    "é",
    "“quoted”",
    "\u{a0}",
    "\t",
    "=",
    "+",
    "!",
    "#",
    "- - -\n",
    "***\n",
    "1) ",
    "\u{fdd0}",
    "0\u{fdd1}",
];

/// Pieces of Markdown that trip readers, joined at random. None of them makes an attribute list
/// behind a bracket, a citation or a fence: `]` comes with a space where braces follow.
fn markdown() -> impl Strategy<Value = String> {
    let token = select(MARKDOWN);
    proptest::collection::vec(token, 0..40)
        .prop_map(|tokens| tokens.concat())
        .prop_filter("no annotation", |text| {
            let has_list = text.match_indices("]{").any(|(at, _)| {
                let rest = &text[at + 2..];
                rest[..rest.find('}').unwrap_or(0)].contains(['=', '.', '#'])
            });
            let has_citation = text
                .split('[')
                .any(|rest| rest.trim_start().starts_with('@'));
            !has_list && !has_citation && !text.contains(":::")
        })
}

/// The parts of the one brief's HTML, with slots left out.
fn html_of(done: &Done) -> String {
    let site = &done.compiled.site;
    let brief = site.brief_ids().next().expect("there is a brief");
    let pieces = site[brief].brief.body.iter();
    let html = pieces.map(|piece| match piece {
        Piece::Html(text) => text.as_str(),
        _ => "",
    });
    html.collect()
}

proptest! {
    #![proptest_config(few(1000))]

    #[test]
    fn a_text_without_annotations_comes_out_as_pulldown_cmark_writes_it(
        text in markdown(),
        smart in any::<bool>(),
    ) {
        let settings = format!("html: trust\nsmart_punctuation: {smart}\n");
        let detected = Folder::brief(&text).with("ascribe.yaml", &settings).compile();
        let settings = settings + "detect: false\n";
        let done = Folder::brief(&text).with("ascribe.yaml", &settings).compile();
        let settings = Settings {
            html: HtmlPolicy::Trust,
            smart_punctuation: smart,
            ..Settings::default()
        };
        let expected = catch_unwind(|| {
            let mut expected = String::new();
            let parser = Parser::new_ext(&text, markdown_options(&settings));
            html::push_html(&mut expected, parser);
            expected
        });
        let is_unreadable = |one: &Diagnostic| one.code == Code::UnreadableText;
        let broke_off = done.compiled.report.iter().any(is_unreadable);
        prop_assert_eq!(broke_off, expected.is_err());
        let expected = expected.unwrap_or_default();
        prop_assert_eq!(html_of(&done), expected.as_str());
        // Behind the place of a card pulldown-cmark begins a new line, whether or not it is on one.
        let lines = |html: &str| html.replace("\n\n<", "\n<");
        prop_assert_eq!(lines(&html_of(&detected)), lines(&expected));
        let site = &done.compiled.site;
        prop_assert!(site.statements.is_empty());
    }
}

/// A part of a text: words, with or without annotation around them.
#[derive(Clone, Debug)]
enum Part {
    Words(&'static str),
    Span(Vec<Part>, &'static str),
    Cite(&'static str),
}

const WORDS: &[&str] = &[
    "Ryder said ",
    "things are *not* going well",
    "“on that front”",
    " `claim=x` ",
    "a [link](https://example.org)",
    " and ",
    ". ",
    "1 < 2 & 3",
    "\\[sic\\]",
    ",\nso ",
    "it may be likely ",
    "[^1] ",
    ", \"straight\" ",
    "…",
    "é ",
    " **two** *words* ",
    "![image](/i.png)",
    " ~~gone~~ ",
    "[plain]",
    "{braces}",
    "likely",
];

const LISTS: &[&str] = &[
    "{claim=a}",
    "{claim=b by=kirby}",
    "{by=ryder act=denies}",
    "{ claim=c\tvia=reuters }",
    "{by=ryder\nact=judges}",
    "{declines=\"a } brace\"}",
    "{by=kirby hedge=\"it \\\"may\\\" be\"}",
    "{claim=d denies=a .wide #one data-x=\"1\"}",
    "{act=judges likelihood=likely}",
    "{by=nobody}",
];

fn parts() -> impl Strategy<Value = Vec<Part>> {
    let leaf = prop_oneof![
        6 => select(WORDS).prop_map(Part::Words),
        1 => select(&["[@reuters]", "[@reuters, para 3; @ap]"][..]).prop_map(Part::Cite),
    ];
    let part = leaf.prop_recursive(3, 24, 5, |inner| {
        let inside = proptest::collection::vec(inner, 1..5);
        (inside, select(LISTS)).prop_map(|(parts, list)| Part::Span(parts, list))
    });
    proptest::collection::vec(part, 1..8)
}

fn marked(parts: &[Part], text: &mut String) {
    for part in parts {
        match part {
            Part::Words(words) => text.push_str(words),
            Part::Cite(words) => text.push_str(&format!(" {words} ")),
            Part::Span(parts, list) => {
                text.push('[');
                marked(parts, text);
                text.push(']');
                text.push_str(list);
            }
        }
    }
}

fn stripped(parts: &[Part], text: &mut String) {
    for part in parts {
        match part {
            Part::Words(words) => text.push_str(words),
            Part::Cite(_) => text.push_str("  "),
            Part::Span(parts, _) => stripped(parts, text),
        }
    }
}

/// Blocks that may hold a paragraph, with what stands before and between its lines.
const BLOCKS: &[(&str, &str)] = &[
    ("", ""),
    ("", ""),
    ("- ", "  "),
    ("> ", "> "),
    ("[^1]: ", "    "),
];

fn block(text: &str, (first, next): (&str, &str)) -> String {
    format!("{first}{}\n\n", text.replace('\n', &format!("\n{next}")))
}

proptest! {
    #![proptest_config(few(800))]

    #[test]
    fn annotations_leave_the_prose_as_it_is(
        blocks in proptest::collection::vec((parts(), select(BLOCKS), any::<bool>()), 1..4),
        smart in any::<bool>(),
    ) {
        let (mut with, mut without) = (String::new(), String::new());
        for (parts, around, in_div) in &blocks {
            let (mut one, mut other) = (String::from("So: "), String::from("So: "));
            marked(parts, &mut one);
            stripped(parts, &mut other);
            let is_div = *in_div && around.0.is_empty();
            if is_div {
                with.push_str("::: {by=ryder}\n");
            }
            with.push_str(&block(&format!("{one}."), *around));
            if is_div {
                with.push_str(":::\n\n");
            }
            without.push_str(&block(&format!("{other}."), *around));
        }
        let settings = format!("smart_punctuation: {smart}\n");
        let done = |text: &str| Folder::brief(text).with("ascribe.yaml", &settings).compile();
        // Line ends between blocks are nobody's words.
        let blocks = |text: &str| html_of(&done(text)).trim().replace("\n\n", "\n");
        let (with_html, without_html) = (blocks(&with), blocks(&without));
        prop_assert_eq!(with_html, without_html, "{}\n---\n{}", with, without);
    }
}

/// Pieces of annotations, front matter and data files.
const NOISE: &[&str] = &[
    "[",
    "]",
    "{",
    "}",
    "[x]{claim=a}",
    "]{claim=",
    "by=kirby",
    " by=",
    "via=\"a, b\"",
    "act=denies",
    "denies=a",
    "likelihood=likely",
    "likelihood=",
    "likely",
    "about=2022-09",
    "said=2022-13-45",
    "\"",
    "\\\"",
    "=",
    ".x",
    "#x",
    "[@a]",
    "[@a, p. 3; @b]",
    "[@",
    ";",
    "@",
    "::: {by=a}\n",
    "\n:::\n",
    ":::",
    "\n::: x\n",
    "\n\n",
    "\n",
    " ",
    "- ",
    "> ",
    "| a | b |\n|---|---|\n",
    "|",
    "`",
    "```\n",
    "<b>",
    "<!--",
    "*",
    "**",
    "_",
    "![",
    "](",
    ")",
    "[^1]",
    "\n[^1]: ",
    "# ",
    "é",
    "\u{fdd0}",
    "\u{fdd0}0\u{fdd0}",
    "\r\n",
    "\t",
    "\\",
    "---\n",
    "title: ",
    "title: x\n",
    "claims:\n",
    "  a: ",
    "{text: x, anchor: {exact: x}}\n",
    "anchor: {exact: \"",
    "&",
    "💥",
    "\u{301}",
    ":",
    ": ",
    "- a\n",
    "? ",
    "!!str ",
    "&a ",
    "*a",
    "0x1F",
    "~",
    "null",
    "|\n  x\n",
    "tags: [",
    "speakers: {",
    "@article{a,",
    "title = {x}",
    "word word",
];

/// Text made of the pieces that readers of annotations look for.
fn noise() -> impl Strategy<Value = String> {
    let token = select(NOISE);
    prop_oneof![
        4 => proptest::collection::vec(token, 0..30).prop_map(|tokens| tokens.concat()),
        1 => any::<String>(),
    ]
}

/// Reads a folder to the end and prints its report in every form.
fn survives(folder: &Folder) {
    let done = folder.compile();
    let report = &done.compiled.report;
    let files = &done.inputs.files;
    let number = report.iter().count();
    let json = report::json(report, files);
    assert_eq!(json.matches("\"severity\"").count(), number);
    assert_eq!(report::github(report, files).lines().count(), number);
    assert_eq!(report::human(report, files).is_empty(), number == 0);
}

proptest! {
    #![proptest_config(few(400))]

    #[test]
    fn no_brief_breaks_the_build_off(text in noise()) {
        survives(&Folder::brief(&text));
    }

    #[test]
    fn no_front_matter_breaks_the_build_off(front in noise(), text in noise()) {
        let file = format!("---\ntitle: x\n{front}\n---\n{text}");
        survives(&Folder::default().with("content/briefs/a.md", &file));
        survives(&Folder::default().with("content/briefs/a.md", &front));
    }

    #[test]
    fn no_attribute_list_breaks_the_reader_off(list in noise()) {
        let source = format!("{{{list}");
        let mut files = Files::default();
        let file = files.add(SourceFile::new("a".to_owned(), &source));
        let source = &files.get(file).text;
        if let Ok((list, end)) = attribute_list(source, 0, file) {
            prop_assert!(!list.is_empty());
            let closes = source[..end].ends_with('}');
            prop_assert!(closes);
        }
    }

    #[test]
    fn no_anchor_breaks_the_build_off(words in "[a-c é\n“]{0,12}", text in "([a-c]|é| |\n|“|\\*){0,40}") {
        let words = serde_json::to_string(&words).expect("JSON is YAML");
        let file = format!("---\ntitle: x\nclaims: {{k: {{anchor: {{exact: {words}}}}}}}\n---\n{text}");
        survives(&Folder::default().with("content/briefs/a.md", &file));
    }
}

proptest! {
    #![proptest_config(few(300))]

    #[test]
    fn no_data_file_breaks_the_build_off(
        name in select(&["ascribe.yaml", "content/speakers.yaml", "content/sources.yaml", "content/claims.yaml", "content/a.bib"][..]),
        text in noise(),
    ) {
        survives(&Folder::brief("[x]{claim=a by=b via=c}").with(name, &text));
    }
}
