//! Ascribe: annotated briefs in, a static briefing site out.
//!
//! A brief is an article about what people say. Each claim in it carries who makes it, through
//! whom, on what source, how certainly, and who disputes it. Ascribe reads briefs in Markdown,
//! ties the claims of all of them together, computes from the record what the prose alone hides
//! ("9 statements, 3 outlets, 1 independent origin, 1 denial"), and writes a site that any static
//! host serves.
//!
//! # The road
//!
//! ```text
//! disk -> Inputs -> Parsed -> Annotated -> Site -> Plan -> Output -> disk
//!    discover   parse   annotate     resolve   plan  render   write
//!                                                 |-- lint, export
//! ```
//!
//! The list of modules below is the floor plan. The ground knows only text and faults; the data
//! come in the order in which they come to be; the stages stand in the order in which they run.
//! A module uses only modules that stand above it: there is no way back up the road, and a test
//! keeps it so.
//!
//! - A file named after a verb is a stage and exports one function of that name. It takes a value
//!   and gives the next, with a [`report::Report`] of all that is wrong with it. A stage never
//!   stops at a fault.
//! - A file named after a noun holds types. Names that an author wrote stay
//!   [`text::Name`]s, with their place, until [`mod@resolve`]; from there on there are ids only, so
//!   that nothing unresolved can reach a page.
//! - The detector is a room of its own ([`mod@detect`]): text in, attributions out, and no knowledge of
//!   Markdown, sites or files; [`detections`] is the way in and out for the command line, and
//!   [`mod@suggest`] turns what it finds into markup for the author's file.
//! - [`draw`] makes SVG of plain values; what is drawn, and which page shows it, is said by
//!   [`mod@plan`] and `render`.
//! - Each package and each side effect has one home: `serde_yaml` in [`yaml`], `hayagriva` in
//!   [`bibliography`], `icu_plurals` in [`messages`], `jiff` in [`date`], `walkdir` and reading in
//!   [`mod@discover`], `tera` in [`mod@render`], `ammonia` in [`mod@annotate`], `dom_smoothie` in
//!   [`mod@import`], writing in [`mod@write`], `html5gum` in [`mod@inspect`]; `quick-xml` writes in
//!   [`mod@export`] and reads in [`mod@inspect`]; clock, environment and printing are the binary's.
//!
//! Behind the road's end [`mod@inspect`] looks at what was built, ours or not.
//!
//! Before the road lies the way of a text into a site: [`mod@import`] takes it in,
//! [`mod@compose`] makes the file of a brief of it.
//!
//! What is absent on purpose: no untyped context outside of `render`, no second path for watching,
//! no plug-ins, no state that outlives a build except the manifest of written files.
//!
//! # Where to add things
//!
//! A kind of fault is a line in `report/code.rs`, which gives it name, severity and explanation;
//! a lint is a file in `lint/`; a kind of page is a variant in `page.rs`, a file in `render/` and
//! a template; a file beside the pages is a variant of [`page::DataFile`] and a file in `export/`; a
//! format of `ascribe export` is a line in `export/format.rs`; words for readers are a line in each
//! table of `templates/messages/`; a CSL style, a scale, a word of the record is a line where its
//! kin are. The compiler and the tests name what is missing.

// ground
pub mod text;
pub mod html;
pub mod fragment;
pub mod address;
pub mod slug;
pub mod privacy;
pub mod quotation;
pub mod report;
pub mod date;
pub mod edtf;
pub mod scale;
pub mod yaml;
pub mod bibliography;
pub mod theme;
pub mod messages;
pub mod draw;
pub mod starter;
pub mod detect;

// data
pub mod record;
pub mod roster;
pub mod settings;
pub mod inputs;
pub mod built;
pub mod document;
pub mod article;
pub mod brief;
pub mod site;
pub mod summary;
pub mod subject;
pub mod provenance;
pub mod impact;
pub mod page;
pub mod dataset;
pub mod web_annotation;
pub mod linked_data;
pub mod feed;
pub mod output;

// stages
pub mod discover;
pub mod parse;
pub mod annotate;
pub mod suggest;
pub mod resolve;
pub mod plan;
pub mod lint;
pub mod export;
pub mod render;
pub mod write;

// the road
pub mod compile;
pub mod detections;
pub mod import;
pub mod compose;
pub mod inspect;
