//! Briefs as Markdown: what a reader sees is the brief's text, and every statement has its footnote.

use std::path::Path;

use ascribe::compile::Compiled;
use ascribe::export::{Format, Order, alone};
use ascribe::inputs::Inputs;
use ascribe::site::BriefId;
use proptest::prelude::*;

use crate::folder::all_of;

fn site(root: &Path) -> (Inputs, Compiled) {
    let done = all_of(root);
    (done.inputs, done.compiled)
}

/// A site of one brief with a few speakers and sources.
fn with_text(text: &str) -> (Inputs, Compiled) {
    let place = tempfile::tempdir().expect("a folder for a while");
    let briefs = place.path().join("content/briefs");
    std::fs::create_dir_all(&briefs).expect("a folder");
    let front = "---\ntitle: T\nspeakers: {ann: {name: Ann A_b*}}\nsources:\n  paper: {type: article, title: P, date: 2022, parent: {type: newspaper, title: The Paper}}\n---\n";
    std::fs::write(briefs.join("one.md"), format!("{front}{text}")).expect("a file");
    site(place.path())
}

fn exported(inputs: &Inputs, compiled: &Compiled, briefs: Option<Vec<BriefId>>) -> String {
    let order = Order {
        format: Format::Markdown,
        form: None,
        briefs,
    };
    alone(&compiled.site, &inputs.files, &order)
}

/// The prose of an exported brief, and the footnotes behind it.
fn taken_apart(markdown: &str) -> (&str, &str) {
    let (_, rest) = markdown.split_once("\n---\n\n").expect("a head");
    let (prose, rest) = rest.rsplit_once("\n\n---\n").expect("an end");
    let notes = rest.find("\n[^").map_or("", |start| &rest[start..]);
    (prose, notes)
}

/// Exports a brief, reads what came out as a plain text, and compares what a reader sees.
fn reads_the_same(inputs: &Inputs, compiled: &Compiled, id: BriefId) -> Result<String, String> {
    let markdown = exported(inputs, compiled, Some(vec![id]));
    let (prose, notes) = taken_apart(&markdown);
    let published = &compiled.site[id];
    for statement in &published.statements {
        let number = compiled.site[*statement].number;
        let defined = notes.matches("\n[^").count();
        if defined < number {
            return Err(format!(
                "{defined} notes, and statement {number}:\n{markdown}"
            ));
        }
    }
    let (_, again) = with_text(&format!("{prose}\n{notes}"));
    let seen = &again.site.briefs[0].brief.text;
    let folded = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (seen, wanted) = (folded(seen), folded(&published.brief.text));
    if seen.starts_with(&wanted) {
        return Ok(markdown);
    }
    Err(format!(
        "wanted:\n{wanted}\n\nseen:\n{seen}\n\nin:\n{markdown}"
    ))
}

fn check(text: &str) -> String {
    let (inputs, compiled) = with_text(text);
    let id = compiled.site.brief_ids().next().expect("a brief");
    reads_the_same(&inputs, &compiled, id).unwrap_or_else(|told| panic!("{told}"))
}

#[test]
fn the_example_reads_the_same() {
    let (inputs, compiled) = site(Path::new(env!("CARGO_MANIFEST_DIR")));
    for id in compiled.site.brief_ids() {
        if compiled.site[id].brief.text.is_empty() {
            continue;
        }
        reads_the_same(&inputs, &compiled, id).unwrap_or_else(|told| panic!("{told}"));
    }
    // All briefs together are one text: no label stands for two notes.
    let all = exported(&inputs, &compiled, None);
    let labels = all
        .lines()
        .filter_map(|line| line.strip_prefix("[^")?.split_once("]:"));
    let mut labels: Vec<&str> = labels.map(|(label, _)| label).collect();
    let count = labels.len();
    labels.sort_unstable();
    labels.dedup();
    assert_eq!(labels.len(), count);
}

#[test]
fn every_notation_becomes_a_note() {
    let text = check(
        "# A [head]{claim=h by=ann} {#id .class}\n\n\
         Ann said [it is *so* and [linked](https://example.org/a)]{claim=a by=ann via=paper hedge=\"may\"} [@paper, para 3] (aside).\n\n\
         [[Inner]{claim=b by=ann} and outer]{claim=c act=judges likelihood=likely confidence=low}(a bracket)[^1].\n\n\
         ::: {claim=d by=ann}\nOne.\n\n```\ncode\n```\n:::\n\n\
         - [1. no list]{claim=e by=ann}\n- [*all of it*]{claim=f by=ann}\n\n[# no head]{.styled} <!-- allow unsourced-claim: why --> end <!-- hidden words -->\n\n\
         Mallory said that ships had left.\n\n[^1]: The author’s own note.\n",
    );
    let (prose, notes) = taken_apart(&text);
    let of_block = notes.lines().find(|line| line.contains("One. code"));
    let label = of_block.and_then(|line| line.split(':').next());
    let after = prose.split("```").last().expect("a code block");
    assert!(
        after.trim_start().starts_with(label.expect("a note")),
        "{text}"
    );
    for gone in ["{", "hidden", "allow", ":::"] {
        assert!(!prose.contains(gone), "{gone} in:\n{prose}");
    }
    for kept in [
        "[linked](https://example.org/a)",
        "*all of it*",
        "[^1]: The author’s own note.",
    ] {
        assert!(prose.contains(kept), "{kept} in:\n{prose}");
    }
    for told in [
        "Ann A\\_b\\* said: ",
        "Via: The Paper, 2022.",
        "Hedge: “may”.",
        "Likelihood: likely (55–80\u{a0}%). Confidence: low.",
        "**unreviewed**. Found by machine",
    ] {
        assert!(notes.contains(told), "{told} in:\n{notes}");
    }
    assert!(
        !notes.contains("[^1]:"),
        "the author’s label stays the author’s:\n{notes}"
    );
}

#[test]
fn emphasis_that_a_bracket_kept_apart_stays_apart() {
    let text = check("::: {by=ann}\n*[*so*]{by=ann}*\n:::\n\n_[_so_ and so]{by=ann}_ it is.\n");
    assert!(text.contains("*<!-- -->*so*[^1]*[^2]"), "{text}");
}

#[test]
fn a_withdrawn_brief_gives_no_text() {
    let site = crate::sites::copy("withdrawn");
    let (inputs, compiled) = self::site(site.path());
    let text = exported(&inputs, &compiled, None);
    assert!(text.contains("This brief was withdrawn."), "{text}");
    for brief in &compiled.site.briefs {
        if brief.brief.text.is_empty() {
            let file = brief.brief.document.file;
            let source = &inputs.files.get(file).text[brief.brief.document.body..];
            let first = source
                .lines()
                .find(|line| !line.is_empty())
                .expect("a line");
            assert!(!text.contains(first), "{first}");
        }
    }
}

/// A piece of a paragraph; `{}` is where others may stand.
const PIECES: &[&str] = &[
    "plain words",
    "*so*",
    "**bold *both* bold**",
    "`code`",
    "[a link](https://example.org/x_y)",
    "<https://example.org/>",
    "“quoted, so”",
    "1 < 2 & 3",
    "a_b_c and 5*6*7",
    "[{}]{by=ann}",
    "[{} and {}]{act=judges}",
    "*[{}]{by=ann}*",
    "[{}]{.styled}",
    "({})",
    "sic [sic][@paper]",
    "it is so [@paper, p. 3]",
    "he said[^own]",
    "![an image](x.png)",
    "Ann said that ships left.",
];

fn paragraph() -> impl Strategy<Value = String> {
    let piece = proptest::sample::select(PIECES);
    let leaf = proptest::sample::select(&PIECES[..9]);
    proptest::collection::vec((piece, leaf.clone(), leaf), 1..5).prop_map(|pieces| {
        let one = |(piece, first, second): (&str, &str, &str)| {
            piece.replacen("{}", first, 1).replacen("{}", second, 1)
        };
        pieces.into_iter().map(one).collect::<Vec<_>>().join(" ")
    })
}

fn blocks() -> impl Strategy<Value = String> {
    let block = (0_u8..6, paragraph()).prop_map(|(kind, text)| match kind {
        0 => format!("## {text}"),
        1 => format!("- {text}\n- {text}"),
        2 => format!("> {text}"),
        3 => format!("::: {{by=ann}}\n{text}\n:::"),
        4 => format!("| a | b |\n|---|---|\n| {} | x |", text.replace('|', "")),
        _ => text,
    });
    proptest::collection::vec(block, 1..4)
        .prop_map(|blocks| blocks.join("\n\n") + "\n\n[^own]: The author’s.\n")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_prose_reads_the_same(text in blocks()) {
        let (inputs, compiled) = with_text(&text);
        let id = compiled.site.brief_ids().next().expect("a brief");
        let same = reads_the_same(&inputs, &compiled, id);
        prop_assert!(same.is_ok(), "{}", same.unwrap_err());
    }
}
