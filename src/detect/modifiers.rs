//! What modifies a subject from behind: prepositional phrases, reduced and relative clauses.

use super::items::Tag;
use super::lexicon::part;
use super::phrases::plain_phrase_back;
use super::verbs::group;
use super::view::View;

/// The phrase to which the prepositional phrase at `preposition` belongs.
pub(crate) fn outer_phrase(view: &View, preposition: usize) -> Option<(usize, usize)> {
    let mut index = preposition;
    if view.reads(index, &["after", "before", "as", "since", "until", "while"]) {
        return None;
    }
    while index > 0 && matches!(view.tag(index - 1), Tag::Adverb | Tag::Preposition) {
        index -= 1;
    }
    let at = index.checked_sub(1)?;
    match view.tag(at) {
        Tag::Noun | Tag::Name | Tag::Number | Tag::Pronoun => {
            let start = plain_phrase_back(view, index);
            (start < index).then_some((start, index))
        }
        Tag::Gerund | Tag::Participle | Tag::Base | Tag::Finite => before_modifier(view, at),
        // "figures released Friday by the ministry"
        Tag::Time
            if matches!(view.tag_before(at), Tag::Participle | Tag::Finite)
                && view.reads(preposition, &["by"]) =>
        {
            before_modifier(view, at - 1)
        }
        // "a report earlier this year into the leak"
        Tag::Time => {
            let mut end = super::subject::skip_time_back(view, at);
            while end > 0 && view.tag(end - 1) == Tag::Adverb {
                end -= 1;
            }
            let start = plain_phrase_back(view, end);
            (start < end && view.tag_before(end) == Tag::Noun).then_some((start, end))
        }
        Tag::Comma => {
            let start = plain_phrase_back(view, at);
            (start < at && matches!(view.tag(at - 1), Tag::Name | Tag::Number))
                .then_some((start, at))
        }
        _ => None,
    }
}

/// The phrase before a modifying clause whose verb is at `verb`: "voters surveyed in ...", "those who backed ...".
pub(crate) fn before_modifier(view: &View, verb: usize) -> Option<(usize, usize)> {
    let verbs = group(view, verb);
    let start = verbs.map_or(verb, |verbs| verbs.start);
    let reach = start.saturating_sub(12);
    let wh = (reach..start)
        .rev()
        .take_while(|at| !matches!(view.tag(*at), Tag::Comma | Tag::Quote | Tag::Semicolon))
        .find(|at| matches!(view.tag(*at), Tag::Wh | Tag::That));
    let noun_before = |index: usize| {
        let index = if view.tag_before(index) == Tag::Comma {
            index - 1
        } else {
            index
        };
        let start = plain_phrase_back(view, index);
        (start < index).then_some((start, index))
    };
    if let Some(wh) = wh {
        return noun_before(wh);
    }
    // "veterans interviewed at rallies said": a past form that can be a participle, right after its noun.
    let bare = verbs.is_some_and(|verbs| verbs.start == verb)
        && (view.tag(verb) != Tag::Finite || view.is(verb, part::PARTICIPLE))
        && view.tag(verb) != Tag::Base;
    let noun = start
        .checked_sub(1)
        .and_then(|at| view.item(at))
        .is_some_and(|item| item.nominal() && item.tag != Tag::Time);
    if bare && noun {
        noun_before(start)
    } else {
        None
    }
}
