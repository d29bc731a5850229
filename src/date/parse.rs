//! Reading dates in ISO 8601.

use std::str::FromStr;

use super::fault::TimeFault;
use super::{Clock, Date, DateFault, Detail, day_of, foreign};

/// The widest offset in use, in minutes (UTC+14, Kiribati).
const WIDEST_OFFSET: i16 = 14 * 60;

/// Reads a date.
pub(super) fn parse(text: &str) -> Result<Date, DateFault> {
    let text = text.trim();
    if text.is_empty() {
        return Err(DateFault::Empty);
    }
    match iso(text) {
        Some(result) => result,
        None => Err(foreign::recognise(text).unwrap_or(DateFault::Unknown)),
    }
}

/// Reads ISO 8601; nothing when the text has not its shape.
fn iso(text: &str) -> Option<Result<Date, DateFault>> {
    let (year, rest) = digits(text, 4)?;
    if rest.is_empty() {
        return Some(date((year, 1, 1), Detail::Year));
    }
    let (month, rest) = digits(rest.strip_prefix('-')?, 2)?;
    if rest.is_empty() {
        return Some(date((year, month, 1), Detail::Month));
    }
    let (day, rest) = digits(rest.strip_prefix('-')?, 2)?;
    if rest.is_empty() {
        return Some(date((year, month, day), Detail::Day));
    }
    let rest = rest.strip_prefix(['T', 't', ' '])?;
    Some(date((year, month, day), Detail::Day).and_then(|date| {
        let clock = time(rest.trim_start()).map_err(DateFault::Time)?;
        Ok(Date {
            detail: Detail::Instant(clock),
            ..date
        })
    }))
}

fn date((year, month, day): (i16, i8, i8), detail: Detail) -> Result<Date, DateFault> {
    let day = day_of(year, month, day)?;
    Ok(Date { day, detail })
}

/// Reads a time of day with its zone; without a zone it is in UTC.
fn time(text: &str) -> Result<Clock, TimeFault> {
    let (hour, minute, rest) = minutes(text).ok_or(TimeFault::Notation)?;
    let (second, rest) = match rest.strip_prefix(':') {
        Some(rest) => {
            let (second, rest) = digits::<u8>(rest, 2).ok_or(TimeFault::Notation)?;
            (Some(second), fraction(rest).ok_or(TimeFault::Notation)?)
        }
        None => (None, rest),
    };
    if rest.starts_with(|first: char| first.is_ascii_digit() || ":.,".contains(first)) {
        return Err(TimeFault::Notation);
    }
    if hour > 23 {
        return Err(TimeFault::Hour(hour));
    }
    if minute > 59 {
        return Err(TimeFault::Minute(minute));
    }
    if let Some(second) = second.filter(|second| *second > 59) {
        return Err(TimeFault::Second(second));
    }
    Ok(Clock {
        second: u32::from(hour) * 3600
            + u32::from(minute) * 60
            + u32::from(second.unwrap_or_default()),
        offset: zone(rest.trim_start()).ok_or(TimeFault::Zone)?,
        has_seconds: second.is_some(),
    })
}

fn minutes(text: &str) -> Option<(u8, u8, &str)> {
    let (hour, rest) = digits(text, 2)?;
    let (minute, rest) = digits(rest.strip_prefix(':')?, 2)?;
    Some((hour, minute, rest))
}

/// What stands after a fraction of a second, if there is one.
fn fraction(text: &str) -> Option<&str> {
    let Some(rest) = text.strip_prefix(['.', ',']) else {
        return Some(text);
    };
    let after = rest.trim_start_matches(|digit: char| digit.is_ascii_digit());
    (after.len() < rest.len()).then_some(after)
}

/// The minutes by which a zone is ahead of UTC.
fn zone(text: &str) -> Option<i16> {
    if text.is_empty() || text.eq_ignore_ascii_case("z") || text.eq_ignore_ascii_case("utc") {
        return Some(0);
    }
    let sign = if text.starts_with('-') { -1 } else { 1 };
    let (hours, rest) = digits::<i16>(text.strip_prefix(['+', '-'])?, 2)?;
    let minutes = if rest.is_empty() {
        0
    } else {
        let (minutes, rest) = digits::<i16>(rest.strip_prefix(':').unwrap_or(rest), 2)?;
        if !rest.is_empty() || minutes > 59 {
            return None;
        }
        minutes
    };
    let offset = hours * 60 + minutes;
    (offset <= WIDEST_OFFSET).then_some(sign * offset)
}

/// The number in the first `count` digits, and what stands after them.
fn digits<T: FromStr>(text: &str, count: usize) -> Option<(T, &str)> {
    let (number, rest) = text.split_at_checked(count)?;
    if !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    Some((number.parse().ok()?, rest))
}
