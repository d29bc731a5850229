//! What must hold for any text, one function a parser; the targets hand their input to these.

use ascribe::annotate::attribute_list;
use ascribe::bibliography::bibtex;
use ascribe::built::Built;
use ascribe::compile::{Options, compile};
use ascribe::compose::{Order, compose};
use ascribe::date::Date;
use ascribe::detect::{Language, detect as find};
use ascribe::detections::{Detected, Marks};
use ascribe::edtf::Edtf;
use ascribe::import::{Format, import as take_in};
use ascribe::inputs::{Inputs, Shelf};
use ascribe::inspect::inspect as look;
use ascribe::messages::english;
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
        english().time(&date);
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

/// A text or a saved page from elsewhere: a brief is made of it that builds. In Markdown, notation
/// stays what it was, sound or not.
pub fn import(text: &str) {
    for format in Format::ALL {
        let (article, files, report) = take_in("a", text.as_bytes(), *format);
        told(&report, &files);
        let Some(article) = article else {
            continue;
        };
        let order = Order {
            title: None,
            slug: None,
            kind: None,
            date: None,
            url: None,
            today: Date::from_timestamp(1_700_000_000),
        };
        let (_, inputs, report) = compose(&article, &order, Inputs::default());
        told(&report, &inputs.files);
        assert!(!report.has_errors() || *format == Format::Markdown);
    }
}

/// A site as somebody built it: the same text as a page, as each data file, and as a feed.
pub fn inspect(text: &str) {
    let paths = [
        "annotations.json",
        "claims.json",
        "feed.json",
        "feed.xml",
        "index.html",
        "sitemap.xml",
    ];
    let files = paths.map(|path| (path.to_owned(), text.as_bytes().to_vec()));
    let site = Built {
        paths: paths.map(str::to_owned).to_vec(),
        shelf: Shelf::Memory(files.into()),
        prefix: String::new(),
    };
    let (report, files) = look(&site, None).expect("files in memory can be read");
    told(&report, &files);
}

/// The messages of a language, ours or a new one.
pub fn messages(yaml: &str) {
    site(&[
        ("templates/messages/en.yaml", yaml),
        ("templates/messages/fr.yaml", yaml),
        (
            "content/briefs/a.md",
            "---\ntitle: A\nlang: fr\n---\n\nA.\n",
        ),
    ]);
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
            path if path.starts_with("templates/messages/") => inputs.messages.push(id),
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
