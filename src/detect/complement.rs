//! What follows a cue verb: the content in the frame that the verb allows.

use super::adjuncts::{hearer_end, skip_tail, time_ahead};
use super::boundary::{Extent, end_of};
use super::clauses::{clause_at, that_clause};
use super::groups::Words;
use super::items::{Item, Tag};
use super::lexicon::{Cue, frame, part};
use super::moved::moved_clause;
use super::objects::{complex_object, infinitive, object, quoted_words};
use super::particles::{hearer_particle, late_particle, particle};
use super::phrases::full_phrase;
use super::tokens::Shape;
use super::view::{Run, View};

/// The frame in which a content was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Found {
    Quote,
    Clause,
    BareClause,
    Question,
    Infinitive,
    Object,
    Complex,
    Gerund,
    Particle,
}

/// A content after its cue.
#[derive(Clone, Debug)]
pub(crate) struct Complement {
    pub(crate) found: Found,
    pub(crate) content: Run,
    /// One past the last item of the cue ("called for").
    pub(crate) cue_end: usize,
}

/// The content that follows the verb at `verb`.
pub(crate) fn complement(view: &View, verb: usize, cue: &Cue) -> Option<Complement> {
    let mut after = verb + 1;
    // "described, in blistering terms, a set of ...", "said — on Twitter — that"
    if let Some(close) = aside(view, view.skip_adverbs(after)) {
        after = close + 1;
    }
    let at = view.skip_adverbs(after);
    quote(view, after, cue)
        .or_else(|| clause(view, at, after, cue))
        .or_else(|| late_clause(view, after, cue))
        .or_else(|| particle(view, after, cue))
        .or_else(|| particle(view, at, cue))
        .or_else(|| hearer_particle(view, at, cue))
        .or_else(|| late_particle(view, at, cue))
        .or_else(|| moved_clause(view, at, after, cue))
        .or_else(|| short_answer(view, at, after, cue))
        .or_else(|| quoted_words(view, after, cue))
        .or_else(|| infinitive(view, at, after, cue))
        .or_else(|| complex_object(view, at, after, cue))
        .or_else(|| object(view, at, after, cue))
        .or_else(|| marked_object(view, at, after, cue))
        .or_else(|| unparted(view, at, after, cue))
}

/// "tells 300 in Reno taxes are high": hearer and clause that no word parts are taken together.
fn unparted(view: &View, at: usize, after: usize, cue: &Cue) -> Option<Complement> {
    let clause = cue.frames & frame::HEARER != 0 && clause_at(view, at);
    clause
        .then(|| make(Found::BareClause, at, whole_clause_end(view, at), after))
        .flatten()
}

/// "anunció ayer el gobierno que ...": a clause after a subject that follows its verb.
fn late_clause(view: &View, after: usize, cue: &Cue) -> Option<Complement> {
    if !view.lexicon.grammar.late_subject || cue.frames & frame::THAT == 0 {
        return None;
    }
    let start = super::fronted::late_start(view, after);
    let mut end = full_phrase(view, start);
    if view.tag(end) == Tag::Comma {
        end = super::fronted::with_appositive(view, end) + 1;
    }
    let speaks = end > start && super::subject::can_speak(view, Run { start, end });
    if speaks && view.tag(end) == Tag::That {
        return make(Found::Clause, end, whole_clause_end(view, end + 1), after);
    }
    None
}

/// "acusó al ministro de mentir": an object behind a preposition.
fn marked_object(view: &View, at: usize, after: usize, cue: &Cue) -> Option<Complement> {
    if !view.lexicon.grammar.marked_object || !view.reads(at, &["to"]) {
        return None;
    }
    let found = complex_object(view, at + 1, after, cue)?;
    let content = Run {
        start: at,
        ..found.content
    };
    Some(Complement { content, ..found })
}

/// End of a clause; one in an introduction ends with it.
pub(crate) fn clause_end(view: &View, from: usize) -> usize {
    end_of(view, from, extent(view, from))
}

/// How far a clause may reach whose first words stand at `from`, right after its cue.
pub(crate) fn extent(view: &View, from: usize) -> Extent {
    Extent {
        introduction: super::introductions::in_introduction(view, from)
            || loose_relative(view, from),
        subject: relative_cue(view, from),
        ..Extent::default()
    }
}

/// Whether the cue before `from` stands in an inserted relative clause before the main clause: "After the report, which said ..., he left".
fn loose_relative(view: &View, from: usize) -> bool {
    let Some(verb) = (from.saturating_sub(8)..from)
        .rev()
        .find(|index| view.tag(*index) == Tag::Finite)
    else {
        return false;
    };
    let start = super::subject::group_start(view, verb);
    start >= 2
        && view.reads(start - 1, &["who", "which"])
        && view.tag(start - 2) == Tag::Comma
        && super::introductions::before_main_clause(view, start - 2)
}

/// Whether the cue before `from` stands in a relative clause, so that the main verb is still to come.
pub(crate) fn relative_cue(view: &View, from: usize) -> bool {
    let Some(verb) = (from.saturating_sub(14)..from)
        .rev()
        .find(|index| matches!(view.tag(*index), Tag::Finite | Tag::Participle))
    else {
        return false;
    };
    let start = super::subject::group_start(view, verb);
    let who = matches!(view.tag_before(start), Tag::Wh | Tag::That)
        && start >= 2
        && view.item(start - 2).is_some_and(Item::nominal);
    who && !(0..start - 1).any(|index| view.item(index).is_some_and(Item::finite))
}

/// The same for a clause whose subject begins at `from`.
pub(crate) fn whole_clause_end(view: &View, from: usize) -> usize {
    end_of(
        view,
        from,
        Extent {
            clause: true,
            ..extent(view, from)
        },
    )
}

/// The mark that closes a short aside right after the cue.
pub(crate) fn aside(view: &View, open: usize) -> Option<usize> {
    let mark = view.tag(open);
    let inner = view.tag(open + 1);
    let starts = matches!(inner, Tag::Preposition | Tag::Adverb)
        || (inner == Tag::Gerund && mark == Tag::Comma);
    if !matches!(mark, Tag::Comma | Tag::Dash) {
        return None;
    }
    let close = (open + 2..(open + 12).min(view.len())).find(|index| view.tag(*index) == mark)?;
    // "contends, first, that": whatever stands between, the clause goes with the cue.
    // "said, when asked about it, that"
    let asked =
        view.reads(open + 1, &["when", "if", "as"]) && view.tag(open + 2) == Tag::Participle;
    if !starts && !asked && (view.tag(close + 1) != Tag::That || close > open + 5) {
        return None;
    }
    let plain = !(open + 1..close).any(|index| {
        view.tag(index) == Tag::Quote
            || view.item(index).is_some_and(Item::verbal)
                && !asked
                && view
                    .verb(index)
                    .is_some_and(|cue| cue.frames & frame::QUOTE != 0)
    });
    // "As the paper reported, even if he won, he ...": a clause is no aside, unless the content is marked.
    let clause = view.tag(close + 1) != Tag::That
        && !asked
        && (open + 1..close).any(|index| view.item(index).is_some_and(Item::finite));
    (plain && !clause && view.tag(close + 1) != Tag::Quote).then_some(close)
}

pub(crate) fn make(found: Found, start: usize, end: usize, cue_end: usize) -> Option<Complement> {
    (end > start).then_some(Complement {
        found,
        content: Run { start, end },
        cue_end,
    })
}

/// A quotation, at once or after a comma, a colon or adjuncts.
fn quote(view: &View, after: usize, cue: &Cue) -> Option<Complement> {
    if cue.frames & frame::QUOTE == 0 {
        return None;
    }
    // "cried out", "shouted back"
    let particle = usize::from(view.reads(after, &["out", "back"]));
    let after = after + particle;
    let at = skip_tail(view, after, cue.frames & frame::ADDRESSEE != 0);
    let mut start = at;
    while matches!(view.tag(start), Tag::Comma | Tag::Colon) {
        start += 1;
    }
    if view.tag(start) == Tag::Colon {
        start += 1;
    }
    // "He insisted: there will be no vote."
    if view.tag(start) != Tag::Quote
        && view.tag(start - 1) == Tag::Colon
        && cue.frames & frame::THAT != 0
        && clause_at(view, start)
    {
        return make(
            Found::BareClause,
            start,
            whole_clause_end(view, start),
            after,
        );
    }
    if view.tag(start) != Tag::Quote {
        return None;
    }
    // «said "it was late," and that nobody came»
    let end = runs_on(view, quote_end(view, start));
    let more = view.tag(end) == Tag::Conjunction && view.tag(end + 1) == Tag::That;
    let end = if more { clause_end(view, end + 2) } else { end };
    make(Found::Quote, start, end, after)
}

/// End of words that run on after a part of a sentence in quotation marks: «denied "any wrongdoing" in the case».
pub(crate) fn runs_on(view: &View, end: usize) -> usize {
    let ended = view.tag_before(end) == Tag::Quote
        && (!view.quotes_lower(end - 1)
            || view
                .item(end - 1)
                .and_then(|item| view.tokens.get(item.last.checked_sub(1)?))
                .is_some_and(|last| matches!(last.shape, Shape::Comma | Shape::Stop)));
    // «said "yes" when asked», «said "no" in an interview»: that tells of the saying.
    let occasion = view.reads(end, &["when", "after"]) && view.tag(end + 1) == Tag::Participle
        || super::boundary::venue_phrase(view, end);
    let goes_on = !occasion
        && matches!(
            view.tag(end),
            Tag::Preposition | Tag::Wh | Tag::That | Tag::To
        );
    if goes_on && !ended {
        clause_end(view, end)
    } else {
        end
    }
}

/// End of a content that begins with a whole quotation.
pub(crate) fn quote_end(view: &View, start: usize) -> usize {
    let mut end = start + 1;
    // «"A," "B" and "C"»
    loop {
        let mut next = end;
        while matches!(view.tag(next), Tag::Comma | Tag::Conjunction) {
            next += 1;
        }
        if view.tag(next) == Tag::Quote {
            end = next + 1;
        } else {
            return end;
        }
    }
}

/// A clause with or without "that", a question.
fn clause(view: &View, at: usize, after: usize, cue: &Cue) -> Option<Complement> {
    let that = cue.frames & (frame::THAT | frame::ONLY_THAT) != 0;
    if view.tag(at) == Tag::That
        && that
        && that_clause(view, at, cue.frames & frame::NP == 0 || at > after)
    {
        return make(Found::Clause, at, whole_clause_end(view, at + 1), after);
    }
    if cue.frames & frame::WH != 0 && (view.tag(at) == Tag::Wh || view.reads(at, &["if"])) {
        return make(Found::Question, at, clause_end(view, at + 1), after);
    }
    // «said "without help the deal is dead" on arrival»: a clause that begins inside the marks.
    if cue.frames & frame::QUOTE != 0
        && cue.frames & frame::THAT != 0
        && at == after
        && view.opens_quoted(at)
        && (at..view.quoted_end(at)).any(|index| view.item(index).is_some_and(Item::finite))
    {
        return make(Found::BareClause, at, whole_clause_end(view, at), after);
    }
    let hearer_end = hearer_end(view, at);
    let timed = (hearer_end..hearer_end + 3)
        .find(|index| view.tag(*index) != Tag::Time)
        .unwrap_or(hearer_end);
    let hearer_first = cue.frames & frame::ADDRESSEE != 0
        && hearer_end > at
        && (cue.frames & frame::HEARER != 0
            || matches!(view.tag(timed), Tag::That | Tag::Wh)
            // "told voters Monday the plan"
            || timed > hearer_end && clause_at(view, timed)
            // "told the Herald in a call the plan"
            || view.tag(hearer_end) == Tag::Preposition && late_hearer(view, at)
            || (matches!(
                view.tag(hearer_end),
                Tag::Pronoun | Tag::Determiner | Tag::Possessive
            ) && clause_at(view, hearer_end)));
    // "says too many women are torn": the adverb belongs to the subject.
    let counted = at == after + 1
        && view.in_group(after, Words::Counting)
        && (view.tag(at) == Tag::Number
            || view.is(at, part::DETERMINER)
            || view.reads(after, &["not"]) && matches!(view.tag(at), Tag::Pronoun | Tag::Gerund));
    if cue.frames & frame::THAT != 0
        && (at == after || counted || spoken_adverb(view, at))
        && !hearer_first
        && view.tag(at) != Tag::Preposition
        && (time_ahead(view, at) == at || view.tag(time_ahead(view, at)) == Tag::Genitive)
        && clause_at(view, at)
    {
        let start = if spoken_adverb(view, at) && !counted {
            at
        } else {
            after
        };
        return make(Found::BareClause, start, whole_clause_end(view, at), after);
    }
    None
}

/// Whether a clause begins after a hearer and the place or time of telling.
fn late_hearer(view: &View, at: usize) -> bool {
    let stop = skip_tail(view, at, true);
    matches!(
        view.tag(stop),
        Tag::Determiner | Tag::Pronoun | Tag::Possessive
    ) && clause_at(view, stop)
}

/// Whether an adverb before a clause tells of the saying: "said publicly she would stay".
fn spoken_adverb(view: &View, at: usize) -> bool {
    view.tag_before(at) == Tag::Adverb
        && matches!(
            view.tag(at),
            Tag::Pronoun | Tag::Determiner | Tag::Possessive | Tag::Name
        )
}

/// "said no", "said so", "says the same": a word that stands for what was said.
fn short_answer(view: &View, at: usize, after: usize, cue: &Cue) -> Option<Complement> {
    // A clause can follow the verb and no object: "said", not "denied".
    if cue.frames & (frame::QUOTE | frame::THAT | frame::NP) != frame::QUOTE | frame::THAT {
        return None;
    }
    let article = view.reads(at, &["the", "as"]);
    let words = 1 + usize::from(article);
    if !view.in_group(at + words - 1, Words::ShortAnswer) {
        return None;
    }
    let ends = matches!(
        view.tag(at + words),
        Tag::Stop | Tag::Comma | Tag::Conjunction | Tag::Preposition | Tag::Semicolon
    );
    ends.then(|| make(Found::Object, at, at + words, after))
        .flatten()
}
