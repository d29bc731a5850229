//! What `ascribe detect` prints of one file: its attributed statements, as JSON or for reading.

use std::ops::Range;

use anstyle::{AnsiColor, Style};
use serde::Serialize;

use crate::annotate::{Prose, prose};
use crate::detect::{Act, Attribution, Detection, Kind, Language, detect};
use crate::parse::{body, language};
use crate::text::SourceFile;

/// The detections of one file.
#[derive(Debug)]
pub struct Detected {
    path: String,
    prose: Prose,
    detection: Detection,
    /// The language of the file, when there is no lexicon for it.
    unread: Option<String>,
    /// For each byte of the text the number of characters before it on disk.
    characters: Vec<usize>,
}

/// One file as `--format json` prints it (DESIGN, "Detection"). Offsets count Unicode characters
/// of the file as it stands on disk.
#[derive(Serialize)]
struct FileShape<'a> {
    path: &'a str,
    attributions: Vec<AttributionShape<'a>>,
    speakers: Vec<SpeakerShape<'a>>,
}

#[derive(Serialize)]
struct AttributionShape<'a> {
    source: Vec<[usize; 2]>,
    cue: Vec<[usize; 2]>,
    content: Vec<[usize; 2]>,
    kind: &'static str,
    act: &'static str,
    speaker: Option<&'a str>,
    via: Vec<[usize; 2]>,
    hedges: Vec<[usize; 2]>,
    confidence: f32,
}

#[derive(Serialize)]
struct SpeakerShape<'a> {
    name: &'a str,
    mentions: Vec<[usize; 2]>,
}

impl Detected {
    /// Reads a file's text as it was on disk; one whose name ends in `.md` is Markdown.
    ///
    /// The language is `wanted`, else the `lang` of the front matter, else English. Nothing is found
    /// in a file whose language has no lexicon.
    pub fn new(path: &str, raw: &str, wanted: Option<Language>) -> Self {
        let file = SourceFile::new(path.to_owned(), raw);
        let ending = path.rsplit('.').next().unwrap_or_default();
        let is_markdown = ["md", "markdown"]
            .iter()
            .any(|one| ending.eq_ignore_ascii_case(one));
        let prose = if is_markdown {
            prose(&file.text, body(&file.text))
        } else {
            Prose::plain(&file.text)
        };
        let own = if is_markdown && wanted.is_none() {
            language(&file.text)
        } else {
            None
        };
        let known = own.as_deref().map(Language::from_tag);
        let (detection, unread) = match wanted.or(known.unwrap_or(Some(Language::default()))) {
            Some(language) => (detect(&prose.text, language), None),
            None => (Detection::default(), own),
        };
        Self {
            path: path.to_owned(),
            detection,
            unread,
            prose,
            characters: characters(raw),
        }
    }

    /// The language of the file, when there is no lexicon for it, so that nothing was looked for.
    pub fn unread(&self) -> Option<&str> {
        self.unread.as_deref()
    }

    /// One JSON object, without a line end.
    pub fn json(&self) -> String {
        let attributions = &self.detection.attributions;
        let shape = FileShape {
            path: &self.path,
            attributions: attributions
                .iter()
                .map(|one| self.attribution(one))
                .collect(),
            speakers: self
                .detection
                .speakers
                .iter()
                .map(|speaker| SpeakerShape {
                    name: &speaker.name,
                    mentions: self.places(&speaker.mentions),
                })
                .collect(),
        };
        serde_json::to_string(&shape).unwrap_or_default()
    }

    fn attribution<'a>(&'a self, one: &Attribution) -> AttributionShape<'a> {
        AttributionShape {
            source: self.places(&one.source),
            cue: self.places(&one.cue),
            content: self.places(&one.content),
            kind: kind(one.kind),
            act: act(one.act),
            speaker: self.speaker(one),
            via: self.places(&one.via),
            hedges: self.places(&one.hedges),
            confidence: one.confidence,
        }
    }

    fn speaker(&self, one: &Attribution) -> Option<&str> {
        let speaker = self.detection.speakers.get(one.speaker?.0)?;
        Some(&speaker.name)
    }

    fn places(&self, ranges: &[Range<usize>]) -> Vec<[usize; 2]> {
        let count = |byte: usize| self.characters.get(byte).copied().unwrap_or_default();
        ranges
            .iter()
            .map(|range| self.prose.place(range))
            .map(|range| [count(range.start), count(range.end)])
            .collect()
    }

    /// The paragraphs that hold statements, with speakers bold, cues in colour and contents
    /// underlined, and a table of the speakers. Styles are ANSI escapes that the caller may strip.
    pub fn text(&self) -> String {
        let mut styles = vec![Style::new(); self.prose.text.len()];
        for one in &self.detection.attributions {
            paint(&mut styles, &one.content, Style::underline);
            paint(&mut styles, &one.cue, |style| {
                style.fg_color(Some(AnsiColor::Cyan.into()))
            });
            paint(&mut styles, &one.hedges, |style| {
                style.fg_color(Some(AnsiColor::Yellow.into()))
            });
            paint(&mut styles, &one.source, Style::bold);
        }
        let mut text = format!("{}\n\n", self.path);
        let mut from = 0;
        for paragraph in self.prose.text.split_inclusive('\n') {
            let range = from..from + paragraph.len();
            from = range.end;
            if styles[range.clone()]
                .iter()
                .any(|style| *style != Style::new())
            {
                styled(&mut text, paragraph.trim_end(), &styles[range.clone()]);
                text.push_str("\n\n");
            }
        }
        text.push_str(&self.table());
        text
    }

    /// Who says how much: statements, denials, non-answers and hedged statements.
    fn table(&self) -> String {
        let mut rows: Vec<(&str, [usize; 4])> = Vec::new();
        for one in &self.detection.attributions {
            let name = self.speaker(one).unwrap_or("(nobody named)");
            let row = match rows.iter().position(|(known, _)| *known == name) {
                Some(row) => row,
                None => {
                    rows.push((name, [0; 4]));
                    rows.len() - 1
                }
            };
            let counts = &mut rows[row].1;
            counts[0] += 1;
            counts[1] += usize::from(one.act == Act::Denies);
            counts[2] += usize::from(one.act == Act::Declines);
            counts[3] += usize::from(!one.hedges.is_empty());
        }
        rows.sort_by_key(|(name, counts)| (std::cmp::Reverse(counts[0]), *name));
        let width = rows
            .iter()
            .map(|(name, _)| name.chars().count())
            .max()
            .unwrap_or(0)
            .max(7);
        let mut table = format!(
            "{:width$}  statements  denials  non-answers  hedged\n",
            "speaker"
        );
        for (name, [statements, denials, silent, hedged]) in rows {
            table.push_str(&format!(
                "{name:width$}  {statements:10}  {denials:7}  {silent:11}  {hedged:6}\n"
            ));
        }
        table
    }
}

fn paint(styles: &mut [Style], ranges: &[Range<usize>], change: impl Fn(Style) -> Style) {
    for range in ranges {
        if let Some(part) = styles.get_mut(range.clone()) {
            for style in part {
                *style = change(*style);
            }
        }
    }
}

fn styled(text: &mut String, words: &str, styles: &[Style]) {
    let mut current = Style::new();
    for (index, letter) in words.char_indices() {
        if styles[index] != current {
            text.push_str(&current.render_reset().to_string());
            current = styles[index];
            text.push_str(&current.render().to_string());
        }
        text.push(letter);
    }
    text.push_str(&current.render_reset().to_string());
}

/// For each byte of a text as [`SourceFile`] holds it, and for its end, the characters before it
/// on disk: a byte-order mark counts, and so does each half of a line end of two characters.
fn characters(raw: &str) -> Vec<usize> {
    let mut counts = Vec::with_capacity(raw.len() + 1);
    let mut letters = raw.chars().enumerate().peekable();
    let mut total = 0;
    while let Some((count, letter)) = letters.next() {
        total = count + 1;
        let is_dropped = (count == 0 && letter == '\u{feff}')
            || (letter == '\r' && letters.peek().is_some_and(|(_, next)| *next == '\n'));
        if !is_dropped {
            counts.resize(counts.len() + letter.len_utf8(), count);
        }
    }
    counts.push(total);
    counts
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Direct => "direct",
        Kind::Indirect => "indirect",
        Kind::Mixed => "mixed",
    }
}

fn act(act: Act) -> &'static str {
    match act {
        Act::Says => "says",
        Act::Denies => "denies",
        Act::Declines => "declines",
        Act::Predicts => "predicts",
        Act::Judges => "judges",
        Act::Concedes => "concedes",
        Act::Corrects => "corrects",
    }
}

#[cfg(test)]
mod tests {
    use super::Detected;

    #[test]
    fn offsets_count_characters_of_the_file_as_it_is_on_disk() {
        let raw =
            "\u{feff}---\r\ntitle: Ö\r\n---\r\n\r\nÉmile *Ryder* said the deal was “dead”.\r\n";
        let found = Detected::new("a.md", raw, None);
        let json: serde_json::Value = serde_json::from_str(&found.json()).expect("it is JSON");
        let letters: Vec<char> = raw.chars().collect();
        let words = |span: &serde_json::Value| -> String {
            let at = |end: usize| {
                let number = span[end].as_u64().expect("a number");
                usize::try_from(number).expect("it is small")
            };
            letters[at(0)..at(1)].iter().collect()
        };
        let one = &json["attributions"][0];
        assert_eq!(words(&one["cue"][0]), "said");
        assert_eq!(words(&one["source"][0]), "Émile *Ryder");
        assert_eq!(words(&one["content"][0]), "the deal was “dead”");
        assert!(found.text().contains("statements"));
    }
}
