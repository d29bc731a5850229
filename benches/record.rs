//! What it costs to tie a record together and to walk it: linear in statements and relations.

#![expect(
    clippy::expect_used,
    reason = "a benchmark makes its own record, and may break off"
)]

use std::fmt::Write;

use ascribe::annotate::{Annotated, annotate};
use ascribe::date::Date;
use ascribe::inputs::Inputs;
use ascribe::lint::lint;
use ascribe::parse::parse;
use ascribe::plan::plan;
use ascribe::provenance::Provenance;
use ascribe::report::Report;
use ascribe::resolve::{Publication, resolve};
use ascribe::site::{Dependents, Node, Site};
use ascribe::text::SourceFile;
use divan::Bencher;
use divan::counter::ItemsCount;

/// Numbers of claims; there are three relations to each. The time for one must not grow.
const CLAIMS: [usize; 3] = [1_000, 10_000, 100_000];

fn main() {
    divan::main();
}

/// Ties of every kind between claims from many sources and speakers.
#[divan::bench(args = CLAIMS, sample_count = 5, sample_size = 1)]
fn resolves_a_mixed_record(bencher: Bencher, claims: usize) {
    resolves(bencher, claims, &mixed(claims));
}

/// Every claim is the same as the next: one group from end to end, each with an origin of its own.
#[divan::bench(args = CLAIMS, sample_count = 5, sample_size = 1)]
fn resolves_a_chain_of_same_claims(bencher: Bencher, claims: usize) {
    resolves(bencher, claims, &chain(claims, "same-as"));
}

/// All claims corroborate the first one, each from an origin of its own.
#[divan::bench(args = CLAIMS, sample_count = 5, sample_size = 1)]
fn resolves_a_claim_that_all_corroborate(bencher: Bencher, claims: usize) {
    let relation = |one: usize| (one > 0).then_some((one, "corroborates", 0));
    resolves(bencher, claims, &record(claims, claims, 1, relation));
}

/// Each claim relies on the one before, and the source of the first was retracted.
#[divan::bench(args = CLAIMS, sample_count = 5, sample_size = 1)]
fn resolves_a_chain_on_a_retracted_source(bencher: Bencher, claims: usize) {
    resolves(bencher, claims, &chain(claims, "relies-on"));
}

/// All lints over the mixed record.
#[divan::bench(args = CLAIMS, sample_count = 5, sample_size = 1)]
fn lints_a_mixed_record(bencher: Bencher, claims: usize) {
    lints(bencher, claims, &mixed(claims));
}

/// Circles are looked for along a chain that has none until its end.
#[divan::bench(args = CLAIMS, sample_count = 5, sample_size = 1)]
fn lints_a_chain_on_a_retracted_source(bencher: Bencher, claims: usize) {
    lints(bencher, claims, &chain(claims, "relies-on"));
}

/// All that rests on the source on which most rests.
#[divan::bench(args = CLAIMS, sample_count = 5, sample_size = 1)]
fn walks_to_what_rests_on_a_source(bencher: Bencher, claims: usize) {
    let site = site(&chain(claims, "relies-on"));
    let source = site.source_ids().next().expect("there is a source");
    let bencher = bencher.counter(ItemsCount::new(claims));
    bencher.bench_local(|| Dependents::of(divan::black_box(&site), Node::Source(source)));
}

/// The chains of every claim of the mixed record, as all its pages draw them.
#[divan::bench(args = CLAIMS, sample_count = 5, sample_size = 1)]
fn draws_the_chains_of_all_claims(bencher: Bencher, claims: usize) {
    let site = site(&mixed(claims));
    let bencher = bencher.counter(ItemsCount::new(claims));
    bencher.bench_local(|| {
        let all = site.claim_ids().map(|id| Provenance::of(&site, id));
        all.map(|provenance| provenance.origins.len())
            .sum::<usize>()
    });
}

fn resolves(bencher: Bencher, claims: usize, record: &[(&str, String)]) {
    let annotated = annotated(record);
    bencher
        .counter(ItemsCount::new(claims))
        .with_inputs(|| annotated.clone())
        .bench_local_values(|annotated| resolve(annotated, publication()));
}

fn lints(bencher: Bencher, claims: usize, record: &[(&str, String)]) {
    let site = site(record);
    let (plan, _) = plan(&site);
    let inputs = Inputs::default();
    let bencher = bencher.counter(ItemsCount::new(claims));
    bencher.bench_local(|| {
        let mut told = Report::default();
        lint(divan::black_box(&site), &plan, &inputs, &mut told)
    });
}

fn site(record: &[(&str, String)]) -> Site {
    let (site, report) = resolve(annotated(record), publication());
    assert!(!report.has_errors(), "the record has a fault");
    site
}

fn publication() -> Publication {
    Publication {
        drafts: false,
        today: Date::parse("2024-01-01").expect("a date"),
    }
}

fn annotated(record: &[(&str, String)]) -> Annotated {
    let mut inputs = Inputs::default();
    for (path, text) in record {
        let path = format!("content/{path}.yaml");
        let id = Some(inputs.files.add(SourceFile::new(path.clone(), text)));
        match path.as_str() {
            "content/speakers.yaml" => inputs.speakers = id,
            "content/sources.yaml" => inputs.sources = id,
            _ => inputs.claims = id,
        }
    }
    let (parsed, report) = parse(&inputs);
    assert!(!report.has_errors(), "the record has a fault");
    annotate(parsed, &inputs.files).0
}

/// Every kind of relation, three to a claim, between claims that lie near each other and far apart.
fn mixed(claims: usize) -> Vec<(&'static str, String)> {
    const KINDS: [&str; 9] = [
        "supports",
        "corroborates",
        "relies-on",
        "disputes",
        "denies",
        "qualifies",
        "same-as",
        "supersedes",
        "corroborates",
    ];
    let mut text = record(claims, claims / 50, claims / 20, |_| None);
    let relations = &mut text[2].1;
    for one in 0..claims {
        for (number, step) in [1, 17, claims / 3 + 7].into_iter().enumerate() {
            let to = (one + step) % claims;
            let kind = KINDS[(one * 5 + number) % KINDS.len()];
            // A group of the same claims holds a few, as in a record that people keep.
            let kind = if kind == "same-as" && one % 4 > 0 {
                "supports"
            } else {
                kind
            };
            writeln!(relations, "  - {{from: c{one}, type: {kind}, to: c{to}}}").expect("memory");
        }
    }
    text
}

/// Each claim stands in a relation to the one before, and has an origin of its own.
fn chain(claims: usize, kind: &'static str) -> Vec<(&'static str, String)> {
    let relation = |one: usize| (one > 0).then(|| (one, kind, one - 1));
    record(claims, claims, 1, relation)
}

/// Speakers, of whom four in five speak for the fifth unless there is one to each claim; sources,
/// a third of which rests on another; and claims with their relations. The first claim came
/// through the first source, which was retracted.
fn record(
    claims: usize,
    speakers: usize,
    sources: usize,
    relation: impl Fn(usize) -> Option<(usize, &'static str, usize)>,
) -> Vec<(&'static str, String)> {
    let (mut who, mut read, mut said) = (String::new(), String::new(), String::from("claims:\n"));
    for one in 0..speakers {
        let org = match one % 5 {
            0 => String::new(),
            _ if speakers == claims => String::new(),
            _ => format!(", org: p{}", one - one % 5),
        };
        writeln!(who, "p{one}: {{name: Person {one}{org}}}").expect("memory");
    }
    for one in 0..sources {
        let more = match one % 3 {
            _ if one == 0 => ", state: retracted".to_owned(),
            1 => format!(", origin: s{}", one - 1),
            _ => String::new(),
        };
        writeln!(read, "s{one}: {{type: report, title: Report {one}{more}}}").expect("memory");
    }
    for one in 0..claims {
        let via = match one % sources {
            _ if sources == 1 && one > 0 => String::new(),
            source => format!(", via: [s{source}]"),
        };
        let by = one % speakers;
        writeln!(said, "  c{one}: {{text: Claim {one}, by: p{by}{via}}}").expect("memory");
    }
    said.push_str("relations:\n");
    for (from, kind, to) in (0..claims).filter_map(relation) {
        writeln!(said, "  - {{from: c{from}, type: {kind}, to: c{to}}}").expect("memory");
    }
    vec![("speakers", who), ("sources", read), ("claims", said)]
}
