//! Looking up names: every key once, every unknown one reported with the nearest that is known.

use std::collections::HashMap;

use super::as_of::Gone;
use crate::brief::Brief;
use crate::record::Record;
use crate::report::{Code, Diagnostic, Report, did_you_mean};
use crate::site::{ClaimId, Origin, Party, SourceId, SpeakerId};
use crate::text::{Name, Span};

/// The keys of the record.
#[derive(Debug, Default)]
pub(super) struct Names {
    pub(super) speakers: HashMap<String, SpeakerId>,
    pub(super) sources: HashMap<String, SourceId>,
    pub(super) claims: HashMap<String, ClaimId>,
    /// Speakers by their full names; none where two are called the same.
    called: HashMap<String, Option<SpeakerId>>,
    /// Claims that a text may name though they are not there.
    pub(super) gone: HashMap<String, Gone>,
}

/// Joins the shared record with what the briefs add to it; of two entries with one key the first
/// stays and the second is reported.
pub(super) fn gather(
    shared: &Record,
    briefs: &mut [Brief],
    report: &mut Report,
) -> (Names, Record) {
    let mut all = shared.clone();
    for brief in briefs {
        let own = std::mem::take(&mut brief.document.record);
        all.speakers.extend(own.speakers);
        all.sources.extend(own.sources);
        all.claims.extend(own.claims);
        all.relations.extend(own.relations);
    }
    let mut names = Names::default();
    let mut first = HashMap::new();
    all.speakers
        .retain(|entry| once("speaker", &entry.key, &mut first, report));
    first.clear();
    all.sources
        .retain(|entry| once("source", &entry.key, &mut first, report));
    first.clear();
    all.claims
        .retain(|entry| once("claim", &entry.key, &mut first, report));
    for (index, entry) in all.speakers.iter().enumerate() {
        names
            .speakers
            .insert(entry.key.value.clone(), SpeakerId(index));
        names
            .called
            .entry(entry.name.clone())
            .and_modify(|known| *known = None)
            .or_insert(Some(SpeakerId(index)));
    }
    for (index, entry) in all.sources.iter().enumerate() {
        names
            .sources
            .insert(entry.key.value.clone(), SourceId(index));
    }
    for (index, entry) in all.claims.iter().enumerate() {
        names.claims.insert(entry.key.value.clone(), ClaimId(index));
    }
    (names, all)
}

fn once(what: &str, key: &Name, first: &mut HashMap<String, Span>, report: &mut Report) -> bool {
    let Some(before) = first.insert(key.value.clone(), key.span) else {
        return true;
    };
    first.insert(key.value.clone(), before);
    // A key that stands twice in one mapping is told when the file is read.
    if before.file != key.span.file {
        let message = format!("the {what} `{}` is defined twice", key.value);
        report.add(
            Diagnostic::new(Code::DefinedTwice, key.span, message)
                .related(before, "first defined here"),
        );
    }
    false
}

impl Names {
    pub(super) fn speaker(&self, name: &Name, report: &mut Report) -> Option<SpeakerId> {
        look_up(
            &self.speakers,
            name,
            Code::UnknownSpeaker,
            "speaker",
            report,
        )
    }

    pub(super) fn source(&self, name: &Name, report: &mut Report) -> Option<SourceId> {
        look_up(&self.sources, name, Code::UnknownSource, "source", report)
    }

    /// A claim by key. What is made later is no claim yet; what a withdrawn brief made is told.
    pub(super) fn claim(&self, name: &Name, report: &mut Report) -> Option<ClaimId> {
        match self.gone.get(&name.value) {
            Some(Gone::Later) => return None,
            Some(Gone::Withdrawn) => {
                let message = format!("only a withdrawn brief makes the claim `{}`", name.value);
                report.add(
                    Diagnostic::new(Code::WithdrawnClaim, name.span, message).hint(
                        "the tie is left out: take it out of the text, or rest it on another claim"
                            .to_owned(),
                    ),
                );
                return None;
            }
            None => {}
        }
        look_up(&self.claims, name, Code::UnknownClaim, "claim", report)
    }

    /// A speaker by key or full name, else a plain name: whoever writes a listed organisation out
    /// means no second one.
    pub(super) fn party(&self, name: &Name) -> Party {
        let by_key = self.speakers.get(&name.value).copied();
        match by_key.or_else(|| self.called.get(&name.value).copied().flatten()) {
            Some(id) => Party::Speaker(id),
            None => Party::Name(name.value.clone()),
        }
    }

    /// A source or a speaker by key.
    pub(super) fn origin(&self, name: &Name, report: &mut Report) -> Option<Origin> {
        if let Some(id) = self.sources.get(&name.value) {
            return Some(Origin::Source(*id));
        }
        if let Some(id) = self.speakers.get(&name.value) {
            return Some(Origin::Party(Party::Speaker(*id)));
        }
        let message = format!("no source or speaker is called `{}`", name.value);
        let known = sorted(self.sources.keys().chain(self.speakers.keys()));
        report.add(
            Diagnostic::new(Code::UnknownOrigin, name.span, message)
                .hint(did_you_mean(&name.value, known)),
        );
        None
    }
}

fn look_up<T: Copy>(
    known: &HashMap<String, T>,
    name: &Name,
    code: Code,
    what: &str,
    report: &mut Report,
) -> Option<T> {
    let found = known.get(&name.value).copied();
    if found.is_none() {
        let message = format!("no {what} is called `{}`", name.value);
        report.add(
            Diagnostic::new(code, name.span, message)
                .hint(did_you_mean(&name.value, sorted(known.keys()))),
        );
    }
    found
}

/// Hash order must reach no message.
fn sorted<'a>(keys: impl Iterator<Item = &'a String>) -> Vec<&'a str> {
    let mut keys: Vec<&str> = keys.map(String::as_str).collect();
    keys.sort_unstable();
    keys
}
