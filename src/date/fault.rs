//! What is wrong with a text that should be a date.

use std::fmt;

use super::month_name;

/// Why a text is no date. Its text completes "this is no date: …" and says how to write it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateFault {
    /// Nothing is written.
    Empty,
    /// The year is 0000.
    Year,
    /// No month has this number.
    Month(i8),
    /// The month has no such day.
    Day {
        /// The year.
        year: i16,
        /// The month, from 1 to 12.
        month: i8,
        /// The day that it does not have.
        day: i8,
    },
    /// No day has such a time, or it is written in another way. Holds the part at fault.
    Time(TimeFault),
    /// The date is written in another notation.
    Notation {
        /// What is different about it.
        how: &'static str,
        /// The same date in ISO 8601.
        iso: String,
    },
    /// Day and month stand in an order that leaves two readings, such as 07/09/2022.
    Ambiguous {
        /// In ISO 8601, were the day first.
        day_first: Reading,
        /// In ISO 8601, were the month first.
        month_first: Reading,
    },
    /// Day and month are told and the year is not, or not in full.
    YearMissing,
    /// It resembles no date.
    Unknown,
}

/// The part of a time that is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeFault {
    /// The hour is above 23.
    Hour(u8),
    /// The minute is above 59.
    Minute(u8),
    /// The second is above 59.
    Second(u8),
    /// It is not written `09:00` or `09:00:30`.
    Notation,
    /// The zone is neither `Z` nor an offset up to 14 hours.
    Zone,
}

/// One of two readings of a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// In ISO 8601.
    pub iso: String,
    /// In words.
    pub text: String,
}

impl fmt::Display for DateFault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => out.write_str("it is empty; write it as 2022-09-07"),
            Self::Year => out.write_str("years run from 0001 to 9999"),
            Self::Month(month) => write!(out, "the month {month} does not exist"),
            Self::Day {
                year,
                month: 2,
                day: 29,
            } => write!(out, "there is no day 29 in February {year}"),
            Self::Day { month, day, .. } => {
                write!(out, "there is no day {day} in {}", month_name(*month))
            }
            Self::Time(fault) => fault.fmt(out),
            Self::Notation { how, iso } => write!(out, "{how}; write it as {iso}"),
            Self::Ambiguous {
                day_first,
                month_first,
            } => write!(
                out,
                "it may mean two days; write {} for {} or {} for {}",
                day_first.iso, day_first.text, month_first.iso, month_first.text
            ),
            Self::YearMissing => {
                out.write_str("the year is missing or not written in full; it stands first, as in 2022-09-07")
            }
            Self::Unknown => out.write_str(
                "it is not written as year, month and day; write 2022-09-07, where less is known 2022-09 or 2022, with a time 2022-09-07T09:00Z",
            ),
        }
    }
}

impl fmt::Display for TimeFault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Hour(hour) => write!(out, "the hour {hour} does not exist; hours run from 00 to 23"),
            Self::Minute(minute) => write!(out, "the minute {minute} does not exist"),
            Self::Second(second) => write!(out, "the second {second} does not exist"),
            Self::Notation => out.write_str(
                "the time is not written as 09:00 or 09:00:30, with the zone right after it as in 09:00Z",
            ),
            Self::Zone => out.write_str(
                "the zone is neither `Z` for UTC nor an offset such as `+02:00` of at most 14 hours",
            ),
        }
    }
}

impl std::error::Error for DateFault {}
