//! `withdrawn-without-reason`: a withdrawn brief whose page cannot say why.

use crate::document::State;
use crate::report::{Code, Diagnostic};
use crate::site::Site;

pub(super) fn find(site: &Site) -> Vec<Diagnostic> {
    let withdrawn = site
        .briefs
        .iter()
        .map(|one| &one.brief.document)
        .filter(|document| document.front.state == State::Withdrawn);
    let silent = withdrawn.filter(|document| {
        let retraction = document.front.retraction();
        retraction.is_none_or(|one| one.note.is_none())
    });
    silent
        .map(|document| {
            let message = "a withdrawn brief does not say why";
            Diagnostic::new(Code::WithdrawnWithoutReason, document.slug_span, message).hint(
                "add a correction: `{date: 2022-09-08, kind: retraction, note: the reason}`"
                    .to_owned(),
            )
        })
        .collect()
}
