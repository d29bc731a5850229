//! Citations in a text as styles print them.

use std::sync::Arc;

use rayon::prelude::*;

use super::*;

const TWO_OF_A_YEAR: &str = "\
b: {type: book, title: Bees, author: 'Doe, Jane', date: 2022}
a: {type: book, title: Ants, author: 'Doe, Jane', date: 2022}
r: {type: article, title: Shells, author: 'Roe, Ann', date: 2021-03-04, parent: {type: newspaper, title: Reuters}}
";

/// What a text with these citations prints: of each its label, and the list.
fn cited(style: &str, text: &str, clusters: &[&[(&str, Option<&str>)]]) -> (Vec<String>, Citing) {
    let (entries, faults) = from_yaml(text);
    assert_eq!(faults, [""; 0]);
    let entry = |key: &str| {
        let found = entries.iter().find(|(name, _)| name.value == key);
        &found.expect(key).1
    };
    let clusters = clusters.iter().map(|cluster| -> Cluster {
        cluster
            .iter()
            .map(|(key, place)| (entry(key), *place))
            .collect()
    });
    let clusters: Vec<Cluster> = clusters.collect();
    let list: Vec<&Entry> = entries.iter().map(|(_, entry)| entry).collect();
    let style = Style::named(style).expect(style);
    let citing = Bibliographer::new(style, "en").cite(&clusters, &list);
    let text = |parts: &Vec<Part>| parts.iter().map(|part| part.words.text.as_str()).collect();
    (citing.labels.iter().map(text).collect(), citing)
}

#[test]
fn names_and_years_tell_two_of_a_year_apart_in_text_and_list() {
    let clusters: &[&[_]] = &[
        &[("a", Some("para 3")), ("r", None)],
        &[("b", Some("pp. 5–7"))],
    ];
    let (labels, citing) = cited("chicago-author-date", TWO_OF_A_YEAR, clusters);
    assert_eq!(
        labels,
        ["(Doe 2022a, para. 3; Roe 2021)", "(Doe 2022b, 5–7)"]
    );
    assert!(!citing.are_notes);
    let list: Vec<(usize, bool)> = citing
        .list
        .iter()
        .map(|one| {
            let text = &one.reference.as_ref().expect("an entry").text;
            (one.index, text.contains("2022a") || text.contains("2022b"))
        })
        .collect();
    assert_eq!(list, [(0, true), (1, true), (2, false)]);
    let items =
        |parts: &Vec<Part>| -> Vec<Option<usize>> { parts.iter().map(|part| part.item).collect() };
    assert_eq!(
        items(&citing.labels[0]),
        [None, Some(0), None, Some(1), None]
    );
}

#[test]
fn numbers_are_those_of_the_list() {
    let clusters: &[&[_]] = &[&[("r", Some("para 3"))], &[("a", None), ("b", None)]];
    let (labels, citing) = cited("ieee", TWO_OF_A_YEAR, clusters);
    assert_eq!(labels, ["[3, Para. 3]", "[1], [2]"]);
    let first = citing.labels[1].iter().find_map(|part| part.item);
    assert_eq!(
        first,
        Some(1),
        "the style sorts by number, and each stays with its source"
    );
    let marks: Vec<&str> = citing
        .list
        .iter()
        .map(|one| one.mark.as_ref().expect("a number").text.as_str())
        .collect();
    assert_eq!(marks, ["[1]", "[2]", "[3]"]);
    let (labels, citing) = cited("nature", TWO_OF_A_YEAR, clusters);
    assert_eq!(labels[0], "3");
    assert!(citing.labels[0][0].words.html.starts_with("<sup>"));
}

#[test]
fn notes_are_whole_at_first_and_short_then() {
    let clusters: &[&[_]] = &[
        &[("r", Some("para 3"))],
        &[("a", None)],
        &[("r", Some("para 4"))],
    ];
    let (labels, citing) = cited("chicago-notes", TWO_OF_A_YEAR, clusters);
    assert!(citing.are_notes);
    assert!(
        labels[0].contains("Reuters") && labels[0].contains("para. 3"),
        "{labels:?}"
    );
    assert!(
        labels[2].len() < labels[0].len() && labels[2].contains("para. 4"),
        "{labels:?}"
    );
    assert_eq!(citing.text(1), "[2]");
}

#[test]
fn every_style_cites_safely() {
    let hostile = "\
a: {type: article, title: '<script>alert(1)</script> & \"so\"', author: '<b>, A', date: 2022,
    parent: {type: newspaper, title: '<i>R</i>'}, url: 'https://e.org/\"><script>'}
b: {type: misc, title: '<b>'}
";
    let mut styles = Style::names();
    styles.dedup();
    styles.into_par_iter().for_each(|name| {
        let clusters: &[&[_]] = &[
            &[("a", Some("para <3>")), ("b", None)],
            &[("a", Some("p. 4"))],
            &[("b", None)],
        ];
        let (labels, citing) = cited(name, hostile, clusters);
        assert_eq!(labels.len(), 3);
        for (parts, label) in citing.labels.iter().zip(&labels) {
            assert!(label.chars().any(char::is_alphanumeric), "{name}: {label}");
            let html: String = parts.iter().map(|part| part.words.html.as_str()).collect();
            for tag in [
                "<script", "<b>, ", "<b>A", "\"><", "<i>R</i>", "style=", "<3",
            ] {
                assert!(!html.replace("<i>&lt;", "").contains(tag), "{name}: {html}");
            }
        }
        assert_eq!(citing.list.len(), 2, "{name}");
    });
}

/// Sources of many kinds; names, years and titles clash, and much is missing.
const MANY: &str = "\
doe-a: {type: article, title: Ants, author: 'Doe, Jane', date: 2022-01-02, parent: {type: newspaper, title: Post}, url: {value: https://e.org/a, date: 2023-01-02}}
doe-b: {type: article, title: Bees, author: 'Doe, Jane', date: 2022-05, parent: {type: newspaper, title: Post}}
doe-c: {type: book, title: Cats, author: 'Doe, John', date: 2022, publisher: {name: Quill, location: Halden}, edition: 2}
doe-d: {type: article, title: Ants, author: ['Doe, Jane', 'Roe, Ann'], date: 2022, parent: {type: periodical, title: Review, volume: 4, issue: 2}, page-range: 3-9, serial-number: {doi: 10.1/x}}
doe-e: {type: article, title: Ants, author: ['Doe, Jane', 'Poe, Bob', 'Roe, Ann', 'Zoe, Eve'], date: 2022, parent: {type: periodical, title: Review}}
doe-f: {type: article, title: Ants, author: ['Doe, Jane', 'Poe, Bob', 'Coe, Cy', 'Zoe, Eve'], date: 2022, parent: {type: periodical, title: Review}}
van: {type: thesis, title: Dogs, author: 'van der Berg, Jan', date: 1998, organization: Leiden, genre: PhD}
desk: {type: article, title: Eels, date: 2022-03-04, parent: {type: newspaper, title: Post}}
un: {type: report, title: Fish, organization: United Nations, date: 2022, serial-number: A/77/1, page-total: 32}
un-2: {type: report, title: Fish, organization: United Nations, date: 2022}
web: {type: web, title: {value: Goats and others, short: Goats}, url: https://e.org/g}
undated: {type: misc, title: Hens, author: 'Doe, Jane', url: {value: https://e.org/h, date: 2024}}
chapter: {type: chapter, title: Ibex, author: 'Roe, Ann', page-range: 10-25, parent: {type: anthology, title: Papers, editor: ['Voss, Una', 'Ek, Bo'], date: 2020, publisher: Quill}}
edited: {type: book, title: Jays, editor: ['Voss, Una'], date: 2020, affiliated: [{role: translator, names: ['Voss, Una']}]}
law: {type: legislation, title: Act on Kites, date: 2001, serial-number: 12}
case: {type: case, title: Lark v. Mole, date: 1999, organization: High Court, volume: 3}
film: {type: video, title: Newts, author: 'Poe, Bob', date: 2015, affiliated: [{role: director, names: ['Poe, Bob']}]}
post: {type: post, title: Owls, author: {name: Doe, given-name: Jane, alias: jdoe}, date: 2022-01-02, parent: {type: thread, title: Talk}}
entry: {type: entry, title: Pigs, parent: {type: reference, title: Lexicon, editor: 'Ek, Bo', date: 2011, volume: 2}}
talk: {type: article, title: Quails, author: 'Ek, Bo', date: 2019, parent: {type: proceedings, title: Birds, parent: {type: conference, title: Bird Days, location: Oslo}}}
patent: {type: patent, title: Rakes, author: 'Ek, Bo', date: 1980, serial-number: US 1}
alemán: {type: article, title: Störche, author: 'Ek, Bo', language: de, date: ~2019, parent: {type: blog, title: Vögel}}
bare: {type: misc, title: Toads, note: 'Seen.'}
";

/// Numbers that look random and are the same each time.
fn numbers(seed: u64) -> impl FnMut(usize) -> usize {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    move |below| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state >> 33).expect("fits") % below
    }
}

/// How many texts each style is tried with.
const TEXTS: u64 = 1;

#[test]
fn what_is_left_of_a_style_prints_the_same() {
    let (entries, faults) = from_yaml(MANY);
    assert_eq!(faults, [""; 0]);
    let entries: Vec<&Entry> = entries.iter().map(|(_, entry)| entry).collect();
    let mut styles: Vec<(&str, Style)> = Vec::new();
    for name in Style::names() {
        let style = Style::named(name).expect(name);
        if styles.iter().all(|(_, known)| *known != style) {
            styles.push((name, style));
        }
    }
    let languages = ["en", "es", "de-AT"];
    let tries = styles
        .iter()
        .enumerate()
        .flat_map(|(place, (name, style))| {
            (0..TEXTS).map(move |text| (place as u64 * 1000 + text, *name, *style))
        });
    tries
        .collect::<Vec<_>>()
        .into_par_iter()
        .for_each(|(seed, name, style)| {
            let mut number = numbers(seed + 1);
            let bibliographer = Bibliographer::new(style, languages[number(languages.len())]);
            // Few sources, so that they come again.
            let some: Vec<&Entry> = (0..2 + number(4))
                .map(|_| entries[number(entries.len())])
                .collect();
            let places = [
                None,
                None,
                None,
                Some("para 3"),
                Some("pp. 5–7"),
                Some("at length"),
            ];
            let clusters = (0..2 + number(4)).map(|_| -> Cluster {
                let items = 0..1 + number(8) / 6;
                items
                    .map(|_| (some[number(some.len())], places[number(places.len())]))
                    .collect()
            });
            let clusters: Vec<Cluster> = clusters.collect();
            let mut list = some.clone();
            list.dedup();
            let whole = bibliographer.citing.as_ref().expect(name).whole();
            let plain = bibliographer.cite_by(whole, |_| Arc::new(whole.clone()), &clusters, &list);
            assert_eq!(
                bibliographer.cite(&clusters, &list),
                plain,
                "{name}: {clusters:?}"
            );
            let alone = entries[number(entries.len())];
            assert_eq!(
                bibliographer.reference(alone),
                bibliographer.plain(alone),
                "{name}"
            );
        });
}
