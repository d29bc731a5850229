//! Claims and quotations.

use std::collections::HashSet;

use super::{claim_address, day, party, source};
use crate::date::Date;
use crate::document::Kind;
use crate::linked_data::{Claim, Party as Node, Quotation, Thing, Work, WorkKind};
use crate::page::Page;
use crate::quotation::quoted;
use crate::record::{Act, Wording};
use crate::site::{BriefId, ClaimId, Site, SourceId, Statement, StatementId};

/// Speakers of a claim, sources and briefs that hold it, of each so many are named; the page of the
/// claim links all of them.
const NAMED: usize = 50;

/// What the page of a claim tells: the claim with the works that hold it, and the quotations of
/// who makes it.
pub(super) fn things(site: &Site, id: ClaimId) -> Vec<Thing> {
    let statements = site[id].statements.iter();
    let quotations = statements.filter_map(|one| quotation(site, *one));
    let mut things = vec![Thing::Claim(Box::new(whole(site, id)))];
    things.extend(quotations.map(|(mut quotation, statement)| {
        let read_in = sources(statement).next();
        quotation.is_part_of = read_in.map(|id| source::work(site, id));
        Thing::Quotation(Box::new(quotation))
    }));
    things
}

/// A claim with the works that hold it.
pub(super) fn whole(site: &Site, id: ClaimId) -> Claim {
    let statements: Vec<&Statement> = site.asserting(id).map(|id| &site[id]).collect();
    let mut claim = claim(site, id, &statements);
    let works = appearances(site, &statements);
    let earliest = works.iter().filter(|(date, _)| date.is_some());
    let earliest = earliest.min_by_key(|(date, _)| *date).or(works.first());
    claim.first_appearance = earliest.map(|(_, work)| work.clone());
    claim.appearance = works.into_iter().map(|(_, work)| work).collect();
    claim
}

/// A claim in a few words: who makes it in these of the statements that assert it, and when first.
pub(super) fn claim(site: &Site, id: ClaimId, statements: &[&Statement]) -> Claim {
    let address = claim_address(site, id);
    let mut seen = HashSet::new();
    let speakers = statements.iter().filter_map(|one| one.speaker);
    let speakers = speakers.filter(|id| seen.insert(*id)).take(NAMED);
    let mut author: Vec<Node> = speakers.filter_map(|id| party::listed(site, id)).collect();
    let mut said = statements.iter().filter_map(|one| one.said).min();
    let first = statements.first().and_then(|one| one.brief);
    if let Some(brief) = first.filter(|_| site.is_own_judgement(id)) {
        author = authors(site, brief);
        let date = site[brief].brief.document.front.date.as_ref();
        said = said.or(date.map(|date| date.value));
    }
    Claim {
        id: address.clone(),
        url: address,
        text: site[id].text.clone(),
        author,
        date_published: said.and_then(day),
        first_appearance: None,
        appearance: Vec::new(),
    }
}

/// Who wrote a brief; the publisher where nobody signs.
pub(super) fn authors(site: &Site, id: BriefId) -> Vec<Node> {
    let authors = site[id].authors.iter();
    let authors: Vec<Node> = authors.filter_map(|one| party::author(site, one)).collect();
    if authors.is_empty() {
        return vec![party::publisher(site)];
    }
    authors
}

/// The works that hold a claim, each once: the sources through which it came, then the briefs, less
/// the fact checks, which do not make it.
fn appearances(site: &Site, statements: &[&Statement]) -> Vec<(Option<Date>, Work)> {
    let mut seen = HashSet::new();
    let read = statements.iter().flat_map(|one| sources(one));
    let read = read.filter(|id| seen.insert(*id)).take(NAMED);
    let read = read.map(|id| {
        let date = site[id].entry.date();
        (date, source::work(site, id))
    });
    let mut seen = HashSet::new();
    let told = statements.iter().filter_map(|one| one.brief);
    let makes = |id: &BriefId| site[*id].brief.document.front.kind != Kind::Factcheck;
    let told = told.filter(|id| makes(id) && seen.insert(*id));
    let told = told.take(NAMED);
    let told = told.map(|id| {
        let front = &site[id].brief.document.front;
        let mut work = Work::named(WorkKind::WebPage, &front.title);
        work.url = Page::Brief(id).address(site);
        let date = front.date.as_ref().map(|date| date.value);
        work.date_published = date.and_then(day);
        (date, work)
    });
    read.chain(told).collect()
}

/// The sources in which a statement was read, nearest first: the relay, else what is cited for it.
fn sources(statement: &Statement) -> impl Iterator<Item = SourceId> {
    let relay = statement.via.iter().copied();
    let is_relayed = !statement.via.is_empty();
    let cited = statement.citations.iter().filter(move |_| !is_relayed);
    relay.chain(cited.map(|cited| cited.source))
}

/// The words of a statement that gives all of them as they were said, by somebody named.
pub(super) fn quotation(site: &Site, id: StatementId) -> Option<(Quotation, &Statement)> {
    let statement = &site[id];
    let is_direct = statement.wording == Wording::Direct && statement.act != Act::Declines;
    if !is_direct || !statement.reviewed() {
        return None;
    }
    let speaker = party::listed(site, statement.speaker?)?;
    let words = quoted(&statement.text);
    let text = if words.is_empty() {
        statement.text.clone()
    } else {
        words.join(" … ")
    };
    let page = statement.brief.and_then(|id| Page::Brief(id).address(site));
    let quotation = Quotation {
        url: page.map(|page| format!("{page}#s{}", statement.number)),
        text,
        creator: speaker.clone(),
        spoken_by_character: speaker,
        date_created: statement.said.and_then(day),
        is_part_of: None,
    };
    Some((quotation, statement))
}
