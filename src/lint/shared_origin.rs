//! `shared-origin`: a confirmation that comes from where the claim itself comes from.

use crate::record::RelationKind;
use crate::report::{Code, Diagnostic};
use crate::site::{ClaimId, Origin, Party, Site};

pub(super) fn find(site: &Site) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for relation in site
        .relations
        .iter()
        .filter(|one| one.kind == RelationKind::Corroborates)
    {
        let from = origins(site, relation.from);
        let to = origins(site, relation.to);
        let Some(shared) = from.iter().find(|origin| to.contains(origin)) else {
            continue;
        };
        let (from, to) = (&site[relation.from].key, &site[relation.to].key);
        let message = format!(
            "`{from}` cannot corroborate `{to}`: both go back to {}",
            name(site, shared)
        );
        found.push(Diagnostic::new(Code::SharedOrigin, relation.span, message));
    }
    found
}

/// The origins of a claim's own statements.
fn origins(site: &Site, id: ClaimId) -> Vec<&Origin> {
    let statements = site[id].statements.iter().map(|id| &site[*id]);
    statements
        .filter_map(|one| one.origin.as_ref().map(|(origin, _)| origin))
        .collect()
}

fn name<'a>(site: &'a Site, origin: &'a Origin) -> &'a str {
    match origin {
        Origin::Source(id) => &site[*id].entry.key.value,
        Origin::Party(Party::Speaker(id)) => &site[*id].entry.key.value,
        Origin::Party(Party::Name(name)) => name,
    }
}
