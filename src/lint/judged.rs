//! The sentences in which the author judges, and which of their words are the author's own.

use std::ops::Range;

use crate::detect::{Language, sentences};
use crate::quotation::quoted;
use crate::site::{BriefId, Site, Statement, StatementId};

/// A sentence in which the author judges.
pub(super) struct Judged<'a> {
    /// Its words, with spaces in place of what others are quoted or reported to say; bytes are those
    /// of the sentence.
    pub(super) own: String,
    /// The judgements in it.
    pub(super) judgements: Vec<(StatementId, &'a Statement)>,
}

/// The sentences of a brief in which the author judges.
pub(super) fn sentences_of(site: &Site, id: BriefId) -> Vec<Judged<'_>> {
    let brief = &site[id];
    let statements = brief.statements.iter().map(|id| (*id, &site[*id]));
    let is_own = |one: &Statement| one.is_own_judgement() && one.reviewed();
    let (judgements, others): (Vec<_>, Vec<_>) = statements.partition(|(_, one)| is_own(one));
    let text = &brief.brief.text;
    let front = &brief.brief.document.front;
    let language = front.lang.as_ref().unwrap_or(&site.settings.lang);
    let mut found = Vec::new();
    let mut line = 0..0;
    for words in text.split_inclusive('\n') {
        line = line.end..line.end + words.len();
        if !judgements.iter().any(|(_, one)| touches(&one.range, &line)) {
            continue;
        }
        // In a language without a lexicon nobody knows the abbreviations: the block is taken whole.
        let places = match Language::from_tag(language) {
            Some(language) => sentences(words, language),
            None => std::iter::once(0..words.len()).collect(),
        };
        for sentence in places {
            let place = line.start + sentence.start..line.start + sentence.end;
            let inside = judgements
                .iter()
                .filter(|(_, one)| touches(&one.range, &place));
            let judgements: Vec<_> = inside.copied().collect();
            if judgements.is_empty() {
                continue;
            }
            let masked = others.iter().map(|(_, one)| one.range.clone());
            found.push(Judged {
                own: own(&text[place.clone()], place.start, masked),
                judgements,
            });
        }
    }
    found
}

fn touches(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// A sentence without quotations and the words of others.
fn own(sentence: &str, start: usize, others: impl Iterator<Item = Range<usize>>) -> String {
    let quotations = quoted(sentence).into_iter().filter_map(|words| {
        let at = sentence.find(words)?;
        Some(at..at + words.len())
    });
    let end = start + sentence.len();
    let others = others
        .filter(|range| touches(range, &(start..end)))
        .map(|range| range.start.max(start) - start..range.end.min(end) - start);
    let masked: Vec<Range<usize>> = quotations.chain(others).collect();
    let letters = sentence.char_indices().map(|(index, letter)| {
        if masked.iter().any(|range| range.contains(&index)) {
            " ".repeat(letter.len_utf8())
        } else {
            letter.to_string()
        }
    });
    letters.collect()
}

/// Whether a word stands behind "not".
pub(super) fn is_negated(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end();
    before.ends_with(" not") || before.ends_with("n’t") || before.ends_with("n't")
}
