//! Recognising dates in other notations, so that the fault can say how they are written here.

use super::fault::Reading;
use super::{DateFault, MONTHS, day_of, month_name};

/// Longer texts are prose.
const MOST_TOKENS: usize = 8;

/// Words that may stand around a date and do not change it.
const FILLERS: [&str; 6] = ["of", "the", "st", "nd", "rd", "th"];

const WEEKDAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// A run of digits or letters.
enum Token<'a> {
    Number(Number),
    Word(&'a str),
}

/// A number and how many digits it was written with.
#[derive(Clone, Copy)]
struct Number {
    value: i32,
    digits: usize,
}

impl Number {
    fn year(self) -> Option<i16> {
        i16::try_from(self.value).ok().filter(|_| self.digits == 4)
    }

    fn short(self) -> Option<i8> {
        i8::try_from(self.value).ok().filter(|_| self.digits <= 2)
    }
}

/// The fault of a date in another notation than ISO 8601 with hyphens; nothing for other texts.
pub(super) fn recognise(text: &str) -> Option<DateFault> {
    let tokens = tokens(text)?;
    let mut month = None;
    let mut numbers = Vec::new();
    for token in tokens {
        match token {
            Token::Number(number) => numbers.push(number),
            Token::Word(word) if is_filler(word) => {}
            Token::Word(word) => {
                let found = month_of(word)?;
                if month.replace(found).is_some() {
                    return None;
                }
            }
        }
    }
    match month {
        Some(month) => with_month_name(month, &numbers),
        None if has_one_separator(text) => in_figures(&numbers),
        None => None,
    }
}

/// "7 Sept 2022", "September 7, 2022", "Sept 2022".
fn with_month_name(month: i8, numbers: &[Number]) -> Option<DateFault> {
    const HOW: &str = "the month is written in letters";
    match *numbers {
        [only] => match only.year() {
            Some(year) => Some(written_month(HOW, year, month)),
            None => Some(DateFault::YearMissing),
        },
        [one, other] => match (one.year(), other.year()) {
            (Some(year), None) => Some(written(HOW, year, month, other.short()?)),
            (None, Some(year)) => Some(written(HOW, year, month, one.short()?)),
            (None, None) => Some(DateFault::YearMissing),
            (Some(_), Some(_)) => None,
        },
        _ => None,
    }
}

/// "07/09/2022", "2022-9-7", "20220907", "09/2022".
fn in_figures(numbers: &[Number]) -> Option<DateFault> {
    const HYPHENS: &str = "month and day take two digits each, with hyphens between";
    match *numbers {
        [Number { value, digits: 8 }] => {
            let year = i16::try_from(value / 10_000).ok()?;
            let month = i8::try_from(value / 100 % 100).ok()?;
            Some(written(
                HYPHENS,
                year,
                month,
                i8::try_from(value % 100).ok()?,
            ))
        }
        [one, other] => match (one.year(), other.year()) {
            (Some(year), None) => Some(written_month(HYPHENS, year, other.short()?)),
            (None, Some(year)) => Some(written_month("the year stands last", year, one.short()?)),
            _ => None,
        },
        [one, two, three] => match (one.year(), three.year()) {
            (Some(year), None) => Some(written(HYPHENS, year, two.short()?, three.short()?)),
            (None, Some(year)) => Some(year_last(one.short()?, two.short()?, year)),
            (None, None) if [one, two, three].iter().all(|part| part.digits <= 2) => {
                Some(DateFault::YearMissing)
            }
            _ => None,
        },
        _ => None,
    }
}

/// "07/09/2022", in the order of either side of the Atlantic.
fn year_last(one: i8, two: i8, year: i16) -> DateFault {
    const DAY_FIRST: &str = "the day stands first";
    if two > 12 && one <= 12 {
        return written("the month stands first", year, one, two);
    }
    if one > 12 || one == two {
        return written(DAY_FIRST, year, two, one);
    }
    match (reading(year, two, one), reading(year, one, two)) {
        (Ok(day_first), Ok(month_first)) => DateFault::Ambiguous {
            day_first,
            month_first,
        },
        (Err(fault), _) | (_, Err(fault)) => fault,
    }
}

fn reading(year: i16, month: i8, day: i8) -> Result<Reading, DateFault> {
    let iso = day_of(year, month, day)?.to_string();
    let text = format!("{day} {}", month_name(month));
    Ok(Reading { iso, text })
}

/// The fault of a day in another notation, or that of a day that does not exist.
fn written(how: &'static str, year: i16, month: i8, day: i8) -> DateFault {
    match day_of(year, month, day) {
        Ok(day) => DateFault::Notation {
            how,
            iso: day.to_string(),
        },
        Err(fault) => fault,
    }
}

/// The fault of a month in another notation, or that of a month that does not exist.
fn written_month(how: &'static str, year: i16, month: i8) -> DateFault {
    match day_of(year, month, 1) {
        Ok(_) => DateFault::Notation {
            how,
            iso: format!("{year:04}-{month:02}"),
        },
        Err(fault) => fault,
    }
}

/// The month that a word names, in full or shortened to three letters or more.
fn month_of(word: &str) -> Option<i8> {
    let found = MONTHS.iter().position(|month| is_short_for(word, month))?;
    i8::try_from(found + 1).ok()
}

fn is_filler(word: &str) -> bool {
    FILLERS
        .iter()
        .any(|filler| filler.eq_ignore_ascii_case(word))
        || WEEKDAYS.iter().any(|weekday| is_short_for(word, weekday))
}

fn is_short_for(word: &str, name: &str) -> bool {
    word.len() >= 3
        && name
            .get(..word.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(word))
}

/// Whether one and the same separator stands between all parts, so that a mixed notation such as
/// `2022-09/10` is not taken for a day.
fn has_one_separator(text: &str) -> bool {
    let mut separators = text
        .split(|part: char| part.is_ascii_digit())
        .filter(|separator| !separator.is_empty());
    let first = separators.next();
    separators.all(|separator| Some(separator) == first)
}

/// The numbers and words of a text; nothing when there are too many for a date.
fn tokens(text: &str) -> Option<Vec<Token<'_>>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_same = |next: char| {
            if first.is_ascii_digit() {
                next.is_ascii_digit()
            } else if first.is_alphabetic() {
                next.is_alphabetic()
            } else {
                !next.is_ascii_digit() && !next.is_alphabetic()
            }
        };
        let end = rest.find(|next| !is_same(next)).unwrap_or(rest.len());
        let (token, after) = rest.split_at(end);
        rest = after;
        if first.is_ascii_digit() {
            tokens.push(Token::Number(Number {
                value: token.parse().ok()?,
                digits: token.len(),
            }));
        } else if first.is_alphabetic() {
            tokens.push(Token::Word(token));
        }
        if tokens.len() > MOST_TOKENS {
            return None;
        }
    }
    Some(tokens)
}
