//! The stage that writes annotations for an author: detections become spans and speakers' entries.
//!
//! Nothing is ever taken out or changed: a suggestion is a list of insertions, so the prose and the
//! front matter stay as they were once the markup is taken away. What is suggested is proved before
//! it is shown: the text is read again with the insertions in it, and a span that was not
//! understood as it was meant, or that moved a single letter, is left out.

mod apply;
mod candidates;
mod cast;
mod diff;
mod front;
mod keys;
mod marking;
mod only;
mod pieces;
mod prove;
mod relays;
mod shared;
mod wording;

use std::ops::Range;

use crate::annotate::prose_of_brief;
use crate::detect::{Act, Language, detect};
use crate::inputs::Inputs;
use crate::parse::{Split, split};
use crate::report::Report;
use crate::text::{FileId, SourceFile};
use shared::Shared;

/// What to take of all that the detector finds.
#[derive(Clone, Debug)]
pub struct Wishes {
    /// Names or keys of speakers and words for acts; without any, everything is taken. Several
    /// speakers, and several acts, add up; a speaker and an act narrow each other.
    pub only: Vec<String>,
    /// The least confidence of a detection, from 0 to 1; that of the site's settings without.
    pub min_confidence: Option<f64>,
}

/// Some text to put in at a byte of a file as it is on disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Insertion {
    /// The byte before which the text goes.
    pub at: usize,
    /// The text, with the line ends of the file.
    pub text: String,
}

/// What to put into a brief.
#[derive(Clone, Debug, Default)]
pub struct Suggestion {
    /// What goes in, in the order of the file.
    pub insertions: Vec<Insertion>,
    /// How many statements it marks.
    pub statements: usize,
    /// How many speakers it adds.
    pub speakers: usize,
    /// What was left out, and why, for the author.
    pub notes: Vec<String>,
}

impl Suggestion {
    /// The file with everything put in.
    pub fn applied(&self, raw: &str) -> String {
        apply::apply(raw, &self.insertions)
    }

    /// What changes in the file, as a unified diff with ANSI styles that the caller may strip.
    pub fn diff(&self, path: &str, raw: &str) -> String {
        diff::diff(path, raw, &self.insertions)
    }
}

/// Suggests annotations for the brief `id` of a site, whose file holds `raw` on disk. When the
/// brief or the record that it rests on has errors, they are the report and nothing is suggested.
pub fn suggest(inputs: &Inputs, id: FileId, raw: &str, wishes: &Wishes) -> (Suggestion, Report) {
    let file = inputs.files.get(id);
    let head = match split(&file.text) {
        Split::None => front::head(file),
        Split::FrontMatter { .. } | Split::Unclosed => String::new(),
    };
    let (shared, faults) = Shared::of(inputs, id, !head.is_empty());
    if faults.has_errors() {
        return (Suggestion::default(), faults);
    }
    let draft = Draft {
        path: file.path.clone(),
        text: format!("{head}{}", file.text),
        head: head.len(),
    };
    let Some(proof) = prove::Proof::begin(&draft, &shared) else {
        return (Suggestion::default(), faults);
    };
    (look(&draft, &shared, &proof, raw, wishes), faults)
}

/// Looks for what to suggest, and proves it.
fn look(
    draft: &Draft,
    shared: &Shared,
    proof: &prove::Proof,
    raw: &str,
    wishes: &Wishes,
) -> Suggestion {
    let brief = proof.document();
    let prose = prose_of_brief(brief, &proof.files, &proof.parsed);
    let tag = brief.front.lang.as_ref();
    let tag = tag.unwrap_or(&shared.parsed.settings.lang);
    let Some(language) = Language::from_tag(tag) else {
        let note = "for which there is no lexicon: nothing was looked for";
        return Suggestion {
            notes: vec![format!("the brief is in `{tag}`, {note}")],
            ..Suggestion::default()
        };
    };
    let detection = detect(&prose.text, language);
    let known = shared.speakers(brief);
    let cast = cast::cast(
        &prose.text,
        language,
        &detection,
        &known,
        &shared.speaker_keys,
    );
    let relays = relays::Relays::new(&shared.parsed.record.sources, &brief.record);
    let look = candidates::Look {
        draft,
        prose: &prose,
        language,
        detection: &detection,
        cast: &cast,
        relays: &relays,
        claim_keys: &shared.claim_keys,
        wishes,
        least: wishes
            .min_confidence
            .unwrap_or(shared.parsed.settings.detection_threshold),
    };
    let mut notes = Vec::new();
    let found = look.candidates(&mut notes);
    let kept = proof.keep(draft, &cast, found, &mut notes);
    let insertions = marking::mark(draft, &cast, &kept).insertions;
    Suggestion {
        insertions: apply::on_disk(draft, raw, insertions),
        statements: kept.len(),
        speakers: cast.used(&kept).len(),
        notes,
    }
}

/// The text that is worked on: the file's, below front matter made for it if it has none.
struct Draft {
    path: String,
    text: String,
    /// The length of the front matter that the file does not have.
    head: usize,
}

impl Draft {
    /// The line of the file in which a byte of the draft stands.
    fn line(&self, at: usize) -> usize {
        let file = SourceFile::exactly(String::new(), self.text[self.head..].into());
        file.line_column(at.saturating_sub(self.head)).0
    }
}

/// A statement that could be marked.
#[derive(Clone, Debug)]
struct Candidate {
    /// The places in the draft that brackets go around, in order; they nest with all markup.
    pieces: Vec<Range<usize>>,
    /// Which of them carries the attributes; the others only say that they belong to it.
    main: usize,
    /// The byte of the prose at which what is said begins, behind a cue that is marked with it.
    content: usize,
    /// The key of the claim; none for a non-answer.
    claim: Option<String>,
    /// The speaker in the cast.
    by: Option<cast::Member>,
    act: Act,
    /// Keys of sources, nearest first.
    via: Vec<String>,
    /// The words that weaken it.
    hedge: Option<String>,
    /// What a non-answer is about.
    declines: Option<String>,
    confidence: f32,
}
