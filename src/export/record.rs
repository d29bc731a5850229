//! From a site to its record as data.

use std::collections::BTreeSet;

use serde::{Serialize, Serializer};

use super::visible::visible;
use crate::brief::Brief;
use crate::dataset::{
    ArchivedData, BriefData, CitationData, ClaimData, Dataset, EvidenceData, GlanceData,
    HistoryData, LikelihoodData, RelationData, RoleData, SiteData, SourceData, SpeakerData,
    StatementData, VERSION, VerdictData,
};
use crate::date::Date;
use crate::page::{Page, public_path};
use crate::provenance::name;
use crate::scale::{Confidence, Term};
use crate::site::{
    BriefId, Cause, Claim, ClaimId, GivenVerdict, Glance, Matter, Origin, Party, Site, SourceId,
    SpeakerId, Statement, StatementId, StatusStep,
};
use crate::text::Spanned;

/// The whole record. Its claims are made one by one as they are written: of a large site they are
/// more than all the rest together.
pub(super) fn whole(site: &Site) -> Whole<'_> {
    Whole {
        version: VERSION,
        site: site_data(site),
        briefs: site.brief_ids().map(|id| brief(site, id)).collect(),
        claims: Claims(site),
        speakers: site.speaker_ids().map(|id| speaker(site, id)).collect(),
        sources: site.source_ids().map(|id| source(site, id)).collect(),
    }
}

/// A [`Dataset`] of the whole site, ready to be written.
#[derive(Serialize)]
pub(super) struct Whole<'a> {
    version: u32,
    site: SiteData,
    briefs: Vec<BriefData>,
    claims: Claims<'a>,
    speakers: Vec<SpeakerData>,
    sources: Vec<SourceData>,
}

struct Claims<'a>(&'a Site);

impl Serialize for Claims<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(claims(self.0))
    }
}

/// The claims of the whole site, each made when it is asked for.
pub(super) fn claims(site: &Site) -> impl Iterator<Item = ClaimData> {
    let places = Places::of(site, site.brief_ids());
    site.claim_ids()
        .map(move |id| claim(site, id, &places, |_| true))
}

/// What some briefs tell of: their statements, with the claims, speakers and sources that they name.
pub(super) fn of_briefs(site: &Site, ids: &[BriefId]) -> Dataset {
    let own = ids.iter().flat_map(|id| &site[*id].statements);
    let statements = own.map(|one| &site[*one]);
    let claims: BTreeSet<ClaimId> = statements.clone().map(|one| one.claim).collect();
    let speakers: BTreeSet<SpeakerId> = statements.filter_map(|one| one.speaker).collect();
    let sources = ids.iter().flat_map(|id| &site[*id].sources);
    let sources: BTreeSet<SourceId> = sources.copied().collect();
    let places = Places::of(site, ids.iter().copied());
    let is_here = |statement: &Statement| statement.brief.is_some_and(|id| ids.contains(&id));
    Dataset {
        version: VERSION,
        site: site_data(site),
        briefs: ids.iter().map(|id| brief(site, *id)).collect(),
        claims: claims
            .into_iter()
            .map(|id| claim(site, id, &places, is_here))
            .collect(),
        speakers: speakers.into_iter().map(|id| speaker(site, id)).collect(),
        sources: sources.into_iter().map(|id| source(site, id)).collect(),
    }
}

/// The places of statements in the visible text of their briefs, in Unicode characters.
struct Places(std::collections::HashMap<StatementId, (usize, usize)>);

impl Places {
    fn of(site: &Site, briefs: impl Iterator<Item = BriefId>) -> Self {
        Self(briefs.flat_map(|id| Self::of_brief(site, id).0).collect())
    }

    fn of_brief(site: &Site, id: BriefId) -> Self {
        if site[id].statements.is_empty() {
            return Self(std::collections::HashMap::new());
        }
        let places = visible(site, id).places.into_iter();
        let places = places.map(|place| (place.start, place.end));
        Self(site[id].statements.iter().copied().zip(places).collect())
    }
}

fn site_data(site: &Site) -> SiteData {
    SiteData {
        title: site.settings.title.clone(),
        url: site.settings.base_url.clone(),
        lang: site.settings.lang.clone(),
    }
}

/// The address of a page, absolute where the site has an address.
pub(super) fn address(site: &Site, page: &Page) -> String {
    let base = site.settings.base_url.as_deref().unwrap_or_default();
    format!("{base}{}", public_path(&page.route(site)))
}

/// The address of a statement's mark.
pub(super) fn mark(site: &Site, statement: &Statement) -> Option<String> {
    let page = address(site, &Page::Brief(statement.brief?));
    Some(format!("{page}#s{}", statement.number))
}

fn brief(site: &Site, id: BriefId) -> BriefData {
    let published = &site[id];
    let Brief { document, .. } = &published.brief;
    let front = &document.front;
    let date = |date: &Option<Spanned<Date>>| date.as_ref().map(|date| date.value.iso());
    BriefData {
        slug: document.slug.clone(),
        title: front.title.clone(),
        date: date(&front.date),
        updated: date(&front.updated),
        kind: front.kind.word().to_owned(),
        state: front.state.word().to_owned(),
        lang: front.lang.as_ref().unwrap_or(&site.settings.lang).clone(),
        translation_of: published
            .original
            .map(|id| site[id].brief.document.slug.clone()),
        url: address(site, &Page::Brief(id)),
        summary: front.summary.clone(),
        authors: published
            .authors
            .iter()
            .map(|one| party(site, one))
            .collect(),
        tags: front.tags.iter().map(|tag| tag.value.clone()).collect(),
        key_judgements: keys(site, &published.key_judgements),
        glance: glance(published.glance),
    }
}

pub(super) fn glance(glance: Glance) -> GlanceData {
    GlanceData {
        statements: glance.statements,
        speakers: glance.speakers,
        outlets: glance.outlets,
        origins: glance.origins,
        denials: glance.denials,
        non_answers: glance.non_answers,
        unsourced: glance.unsourced,
        unreviewed: glance.unreviewed,
    }
}

fn keys(site: &Site, claims: &[ClaimId]) -> Vec<String> {
    claims.iter().map(|id| site[*id].key.clone()).collect()
}

fn party(site: &Site, party: &Party) -> String {
    origin(site, &Origin::Party(party.clone()))
}

/// The key of an origin, or its name where the record does not list it.
fn origin(site: &Site, at: &Origin) -> String {
    name(site, at).to_owned()
}

fn source_key(site: &Site, id: SourceId) -> String {
    site[id].entry.key.value.clone()
}

/// A claim with those of its statements that are wanted.
fn claim(
    site: &Site,
    id: ClaimId,
    places: &Places,
    wanted: impl Fn(&Statement) -> bool,
) -> ClaimData {
    let claim = &site[id];
    let details = &claim.details;
    let first = claim.statements.first().map(|id| &site[*id]);
    let statements = claim.statements.iter().chain(&claim.translations);
    let statements = statements.filter(|id| wanted(&site[**id]));
    ClaimData {
        key: claim.key.clone(),
        text: claim.text.clone(),
        url: if claim.has_page {
            Some(address(site, &Page::Claim(id)))
        } else {
            first.and_then(|statement| mark(site, statement))
        },
        status: site.status(id).map(str::to_owned),
        computed_status: claim.computed.word().to_owned(),
        credibility: details.credibility.and_then(|one| one.digit().parse().ok()),
        likelihood: details.likelihood.as_ref().map(likelihood),
        confidence: details.confidence.map(Confidence::name).map(str::to_owned),
        about: details.about.as_ref().map(|about| about.iso().to_owned()),
        origins: claim.origins.iter().map(|one| origin(site, one)).collect(),
        statements: statements.map(|id| statement(site, *id, places)).collect(),
        relations: relations(site, claim),
        history: history(site, claim),
        evidence: evidence(site, claim),
        short: details.short.as_ref().map(|short| short.value.clone()),
        verdicts: verdicts(site, claim),
        tags: claim.topics.iter().cloned().collect(),
    }
}

pub(super) fn likelihood(term: &Term) -> LikelihoodData {
    LikelihoodData {
        term: term
            .words
            .first()
            .map(ToString::to_string)
            .unwrap_or_default(),
        low: term.low,
        high: term.high,
    }
}

fn relations(site: &Site, claim: &Claim) -> Vec<RelationData> {
    let outgoing = claim.outgoing.iter().map(|index| &site.relations[*index]);
    let tie = |relation: &crate::site::Relation| RelationData {
        r#type: relation.kind.word().to_owned(),
        to: site[relation.to].key.clone(),
    };
    outgoing.map(tie).collect()
}

fn history(site: &Site, claim: &Claim) -> Vec<HistoryData> {
    let change = |step: &StatusStep| {
        let entry = match step.cause {
            Cause::Entry(index) => claim.details.history.get(index),
            _ => None,
        };
        let sources = entry.map_or_else(Vec::new, |entry| entry.sources.clone());
        HistoryData {
            value: step.status.word().to_owned(),
            kind: step.status.kind().to_owned(),
            date: step.date.map(Date::iso),
            recorded: step.recorded.map(Date::iso),
            note: entry.and_then(|entry| entry.note.clone()),
            sources: sources.iter().map(|id| source_key(site, *id)).collect(),
        }
    };
    claim.history.iter().map(change).collect()
}

fn verdicts(site: &Site, claim: &Claim) -> Vec<VerdictData> {
    let given = |given: &GivenVerdict| {
        let verdict = site.settings.verdicts.get(given.verdict)?;
        Some(VerdictData {
            name: verdict.name.clone(),
            number: verdict.number,
            date: given.date.map(Date::iso),
            by: given.by.as_ref().map(|by| party(site, by)),
            note: given.note.clone(),
        })
    };
    claim.details.verdicts.iter().filter_map(given).collect()
}

fn evidence(site: &Site, claim: &Claim) -> Vec<EvidenceData> {
    let passage = |one: &crate::site::Evidence| EvidenceData {
        source: source_key(site, one.source),
        locator: one.entry.locator.clone(),
        quote: one.entry.quote.as_ref().map(|quote| quote.value.clone()),
        stance: one.entry.stance.word().to_owned(),
    };
    claim.details.evidence.iter().map(passage).collect()
}

fn statement(site: &Site, id: StatementId, places: &Places) -> StatementData {
    let one = &site[id];
    let brief = one.brief.map(|id| &site[id].brief);
    let place = places.0.get(&id);
    let speaker = one.speaker.map(|id| &site[id].entry);
    let citation = |cited: &crate::site::Cited| CitationData {
        source: source_key(site, cited.source),
        locator: cited.locator.clone(),
    };
    StatementData {
        brief: brief.map(|brief| brief.document.slug.clone()),
        speaker: speaker.map(|entry| entry.key.value.clone()),
        speaker_name: match speaker {
            Some(entry) => Some(entry.name.clone()),
            None => one.unlisted().map(str::to_owned),
        },
        act: one.act.word().to_owned(),
        kind: one.wording.word().to_owned(),
        cue: one.cue.clone(),
        via: one.via.iter().map(|id| source_key(site, *id)).collect(),
        via_names: one.heard_through().to_vec(),
        citations: one.citations.iter().map(citation).collect(),
        origin: one.origin.as_ref().map(|(at, _)| origin(site, at)),
        said: one.said.map(Date::iso),
        about: one.about.as_ref().map(|about| about.iso().to_owned()),
        hedge: one.hedge.clone(),
        declines: one.declines.as_ref().map(|matter| match matter {
            Matter::Claim(id) => site[*id].key.clone(),
            Matter::Words(words) => words.clone(),
        }),
        text: one.text.clone(),
        start: place.map(|(start, _)| *start),
        end: place.map(|(_, end)| *end),
        url: mark(site, one),
        reviewed: one.reviewed(),
        lang: one.brief.map(|id| site.brief_language(id).to_owned()),
        translation: site[one.claim].translations.contains(&id),
    }
}

fn speaker(site: &Site, id: SpeakerId) -> SpeakerData {
    let speaker = &site[id];
    let entry = &speaker.entry;
    let role = |role: &crate::record::Role| RoleData {
        role: role.role.clone(),
        from: role.from.map(Date::iso),
        to: role.to.map(Date::iso),
    };
    SpeakerData {
        key: entry.key.value.clone(),
        name: entry.name.clone(),
        r#type: speaker.kind().word().to_owned(),
        aliases: entry.aliases.clone(),
        org: speaker.org.as_ref().map(|org| party(site, org)),
        top: party(site, &speaker.top),
        same_as: entry.same_as.clone(),
        roles: entry.roles.iter().map(role).collect(),
        url: address(site, &Page::Speaker(id)),
    }
}

fn source(site: &Site, id: SourceId) -> SourceData {
    let source = &site[id];
    let entry = &source.entry;
    let copy = |copy: &crate::record::Archived| ArchivedData {
        url: copy.url.as_ref().map(|url| url.value.clone()),
        date: copy.date.as_ref().map(|date| date.value.iso()),
        sha256: copy.sha256.as_ref().map(|sum| sum.value.clone()),
    };
    SourceData {
        key: entry.key.value.clone(),
        r#type: entry.entry.kind(),
        title: entry.entry.title(),
        publisher: source.publisher.clone(),
        date: entry.date().map(Date::iso),
        source_url: entry.entry.url(),
        reliability: entry.reliability.map(|one| one.letter().to_owned()),
        access: entry.access.map(|one| one.word().to_owned()),
        origin: origin(site, &source.top),
        state: entry.state.word().to_owned(),
        archived: entry.archived.as_ref().map(copy),
        url: address(site, &Page::Source(id)),
    }
}
