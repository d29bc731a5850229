//! The history of statuses, held against sites that are built as of each day.

use std::path::Path;

use ascribe::compile::Compiled;
use ascribe::date::Date;
use ascribe::site::{ClaimId, Standing};

use crate::folder::{as_of, compile_at, date};

fn site(root: &Path, day: Date) -> Compiled {
    compile_at(root, &as_of(day)).compiled
}

fn computed(compiled: &Compiled, id: ClaimId) -> Option<&'static str> {
    let steps = compiled.site[id].history.iter().rev();
    let mut steps = steps.filter(|step| matches!(step.status, Standing::Computed(_)));
    steps.next().map(|step| step.status.word())
}

/// What the history tells of a day is what the site shows that is built as of that day.
#[test]
fn the_status_of_a_brief_is_that_of_the_site_of_its_day() {
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).to_owned();
    // Not of the withdrawn: what a withdrawn brief said counts no more, for days gone by neither.
    let others = ["as-of", "record"].map(|name| crate::sites::folder(name).join("site"));
    for root in others.into_iter().chain([example]) {
        let now = site(&root, date("2027-01-01"));
        for id in now
            .site
            .claim_ids()
            .filter(|id| !now.site.needs_no_source(*id) && !now.site.is_unreviewed(*id))
        {
            let claim = &now.site[id];
            assert_eq!(
                computed(&now, id),
                Some(claim.computed.word()),
                "{}",
                claim.key
            );
        }
        for brief in &now.site.briefs {
            let Some(day) = brief.brief.document.front.stands_as_of() else {
                continue;
            };
            let then = site(&root, day);
            let claims = brief.statements.iter().map(|id| now.site[*id].claim);
            for id in claims.filter(|id| !now.site.is_unreviewed(*id)) {
                let key = &now.site[id].key;
                let known = then.site.claim_ids().find(|id| then.site[*id].key == *key);
                let shown = known.and_then(|id| then.site.status(id));
                assert_eq!(now.site.status_on(id, day), shown, "{key} on {}", day.iso());
            }
        }
    }
}
