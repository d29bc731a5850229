//! One file for reading in a terminal: its statements marked in their sentences, and who says how much.

use anstyle::{AnsiColor, Style};
use unicode_width::UnicodeWidthStr;

use super::Detected;
use crate::detect::{Act, Attribution, Class, sentences};

/// How the parts of a statement are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marks {
    /// By ANSI escapes.
    Colours,
    /// By brackets, where colours do not show.
    Brackets,
}

/// The parts of a statement, outermost first, as bits of a byte's marks.
const PARTS: [Part; 4] = [
    Part {
        bit: 1,
        open: "[",
        close: "]",
        style: Style::new().underline(),
        legend: "what is said",
    },
    Part {
        bit: 2,
        open: "{",
        close: "}",
        style: Style::new().bold(),
        legend: "who speaks",
    },
    Part {
        bit: 4,
        open: "<",
        close: ">",
        style: Style::new().fg_color(Some(anstyle::Color::Ansi(AnsiColor::Cyan))),
        legend: "the words that tie them",
    },
    Part {
        bit: 8,
        open: "~",
        close: "~",
        style: Style::new().fg_color(Some(anstyle::Color::Ansi(AnsiColor::Yellow))),
        legend: "a hedge",
    },
];

struct Part {
    bit: u8,
    open: &'static str,
    close: &'static str,
    style: Style,
    legend: &'static str,
}

/// Columns that a name may take in the table.
const WIDEST: usize = 40;

/// Below this a statement is called unsure.
const SURE: f32 = 0.5;

impl Detected {
    /// The sentences that hold statements, each followed by who makes them, and a table of the
    /// speakers.
    pub fn text(&self, marks: Marks) -> String {
        let name = if self.path == "-" {
            "standard input"
        } else {
            &self.path
        };
        let attributions = &self.detection.attributions;
        let Some(language) = self.language.filter(|_| !attributions.is_empty()) else {
            return format!("{name}: no statements found\n");
        };
        let mut text = format!("{name}: {}\n", self.sum());
        text.push_str(&legend(marks));
        let bits = self.bits();
        let mut glosses = attributions.iter().peekable();
        let mut paragraph_end = 0;
        for sentence in sentences(&self.prose.text, language) {
            if bits[sentence.clone()].iter().all(|bits| *bits == 0) {
                continue;
            }
            let gap = &self.prose.text[paragraph_end..sentence.start];
            if paragraph_end == 0 || gap.contains('\n') {
                text.push('\n');
            }
            paragraph_end = sentence.end;
            let words = &self.prose.text[sentence.clone()];
            write_marked(&mut text, words.trim_end(), &bits[sentence.clone()], marks);
            text.push('\n');
            while let Some(one) = glosses.next_if(|one| place(one) < sentence.end) {
                text.push_str(&format!("    → {}\n", self.gloss(one)));
            }
        }
        text.push('\n');
        text.push_str(&self.table());
        text
    }

    /// "5 statements by 2 speakers"
    fn sum(&self) -> String {
        let plural = |count: usize, what: &str| {
            let ending = if count == 1 { "" } else { "s" };
            format!("{count} {what}{ending}")
        };
        let speakers: std::collections::BTreeSet<&str> = self
            .detection
            .attributions
            .iter()
            .filter_map(|one| self.speaker(one))
            .collect();
        format!(
            "{} by {}",
            plural(self.detection.attributions.len(), "statement"),
            plural(speakers.len(), "speaker")
        )
    }

    /// For each byte of the prose the parts of statements that it belongs to.
    fn bits(&self) -> Vec<u8> {
        let mut bits = vec![0_u8; self.prose.text.len()];
        for one in &self.detection.attributions {
            let spans = [&one.content, &one.source, &one.cue, &one.hedges];
            for (ranges, part) in spans.into_iter().zip(&PARTS) {
                for range in ranges {
                    for byte in bits.get_mut(range.clone()).unwrap_or_default() {
                        *byte |= part.bit;
                    }
                }
            }
        }
        bits
    }

    /// "Lena Holt: declines, via Reuters"
    fn gloss(&self, one: &Attribution) -> String {
        let name = self.speaker(one).unwrap_or("(nobody named)");
        let mut gloss = format!("{}: {}", flat(name), one.act.word());
        match one.class {
            Class::Assertion => {}
            Class::Belief => gloss.push_str(", in mind"),
            Class::Intent => gloss.push_str(", in intent"),
            Class::Decree => gloss.push_str(", by decree"),
        }
        for relay in &one.via {
            let words = self.prose.text.get(relay.clone()).unwrap_or_default();
            gloss.push_str(&format!(", via {}", flat(words)));
        }
        if one.confidence < SURE {
            gloss.push_str(", unsure");
        }
        gloss
    }

    /// Who says how much: statements, denials, non-answers and hedged statements.
    fn table(&self) -> String {
        let mut rows: Vec<(String, [usize; 4])> = Vec::new();
        for one in &self.detection.attributions {
            let name = shortened(&flat(self.speaker(one).unwrap_or("(nobody named)")));
            let row = rows
                .iter()
                .position(|(known, _)| *known == name)
                .unwrap_or_else(|| {
                    rows.push((name, [0; 4]));
                    rows.len() - 1
                });
            let counts = &mut rows[row].1;
            counts[0] += 1;
            counts[1] += usize::from(one.act == Act::Denies);
            counts[2] += usize::from(one.act == Act::Declines);
            counts[3] += usize::from(!one.hedges.is_empty());
        }
        rows.sort_by(|(one, counts), (other, others)| (others[0], one).cmp(&(counts[0], other)));
        let widths = rows.iter().map(|(name, _)| name.width());
        let width = widths.max().unwrap_or(0).max("speaker".len());
        let mut table = format!(
            "{:width$}  statements  denials  non-answers  hedged\n",
            "speaker"
        );
        for (name, [statements, denials, silent, hedged]) in rows {
            let gap = " ".repeat(width.saturating_sub(name.width()));
            table.push_str(&format!(
                "{name}{gap}  {statements:10}  {denials:7}  {silent:11}  {hedged:6}\n"
            ));
        }
        table
    }
}

/// Where a statement is told: at its cue, else at its first words.
fn place(one: &Attribution) -> usize {
    one.cue
        .first()
        .or(one.content.first())
        .map_or(0, |range| range.start)
}

/// What the marks mean, each in itself.
fn legend(marks: Marks) -> String {
    let parts = PARTS.map(|part| match marks {
        Marks::Colours => format!(
            "{}{}{}",
            part.style.render(),
            part.legend,
            part.style.render_reset()
        ),
        Marks::Brackets => format!("{}{}{}", part.open, part.legend, part.close),
    });
    format!("{}\n", parts.join("  "))
}

fn write_marked(text: &mut String, words: &str, bits: &[u8], marks: Marks) {
    let mut current = 0;
    for (index, letter) in words.char_indices() {
        turn(text, current, bits[index], marks);
        current = bits[index];
        // A line that was broken in the file goes on here.
        text.push(if letter.is_whitespace() { ' ' } else { letter });
    }
    turn(text, current, 0, marks);
}

/// Goes from one set of marks to the next.
fn turn(text: &mut String, from: u8, to: u8, marks: Marks) {
    if from == to {
        return;
    }
    match marks {
        Marks::Colours => {
            let style = |bits: u8| {
                let parts = PARTS.iter().filter(|part| bits & part.bit != 0);
                parts.fold(Style::new(), |style, part| {
                    let colour = part.style.get_fg_color().or(style.get_fg_color());
                    Style::new()
                        .effects(style.get_effects() | part.style.get_effects())
                        .fg_color(colour)
                })
            };
            text.push_str(&style(from).render_reset().to_string());
            text.push_str(&style(to).render().to_string());
        }
        Marks::Brackets => {
            // What opens inside a part that closes here is closed with it.
            let ended = PARTS.iter().rev().filter(|part| from & !to & part.bit != 0);
            text.extend(ended.map(|part| part.close));
            let begun = PARTS.iter().filter(|part| to & !from & part.bit != 0);
            text.extend(begun.map(|part| part.open));
        }
    }
}

/// Words on one line.
fn flat(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A name that fits its column.
fn shortened(name: &str) -> String {
    if name.width() <= WIDEST {
        return name.to_owned();
    }
    let mut short = String::new();
    for letter in name.chars() {
        short.push(letter);
        if short.width() >= WIDEST {
            short.pop();
            break;
        }
    }
    short.push('…');
    short
}

#[cfg(test)]
mod tests {
    use super::Marks;
    use crate::detections::Detected;

    fn text(words: &str, marks: Marks) -> String {
        Detected::new("a.txt", words, None).text(marks)
    }

    #[test]
    fn brackets_tell_the_parts_of_a_statement() {
        let found = text(
            "The day was long. Lena Holt told Reuters the deal could fail. She denied the report.\n",
            Marks::Brackets,
        );
        let expected = "\
a.txt: 2 statements by 1 speaker
[what is said]  {who speaks}  <the words that tie them>  ~a hedge~

{Lena Holt} <told> Reuters [the deal ~could~ fail].
    → Lena Holt: says, via Reuters
{She} <denied> [the report].
    → Lena Holt: denies

speaker    statements  denials  non-answers  hedged
Lena Holt           2        1            0       1
";
        assert_eq!(found, expected);
    }

    #[test]
    fn colours_leave_no_brackets() {
        let found = text("Lena Holt said the deal was off.\n", Marks::Colours);
        assert!(found.contains("\u{1b}[1mLena Holt\u{1b}[0m"), "{found:?}");
        assert!(!found.contains('{'), "{found:?}");
    }

    #[test]
    fn a_wide_name_keeps_the_columns_in_line() {
        let long = "the deputy assistant secretary for the northern and the southern harbours";
        let found = text(
            &format!("{long} said the deal was off. 王小明 said it was on.\n"),
            Marks::Brackets,
        );
        let ends: Vec<usize> = found
            .lines()
            .skip_while(|line| !line.starts_with("speaker"))
            .map(unicode_width::UnicodeWidthStr::width)
            .collect();
        assert_eq!(ends, vec![ends[0]; 3], "{found}");
    }

    #[test]
    fn a_text_in_which_nobody_speaks_says_so() {
        assert_eq!(
            text("It rained.\n", Marks::Brackets),
            "a.txt: no statements found\n"
        );
    }
}
