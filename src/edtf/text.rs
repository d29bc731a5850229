//! Times in words.

use super::{End, Extent, Point, Season, When};
use crate::date::{Date, Day, Precision, Words, month_key};
use crate::text::fill;

/// A time in the words of a language.
pub(super) fn text(extent: Extent, words: &Words) -> String {
    match extent {
        Extent::Point(point) => point.text(words),
        Extent::Interval(from, to) => match (from, to) {
            (End::Open, End::At(to)) => {
                let key = to.key(["until_day", "until"]);
                fill(words(key), &[("date", &to.text(words))])
            }
            (End::At(from), End::Open) => {
                let key = from.key(["since_day", "since"]);
                fill(words(key), &[("date", &from.text(words))])
            }
            (End::At(from), End::At(to)) => between(from, to, words),
            (from, to) => span(words("between"), &from.text(words), &to.text(words)),
        },
    }
}

fn span(pattern: &str, from: &str, to: &str) -> String {
    fill(pattern, &[("from", from), ("to", to)])
}

impl End {
    fn text(self, words: &Words) -> String {
        match self {
            Self::Open => words("open_end").to_owned(),
            Self::Unknown => words("unknown").to_owned(),
            Self::At(point) => point.text(words),
        }
    }
}

impl Point {
    fn text(self, words: &Words) -> String {
        let when = self.when.text(words);
        let key = match (self.is_approximate, self.is_uncertain) {
            (false, false) => return when,
            (true, false) => "about",
            (false, true) => "uncertain",
            (true, true) => "about_uncertain",
        };
        fill(words(key), &[("date", &when)])
    }

    /// The key for a day, before which some languages put an article, or that for what is longer.
    fn key(self, [day, longer]: [&'static str; 2]) -> &'static str {
        match self.when {
            When::Date(date) if date.precision() >= Precision::Day => day,
            _ => longer,
        }
    }

    /// The date, when nothing about it is vague.
    fn plain(self) -> Option<Date> {
        match self.when {
            When::Date(date) if !self.is_approximate && !self.is_uncertain => Some(date),
            _ => None,
        }
    }
}

impl When {
    fn text(self, words: &Words) -> String {
        match self {
            Self::Date(date) => date.text_in(words),
            Self::Within(date) => fill(words("within"), &[("date", &date.text_in(words))]),
            Self::Years { first, count: 10 } => {
                fill(words("decade"), &[("year", &first.to_string())])
            }
            Self::Years { first, count } => {
                let (from, to) = (first.max(1).to_string(), (first + count - 1).to_string());
                fill(words("some_year"), &[("first", &from), ("last", &to)])
            }
            Self::Season { year, season } => {
                let (season, year) = (words(season.key()), year.to_string());
                fill(words("season"), &[("season", season), ("year", &year)])
            }
        }
    }
}

impl Season {
    fn key(self) -> &'static str {
        match self {
            Self::Spring => "spring",
            Self::Summer => "summer",
            Self::Autumn => "autumn",
            Self::Winter => "winter",
        }
    }
}

/// An interval; what both dates share is said once, "7 to 9 September 2022".
fn between(from: Point, to: Point, words: &Words) -> String {
    let start = match (from.plain(), to.plain()) {
        (Some(from), Some(to)) => unshared(from, to, words),
        _ => None,
    };
    let start = start.unwrap_or_else(|| from.text(words));
    let are_days = [from, to].map(|point| point.key(["day", ""])) == ["day"; 2];
    let key = if are_days { "between_days" } else { "between" };
    span(words(key), &start, &to.text(words))
}

/// What of a date must be said when `to` follows; nothing when all of it must.
fn unshared(from: Date, to: Date, words: &Words) -> Option<String> {
    let precision = from.precision();
    let (one, other): (Day, Day) = (from.first_day(), to.first_day());
    if precision != to.precision() || one.year() != other.year() || one == other {
        return None;
    }
    let (day, month) = (one.day().to_string(), words(month_key(one.month())));
    match precision {
        Precision::Month => Some(month.to_owned()),
        Precision::Day if one.month() == other.month() => Some(day),
        Precision::Day => Some(fill(
            words("day_of_month"),
            &[("day", &day), ("month", month)],
        )),
        Precision::Year | Precision::Instant => None,
    }
}
