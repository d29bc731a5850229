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
use crate::messages::Messages;
use crate::page::Page;
use crate::record::{Act, SpeakerKind};
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

/// Who wrote a brief; a name that the record does not list is a person's, as in the pages' JSON-LD.
fn author(site: &Site, party: &Party, file: &str) -> Agent {
    let (speaker, kind) = match party {
        Party::Speaker(id) => (Some(*id), site[*id].kind()),
        Party::Name(_) => (None, SpeakerKind::Person),
    };
    Agent {
        id: speaker.map(|id| iri(site, file, &Page::Speaker(id).route(site))),
        kind: match kind {
            SpeakerKind::Person => Some(AgentKind::Person),
            SpeakerKind::Organization => Some(AgentKind::Organization),
            SpeakerKind::Document => None,
        },
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

/// All that is said of a statement, in the language of its brief.
fn bodies(site: &Site, id: BriefId, statement: &Statement, file: &str) -> Vec<Body> {
    let language = site.language(&site[id].brief.document.front);
    let words = site.settings.languages.of(language);
    let claim = &site[statement.claim];
    let text = |value, purpose| textual(value, language, purpose);
    let link = |page: &Page, purpose| Body::SpecificResource {
        source: iri(site, file, &page.route(site)),
        purpose,
        state: None,
    };
    let (who, act) = (
        who(site, statement, words),
        words.word("acts", statement.act.word()),
    );
    let did = words.fill("note.act", &[("speaker", who), ("act", act)]);
    let told = format!("{did}\n{}", site.claim_in(statement.claim, language).0);
    let mut bodies = vec![text(told, Motivation::Describing)];
    if claim.has_page {
        bodies.push(link(&Page::Claim(statement.claim), Motivation::Identifying));
    }
    let sources = sources(statement).into_iter();
    bodies.extend(sources.filter_map(|id| source_link(site, id)));
    let claims = |claims: Vec<ClaimId>, purpose| {
        let with_page = claims.into_iter().filter(|id| site[*id].has_page);
        with_page.map(move |id| link(&Page::Claim(id), purpose))
    };
    bodies.extend(claims(against(site, statement), Motivation::Replying));
    if let Some(Matter::Claim(asked)) = statement.declines {
        bodies.extend(claims(vec![asked], Motivation::Questioning));
    }
    let status = if statement.reviewed() {
        site.status(statement.claim)
    } else {
        Some("unreviewed")
    };
    let status = status.map(|status| words.word("statuses", status).to_owned());
    bodies.extend(status.map(|status| text(status, Motivation::Classifying)));
    let likelihood = statement.likelihood.as_ref().map(|term| {
        let word = term.words.first().map(ToString::to_string);
        word.unwrap_or_default() + &term.printed(true)
    });
    let confidence = statement.confidence.map(|level| {
        let level = words.word("confidences", level.name());
        format!("{} {level}", words.text("note.confidence"))
    });
    let weighed = likelihood.into_iter().chain(confidence);
    bodies.extend(weighed.map(|words| text(words, Motivation::Assessing)));
    let topics = site[id]
        .topics
        .iter()
        .filter_map(|key| site.topics.get(key));
    bodies.extend(topics.map(|topic| text(topic.name.clone(), Motivation::Tagging)));
    bodies
}

fn textual(value: String, language: &str, purpose: Motivation) -> Body {
    Body::TextualBody {
        value,
        format: "text/plain".to_owned(),
        language: language.to_owned(),
        purpose,
    }
}

/// Who speaks, as the page's note has it.
fn who<'a>(site: &'a Site, statement: &'a Statement, words: &'a Messages) -> &'a str {
    match (statement.speaker, statement.unlisted()) {
        (Some(id), _) => &site[id].entry.name,
        (None, Some(name)) => name,
        (None, None) if statement.is_own_judgement() => words.text("note.authors"),
        (None, None) => words.text("note.nobody"),
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
    Some(State::TimeState {
        source_date: is_exact.then(|| date.utc()),
        source_date_start: (!is_exact).then(|| date.utc()),
        source_date_end: (!is_exact).then(|| date.end_utc()),
        cached: ascii(cached),
    })
}

/// An address as it was written, with what an address cannot hold escaped.
fn ascii(address: &str) -> String {
    let mut text = String::with_capacity(address.len());
    for byte in address.bytes() {
        if byte.is_ascii_graphic() && !b"<>\"{}|\\^`".contains(&byte) {
            text.push(char::from(byte));
        } else {
            text.push_str(&format!("%{byte:02X}"));
        }
    }
    text
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
    let language = &site.settings.lang;
    let words = site.settings.languages.of(language);
    let stance = words.word("stances", evidence.entry.stance.word());
    let text = |value: &str, purpose| textual(value.to_owned(), language, purpose);
    WebAnnotation {
        id: format!("{page}#evidence-{number}"),
        motivation: Motivation::Linking,
        created: None,
        modified: None,
        creator: Vec::new(),
        body: vec![
            text(&site[claim].text, Motivation::Describing),
            text(stance, Motivation::Classifying),
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
