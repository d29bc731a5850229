//! Reading a Markdown file: front matter by hand, text untouched.

use crate::document::{Correction, CorrectionKind, Document, FrontMatter, Kind, State};
use crate::parse::aliases::aliases;
use crate::parse::allow::allows;
use crate::parse::record;
use crate::record::{Record, Scope};
use crate::report::{Code, Diagnostic, Report};
use crate::slug::slug;
use crate::text::{FileId, Files, Name, SourceFile, Span};
use crate::yaml::{self, Fields, Node};

/// What a Markdown file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    Home,
    Brief,
    Page,
}

/// Reads one file. A file with faults still gives a document, so that the faults of its text are
/// told in the same run.
pub(super) fn document(
    files: &Files,
    id: FileId,
    what: What,
    report: &mut Report,
) -> Option<Document> {
    let file = files.get(id);
    let start_of_file = Span::new(
        id,
        0,
        file.text.find('\n').unwrap_or(file.text.len()).min(3),
    );
    let (yaml, body) = match split(&file.text) {
        Split::None => (None, 0),
        Split::FrontMatter { yaml, body } => (Some(yaml), body),
        Split::Unclosed => {
            let message = "the front matter has no end";
            report.add(
                Diagnostic::new(Code::UnclosedFrontMatter, start_of_file, message)
                    .hint("end it with a line `---`".to_owned()),
            );
            return None;
        }
    };
    let node = match yaml {
        Some((start, end)) => yaml::parse(file, id, start, end, report)?,
        None => Node {
            value: yaml::Value::Null,
            span: start_of_file,
        },
    };
    let mut fields = Fields::new(&node, "the front matter", report)?;
    let title = match what {
        What::Home => fields.text("title", report),
        What::Brief | What::Page => fields.required("title", start_of_file, report),
    };
    let whole = Scope::Place(Span::new(id, 0, file.text.len()));
    let front = FrontMatter {
        title: title.map(|title| title.value).unwrap_or_default(),
        allow: allows(&mut fields, &whole, report),
        ..front_matter(&mut fields, report)
    };
    let record = match what {
        What::Brief => record::of_front_matter(&mut fields, report),
        What::Home | What::Page => Record::default(),
    };
    let written = fields.text("slug", report);
    if front.state == State::Embargoed && front.embargo.is_none() {
        let message = "an embargoed brief has no `embargo`";
        report.add(
            Diagnostic::new(Code::MissingKey, start_of_file, message)
                .hint("say when it may appear: `embargo: 2022-09-07T09:00:00Z`".to_owned()),
        );
    }
    fields.get("private");
    fields.finish(report);
    let (slug, slug_span) = address(&file.path, written, start_of_file, report);
    Some(Document {
        file: id,
        slug,
        slug_span,
        front,
        record,
        body,
    })
}

/// The slug as it is set, else from the file's name.
fn address(path: &str, written: Option<Name>, at: Span, report: &mut Report) -> (String, Span) {
    let stem = path
        .rsplit('/')
        .next()
        .unwrap_or(path)
        .trim_end_matches(".md");
    let Some(written) = written else {
        return (slug(stem), at);
    };
    let clean = slug(&written.value);
    if clean != written.value {
        let message = format!("`{}` is no slug", written.value);
        report.add(
            Diagnostic::new(Code::InvalidValue, written.span, message)
                .hint(format!("small letters, digits and hyphens: `{clean}`")),
        );
    }
    (clean, written.span)
}

fn front_matter(fields: &mut Fields, report: &mut Report) -> FrontMatter {
    FrontMatter {
        title: String::new(),
        date: fields.date("date", report),
        updated: fields.date("updated", report),
        as_of: fields.date("as_of", report),
        review_by: fields.date("review_by", report),
        kind: fields
            .choice("kind", Kind::WORDS, Kind::from_word, report)
            .unwrap_or(Kind::Analysis),
        state: fields
            .choice("state", State::WORDS, State::from_word, report)
            .unwrap_or(State::Published),
        embargo: fields.date("embargo", report),
        authors: authors(fields, report),
        summary: fields.plain("summary", report),
        tags: fields.texts("tags", report),
        lang: super::language_of(fields, report),
        translation_of: fields.text("translation_of", report),
        aliases: aliases(fields, report),
        process: fields.plain("process", report),
        key_judgements: fields.texts("key_judgements", report),
        detect: fields.boolean("detect", report),
        corrections: fields.list("corrections", report, correction),
        allow: Vec::new(),
        extra: fields.get("extra").map(Node::to_json).unwrap_or_default(),
    }
}

/// `authors`, or `author` as other generators have it.
fn authors(fields: &mut Fields, report: &mut Report) -> Vec<Name> {
    let mut authors = fields.texts("authors", report);
    authors.extend(fields.texts("author", report));
    authors
}

fn correction(node: &Node, report: &mut Report) -> Option<Correction> {
    let mut fields = Fields::new(node, "a correction", report)?;
    fields.required("date", node.span, report);
    let date = fields.date("date", report);
    let kind = fields.choice(
        "kind",
        CorrectionKind::WORDS,
        CorrectionKind::from_word,
        report,
    );
    let correction = Correction {
        date: date?,
        kind: kind.unwrap_or(CorrectionKind::Correction),
        claim: fields.text("claim", report),
        was: fields.plain("was", report),
        now: fields.plain("now", report),
        note: fields.plain("note", report),
    };
    fields.finish(report);
    Some(correction)
}

/// The byte at which a text begins below its front matter.
pub fn body(text: &str) -> usize {
    match split(text) {
        Split::FrontMatter { body, .. } => body,
        Split::None | Split::Unclosed => 0,
    }
}

/// The language that the front matter of a Markdown text names, faults of the rest left aside.
pub fn language(text: &str) -> Option<String> {
    let Split::FrontMatter { yaml, .. } = split(text) else {
        return None;
    };
    let mut files = Files::default();
    let id = files.add(SourceFile::new(String::new(), text));
    let mut report = Report::default();
    let node = yaml::parse(files.get(id), id, yaml.0, yaml.1, &mut report)?;
    Fields::new(&node, "the front matter", &mut report)?.plain("lang", &mut report)
}

/// How a file divides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Split {
    /// It has no front matter.
    None,
    /// It has front matter.
    FrontMatter {
        /// The first byte of the YAML and the first one after it.
        yaml: (usize, usize),
        /// The byte at which the text begins below.
        body: usize,
    },
    /// Front matter begins and does not end.
    Unclosed,
}

/// Finds the front matter: a first line `---`, and the next line that is `---` or `...`.
pub fn split(text: &str) -> Split {
    let Some(first) = text.lines().next().filter(|line| line.trim_end() == "---") else {
        return Split::None;
    };
    let start = (first.len() + 1).min(text.len());
    let mut offset = start;
    for line in text[start..].split_inclusive('\n') {
        if matches!(line.trim_end(), "---" | "...") {
            return Split::FrontMatter {
                yaml: (start, offset),
                body: offset + line.len(),
            };
        }
        offset += line.len();
    }
    Split::Unclosed
}
