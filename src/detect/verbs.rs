//! The verb group around a verb: auxiliaries, negation, voice.

use super::items::Tag;
use super::lexicon::part;
use super::view::View;

/// How a verb group stands in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// It makes a clause: "said", "has been saying".
    Finite,
    /// "to say"
    Infinitive,
    /// "saying"
    Participle,
    /// "... said by X", with no auxiliary.
    Reduced,
}

/// A verb group.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Group {
    /// First item.
    pub(crate) start: usize,
    /// The main verb.
    pub(crate) verb: usize,
    pub(crate) mode: Mode,
    pub(crate) passive: bool,
}

/// Reads the group whose main verb is at `verb`.
pub(crate) fn group(view: &View, verb: usize) -> Option<Group> {
    let mut own = view.tag(verb);
    let mut start = verb;
    let mut auxiliary = None;
    let mut infinitive = false;
    let mut be = false;
    while start > 0 {
        let before = start - 1;
        match view.tag(before) {
            Tag::Adverb => {
                start = before;
            }
            Tag::Be | Tag::Have | Tag::Modal | Tag::Do
                if auxiliary_fits(own, view.tag(before), auxiliary) =>
            {
                be |= auxiliary.is_none() && view.tag(before) == Tag::Be;
                auxiliary = Some(view.tag(before));
                start = before;
            }
            // "have, in fact, praised"
            Tag::Comma if auxiliary.is_none() => match aside(view, before) {
                Some(open) => {
                    start = open;
                    if own == Tag::Finite && view.is(verb, part::PARTICIPLE) {
                        own = Tag::Participle;
                    }
                }
                None => break,
            },
            // "would neither confirm nor deny", "could not confirm or deny"
            Tag::Conjunction
                if own == Tag::Base
                    && view.reads(before, &["or", "nor"])
                    && view.tag_before(before) == Tag::Base =>
            {
                start = before - 1;
            }
            Tag::To if own == Tag::Base || auxiliary.is_some() => {
                infinitive = true;
                start = before;
                break;
            }
            _ => break,
        }
    }
    // Adverbs at the very start belong to the group only after an auxiliary or right before it.
    let mode = match own {
        Tag::Finite => Mode::Finite,
        _ if infinitive => Mode::Infinitive,
        Tag::Base => Mode::Finite,
        Tag::Gerund if be => Mode::Finite,
        Tag::Gerund => Mode::Participle,
        Tag::Participle if auxiliary.is_some() => Mode::Finite,
        Tag::Participle => Mode::Reduced,
        _ => return None,
    };
    let passive = own == Tag::Participle && (be || auxiliary.is_none());
    Some(Group {
        start,
        verb,
        mode,
        passive,
    })
}

fn auxiliary_fits(verb: Tag, auxiliary: Tag, later: Option<Tag>) -> bool {
    match (later, auxiliary) {
        (None, Tag::Be) => matches!(verb, Tag::Participle | Tag::Gerund),
        (None, Tag::Have) => verb == Tag::Participle,
        (None, Tag::Modal | Tag::Do) => verb == Tag::Base,
        (Some(Tag::Be), Tag::Have | Tag::Modal | Tag::Be) | (Some(Tag::Have), Tag::Modal) => true,
        _ => false,
    }
}

/// The comma that opens a short aside closed by the one at `close`, right after an auxiliary.
fn aside(view: &View, close: usize) -> Option<usize> {
    let open = (close.saturating_sub(5)..close)
        .rev()
        .find(|index| view.tag(*index) == Tag::Comma)?;
    matches!(
        view.tag_before(open),
        Tag::Be | Tag::Have | Tag::Modal | Tag::Do
    )
    .then_some(open)
}
