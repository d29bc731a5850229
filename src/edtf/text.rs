//! Times in words.

use super::{End, Extent, Point, Season, When};
use crate::date::{Date, Day, Precision, month_name};

/// A time in British English.
pub(super) fn text(extent: Extent) -> String {
    match extent {
        Extent::Point(point) => point.text(),
        Extent::Interval(from, to) => match (from, to) {
            (End::Open, End::At(to)) => format!("until {}", to.text()),
            (End::At(from), End::Open) => format!("since {}", from.text()),
            (End::At(from), End::At(to)) => between(from, to),
            (from, to) => format!("{} to {}", from.text(), to.text()),
        },
    }
}

impl End {
    fn text(self) -> String {
        match self {
            Self::Open => "an open end".to_owned(),
            Self::Unknown => "an unknown date".to_owned(),
            Self::At(point) => point.text(),
        }
    }
}

impl Point {
    fn text(self) -> String {
        let when = self.when.text();
        match (self.is_approximate, self.is_uncertain) {
            (false, false) => when,
            (true, false) => format!("about {when}"),
            (false, true) => format!("{when} (uncertain)"),
            (true, true) => format!("about {when} (uncertain)"),
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
    fn text(self) -> String {
        match self {
            Self::Date(date) => date.text(),
            Self::Within(date) => format!("some time in {}", date.text()),
            Self::Years { first, count: 10 } => format!("the {first}s"),
            Self::Years { first, count } => {
                format!("some year from {} to {}", first.max(1), first + count - 1)
            }
            Self::Season { year, season } => format!("{} {year}", season.text()),
        }
    }
}

impl Season {
    fn text(self) -> &'static str {
        match self {
            Self::Spring => "spring",
            Self::Summer => "summer",
            Self::Autumn => "autumn",
            Self::Winter => "winter",
        }
    }
}

/// An interval; what both dates share is said once, "7 to 9 September 2022".
fn between(from: Point, to: Point) -> String {
    let start = match (from.plain(), to.plain()) {
        (Some(from), Some(to)) => unshared(from, to),
        _ => None,
    };
    let start = start.unwrap_or_else(|| from.text());
    format!("{start} to {}", to.text())
}

/// What of a date must be said when `to` follows; nothing when all of it must.
fn unshared(from: Date, to: Date) -> Option<String> {
    let precision = from.precision();
    let (one, other): (Day, Day) = (from.first_day(), to.first_day());
    if precision != to.precision() || one.year() != other.year() || one == other {
        return None;
    }
    let month = month_name(one.month());
    match precision {
        Precision::Month => Some(month.to_owned()),
        Precision::Day if one.month() == other.month() => Some(one.day().to_string()),
        Precision::Day => Some(format!("{} {month}", one.day())),
        Precision::Year | Precision::Instant => None,
    }
}
