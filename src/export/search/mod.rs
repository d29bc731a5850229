//! The site's own search: files that are small enough to fetch as somebody types.
//!
//! `search/index.json` tells what there is; `search/words/N.json` holds for some words, in order,
//! the entries in which each stands, with a weight; `search/entries/N.json` what is
//! shown of some entries. A script asks for the few files that a query needs. Entries are numbered
//! kind by kind, the newest first, so that of two that fit alike the lower number comes first.
//!
//! What nobody has looked at is left out: it is listed in the ledger, and would drown the rest.

mod entries;
mod shards;
mod words;

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::Serialize;

use super::json;
use crate::output::{Content, Output};
use crate::page::SearchFile;
use crate::plan::Plan;
use crate::site::Site;
use entries::{Shown, Thing};
use words::Weights;

/// Entries whose words are shown from one file.
const ENTRIES: usize = 25;

/// Files of entries that are made in one go: each go has a list of words of its own.
const TOGETHER: usize = 40;

/// Entries in which a word stands, by number, each with the word's weight there.
type Postings = Vec<(usize, u8)>;

/// What `search/index.json` holds.
#[derive(Serialize)]
struct Index<'a> {
    version: u32,
    /// Entries in one file.
    entries: usize,
    /// For each kind its first entry, the one behind its last, and the weight of its own words.
    kinds: BTreeMap<&'static str, (usize, usize, u8)>,
    /// The first word of each file of words.
    words: Vec<&'a str>,
}

/// The files of the search.
pub(super) fn outputs(site: &Site, plan: &Plan) -> Vec<Output> {
    let things = entries::things(site, plan);
    let parts: Vec<_> = things
        .par_chunks(ENTRIES * TOGETHER)
        .enumerate()
        .map(|(number, part)| read(site, part, number * ENTRIES * TOGETHER))
        .collect();
    let mut files = Vec::new();
    let mut words: BTreeMap<String, Postings> = BTreeMap::new();
    for (shown, found) in parts {
        files.extend(shown);
        for (word, postings) in found {
            words.entry(word).or_default().extend(postings);
        }
    }
    let shards = shards::shards(&words);
    let first_words = shards.iter().filter_map(|shard| shard.keys().next());
    let index = Index {
        version: 1,
        entries: ENTRIES,
        kinds: kinds(&things),
        words: first_words.copied().collect(),
    };
    let output = |file: SearchFile, text: String| Output {
        path: file.route(),
        content: Content::Bytes(text.into_bytes()),
    };
    let mut outputs = vec![output(SearchFile::Index, json(&index))];
    let numbered = files.into_iter().enumerate();
    outputs.extend(numbered.map(|(number, text)| output(SearchFile::Entries(number), text)));
    let numbered = shards.iter().enumerate();
    outputs.extend(numbered.map(|(number, shard)| output(SearchFile::Words(number), json(shard))));
    outputs
}

/// The files of some entries, the first of which has a number, and the words of these.
fn read(site: &Site, things: &[Thing], first: usize) -> (Vec<String>, BTreeMap<String, Postings>) {
    let mut words: BTreeMap<String, Postings> = BTreeMap::new();
    let mut files = Vec::new();
    let mut number = first;
    for part in things.chunks(ENTRIES) {
        let mut shown: Vec<Shown> = Vec::with_capacity(part.len());
        for thing in part {
            let mut weights = Weights::default();
            shown.push(entries::entry(site, thing, &mut weights));
            for (word, weight) in weights.0 {
                words.entry(word).or_default().push((number, weight));
            }
            number += 1;
        }
        files.push(json(&shown));
    }
    (files, words)
}

/// Which entries are of which kind.
fn kinds(things: &[Thing]) -> BTreeMap<&'static str, (usize, usize, u8)> {
    let mut kinds = BTreeMap::new();
    let mut end = 0;
    for part in things.chunk_by(|one, other| one.kind() == other.kind()) {
        if let Some(kind) = part.first().map(Thing::kind) {
            kinds.insert(kind.word(), (end, end + part.len(), kind.weight()));
        }
        end += part.len();
    }
    kinds
}
