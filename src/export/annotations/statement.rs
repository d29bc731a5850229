//! What the annotation of a statement, and that of a quotation, say.
//!
//! # Why an annotation is made
//!
//! The standard's motivations tell what an annotation is for; here they follow what the annotated
//! words do, so that a tool can show denials apart without knowing our words:
//!
//! | act | motivation | since |
//! |---|---|---|
//! | says | describing | the note tells who says this, and through whom |
//! | predicts, judges | assessing | the words weigh what is or will be |
//! | denies, concedes | replying | they answer what was said before |
//! | declines | questioning | what was asked stays open |
//! | corrects | editing | they change what was said before |
//!
//! A quotation from a source, kept as evidence, is linking: it leads from the source's words to the
//! claim that they bear on.
//!
//! # What an annotation says
//!
//! Who did what and the claim, in the words of the page's note (describing); the claim's page
//! (identifying: it is what the words are an instance of); the sources that it came through or that
//! are cited for it, as archived (linking), and claims that it speaks against (replying); the
//! claim's status (classifying); likelihood and confidence (assessing); the brief's topics (tagging).
//! What only the machine found has the program as its creator.

use std::ops::Range;

use super::passage::Text;
use super::{iri, statements};
use crate::date::{Date, Precision};
use crate::export::visible::visible;
use crate::page::Page;
use crate::record::Act;
use crate::scale::Confidence;
use crate::site::{BriefId, ClaimId, Evidence, Matter, Party, Site, SourceId, Statement};
use crate::web_annotation::{
    Agent, AgentKind, Body, Motivation, Selector, State, Target, WebAnnotation,
};

/// Some of a brief's statements.
pub(super) fn of_statements(
    site: &Site,
    id: BriefId,
    wanted: Range<usize>,
    file: &str,
) -> Vec<WebAnnotation> {
    let text = Text::new(visible(site, id));
    let page = iri(site, file, &Page::Brief(id).route(site));
    let front = &site[id].brief.document.front;
    let authors: Vec<Agent> = site[id]
        .authors
        .iter()
        .map(|one| author(site, one, file))
        .collect();
    let all = statements(site, id).zip(&text.visible.places).enumerate();
    let some = all.filter(|(index, _)| wanted.contains(index));
    some.map(|(_, (statement, place))| WebAnnotation {
        id: format!("{page}#s{}", statement.number),
        motivation: motivation(statement.act),
        created: instant(front.appeared()),
        modified: instant(front.updated.as_ref().map(|date| date.value)),
        creator: if statement.reviewed() {
            authors.clone()
        } else {
            vec![program()]
        },
        body: bodies(site, id, statement, file),
        target: Target {
            source: page.clone(),
            state: None,
            selector: text.selectors(place),
        },
    })
    .collect()
}

/// What an annotation is for, by what the annotated words do.
fn motivation(act: Act) -> Motivation {
    match act {
        Act::Says => Motivation::Describing,
        Act::Predicts | Act::Judges => Motivation::Assessing,
        Act::Denies | Act::Concedes => Motivation::Replying,
        Act::Declines => Motivation::Questioning,
        Act::Corrects => Motivation::Editing,
    }
}

fn author(site: &Site, party: &Party, file: &str) -> Agent {
    let speaker = match party {
        Party::Speaker(id) => Some(*id),
        Party::Name(_) => None,
    };
    let has_members = speaker.is_some_and(|id| !site[id].members.is_empty());
    Agent {
        id: speaker.map(|id| iri(site, file, &Page::Speaker(id).route(site))),
        kind: has_members.then_some(AgentKind::Organization),
        name: site.party_name(party).to_owned(),
    }
}

/// The program that found a statement.
fn program() -> Agent {
    Agent {
        id: None,
        kind: Some(AgentKind::Software),
        name: "Ascribe".to_owned(),
    }
}

/// All that is said of a statement.
fn bodies(site: &Site, id: BriefId, statement: &Statement, file: &str) -> Vec<Body> {
    let front = &site[id].brief.document.front;
    let language = front.lang.as_ref().unwrap_or(&site.settings.lang);
    let claim = &site[statement.claim];
    let words = |value: String, purpose| Body::TextualBody {
        value,
        format: "text/plain".to_owned(),
        language: language.clone(),
        purpose,
    };
    let link = |page: &Page, purpose| Body::SpecificResource {
        source: iri(site, file, &page.route(site)),
        purpose,
        state: None,
    };
    let told = format!(
        "{} {}\n{}",
        who(site, statement),
        did(statement.act),
        claim.text
    );
    let mut bodies = vec![words(told, Motivation::Describing)];
    if claim.has_page {
        bodies.push(link(&Page::Claim(statement.claim), Motivation::Identifying));
    }
    bodies.extend(
        sources(statement)
            .into_iter()
            .filter_map(|id| source_link(site, id)),
    );
    let pages = |claims: Vec<ClaimId>| claims.into_iter().filter(|id| site[*id].has_page);
    bodies.extend(
        pages(against(site, statement)).map(|id| link(&Page::Claim(id), Motivation::Replying)),
    );
    if let Some(Matter::Claim(asked)) = statement.declines {
        bodies.extend(pages(vec![asked]).map(|id| link(&Page::Claim(id), Motivation::Questioning)));
    }
    let status = if statement.reviewed() {
        site.status(statement.claim)
    } else {
        Some("unreviewed")
    };
    bodies.extend(status.map(|status| words(status.replace('-', " "), Motivation::Classifying)));
    let likelihood = statement.likelihood.as_ref().map(|term| {
        let word = term.words.first().map(ToString::to_string);
        word.unwrap_or_default() + &term.printed(true)
    });
    bodies.extend(likelihood.map(|words_and_range| words(words_and_range, Motivation::Assessing)));
    let confidence = statement.confidence.map(Confidence::name);
    bodies.extend(
        confidence.map(|level| words(format!("confidence {level}"), Motivation::Assessing)),
    );
    let topics = site[id]
        .topics
        .iter()
        .filter_map(|key| site.topics.get(key));
    bodies.extend(topics.map(|topic| words(topic.name.clone(), Motivation::Tagging)));
    bodies
}

/// Who speaks, as the page's note has it.
fn who(site: &Site, statement: &Statement) -> String {
    match (statement.speaker, statement.unlisted()) {
        (Some(id), _) => site[id].entry.name.clone(),
        (None, Some(name)) => name.to_owned(),
        (None, None) if statement.is_own_judgement() => "The authors".to_owned(),
        (None, None) => "Nobody named".to_owned(),
    }
}

/// What the speaker did, as the page's note has it.
fn did(act: Act) -> &'static str {
    match act {
        Act::Says => "said",
        Act::Denies => "denied",
        Act::Declines => "gave no answer",
        Act::Predicts => "predicted",
        Act::Judges => "judged",
        Act::Concedes => "conceded",
        Act::Corrects => "corrected",
    }
}

/// The relay, then the citations, each source once.
fn sources(statement: &Statement) -> Vec<SourceId> {
    let cited = statement.citations.iter().map(|cited| cited.source);
    let mut sources: Vec<SourceId> = Vec::new();
    for id in statement.via.iter().copied().chain(cited) {
        if !sources.contains(&id) {
            sources.push(id);
        }
    }
    sources
}

/// The claims that a statement's claim speaks against.
fn against(site: &Site, statement: &Statement) -> Vec<ClaimId> {
    let outgoing = site[statement.claim]
        .outgoing
        .iter()
        .map(|one| &site.relations[*one]);
    let against = outgoing.filter(|one| one.kind.is_against());
    against.map(|one| one.to).collect()
}

fn source_link(site: &Site, id: SourceId) -> Option<Body> {
    Some(Body::SpecificResource {
        source: site[id].entry.entry.url()?,
        purpose: Motivation::Linking,
        state: state(site, id),
    })
}

/// The archived copy of a source, where its day is known: without it the standard knows no state.
fn state(site: &Site, id: SourceId) -> Option<State> {
    let copy = site[id].entry.archived.as_ref()?;
    let cached = &copy.url.as_ref()?.value;
    let date = copy.date.as_ref()?.value;
    let is_exact = date.precision() >= Precision::Day;
    let may_stand = |letter: char| !letter.is_whitespace() && !"<>\"{}|\\^`".contains(letter);
    cached.chars().all(may_stand).then(|| State::TimeState {
        source_date: is_exact.then(|| date.utc()),
        source_date_start: (!is_exact).then(|| date.utc()),
        source_date_end: (!is_exact).then(|| date.end_utc()),
        cached: cached.clone(),
    })
}

/// A quotation from a source that is evidence for or against a claim.
pub(super) fn of_quotation(
    site: &Site,
    claim: ClaimId,
    (number, evidence, address): (usize, &Evidence, String),
    file: &str,
) -> WebAnnotation {
    let page = iri(site, file, &Page::Claim(claim).route(site));
    let quote = evidence.entry.quote.as_ref();
    let words = |value: String, purpose| Body::TextualBody {
        value,
        format: "text/plain".to_owned(),
        language: site.settings.lang.clone(),
        purpose,
    };
    WebAnnotation {
        id: format!("{page}#evidence-{number}"),
        motivation: Motivation::Linking,
        created: None,
        modified: None,
        creator: Vec::new(),
        body: vec![
            words(site[claim].text.clone(), Motivation::Describing),
            words(
                evidence.entry.stance.word().to_owned(),
                Motivation::Classifying,
            ),
            Body::SpecificResource {
                source: page,
                purpose: Motivation::Linking,
                state: None,
            },
        ],
        target: Target {
            source: address,
            state: state(site, evidence.source),
            selector: vec![Selector::TextQuoteSelector {
                exact: quote.map(|quote| quote.value.clone()).unwrap_or_default(),
                prefix: None,
                suffix: None,
            }],
        },
    }
}

/// An instant, if the day is known.
fn instant(date: Option<Date>) -> Option<String> {
    date.filter(|date| date.precision() >= Precision::Day)
        .map(Date::utc)
}
