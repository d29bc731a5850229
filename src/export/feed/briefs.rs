//! Briefs as entries: whole, and what one speaker says in them.

use std::collections::HashSet;

use super::content::{Contents, link};
use super::id;
use super::note::note;
use super::words::Words;
use super::{author, changed};
use crate::document::State;
use crate::export::record;
use crate::feed::{BriefExtension, ClaimItem, Entry, JudgementItem};
use crate::html::escape;
use crate::page::{DataFile, Page, absolute};
use crate::scale::Confidence;
use crate::site::{BriefId, ClaimId, Site, SpeakerId, StatementId};

/// A brief, whole.
pub(super) fn brief(site: &Site, contents: &Contents, id: BriefId) -> Entry {
    let published = &site[id];
    let front = &published.brief.document.front;
    let words = Words::of_brief(site, id);
    let is_withdrawn = front.state == State::Withdrawn;
    let topic = |key: &String| {
        let name = site.topics.get(key).map_or(key, |topic| &topic.name);
        (key.clone(), name.clone())
    };
    Entry {
        title: if is_withdrawn {
            words.fill("feeds.withdrawn", &[("brief", &front.title)])
        } else {
            front.title.clone()
        },
        topics: published.topics.iter().map(topic).collect(),
        summary: front.summary.clone().filter(|_| !is_withdrawn),
        content: contents.get(site, id).to_owned(),
        brief: Some(extension(site, id)),
        ..entry(site, id)
    }
}

/// What a speaker says in a brief.
pub(super) fn spoken(site: &Site, speaker: SpeakerId, id: BriefId) -> Entry {
    let name = format!("{}/{}", id::speaker(site, speaker), id::brief(site, id));
    let words = Words::of_brief(site, id);
    part(site, &words, id, &site[speaker].statements, &name)
}

/// Some statements of a brief, with their words.
pub(super) fn part(
    site: &Site,
    words: &Words,
    id: BriefId,
    statements: &[StatementId],
    name: &str,
) -> Entry {
    let entry = entry(site, id);
    let own = statements
        .iter()
        .filter(|one| site[**one].brief == Some(id));
    let mut html = String::new();
    let mut first = None;
    for one in own {
        first = first.or(Some(site[*one].number));
        let note = note(site, words, *one);
        let quote = escape(&site[*one].text);
        html.push_str(&format!(
            "<p>{note}</p>\n<blockquote><p>{quote}</p></blockquote>\n"
        ));
    }
    let brief = link(&entry.url, &entry.title);
    let from = words.html("feeds.from", &[("brief", &brief)]);
    html.push_str(&format!("<p>{from}</p>\n"));
    let mark = first.map_or_else(String::new, |number| format!("#s{number}"));
    Entry {
        id: id::tag(site, id::day(site, id), name),
        content: html,
        url: entry.url.clone() + &mark,
        ..entry
    }
}

/// What all entries of a brief share.
pub(super) fn entry(site: &Site, id: BriefId) -> Entry {
    let published = &site[id];
    let front = &published.brief.document.front;
    // Feeds tell of briefs with a day only.
    let out = front.appeared().unwrap_or(site.today);
    Entry {
        id: id::tag(site, id::day(site, id), &id::brief(site, id)),
        title: front.title.clone(),
        language: site.language(front).to_owned(),
        url: Page::Brief(id).address(site).unwrap_or_default(),
        published: out,
        updated: changed(site, id).unwrap_or(out),
        authors: published
            .authors
            .iter()
            .map(|one| author(site, one))
            .collect(),
        topics: Vec::new(),
        summary: None,
        content: String::new(),
        brief: None,
    }
}

/// What the record tells of a brief.
fn extension(site: &Site, id: BriefId) -> BriefExtension {
    let published = &site[id];
    let document = &published.brief.document;
    let front = &document.front;
    let mut seen = HashSet::new();
    let statements = published.statements.iter().map(|id| &site[*id]);
    let claims = statements.filter(|one| one.reviewed()).map(|one| one.claim);
    let claims = claims.filter(|claim| seen.insert(*claim));
    let data = DataFile::Brief(id).route(site);
    BriefExtension {
        about: Page::Method.address(site).unwrap_or_default(),
        slug: document.slug.clone(),
        kind: front.kind.word().to_owned(),
        state: front.state.word().to_owned(),
        as_of: front.as_of.as_ref().map(|date| date.value.iso()),
        review_by: front.review_by.as_ref().map(|date| date.value.iso()),
        glance: record::glance(published.glance),
        key_judgements: published
            .key_judgements
            .iter()
            .map(|id| judgement(site, *id))
            .collect(),
        claims: claims.map(|id| claim(site, id)).collect(),
        data: absolute(site, &data).filter(|_| !published.statements.is_empty()),
    }
}

fn judgement(site: &Site, id: ClaimId) -> JudgementItem {
    let details = &site[id].details;
    JudgementItem {
        key: site[id].key.clone(),
        text: site[id].text.clone(),
        likelihood: details.likelihood.as_ref().map(record::likelihood),
        confidence: details.confidence.map(Confidence::name).map(str::to_owned),
    }
}

fn claim(site: &Site, id: ClaimId) -> ClaimItem {
    let claim = &site[id];
    ClaimItem {
        key: claim.key.clone(),
        text: claim.text.clone(),
        status: site.status(id).map(str::to_owned),
        url: Page::Claim(id).address(site).filter(|_| claim.has_page),
    }
}

/// Words of the site in HTML.
pub(super) fn paragraph(words: &str) -> String {
    format!("<p>{}</p>\n", escape(words))
}
