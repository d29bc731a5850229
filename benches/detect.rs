//! How fast the detector reads: megabytes a second, whatever the length, with and without statements.

#![expect(
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a benchmark reads its own texts, and may break off"
)]

use std::path::Path;

use ascribe::detect::{Language, detect};
use divan::Bencher;
use divan::counter::BytesCount;

/// Lengths of text in kilobytes. The rate must not fall from one to the next.
const LENGTHS: [usize; 3] = [64, 1024, 8192];

fn main() {
    divan::main();
}

/// News prose: our own passages, a paragraph in which nobody speaks after each of theirs.
#[divan::bench(args = LENGTHS)]
fn news(bencher: Bencher, kilobytes: usize) {
    let passages = passages(Language::English);
    let quiet = quiet(&passages, Language::English);
    let mut between = quiet.split("\n\n").cycle();
    let mut text = String::new();
    for paragraph in passages.split("\n\n") {
        for paragraph in [Some(paragraph), between.next()].into_iter().flatten() {
            text.push_str(paragraph);
            text.push_str("\n\n");
        }
    }
    reads(bencher, &grown(&text, kilobytes), Language::English);
}

/// Dense prose: our own passages over and over, nearly every sentence a statement.
#[divan::bench(args = LENGTHS)]
fn dense_passages(bencher: Bencher, kilobytes: usize) {
    let text = passages(Language::English);
    reads(bencher, &grown(&text, kilobytes), Language::English);
}

/// The same in Spanish.
#[divan::bench(args = LENGTHS)]
fn spanish_passages(bencher: Bencher, kilobytes: usize) {
    let text = passages(Language::Spanish);
    reads(bencher, &grown(&text, kilobytes), Language::Spanish);
}

/// Prose in which nobody speaks: the sentences of the same passages without quotation or statement.
#[divan::bench(args = LENGTHS)]
fn prose_without_statements(bencher: Bencher, kilobytes: usize) {
    let quiet = quiet(&passages(Language::English), Language::English);
    reads(bencher, &grown(&quiet, kilobytes), Language::English);
}

/// One paragraph that never ends.
#[divan::bench(args = LENGTHS)]
fn one_paragraph(bencher: Bencher, kilobytes: usize) {
    let text = passages(Language::English).replace('\n', " ");
    reads(bencher, &grown(&text, kilobytes), Language::English);
}

fn reads(bencher: Bencher, text: &str, language: Language) {
    bencher
        .counter(BytesCount::of_str(text))
        .bench_local(|| detect(divan::black_box(text), language));
}

/// The texts of all passages of a language, without what is expected of them.
fn passages(language: Language) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/detect");
    let folder = if language == Language::English {
        folder
    } else {
        folder.join(language.tag())
    };
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("the folder of passages")
        .map(|entry| entry.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|end| end == "md"))
        .filter(|path| !path.ends_with("README.md"))
        .collect();
    files.sort();
    let mut prose = String::new();
    for file in files {
        let text = std::fs::read_to_string(file).expect("a passage");
        for passage in format!("\n{text}").split("\n# ").skip(1) {
            let words = passage.split("\n---").next().unwrap_or_default();
            let words = words.split_once('\n').map_or("", |(_, words)| words);
            prose.push_str(words.trim());
            prose.push_str("\n\n");
        }
    }
    prose
}

/// The sentences of a text in which nothing is found, eight to a paragraph.
fn quiet(prose: &str, language: Language) -> String {
    let sentences = prose
        .split_inclusive(['.', '\n'])
        .map(str::trim)
        .filter(|sentence| sentence.len() > 20 && !sentence.contains(['"', '“', '”', '«']))
        .filter(|sentence| detect(sentence, language).attributions.is_empty());
    let mut text = String::new();
    for (index, sentence) in sentences.enumerate() {
        text.push_str(sentence);
        text.push_str(if index % 8 == 7 { "\n\n" } else { " " });
    }
    text
}

/// A text repeated to a length in kilobytes, cut at a character.
fn grown(text: &str, kilobytes: usize) -> String {
    let length = kilobytes * 1024;
    let mut long = text.repeat(length / text.len().max(1) + 1);
    let mut end = length.min(long.len());
    while !long.is_char_boundary(end) {
        end -= 1;
    }
    long.truncate(end);
    long
}
