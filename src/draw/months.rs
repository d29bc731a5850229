//! How many there are in each month: a row of bars for each year, each bar a way to what it counts.

use super::Labels;
use super::svg::Svg;

/// Pixels.
const LABEL: i32 = 76;
const MONTH: i32 = 72;
const HEAD: i32 = 22;
const ROW: i32 = 56;
const HIGHEST: i32 = 36;
const BAR: i32 = 44;

/// A year with its months.
#[derive(Clone, Debug)]
pub struct Year {
    /// The year.
    pub year: i16,
    /// Its months from January on; those of which there is nothing are not there.
    pub months: Vec<Month>,
}

/// A month of which there is something.
#[derive(Clone, Debug)]
pub struct Month {
    /// The month, from 1 to 12.
    pub month: i8,
    /// How many there are.
    pub count: usize,
    /// Where the bar leads.
    pub href: String,
    /// What the bar says, in words.
    pub title: String,
}

/// Draws years.
pub fn months(years: &[Year], labels: &Labels) -> String {
    let height = HEAD + ROW * i32::try_from(years.len()).unwrap_or(0) + 2;
    let width = LABEL + 12 * MONTH;
    let mut svg = Svg::new("drawing months", width, height, labels.label);
    svg.open("g", &[("class", &"axis"), ("aria-hidden", &"true")]);
    for (month, name) in (1..).zip(labels.months) {
        svg.words("text", &[("x", &middle(month)), ("y", &14)], name);
    }
    svg.close();
    let months = years.iter().flat_map(|year| &year.months);
    let most = months.map(|month| month.count).max().unwrap_or(1);
    let mut base = HEAD;
    for year in years {
        base += ROW;
        let rule = format!("M0 {base}H{width}");
        svg.empty("path", &[("class", &"rule"), ("d", &rule)]);
        svg.words(
            "text",
            &[("x", &0), ("y", &(base - 6))],
            &year.year.to_string(),
        );
        for month in &year.months {
            bar(&mut svg, month, most, base);
        }
    }
    svg.finish()
}

fn bar(svg: &mut Svg, month: &Month, most: usize, base: i32) {
    let share = month.count.saturating_mul(HIGHEST.unsigned_abs() as usize) / most.max(1);
    let high = i32::try_from(share).unwrap_or(HIGHEST).max(2);
    let x = middle(month.month);
    svg.link(&month.href, &month.title, &[("class", &"bar-of-month")]);
    let d = format!("M{} {base}v-{high}h{BAR}v{high}Z", x - BAR / 2);
    svg.empty("path", &[("d", &d)]);
    let attributes: super::svg::Attributes = &[("x", &x), ("y", &(base - high - 4))];
    svg.words("text", attributes, &month.count.to_string());
    svg.close();
}

fn middle(month: i8) -> i32 {
    LABEL + MONTH * i32::from(month) - MONTH / 2
}
