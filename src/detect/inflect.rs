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

/// A way in which many verbs of a language make their forms: `afirm-ar`.
pub(crate) struct Pattern {
    name: &'static str,
    endings: Vec<(&'static str, Form)>,
}

/// The kinds of forms in the order in which semicolons separate them.
const ORDER: [&[Form]; 4] = [
    &[Form::Third],
    &[Form::Past],
    &[Form::Participle],
    // An infinitive stands where English has the form in -ing, and after a modal.
    &[Form::Gerund, Form::Base],
];

impl Pattern {
    /// Reads `third ; past ; participle ; infinitive and gerund`, each a list of endings.
    pub(crate) fn read(name: &'static str, endings: &'static str) -> Pattern {
        Pattern {
            name,
            endings: in_order(endings).collect(),
        }
    }
}

/// The words of a list with semicolons, each with the form that its place tells.
fn in_order(list: &str) -> impl Iterator<Item = (&str, Form)> {
    list.split(';').zip(ORDER).flat_map(|(words, forms)| {
        words
            .split_whitespace()
            .flat_map(|word| forms.iter().map(move |form| (word, *form)))
    })
}

/// All forms of a verb as a lexicon file writes it: `lemma[/past[/participle]][+][=n]` in English,
/// elsewhere `stem-pattern` or a lemma, and further forms after semicolons.
pub(crate) fn verb_forms(entry: &str, patterns: &[Pattern]) -> Vec<(String, Form)> {
    let entry = entry.trim_end_matches("=n");
    let (lemma, listed) = entry.split_once(';').unwrap_or((entry, ""));
    let lemma = lemma.trim().trim_end_matches("=n");
    let regular = lemma.rsplit_once('-').and_then(|(stem, name)| {
        let pattern = patterns.iter().find(|pattern| pattern.name == name)?;
        Some((stem, pattern))
    });
    if regular.is_none() && !entry.contains(';') {
        return english_forms(entry);
    }
    let mut forms: Vec<(String, Form)> = in_order(listed)
        .map(|(word, form)| (word.to_string(), form))
        .collect();
    if let Some((stem, pattern)) = regular {
        let made = pattern.endings.iter();
        forms.extend(made.map(|(ending, form)| ([stem, *ending].concat(), *form)));
    }
    forms
}

/// The lemma of a verb as a lexicon file writes it.
pub(crate) fn lemma(entry: &str, patterns: &[Pattern]) -> String {
    let lemma = entry
        .split(['/', '+', '=', ';'])
        .next()
        .unwrap_or("")
        .trim();
    match lemma.rsplit_once('-') {
        Some((stem, name)) if patterns.iter().any(|pattern| pattern.name == name) => {
            format!("{stem}{name}")
        }
        _ => lemma.to_string(),
    }
}

fn english_forms(entry: &str) -> Vec<(String, Form)> {
    let lemma = entry.split(['/', '+']).next().unwrap_or("");
    let doubles = entry.contains('+') || is_short(lemma);
    let mut parts = entry.split('/').map(|part| part.trim_end_matches('+'));
    parts.next();
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

/// Whether a verb is one closed syllable with one vowel, so that it doubles its last consonant: "plan".
fn is_short(lemma: &str) -> bool {
    let vowel = |letter: char| matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let closed = lemma
        .chars()
        .next_back()
        .is_some_and(|last| !vowel(last) && !matches!(last, 'w' | 'x'));
    let rest = lemma.get(..lemma.len().saturating_sub(1)).unwrap_or("");
    closed && rest.ends_with(vowel) && rest.chars().filter(|letter| vowel(*letter)).count() == 1
}

fn consonant_y(lemma: &str) -> Option<&str> {
    let stem = lemma.strip_suffix('y')?;
    (!stem.ends_with(['a', 'e', 'i', 'o', 'u'])).then_some(stem)
}

fn third(lemma: &str) -> String {
    if let Some(stem) = consonant_y(lemma) {
        [stem, "ies"].concat()
    } else if lemma.ends_with("go")
        || lemma.ends_with("do")
        || lemma == "veto"
        || lemma == "echo"
        || ["s", "x", "z", "ch", "sh"]
            .iter()
            .any(|end| lemma.ends_with(end))
    {
        [lemma, "es"].concat()
    } else {
        [lemma, "s"].concat()
    }
}

fn with_ending(lemma: &str, ending: &str, doubles: bool) -> String {
    if doubles {
        let last = lemma.chars().last().map(String::from).unwrap_or_default();
        return format!("{lemma}{last}{ending}");
    }
    if ending == "ed" {
        if let Some(stem) = consonant_y(lemma) {
            return [stem, "ied"].concat();
        }
        if lemma.ends_with('e') {
            return [lemma, "d"].concat();
        }
    } else if let Some(stem) = lemma.strip_suffix("ie") {
        return [stem, "ying"].concat();
    } else if lemma.ends_with('e')
        && !lemma.ends_with("ee")
        && !lemma.ends_with("oe")
        && lemma != "be"
        && lemma != "singe"
    {
        return [lemma.trim_end_matches('e'), ending].concat();
    }
    [lemma, ending].concat()
}
