//! The whole text: sentences one by one, then quotations that no cue of their own explains.

use std::ops::Range;

use super::hedges;
use super::language::Language;
use super::lexicon::{Lexicon, QuickMap};
use super::quotes::{Quotation, quotations};
use super::reader::Reader;
use super::sentences::{Sentence, sentences};
use super::speakers;
use super::tokens::{Token, tokens};
use super::types::{Attribution, Detection, Kind};

/// Reads a text from end to end.
pub(crate) fn assemble(text: &str, language: Language) -> Detection {
    let lexicon = Lexicon::of(language);
    let tokens = tokens(text, lexicon);
    let quotations = quotations(&tokens);
    let sentences = sentences(text, &tokens, &quotations, lexicon);
    let mut reader = Reader {
        text,
        tokens: &tokens,
        quotations: &quotations,
        lexicon,
        found: Vec::new(),
        antecedents: Vec::new(),
        last_quoted: None,
        announced: None,
        recent: None,
        heading: None,
        spoken: None,
        ordinary_words: QuickMap::default(),
        verb: None,
    };
    let mut buffer = Vec::new();
    let mut rest: &[Sentence] = &sentences;
    while let Some(sentence) = rest.first() {
        let paragraph = sentence.paragraph;
        let length = rest
            .iter()
            .take_while(|other| other.paragraph == paragraph)
            .count();
        let (current, later) = rest.split_at(length);
        rest = later;
        if reader.labelled(current, &mut buffer) || reader.block(current) {
            continue;
        }
        for sentence in current {
            reader.sentence(sentence, &mut buffer);
        }
    }
    let mut attributions = reader.found;
    describe(text, &tokens, &quotations, lexicon, &mut attributions);
    let speakers = speakers::speakers(
        text,
        &tokens,
        lexicon,
        &reader.antecedents,
        &mut attributions,
    );
    Detection {
        attributions,
        speakers,
    }
}

/// Tells of each attribution how much of it is quoted, and its hedges.
fn describe(
    text: &str,
    tokens: &[Token],
    quotations: &[Quotation],
    lexicon: &Lexicon,
    attributions: &mut [Attribution],
) {
    let mut near = 0;
    for attribution in attributions {
        attribution.kind = kind(text, tokens, quotations, &attribution.content);
        if attribution.kind == Kind::Indirect && one_word(text, &attribution.content) {
            attribution.confidence = attribution.confidence.min(ONE_WORD);
        }
        for span in attribution.cue.iter().chain(&attribution.content) {
            let found = &mut attribution.hedges;
            hedges::hedges(text, tokens, lexicon, span, &mut near, found);
        }
        attribution.hedges.sort_by_key(|span| span.start);
        attribution.hedges.dedup();
    }
}

/// The bytes of each sentence of a text, in order.
pub(crate) fn sentence_ranges(text: &str, language: Language) -> Vec<Range<usize>> {
    let lexicon = Lexicon::of(language);
    let tokens = tokens(text, lexicon);
    let sentences = sentences(text, &tokens, &quotations(&tokens), lexicon);
    let bytes = |sentence: &Sentence| {
        let first = tokens.get(sentence.start)?;
        let last = tokens.get(sentence.end.checked_sub(1)?)?;
        Some(first.start as usize..last.end as usize)
    };
    sentences.iter().filter_map(bytes).collect()
}

/// The most that a content of one unquoted word can be sure: readers confirm hardly more than half of them.
const ONE_WORD: f32 = 0.45;

/// Whether a content is a single word.
fn one_word(text: &str, content: &[Range<usize>]) -> bool {
    let [span] = content else { return false };
    text.get(span.clone())
        .is_some_and(|words| !words.contains(char::is_whitespace))
}

/// How much of the content stands in quotation marks.
fn kind(_text: &str, tokens: &[Token], quotations: &[Quotation], content: &[Range<usize>]) -> Kind {
    let (mut all, mut quoted) = (0usize, 0usize);
    for span in content {
        all += span.len();
        let first = quotations.partition_point(|quotation| {
            tokens
                .get(quotation.end.saturating_sub(1))
                .is_some_and(|token| (token.end as usize) <= span.start)
        });
        for quotation in quotations.iter().skip(first) {
            let (Some(open), Some(close)) = (
                tokens.get(quotation.open),
                tokens.get(quotation.end.saturating_sub(1)),
            ) else {
                break;
            };
            if open.start as usize >= span.end {
                break;
            }
            quoted += (close.end as usize)
                .min(span.end)
                .saturating_sub((open.start as usize).max(span.start));
        }
    }
    if quoted == 0 {
        Kind::Indirect
    } else if quoted * 10 >= all * 9 {
        Kind::Direct
    } else {
        Kind::Mixed
    }
}
