//! The bibliography as other programs get it: BibLaTeX that reads back as what was written, and
//! CSL-JSON with the same keys.

use std::collections::BTreeSet;
use std::path::Path;

use ascribe::bibliography::{Entry, Extra, biblatex, bibtex, csl_item};
use ascribe::compile::Compiled;
use ascribe::export::text;
use ascribe::page::DataFile;
use ascribe::report::Report;
use ascribe::text::{Files, SourceFile};

use crate::folder::{as_of, compile_at, date};

/// The site in a folder, as of a day on which all of it is out.
fn site(root: &Path) -> Compiled {
    let mut options = as_of(date("2030-01-01"));
    options.base_url = Some("https://example.org/briefs/".to_owned());
    compile_at(root, &options).compiled
}

fn example() -> Compiled {
    site(Path::new(env!("CARGO_MANIFEST_DIR")))
}

/// Reads a .bib file as content is read.
fn read(text: &str) -> Vec<Entry> {
    let mut files = Files::default();
    let id = files.add(SourceFile::new("sources.bib".into(), text));
    let mut report = Report::default();
    let entries = bibtex(id, files.get(id), &mut report);
    let told: Vec<_> = report.iter().map(|one| &one.message).collect();
    assert!(told.is_empty(), "{told:?}\n{text}");
    entries.into_iter().map(|(_, entry)| entry).collect()
}

fn write(entries: &[Entry]) -> String {
    biblatex(entries.iter().map(|entry| (entry, Extra::default())))
}

/// What both sides can say of a source.
fn told(entry: &Entry) -> impl PartialEq + std::fmt::Debug {
    (
        entry.key().to_owned(),
        (entry.title(), entry.short_title(), entry.authors()),
        (entry.date(), entry.url(), entry.url_date(), entry.doi()),
        entry.publisher_name(),
    )
}

#[test]
fn what_is_written_reads_back_as_the_same_sources() {
    let compiled = example();
    let sources = &compiled.site.sources;
    let written = text(&compiled.site, &compiled.plan, &DataFile::Bibtex(None));
    let back = read(&written);
    assert_eq!(back.len(), sources.len());
    for (source, back) in sources.iter().zip(&back) {
        assert_eq!(told(&source.entry.entry), told(back), "{written}");
    }
    // What BibLaTeX has no word for is lost once and never again.
    assert_eq!(write(&read(&write(&back))), write(&back));
}

/// Sources in which every mark stands that LaTeX or BibTeX would act on.
const HOSTILE: &str = r#"
a-1:
  type: report
  title: 100 % of $10 & more_#1 ~ ^2 {NATO} \alpha -- "quoted" <b>
  author: ["{Ministry}, of Truth, and Love", "van der Berg, Jan", "Doe, Jane, Jr.", "bin Salman, Mohammed", "A and B"]
  date: 1984-02
  organization: Smith & Sons_{x}
  url: {value: "https://example.org/a_b%20c?x={y}&z=~1#f", date: 2022-09-07}
  serial-number: {serial: "UN/S/2022_1", doi: "10.1000/a_b"}
  note: A note, with \} and \{ and 50 %
b-2: {type: article, title: T, date: 2022, parent: {type: periodical, title: "R&D", volume: 3, issue: 4}, page-range: 5-9}
c-3: {type: chapter, title: C, author: "Doe, J", parent: {type: book, title: B, editor: "Roe, R", publisher: {name: P, location: L}, parent: {type: book, title: Series}}}
d-4: {type: web, title: W, url: "https://example.org/", language: de}
e-5: {type: video, title: V, affiliated: [{role: director, names: ["Dee, D"]}], runtime: "01:02:03", parent: {type: video, title: Channel}}
f-6: {type: article, title: P, date: 2020-05-06, parent: [{type: proceedings, title: Proc}, {type: conference, title: Conf, date: 2020-05, location: Oslo}]}
g-7: {type: misc, title: M, archive: National Archives, archive-location: Box 5, date: -0044-03-15}
"#;

fn hostile() -> Compiled {
    let place = tempfile::tempdir().expect("a folder for a while");
    let content = place.path().join("content");
    std::fs::create_dir_all(content.join("briefs")).expect("a folder");
    std::fs::write(content.join("sources.yaml"), HOSTILE.trim_start()).expect("a file");
    let all = "[@a-1; @b-2; @c-3; @d-4; @e-5; @f-6; @g-7]";
    let brief =
        format!("---\ntitle: T & U\nauthors: [Jane Doe]\ndate: 2022-09-07\n---\nWords {all}.\n");
    std::fs::write(content.join("briefs/one.md"), brief).expect("a file");
    let compiled = site(place.path());
    let told: Vec<_> = compiled.report.iter().map(|one| &one.message).collect();
    assert!(!compiled.report.has_errors(), "{told:?}");
    compiled
}

#[test]
fn what_latex_would_act_on_is_written_so_that_it_does_not() {
    let compiled = hostile();
    let written = text(&compiled.site, &compiled.plan, &DataFile::Bibtex(None));
    let back = read(&written);
    let titles = |entry: &Entry| (entry.key().to_owned(), entry.title(), entry.authors());
    for (source, back) in compiled.site.sources.iter().zip(&back) {
        assert_eq!(titles(&source.entry.entry), titles(back), "{written}");
        assert_eq!(source.entry.entry.date(), back.date(), "{written}");
    }
    assert_eq!(write(&read(&write(&back))), write(&back));
    // Braces pair up even for a reader that knows no commands.
    for entry in written.split("\n\n") {
        let count = |brace| entry.matches(brace).count();
        assert_eq!(count('{'), count('}'), "{entry}");
    }
}

/// The types of the schema csl-data.json, CSL 1.0.2.
const CSL_TYPES: &str = "article article-journal article-magazine article-newspaper bill book broadcast \
    chapter classic collection dataset document entry entry-dictionary entry-encyclopedia event figure \
    graphic hearing interview legal_case legislation manuscript map motion_picture musical_score pamphlet \
    paper-conference patent performance periodical personal_communication post post-weblog regulation \
    report review review-book software song speech standard thesis treaty webpage";

#[test]
fn csl_json_has_the_keys_types_and_dates_of_the_sources() {
    for compiled in [example(), hostile()] {
        let json = text(&compiled.site, &compiled.plan, &DataFile::CslJson(None));
        let items: Vec<serde_json::Value> = serde_json::from_str(&json).expect("it is JSON");
        assert_eq!(items.len(), compiled.site.sources.len());
        for (item, source) in items.iter().zip(&compiled.site.sources) {
            let entry = &source.entry.entry;
            assert_eq!(item["id"], entry.key());
            let kind = item["type"].as_str().expect("a type");
            assert!(CSL_TYPES.split(' ').any(|one| one == kind), "{item}");
            assert_eq!(item["title"].as_str().map(str::to_owned), entry.title());
            assert_eq!(item["URL"].as_str().map(str::to_owned), entry.url());
            let names = item["author"].as_array().map_or(0, Vec::len);
            assert_eq!(names, entry.authors().len());
            if let Some((year, month, day)) = entry.date() {
                let known = 1 + usize::from(month.is_some()) + usize::from(day.is_some());
                let parts = item["issued"]["date-parts"][0].as_array().expect("parts");
                assert_eq!(parts.len(), known, "{item}");
                let year = if year > 0 { year } else { year - 1 };
                assert_eq!(parts[0], year);
            }
        }
    }
}

#[test]
fn a_copy_and_a_retraction_go_along() {
    let (entry, extra) = (
        read("@online{a, title = {T}, note = {N}}").remove(0),
        Extra {
            archived: Some((
                "https://web.archive.org/x".into(),
                Some("2022-09-08".into()),
            )),
            keywords: vec!["retracted"],
        },
    );
    let bib = biblatex([(&entry, extra.clone())]);
    assert!(
        bib.contains("  archiveurl = {https://web.archive.org/x},\n"),
        "{bib}"
    );
    assert!(bib.contains("  keywords = {retracted},\n"), "{bib}");
    let json = serde_json::to_value(csl_item(&entry, &extra)).expect("it is data");
    assert_eq!(
        json["note"],
        "N\nArchived on 2022-09-08: https://web.archive.org/x"
    );
    assert_eq!(json["keyword"], "retracted");
}

#[test]
fn a_brief_is_itself_a_report_to_cite() {
    let compiled = example();
    let site = &compiled.site;
    let mut keys = BTreeSet::new();
    for id in site.brief_ids() {
        let json = text(site, &compiled.plan, &DataFile::CiteCslJson(id));
        let items: Vec<serde_json::Value> = serde_json::from_str(&json).expect("it is JSON");
        let [item] = items.as_slice() else {
            panic!("one item: {json}")
        };
        let front = &site[id].brief.document.front;
        assert_eq!(item["type"], "report");
        assert_eq!(item["title"], front.title);
        assert!(item["publisher"].as_str().is_some());
        let url = item["URL"].as_str().expect("an address");
        assert!(
            url.starts_with("https://example.org/briefs/briefs/"),
            "{url}"
        );
        let back = read(&text(site, &compiled.plan, &DataFile::CiteBibtex(id)));
        assert_eq!(back[0].title(), Some(front.title.clone()));
        assert_eq!(back[0].kind(), "report");
        assert!(keys.insert(back[0].key().to_owned()), "keys are unique");
    }
}
