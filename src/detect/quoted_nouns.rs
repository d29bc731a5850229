//! Nouns that hold quoted words: «chants of "Resign!"», «the slogan "Water is life"».

use super::complement::Found;
use super::draft::Draft;
use super::items::{Item, Tag};
use super::lexicon::{Cue, frame};
use super::noun_cues::possessor;
use super::phrases::plain_phrase_back;
use super::subject::{can_speak, subject_of};
use super::verbs::group;
use super::view::{Run, View};

/// The attribution of a noun and the quotation that it names.
pub(crate) fn quoted_noun(view: &View, noun: usize, cue: &Cue) -> Option<Draft> {
    if cue.frames & frame::QUOTE == 0 {
        return None;
    }
    let after = noun + 1;
    let be = view.skip_adverbs(after);
    let start = plain_phrase_back(view, after);
    let (owner, owned) = possessor(view, start, noun);
    let is = view.tag(be) == Tag::Be && view.item(be).is_some_and(Item::finite);
    let at = match view.tag(after) {
        Tag::Preposition if view.reads(after, &["of"]) => after + 1,
        // «Her slogan is "..."»
        _ if is && owner.is_some() => be + 1,
        Tag::Comma if owner.is_some() => after + 1,
        _ => after,
    };
    let content = view.quoted_run(at)?;
    // "The crowd broke into chants of ...", "used the phrase ..."
    let governor = governing(view, start).filter(|_| owner.is_none());
    let speaker = governor.as_ref().map(|(speaker, _)| *speaker);
    Some(Draft {
        source: owner.or(speaker),
        cue: Run {
            start: governor.map_or(owned, |(_, cue)| cue),
            end: if view.tag(at - 1) == Tag::Comma {
                after
            } else {
                at
            },
        },
        key: noun,
        content: vec![content],
        found: Found::Quote,
        class: cue.class,
        act: cue.act,
        confidence: 0.6,
        rank: 2,
    })
}

/// The speaker of the verb before a phrase, and where that verb begins.
fn governing(view: &View, start: usize) -> Option<(Run, usize)> {
    let verb = start - usize::from(view.tag_before(start) == Tag::Preposition);
    let verbs = group(view, verb.checked_sub(1)?).filter(|verbs| !verbs.passive)?;
    let subject = subject_of(view, &verbs)?;
    can_speak(view, subject.head).then_some((subject.run, verbs.start))
}
