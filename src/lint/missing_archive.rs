//! `missing-archive`: a stored copy that is not there, or a page that nobody has stored.

use crate::inputs::StoredCopy;
use crate::record::{Archived, SourceState};
use crate::report::{Code, Diagnostic};
use crate::site::{Site, Source};

pub(super) fn find(site: &Site) -> Vec<Diagnostic> {
    site.sources.iter().filter_map(missing).collect()
}

fn missing(source: &Source) -> Option<Diagnostic> {
    let archived = source.entry.archived.as_ref();
    let key = &source.entry.key;
    if let Some(file) = archived.and_then(|copy| copy.file.as_ref()) {
        let path = &file.value;
        let message = match source.copy.as_deref()? {
            StoredCopy::Missing => {
                format!("the stored copy `{path}` of `{}` is not there", key.value)
            }
            StoredCopy::Unreadable(why) => format!(
                "the stored copy `{path}` of `{}` cannot be read: {why}",
                key.value
            ),
            StoredCopy::Read { .. } | StoredCopy::Outside => return None,
        };
        let hint = "put the file below the site’s root, or take the path out".to_owned();
        return Some(Diagnostic::new(Code::MissingArchive, file.span, message).hint(hint));
    }
    let is_stored = |copy: &Archived| copy.url.is_some();
    let is_used = !source.statements.is_empty()
        || !source.briefs.is_empty()
        || !source.evidence_of.is_empty();
    if archived.is_some_and(is_stored) || !is_used || source.entry.entry.url().is_none() {
        return None;
    }
    let message = match source.entry.state {
        SourceState::Dead => format!(
            "the source `{}` is gone from its address, and no copy is stored",
            key.value
        ),
        _ => format!("no copy of the source `{}` is stored", key.value),
    };
    let hint = "store the page and name the copy: `archived: {url: https://…, date: …}` or `archived: {file: archive/…, sha256: …}`";
    Some(Diagnostic::new(Code::MissingArchive, key.span, message).hint(hint.to_owned()))
}
