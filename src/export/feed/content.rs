//! A brief's text as HTML that reads well anywhere: the figures on top, numbers where statements
//! end, and below who says each, through whom, and how it stands.

use std::sync::OnceLock;

use super::briefs::paragraph;
use super::corrections;
use super::note::note;
use super::words::Words;
use crate::brief::Piece;
use crate::document::State;
use crate::html::{escape, portable};
use crate::page::Page;
use crate::site::{BriefId, ClaimId, Published, Site, Statement};

/// The contents of the briefs' entries. The feeds of topics and both formats have the same ones, and
/// making them is most of the work, so each is made once.
pub(in crate::export) struct Contents(Vec<OnceLock<String>>);

impl Contents {
    /// Those of a site, none of them made.
    pub(in crate::export) fn of(site: &Site) -> Self {
        Self(site.briefs.iter().map(|_| OnceLock::new()).collect())
    }

    pub(super) fn get(&self, site: &Site, id: BriefId) -> &str {
        self.0[id.0].get_or_init(|| brief(site, &Words::of_brief(site, id), id))
    }
}

/// The content of a brief's entry.
fn brief(site: &Site, words: &Words, id: BriefId) -> String {
    let published = &site[id];
    let front = &published.brief.document.front;
    let address = Page::Brief(id).address(site).unwrap_or_default();
    let mut html = String::new();
    if front.state == State::Withdrawn {
        html.push_str(&withdrawal(published, words));
    } else {
        html.push_str(&format!(
            "<p><b>{}</b></p>\n",
            escape(&words.glance(published.glance))
        ));
        html.push_str(&judgements(site, words, &published.key_judgements));
        html.push_str(&portable(&body(site, words, published, &address), &address));
        html.push_str(&notes(site, words, published));
    }
    html.push_str(&corrections::of_brief(site, words, id));
    html
}

/// That a brief was withdrawn, when and why.
fn withdrawal(published: &Published, words: &Words) -> String {
    let retraction = published.brief.document.front.retraction();
    let told = match retraction {
        Some(one) => words.fill("notices.withdrawn_on", &[("on", &words.on(one.date.value))]),
        None => words.text("notices.withdrawn").to_owned(),
    };
    let reason = retraction.and_then(|one| one.note.as_deref());
    paragraph(&told) + &reason.map(paragraph).unwrap_or_default()
}

fn judgements(site: &Site, words: &Words, claims: &[ClaimId]) -> String {
    if claims.is_empty() {
        return String::new();
    }
    let item = |id: &ClaimId| {
        let claim = &site[*id];
        let held = words.held(claim.details.likelihood.as_ref(), claim.details.confidence);
        let held = held.map_or_else(String::new, |held| format!(" {held}"));
        format!(
            "<li>{}.{}</li>\n",
            escape(claim.text.trim_end_matches('.')),
            escape(&held)
        )
    };
    let items: String = claims.iter().map(item).collect();
    format!(
        "<p>{}</p>\n<ul>\n{items}</ul>\n",
        escape(words.text("brief.judgements"))
    )
}

/// The text with numbers where statements end.
fn body(site: &Site, words: &Words, published: &Published, address: &str) -> String {
    let brief = &published.brief;
    let mut html = String::new();
    for piece in &brief.body {
        let marked = |index: usize| published.statements.get(index).map(|id| &site[*id]);
        match piece {
            Piece::Html(text) => html.push_str(text),
            Piece::Reference(index) => {
                html.extend(marked(*index).map(|one| reference(one, address)));
            }
            Piece::BlockClose(index) => {
                let reference = marked(*index).map(|one| reference(one, address));
                html.extend(reference.map(|reference| format!("<p>{reference}</p>\n")));
            }
            Piece::Range(index, has_word) => {
                let term = brief.annotations.get(*index);
                let term = term.and_then(|one| one.says.likelihood.as_ref());
                html.extend(term.filter(|_| marked(*index).is_some()).map(|term| {
                    let word = term.words.first().filter(|_| !has_word);
                    let word = word.map_or_else(String::new, |word| format!("{}, ", escape(word)));
                    format!(" ({word}{})", term.range_text())
                }));
            }
            Piece::Cite(index) => {
                let cited = published.citations.get(*index);
                let cited = cited.map(|cited| words.citations(cited));
                let cited = cited.filter(|cited| !cited.is_empty());
                html.extend(cited.map(|cited| format!("({cited})")));
            }
            Piece::Open(..) | Piece::Close(..) | Piece::BlockOpen(_) | Piece::Card(_) => {}
        }
    }
    html
}

/// The number of a statement, as a way to its note on the page.
fn reference(statement: &Statement, address: &str) -> String {
    let n = statement.number;
    format!(
        "<sup>{}</sup>",
        link(&format!("{address}#ann-{n}"), &format!("[{n}]"))
    )
}

/// Who says what, in the order of the numbers.
fn notes(site: &Site, words: &Words, published: &Published) -> String {
    if published.statements.is_empty() {
        return String::new();
    }
    let mut statements = published.statements.clone();
    statements.sort_by_key(|id| site[*id].number);
    let item = |id| format!("<li>{}</li>\n", note(site, words, id));
    let items: String = statements.into_iter().map(item).collect();
    let title = escape(words.text("feeds.notes"));
    format!("<h2>{title}</h2>\n<ol>\n{items}</ol>\n")
}

/// A link in HTML.
pub(super) fn link(address: &str, text: &str) -> String {
    format!("<a href=\"{}\">{}</a>", escape(address), escape(text))
}
