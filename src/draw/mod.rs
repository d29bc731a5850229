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

pub use map::{Node, Side, Tie, map};
pub use months::{Month, Year, months};
pub use timeline::{Extent, Mark, Row, timeline};

#[cfg(test)]
mod tests;
