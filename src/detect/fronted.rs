//! Contents that stand before their cue: «"...," said Smith», "..., Smith said", "as Smith said, ...".

use super::adjuncts::{skip_adjuncts, skip_tail};
use super::around::{content_after, content_before, speech_between};
use super::boundary::{Extent, end_of};
use super::complement::{Found, clause_end, complement, quote_end};
use super::draft::Draft;
use super::fragments::{
    begins_words, has_finite, holds_quote, names_something, skip_reduced, subordinate, unfinished,
};
use super::items::{Item, Tag};
use super::lexicon::{Cue, frame};
use super::phrases::{full_phrase, plain_phrase, preposition_phrase};
use super::subject::{Subject, can_speak};
use super::types::Class;
use super::verbs::Group;
use super::view::{Run, View};

/// «"...," said Smith, an aide.»
#[allow(clippy::too_many_lines, reason = "one table of rules, read arm by arm")]
pub(crate) fn inverted(
    view: &View,
    verbs: &Group,
    cue: &Cue,
    subject_missing: bool,
) -> Option<Draft> {
    // "..., según dijo X"
    let hooked = view.lexicon.grammar.late_subject
        && view.tag_before(verbs.start) == Tag::Preposition
        && view.reads(verbs.start.wrapping_sub(1), &["as", "according"]);
    let verbs = &Group {
        start: verbs.start - usize::from(hooked),
        ..*verbs
    };
    let before = content_before(view, verbs.start)?;
    let name = late_start(view, verbs.verb + 1);
    let end = plain_phrase(view, name);
    if end == name || view.tag(name) == Tag::Time && view.tag(name + 1) == Tag::Stop {
        return None;
    }
    let full = full_phrase(view, name);
    let quoted = view.tag_before(verbs.start) == Tag::Quote
        || (view.tag_before(verbs.start) == Tag::Comma
            && view.tag_before(verbs.start - 1) == Tag::Quote);
    if !quoted {
        // "Y, said X": a clause before, a speaker after, and nothing more.
        if !subject_missing {
            return None;
        }
        if complement(view, verbs.verb, cue).is_some_and(|found| {
            matches!(found.found, Found::Clause | Found::Quote | Found::Question)
        }) {
            return None;
        }
        let resumed = if hooked {
            full
        } else {
            with_appositive(view, full)
        };
        let clause = before.first().is_some_and(|run| {
            has_finite(view, *run) || holds_quote(view, *run) || view.tag(resumed) == Tag::Comma
        });
        if !clause
            || !can_speak(
                view,
                Run {
                    start: name,
                    end: full,
                },
            )
            || !matches!(
                view.tag(late_start(view, full)),
                Tag::Stop | Tag::Comma | Tag::Wh
            )
        {
            return None;
        }
    }
    // "There is, said Holm, no plan"
    let broken_off = !quoted && before.last().is_some_and(|run| unfinished(view, *run));
    let source_end = if hooked || broken_off {
        full
    } else {
        with_appositive(view, full)
    };
    let mut content = before;
    // "It was a farce, said Holm, and nobody came"
    let goes_on = matches!(
        view.tag(source_end + 1),
        Tag::Conjunction | Tag::Subordinator
    );
    let resumes = !quoted
        && view.tag(source_end) == Tag::Comma
        && (goes_on || broken_off || !content.last().is_some_and(|run| has_finite(view, *run)));
    if resumes {
        content.push(Run {
            start: source_end + 1,
            end: clause_end(view, source_end + 1),
        });
    }
    content.extend(content_after(view, source_end));
    Some(Draft {
        confidence: 0.95,
        rank: 0,
        ..Draft::of_verb(
            verbs,
            cue,
            Some(Run {
                start: name,
                end: source_end,
            }),
            content,
            Found::Quote,
        )
    })
}

/// Where a subject after its verb begins, over times and hearers: "dijo ayer a la prensa el ministro".
pub(crate) fn late_start(view: &View, from: usize) -> usize {
    let mut at = from;
    if !view.lexicon.grammar.late_subject {
        return at;
    }
    for _ in 0..4 {
        let next = match view.tag(at) {
            Tag::Adverb | Tag::Time => at + 1,
            Tag::Determiner | Tag::Pronoun if view.tag(at + 1) == Tag::Time => at + 2,
            Tag::Preposition => preposition_phrase(view, at),
            _ => at,
        };
        if next == at {
            break;
        }
        at = next;
    }
    at
}

/// «"...", dijo.»: a quotation whose speaker is left out, in languages that may do so.
pub(crate) fn unnamed(
    view: &View,
    verbs: &Group,
    cue: &Cue,
    subject: Option<Subject>,
) -> Option<Draft> {
    let quoted = view.tag_before(verbs.start) == Tag::Quote
        || view.tag_before(verbs.start) == Tag::Comma
            && view.tag_before(verbs.start - 1) == Tag::Quote;
    let left_out = view.lexicon.grammar.null_subject && subject.is_none();
    if !left_out || !quoted || cue.frames & frame::QUOTE == 0 {
        return None;
    }
    let mut content = content_before(view, verbs.start)?;
    content.extend(content_after(view, verbs.verb + 1));
    Some(Draft {
        confidence: 0.85,
        rank: 0,
        ..Draft::of_verb(verbs, cue, None, content, Found::Quote)
    })
}

/// «Said Smith, "..."» at the start of a sentence.
pub(crate) fn opening(view: &View, verbs: &Group, cue: &Cue) -> Option<Draft> {
    let name = verbs.verb + 1;
    let end = with_appositive(view, full_phrase(view, name));
    let mut at = end;
    while matches!(view.tag(at), Tag::Comma | Tag::Colon) {
        at += 1;
    }
    if end == name || view.tag(at) != Tag::Quote || verbs.start > 1 || view.tag(0) == Tag::Quote {
        return None;
    }
    Some(Draft {
        confidence: 0.9,
        rank: 0,
        ..Draft::of_verb(
            verbs,
            cue,
            Some(Run { start: name, end }),
            vec![Run {
                start: at,
                end: quote_end(view, at),
            }],
            Found::Quote,
        )
    })
}

/// End of a speaker phrase with the appositive after its comma.
pub(crate) fn with_appositive(view: &View, end: usize) -> usize {
    if view.tag(end) != Tag::Comma {
        return end;
    }
    let mut index = end + 1;
    if matches!(
        view.tag(index),
        Tag::Quote | Tag::Stop | Tag::Gerund | Tag::Conjunction | Tag::Subordinator
    ) || matches!(view.tag(index), Tag::Be | Tag::Have | Tag::Modal | Tag::Do)
        && view.item(index).is_some_and(Item::finite)
    {
        return end;
    }
    while index < view.len()
        && !matches!(
            view.tag(index),
            Tag::Comma | Tag::Stop | Tag::Quote | Tag::Colon | Tag::Semicolon | Tag::Dash
        )
    {
        index += 1;
    }
    index
}

/// «"...," Smith said.» and "..., Smith said."
#[allow(clippy::too_many_lines, reason = "one table of rules, read arm by arm")]
pub(crate) fn fronted(view: &View, verbs: &Group, subject: Subject, cue: &Cue) -> Option<Draft> {
    if let Some(draft) = as_clause(view, verbs, subject, cue) {
        return Some(draft);
    }
    // "Smith, who advises the ministry, said": a relative clause fronts nothing.
    if view.tag(subject.run.start) == Tag::Wh {
        return None;
    }
    let mut content = content_before(view, subject.run.start)?;
    let quoted = view.tag_before(subject.run.start) == Tag::Quote
        || (view.tag_before(subject.run.start) == Tag::Comma
            && view.tag_before(subject.run.start - 1) == Tag::Quote);
    // «Calling the ruling "a disgrace," he vowed»: a participle with a content of its own.
    if content.iter().any(|run| {
        view.tag(run.start) == Tag::Gerund
            && view
                .verb(run.start)
                .is_some_and(|own| own.class == Class::Assertion)
            && view.tag(run.end - 1) == Tag::Quote
            && run.end > run.start + 1
    }) {
        content.clear();
        return None;
    }
    let follows = complement(view, verbs.verb, cue).map(|found| found.found);
    let complement_follows = follows.is_some_and(|found| found != Found::Particle);
    // «While Smith said, "...," Doe said, "..."»: each has one.
    if quoted
        && follows == Some(Found::Quote)
        && content
            .last()
            .is_some_and(|run| speech_between(view, 0, run.end - 1))
    {
        return None;
    }
    // «Sooner or later, she told the board, "it pays off"»
    let hearer = cue.frames & frame::ADDRESSEE != 0;
    let resumed = if hearer {
        super::adjuncts::hearer_end(view, verbs.verb + 1)
    } else {
        verbs.verb + 1
    };
    let broken = !quoted
        && cue.frames & frame::QUOTE != 0
        && view.tag(resumed) == Tag::Comma
        && view.tag(resumed + 1) == Tag::Quote
        && view.quotes_lower(resumed + 1)
        && view.tag_before(subject.run.start) == Tag::Comma
        && content.last().is_some_and(|run| {
            names_something(view, *run)
                || has_finite(view, *run) && !subordinate(view, *run)
                || begins_words(view, *run)
        });
    if quoted || broken {
        // «The vote, she argued, "was neither free nor fair"»
        content.extend(content_after(view, verbs.verb + 1));
    } else {
        if complement_follows
            || cue.frames & (frame::THAT | frame::ONLY_THAT) == 0
            || cue.class != Class::Assertion && cue.class != Class::Belief
        {
            return None;
        }
        let stop = skip_reduced(view, skip_tail(view, verbs.verb + 1, hearer));
        match view.tag(stop) {
            Tag::Stop | Tag::Semicolon => {
                let any = |run: &Run| {
                    (run.start..run.end).any(|index| view.item(index).is_some_and(Item::finite))
                };
                if !content.last().is_some_and(|run| {
                    any(run) && !subordinate(view, *run) || holds_quote(view, *run)
                }) {
                    return None;
                }
            }
            Tag::Comma => {
                // "X will win, he said, but Y will not": the speech goes on after the cue.
                let goes_on = view
                    .item(view.skip_adverbs(stop + 1))
                    .is_some_and(Item::finite)
                    || matches!(
                        view.tag(stop + 1),
                        Tag::Conjunction | Tag::Subordinator | Tag::Wh | Tag::That
                    )
                    || view.reads(stop + 1, &["until", "since", "including", "despite"])
                    || (view.tag(stop + 1) == Tag::Preposition && view.tag(stop + 2) == Tag::Wh);
                let resumes = goes_on
                    || content.last().is_some_and(|run| {
                        !has_finite(view, *run) || subordinate(view, *run) || unfinished(view, *run)
                    });
                if resumes {
                    content.push(Run {
                        start: stop + 1,
                        end: clause_end(view, stop + 1),
                    });
                }
            }
            Tag::Quote => content.push(Run {
                start: stop,
                end: quote_end(view, stop),
            }),
            _ => return None,
        }
    }
    Some(Draft {
        confidence: 0.9,
        rank: 0,
        ..Draft::of_verb(
            verbs,
            cue,
            Some(subject.run),
            content,
            if quoted || broken {
                Found::Quote
            } else {
                Found::BareClause
            },
        )
    })
}

/// "As Smith said, ..." and "..., as Smith said, ...".
pub(crate) fn as_clause(view: &View, verbs: &Group, subject: Subject, cue: &Cue) -> Option<Draft> {
    let word = subject.run.start.checked_sub(1)?;
    if !view.reads(word, &["as"])
        || complement(view, verbs.verb, cue).is_some_and(|found| {
            matches!(
                found.found,
                Found::Quote | Found::Clause | Found::BareClause
            )
        })
    {
        return None;
    }
    let stop = skip_adjuncts(view, verbs.verb + 1);
    let closed = matches!(view.tag(stop), Tag::Comma | Tag::Dash);
    let mut content = Vec::new();
    let opening = word == 0
        || (0..word)
            .all(|index| matches!(view.tag(index), Tag::Conjunction | Tag::Adverb | Tag::Comma));
    if !opening {
        if !matches!(view.tag_before(word), Tag::Comma | Tag::Dash)
            || !(closed || matches!(view.tag(stop), Tag::Stop | Tag::Semicolon))
        {
            return None;
        }
        content.push(Run {
            start: 0,
            end: word,
        });
    }
    let whole = |run: &Run| has_finite(view, *run) && !unfinished(view, *run);
    if closed && (opening || !content.iter().any(whole)) {
        // "As Smith said, if the rain stops, the road will open": the introduction is over.
        let end = end_of(view, stop + 1, Extent::default());
        content.push(Run {
            start: stop + 1,
            end,
        });
    }
    content.retain(|run| !run.is_empty());
    if content.is_empty() {
        return None;
    }
    Some(Draft {
        confidence: 0.75,
        rank: 1,
        ..Draft::of_verb(verbs, cue, Some(subject.run), content, Found::BareClause)
    })
}
