//! Ties between claims, from entries and from the text, each with both ends.

use std::collections::HashSet;

use super::names::Names;
use super::translations::reading_order;
use crate::record::{RelationEntry, RelationKind};
use crate::report::{Code, Diagnostic, Report};
use crate::site::{ClaimId, Relation, Site};
use crate::text::{Name, Span};

/// Ties the claims. A relation that stands several times counts once.
pub(super) fn tie(site: &mut Site, entries: &[RelationEntry], names: &Names, report: &mut Report) {
    let mut seen = HashSet::new();
    let mut found: Vec<Relation> = Vec::new();
    let mut add =
        |from: Option<ClaimId>, kind: RelationKind, to: &Name, span: Span, report: &mut Report| {
            let to = names.claim(to, report);
            let (Some(from), Some(to)) = (from, to) else {
                return;
            };
            if from == to {
                let message = format!("a claim cannot stand in `{}` to itself", kind.word());
                report.add(Diagnostic::new(Code::InvalidValue, span, message));
            } else if seen.insert((from, kind, to)) {
                found.push(Relation {
                    from,
                    kind,
                    to,
                    span,
                });
            }
        };
    for entry in entries {
        let from = names.claim(&entry.from, report);
        add(from, entry.kind, &entry.to, entry.span, report);
    }
    for id in reading_order(site) {
        let brief = &site[id];
        for (annotation, id) in brief.brief.annotations.iter().zip(&brief.statements) {
            let from = site.statements[id.0].claim;
            for (kind, to) in &annotation.says.relations {
                add(Some(from), *kind, to, to.span, report);
            }
        }
    }
    for (index, relation) in found.iter().enumerate() {
        site.claims[relation.from.0].outgoing.push(index);
        site.claims[relation.to.0].incoming.push(index);
    }
    site.relations = found;
}
