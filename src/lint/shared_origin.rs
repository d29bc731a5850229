//! `shared-origin`: a confirmation that comes from where the claim itself comes from.

use crate::messages::english;
use crate::provenance::{line, listed, name};
use crate::record::RelationKind;
use crate::report::{Code, Diagnostic};
use crate::site::{ClaimId, Origin, Relation, Site, StatementId};

pub(super) fn find(site: &Site) -> Vec<Diagnostic> {
    let relations = site.relations.iter();
    relations
        .filter(|one| one.kind == RelationKind::Corroborates && adds_nothing(site, one))
        .map(|one| tell(site, one))
        .collect()
}

/// Whether every origin of the claim that corroborates is one of the other's too. Claims that are
/// the same count together, wherever they are stated.
fn adds_nothing(site: &Site, relation: &Relation) -> bool {
    let from = &site[relation.from].same.origins;
    !from.is_empty() && from.is_subset(&site[relation.to].same.origins)
}

fn tell(site: &Site, relation: &Relation) -> Diagnostic {
    let (from, to) = (relation.from, relation.to);
    let origins: Vec<String> = site[from]
        .same
        .origins
        .iter()
        .map(|origin| name(site, origin).to_owned())
        .collect();
    let message = format!(
        "`{}` cannot corroborate `{}`: both go back to {}",
        site[from].key,
        site[to].key,
        listed(&origins, english())
    );
    let mut diagnostic = Diagnostic::new(Code::SharedOrigin, relation.span, message);
    let mut chains = Vec::new();
    for claim in [from, to] {
        let origin = site[from].same.origins.first();
        let Some((of, id)) = origin.and_then(|origin| first_from(site, claim, origin)) else {
            continue;
        };
        let same = if of == claim {
            String::new()
        } else {
            format!(", as `{}`,", site[of].key)
        };
        let key = &site[claim].key;
        chains.push(format!("`{key}`{same} comes by {}", line(site, id)));
        diagnostic = diagnostic.related(site[id].span, format!("where `{key}` comes from"));
    }
    diagnostic.hint(chains.join("; "))
}

/// The first statement of the claim, or of one that is the same, that comes from an origin.
fn first_from(site: &Site, id: ClaimId, origin: &Origin) -> Option<(ClaimId, StatementId)> {
    let same = site[id].same.claims.iter().copied();
    let claims = std::iter::once(id).chain(same.filter(|other| *other != id));
    let mut statements = claims.flat_map(|claim| site.asserting(claim).map(move |id| (claim, id)));
    statements.find(|(_, id)| {
        let found = site[*id].origin.as_ref();
        found.is_some_and(|(found, _)| found == origin)
    })
}
