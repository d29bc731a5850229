//! The words of pages, one table a language: `templates/messages/LANG.yaml`, with the site's own
//! messages in place of the built-in ones, message by message.

mod plural;
mod read;

use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

use icu_locale_core::Locale;
use serde::{Serialize, Serializer};

use crate::date::{Date, Precision};
use crate::edtf::Edtf;
use crate::html::escape;
use crate::text::{fill, placeholder};
use crate::theme;

use plural::{Plurals, Texts};

pub use read::read;

/// The words of one language. Every message is there: what a table does not say is said in
/// English.
#[derive(Clone, Debug)]
pub struct Messages {
    sections: BTreeMap<String, Section>,
    plurals: Plurals,
}

/// Messages by key.
type Section = HashMap<String, Message>;

/// A message; values stand in it by their names in braces, as in `{count}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
enum Message {
    /// One text.
    Text(String),
    /// A text for each plural category of the language (CLDR) that wants its own.
    Plural(Texts),
}

/// The tables of all languages: those that the site has a hand in, and the built-in ones.
#[derive(Clone, Debug, Default)]
pub struct Languages(BTreeMap<String, Messages>);

/// The built-in tables.
static BUILT_IN: [OnceLock<Messages>; theme::MESSAGES.len()] =
    [const { OnceLock::new() }; theme::MESSAGES.len()];

/// The built-in English table, which has every message.
pub fn english() -> &'static Messages {
    built(0)
}

/// One of the built-in tables, read when it is first asked for. English, the first, completes the
/// others.
fn built(index: usize) -> &'static Messages {
    BUILT_IN[index].get_or_init(|| {
        let (language, text) = theme::MESSAGES[index];
        let base = if index == 0 {
            Messages::none()
        } else {
            english().clone()
        };
        read::built_in(language, text, base)
    })
}

fn built_in(language: &str) -> Option<&'static Messages> {
    let index = theme::MESSAGES
        .iter()
        .position(|(known, _)| *known == language)?;
    Some(built(index))
}

/// The language that a tag names (BCP 47), as it is written: `es`, `pt-BR`; nothing when the text
/// is no tag of a language.
pub fn language(tag: &str) -> Option<String> {
    let locale = Locale::try_from_str(tag).ok()?;
    (!locale.id.language.is_unknown()).then(|| locale.to_string())
}

/// The main language of a tag: `pt` of `pt-BR`.
pub fn main_language(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

impl Languages {
    /// The words for pages in a language: its own table, else that of its main language, else
    /// English.
    pub fn of(&self, language: &str) -> &Messages {
        self.own(language)
            .or_else(|| self.0.get("en"))
            .unwrap_or_else(|| english())
    }

    /// The words of a language itself: its own table, or that of its main language.
    pub fn own(&self, language: &str) -> Option<&Messages> {
        let known = |tag: &str| self.0.get(tag).or_else(|| built_in(tag));
        known(language).or_else(|| known(main_language(language)))
    }

    /// What `OpenGraph` calls a language: with its territory, that of the tag or the usual one.
    pub fn locale(&self, language: &str) -> String {
        let territory = language.split('-').skip(1).find(|part| part.len() == 2);
        match (territory, self.own(language)) {
            (Some(territory), _) => format!("{}_{territory}", main_language(language)),
            (None, Some(words)) => words.text("language.locale").to_owned(),
            (None, None) => language.to_owned(),
        }
    }

    /// Puts a table of the site in place of the one that held before.
    pub fn add(&mut self, language: String, messages: Messages) {
        self.0.insert(language, messages);
    }
}

impl Messages {
    fn none() -> Self {
        Self {
            sections: BTreeMap::new(),
            plurals: Plurals::of("en"),
        }
    }

    /// A message by section and key. A key without a message stands for itself; our tests find
    /// none.
    pub fn word<'a>(&'a self, section: &str, key: &'a str) -> &'a str {
        match self.message(section, key) {
            Some(Message::Text(text)) => text,
            Some(Message::Plural(texts)) => plural::other(texts),
            None => key,
        }
    }

    /// A message by its path, `brief.published`.
    pub fn text<'a>(&'a self, path: &'a str) -> &'a str {
        let (section, key) = path.split_once('.').unwrap_or(("", path));
        self.word(section, key)
    }

    /// A message with its values.
    pub fn fill(&self, path: &str, values: &[(&str, &str)]) -> String {
        fill(self.text(path), values)
    }

    /// A message as HTML. The values are HTML already.
    pub fn html(&self, path: &str, values: &[(&str, &str)]) -> String {
        fill(&escape(self.text(path)), values)
    }

    /// The form of a message that goes with a number: "statement" with 1, "statements" with 2.
    pub fn plural_word<'a>(&'a self, section: &str, key: &'a str, number: usize) -> &'a str {
        match self.message(section, key) {
            Some(Message::Plural(texts)) => self.plurals.choose(texts, number),
            _ => self.word(section, key),
        }
    }

    /// The same by the path of the message.
    pub fn plural<'a>(&'a self, path: &'a str, number: usize) -> &'a str {
        let (section, key) = path.split_once('.').unwrap_or(("", path));
        self.plural_word(section, key, number)
    }

    /// That form with its values; `{count}` is the number.
    pub fn count(&self, path: &str, number: usize, values: &[(&str, &str)]) -> String {
        let digits = number.to_string();
        let mut all = vec![("count", &*digits)];
        all.extend(values);
        fill(self.plural(path, number), &all)
    }

    /// The same as HTML. The values are HTML already.
    pub fn count_html(&self, path: &str, number: usize, values: &[(&str, &str)]) -> String {
        let digits = number.to_string();
        let mut all = vec![("count", &*digits)];
        all.extend(values);
        fill(&escape(self.plural(path, number)), &all)
    }

    /// Words in the quotation marks of the language.
    pub fn quoted(&self, words: &str) -> String {
        self.fill("quotes.quoted", &[("words", words)])
    }

    /// Things in a row: "a, b and c".
    pub fn listed(&self, things: &[String]) -> String {
        match things {
            [] => String::new(),
            [only] => only.clone(),
            [first @ .., last] => {
                let first = first.join(self.text("lists.between"));
                self.fill("lists.last", &[("first", &first), ("last", last)])
            }
        }
    }

    /// A date in words.
    pub fn date(&self, date: Date) -> String {
        date.text_in(&|key| self.date_word(key))
    }

    /// A time in words.
    pub fn time(&self, time: &Edtf) -> String {
        time.text(&|key| self.date_word(key))
    }

    /// A date as the day, month or year on which something was: "on 7 September 2022".
    pub fn on(&self, date: Date) -> String {
        fill(self.on_pattern(date), &[("date", &self.date(date))])
    }

    /// The message for that, with `{date}`.
    pub fn on_pattern(&self, date: Date) -> &str {
        self.text(if date.precision() >= Precision::Day {
            "dates.on_day"
        } else {
            "dates.on"
        })
    }

    /// A month by its number, counted from one.
    pub fn month(&self, month: i8) -> &str {
        self.word("dates", crate::date::month_key(month))
    }

    /// The same in a few letters.
    pub fn short_month(&self, month: i8) -> &str {
        self.word("short_months", crate::date::month_key(month))
    }

    fn date_word<'a>(&'a self, key: &str) -> &'a str {
        match self.message("dates", key) {
            Some(Message::Text(text)) => text,
            _ => "",
        }
    }

    fn message(&self, section: &str, key: &str) -> Option<&Message> {
        self.sections.get(section)?.get(key)
    }

    /// Every message with its path, in a fixed order.
    pub fn all(&self) -> BTreeMap<String, Vec<&str>> {
        let mut all = BTreeMap::new();
        for (section, messages) in &self.sections {
            let sorted: BTreeMap<&String, &Message> = messages.iter().collect();
            for (key, message) in sorted {
                all.insert(format!("{section}.{key}"), message.texts());
            }
        }
        all
    }
}

#[cfg(test)]
mod tests;

impl Message {
    fn texts(&self) -> Vec<&str> {
        match self {
            Self::Text(text) => vec![text],
            Self::Plural(texts) => texts.values().map(String::as_str).collect(),
        }
    }

    /// The names of the values that it wants, in order and each once.
    fn names(&self) -> std::collections::BTreeSet<&str> {
        self.texts().into_iter().flat_map(names).collect()
    }
}

/// The names of values in a text.
pub fn names(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let (_, name, after) = placeholder(rest)?;
        rest = after;
        Some(name)
    })
}

impl Serialize for Messages {
    /// A map of sections, each a map of messages.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(&self.sections)
    }
}
