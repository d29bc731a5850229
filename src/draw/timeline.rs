//! Three clocks: when things happened, when they were said, when they were published.

use super::Labels;
use super::axis::Axis;
use super::svg::Svg;
use super::words::lines;
use crate::date::Day;

/// Pixels. A row holds the claim's words and below them a lane for each clock.
const WIDTH: i32 = 1120;
const SIDE: i32 = 16;
const HEAD: i32 = 24;
const ROW: i32 = 58;
const WORDS: i32 = 18;
const LANES: [i32; 3] = [29, 40, 51];
const SIZE: i32 = 14;
/// Marks of one lane that are nearer than this are drawn as one.
const NEAR: i32 = 13;
/// Rows of one drawing: each has its own axis, and some of them go on a sheet of paper.
const ROWS: usize = 8;

/// A claim with its clocks.
#[derive(Clone, Debug)]
pub struct Row {
    /// The claim in words.
    pub words: String,
    /// The word of its status, if it has one.
    pub status: Option<String>,
    /// Where the claim is told of.
    pub href: String,
    /// When what it tells of happened.
    pub happened: Option<Extent>,
    /// When it was said.
    pub said: Vec<Mark>,
    /// When it was published.
    pub published: Vec<Mark>,
}

/// A day on a clock.
#[derive(Clone, Debug)]
pub struct Mark {
    /// The day, or the first of those that it may be.
    pub day: Day,
    /// The last of those that it may be.
    pub last: Day,
    /// Where the mark leads.
    pub href: String,
    /// What the mark says, in words.
    pub title: String,
}

/// A stretch of time, open at the ends that are not there.
#[derive(Clone, Debug)]
pub struct Extent {
    /// The first day.
    pub from: Option<Day>,
    /// The last day.
    pub to: Option<Day>,
    /// Whether it is approximate or uncertain.
    pub is_vague: bool,
    /// What it says, in words.
    pub title: String,
}

/// Draws claims in their order on one axis, cut into drawings of a few rows.
pub fn timeline(rows: &[Row], labels: &Labels) -> Vec<String> {
    let axis = axis(rows);
    let drawings = rows.chunks(ROWS).enumerate();
    drawings
        .map(|(number, rows)| {
            let label = match number {
                0 => labels.label.to_owned(),
                number => labels.of_part(number + 1),
            };
            drawing(rows, &axis, labels, &label)
        })
        .collect()
}

/// The axis of all rows: it follows the first word of each claim, and all else widens it.
fn axis(rows: &[Row]) -> Axis {
    let marks = |row: &Row| {
        let marks = row.said.iter().chain(&row.published);
        marks
            .flat_map(|mark| [mark.day, mark.last])
            .collect::<Vec<_>>()
    };
    let first = |row: &Row| {
        row.said
            .iter()
            .chain(&row.published)
            .map(|mark| mark.day)
            .min()
    };
    let core: Vec<Day> = rows.iter().filter_map(first).collect();
    let happened = rows.iter().filter_map(|row| row.happened.as_ref());
    let happened = happened.flat_map(|extent| extent.from.into_iter().chain(extent.to));
    let around: Vec<Day> = rows.iter().flat_map(marks).chain(happened).collect();
    Axis::new(&core, &around, SIDE, WIDTH - 2 * SIDE)
}

fn drawing(rows: &[Row], axis: &Axis, labels: &Labels, label: &str) -> String {
    let count = i32::try_from(rows.len()).unwrap_or(0);
    let height = HEAD + ROW * count + 4;
    let mut svg = Svg::new("drawing timeline", WIDTH, height, label);
    ticks(&mut svg, axis, labels, height);
    let mut top = HEAD;
    for one in rows {
        row(&mut svg, one, axis, top);
        top += ROW;
    }
    svg.finish()
}

/// The lines and names of the axis. The table has the dates, so nobody need hear these.
fn ticks(svg: &mut Svg, axis: &Axis, labels: &Labels, height: i32) {
    svg.open("g", &[("class", &"axis"), ("aria-hidden", &"true")]);
    let mut free = 0;
    for tick in axis.ticks(&labels.months) {
        svg.empty(
            "path",
            &[("d", &format!("M{} {}V{height}", tick.x, HEAD - 4))],
        );
        let half = 4 * i32::try_from(tick.label.chars().count()).unwrap_or(0);
        let x = tick.x.clamp(half, WIDTH - half);
        if x - half >= free {
            svg.words("text", &[("x", &x), ("y", &(HEAD - 10))], &tick.label);
            free = x + half + 4;
        }
    }
    svg.close();
}

fn row(svg: &mut Svg, row: &Row, axis: &Axis, top: i32) {
    svg.empty(
        "path",
        &[("class", &"rule"), ("d", &format!("M0 {top}H{WIDTH}"))],
    );
    let status = row.status.as_deref().unwrap_or_default();
    // Set larger on paper, the words still keep clear of the status.
    let room = WIDTH - 320;
    let words = lines(&row.words, SIZE, room, 1).concat();
    let title = match status {
        "" => row.words.clone(),
        status => format!("{} ({status})", row.words),
    };
    svg.link(&row.href, &title, &[("class", &"claim")]);
    svg.words("text", &[("x", &0), ("y", &(top + WORDS))], &words);
    svg.close();
    svg.words(
        "text",
        &[("class", &"state"), ("x", &WIDTH), ("y", &(top + WORDS))],
        status,
    );
    if let Some(extent) = &row.happened {
        happened(svg, extent, &row.href, axis, top + LANES[0]);
    }
    clock(svg, &row.said, Clock::Said, axis, top + LANES[1]);
    clock(svg, &row.published, Clock::Published, axis, top + LANES[2]);
}

/// A bar: dashed when its dates are vague, with a point where it goes on beyond the axis.
fn happened(svg: &mut Svg, extent: &Extent, href: &str, axis: &Axis, y: i32) {
    let (from, to) = (extent.from, extent.to);
    let before = from.is_none_or(|day| axis.side(day) < 0);
    let after = to.is_none_or(|day| axis.side(day) > 0);
    let left = from.map_or(SIDE, |day| axis.x(day));
    let right = to.map_or(WIDTH - SIDE, |day| axis.end(day));
    // A day is as wide as can be seen, and stays on the axis.
    let left = left.min(WIDTH - SIDE - 6);
    let right = right.max(left + 6);
    let class = if extent.is_vague {
        "happened vague"
    } else {
        "happened"
    };
    let (above, below) = (y - 3, y + 3);
    let start = if before {
        format!("M{left} {above}L{} {y}L{left} {below}", left - 7)
    } else {
        format!("M{left} {above}V{below}")
    };
    let end = if after {
        format!("H{right}L{} {y}L{right} {above}Z", right + 7)
    } else {
        format!("H{right}V{above}Z")
    };
    svg.link(href, &extent.title, &[("class", &class)]);
    svg.empty("path", &[("d", &format!("{start}{end}"))]);
    svg.close();
}

#[derive(Clone, Copy)]
enum Clock {
    Said,
    Published,
}

/// The marks of a lane, those that would touch as one with their number beside it.
fn clock(svg: &mut Svg, marks: &[Mark], clock: Clock, axis: &Axis, y: i32) {
    let middle = |mark: &Mark| i32::midpoint(axis.x(mark.day), axis.end(mark.last));
    let mut marks: Vec<(i32, &Mark)> = marks.iter().map(|mark| (middle(mark), mark)).collect();
    marks.sort_by_key(|(x, mark)| (*x, mark.day, mark.last));
    for group in marks.chunk_by(|(one, _), (next, _)| next - one < NEAR) {
        let Some((x, first)) = group.first() else {
            continue;
        };
        let titles: Vec<&str> = group.iter().map(|(_, mark)| mark.title.as_str()).collect();
        let class = match clock {
            Clock::Said => "said-mark",
            Clock::Published => "published-mark",
        };
        svg.link(&first.href, &titles.join("; "), &[("class", &class)]);
        shape(svg, clock, axis.side(first.day), *x, y);
        if group.len() > 1 {
            let beside = if *x > WIDTH - 60 { -8 } else { 8 };
            let anchor = if beside < 0 { "end" } else { "start" };
            svg.words(
                "text",
                &[
                    ("x", &(x + beside)),
                    ("y", &(y + 4)),
                    ("text-anchor", &anchor),
                ],
                &format!("× {}", group.len()),
            );
        }
        svg.close();
    }
}

/// A circle or a square; a point to the side on which the day lies off the axis.
fn shape(svg: &mut Svg, clock: Clock, side: i32, x: i32, y: i32) {
    match (side, clock) {
        (0, Clock::Said) => svg.empty("circle", &[("cx", &x), ("cy", &y), ("r", &"4.5")]),
        (0, Clock::Published) => {
            let d = format!("M{} {}h8v8h-8Z", x - 4, y - 4);
            svg.empty("path", &[("d", &d)]);
        }
        (side, _) => {
            let d = format!("M{} {}l{} 5l{} 5Z", x, y - 5, 8 * side, -8 * side);
            svg.empty("path", &[("d", &d)]);
        }
    }
}
