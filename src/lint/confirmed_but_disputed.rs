//! `confirmed-but-disputed`: the editors hold a claim proved while somebody's denial stands.

use crate::record::Editorial;
use crate::report::{Code, Diagnostic};
use crate::site::{Computed, Site};

pub(super) fn find(site: &Site) -> Vec<Diagnostic> {
    let claims = site.claims.iter().filter(|claim| {
        claim.editorial == Some(Editorial::Confirmed) && claim.computed == Computed::Disputed
    });
    claims
        .map(|claim| {
            let message = format!("the claim `{}` is confirmed and still disputed", claim.key);
            let against = claim
                .incoming
                .iter()
                .map(|one| &site.relations[*one])
                .find(|one| one.kind.is_against() && site[one.from].is_live());
            let diagnostic = Diagnostic::new(Code::ConfirmedButDisputed, claim.span, message);
            match against {
                Some(relation) => diagnostic.related(relation.span, "disputed here"),
                None => diagnostic,
            }
        })
        .collect()
}
