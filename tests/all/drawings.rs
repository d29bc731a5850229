//! Timelines and maps of whole sites: what is drawn is told in words beside it, and the reverse.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use scraper::Html;

use crate::folder::Folder;
use crate::reading::selector;

const RELATIONS: &[&str] = &[
    "supports",
    "denies",
    "disputes",
    "qualifies",
    "same-as",
    "refutes",
    "relies-on",
];

/// Of each claim the day of a year on which it was said and what time it is about.
type Claims = Vec<(u8, Option<&'static str>)>;
/// Who speaks, how, and of whom.
type Ties = Vec<(usize, &'static str, usize)>;

/// A site whose claims are said in one brief a year; they are stated there in their order.
fn site(claims: &Claims, ties: &Ties, years: usize) -> Folder {
    let mut record = "claims:\n".to_owned();
    let mut texts: BTreeMap<usize, String> = BTreeMap::new();
    for (number, (day, about)) in claims.iter().enumerate() {
        let year = 2020 + number % years;
        let (month, day) = (1 + day / 28 % 12, 1 + day % 28);
        record += &format!(
            "  c{number}:\n    text: Claim <{number}> & more\n    by: ann\n    said: {year}-{month:02}-{day:02}\n"
        );
        if let Some(about) = about {
            record += &format!("    about: '{about}'\n");
        }
        *texts.entry(year).or_default() += &format!("Ann said [words]{{claim=c{number}}}.\n\n");
    }
    record += "relations: []\n";
    if !ties.is_empty() {
        record = record.replace("relations: []\n", "relations:\n");
    }
    for (from, kind, to) in ties {
        record += &format!("  - {{from: c{from}, type: {kind}, to: c{to}}}\n");
    }
    let folder = Folder::default()
        .with("content/speakers.yaml", "ann: {name: Ann}\n")
        .with("content/claims.yaml", &record);
    texts.into_iter().fold(folder, |folder, (year, text)| {
        let front = format!("---\ntitle: Of {year}\ndate: {year}-12-31\ntags: [one]\n---\n");
        folder.with(&format!("content/briefs/of-{year}.md"), &(front + &text))
    })
}

fn render(folder: &Folder) -> BTreeMap<String, String> {
    let mut done = folder.compile();
    let pages = done.render();
    let told = crate::listing::report(&done.compiled.report, &done.inputs.files, "", 0);
    assert!(!done.compiled.report.has_errors(), "{told}");
    pages
}

/// Where the links lead that a selector finds.
fn links(html: &Html, css: &str) -> Vec<String> {
    let css = selector(css);
    html.select(&css)
        .filter_map(|link| link.attr("href").map(str::to_owned))
        .collect()
}

/// Holds a page against itself; gives the claims that it draws as its own.
fn check(path: &str, page: &str) -> BTreeSet<String> {
    let html = Html::parse_document(page);
    for link in html.select(&selector("svg a")) {
        let title = link.select(&selector("title")).next();
        let words: String = title.expect("a mark has a title").text().collect();
        assert!(!words.trim().is_empty(), "{path}: a mark without words");
    }
    let set = |css: &str| links(&html, css).into_iter().collect::<BTreeSet<_>>();
    if path.contains("timeline/") {
        let (drawn, told) = (set("svg a.claim"), set(".clocks th a"));
        assert_eq!(drawn, told, "{path}");
        let lanes = [
            ("svg .said-mark", ".clocks td[data-label=Said] a"),
            ("svg .published-mark", ".clocks td[data-label=Published] a"),
        ];
        for (drawn, told) in lanes {
            assert_eq!(set(drawn), set(told), "{path}");
        }
        let happened = links(&html, "svg .happened[href]").len();
        let cells = selector(".clocks td[data-label=Happened]");
        let told = html
            .select(&cells)
            .filter(|cell| cell.text().any(|text| !text.trim().is_empty()));
        assert_eq!(happened, told.count(), "{path}");
        drawn
    } else {
        assert_eq!(set("svg a.box"), set(".tree a"), "{path}");
        let drawn = links(&html, "svg a.tie").len();
        let told = html.select(&selector(".tree li[data-side]")).count();
        assert_eq!(drawn, told, "{path}");
        let own = links(&html, "svg a.box:not(.elsewhere)");
        let once: BTreeSet<String> = own.iter().cloned().collect();
        assert_eq!(own.len(), once.len(), "{path}: a claim stands twice");
        once
    }
}

/// The pages of a kind, by whose claims they show.
fn drawn(pages: &BTreeMap<String, String>, below: &str) -> Vec<BTreeSet<String>> {
    let of = pages.iter().filter(|(path, _)| path.starts_with(below));
    of.map(|(path, page)| check(path, page)).collect()
}

/// Each claim is drawn on one page. Pages lie at several depths, so claims go by their names.
fn names(pages: &[BTreeSet<String>]) -> Vec<&str> {
    let all = pages.iter().flatten();
    let mut names: Vec<&str> = all.map(|href| href.trim_start_matches("../")).collect();
    names.sort_unstable();
    names
}

fn sites() -> impl Strategy<Value = (Claims, Ties, usize)> {
    let times = [
        "2020-03",
        "2021~",
        "1900/..",
        "../2022",
        "0001-01-01",
        "9999-12-31",
        "202X",
    ];
    let about = prop::option::of(prop::sample::select(times.to_vec()));
    let claims = prop::collection::vec((any::<u8>(), about), 1..90);
    claims.prop_flat_map(|claims| {
        let one = 0..claims.len();
        let tie = (one.clone(), prop::sample::select(RELATIONS), one);
        let ties = prop::collection::vec(tie, 0..120).prop_map(|ties| {
            let between_two = ties.into_iter().filter(|(from, _, to)| from != to);
            between_two.collect()
        });
        (Just(claims), ties, 1..4_usize)
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 4,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn what_is_drawn_is_told((claims, ties, years) in sites()) {
        let pages = render(&site(&claims, &ties, years));
        let timeline = drawn(&pages, "timeline/");
        let dated = names(&timeline);
        prop_assert_eq!(dated.len(), claims.len());
        prop_assert!(dated.windows(2).all(|pair| pair[0] != pair[1]));
        let tied: BTreeSet<usize> = ties.iter().flat_map(|(from, _, to)| [*from, *to]).collect();
        let map = drawn(&pages, "map/");
        prop_assert_eq!(names(&map).len(), tied.len());
        for (path, page) in &pages {
            let is_drawn = path.contains("/timeline/") || path.contains("/map/");
            if is_drawn && (path.starts_with("topics/") || path.starts_with("briefs/")) {
                check(path, page);
            }
        }
    }
}

#[test]
fn many_claims_are_cut_by_year() {
    let claims: Claims = (0..150).map(|one| (one, Some("2020-03"))).collect();
    let ties: Ties = (1..150).map(|one| (one, "denies", one / 2)).collect();
    let pages = render(&site(&claims, &ties, 3));
    for path in [
        "timeline/index.html",
        "timeline/2020/index.html",
        "timeline/2020/2/index.html",
        "timeline/2022/index.html",
        "map/index.html",
        "map/2021/index.html",
        "topics/one/timeline/2021/index.html",
        "briefs/of-2022/map/index.html",
        "briefs/of-2022/timeline/2022/2/index.html",
    ] {
        assert!(pages.contains_key(path), "there is no {path}");
    }
}

#[test]
fn without_claims_there_is_nothing_to_draw() {
    let pages = render(&Folder::brief("Words and nothing else."));
    let drawn = pages
        .keys()
        .filter(|path| path.contains("map/") || path.contains("timeline/"));
    assert_eq!(drawn.count(), 0);
    let home = pages.get("index.html").expect("there is a first page");
    assert!(
        !home.contains("timeline/index.html"),
        "the way to a page that is not there"
    );
}
