//! Speakers set beside their words by layout: «Smith: ...», «"..." — Smith».

use super::groups::Words;
use super::items::Tag;
use super::lexicon::{Cue, frame, part};
use super::phrases::plain_phrase;
use super::view::{Run, View};

/// The label at the start of a paragraph: the speaker and where the words begin.
///
/// `ordinary` tells whether a word also stands in the text in lower case, so that it is no name.
pub(crate) fn label(view: &View, mut ordinary: impl FnMut(&str) -> bool) -> Option<(Run, usize)> {
    let limit = view.len().min(14);
    let colon = (1..limit).find(|index| view.tag(*index) == Tag::Colon)?;
    // «Her daughter Grace, a nurse, told us: "..."» has a verb of its own.
    let told = view.quoted_run(colon + 1).is_some() && speaks(view, colon);
    if colon + 1 >= view.len() || view.tag(colon + 1) == Tag::Colon || told {
        return None;
    }
    let (mut words, mut names, mut depth) = (0usize, 0usize, 0usize);
    for index in 0..colon {
        match view.tag(index) {
            Tag::Open => depth += 1,
            Tag::Close => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            Tag::Name => {
                names += 1;
                words += 1;
            }
            Tag::Noun | Tag::Determiner | Tag::Genitive | Tag::Possessive => words += 1,
            // "Smith, in a letter: ..." introduces a quotation, not a turn.
            Tag::Comma if index > 1 && view.tag(index + 1) == Tag::Preposition => return None,
            Tag::Comma if index > 1 => {
                return (names > 0).then_some((
                    Run {
                        start: 0,
                        end: index,
                    },
                    colon + 1,
                ));
            }
            _ => return None,
        }
        if view.in_group(index, Words::NoSpeaker) {
            return None;
        }
    }
    let role = (0..colon).any(|index| {
        view.is(
            index,
            part::ROLE | part::PLURAL | part::BODY | part::DOCUMENT | part::TITLE,
        )
    });
    if colon == 1 && ordinary(view.own(0)) {
        return None;
    }
    let short = matches!(view.own(0), "Q" | "A") && colon == 1;
    let speaks = short
        || (names > 0 && words <= 6)
        || (role
            && words <= 4
            && (view.is(
                colon - 1,
                part::ROLE | part::PLURAL | part::BODY | part::DOCUMENT,
            ) || view.tag(colon - 1) == Tag::Name)
            && view.items.first().is_some_and(|item| item.capital));
    speaks.then_some((
        Run {
            start: 0,
            end: colon,
        },
        colon + 1,
    ))
}

/// Whether a verb that can bring in a quotation stands before a colon.
fn speaks(view: &View, colon: usize) -> bool {
    (0..colon).any(|index| {
        let quotes = |cue: &Cue| cue.frames & frame::QUOTE != 0;
        view.tag(index) == Tag::Finite && view.verb(index).is_some_and(quotes)
    })
}

/// The speaker after a dash that ends a quotation: «"..." — Jane Doe, 43».
pub(crate) fn signature(view: &View, dash: usize) -> Option<Run> {
    if view.tag(dash) != Tag::Dash && !view.reads(dash, &["-", "~"]) {
        return None;
    }
    let end = plain_phrase(view, dash + 1);
    // «"..." — @handle»
    if end > dash + 1 && view.own(dash + 1).starts_with('@') && view.len() <= end + 2 {
        return Some(Run {
            start: dash + 1,
            end,
        });
    }
    let named = (dash + 1..end)
        .any(|index| view.tag(index) == Tag::Name || view.is(index, part::ROLE | part::PLURAL));
    let verb = (end..view.len()).any(|index| {
        view.item(index).is_some_and(super::items::Item::finite)
            && !view.is(index, part::PARTICIPLE)
    });
    (named && !verb).then_some(Run {
        start: dash + 1,
        end,
    })
}

/// The most items of a sentence that can be a heading.
pub(crate) const LONGEST_HEADING: usize = 12;

/// A speaker's name alone in its sentence, as a heading: "Jane Doe, 43, Boston".
pub(crate) fn heading(view: &View) -> Option<Run> {
    let end = plain_phrase(view, 0);
    let names = end > 0 && (0..end).all(|index| view.tag(index) == Tag::Name);
    let short = view.len() <= LONGEST_HEADING
        && !(0..view.len()).any(|index| {
            view.item(index).is_some_and(super::items::Item::verbal)
                || view.tag(index) == Tag::Quote
        });
    let tail = matches!(
        view.tag(end),
        Tag::Stop | Tag::Comma | Tag::Open | Tag::Colon
    );
    (names && end <= 4 && short && tail).then_some(Run { start: 0, end })
}
