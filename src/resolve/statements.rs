//! Statements: an annotation with its names looked up and what its claim's entry adds.

use super::names::Names;
use super::translations::reading_order;
use super::{claims, origins};
use crate::brief::{Annotation, Declined, Found};
use crate::record::{Act, ClaimEntry, Wording};
use crate::report::Report;
use crate::roster::Roster;
use crate::site::{
    BriefId, Cited, ClaimId, Matter, Origin, OriginRule, Party, Site, SourceId, SpeakerId,
    Statement, StatementId,
};
use crate::text::Name;

/// Makes the statements of all briefs, oldest brief first and translations last, and of claims that only the record
/// tells of.
pub(super) fn make(site: &mut Site, entries: &[ClaimEntry], names: &Names, report: &mut Report) {
    let roster = Roster::new(site.speakers.iter().map(|speaker| &speaker.entry));
    for BriefId(index) in reading_order(site) {
        let citations = citations(site, BriefId(index), names, report);
        let annotations = site.briefs[index].brief.annotations.clone();
        for (number, annotation) in annotations.iter().enumerate() {
            let cited: Vec<Cited> = annotation
                .citations
                .iter()
                .filter_map(|place| citations.get(*place))
                .flatten()
                .cloned()
                .collect();
            let place = (BriefId(index), number + 1);
            let mut statement =
                of_annotation(site, annotation, place, cited, entries, names, report);
            if let Some(found) = &annotation.found {
                as_found(site, &mut statement, found, &roster);
            }
            let id = add(site, statement);
            site.briefs[index].statements.push(id);
        }
        site.briefs[index].citations = citations;
    }
    for (index, entry) in entries.iter().enumerate() {
        if site.claims[index].statements.is_empty() {
            let statement = of_entry(site, entry, ClaimId(index), names, report);
            add(site, statement);
        } else {
            check_names(entry, names, report);
        }
    }
}

/// The sources of each citation of a brief's text.
fn citations(site: &Site, id: BriefId, names: &Names, report: &mut Report) -> Vec<Vec<Cited>> {
    let cited = |one: &crate::brief::CitedSource, report: &mut Report| {
        let source = names.source(&one.key, report)?;
        Some(Cited {
            source,
            locator: one.locator.clone(),
        })
    };
    let citations = site[id].brief.citations.iter();
    citations
        .map(|citation| {
            citation
                .items
                .iter()
                .filter_map(|one| cited(one, report))
                .collect()
        })
        .collect()
}

fn add(site: &mut Site, statement: Statement) -> StatementId {
    let id = StatementId(site.statements.len());
    if repeats(site, &statement) {
        site.claims[statement.claim.0].translations.push(id);
        site.statements.push(statement);
        return id;
    }
    site.claims[statement.claim.0].statements.push(id);
    if is_found_in_translation(site, &statement) {
        site.statements.push(statement);
        return id;
    }
    if let Some(speaker) = statement.speaker {
        site.speakers[speaker.0].statements.push(id);
    }
    if let Some(Matter::Claim(claim)) = statement.declines {
        site.claims[claim.0].asked.push(id);
    }
    for source in sources(&statement) {
        let list = &mut site.sources[source.0].statements;
        if list.last() != Some(&id) {
            list.push(id);
        }
    }
    match &statement.origin {
        Some((_, OriginRule::Stated(Origin::Source(source)))) => {
            site.sources[source.0].named_by.push(id);
        }
        Some((_, OriginRule::Stated(Origin::Party(Party::Speaker(speaker))))) => {
            site.speakers[speaker.0].named_by.push(id);
        }
        _ => {}
    }
    site.statements.push(statement);
    id
}

/// Whether a statement says in another language what one of its brief's original says: that the
/// same speaker makes the same claim.
fn repeats(site: &Site, statement: &Statement) -> bool {
    let Some(original) = statement.brief.and_then(|brief| site[brief].original) else {
        return false;
    };
    let known = site[statement.claim].statements.iter().map(|id| &site[*id]);
    known
        .filter(|one| one.brief == Some(original))
        .any(|one| one.speaker == statement.speaker)
}

/// What the detector finds in a translation stands in the original too, in words that it cannot
/// compare: it is no further statement of a speaker or from a source.
fn is_found_in_translation(site: &Site, statement: &Statement) -> bool {
    let original = statement.brief.and_then(|brief| site[brief].original);
    original.is_some() && statement.found.is_some()
}

/// Relay and citations, in that order.
fn sources(statement: &Statement) -> Vec<SourceId> {
    let cited = statement.citations.iter().map(|cited| cited.source);
    statement.via.iter().copied().chain(cited).collect()
}

fn of_annotation(
    site: &Site,
    annotation: &Annotation,
    (brief, number): (BriefId, usize),
    citations: Vec<Cited>,
    entries: &[ClaimEntry],
    names: &Names,
    report: &mut Report,
) -> Statement {
    let says = &annotation.says;
    let published = &site[brief].brief;
    let key = says.claim.as_ref().map_or_else(
        || claims::own_key(&published.document.slug, number),
        |key| key.value.clone(),
    );
    let claim = names.claims.get(&key).copied().unwrap_or(ClaimId(0));
    // What the entry says of its speaker's statement holds where nobody else is named.
    let entry = entries.get(claim.0).filter(|entry| {
        says.by.is_none() || says.by.as_ref().map(value) == entry.by.as_ref().map(value)
    });
    let by = says
        .by
        .as_ref()
        .or(entry.and_then(|entry| entry.by.as_ref()));
    let via = match (says.via.as_slice(), entry) {
        ([], Some(entry)) if citations.is_empty() => &entry.via,
        (via, _) => via,
    };
    let origin = says
        .origin
        .as_ref()
        .or(entry.and_then(|entry| entry.origin.as_ref()));
    let entry_said = entry.and_then(|entry| entry.said.as_ref());
    let entry_act = entry.and_then(|entry| entry.act);
    let mut statement = Statement {
        brief: Some(brief),
        number,
        claim,
        speaker: by.and_then(|name| names.speaker(name, report)),
        act: says.act.or(entry_act).unwrap_or(Act::Says),
        via: via
            .iter()
            .filter_map(|name| names.source(name, report))
            .collect(),
        cue: annotation.cue.clone(),
        citations,
        origin: None,
        said: says.said.as_ref().or(entry_said).map(|date| date.value),
        about: says.about.clone(),
        hedge: says.hedge.clone(),
        likelihood: says.likelihood.clone(),
        confidence: says.confidence,
        credibility: says.credibility,
        declines: says
            .declines
            .as_ref()
            .and_then(|declined| matter(declined, names, report)),
        wording: annotation.wording,
        text: claims::one_line(&published.text[annotation.range.clone()]),
        range: annotation.range.clone(),
        span: annotation.span,
        found: None,
    };
    let stated = origin.and_then(|name| names.origin(name, report));
    let sources = sources(&statement);
    statement.origin = origins::of_statement(site, stated.as_ref(), &sources, statement.speaker);
    statement
}

/// What the text alone says of a statement that nobody has marked: who speaks and through whom, by
/// the names of the record where it has them. Its origin is not known before somebody has looked.
fn as_found(site: &Site, statement: &mut Statement, found: &Found, roster: &Roster) {
    let listed = |name: &String| roster.find(name).map(SpeakerId);
    statement.speaker = found.speaker.as_ref().and_then(listed);
    let name = |name: &String| match listed(name) {
        Some(id) => site[id].entry.name.clone(),
        None => name.clone(),
    };
    statement.found = Some(Found {
        speaker: found
            .speaker
            .clone()
            .filter(|_| statement.speaker.is_none()),
        via: found.via.iter().map(name).collect(),
    });
    statement.origin = None;
}

fn value(name: &Name) -> &str {
    &name.value
}

fn matter(declined: &Declined, names: &Names, report: &mut Report) -> Option<Matter> {
    match declined {
        Declined::Claim(name) => names.claim(name, report).map(Matter::Claim),
        Declined::Matter(words) => Some(Matter::Words(words.clone())),
    }
}

/// The statement of a claim that no brief makes: the record's word for it, with no place.
fn of_entry(
    site: &Site,
    entry: &ClaimEntry,
    claim: ClaimId,
    names: &Names,
    report: &mut Report,
) -> Statement {
    let speaker = entry
        .by
        .as_ref()
        .and_then(|name| names.speaker(name, report));
    let via: Vec<SourceId> = entry
        .via
        .iter()
        .filter_map(|name| names.source(name, report))
        .collect();
    let stated = entry
        .origin
        .as_ref()
        .and_then(|name| names.origin(name, report));
    Statement {
        brief: None,
        number: 0,
        claim,
        speaker,
        act: entry.act.unwrap_or(Act::Says),
        origin: origins::of_statement(site, stated.as_ref(), &via, speaker),
        via,
        cue: None,
        citations: Vec::new(),
        said: entry.said.as_ref().map(|date| date.value),
        about: entry.about.clone(),
        hedge: None,
        likelihood: None,
        confidence: None,
        credibility: None,
        declines: None,
        wording: Wording::Indirect,
        text: site[claim].text.clone(),
        range: 0..0,
        span: entry.key.span,
        found: None,
    }
}

/// Names of an entry that no statement takes over are looked up all the same: a slip is a slip.
fn check_names(entry: &ClaimEntry, names: &Names, report: &mut Report) {
    let mut unused = Report::default();
    if let Some(by) = &entry.by {
        names.speaker(by, &mut unused);
    }
    for via in &entry.via {
        names.source(via, &mut unused);
    }
    if let Some(origin) = &entry.origin {
        names.origin(origin, &mut unused);
    }
    report.extend(unused);
}
