//! What is taken out of one text or record: what is later than a day, or what was withdrawn.

use std::collections::HashSet;

use crate::brief::{Brief, Piece};
use crate::date::Date;
use crate::document::{FrontMatter, State};
use crate::record::Record;
use crate::text::Spanned;

/// Takes out of a record what is later than a day: offices taken up, status given, copies made.
pub(super) fn record(record: &mut Record, today: Date) {
    for speaker in &mut record.speakers {
        let is_begun = |from: Option<Date>| from.is_none_or(|from| !from.certainly_after(today));
        speaker.roles.retain(|role| is_begun(role.from));
        for role in &mut speaker.roles {
            role.to = role.to.filter(|to| !to.certainly_after(today));
        }
    }
    for source in &mut record.sources {
        let is_made =
            |date: &Option<Spanned<Date>>| date.as_ref().is_none_or(|one| is_due(one, today));
        source.archived = source.archived.take().filter(|copy| is_made(&copy.date));
    }
    for claim in &mut record.claims {
        claim
            .status
            .retain(|status| status.date.as_ref().is_none_or(|date| is_due(date, today)));
        claim
            .verdict
            .retain(|given| given.date.as_ref().is_none_or(|date| is_due(date, today)));
    }
}

/// Takes out the evidence from sources that are later.
pub(super) fn evidence(record: &mut Record, later: &HashSet<String>) {
    for claim in &mut record.claims {
        claim
            .evidence
            .retain(|one| !later.contains(&one.source.value));
    }
}

/// Takes out of front matter what is later than a day: corrections, changes, and a withdrawal.
pub(super) fn front(front: &mut FrontMatter, today: Date) {
    if front.state == State::Withdrawn {
        front.state = State::Published;
    }
    front.corrections.retain(|one| is_due(&one.date, today));
    front.updated.take_if(|date| !is_due(date, today));
    front.as_of.take_if(|date| !is_due(date, today));
}

fn is_due(date: &Spanned<Date>, today: Date) -> bool {
    !date.value.certainly_after(today)
}

/// Takes out the statements that are said later than a day; their words stay in the text. Gives
/// the claims that they make.
pub(super) fn unsay(brief: &mut Brief, today: Date) -> Vec<String> {
    let is_later =
        |said: &Option<Spanned<Date>>| said.as_ref().is_some_and(|one| !is_due(one, today));
    if !brief.annotations.iter().any(|one| is_later(&one.says.said)) {
        return Vec::new();
    }
    let mut places = Vec::new();
    let mut kept = Vec::new();
    let mut claims = Vec::new();
    for annotation in std::mem::take(&mut brief.annotations) {
        if is_later(&annotation.says.said) {
            places.push(None);
            claims.extend(annotation.says.claim.map(|name| name.value));
        } else {
            places.push(Some(kept.len()));
            kept.push(annotation);
        }
    }
    brief.annotations = kept;
    let pieces = std::mem::take(&mut brief.body).into_iter();
    brief.body = pieces.filter_map(|piece| moved(piece, &places)).collect();
    claims
}

/// A piece with its annotation's new place; none where the annotation is gone.
fn moved(piece: Piece, places: &[Option<usize>]) -> Option<Piece> {
    let place = |index: usize| places.get(index).copied().flatten();
    Some(match piece {
        Piece::Html(_) | Piece::Cite(_) => piece,
        Piece::Open(index, first) => Piece::Open(place(index)?, first),
        Piece::Close(index, last) => Piece::Close(place(index)?, last),
        Piece::BlockOpen(index) => Piece::BlockOpen(place(index)?),
        Piece::BlockClose(index) => Piece::BlockClose(place(index)?),
        Piece::Range(index, has_word) => Piece::Range(place(index)?, has_word),
        Piece::Card(index) => Piece::Card(place(index)?),
        Piece::Reference(index) => Piece::Reference(place(index)?),
    })
}

/// Takes out of a withdrawn brief its words and what it adds to the record. Title, dates, authors,
/// topics and corrections stay.
pub(super) fn withdraw(brief: &mut Brief) {
    brief.body.clear();
    brief.text.clear();
    brief.annotations.clear();
    brief.citations.clear();
    brief.allow.clear();
    let front = &mut brief.document.front;
    front.summary = None;
    front.process = None;
    front.key_judgements.clear();
    front.extra.take();
    brief.document.record = Record::default();
}
