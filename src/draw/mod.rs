//! Drawings as SVG: plain values in, markup out, with no knowledge of sites and pages.
//!
//! A drawing carries classes and no colours: the stylesheet gives it those of the page, in the
//! dark and on paper too. Every mark is a link with a title, which is its text for those who do
//! not see it. What a drawing shows stands beside it as a list or table; making that is the
//! caller's part.
//!
//! The layered layout is our own. Of the crates that could do it, `rust-sugiyama` gives no way
//! around boxes for ties that skip a column, `dagre` needs a quarter of a second for 300 boxes,
//! and `layout-rs` and the charting crates draw marks that cannot be links.

mod axis;
mod layers;
mod map;
mod months;
mod pieces;
mod svg;
mod timeline;
mod words;

use crate::text::fill;

pub use map::{Node, Side, Tie, map};
pub use months::{Month, Year, months};
pub use timeline::{Extent, Mark, Row, timeline};

/// The words of a drawing that are no one's own.
#[derive(Clone, Copy, Debug)]
pub struct Labels<'a> {
    /// What the drawing is called.
    pub label: &'a str,
    /// What a part of it is called, with `{drawing}` and `{number}`.
    pub part: &'a str,
    /// The months in a few letters.
    pub months: [&'a str; 12],
}

impl Labels<'_> {
    fn of_part(&self, number: usize) -> String {
        let number = number.to_string();
        fill(self.part, &[("drawing", self.label), ("number", &number)])
    }
}

#[cfg(test)]
mod tests;
