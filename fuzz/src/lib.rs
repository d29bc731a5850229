//! What must hold for any text, one function a parser; the targets hand their input to these.

use ascribe::annotate::attribute_list;
use ascribe::bibliography::bibtex;
use ascribe::compile::{Options, compile};
use ascribe::date::Date;
use ascribe::detect::{Language, detect as find};
use ascribe::detections::{Detected, Marks};
use ascribe::edtf::Edtf;
use ascribe::inputs::Inputs;
use ascribe::report::Report;
use ascribe::resolve::Publication;
use ascribe::text::{Files, SourceFile};

/// The detector in every language: spans lie on characters and hold words.
pub fn detect(text: &str) {
    for language in Language::ALL {
        let detection = find(text, *language);
        for found in &detection.attributions {
            assert!(!found.content.is_empty(), "a statement says something");
            let kinds = [
                &found.source,
                &found.cue,
                &found.content,
                &found.via,
                &found.hedges,
            ];
            for range in kinds.into_iter().flatten() {
                let words = text.get(range.clone());
                assert!(words.is_some_and(|words| !words.is_empty()), "{range:?}");
            }
            let speaker = found.speaker.map(|index| index.0);
            assert!(speaker.is_none_or(|index| index < detection.speakers.len()));
        }
    }
    // The way through Markdown, and both forms of output.
    let detected = Detected::new("a.md", text, None);
    detected.json();
    detected.text(Marks::Brackets);
    detected.text(Marks::Colours);
}

/// An attribute list at each `{`.
pub fn attributes(text: &str) {
    let file = Files::default().add(SourceFile::new(String::new(), ""));
    for (open, _) in text.match_indices('{') {
        if let Ok((_, end)) = attribute_list(text, open, file) {
            assert!(text.is_char_boundary(end) && end > open);
        }
    }
}

/// A date: what is read is written and read again as the same.
pub fn date(text: &str) {
    if let Ok(date) = Date::parse(text) {
        assert_eq!(Date::parse(&date.iso()), Ok(date));
        date.text();
        assert!(date.first_day() <= date.last_day());
    }
}

/// An EDTF date: the same.
pub fn edtf(text: &str) {
    if let Ok(date) = Edtf::parse(text) {
        assert_eq!(
            Edtf::parse(date.iso())
                .map(|again| again.iso().to_owned())
                .ok()
                .as_deref(),
            Some(date.iso())
        );
        date.text();
        date.bounds();
    }
}

/// A BibLaTeX file.
pub fn bibliography(text: &str) {
    let mut files = Files::default();
    let file = files.add(SourceFile::new("content/a.bib".to_owned(), text));
    let mut report = Report::default();
    for (_, entry) in bibtex(file, files.get(file), &mut report) {
        entry.title();
        entry.date();
        entry.authors();
    }
    told(&report, &files);
}

/// A whole brief: front matter, Markdown and annotations.
pub fn brief(text: &str) {
    site(&[("content/briefs/a.md", text)]);
}

/// Front matter alone, before a text that is sound.
pub fn front_matter(yaml: &str) {
    let text = format!("---\n{yaml}\n---\n\nRyder said [it is so]{{claim=a by=ryder}}.\n");
    site(&[("content/briefs/a.md", &text)]);
}

/// The files of the record and the settings, each made of the same YAML.
pub fn record(yaml: &str) {
    site(&[
        ("ascribe.yaml", yaml),
        ("content/speakers.yaml", yaml),
        ("content/sources.yaml", yaml),
        ("content/claims.yaml", yaml),
        (
            "content/briefs/a.md",
            "---\ntitle: A\n---\n\n[It is so]{claim=a by=b} [@c].\n",
        ),
    ]);
}

/// Understands a site of some files, and tells all that is wrong with it.
fn site(contents: &[(&str, &str)]) {
    let mut inputs = Inputs::default();
    for (path, text) in contents {
        let id = inputs.files.add(SourceFile::new((*path).to_owned(), text));
        match *path {
            "ascribe.yaml" => inputs.settings = Some(id),
            "content/speakers.yaml" => inputs.speakers = Some(id),
            "content/sources.yaml" => inputs.sources = Some(id),
            "content/claims.yaml" => inputs.claims = Some(id),
            _ => inputs.briefs.push(id),
        }
    }
    let publication = Publication {
        drafts: true,
        today: Date::from_timestamp(1_700_000_000),
    };
    let options = Options {
        publication,
        base_url: None,
    };
    let compiled = compile(&inputs, Report::default(), &options);
    told(&compiled.report, &inputs.files);
}

/// Every diagnostic can be shown with its place.
fn told(report: &Report, files: &Files) {
    ascribe::report::human(report, files);
}
