//! The keys and types of a Hayagriva entry.

/// Every key of a source that Hayagriva knows. The keys of a source that it does not know are
/// Ascribe's own; what is neither is unknown.
pub const KEYS: &[&str] = &[
    "type",
    "title",
    "author",
    "date",
    "parent",
    "editor",
    "affiliated",
    "publisher",
    "location",
    "organization",
    "issue",
    "chapter",
    "volume",
    "volume-total",
    "edition",
    "page-range",
    "page-total",
    "time-range",
    "runtime",
    "url",
    "serial-number",
    "serial",
    "language",
    "archive",
    "archive-location",
    "call-number",
    "note",
    "abstract",
    "genre",
];

/// Every value of `type`.
pub(super) const TYPES: &[&str] = &[
    "article",
    "chapter",
    "entry",
    "anthos",
    "report",
    "thesis",
    "web",
    "scene",
    "artwork",
    "patent",
    "case",
    "newspaper",
    "legislation",
    "manuscript",
    "post",
    "misc",
    "performance",
    "periodical",
    "proceedings",
    "book",
    "blog",
    "reference",
    "conference",
    "anthology",
    "repository",
    "thread",
    "video",
    "audio",
    "exhibition",
    "original",
];

/// What a key takes, as far as reading depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Text in which `{…}` keeps its case, or a mapping that adds a short form.
    Formatted,
    /// A name, or a mapping with name and place.
    Publisher,
    /// A person or several.
    Persons,
    /// Persons with roles.
    Affiliated,
    /// An address, or a mapping that adds the day of the visit.
    Url,
    /// A day, a month or a year.
    Date,
    /// Text, a number, or a mapping with keys of any name.
    Plain,
}

impl Shape {
    /// The shape of a key's value.
    pub(super) fn of(key: &str) -> Self {
        match key {
            "title" | "location" | "organization" | "archive" | "archive-location"
            | "call-number" | "note" | "abstract" | "genre" => Self::Formatted,
            "publisher" => Self::Publisher,
            "author" | "editor" => Self::Persons,
            "affiliated" => Self::Affiliated,
            "url" => Self::Url,
            "date" => Self::Date,
            _ => Self::Plain,
        }
    }

    /// The shape of a value inside a mapping of this shape.
    pub(super) fn inside(self, key: &str) -> Self {
        match (self, key) {
            (Self::Formatted | Self::Publisher, _) => Self::Formatted,
            (Self::Affiliated, "names") => Self::Persons,
            (Self::Url, "value") => Self::Url,
            (Self::Url, "date") => Self::Date,
            _ => Self::Plain,
        }
    }

    /// The keys of a mapping of this shape; `None` where every key may stand.
    pub(super) fn keys(self) -> Option<&'static [&'static str]> {
        match self {
            Self::Formatted => Some(&["value", "short", "verbatim"]),
            Self::Publisher => Some(&["name", "location"]),
            Self::Persons => Some(&[
                "name",
                "given-name",
                "prefix",
                "suffix",
                "comma-suffix",
                "alias",
            ]),
            Self::Affiliated => Some(&["names", "role"]),
            Self::Url => Some(&["value", "date"]),
            Self::Date | Self::Plain => None,
        }
    }
}

/// How the value of a key is written, as a hint.
pub(super) fn hint(key: &str) -> &'static str {
    match Shape::of(key) {
        Shape::Formatted => "it takes text, or a mapping with `value` and `short`",
        Shape::Publisher => "it takes text, or a mapping with `name` and `location`",
        Shape::Persons => {
            "write a person as `Last, First`, an organisation as its name; several as a list"
        }
        Shape::Affiliated => "it takes a list of mappings with `names` and `role`",
        Shape::Url => "it takes an address with its scheme, such as https://example.org",
        Shape::Date => "write it as 2022-09-07, 2022-09 or 2022",
        Shape::Plain => match key {
            "serial-number" | "serial" => {
                "it takes text, or a mapping such as `{doi: 10.1000/182}`"
            }
            "language" => "it takes a language code, such as `en` or `en-US`",
            "runtime" | "time-range" => "it is written as 01:02:03 or 01:02",
            "volume-total" | "page-total" => "it takes a number",
            _ => "it takes text or a number",
        },
    }
}
