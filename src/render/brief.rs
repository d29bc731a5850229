//! The page of a brief.

use std::collections::HashSet;

use serde::Serialize;

use super::body::{BodyPiece, body};
use super::cite::{self, CitationNote, Cites};
use super::corrections::{self, CorrectionShape};
use super::doubts;
use super::drawing::drawings;
use super::history::{Changed, status_in};
use super::lists::{Judgement, SourceItem, judgement};
use super::localised::Localised;
use super::shapes::{DateShape, Edition, Figure, Link, Notice, Word, figures};
use super::verdict::{JudgedClaim, judged as judged_claim};
use crate::document::{FrontMatter, State};
use crate::html::escape;
use crate::page::{DataFile, Page, Scope, public_path, to_root};
use crate::plan::{Plan, files_of};
use crate::site::{BriefId, Dependents, Node};

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
    verdicts: Vec<JudgedClaim>,
    glance: Vec<Figure>,
    body: Vec<BodyPiece>,
    process_html: Option<String>,
    changed: Vec<ChangedClaim>,
    changed_lead: String,
    corrections: Vec<CorrectionShape>,
    notes: Vec<CitationNote>,
    sources: Vec<SourceItem>,
    cite_html: String,
    downloads: Vec<Link>,
    topics: Vec<Link>,
    drawings: Vec<Link>,
    languages: Vec<Edition>,
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
pub(super) fn brief(site: &Localised, plan: &Plan, id: BriefId) -> BriefPage {
    let published = &site[id];
    let front = &published.brief.document.front;
    let date = |date: &Option<crate::text::Spanned<crate::date::Date>>| {
        date.as_ref().map(|date| site.date(date.value))
    };
    let root = to_root(&Page::Brief(id).route(site));
    let topic = |key: &String| {
        let name = site.topics.get(key).map_or(key, |topic| &topic.name);
        Link::to(site, name, &Page::Topic(key.clone(), 1))
    };
    let changed = changed(site, id);
    BriefPage {
        kind: Some(site.words.word("kinds", front.kind.word()).to_owned()),
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
        verdicts: verdicts(site, id),
        glance: figures(site, &published.glance),
        body: body(
            site,
            &published.brief,
            &published.statements,
            Cites::of(published),
        ),
        process_html: front
            .process
            .as_ref()
            .map(|text| format!("<p>{}</p>", escape(text))),
        changed,
        changed_lead: changed_lead(site, front),
        corrections: corrections::of_brief(site, id),
        notes: cite::notes(site, id),
        sources: cite::sources(site, id),
        cite_html: cite_html(site, id),
        downloads: downloads(site, id),
        topics: published.topics.iter().map(topic).collect(),
        drawings: drawings(site, plan, &Scope::Brief(id)),
        languages: site.other_editions(&Page::Brief(id)),
        extra: front.extra.clone(),
    }
}

/// The claims that a fact check judges.
fn verdicts(site: &Localised, id: BriefId) -> Vec<JudgedClaim> {
    let judged = site.judged_in(id).into_iter();
    let numbered = judged.zip(1..);
    numbered
        .filter_map(|(claim, number)| judged_claim(site, claim, number))
        .collect()
}

/// The claims of a brief whose status changed after it, each once, in the order of the text.
fn changed(site: &Localised, id: BriefId) -> Vec<ChangedClaim> {
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

fn changed_lead(site: &Localised, front: &FrontMatter) -> String {
    let day = front.stands_as_of().map(|date| site.words.on(date));
    day.map_or_else(String::new, |on| {
        site.words.fill("brief.changed_lead", &[("on", &on)])
    })
}

/// What a reader has to know before reading on.
fn notices(site: &Localised, id: BriefId, changed: usize, root: &str) -> Vec<Notice> {
    let front = &site[id].brief.document.front;
    let mut notices = Vec::new();
    let words = site.words;
    let mut add = |kind, html: String| {
        notices.push(Notice {
            kind,
            html: format!("<p>{html}</p>"),
        });
    };
    match front.state {
        State::Draft => add("draft", words.html("notices.draft", &[])),
        State::Review => add("draft", words.html("notices.review", &[])),
        State::Withdrawn => add("withdrawn", withdrawal(site, front)),
        State::Published | State::Embargoed => {}
    }
    if changed > 0 {
        let link = words.html("notices.changed_link", &[]);
        let link = format!("<a href=\"#changed\">{link}</a>");
        let told = words.count_html("notices.changed", changed, &[("changed", &link)]);
        add("changed", told);
    }
    if let Some(due) = &front.review_by
        && front.state != State::Withdrawn
        && due.value.certainly_before(site.today)
    {
        let on = escape(&words.on(due.value));
        add("stale", words.html("notices.due", &[("on", &on)]));
    }
    let node = Node::Brief(id);
    let more = |fallen: &Dependents| concerned(site, id, fallen, root);
    notices.extend(doubts::notices(
        site,
        node,
        root,
        "notices.brief_rests",
        more,
    ));
    notices
}

/// That a brief was withdrawn, when and why, in HTML.
fn withdrawal(site: &Localised, front: &FrontMatter) -> String {
    let retraction = front.retraction();
    let told = match retraction {
        Some(one) => {
            let on = escape(&site.words.on(one.date.value));
            site.words.html("notices.withdrawn_on", &[("on", &on)])
        }
        None => site.words.html("notices.withdrawn", &[]),
    };
    let reason = retraction.and_then(|one| one.note.as_deref());
    let reason = reason.map(|reason| format!(" {}", escape(reason)));
    let more = site.words.html("notices.withdrawn_more", &[]);
    format!("<b>{told}</b>{} {more}", reason.unwrap_or_default())
}

/// The notes and key judgements of a brief that rest on a source that was taken back or changed.
fn concerned(site: &Localised, id: BriefId, fallen: &Dependents, root: &str) -> String {
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
            lang: None,
        })
        .collect();
    let judgements = site[id].key_judgements.iter().copied();
    let judgements: Vec<Link> = judgements
        .filter(|claim| fallen.hold(Node::Claim(*claim)))
        .map(|claim| Link::claim_or_mark(site, claim))
        .collect();
    let part = |message: &str, links: &[Link]| {
        if links.is_empty() {
            return String::new();
        }
        let list = doubts::html(links, root);
        let told = site
            .words
            .count_html(message, links.len(), &[("list", &list)]);
        format!(" {told}")
    };
    part("notices.notes", &notes) + &part("notices.judgements", &judgements)
}

/// How to cite the brief: authors, title, site, date and address.
fn cite_html(site: &Localised, id: BriefId) -> String {
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
    parts.push(escape(&site.words.quoted(&front.title)));
    parts.push(format!("<i>{}</i>", escape(&site.settings.title)));
    let date = front.date.as_ref();
    parts.extend(date.map(|date| escape(&site.words.date(date.value))));
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
fn downloads(site: &Localised, id: BriefId) -> Vec<Link> {
    let link = |file: DataFile| {
        let text = match file {
            DataFile::Brief(_) => "data.brief_json",
            DataFile::Annotations(_) => "data.brief_annotations",
            DataFile::CiteBibtex(_) => "data.cite_bibtex",
            DataFile::CiteCslJson(_) => "data.cite_csl_json",
            DataFile::Bibtex(_) => "data.sources_bibtex",
            DataFile::CslJson(_) => "data.sources_csl_json",
            _ => return None,
        };
        Some(Link {
            text: site.words.text(text).to_owned(),
            path: Some(file.route(site)),
            lang: None,
        })
    };
    files_of(site, id).into_iter().filter_map(link).collect()
}
