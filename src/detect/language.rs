//! The languages that the detector reads: a further one is a folder in `lexicon/` and its lines here.

/// A language that the detector has a lexicon for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English, `en`.
    #[default]
    English,
    /// Spanish, `es`.
    Spanish,
}

impl Language {
    /// Every language, in the order of their tags.
    pub const ALL: &'static [Language] = &[Language::English, Language::Spanish];

    /// The language of a BCP 47 tag by its primary subtag, so that `en-GB` is English; None for a
    /// language that has no lexicon, in which nothing can be found.
    pub fn from_tag(tag: &str) -> Option<Language> {
        let primary = tag.trim().split(['-', '_']).next().unwrap_or_default();
        Self::ALL
            .iter()
            .copied()
            .find(|language| language.tag().eq_ignore_ascii_case(primary))
    }

    /// The primary subtag, which is the name of the language's folder too.
    pub fn tag(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Spanish => "es",
        }
    }

    pub(crate) fn files(self) -> &'static Files {
        match self {
            Language::English => &ENGLISH,
            Language::Spanish => &SPANISH,
        }
    }
}

/// The texts of one language's files (see `lexicon/README.md` for their formats).
pub(crate) struct Files {
    pub(crate) abbreviations: &'static str,
    pub(crate) adjectives: &'static str,
    pub(crate) common_verbs: &'static str,
    pub(crate) grammar: &'static str,
    pub(crate) groups: &'static str,
    pub(crate) hedges: &'static str,
    pub(crate) names: &'static str,
    pub(crate) nouns: &'static str,
    pub(crate) outlets: &'static str,
    pub(crate) people: &'static str,
    pub(crate) verbs: &'static str,
    pub(crate) words: &'static str,
}

/// Takes all files of a folder into the binary; a function cannot name a file to be taken in.
macro_rules! folder {
    ($tag:literal) => {
        Files {
            abbreviations: include_str!(concat!("lexicon/", $tag, "/abbreviations.txt")),
            adjectives: include_str!(concat!("lexicon/", $tag, "/adjectives.txt")),
            common_verbs: include_str!(concat!("lexicon/", $tag, "/common_verbs.txt")),
            grammar: include_str!(concat!("lexicon/", $tag, "/grammar.txt")),
            groups: include_str!(concat!("lexicon/", $tag, "/groups.txt")),
            hedges: include_str!(concat!("lexicon/", $tag, "/hedges.txt")),
            names: include_str!(concat!("lexicon/", $tag, "/names.txt")),
            nouns: include_str!(concat!("lexicon/", $tag, "/nouns.txt")),
            outlets: include_str!(concat!("lexicon/", $tag, "/outlets.txt")),
            people: include_str!(concat!("lexicon/", $tag, "/people.txt")),
            verbs: include_str!(concat!("lexicon/", $tag, "/verbs.txt")),
            words: include_str!(concat!("lexicon/", $tag, "/words.txt")),
        }
    };
}

static ENGLISH: Files = folder!("en");
static SPANISH: Files = folder!("es");
