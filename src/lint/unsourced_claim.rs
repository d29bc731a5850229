//! `unsourced-claim`: nobody, no relay, no citation and no origin stands behind a claim.

use crate::report::{Code, Diagnostic};
use crate::site::Site;

pub(super) fn find(site: &Site) -> Vec<Diagnostic> {
    site.claim_ids()
        .filter(|id| site.is_unsourced(*id))
        .map(|id| {
            let message = format!("the claim `{}` has no source", site[id].key);
            Diagnostic::new(Code::UnsourcedClaim, site[id].span, message).hint(
                "say who makes it with `by=`, or cite where it stands with `[@key]`".to_owned(),
            )
        })
        .collect()
}
