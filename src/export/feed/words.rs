//! The words of feeds: those of pages, in the language of the text.

use std::ops::Deref;

use super::content::link;
use super::note::outlet;
use crate::html::escape;
use crate::messages::Messages;
use crate::page::Page;
use crate::scale::{Confidence, Term};
use crate::site::{BriefId, Cited, Glance, Site, SourceId};

/// A site and the words of a language.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    site: &'a Site,
    messages: &'a Messages,
}

impl Deref for Words<'_> {
    type Target = Messages;

    fn deref(&self) -> &Messages {
        self.messages
    }
}

impl<'a> Words<'a> {
    /// The words of the site's language.
    pub(super) fn of(site: &'a Site) -> Self {
        let messages = site.settings.languages.of(&site.settings.lang);
        Self { site, messages }
    }

    /// The words of a brief's language.
    pub(super) fn of_brief(site: &'a Site, id: BriefId) -> Self {
        let language = site.language(&site[id].brief.document.front);
        let messages = site.settings.languages.of(language);
        Self { site, messages }
    }

    /// "9 statements, 3 outlets, 1 independent origin, 1 denial".
    pub(super) fn glance(self, glance: Glance) -> String {
        let told = glance.figures().into_iter().filter(|(_, n)| *n > 0);
        let told = told.map(|(key, n)| format!("{n} {}", self.plural_word("counts", key, n)));
        told.collect::<Vec<_>>().join(", ")
    }

    /// How likely a judgement is and how firmly it is held, in a sentence each.
    pub(super) fn held(
        self,
        likelihood: Option<&Term>,
        confidence: Option<Confidence>,
    ) -> Option<String> {
        let likelihood = likelihood.and_then(|term| {
            let told = format!("{} ({})", term.words.first()?, term.range_text());
            Some(self.fill("claim.judged", &[("likelihood", &told)]))
        });
        let confidence = confidence.map(|one| {
            let word = self.word("confidences", one.name());
            self.fill("claim.confidence", &[("confidence", word)])
        });
        let told: Vec<String> = [likelihood, confidence].into_iter().flatten().collect();
        (!told.is_empty()).then(|| told.join(" "))
    }

    /// A citation, in HTML.
    pub(super) fn citations(self, cited: &[Cited]) -> String {
        let one = |cited: &Cited| {
            let locator = cited.locator.as_ref();
            let locator = locator.map(|locator| format!(", {}", escape(locator)));
            self.source(cited.source) + &locator.unwrap_or_default()
        };
        cited.iter().map(one).collect::<Vec<_>>().join("; ")
    }

    /// A source by publisher and date, with the way to its page.
    pub(super) fn source(self, id: SourceId) -> String {
        let name = outlet(self.site, id);
        let label = match self.site[id].entry.date() {
            Some(date) => format!("{name}, {}", self.date(date)),
            None => name,
        };
        let address = Page::Source(id).address(self.site);
        address.map_or_else(|| escape(&label), |address| link(&address, &label))
    }
}
