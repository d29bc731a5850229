//! Phrases that name a speaker for the clause around them: "according to X", "in X's view", "reportedly".

use super::boundary::{clause_end, object_end};
use super::clauses::{can_be_participle, clause_at};
use super::complement::Found;
use super::draft::{Draft, HEARSAY};
use super::groups::Words;
use super::items::{Item, Tag};
use super::lexicon::frame;
use super::phrases::{full_phrase, plain_phrase};
use super::types::{Act, Class};
use super::view::{Run, View};

/// "According to X, Y" and "Y, according to X".
pub(crate) fn according(view: &View, at: usize) -> Option<Draft> {
    let cue = according_cue(view, at)?;
    let start = cue.end;
    let mut end = object_end(view, start);
    if end == start {
        end = plain_phrase(view, start);
    }
    if end == start {
        return None;
    }
    let source = Run {
        start,
        end: over_reduced(view, end),
    };
    if relayed(view, source, at) {
        return None;
    }
    framed(view, source, cue)
}

/// Over "released Tuesday by the watchdog" after a source, up to the comma or stop that closes it.
fn over_reduced(view: &View, end: usize) -> usize {
    let reduced = view.tag(end) == Tag::Participle || can_be_participle(view, end);
    let close = (end + 1..view.len()).find(|index| {
        matches!(view.tag(*index), Tag::Comma | Tag::Stop)
            || view.item(*index).is_some_and(Item::finite)
    });
    close
        .filter(|close| reduced && matches!(view.tag(*close), Tag::Comma | Tag::Stop))
        .unwrap_or(end)
}

/// "according to", or a preposition alone ("según"), or one with a noun ("de acuerdo con").
fn according_cue(view: &View, at: usize) -> Option<Run> {
    if !view.lexicon.grammar.translates() {
        return view.reads(at + 1, &["to"]).then_some(Run {
            start: at,
            end: at + 2,
        });
    }
    if view.tag(at) == Tag::Preposition {
        return Some(Run {
            start: at,
            end: at + 1,
        });
    }
    let opens = view.reads(at.wrapping_sub(1), &["of"]) && view.reads(at + 1, &["to"]);
    opens.then_some(Run {
        start: at.wrapping_sub(1),
        end: at + 2,
    })
}

/// Whether the phrase names an outlet and another speaker stands in the sentence before it.
pub(crate) fn relayed(view: &View, source: Run, at: usize) -> bool {
    super::relay::is_outlet(view, source)
        && (0..at).any(|index| {
            matches!(view.tag(index), Tag::Finite | Tag::Participle)
                && view.verb(index).is_some_and(|cue| {
                    cue.class == Class::Assertion && cue.frames & (frame::QUOTE | frame::THAT) != 0
                })
        })
}

/// "In the view of X", "in X's view", "per X".
#[allow(clippy::too_many_lines, reason = "one table of rules, read arm by arm")]
pub(crate) fn phrase_cue(view: &View, at: usize) -> Option<Draft> {
    let edge = at == 0
        || matches!(
            view.tag_before(at),
            Tag::Comma | Tag::Conjunction | Tag::Dash | Tag::Quote
        )
        // «is "a joke" in his view»
        || view.item(at - 1).is_some_and(|item| item.quoted);
    if !edge {
        return None;
    }
    if view.reads(at, &["per"]) {
        let end = full_phrase(view, at + 1);
        let named = (at + 1..end).any(|index| view.tag(index) == Tag::Name);
        return if named {
            framed(
                view,
                Run { start: at + 1, end },
                Run {
                    start: at,
                    end: at + 1,
                },
            )
        } else {
            None
        };
    }
    if !view.reads(at, &["in", "by", "on"]) {
        return None;
    }
    // "In a poll released Sunday, most said ..."
    if view.reads(at, &["in"])
        && let Some(draft) = in_document(view, at)
    {
        return Some(draft);
    }
    let end = plain_phrase(view, at + 1);
    // "in her view", but "by her account"
    let group = if view.reads(at, &["in"]) {
        Words::View
    } else {
        Words::Account
    };
    let noun = end.checked_sub(1).filter(|noun| {
        // "en opinión de X" has no determiner.
        (*noun > at + 1 || view.lexicon.grammar.translates())
            && *noun > at
            && view.in_group(*noun, group)
    })?;
    if view.reads(end, &["of"]) {
        let stop = full_phrase(view, end + 1);
        return if stop > end + 1 {
            framed(
                view,
                Run {
                    start: end + 1,
                    end: stop,
                },
                Run {
                    start: at,
                    end: end + 1,
                },
            )
        } else {
            None
        };
    }
    // "by his own admission"
    let owner = noun - usize::from(view.reads(noun - 1, &["own"]) && noun > at + 2);
    let source = match view.tag(owner - 1) {
        Tag::Genitive => Run {
            start: at + 1,
            end: owner - 1,
        },
        Tag::Possessive if !view.reads(owner - 1, &["my", "our", "your"]) => Run {
            start: owner - 1,
            end: owner,
        },
        _ => return None,
    };
    framed(view, source, Run { start: at, end })
}

/// "In a new poll, 40 percent back X": the poll says so.
pub(crate) fn in_document(view: &View, at: usize) -> Option<Draft> {
    if (0..at).any(|index| !matches!(view.tag(index), Tag::Conjunction | Tag::Adverb | Tag::Comma))
    {
        return None;
    }
    let plain = plain_phrase(view, at + 1);
    let head = plain
        .checked_sub(1)
        .filter(|head| *head > at && view.in_group(*head, Words::Measurement))?;
    let comma = (head..view.len().min(head + 16)).find(|index| view.tag(*index) == Tag::Comma)?;
    if !clause_at(view, comma + 1) || (head..comma).any(|index| view.tag(index) == Tag::Quote) {
        return None;
    }
    // "In a report on the wards, two nurses said": they speak, not the report.
    let subject_end = plain_phrase(view, comma + 1);
    if super::joints::main_cue(view, view.skip_adverbs(subject_end)) {
        return None;
    }
    let (source, content) = (
        Run {
            start: at + 1,
            end: comma,
        },
        Run {
            start: comma + 1,
            end: clause_end(view, comma + 1),
        },
    );
    Some(Draft {
        source: Some(source),
        cue: Run {
            start: at,
            end: at + 1,
        },
        key: at,
        content: vec![content],
        found: Found::BareClause,
        class: Class::Assertion,
        act: Act::Says,
        confidence: 0.55,
        rank: 1,
    })
}

/// "He reportedly left": a clause that nobody is named for.
pub(crate) fn hearsay(view: &View, at: usize) -> Option<Draft> {
    let verb = (at + 1..(at + 5).min(view.len()))
        .find(|index| view.item(*index).is_some_and(Item::verbal));
    let finite = view
        .item(super::subject::group_start(view, verb?))
        .is_some_and(Item::finite)
        || view.tag(verb?) == Tag::Finite;
    if !finite {
        return None;
    }
    let start = clause_start(view, at);
    let mut content = vec![
        Run { start, end: at },
        Run {
            start: at + 1,
            end: clause_end(view, at + 1),
        },
    ];
    content.retain(|run| !run.is_empty());
    Some(Draft {
        source: None,
        cue: Run {
            start: at,
            end: at + 1,
        },
        key: at,
        content,
        found: Found::BareClause,
        class: Class::Assertion,
        act: Act::Says,
        confidence: 0.5,
        rank: HEARSAY,
    })
}

/// The clause around a phrase that names its speaker.
#[allow(clippy::too_many_lines, reason = "one table of rules, read arm by arm")]
pub(crate) fn framed(view: &View, source: Run, cue: Run) -> Option<Draft> {
    let at = cue.start;
    let end = source.end.max(cue.end);
    let mut content = Vec::new();
    let initial = (0..at).all(|index| {
        matches!(
            view.tag(index),
            Tag::Conjunction | Tag::Adverb | Tag::Comma | Tag::Open
        )
    });
    if initial {
        // "According to X, who asked not to be named, Y": the comma before the main clause.
        let commas = || (end..view.len()).filter(|index| view.tag(*index) == Tag::Comma);
        let main = commas()
            .find(|comma| super::commas::main_follows(view, comma + 1))
            .or_else(|| commas().next());
        let mut from = main.map_or(end, |comma| comma + 1);
        // "According to X, while Y, Z": the introduction is X's too.
        if view.tag(end) == Tag::Comma
            && (view.tag(end + 1) == Tag::Subordinator || view.reads(end + 1, &["while", "if"]))
        {
            from = end + 1;
        }
        if view.tag(end) == Tag::Quote {
            from = end;
        }
        content.push(Run {
            start: from,
            end: clause_end(view, from),
        });
    } else {
        let start = clause_start(view, at);
        // "reported that, according to its analysis, ..." is one statement of the first speaker.
        if view.tag_before(at) == Tag::Comma
            && at >= 3
            && view.tag(at - 2) == Tag::That
            && view.verb(at - 3).is_some()
        {
            return None;
        }
        let hook = start + 1 == at && view.tag(start) != Tag::Quote
            || (start..at).all(|index| {
                matches!(
                    view.tag(index),
                    Tag::Comma | Tag::Subordinator | Tag::That | Tag::Conjunction
                )
            });
        // "While X, according to Z, Y": Z speaks of Y.
        let contrast = view.tag_before(at) == Tag::Comma
            && view.tag(end) == Tag::Comma
            && view.reads(start, &["while", "although", "though", "whereas"])
            && clause_at(view, end + 1);
        if contrast {
            content.push(Run {
                start: end + 1,
                end: clause_end(view, end + 1),
            });
        } else if !hook {
            // "That is according to X": what was said is the subject.
            let be = at > start + 1 && view.tag(at - 1) == Tag::Be;
            content.push(Run {
                start,
                end: at - usize::from(be),
            });
        }
        // "The trouble, according to Holm, is that nobody looks"
        let resumed = hook
            || view.tag_before(at) == Tag::Comma
                && !super::fragments::has_finite(view, Run { start, end: at })
                && view.tag(end) == Tag::Comma
            || (view.tag_before(at) == Tag::Comma
                || view.tag_before(at) == Tag::Quote && view.quoted_run(end + 1).is_some())
                && view.tag(end) == Tag::Comma
                && view.tag(end + 1) != Tag::Conjunction
                && (!super::fragments::has_finite(view, Run { start, end: at })
                    || super::fragments::unfinished(view, Run { start, end: at })
                    || !clause_at(view, start)
                    || (matches!(view.tag(end + 1), Tag::Number | Tag::Preposition)
                        && !clause_at(view, end + 1)));
        if resumed {
            content.push(Run {
                start: end + 1,
                end: clause_end(view, end + 1),
            });
        }
    }
    content.retain(|run| !run.is_empty());
    if content.is_empty() {
        return None;
    }
    Some(Draft {
        source: Some(source),
        cue,
        key: at,
        content,
        found: Found::BareClause,
        class: Class::Assertion,
        act: Act::Says,
        confidence: 0.85,
        rank: 1,
    })
}

/// Start of the clause that ends before `end`.
pub(crate) fn clause_start(view: &View, end: usize) -> usize {
    let mut start = end;
    let paired = (0..end)
        .filter(|index| view.tag(*index) == Tag::Dash)
        .count()
        % 2
        == 0;
    let stops = |index: usize| match view.tag(index) {
        Tag::Semicolon | Tag::Colon | Tag::Open => true,
        Tag::Dash => !paired,
        // "X will fall, and Y will rise, according to Z": the last clause alone.
        Tag::Conjunction => view.tag_before(index) == Tag::Comma && clause_at(view, index + 1),
        // "because, according to Z, ..."
        Tag::Subordinator | Tag::That => index + 2 == end && view.tag(index + 1) != Tag::Be,
        _ => false,
    };
    while start > 0 && !stops(start - 1) {
        start -= 1;
    }
    // "His lead is larger - 64 to 27, according to Z": what a dash sets beside a clause goes with it.
    let beside = start > 0
        && view.tag(start - 1) == Tag::Dash
        && !(start..end).any(|index| view.item(index).is_some_and(Item::finite));
    if beside {
        start = clause_start(view, start - 1);
    }
    if view.tag(start) == Tag::Conjunction {
        start + 1
    } else {
        start
    }
}
