//! The words and date forms of a language, one locale at a time.
//!
//! Hayagriva only offers all sixty at once, which takes longer than a small site in all; its
//! archive is public as CBOR (RFC 8949), so that one can be read by itself.

use std::collections::HashSet;
use std::sync::OnceLock;

use hayagriva::archive::LOCALES;
use hayagriva::citationberg::taxonomy::{OtherTerm, Term};
use hayagriva::citationberg::{
    IndependentStyle, LayoutRenderingElement, Locale, LocaleCode, TextTarget,
};

use super::questions::each;

/// The locales that a style may ask for when it writes in a language: its own, the main one of
/// that language, and English, which completes the others.
pub(super) fn locales(code: &LocaleCode) -> Vec<Locale> {
    let mut codes = vec![code.clone()];
    codes.extend(code.fallback());
    codes.push(LocaleCode::en_us());
    codes.dedup();
    codes.iter().filter_map(locale).collect()
}

/// Puts first what a style prints: Hayagriva looks for each word from the front on.
pub(super) fn printed_first(locales: &mut [Locale], style: &IndependentStyle) {
    let mut printed: HashSet<Term> = HashSet::new();
    each(style, &mut |element| match element {
        LayoutRenderingElement::Text(text) => {
            if let TextTarget::Term { term, .. } = text.target {
                printed.insert(term);
            }
        }
        LayoutRenderingElement::Names(names) => {
            printed.extend(names.variable.iter().map(|name| Term::from(*name)));
        }
        _ => {}
    });
    let is_first = |term: &Term| {
        let is_common = matches!(
            term,
            Term::Locator(_)
                | Term::PageVariable
                | Term::Other(
                    OtherTerm::And
                        | OtherTerm::Ad
                        | OtherTerm::Bc
                        | OtherTerm::OpenQuote
                        | OtherTerm::CloseQuote
                        | OtherTerm::OpenInnerQuote
                        | OtherTerm::CloseInnerQuote
                )
        );
        is_common || printed.contains(term)
    };
    for terms in locales.iter_mut().filter_map(|one| one.terms.as_mut()) {
        terms.terms.sort_by_key(|term| !is_first(&term.name));
    }
}

/// The locale of a language. English, which every style asks for, is read once.
fn locale(code: &LocaleCode) -> Option<Locale> {
    static ENGLISH: OnceLock<Option<Locale>> = OnceLock::new();
    if *code == LocaleCode::en_us() {
        ENGLISH.get_or_init(|| read(code)).clone()
    } else {
        read(code)
    }
}

fn read(code: &LocaleCode) -> Option<Locale> {
    let bytes = LOCALES.iter().find(|bytes| is_of(bytes, code))?;
    ciborium::from_reader(*bytes).ok()
}

/// Whether these are the bytes of a language: its code is the first value.
fn is_of(bytes: &[u8], code: &LocaleCode) -> bool {
    const KEY: &[u8] = b"\x69@xml:lang";
    let code = code.0.as_bytes();
    let Some(rest) = bytes.get(1..).and_then(|rest| rest.strip_prefix(KEY)) else {
        return false;
    };
    let length = rest.first().map(|head| usize::from(head & 0x1f));
    length == Some(code.len()) && rest[1..].starts_with(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_is_the_one_that_hayagriva_reads() {
        // Every seventh, for the time that it takes; among them are all shapes of CBOR.
        for expected in hayagriva::archive::locales().into_iter().step_by(7) {
            let code = expected
                .lang
                .clone()
                .expect("every locale names its language");
            assert_eq!(read(&code).as_ref(), Some(&expected), "{code}");
        }
    }

    #[test]
    fn a_language_comes_with_its_main_locale_and_english() {
        let codes = |code: &str| -> Vec<String> {
            let locales = locales(&LocaleCode(code.into()));
            locales
                .into_iter()
                .filter_map(|one| one.lang)
                .map(|code| code.0)
                .collect()
        };
        assert_eq!(codes("en"), ["en-US"]);
        assert_eq!(codes("de-AT"), ["de-AT", "de-DE", "en-US"]);
        assert_eq!(codes("tlh"), ["en-US"]);
    }
}
