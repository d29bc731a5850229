//! A report for other programs: JSON, SARIF, and the workflow commands of GitHub Actions.

use serde::Serialize;
use serde_json::{Value, json};

use super::{Code, Diagnostic, Report, Severity};
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

/// The report as SARIF 2.1.0 (OASIS), which code hosts show beside the lines of a change.
pub fn sarif(report: &Report, files: &Files) -> String {
    let rules: Vec<Value> = Code::ALL
        .iter()
        .map(|code| json!({"id": code.name(), "shortDescription": {"text": code.explanation()}}))
        .collect();
    let results: Vec<Value> = report.iter().map(|one| sarif_result(one, files)).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "Ascribe",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    serde_json::to_string_pretty(&log).unwrap_or_default() + "\n"
}

fn sarif_result(diagnostic: &Diagnostic, files: &Files) -> Value {
    let Entry {
        path,
        line,
        column,
        end,
        code,
        severity,
        message,
        hint,
    } = entry(diagnostic, files);
    let text = match hint {
        Some(hint) => format!("{message} ({hint})"),
        None => message.to_owned(),
    };
    let place = path.map(|path| {
        json!({"physicalLocation": {
            "artifactLocation": {"uri": uri(path)},
            "region": {
                "startLine": line, "startColumn": column,
                "endLine": end.line, "endColumn": end.column,
            },
        }})
    });
    json!({
        "ruleId": code,
        "level": severity,
        "message": {"text": text},
        "locations": place.into_iter().collect::<Vec<_>>(),
    })
}

/// A path as a relative reference (RFC 3986).
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
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
