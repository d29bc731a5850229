//! Entries in, references and faults out.

mod cite;
mod print;
mod read;

use super::*;
use crate::report::Report;
use crate::text::{Files, Name, SourceFile};
use crate::yaml::{self, Value};

const REUTERS: &str = "\
reuters-0906:
  type: article
  title: Russia is buying shells from North Korea, U.S. says
  author: [\"Stewart, Phil\", Reuters Staff]
  date: 2022-09-06
  parent: {type: newspaper, title: Reuters}
  url: {value: https://www.reuters.com/world/a?b=1&c=2, date: 2022-09-07}
  reliability: B
";

fn told(report: &Report, files: &Files) -> Vec<String> {
    let told = report.iter().map(|one| {
        let span = one.span.expect("every fault has a place");
        let (line, column) = files.get(span.file).line_column(span.start);
        let hint = one
            .hint
            .as_ref()
            .map_or(String::new(), |hint| format!(" ({hint})"));
        let (code, message) = (one.code.name(), &one.message);
        format!(
            "{line}:{column} {code} [{}] {message}{hint}",
            files.slice(span)
        )
    });
    told.collect()
}

fn from_yaml(text: &str) -> (Vec<(Name, Entry)>, Vec<String>) {
    let mut files = Files::default();
    let id = files.add(SourceFile::new("sources.yaml".into(), text));
    let mut report = Report::default();
    let file = files.get(id);
    let node = yaml::parse(file, id, 0, file.text.len(), &mut report).expect("good YAML");
    let Value::Map(sources) = &node.value else {
        panic!("the sources are a mapping");
    };
    let entries = sources
        .iter()
        .filter_map(|(key, node)| Some((key.clone(), entry(key, node, &mut report)?)))
        .collect();
    (entries, told(&report, &files))
}

fn from_bib(text: &str) -> (Vec<(Name, Entry)>, Vec<String>) {
    let mut files = Files::default();
    let id = files.add(SourceFile::new("sources.bib".into(), text));
    let mut report = Report::default();
    let entries = bibtex(id, files.get(id), &mut report);
    (entries, told(&report, &files))
}

fn one(text: &str) -> Entry {
    let (entries, faults) = from_yaml(text);
    assert_eq!(faults, [""; 0]);
    entries.into_iter().next().expect("an entry").1
}
