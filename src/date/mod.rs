//! Dates as they are written in briefs: a day, or less exactly a month or a year, or an instant.

mod fault;
mod foreign;
mod parse;

use std::cmp::Ordering;

use crate::text::fill;

pub use fault::{DateFault, Reading, TimeFault};

/// A day of the Gregorian calendar: the one face that the date library shows to other modules.
pub type Day = jiff::civil::Date;

/// The English names of the months.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// What messages call the months.
const MONTH_KEYS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const EPOCH: Day = jiff::civil::date(1970, 1, 1);
const FIRST: Day = jiff::civil::date(1, 1, 1);
const DAY_SECONDS: i64 = 86_400;

/// The words of a language in which dates are told: the message of a key, such as `day`,
/// "{day} {month} {year}", and for each month its English name in small letters.
pub type Words<'a> = dyn Fn(&str) -> &'a str + 'a;

/// A date from year 0001 to 9999, as exact as its author wrote it (ISO 8601-1, extended format).
///
/// The order is that of the earliest instant that a date may mean, days being counted in UTC; of
/// two that begin together the less exact comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Date {
    /// The day, in the zone that was written; the first one of a month or a year.
    day: Day,
    detail: Detail,
}

/// How exact a date is, with what an instant has beyond its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Detail {
    Year,
    Month,
    Day,
    Instant(Clock),
}

/// The time of day of an instant and its zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Clock {
    /// Seconds since midnight in the zone that was written.
    second: u32,
    /// Minutes by which that zone is ahead of UTC.
    offset: i16,
    /// Whether seconds were written; without them the whole minute is meant.
    has_seconds: bool,
}

/// How exact a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// A year, `2022`.
    Year,
    /// A month, `2022-09`.
    Month,
    /// A day, `2022-09-07`.
    Day,
    /// A minute or a second, `2022-09-07T09:00Z`.
    Instant,
}

impl Date {
    /// Reads a date: `2022`, `2022-09`, `2022-09-07`, or an instant such as
    /// `2022-09-07T09:00:00Z`, `2022-09-07T09:00+02:00` and `2022-09-07 09:00`.
    ///
    /// A time without a zone is in UTC. Fractions of a second are dropped.
    ///
    /// # Errors
    ///
    /// What is wrong, and for other common notations how the date is written here.
    pub fn parse(text: &str) -> Result<Self, DateFault> {
        parse::parse(text)
    }

    /// The instant so many seconds after 1970-01-01T00:00:00Z, in UTC. Instants outside the years
    /// 0001 to 9999 give the first instant of these or the first of their last day.
    pub fn from_timestamp(seconds: i64) -> Self {
        let least = FIRST.duration_since(EPOCH).as_secs();
        let most = Day::MAX.duration_since(EPOCH).as_secs();
        let seconds = seconds.clamp(least, most);
        let second = seconds.rem_euclid(DAY_SECONDS);
        let midnight = jiff::SignedDuration::from_secs(seconds - second);
        Self {
            day: EPOCH.saturating_add(midnight),
            detail: Detail::Instant(Clock {
                second: u32::try_from(second).unwrap_or(0),
                offset: 0,
                has_seconds: true,
            }),
        }
    }

    /// How exact it is.
    pub fn precision(self) -> Precision {
        match self.detail {
            Detail::Year => Precision::Year,
            Detail::Month => Precision::Month,
            Detail::Day => Precision::Day,
            Detail::Instant(_) => Precision::Instant,
        }
    }

    /// ISO 8601, as exact as it was written; an instant always tells its zone, `Z` for UTC.
    pub fn iso(self) -> String {
        match self.detail {
            Detail::Instant(clock) => format!("{}T{}", self.day_iso(), clock.iso()),
            _ => self.day_iso(),
        }
    }

    /// ISO 8601 without the time: `2022-09-07`, or `2022-09` or `2022` where no more is known.
    pub fn day_iso(self) -> String {
        match self.detail {
            Detail::Year => format!("{:04}", self.day.year()),
            Detail::Month => format!("{:04}-{:02}", self.day.year(), self.day.month()),
            Detail::Day | Detail::Instant(_) => self.day.to_string(),
        }
    }

    /// RFC 3339 with seconds, as feeds want it: the earliest instant that it may mean, days
    /// beginning at midnight UTC.
    pub fn rfc3339(self) -> String {
        let clock = match self.detail {
            Detail::Instant(clock) => clock,
            _ => Clock::default(),
        };
        let clock = Clock {
            has_seconds: true,
            ..clock
        };
        format!("{}T{}", self.day, clock.iso())
    }

    /// The earliest instant that it may mean, in UTC, as `xsd:dateTime`: `2022-09-07T00:00:00Z`.
    pub fn utc(self) -> String {
        Self::from_timestamp(self.first_second()).rfc3339()
    }

    /// The latest instant that it may mean, to the second, in UTC.
    pub fn end_utc(self) -> String {
        Self::from_timestamp(self.last_second()).rfc3339()
    }

    /// British English, day before month: `7 September 2022`, `September 2022`, `2022`,
    /// `7 September 2022, 09:00 UTC`, `7 September 2022, 09:00 UTC+2`.
    pub fn text(self) -> String {
        let month = month_name(self.day.month());
        let year = self.day.year();
        let day = self.day.day();
        match self.detail {
            Detail::Year => year.to_string(),
            Detail::Month => format!("{month} {year}"),
            Detail::Day => format!("{day} {month} {year}"),
            Detail::Instant(clock) => format!("{day} {month} {year}, {}", clock.text()),
        }
    }

    /// In the words of a language: `7 de septiembre de 2022`.
    pub fn text_in(self, words: &Words) -> String {
        let day = self.day.day().to_string();
        let month = words(month_key(self.day.month()));
        let year = self.day.year().to_string();
        let parts = [("day", &*day), ("month", month), ("year", &year)];
        match self.detail {
            Detail::Year => year,
            Detail::Month => fill(words("month"), &parts),
            Detail::Day => fill(words("day"), &parts),
            Detail::Instant(clock) => {
                let date = fill(words("day"), &parts);
                let parts = [("date", &*date), ("time", &clock.text())];
                fill(words("instant"), &parts)
            }
        }
    }

    /// Year and month, `2022-09`; nothing when only the year is known.
    pub fn year_month(self) -> Option<String> {
        (self.detail != Detail::Year)
            .then(|| format!("{:04}-{:02}", self.day.year(), self.day.month()))
    }

    /// The first day that it may mean. An instant has one day, that of the zone it was written in.
    pub fn first_day(self) -> Day {
        self.day
    }

    /// The last day that it may mean. An instant has one day, that of the zone it was written in.
    pub fn last_day(self) -> Day {
        match self.detail {
            Detail::Year => self.day.last_of_year(),
            Detail::Month => self.day.last_of_month(),
            Detail::Day | Detail::Instant(_) => self.day,
        }
    }

    /// Whether it lies after `other` whatever the two may mean exactly.
    ///
    /// Two instants are compared to the second. A day has no zone, so a day and an instant must
    /// differ both in the calendar, as they are written, and in UTC.
    pub fn certainly_after(self, other: Self) -> bool {
        let by_calendar = self.first_day() > other.last_day()
            || (self.precision() == Precision::Instant && other.precision() == Precision::Instant);
        by_calendar && self.first_second() > other.last_second()
    }

    /// Whether it lies before `other` whatever the two may mean exactly.
    pub fn certainly_before(self, other: Self) -> bool {
        other.certainly_after(self)
    }

    /// The first second that it may mean, since 1970-01-01T00:00:00Z.
    fn first_second(self) -> i64 {
        let midnight = self.day.duration_since(EPOCH).as_secs();
        match self.detail {
            Detail::Instant(clock) => {
                midnight + i64::from(clock.second) - 60 * i64::from(clock.offset)
            }
            _ => midnight,
        }
    }

    /// The last second that it may mean, since 1970-01-01T00:00:00Z.
    fn last_second(self) -> i64 {
        match self.detail {
            Detail::Instant(clock) if clock.has_seconds => self.first_second(),
            Detail::Instant(_) => self.first_second() + 59,
            _ => self.last_day().duration_since(EPOCH).as_secs() + DAY_SECONDS - 1,
        }
    }
}

impl Ord for Date {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.first_second(), self.detail).cmp(&(other.first_second(), other.detail))
    }
}

impl PartialOrd for Date {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Default for Clock {
    fn default() -> Self {
        Self {
            second: 0,
            offset: 0,
            has_seconds: true,
        }
    }
}

impl Clock {
    /// `09:00:00Z`, `09:00+02:00`.
    fn iso(self) -> String {
        let seconds = if self.has_seconds {
            format!(":{:02}", self.second % 60)
        } else {
            String::new()
        };
        let zone = if self.offset == 0 {
            "Z".to_owned()
        } else {
            let (sign, hours, minutes) = self.ahead();
            format!("{sign}{hours:02}:{minutes:02}")
        };
        self.minutes() + &seconds + &zone
    }

    /// `09:00 UTC`, `09:00 UTC+2`, `09:00 UTC+5:30`.
    fn text(self) -> String {
        let time = self.minutes();
        match self.ahead() {
            (_, 0, 0) => format!("{time} UTC"),
            (sign, hours, 0) => format!("{time} UTC{sign}{hours}"),
            (sign, hours, minutes) => format!("{time} UTC{sign}{hours}:{minutes:02}"),
        }
    }

    fn minutes(self) -> String {
        format!("{:02}:{:02}", self.second / 3600, self.second / 60 % 60)
    }

    /// Sign, hours and minutes of the offset.
    fn ahead(self) -> (char, u16, u16) {
        let sign = if self.offset < 0 { '-' } else { '+' };
        let minutes = self.offset.unsigned_abs();
        (sign, minutes / 60, minutes % 60)
    }
}

/// A day by its number, that of 1 January 1970 being 0.
pub fn day_number(day: Day) -> i32 {
    let days = day.duration_since(EPOCH).as_secs().div_euclid(DAY_SECONDS);
    i32::try_from(days).unwrap_or_default()
}

/// The day of a number that [`day_number`] gives; the last day there is for numbers beyond.
pub fn numbered_day(number: i32) -> Day {
    EPOCH.saturating_add(jiff::SignedDuration::from_hours(24 * i64::from(number)))
}

/// The key of a month among the words of a language, counted from one.
pub fn month_key(month: i8) -> &'static str {
    usize::try_from(month)
        .ok()
        .and_then(|month| MONTH_KEYS.get(month.checked_sub(1)?).copied())
        .unwrap_or_default()
}

/// The English name of a month, counted from one; empty for a number that no month has.
pub(crate) fn month_name(month: i8) -> &'static str {
    usize::try_from(month)
        .ok()
        .and_then(|month| MONTHS.get(month.checked_sub(1)?).copied())
        .unwrap_or_default()
}

/// The day of a year, a month and a day, with the fault of the part that does not exist.
pub(crate) fn day_of(year: i16, month: i8, day: i8) -> Result<Day, DateFault> {
    if !(1..=9999).contains(&year) {
        return Err(DateFault::Year);
    }
    let first = Day::new(year, month, 1).map_err(|_| DateFault::Month(month))?;
    if (1..=first.days_in_month()).contains(&day) {
        Day::new(year, month, day).map_err(|_| DateFault::Day { year, month, day })
    } else {
        Err(DateFault::Day { year, month, day })
    }
}

#[cfg(test)]
mod tests;
