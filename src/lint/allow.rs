//! What the authors let pass, and `unused-allow`: what they no longer need to let pass.

use std::collections::HashMap;

use crate::report::{Code, Diagnostic};
use crate::site::{Allowed, Site};

/// Every `allow` of a site, and which of them silenced something.
pub(super) struct Allows<'a> {
    site: &'a Site,
    by_lint: HashMap<Code, Vec<usize>>,
    used: Vec<bool>,
}

impl<'a> Allows<'a> {
    pub(super) fn new(site: &'a Site) -> Self {
        let mut by_lint: HashMap<Code, Vec<usize>> = HashMap::new();
        for (index, allowed) in site.allowed.iter().enumerate() {
            by_lint.entry(allowed.lint).or_default().push(index);
        }
        Self {
            site,
            by_lint,
            used: vec![false; site.allowed.len()],
        }
    }

    /// Whether a finding is not to be told. All that let it pass count as used.
    pub(super) fn silence(&mut self, found: &Diagnostic) -> bool {
        let mut is_silent = false;
        for index in self.by_lint.get(&found.code).into_iter().flatten() {
            if holds(&self.site.allowed[*index], found) {
                self.used[*index] = true;
                is_silent = true;
            }
        }
        is_silent
    }

    /// What silenced nothing, of the lints that were looked for.
    pub(super) fn unused(self) -> Vec<Diagnostic> {
        let is_off = |code| self.site.settings.lints.get(&code) == Some(&None);
        let all = self.site.allowed.iter().zip(self.used);
        all.filter(|(allowed, used)| !used && !is_off(allowed.lint))
            .map(|(allowed, _)| {
                let message = format!("`{}` is allowed where it is not told", allowed.lint.name());
                Diagnostic::new(Code::UnusedAllow, allowed.span, message)
                    .hint("take the `allow` out".to_owned())
            })
            .collect()
    }
}

fn holds(allowed: &Allowed, found: &Diagnostic) -> bool {
    let Some(places) = &allowed.places else {
        return true;
    };
    found.span.is_some_and(|span| {
        places.iter().any(|place| {
            place.file == span.file && place.start <= span.start && span.end <= place.end
        })
    })
}
