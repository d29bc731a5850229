//! A brief's text with its marks, citations and cards put in.

use serde::Serialize;

use super::cite::{Cites, cite};
use super::history::status_in;
use super::localised::Localised;
use super::statement::{StatementShape, card, status_of};
use crate::brief::{Annotation, Brief, Piece};
use crate::html::escape;
use crate::site::{Statement, StatementId};

/// A part of a brief's text: HTML, or the card of a statement.
#[derive(Clone, Debug, Serialize)]
pub(super) struct BodyPiece {
    html: Option<String>,
    card: Option<StatementShape>,
}

/// The text of a published brief.
pub(super) fn body(
    site: &Localised,
    brief: &Brief,
    statements: &[StatementId],
    cites: Cites,
) -> Vec<BodyPiece> {
    let mut pieces = Vec::new();
    let mut html = String::new();
    for piece in &brief.body {
        let marked = |index: usize| Some((statements.get(index)?, brief.annotations.get(index)?));
        match piece {
            Piece::Html(text) => html.push_str(text),
            Piece::Open(index, first) => {
                if let Some((id, annotation)) = marked(*index) {
                    open(&mut html, site, &site[*id], annotation, "span", *first);
                }
            }
            Piece::Close(index, _) => {
                if marked(*index).is_some() {
                    html.push_str("</span>");
                }
            }
            Piece::Reference(index) => {
                if let Some((id, _)) = marked(*index) {
                    reference(&mut html, site, &site[*id]);
                }
            }
            Piece::BlockOpen(index) => {
                if let Some((id, annotation)) = marked(*index) {
                    open(&mut html, site, &site[*id], annotation, "div", true);
                    html.push('\n');
                }
            }
            Piece::BlockClose(index) => {
                if let Some((id, _)) = marked(*index) {
                    html.push_str("<p class=\"block-ref\">");
                    reference(&mut html, site, &site[*id]);
                    html.push_str("</p>\n</div>\n");
                }
            }
            Piece::Range(index, has_word) => {
                if let Some((_, annotation)) = marked(*index) {
                    range(&mut html, annotation, *has_word);
                }
            }
            Piece::Cite(index) => cite(&mut html, site, cites, *index),
            Piece::Card(index) => {
                if let Some((id, _)) = marked(*index) {
                    let html = std::mem::take(&mut html);
                    pieces.push(BodyPiece {
                        html: Some(html),
                        card: Some(card(site, *id)),
                    });
                }
            }
        }
    }
    pieces.push(BodyPiece {
        html: Some(html),
        card: None,
    });
    pieces
}

/// The text of a page that is no brief: its annotations are plain words there.
pub(super) fn plain(site: &Localised, page: &Brief) -> String {
    let pieces = body(site, page, &[], Cites::default());
    pieces.into_iter().filter_map(|piece| piece.html).collect()
}

fn open(
    html: &mut String,
    site: &Localised,
    statement: &Statement,
    annotation: &Annotation,
    element: &str,
    first: bool,
) {
    let says = &annotation.says;
    // The mark's id is its number; an id of the author's own stands before it.
    if let (Some(id), true) = (&says.id, first) {
        html.push_str(&format!("<span id=\"{}\"></span>", escape(id)));
    }
    let mut classes = vec!["mark"];
    classes.extend(says.classes.iter().map(String::as_str));
    let status = match statement.brief.filter(|_| statement.reviewed()) {
        Some(brief) => status_in(site, brief, statement.claim).0,
        None => status_of(site, statement),
    };
    let status = status.map(|status| status.key);
    html.push_str(&format!("<{element}"));
    let mut attribute = |name: &str, value: &str| {
        html.push_str(&format!(" {name}=\"{}\"", escape(value)));
    };
    attribute("class", &classes.join(" "));
    if first {
        attribute("id", &format!("s{}", statement.number));
    }
    if let Some(status) = status {
        attribute("data-status", status);
    }
    attribute("data-act", statement.act.word());
    for (name, value) in &says.data {
        attribute(name, value);
    }
    html.push('>');
}

/// The link from a mark to its card. It has no text, so that the prose stays as it is: the
/// stylesheet prints the number.
fn reference(html: &mut String, site: &Localised, statement: &Statement) {
    let n = statement.number;
    let number = n.to_string();
    let name = site.words.html("note.note", &[("number", &number)]);
    html.push_str(&format!(
        "<a class=\"ref\" href=\"#ann-{n}\" data-n=\"{n}\" aria-label=\"{name}\"></a>"
    ));
}

fn range(html: &mut String, annotation: &Annotation, has_word: bool) {
    let Some(term) = &annotation.says.likelihood else {
        return;
    };
    let words = escape(&term.printed(has_word));
    html.push_str(&format!("<span class=\"range\">{words}</span>"));
}
