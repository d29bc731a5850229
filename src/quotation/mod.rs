//! Quotations: their words, whether they stand in another text, and where that text differs.
//!
//! Compared are words alone: white space, quotation marks, punctuation and the case of letters do
//! not count. An ellipsis stands for words left out, brackets for words put in or changed.

mod nearest;
mod words;

pub use nearest::nearest;
pub use words::{Word, words};

/// A quotation, ready to be looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation(Vec<Part>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    /// A word, folded.
    Word(String),
    /// The beginning of a word whose end stands in brackets: `say[s]`.
    Begins(String),
    /// At most so many words that are not quoted.
    Gap(usize),
}

/// How many words an ellipsis may leave out.
const LEFT_OUT: usize = 400;

/// How many words brackets may replace.
const REPLACED: usize = 8;

impl Quotation {
    /// Reads the words of a quotation.
    pub fn new(text: &str) -> Self {
        let mut parts: Vec<Part> = Vec::new();
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let length = if rest.starts_with("...") {
                parts.push(Part::Gap(LEFT_OUT));
                3
            } else if rest.starts_with(". . .") {
                parts.push(Part::Gap(LEFT_OUT));
                5
            } else if first == '…' {
                parts.push(Part::Gap(LEFT_OUT));
                first.len_utf8()
            } else if let Some((gap, length)) = brackets(rest) {
                parts.push(gap);
                length
            } else if first.is_alphanumeric() || first == '[' {
                let (part, length) = word(rest);
                parts.extend(part);
                length
            } else {
                first.len_utf8()
            };
            rest = &rest[length..];
        }
        Self(parts)
    }

    /// How many words are quoted.
    pub fn len(&self) -> usize {
        let is_word = |part: &&Part| !matches!(part, Part::Gap(_));
        self.0.iter().filter(is_word).count()
    }

    /// Whether nothing is quoted.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether the words stand in a text, in order, with no more between them than what the
    /// quotation leaves out.
    pub fn is_in(&self, text: &[Word]) -> bool {
        let is_gap = |part: &Part| matches!(part, Part::Gap(_));
        let start = self.0.iter().position(|part| !is_gap(part));
        let Some(start) = start else {
            return true;
        };
        (0..text.len()).any(|at| self.is_at(start, text, at))
    }

    /// Whether the parts from `part` on stand at a word of the text.
    fn is_at(&self, part: usize, text: &[Word], at: usize) -> bool {
        let (mut part, mut at) = (part, at);
        while let Some(one) = self.0.get(part) {
            part += 1;
            let Part::Gap(most) = one else {
                if !text.get(at).is_some_and(|word| one.fits(word)) {
                    return false;
                }
                at += 1;
                continue;
            };
            let next = self.run(part);
            let mut most = *most;
            if next.is_empty() {
                // Gaps in a row leave out together.
                if let Some(Part::Gap(more)) = self.0.get(part) {
                    most = most.max(*more);
                }
            }
            let stands = |from: usize| {
                let words = text.get(from..from + next.len());
                words.is_some_and(|words| next.iter().zip(words).all(|(one, word)| one.fits(word)))
            };
            match (at..=at + most).find(|from| stands(*from)) {
                Some(from) => at = from,
                None => return false,
            }
        }
        true
    }

    /// The parts from one on, up to the next gap.
    fn run(&self, from: usize) -> &[Part] {
        let rest = &self.0[from..];
        let end = rest.iter().position(|part| matches!(part, Part::Gap(_)));
        &rest[..end.unwrap_or(rest.len())]
    }
}

impl Part {
    fn fits(&self, word: &Word) -> bool {
        match self {
            Self::Word(own) => *own == word.folded,
            Self::Begins(own) => word.folded.starts_with(own),
            Self::Gap(_) => false,
        }
    }
}

/// Words in brackets at the beginning of a text, with what they leave out. Brackets around the first
/// letters of a word are a part of the word.
fn brackets(text: &str) -> Option<(Part, usize)> {
    let close = text.strip_prefix('[')?.find(']')? + 1;
    let inner = text[1..close].trim();
    if text[close + 1..].starts_with(char::is_alphanumeric) {
        return None;
    }
    let most = match inner {
        "sic" => 0,
        "…" | "..." | ". . ." => LEFT_OUT,
        _ => REPLACED,
    };
    Some((Part::Gap(most), close + 1))
}

/// The word at the beginning of a text, with brackets that stand in it.
fn word(text: &str) -> (Option<Part>, usize) {
    let mut letters = String::new();
    let mut in_brackets = false;
    let mut is_cut = false;
    let mut end = text.len();
    for (index, letter) in text.char_indices() {
        match letter {
            '[' => {
                in_brackets = true;
                is_cut |= !letters.is_empty();
            }
            ']' => in_brackets = false,
            _ if letter.is_alphanumeric() || words::is_apostrophe(letter) => {
                if !is_cut {
                    letters.push(letter);
                }
            }
            _ if in_brackets => {}
            _ => {
                end = index;
                break;
            }
        }
    }
    let folded = words::fold(&letters);
    if folded.is_empty() {
        return (None, end);
    }
    let part = if is_cut {
        Part::Begins(folded)
    } else {
        Part::Word(folded)
    };
    (Some(part), end)
}

/// The parts of a text that stand in quotation marks, without the marks.
pub fn quoted(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (index, letter) in text.char_indices() {
        match open {
            Some((start, close)) if letter == close => {
                found.push(text[start..index].trim());
                open = None;
            }
            Some(_) => {}
            None => {
                let close = match letter {
                    '"' => '"',
                    '“' => '”',
                    '«' => '»',
                    '„' => '“',
                    _ => continue,
                };
                open = Some((index + letter.len_utf8(), close));
            }
        }
    }
    found.retain(|words| words.contains(char::is_alphanumeric));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_in(quotation: &str, text: &str) -> bool {
        Quotation::new(quotation).is_in(&words(text))
    }

    #[test]
    fn marks_space_and_case_do_not_count() {
        let text = "He said: “Things are\n  NOT going well — on that front’s edge.”";
        assert!(is_in("things are not going well", text));
        assert!(is_in("well, on that front's edge", text));
        assert!(!is_in("things are going well", text));
        assert!(!is_in("thing", text));
    }

    #[test]
    fn ellipses_leave_out_and_brackets_replace() {
        let text =
            "We do have indications that Russia has approached North Korea to request ammunition.";
        assert!(is_in("We … have indications", text));
        assert!(is_in("indications ... approached North Korea", text));
        assert!(is_in("indications […] ammunition", text));
        assert!(!is_in("ammunition … indications", text));
        assert!(is_in("[The Pentagon does] have indications", text));
        assert!(is_in("indications that [it] has approached", text));
        assert!(is_in("that Russia [sic] has", text));
        assert!(is_in("[w]e do have", text));
        assert!(is_in("Russia ha[d] approach[es] North", text));
        assert!(!is_in("have [that] ammunition", text));
        assert!(is_in("…", text));
    }

    #[test]
    fn words_in_marks_are_found() {
        assert_eq!(
            quoted("a “b c” d \"e\" and «f» but not “”"),
            ["b c", "e", "f"]
        );
    }
}
