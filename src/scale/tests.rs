//! Tests of scales.

use proptest::prelude::*;

use super::*;

fn scale(key: &str) -> Scale {
    Scale::named(key).expect(key)
}

/// The places of terms as "words: range".
fn found(key: &str, text: &str) -> Vec<String> {
    scale(key)
        .find_in(text)
        .into_iter()
        .map(|(place, term)| format!("{}: {}", &text[place], term.range_text()))
        .collect()
}

fn term(words: &[&'static str], low: u8, high: u8) -> Term {
    Term {
        words: words.iter().map(|words| (*words).into()).collect(),
        low,
        high,
    }
}

fn custom(terms: Vec<Term>) -> Result<Scale, ScaleFault> {
    Scale::custom("own".into(), "Own".into(), "ours".into(), terms)
}

#[test]
fn the_built_in_scales_are_sound() {
    for key in NAMES {
        let scale = scale(key);
        assert_eq!(scale.key, key);
        assert!(
            scale.terms.is_sorted_by_key(|term| (term.low, term.high)),
            "{key}"
        );
        let Scale {
            key,
            name,
            source,
            terms,
            has_rows,
        } = scale.clone();
        let again = Scale::custom(key.into(), name.into(), source.into(), terms);
        assert_eq!(again.map(|again| Scale { has_rows, ..again }), Ok(scale));
    }
    assert_eq!(Scale::named("icd"), None);
}

#[test]
fn a_term_is_found_by_any_spelling() {
    let icd = scale("icd-203");
    for words in [
        "very likely",
        "Very-Likely",
        " very  LIKELY",
        "highly probable",
    ] {
        let term = icd.term(words).expect(words);
        assert_eq!(term.range_text(), "80–95\u{a0}%");
    }
    assert_eq!(icd.term("fairly likely"), None);
    assert_eq!(icd.term(""), None);
    assert_eq!(term(&["even"], 50, 50).range_text(), "50\u{a0}%");
}

#[test]
fn the_longest_whole_words_are_found_in_text() {
    assert_eq!(
        found(
            "icd-203",
            "It is very unlikely; Unlikely, and likely—almost\ncertain. Likelihood."
        ),
        [
            "very unlikely: 5–20\u{a0}%",
            "Unlikely: 20–45\u{a0}%",
            "likely: 55–80\u{a0}%",
            "almost\ncertain: 95–99\u{a0}%",
        ]
    );
    assert_eq!(
        found(
            "ipcc",
            "more unlikely than likely, about as likely as not, more likely"
        ),
        [
            "more unlikely than likely: 0–50\u{a0}%",
            "about as likely as not: 33–66\u{a0}%",
            "likely: 66–100\u{a0}%",
        ]
    );
    assert_eq!(
        found("phia", "a remote-chance event"),
        ["remote-chance: 0–5\u{a0}%"]
    );
    assert_eq!(found("nato", "unlikelyé élikely likely2"), [""; 0]);
}

#[test]
fn a_scale_of_other_letters_works() {
    let scale = custom(vec![
        term(&["très improbable"], 0, 20),
        term(&["Äußerst wahrscheinlich"], 90, 100),
    ])
    .unwrap();
    let text = "TRÈS IMPROBABLE, äußerst wahrscheinlich";
    let places: Vec<_> = scale
        .find_in(text)
        .into_iter()
        .map(|(place, _)| &text[place])
        .collect();
    assert_eq!(places, ["TRÈS IMPROBABLE", "äußerst wahrscheinlich"]);
}

#[test]
fn a_scale_that_cannot_work_is_refused() {
    for (terms, expected) in [
        (vec![], "the scale has no terms"),
        (vec![term(&[], 0, 1)], "term 1 of the scale has no words"),
        (
            vec![term(&["a", " - "], 0, 1)],
            "term 1 of the scale has no words",
        ),
        (
            vec![term(&["rare"], 20, 10)],
            "the range of `rare` is not one from a lower to a higher percentage, 0 to 100",
        ),
        (
            vec![term(&["sure"], 20, 101)],
            "the range of `sure` is not one from a lower to a higher percentage, 0 to 100",
        ),
        (
            vec![term(&["so so"], 0, 1), term(&["So-so"], 1, 2)],
            "`So-so` stands twice in the scale",
        ),
    ] {
        assert_eq!(custom(terms).expect_err(expected).to_string(), expected);
    }
}

#[test]
fn grades_are_read_as_they_are_written() {
    for (grade, name) in Reliability::ALL.iter().zip(Reliability::NAMES) {
        assert_eq!(grade.letter(), *name);
        assert_eq!(Reliability::parse(name), Some(*grade));
    }
    for (grade, name) in Credibility::ALL.iter().zip(Credibility::NAMES) {
        assert_eq!(grade.digit(), *name);
        assert_eq!(Credibility::parse(name), Some(*grade));
    }
    assert_eq!(Reliability::parse(" b "), Some(Reliability::Usually));
    assert_eq!(Reliability::Usually.words(), "usually reliable");
    assert_eq!(Credibility::parse("3"), Some(Credibility::PossiblyTrue));
    assert_eq!(Credibility::parse("0"), None);
    assert_eq!(Reliability::parse("G"), None);
    assert_eq!(Confidence::parse("Moderate"), Some(Confidence::Moderate));
    assert!(Confidence::Low < Confidence::High);
}

proptest! {
    #[test]
    fn finds_whole_terms_in_any_text(
        text in "((very|highly|almost|un|LIKELY|likely|certain|chance|roughly even|İ|ß|é|\\PC)[ -]?){0,12}"
    ) {
        for key in NAMES {
            let scale = scale(key);
            let mut end = 0;
            for (place, term) in scale.find_in(&text) {
                prop_assert!(place.start >= end && place.start < place.end);
                prop_assert_eq!(scale.term(&text[place.clone()]), Some(term));
                end = place.end;
            }
            scale.term(&text);
        }
    }
}
