//! The stage that looks for what is well-formed and yet wrong. One file a lint.

mod allow;
mod confirmed_but_disputed;
mod credibility_without_corroboration;
mod relation_cycle;
mod shared_origin;
mod unsourced_claim;
mod unused_source;
mod withdrawn_without_reason;

use crate::report::{Code, Diagnostic, Report, Severity};
use crate::site::Site;
use allow::Allows;

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
    (Code::WithdrawnWithoutReason, withdrawn_without_reason::find),
];

/// Lints of which one diagnostic a file tells, however many there are: what they find is a matter of
/// how far the authors have come, and would drown the rest.
const GATHERED: &[Code] = &[];

/// What the lints tell.
#[derive(Debug, Default)]
pub struct Linted {
    /// What they found.
    pub report: Report,
    /// How many findings an `allow` silenced.
    pub allowed: usize,
}

/// Runs every lint that the settings do not turn off, at the severity that they set.
pub fn lint(site: &Site) -> Linted {
    let mut linted = Linted::default();
    let mut allows = Allows::new(site);
    for (code, find) in LINTS {
        let Some(severity) = severity(site, *code) else {
            continue;
        };
        let mut found = find(site);
        let all = found.len();
        found.retain(|one| !allows.silence(one));
        linted.allowed += all - found.len();
        if GATHERED.contains(code) {
            found = gathered(found);
        }
        for diagnostic in found {
            linted.report.add(Diagnostic {
                severity,
                ..diagnostic
            });
        }
    }
    if let Some(severity) = severity(site, Code::UnusedAllow) {
        for diagnostic in allows.unused() {
            linted.report.add(Diagnostic {
                severity,
                ..diagnostic
            });
        }
    }
    linted
}

/// How grave the site holds a lint to be; nothing when it is turned off.
fn severity(site: &Site, code: Code) -> Option<Severity> {
    let set = site.settings.lints.get(&code);
    set.copied().unwrap_or(Some(code.severity()))
}

/// The first finding of each file, which says how many more there are.
fn gathered(found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut files: Vec<(Diagnostic, usize)> = Vec::new();
    for one in found {
        let file = one.span.map(|span| span.file);
        match files.last_mut() {
            Some((first, more)) if first.span.map(|span| span.file) == file => *more += 1,
            _ => files.push((one, 0)),
        }
    }
    let told = files.into_iter().map(|(mut first, more)| {
        if more > 0 {
            first
                .message
                .push_str(&format!(", and {more} more in this file"));
        }
        first
    });
    told.collect()
}
