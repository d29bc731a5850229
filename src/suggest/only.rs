//! What `--only` asks for: statements of some speakers, or of some acts.

use super::Wishes;
use super::cast::Cast;
use crate::detect::{Act, Attribution, Detection};
use crate::report::did_you_mean;

/// What `--only` asks for.
pub(super) struct Only<'a> {
    acts: Vec<&'a str>,
    speakers: Vec<&'a str>,
}

impl<'a> Only<'a> {
    /// Sorts the words into acts and speakers; a speaker whom the text does not have is noted.
    pub(super) fn new(
        wishes: &'a Wishes,
        detection: &Detection,
        cast: &Cast,
        notes: &mut Vec<String>,
    ) -> Self {
        let words = wishes.only.iter().map(String::as_str);
        let (acts, speakers): (Vec<&str>, Vec<&str>) =
            words.partition(|word| Act::ALL.iter().any(|act| act.word() == *word));
        let only = Self { acts, speakers };
        let members: Vec<_> = (0..detection.speakers.len())
            .filter_map(|one| cast.member(one))
            .collect();
        for word in &only.speakers {
            let is_here = detection
                .speakers
                .iter()
                .any(|one| one.name.eq_ignore_ascii_case(word))
                || members
                    .iter()
                    .any(|member| is_called(word, cast.key(*member), cast.name(*member)));
            if !is_here {
                let hint = did_you_mean(word, members.iter().map(|member| cast.key(*member)));
                let hint = hint.map(|hint| format!("; {hint}")).unwrap_or_default();
                notes.push(format!("no speaker of the text is called `{word}`{hint}"));
            }
        }
        only
    }

    /// Whether a statement is asked for.
    pub(super) fn takes(&self, one: &Attribution, cast: &Cast) -> bool {
        let member = one.speaker.and_then(|speaker| cast.member(speaker.0));
        let is_wanted = |word: &&str| {
            member.is_some_and(|member| is_called(word, cast.key(member), cast.name(member)))
        };
        (self.acts.is_empty() || self.acts.contains(&one.act.word()))
            && (self.speakers.is_empty() || self.speakers.iter().any(is_wanted))
    }
}

fn is_called(word: &str, key: &str, name: &str) -> bool {
    word == key || word.to_lowercase() == name.to_lowercase()
}
