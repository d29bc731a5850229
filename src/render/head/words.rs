//! The kind, the title and the description of every page.

use crate::document::State;
use crate::page::Page;
use crate::plan::Plan;
use crate::render::{drawing, ledger, shapes, statement};
use crate::site::Site;

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

    /// Of a page of a list, told from the other pages of the list.
    fn numbered(self, number: usize) -> Self {
        match number {
            1 => self,
            number => Self {
                title: format!("{}, page {number}", self.title),
                ..self
            },
        }
    }
}

pub(super) fn words(site: &Site, plan: &Plan, page: &Page) -> Words {
    match page {
        Page::Home => home(site),
        Page::Brief(id) => written("brief", &site[*id].brief),
        Page::Claim(id) => {
            let claim = &site[*id];
            let status =
                statement::status(site, *id).map(|word| format!(" Status: {}.", word.word));
            let text = format!("Claim: {}.{}", claim.text, status.unwrap_or_default());
            Words::new("claim", &claim.text, text)
        }
        Page::Speaker(id) => {
            let name = &site[*id].entry.name;
            Words::new(
                "speaker",
                name,
                format!("What {name} said, denied and did not answer."),
            )
        }
        Page::Source(id) => {
            let title = shapes::source_title(site, *id);
            let text = format!("{title}: its grade, its origin, and what rests on it.");
            Words::new("source", title, text)
        }
        Page::Topic(key, number) => {
            let name = site.topics.get(key).map_or(key, |topic| &topic.name);
            Words::new("topic", name, format!("Briefs and claims on {name}.")).numbered(*number)
        }
        Page::Facet(facet, key, number) => {
            let title = ledger::title(plan, *facet, key);
            let text = format!("{title}.");
            Words::new("ledger", title, text).numbered(*number)
        }
        Page::Timeline(scope, part) => {
            let title = drawing::title(site, "Timeline", scope, *part);
            let text = format!("{title}. When things happened, were said and were published.");
            Words::new("timeline", title, text).numbered(drawing::number(*part))
        }
        Page::Map(scope, part) => {
            let title = drawing::title(site, "Map", scope, *part);
            let text = format!("{title}. What speaks for what, and against what.");
            Words::new("map", title, text).numbered(drawing::number(*part))
        }
        Page::Plain(index) => written("page", &site.pages[*index]),
        Page::Moved(to, _) => {
            let title = words(site, plan, to).title;
            let text = format!("“{title}” stands at another address now.");
            Words::new("moved", title, text)
        }
        Page::Briefs(_)
        | Page::Speakers(_)
        | Page::Sources(_)
        | Page::Topics
        | Page::Ledger(_)
        | Page::Corrections(_)
        | Page::Method
        | Page::NotFound => fixed(page),
    }
}

fn home(site: &Site) -> Words {
    let settings = &site.settings;
    let text = settings
        .description
        .as_ref()
        .or(settings.tagline.as_ref())
        .cloned();
    let text = text.unwrap_or_else(|| {
        format!(
            "{}: briefs in which every claim carries who said it.",
            settings.title
        )
    });
    Words::new("home", &settings.title, text)
}

/// The words of a page that an author wrote.
fn written(kind: &'static str, page: &crate::brief::Brief) -> Words {
    let front = &page.document.front;
    let summary = match front.state {
        State::Withdrawn if page.text.is_empty() => "This brief was withdrawn.".to_owned(),
        _ => front.summary.clone().unwrap_or_else(|| opening(&page.text)),
    };
    Words::new(kind, &front.title, summary)
}

/// The words of the pages that every site has.
fn fixed(page: &Page) -> Words {
    let (kind, title, text, number) = match page {
        Page::Briefs(number) => ("briefs", "Briefs", "All briefs, newest first.", *number),
        Page::Speakers(number) => {
            let text = "People and organisations whose statements are on record.";
            ("speakers", "Speakers", text, *number)
        }
        Page::Sources(number) => (
            "sources",
            "Sources",
            "Publications and documents that the briefs rest on.",
            *number,
        ),
        Page::Topics => ("topics", "Topics", "What the briefs are about.", 1),
        Page::Ledger(number) => ("ledger", "Claims", "Every claim on record.", *number),
        Page::Corrections(number) => {
            let text = "What was put right in the briefs, when, and what stood there before.";
            ("corrections", "Corrections", text, *number)
        }
        Page::Method => {
            let text = "The scales in use, and what each mark means.";
            ("method", "How to read the marks", text, 1)
        }
        _ => ("error", "Not found", "There is no page at this address.", 1),
    };
    Words::new(kind, title, text).numbered(number)
}

/// The first words of a text, cut at a word, for want of a summary.
fn opening(text: &str) -> String {
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
    if opening.is_empty() {
        "A brief.".to_owned()
    } else {
        opening
    }
}
