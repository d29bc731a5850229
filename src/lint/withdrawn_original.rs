//! `withdrawn-original`: a translation that stands while its original was taken back.

use crate::document::State;
use crate::report::{Code, Diagnostic};
use crate::site::Site;

pub(super) fn find(site: &Site) -> Vec<Diagnostic> {
    let withdrawn = |state| state == State::Withdrawn;
    let mut found = Vec::new();
    for one in &site.briefs {
        let document = &one.brief.document;
        let Some(original) = one.original.map(|id| &site[id].brief.document) else {
            continue;
        };
        let Some(name) = &document.front.translation_of else {
            continue;
        };
        if withdrawn(original.front.state) && !withdrawn(document.front.state) {
            let message = format!("the original, `{}`, is withdrawn", original.slug);
            found.push(
                Diagnostic::new(Code::WithdrawnOriginal, name.span, message)
                    .related(original.slug_span, "the original")
                    .hint("withdraw the translation too, with a correction of kind `retraction`; or take `translation_of` out, if it stands by itself".to_owned()),
            );
        }
    }
    found
}
