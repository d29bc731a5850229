//! The proof of a suggestion: the text is read again with the markup in it.

use super::cast::Cast;
use super::shared::{Shared, marks_alone};
use super::{Candidate, Draft, apply, marking, wording};
use crate::annotate::{Prose, annotate, prose_of_brief};
use crate::brief::Annotation;
use crate::document::Document;
use crate::inputs::Inputs;
use crate::parse::{Parsed, parse};
use crate::text::{Files, SourceFile};

/// A draft as it reads now, to compare with.
pub(super) struct Proof<'a> {
    shared: &'a Shared,
    pub(super) files: Files,
    pub(super) parsed: Parsed,
    prose: Prose,
    text: String,
    annotations: usize,
}

impl<'a> Proof<'a> {
    /// Reads a draft; nothing where that fails.
    pub(super) fn begin(draft: &Draft, shared: &'a Shared) -> Option<Self> {
        let (files, parsed) = read(&draft.path, &draft.text, shared)?;
        let prose = prose_of_brief(parsed.briefs.first()?, &files, &parsed);
        let (annotated, _) = annotate(marks_alone(parsed.clone()), &files);
        let brief = annotated.briefs.into_iter().next()?;
        let (text, annotations) = (brief.text, brief.annotations.len());
        Some(Self {
            shared,
            files,
            parsed,
            prose,
            text,
            annotations,
        })
    }

    /// The brief as it was read.
    pub(super) fn document(&self) -> &Document {
        &self.parsed.briefs[0]
    }

    /// The statements that hold when they are marked together. Those that do not are found by
    /// halving, and noted.
    pub(super) fn keep(
        &self,
        draft: &Draft,
        cast: &Cast,
        all: Vec<Candidate>,
        notes: &mut Vec<String>,
    ) -> Vec<Candidate> {
        let mut all = all;
        if !marking::mark(draft, cast, &all).has_speakers {
            let names: Vec<&str> = cast.used(&all).into_iter().map(|(_, name)| name).collect();
            notes.push(format!(
                "the front matter's `speakers` cannot be added to as they are written: enter {} by hand",
                names.join(", ")
            ));
            for one in &mut all {
                one.by = one.by.filter(|member| !cast.is_new(*member));
            }
        }
        let mut kept = Vec::new();
        self.add(draft, cast, all, &mut kept, notes);
        kept.sort_by_key(|one: &Candidate| {
            (
                one.pieces[one.main].start,
                std::cmp::Reverse(one.pieces[one.main].end),
            )
        });
        kept
    }

    fn add(
        &self,
        draft: &Draft,
        cast: &Cast,
        mut new: Vec<Candidate>,
        kept: &mut Vec<Candidate>,
        notes: &mut Vec<String>,
    ) {
        let before = kept.len();
        kept.extend(new.iter().cloned());
        if new.is_empty() || self.holds(draft, cast, kept) {
            return;
        }
        kept.truncate(before);
        if let [one] = new.as_slice() {
            let place = &one.pieces[one.main];
            let words = wording::short(&draft.text[place.clone()]);
            let line = draft.line(place.start);
            notes.push(format!(
                "line {line}: left out “{words}”: brackets cannot hold it here"
            ));
            return;
        }
        let second = new.split_off(new.len() / 2);
        self.add(draft, cast, new, kept, notes);
        self.add(draft, cast, second, kept, notes);
    }

    /// Whether every statement is understood as it is meant, and no letter moves.
    fn holds(&self, draft: &Draft, cast: &Cast, statements: &[Candidate]) -> bool {
        let marked = marking::mark(draft, cast, statements);
        let text = apply::apply(&draft.text, &marked.insertions);
        let Some((files, parsed)) = read(&draft.path, &text, self.shared) else {
            return false;
        };
        let prose = prose_of_brief(&parsed.briefs[0], &files, &parsed);
        if prose.text != self.prose.text || markup(&prose) != markup(&self.prose) {
            return false;
        }
        let speakers = &parsed.briefs[0].record.speakers;
        let added = cast.used(statements);
        let is_there = |(key, name): &(&str, &str)| {
            speakers
                .iter()
                .any(|entry| entry.key.value == *key && entry.name == *name)
        };
        if speakers.len() != self.document().record.speakers.len() + added.len()
            || !added.iter().all(is_there)
        {
            return false;
        }
        let (annotated, report) = annotate(marks_alone(parsed), &files);
        let Some(brief) = annotated.briefs.first() else {
            return false;
        };
        let is_meant = |(one, span): (&Candidate, &std::ops::Range<usize>)| {
            let here =
                |other: &&Annotation| other.span.start == span.start && other.span.end == span.end;
            let found = brief.annotations.iter().find(here);
            found.is_some_and(|found| says(found, one, cast))
        };
        !report.has_errors()
            && brief.text == self.text
            && brief.annotations.len() == self.annotations + statements.len()
            && statements.iter().zip(&marked.spans).all(is_meant)
    }
}

/// Whether an annotation says what was meant.
fn says(found: &Annotation, meant: &Candidate, cast: &Cast) -> bool {
    let says = &found.says;
    let key = |name: Option<&crate::text::Name>| name.map(|name| name.value.clone());
    let act = says.act.map_or("says", crate::record::Act::word);
    let via: Vec<&str> = says.via.iter().map(|name| name.value.as_str()).collect();
    let declined = match &says.declines {
        Some(crate::brief::Declined::Matter(words)) => Some(words),
        _ => None,
    };
    key(says.claim.as_ref()) == meant.claim
        && key(says.by.as_ref()).as_deref() == meant.by.map(|member| cast.key(member))
        && act == meant.act.word()
        && via == meant.via
        && says.hedge == meant.hedge
        && declined == meant.declines.as_ref()
}

/// The words that each piece of markup holds; tags and spans that only style are left out.
fn markup(prose: &Prose) -> Vec<(usize, usize)> {
    let held = prose.markup.iter().filter(|one| !one.words.is_empty());
    held.map(|one| (one.words.start, one.words.end)).collect()
}

/// Reads one brief in the light of a site's settings and shared record; nothing if it has errors.
fn read(path: &str, text: &str, shared: &Shared) -> Option<(Files, Parsed)> {
    let mut files = Files::default();
    let id = files.add(SourceFile::exactly(path.to_owned(), text.into()));
    let inputs = Inputs {
        files,
        briefs: vec![id],
        ..Inputs::default()
    };
    let (parsed, report) = parse(&inputs);
    let parsed = Parsed {
        settings: shared.parsed.settings.clone(),
        record: shared.parsed.record.clone(),
        ..parsed
    };
    (!report.has_errors() && parsed.briefs.len() == 1).then_some((inputs.files, parsed))
}
