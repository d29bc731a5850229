//! References as styles print them.

use rayon::prelude::*;

use super::*;

fn styled(style: &str, text: &str) -> Reference {
    let style = Style::named(style).expect(style);
    Bibliographer::new(style, "en").reference(&one(text))
}

#[test]
fn chicago_and_apa_print_an_article_as_expected() {
    let reference = styled("chicago-notes-bibliography", REUTERS);
    assert_eq!(
        reference.text,
        "Stewart, Phil, and Reuters Staff. “Russia Is Buying Shells from North Korea, U.S. Says.” \
         Reuters, September 6, 2022. https://www.reuters.com/world/a?b=1&c=2."
    );
    assert_eq!(
        reference.html,
        "Stewart, Phil, and Reuters Staff. “Russia Is Buying Shells from North Korea, U.S. Says.” \
         <i>Reuters</i>, September 6, 2022. \
         <a href=\"https://www.reuters.com/world/a?b=1&amp;c=2\">\
         https://www.reuters.com/world/a?b=1&amp;c=2</a>."
    );
    assert_eq!(
        styled("apa", REUTERS).html,
        "Stewart, P., &amp; Reuters Staff. (2022, September 6). Russia is buying shells from \
         North Korea, U.S. says. <i>Reuters</i>. \
         <a href=\"https://www.reuters.com/world/a?b=1&amp;c=2\">\
         https://www.reuters.com/world/a?b=1&amp;c=2</a>"
    );
}

#[test]
fn every_style_prints_author_and_title_as_text_and_no_number() {
    let hostile = one("\
a: {type: article, title: '<script>alert(1)</script> & \"so\"', author: '<b>, A',
    parent: {type: newspaper, title: '<i>R</i>'}, url: 'https://e.org/\"><script>'}");
    let article = one(REUTERS);
    let mut styles: Vec<_> = Style::names()
        .into_iter()
        .filter_map(Style::named)
        .collect();
    styles.dedup();
    let without_author: Vec<_> = styles
        .into_par_iter()
        .filter(|style| {
            let name = style.title();
            let bibliographer = Bibliographer::new(*style, "en");
            let html = bibliographer.reference(&hostile).html;
            for tag in ["<script", "<b>, ", "<b>A", "\"><", "<i>R</i>", "style="] {
                assert!(!html.replace("<i>&lt;", "").contains(tag), "{name}: {html}");
            }
            let text = bibliographer.reference(&article).text;
            let start = text.trim_start_matches(['[', '(']);
            assert!(
                !start.starts_with('1') && !text.contains("  "),
                "{name}: {text}"
            );
            !text.to_lowercase().contains("stewart")
        })
        .map(Style::title)
        .collect();
    assert_eq!(without_author, ["Alphanumeric"]);
}

#[test]
fn a_source_that_a_style_has_nothing_for_is_title_and_date() {
    let plain = styled(
        "alphanumeric",
        "a: {type: misc, title: T & U, date: 2022-09}",
    );
    assert_eq!(plain.html, "T &amp; U, 2022-09");
    assert_eq!(styled("alphanumeric", "key-a: {type: misc}").text, "key-a");
}

#[test]
fn order_is_kept_and_sources_do_not_touch_each_other() {
    let mut text = String::new();
    for key in ["z", "m", "a"] {
        let line =
            format!("{key}: {{type: book, title: Title {key}, author: 'Doe, J', date: 2022}}\n");
        text.push_str(&line);
    }
    let (entries, _) = from_yaml(&text);
    let entries: Vec<&Entry> = entries.iter().map(|(_, entry)| entry).collect();
    for style in ["apa", "chicago-notes", "ieee", "vancouver"] {
        let bibliographer = Bibliographer::new(Style::named(style).expect(style), "en");
        let rendered = bibliographer.render(&entries);
        assert_eq!(rendered.len(), 3);
        for (reference, entry) in rendered.iter().zip(&entries) {
            assert_eq!(*reference, bibliographer.reference(entry));
            let text = reference.text.to_lowercase();
            assert!(text.contains("doe"), "{style}: {text}");
            assert!(
                text.contains(&format!("title {}", entry.key())),
                "{style}: {text}"
            );
            assert!(!text.contains("2022a"), "{style}: {text}");
        }
    }
}

#[test]
fn months_follow_the_language() {
    let entry = one(REUTERS);
    let text = |language: &str| {
        Bibliographer::new(Style::default(), language)
            .reference(&entry)
            .text
    };
    assert!(text("de").contains("6. September 2022"), "{}", text("de"));
    assert!(
        text("fr-CA").contains("6 septembre 2022"),
        "{}",
        text("fr-CA")
    );
    assert!(
        text("en-GB").contains("6 September 2022"),
        "{}",
        text("en-GB")
    );
}

#[test]
fn values_that_hayagriva_would_misread_are_kept() {
    let entry = one(
        "a: {type: report, title: 'From $10 to $20 for {NATO}', date: 1984, issue: 3.10,
             author: Office of the Director of National Intelligence, volume: 007}",
    );
    assert_eq!(entry.title().as_deref(), Some("From $10 to $20 for NATO"));
    assert_eq!(
        entry.authors(),
        ["Office of the Director of National Intelligence"]
    );
    let text = Bibliographer::new(Style::default(), "en")
        .reference(&entry)
        .text;
    assert!(
        text.starts_with("Office of the Director of National Intelligence. From $10 to $20"),
        "{text}"
    );
    assert_eq!(
        one("a: {type: book, title: 1984}").title().as_deref(),
        Some("1984")
    );
}
