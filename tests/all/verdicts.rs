//! Verdicts of a fact-checking site: on the pages for readers, and as `ClaimReview` for machines.

use serde_json::{Value, json};

use crate::folder::Folder;
use crate::linked_data::{graph, pages, thing};
use crate::reading::words;

const SETTINGS: &str = "\
base_url: https://example.org/
title: The Desk
verdicts:
  - {name: False, means: Nothing in it holds.}
  - {name: Half true, number: 3}
  - true
  - {name: Unproven, number: none}
";

const CHECK: &str = "\
---
title: Did the mayor halve it?
date: 2023-01-10
kind: factcheck
authors: [Eve]
speakers: {mayor: {name: Ada Mayor}, eve: {name: Eve Judge}}
claims:
  halved:
    text: The cost of all bridges of the city was halved in three years of office, says the mayor herself
    short: The mayor halved the cost of bridges
    verdict:
      - {value: \"true\", date: 2023-01-11, note: At first sight.}
      - {value: half true, date: 2023-02-01, by: eve, note: Three are left out.}
      - {value: false, date: 2090-01-01}
---
She said [“we halved it”]{claim=halved by=mayor said=2023-01-02}.
";

const OTHER: &str = "\
---
title: News
date: DATE
kind: KIND
---
The mayor [halved it]{claim=halved by=mayor}.
";

fn site() -> Folder {
    Folder::default()
        .with("ascribe.yaml", SETTINGS)
        .with("content/briefs/check.md", CHECK)
}

fn other(kind: &str, date: &str) -> String {
    OTHER.replace("KIND", kind).replace("DATE", date)
}

fn reviews(page: &str) -> Vec<Value> {
    let things = graph(page).into_iter();
    things.filter(|one| one["@type"] == "ClaimReview").collect()
}

#[test]
fn a_fact_check_reviews_the_claim_that_it_judges() {
    let pages = pages(&site());
    let page = &pages["briefs/check/index.html"];
    let review = thing(page, "ClaimReview");
    let expected = [
        ("url", json!("https://example.org/briefs/check/")),
        (
            "claimReviewed",
            json!("The mayor halved the cost of bridges"),
        ),
        ("datePublished", json!("2023-02-01")),
        (
            "reviewRating",
            json!({
                "@type": "Rating",
                "alternateName": "Half true",
                "ratingValue": 3,
                "bestRating": 4,
                "worstRating": 1,
                "ratingExplanation": "Three are left out."
            }),
        ),
        (
            "author",
            json!({"@type": "Person", "name": "Eve Judge", "url": "https://example.org/speakers/eve/"}),
        ),
    ];
    for (property, value) in expected {
        assert_eq!(review[property], value, "{property}");
    }
    assert_eq!(review["itemReviewed"]["@type"], "Claim");
    assert_eq!(review["itemReviewed"]["author"][0]["name"], "Ada Mayor");
    assert_eq!(review["itemReviewed"]["datePublished"], "2023-01-02");
    assert_eq!(graph(page)[0]["@type"], "Article");
}

#[test]
fn readers_see_the_verdict_that_machines_read() {
    let pages = pages(&site());
    let shown = words(&pages["briefs/check/index.html"], ".judged");
    for part in [
        "The mayor halved the cost of bridges",
        "Half true 2 of 3",
        "Claimed by Ada Mayor",
        "Rated by Eve Judge · 1 February 2023",
        "Three are left out.",
    ] {
        assert!(shown.contains(part), "no `{part}` in {shown}");
    }
    let card = words(&pages["briefs/check/index.html"], ".annotation");
    assert!(card.contains("Verdict: Half true"), "{card}");
    let claim = words(&pages["claims/halved/index.html"], "main .verdict");
    assert!(
        claim.contains("Half true") && claim.contains("Did the mayor halve it?"),
        "{claim}"
    );
    let method = words(&pages["method/index.html"], "main");
    for part in [
        "False 1 of 3",
        ": Nothing in it holds.",
        "True 3 of 3",
        "Unproven",
    ] {
        assert!(method.contains(part), "no `{part}` in {method}");
    }
}

#[test]
fn only_one_fact_check_reviews_a_claim() {
    let older = other("factcheck", "2022-01-01");
    let pages = pages(
        &site()
            .with("content/briefs/older.md", &older)
            .with("content/briefs/news.md", &other("reportage", "2023-01-12")),
    );
    assert_eq!(reviews(&pages["briefs/check/index.html"]).len(), 1);
    for path in ["older", "news"] {
        let page = &pages[&format!("briefs/{path}/index.html")];
        assert!(reviews(page).is_empty(), "{path}");
    }
    assert!(reviews(&pages["claims/halved/index.html"]).is_empty());
    // Another brief shows the verdict of its own day.
    let of_its_day = words(&pages["briefs/news/index.html"], ".annotation");
    assert!(of_its_day.contains("Verdict: True"), "{of_its_day}");
    let before_any = words(&pages["briefs/older/index.html"], ".annotation");
    assert!(!before_any.contains("Verdict"), "{before_any}");
}

#[test]
fn several_reviews_on_a_page_have_an_address_each() {
    let check = CHECK.replace(
        "She said",
        "[It opens]{claim=opens by=mayor} in May. She said",
    );
    let claims = "opens: {text: It opens in May, by: mayor, verdict: Unproven}\n";
    let site = site()
        .with("content/claims.yaml", claims)
        .with("content/briefs/check.md", &check);
    let pages = pages(&site);
    let page = &pages["briefs/check/index.html"];
    let reviews = reviews(page);
    let urls: Vec<&Value> = reviews.iter().map(|one| &one["url"]).collect();
    let of = |number| format!("https://example.org/briefs/check/#verdict-{number}");
    assert_eq!(urls, [&of(1), &of(2)]);
    assert!(page.contains("id=\"verdict-1\"") && page.contains("id=\"verdict-2\""));
    // A word apart from the scale has no number and no place.
    assert_eq!(
        reviews[0]["reviewRating"],
        json!({"@type": "Rating", "alternateName": "Unproven"})
    );
}

#[test]
fn without_a_scale_or_an_address_there_is_no_review() {
    let no_address = SETTINGS.replace("base_url: https://example.org/\n", "");
    let pages = pages(&site().with("ascribe.yaml", &no_address));
    assert!(reviews(&pages["briefs/check/index.html"]).is_empty());
    let plain = Folder::brief("[So]{claim=so by=a}\n")
        .with("content/speakers.yaml", "a: {name: A}\n")
        .with("ascribe.yaml", "base_url: https://example.org/\n");
    for page in crate::linked_data::pages(&plain).values() {
        assert!(reviews(page).is_empty() && !page.contains("Verdict"));
    }
}
