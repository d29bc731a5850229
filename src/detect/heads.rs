//! The name or office in a speaker's phrase.

use super::grammar::Ending;
use super::lexicon::{Gender, Lexicon, part};
use super::names::{Directory, gender_of, name_token};
use super::tokens::Token;

/// The tokens of a phrase up to its first comma, bracket, preposition or relative pronoun.
pub(crate) fn head<'t>(text: &str, tokens: &'t [Token], lexicon: &Lexicon) -> &'t [Token] {
    let stop = |token: &Token| {
        let word = matches!(
            token.shape,
            super::tokens::Shape::Word | super::tokens::Shape::Number
        ) || (token.shape == super::tokens::Shape::SingleClose && !token.spaced);
        let modifier = token.is(part::PARTICIPLE) && !token.is(part::NOUN | part::ADJECTIVE)
            || token.plays(text, lexicon, "familiar");
        !word
            || token.reads(text, "et")
            || ((token.is(part::PREPOSITION | part::WH | part::THAT) || modifier)
                && !token.capital
                && !token.plays(text, lexicon, "of")
                && !token.plays(text, lexicon, "than"))
    };
    let number = |at: usize| {
        tokens
            .get(at)
            .is_some_and(|token| token.shape == super::tokens::Shape::Number)
    };
    // "More than 4 in 10" is one phrase.
    let ratio = |at: usize| number(at - 1) && number(at + 1);
    // "a visibly moved Holm"
    let before_name = |at: usize| {
        tokens.get(at + 1).is_some_and(|next| next.capital)
            && tokens
                .get(at)
                .is_some_and(|token| token.is(part::PARTICIPLE))
            && tokens.get(at - 1).is_some_and(|before| {
                before.is(part::DETERMINER | part::ADVERB)
                    || lexicon.grammar.ends(before.text(text), Ending::Adverb)
            })
    };
    // "an aide to Holm", but "sources close to the family"
    let serves = |at: usize| {
        let person = tokens.get(at - 1).is_some_and(|token| token.is(part::ROLE));
        person && tokens.get(at).is_some_and(|token| token.is(part::TO))
    };
    let stops = |at: usize| tokens.get(at).is_some_and(stop) || serves(at);
    let end = (1..tokens.len())
        .find(|at| stops(*at) && !ratio(*at) && !before_name(*at))
        .unwrap_or(tokens.len());
    tokens.get(..end).unwrap_or(tokens)
}

/// The personal name in a head: the capitals after the last title or common noun.
pub(crate) fn person<'t>(
    text: &'t str,
    head: &[Token],
    directory: &Directory<'t>,
) -> Option<&'t str> {
    let is_name = |token: &Token| name_token(token, text);
    let possessive = |token: &Token| matches!(token.text(text), "'s" | "’s");
    let end = head.len() - usize::from(head.last().is_some_and(possessive));
    let body = head.get(..end)?;
    // "Helen Osei of the Lagoon Institute", but not "University of Tarn".
    let of = body
        .iter()
        .position(|token| token.plays(text, directory.lexicon, "of"));
    let body = body.get(..of.unwrap_or(body.len()))?;
    let last = body.last()?;
    if of.is_some()
        && (body.iter().filter(|token| is_name(token)).count() < 2 || last.is(part::NOUN))
    {
        return None;
    }
    if !is_name(last) || last.is(part::BODY | part::DOCUMENT | part::PLURAL) {
        return None;
    }
    let start = body
        .iter()
        .rposition(|token| {
            !is_name(token) || possessive(token) || token.is(part::TITLE | part::ROLE)
        })
        .map_or(0, |at| at + 1);
    let names = body.get(start..).filter(|names| !names.is_empty())?;
    let titled = start > 0
        && body
            .get(start - 1)
            .is_some_and(|token| token.is(part::TITLE | part::ROLE));
    let article = body
        .first()
        .is_some_and(|token| token.plays(text, directory.lexicon, "the"));
    if let [single] = names {
        let surname = single.text(text);
        if let Some(full) = directory.full(surname) {
            return Some(full);
        }
        // "Beekeepers fear ...": a plural at the start of a sentence is no name.
        let plural = body.len() == 1
            && surname.ends_with('s')
            && !single.is(part::NOUN)
            && surname.len() > 6;
        return (titled || (!article && !single.is(part::NOUN) && !plural)).then_some(surname);
    }
    let from = names.len().saturating_sub(4);
    let names = names.get(from..)?;
    if article && !titled && start <= 1 {
        return None;
    }
    let given = names
        .iter()
        .position(|token| {
            gender_of(std::iter::once(token.text(text)), directory.lexicon) != Gender::Unknown
        })
        .filter(|at| *at + 1 < names.len())
        .unwrap_or(0);
    let names = names.get(given..)?;
    let (first, last) = (names.first()?, names.last()?);
    text.get(first.start as usize..last.end as usize)
}

/// The name in an appositive: "The ambassador, Tomas Arrel,".
pub(crate) fn appositive<'t>(
    text: &'t str,
    tokens: &[Token],
    from: usize,
    directory: &Directory<'t>,
) -> Option<&'t str> {
    let single = tokens
        .get(..from)?
        .iter()
        .filter(|token| token.capital)
        .count()
        <= 1
        && tokens.first()?.plays(text, directory.lexicon, "the");
    let role = single
        || tokens
            .get(..from)?
            .iter()
            .any(|token| token.is(part::ROLE | part::TITLE))
        || tokens.first()?.is(part::POSSESSIVE)
        || tokens.first()?.plays(text, directory.lexicon, "one");
    let possessed = tokens
        .get(..from)?
        .iter()
        .any(|token| matches!(token.text(text), "'s" | "’s" | "'" | "’"));
    let role = role || possessed;
    let comma = tokens
        .get(from..)?
        .iter()
        .position(|token| token.shape == super::tokens::Shape::Comma)?
        + from;
    let rest = tokens.get(comma + 1..)?;
    let end = rest
        .iter()
        .position(|token| !name_token(token, text))
        .unwrap_or(rest.len());
    if !role
        || comma > from + 8
        || end == 0
        || rest.get(end).is_some_and(|next| {
            !matches!(
                next.shape,
                super::tokens::Shape::Comma | super::tokens::Shape::Stop
            )
        })
    {
        return None;
    }
    person(text, rest.get(..end)?, directory)
}

/// The name of a described speaker: the phrase without its article.
pub(crate) fn phrase_name<'t>(text: &'t str, head: &[Token], lexicon: &Lexicon) -> Option<&'t str> {
    let head = match head {
        [first, second, rest @ ..]
            if first.is(part::POSSESSIVE) && second.plays(text, lexicon, "own") =>
        {
            rest
        }
        _ => head,
    };
    let skip = usize::from(head.first().is_some_and(|token| {
        [
            "the", "a", "an", "his", "her", "its", "their", "our", "my", "your",
        ]
        .iter()
        .any(|word| token.plays(text, lexicon, word))
    }));
    let (first, last) = (head.get(skip)?, head.last()?);
    text.get(first.start as usize..last.end as usize)
}
