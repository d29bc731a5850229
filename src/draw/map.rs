//! What bears on what: claims as boxes, and ties from those that speak to those spoken of.

use super::Labels;
use super::layers::{Graph, Layout, layout, right_to_left};
use super::pieces::{Piece, pieces};
use super::svg::Svg;
use super::words::lines;

/// Pixels.
const WIDTH: i32 = 214;
const GAP: i32 = 86;
const PAD: i32 = 10;
const SIZE: i32 = 13;
const LINE: i32 = 16;
const PORT: i32 = 17;
const MARGIN: i32 = 2;
/// Lines of a claim's words.
const LINES: usize = 4;
const LINES_ELSEWHERE: usize = 2;

/// A claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// The claim in words.
    pub words: String,
    /// Key and word of its status, if it has one.
    pub status: Option<(&'static str, String)>,
    /// Where the claim is told of.
    pub href: String,
    /// Whether it belongs to another drawing and stands here for what bears on it.
    pub is_elsewhere: bool,
}

/// On which side a tie speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// For the other claim.
    For,
    /// Neither for nor against it.
    Other,
    /// Against it.
    Against,
}

/// A tie between two claims, which are given by their places in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tie {
    /// Who speaks.
    pub from: usize,
    /// Who is spoken of.
    pub to: usize,
    /// On which side.
    pub side: Side,
    /// What `from` does: "denies".
    pub verb: String,
    /// What is done to `to`: "denied by".
    pub passive: String,
    /// Where the tie leads.
    pub href: String,
    /// The tie as a sentence.
    pub title: String,
}

/// Draws claims and their ties: one drawing for all that hang together, the largest first. What is
/// too deep for one drawing is cut, and claims of one part stand in the next for what bears on
/// them.
pub fn map(nodes: &[Node], ties: &[Tie], labels: &Labels) -> Vec<String> {
    let pieces = pieces(nodes, ties);
    let several = pieces.len() > 1;
    let pieces = pieces.iter().enumerate();
    pieces
        .map(|(number, piece)| {
            let label = if several {
                labels.of_part(number + 1)
            } else {
                labels.label.to_owned()
            };
            Drawing::new(piece).draw(&label)
        })
        .collect()
}

/// A piece with everything in its place.
pub(super) struct Drawing<'a> {
    piece: &'a Piece,
    words: Vec<Vec<String>>,
    pub(super) layout: Layout,
    pub(super) heights: Vec<i32>,
    /// For each tie the heights of its right and its left end.
    ports: Vec<(i32, i32)>,
}

impl<'a> Drawing<'a> {
    pub(super) fn new(piece: &'a Piece) -> Self {
        let most = |node: &Node| {
            if node.is_elsewhere {
                LINES_ELSEWHERE
            } else {
                LINES
            }
        };
        let words = piece
            .nodes
            .iter()
            .map(|node| lines(&node.words, SIZE, WIDTH - 2 * PAD, most(node)));
        let words: Vec<Vec<String>> = words.collect();
        let ends: Vec<(usize, usize)> = piece.ties.iter().map(|tie| (tie.from, tie.to)).collect();
        let mut at_left = vec![0; piece.nodes.len()];
        for (right, _) in right_to_left(piece.nodes.len(), &ends) {
            at_left[right] += 1;
        }
        let height = |(node, words): (usize, &Vec<String>)| {
            let lines = i32::try_from(words.len()).unwrap_or(0);
            let lines = lines + i32::from(piece.nodes[node].status.is_some());
            // Ties of one side meet at one point, so only those that go out need room.
            (lines * LINE + 2 * PAD - 2).max(PORT * at_left[node] + 6)
        };
        let heights: Vec<i32> = words.iter().enumerate().map(height).collect();
        let layout = layout(&Graph {
            heights: heights.clone(),
            ties: ends,
        });
        let mut drawing = Self {
            piece,
            words,
            layout,
            heights,
            ports: Vec::new(),
        };
        drawing.ports = drawing.ports();
        drawing
    }

    /// Right and left end of a tie: columns grow to the right.
    fn ends(&self, tie: usize) -> (usize, usize) {
        let Tie { from, to, .. } = self.piece.ties[tie];
        if self.layout.is_back[tie] {
            (to, from)
        } else {
            (from, to)
        }
    }

    /// Where ties leave their boxes: at the left of a box each for itself, at the right those of
    /// one side together.
    fn ports(&self) -> Vec<(i32, i32)> {
        let mut ports = vec![(0, 0); self.piece.ties.len()];
        let mut at_left = vec![Vec::new(); self.heights.len()];
        let mut at_right = vec![Vec::new(); self.heights.len()];
        for tie in 0..ports.len() {
            let (right, left) = self.ends(tie);
            at_left[right].push(tie);
            at_right[left].push(tie);
        }
        for one in 0..self.heights.len() {
            let middle = self.layout.tops[one] + self.heights[one] / 2;
            let spread = |place: usize, number: usize, step: i32| {
                let place = i32::try_from(2 * place + 1).unwrap_or(0);
                let number = i32::try_from(number).unwrap_or(0);
                middle + (place - number) * step / 2
            };
            at_left[one].sort_by_key(|tie| {
                let way = self.layout.ways[*tie].first().copied();
                let other = self.ends(*tie).1;
                way.unwrap_or(self.layout.tops[other] + self.heights[other] / 2)
            });
            for (place, tie) in at_left[one].iter().enumerate() {
                ports[*tie].0 = spread(place, at_left[one].len(), PORT);
            }
            let group = |tie: usize| (self.layout.is_back[tie], self.piece.ties[tie].side);
            let mut groups: Vec<_> = at_right[one].iter().map(|tie| group(*tie)).collect();
            groups.sort_unstable();
            groups.dedup();
            for tie in &at_right[one] {
                let place = groups.iter().position(|one| *one == group(*tie));
                ports[*tie].1 = spread(place.unwrap_or(0), groups.len(), PORT);
            }
        }
        ports
    }

    fn draw(&self, label: &str) -> String {
        let columns = self.layout.columns.iter().max().map_or(0, |last| last + 1);
        let columns = i32::try_from(columns).unwrap_or(0);
        let width = columns * (WIDTH + GAP) - GAP + 2 * MARGIN;
        let height = self.layout.height + 2 * MARGIN;
        let mut svg = Svg::new("drawing map", width, height, label);
        for tie in 0..self.piece.ties.len() {
            self.tie(&mut svg, tie);
        }
        for node in 0..self.piece.nodes.len() {
            self.node(&mut svg, node);
        }
        svg.finish()
    }

    fn left(&self, node: usize) -> i32 {
        column_left(self.layout.columns[node])
    }

    fn node(&self, svg: &mut Svg, at: usize) {
        let node = &self.piece.nodes[at];
        let (x, y) = (self.left(at), self.layout.tops[at] + MARGIN);
        let (key, word) = match &node.status {
            Some((key, word)) => (*key, word.as_str()),
            None => ("none", ""),
        };
        let class = if node.is_elsewhere {
            "box elsewhere"
        } else {
            "box"
        };
        let title = if word.is_empty() {
            node.words.clone()
        } else {
            format!("{} ({word})", node.words)
        };
        svg.link(
            &node.href,
            &title,
            &[("class", &class), ("data-status", &key)],
        );
        svg.empty(
            "rect",
            &[
                ("x", &x),
                ("y", &y),
                ("width", &WIDTH),
                ("height", &self.heights[at]),
            ],
        );
        let mut line = y + PAD + LINE - 5;
        for words in &self.words[at] {
            svg.words("text", &[("x", &(x + PAD)), ("y", &line)], words);
            line += LINE;
        }
        if !word.is_empty() {
            let shape = format!("#shape-{key}");
            svg.empty(
                "use",
                &[
                    ("href", &shape),
                    ("x", &(x + PAD)),
                    ("y", &(line - 10)),
                    ("width", &"12"),
                    ("height", &"12"),
                ],
            );
            let attributes: super::svg::Attributes =
                &[("class", &"state"), ("x", &(x + PAD + 17)), ("y", &line)];
            svg.words("text", attributes, word);
        }
        svg.close();
    }

    fn tie(&self, svg: &mut Svg, at: usize) {
        let tie = &self.piece.ties[at];
        let is_back = self.layout.is_back[at];
        let (right, left) = self.ends(at);
        let (start, end) = self.ports[at];
        let (start, end) = (start + MARGIN, end + MARGIN);
        let head = head(tie.side);
        let tail = if is_back { 0 } else { head.length };
        let begin = self.left(right) - if is_back { head.length } else { 0 };
        let mut d = format!("M{begin} {start}");
        let mut from = (begin, start);
        let mut column = self.layout.columns[right];
        for stop in &self.layout.ways[at] {
            column -= 1;
            let x = column_left(column);
            d.push_str(&curve(from, (x + WIDTH, stop + MARGIN)));
            d.push_str(&format!("H{x}"));
            from = (x, stop + MARGIN);
        }
        d.push_str(&curve(from, (self.left(left) + WIDTH + tail, end)));
        let class = format!("tie {}", head.class);
        svg.link(
            &tie.href,
            &tie.title,
            &[("class", &class), ("tabindex", &"-1")],
        );
        svg.empty("path", &[("class", &"way"), ("d", &d)]);
        let (x, y, turn) = if is_back {
            (self.left(right), start, -1)
        } else {
            (self.left(left) + WIDTH, end, 1)
        };
        svg.empty(
            "path",
            &[("class", &"head"), ("d", &(head.draw)(x, y, turn))],
        );
        let words = if is_back { &tie.passive } else { &tie.verb };
        let x = self.left(right) - if is_back { 12 } else { 6 };
        svg.words("text", &[("x", &x), ("y", &(start - 4))], words);
        svg.close();
    }
}

fn column_left(column: usize) -> i32 {
    MARGIN + i32::try_from(column).unwrap_or(0) * (WIDTH + GAP)
}

/// From the right to the left, level at both ends.
fn curve(from: (i32, i32), to: (i32, i32)) -> String {
    let half = (from.0 - to.0) / 2;
    format!(
        "C{} {} {} {} {} {}",
        from.0 - half,
        from.1,
        to.0 + half,
        to.1,
        to.0,
        to.1
    )
}

/// How a tie ends at the claim that it speaks of.
struct Head {
    class: &'static str,
    /// How far before the box the line ends.
    length: i32,
    /// The shape at the edge of a box: 1 at its right edge, −1 at its left.
    draw: fn(i32, i32, i32) -> String,
}

fn head(side: Side) -> Head {
    match side {
        Side::For => Head {
            class: "for",
            length: 8,
            draw: |x, y, turn| format!("M{} {y}l{} -5v10Z", x + turn, 9 * turn),
        },
        Side::Against => Head {
            class: "against",
            length: 5,
            draw: |x, y, turn| format!("M{} {}v14", x + 5 * turn, y - 7),
        },
        Side::Other => Head {
            class: "other",
            length: 9,
            draw: |x, y, turn| {
                format!(
                    "M{} {y}l{w} -4l{w} 4l{v} 4Z",
                    x + turn,
                    w = 4 * turn,
                    v = -4 * turn
                )
            },
        },
    }
}
