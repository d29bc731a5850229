//! What a site knows that a suggestion must fit in with.

use std::collections::BTreeSet;

use crate::annotate::annotate;
use crate::document::{Document, State};
use crate::inputs::Inputs;
use crate::parse::{Parsed, parse};
use crate::record::SpeakerEntry;
use crate::report::{Code, Diagnostic, Report, Severity};
use crate::text::FileId;

/// The record of a site, and the keys that are taken in it.
pub(super) struct Shared {
    /// Settings and shared record; the briefs are left out.
    pub(super) parsed: Parsed,
    /// Speakers that another published brief defines: they may be named here too.
    elsewhere: Vec<SpeakerEntry>,
    pub(super) speaker_keys: BTreeSet<String>,
    pub(super) claim_keys: BTreeSet<String>,
}

impl Shared {
    /// Reads a site, with the errors of the brief `id` and of the files of the record. That a brief
    /// which shall get front matter has no title yet is none.
    pub(super) fn of(inputs: &Inputs, id: FileId, gets_front_matter: bool) -> (Self, Report) {
        let (parsed, mut report) = parse(inputs);
        let (annotated, faults) = annotate(marks_alone(parsed.clone()), &inputs.files);
        report.extend(faults);
        let record = [
            inputs.settings,
            inputs.speakers,
            inputs.sources,
            inputs.claims,
        ];
        let matters = |one: &&Diagnostic| {
            let file = one.span.map(|span| span.file);
            let is_ours = file == Some(id) || (file.is_some() && record.contains(&file));
            let is_title = gets_front_matter && one.code == Code::MissingKey && file == Some(id);
            one.severity == Severity::Error && is_ours && !is_title
        };
        let mut errors = Report::default();
        report
            .iter()
            .filter(matters)
            .for_each(|one| errors.add(one.clone()));
        errors.sort();

        let briefs = parsed.briefs.iter();
        let records = || {
            [&parsed.record]
                .into_iter()
                .chain(parsed.briefs.iter().map(|one| &one.record))
        };
        let is_out = |one: &&Document| {
            one.file != id && matches!(one.front.state, State::Published | State::Withdrawn)
        };
        let elsewhere = briefs
            .filter(is_out)
            .flat_map(|one| one.record.speakers.clone())
            .collect();
        let speakers = records().flat_map(|record| &record.speakers);
        let speaker_keys = speakers.map(|entry| entry.key.value.clone()).collect();
        let entries = records().flat_map(|record| &record.claims);
        let mut claim_keys: BTreeSet<String> =
            entries.map(|entry| entry.key.value.clone()).collect();
        let marked = annotated.briefs.iter().flat_map(|brief| &brief.annotations);
        claim_keys.extend(marked.filter_map(|one| Some(one.says.claim.as_ref()?.value.clone())));
        let shared = Self {
            parsed: Parsed {
                briefs: Vec::new(),
                pages: Vec::new(),
                home: None,
                ..parsed
            },
            elsewhere,
            speaker_keys,
            claim_keys,
        };
        (shared, errors)
    }

    /// Every speaker that a brief may name.
    pub(super) fn speakers(&self, brief: &Document) -> Vec<SpeakerEntry> {
        let own = brief.record.speakers.iter();
        let shared = self.parsed.record.speakers.iter();
        own.chain(shared).chain(&self.elsewhere).cloned().collect()
    }
}

/// The same with machine detection off: only what authors wrote counts here.
pub(super) fn marks_alone(mut parsed: Parsed) -> Parsed {
    for brief in &mut parsed.briefs {
        brief.front.detect = Some(false);
    }
    parsed
}
