//! What `ascribe detect` prints of one file: its attributed statements, as JSON or for reading.

mod text;

pub use text::Marks;

use std::ops::Range;

use serde::{Serialize, Serializer};

use crate::annotate::{Prose, prose};
use crate::detect::{Attribution, DetectedSpeaker, Detection, Kind, Language, detect};
use crate::parse::{body, language};
use crate::record::SpeakerEntry;
use crate::roster::Roster;
use crate::text::uniform;

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
    attributions: Each<'a, Attribution>,
    speakers: Each<'a, DetectedSpeaker>,
}

#[derive(Serialize)]
struct AttributionShape<'a> {
    source: Each<'a, Range<usize>>,
    cue: Each<'a, Range<usize>>,
    content: Each<'a, Range<usize>>,
    kind: &'static str,
    act: &'static str,
    speaker: Option<&'a str>,
    via: Each<'a, Range<usize>>,
    hedges: Each<'a, Range<usize>>,
    confidence: f32,
}

#[derive(Serialize)]
struct SpeakerShape<'a> {
    name: &'a str,
    mentions: Each<'a, Range<usize>>,
}

/// Things of a file, each put into its shape only when it is written: there may be very many.
struct Each<'a, T> {
    file: &'a Detected,
    things: &'a [T],
}

impl Serialize for Each<'_, Attribution> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.things.iter().map(|one| self.file.attribution(one)))
    }
}

impl Serialize for Each<'_, DetectedSpeaker> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.things.iter().map(|one| SpeakerShape {
            name: &one.name,
            mentions: self.file.each(&one.mentions),
        }))
    }
}

impl Serialize for Each<'_, Range<usize>> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.things.iter().map(|range| self.file.place(range)))
    }
}

impl Detected {
    /// Reads a file's text as it was on disk. One whose name ends in `.md` is Markdown, and so is
    /// standard input, `-`, that begins with front matter.
    ///
    /// The language is `wanted`, else the `lang` of the front matter, else English. Nothing is found
    /// in a file whose language has no lexicon.
    pub fn new(path: &str, raw: &str, wanted: Option<Language>) -> Self {
        let text = uniform(raw);
        let ending = path.rsplit('.').next().unwrap_or_default();
        let is_markdown = ["md", "markdown"]
            .iter()
            .any(|one| ending.eq_ignore_ascii_case(one))
            || (path == "-" && body(&text) > 0);
        let own = if is_markdown && wanted.is_none() {
            language(&text)
        } else {
            None
        };
        let prose = if is_markdown {
            prose(&text, body(&text))
        } else {
            Prose::plain(text.into_owned())
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
        if record.is_empty() {
            return;
        }
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

    /// One JSON object on a line.
    pub fn json(&self) -> String {
        let shape = FileShape {
            path: &self.path,
            attributions: self.each(&self.detection.attributions),
            speakers: self.each(&self.detection.speakers),
        };
        let mut json = serde_json::to_string(&shape).unwrap_or_default();
        json.push('\n');
        json
    }

    fn each<'a, T>(&'a self, things: &'a [T]) -> Each<'a, T> {
        Each { file: self, things }
    }

    fn attribution<'a>(&'a self, one: &'a Attribution) -> AttributionShape<'a> {
        AttributionShape {
            source: self.each(&one.source),
            cue: self.each(&one.cue),
            content: self.each(&one.content),
            kind: kind(one.kind),
            act: one.act.word(),
            speaker: self.speaker(one),
            via: self.each(&one.via),
            hedges: self.each(&one.hedges),
            confidence: one.confidence,
        }
    }

    fn speaker(&self, one: &Attribution) -> Option<&str> {
        let speaker = self.detection.speakers.get(one.speaker?.0)?;
        Some(&speaker.name)
    }

    /// The characters on disk of a range of the prose.
    fn place(&self, range: &Range<usize>) -> [usize; 2] {
        let count = |byte: usize| {
            let next = self.characters.partition_point(|(at, _)| *at <= byte);
            let last = next
                .checked_sub(1)
                .and_then(|last| self.characters.get(last));
            last.map_or(byte, |(at, count)| count + (byte - at))
        };
        let range = self.prose.place(range);
        [count(range.start), count(range.end)]
    }
}

/// The bytes of a text as [`uniform`] makes it that follow a character of several bytes or of none,
/// each with the number of characters before it on disk; from there to the next, a byte is a character.
/// A byte-order mark counts on disk, and so does each half of a line end of two characters.
fn characters(raw: &str) -> Vec<(usize, usize)> {
    let mut marks = Vec::new();
    let (mut bytes, mut count) = (0, 0);
    let mut rest = raw;
    while let Some(plain) = rest
        .bytes()
        .position(|byte| !byte.is_ascii() || byte == b'\r')
    {
        bytes += plain;
        count += plain;
        let mut letters = rest[plain..].chars();
        let Some(letter) = letters.next() else { break };
        let after = letters.as_str();
        let is_dropped =
            (count == 0 && letter == '\u{feff}') || (letter == '\r' && after.starts_with('\n'));
        let length = if is_dropped { 0 } else { letter.len_utf8() };
        bytes += length;
        count += 1;
        if length != 1 {
            marks.push((bytes, count));
        }
        rest = after;
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
