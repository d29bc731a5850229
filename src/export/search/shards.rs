//! The words in their order, cut into files that are small enough to fetch.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::Postings;

/// How large a file may grow, in bytes and roughly. A single word may take more.
const LARGEST: usize = 12_000;

/// The most entries that are kept of one word. Of a commoner word the best are kept, and it is
/// marked: it cannot say of an entry that it does not fit.
const MOST: usize = 1_000;

/// What a number and its weight take in a file, in bytes and roughly.
const POSTING: usize = 8;

/// For each word of one file its entries: number, weight, number, weight; behind a first -1 only the
/// best.
pub(super) type Shard<'a> = BTreeMap<&'a str, Vec<i64>>;

/// Cuts the words into files.
pub(super) fn shards(words: &BTreeMap<String, Postings>) -> Vec<Shard<'_>> {
    let mut shards = Vec::new();
    let mut shard = Shard::new();
    let mut size = 0;
    for (word, found) in words {
        let more = word.len() + POSTING * found.len().min(MOST);
        if size + more > LARGEST && !shard.is_empty() {
            shards.push(std::mem::take(&mut shard));
            size = 0;
        }
        size += more;
        shard.insert(word, entries(found));
    }
    if !shard.is_empty() {
        shards.push(shard);
    }
    shards
}

fn entries(found: &Postings) -> Vec<i64> {
    let pair = |(number, weight): &(usize, u8)| {
        [
            i64::try_from(*number).unwrap_or(i64::MAX),
            i64::from(*weight),
        ]
    };
    if found.len() <= MOST {
        return found.iter().flat_map(pair).collect();
    }
    let mut best = found.clone();
    best.sort_by_key(|(number, weight)| (Reverse(*weight), *number));
    best.truncate(MOST);
    best.sort_unstable();
    let marked = std::iter::once(-1);
    marked.chain(best.iter().flat_map(pair)).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{MOST, shards};

    #[test]
    fn words_are_cut_where_there_are_too_many() {
        let postings = |many: usize| (0..many).map(|number| (number, 1)).collect();
        let words = [
            ("u", 600),
            ("us", 600),
            ("usa", 600),
            ("use", 600),
            ("x", 1),
            ("é", 2 * MOST),
        ];
        let words: BTreeMap<String, _> = words
            .map(|(word, many)| (word.to_owned(), postings(many)))
            .into();
        let shards = shards(&words);
        let found: Vec<Vec<&str>> = shards
            .iter()
            .map(|shard| shard.keys().copied().collect())
            .collect();
        assert_eq!(found, [vec!["u", "us"], vec!["usa", "use", "x"], vec!["é"]]);
        let common = &shards[2]["é"];
        assert_eq!((common[0], common.len()), (-1, 1 + 2 * MOST));
    }
}
