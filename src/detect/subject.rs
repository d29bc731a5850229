//! The subject of a verb group, found leftwards.

use super::insertions::{appositive, insertion_start, place_tail, relative_start};
use super::items::{Item, Tag};
use super::lexicon::part;
use super::modifiers::{before_modifier, outer_phrase};
use super::nonfinite::{of_infinitive, of_participle};
use super::phrases::plain_phrase_back;
use super::verbs::{Group, Mode};
use super::view::{Run, View};

/// How far back a subject is looked for, in items.
pub(crate) const REACH: usize = 70;

/// A subject: the whole run with its appositives, and its plain noun phrase.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Subject {
    pub(crate) run: Run,
    pub(crate) head: Run,
}

impl Subject {
    /// A subject that is nothing but its plain phrase.
    fn alone(start: usize, end: usize) -> Self {
        let run = Run { start, end };
        Self { run, head: run }
    }
}

/// The subject of a group, in front of it.
pub(crate) fn subject_of(view: &View, verbs: &Group) -> Option<Subject> {
    match verbs.mode {
        Mode::Finite => before(view, verbs.start, verbs.start, 0),
        Mode::Participle => of_participle(view, verbs),
        Mode::Infinitive => of_infinitive(view, verbs.start),
        Mode::Reduced => None,
    }
}

/// The subject that ends somewhere before `end`; `edge` is where its run may reach to.
#[allow(clippy::too_many_lines, reason = "one table of rules, read arm by arm")]
pub(crate) fn before(view: &View, end: usize, edge: usize, depth: usize) -> Option<Subject> {
    let mut index = end;
    let mut edge = edge;
    for _ in 0..REACH {
        let at = index.checked_sub(1)?;
        match view.tag(at) {
            Tag::Adverb => {
                index = at;
                edge = edge.min(at);
            }
            // "as he himself admitted"
            Tag::Pronoun
                if view.reads(at, &["himself", "herself", "themselves", "itself"])
                    && at > 0
                    && view.item(at - 1).is_some_and(Item::nominal) =>
            {
                index = at;
            }
            // "He and Smith both said"
            Tag::Pronoun
                if view.reads(at, &["both", "all", "each"])
                    && at
                        .checked_sub(1)
                        .and_then(|before| view.item(before))
                        .is_some_and(|item| item.nominal() || item.tag == Tag::Close) =>
            {
                index = at;
                edge = edge.min(at);
            }
            Tag::Time => {
                index = skip_time_back(view, at);
                edge = index;
            }
            Tag::Comma | Tag::Dash | Tag::Close => {
                let open = insertion_start(view, at);
                match open {
                    Some(open) => index = open,
                    None if view.tag(at) == Tag::Comma => return shared(view, at, depth),
                    None => return None,
                }
            }
            // «Holm, who called it "a farce," left»
            Tag::Quote if view.quotes_comma(at) => index = relative_start(view, at)?,
            Tag::Conjunction => return shared(view, at, depth),
            // "those surveyed said"
            // "a statement issued later said"
            Tag::Participle | Tag::Finite
                if view.tag(at) == Tag::Participle || view.is(at, part::PARTICIPLE) =>
            {
                let (start, end) = before_modifier(view, at)?;
                return phrase(view, end, edge, depth).or(Some(Subject {
                    run: Run { start, end: edge },
                    head: Run { start, end },
                }));
            }
            Tag::Wh => {
                return Some(Subject::alone(at, index));
            }
            Tag::That
                if view
                    .items
                    .get(at.wrapping_sub(1))
                    .is_some_and(Item::nominal) =>
            {
                return Some(Subject::alone(at, index));
            }
            _ => return phrase(view, index, edge, depth),
        }
    }
    None
}

/// Skips "on Monday", "late Tuesday", "last week" leftwards.
pub(crate) fn skip_time_back(view: &View, at: usize) -> usize {
    let mut start = at;
    while start > 0
        && (matches!(view.tag(start - 1), Tag::Time | Tag::Number)
            || view.reads(start - 1, &["last", "this", "late", "early", "next", "of"]))
    {
        start -= 1;
    }
    if start > 0 && view.tag(start - 1) == Tag::Preposition {
        start - 1
    } else {
        start
    }
}

/// The noun phrase that ends before `end`, followed to the head of the subject.
#[allow(clippy::too_many_lines, reason = "one table of rules, read arm by arm")]
pub(crate) fn phrase(view: &View, end: usize, edge: usize, depth: usize) -> Option<Subject> {
    let mut start = plain_phrase_back(view, end);
    if start == end {
        return None;
    }
    let mut head_end = end;
    for _ in 0..REACH {
        let Some(at) = start.checked_sub(1) else {
            break;
        };
        match view.tag(at) {
            Tag::Preposition | Tag::To => {
                let Some(outer) = outer_phrase(view, at) else {
                    break;
                };
                (start, head_end) = outer;
            }
            // "those who have propped up the government say"
            Tag::Adverb if at > 0 && view.item(at - 1).is_some_and(Item::verbal) => {
                let Some(outer) = before_modifier(view, at - 1) else {
                    break;
                };
                (start, head_end) = outer;
            }
            Tag::Gerund
            | Tag::Participle
            | Tag::Base
            | Tag::Finite
            | Tag::Be
            | Tag::Have
            | Tag::Modal => {
                let Some(outer) = before_modifier(view, at) else {
                    break;
                };
                (start, head_end) = outer;
            }
            Tag::Conjunction if view.reads(at, &["and", "or", "&", "nor"]) => {
                let left = plain_phrase_back(view, at);
                let governed =
                    matches!(view.tag_before(left), Tag::Finite | Tag::Base | Tag::Gerund);
                if left == at
                    || governed
                    || view
                        .items
                        .get(left..at)
                        .is_none_or(|run| run.iter().all(|item| item.tag == Tag::Pronoun))
                {
                    break;
                }
                start = left;
            }
            Tag::Comma
                if appositive(view, start, head_end) || place_tail(view, start, head_end) =>
            {
                let left = plain_phrase_back(view, at);
                if left == at {
                    break;
                }
                start = left;
                head_end = at;
            }
            // "Harry Bond, 30, of Raleigh"
            Tag::Comma
                if (start..head_end).all(|index| view.tag(index) == Tag::Number)
                    && view.tag_before(at) == Tag::Name
                    && view.tag(head_end) == Tag::Comma =>
            {
                start = plain_phrase_back(view, at);
                head_end = at;
            }
            _ => break,
        }
    }
    if depth > 3 {
        return None;
    }
    Some(Subject {
        run: Run { start, end: edge },
        head: Run {
            start,
            end: head_end,
        },
    })
}

/// The subject shared with an earlier verb: "X said ... and added", "X said ..., adding".
pub(crate) fn shared(view: &View, from: usize, depth: usize) -> Option<Subject> {
    if depth > 2 {
        return None;
    }
    let mut index = from;
    let mut first = true;
    let lowest = from.saturating_sub(REACH);
    while index > lowest {
        index -= 1;
        let item = view.item(index)?;
        if item.quoted || !item.finite() {
            continue;
        }
        let start = group_start(view, index);
        // "..., who sold it and promised": the clause of the relative pronoun goes on.
        if first
            && view.tag(from) == Tag::Conjunction
            && view.reads(start.wrapping_sub(1), &["who", "which"])
        {
            let run = Run {
                start: start - 1,
                end: start,
            };
            return Some(Subject { run, head: run });
        }
        first = false;
        if inside_content(view, start) {
            continue;
        }
        if let Some(found) = inverted_subject(view, start, index) {
            return Some(found);
        }
        let found = before(view, start, start, depth + 1);
        if found.is_some() {
            return found;
        }
        index = start.min(index);
    }
    None
}

/// Start of the run of auxiliaries and adverbs that ends with the verb at `verb`.
pub(crate) fn group_start(view: &View, verb: usize) -> usize {
    let mut start = verb;
    while start > 0
        && matches!(
            view.tag(start - 1),
            Tag::Adverb | Tag::Be | Tag::Have | Tag::Modal | Tag::Do
        )
    {
        start -= 1;
    }
    start
}

/// The subject of «"...," said Smith» when a quotation stands right before the verb.
fn inverted_subject(view: &View, start: usize, verb: usize) -> Option<Subject> {
    let before = view.tag_before(start);
    if before != Tag::Quote && !(before == Tag::Comma && view.tag_before(start - 1) == Tag::Quote) {
        return None;
    }
    view.verb(verb)?;
    let end = super::phrases::plain_phrase(view, verb + 1);
    let run = Run {
        start: verb + 1,
        end,
    };
    (!run.is_empty()).then_some(Subject { run, head: run })
}

/// The main verb of a group whose auxiliary is at `index`.
pub(crate) fn main_verb(view: &View, index: usize) -> usize {
    let mut at = index;
    while matches!(view.tag(at), Tag::Be | Tag::Have | Tag::Modal | Tag::Do) {
        let next = view.skip_adverbs(at + 1);
        if !matches!(
            view.tag(next),
            Tag::Be | Tag::Have | Tag::Base | Tag::Participle | Tag::Gerund
        ) {
            break;
        }
        at = next;
    }
    at
}

/// Whether a clause that starts at or before `verb` is the complement of a verb before it.
fn inside_content(view: &View, verb: usize) -> bool {
    for index in (verb.saturating_sub(25)..verb).rev() {
        match view.tag(index) {
            Tag::Wh => return true,
            Tag::That if view.tag_before(index) != Tag::Conjunction => return true,
            Tag::Finite | Tag::Participle | Tag::Base | Tag::Gerund
                if view
                    .verb(index)
                    .is_some_and(|cue| cue.frames & super::lexicon::frame::THAT != 0) =>
            {
                return true;
            }
            Tag::Comma | Tag::Conjunction | Tag::Semicolon | Tag::Quote | Tag::Finite => {
                return false;
            }
            _ => {}
        }
    }
    false
}

pub(crate) fn subject_of_limited(view: &View, verbs: &Group) -> Option<Subject> {
    match verbs.mode {
        Mode::Finite => before(view, verbs.start, verbs.start, 1),
        Mode::Participle => of_participle(view, verbs),
        Mode::Infinitive => shared(view, verbs.start, 1),
        Mode::Reduced => None,
    }
}

/// Whether a pronoun or name is at an item, good enough to speak.
pub(crate) fn can_speak(view: &View, head: Run) -> bool {
    view.items.get(head.start..head.end).is_some_and(|run| {
        run.iter().any(|item| {
            matches!(item.tag, Tag::Name | Tag::Pronoun | Tag::Wh) || item.is(part::SPEAKER)
        })
    })
}
