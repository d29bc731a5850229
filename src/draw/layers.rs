//! A layered layout: boxes in columns, each to the right of those that it points to, so ordered
//! that few ties cross, and as near to those that they are tied to as the others allow.
//!
//! After Sugiyama, Tagawa and Toda (1981): cycles are cut, columns follow from the longest path,
//! the order from barycentres; heights are placed by least squares, which pooling of adjacent
//! violators solves exactly for one column.

use std::collections::VecDeque;

/// Sweeps over all columns, for order and for heights.
const SWEEPS: usize = 8;

/// What is laid out: the heights of boxes, and ties from one box to another.
#[derive(Clone, Debug)]
pub(super) struct Graph {
    pub(super) heights: Vec<i32>,
    pub(super) ties: Vec<(usize, usize)>,
}

/// Where everything stands. Heights are counted from the top.
#[derive(Clone, Debug)]
pub(super) struct Layout {
    /// The column of each box, the leftmost being 0.
    pub(super) columns: Vec<usize>,
    /// The top of each box.
    pub(super) tops: Vec<i32>,
    /// For each tie, the height at which it goes through each column between its ends, from
    /// right to left.
    pub(super) ways: Vec<Vec<i32>>,
    /// Whether a tie goes from left to right, as the last of a cycle has to.
    pub(super) is_back: Vec<bool>,
    /// The height of all.
    pub(super) height: i32,
}

/// Room above a box, and above a tie that goes through a column.
const BOX_GAP: i32 = 22;
const WAY_GAP: i32 = 12;
const WAY: i32 = 4;

/// Lays out a graph.
pub(super) fn layout(graph: &Graph) -> Layout {
    let is_back = cut_cycles(graph.heights.len(), &graph.ties);
    let ends = turned(&graph.ties, &is_back);
    let columns = columns(graph.heights.len(), &ends);
    let mut grid = Grid::new(graph, &ends, &columns);
    grid.order();
    let tops = grid.place();
    let height = (0..grid.heights.len())
        .map(|one| tops[one] + grid.heights[one])
        .max()
        .unwrap_or(0);
    let way = |stops: &Vec<usize>| stops.iter().map(|one| tops[*one] + WAY / 2).collect();
    Layout {
        ways: grid.ways.iter().map(way).collect(),
        tops: tops[..columns.len()].to_vec(),
        columns,
        is_back,
        height,
    }
}

/// The column of each box, whatever its height.
pub(super) fn columns_of(boxes: usize, ties: &[(usize, usize)]) -> Vec<usize> {
    columns(boxes, &right_to_left(boxes, ties))
}

/// The right and the left end of each tie.
pub(super) fn right_to_left(boxes: usize, ties: &[(usize, usize)]) -> Vec<(usize, usize)> {
    turned(ties, &cut_cycles(boxes, ties))
}

/// Ties with some of them turned round.
fn turned(ties: &[(usize, usize)], is_back: &[bool]) -> Vec<(usize, usize)> {
    let turn = |((from, to), back): (&(usize, usize), &bool)| match back {
        true => (*to, *from),
        false => (*from, *to),
    };
    ties.iter().zip(is_back).map(turn).collect()
}

/// For each tie, whether it has to be turned round so that no cycle is left.
fn cut_cycles(boxes: usize, ties: &[(usize, usize)]) -> Vec<bool> {
    #[derive(Clone, Copy, PartialEq)]
    enum Seen {
        Not,
        Open,
        Done,
    }
    let out = by_end(boxes, ties.iter().map(|(from, _)| *from));
    let mut seen = vec![Seen::Not; boxes];
    let mut is_back = vec![false; ties.len()];
    for start in 0..seen.len() {
        if seen[start] != Seen::Not {
            continue;
        }
        seen[start] = Seen::Open;
        // Boxes on the way from the start, each with the next of its ties to look at.
        let mut way = vec![(start, 0)];
        while let Some((at, next)) = way.last_mut() {
            let Some(tie) = out[*at].get(*next) else {
                seen[*at] = Seen::Done;
                way.pop();
                continue;
            };
            *next += 1;
            let to = ties[*tie].1;
            match seen[to] {
                Seen::Not => {
                    seen[to] = Seen::Open;
                    way.push((to, 0));
                }
                Seen::Open => is_back[*tie] = true,
                Seen::Done => {}
            }
        }
    }
    is_back
}

/// For each box, the ties of which it is that end.
fn by_end(boxes: usize, ends: impl Iterator<Item = usize>) -> Vec<Vec<usize>> {
    let mut ties = vec![Vec::new(); boxes];
    for (tie, end) in ends.enumerate() {
        ties[end].push(tie);
    }
    ties
}

/// The column of each box: one farther right than all that it points to. A box that points to
/// nothing stands right beside the nearest that points to it.
fn columns(boxes: usize, ends: &[(usize, usize)]) -> Vec<usize> {
    let out = by_end(boxes, ends.iter().map(|(from, _)| *from));
    let into = by_end(boxes, ends.iter().map(|(_, to)| *to));
    let mut left: Vec<usize> = out.iter().map(Vec::len).collect();
    let mut columns = vec![0_usize; boxes];
    let mut ready: VecDeque<usize> = (0..boxes).filter(|one| left[*one] == 0).collect();
    while let Some(one) = ready.pop_front() {
        for tie in &into[one] {
            let from = ends[*tie].0;
            columns[from] = columns[from].max(columns[one] + 1);
            left[from] -= 1;
            if left[from] == 0 {
                ready.push_back(from);
            }
        }
    }
    for one in 0..boxes {
        let nearest = into[one].iter().map(|tie| columns[ends[*tie].0]).min();
        if let (true, Some(nearest)) = (out[one].is_empty(), nearest) {
            columns[one] = nearest.saturating_sub(1);
        }
    }
    columns
}

/// Boxes, and the stops of ties in the columns between, which come after the boxes.
struct Grid {
    boxes: usize,
    heights: Vec<i32>,
    /// What stands in each column, from the top.
    columns: Vec<Vec<usize>>,
    /// Neighbours in the column to the left and in that to the right.
    left: Vec<Vec<usize>>,
    right: Vec<Vec<usize>>,
    /// The stops of each tie, from right to left.
    ways: Vec<Vec<usize>>,
}

impl Grid {
    fn new(graph: &Graph, ends: &[(usize, usize)], column: &[usize]) -> Self {
        let boxes = graph.heights.len();
        let last = column.iter().max().map_or(0, |last| last + 1);
        let mut grid = Self {
            boxes,
            heights: graph.heights.clone(),
            columns: vec![Vec::new(); last],
            left: vec![Vec::new(); boxes],
            right: vec![Vec::new(); boxes],
            ways: Vec::new(),
        };
        for (one, column) in column.iter().enumerate() {
            grid.columns[*column].push(one);
        }
        for (from, to) in ends {
            let mut stops = Vec::new();
            let mut at = *from;
            for between in (column[*to] + 1..column[*from]).rev() {
                let stop = grid.heights.len();
                grid.heights.push(WAY);
                grid.left.push(Vec::new());
                grid.right.push(Vec::new());
                grid.columns[between].push(stop);
                grid.join(at, stop);
                stops.push(stop);
                at = stop;
            }
            grid.join(at, *to);
            grid.ways.push(stops);
        }
        grid
    }

    fn join(&mut self, right: usize, left: usize) {
        self.left[right].push(left);
        self.right[left].push(right);
    }

    /// Orders each column, keeping the best order that the sweeps come upon.
    fn order(&mut self) {
        let mut best = self.columns.clone();
        let mut fewest = self.crossings();
        for sweep in 0..SWEEPS {
            if fewest == 0 {
                break;
            }
            let places = self.places();
            let mut places = places;
            let count = self.columns.len();
            for step in 1..count {
                let (column, beside) = if sweep % 2 == 0 {
                    (step, &self.left)
                } else {
                    (count - 1 - step, &self.right)
                };
                let centre = |one: &usize| {
                    let near = &beside[*one];
                    let sum: usize = near.iter().map(|other| places[*other]).sum();
                    // Thousandths, so that the order rests on whole numbers.
                    match near.len() {
                        0 => 1000 * places[*one],
                        number => 1000 * sum / number,
                    }
                };
                self.columns[column].sort_by_cached_key(centre);
                for (place, one) in self.columns[column].iter().enumerate() {
                    places[*one] = place;
                }
            }
            let crossings = self.crossings();
            if crossings < fewest {
                fewest = crossings;
                best.clone_from(&self.columns);
            }
        }
        self.columns = best;
    }

    /// The place of everything in its column.
    fn places(&self) -> Vec<usize> {
        let mut places = vec![0; self.heights.len()];
        for column in &self.columns {
            for (place, one) in column.iter().enumerate() {
                places[*one] = place;
            }
        }
        places
    }

    /// How many ties cross.
    fn crossings(&self) -> usize {
        let places = self.places();
        let between = |column: &Vec<usize>| {
            let mut ends: Vec<usize> = Vec::new();
            for one in column {
                let mut near: Vec<usize> = self.left[*one].iter().map(|to| places[*to]).collect();
                near.sort_unstable();
                ends.extend(near);
            }
            inversions(&ends)
        };
        self.columns.iter().map(between).sum()
    }

    /// The top of everything: each column in turn as near as it can be to its neighbours on one
    /// side, then on both.
    fn place(&self) -> Vec<i32> {
        let mut tops = vec![0; self.heights.len()];
        for column in &self.columns {
            let mut top = 0;
            for one in column {
                tops[*one] = top;
                top += self.heights[*one] + BOX_GAP;
            }
        }
        let count = self.columns.len();
        for sweep in 0..=SWEEPS {
            for step in 0..count {
                let (column, sides) = match sweep {
                    SWEEPS => (step, [Some(&self.left), Some(&self.right)]),
                    sweep if sweep % 2 == 0 => (count - 1 - step, [Some(&self.right), None]),
                    _ => (step, [Some(&self.left), None]),
                };
                self.settle(&self.columns[column], sides, &mut tops);
            }
        }
        let least = tops.iter().min().copied().unwrap_or(0);
        tops.iter().map(|top| top - least).collect()
    }

    /// Places one column.
    fn settle(&self, column: &[usize], sides: [Option<&Vec<Vec<usize>>>; 2], tops: &mut [i32]) {
        let middle = |one: usize, tops: &[i32]| tops[one] + self.heights[one] / 2;
        let mut offset = 0;
        let mut offsets = Vec::new();
        let mut wishes = Vec::new();
        for (place, one) in column.iter().enumerate() {
            if place > 0 {
                let pair = [column[place - 1], *one];
                let is_way = pair.iter().all(|one| *one >= self.boxes);
                offset += self.heights[pair[0]] + if is_way { WAY_GAP } else { BOX_GAP };
            }
            let near = sides.iter().flatten().flat_map(|side| &side[*one]);
            let near: Vec<i32> = near.map(|other| middle(*other, tops)).collect();
            let number = i32::try_from(near.len()).unwrap_or(0);
            let wish = match number {
                0 => tops[*one],
                number => near.iter().sum::<i32>() / number - self.heights[*one] / 2,
            };
            offsets.push(offset);
            wishes.push(wish - offset);
        }
        for ((one, offset), place) in column.iter().zip(offsets).zip(ascending(&wishes)) {
            tops[*one] = place + offset;
        }
    }
}

/// How many pairs stand in falling order.
fn inversions(list: &[usize]) -> usize {
    let most = list.iter().max().map_or(0, |most| most + 2);
    // How many of each number have come, summed by powers of two (a Fenwick tree).
    let mut sums = vec![0_usize; most];
    let mut count = 0;
    for (before, one) in list.iter().enumerate() {
        let mut at = one + 1;
        let mut not_greater = 0;
        while at > 0 {
            not_greater += sums[at];
            at &= at - 1;
        }
        count += before - not_greater;
        at = one + 1;
        while at < most {
            sums[at] += 1;
            at += at & at.wrapping_neg();
        }
    }
    count
}

/// The numbers that never fall and lie nearest to the wishes, in the sum of squares.
fn ascending(wishes: &[i32]) -> Vec<i32> {
    let mut pools: Vec<(i64, i64)> = Vec::new();
    for wish in wishes {
        let mut pool = (i64::from(*wish), 1);
        while let Some((sum, number)) =
            pools.pop_if(|(sum, number)| *sum * pool.1 >= pool.0 * *number)
        {
            pool = (pool.0 + sum, pool.1 + number);
        }
        pools.push(pool);
    }
    let mut places = Vec::with_capacity(wishes.len());
    for (sum, number) in pools {
        let place = i32::try_from(sum.div_euclid(number)).unwrap_or(0);
        places.extend((0..number).map(|_| place));
    }
    places
}
