//! `long-claim`: a claim with a verdict, in more words than search engines show of it.

use crate::report::{Code, Diagnostic};
use crate::site::Site;

/// What search engines show of a reviewed claim (Google, "Fact check").
const CHARACTERS: usize = 75;

pub(super) fn find(site: &Site) -> Vec<Diagnostic> {
    let judged = site.claim_ids().filter(|id| site.judge(*id).is_some());
    let long = judged.filter_map(|id| {
        let count = site.reviewed_words(id).chars().count();
        if count <= CHARACTERS {
            return None;
        }
        let key = &site[id].key;
        let (words, span) = match &site[id].details.short {
            Some(short) => ("the `short` of the claim", short.span),
            None => ("the claim", site[id].span),
        };
        let message = format!(
            "{words} `{key}` has {count} characters, and {CHARACTERS} of a reviewed claim are shown"
        );
        let fault = Diagnostic::new(Code::LongClaim, span, message);
        Some(fault.hint(format!("say it in {CHARACTERS} characters under `short`")))
    });
    long.collect()
}
