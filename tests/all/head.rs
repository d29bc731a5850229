//! The head of a page, as search engines, previews and reference managers read it.

use scraper::Html;

use crate::folder::Folder;
use crate::reading::selector;

/// A site with all that a head can tell.
fn full() -> Folder {
    Folder::default()
        .with(
            "ascribe.yaml",
            "title: The Desk\ndescription: Who says it\nbase_url: https://example.org/b\n\
             publisher: house\nimage: icon.svg\nlang: en-GB\n",
        )
        .with(
            "content/speakers.yaml",
            "house: {name: The House}\nann: {name: Ann Lee, org: house}\n",
        )
        .with(
            "content/briefs/shells.md",
            "---\ntitle: Shells & \"rockets\"\ndate: 2022-09-07\nupdated: 2022-09-09T10:00:00Z\n\
             review_by: 2025-01-01\nkind: report\nauthors: [ann, Bo Day]\nsummary: In short.\n\
             tags: [arms, sanctions]\n---\n[So]{claim=so by=ann}\n",
        )
        .with(
            "content/pages/about.md",
            "---\ntitle: About\nsummary: Us.\n---\nWe.\n",
        )
}

/// What the elements of a head say, in order: `(name or property, content)`.
fn said(page: &str) -> Vec<(String, String)> {
    let html = Html::parse_document(page);
    let css = selector("head meta[content]");
    let elements = html.select(&css);
    let told = elements.filter_map(|element| {
        let name = element.attr("name").or(element.attr("property"))?;
        Some((name.to_owned(), element.attr("content")?.to_owned()))
    });
    told.collect()
}

fn all<'a>(said: &'a [(String, String)], name: &str) -> Vec<&'a str> {
    let named = said.iter().filter(|(one, _)| one == name);
    named.map(|(_, content)| content.as_str()).collect()
}

fn linked(page: &str, css: &str) -> Vec<String> {
    let html = Html::parse_document(page);
    let css = selector(css);
    let links = html.select(&css);
    links
        .filter_map(|link| link.attr("href").map(str::to_owned))
        .collect()
}

#[test]
fn a_brief_is_a_report_for_reference_managers() {
    let pages = full().compile().render();
    let said = said(&pages["briefs/shells/index.html"]);
    let expected: &[(&str, &[&str])] = &[
        ("citation_title", &["Shells & \"rockets\""]),
        ("citation_technical_report_institution", &["The House"]),
        ("citation_author", &["Ann Lee", "Bo Day"]),
        ("citation_publication_date", &["2022/09/07"]),
        ("citation_online_date", &["2022/09/09"]),
        ("citation_language", &["en-GB"]),
        ("citation_abstract", &["In short."]),
        ("citation_keywords", &["arms", "sanctions"]),
        (
            "citation_public_url",
            &["https://example.org/b/briefs/shells/"],
        ),
        ("citation_technical_report_number", &[]),
    ];
    for (name, contents) in expected {
        assert_eq!(all(&said, name), *contents, "{name}");
    }
    // Any of these would make Zotero take the brief for something else.
    let others = [
        "journal_title",
        "conference_title",
        "conference",
        "book_title",
    ];
    let others = others
        .iter()
        .chain(&["inbook_title", "dissertation_institution"]);
    for other in others {
        assert_eq!(all(&said, &format!("citation_{other}")), [""; 0], "{other}");
    }
    assert!(!pages["index.html"].contains("citation_"));
}

#[test]
fn a_brief_is_an_article_for_previews() {
    let pages = full().compile().render();
    let said = said(&pages["briefs/shells/index.html"]);
    let expected: &[(&str, &[&str])] = &[
        ("og:title", &["Shells & \"rockets\""]),
        ("og:type", &["article"]),
        ("og:url", &["https://example.org/b/briefs/shells/"]),
        ("og:description", &["In short."]),
        ("og:site_name", &["The Desk"]),
        ("og:locale", &["en_GB"]),
        ("og:image", &["https://example.org/b/icon.svg"]),
        ("article:published_time", &["2022-09-07"]),
        ("article:modified_time", &["2022-09-09T10:00:00Z"]),
        ("article:expiration_time", &["2025-01-01"]),
        (
            "article:author",
            &["https://example.org/b/speakers/ann/", "Bo Day"],
        ),
        ("article:section", &["Report"]),
        ("article:tag", &["arms", "sanctions"]),
        ("description", &["In short."]),
        ("twitter:card", &["summary_large_image"]),
        ("robots", &[]),
    ];
    for (name, contents) in expected {
        assert_eq!(all(&said, name), *contents, "{name}");
    }
}

#[test]
fn every_page_says_where_it_is_and_what_it_holds() {
    let pages = full().compile().render();
    for (path, page) in &pages {
        let said = said(page);
        let canonical = linked(page, "link[rel=canonical]");
        if path == "404.html" {
            assert_eq!(all(&said, "robots"), ["noindex"]);
            assert!(canonical.is_empty() && all(&said, "og:url").is_empty());
            continue;
        }
        let place = path.trim_end_matches("index.html");
        assert_eq!(
            canonical,
            [format!("https://example.org/b/{place}")],
            "{path}"
        );
        assert_eq!(all(&said, "og:url"), canonical, "{path}");
        assert!(all(&said, "robots").is_empty(), "{path}");
        for name in ["description", "og:title", "og:description", "og:site_name"] {
            assert!(
                matches!(*all(&said, name), [text] if !text.is_empty()),
                "{path}: {name}"
            );
        }
        let kind = if path.starts_with("briefs/shells/index") {
            "article"
        } else {
            "website"
        };
        assert_eq!(all(&said, "og:type"), [kind], "{path}");
    }
}

#[test]
fn a_site_without_an_address_invents_none() {
    let mut folder = full();
    folder = folder.with("ascribe.yaml", "title: The Desk\nimage: icon.svg\n");
    let pages = folder.compile().render();
    let page = &pages["briefs/shells/index.html"];
    let said = said(page);
    for name in ["og:url", "og:image", "citation_public_url"] {
        assert!(all(&said, name).is_empty(), "{name}");
    }
    assert!(linked(page, "link[rel=canonical]").is_empty());
    assert_eq!(all(&said, "article:author"), ["Ann Lee", "Bo Day"]);
    assert_eq!(
        all(&said, "citation_technical_report_institution"),
        ["The Desk"]
    );
    assert_eq!(all(&said, "twitter:card"), ["summary"]);
}

#[test]
fn search_engines_leave_drafts_out_and_keep_the_notice_of_a_withdrawal() {
    let mut done = Folder::default()
        .with(
            "content/briefs/a.md",
            "---\ntitle: A\nstate: draft\n---\nText.\n",
        )
        .with(
            "content/briefs/b.md",
            "---\ntitle: B\nstate: review\n---\nText.\n",
        )
        .with(
            "content/briefs/c.md",
            "---\ntitle: C\nstate: withdrawn\ncorrections:\n\
             \x20 - {date: 2023-01-01, kind: retraction, note: Wrong.}\n---\nText.\n",
        )
        .compile_with_drafts();
    let pages = done.render();
    let robots = |path: &str| all(&said(&pages[path]), "robots").join(" ");
    assert_eq!(robots("briefs/a/index.html"), "noindex");
    assert_eq!(robots("briefs/b/index.html"), "noindex");
    assert_eq!(robots("briefs/c/index.html"), "");
}

#[test]
fn whether_the_picture_is_there_is_asked_of_a_site_and_not_of_its_settings_alone() {
    let folder = full().with("ascribe.yaml", "image: static/own.png\n");
    let (_, report) = ascribe::parse::settings(&folder.inputs());
    assert!(!report.has_errors());
    assert!(folder.compile().compiled.report.has_errors());
}
