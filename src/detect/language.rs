//! The lexicon files of each language; a further language is a further folder and one constant here.

/// The texts of one language's files (see `lexicon/README.md` for their formats).
pub(crate) struct Language {
    pub(crate) abbreviations: &'static str,
    pub(crate) adjectives: &'static str,
    pub(crate) common_verbs: &'static str,
    pub(crate) hedges: &'static str,
    pub(crate) names: &'static str,
    pub(crate) nouns: &'static str,
    pub(crate) outlets: &'static str,
    pub(crate) people: &'static str,
    pub(crate) verbs: &'static str,
    pub(crate) words: &'static str,
}

/// English.
pub(crate) const ENGLISH: Language = Language {
    abbreviations: include_str!("lexicon/en/abbreviations.txt"),
    adjectives: include_str!("lexicon/en/adjectives.txt"),
    common_verbs: include_str!("lexicon/en/common_verbs.txt"),
    hedges: include_str!("lexicon/en/hedges.txt"),
    names: include_str!("lexicon/en/names.txt"),
    nouns: include_str!("lexicon/en/nouns.txt"),
    outlets: include_str!("lexicon/en/outlets.txt"),
    people: include_str!("lexicon/en/people.txt"),
    verbs: include_str!("lexicon/en/verbs.txt"),
    words: include_str!("lexicon/en/words.txt"),
};
