//! When a claim is about: dates, intervals and vague dates in EDTF (ISO 8601-2:2019, level 1).

mod fault;
mod parse;
mod text;

use crate::date::{Date, Day, Words, day_of};

pub use fault::EdtfFault;

/// A time in the Extended Date/Time Format: all of level 0, and of level 1 what a claim may be
/// about: qualified dates, unspecified digits, seasons and open intervals. Years run from 0001 to
/// 9999.
///
/// | written | text |
/// |---|---|
/// | `2022-09/2022-10` | September to October 2022 |
/// | `2022-09/..` | since September 2022 |
/// | `../2022` | until 2022 |
/// | `2022-09~` | about September 2022 |
/// | `2022-09?` | September 2022 (uncertain) |
/// | `2022-09%` | about September 2022 (uncertain) |
/// | `202X` | the 2020s |
/// | `2022-XX` | some time in 2022 |
/// | `2022-21` | spring 2022; 22, 23 and 24 are summer, autumn and winter |
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Edtf {
    written: String,
    extent: Extent,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Extent {
    Point(Point),
    Interval(End, End),
}

/// One end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum End {
    /// `..`: there is none.
    Open,
    /// Nothing is written: there is one, and nobody knows it.
    Unknown,
    At(Point),
}

/// A time that is no interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Point {
    when: When,
    /// `~` or `%`.
    is_approximate: bool,
    /// `?` or `%`.
    is_uncertain: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum When {
    Date(Date),
    /// One month, day or both of this year or month (`2022-XX`, `2022-09-XX`, `2022-XX-XX`).
    Within(Date),
    /// Some year of those whose last digits are left open: 10 (`202X`) or 100 (`20XX`) from
    /// `first`.
    Years {
        first: i16,
        count: i16,
    },
    Season {
        year: i16,
        season: Season,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

impl Edtf {
    /// Reads a time.
    ///
    /// # Errors
    ///
    /// What is wrong; for dates in other notations, how they are written here.
    pub fn parse(text: &str) -> Result<Self, EdtfFault> {
        parse::parse(text)
    }

    /// EDTF, as it was written; a time of day always tells its zone.
    pub fn iso(&self) -> &str {
        &self.written
    }

    /// In the words of a language: `September to October 2022`, `since about September 2022`.
    pub fn text(&self, words: &Words) -> String {
        text::text(self.extent, words)
    }

    /// Whether any part of it is approximate, uncertain or left open by unspecified digits.
    pub fn is_vague(&self) -> bool {
        self.written.contains(['~', '?', '%', 'X'])
    }

    /// The first and the last day that it may mean; nothing where an interval is open or its end
    /// unknown. `~` and `?` do not widen the bounds.
    ///
    /// Seasons are the meteorological ones of the northern hemisphere: spring is March to May, and
    /// the winter of 2022 begins on 1 December 2022. The standard leaves this open.
    pub fn bounds(&self) -> (Option<Day>, Option<Day>) {
        match self.extent {
            Extent::Point(point) => (Some(point.when.first_day()), Some(point.when.last_day())),
            Extent::Interval(from, to) => (
                from.point().map(|point| point.when.first_day()),
                to.point().map(|point| point.when.last_day()),
            ),
        }
    }
}

impl End {
    fn point(self) -> Option<Point> {
        match self {
            Self::Open | Self::Unknown => None,
            Self::At(point) => Some(point),
        }
    }
}

impl When {
    fn first_day(self) -> Day {
        match self {
            Self::Date(date) | Self::Within(date) => date.first_day(),
            Self::Years { first, .. } => day(first.max(1), 1),
            Self::Season { year, season } => day(year, season.first_month()),
        }
    }

    fn last_day(self) -> Day {
        match self {
            Self::Date(date) | Self::Within(date) => date.last_day(),
            Self::Years { first, count } => day(first + count - 1, 12).last_of_month(),
            Self::Season {
                year,
                season: Season::Winter,
            } => match year.checked_add(1).filter(|next| *next <= 9999) {
                Some(next) => day(next, 2).last_of_month(),
                None => day(year, 12).last_of_month(),
            },
            Self::Season { year, season } => day(year, season.first_month() + 2).last_of_month(),
        }
    }
}

impl Season {
    /// The first of its three months.
    fn first_month(self) -> i8 {
        match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Autumn => 9,
            Self::Winter => 12,
        }
    }
}

/// The first day of a month whose year and number were checked when they were read.
fn day(year: i16, month: i8) -> Day {
    day_of(year, month, 1).unwrap_or_default()
}

#[cfg(test)]
mod tests;
