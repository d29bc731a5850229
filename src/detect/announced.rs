//! Words that the sentence before announces with a colon: «She told the board: "..."».

use std::ops::Range;

use super::introduced::{by_noun, introduced};
use super::items::Tag;
use super::lexicon::frame;
use super::reader::{Announced, Place, Quoted, Reader};
use super::sentences::Sentence;
use super::tokens::Shape;
use super::types::{Attribution, Class};
use super::view::View;

impl Reader<'_> {
    /// Gives the words of an announced quotation to its speaker.
    pub(crate) fn announced_quotation(
        &mut self,
        announced: Announced,
        spans: Vec<Range<usize>>,
        place: Place,
    ) {
        let found = Attribution {
            content: spans,
            ..announced.introduction
        };
        match announced.replaces.filter(|index| *index < self.found.len()) {
            Some(index) => {
                if let Some(slot) = self.found.get_mut(index) {
                    *slot = found;
                }
                self.last_quoted = Some(Quoted {
                    index,
                    paragraph: place.paragraph,
                    open: place.open,
                });
            }
            None => self.begin(found, place),
        }
    }

    /// Reads a paragraph without marks after one that ends with a cue and a colon: «She wrote on her page:».
    pub(crate) fn block(&mut self, paragraph: &[Sentence]) -> bool {
        let (Some(first), Some(last)) = (paragraph.first(), paragraph.last()) else {
            return false;
        };
        let words = self.tokens.get(first.start..last.end).unwrap_or_default();
        let plain = words.first().is_some_and(|token| {
            matches!(token.shape, Shape::Word | Shape::Number) && token.capital
        }) && paragraph
            .iter()
            .all(|sentence| sentence.quotations.is_empty())
            && words
                .last()
                .is_some_and(|token| token.shape != Shape::Colon);
        let announced = self.announced.take_if(|announced| {
            plain
                && announced.speech
                && announced.replaces.is_none()
                && announced.paragraph + 1 == first.paragraph
        });
        let (Some(announced), Some(begin), Some(end)) = (announced, words.first(), words.last())
        else {
            return false;
        };
        let span = begin.start as usize..end.end as usize;
        let place = Place {
            paragraph: first.paragraph,
            open: false,
            quote_only: true,
        };
        self.announced_quotation(announced, vec![span], place);
        self.last_quoted = None;
        true
    }

    /// Remembers the cue of a sentence that ends with a colon.
    pub(crate) fn announce(&mut self, view: &View, sentence: &Sentence) {
        let Some(last) = (0..view.len())
            .rev()
            .find(|index| view.tag(*index) != Tag::Other)
        else {
            return;
        };
        let introduction = match view.tag(last) {
            Tag::Colon => introduced(view, last + 1),
            // «Her answer? "..."»
            Tag::Stop if view.own(last) == "?" => by_noun(view, last),
            _ => None,
        };
        let Some(introduction) = introduction else {
            return;
        };
        let start = introduction.cue.first().map_or(0, |span| span.start);
        // What this sentence holds stands at the end, so that the search is short.
        let near = self.found.len().saturating_sub(64);
        let replaces = self
            .found
            .iter()
            .enumerate()
            .skip(near)
            .rev()
            .find(|(_, found)| found.cue.iter().any(|span| span.start == start))
            .map(|(index, _)| index);
        let cue = (0..view.len()).find(|index| {
            view.item(*index)
                .and_then(|item| self.tokens.get(item.first))
                .is_some_and(|token| {
                    introduction
                        .cue
                        .iter()
                        .any(|span| span.end == token.end as usize)
                })
        });
        let speech = cue
            .and_then(|cue| view.verb(cue))
            .is_some_and(|cue| cue.frames & frame::QUOTE != 0 && cue.class == Class::Assertion);
        self.announced = Some(Announced {
            introduction,
            speech,
            paragraph: sentence.paragraph,
            replaces,
        });
    }
}
