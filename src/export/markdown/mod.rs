//! A brief as Markdown to paste elsewhere: the prose as it was written, its annotations as
//! footnotes (`CommonMark` with the footnotes that GitHub, Pandoc and many editors read).

mod labels;
mod reference;
mod statement;

use crate::annotate::{Notation, written};
use crate::document::{FrontMatter, State};
use crate::messages::Messages;
use crate::page::Page;
use crate::site::{BriefId, Glance, Site, Statement};
use crate::text::Files;
use labels::Labels;
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
    let (prose, notes) = prose(site, files, id, labels);
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
    let figures = [
        ("statements", glance.statements, true),
        ("speakers", glance.speakers, true),
        ("outlets", glance.outlets, true),
        ("origins", glance.origins, true),
        ("denials", glance.denials, false),
        ("non-answers", glance.non_answers, false),
        ("unsourced", glance.unsourced, false),
        ("unreviewed", glance.unreviewed, false),
    ];
    let told = figures
        .into_iter()
        .filter(|(_, number, always)| *always || *number > 0);
    let told = told
        .map(|(name, number, _)| format!("{number} {}", words.plural_word("counts", name, number)));
    told.collect::<Vec<_>>().join(", ")
}

/// The prose without our notation, with a footnote behind each statement, and the footnotes.
fn prose(site: &Site, files: &Files, id: BriefId, labels: &mut Labels) -> (String, Vec<String>) {
    let published = &site[id];
    let document = &published.brief.document;
    let source = &*files.get(document.file).text;
    let written = written(source, document.body, &site.settings);
    let own = written
        .notation
        .iter()
        .filter(|(_, kind)| *kind == Notation::Label);
    labels.begin(own.map(|(place, _)| &source[place.clone()]));
    // What goes into the text, or in the place of a part of it: where, and in which order.
    let words = site.settings.languages.of(site.language(&document.front));
    let mut pieces: Vec<(usize, usize, usize, String)> = Vec::new();
    let mut notes = Vec::new();
    let mut statements: Vec<&Statement> =
        published.statements.iter().map(|id| &site[*id]).collect();
    statements.sort_by_key(|one| one.number);
    for one in statements {
        let label = labels.next();
        let (at, is_block) = match one.span {
            // A span's own end is exact; words beside a text are looked for by their place in it.
            span if span.file == document.file
                && written
                    .notation
                    .iter()
                    .any(|(place, _)| place.end == span.end) =>
            {
                (span.end, false)
            }
            _ => written.note(one.range.end),
        };
        let mark = if is_block {
            format!("\n[^{label}]\n")
        } else {
            format!("[^{label}]")
        };
        pieces.push((at, at, one.number, mark));
        notes.push(format!("[^{label}]: {}", statement::note(site, words, one)));
    }
    for (place, kind) in &written.notation {
        let words = match kind {
            Notation::Markup => String::new(),
            Notation::Label => labels.renamed(&source[place.clone()]),
            Notation::Citation(index) if published.citing.are_notes => {
                let label = labels.next();
                notes.push(format!(
                    "[^{label}]: {}",
                    reference::citation(site, id, *index)
                ));
                format!("[^{label}]")
            }
            Notation::Citation(index) => reference::citation(site, id, *index),
        };
        // A note stands close to its word.
        let spaces = &source[..place.start];
        let spaces = spaces.len() - spaces.trim_end_matches(' ').len();
        let start = place.start - if words.starts_with("[^") { spaces } else { 0 };
        pieces.push((start, place.end, 0, words));
    }
    pieces.sort();
    (put_in(source, document.body, &pieces), notes)
}

/// A text with pieces put in, each in the place of some bytes. What would be read as markup only
/// because of that gets a backslash.
fn put_in(source: &str, body: usize, pieces: &[(usize, usize, usize, String)]) -> String {
    let mut text = String::with_capacity(source.len());
    let mut from = body;
    let mut is_opened = false;
    for (start, end, _, words) in pieces {
        if *start > from {
            copy(&mut text, &source[from..*start], is_opened);
            is_opened = false;
        }
        text.push_str(words);
        is_opened |= source.get(*start..*end) == Some("[");
        from = from.max(*end);
    }
    copy(&mut text, &source[from..], is_opened);
    text
}

/// Goes on with prose behind a note, or where a bracket was taken out.
fn copy(text: &mut String, prose: &str, is_opened: bool) {
    let line = text.rsplit('\n').next().unwrap_or_default();
    let is_note = line.ends_with(']') && line.rfind("[^").is_some();
    let number = prose.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let digits = prose.len() - number.len();
    if is_note && prose.starts_with(['(', ':']) {
        text.push('\\');
    } else if is_opened && line.chars().all(begins_block) {
        if prose.starts_with(['#', '>', '-', '+', '=', '~', '|', ':']) {
            text.push('\\');
        } else if digits > 0 && number.starts_with(['.', ')']) {
            text.push_str(&prose[..digits]);
            text.push('\\');
            text.push_str(number);
            return;
        }
    }
    text.push_str(prose);
}

/// Whether a letter may stand before the first words of a block, as in lists and quotations.
fn begins_block(letter: char) -> bool {
    letter.is_ascii_digit() || " \t>-+*.)".contains(letter)
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
