//! An attribution in the making: runs of items within one sentence.

use super::complement::Found;
use super::lexicon::Cue;
use super::types::{Act, Class};
use super::verbs::Group;
use super::view::Run;

/// The rank of what nobody is named for: whatever else is told comes first.
pub(crate) const HEARSAY: u8 = 5;

/// One candidate.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) source: Option<Run>,
    pub(crate) cue: Run,
    /// The item that makes the cue.
    pub(crate) key: usize,
    pub(crate) content: Vec<Run>,
    pub(crate) found: Found,
    pub(crate) class: Class,
    pub(crate) act: Act,
    pub(crate) confidence: f32,
    /// Lower is taken first when candidates overlap.
    pub(crate) rank: u8,
}

impl Draft {
    /// A statement of a cue verb, where nothing more is known of it.
    pub(crate) fn of_verb(
        verbs: &Group,
        cue: &Cue,
        source: Option<Run>,
        content: Vec<Run>,
        found: Found,
    ) -> Self {
        Self {
            source,
            cue: Run {
                start: verbs.start,
                end: verbs.verb + 1,
            },
            key: verbs.verb,
            content,
            found,
            class: cue.class,
            act: cue.act,
            confidence: 0.5,
            rank: 2,
        }
    }

    pub(crate) fn covers(&self, item: usize) -> bool {
        self.content
            .iter()
            .any(|run| run.start <= item && item < run.end)
    }
}

/// Takes away the candidates that another holds.
fn remove_held(drafts: &mut Vec<Draft>) {
    if drafts.len() < 2 {
        return;
    }
    // "Their claim that ... was rejected by the court": the later cue holds the earlier one.
    let held: Vec<bool> = drafts
        .iter()
        .map(|draft| {
            drafts.iter().any(|other| {
                // "allegedly took bribes from a firm that wanted to build": the hearsay holds the wish.
                let hearsay = other.rank == HEARSAY && draft.class != Class::Assertion;
                (hearsay || other.key > draft.key && other.rank == draft.rank)
                    && other.covers(draft.key)
                    && !draft.covers(other.key)
                    && draft.content.iter().all(|run| {
                        other
                            .content
                            .iter()
                            .any(|own| own.start <= run.start && run.end <= own.end)
                    })
            })
        })
        .collect();
    let mut held = held.into_iter();
    drafts.retain(|_| !held.next().unwrap_or(false));
}

/// Keeps the candidates that can stand together: no cue inside another's content, no content twice.
pub(crate) fn resolve(mut drafts: Vec<Draft>) -> Vec<Draft> {
    drafts.sort_by_key(|draft| (draft.rank, draft.key));
    remove_held(&mut drafts);
    let mut kept: Vec<Draft> = Vec::with_capacity(drafts.len());
    for mut draft in drafts {
        // "documents seen by X", as the source of another, says nothing by itself.
        let inside = draft.found == Found::Object
            && draft.content.len() == 1
            && kept.iter().any(|other| {
                other
                    .source
                    .is_some_and(|run| run.start <= draft.key && draft.key < run.end)
                    && draft.content.iter().all(|content| {
                        other
                            .source
                            .is_some_and(|run| run.start <= content.start && content.end <= run.end)
                    })
            });
        if inside
            || kept.iter().any(|other| {
                other.covers(draft.key) || other.cue.start <= draft.key && draft.key < other.cue.end
            })
        {
            continue;
        }
        for other in &kept {
            trim(&mut draft, other);
        }
        draft.content.retain(|run| !run.is_empty());
        if !draft.content.is_empty() && !only_speaker(&draft, &kept) {
            kept.push(draft);
        }
    }
    kept.sort_by_key(|draft| draft.key);
    kept
}

/// Whether nothing is left of a content but the speaker of another: «"...," he said, according to aides».
fn only_speaker(draft: &Draft, kept: &[Draft]) -> bool {
    let within = |source: Run| {
        draft
            .content
            .iter()
            .all(|run| source.start <= run.start && run.end <= source.end)
    };
    draft.found == Found::BareClause && kept.iter().any(|other| other.source.is_some_and(within))
}

/// Takes away from `draft` what `other` already holds.
fn trim(draft: &mut Draft, other: &Draft) {
    let mut taken: Vec<Run> = other.content.clone();
    taken.push(other.cue);
    for run in &mut draft.content {
        for busy in &taken {
            if busy.is_empty() || busy.end <= run.start || run.end <= busy.start {
                continue;
            }
            if busy.start <= run.start {
                run.start = busy.end.min(run.end);
            } else {
                run.end = busy.start;
            }
        }
    }
}
