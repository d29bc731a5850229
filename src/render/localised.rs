//! A site as a page of one language tells it.

use std::ops::Deref;

use super::shapes::{Count, DateShape, Edition, Word};
use crate::date::Date;
use crate::edtf::Edtf;
use crate::messages::Messages;
use crate::page::{Page, Scope};
use crate::site::Site;

/// The site, with the language of the page that is made and its words. What says nothing takes the
/// [`Site`] alone.
#[derive(Clone, Copy)]
pub(super) struct Localised<'a> {
    site: &'a Site,
    /// The language of the page (BCP 47).
    pub(super) lang: &'a str,
    /// The words of the language.
    pub(super) words: &'a Messages,
}

impl Deref for Localised<'_> {
    type Target = Site;

    fn deref(&self) -> &Site {
        self.site
    }
}

impl<'a> Localised<'a> {
    /// The site in a language.
    pub(super) fn new(site: &'a Site, lang: &'a str) -> Self {
        Self {
            site,
            lang,
            words: site.settings.languages.of(lang),
        }
    }

    /// The site in the language of a page: its text's own, else the site's.
    pub(super) fn of_page(site: &'a Site, page: &Page) -> Self {
        let text = match page {
            Page::Timeline(Scope::Brief(id), _) | Page::Map(Scope::Brief(id), _) => {
                Some(&site[*id].brief.document)
            }
            Page::Moved(to, _) => to.document(site),
            page => page.document(site),
        };
        let own = text.and_then(|text| text.front.lang.as_deref());
        Self::new(site, own.unwrap_or(&site.settings.lang))
    }

    /// A language that is not the page's.
    pub(super) fn other_language(&self, language: &str) -> Option<String> {
        (language != self.lang).then(|| language.to_owned())
    }

    /// What a language calls itself; of one that has no words here, its tag.
    pub(super) fn language_name(&self, language: &str) -> String {
        let words = self.settings.languages.own(language);
        words
            .map_or(language, |words| words.text("language.name"))
            .to_owned()
    }

    /// The other languages of a page.
    pub(super) fn other_editions(&self, page: &Page) -> Vec<Edition> {
        let others = page.editions(self).into_iter().filter(|one| one != page);
        let edition = |page: Page| {
            let lang = page.document(self).map(|text| self.language(&text.front))?;
            Some(Edition {
                lang: lang.to_owned(),
                name: self.language_name(lang),
                path: page.route(self),
            })
        };
        others.filter_map(edition).collect()
    }

    /// A word of a closed set, by its key.
    pub(super) fn word(&self, section: &str, key: &'static str) -> Word {
        Word {
            key,
            word: self.words.word(section, key).to_owned(),
        }
    }

    /// The status of a claim.
    pub(super) fn status_word(&self, key: &'static str) -> Word {
        self.word("statuses", key)
    }

    /// A number with its noun, one of the section `counts`.
    pub(super) fn count(&self, n: usize, path: &str) -> Count {
        Count {
            n,
            label: self.words.plural(path, n).to_owned(),
        }
    }

    /// A date.
    pub(super) fn date(&self, date: Date) -> DateShape {
        DateShape {
            iso: Some(date.iso()),
            text: self.words.date(date),
        }
    }

    /// A time; without its machine-readable form where HTML knows none.
    pub(super) fn time(&self, time: &Edtf) -> DateShape {
        let is_plain = Date::parse(time.iso()).is_ok();
        DateShape {
            iso: is_plain.then(|| time.iso().to_owned()),
            text: self.words.time(time),
        }
    }
}
