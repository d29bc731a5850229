//! A report for other programs: JSON, and the workflow commands of GitHub Actions.

use serde::Serialize;

use super::{Diagnostic, Report, Severity};
use crate::text::{Files, Span};

/// One diagnostic as `check --format json` prints it. Lines and columns count from one, columns
/// in characters; `end` is the place after the last character.
#[derive(Serialize)]
struct Entry<'a> {
    path: Option<&'a str>,
    line: usize,
    column: usize,
    end: End,
    code: &'static str,
    severity: Severity,
    message: &'a str,
    hint: Option<&'a str>,
}

#[derive(Serialize)]
struct End {
    line: usize,
    column: usize,
}

/// The report as a JSON array, one object a diagnostic, in report order.
pub fn json(report: &Report, files: &Files) -> String {
    let entries: Vec<Entry> = report.iter().map(|one| entry(one, files)).collect();
    serde_json::to_string_pretty(&entries).unwrap_or_default() + "\n"
}

/// The report as GitHub Actions' workflow commands, which mark the lines of a pull request.
pub fn github(report: &Report, files: &Files) -> String {
    let mut text = String::new();
    for diagnostic in report.iter() {
        let Entry {
            path,
            line,
            column,
            end,
            code,
            ..
        } = entry(diagnostic, files);
        let kind = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let hint = diagnostic.hint.as_ref().map(|hint| format!(" ({hint})"));
        let message = format!("{}{}", diagnostic.message, hint.unwrap_or_default());
        let place = path.map_or_else(String::new, |path| {
            format!(
                "file={},line={line},endLine={},col={column},endColumn={},",
                escape(path).replace(':', "%3A").replace(',', "%2C"),
                end.line,
                end.column
            )
        });
        text.push_str(&format!(
            "::{kind} {place}title={code}::{}\n",
            escape(&message)
        ));
    }
    text
}

fn entry<'a>(diagnostic: &'a Diagnostic, files: &'a Files) -> Entry<'a> {
    let place = |span: Span, offset: usize| files.get(span.file).line_column(offset);
    let (line, column) = diagnostic
        .span
        .map_or((0, 0), |span| place(span, span.start));
    let end = diagnostic.span.map_or((0, 0), |span| place(span, span.end));
    Entry {
        path: diagnostic
            .span
            .map(|span| files.get(span.file).path.as_str()),
        line,
        column,
        end: End {
            line: end.0,
            column: end.1,
        },
        code: diagnostic.code.name(),
        severity: diagnostic.severity,
        message: &diagnostic.message,
        hint: diagnostic.hint.as_deref(),
    }
}

/// Escapes what would end a workflow command.
fn escape(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}
