//! A statement in a line: who says it, through whom, what, how it stands and where it comes from.

use std::collections::BTreeMap;

use super::content::link;
use super::words::Words;
use crate::html::escape;
use crate::page::Page;
use crate::record::RelationKind;
use crate::site::{
    BriefId, ClaimId, Computed, Matter, Origin, Site, SourceId, Statement, StatementId,
};

/// The line, in HTML.
pub(super) fn note(site: &Site, words: &Words, id: StatementId) -> String {
    let statement = &site[id];
    let who = escape(&speaker(site, words, statement));
    let who = format!("<b>{who}</b>");
    let act = escape(words.word("acts", statement.act.word()));
    let mut line = words.html("note.act", &[("speaker", &who), ("act", &act)]);
    let via = relays(site, statement);
    if !via.is_empty() {
        line.push_str(", ");
        line.push_str(&words.html("feeds.via", &[("relays", &escape(&via.join(" → ")))]));
    }
    let mut parts = vec![format!("{line}: {}", matter(site, words, statement))];
    parts.extend(
        facts(site, words, statement)
            .into_iter()
            .map(|fact| escape(&fact)),
    );
    let is_disputed = status(site, statement) == Some(Computed::Disputed.word());
    parts.extend(against(site, words, statement.claim));
    if is_disputed {
        parts.extend(contested(site, words, statement.claim));
    }
    let parts = parts.into_iter().map(|part| stopped(&part));
    parts.collect::<Vec<_>>().join(" ")
}

/// A sentence with its stop.
fn stopped(sentence: &str) -> String {
    let words = sentence.trim_end_matches("</a>");
    let is_stopped = words.ends_with(['.', '?', '!', '…']) || words.ends_with(".”");
    format!("{sentence}{}", if is_stopped { "" } else { "." })
}

/// Who speaks.
pub(super) fn speaker(site: &Site, words: &Words, statement: &Statement) -> String {
    match (statement.speaker, statement.unlisted()) {
        (Some(id), _) => site[id].entry.name.clone(),
        (None, Some(name)) => name.to_owned(),
        (None, None) if statement.is_own_judgement() => words.text("note.authors").to_owned(),
        (None, None) => words.text("note.nobody").to_owned(),
    }
}

/// Through whom it came, nearest first.
fn relays(site: &Site, statement: &Statement) -> Vec<String> {
    let sources = statement.via.iter().map(|id| outlet(site, *id));
    sources
        .chain(statement.heard_through().iter().cloned())
        .collect()
}

/// A source by its publisher, else by its title.
pub(super) fn outlet(site: &Site, id: SourceId) -> String {
    let source = &site[id];
    let title = || source.entry.entry.title();
    let name = source.publisher.clone().or_else(title);
    name.unwrap_or_else(|| source.entry.key.value.clone())
}

/// What is said, or what gets no answer.
fn matter(site: &Site, words: &Words, statement: &Statement) -> String {
    match &statement.declines {
        Some(Matter::Claim(id)) => claim(site, *id),
        Some(Matter::Words(matter)) => escape(&words.quoted(matter)),
        None => claim(site, statement.claim),
    }
}

/// A claim with the way to its page.
fn claim(site: &Site, id: ClaimId) -> String {
    let address = Page::Claim(id).address(site).filter(|_| site[id].has_page);
    let text = &site[id].text;
    address.map_or_else(|| escape(text), |address| link(&address, text))
}

/// How the statement stands: status, likelihood, confidence, origin, grade, day.
fn facts(site: &Site, words: &Words, statement: &Statement) -> Vec<String> {
    let status = status(site, statement);
    let status = status.map(|key| capital(words.word("statuses", key)));
    let held = words.held(statement.likelihood.as_ref(), statement.confidence);
    let origin = statement
        .origin
        .as_ref()
        .filter(|_| !statement.is_own_judgement());
    let origin = origin
        .map(|(origin, _)| words.fill("feeds.origin", &[("origin", &origin_name(site, origin))]));
    let credibility = statement
        .credibility
        .or(site[statement.claim].details.credibility);
    let first = statement
        .via
        .first()
        .or(statement.citations.first().map(|one| &one.source));
    let reliability = first.and_then(|id| site[*id].entry.reliability);
    let letter = reliability.map(|one| one.letter().to_string());
    let digit = credibility.map(|one| one.digit().to_string());
    let grade = letter.unwrap_or_default() + &digit.unwrap_or_default();
    let grade = (!grade.is_empty()).then(|| words.fill("feeds.grade", &[("grade", &grade)]));
    let said = statement
        .said
        .map(|day| words.fill("feeds.said", &[("on", &words.on(day))]));
    [status, held, origin, grade, said]
        .into_iter()
        .flatten()
        .collect()
}

/// The status as of the brief's day, so that an entry stays as it is until its brief is changed.
fn status(site: &Site, statement: &Statement) -> Option<&'static str> {
    if !statement.reviewed() {
        return Some("unreviewed");
    }
    let day = |id: BriefId| site[id].brief.document.front.stands_as_of();
    match statement.brief.and_then(day) {
        Some(day) => site.status_on(statement.claim, day),
        None => site.status(statement.claim),
    }
}

fn origin_name(site: &Site, origin: &Origin) -> String {
    match origin {
        Origin::Source(id) => {
            let entry = &site[*id].entry.entry;
            entry.short_title().unwrap_or_else(|| outlet(site, *id))
        }
        Origin::Party(party) => site.party_name(party).to_owned(),
    }
}

/// What the claim speaks against.
fn against(site: &Site, words: &Words, id: ClaimId) -> Vec<String> {
    let outgoing = site[id].outgoing.iter().map(|one| &site.relations[*one]);
    let against = outgoing.filter(|one| one.kind.is_against()).map(|one| {
        let verb = capital(words.word("relations", one.kind.word()));
        format!("{}: {}", escape(&verb), claim(site, one.to))
    });
    against.collect()
}

/// Who speaks against the claim.
fn contested(site: &Site, words: &Words, id: ClaimId) -> Vec<String> {
    let incoming = site[id].incoming.iter().map(|one| &site.relations[*one]);
    let mut contested: BTreeMap<RelationKind, Vec<String>> = BTreeMap::new();
    for relation in incoming.filter(|one| one.kind.is_against()) {
        let by = contested.entry(relation.kind).or_default();
        let who = voice(site, words, relation.from);
        if !by.contains(&who) {
            by.push(who);
        }
    }
    let told = contested.into_iter().map(|(kind, by)| {
        let verb = words.word("relations_passive", kind.word());
        escape(&capital(&format!("{verb} {}", words.listed(&by))))
    });
    told.collect()
}

/// A relation as its target tells it: "denied by" and who.
pub(super) fn passive(site: &Site, words: &Words, kind: RelationKind, from: ClaimId) -> String {
    let verb = words.word("relations_passive", kind.word());
    format!("{verb} {}", voice(site, words, from))
}

/// Who makes a claim, else its words.
fn voice(site: &Site, words: &Words, id: ClaimId) -> String {
    let first = site[id].statements.first().map(|id| &site[*id]);
    let named = first.filter(|one| one.speaker.is_some() || one.unlisted().is_some());
    named.map_or_else(
        || words.quoted(&site[id].text),
        |one| speaker(site, words, one),
    )
}

/// Text with a capital letter at its beginning.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}
