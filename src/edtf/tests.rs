//! Tests of EDTF.

use proptest::prelude::*;

use super::*;
use crate::messages::english;

fn edtf(text: &str) -> Edtf {
    Edtf::parse(text).unwrap_or_else(|fault| panic!("{text}: {fault}"))
}

/// The cells of a table: a line a row, ` | ` between its cells.
fn rows<const CELLS: usize>(table: &str) -> impl Iterator<Item = [&str; CELLS]> {
    table.trim().lines().map(|line| {
        let mut cells = line.split('|').map(str::trim);
        std::array::from_fn(|_| cells.next().expect(line))
    })
}

#[test]
fn times_are_told_in_words_with_their_bounds() {
    const TABLE: &str = "
        2022 | 2022 | 2022-01-01 | 2022-12-31
        2022-09 | September 2022 | 2022-09-01 | 2022-09-30
        2022-09-07 | 7 September 2022 | 2022-09-07 | 2022-09-07
        2022-09-07T09:00Z | 7 September 2022, 09:00 UTC | 2022-09-07 | 2022-09-07
        2022-09~ | about September 2022 | 2022-09-01 | 2022-09-30
        2022-09? | September 2022 (uncertain) | 2022-09-01 | 2022-09-30
        2022% | about 2022 (uncertain) | 2022-01-01 | 2022-12-31
        202X | the 2020s | 2020-01-01 | 2029-12-31
        20XX | some year from 2000 to 2099 | 2000-01-01 | 2099-12-31
        00XX | some year from 1 to 99 | 0001-01-01 | 0099-12-31
        2022-XX | some time in 2022 | 2022-01-01 | 2022-12-31
        2022-02-XX | some time in February 2022 | 2022-02-01 | 2022-02-28
        2022-XX-XX | some time in 2022 | 2022-01-01 | 2022-12-31
        2022-21 | spring 2022 | 2022-03-01 | 2022-05-31
        2022-22 | summer 2022 | 2022-06-01 | 2022-08-31
        2022-23~ | about autumn 2022 | 2022-09-01 | 2022-11-30
        2023-24 | winter 2023 | 2023-12-01 | 2024-02-29
        9999-24 | winter 9999 | 9999-12-01 | 9999-12-31
        2022-09/2022-10 | September to October 2022 | 2022-09-01 | 2022-10-31
        2022-09-07/2022-09-09 | 7 to 9 September 2022 | 2022-09-07 | 2022-09-09
        2022-08-30/2022-09-09 | 30 August to 9 September 2022 | 2022-08-30 | 2022-09-09
        2021-12/2022-01 | December 2021 to January 2022 | 2021-12-01 | 2022-01-31
        2021/2022-01 | 2021 to January 2022 | 2021-01-01 | 2022-01-31
        2022-09~/2022-10? | about September 2022 to October 2022 (uncertain) | 2022-09-01 | 2022-10-31
        2022-09/.. | since September 2022 | 2022-09-01 | none
        2022-21/.. | since spring 2022 | 2022-03-01 | none
        ../2022 | until 2022 | none | 2022-12-31
        2022/ | 2022 to an unknown date | 2022-01-01 | none
        /2022-09~ | an unknown date to about September 2022 | none | 2022-09-30
    ";
    for [written, text, from, to] in rows(TABLE) {
        let edtf = edtf(written);
        assert_eq!(edtf.iso(), written);
        assert_eq!(english().time(&edtf), text, "{written}");
        let (first, last) = edtf.bounds();
        let show = |day: Option<Day>| day.map_or_else(|| "none".to_owned(), |day| day.to_string());
        assert_eq!(
            (show(first), show(last)),
            (from.to_owned(), to.to_owned()),
            "{written}"
        );
    }
}

#[test]
fn white_space_is_no_part_of_edtf() {
    assert_eq!(edtf(" 2022-09~ / .. ").iso(), "2022-09~/..");
    assert_eq!(edtf("2022-09-07 09:00").iso(), "2022-09-07T09:00Z");
}

#[test]
fn faults_say_what_to_write() {
    for (written, expected) in [
        ("", "it is empty"),
        (
            "2022-13",
            "the month or season 13 does not exist; months are 01 to 12",
        ),
        ("2022-25", "the month or season 25 does not exist"),
        ("0000-21", "years run from 0001 to 9999"),
        ("2022-21-07", "the month 21 does not exist"),
        ("2022-09-31", "there is no day 31 in September"),
        ("2022-10/2022-09", "the interval ends before it begins"),
        (
            "2022-09/2022-09-31",
            "in `2022-09-31`, there is no day 31 in September",
        ),
        ("2022-09/10", "in `10`, it is not written as year"),
        ("../..", "neither end of the interval is known"),
        ("/", "neither end of the interval is known"),
        ("2021/2022/2023", "an interval has one `/`"),
        ("202x", "digits that are not known are a capital `X`"),
        ("2XXX", "digits that are not known"),
        ("-12X", "digits that are not known"),
        ("20X2", "digits that are not known"),
        ("202X-09", "digits that are not known"),
        ("202X-XX", "digits that are not known"),
        ("2022-1X", "digits that are not known"),
        ("~2022", "`~` (about)"),
        ("2022?~", "`~` (about)"),
        ("07/09/2022", "it may mean two days"),
        ("2022/09/07", "month and day take two digits each"),
        ("09/2022", "the year stands last; write it as 2022-09"),
        (
            "September 2022",
            "the month is written in letters; write it as 2022-09",
        ),
        ("next summer", "it is not written as year"),
    ] {
        let fault = Edtf::parse(written).expect_err(written).to_string();
        assert!(fault.starts_with(expected), "{written}: {fault}");
    }
}

proptest! {
    #[test]
    fn nothing_panics(text in "\\PC*") {
        if let Err(fault) = Edtf::parse(&text) {
            prop_assert!(!fault.to_string().is_empty());
        }
    }

    #[test]
    fn what_reads_reads_back_with_ordered_bounds(
        text in "((\\.\\.|[0-9]{4}|[0-9]{2}[0-9X]X|20[0-9]{2}-[0-2][0-9X]|20[0-9]{2}-0[1-9]-[0-3X][0-9X])[~?%é]?/?){0,2}"
    ) {
        if let Ok(edtf) = Edtf::parse(&text) {
            prop_assert_eq!(&Edtf::parse(edtf.iso()), &Ok(edtf.clone()));
            prop_assert!(!english().time(&edtf).is_empty());
            if let (Some(first), Some(last)) = edtf.bounds() {
                prop_assert!(first <= last);
            }
        }
    }
}
