//! What a language's grammar file tells beyond words: endings, verb patterns, traits, rule words.

use super::inflect::Pattern;
use super::lexicon::QuickMap;

/// What an ending makes of a word that the lexicon does not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    Adverb,
    /// An adjective that is no noun.
    Adjective,
    Gerund,
    /// A past form, finite or participle.
    Past,
    /// A finite form.
    Finite,
}

/// A language's grammar (see `lexicon/README.md`).
#[derive(Default)]
pub(crate) struct Grammar {
    endings: Vec<(Ending, Vec<&'static str>)>,
    pub(crate) patterns: Vec<Pattern>,
    /// For each word that plays the part of words that rules name, the names. Entry 0 is empty.
    rule_words: Vec<Vec<&'static str>>,
    /// A sentence may leave out its subject: "Añadió que ..."
    pub(crate) null_subject: bool,
    /// A subject may stand between verb and clause: "Dijo el ministro que ..."
    pub(crate) late_subject: bool,
    /// A person as object has a preposition: "acusó al ministro de ..."
    pub(crate) marked_object: bool,
}

impl Grammar {
    /// Reads the lines of a file; gives the index of each rule word.
    pub(crate) fn read(
        lines: impl Iterator<Item = (&'static str, &'static str)>,
    ) -> (Grammar, QuickMap<&'static str, u16>) {
        let mut grammar = Grammar::default();
        let mut indices: QuickMap<&'static str, u16> = QuickMap::default();
        for (name, words) in lines {
            let all = words.split_whitespace();
            if let Some(meaning) = name.strip_prefix("word-") {
                for word in all {
                    let index = *indices.entry(word).or_insert_with(|| {
                        grammar
                            .rule_words
                            .resize(grammar.rule_words.len().max(1), Vec::new());
                        grammar.rule_words.push(Vec::new());
                        u16::try_from(grammar.rule_words.len() - 1).unwrap_or(0)
                    });
                    if let Some(meanings) = grammar.rule_words.get_mut(usize::from(index)) {
                        meanings.push(meaning);
                    }
                }
            } else if let Some(pattern) = name.strip_prefix("pattern-") {
                grammar.patterns.push(Pattern::read(pattern, words));
            } else if name == "traits" {
                for word in all {
                    match word {
                        "null-subject" => grammar.null_subject = true,
                        "late-subject" => grammar.late_subject = true,
                        "marked-object" => grammar.marked_object = true,
                        _ => {}
                    }
                }
            } else if let Some(ending) = ending(name) {
                grammar.endings.push((ending, all.collect()));
            }
        }
        (grammar, indices)
    }

    /// Whether the rules' words are not the language's own.
    pub(crate) fn translates(&self) -> bool {
        !self.rule_words.is_empty()
    }

    /// The English words whose part a word plays in the rules.
    pub(crate) fn meanings(&self, index: u16) -> &[&'static str] {
        self.rule_words
            .get(usize::from(index))
            .map_or(&[], Vec::as_slice)
    }

    /// Whether a word is one of those that a rule names: in English itself, elsewhere by the part it plays.
    pub(crate) fn reads(&self, own: &str, index: u16, words: &[&str]) -> bool {
        // Marks are the same in all languages.
        if self.translates() && own.starts_with(char::is_alphabetic) {
            return self
                .meanings(index)
                .iter()
                .any(|meaning| words.contains(meaning));
        }
        !own.is_empty() && words.iter().any(|word| own.eq_ignore_ascii_case(word))
    }

    /// Whether a word ends so.
    pub(crate) fn ends(&self, own: &str, ending: Ending) -> bool {
        self.endings
            .iter()
            .filter(|(known, _)| *known == ending)
            .any(|(_, ends)| ends.iter().any(|end| own.ends_with(end)))
    }

    /// Whether a word is long and plain enough for its ending to tell.
    pub(crate) fn tells_by_ending(&self, own: &str) -> bool {
        own.len() > 4 && (own.is_ascii() || self.translates()) && !own.contains('-')
    }
}

fn ending(name: &str) -> Option<Ending> {
    match name {
        "ending-adverb" => Some(Ending::Adverb),
        "ending-adjective" => Some(Ending::Adjective),
        "ending-gerund" => Some(Ending::Gerund),
        "ending-past" => Some(Ending::Past),
        "ending-finite" => Some(Ending::Finite),
        _ => None,
    }
}
