//! What is wrong with a text that should be a time in EDTF.

use std::fmt;

use crate::date::DateFault;

/// Why a text is no time in EDTF. Its text completes "this is no date: …".
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EdtfFault {
    /// It is a date in the wrong notation, or one that does not exist.
    Date(DateFault),
    /// The first or the last date of an interval is wrong.
    End {
        /// What is written there.
        written: String,
        /// What is wrong with it.
        fault: Box<EdtfFault>,
    },
    /// The number in the month's place is that of no season in level 1.
    Season(i8),
    /// The interval ends before it begins.
    Reversed,
    /// Neither end of the interval is known.
    Endless,
    /// More than one `/` is written.
    Slashes,
    /// The digits left open are not the last ones, or not written as a capital `X`.
    Unspecified,
    /// `~`, `?` or `%` stands elsewhere than at the end of a date, or twice.
    Qualifier,
}

impl From<DateFault> for EdtfFault {
    fn from(fault: DateFault) -> Self {
        Self::Date(fault)
    }
}

impl fmt::Display for EdtfFault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(fault) => fault.fmt(out),
            Self::End { written, fault } => write!(out, "in `{written}`, {fault}"),
            Self::Season(number) => write!(
                out,
                "the month or season {number} does not exist; months are 01 to 12, and 21 to 24 are spring, summer, autumn and winter"
            ),
            Self::Reversed => out.write_str("the interval ends before it begins"),
            Self::Endless => out.write_str(
                "neither end of the interval is known; write at least one, as in 2022-09/..",
            ),
            Self::Slashes => out.write_str(
                "an interval has one `/` between two dates, as in 2022-09/2022-10",
            ),
            Self::Unspecified => out.write_str(
                "digits that are not known are a capital `X` and stand last, as in 202X, 20XX, 2022-XX and 2022-09-XX",
            ),
            Self::Qualifier => out.write_str(
                "`~` (about), `?` (uncertain) or `%` (both) stands once, at the end of a date, as in 2022-09~",
            ),
        }
    }
}

impl std::error::Error for EdtfFault {}
