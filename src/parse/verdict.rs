//! Reading the scale of verdicts in the settings, and the verdicts on claims.

use crate::record::VerdictEntry;
use crate::report::{Code, Diagnostic, Report};
use crate::scale::Verdict;
use crate::text::{Name, Spanned};
use crate::yaml::{self, Fields, Node, Value};

/// The scale: a list of words, the worst first, each alone or with its number and meaning.
pub(super) fn scale(fields: &mut Fields, report: &mut Report) -> Vec<Verdict> {
    let Some(list) = fields.get("verdicts") else {
        return Vec::new();
    };
    let mut verdicts: Vec<Verdict> = Vec::new();
    for node in fields.list("verdicts", report, |node, _| Some(node)) {
        let Some((name, verdict)) = verdict(node, &verdicts, report) else {
            continue;
        };
        if verdicts
            .iter()
            .any(|one| folded(&one.name) == folded(&verdict.name))
        {
            let message = format!("the verdict `{}` stands twice", verdict.name);
            report.add(Diagnostic::new(Code::InvalidValue, name.span, message));
            continue;
        }
        verdicts.push(verdict);
    }
    if verdicts.iter().filter(|one| one.number.is_some()).count() < 2 {
        let message = "a scale of verdicts has two words or more";
        let hint = "list them, the worst first: `verdicts: [\"False\", Half true, \"True\"]`";
        let fault = Diagnostic::new(Code::InvalidValue, list.span, message);
        report.add(fault.hint(hint.to_owned()));
        return Vec::new();
    }
    verdicts
}

fn verdict(node: &Node, before: &[Verdict], report: &mut Report) -> Option<(Name, Verdict)> {
    let next = before.iter().rev().find_map(|one| one.number).unwrap_or(0) + 1;
    if !matches!(node.value, Value::Map(_)) {
        let name = word(node, "verdicts", report)?;
        let verdict = Verdict {
            name: name.value.clone(),
            meaning: None,
            number: Some(next),
        };
        return Some((name, verdict));
    }
    let mut fields = Fields::new(node, "a verdict", report)?;
    let name = match fields.get("name") {
        Some(node) => word(node, "name", report),
        None => fields.required("name", node.span, report),
    };
    let meaning = fields.plain("means", report);
    let number = number(&mut fields, next, report);
    fields.finish(report);
    let name = name?;
    let verdict = Verdict {
        name: name.value.clone(),
        meaning,
        number,
    };
    Some((name, verdict))
}

/// The number of a verdict: as written, `none`, or the next one.
fn number(fields: &mut Fields, next: u32, report: &mut Report) -> Option<u32> {
    let Some(written) = fields.text("number", report) else {
        return Some(next);
    };
    if written.value == "none" {
        return None;
    }
    let number = written.value.parse().ok().filter(|number| *number >= next);
    if number.is_none() {
        let message =
            format!("the `number` of this verdict is a whole number from {next} up, or `none`");
        let fault = Diagnostic::new(Code::InvalidValue, written.span, message);
        report.add(fault.hint("the worst verdict comes first and has the least number".to_owned()));
    }
    number.or(Some(next))
}

/// The verdicts on a claim, in written order: a word alone, or with day, judge and reason.
pub(super) fn verdicts(fields: &mut Fields, report: &mut Report) -> Vec<VerdictEntry> {
    fields.list("verdict", report, |node, report| {
        if !matches!(node.value, Value::Map(_)) {
            let value = word(node, "verdict", report)?;
            return Some(VerdictEntry {
                value,
                date: None,
                by: None,
                note: None,
            });
        }
        let mut fields = Fields::new(node, "a verdict", report)?;
        let value = match fields.get("value") {
            Some(node) => word(node, "value", report),
            None => fields.required("value", node.span, report),
        };
        let date = fields.date("date", report);
        let by = fields.text("by", report);
        let note = fields.plain("note", report);
        fields.finish(report);
        Some(VerdictEntry {
            value: value?,
            date,
            by,
            note,
        })
    })
}

/// A verdict's word. YAML takes a bare `true` or `false` for no text, and a verdict is often one.
fn word(node: &Node, what: &str, report: &mut Report) -> Option<Name> {
    match node.value {
        Value::Bool(true) => Some(Spanned::new("True".to_owned(), node.span)),
        Value::Bool(false) => Some(Spanned::new("False".to_owned(), node.span)),
        _ => yaml::text(node, what, report),
    }
}

/// Verdicts are told apart by their letters alone.
fn folded(name: &str) -> String {
    name.to_lowercase()
}
