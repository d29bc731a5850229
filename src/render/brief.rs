//! The page of a brief.

use std::collections::HashSet;

use serde::Serialize;

use super::body::{BodyPiece, body};
use super::corrections::{self, CorrectionShape};
use super::doubts;
use super::drawing::drawings;
use super::history::{Changed, status_in};
use super::lists::{Judgement, SourceItem, judgement, kind_text, source_item};
use super::shapes::{DateShape, Figure, Link, Notice, Word, figures};
use crate::document::{FrontMatter, State};
use crate::html::escape;
use crate::page::{DataFile, Page, Scope, public_path, to_root};
use crate::plan::{Plan, files_of};
use crate::site::{BriefId, Dependents, Node, Site};

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
    changed: Vec<ChangedClaim>,
    changed_lead: String,
    corrections: Vec<CorrectionShape>,
    sources: Vec<SourceItem>,
    cite_html: String,
    downloads: Vec<Link>,
    topics: Vec<Link>,
    drawings: Vec<Link>,
    extra: serde_json::Value,
}

/// A claim of a brief whose status changed after it.
#[derive(Debug, Serialize)]
struct ChangedClaim {
    claim: Link,
    status: Option<Word>,
    changed: Vec<Changed>,
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
    let changed = changed(site, id);
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
        notices: notices(site, id, changed.len(), &root),
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
        changed,
        changed_lead: changed_lead(front),
        corrections: corrections::of_brief(site, id),
        sources: published
            .sources
            .iter()
            .map(|id| source_item(site, *id))
            .collect(),
        cite_html: cite(site, id),
        downloads: downloads(site, id),
        topics: published.topics.iter().map(topic).collect(),
        drawings: drawings(site, plan, &Scope::Brief(id)),
        extra: front.extra.clone(),
    }
}

/// The claims of a brief whose status changed after it, each once, in the order of the text.
fn changed(site: &Site, id: BriefId) -> Vec<ChangedClaim> {
    let published = &site[id];
    let stated = published.statements.iter().map(|id| site[*id].claim);
    let mut seen = HashSet::new();
    let claims = published.key_judgements.iter().copied().chain(stated);
    claims
        .filter(|claim| seen.insert(*claim))
        .filter_map(|claim| {
            let (status, changed) = status_in(site, id, claim);
            (!changed.is_empty()).then(|| ChangedClaim {
                claim: Link::claim_or_mark(site, claim),
                status,
                changed,
            })
        })
        .collect()
}

fn changed_lead(front: &FrontMatter) -> String {
    let day = front.stands_as_of().map(crate::date::Date::text);
    day.map_or_else(String::new, |day| {
        format!("The text and its notes give each status as it stood on {day}.")
    })
}

/// What a reader has to know before reading on.
fn notices(site: &Site, id: BriefId, changed: usize, root: &str) -> Vec<Notice> {
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
    match changed {
        0 => {}
        1 => add(
            "changed",
            "The status of one claim <a href=\"#changed\">has changed since</a>.",
        ),
        many => {
            let words =
                format!("The status of {many} claims <a href=\"#changed\">has changed since</a>.");
            add("changed", &words);
        }
    }
    if let Some(due) = &front.review_by
        && front.state != State::Withdrawn
        && due.value.certainly_before(site.today)
    {
        let words = format!("This brief was due for review on {}.", due.value.text());
        add("stale", &words);
    }
    let node = Node::Brief(id);
    notices.extend(doubts::notices(site, node, root, "This brief", |fallen| {
        concerned(site, id, fallen, root)
    }));
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

/// The notes and key judgements of a brief that rest on a source that was taken back or changed.
fn concerned(site: &Site, id: BriefId, fallen: &Dependents, root: &str) -> String {
    let statements = site[id].statements.iter().copied();
    let notes: Vec<Link> = statements
        .filter(|one| {
            fallen.hold(Node::Statement(*one)) || fallen.hold(Node::Claim(site[*one].claim))
        })
        .map(|one| Link {
            text: site[one].number.to_string(),
            path: Some(format!(
                "{}#s{}",
                Page::Brief(id).route(site),
                site[one].number
            )),
        })
        .collect();
    let judgements = site[id].key_judgements.iter().copied();
    let judgements: Vec<Link> = judgements
        .filter(|claim| fallen.hold(Node::Claim(*claim)))
        .map(|claim| Link::claim_or_mark(site, claim))
        .collect();
    let part = |one: &str, several: &str, links: &[Link]| match links {
        [] => String::new(),
        [_] => format!(" {one}: {}.", doubts::html(links, root)),
        _ => format!(" {several}: {}.", doubts::html(links, root)),
    };
    part("Note", "Notes", &notes) + &part("Key judgement", "Key judgements", &judgements)
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

/// What can be taken away: the brief's part of the record, its annotations, its sources, and the
/// brief as a reference.
fn downloads(site: &Site, id: BriefId) -> Vec<Link> {
    let link = |file: DataFile| {
        let text = match file {
            DataFile::Brief(_) => "This brief’s record as JSON",
            DataFile::Annotations(_) => "Its annotations as JSON-LD",
            DataFile::CiteBibtex(_) => "This brief for BibTeX",
            DataFile::CiteCslJson(_) => "This brief as CSL-JSON",
            DataFile::Bibtex(_) => "Its sources for BibTeX",
            DataFile::CslJson(_) => "Its sources as CSL-JSON",
            _ => return None,
        };
        Some(Link {
            text: text.to_owned(),
            path: Some(file.route(site)),
        })
    };
    files_of(site, id).into_iter().filter_map(link).collect()
}
