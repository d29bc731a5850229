//! What `ascribe detect` prints of one file: its attributed statements, as JSON or for reading.

mod text;

pub use text::Marks;

use std::ops::Range;

use serde::Serialize;

use crate::annotate::{Prose, prose};
use crate::detect::{Attribution, Detection, Kind, Language, detect};
use crate::parse::{body, language};
use crate::record::SpeakerEntry;
use crate::roster::Roster;
use crate::text::SourceFile;

/// The detections of one file.
#[derive(Debug)]
pub struct Detected {
    path: String,
    prose: Prose,
    detection: Detection,
    /// The language in which it was read.
    language: Option<Language>,
    /// The language of the file, when there is no lexicon for it.
    unread: Option<String>,
    /// Where bytes of the text and characters on disk part, as [`characters`] tells.
    characters: Vec<(usize, usize)>,
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
    /// Reads a file's text as it was on disk. One whose name ends in `.md` is Markdown, and so is
    /// standard input, `-`, that begins with front matter.
    ///
    /// The language is `wanted`, else the `lang` of the front matter, else English. Nothing is found
    /// in a file whose language has no lexicon.
    pub fn new(path: &str, raw: &str, wanted: Option<Language>) -> Self {
        let file = SourceFile::new(path.to_owned(), raw);
        let ending = path.rsplit('.').next().unwrap_or_default();
        let is_markdown = ["md", "markdown"]
            .iter()
            .any(|one| ending.eq_ignore_ascii_case(one))
            || (path == "-" && body(&file.text) > 0);
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
        let language = wanted.or(known.unwrap_or(Some(Language::default())));
        let detection = language.map(|language| detect(&prose.text, language));
        Self {
            path: path.to_owned(),
            detection: detection.unwrap_or_default(),
            language,
            unread: own.filter(|_| language.is_none()),
            prose,
            characters: characters(raw),
        }
    }

    /// Calls the speakers that a record lists by their names there, whatever the file calls them.
    pub fn name_by(&mut self, record: &[SpeakerEntry]) {
        let roster = Roster::new(record);
        for speaker in &mut self.detection.speakers {
            if let Some(found) = roster.find(&speaker.name) {
                speaker.name.clone_from(&record[found].name);
            }
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
            act: one.act.word(),
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
        let count = |byte: usize| {
            let next = self.characters.partition_point(|(at, _)| *at <= byte);
            let last = next
                .checked_sub(1)
                .and_then(|last| self.characters.get(last));
            last.map_or(byte, |(at, count)| count + (byte - at))
        };
        ranges
            .iter()
            .map(|range| self.prose.place(range))
            .map(|range| [count(range.start), count(range.end)])
            .collect()
    }
}

/// The bytes of a text as [`SourceFile`] holds it that follow a character of several bytes or of none,
/// each with the number of characters before it on disk; from there to the next, a byte is a character.
/// A byte-order mark counts on disk, and so does each half of a line end of two characters.
fn characters(raw: &str) -> Vec<(usize, usize)> {
    let mut marks = Vec::new();
    let mut letters = raw.chars().enumerate().peekable();
    let mut bytes = 0;
    while let Some((count, letter)) = letters.next() {
        let is_dropped = (count == 0 && letter == '\u{feff}')
            || (letter == '\r' && letters.peek().is_some_and(|(_, next)| *next == '\n'));
        let length = if is_dropped { 0 } else { letter.len_utf8() };
        bytes += length;
        if length != 1 {
            marks.push((bytes, count + 1));
        }
    }
    marks
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Direct => "direct",
        Kind::Indirect => "indirect",
        Kind::Mixed => "mixed",
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
    }
}
