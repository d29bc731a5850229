//! Drawings, held to what they promise.

use proptest::prelude::*;

use super::Labels;
use super::layers::{Graph, columns_of, layout};
use super::map::Drawing;
use super::pieces::{COLUMNS, pieces};
use super::{Extent, Mark, Node, Row, Side, Tie, map, timeline};
use crate::date::{Date, Day, day_number, numbered_day};

fn labels(label: &str) -> Labels<'_> {
    let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    Labels {
        label,
        part: "{drawing}, part {number}",
        months,
    }
}

fn day(text: &str) -> Day {
    Date::parse(text).expect("a date").first_day()
}

fn mark(day: Day, title: &str) -> Mark {
    Mark {
        day,
        last: day,
        href: "claim".to_owned(),
        title: title.to_owned(),
    }
}

fn node(words: &str) -> Node {
    Node {
        words: words.to_owned(),
        status: Some(("disputed", "disputed".to_owned())),
        href: "claim".to_owned(),
        is_elsewhere: false,
    }
}

fn tie((from, to): (usize, usize)) -> Tie {
    let sides = [Side::For, Side::Other, Side::Against];
    Tie {
        from,
        to,
        side: sides[(from + to) % 3],
        verb: "denies".to_owned(),
        passive: "denied by".to_owned(),
        href: "claim".to_owned(),
        title: format!("{from} denies {to}"),
    }
}

/// Graphs with cycles, several parts, and ties that stand twice.
fn graphs(most: usize) -> impl Strategy<Value = (usize, Vec<(usize, usize)>)> {
    (1..=most).prop_flat_map(move |boxes| {
        let ties = prop::collection::vec((0..boxes, 0..boxes), 0..2 * most);
        let is_between_two =
            |ties: Vec<(usize, usize)>| ties.into_iter().filter(|(from, to)| from != to).collect();
        (Just(boxes), ties.prop_map(is_between_two))
    })
}

/// Any day that a record can tell of.
fn days() -> impl Strategy<Value = Day> {
    let ends = day_number(day("0001"))..=day_number(day("9999-12-31"));
    prop_oneof![ends, 18_000..20_000].prop_map(numbered_day)
}

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let extent = (
        prop::option::of(days()),
        prop::option::of(days()),
        any::<bool>(),
    );
    let marks = || prop::collection::vec(days().prop_map(|day| mark(day, "said")), 0..4);
    let row = (".*", prop::option::of(extent), marks(), marks());
    let row = row.prop_map(|(words, extent, said, published)| Row {
        words,
        status: None,
        href: "claim".to_owned(),
        happened: extent.map(|(one, other, is_vague)| {
            let swap = one.zip(other).is_some_and(|(one, other)| one > other);
            let (from, to) = if swap { (other, one) } else { (one, other) };
            Extent {
                from,
                to,
                is_vague,
                title: "happened".to_owned(),
            }
        }),
        said,
        published,
    });
    prop::collection::vec(row, 0..30)
}

/// The numbers of an attribute, those of paths included.
fn numbers(text: &str) -> Vec<i32> {
    let parts = text.split(|letter: char| !letter.is_ascii_digit() && letter != '-');
    parts.filter_map(|part| part.parse().ok()).collect()
}

/// Reads a drawing as XML, and holds that all that stands at a place stands inside.
fn check(svg: &str) {
    let document = roxmltree::Document::parse(svg).expect("well-formed");
    let root = document.root_element();
    let size = |name| root.attribute(name).map(numbers).expect("a size")[0];
    let (width, height) = (size("width"), size("height"));
    assert!(width > 0 && height > 0);
    for element in document.descendants().filter(roxmltree::Node::is_element) {
        let is_in = |names: &[&str], most: i32| {
            let values = names.iter().filter_map(|name| element.attribute(*name));
            for value in values.flat_map(numbers) {
                assert!(
                    (0..=most).contains(&value),
                    "{value} of {most}: {element:?}"
                );
            }
        };
        if element != root {
            is_in(&["x", "cx"], width);
            is_in(&["y", "cy"], height);
        }
        if element.has_tag_name(("http://www.w3.org/2000/svg", "a")) {
            assert!(
                element.attribute("href").is_some(),
                "a link leads somewhere"
            );
            let title = element.first_element_child().expect("a title");
            assert_eq!(title.tag_name().name(), "title");
        }
        if let Some(first) = element.attribute("d").map(numbers) {
            assert!((0..=width).contains(&first[0]), "{first:?}");
            assert!((0..=height).contains(&first[1]), "{first:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 64,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn every_timeline_is_whole(rows in rows()) {
        let drawings = timeline(&rows, &labels("Timeline"));
        for svg in &drawings {
            check(svg);
        }
        let claims = drawings.concat().matches("class=\"claim\"").count();
        prop_assert_eq!(claims, rows.len());
    }

    #[test]
    fn every_map_is_whole(
        (boxes, ties) in graphs(24),
        words in prop::collection::vec(".*", 24),
    ) {
        let nodes: Vec<Node> = words.iter().take(boxes).map(|words| node(words)).collect();
        let ties: Vec<Tie> = ties.into_iter().map(tie).collect();
        let drawings = map(&nodes, &ties, &labels("Map"));
        for svg in &drawings {
            check(svg);
        }
        let drawn = drawings.concat();
        prop_assert_eq!(drawn.matches("class=\"box\"").count(), boxes);
        prop_assert_eq!(drawn.matches("class=\"way\"").count(), ties.len());
    }

    #[test]
    fn no_boxes_overlap((boxes, ties) in graphs(40)) {
        let nodes: Vec<Node> = (0..boxes).map(|one| node(&"word ".repeat(one))).collect();
        let ties: Vec<Tie> = ties.into_iter().map(tie).collect();
        for piece in pieces(&nodes, &ties) {
            let drawing = Drawing::new(&piece);
            let mut last: Vec<(usize, i32, i32)> = Vec::new();
            for node in 0..piece.nodes.len() {
                let top = drawing.layout.tops[node];
                last.push((drawing.layout.columns[node], top, top + drawing.heights[node]));
            }
            last.sort_unstable();
            for pair in last.windows(2) {
                prop_assert!(pair[0].0 < pair[1].0 || pair[0].2 < pair[1].1, "{pair:?}");
            }
        }
    }

    #[test]
    fn what_speaks_stands_to_the_right((boxes, ties) in graphs(40)) {
        let layout = layout(&Graph { heights: vec![60; boxes], ties: ties.clone() });
        for ((from, to), is_back) in ties.iter().zip(&layout.is_back) {
            let (right, left) = if *is_back { (to, from) } else { (from, to) };
            prop_assert!(layout.columns[*right] > layout.columns[*left]);
        }
    }
}

#[test]
fn a_deep_chain_is_cut() {
    let ties: Vec<(usize, usize)> = (1..40).map(|one| (one, one - 1)).collect();
    assert_eq!(columns_of(40, &ties)[39], 39);
    let nodes: Vec<Node> = (0..40).map(|one| node(&one.to_string())).collect();
    let ties: Vec<Tie> = ties.into_iter().map(tie).collect();
    let pieces = pieces(&nodes, &ties);
    assert!(pieces.iter().all(|piece| piece.nodes.len() <= COLUMNS));
    let own = pieces.iter().flat_map(|piece| &piece.nodes);
    assert_eq!(own.filter(|node| !node.is_elsewhere).count(), 40);
}

#[test]
fn what_lies_far_out_does_not_squeeze_the_rest() {
    let row = |said: &str| Row {
        words: said.to_owned(),
        status: None,
        href: "claim".to_owned(),
        happened: None,
        said: vec![mark(day(said), said)],
        published: vec![mark(day("9999-12-31"), "far")],
    };
    let rows = ["2022-09-05", "2022-09-06", "2022-09-07"].map(row);
    let svg = timeline(&rows, &labels("Timeline")).concat();
    assert!(
        svg.contains(">5 Sep 2022<") || svg.contains("Sep 2022<"),
        "{svg}"
    );
    assert!(!svg.contains("9999<"), "{svg}");
}

#[test]
fn many_claims_are_laid_out_in_time() {
    let ties: Vec<(usize, usize)> = (1..3000).map(|one| (one, one / 3)).collect();
    let nodes: Vec<Node> = (0..3000).map(|one| node(&one.to_string())).collect();
    let ties: Vec<Tie> = ties.into_iter().map(tie).collect();
    let drawn = map(&nodes, &ties, &labels("Map")).concat();
    assert_eq!(drawn.matches("class=\"box\"").count(), 3000);
    assert!(map(&[], &[], &labels("Map")).is_empty());
    assert!(timeline(&[], &labels("Timeline")).is_empty());
}
