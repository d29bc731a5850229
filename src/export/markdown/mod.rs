//! A brief as Markdown to paste elsewhere: the prose as it was written, its annotations as
//! footnotes (`CommonMark` with the footnotes that GitHub, Pandoc and many editors read).

mod labels;
mod prose;
mod reference;
mod statement;

use crate::document::{FrontMatter, State};
use crate::messages::Messages;
use crate::page::Page;
use crate::site::{BriefId, Glance, Site};
use crate::text::Files;
use labels::Labels;
use prose::prose;
use reference::plain;

/// Briefs one after another; footnotes are numbered through, so that they stay one text.
pub(super) fn markdown(site: &Site, files: &Files, briefs: &[BriefId]) -> String {
    let mut labels = Labels::default();
    let briefs = briefs.iter().map(|id| brief(site, files, *id, &mut labels));
    briefs.collect::<Vec<_>>().join("\n")
}

fn brief(site: &Site, files: &Files, id: BriefId, labels: &mut Labels) -> String {
    let front = &site[id].brief.document.front;
    let words = site.settings.languages.of(site.language(front));
    let mut text = head(site, words, id);
    if front.state == State::Withdrawn {
        text.push_str(&format!("\n{}\n", words.text("notices.withdrawn")));
        text.push_str(&corrections(words, front));
        return text;
    }
    let (prose, notes) = prose(site, words, files, id, labels);
    text.push_str(&format!("\n---\n\n{}\n\n---\n", prose.trim_matches('\n')));
    text.push_str(&corrections(words, front));
    text.push_str(&sources(site, words, id));
    if !notes.is_empty() {
        text.push('\n');
        text.push_str(&notes.join("\n"));
        text.push('\n');
    }
    text
}

/// Title, dates, authors, address and the figures at a glance.
fn head(site: &Site, words: &Messages, id: BriefId) -> String {
    let published = &site[id];
    let front = &published.brief.document.front;
    let mut about = vec![plain(words.word("kinds", front.kind.word()))];
    let authors = published.authors.iter();
    about.extend(authors.map(|one| plain(site.party_name(one))));
    about.push(plain(site.publisher_name()));
    let dated = [
        ("brief.published", &front.date),
        ("brief.updated", &front.updated),
        ("brief.as_of", &front.as_of),
        ("brief.review_by", &front.review_by),
    ];
    for (label, date) in dated {
        let told = date.as_ref().map(|date| words.date(date.value));
        about.extend(told.map(|date| format!("{}: {date}", words.text(label))));
    }
    let mut text = format!("# {}\n\n{}\n", plain(&front.title), about.join(" · "));
    if let Some(address) = Page::Brief(id).address(site) {
        text.push_str(&format!("\n<{address}>\n"));
    }
    if !published.statements.is_empty() {
        let (label, figures) = (words.text("brief.glance"), glance(words, published.glance));
        text.push_str(&format!("\n**{label}:** {figures}\n"));
    }
    if let Some(summary) = &front.summary {
        text.push_str(&format!("\n> {}\n", plain(summary)));
    }
    if !published.key_judgements.is_empty() {
        text.push_str(&format!("\n**{}**\n\n", words.text("brief.judgements")));
        for claim in &published.key_judgements {
            text.push_str(&format!(
                "- {}\n",
                statement::judgement(site, words, *claim)
            ));
        }
    }
    text
}

/// The figures in one line; those that may be passed over are left out where they are zero.
fn glance(words: &Messages, glance: Glance) -> String {
    let always = ["statements", "speakers", "outlets", "origins"];
    let figures = glance.figures().into_iter();
    let told = figures.filter(|(name, number)| always.contains(name) || *number > 0);
    let told = told
        .map(|(name, number)| format!("{number} {}", words.plural_word("counts", name, number)));
    told.collect::<Vec<_>>().join(", ")
}

fn corrections(words: &Messages, front: &FrontMatter) -> String {
    if front.corrections.is_empty() {
        return String::new();
    }
    let mut text = format!("\n## {}\n\n", words.text("brief.corrections"));
    for one in &front.corrections {
        let kind = words.word("correction_kinds", one.kind.word());
        let mut line = format!("- {}, {kind}.", words.date(one.date.value));
        for (message, said) in [("corrections.was", &one.was), ("corrections.now", &one.now)] {
            if let Some(said) = said {
                let said = plain(said.trim_end_matches('.'));
                line.push(' ');
                line.push_str(&words.fill(message, &[("words", &said)]));
            }
        }
        if let Some(note) = &one.note {
            line.push_str(&format!(" {}", plain(note)));
        }
        text.push_str(&line);
        text.push('\n');
    }
    text
}

/// The list of sources as the site's style prints it.
fn sources(site: &Site, words: &Messages, id: BriefId) -> String {
    let entries = reference::list(site, id);
    if entries.is_empty() {
        return String::new();
    }
    let entries: Vec<String> = entries.iter().map(|one| format!("- {one}\n")).collect();
    format!(
        "\n## {}\n\n{}",
        words.text("brief.sources"),
        entries.concat()
    )
}
