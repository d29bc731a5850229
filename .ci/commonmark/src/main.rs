//! Holds Ascribe against the CommonMark specification: each example as the text of a brief.
//!
//! `commonmark EXAMPLES.json FOLDER`: the examples as the npm package `commonmark-spec` gives
//! them, and an empty folder, where the site that is made of them is left.

use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use ascribe::annotate::{annotate, markdown_options};
use ascribe::brief::Piece;
use ascribe::discover::discover;
use ascribe::parse::parse;
use ascribe::report;
use ascribe::settings::Settings;
use pulldown_cmark::{Parser, html};

/// Examples that are written in the notation of annotations and so mean something else here.
const ANNOTATIONS: &[(u64, &str)] = &[];

/// What the specification's examples lack and a brief may hold: front matter in the text, line ends
/// of other systems, GitHub's additions, signs that are near to the notation.
const MORE: &[&str] = &[
    "",
    "\n\n\n",
    "---\ntitle: no\n---\n",
    "one\r\ntwo\r\n\r\n- three\r\n",
    "$10 and $20, `a` [b] {c} [d]: e :: f\n",
    "[foo] {bar}\n\n[@ not a key]\n",
    "a | b\n--|:-:\nc | d\n",
    "~~gone~~ [^1]\n\n[^1]: note\n",
    "> [!WARNING]\n> alert\n",
    "- [ ] to do\n- [x] done\n",
    "# heading {#id .class}\n",
];

struct Example {
    number: u64,
    section: String,
    markdown: String,
}

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<bool, Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, list, folder] = arguments.as_slice() else {
        return Err("usage: commonmark EXAMPLES.json FOLDER".into());
    };
    let examples = read(Path::new(list))?;
    let root = Path::new(folder);
    write_site(&examples, root)?;
    conformity(&examples, root)
}

fn read(list: &Path) -> Result<Vec<Example>, Box<dyn Error>> {
    let json: serde_json::Value = serde_json::from_str(&fs::read_to_string(list)?)?;
    let mut examples = Vec::new();
    for example in json.as_array().ok_or("the examples are no list")? {
        examples.push(Example {
            number: example["number"]
                .as_u64()
                .ok_or("an example without number")?,
            section: example["section"].as_str().unwrap_or_default().to_owned(),
            // The specification writes tabs as arrows.
            markdown: example["markdown"]
                .as_str()
                .ok_or("an example without Markdown")?
                .replace('→', "\t"),
        });
    }
    if examples.len() < 600 {
        return Err(format!(
            "only {} examples: is this the specification?",
            examples.len()
        )
        .into());
    }
    for (number, markdown) in (9001..).zip(MORE) {
        examples.push(Example {
            number,
            section: "of our own".to_owned(),
            markdown: (*markdown).to_owned(),
        });
    }
    Ok(examples)
}

fn write_site(examples: &[Example], root: &Path) -> Result<(), Box<dyn Error>> {
    let briefs = root.join("content/briefs");
    fs::create_dir_all(&briefs)?;
    fs::write(root.join("ascribe.yaml"), "html: trust\n")?;
    for example in examples {
        let number = example.number;
        let text = format!("---\ntitle: Example {number}\n---\n{}", example.markdown);
        fs::write(briefs.join(format!("example-{number:04}.md")), text)?;
    }
    Ok(())
}

/// Whether the annotated HTML of each example is what pulldown-cmark makes of it.
fn conformity(examples: &[Example], root: &Path) -> Result<bool, Box<dyn Error>> {
    let (inputs, found) = discover(root)?;
    let (parsed, faults) = parse(&inputs);
    let (annotated, more) = annotate(parsed, &inputs.files);
    let mut told = found;
    told.extend(faults);
    told.extend(more);
    let is_clean = told.iter().next().is_none();
    if !is_clean {
        eprint!("{}", report::human(&told, &inputs.files));
    }
    if annotated.briefs.len() != examples.len() {
        return Err("not every example became a brief".into());
    }
    let options = markdown_options(&Settings::default());
    let mut differ = 0;
    let mut excepted = 0;
    for (example, brief) in examples.iter().zip(&annotated.briefs) {
        let markdown = example.markdown.replace("\r\n", "\n");
        let mut expected = String::new();
        html::push_html(&mut expected, Parser::new_ext(&markdown, options));
        let given: Option<String> = brief
            .body
            .iter()
            .map(|piece| match piece {
                Piece::Html(text) => Some(text.as_str()),
                _ => None,
            })
            .collect();
        if given.as_ref() == Some(&expected) {
            continue;
        }
        if let Some((_, reason)) = ANNOTATIONS
            .iter()
            .find(|(number, _)| *number == example.number)
        {
            println!("example {} is left out: {reason}", example.number);
            excepted += 1;
            continue;
        }
        differ += 1;
        let given = given.unwrap_or_else(|| format!("{:?}", brief.body));
        println!(
            "example {} ({}) differs\n--- Markdown\n{markdown}\n--- pulldown-cmark\n{expected}\n--- ascribe\n{given}",
            example.number, example.section
        );
    }
    println!(
        "CommonMark: {} of {} examples byte for byte, {excepted} left out, {differ} differ",
        examples.len() - differ - excepted,
        examples.len()
    );
    Ok(differ == 0 && is_clean)
}
