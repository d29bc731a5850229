//! The stage that looks for what is well-formed and yet wrong. One file a lint.

mod confirmed_but_disputed;
mod credibility_without_corroboration;
mod relation_cycle;
mod shared_origin;
mod unsourced_claim;
mod unused_source;

use crate::report::{Code, Diagnostic, Report};
use crate::site::Site;

/// A lint looks at the site and gives what it finds.
type Lint = fn(&Site) -> Vec<Diagnostic>;

const LINTS: &[(Code, Lint)] = &[
    (Code::UnsourcedClaim, unsourced_claim::find),
    (Code::SharedOrigin, shared_origin::find),
    (Code::RelationCycle, relation_cycle::find),
    (
        Code::CredibilityWithoutCorroboration,
        credibility_without_corroboration::find,
    ),
    (Code::ConfirmedButDisputed, confirmed_but_disputed::find),
    (Code::UnusedSource, unused_source::find),
];

/// Runs every lint that the settings do not turn off, at the severity that they set.
pub fn lint(site: &Site) -> Report {
    let mut report = Report::default();
    for (code, find) in LINTS {
        let severity = match site.settings.lints.get(code) {
            Some(None) => continue,
            Some(Some(severity)) => *severity,
            None => code.severity(),
        };
        for diagnostic in find(site) {
            report.add(Diagnostic {
                severity,
                ..diagnostic
            });
        }
    }
    report
}
