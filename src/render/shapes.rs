//! The shapes that templates read everywhere. Every field is always there; see
//! `templates/README.md` for the whole contract.

use serde::Serialize;

use super::localised::Localised;
use crate::fragment::to_words;
use crate::page::Page;
use crate::scale::{Credibility, Reliability, Term};
use crate::site::{BriefId, Cited, ClaimId, Glance, Origin, Party, Site, SourceId, SpeakerId};

/// A link to a page of the site, or its text alone.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Link {
    pub(super) text: String,
    pub(super) path: Option<String>,
    /// The language of the text, where it is not the page's.
    pub(super) lang: Option<String>,
}

/// A text in another language.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Edition {
    pub(super) lang: String,
    /// What the language calls itself.
    pub(super) name: String,
    pub(super) path: String,
}

/// A date for a `<time>` element.
#[derive(Clone, Debug, Serialize)]
pub(super) struct DateShape {
    pub(super) iso: Option<String>,
    pub(super) text: String,
}

/// A word with the key that picks its shape.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Word {
    pub(super) key: &'static str,
    pub(super) word: String,
}

/// A number with the noun in the fitting number.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Count {
    pub(super) n: usize,
    pub(super) label: String,
}

/// One figure of the at-a-glance strip.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Figure {
    pub(super) name: &'static str,
    pub(super) n: usize,
    pub(super) label: String,
}

/// Admiralty letter and digit, set apart and shown together.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Grade {
    pub(super) letter: Option<String>,
    pub(super) letter_words: Option<String>,
    pub(super) digit: Option<String>,
    pub(super) digit_words: Option<String>,
}

/// A likelihood with its range.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Likelihood {
    pub(super) word: String,
    pub(super) range: String,
    pub(super) low: u8,
    pub(super) high: u8,
}

/// A source cited at a place.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Citation {
    pub(super) source: Link,
    pub(super) locator: Option<String>,
    pub(super) quote: Option<String>,
    pub(super) url: Option<String>,
    pub(super) archive: Option<String>,
}

/// One page of a list among the others.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Pager {
    pub(super) prev: Option<String>,
    pub(super) next: Option<String>,
    pub(super) pages: Vec<PagerPage>,
}

#[derive(Clone, Debug, Serialize)]
pub(super) struct PagerPage {
    pub(super) n: usize,
    pub(super) path: String,
    pub(super) current: bool,
}

/// A notice at the head of a page.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Notice {
    pub(super) kind: &'static str,
    pub(super) html: String,
}

impl Link {
    pub(super) fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            path: None,
            lang: None,
        }
    }

    pub(super) fn to(site: &Site, text: impl Into<String>, page: &Page) -> Self {
        Self {
            text: text.into(),
            path: Some(page.route(site)),
            lang: None,
        }
    }

    pub(super) fn brief(site: &Localised, id: BriefId) -> Self {
        let link = Self::to(site, &site[id].brief.document.front.title, &Page::Brief(id));
        Self {
            lang: site.other_language(site.brief_language(id)),
            ..link
        }
    }

    pub(super) fn speaker(site: &Site, id: SpeakerId) -> Self {
        Self::to(site, &site[id].entry.name, &Page::Speaker(id))
    }

    /// A claim's words; the path leads to its page, or nowhere for a claim without one.
    pub(super) fn claim(site: &Localised, id: ClaimId) -> Self {
        let path = site[id].has_page.then(|| Page::Claim(id).route(site));
        let (text, lang) = site.claim_in(id, site.lang);
        Self {
            text: text.to_owned(),
            path,
            lang: site.other_language(lang),
        }
    }

    /// A claim's words; a claim without a page is found at its mark.
    pub(super) fn claim_or_mark(site: &Localised, id: ClaimId) -> Self {
        let mut link = Self::claim(site, id);
        if link.path.is_none() {
            let first = site[id].statements.first().map(|id| &site[*id]);
            link.path = first.and_then(|statement| {
                let route = Page::Brief(statement.brief?).route(site);
                Some(format!("{route}#s{}", statement.number))
            });
        }
        link
    }

    /// A source by publisher and date: "Reuters, 6 September 2022".
    pub(super) fn source(site: &Localised, id: SourceId) -> Self {
        Self::to(site, site.source_label(id, site.words), &Page::Source(id))
    }

    /// A source by its publisher alone.
    pub(super) fn outlet(site: &Site, id: SourceId) -> Self {
        let source = &site[id];
        let text = source
            .publisher
            .clone()
            .unwrap_or_else(|| source_title(site, id));
        Self::to(site, text, &Page::Source(id))
    }

    pub(super) fn party(site: &Site, party: &Party) -> Self {
        match party {
            Party::Speaker(id) => Self::speaker(site, *id),
            Party::Name(name) => Self::plain(name),
        }
    }

    pub(super) fn origin(site: &Site, origin: &Origin) -> Self {
        match origin {
            Origin::Source(id) => {
                let short = site[*id].entry.entry.short_title();
                let text = short.unwrap_or_else(|| source_title(site, *id));
                Self::to(site, text, &Page::Source(*id))
            }
            Origin::Party(party) => Self::party(site, party),
        }
    }
}

/// What a source is called where it has to be told from others.
pub(super) fn source_title(site: &Site, id: SourceId) -> String {
    site.source_title(id)
}

/// When a source was published.
pub(super) fn source_date(site: &Localised, id: SourceId) -> Option<DateShape> {
    site[id].entry.date().map(|date| site.date(date))
}

/// All eight figures of a brief, in the order in which they are read.
pub(super) fn figures(site: &Localised, glance: &Glance) -> Vec<Figure> {
    glance
        .figures()
        .into_iter()
        .map(|(name, n)| Figure {
            name,
            n,
            label: site.words.plural_word("counts", name, n).to_owned(),
        })
        .collect()
}

impl Grade {
    /// Letter and digit; nothing when neither is known.
    pub(super) fn new(
        site: &Localised,
        reliability: Option<Reliability>,
        credibility: Option<Credibility>,
    ) -> Option<Self> {
        let letter = reliability.map(Reliability::letter);
        let digit = credibility.map(Credibility::digit);
        let words = |section, code| site.words.word(section, code).to_owned();
        (letter.is_some() || digit.is_some()).then(|| Self {
            letter: letter.map(str::to_owned),
            letter_words: letter.map(|code| words("reliability", code)),
            digit: digit.map(str::to_owned),
            digit_words: digit.map(|code| words("credibility", code)),
        })
    }
}

impl From<&Term> for Likelihood {
    fn from(term: &Term) -> Self {
        Self {
            word: term
                .words
                .first()
                .map(ToString::to_string)
                .unwrap_or_default(),
            range: term.range_text(),
            low: term.low,
            high: term.high,
        }
    }
}

impl Citation {
    pub(super) fn new(site: &Localised, cited: &Cited) -> Self {
        Self::of_source(site, cited.source, cited.locator.clone(), None)
    }

    /// The citation with an address that leads to these words.
    pub(super) fn at_words(mut self, words: &str) -> Self {
        self.url = self.url.map(|url| to_words(&url, words));
        self
    }

    pub(super) fn of_source(
        site: &Localised,
        id: SourceId,
        locator: Option<String>,
        quote: Option<String>,
    ) -> Self {
        let entry = &site[id].entry;
        let archive = entry.archived.as_ref().and_then(|copy| copy.url.as_ref());
        Self {
            source: Link::source(site, id),
            locator,
            quote,
            url: entry.entry.url(),
            archive: archive.map(|url| url.value.clone()),
        }
    }
}

impl Pager {
    /// The pages of a list around page `number`; nothing when there is only one.
    pub(super) fn new(
        site: &Site,
        number: usize,
        items: usize,
        page: impl Fn(usize) -> Page,
    ) -> Option<Self> {
        let last = items.div_ceil(site.settings.page_size);
        Self::of(site, number, last, page)
    }

    /// The pages up to `last` around page `number`; nothing when there is only one. At most nine
    /// are named: the first, the last and those around the current one.
    pub(super) fn of(
        site: &Site,
        number: usize,
        last: usize,
        page: impl Fn(usize) -> Page,
    ) -> Option<Self> {
        if last < 2 {
            return None;
        }
        let path = |n: usize| page(n).route(site);
        let near = |n: &usize| *n == 1 || *n == last || n.abs_diff(number) <= 3;
        Some(Self {
            prev: (number > 1).then(|| path(number - 1)),
            next: (number < last).then(|| path(number + 1)),
            pages: (1..=last)
                .filter(near)
                .map(|n| PagerPage {
                    n,
                    path: path(n),
                    current: n == number,
                })
                .collect(),
        })
    }
}

impl Pager {
    /// The same without the ways to newer and older pages, for what is not in that order.
    pub(super) fn without_ends(self) -> Self {
        Self {
            prev: None,
            next: None,
            ..self
        }
    }
}

/// The part of a list that stands on page `number`.
pub(super) fn part<'a, T>(site: &Site, list: &'a [T], number: usize) -> &'a [T] {
    let size = site.settings.page_size;
    let start = ((number - 1) * size).min(list.len());
    &list[start..(start + size).min(list.len())]
}
