//! The contents just before and just after a cue and its speaker.

use super::adjuncts::skip_adjuncts;
use super::complement::{quote_end, runs_on};
use super::items::{Item, Tag};
use super::lexicon::frame;
use super::view::{Run, View};

/// The content that ends just before `end`: quotations, or a clause and a comma.
pub(crate) fn content_before(view: &View, end: usize) -> Option<Vec<Run>> {
    let mut at = end.checked_sub(1)?;
    if view.tag(at) == Tag::Comma {
        at = at.checked_sub(1)?;
        if view.tag(at) != Tag::Quote {
            return clause_before(view, at + 1);
        }
    }
    if view.tag(at) != Tag::Quote {
        return None;
    }
    let mut start = at;
    // A clause that runs into the quotation belongs to it: «The vote was "a farce," he said.»
    while start > 0
        && !matches!(
            view.tag(start - 1),
            Tag::Stop | Tag::Semicolon | Tag::Colon | Tag::Open | Tag::Dash
        )
    {
        start -= 1;
    }
    if start < at && speech_between(view, start, at) {
        start = at;
    }
    Some(vec![Run { start, end: at + 1 }])
}

pub(crate) fn speech_between(view: &View, start: usize, end: usize) -> bool {
    (start..end).any(|index| {
        !view.items.get(index).is_some_and(|item| item.quoted)
            && view.tag(index) == Tag::Finite
            && view
                .verb(index)
                .is_some_and(|cue| cue.frames & frame::QUOTE != 0)
    })
}

pub(crate) fn clause_before(view: &View, end: usize) -> Option<Vec<Run>> {
    let mut start = end;
    while start > 0 && view.tag(start - 1) != Tag::Semicolon {
        start -= 1;
    }
    // A quotation with a cue of its own stands before.
    if let Some(quotation) = (start..end)
        .rev()
        .find(|index| view.tag(*index) == Tag::Quote)
        && speech_between(view, start, end)
    {
        start = quotation + 1;
    }
    if view.tag(start) == Tag::Conjunction {
        start += 1;
    }
    start = interrupted(view, start, end).unwrap_or(start);
    // "opposed it because, he said, it was late", "a plan that, critics said, would fail"
    let hook = end.saturating_sub(1);
    if hook > start && matches!(view.tag(hook), Tag::Subordinator | Tag::That | Tag::Wh) {
        start = hook;
    }
    // "And, he said, ..." holds its first word.
    if start >= end {
        start = end.checked_sub(1)?;
    }
    Some(vec![Run { start, end }])
}

/// Start of a clause of its own that the cue interrupts before its verb: "The plant shut, but the leak, he said, went on".
fn interrupted(view: &View, start: usize, end: usize) -> Option<usize> {
    const LONGEST: usize = 9;
    let finite = |index: &usize| view.item(*index).is_some_and(Item::finite);
    let last = (start..end).rev().find(finite)?;
    let joint = (last..end).find(|index| {
        view.tag(*index) == Tag::Dash
            || view.tag(*index) == Tag::Conjunction && view.tag_before(*index) == Tag::Comma
    })?;

    let resumed =
        (end + 1..(end + LONGEST).min(view.len())).any(|index| view.tag(index) == Tag::Comma);
    (resumed && view.begins_phrase(joint + 1) && end - joint <= LONGEST).then_some(joint + 1)
}

/// A quotation that goes on after the cue: «"...," he said, "..."».
pub(crate) fn content_after(view: &View, from: usize) -> Vec<Run> {
    let mut at = skip_adjuncts(view, from);
    if let Some(next) = resumed(view, at) {
        at = next;
    }
    if view.tag(at) != Tag::Comma && view.tag(at) != Tag::Quote && view.tag(at) != Tag::Colon {
        // Over a longer tail to the next quotation of the sentence, when no other cue is between.
        let Some(next) = (at..view.len()).find(|index| view.tag(*index) == Tag::Quote) else {
            return Vec::new();
        };
        // «"...," he said before adding: "..."»
        let speaks = |index: usize| {
            view.verb(index).is_some_and(|cue| {
                view.item(index).is_some_and(Item::finite)
                    || view.tag(index) == Tag::Gerund && cue.frames & frame::QUOTE != 0
            })
        };
        if (at..next).any(speaks) {
            return Vec::new();
        }
        at = next;
    }
    while matches!(
        view.tag(at),
        Tag::Comma | Tag::Colon | Tag::Semicolon | Tag::Dash
    ) {
        at += 1;
    }
    // «"...," he said, and "..."»: what joins them is his too.
    let joined = at + usize::from(view.tag(at) == Tag::Conjunction);
    // "a co-author of «...»" names a title.
    if matches!(
        view.tag_before(at),
        Tag::Preposition | Tag::Genitive | Tag::Determiner
    ) {
        return Vec::new();
    }
    if view.tag(joined) == Tag::Quote {
        vec![Run {
            start: at,
            end: runs_on(view, quote_end(view, joined)),
        }]
    } else {
        Vec::new()
    }
}

/// The quotation that goes on after something said of the speaking: «"...," said Smith, shaking his head, "..."».
fn resumed(view: &View, comma: usize) -> Option<usize> {
    if view.tag(comma) != Tag::Comma || view.tag(comma + 1) == Tag::Quote {
        return None;
    }
    let next =
        (comma + 2..(comma + 16).min(view.len())).find(|index| view.tag(*index) == Tag::Quote)?;
    let mut between = comma + 1..next;
    let speaks = between.clone().any(|index| {
        view.verb(index)
            .is_some_and(|cue| cue.frames & frame::QUOTE != 0)
            && view.item(index).is_some_and(Item::verbal)
    });
    // "as others looked on", but "her voice breaking"
    let clause = view.tag(comma + 1) == Tag::Subordinator
        || view.reads(comma + 1, &["as", "while", "when", "before", "after"]);
    let finite = between.any(|index| view.item(index).is_some_and(Item::finite));
    (view.tag(next - 1) == Tag::Comma && !speaks && (clause || !finite)).then_some(next)
}
