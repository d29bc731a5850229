//! Entries and faults as they are read.

use super::super::keys::TYPES;
use super::*;

#[test]
fn an_article_is_read_and_knows_its_outlet() {
    let entry = one(REUTERS);
    assert_eq!(entry.key(), "reuters-0906");
    assert_eq!(entry.kind(), "article");
    assert_eq!(
        entry.title().as_deref(),
        Some("Russia is buying shells from North Korea, U.S. says")
    );
    assert_eq!(entry.authors(), ["Phil Stewart", "Reuters Staff"]);
    assert_eq!(entry.publisher_name().as_deref(), Some("Reuters"));
    assert_eq!(entry.date(), Some((2022, Some(9), Some(6))));
    assert_eq!(
        entry.url().as_deref(),
        Some("https://www.reuters.com/world/a?b=1&c=2")
    );
    assert_eq!(entry.url_date(), Some((2022, Some(9), Some(7))));
}

#[test]
fn the_publisher_is_the_outlet_else_the_publisher_else_the_organisation() {
    let name = |fields: &str| one(&format!("a: {{title: T, {fields}}}")).publisher_name();
    let some = |name: &str| Some(name.to_owned());
    assert_eq!(
        name("type: article, parent: {title: Foreign Affairs}"),
        some("Foreign Affairs")
    );
    assert_eq!(
        name("type: post, parent: {type: web, title: X}, publisher: Y"),
        some("X")
    );
    assert_eq!(
        name("type: chapter, parent: {title: B, publisher: {name: OUP}}, organization: O"),
        some("OUP")
    );
    assert_eq!(
        name("type: report, organization: Pentagon"),
        some("Pentagon")
    );
    assert_eq!(name("type: blog"), some("T"));
    assert_eq!(name("type: web"), None);
}

#[test]
fn every_type_is_hayagrivas() {
    for name in TYPES {
        assert_eq!(one(&format!("a: {{type: {name}}}")).kind(), *name);
    }
    let (_, faults) =
        from_yaml("a: {type: artcle}\nb: {type: 3}\nc: {title: C}\nd: {type: zzzzzz}");
    assert_eq!(
        faults[..3],
        [
            "1:11 invalid-value [artcle] `artcle` is no type of source (did you mean `article`?)",
            "2:11 wrong-type [3] `type` is text, and here stands a number",
            "3:1 missing-key [c] the source `c` has no `type` \
             (such as `type: article`, `report`, `web`, `post`, `video` or `book`)",
        ]
    );
    assert!(
        faults[3].contains("(it is one of: article, chapter, "),
        "{faults:?}"
    );
}

#[test]
fn every_key_is_hayagrivas() {
    for key in KEYS
        .iter()
        .filter(|key| !matches!(**key, "parent" | "type"))
    {
        let (_, faults) = from_yaml(&format!("a: {{type: misc, {key}: [[[true]]]}}"));
        assert!(!faults.is_empty(), "{key} is passed over");
    }
}

#[test]
fn all_faults_of_an_entry_are_told_at_their_places() {
    let (entries, faults) = from_yaml(
        "\
a:
  type: article
  title: [T]
  date: 2022-13-01
  url:
    value: www.example.org
    visted: 2022-01-01
    date: 2022-02-30
  affiliated: [{names: A, role: drector}]
  volume-total: many
  parent:
    - titel: R
      date: 07-09-22
      url: 'javascript:alert(1)'
    - Reuters
b: text
",
    );
    assert_eq!(
        faults,
        [
            "4:9 invalid-date [2022-13-01] this is no date: there is no month 13 \
             (write it as 2022-09-07, 2022-09 or 2022)",
            "6:12 invalid-source [www.example.org] `www.example.org` is no address: relative URL \
             without a base (it takes an address with its scheme, such as https://example.org)",
            "7:5 unknown-key [visted] this mapping has no key `visted`",
            "8:11 invalid-date [2022-02-30] this is no date: month 02 has no day 30 \
             (write it as 2022-09-07, 2022-09 or 2022)",
            "3:10 invalid-source [[] `title` cannot be read: expected a formattable string or a \
             dictionary with an optional short version, found a list \
             (it takes text, or a mapping with `value` and `short`)",
            "9:33 invalid-source [drector] `affiliated` cannot be read: `drector` is unknown, did \
             you mean `director`? (it takes a list of mappings with `names` and `role`)",
            "10:17 invalid-source [many] `volume-total` cannot be read: no number found \
             (it takes a number)",
            "12:7 unknown-key [titel] a `parent` has no key `titel` (did you mean `title`?)",
            "13:13 invalid-date [07-09-22] this is no date: a year has four digits \
             (write it as 2022-09-07, 2022-09 or 2022)",
            "14:12 unsafe-link ['javascript:alert(1)'] an address with `javascript:` is not safe \
             to follow (it takes an address with its scheme, such as https://example.org)",
            "15:7 wrong-type [Reuters] a `parent` is a mapping of keys to values, and here stands \
             text (write `parent: {type: newspaper, title: Reuters}`)",
            "16:4 wrong-type [text] a source is a mapping of keys to values, and here stands text",
        ]
    );
    assert_eq!(entries.len(), 1);
}

#[test]
fn a_bib_file_is_read_in_order() {
    let (entries, faults) = from_bib(
        "\
% a comment with @article{no,
@string{nyt = \"New York Times\"}
@article{z1, title = {Shells & {NATO}}, author = {Doe, Jane and {White House}},
  journaltitle = nyt, date = {2022-09-05}, url = {https://nyt.com/a}}
@comment{whatever}
@xdata{common, publisher = {RAND}}
@report{a1, title = \"Report\", xdata = {common}, institution = {RAND}, year = 2021, month = sep}
",
    );
    assert_eq!(faults, [""; 0]);
    let keys: Vec<_> = entries.iter().map(|(key, _)| key.value.as_str()).collect();
    assert_eq!(keys, ["z1", "a1"]);
    let entry = &entries[0].1;
    assert_eq!(entry.title().as_deref(), Some("Shells & NATO"));
    assert_eq!(entry.authors(), ["Jane Doe", "White House"]);
    assert_eq!(entry.publisher_name().as_deref(), Some("New York Times"));
    assert_eq!(entry.date(), Some((2022, Some(9), Some(5))));
    assert_eq!(entries[0].0.span.start, 71);
    assert_eq!(entries[1].1.date(), Some((2021, Some(9), None)));
    assert_eq!(entries[1].1.publisher_name().as_deref(), Some("RAND"));
}

#[test]
fn all_faults_of_a_bib_file_are_told_at_their_places() {
    let (entries, faults) = from_bib(
        "\
@article{a, title = {A}, date = {2022-13-01}, url = {example.org}}
@article{b title = {B}}
@article{c, title = {C}, journal = nowhere}
@article{a, title = {Again}}
@book{d, title = {D}, volumes = {many}, maintitle = {M}, volume = {1}}
@book{e, title = {E},
  year = 2022
@book{f, title = {F}, year = 2022, month = 13}
@book{g, title = {G}, crossref = {h}}
@book{h, title = {H}, crossref = {g}}
@string{x = y}
@string{y = x}
@book{i, title = x}
@book{j, title = {J}, url = {javascript:alert(1)}}
@book{k, title = {$a}}
",
    );
    assert_eq!(
        faults,
        [
            "2:12 invalid-bibtex [t] expected comma",
            "6:7 invalid-bibtex [e] the entry has no closing brace",
            "4:10 defined-twice [a] the source `a` is defined twice",
            "9:7 invalid-bibtex [g] `crossref` and `xdata` lead in a circle or too far",
            "10:7 invalid-bibtex [h] `crossref` and `xdata` lead in a circle or too far",
            "11:1 invalid-bibtex [@string] abbreviations lead in a circle or too far",
            "12:1 invalid-bibtex [@string] abbreviations lead in a circle or too far",
            "13:7 invalid-bibtex [i] abbreviations lead in a circle or too far",
            "3:36 invalid-bibtex [nowhere] unknown abbreviation \"nowhere\"",
            "15:21 invalid-bibtex [}] a brace, a quotation mark or a `$` stays open",
            "5:34 invalid-bibtex [many] invalid number",
            "1:33 invalid-date [{2022-13-01}] this is no date: there is no month 13 \
             (write it as 2022-09-07, 2022-09 or 2022)",
            "1:53 invalid-source [{example.org}] `example.org` is no address: relative URL \
             without a base (it takes an address with its scheme, such as https://example.org)",
            "8:44 invalid-date [13] this is no date: there is no month 13 \
             (write it as 2022-09-07, 2022-09 or 2022)",
            "14:29 unsafe-link [{javascript:alert(1)}] an address with `javascript:` is not safe \
             to follow (it takes an address with its scheme, such as https://example.org)",
        ]
    );
    let keys: Vec<_> = entries.iter().map(|(key, _)| key.value.as_str()).collect();
    assert_eq!(keys, ["a", "f", "j"]);
}

#[test]
fn a_pathological_bib_file_ends_soon() {
    let deep = format!(
        "@a{{k, t = {{{}{}}}}}",
        "\\a{".repeat(100_000),
        "}".repeat(100_000)
    );
    assert_eq!(from_bib(&deep).1.len(), 1);
    let mut chain = String::new();
    for number in 0..1000 {
        let next = number + 1;
        let line = format!("@xdata{{e{number}, xdata = {{e{next}, e{next}}}}}\n");
        chain.push_str(&line);
    }
    assert_eq!(from_bib(&chain).1.len(), 992);
    assert_eq!(from_bib(&"@".repeat(100_000)).1.len(), 1);
    // Circles that only the reader would see, and it would run on until the stack is full.
    for text in [
        "@book{key, title = {X}, xdata = {key}}\n@book{key, title = {Y}}",
        "@string{one = {key}}\n@book{key, title = {X}, xdata = one}",
        "@book{key, title = {X}, crossref = \"k\" # \"ey\"}",
        "@book{key, title = {X}, xdata = {k{e}y}}",
    ] {
        let faults = from_bib(text).1;
        let told = |fault: &String| fault.contains("`crossref` and `xdata`");
        assert!(faults.iter().any(told), "{faults:?}");
    }
    assert_eq!(
        from_bib("@book{j, title = {J}, year = 2022, month = {jan 300}}").1,
        [
            "1:44 invalid-date [{jan 300}] this is no date: there is no such year, month or day \
             (write it as 2022-09-07, 2022-09 or 2022)"
        ]
    );
}
