//! Quotations that no cue of their own sentence takes: announced by a colon, going on, signed, or nobody's.

use std::ops::Range;

use super::introduced::{attribution, introduced, introduction, set_off, tagged};
use super::items::{Item, Tag};
use super::labels;
use super::lexicon::frame;
use super::reader::{Announced, Place, Quoted, Reader, Recent, Spoken};
use super::sentences::Sentence;
use super::types::{Act, Attribution, Class};
use super::view::{Run, View};

/// Places of one thing in the text.
type Spans = Vec<Range<usize>>;

impl Reader<'_> {
    /// Remembers what a later quotation without a cue may go on.
    pub(crate) fn remember(&mut self, view: &View, sentence: &Sentence, before: usize) {
        let latest = (before..self.found.len()).rev().find(|index| {
            self.found
                .get(*index)
                .is_some_and(|found| found.class == Class::Assertion)
        });
        self.spoken = match latest {
            Some(index) => Some(Spoken {
                index,
                paragraph: sentence.paragraph,
                last: true,
            }),
            None => self.spoken_before(sentence),
        };
        let quotation = (0..view.len()).any(|index| view.tag(index) == Tag::Quote);
        self.verb = None;
        if latest.is_none() && !quotation {
            let verb = (0..view.len()).find(|index| {
                view.tag(*index) == Tag::Finite
                    && view
                        .verb(*index)
                        .is_some_and(|cue| cue.frames & frame::QUOTE != 0)
            });
            self.verb = verb
                .and_then(|verb| introduction(view, verb))
                .map(|introduction| Announced {
                    introduction,
                    paragraph: sentence.paragraph,
                    replaces: None,
                    speech: false,
                });
        }
    }

    /// The last statement as a sentence without one leaves it.
    pub(crate) fn spoken_before(&self, sentence: &Sentence) -> Option<Spoken> {
        self.spoken
            .filter(|spoken| spoken.paragraph == sentence.paragraph)
            .map(|spoken| Spoken {
                last: false,
                ..spoken
            })
    }

    /// The paragraphs of a quotation, nobody's so far, that this sentence ends and gives to its speaker.
    pub(crate) fn begun(&mut self, view: &View, sentence: &Sentence) -> Spans {
        let goes_on = self.last_quoted.is_some_and(|quoted| {
            quoted.open
                && quoted.paragraph + 1 == sentence.paragraph
                && quoted.index + 1 == self.found.len()
        });
        let unnamed = |found: &mut Attribution| found.source.is_empty() && found.cue.is_empty();
        if !goes_on || view.tag(0) != Tag::Quote {
            return Vec::new();
        }
        let Some(begun) = self.found.pop_if(unnamed) else {
            return Vec::new();
        };
        self.recent = None;
        begun.content
    }

    /// A paragraph «— Jane Doe» after one that is all quotation, or a name alone before one.
    pub(crate) fn signed(&mut self, view: &View, sentence: &Sentence) -> bool {
        if let Some(source) = labels::signature(view, 0) {
            let Some(recent) = self
                .recent
                .take()
                .filter(|recent| recent.paragraph + 1 >= sentence.paragraph)
            else {
                return false;
            };
            if let Some(index) = recent.attached
                && let Some(other) = self.found.get_mut(index)
            {
                let keep = other
                    .content
                    .len()
                    .saturating_sub(recent.spans.len())
                    .max(1);
                other.content.truncate(keep);
            }
            let found = attribution(
                view.bytes(source).into_iter().collect(),
                Vec::new(),
                recent.spans,
                Class::Assertion,
                Act::Says,
            );
            match recent
                .sourceless
                .and_then(|index| self.found.get_mut(index))
            {
                Some(slot) => *slot = found,
                None => self.found.push(found),
            }
            self.last_quoted = None;
            return true;
        }
        self.heading = labels::heading(view)
            .and_then(|run| view.bytes(run))
            .map(|source| (source, sentence.paragraph))
            .or(self.heading.take());
        false
    }

    /// Quotations that no cue of the sentence took.
    pub(crate) fn loose(
        &mut self,
        view: &View,
        loose: &[usize],
        place: Place,
        announced: Option<Announced>,
    ) {
        let run = |index: &usize| Run {
            start: *index,
            end: *index + 1,
        };
        let spans: Vec<Range<usize>> = loose
            .iter()
            .filter_map(|index| view.bytes(run(index)))
            .collect();
        let leads = loose.first().is_some_and(|first| begins(view, *first));
        if let Some(announced) =
            announced.filter(|announced| leads && announced.paragraph + 1 >= place.paragraph)
        {
            self.announced_quotation(announced, spans, place);
        } else if let Some((source, dash)) = loose
            .last()
            .filter(|_| leads)
            .and_then(|last| self.signed_here(view, *last))
        {
            self.found.push(attribution(
                source,
                dash,
                spans,
                Class::Assertion,
                Act::Says,
            ));
        } else if let Some(tag) = loose
            .iter()
            .find_map(|quote| tagged(view, *quote).or_else(|| set_off(view, *quote)))
        {
            self.begin(
                Attribution {
                    content: spans,
                    ..tag
                },
                place,
            );
        } else if let Some(introduction) = loose.first().and_then(|first| introduced(view, *first))
        {
            let same = self.last_quoted.map(|quoted| quoted.index).filter(|last| {
                let found = self.found.get(*last);
                found.is_some_and(|found| found.cue == introduction.cue)
            });
            let found = Attribution {
                content: spans,
                ..introduction
            };
            self.take_up(same, found, place);
        } else if let Some((source, _)) = self
            .heading
            .clone()
            .filter(|(_, paragraph)| place.quote_only && paragraph + 1 == place.paragraph)
        {
            self.begin(
                attribution(vec![source], Vec::new(), spans, Class::Assertion, Act::Says),
                place,
            );
        } else {
            self.go_on(spans, place, leads);
        }
    }

    /// The speaker and the dash of «"..." — Jane Doe» after the quotation at `last`.
    fn signed_here(&self, view: &View, last: usize) -> Option<(Spans, Spans)> {
        let source = labels::signature(view, last + 1)?;
        let dash = self.tokens.get(view.item(last + 1)?.first)?;
        Some((
            view.bytes(source).into_iter().collect(),
            std::iter::once(dash.start as usize..dash.end as usize).collect(),
        ))
    }

    /// Takes an attribution whose quotation may go on in later sentences.
    pub(crate) fn begin(&mut self, found: Attribution, place: Place) {
        self.last_quoted = Some(Quoted {
            index: self.found.len(),
            paragraph: place.paragraph,
            open: place.open,
        });
        self.found.push(found);
    }

    /// The same for words that go on what the same cue took, where it took any.
    fn take_up(&mut self, same: Option<usize>, found: Attribution, place: Place) {
        let Some((index, earlier)) =
            same.and_then(|index| Some((index, self.found.get_mut(index)?)))
        else {
            self.begin(found, place);
            return;
        };
        earlier.content.extend(found.content);
        self.last_quoted = Some(Quoted {
            index,
            paragraph: place.paragraph,
            open: place.open,
        });
    }

    /// A quotation without speaker: it goes on the one before, or stands alone.
    fn go_on(&mut self, spans: Vec<Range<usize>>, place: Place, leads: bool) {
        if place.quote_only {
            match &mut self.recent {
                Some(recent) if recent.paragraph == place.paragraph => {
                    recent.spans.extend(spans.iter().cloned());
                }
                _ => {
                    self.recent = Some(Recent {
                        paragraph: place.paragraph,
                        spans: spans.clone(),
                        attached: None,
                        sourceless: None,
                    });
                }
            }
        }
        // A short line in single marks is a heading, not speech.
        let single = |span: &Range<usize>| {
            self.text
                .get(span.clone())
                .is_some_and(|words| words.starts_with(['‘', '\'']) && words.len() < 60)
        };
        let heading = place.quote_only && spans.iter().all(single);
        let continues = |quoted: &Quoted| {
            let same = quoted.paragraph == place.paragraph;
            let near = same || quoted.open || quoted.paragraph + 1 == place.paragraph;
            (!heading || same) && near && (place.quote_only || (leads && same))
        };
        let Some(quoted) = self.last_quoted.filter(continues) else {
            self.unclaimed(spans, place, leads);
            return;
        };
        let many = if place.quote_only { usize::MAX } else { 1 };
        if let Some(attribution) = self.found.get_mut(quoted.index) {
            attribution.content.extend(spans.into_iter().take(many));
        }
        if let Some(recent) = &mut self.recent {
            recent.attached = Some(quoted.index);
        }
        self.last_quoted = Some(Quoted {
            paragraph: place.paragraph,
            open: place.open,
            ..quoted
        });
    }

    /// Whether quoted words are titles: «parts in "How the North Was Lost" and "The Long Road"».
    fn titled(&self, spans: &[Range<usize>]) -> bool {
        let capital =
            |word: &str| word.starts_with(char::is_uppercase) && word.contains(char::is_lowercase);
        let mut count = 0;
        let all = spans
            .iter()
            .flat_map(|span| self.text.get(span.clone()).unwrap_or("").split_whitespace())
            .map(|word| word.trim_matches(|mark: char| !mark.is_alphanumeric()))
            .filter(|word| word.len() > 3)
            .all(|word| {
                count += 1;
                capital(word)
            });
        all && count >= 3
    }

    /// A quotation without any cue near: it goes on an earlier statement, or is nobody's.
    fn unclaimed(&mut self, spans: Vec<Range<usize>>, place: Place, leads: bool) {
        let follows = |spoken: &Spoken| {
            leads
                && (spoken.paragraph == place.paragraph
                    || (place.quote_only && spoken.last && spoken.paragraph + 1 == place.paragraph))
        };
        if let Some(spoken) = self.spoken.filter(follows)
            && let Some(attribution) = self.found.get_mut(spoken.index)
        {
            attribution.content.extend(spans);
            self.last_quoted = Some(Quoted {
                index: spoken.index,
                paragraph: place.paragraph,
                open: place.open,
            });
            return;
        }
        if let Some(announced) = self
            .verb
            .take()
            .filter(|announced| place.quote_only && announced.paragraph + 1 == place.paragraph)
        {
            self.announced_quotation(announced, spans, place);
            return;
        }
        // A paragraph that is all quotation, with nobody named: still somebody's words, unless it is a heading.
        let single = |span: &Range<usize>| {
            span.len() < 60
                && self
                    .text
                    .get(span.clone())
                    .is_some_and(|words| words.starts_with(['‘', '\'']))
        };
        let heading = place.quote_only && spans.iter().all(single);
        let length: usize = spans.iter().map(Range::len).sum();
        if heading || !(place.quote_only || length > 60) || self.titled(&spans) {
            return;
        }
        if let Some(recent) = &mut self.recent {
            recent.sourceless = Some(self.found.len());
        }
        let found = attribution(Vec::new(), Vec::new(), spans, Class::Assertion, Act::Says);
        self.begin(
            Attribution {
                confidence: 0.3,
                ..found
            },
            place,
        );
    }
}

/// Whether nothing stands before a quotation but "and", "also": «And: "..."» goes on as «"..."» does; so does «On the
/// vote: "..."».
fn begins(view: &View, quote: usize) -> bool {
    let links = |index: &usize| {
        matches!(
            view.tag(*index),
            Tag::Conjunction | Tag::Adverb | Tag::Comma | Tag::Colon
        )
    };
    let Some(first) = (0..quote).find(|index| !links(index)) else {
        return true;
    };
    let plain = |index: usize| !view.item(index).is_some_and(Item::verbal);
    view.tag(first) == Tag::Preposition
        && view.tag_before(quote) == Tag::Colon
        && quote < first + 9
        && (first..quote).all(plain)
}
