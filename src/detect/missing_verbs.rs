//! Verbs that look like nouns, found where a clause would have none: "said workers at the dam need help".

use super::items::{Item, Tag};
use super::lexicon::{frame, part};
use super::tags::Tagger;

impl Tagger<'_> {
    /// Gives each reported clause and each report after its content the verb that it lacks.
    pub(crate) fn mend(&self, items: &mut [Item]) {
        for index in 0..items.len() {
            let found = match items.get(index).map(|item| item.tag) {
                Some(Tag::Finite) => self.reported_verb(items, index),
                Some(Tag::Noun) => self.late_report(items, index).then_some(index),
                _ => None,
            };
            if let Some(item) = found.and_then(|found| items.get_mut(found)) {
                item.tag = Tag::Finite;
            }
        }
    }

    /// The verb of the clause after a cue that takes clauses and no objects, where none is read as one.
    fn reported_verb(&self, items: &[Item], cue: usize) -> Option<usize> {
        let verb = usize::from(items.get(cue)?.word.verb).checked_sub(1)?;
        let frames = self.lexicon.verbs.get(verb)?.frames;
        let that = items.get(cue + 1)?.tag == Tag::That;
        if frames & (frame::THAT | frame::ONLY_THAT) == 0 || frames & frame::NP != 0 && !that {
            return None;
        }
        let start = cue + 1 + usize::from(that);
        let rest = items.get(start..)?;
        let ends = |item: &Item| {
            matches!(
                item.tag,
                Tag::Stop
                    | Tag::Semicolon
                    | Tag::Colon
                    | Tag::Quote
                    | Tag::Comma
                    | Tag::Dash
                    | Tag::That
            ) || item.finite()
        };
        let length = rest.iter().position(ends).unwrap_or(rest.len());
        let clause = rest.get(..length)?;
        // A finite verb comes, or the clause begins otherwise.
        let next = rest.get(length);
        if next.is_some_and(Item::finite) || !clause.first().is_some_and(in_phrase) {
            return None;
        }
        // After "that" the verb may stand last: "found that sleep matters".
        let whole = that && next.is_none_or(|next| matches!(next.tag, Tag::Stop | Tag::Comma));
        (1..length)
            .find(|at| self.is_clause_verb(clause, *at, whole))
            .map(|at| start + at)
    }

    /// Whether a word of a clause that lacks its verb can be it: it agrees with the subject before it and has an
    /// object, or ends a whole clause.
    fn is_clause_verb(&self, clause: &[Item], at: usize, whole: bool) -> bool {
        let (Some(item), Some(before)) = (clause.get(at), clause.get(at - 1)) else {
            return false;
        };
        let object = clause.get(at + 1).map_or(whole, |after| {
            in_phrase(after)
                || after.tag == Tag::Pronoun
                || after.tag == Tag::To && !item.is(part::NOUN)
        });
        let subject = matches!(before.tag, Tag::Noun | Tag::Name | Tag::Pronoun);
        if item.tag != Tag::Noun || !object || !subject {
            return false;
        }
        // The head stands before what modifies it: "workers at the dam need help".
        let first = clause
            .iter()
            .position(|item| !in_phrase(item) && item.tag != Tag::Genitive)
            .unwrap_or(clause.len());
        let joined = at > 2 && clause.iter().any(|item| self.reads(Some(item), &["and"]));
        let head = at.min(first).checked_sub(1).and_then(|at| clause.get(at));
        let plural = joined || head.is_some_and(|head| self.is_plural(head));
        item.is(if plural { part::BASE } else { part::THIRD })
    }

    /// Whether a noun is the verb of a report after its content: "The dam leaks, the survey shows."
    fn late_report(&self, items: &[Item], index: usize) -> bool {
        let Some(item) = items.get(index).filter(|item| item.is(part::THIRD)) else {
            return false;
        };
        let cue = usize::from(item.word.verb)
            .checked_sub(1)
            .and_then(|verb| self.lexicon.verbs.get(verb));
        let closed = items
            .get(index + 1)
            .is_none_or(|next| matches!(next.tag, Tag::Stop | Tag::Comma));
        if !closed || cue.is_none_or(|cue| cue.frames & (frame::THAT | frame::QUOTE) == 0) {
            return false;
        }
        let front = items.get(..index).unwrap_or_default();
        let Some(comma) = front.iter().rposition(|item| item.tag == Tag::Comma) else {
            return false;
        };
        let subject = front.get(comma + 1..).unwrap_or_default();
        subject.len() > 1 - usize::from(subject.first().is_some_and(|first| first.tag == Tag::Name))
            && !subject.iter().any(Item::verbal)
            && subject.first().is_some_and(|first| {
                matches!(first.tag, Tag::Determiner | Tag::Name | Tag::Possessive)
            })
            && subject
                .iter()
                .any(|item| item.is(part::SPEAKER) || item.tag == Tag::Name)
            && front
                .get(..comma)
                .is_some_and(|content| content.iter().any(Item::finite))
    }
}

/// Whether an item can stand in a plain noun phrase.
fn in_phrase(item: &Item) -> bool {
    matches!(
        item.tag,
        Tag::Determiner | Tag::Possessive | Tag::Noun | Tag::Name | Tag::Number
    )
}
