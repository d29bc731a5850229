//! An axis of time: where a day stands, and which days are named.

use crate::date::{Day, day_number, day_of, numbered_day};

/// Room that the name of a tick takes, in pixels.
const TICK: i32 = 74;

/// A stretch of days across a stretch of pixels.
#[derive(Clone, Copy, Debug)]
pub(super) struct Axis {
    first: i32,
    last: i32,
    left: i32,
    width: i32,
}

/// A day that is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tick {
    pub(super) x: i32,
    pub(super) label: String,
}

/// How far apart ticks are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Day,
    /// The 1st, 8th, 15th and 22nd.
    Week,
    Months(i8),
    Years(i16),
}

const STEPS: &[Step] = &[
    Step::Day,
    Step::Week,
    Step::Months(1),
    Step::Months(3),
    Step::Years(1),
    Step::Years(2),
    Step::Years(5),
    Step::Years(10),
    Step::Years(25),
    Step::Years(50),
    Step::Years(100),
    Step::Years(500),
];

impl Axis {
    /// An axis on which `core` lies whole, and of `around` what does not squeeze it: each side
    /// grows by no more than the core or 45 days. What lies farther out is clamped.
    pub(super) fn new(core: &[Day], around: &[Day], left: i32, width: i32) -> Self {
        let core = if core.is_empty() { around } else { core };
        let mut days: Vec<i32> = core.iter().copied().map(day_number).collect();
        days.sort_unstable();
        // A tenth at each end may lie far out without making the rest small.
        let tenth = days.len() / 10;
        let first = days.get(tenth).copied().unwrap_or_default();
        let last = days
            .get((days.len() - tenth).wrapping_sub(1))
            .copied()
            .unwrap_or_default();
        let reach = (last - first).max(45);
        days.extend(around.iter().copied().map(day_number));
        let near = |day: &&i32| (first - reach..=last + reach).contains(*day);
        let from = days.iter().filter(near).min().copied().unwrap_or(first);
        let to = days.iter().filter(near).max().copied().unwrap_or(last);
        let margin = ((to - from) / 50).max(1);
        Self {
            first: from - margin,
            last: to + margin,
            left,
            width,
        }
    }

    /// Where a day begins, clamped to the axis.
    pub(super) fn x(&self, day: Day) -> i32 {
        self.at(day_number(day))
    }

    /// Where a day ends, clamped to the axis.
    pub(super) fn end(&self, day: Day) -> i32 {
        self.at(day_number(day) + 1)
    }

    /// Whether a day lies before the axis (−1), on it (0) or after it (1).
    pub(super) fn side(&self, day: Day) -> i32 {
        let day = day_number(day);
        i32::from(day > self.last) - i32::from(day < self.first)
    }

    fn at(&self, day: i32) -> i32 {
        let day = i64::from(day.clamp(self.first, self.last) - self.first);
        let span = i64::from((self.last - self.first).max(1));
        let along = i64::from(self.width) * day / span;
        self.left + i32::try_from(along).unwrap_or(0)
    }

    /// The days that are named, from left to right: as many as there is room for.
    pub(super) fn ticks(&self, months: &[&str; 12]) -> Vec<Tick> {
        let most = usize::try_from(self.width / TICK).unwrap_or(0);
        for step in STEPS {
            let days = self.days(*step, most);
            if let Some(days) = days {
                return self.named(&days, *step, months);
            }
        }
        Vec::new()
    }

    fn named(&self, days: &[Day], step: Step, months: &[&str; 12]) -> Vec<Tick> {
        let mut year = None;
        let name = |day: &Day| {
            let is_new = year.replace(day.year()) != Some(day.year());
            let month = months[usize::from(day.month().unsigned_abs()) - 1];
            let short = match step {
                Step::Day | Step::Week => format!("{} {month}", day.day()),
                Step::Months(_) => month.to_owned(),
                Step::Years(_) => day.year().to_string(),
            };
            let label = match step {
                Step::Years(_) => short,
                _ if is_new => format!("{short} {}", day.year()),
                _ => short,
            };
            Tick {
                x: self.x(*day),
                label,
            }
        };
        days.iter().map(name).collect()
    }

    /// The days of a step on the axis, unless they are more than `most`.
    fn days(&self, step: Step, most: usize) -> Option<Vec<Day>> {
        let mut days = Vec::new();
        let from = numbered_day(self.first).year();
        let to = numbered_day(self.last).year();
        let (stride, months, dates): (i16, i8, &[i8]) = match step {
            Step::Day => (1, 1, &EVERY_DAY),
            Step::Week => (1, 1, &[1, 8, 15, 22]),
            Step::Months(months) => (1, months, &[1]),
            Step::Years(years) => (years, 12, &[1]),
        };
        // The years between are far fewer than the ticks of a step that fits.
        if usize::try_from((to - from) / stride).unwrap_or(0) > most {
            return None;
        }
        let mut year = from.div_euclid(stride) * stride;
        while year <= to {
            for month in (1..=12).step_by(usize::from(months.unsigned_abs())) {
                let of_month = dates
                    .iter()
                    .filter_map(|date| day_of(year, month, *date).ok());
                days.extend(of_month.filter(|day| self.side(*day) == 0));
            }
            if days.len() > most {
                return None;
            }
            year += stride;
        }
        Some(days)
    }
}

const EVERY_DAY: [i8; 31] = {
    let mut days = [0; 31];
    let mut day: i8 = 0;
    while day < 31 {
        days[day.unsigned_abs() as usize] = day + 1;
        day += 1;
    }
    days
};
