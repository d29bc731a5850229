//! `unused-source`: an entry that nothing refers to.

use crate::report::{Code, Diagnostic};
use crate::site::Site;

pub(super) fn find(site: &Site) -> Vec<Diagnostic> {
    let mut used = vec![false; site.sources.len()];
    for claim in &site.claims {
        for change in &claim.details.history {
            change.sources.iter().for_each(|id| used[id.0] = true);
        }
    }
    let unused = site.source_ids().filter(|id| {
        let source = &site[*id];
        !used[id.0]
            && source.briefs.is_empty()
            && source.statements.is_empty()
            && source.evidence_of.is_empty()
            && source.claims.is_empty()
            && source.origin_of.is_empty()
    });
    unused
        .map(|id| {
            let key = &site[id].entry.key;
            let message = format!("nothing uses the source `{}`", key.value);
            Diagnostic::new(Code::UnusedSource, key.span, message)
        })
        .collect()
}
