//! The stage that finds annotations: Markdown with spans in, HTML with places for them out.
//!
//! Markdown is read once by pulldown-cmark. Its events become items; each pass puts slots among
//! them (spans, citations, anchors, cards) and leaves every other event as it is, so that a text
//! without annotations comes out byte for byte as pulldown-cmark writes it.

mod allows;
mod anchors;
mod attributes;
mod cards;
mod citations;
mod fences;
mod found;
mod html;
mod links;
mod likelihood;
mod prose;
mod references;
mod spans;
mod statement;
mod visible;
mod wrap;
mod written;

use std::panic::{AssertUnwindSafe, catch_unwind};

use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Options, Parser};
use rayon::prelude::*;

use crate::brief::{Annotation, Brief, Citation, Piece};
use crate::detect::Language;
use crate::document::Document;
use crate::parse::Parsed;
use crate::record::{Allow, ClaimEntry};
use crate::report::{Code, Diagnostic, Report};
use crate::settings::Settings;
use crate::text::{FileId, Files, Span};

pub use attributes::{Attribute, ListFault, attribute_list};
pub use prose::{Markup, Prose, prose, prose_of_brief};
pub use statement::likelihood;
pub use written::{Notation, Written, written};

/// Annotates briefs and pages; the record and settings go along unchanged.
pub fn annotate(parsed: Parsed, files: &Files) -> (Annotated, Report) {
    let Parsed {
        settings,
        record,
        home,
        briefs,
        pages,
    } = parsed;
    let mut report = Report::default();
    let shared: Vec<&ClaimEntry> = anchored(&record.claims).collect();
    let mut run = |documents: Vec<Document>, reads: Reads| -> Vec<Brief> {
        let done = documents
            .into_par_iter()
            .map(|document| one(document, reads, &shared, files, &settings))
            .collect();
        report.gather(done)
    };
    let home = run(home.into_iter().collect(), Reads::Marks).pop();
    let briefs = run(briefs, Reads::MarksAndProse);
    let pages = run(pages, Reads::Marks);
    (
        Annotated {
            settings,
            record,
            home,
            briefs,
            pages,
        },
        report,
    )
}

/// What is read of a document: the author's marks, or the prose between them too.
#[derive(Clone, Copy)]
enum Reads {
    Marks,
    MarksAndProse,
}

/// Everything that was parsed, with texts annotated.
#[derive(Clone, Debug)]
pub struct Annotated {
    /// The settings.
    pub settings: Settings,
    /// The record that all briefs share.
    pub record: crate::record::Record,
    /// Words for the home page.
    pub home: Option<Brief>,
    /// The briefs, in file order.
    pub briefs: Vec<Brief>,
    /// The plain pages, in file order.
    pub pages: Vec<Brief>,
}

/// One event of the Markdown parser with its bytes in the file, or something put among them.
#[derive(Clone, Debug)]
enum Item<'a> {
    Event(Event<'a>, std::ops::Range<usize>),
    Slot(Piece),
}

/// What the passes work on.
struct Pass<'a> {
    file: FileId,
    /// The whole file; events carry places in it.
    source: &'a str,
    /// Where the text begins below the front matter.
    body: usize,
    settings: &'a Settings,
    items: Vec<Item<'a>>,
    annotations: Vec<Annotation>,
    citations: Vec<Citation>,
    allow: Vec<Allow>,
    /// What of the file is notation and no prose.
    notation: Vec<(std::ops::Range<usize>, Notation)>,
    report: Report,
}

impl<'a> Pass<'a> {
    /// Begins with the events of `text`, which is the text from `place` on with its fences blanked.
    fn begin(
        place: Span,
        source: &'a str,
        text: &'a str,
        settings: &'a Settings,
        mut report: Report,
    ) -> Self {
        let options = markdown_options(settings);
        let items = read(place, &mut report, || events(text, options, place.start));
        Self {
            file: place.file,
            source,
            body: place.start,
            settings,
            items,
            annotations: Vec::new(),
            citations: Vec::new(),
            allow: Vec::new(),
            notation: Vec::new(),
            report,
        }
    }

    fn span(&self, range: &std::ops::Range<usize>) -> Span {
        Span::new(self.file, range.start, range.end)
    }
}

/// The Markdown that Ascribe reads: `CommonMark` with GitHub's additions, and nothing that news
/// prose would trip over (no mathematics for "$10", no definition lists for ":::").
pub fn markdown_options(settings: &Settings) -> Options {
    let mut options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
        | Options::ENABLE_HEADING_ATTRIBUTES;
    options.set(
        Options::ENABLE_SMART_PUNCTUATION,
        settings.smart_punctuation,
    );
    options
}

/// The language in which the detector may read a document; none where it may not, or knows no
/// words of the language.
fn detection(document: &Document, settings: &Settings) -> Option<Language> {
    let front = &document.front;
    let is_wanted = front.detect.unwrap_or(settings.detect);
    let lang = front.lang.as_ref().unwrap_or(&settings.lang);
    Language::from_tag(lang).filter(|_| is_wanted)
}

fn one(
    document: Document,
    reads: Reads,
    shared: &[&ClaimEntry],
    files: &Files,
    settings: &Settings,
) -> (Brief, Report) {
    let source = &*files.get(document.file).text;
    let place = Span::new(document.file, document.body, document.body);
    let own: Vec<ClaimEntry> = anchored(&document.record.claims).cloned().collect();
    let own: Vec<&ClaimEntry> = own.iter().collect();
    let language = detection(&document, settings);
    with_annotations(place, source, settings, [&own, shared], |mut pass| {
        if let (Reads::MarksAndProse, Some(language)) = (reads, language) {
            found::mark(&mut pass, language);
        }
        let text = visible::number(&mut pass);
        likelihood::mark(&mut pass);
        references::place(&mut pass);
        cards::place(&mut pass);
        let links = links::gather(&pass);
        let language = document.front.lang.as_ref().unwrap_or(&settings.lang);
        let body = html::pieces(&mut pass, settings.languages.of(language));
        let brief = Brief {
            document,
            body,
            text,
            annotations: pass.annotations,
            citations: pass.citations,
            allow: pass.allow,
            links,
        };
        (brief, pass.report)
    })
}

/// Works on the items of the text from `place` on, once slots stand where its annotations begin
/// and end.
fn with_annotations<T>(
    place: Span,
    source: &str,
    settings: &Settings,
    [own, shared]: [&[&ClaimEntry]; 2],
    work: impl FnOnce(Pass) -> T,
) -> T {
    let options = markdown_options(settings);
    let body = &source[place.start..];
    let mut report = Report::default();
    let fences = read(place, &mut report, || fences::find(body, options));
    let text = fences.blanked();
    let mut pass = Pass::begin(place, source, &text, settings, report);
    allows::take(&mut pass, &fences);
    spans::mark(&mut pass);
    links::refuse_unsafe(&mut pass);
    fences::mark(&mut pass, &fences);
    anchors::mark(&mut pass, own, shared);
    work(pass)
}

/// The claims whose words are marked by an anchor.
fn anchored(claims: &[ClaimEntry]) -> impl Iterator<Item = &ClaimEntry> {
    claims.iter().filter(|claim| claim.anchor.is_some())
}

/// What the Markdown parser makes of a text; nothing if it breaks off, as version 0.13 does at an
/// empty task before an underline (pulldown-cmark issue 921).
fn read<T: Default>(place: Span, report: &mut Report, parse: impl FnOnce() -> T) -> T {
    catch_unwind(AssertUnwindSafe(parse)).unwrap_or_else(|_| {
        if !report.has_errors() {
            let message = "the Markdown reader breaks off at this text";
            let hint = "halve the text to find the passage, and write it in another way";
            let fault = Diagnostic::new(Code::UnreadableText, place, message);
            report.add(fault.hint(hint.to_owned()));
        }
        T::default()
    })
}

/// Runs the Markdown parser; citations come out as links of an unknown shortcut, those behind a
/// bracket, as in `[sic][@key]`, as links of an unknown reference.
fn events<'a>(text: &'a str, options: Options, offset: usize) -> Vec<Item<'a>> {
    let citation = |link: BrokenLink<'a>| {
        let may_be_one = matches!(link.link_type, LinkType::Shortcut | LinkType::Reference);
        let is_citation = may_be_one && citations::looks_like_one(&link.reference);
        is_citation.then_some((CowStr::Borrowed(""), CowStr::Borrowed("")))
    };
    Parser::new_with_broken_link_callback(text, options, Some(citation))
        .into_offset_iter()
        .map(|(event, range)| Item::Event(event, range.start + offset..range.end + offset))
        .collect()
}
