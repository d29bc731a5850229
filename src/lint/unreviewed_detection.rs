//! `unreviewed-detection`: a statement that was found by machine, and that nobody has looked at.

use super::quotes;
use crate::report::{Code, Diagnostic};
use crate::site::Site;

pub(super) fn find(site: &Site) -> Vec<Diagnostic> {
    let statements = site.statements.iter().filter(|one| !one.reviewed());
    statements
        .map(|one| {
            let message = format!(
                "nobody has reviewed {}, found by machine",
                quotes::short(&one.text)
            );
            let hint =
                "mark it as a statement, or turn detection off in this brief with `detect: false`";
            Diagnostic::new(Code::UnreviewedDetection, one.span, message).hint(hint.to_owned())
        })
        .collect()
}
