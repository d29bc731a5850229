//! The page on which the site is searched: how each status looks that a result may have.

use serde::Serialize;

use super::localised::Localised;
use super::shapes::Word;
use crate::record::{Editorial, SourceState};
use crate::site::Computed;

/// What the page reads as `search`.
#[derive(Serialize)]
pub(super) struct SearchShape {
    statuses: Vec<Word>,
}

pub(super) fn search(site: &Localised) -> SearchShape {
    let of_claims = Computed::WORDS.iter().chain(Editorial::WORDS);
    let mut statuses: Vec<Word> = of_claims.map(|key| site.status_word(key)).collect();
    for key in SourceState::WORDS {
        if statuses.iter().all(|word| word.key != *key) {
            statuses.push(site.word("source_states", key));
        }
    }
    statuses.push(site.word("brief_states", "withdrawn"));
    SearchShape { statuses }
}
