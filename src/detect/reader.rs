//! Reads a text paragraph by paragraph and sentence by sentence.

use std::ops::Range;

use super::acts;
use super::cues::cues;
use super::draft::Draft;
use super::groups::Words;
use super::introduced::attribution;
use super::items::{Item, Tag, items};
use super::labels;
use super::lexicon::{CUE, Lexicon, QuickMap};
use super::phrases;
use super::quotes::Quotation;
use super::relay;
use super::sentences::Sentence;
use super::tags::tag;
use super::tokens::{Shape, Token};
use super::types::{Act, Attribution, Class, Kind};
use super::view::{Run, View};

/// The attribution whose quotation may go on.
#[derive(Clone, Copy)]
pub(crate) struct Quoted {
    pub(crate) index: usize,
    pub(crate) paragraph: usize,
    /// The quotation is not closed at the end of its paragraph.
    pub(crate) open: bool,
}

pub(crate) struct Reader<'t> {
    pub(crate) text: &'t str,
    pub(crate) tokens: &'t [Token],
    pub(crate) quotations: &'t [Quotation],
    pub(crate) lexicon: &'static Lexicon,
    pub(crate) found: Vec<Attribution>,
    /// The nouns to which relative pronouns that are sources refer, by attribution.
    pub(crate) antecedents: Vec<Option<Range<usize>>>,
    pub(crate) last_quoted: Option<Quoted>,
    /// The cue of a sentence that ends with a colon.
    pub(crate) announced: Option<Announced>,
    /// The last paragraph that was all quotation.
    pub(crate) recent: Option<Recent>,
    /// A name that stood alone in its paragraph, and the paragraph's number.
    pub(crate) heading: Option<(Range<usize>, usize)>,
    pub(crate) spoken: Option<Spoken>,
    /// Labels already looked up in the text.
    pub(crate) ordinary_words: QuickMap<String, bool>,
    /// The verb of speech of the last sentence, where it took no content.
    pub(crate) verb: Option<Announced>,
}

/// Quotations without a cue of their own.
pub(crate) struct Recent {
    pub(crate) paragraph: usize,
    pub(crate) spans: Vec<Range<usize>>,
    /// The attribution they were taken to continue.
    pub(crate) attached: Option<usize>,
    /// The attribution made of them alone.
    pub(crate) sourceless: Option<usize>,
}

/// The last statement, which a quotation may go on.
#[derive(Clone, Copy)]
pub(crate) struct Spoken {
    pub(crate) index: usize,
    pub(crate) paragraph: usize,
    /// It stands in the last sentence read.
    pub(crate) last: bool,
}

/// What is known of the sentence that holds a quotation.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    pub(crate) paragraph: usize,
    /// Its last quotation is not closed.
    pub(crate) open: bool,
    /// It holds nothing but quotations.
    pub(crate) quote_only: bool,
}

/// Speaker and cue of a quotation still to come: «he declared:».
pub(crate) struct Announced {
    /// The attribution, its content still empty.
    pub(crate) introduction: Attribution,
    pub(crate) paragraph: usize,
    /// Its cue is a verb of saying or writing, so that words without marks may follow it too.
    pub(crate) speech: bool,
    /// An attribution of the same cue, which the quotation replaces.
    pub(crate) replaces: Option<usize>,
}

impl<'t> Reader<'t> {
    /// A sentence as the rules see it.
    fn view<'b>(&self, sentence: &Sentence, buffer: &'b mut Vec<Item>) -> View<'b>
    where
        't: 'b,
    {
        let (text, tokens, lexicon) = (self.text, self.tokens, self.lexicon);
        items(text, tokens, self.quotations, sentence, lexicon, buffer);
        tag(text, tokens, lexicon, buffer);
        View {
            text,
            tokens,
            items: buffer,
            lexicon,
        }
    }

    /// Reads a paragraph that a label gives to a speaker; false when it has none.
    #[allow(clippy::too_many_lines, reason = "one table of rules, read arm by arm")]
    pub(crate) fn labelled(&mut self, paragraph: &[Sentence], buffer: &mut Vec<Item>) -> bool {
        let (Some(first), Some(last)) = (paragraph.first(), paragraph.last()) else {
            return false;
        };
        let colon = self
            .tokens
            .get(first.start..(first.start + 16).min(first.end))
            .is_some_and(|tokens| tokens.iter().any(|token| token.shape == Shape::Colon));
        if !colon {
            return self.answered(first, last);
        }
        // «"SMITH: We did.» has its mark before the label.
        let marked = self
            .tokens
            .get(first.start)
            .is_some_and(|token| matches!(token.shape, Shape::QuoteOpen | Shape::QuoteStraight));
        let bare = Sentence {
            start: first.start + 1,
            quotations: 0..0,
            ..first.clone()
        };
        let view = self.view(if marked { &bare } else { first }, buffer);
        let text = self.text;
        let ordinary_words = &mut self.ordinary_words;
        let Some((speaker, start)) = labels::label(&view, |word| {
            *ordinary_words
                .entry(word.to_string())
                .or_insert_with(|| ordinary(text, word))
        }) else {
            return false;
        };
        let begin = view
            .item(start)
            .and_then(|item| self.tokens.get(item.first))
            .map_or(0, |token| token.start as usize);
        let end = self
            .tokens
            .get(last.end.saturating_sub(1))
            .map_or(0, |token| token.end as usize);
        if end <= begin {
            return false;
        }
        let source = view.bytes(speaker).into_iter().collect();
        let colon = view
            .item(start - 1)
            .and_then(|item| self.tokens.get(item.first))
            .map(|token| token.start as usize..token.end as usize)
            .into_iter()
            .collect();
        self.last_quoted = None;
        self.announced = None;
        self.found.push(attribution(
            source,
            colon,
            std::iter::once(begin..end).collect(),
            Class::Assertion,
            Act::Says,
        ));
        true
    }

    /// Reads a paragraph that "Q." or "A." opens; an answer stands after a question.
    fn answered(&mut self, first: &Sentence, last: &Sentence) -> bool {
        let token = |index: usize| self.tokens.get(index);
        let own = |index: usize| token(index).map_or("", |token| token.text(self.text));
        let stop = usize::from(own(first.start + 1) == ".");
        let letter = own(first.start).trim_end_matches('.');
        let dotted = stop > 0 || own(first.start).ends_with('.');
        let after_question = || {
            let before = self.found.last().and_then(|found| found.source.first());
            before
                .and_then(|span| self.text.get(span.clone()))
                .is_some_and(|words| words == "Q")
        };
        if !dotted || !(letter == "Q" || letter == "A" && after_question()) {
            return false;
        }
        let label = first.start + stop;
        let (Some(mark), Some(begin), Some(end)) = (
            token(first.start),
            token(label + 1),
            token(last.end.saturating_sub(1)),
        ) else {
            return false;
        };
        let (source, words) = (
            mark.start as usize..mark.start as usize + letter.len(),
            begin.start as usize..end.end as usize,
        );
        if words.is_empty() || label + 1 >= last.end {
            return false;
        }
        self.last_quoted = None;
        self.found.push(attribution(
            vec![source],
            Vec::new(),
            vec![words],
            Class::Assertion,
            Act::Says,
        ));
        true
    }

    pub(crate) fn sentence(&mut self, sentence: &Sentence, buffer: &mut Vec<Item>) {
        if self.is_quiet(sentence) {
            self.announced = None;
            self.verb = None;
            self.spoken = self.spoken_before(sentence);
            return;
        }
        let view = self.view(sentence, buffer);
        if self.signed(&view, sentence) {
            return;
        }
        let drafts = cues(&view);
        let open = self
            .quotations
            .get(sentence.quotations.clone())
            .and_then(<[Quotation]>::last)
            .is_some_and(|quotation| !quotation.closed);
        let quote_only = (0..view.len())
            .all(|index| matches!(view.tag(index), Tag::Quote | Tag::Stop | Tag::Other));
        let quoted = (0..view.len()).any(|index| view.tag(index) == Tag::Quote);
        // Which items are spoken for is asked of quotations alone.
        let mut used = vec![false; if quoted { view.len() } else { 0 }];
        let before = self.found.len();
        for draft in drafts {
            self.push(&view, &draft, sentence, open, &mut used);
        }
        if before < self.found.len() || !quoted {
            self.remember(&view, sentence, before);
        }
        let announced = self.announced.take();
        let loose: Vec<usize> = (0..view.len())
            .filter(|index| {
                view.tag(*index) == Tag::Quote && !used.get(*index).copied().unwrap_or(true)
            })
            .collect();
        if !loose.is_empty() {
            let place = Place {
                paragraph: sentence.paragraph,
                open,
                quote_only,
            };
            self.loose(&view, &loose, place, announced);
        }
        self.announce(&view, sentence);
    }

    /// Whether a sentence has no word or mark that the rules begin from, so that it need not be tagged.
    fn is_quiet(&self, sentence: &Sentence) -> bool {
        let tokens = self.tokens.get(sentence.start..sentence.end);
        let tokens = tokens.unwrap_or_default();
        // A shorter one may be a heading; one that begins with a dash, a signature.
        tokens.len() > labels::LONGEST_HEADING
            && sentence.quotations.is_empty()
            && tokens
                .first()
                .is_some_and(|first| matches!(first.shape, Shape::Word | Shape::Number))
            && tokens.iter().all(|token| {
                token.word.groups & CUE == 0
                    && !matches!(
                        token.shape,
                        Shape::Colon
                            | Shape::QuoteOpen
                            | Shape::QuoteClose
                            | Shape::QuoteStraight
                            | Shape::SingleOpen
                    )
            })
    }

    pub(crate) fn push(
        &mut self,
        view: &View,
        draft: &Draft,
        sentence: &Sentence,
        open: bool,
        used: &mut [bool],
    ) {
        let bytes = |run: Run| view.bytes(run);
        let mut content: Vec<Range<usize>> =
            draft.content.iter().filter_map(|run| bytes(*run)).collect();
        if content.is_empty() {
            return;
        }
        if draft.content.first().is_some_and(|run| run.start == 0) {
            let mut begun = self.begun(view, sentence);
            begun.append(&mut content);
            content = begun;
        }
        let mut quoted = false;
        for run in &draft.content {
            for index in run.start..run.end {
                quoted |= view.tag(index) == Tag::Quote
                    || view
                        .item(index)
                        .is_some_and(|item| item.quoted && index + 2 >= run.end);
                if let Some(slot) = used.get_mut(index) {
                    *slot = true;
                }
            }
        }
        // The noun before "who", "which", "that", before ", as he himself admitted".
        let antecedent = draft
            .source
            .filter(|run| {
                matches!(view.tag(run.start), Tag::Wh | Tag::That) || is_own_subject(view, *run)
            })
            .and_then(|run| {
                let hook = run.start - usize::from(is_own_subject(view, run));
                let end = if view.tag_before(hook) == Tag::Comma {
                    hook.saturating_sub(1)
                } else {
                    hook
                };
                let start = phrases::plain_phrase_back(view, end);
                (start < end).then(|| bytes(Run { start, end })).flatten()
            });
        self.antecedents.resize(self.found.len(), None);
        self.antecedents.push(antecedent);
        if quoted {
            self.last_quoted = Some(Quoted {
                index: self.found.len(),
                paragraph: sentence.paragraph,
                open,
            });
        }
        self.found.push(Attribution {
            source: draft.source.and_then(bytes).into_iter().collect(),
            cue: bytes(draft.cue).into_iter().collect(),
            content,
            kind: Kind::Indirect,
            act: acts::act(view, draft),
            class: draft.class,
            speaker: None,
            via: relay::relays(view, draft.source, &draft.content, draft.key),
            hedges: Vec::new(),
            confidence: draft.confidence,
        });
    }
}

/// Whether a speaker is the subject that an inserted clause comes back to: "Smith, as he himself admitted, ...".
fn is_own_subject(view: &View, run: Run) -> bool {
    view.tag(run.start) == Tag::Pronoun
        && view.in_group(run.start + 1, Words::Reflexive)
        && view.reads(run.start.wrapping_sub(1), &["as"])
}

/// Whether a word with a capital also stands in lower case in the first part of the text.
fn ordinary(text: &str, word: &str) -> bool {
    const REACH: usize = 20_000;
    let mut end = text.len().min(REACH);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    word.chars().any(char::is_lowercase)
        && text
            .get(..end)
            .is_some_and(|front| front.contains(&format!(" {} ", word.to_lowercase())))
}
