//! `credibility-without-corroboration`: "confirmed by other sources" with fewer than two origins.

use crate::report::{Code, Diagnostic};
use crate::scale::Credibility;
use crate::site::Site;

pub(super) fn find(site: &Site) -> Vec<Diagnostic> {
    let claims = site.claims.iter().filter(|claim| {
        claim.details.credibility == Credibility::parse("1") && claim.origins.len() < 2
    });
    claims
        .map(|claim| {
            let message = format!(
                "the claim `{}` has credibility 1, confirmed by other sources, and {} on record",
                claim.key,
                match claim.origins.len() {
                    0 => "no origin",
                    _ => "one origin",
                }
            );
            Diagnostic::new(Code::CredibilityWithoutCorroboration, claim.span, message)
        })
        .collect()
}
