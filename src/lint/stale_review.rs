//! `stale-review`: the day on which a brief was to be looked at again has gone by.

use crate::report::{Code, Diagnostic};
use crate::site::Site;

pub(super) fn find(site: &Site) -> Vec<Diagnostic> {
    let stale = site.brief_ids().filter(|id| site.is_stale(*id));
    stale
        .filter_map(|id| {
            let front = &site[id].brief.document.front;
            let date = front.review_by.as_ref()?;
            let message = format!("“{}” was to be reviewed by {}", front.title, date.value.text());
            let hint = "look at it again: give it a new `review_by`, and `updated` if its substance changed";
            Some(Diagnostic::new(Code::StaleReview, date.span, message).hint(hint.to_owned()))
        })
        .collect()
}
