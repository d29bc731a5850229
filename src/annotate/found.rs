//! Statements that nobody marked: the detector reads what the author's own marks leave.

use std::ops::Range;

use super::prose::{Prose, words};
use super::wrap::{Mark, wrap};
use super::{Item, Pass};
use crate::brief::{Annotation, Attributes, Declined, Found, Piece};
use crate::detect::{self, Attribution, Detection, Language, detect};
use crate::record::{Act, Wording};

/// Marks what the detector finds and is sure enough of. What overlaps a mark of the author's gives
/// that one its cue and nothing else; headings are left alone.
pub(super) fn mark(pass: &mut Pass, language: Language) {
    let prose = words(&pass.items);
    let detection = detect(&prose.text, language);
    let taken = taken(&pass.items, &prose);
    let threshold = pass.settings.detection_threshold;
    let mut marks = Vec::new();
    for one in &detection.attributions {
        let Some(whole) = whole(one) else {
            continue;
        };
        // Marks follow one another as the text does.
        let behind = taken.partition_point(|(range, _)| range.end <= whole.start);
        let own = taken[behind..]
            .first()
            .filter(|(range, _)| range.start < whole.end);
        match own {
            Some((range, Some(annotation))) => {
                let is_same = one
                    .content
                    .iter()
                    .any(|part| part.start < range.end && range.start < part.end);
                let own = &mut pass.annotations[*annotation];
                if own.cue.is_none() && is_same {
                    own.cue = Some(in_words(&prose, &one.cue));
                }
            }
            None if one.is_statement() && f64::from(one.confidence) >= threshold => {
                marks.push(Mark {
                    annotation: pass.annotations.len(),
                    parts: one.claim(&prose.text),
                });
                let annotation = annotation(pass, &prose, &detection, one, &whole);
                pass.annotations.push(annotation);
            }
            _ => {}
        }
    }
    wrap(pass, &prose.chunks(), &marks);
}

/// From the first word of content and cue to the last.
fn whole(one: &Attribution) -> Option<Range<usize>> {
    let parts = || one.content.iter().chain(&one.cue);
    let start = parts().map(|part| part.start).min()?;
    let end = parts().map(|part| part.end).max()?;
    (!one.content.is_empty()).then_some(start..end)
}

/// What the detector may not mark: the author's annotations, each with its place, and headings.
fn taken(items: &[Item], prose: &Prose) -> Vec<(Range<usize>, Option<usize>)> {
    use pulldown_cmark::{Event, Tag, TagEnd};
    let chunks = prose.chunks();
    let mut chunks = chunks.iter().peekable();
    let mut open: Vec<usize> = Vec::new();
    let mut in_heading = false;
    let mut taken = Vec::new();
    for (index, item) in items.iter().enumerate() {
        match item {
            Item::Slot(Piece::Open(one, _) | Piece::BlockOpen(one)) => open.push(*one),
            Item::Slot(Piece::Close(..) | Piece::BlockClose(_)) => _ = open.pop(),
            Item::Event(Event::Start(Tag::Heading { .. }), _) => in_heading = true,
            Item::Event(Event::End(TagEnd::Heading(_)), _) => in_heading = false,
            _ => {}
        }
        while let Some(chunk) = chunks.next_if(|chunk| chunk.item == index) {
            if in_heading || !open.is_empty() {
                taken.push((chunk.range.clone(), open.last().copied()));
            }
        }
    }
    taken
}

fn annotation(
    pass: &Pass,
    prose: &Prose,
    detection: &Detection,
    one: &Attribution,
    whole: &Range<usize>,
) -> Annotation {
    let hedges = in_words(prose, &one.hedges);
    let act = act(one.act);
    let speaker = one
        .speaker
        .and_then(|index| detection.speakers.get(index.0));
    let unnamed = || in_words(prose, &one.source);
    let declines =
        (act == Act::Declines).then(|| Declined::Matter(in_words(prose, &one.claim(&prose.text))));
    let says = Attributes {
        act: Some(act),
        hedge: Some(hedges).filter(|words| !words.is_empty()),
        declines,
        ..Attributes::default()
    };
    Annotation {
        wording: wording(one.kind),
        cue: Some(in_words(prose, &one.cue)).filter(|words| !words.is_empty()),
        found: Some(Found {
            speaker: Some(speaker.map_or_else(unnamed, |speaker| speaker.name.clone()))
                .filter(|name| !name.is_empty()),
            via: one
                .via
                .iter()
                .map(|part| in_words(prose, std::slice::from_ref(part)))
                .collect(),
        }),
        ..Annotation::new(pass.span(&prose.place(whole)), says)
    }
}

/// The words of several places as one line.
fn in_words(prose: &Prose, parts: &[Range<usize>]) -> String {
    let parts: Vec<String> = parts
        .iter()
        .filter_map(|part| prose.text.get(part.clone()))
        .map(|words| words.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    parts.join(" … ")
}

fn wording(kind: detect::Kind) -> Wording {
    match kind {
        detect::Kind::Direct => Wording::Direct,
        detect::Kind::Indirect => Wording::Indirect,
        detect::Kind::Mixed => Wording::Mixed,
    }
}

fn act(act: detect::Act) -> Act {
    match act {
        detect::Act::Says => Act::Says,
        detect::Act::Denies => Act::Denies,
        detect::Act::Declines => Act::Declines,
        detect::Act::Predicts => Act::Predicts,
        detect::Act::Judges => Act::Judges,
        detect::Act::Concedes => Act::Concedes,
        detect::Act::Corrects => Act::Corrects,
    }
}
