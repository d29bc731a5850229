//! A statement told in a line: who, what, through whom, from where, and how it stands.

use super::reference::plain;
use crate::messages::Messages;
use crate::page::Page;
use crate::record::Act;
use crate::scale::{Confidence, Term};
use crate::site::{Cited, ClaimId, Matter, Origin, Site, Statement};

/// A line that comes to be: labels with what they name.
struct Line<'a> {
    text: String,
    words: &'a Messages,
}

impl Line<'_> {
    /// Adds a label with what it names, if there is anything.
    fn add(&mut self, label: &str, value: Option<String>) {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            let label = self.words.text(label);
            self.text
                .push_str(&format!(" {label}: {}.", value.trim_end_matches('.')));
        }
    }

    /// A likelihood is never told without its range.
    fn judged(&mut self, likelihood: Option<&Term>, confidence: Option<Confidence>) {
        let likelihood = likelihood.map(|term| {
            let word = term
                .words
                .first()
                .map(ToString::to_string)
                .unwrap_or_default();
            format!("{} ({})", plain(&word), term.range_text())
        });
        self.add("note.likelihood", likelihood);
        let word = |one: Confidence| self.words.word("confidences", one.name()).to_owned();
        self.add("note.confidence", confidence.map(word));
    }

    fn status(&mut self, status: Option<&'static str>) {
        if let Some(status) = status {
            let status = self.words.word("statuses", status);
            self.text.push_str(&format!(" **{}**.", plain(status)));
        }
    }
}

/// The footnote of a statement.
pub(super) fn note(site: &Site, words: &Messages, one: &Statement) -> String {
    let claim = &site[one.claim];
    let speaker = who(site, words, one);
    let act = words.fill(
        "note.act",
        &[("speaker", &speaker), ("act", act(site, words, one))],
    );
    let mut line = Line { text: act, words };
    match &one.declines {
        Some(matter) => {
            line.text.push('.');
            let matter = match matter {
                Matter::Claim(id) => &site[*id].text,
                Matter::Words(words) => words,
            };
            line.add("note.declined", Some(plain(matter)));
        }
        None => {
            let claim = plain(claim.text.trim_end_matches('.'));
            line.text.push_str(&format!(": {claim}."));
        }
    }
    line.add("note.said", one.said.map(|said| words.date(said)));
    let sources = one
        .via
        .iter()
        .map(|id| plain(&site.source_label(*id, words)));
    let heard = one.heard_through().iter().map(|words| plain(words));
    let relay: Vec<String> = sources.chain(heard).collect();
    line.add("note.via", Some(relay.join(" → ")));
    let origin = one
        .origin
        .as_ref()
        .map(|(origin, _)| plain(&origin_name(site, origin)));
    line.add("note.from", origin);
    let cited: Vec<String> = one
        .citations
        .iter()
        .map(|one| source(site, words, one))
        .collect();
    line.add("note.read_in", Some(cited.join("; ")));
    let hedge = one.hedge.as_ref().map(|hedge| plain(&words.quoted(hedge)));
    line.add("note.hedge", hedge);
    line.judged(one.likelihood.as_ref(), one.confidence);
    if one.reviewed() {
        line.status(site.status(one.claim));
    } else {
        line.status(Some("unreviewed"));
        let meaning = words.word("status_meanings", "unreviewed");
        line.text.push_str(&format!(" {}", plain(meaning)));
    }
    let address = claim
        .has_page
        .then(|| Page::Claim(one.claim).address(site))
        .flatten();
    if let Some(address) = address {
        line.text.push_str(&format!(" <{address}>"));
    }
    line.text
}

/// A key judgement in a line.
pub(super) fn judgement(site: &Site, words: &Messages, id: ClaimId) -> String {
    let details = &site[id].details;
    let own = || {
        let statements = site[id].statements.iter().map(|one| &site[*one]);
        statements.filter(|one| one.is_own_judgement())
    };
    let likelihood = own().find_map(|one| one.likelihood.as_ref());
    let confidence = own().find_map(|one| one.confidence);
    let text = plain(site[id].text.trim_end_matches('.')) + ".";
    let mut line = Line { text, words };
    line.judged(
        likelihood.or(details.likelihood.as_ref()),
        confidence.or(details.confidence),
    );
    line.status(site.status(id));
    line.text
}

fn source(site: &Site, words: &Messages, cited: &Cited) -> String {
    let label = plain(&site.source_label(cited.source, words));
    match &cited.locator {
        Some(locator) => format!("{label}, {}", plain(locator)),
        None => label,
    }
}

fn who(site: &Site, words: &Messages, one: &Statement) -> String {
    plain(match (one.speaker, one.unlisted()) {
        (Some(id), _) => &site[id].entry.name,
        (None, Some(name)) => name,
        (None, None) if one.is_own_judgement() => words.text("note.authors"),
        (None, None) => words.text("note.nobody"),
    })
}

fn origin_name(site: &Site, origin: &Origin) -> String {
    match origin {
        Origin::Source(id) => {
            let short = site[*id].entry.entry.short_title();
            short.unwrap_or_else(|| site.source_title(*id))
        }
        Origin::Party(party) => site.party_name(party).to_owned(),
    }
}

/// What was done, so told that the claim can follow: a claim that is itself a denial is said, and
/// not denied.
fn act<'a>(site: &Site, words: &'a Messages, one: &Statement) -> &'a str {
    match one.act {
        Act::Denies if site.is_denial(one.claim) => words.text("note.in_denial"),
        act => words.word("acts", act.word()),
    }
}
