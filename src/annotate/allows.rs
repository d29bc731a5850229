//! Comments that allow a lint at a place: `<!-- allow unsourced-claim: the reason -->`.
//!
//! By itself a comment stands for the block after it, inside of a block for that block. It is taken
//! out of the text, so that no policy on raw HTML can show it.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::fences::Fences;
use super::spans::is_inline;
use super::{Item, Notation, Pass};
use crate::parse::lint_named;
use crate::record::{Allow, Scope};
use crate::report::{Code, Diagnostic, nearest};
use crate::text::{Name, Span, Spanned};

/// Takes the comments out of the items, each with the place where it holds.
pub(super) fn take(pass: &mut Pass, fences: &Fences) {
    if !pass.source[pass.body..].contains("<!--") {
        return;
    }
    let items = std::mem::take(&mut pass.items);
    // Comments that wait for their block, and the blocks around the current event.
    let mut waiting: Vec<Allow> = Vec::new();
    let mut blocks: Vec<Range<usize>> = Vec::new();
    let mut items = items.into_iter();
    while let Some(item) = items.next() {
        match &item {
            Item::Event(Event::Start(Tag::HtmlBlock), range) => {
                if let Some((lint, reason)) = comment(pass, range.clone()) {
                    waiting.extend(allow(pass, &lint, reason, range));
                    pass.notation.push((range.clone(), Notation::Markup));
                    let is_end =
                        |one: &Item| matches!(one, Item::Event(Event::End(TagEnd::HtmlBlock), _));
                    items.by_ref().find(is_end);
                    continue;
                }
            }
            Item::Event(Event::InlineHtml(_), range) => {
                if let Some((lint, reason)) = comment(pass, range.clone()) {
                    let allow = allow(pass, &lint, reason, blocks.last().unwrap_or(range));
                    pass.allow.extend(allow);
                    pass.notation.push((range.clone(), Notation::Markup));
                    continue;
                }
            }
            Item::Event(Event::Start(tag), range) if is_block(tag.to_end()) => {
                hold(pass, &mut waiting, range.clone());
                blocks.push(range.clone());
            }
            Item::Event(Event::End(tag), _) if is_block(*tag) => {
                blocks.pop();
            }
            Item::Event(Event::Rule, range) => {
                let block = fences.block(range.start - pass.body);
                let block = block.map(|one| one.start + pass.body..one.end + pass.body);
                hold(pass, &mut waiting, block.unwrap_or_else(|| range.clone()));
            }
            _ => {}
        }
        pass.items.push(item);
    }
    pass.allow.append(&mut waiting);
}

/// Lets the waiting comments hold in a block.
fn hold(pass: &mut Pass, waiting: &mut Vec<Allow>, block: Range<usize>) {
    let scope = Scope::Place(pass.span(&block));
    pass.allow.extend(waiting.drain(..).map(|allow| Allow {
        scope: scope.clone(),
        ..allow
    }));
}

fn allow(pass: &mut Pass, lint: &Name, reason: String, place: &Range<usize>) -> Option<Allow> {
    let code = lint_named(lint, &mut pass.report);
    if reason.is_empty() {
        let message = "an `allow` has no reason";
        let hint = format!("say why: `<!-- allow {}: the reason -->`", lint.value);
        pass.report
            .add(Diagnostic::new(Code::MissingKey, lint.span, message).hint(hint));
        return None;
    }
    Some(Allow {
        lint: code?,
        reason,
        span: lint.span,
        scope: Scope::Place(pass.span(place)),
    })
}

/// What a comment allows and why; `None` if the HTML is something else. Words that only begin
/// alike, as in "allow for delays", are something else.
fn comment(pass: &Pass, range: Range<usize>) -> Option<(Name, String)> {
    let text = &pass.source[range.clone()];
    let words = text.trim().strip_prefix("<!--")?.strip_suffix("-->")?;
    let rest = words.trim_start().strip_prefix("allow")?;
    if words.contains("-->") || !rest.starts_with(char::is_whitespace) {
        return None;
    }
    let after_word = text.find("allow")? + "allow".len();
    let start = range.start + after_word + (rest.len() - rest.trim_start().len());
    let rest = rest.trim();
    let end = rest.find(|letter: char| letter == ':' || letter.is_whitespace());
    let (lint, rest) = rest.split_at(end.unwrap_or(rest.len()));
    let reason = rest.trim_start().strip_prefix(':');
    let lints = Code::ALL.iter().filter(|code| code.is_lint());
    if reason.is_none() && nearest(lint, lints.map(|code| code.name())).is_none() {
        return None;
    }
    let words: Vec<&str> = reason.unwrap_or_default().split_whitespace().collect();
    let span = Span::new(pass.file, start, start + lint.len());
    Some((Spanned::new(lint.to_owned(), span), words.join(" ")))
}

fn is_block(tag: TagEnd) -> bool {
    !is_inline(tag) && tag != TagEnd::HtmlBlock
}
