//! `unused-source`: an entry that nothing refers to.

use crate::report::{Code, Diagnostic};
use crate::site::Site;

pub(super) fn find(site: &Site) -> Vec<Diagnostic> {
    let unused = site.source_ids().filter(|id| {
        let source = &site[*id];
        source.briefs.is_empty()
            && source.statements.is_empty()
            && source.evidence_of.is_empty()
            && source.status_of.is_empty()
            && source.origin_of.is_empty()
            && source.named_by.is_empty()
    });
    unused
        .map(|id| {
            let key = &site[id].entry.key;
            let message = format!("nothing uses the source `{}`", key.value);
            Diagnostic::new(Code::UnusedSource, key.span, message)
        })
        .collect()
}
