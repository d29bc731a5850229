//! The passage of a text that is most like a quotation, with the differences marked.

use std::collections::HashMap;

use super::words::{Word, words};

/// The passage that shares most words with the quotation, if it shares half of them. What only the
/// text has stands in `[-…-]`, what only the quotation has in `{+…+}`.
pub fn nearest(quotation: &str, text: &str, text_words: &[Word]) -> Option<String> {
    let wanted = words(quotation);
    let (start, end) = window(&wanted, text_words)?;
    // What is left out moves the last words of the passage beyond the window.
    let around = wanted.len() / 2;
    let start = start.saturating_sub(around);
    let end = (end + around).min(text_words.len());
    Some(marked(quotation, &wanted, text, &text_words[start..end]))
}

/// The run of words, as many as are wanted, that holds most of them.
fn window(wanted: &[Word], text: &[Word]) -> Option<(usize, usize)> {
    let size = wanted.len().min(text.len());
    let mut missing: HashMap<&str, isize> = HashMap::new();
    for word in wanted {
        *missing.entry(&word.folded).or_default() += 1;
    }
    let (mut shared, mut best) = (0, (0, 0));
    for (index, word) in text.iter().enumerate() {
        if let Some(count) = missing.get_mut(word.folded.as_str()) {
            shared += usize::from(*count > 0);
            *count -= 1;
        }
        if index >= size
            && let Some(count) = missing.get_mut(text[index - size].folded.as_str())
        {
            *count += 1;
            shared -= usize::from(*count > 0);
        }
        if shared > best.0 {
            best = (shared, (index + 1).saturating_sub(size));
        }
    }
    let (shared, start) = best;
    (shared > 0 && shared * 2 >= wanted.len()).then_some((start, start + size))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Both,
    Text,
    Quotation,
}

/// The two runs of words as one, by their longest common subsequence.
fn marked(quotation: &str, wanted: &[Word], text: &str, have: &[Word]) -> String {
    let mut lengths = vec![vec![0_usize; have.len() + 1]; wanted.len() + 1];
    for (row, own) in wanted.iter().enumerate().rev() {
        for (column, other) in have.iter().enumerate().rev() {
            lengths[row][column] = if own.folded == other.folded {
                lengths[row + 1][column + 1] + 1
            } else {
                lengths[row + 1][column].max(lengths[row][column + 1])
            };
        }
    }
    let (mut row, mut column) = (0, 0);
    let mut runs: Vec<(Side, Vec<&str>)> = Vec::new();
    while row < wanted.len() || column < have.len() {
        let both = row < wanted.len() && column < have.len();
        let (side, words) = if both && wanted[row].folded == have[column].folded {
            row += 1;
            column += 1;
            (Side::Both, &text[have[column - 1].range.clone()])
        } else if column < have.len()
            && (row == wanted.len() || lengths[row][column + 1] >= lengths[row + 1][column])
        {
            column += 1;
            (Side::Text, &text[have[column - 1].range.clone()])
        } else {
            row += 1;
            (Side::Quotation, &quotation[wanted[row - 1].range.clone()])
        };
        match runs.last_mut() {
            Some((last, run)) if *last == side => run.push(words),
            _ => runs.push((side, vec![words])),
        }
    }
    let is_outside =
        |run: Option<&(Side, Vec<&str>)>| run.is_some_and(|(side, _)| *side == Side::Text);
    if is_outside(runs.last()) {
        runs.pop();
    }
    let first = usize::from(is_outside(runs.first()));
    let shown = runs[first..].iter().map(|(side, run)| match side {
        Side::Both => run.join(" "),
        Side::Text => format!("[-{}-]", run.join(" ")),
        Side::Quotation => format!("{{+{}+}}", run.join(" ")),
    });
    shown.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(quotation: &str, text: &str) -> Option<String> {
        nearest(quotation, text, &words(text))
    }

    #[test]
    fn the_difference_is_marked() {
        let text = "Nobody knows. Things are not going well on that front. So he said.";
        assert_eq!(
            near("things are going really well on that front", text).as_deref(),
            Some("Things are [-not-] going {+really+} well on that front")
        );
        assert_eq!(near("an altogether other sentence", text), None);
        assert_eq!(near("things", ""), None);
    }
}
