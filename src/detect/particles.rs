//! Cues of two words: "called for", "spoke to voters about", "made clear that".

use super::adjuncts::skip_tail;
use super::boundary::object_end;
use super::clauses::clause_at;
use super::complement::{Complement, Found, clause_end, make, quote_end};
use super::items::Tag;
use super::lexicon::{Cue, frame};
use super::phrases::{plain_phrase, preposition_phrase};
use super::view::View;

/// Cue and particle: "called for", "talked about".
pub(crate) fn particle(view: &View, at: usize, cue: &Cue) -> Option<Complement> {
    let words = cue
        .particles
        .iter()
        .filter_map(|particle| words_of(view, at, particle))
        .max()?;
    // "talked about Monday" names a day, no subject.
    if words == 1 && view.tag(at + 1) == Tag::Time && view.tag(at) == Tag::Preposition {
        return None;
    }
    let mut start = view.skip_adverbs(at + words);
    let last = at + words - 1;
    // "made clear Monday that"
    if view.tag(start) == Tag::Time && view.reads(last, &["clear", "out"]) {
        start += 1;
    }
    if view.reads(
        at,
        &[
            "out",
            "up",
            "on",
            "back",
            "issue",
            "aim",
            "exception",
            "in",
            "off",
        ],
    ) && words == 1
        && view.tag(start) == Tag::Preposition
    {
        // "fired back on Twitter", "hit back in a speech": where, not at whom.
        if super::boundary::venue_phrase(view, start) {
            return None;
        }
        start += 1;
    }
    if view.tag(start) == Tag::Quote {
        return make(Found::Quote, start, quote_end(view, start), start);
    }
    // "as Smith put it" has its content elsewhere.
    if view.reads(last, &["it"]) {
        return None;
    }
    if view.tag(start) == Tag::Base && view.reads(at, &["to"]) {
        return make(Found::Infinitive, start - 1, clause_end(view, start), at);
    }
    let clause = view.tag(start) == Tag::That
        || matches!(view.tag(start), Tag::Wh | Tag::Gerund | Tag::To)
        || (view.reads(last, &["out", "clear", "plain", "known"]) && clause_at(view, start));
    if clause {
        return make(Found::Particle, start, clause_end(view, start + 1), start);
    }
    make(Found::Particle, start, object_end(view, start), start)
}

/// How many items at `at` are the words of a particle, which hyphens join: "cold-water-on".
fn words_of(view: &View, at: usize, particle: &str) -> Option<usize> {
    // Most verbs stand before another word, which one look tells.
    let next = view.own(at);
    let start = particle.get(..next.len())?;
    if !start.eq_ignore_ascii_case(next) {
        return None;
    }
    let mut words = 0;
    for word in particle.split('-') {
        if !view.own(at + words).eq_ignore_ascii_case(word) {
            return None;
        }
        words += 1;
    }
    Some(words)
}

/// "responded on Sunday to accusations"
pub(crate) fn late_particle(view: &View, at: usize, cue: &Cue) -> Option<Complement> {
    let mut index = at;
    for _ in 0..4 {
        index = match view.tag(index) {
            Tag::Time | Tag::Adverb => index + 1,
            Tag::Conjunction if view.tag(index + 1) == Tag::Preposition => index + 1,
            Tag::Preposition if view.tag(index + 1) == Tag::Time => index + 2,
            // "talked to voters about", "spoke at a rally about"
            Tag::Preposition if view.reads(index, &["to", "with", "at", "in", "on"]) => {
                preposition_phrase(view, index)
            }
            _ => return None,
        };
        if let Some(found) = particle(view, index, cue) {
            return Some(found);
        }
    }
    None
}

/// "asked her about it", "told few people of their plight".
pub(crate) fn hearer_particle(view: &View, at: usize, cue: &Cue) -> Option<Complement> {
    if cue.frames & frame::ADDRESSEE == 0 {
        return None;
    }
    let end = plain_phrase(view, at);
    // "told a crowd of about 300 in Leeds that ..."
    if view.reads(end, &["of"]) && view.tag(skip_tail(view, at, true)) == Tag::That {
        return None;
    }
    if end > at {
        particle(view, end, cue)
    } else {
        None
    }
}
