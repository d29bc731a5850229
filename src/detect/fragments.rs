//! Questions about a run of words: is it a clause, an introduction, a clause that breaks off.

use super::items::{Item, Tag};
use super::lexicon::{frame, part};
use super::view::{Run, View};

/// Whether a clause that begins here is an introduction: "When ...", "Like ...".
pub(crate) fn subordinate(view: &View, run: Run) -> bool {
    let start = run.start;
    let main = (start + 1..run.end).any(|index| {
        view.tag(index) == Tag::Comma
            && index + 1 < run.end
            && super::clauses::clause_at(view, index + 1)
    });
    !main && introduces(view, start)
}

/// Whether a clause breaks off before its predicate: "It was, he said, a mistake".
pub(crate) fn unfinished(view: &View, run: Run) -> bool {
    let last = (run.start..run.end)
        .rev()
        .find(|index| !matches!(view.tag(*index), Tag::Comma | Tag::Adverb));
    last.is_some_and(|index| {
        matches!(
            view.tag(index),
            Tag::Be | Tag::Have | Tag::Modal | Tag::Do | Tag::To | Tag::Preposition | Tag::That
        )
    })
}

/// Whether a run begins with the subject of what follows, not with an adjunct.
pub(crate) fn names_something(view: &View, run: Run) -> bool {
    view.begins_phrase(run.start) && view.tag(run.start) != Tag::Time
}

/// Whether a run before a cue can be the first words of what a quotation goes on with: «In the end, he said, "we lost."»
pub(crate) fn begins_words(view: &View, run: Run) -> bool {
    let first = run.start + usize::from(view.tag(run.start) == Tag::Conjunction);
    let opens = first >= run.end
        || matches!(
            view.tag(first),
            Tag::Preposition | Tag::Subordinator | Tag::Adverb | Tag::Gerund
        );
    let when = (first..run.end).any(|index| view.tag(index) == Tag::Time);
    opens && !when && !super::boundary::venue_phrase(view, first)
}

/// Over "... in a story based on leaked emails" to the end of the sentence, where nothing else is said.
pub(crate) fn skip_reduced(view: &View, from: usize) -> usize {
    let reduced = matches!(view.tag(from), Tag::Participle | Tag::Gerund)
        || view.tag(from) == Tag::Finite && view.is(from, part::PARTICIPLE);
    if !reduced
        || view
            .verb(from)
            .is_some_and(|cue| cue.frames & frame::QUOTE != 0)
    {
        return from;
    }
    let stop = (from + 1..view.len())
        .find(|index| {
            matches!(
                view.tag(*index),
                Tag::Stop | Tag::Comma | Tag::Quote | Tag::Wh | Tag::That | Tag::Semicolon
            ) || view.item(*index).is_some_and(Item::finite)
        })
        .unwrap_or(view.len());
    if view.tag(stop) == Tag::Stop {
        stop
    } else {
        from
    }
}

pub(crate) fn introduces(view: &View, start: usize) -> bool {
    view.tag(start) == Tag::Subordinator
        || view.reads(
            start,
            &[
                "when", "as", "while", "after", "before", "since", "if", "like", "unlike", "until",
            ],
        )
}

pub(crate) fn holds_quote(view: &View, run: Run) -> bool {
    (run.start..run.end).any(|index| view.tag(index) == Tag::Quote)
}

/// Whether a run holds a finite verb outside relative clauses.
pub(crate) fn has_finite(view: &View, run: Run) -> bool {
    let mut relative = false;
    for index in run.start..run.end {
        let Some(item) = view.item(index) else { break };
        relative |= item.tag == Tag::Wh && index > run.start;
        if item.finite() {
            if !relative {
                return true;
            }
            relative = false;
        }
    }
    false
}
