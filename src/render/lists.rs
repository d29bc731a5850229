//! Lists: of briefs, speakers, sources and topics.

use serde::Serialize;

use super::doubts::{self, Doubt};
use super::drawing::drawings;
use super::engine::{Value, value};
use super::localised::Localised;
use super::row::{ClaimRow, claim_row};
use super::shapes::{
    Count, DateShape, Edition, Figure, Grade, Likelihood, Link, Pager, Word, figures, part,
    source_date,
};
use super::statement::{confidence, role_at, status};
use crate::document::State;
use crate::page::{Page, Scope};
use crate::plan::Plan;
use crate::site::{BriefId, ClaimId, Node, SourceId, SpeakerId};

/// What a list page reads, by name.
type Parts = Vec<(&'static str, Value)>;

/// A brief in a list.
#[derive(Clone, Debug, Serialize)]
pub(super) struct BriefItem {
    title: String,
    lang: Option<String>,
    languages: Vec<Edition>,
    path: String,
    kind: Option<String>,
    date: Option<DateShape>,
    state: Option<String>,
    summary: Option<String>,
    glance: Vec<Figure>,
}

/// A key judgement.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Judgement {
    claim: Link,
    status: Option<Word>,
    likelihood: Option<Likelihood>,
    confidence: Option<String>,
    doubts: Vec<Doubt>,
    #[serde(rename = "where")]
    place: Option<Link>,
}

/// A source in a list.
#[derive(Clone, Debug, Serialize)]
pub(super) struct SourceItem {
    pub(super) id: Option<String>,
    pub(super) mark_html: Option<String>,
    pub(super) link: Link,
    pub(super) publisher: Option<String>,
    pub(super) date: Option<DateShape>,
    pub(super) entry_html: String,
    pub(super) url: Option<String>,
    pub(super) archive: Option<ArchiveShape>,
    pub(super) grade: Option<Grade>,
    pub(super) access: Option<String>,
    pub(super) origin: Option<Link>,
    pub(super) state: Word,
    pub(super) count: Count,
}

#[derive(Clone, Debug, Serialize)]
pub(super) struct ArchiveShape {
    url: String,
    date: Option<DateShape>,
}

#[derive(Debug, Serialize)]
struct SpeakerItem {
    link: Link,
    role: Option<String>,
    org: Option<Link>,
    counts: Vec<Count>,
}

#[derive(Debug, Serialize)]
struct TopicShape {
    name: String,
    briefs: Vec<BriefItem>,
    claims: Vec<ClaimRow>,
    drawings: Vec<Link>,
}

#[derive(Debug, Serialize)]
struct TopicItem {
    link: Link,
    counts: Vec<Count>,
}

pub(super) fn brief_item(site: &Localised, id: BriefId) -> BriefItem {
    let published = &site[id];
    let front = &published.brief.document.front;
    BriefItem {
        title: front.title.clone(),
        lang: site.other_language(site.brief_language(id)),
        languages: site.other_editions(&Page::Brief(id)),
        path: Page::Brief(id).route(site),
        kind: Some(site.words.word("kinds", front.kind.word()).to_owned()),
        date: front.date.as_ref().map(|date| site.date(date.value)),
        state: state(site, id).or_else(|| doubts::state(site, Node::Brief(id))),
        summary: front.summary.clone(),
        glance: figures(site, &published.glance),
    }
}

/// What a reader has to know of a brief's state, if it is not simply out.
fn state(site: &Localised, id: BriefId) -> Option<String> {
    let front = &site[id].brief.document.front;
    let key = match front.state {
        State::Draft => "brief_states.draft",
        State::Review => "brief_states.review",
        State::Withdrawn => "brief_states.withdrawn",
        State::Published | State::Embargoed => {
            let due = front.review_by.as_ref()?;
            let is_due = due.value.certainly_before(site.today);
            is_due.then_some("brief_states.due")?
        }
    };
    Some(site.words.text(key).to_owned())
}

pub(super) fn judgement(site: &Localised, id: ClaimId, place: Option<BriefId>) -> Judgement {
    let details = &site[id].details;
    Judgement {
        claim: Link::claim_or_mark(site, id),
        status: status(site, id),
        likelihood: details.likelihood.as_ref().map(Likelihood::from),
        confidence: details.confidence.map(|one| confidence(site, one)),
        doubts: doubts::doubts(site, Node::Claim(id)),
        place: place.map(|id| Link::brief(site, id)),
    }
}

pub(super) fn source_item(site: &Localised, id: SourceId) -> SourceItem {
    let source = &site[id];
    let entry = &source.entry;
    let copy = entry.archived.as_ref();
    let archive = copy.and_then(|copy| {
        let url = copy.url.as_ref()?.value.clone();
        Some(ArchiveShape {
            url,
            date: copy.date.as_ref().map(|date| site.date(date.value)),
        })
    });
    SourceItem {
        id: None,
        mark_html: None,
        link: Link::source(site, id),
        publisher: source.publisher.clone(),
        date: source_date(site, id),
        entry_html: source.html.clone(),
        url: entry.entry.url(),
        archive,
        grade: Grade::new(site, entry.reliability, None),
        access: entry
            .access
            .map(|access| site.words.word("access", access.word()).to_owned()),
        origin: source
            .origin
            .as_ref()
            .map(|origin| Link::origin(site, origin)),
        state: site.word("source_states", entry.state.word()),
        count: site.count(source.statements.len(), "counts.statements"),
    }
}

pub(super) fn briefs(site: &Localised, number: usize) -> Parts {
    let ids: Vec<BriefId> = site.listed_briefs().collect();
    let items: Vec<_> = part(site, &ids, number)
        .iter()
        .map(|id| brief_item(site, *id))
        .collect();
    let pager = Pager::new(site, number, ids.len(), Page::Briefs);
    vec![("briefs", value(&items)), ("pager", value(&pager))]
}

/// Speakers by name.
pub(super) fn speakers(site: &Localised, number: usize) -> Parts {
    let mut ids: Vec<SpeakerId> = site.speaker_ids().collect();
    ids.sort_by_cached_key(|id| (site[*id].entry.name.to_lowercase(), *id));
    let item = |id: &SpeakerId| {
        let speaker = &site[*id];
        SpeakerItem {
            link: Link::speaker(site, *id),
            role: role_at(site, *id, None),
            org: speaker.org.as_ref().map(|org| Link::party(site, org)),
            counts: vec![site.count(speaker.statements.len(), "counts.statements")],
        }
    };
    let items: Vec<_> = part(site, &ids, number).iter().map(item).collect();
    let pager = Pager::new(site, number, ids.len(), Page::Speakers);
    vec![("speakers", value(&items)), ("pager", value(&pager))]
}

/// Sources, newest first.
pub(super) fn sources(site: &Localised, number: usize) -> Parts {
    let mut ids: Vec<SourceId> = site.source_ids().collect();
    ids.sort_by_cached_key(|id| (std::cmp::Reverse(site[*id].entry.entry.date()), *id));
    let items: Vec<_> = part(site, &ids, number)
        .iter()
        .map(|id| source_item(site, *id))
        .collect();
    let pager = Pager::new(site, number, ids.len(), Page::Sources);
    vec![("sources", value(&items)), ("pager", value(&pager))]
}

/// A page of a topic; its claims stand on the first, the rest is in the ledger.
pub(super) fn topic(
    site: &Localised,
    plan: &Plan,
    key: &str,
    number: usize,
    claims: &[ClaimId],
) -> Parts {
    let (name, briefs) = site
        .topics
        .get(key)
        .map(|topic| (topic.name.clone(), topic.briefs.as_slice()))
        .unwrap_or_default();
    let claims = if number == 1 {
        part(site, claims, 1)
    } else {
        &[]
    };
    let topic = TopicShape {
        name,
        briefs: part(site, briefs, number)
            .iter()
            .map(|id| brief_item(site, *id))
            .collect(),
        claims: claims.iter().map(|id| claim_row(site, *id, None)).collect(),
        drawings: drawings(site, plan, &Scope::Topic(key.to_owned())),
    };
    let pager = Pager::new(site, number, briefs.len(), |n| {
        Page::Topic(key.to_owned(), n)
    });
    vec![("topic", value(&topic)), ("pager", value(&pager))]
}

/// Topics by name.
pub(super) fn topics(site: &Localised) -> Parts {
    let mut keys: Vec<_> = site.topics.iter().collect();
    keys.sort_by_cached_key(|(key, topic)| (topic.name.to_lowercase(), *key));
    let item = |(key, topic): (&String, &crate::site::Topic)| TopicItem {
        link: Link::to(site, &topic.name, &Page::Topic(key.clone(), 1)),
        counts: vec![site.count(topic.briefs.len(), "counts.briefs")],
    };
    let items: Vec<_> = keys.into_iter().map(item).collect();
    vec![("topics", value(&items))]
}
