//! The relay of a statement: the outlet through which it reached the author.

use std::ops::Range;

use super::items::Tag;
use super::phrases::plain_phrase;
use super::view::{Run, View};

/// Whether a phrase is the name of a news outlet.
pub(crate) fn is_outlet(view: &View, run: Run) -> bool {
    let mut joined = String::with_capacity(32);
    let (mut names, mut last) = (0, 0);
    for index in run.start..run.end {
        match view.tag(index) {
            Tag::Genitive => return false,
            Tag::Name => {
                if names > 0 {
                    joined.push('-');
                }
                names += 1;
                last = joined.len();
                joined.extend(view.own(index).chars().flat_map(char::to_lowercase));
            }
            _ => {}
        }
    }
    let lexicon = view.lexicon;
    let known = |name: &str| lexicon.outlet_names.contains(name);
    let last = joined.get(last..).unwrap_or_default();
    known(joined.strip_prefix("the-").unwrap_or(&joined))
        || known(&joined) && names == 1
        || names > 1 && lexicon.outlet_words.contains(last)
}

/// Outlets named in the sentence outside the speaker and the content, nearest to the cue first.
pub(crate) fn relays(
    view: &View,
    source: Option<Run>,
    content: &[Run],
    key: usize,
) -> Vec<Range<usize>> {
    let mut found: Vec<(usize, Range<usize>)> = Vec::new();
    // "documents seen by the Courier": the outlet inside the speaker's phrase relays.
    let by = source
        .and_then(|run| (run.start + 1..run.end).find(|index| view.reads(*index, &["by", "in"])));
    let source = source.map(|run| Run {
        start: run.start,
        end: by.unwrap_or(run.end),
    });
    let taken = |index: usize| {
        content
            .iter()
            .chain(source.iter())
            .any(|run| run.start <= index && index < run.end)
    };
    let mut index = 0;
    while index < view.len() {
        if view.tag(index) != Tag::Name || taken(index) {
            index += 1;
            continue;
        }
        let end = plain_phrase(view, index).max(index + 1);
        let mut stop = index;
        while stop < end && matches!(view.tag(stop), Tag::Name) {
            stop += 1;
        }
        let run = Run {
            start: index,
            end: stop,
        };
        // "told the Tribune": one word is enough after the article.
        let article = view.reads(index.wrapping_sub(1), &["the"])
            && stop == index + 1
            && view
                .lexicon
                .outlet_words
                .contains(view.own(index).to_lowercase().as_str());
        if (is_outlet(view, run) || article)
            && let Some(bytes) = view.bytes(run)
        {
            found.push((index.abs_diff(key), bytes));
        }
        index = stop.max(index + 1);
    }
    found.sort_by_key(|(distance, _)| *distance);
    found.into_iter().map(|(_, bytes)| bytes).collect()
}
