//! Statements as templates see them: in their brief's cards, and with their place elsewhere.

use serde::Serialize;

use super::doubts::{Doubt, doubts};
use super::history::{Changed, status_in};
use super::shapes::{Citation, DateShape, Grade, Likelihood, Link, Word};
use crate::brief::Brief;
use crate::date::Date;
use crate::page::Page;
use crate::record::{Act, RelationKind};
use crate::scale::Confidence;
use crate::site::{
    BriefId, ClaimId, Matter, Node, Relation, Site, SourceId, SpeakerId, Statement, StatementId,
};

/// Characters of the text that are shown on each side of a statement.
const EXCERPT: usize = 120;

/// One statement.
#[derive(Clone, Debug, Serialize)]
pub(super) struct StatementShape {
    n: usize,
    claim: Link,
    status: Option<Word>,
    changed: Vec<Changed>,
    act: Word,
    speaker: Link,
    role: Option<String>,
    cue: Option<String>,
    kind: Option<&'static str>,
    via: Vec<Link>,
    origin: Option<Link>,
    hedge: Option<String>,
    said: Option<DateShape>,
    about: Option<DateShape>,
    grade: Option<Grade>,
    likelihood: Option<Likelihood>,
    confidence: Option<&'static str>,
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
    verb: &'static str,
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
pub(super) fn status(site: &Site, id: ClaimId) -> Option<Word> {
    site.status(id).map(Word::of)
}

/// The status that is shown of a statement: its claim's, unless nobody has looked at it yet.
pub(super) fn status_of(site: &Site, statement: &Statement) -> Option<Word> {
    if statement.reviewed() {
        status(site, statement.claim)
    } else {
        Some(Word::of("unreviewed"))
    }
}

/// A statement as its brief's card shows it: of the claim's relations those that this brief tells
/// of, and what speaks against the claim anywhere; the rest is on the claim's page.
pub(super) fn card(site: &Site, id: StatementId) -> StatementShape {
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

/// What a speaker did, so told that it fits one speaker and several.
pub(super) fn act(act: Act) -> Word {
    let word = match act {
        Act::Says => "said",
        Act::Denies => "denied",
        Act::Declines => "gave no answer",
        Act::Predicts => "predicted",
        Act::Judges => "judged",
        Act::Concedes => "conceded",
        Act::Corrects => "corrected",
    };
    Word {
        key: act.word(),
        word: word.to_owned(),
    }
}

/// The number of the first statement of a claim in a brief.
fn number_in(site: &Site, brief: BriefId, claim: ClaimId) -> Option<usize> {
    let statements = site[brief].statements.iter().map(|id| &site[*id]);
    statements
        .filter(|one| one.claim == claim)
        .map(|one| one.number)
        .min()
}

fn shape(
    site: &Site,
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
        changed: Vec::new(),
        act: act(statement.act),
        speaker: speaker(site, statement),
        role: role(site, statement),
        cue: statement.cue.clone(),
        kind: Some(statement.wording.word()),
        via: statement
            .via
            .iter()
            .map(|id| Link::outlet(site, *id))
            .chain(
                statement
                    .heard_through()
                    .iter()
                    .map(String::as_str)
                    .map(Link::plain),
            )
            .collect(),
        origin: statement
            .origin
            .as_ref()
            .map(|(origin, _)| Link::origin(site, origin)),
        hedge: statement.hedge.clone(),
        said: statement.said.map(DateShape::from),
        about: statement.about.as_ref().map(DateShape::from),
        grade: Grade::new(
            reliability,
            statement.credibility.or(claim.details.credibility),
        ),
        likelihood: statement.likelihood.as_ref().map(Likelihood::from),
        confidence: statement.confidence.map(Confidence::name),
        declines: statement.declines.as_ref().map(|matter| match matter {
            Matter::Claim(id) => Link::claim_or_mark(site, *id),
            Matter::Words(words) => Link::plain(words),
        }),
        relations: relations(site, statement.claim, number),
        more: 0,
        same_words: claim.text == statement.text,
        citations: statement
            .citations
            .iter()
            .map(|cited| citation(site, statement, cited))
            .collect(),
        doubts: doubtful(site, id),
    }
}

/// What the claim of a statement rests on that was taken back or changed; else what the statement
/// alone came through, which may deny or give no answer.
fn doubtful(site: &Site, id: StatementId) -> Vec<Doubt> {
    let of_claim = doubts(site, Node::Claim(site[id].claim));
    if of_claim.is_empty() {
        doubts(site, Node::Statement(id))
    } else {
        of_claim
    }
}

/// A citation; of a speaker's own words it leads to these words.
fn citation(site: &Site, statement: &Statement, cited: &crate::site::Cited) -> Citation {
    let citation = Citation::new(site, cited);
    if statement.wording == crate::record::Wording::Direct {
        return citation.at_words(&statement.text);
    }
    citation
}

/// Who speaks; where nobody is named, the author judges or somebody unnamed speaks.
pub(super) fn speaker(site: &Site, statement: &Statement) -> Link {
    match (statement.speaker, statement.unlisted()) {
        (Some(id), _) => Link::speaker(site, id),
        (None, Some(name)) => Link::plain(name),
        (None, None) if statement.is_own_judgement() => Link::plain("The authors"),
        (None, None) => Link::plain("Nobody named"),
    }
}

/// The office that the speaker held when the statement was made.
fn role(site: &Site, statement: &Statement) -> Option<String> {
    let id = statement.speaker?;
    let date = spoken(site, statement);
    role_at(site, id, date)
}

/// A speaker's office at a date: the last one begun by then and not over.
pub(super) fn role_at(site: &Site, id: SpeakerId, date: Option<Date>) -> Option<String> {
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
pub(super) fn spoken(site: &Site, statement: &Statement) -> Option<Date> {
    let of_brief = |id: BriefId| site[id].brief.document.front.date.as_ref().map(|d| d.value);
    statement
        .said
        .or_else(|| statement.brief.and_then(of_brief))
}

fn relations(
    site: &Site,
    id: ClaimId,
    number: impl Fn(ClaimId) -> Option<usize>,
) -> Vec<RelationShape> {
    let claim = &site[id];
    let tie = |is_against, verb, other| RelationShape {
        is_against,
        verb,
        claim: Link::claim_or_mark(site, other),
        n: number(other),
    };
    let outgoing = claim.outgoing.iter().map(|one| &site.relations[*one]);
    let incoming = claim.incoming.iter().map(|one| &site.relations[*one]);
    outgoing
        .map(|one| tie(one.kind.is_against(), active(one.kind), one.to))
        .chain(incoming.map(|one| tie(one.kind.is_against(), one.kind.passive(), one.from)))
        .collect()
}

/// A relation as its origin tells it.
pub(super) fn active(kind: RelationKind) -> &'static str {
    match kind {
        RelationKind::ReliesOn => "relies on",
        RelationKind::SameAs => "same as",
        other => other.word(),
    }
}

/// A statement with its place and the words around it.
pub(super) fn wording(site: &Site, id: StatementId) -> Wording {
    let statement = &site[id];
    let day = spoken(site, statement).map(DateShape::from);
    let shape = shape(site, id, |_| None);
    match statement.brief {
        Some(brief) => {
            let published = &site[brief].brief;
            let route = Page::Brief(brief).route(site);
            Wording {
                place: Link {
                    text: published.document.front.title.clone(),
                    path: Some(format!("{route}#s{}", statement.number)),
                },
                published: published
                    .document
                    .front
                    .date
                    .as_ref()
                    .map(|d| d.value.into()),
                day,
                excerpt: excerpt(published, statement),
                statement: shape,
            }
        }
        None => Wording {
            place: Link::plain("The record"),
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

/// The other end of a relation, seen from `id`, with the verb that fits.
pub(super) fn other_end(relation: &Relation, id: ClaimId) -> (ClaimId, &'static str) {
    if relation.from == id {
        (relation.to, active(relation.kind))
    } else {
        (relation.from, relation.kind.passive())
    }
}
