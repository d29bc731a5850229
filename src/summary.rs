//! The state of the record in one line, as `ascribe check` ends with it.

use std::fmt;

use crate::record::SourceState;
use crate::site::Site;

/// What there is on record, and how much of it wants attention.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Briefs that appear.
    pub briefs: usize,
    /// Statements.
    pub statements: usize,
    /// Reviewed claims that want a source: all but the authors' own judgements and mere non-answers.
    pub claims: usize,
    /// Those of them that have one.
    pub sourced: usize,
    /// Briefs whose day of review has gone by.
    pub stale: usize,
    /// Sources that their publishers have retracted.
    pub retracted: usize,
    /// Findings of lints that an `allow` silenced.
    pub allowed: usize,
}

impl Summary {
    /// Counts a site; `allowed` is what the lints let pass.
    pub fn new(site: &Site, allowed: usize) -> Self {
        let claims = site
            .claim_ids()
            .filter(|id| !site.is_unreviewed(*id) && !site.needs_no_source(*id));
        let (mut wanting, mut sourced) = (0, 0);
        for id in claims {
            wanting += 1;
            sourced += usize::from(!site.is_unsourced(id));
        }
        let sources = site.sources.iter();
        Self {
            briefs: site.briefs.len(),
            statements: site.claims.iter().map(|one| one.statements.len()).sum(),
            claims: wanting,
            sourced,
            stale: site.stale().len(),
            retracted: sources
                .filter(|one| one.entry.state == SourceState::Retracted)
                .count(),
            allowed,
        }
    }

    /// The share of claims with a source, in whole percents: 100 is all of them.
    pub fn coverage(&self) -> usize {
        (self.sourced * 100).checked_div(self.claims).unwrap_or(100)
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counted = |number: usize, one: &str| match number {
            1 => format!("1 {one}"),
            number => format!("{number} {one}s"),
        };
        write!(
            out,
            "{}, {}, coverage {} % ({} of {} with a source), {} stale, {} retracted, {} allowed",
            counted(self.briefs, "brief"),
            counted(self.statements, "statement"),
            self.coverage(),
            self.sourced,
            counted(self.claims, "claim"),
            self.stale,
            self.retracted,
            self.allowed
        )
    }
}
