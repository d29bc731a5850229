//! The whole text: sentences one by one, then quotations that no cue of their own explains.

use std::ops::Range;

use super::hedges::{hedges, within};
use super::items::Item;
use super::language::Language;
use super::lexicon::{Lexicon, QuickMap};
use super::names::Directory;
use super::quotes::{Quotation, quotations};
use super::reader::Reader;
use super::sentences::{Sentence, sentences};
use super::speakers::speakers;
use super::tokens::{Token, tokens};
use super::types::{Attribution, Detection, Kind};

/// Reads a text from end to end.
pub(crate) fn assemble(text: &str, language: Language) -> Detection {
    let lexicon = Lexicon::of(language);
    let mut reader = Reader {
        text,
        tokens: &[],
        quotations: &[],
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
    let mut directory = Directory::new(text, lexicon);
    let (mut quoted, mut hedged) = (Vec::new(), Vec::new());
    let mut buffer = Vec::new();
    let mut paragraph = 0;
    for stretch in stretches(text) {
        let tokens = tokens(text, stretch, lexicon);
        let quotations = quotations(&tokens);
        let sentences = sentences(text, &tokens, &quotations, lexicon, &mut paragraph);
        let mut here = turned(reader, text, &tokens, &quotations);
        read(&mut here, &sentences, &mut buffer);
        reader = turned(here, text, &[], &[]);
        directory.read(&tokens);
        hedges(text, &tokens, lexicon, &mut hedged);
        quoted.extend(quotations.iter().filter_map(|one| one.bytes(&tokens)));
    }
    let mut attributions = reader.found;
    describe(text, &quoted, &hedged, &mut attributions);
    let speakers = speakers(directory, &reader.antecedents, &mut attributions);
    Detection {
        attributions,
        speakers,
    }
}

/// The stretches in which a text is read, so that words are known of only a few paragraphs at a time.
///
/// Each ends before a line end, so that no token and no quotation crosses from one to the next.
fn stretches(text: &str) -> impl Iterator<Item = Range<usize>> {
    const LENGTH: usize = 1 << 15;
    let mut start = 0;
    std::iter::from_fn(move || {
        let stretch = start..stretch_end(text, start + LENGTH);
        start = stretch.end;
        (!stretch.is_empty()).then_some(stretch)
    })
}

/// The end of the line that holds the first word after a byte.
fn stretch_end(text: &str, mut byte: usize) -> usize {
    while byte < text.len() && !text.is_char_boundary(byte) {
        byte += 1;
    }
    // Past any white space: the line ends between two paragraphs stay together.
    let words = text.get(byte..).unwrap_or_default().trim_start();
    let line = words.find('\n').unwrap_or(words.len());
    text.len() - (words.len() - line)
}

/// A reader with all that it has found and remembers, before another stretch of its text.
fn turned<'t>(
    reader: Reader,
    text: &'t str,
    tokens: &'t [Token],
    quotations: &'t [Quotation],
) -> Reader<'t> {
    Reader {
        text,
        tokens,
        quotations,
        lexicon: reader.lexicon,
        found: reader.found,
        antecedents: reader.antecedents,
        last_quoted: reader.last_quoted,
        announced: reader.announced,
        recent: reader.recent,
        heading: reader.heading,
        spoken: reader.spoken,
        ordinary_words: reader.ordinary_words,
        verb: reader.verb,
    }
}

/// Reads sentences paragraph by paragraph.
fn read(reader: &mut Reader, sentences: &[Sentence], buffer: &mut Vec<Item>) {
    for paragraph in sentences.chunk_by(|one, other| one.paragraph == other.paragraph) {
        if reader.labelled(paragraph, buffer) || reader.block(paragraph) {
            continue;
        }
        for sentence in paragraph {
            reader.sentence(sentence, buffer);
        }
    }
}

/// Tells of each attribution how much of it is quoted, and its hedges.
fn describe(
    text: &str,
    quoted: &[Range<usize>],
    hedged: &[Range<usize>],
    attributions: &mut [Attribution],
) {
    for attribution in attributions {
        attribution.kind = kind(quoted, &attribution.content);
        if attribution.kind == Kind::Indirect && one_word(text, &attribution.content) {
            attribution.confidence = attribution.confidence.min(ONE_WORD);
        }
        for span in attribution.cue.iter().chain(&attribution.content) {
            let found = within(hedged, span).cloned();
            attribution.hedges.extend(found);
        }
        attribution.hedges.sort_by_key(|span| span.start);
        attribution.hedges.dedup();
    }
}

/// The bytes of each sentence of a text, in order.
pub(crate) fn sentence_ranges(text: &str, language: Language) -> Vec<Range<usize>> {
    let lexicon = Lexicon::of(language);
    let tokens = tokens(text, 0..text.len(), lexicon);
    let sentences = sentences(text, &tokens, &quotations(&tokens), lexicon, &mut 0);
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
fn kind(quoted: &[Range<usize>], content: &[Range<usize>]) -> Kind {
    let (mut all, mut marked) = (0, 0);
    for span in content {
        all += span.len();
        let first = quoted.partition_point(|quotation| quotation.end <= span.start);
        marked += quoted
            .iter()
            .skip(first)
            .take_while(|quotation| quotation.start < span.end)
            .map(|quotation| quotation.end.min(span.end) - quotation.start.max(span.start))
            .sum::<usize>();
    }
    if marked == 0 {
        Kind::Indirect
    } else if marked * 10 >= all * 9 {
        Kind::Direct
    } else {
        Kind::Mixed
    }
}

#[cfg(test)]
mod tests {
    use super::{Language, Lexicon, stretches, tokens};

    #[test]
    fn stretches_hold_the_tokens_of_the_text_and_end_between_paragraphs() {
        let paragraphs = [
            "“We’re done.” He said: ‘no’. . .",
            "\n",
            " \u{a0}\n\t\n",
            "R-Fla. and No. 5 'til noon—",
        ];
        let mut text = String::new();
        for index in 0..30_000 {
            text.push_str(paragraphs[index * index % 7 % 4]);
            text.push_str(&"\n \u{a0}\n"[..index % 3]);
        }
        let lexicon = Lexicon::of(Language::English);
        let shape = |range| -> Vec<_> {
            let tokens = tokens(&text, range, lexicon);
            let shape = |token: &super::Token| (token.start, token.end, token.shape);
            tokens.iter().map(shape).collect()
        };
        let parts: Vec<_> = stretches(&text).collect();
        assert!(parts.len() > 3);
        for pair in parts.windows(2) {
            let [part, next] = pair else { continue };
            assert_eq!(part.end, next.start);
            assert!(!text[..part.end].ends_with(char::is_whitespace));
            assert!(text[part.end..].starts_with('\n'));
        }
        let joined: Vec<_> = parts.into_iter().flat_map(shape).collect();
        assert_eq!(joined, shape(0..text.len()));
    }
}
