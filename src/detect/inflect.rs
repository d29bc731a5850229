//! The forms of a verb from its line in a lexicon file.

/// A form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// The plain form, "say".
    Base,
    /// Third person, "says".
    Third,
    /// Past tense, "said".
    Past,
    /// Past participle, "written".
    Participle,
    /// The form in -ing, "saying".
    Gerund,
}

/// All forms of a verb written as `lemma[/past[/participle]][+][=n]`.
pub(crate) fn verb_forms(entry: &str) -> Vec<(String, Form)> {
    let entry = entry.trim_end_matches("=n");
    let doubles = entry.contains('+');
    let mut parts = entry.split('/').map(|part| part.trim_end_matches('+'));
    let lemma = parts.next().unwrap_or("");
    let past = parts
        .next()
        .map_or_else(|| with_ending(lemma, "ed", doubles), str::to_string);
    let participle = parts.next().map_or_else(|| past.clone(), str::to_string);
    vec![
        (lemma.to_string(), Form::Base),
        (third(lemma), Form::Third),
        (past, Form::Past),
        (participle, Form::Participle),
        (with_ending(lemma, "ing", doubles), Form::Gerund),
    ]
}

fn consonant_y(lemma: &str) -> Option<&str> {
    let stem = lemma.strip_suffix('y')?;
    (!stem.ends_with(['a', 'e', 'i', 'o', 'u'])).then_some(stem)
}

fn third(lemma: &str) -> String {
    if let Some(stem) = consonant_y(lemma) {
        format!("{stem}ies")
    } else if lemma.ends_with("go")
        || lemma.ends_with("do")
        || lemma == "veto"
        || lemma == "echo"
        || ["s", "x", "z", "ch", "sh"]
            .iter()
            .any(|end| lemma.ends_with(end))
    {
        format!("{lemma}es")
    } else {
        format!("{lemma}s")
    }
}

fn with_ending(lemma: &str, ending: &str, doubles: bool) -> String {
    if doubles {
        let last = lemma.chars().last().map(String::from).unwrap_or_default();
        return format!("{lemma}{last}{ending}");
    }
    if ending == "ed" {
        if let Some(stem) = consonant_y(lemma) {
            return format!("{stem}ied");
        }
        if lemma.ends_with('e') {
            return format!("{lemma}d");
        }
    } else if let Some(stem) = lemma.strip_suffix("ie") {
        return format!("{stem}ying");
    } else if lemma.ends_with('e')
        && !lemma.ends_with("ee")
        && !lemma.ends_with("oe")
        && lemma != "be"
        && lemma != "singe"
    {
        return format!("{}{ending}", lemma.trim_end_matches('e'));
    }
    format!("{lemma}{ending}")
}
