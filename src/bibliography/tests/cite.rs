//! Citations in a text as styles print them.

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
