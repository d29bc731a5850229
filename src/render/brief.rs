//! The page of a brief.

use serde::Serialize;

use super::body::{BodyPiece, body};
use super::drawing::drawings;
use super::lists::{Judgement, SourceItem, judgement, kind_text, source_item};
use super::shapes::{DateShape, Figure, Link, Notice, figures};
use crate::document::{FrontMatter, State};
use crate::html::escape;
use crate::page::{Page, Scope, public_path, to_root};
use crate::plan::Plan;
use crate::site::{BriefId, Site};

/// What `brief.html` reads as `brief`.
#[derive(Debug, Serialize)]
pub(super) struct BriefPage {
    kind: Option<String>,
    published: Option<DateShape>,
    updated: Option<DateShape>,
    as_of: Option<DateShape>,
    review_by: Option<DateShape>,
    authors: Vec<Link>,
    summary: Option<String>,
    is_withdrawn: bool,
    notices: Vec<Notice>,
    key_judgements: Vec<Judgement>,
    glance: Vec<Figure>,
    body: Vec<BodyPiece>,
    process_html: Option<String>,
    corrections: Vec<CorrectionShape>,
    sources: Vec<SourceItem>,
    cite_html: String,
    downloads: Vec<Link>,
    topics: Vec<Link>,
    drawings: Vec<Link>,
    extra: serde_json::Value,
}

#[derive(Debug, Serialize)]
struct CorrectionShape {
    date: DateShape,
    kind: &'static str,
    was: Option<String>,
    now: Option<String>,
    note: Option<String>,
    claim: Option<Link>,
}

/// What the page of a brief shows.
pub(super) fn brief(site: &Site, plan: &Plan, id: BriefId) -> BriefPage {
    let published = &site[id];
    let front = &published.brief.document.front;
    let date = |date: &Option<crate::text::Spanned<crate::date::Date>>| {
        date.as_ref().map(|date| DateShape::from(date.value))
    };
    let root = to_root(&Page::Brief(id).route(site));
    let topic = |key: &String| {
        let name = site.topics.get(key).map_or(key, |topic| &topic.name);
        Link::to(site, name, &Page::Topic(key.clone(), 1))
    };
    BriefPage {
        kind: Some(kind_text(front.kind)),
        published: date(&front.date),
        updated: date(&front.updated),
        as_of: date(&front.as_of),
        review_by: date(&front.review_by),
        authors: published
            .authors
            .iter()
            .map(|author| Link::party(site, author))
            .collect(),
        summary: front.summary.clone(),
        is_withdrawn: front.state == State::Withdrawn,
        notices: notices(site, id),
        key_judgements: published
            .key_judgements
            .iter()
            .map(|claim| judgement(site, *claim, None))
            .collect(),
        glance: figures(&published.glance),
        body: body(
            site,
            &published.brief,
            &published.statements,
            &published.citations,
            &root,
        ),
        process_html: front
            .process
            .as_ref()
            .map(|text| format!("<p>{}</p>", escape(text))),
        corrections: corrections(site, id),
        sources: published
            .sources
            .iter()
            .map(|id| source_item(site, *id))
            .collect(),
        cite_html: cite(site, id),
        downloads: Vec::new(),
        topics: published.topics.iter().map(topic).collect(),
        drawings: drawings(site, plan, &Scope::Brief(id)),
        extra: front.extra.clone(),
    }
}

fn corrections(site: &Site, id: BriefId) -> Vec<CorrectionShape> {
    let published = &site[id];
    let corrections = published.brief.document.front.corrections.iter();
    let mut shapes: Vec<_> = corrections.zip(&published.corrected).collect();
    shapes.sort_by_key(|(correction, _)| std::cmp::Reverse(correction.date.value));
    shapes
        .into_iter()
        .map(|(correction, claim)| CorrectionShape {
            date: correction.date.value.into(),
            kind: correction.kind.word(),
            was: correction.was.clone(),
            now: correction.now.clone(),
            note: correction.note.clone(),
            claim: claim.map(|id| Link::claim_or_mark(site, id)),
        })
        .collect()
}

/// What a reader has to know before reading on.
fn notices(site: &Site, id: BriefId) -> Vec<Notice> {
    let front = &site[id].brief.document.front;
    let mut notices = Vec::new();
    let mut add = |kind, words: &str| {
        notices.push(Notice {
            kind,
            html: format!("<p>{words}</p>"),
        });
    };
    match front.state {
        State::Draft => add("draft", "This is a draft. It has not been published."),
        State::Review => add(
            "draft",
            "This brief is being reviewed. It has not been published.",
        ),
        State::Withdrawn => add("withdrawn", &withdrawal(front)),
        State::Published | State::Embargoed => {}
    }
    if let Some(due) = &front.review_by
        && front.state != State::Withdrawn
        && due.value.certainly_before(site.today)
    {
        let words = format!("This brief was due for review on {}.", due.value.text());
        add("stale", &words);
    }
    notices
}

/// That a brief was withdrawn, when and why, in HTML.
fn withdrawal(front: &FrontMatter) -> String {
    let retraction = front.retraction();
    let date = retraction.map(|one| format!(" on {}", one.date.value.text()));
    let reason = retraction.and_then(|one| one.note.as_deref());
    let reason = reason.map(|reason| format!(" {}", escape(reason)));
    format!(
        "<b>This brief was withdrawn{}.</b>{} It keeps its address; its text is no longer shown, and its statements no longer count.",
        date.unwrap_or_default(),
        reason.unwrap_or_default()
    )
}

/// How to cite the brief: authors, title, site, date and address.
fn cite(site: &Site, id: BriefId) -> String {
    let published = &site[id];
    let front = &published.brief.document.front;
    let authors: Vec<String> = published
        .authors
        .iter()
        .map(|author| escape(site.party_name(author)))
        .collect();
    let mut parts = Vec::new();
    if !authors.is_empty() {
        parts.push(authors.join(", "));
    }
    parts.push(format!("“{}”", escape(&front.title)));
    parts.push(format!("<i>{}</i>", escape(&site.settings.title)));
    parts.extend(front.date.as_ref().map(|date| date.value.text()));
    let mut text = parts.join(", ");
    if let Some(base) = &site.settings.base_url {
        let address = escape(&format!(
            "{base}{}",
            public_path(&Page::Brief(id).route(site))
        ));
        text.push_str(&format!(", <a href=\"{address}\">{address}</a>"));
    }
    text + "."
}
