//! How languages count: the plural categories of CLDR.

use std::collections::BTreeMap;

use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules, PluralRulesPreferences};

/// The names of the categories in CLDR.
pub(super) const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// Texts by plural category.
pub(super) type Texts = BTreeMap<&'static str, String>;

/// How a language counts. The rules themselves are looked up when a number comes: they cannot be
/// shared between threads, and lie in the binary.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plurals(PluralRulesPreferences);

impl Plurals {
    pub(super) fn of(language: &str) -> Self {
        let locale = Locale::try_from_str(language).unwrap_or(Locale::UNKNOWN);
        Self(locale.into())
    }

    fn rules(self) -> Option<PluralRules> {
        PluralRules::try_new_cardinal(self.0).ok()
    }

    /// The categories that the language tells apart.
    pub(super) fn categories(self) -> Vec<&'static str> {
        let rules = self.rules();
        rules.map_or_else(Vec::new, |rules| rules.categories().map(name).collect())
    }

    /// The text for a number. A category without a text of its own has that of the others.
    pub(super) fn choose(self, texts: &Texts, number: usize) -> &str {
        let category = self.rules().map(|rules| rules.category_for(number));
        let text = category.and_then(|category| texts.get(name(category)));
        text.map_or_else(|| other(texts), String::as_str)
    }
}

/// The text of all numbers that have none of their own.
pub(super) fn other(texts: &Texts) -> &str {
    texts.get("other").map(String::as_str).unwrap_or_default()
}

fn name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}
