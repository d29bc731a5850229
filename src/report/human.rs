//! A report as text for people: message, window around the place, hint.

use std::collections::HashMap;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Diagnostic, Report, Severity};
use crate::privacy;
use crate::text::{FileId, Files, SourceFile, Span, floor_char_boundary};

/// Columns of the window around a fault: paragraphs are long lines and are never shown whole.
const WIDTH: usize = 100;

/// Writes out the whole report; colour is told with ANSI escapes that the caller may strip.
pub fn human(report: &Report, files: &Files) -> String {
    let renderer = Renderer::styled().term_width(WIDTH);
    let mut shown: HashMap<FileId, SourceFile> = HashMap::new();
    for diagnostic in report.iter() {
        let related = diagnostic.related.iter().map(|(span, _)| *span);
        for span in diagnostic.span.into_iter().chain(related) {
            shown
                .entry(span.file)
                .or_insert_with(|| struck_out(files.get(span.file)));
        }
    }
    let mut text = String::new();
    for diagnostic in report.iter() {
        text.push_str(&renderer.render(&[group(diagnostic, &shown)]));
        text.push_str("\n\n");
    }
    text
}

/// A file as it may be shown: without what is private.
fn struck_out(file: &SourceFile) -> SourceFile {
    SourceFile::exactly(file.path.clone(), privacy::struck_out(file).into())
}

fn group<'a>(diagnostic: &'a Diagnostic, files: &'a HashMap<FileId, SourceFile>) -> Group<'a> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let mut group = level
        .primary_title(diagnostic.message.as_str())
        .id(diagnostic.code.name())
        .elements(Vec::<Origin<'a>>::new());
    let marks = diagnostic
        .span
        .iter()
        .map(|span| (AnnotationKind::Primary, *span, ""))
        .chain(
            diagnostic
                .related
                .iter()
                .map(|(span, label)| (AnnotationKind::Context, *span, label.as_str())),
        );
    for (kind, span, label) in marks {
        let Some(file) = files.get(&span.file) else {
            continue;
        };
        if diagnostic.is_concealed {
            let (line, column) = file.line_column(span.start);
            let place = Origin::path(file.path.as_str()).line(line);
            group = group.element(place.char_column(column));
            continue;
        }
        let (window, place, line) = window(file, span);
        let mut annotation = kind.span(place);
        if !label.is_empty() {
            annotation = annotation.label(label);
        }
        group = group.element(
            Snippet::source(&file.text[window])
                .line_start(line)
                .path(file.path.as_str())
                .annotation(annotation),
        );
    }
    match &diagnostic.hint {
        Some(hint) => group.element(Level::HELP.with_name("hint").message(hint.as_str())),
        None => group,
    }
}

/// The lines that a span touches, the span inside them, and the number of the first of them.
///
/// A span of several lines is cut at the end of its first: the caret belongs where the fault
/// begins. The bounds are clamped, since the renderer panics on bounds past the end or inside a
/// character.
fn window(file: &SourceFile, span: Span) -> (Range<usize>, Range<usize>, usize) {
    let text = &file.text;
    let start = floor_char_boundary(text, span.start);
    let end = floor_char_boundary(text, span.end).max(start);
    let first = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
    let last = text[start..]
        .find('\n')
        .map_or(text.len(), |newline| start + newline);
    let place = start - first..end.min(last) - first;
    (first..last, place, file.line_column(start).0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Code;

    #[test]
    fn a_long_paragraph_is_shown_through_a_window() {
        let mut files = Files::default();
        let text = format!(
            "{}Kirby said [so]{{by=kirbi}}. {}",
            "Word ".repeat(200),
            "More ".repeat(200)
        );
        let start = text.find("kirbi").expect("the name is there");
        let file = files.add(SourceFile::new("content/briefs/a.md".into(), &text));
        let mut report = Report::default();
        let span = Span::new(file, start, start + 5);
        report.add(
            Diagnostic::new(Code::UnknownSpeaker, span, "no speaker is called `kirbi`")
                .hint("did you mean `kirby`?".to_owned()),
        );
        let shown = anstream::adapter::strip_str(&human(&report, &files)).to_string();
        assert!(
            shown.starts_with("error[unknown-speaker]: no speaker is called `kirbi`"),
            "{shown}"
        );
        assert!(shown.contains("content/briefs/a.md:1:"), "{shown}");
        assert!(shown.contains("^^^^^"), "{shown}");
        assert!(shown.contains("= hint: did you mean `kirby`?"), "{shown}");
        assert!(
            shown.lines().all(|line| line.chars().count() < 140),
            "{shown}"
        );
    }

    #[test]
    fn spans_past_the_end_or_inside_a_character_are_clamped() {
        let mut files = Files::default();
        let file = files.add(SourceFile::new("a".into(), "é\nx"));
        let mut report = Report::default();
        for (start, end) in [(1, 1), (0, 99), (50, 60), (3, 4), (4, 4)] {
            report.add(Diagnostic::new(
                Code::InvalidYaml,
                Span::new(file, start, end),
                "m",
            ));
        }
        assert_eq!(human(&report, &files).matches("invalid-yaml").count(), 5);
    }
}
