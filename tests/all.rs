//! Every test that stands outside of the modules, in one binary. `UPDATE=1 cargo test --test all`
//! rewrites the expectations of `tests/spec`, `tests/inspect` and `tests/sites`; review the diff.

#![expect(
    clippy::disallowed_methods,
    reason = "tests read and write files of their own"
)]
#![allow(
    clippy::case_sensitive_file_extension_comparisons,
    reason = "the tests know how their files are called"
)]
#![expect(clippy::expect_used, reason = "a helper that panics fails its test")]

#[path = "all/addresses.rs"]
mod addresses;
#[path = "all/annotating.rs"]
mod annotating;
#[path = "all/annotations.rs"]
mod annotations;
#[path = "all/bibliography.rs"]
mod bibliography;
#[path = "all/blocks.rs"]
mod blocks;
#[path = "all/commands.rs"]
mod commands;
#[path = "all/data.rs"]
mod data;
#[path = "all/detect.rs"]
mod detect;
#[path = "all/drawings.rs"]
mod drawings;
#[path = "all/escaping.rs"]
mod escaping;
#[path = "all/export.rs"]
mod export;
#[path = "all/feeds.rs"]
mod feeds;
#[path = "all/folder.rs"]
mod folder;
#[path = "all/fuzzing.rs"]
mod fuzzing;
#[path = "all/head.rs"]
mod head;
#[path = "all/history.rs"]
mod history;
#[path = "all/inspecting.rs"]
mod inspecting;
#[path = "all/ledger.rs"]
mod ledger;
#[path = "all/linked_data.rs"]
mod linked_data;
#[path = "all/languages.rs"]
mod languages;
#[path = "all/listing.rs"]
mod listing;
#[path = "all/messages.rs"]
mod messages;
#[path = "all/markdown.rs"]
mod markdown;
#[path = "all/new.rs"]
mod new;
#[path = "all/privacy.rs"]
mod privacy;
#[path = "all/properties.rs"]
mod properties;
#[path = "all/reading.rs"]
mod reading;
#[path = "all/search.rs"]
mod search;
#[path = "all/sites.rs"]
mod sites;
#[path = "all/spec.rs"]
mod spec;
#[path = "all/tidy.rs"]
mod tidy;
#[path = "all/verdicts.rs"]
mod verdicts;
