//! Tests of dates.

use proptest::prelude::*;

use super::*;

fn date(text: &str) -> Date {
    Date::parse(text).unwrap_or_else(|fault| panic!("{text}: {fault}"))
}

fn fault(text: &str) -> String {
    Date::parse(text).expect_err(text).to_string()
}

/// The cells of a table: a line a row, ` | ` between its cells.
fn rows<const CELLS: usize>(table: &str) -> impl Iterator<Item = [&str; CELLS]> {
    table.trim().lines().map(|line| {
        let mut cells = line.split('|').map(str::trim);
        std::array::from_fn(|_| cells.next().expect(line))
    })
}

#[test]
fn each_precision_is_told_as_it_was_written() {
    const TABLE: &str = "
        2022 | 2022 | 2022 | 2022 | 2022-01-01T00:00:00Z
        0476 | 0476 | 0476 | 476 | 0476-01-01T00:00:00Z
         2022-09  | 2022-09 | 2022-09 | September 2022 | 2022-09-01T00:00:00Z
        2024-02-29 | 2024-02-29 | 2024-02-29 | 29 February 2024 | 2024-02-29T00:00:00Z
        2022-09-07T09:00:00Z | 2022-09-07T09:00:00Z | 2022-09-07 | 7 September 2022, 09:00 UTC | 2022-09-07T09:00:00Z
        2022-09-07T09:00+02:00 | 2022-09-07T09:00+02:00 | 2022-09-07 | 7 September 2022, 09:00 UTC+2 | 2022-09-07T09:00:00+02:00
        2022-09-07 09:00 | 2022-09-07T09:00Z | 2022-09-07 | 7 September 2022, 09:00 UTC | 2022-09-07T09:00:00Z
        2022-09-07 09:05:31.250 -0330 | 2022-09-07T09:05:31-03:30 | 2022-09-07 | 7 September 2022, 09:05 UTC-3:30 | 2022-09-07T09:05:31-03:30
        2022-09-07t23:59z | 2022-09-07T23:59Z | 2022-09-07 | 7 September 2022, 23:59 UTC | 2022-09-07T23:59:00Z
    ";
    for [written, iso, day, text, rfc3339] in rows(TABLE) {
        let date = date(written);
        assert_eq!(date.iso(), iso);
        assert_eq!(date.day_iso(), day);
        assert_eq!(date.text(), text);
        assert_eq!(date.rfc3339(), rfc3339);
    }
    assert_eq!(date("2022-09-07").year_month().as_deref(), Some("2022-09"));
    assert_eq!(date("2022").year_month(), None);
    assert_eq!(date(" 2022-09\n").iso(), "2022-09");
}

#[test]
fn faults_name_the_part_that_is_wrong() {
    for (written, expected) in [
        ("", "it is empty; write it as 2022-09-07"),
        ("0000", "years run from 0001 to 9999"),
        ("2022-13", "the month 13 does not exist"),
        ("2022-00-01", "the month 0 does not exist"),
        ("2022-09-31", "there is no day 31 in September"),
        ("2022-02-29", "there is no day 29 in February 2022"),
        (
            "2022-09-07T24:00",
            "the hour 24 does not exist; hours run from 00 to 23",
        ),
        ("2022-09-07T09:60", "the minute 60 does not exist"),
        ("2022-09-07T09:00:75Z", "the second 75 does not exist"),
    ] {
        assert_eq!(fault(written), expected);
    }
    assert!(fault("2022-09-07T0900").starts_with("the time is not written as 09:00"));
    assert!(fault("2022-09-07T09:00:1Z").starts_with("the time is not written as 09:00"));
    assert!(fault("2022-09-07 09:00 CEST").starts_with("the zone is neither"));
    assert!(fault("2022-09-07 09:00+25:00").starts_with("the zone is neither"));
    for other in [
        "soon",
        "20220",
        "2022-XX",
        "2022-09/10",
        "1234567890123",
        "٢٠٢٢",
        "2022-09-07x",
    ] {
        assert!(
            fault(other).starts_with("it is not written as year"),
            "{other}"
        );
    }
}

#[test]
fn other_notations_are_recognised() {
    const LETTERS: &str = "the month is written in letters; write it as 2022-09-07";
    const HYPHENS: &str =
        "month and day take two digits each, with hyphens between; write it as 2022-09-07";
    for (written, expected) in [
        ("7 Sept 2022", LETTERS),
        ("September 7, 2022", LETTERS),
        ("Wed, 7th of september 2022", LETTERS),
        ("07-Sep-2022", LETTERS),
        (
            "Sept. 2022",
            "the month is written in letters; write it as 2022-09",
        ),
        ("31 Sept 2022", "there is no day 31 in September"),
        ("2022-9-7", HYPHENS),
        ("2022/09/07", HYPHENS),
        ("2022–09–07", HYPHENS),
        ("20220907", HYPHENS),
        ("17/09/2022", "the day stands first; write it as 2022-09-17"),
        ("09.09.2022", "the day stands first; write it as 2022-09-09"),
        (
            "9/17/2022",
            "the month stands first; write it as 2022-09-17",
        ),
        ("09/2022", "the year stands last; write it as 2022-09"),
        (
            "07/09/2022",
            "it may mean two days; write 2022-09-07 for 7 September or 2022-07-09 for 9 July",
        ),
        (
            "7 September",
            "the year is missing or not written in full; it stands first, as in 2022-09-07",
        ),
        (
            "7/9/22",
            "the year is missing or not written in full; it stands first, as in 2022-09-07",
        ),
    ] {
        assert_eq!(fault(written), expected, "{written}");
    }
}

#[test]
fn dates_stand_in_the_order_in_which_they_begin() {
    let mut dates = [
        "2022-09-07T01:00+02:00",
        "2022-09-07",
        "2023",
        "2022-01-01",
        "2022-01",
        "2022",
    ]
    .map(date);
    dates.sort();
    assert_eq!(
        dates.map(Date::iso),
        [
            "2022",
            "2022-01",
            "2022-01-01",
            "2022-09-07T01:00+02:00",
            "2022-09-07",
            "2023"
        ]
    );
}

#[test]
fn certainty_wants_ranges_that_do_not_touch() {
    let after = |one, other| date(one).certainly_after(date(other));
    assert!(after("2022-09-08", "2022-09-07"));
    assert!(after("2022-10", "2022-09-07"));
    assert!(!after("2022-09", "2022-09-07"));
    assert!(!after("2022-09-30", "2022-09"));
    assert!(after("2023", "2022-12-31T23:59Z"));
    assert!(after("2022-09-07T09:01Z", "2022-09-07T09:00Z"));
    assert!(!after("2022-09-07T09:00:30Z", "2022-09-07T09:00Z"));
    assert!(after("2022-09-07T09:00Z", "2022-09-07T09:00+02:00"));
    // Written on the seventh, though it was still the sixth in UTC.
    assert!(!after("2022-09-07", "2022-09-07T01:00+02:00"));
    // Written on the seventh, though it was the eighth in UTC.
    assert!(!after("2022-09-08", "2022-09-07T23:00-12:00"));
    assert!(date("2022").certainly_before(date("2023")));
}

#[test]
fn timestamps_give_instants_in_utc() {
    for (seconds, iso) in [
        (0, "1970-01-01T00:00:00Z"),
        (-1, "1969-12-31T23:59:59Z"),
        (1_662_541_200, "2022-09-07T09:00:00Z"),
        (i64::MIN, "0001-01-01T00:00:00Z"),
        (i64::MAX, "9999-12-31T00:00:00Z"),
    ] {
        assert_eq!(Date::from_timestamp(seconds).iso(), iso);
    }
}

fn any_date() -> impl Strategy<Value = Date> {
    let detail = prop_oneof![
        Just(Detail::Year),
        Just(Detail::Month),
        Just(Detail::Day),
        (0..86_400u32, -840..=840i16, any::<bool>()).prop_map(|(second, offset, has_seconds)| {
            Detail::Instant(Clock {
                second: if has_seconds {
                    second
                } else {
                    second / 60 * 60
                },
                offset,
                has_seconds,
            })
        }),
    ];
    // A small range of years makes dates that touch each other likely.
    let year = prop_oneof![1..=9999i16, 2022..=2022i16];
    (year, 1..=366i16, detail).prop_map(|(year, day, detail)| {
        let day = Day::new(year, 1, 1)
            .unwrap()
            .with()
            .day_of_year(day.min(365))
            .build()
            .unwrap();
        let day = match detail {
            Detail::Year => day.first_of_year(),
            Detail::Month => day.first_of_month(),
            Detail::Day | Detail::Instant(_) => day,
        };
        Date { day, detail }
    })
}

proptest! {
    #[test]
    fn iso_reads_back(date in any_date()) {
        prop_assert_eq!(Date::parse(&date.iso()), Ok(date));
    }

    #[test]
    fn rfc3339_is_the_first_instant(date in any_date()) {
        let instant = Date::parse(&date.rfc3339()).unwrap();
        prop_assert_eq!(instant.first_second(), date.first_second());
    }

    #[test]
    fn order_agrees_with_bounds(one in any_date(), other in any_date()) {
        prop_assert_eq!(one == other, one.cmp(&other).is_eq());
        prop_assert!(one.first_day() <= one.last_day());
        prop_assert!(one.first_second() <= one.last_second());
        if one < other {
            prop_assert!(one.first_second() <= other.first_second());
            prop_assert!(!one.certainly_after(other));
        }
        if one.certainly_after(other) {
            prop_assert!(one > other);
        }
    }

    #[test]
    fn nothing_panics(text in "\\PC*", seconds: i64) {
        if let Err(fault) = Date::parse(&text) {
            prop_assert!(!fault.to_string().is_empty());
        }
        Date::from_timestamp(seconds).text();
    }

    #[test]
    fn nothing_like_a_date_panics(text in "[0-9XTZé٣ :/.,+-]{0,24}|[0-9]{1,4}[-/. ][0-9A-Zé]{1,9}[-/. ][0-9]{1,10}") {
        if let Ok(date) = Date::parse(&text) {
            prop_assert_eq!(Date::parse(&date.iso()), Ok(date));
        }
    }
}
