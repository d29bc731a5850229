//! Sentences as runs of tokens; a quotation never breaks the sentence that holds it.

use super::groups::Words;
use super::lexicon::{Lexicon, frame, part};
use super::quotes::Quotation;
use super::tokens::{Shape, Token};

/// One sentence.
#[derive(Clone, Debug)]
pub(crate) struct Sentence {
    /// Index of its first token.
    pub(crate) start: usize,
    /// Index one past its last token.
    pub(crate) end: usize,
    /// Number of its paragraph.
    pub(crate) paragraph: usize,
    /// The quotations in it, as a range of the list of quotations.
    pub(crate) quotations: std::ops::Range<usize>,
}

/// The most tokens that are taken as one sentence.
const LONGEST: usize = 500;

/// Splits the tokens into sentences; `paragraph` is the number of the paragraph, first and last.
#[allow(clippy::too_many_lines, reason = "one table of rules, read arm by arm")]
pub(crate) fn sentences(
    text: &str,
    tokens: &[Token],
    quotations: &[Quotation],
    lexicon: &Lexicon,
    paragraph: &mut usize,
) -> Vec<Sentence> {
    let mut splitter = Splitter {
        text,
        tokens,
        lexicon,
        found: Vec::new(),
        start: 0,
        paragraph: *paragraph,
        first_quotation: 0,
        next_quotation: 0,
    };
    let mut index = 0;
    while index < tokens.len() {
        if index == splitter.start
            && (index == 0
                || tokens
                    .get(index - 1)
                    .is_some_and(|token| token.shape == Shape::Break))
        {
            let words = dateline_end(text, tokens, index);
            if words > index
                && quotations
                    .get(splitter.next_quotation)
                    .is_none_or(|quotation| quotation.open >= words)
            {
                splitter.start = words;
                index = words;
                continue;
            }
        }
        if let Some(quotation) = quotations
            .get(splitter.next_quotation)
            .filter(|quotation| quotation.open == index)
        {
            splitter.next_quotation += 1;
            index = quotation.end.max(index + 1);
            if splitter.ends_with_quotation(quotation) {
                splitter.cut(index);
            }
            continue;
        }
        let Some(token) = tokens.get(index) else {
            break;
        };
        index += 1;
        match token.shape {
            Shape::Break => {
                splitter.cut(index - 1);
                splitter.start = index;
                splitter.paragraph += 1;
            }
            Shape::Stop | Shape::Ellipsis if splitter.stop_ends(index) => {
                // A closing bracket right after belongs to the sentence.
                while tokens.get(index).is_some_and(|next| {
                    !next.spaced
                        && matches!(
                            next.shape,
                            Shape::Close | Shape::SingleClose | Shape::QuoteClose
                        )
                }) {
                    index += 1;
                }
                splitter.cut(index);
            }
            // No sentence is that long; a cut keeps the work linear.
            _ if index - splitter.start > LONGEST => splitter.cut(index),
            Shape::Word if splitter.abbreviation_ends(index) => splitter.cut(index),
            _ => {}
        }
    }
    splitter.cut(tokens.len());
    *paragraph = splitter.paragraph;
    splitter.found
}

/// Where the words begin after a dateline, «GENEVA, Sept. 6 (Reuters) -»; `start` when there is none.
fn dateline_end(text: &str, tokens: &[Token], start: usize) -> usize {
    let shouted = tokens.get(start).is_some_and(|token| {
        token.shape == Shape::Word
            && token.end - token.start > 2
            && token
                .text(text)
                .bytes()
                .filter(u8::is_ascii_alphabetic)
                .all(|byte| byte.is_ascii_uppercase())
    });
    if !shouted {
        return start;
    }
    for (offset, token) in tokens.iter().enumerate().skip(start + 1).take(14) {
        match token.shape {
            Shape::Dash => return offset + 1,
            Shape::Comma | Shape::Number | Shape::Open | Shape::Close => {}
            Shape::Word
                if token.capital
                    || token
                        .text(text)
                        .starts_with(|first: char| first.is_ascii_digit()) => {}
            _ => return start,
        }
    }
    start
}

struct Splitter<'t> {
    text: &'t str,
    tokens: &'t [Token],
    lexicon: &'t Lexicon,
    found: Vec<Sentence>,
    start: usize,
    paragraph: usize,
    first_quotation: usize,
    next_quotation: usize,
}

impl Splitter<'_> {
    fn cut(&mut self, end: usize) {
        if end > self.start {
            let quotations = self.first_quotation..self.next_quotation;
            self.found.push(Sentence {
                start: self.start,
                end,
                paragraph: self.paragraph,
                quotations,
            });
        }
        self.start = end;
        self.first_quotation = self.next_quotation;
    }

    fn token(&self, index: usize) -> Option<&Token> {
        self.tokens.get(index)
    }

    /// Whether a stop just before `next` ends the sentence.
    fn stop_ends(&self, next: usize) -> bool {
        let Some(stop) = self.token(next.wrapping_sub(1)) else {
            return true;
        };
        let Some(after) = self.token(next) else {
            return true;
        };
        match after.shape {
            Shape::Break => true,
            Shape::Word => {
                if stop.shape == Shape::Ellipsis {
                    return after.capital && after.spaced;
                }
                let full = stop.text(self.text).starts_with('.');
                if after.spaced {
                    after.capital || !full || after.is(part::PRONOUN | part::DETERMINER)
                } else {
                    after.capital && full
                }
            }
            Shape::Comma => false,
            Shape::Number => after.spaced,
            Shape::Close if !after.spaced => !self.token(next + 1).is_some_and(|later| {
                later.shape == Shape::Comma || (later.shape == Shape::Word && !later.capital)
            }),
            _ => true,
        }
    }

    /// Whether an abbreviation just before `next` ends the sentence with its own full stop.
    fn abbreviation_ends(&self, next: usize) -> bool {
        let Some(word) = self.token(next.wrapping_sub(1)) else {
            return false;
        };
        let last = word.end as usize - 1;
        if self.text.as_bytes().get(last) != Some(&b'.') {
            return false;
        }
        let Some(after) = self.token(next) else {
            return true;
        };
        if after.shape == Shape::Break {
            return true;
        }
        let own = word.text(self.text);
        let initial = own.chars().count() <= 2;
        let title = self.lexicon.abbreviation(own.trim_end_matches('.'))
            == Some(super::lexicon::Abbreviation::Title);
        if initial || title || after.shape != Shape::Word || !after.capital {
            return false;
        }
        // "at 2 a.m. Witnesses said"
        if matches!(own, "a.m." | "p.m.") {
            return !after.is(part::TIME)
                && !after
                    .text(self.text)
                    .bytes()
                    .all(|byte| byte.is_ascii_uppercase());
        }
        // "in the U.S. The" ends, "the U.S. Senate" does not.
        let starters = part::PRONOUN
            | part::DETERMINER
            | part::POSSESSIVE
            | part::SUBORDINATOR
            | part::WH
            | part::PREPOSITION;
        after.is(starters) || after.is(part::CONJUNCTION)
    }

    /// Whether the sentence ends with this quotation.
    fn ends_with_quotation(&self, quotation: &Quotation) -> bool {
        if !quotation.closed {
            return true;
        }
        let Some(last) = self.token(quotation.inner().end.wrapping_sub(1)) else {
            return false;
        };
        let Some(after) = self.token(quotation.end) else {
            return true;
        };
        let terminal = matches!(last.shape, Shape::Stop | Shape::Ellipsis)
            || last.text(self.text).ends_with('.')
            || self.nested_stop(quotation);
        match after.shape {
            Shape::Break => true,
            _ if !terminal => false,
            Shape::Word if after.capital => !self.speech_follows(quotation.end),
            Shape::QuoteOpen | Shape::QuoteStraight | Shape::SingleOpen => true,
            Shape::Open => false,
            _ => false,
        }
    }

    /// Whether the quotation ends with an inner quotation that ends with a stop.
    fn nested_stop(&self, quotation: &Quotation) -> bool {
        let end = quotation.inner().end;
        let mark = self.token(end.wrapping_sub(1)).is_some_and(|token| {
            matches!(
                token.shape,
                Shape::SingleClose | Shape::QuoteClose | Shape::QuoteStraight
            )
        });
        mark && self
            .token(end.wrapping_sub(2))
            .is_some_and(|token| token.shape == Shape::Stop)
    }

    /// Whether "Smith asked" or "asked Smith" follows a quotation that ends with a stop.
    fn speech_follows(&self, from: usize) -> bool {
        let mut stop_seen = self
            .token(from.wrapping_sub(2))
            .is_some_and(|last| last.text(self.text).starts_with('.'));
        for index in from..from + 9 {
            let Some(token) = self.token(index) else {
                return false;
            };
            if token.word.verb > 0 && !token.capital {
                let cue = self.lexicon.verbs.get(usize::from(token.word.verb) - 1);
                if cue.is_some_and(|cue| cue.frames & frame::QUOTE != 0)
                    && token.is(part::PAST | part::THIRD)
                {
                    // After a full stop the speech must end there: «"It is." Smith said.»
                    let next = self.token(index + 1);
                    stop_seen &=
                        !next.is_none_or(|next| matches!(next.shape, Shape::Stop | Shape::Break));
                    return !stop_seen;
                }
            }
            // «"Is it?" Smith went on.»
            if token.word.in_group(Words::GoingOn) {
                return self.token(index + 1).is_some_and(|next| {
                    ["on", "in", "up", "out"]
                        .iter()
                        .any(|word| next.plays(self.text, self.lexicon, word))
                        || matches!(next.shape, Shape::Stop | Shape::Comma | Shape::Colon)
                });
            }
            let name_like = token.capital
                || token.is(part::TITLE)
                || token.shape == Shape::Comma && index > from;
            if !name_like || matches!(token.shape, Shape::Stop | Shape::Break) {
                return false;
            }
        }
        false
    }
}
