//! Cutting a map into drawings, each of what hangs together and none too wide.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::layers::columns_of;
use super::map::{Node, Side, Tie};

/// Columns of one drawing, so that it goes on a screen and on paper without being made small.
pub(super) const COLUMNS: usize = 4;

/// Claims and ties of one drawing.
#[derive(Default)]
pub(super) struct Piece {
    pub(super) nodes: Vec<Node>,
    pub(super) ties: Vec<Tie>,
}

/// Cuts what is given into drawings.
pub(super) fn pieces(nodes: &[Node], ties: &[Tie]) -> Vec<Piece> {
    let ends: Vec<(usize, usize)> = ties.iter().map(|tie| (tie.from, tie.to)).collect();
    let whole = groups(nodes.len(), &ends);
    let mut members = vec![0_usize; nodes.len()];
    for group in &whole {
        members[*group] += 1;
    }
    let Banded {
        homes,
        bands,
        is_own,
        ends,
    } = bands(nodes.len(), ends);
    let groups = groups(homes.len(), &ends);
    let key = |at: usize| {
        let whole = whole[homes[at]];
        let largest_first = Reverse(members[whole]);
        (largest_first, whole, bands[at], groups[at])
    };
    let mut sorted: BTreeMap<_, Piece> = BTreeMap::new();
    let mut place = vec![0; homes.len()];
    for at in for_before_against(homes.len(), ties, &ends) {
        let is_stand_in = at >= nodes.len();
        if !is_own[at] && !is_stand_in {
            continue;
        }
        let piece = sorted.entry(key(at)).or_default();
        place[at] = piece.nodes.len();
        let node = nodes[homes[at]].clone();
        let is_elsewhere = !is_own[at] || node.is_elsewhere;
        piece.nodes.push(Node {
            is_elsewhere,
            ..node
        });
    }
    for (tie, (from, to)) in ties.iter().zip(ends) {
        let piece = sorted.entry(key(from)).or_default();
        let (from, to) = (place[from], place[to]);
        piece.ties.push(Tie {
            from,
            to,
            ..tie.clone()
        });
    }
    sorted.into_values().collect()
}

/// Nodes cut into bands of columns. After the nodes come those that stand in for one of another
/// band.
struct Banded {
    /// For each the node that it is.
    homes: Vec<usize>,
    bands: Vec<usize>,
    /// Whether it is where the node itself stands: a stand-in is, when all ties of the node go to
    /// other bands, so that nothing stands alone.
    is_own: Vec<bool>,
    ends: Vec<(usize, usize)>,
}

/// Cuts by columns: the first band holds four, each other three and those that they are tied to.
fn bands(nodes: usize, mut ends: Vec<(usize, usize)>) -> Banded {
    let band = |column: &usize| match column.checked_sub(COLUMNS) {
        None => 0,
        Some(beyond) => 1 + beyond / (COLUMNS - 1),
    };
    let mut homes: Vec<usize> = (0..nodes).collect();
    let mut bands: Vec<usize> = columns_of(nodes, &ends).iter().map(band).collect();
    let mut is_own = vec![true; nodes];
    let mut is_tied = vec![false; nodes];
    let mut stand_ins = BTreeMap::new();
    for (from, to) in &mut ends {
        let (deep, own, other) = if bands[*from] >= bands[*to] {
            (bands[*from], *from, to)
        } else {
            (bands[*to], *to, from)
        };
        is_tied[own] = true;
        if bands[*other] == deep {
            is_tied[*other] = true;
        } else {
            let node = *other;
            *other = *stand_ins.entry((deep, node)).or_insert_with(|| {
                homes.push(node);
                bands.push(deep);
                is_own.push(false);
                homes.len() - 1
            });
        }
    }
    for (stand_in, node) in homes.iter().copied().enumerate().skip(nodes) {
        if is_own[node] && !is_tied[node] {
            is_own.swap(node, stand_in);
        }
    }
    Banded {
        homes,
        bands,
        is_own,
        ends,
    }
}

/// The nodes, those that speak for others first and those that speak against others last: a
/// column keeps this order where ties do not want another.
fn for_before_against(nodes: usize, ties: &[Tie], ends: &[(usize, usize)]) -> Vec<usize> {
    let mut sides = vec![Side::Other; nodes];
    for (tie, (from, _)) in ties.iter().zip(ends).rev() {
        sides[*from] = tie.side;
    }
    let mut sorted: Vec<usize> = (0..nodes).collect();
    sorted.sort_by_key(|node| sides[*node]);
    sorted
}

/// For each node the first of those that it hangs together with.
fn groups(nodes: usize, ends: &[(usize, usize)]) -> Vec<usize> {
    fn first(groups: &mut [usize], mut at: usize) -> usize {
        while groups[at] != at {
            groups[at] = groups[groups[at]];
            at = groups[at];
        }
        at
    }
    let mut groups: Vec<usize> = (0..nodes).collect();
    for (from, to) in ends {
        let (one, other) = (first(&mut groups, *from), first(&mut groups, *to));
        groups[one.max(other)] = one.min(other);
    }
    (0..nodes).map(|at| first(&mut groups, at)).collect()
}
