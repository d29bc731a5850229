//! From detections to statements that could be marked: their words, claim, speaker, act and relay.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::cast::Cast;
use super::only::Only;
use super::pieces::{Piece, pieces, trimmed};
use super::relays::{Found, Relays};
use super::wording::{ends_with_initial, matter, short};
use super::{Candidate, Draft, Wishes, keys};
use crate::annotate::Prose;
use crate::detect::{Act, Attribution, Detection, Language, is_clause};

/// All that there is to look at.
pub(super) struct Look<'a> {
    pub(super) draft: &'a Draft,
    pub(super) prose: &'a Prose,
    pub(super) language: Language,
    pub(super) detection: &'a Detection,
    pub(super) cast: &'a Cast,
    pub(super) relays: &'a Relays<'a>,
    pub(super) claim_keys: &'a BTreeSet<String>,
    pub(super) wishes: &'a Wishes,
    /// The least confidence.
    pub(super) least: f64,
}

impl Look<'_> {
    /// The statements to mark, in the order of the text, with notes on what is left out.
    pub(super) fn candidates(&self, notes: &mut Vec<String>) -> Vec<Candidate> {
        let chosen = self.chosen(notes);
        let mut relays = BTreeMap::new();
        let mut found: Vec<(Candidate, Vec<Piece>)> = Vec::new();
        for one in chosen {
            let pieces = pieces(self.prose, &self.draft.text, &self.content(one));
            let longest = pieces.iter().map(|piece| piece.words.len()).max();
            let main = pieces
                .iter()
                .position(|piece| Some(piece.words.len()) == longest);
            if let Some(main) = main {
                let candidate = self.candidate(one, &pieces, main, &mut relays);
                found.push((candidate, pieces));
            }
        }
        let found = self.without_crossings(found, notes);
        notes.extend(relays.into_values());
        let silent: Vec<&Candidate> = found
            .iter()
            .map(|(one, _)| one)
            .filter(|one| one.by.is_none())
            .collect();
        if !silent.is_empty() {
            let lines = silent
                .iter()
                .map(|one| self.draft.line(one.pieces[one.main].start));
            let lines: BTreeSet<usize> = lines.collect();
            let lines: Vec<String> = lines.iter().map(ToString::to_string).collect();
            notes.push(format!(
                "{} no speaker whom the record could name; `by=` is left to you in line {}",
                statements(silent.len()),
                lines.join(", ")
            ));
        }
        self.with_keys(found)
    }

    /// The attributions that are wished for and not yet annotated.
    fn chosen(&self, notes: &mut Vec<String>) -> Vec<&Attribution> {
        let only = Only::new(self.wishes, self.detection, self.cast, notes);
        let mut doubtful = 0;
        let mut chosen = Vec::new();
        for one in &self.detection.attributions {
            let parts = || one.content.iter().chain(&one.cue);
            let (Some(start), Some(end)) = (
                parts().map(|part| part.start).min(),
                parts().map(|part| part.end).max(),
            ) else {
                continue;
            };
            let meets = |other: &Range<usize>| start < other.end && other.start < end;
            let is_taken =
                self.prose.annotated.iter().any(meets) || self.prose.headings.iter().any(meets);
            if is_taken || !one.is_statement() || !only.takes(one, self.cast) {
                continue;
            }
            if f64::from(one.confidence) < self.least {
                doubtful += 1;
            } else if self.is_question(one) {
                let words = self.short(&one.content[0]);
                notes.push(format!(
                    "{}: left out “{words}”: a question claims nothing",
                    self.line(one)
                ));
            } else {
                chosen.push(one);
            }
        }
        if doubtful > 0 {
            let least = self.least;
            notes.push(format!(
                "{doubtful} less certain than {least}: left out; see --min-confidence"
            ));
        }
        chosen
    }

    /// Whether somebody asks and nobody states.
    fn is_question(&self, one: &Attribution) -> bool {
        let cue = one
            .cue
            .first()
            .map_or("", |range| &self.prose.text[range.clone()])
            .to_lowercase();
        let words = one
            .content
            .first()
            .map_or("", |range| &self.prose.text[range.clone()]);
        let is_asked = ["ask", "inquire", "enquire", "wonder"]
            .iter()
            .any(|word| cue.starts_with(word));
        is_asked && one.act != Act::Declines && !words.starts_with("to ")
    }

    /// The words to mark: without "that" and outer punctuation, and with the cue where they make
    /// no sense without it, as in "denied any wrongdoing" and "promised to ask".
    fn content(&self, one: &Attribution) -> Vec<Range<usize>> {
        let text = &self.prose.text;
        let mut parts: Vec<Range<usize>> = one
            .claim(text)
            .into_iter()
            .map(|range| trimmed(text, range))
            .collect();
        if let Some(first) = parts.first_mut() {
            let cue = one.cue.last().filter(|cue| {
                let gap = text.get(cue.end..first.start);
                gap.is_some_and(|gap| matches!(gap.trim(), "" | "that") && !gap.contains("\n\n"))
            });
            let words = &text[first.clone()];
            if let Some(cue) = cue.filter(|_| self.needs_cue(one, words)) {
                first.start = cue.start;
            }
        }
        parts
            .into_iter()
            .map(|range| self.without_outer_marks(range))
            .collect()
    }

    /// Whether words say what is said only together with their cue.
    fn needs_cue(&self, one: &Attribution, words: &str) -> bool {
        let is_quoted = words.starts_with(['“', '"', '‘', '«', '„']);
        matches!(one.act, Act::Denies | Act::Declines)
            || words.starts_with("to ")
            || (!is_quoted && !is_clause(&keys::without_marks(words), self.language))
    }

    /// A comma or full stop at the end stays outside, as the one behind a closing quotation mark.
    fn without_outer_marks(&self, range: Range<usize>) -> Range<usize> {
        let words = &self.prose.text[range.clone()];
        let bare = words.trim_end_matches([',', ';', ':']);
        let bare = match bare.strip_suffix('.') {
            Some(rest) if !rest.ends_with('.') && !ends_with_initial(rest) => rest,
            _ => bare,
        };
        trimmed(&self.prose.text, range.start..range.start + bare.len())
    }

    fn candidate(
        &self,
        one: &Attribution,
        pieces: &[Piece],
        main: usize,
        relays: &mut BTreeMap<String, String>,
    ) -> Candidate {
        let hedges: Vec<String> = one.hedges.iter().map(|range| self.words(range)).collect();
        let hedge = (!hedges.is_empty()).then(|| {
            let mut seen = BTreeSet::new();
            let fresh: Vec<String> = hedges
                .into_iter()
                .filter(|words| seen.insert(words.clone()))
                .collect();
            fresh.join(", ")
        });
        let declines = (one.act == Act::Declines).then(|| {
            let words: Vec<String> = one.content.iter().map(|range| self.words(range)).collect();
            matter(&words.join(" "))
        });
        Candidate {
            pieces: pieces.iter().map(|piece| piece.file.clone()).collect(),
            main,
            content: one
                .content
                .iter()
                .map(|range| range.start)
                .min()
                .unwrap_or(0),
            claim: None,
            by: one.speaker.and_then(|speaker| self.cast.member(speaker.0)),
            act: one.act,
            via: one
                .via
                .iter()
                .filter_map(|range| self.relay(range, relays))
                .collect(),
            hedge,
            declines,
            confidence: one.confidence,
        }
    }

    /// The source of a relay; one that is not known is noted once.
    fn relay(&self, range: &Range<usize>, notes: &mut BTreeMap<String, String>) -> Option<String> {
        let name = self.words(range);
        let note = match self.relays.find(&name) {
            Found::Source(key) => return Some(key),
            Found::Unknown => format!(
                "the relay “{name}” is no source of the record: add it, and `via=` with its key"
            ),
            Found::Several(keys) => format!(
                "the relay “{name}” may be {}: choose one for `via=`",
                keys.join(" or ")
            ),
        };
        notes.insert(name, note);
        None
    }

    /// Of two statements that cut across each other the less certain one goes, and of two with the
    /// same words in the same mouth the later one.
    fn without_crossings(
        &self,
        mut found: Vec<(Candidate, Vec<Piece>)>,
        notes: &mut Vec<String>,
    ) -> Vec<(Candidate, Vec<Piece>)> {
        let mut order: Vec<usize> = (0..found.len()).collect();
        order.sort_by(|one, other| {
            let confidence = |index: usize| found[index].0.confidence;
            confidence(*other).total_cmp(&confidence(*one))
        });
        let mut kept: Vec<usize> = Vec::new();
        for index in order {
            let one = &found[index].0;
            let is_same = |other: &Candidate| other.pieces == one.pieces && other.by == one.by;
            if kept.iter().any(|other| is_same(&found[*other].0)) {
                continue;
            }
            if kept
                .iter()
                .any(|other| cross(&found[*other].0.pieces, &one.pieces))
            {
                let line = self.draft.line(one.pieces[one.main].start);
                let words = self.short(&found[index].1[one.main].words);
                notes.push(format!(
                    "line {line}: left out “{words}”: it cuts across another statement"
                ));
                continue;
            }
            kept.push(index);
        }
        kept.sort_unstable();
        let mut index = 0;
        found.retain(|_| {
            index += 1;
            kept.binary_search(&(index - 1)).is_ok()
        });
        found
    }

    /// Gives the claims their keys; the same words are the same claim.
    fn with_keys(&self, found: Vec<(Candidate, Vec<Piece>)>) -> Vec<Candidate> {
        let mut taken = self.claim_keys.clone();
        let mut known: BTreeMap<(usize, usize), String> = BTreeMap::new();
        let mut keyed = Vec::new();
        for (mut one, pieces) in found {
            let words = pieces[one.main].words.clone();
            if one.declines.is_none() {
                let speaker = one.by.map(|member| self.cast.key(member));
                let key = known.entry((words.start, words.end)).or_insert_with(|| {
                    let from = words.start.max(one.content.min(words.end));
                    let text = &self.prose.text[from..words.end];
                    keys::claim(
                        text,
                        self.language,
                        one.act == Act::Denies,
                        speaker,
                        &mut taken,
                    )
                });
                one.claim = Some(key.clone());
            }
            keyed.push(one);
        }
        keyed
    }

    fn words(&self, range: &Range<usize>) -> String {
        self.prose.text[range.clone()]
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    }

    fn short(&self, range: &Range<usize>) -> String {
        short(&self.words(range))
    }

    fn line(&self, one: &Attribution) -> String {
        let at = self.prose.place(&one.content[0]).start;
        format!("line {}", self.draft.line(at))
    }
}

/// "1 statement has", "3 statements have".
fn statements(number: usize) -> String {
    match number {
        1 => "1 statement has".to_owned(),
        number => format!("{number} statements have"),
    }
}

/// Whether some brackets would not nest with others.
fn cross(ones: &[Range<usize>], others: &[Range<usize>]) -> bool {
    ones.iter().any(|one| {
        others.iter().any(|other| {
            let apart = one.end <= other.start || other.end <= one.start;
            let inside = one.start <= other.start && other.end <= one.end;
            let around = other.start <= one.start && one.end <= other.end;
            !(apart || inside || around)
        })
    })
}
