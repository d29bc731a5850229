//! The kind, the title and the description of every page.

use crate::document::State;
use crate::page::Page;
use crate::plan::Plan;
use crate::render::localised::Localised;
use crate::render::{drawing, ledger, shapes, statement};
use crate::site::ClaimId;
use crate::text::fill;

/// The kind of a page, its title and its description.
pub(super) struct Words {
    pub(super) kind: &'static str,
    pub(super) title: String,
    pub(super) description: String,
}

impl Words {
    fn new(kind: &'static str, title: impl Into<String>, description: impl Into<String>) -> Self {
        Self {
            kind,
            title: title.into(),
            description: description.into(),
        }
    }

    /// With a description that is a message, with the values that it gets.
    fn told(site: &Localised, kind: &'static str, title: &str, values: &[(&str, &str)]) -> Self {
        let text = site.words.word("descriptions", kind);
        Self::new(kind, title, fill(text, values))
    }

    /// Of a page of a list, told from the other pages of the list.
    fn numbered(self, site: &Localised, number: usize) -> Self {
        match number {
            1 => self,
            number => {
                let values = [("title", &*self.title), ("number", &number.to_string())];
                Self {
                    title: site.words.fill("page.numbered", &values),
                    ..self
                }
            }
        }
    }
}

pub(super) fn words(site: &Localised, plan: &Plan, page: &Page) -> Words {
    match page {
        Page::Home => home(site),
        Page::Brief(id) => written(site, "brief", &site[*id].brief),
        Page::Claim(id) => claim(site, *id),
        Page::Speaker(id) => {
            let name = &site[*id].entry.name;
            Words::told(site, "speaker", name, &[("speaker", name)])
        }
        Page::Source(id) => {
            let title = shapes::source_title(site, *id);
            Words::told(site, "source", &title, &[("source", &title)])
        }
        Page::Topic(key, number) => {
            let name = site.topics.get(key).map_or(key, |topic| &topic.name);
            Words::told(site, "topic", name, &[("topic", name)]).numbered(site, *number)
        }
        Page::Facet(facet, key, number) => {
            let title = ledger::title(site, plan, *facet, key);
            let text = format!("{title}.");
            Words::new("ledger", title, text).numbered(site, *number)
        }
        Page::Timeline(scope, part) => {
            let title = drawing::title(site, "navigation.timeline", scope, *part);
            let words = Words::told(site, "timeline", &title, &[("title", &title)]);
            words.numbered(site, drawing::number(*part))
        }
        Page::Map(scope, part) => {
            let title = drawing::title(site, "navigation.map", scope, *part);
            let words = Words::told(site, "map", &title, &[("title", &title)]);
            words.numbered(site, drawing::number(*part))
        }
        Page::Plain(index) => written(site, "page", &site.pages[*index]),
        Page::Moved(to, _) => {
            let title = words(site, plan, to).title;
            let quoted = site.words.quoted(&title);
            Words::told(site, "moved", &title, &[("title", &quoted)])
        }
        Page::Briefs(_)
        | Page::Speakers(_)
        | Page::Sources(_)
        | Page::Topics
        | Page::Ledger(_)
        | Page::Corrections(_)
        | Page::Search
        | Page::Method
        | Page::NotFound => fixed(site, page),
    }
}

fn home(site: &Localised) -> Words {
    let settings = &site.settings;
    let text = settings
        .description
        .as_ref()
        .or(settings.tagline.as_ref())
        .cloned();
    match text {
        Some(text) => Words::new("home", &settings.title, text),
        None => Words::told(site, "home", &settings.title, &[("site", &settings.title)]),
    }
}

fn claim(site: &Localised, id: ClaimId) -> Words {
    let (text, _) = site.claim_in(id, site.lang);
    let told = match statement::status(site, id) {
        Some(status) => {
            let values = [("claim", text), ("status", &status.word)];
            site.words.fill("descriptions.claim_with_status", &values)
        }
        None => site.words.fill("descriptions.claim", &[("claim", text)]),
    };
    Words::new("claim", text, told)
}

/// The words of a page that an author wrote.
fn written(site: &Localised, kind: &'static str, page: &crate::brief::Brief) -> Words {
    let front = &page.document.front;
    let summary = match front.state {
        State::Withdrawn if page.text.is_empty() => {
            site.words.text("descriptions.withdrawn").to_owned()
        }
        _ => match &front.summary {
            Some(summary) => summary.clone(),
            None => opening(&page.text)
                .unwrap_or_else(|| site.words.text("descriptions.brief").to_owned()),
        },
    };
    Words::new(kind, &front.title, summary)
}

/// The words of the pages that every site has.
fn fixed(site: &Localised, page: &Page) -> Words {
    let (kind, title, number) = match page {
        Page::Briefs(number) => ("briefs", "navigation.briefs", *number),
        Page::Speakers(number) => ("speakers", "navigation.speakers", *number),
        Page::Sources(number) => ("sources", "navigation.sources", *number),
        Page::Topics => ("topics", "navigation.topics", 1),
        Page::Ledger(number) => ("ledger", "navigation.claims", *number),
        Page::Corrections(number) => ("corrections", "titles.corrections", *number),
        Page::Search => ("search", "titles.search", 1),
        Page::Method => ("method", "titles.method", 1),
        _ => ("error", "titles.not_found", 1),
    };
    Words::told(site, kind, site.words.text(title), &[]).numbered(site, number)
}

/// The first words of a text, cut at a word, for want of a summary.
fn opening(text: &str) -> Option<String> {
    let words = text.split_whitespace();
    let mut opening = String::new();
    for word in words {
        if opening.len() + word.len() > 180 {
            opening.push('…');
            break;
        }
        if !opening.is_empty() {
            opening.push(' ');
        }
        opening.push_str(word);
    }
    (!opening.is_empty()).then_some(opening)
}
