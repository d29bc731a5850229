//! The stage that looks for what is well-formed and yet wrong. One file a lint.

mod allow;
mod anachronism;
mod archive_hash_mismatch;
mod confirmed_but_disputed;
mod credibility_without_corroboration;
mod duplicate_claim;
mod judged;
mod links;
mod long_claim;
mod misquote;
mod missing_archive;
mod quote_mismatch;
mod quotes;
mod relation_cycle;
mod retracted_source;
mod scale_mix;
mod self_contradiction;
mod shared_origin;
mod stale_review;
mod unreviewed_detection;
mod unsourced_claim;
mod unused_source;
mod vague_likelihood;
mod withdrawn_original;
mod withdrawn_without_reason;

use std::collections::HashMap;

use crate::inputs::Inputs;
use crate::plan::Plan;
use crate::report::{Code, Diagnostic, Report, Severity};
use crate::site::Site;
use allow::Allows;

/// A lint looks at the site and gives what it finds.
type Lint = fn(&Site) -> Vec<Diagnostic>;

const LINTS: &[(Code, Lint)] = &[
    (Code::UnsourcedClaim, unsourced_claim::find),
    (Code::SharedOrigin, shared_origin::find),
    (Code::RelationCycle, relation_cycle::find),
    (Code::RetractedSource, retracted_source::find),
    (
        Code::CredibilityWithoutCorroboration,
        credibility_without_corroboration::find,
    ),
    (Code::ConfirmedButDisputed, confirmed_but_disputed::find),
    (Code::LongClaim, long_claim::find),
    (Code::UnusedSource, unused_source::find),
    (Code::WithdrawnWithoutReason, withdrawn_without_reason::find),
    (Code::WithdrawnOriginal, withdrawn_original::find),
    (Code::SelfContradiction, self_contradiction::find),
    (Code::DuplicateClaim, duplicate_claim::find),
    (Code::Misquote, misquote::find),
    (Code::QuoteMismatch, quote_mismatch::find),
    (Code::MissingArchive, missing_archive::find),
    (Code::ArchiveHashMismatch, archive_hash_mismatch::find),
    (Code::Anachronism, anachronism::find),
    (Code::StaleReview, stale_review::find),
    (Code::UnreviewedDetection, unreviewed_detection::find),
    (Code::ScaleMix, scale_mix::find),
    (Code::VagueLikelihood, vague_likelihood::find),
];

/// Lints of which one diagnostic a file tells, however many there are: what they find is a matter of
/// how far the authors have come, and would drown the rest.
const GATHERED: &[Code] = &[Code::MissingArchive, Code::UnreviewedDetection];

/// How many diagnostics of such a lint are shown; the other files are counted.
const SHOWN: usize = 10;

/// What the lints tell.
#[derive(Debug, Default)]
pub struct Linted {
    /// What they found.
    pub report: Report,
    /// How many findings an `allow` silenced.
    pub allowed: usize,
}

/// Runs every lint that the settings do not turn off, at the severity that they set. What earlier
/// stages warned of, `told`, is silenced in the same places.
pub fn lint(site: &Site, plan: &Plan, inputs: &Inputs, told: &mut Report) -> Linted {
    let mut linted = Linted::default();
    let mut allows = Allows::new(site);
    linted.allowed += told.drop(|one| allows.silence(one));
    for (code, find) in LINTS {
        if severity(site, *code).is_some() {
            linted.take(site, *code, find(site), &mut allows);
        }
    }
    let is_looked_for = |code: &Code| severity(site, *code).is_some();
    let of_links = [Code::BrokenLink, Code::BrokenFragment];
    if of_links.iter().any(is_looked_for) {
        let faults = links::Addresses::new(site, plan, inputs).faults();
        for code in of_links.into_iter().filter(is_looked_for) {
            let own = faults.iter().filter(|one| one.code == code).cloned();
            linted.take(site, code, own.collect(), &mut allows);
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

impl Linted {
    /// Takes over what a lint found, less what is allowed.
    fn take(&mut self, site: &Site, code: Code, mut found: Vec<Diagnostic>, allows: &mut Allows) {
        let all = found.len();
        found.retain(|one| !allows.silence(one));
        self.allowed += all - found.len();
        if GATHERED.contains(&code) {
            found = gathered(found);
        }
        for diagnostic in found {
            let severity = severity(site, code).unwrap_or(diagnostic.severity);
            self.report.add(Diagnostic {
                severity,
                ..diagnostic
            });
        }
    }
}

/// How grave the site holds a lint to be; nothing when it is turned off.
fn severity(site: &Site, code: Code) -> Option<Severity> {
    let set = site.settings.lints.get(&code);
    set.copied().unwrap_or(Some(code.severity()))
}

/// The first finding of each kind in each file, which says how many more there are. Of one kind is
/// what has one remedy.
fn gathered(found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut kinds: Vec<(Diagnostic, usize)> = Vec::new();
    let mut places = HashMap::new();
    for one in found {
        let kind = (one.span.map(|span| span.file), one.hint.clone());
        let place = *places.entry(kind).or_insert(kinds.len());
        match kinds.get_mut(place) {
            Some((_, more)) => *more += 1,
            None => kinds.push((one, 0)),
        }
    }
    let told = kinds.into_iter().map(|(mut first, more)| {
        if more > 0 {
            let words = format!(", and so it is with {more} more in this file");
            first.message.push_str(&words);
        }
        first
    });
    let mut told: Vec<Diagnostic> = told.collect();
    if let Some(code) = told.get(SHOWN).map(|one| one.code) {
        let more = told.split_off(SHOWN).len();
        let message = format!("`{}` is told of {more} more files", code.name());
        told.push(Diagnostic::of_site(code, message));
    }
    told
}
