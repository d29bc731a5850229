//! `anachronism`: something was said after its brief, or before its speaker held an office.

use crate::report::{Code, Diagnostic};
use crate::site::{Site, Statement};

pub(super) fn find(site: &Site) -> Vec<Diagnostic> {
    let statements = site.statements.iter();
    statements
        .filter_map(|one| after_brief(site, one).or_else(|| before_role(site, one)))
        .collect()
}

/// A brief cannot report what was said after its last change.
fn after_brief(site: &Site, statement: &Statement) -> Option<Diagnostic> {
    let said = statement.said?;
    let front = &site[statement.brief?].brief.document.front;
    let date = front.date.as_ref()?;
    let last = front.updated.as_ref().unwrap_or(date);
    if !said.certainly_after(last.value) || !said.certainly_after(date.value) {
        return None;
    }
    let message = format!(
        "the statement is dated {}, after the brief of {}",
        said.text(),
        last.value.text()
    );
    let hint = "a brief that was changed in substance says so with `updated`".to_owned();
    let found = Diagnostic::new(Code::Anachronism, statement.span, message);
    Some(found.related(last.span, "the date of the brief").hint(hint))
}

/// A speaker whose offices are all dated spoke before the first of them.
fn before_role(site: &Site, statement: &Statement) -> Option<Diagnostic> {
    let said = statement.said?;
    let speaker = &site[statement.speaker?].entry;
    let begun: Option<Vec<_>> = speaker.roles.iter().map(|role| role.from).collect();
    let first = begun?.into_iter().min()?;
    if !said.certainly_before(first) {
        return None;
    }
    let message = format!(
        "the statement is dated {}, before {} was in office from {}",
        said.text(),
        speaker.name,
        first.text()
    );
    let hint = "correct one of the dates, or add the office held at the time to `roles`".to_owned();
    let found = Diagnostic::new(Code::Anachronism, statement.span, message);
    Some(found.related(speaker.key.span, "the speaker").hint(hint))
}
