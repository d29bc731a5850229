//! Statements as templates see them: in their brief's cards, and with their place elsewhere.

use serde::Serialize;

use super::doubts::{Doubt, doubts};
use super::history::{Changed, status_in};
use super::localised::Localised;
use super::shapes::{Citation, DateShape, Grade, Likelihood, Link, Word};
use super::verdict::{VerdictShape, verdict};
use crate::brief::Brief;
use crate::date::Date;
use crate::page::Page;
use crate::record::RelationKind;
use crate::scale::Confidence;
use crate::site::{BriefId, ClaimId, Matter, Node, SourceId, SpeakerId, Statement, StatementId};

/// Characters of the text that are shown on each side of a statement.
const EXCERPT: usize = 120;

/// One statement.
#[derive(Clone, Debug, Serialize)]
pub(super) struct StatementShape {
    n: usize,
    claim: Link,
    status: Option<Word>,
    verdict: Option<VerdictShape>,
    changed: Vec<Changed>,
    act: Word,
    speaker: Link,
    role: Option<String>,
    cue: Option<String>,
    kind: Option<String>,
    via: Vec<Link>,
    origin: Option<Link>,
    hedge: Option<String>,
    said: Option<DateShape>,
    about: Option<DateShape>,
    grade: Option<Grade>,
    likelihood: Option<Likelihood>,
    confidence: Option<String>,
    declines: Option<Link>,
    relations: Vec<RelationShape>,
    more: usize,
    same_words: bool,
    citations: Vec<Citation>,
    doubts: Vec<Doubt>,
}

#[derive(Clone, Debug, Serialize)]
struct RelationShape {
    #[serde(skip)]
    is_against: bool,
    verb: String,
    claim: Link,
    n: Option<usize>,
}

/// A statement that is shown outside of its brief.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Wording {
    #[serde(flatten)]
    statement: StatementShape,
    #[serde(rename = "where")]
    place: Link,
    lang: Option<String>,
    /// The name of the language, where it is a translation.
    translation: Option<String>,
    published: Option<DateShape>,
    day: Option<DateShape>,
    excerpt: Excerpt,
}

#[derive(Clone, Debug, Serialize)]
struct Excerpt {
    before: String,
    words: String,
    after: String,
}

/// The status that is shown of a claim, if any.
pub(super) fn status(site: &Localised, id: ClaimId) -> Option<Word> {
    site.status(id).map(|status| site.status_word(status))
}

/// The status that is shown of a statement: its claim's, unless nobody has looked at it yet.
pub(super) fn status_of(site: &Localised, statement: &Statement) -> Option<Word> {
    if statement.reviewed() {
        status(site, statement.claim)
    } else {
        Some(site.status_word("unreviewed"))
    }
}

/// A statement as its brief's card shows it: of the claim's relations those that this brief tells
/// of, and what speaks against the claim anywhere; the rest is on the claim's page.
pub(super) fn card(site: &Localised, id: StatementId) -> StatementShape {
    let brief = site[id].brief;
    let mut shape = shape(site, id, |claim| number_in(site, brief?, claim));
    if let (Some(brief), true) = (brief, site[id].reviewed()) {
        (shape.status, shape.changed) = status_in(site, brief, site[id].claim);
    }
    let all = shape.relations.len();
    shape
        .relations
        .retain(|relation| relation.n.is_some() || relation.is_against);
    shape.more = all - shape.relations.len();
    shape
}

/// Who did what: "Ryder denied".
pub(super) fn did(site: &Localised, statement: &Statement) -> String {
    let who = speaker(site, statement).text;
    let act = site.words.word("acts", statement.act.word());
    let values = [("speaker", &*who), ("act", act)];
    site.words.fill("note.act", &values)
}

/// The number of the first statement of a claim in a brief.
fn number_in(site: &Localised, brief: BriefId, claim: ClaimId) -> Option<usize> {
    let statements = site[brief].statements.iter().map(|id| &site[*id]);
    statements
        .filter(|one| one.claim == claim)
        .map(|one| one.number)
        .min()
}

fn shape(
    site: &Localised,
    id: StatementId,
    number: impl Fn(ClaimId) -> Option<usize>,
) -> StatementShape {
    let statement = &site[id];
    let claim = &site[statement.claim];
    let first_source = statement
        .via
        .first()
        .or(statement.citations.first().map(|c| &c.source));
    let reliability = first_source.and_then(|id: &SourceId| site[*id].entry.reliability);
    StatementShape {
        n: statement.number,
        claim: Link::claim(site, statement.claim),
        status: status_of(site, statement),
        verdict: verdict(site, statement),
        changed: Vec::new(),
        act: site.word("acts", statement.act.word()),
        speaker: speaker(site, statement),
        role: role(site, statement),
        cue: statement.cue.clone(),
        kind: Some(
            site.words
                .word("wordings", statement.wording.word())
                .to_owned(),
        ),
        via: relay(site, statement),
        origin: statement
            .origin
            .as_ref()
            .map(|(origin, _)| Link::origin(site, origin)),
        hedge: statement.hedge.clone(),
        said: statement.said.map(|date| site.date(date)),
        about: statement.about.as_ref().map(|time| site.time(time)),
        grade: Grade::new(
            site,
            reliability,
            statement.credibility.or(claim.details.credibility),
        ),
        likelihood: statement.likelihood.as_ref().map(Likelihood::from),
        confidence: statement.confidence.map(|one| confidence(site, one)),
        declines: statement.declines.as_ref().map(|one| matter(site, one)),
        relations: relations(site, statement.claim, number),
        more: 0,
        same_words: site.claim_in(statement.claim, site.lang).0 == statement.text,
        citations: statement
            .citations
            .iter()
            .map(|cited| citation(site, statement, cited))
            .collect(),
        doubts: doubtful(site, id),
    }
}

/// What was asked and not answered.
fn matter(site: &Localised, matter: &Matter) -> Link {
    match matter {
        Matter::Claim(id) => Link::claim_or_mark(site, *id),
        Matter::Words(words) => Link::plain(words),
    }
}

/// Through whom it came, nearest first: sources of the record, then names that only the text has.
fn relay(site: &Localised, statement: &Statement) -> Vec<Link> {
    let named = statement.heard_through().iter().map(String::as_str);
    let sources = statement.via.iter().map(|id| Link::outlet(site, *id));
    sources.chain(named.map(Link::plain)).collect()
}

/// What the claim of a statement rests on that was taken back or changed; else what the statement
/// alone came through, which may deny or give no answer.
fn doubtful(site: &Localised, id: StatementId) -> Vec<Doubt> {
    let claim = &site[site[id].claim];
    let of_claim = doubts(site, Node::Claim(site[id].claim));
    if of_claim.is_empty() {
        // A translation rests on what the statement rests on that it repeats.
        let speaker = |one: &&StatementId| site[**one].speaker == site[id].speaker;
        let is_known = !claim.translations.contains(&id);
        let told = claim.statements.iter().find(speaker).filter(|_| !is_known);
        doubts(site, Node::Statement(told.copied().unwrap_or(id)))
    } else {
        of_claim
    }
}

/// A citation; of a speaker's own words it leads to these words.
fn citation(site: &Localised, statement: &Statement, cited: &crate::site::Cited) -> Citation {
    let citation = Citation::new(site, cited);
    if statement.wording == crate::record::Wording::Direct {
        return citation.at_words(&statement.text);
    }
    citation
}

/// Who speaks; where nobody is named, the author judges or somebody unnamed speaks.
pub(super) fn speaker(site: &Localised, statement: &Statement) -> Link {
    match (statement.speaker, statement.unlisted()) {
        (Some(id), _) => Link::speaker(site, id),
        (None, Some(name)) => Link::plain(name),
        (None, None) if statement.is_own_judgement() => {
            Link::plain(site.words.text("note.authors"))
        }
        (None, None) => Link::plain(site.words.text("note.nobody")),
    }
}

/// The office that the speaker held when the statement was made.
fn role(site: &Localised, statement: &Statement) -> Option<String> {
    let id = statement.speaker?;
    let date = spoken(site, statement);
    role_at(site, id, date)
}

/// A speaker's office at a date: the last one begun by then and not over.
pub(super) fn role_at(site: &Localised, id: SpeakerId, date: Option<Date>) -> Option<String> {
    let roles = site[id].entry.roles.iter();
    let Some(date) = date else {
        return roles.last().map(|role| role.role.clone());
    };
    let mut held = roles.filter(|role| {
        role.from.is_none_or(|from| !from.certainly_after(date))
            && role.to.is_none_or(|to| !to.certainly_before(date))
    });
    held.next_back().map(|role| role.role.clone())
}

/// When a statement was made: its own date, else its brief's.
pub(super) fn spoken(site: &Localised, statement: &Statement) -> Option<Date> {
    let of_brief = |id: BriefId| site[id].brief.document.front.date.as_ref().map(|d| d.value);
    statement
        .said
        .or_else(|| statement.brief.and_then(of_brief))
}

fn relations(
    site: &Localised,
    id: ClaimId,
    number: impl Fn(ClaimId) -> Option<usize>,
) -> Vec<RelationShape> {
    let claim = &site[id];
    let tie = |is_against, verb: &str, other| RelationShape {
        is_against,
        verb: verb.to_owned(),
        claim: Link::claim_or_mark(site, other),
        n: number(other),
    };
    let outgoing = claim.outgoing.iter().map(|one| &site.relations[*one]);
    let incoming = claim.incoming.iter().map(|one| &site.relations[*one]);
    outgoing
        .map(|one| tie(one.kind.is_against(), active(site, one.kind), one.to))
        .chain(incoming.map(|one| tie(one.kind.is_against(), passive(site, one.kind), one.from)))
        .collect()
}

/// A relation as the claim tells it that speaks: "denies".
pub(super) fn active<'a>(site: &Localised<'a>, kind: RelationKind) -> &'a str {
    site.words.word("relations", kind.word())
}

/// A relation as the claim tells it that is spoken of: "denied by".
pub(super) fn passive<'a>(site: &Localised<'a>, kind: RelationKind) -> &'a str {
    site.words.word("relations_passive", kind.word())
}

/// How sure a judgement is.
pub(super) fn confidence(site: &Localised, confidence: Confidence) -> String {
    site.words.word("confidences", confidence.name()).to_owned()
}

/// A statement with its place and the words around it.
pub(super) fn wording(site: &Localised, id: StatementId) -> Wording {
    let statement = &site[id];
    let day = spoken(site, statement).map(|date| site.date(date));
    let shape = shape(site, id, |_| None);
    match statement.brief {
        Some(brief) => {
            let published = &site[brief].brief;
            let route = Page::Brief(brief).route(site);
            let lang = site.other_language(site.brief_language(brief));
            Wording {
                place: Link {
                    text: published.document.front.title.clone(),
                    path: Some(format!("{route}#s{}", statement.number)),
                    lang: lang.clone(),
                },
                lang,
                translation: site[brief]
                    .original
                    .filter(|_| site[statement.claim].translations.contains(&id))
                    .map(|_| site.language_name(site.brief_language(brief))),
                published: published
                    .document
                    .front
                    .date
                    .as_ref()
                    .map(|date| site.date(date.value)),
                day,
                excerpt: excerpt(published, statement),
                statement: shape,
            }
        }
        None => Wording {
            place: Link::plain(site.words.text("note.record")),
            lang: None,
            translation: None,
            published: None,
            day,
            excerpt: Excerpt {
                before: String::new(),
                words: statement.text.clone(),
                after: String::new(),
            },
            statement: shape,
        },
    }
}

/// A statement's words with what stands around them in its block, cut at words.
fn excerpt(brief: &Brief, statement: &Statement) -> Excerpt {
    let text = &brief.text;
    let range = &statement.range;
    let line = text[..range.start]
        .rfind('\n')
        .map_or(0, |newline| newline + 1);
    let end = text[range.end..]
        .find('\n')
        .map_or(text.len(), |newline| range.end + newline);
    let before = &text[line..range.start];
    let after = &text[range.end..end];
    let from = before
        .char_indices()
        .rev()
        .nth(EXCERPT)
        .and_then(|(index, _)| before[index..].find(' ').map(|space| index + space + 1));
    let to = after
        .char_indices()
        .nth(EXCERPT)
        .and_then(|(index, _)| after[..index].rfind(' '));
    Excerpt {
        before: match from {
            Some(from) => format!("… {}", &before[from..]),
            None => before.to_owned(),
        },
        words: text[range.clone()].replace('\n', " "),
        after: match to {
            Some(to) => format!("{} …", &after[..to]),
            None => after.to_owned(),
        },
    }
}
