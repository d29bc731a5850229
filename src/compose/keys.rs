//! The source entry of an article, under a key such as a person would choose: `reuters-0906`.

use std::collections::HashSet;

use crate::article::Published;
use crate::date::{Date, Precision};
use crate::parse::Parsed;
use crate::slug::slug;
use crate::yaml::scalar;

/// Publishers that are known by a short name.
const SHORT: &[(&str, &str)] = &[
    ("agence-france-presse", "afp"),
    ("associated-press", "ap"),
    ("deutsche-presse-agentur", "dpa"),
    ("financial-times", "ft"),
    ("united-press-international", "upi"),
];

/// A source that a brief begins with.
pub(super) struct Source {
    /// Its key.
    pub(super) key: String,
    /// Its entry, unless the site has one already.
    lines: Option<Vec<String>>,
    /// Its address, which the entry gives with the day of reading.
    url: Option<String>,
}

impl Source {
    /// The source of a text. One that the shared record lists under the same address is taken.
    pub(super) fn new(
        published: &Published,
        title: &str,
        date: Option<Date>,
        site: &Parsed,
    ) -> Self {
        let known = site.record.sources.iter().find(|source| {
            let url = source.entry.url();
            url.is_some() && url == published.url
        });
        if let Some(known) = known {
            return Self {
                key: known.key.value.clone(),
                lines: None,
                url: None,
            };
        }
        Self {
            key: free(&key(published, title, date), site),
            lines: Some(lines(published, title, date)),
            url: published.url.clone(),
        }
    }

    /// `sources:` with the entry; nothing if the site has it.
    pub(super) fn entry(&self, today: Date) -> String {
        let Some(lines) = &self.lines else {
            return String::new();
        };
        let mut entry = format!("sources:\n  {}:\n", self.key);
        for line in lines {
            entry.push_str(&format!("    {line}\n"));
        }
        if let Some(url) = &self.url {
            let url = scalar(url);
            entry.push_str(&format!(
                "    url:\n      value: {url}\n      date: {}\n",
                today.day_iso()
            ));
        }
        entry
    }
}

fn lines(published: &Published, title: &str, date: Option<Date>) -> Vec<String> {
    let (kind, parent) = if published.is_article {
        ("article", "newspaper")
    } else {
        ("web", "web")
    };
    let mut lines = vec![
        format!("type: {kind}"),
        format!("title: {}", formatted(title)),
    ];
    match published.authors.as_slice() {
        [] => {}
        [only] => lines.push(format!("author: {}", scalar(only))),
        several => {
            lines.push("author:".to_owned());
            lines.extend(
                several
                    .iter()
                    .map(|author| format!("  - {}", scalar(author))),
            );
        }
    }
    lines.extend(date.map(|date| format!("date: {}", date.day_iso())));
    if let Some(publisher) = &published.publisher {
        lines.push("parent:".to_owned());
        lines.push(format!("  type: {parent}"));
        lines.push(format!("  title: {}", formatted(publisher)));
    }
    lines
}

/// Text of a bibliography entry, in which braces, dollar signs and backslashes have a meaning.
fn formatted(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        if matches!(letter, '{' | '}' | '$' | '\\') {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    scalar(&escaped)
}

/// `reuters-0906`: who published it and on which day; less where less is known.
fn key(published: &Published, title: &str, date: Option<Date>) -> String {
    let name = published.publisher.as_deref().map(short).or_else(|| {
        let author = published.authors.first()?;
        Some(slug(author.split(',').next().unwrap_or(author)))
    });
    let name = name.unwrap_or_else(|| slug(title).split('-').take(2).collect::<Vec<_>>().join("-"));
    let day = date.map(|date| (date.precision(), date.day_iso()));
    match day {
        Some((Precision::Day | Precision::Instant, iso)) => {
            format!("{name}-{}{}", &iso[5..7], &iso[8..10])
        }
        Some((_, iso)) => format!("{name}-{}", &iso[..4]),
        None => name,
    }
}

/// A publisher as people abbreviate it: `bbc`, `nyt`, `ap`, `reuters`.
fn short(publisher: &str) -> String {
    let name = publisher.trim();
    let is_host = name.contains('.') && !name.contains(' ');
    if is_host {
        return slug(name.split('.').next().unwrap_or(name));
    }
    let words: Vec<&str> = name
        .split_whitespace()
        .filter(|word| !word.eq_ignore_ascii_case("the"))
        .collect();
    let is_short = |word: &&&str| {
        (2..=5).contains(&word.len()) && word.chars().all(|letter| letter.is_ascii_uppercase())
    };
    if let Some(word) = words.iter().find(is_short) {
        return slug(word);
    }
    let whole = slug(&words.join(" "));
    if let Some((_, known)) = SHORT.iter().find(|(name, _)| *name == whole) {
        return (*known).to_owned();
    }
    let is_capital = |word: &&str| word.starts_with(|letter: char| letter.is_ascii_uppercase());
    let capitals: Vec<&str> = words.iter().copied().filter(is_capital).collect();
    if capitals.len() >= 3 {
        let initials = capitals.iter().filter_map(|word| word.chars().next());
        return slug(&initials.collect::<String>());
    }
    whole
}

/// The key, or with a number behind it where the site has one like it.
fn free(key: &str, site: &Parsed) -> String {
    let shared = site.record.sources.iter();
    let own = site.briefs.iter().flat_map(|brief| &brief.record.sources);
    let taken: HashSet<&str> = shared
        .chain(own)
        .map(|source| source.key.value.as_str())
        .collect();
    let numbered = (2..).map(|number| format!("{key}-{number}"));
    std::iter::once(key.to_owned())
        .chain(numbered)
        .find(|key| !taken.contains(key.as_str()))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn publishers_are_called_what_people_call_them() {
        for (name, expected) in [
            ("Reuters", "reuters"),
            ("The New York Times", "nyt"),
            ("The Associated Press", "ap"),
            ("BBC News", "bbc"),
            ("The Guardian", "guardian"),
            ("example.co.uk", "example"),
            ("Der Spiegel", "der-spiegel"),
        ] {
            assert_eq!(short(name), expected);
        }
    }
}
