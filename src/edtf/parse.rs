//! Reading EDTF.

use super::{Edtf, EdtfFault, End, Extent, Point, Season, When};
use crate::date::{Date, DateFault};

/// About, uncertain, and both.
const QUALIFIERS: [char; 3] = ['~', '?', '%'];

/// Reads a time.
pub(super) fn parse(text: &str) -> Result<Edtf, EdtfFault> {
    let text = text.trim();
    let extent = match text.split_once('/') {
        None => Extent::Point(point(text)?),
        Some((from, to)) => interval(from, to).map_err(|fault| slashed(text, fault))?,
    };
    let parts: Vec<String> = text.split('/').map(canonical).collect();
    Ok(Edtf {
        written: parts.join("/"),
        extent,
    })
}

/// A part without white space, its date as ISO 8601 has it: a time may have been written without
/// its `T` or its zone.
fn canonical(text: &str) -> String {
    let text = text.trim();
    let bare = text.strip_suffix(QUALIFIERS).unwrap_or(text);
    match Date::parse(bare) {
        Ok(date) => date.iso() + &text[bare.len()..],
        Err(_) => text.to_owned(),
    }
}

/// The fault of a text with a slash: 07/09/2022 and 2022/09 are no intervals but dates in another
/// notation.
fn slashed(text: &str, fault: EdtfFault) -> EdtfFault {
    match Date::parse(text) {
        Err(DateFault::Unknown) | Ok(_) => fault,
        Err(notation) => EdtfFault::Date(notation),
    }
}

fn interval(from: &str, to: &str) -> Result<Extent, EdtfFault> {
    if to.contains('/') {
        return Err(EdtfFault::Slashes);
    }
    let (from, to) = (end(from)?, end(to)?);
    match (from.point(), to.point()) {
        (None, None) => return Err(EdtfFault::Endless),
        (Some(from), Some(to)) if from.when.first_day() > to.when.last_day() => {
            return Err(EdtfFault::Reversed);
        }
        _ => {}
    }
    Ok(Extent::Interval(from, to))
}

fn end(text: &str) -> Result<End, EdtfFault> {
    match text.trim() {
        "" => Ok(End::Unknown),
        ".." => Ok(End::Open),
        text => point(text).map(End::At).map_err(|fault| EdtfFault::End {
            written: text.to_owned(),
            fault: Box::new(fault),
        }),
    }
}

fn point(text: &str) -> Result<Point, EdtfFault> {
    let bare = text.strip_suffix(QUALIFIERS).unwrap_or(text);
    if bare.contains(QUALIFIERS) {
        return Err(EdtfFault::Qualifier);
    }
    let qualifier = &text[bare.len()..];
    Ok(Point {
        when: when(bare)?,
        is_approximate: matches!(qualifier, "~" | "%"),
        is_uncertain: matches!(qualifier, "?" | "%"),
    })
}

fn when(text: &str) -> Result<When, EdtfFault> {
    if let Some(when) = unspecified(text)? {
        return Ok(when);
    }
    match Date::parse(text) {
        Ok(date) => Ok(When::Date(date)),
        Err(DateFault::Month(number)) if number > 12 && is_month(text) => season(text, number),
        Err(fault) => Err(fault.into()),
    }
}

/// Reads a date with digits left open; nothing when none are.
fn unspecified(text: &str) -> Result<Option<When>, EdtfFault> {
    let is_open = |part: char| matches!(part, 'X' | 'x');
    if !text.contains(is_open)
        || text.contains(|part: char| !(is_open(part) || part.is_ascii_digit() || part == '-'))
    {
        return Ok(None);
    }
    if let Some(known) = text.strip_suffix("-XX-XX").or(text.strip_suffix("-XX")) {
        if known.contains(is_open) {
            return Err(EdtfFault::Unspecified);
        }
        return Ok(Some(When::Within(Date::parse(known)?)));
    }
    let (known, count) = match text.len() {
        4 if text.ends_with("XX") => (&text[..2], 100),
        4 if text.ends_with('X') => (&text[..3], 10),
        _ => return Err(EdtfFault::Unspecified),
    };
    if known.contains('-') {
        return Err(EdtfFault::Unspecified);
    }
    let number: i16 = known.parse().map_err(|_| EdtfFault::Unspecified)?;
    Ok(Some(When::Years {
        first: number * count,
        count,
    }))
}

fn season(text: &str, number: i8) -> Result<When, EdtfFault> {
    let season = match number {
        21 => Season::Spring,
        22 => Season::Summer,
        23 => Season::Autumn,
        24 => Season::Winter,
        _ => return Err(EdtfFault::Season(number)),
    };
    match text[..4].parse() {
        Ok(year) if year > 0 => Ok(When::Season { year, season }),
        _ => Err(DateFault::Year.into()),
    }
}

/// Whether a text has the shape `2022-21`.
fn is_month(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 7
        && bytes.iter().enumerate().all(|(index, byte)| {
            if index == 4 {
                *byte == b'-'
            } else {
                byte.is_ascii_digit()
            }
        })
}
