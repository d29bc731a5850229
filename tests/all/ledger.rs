//! The ledger's lists of facets: long ones are cut on most pages, and lose nothing by it.

use crate::folder::Folder;

const TOPICS: usize = 70;

/// A site with one statement on many topics.
fn site() -> Folder {
    let topics: Vec<String> = (0..TOPICS).map(|n| format!("topic-{n:02}")).collect();
    Folder::default()
        .with("content/speakers.yaml", "ann: {name: Ann}\n")
        .with(
            "content/briefs/one.md",
            &format!(
                "---\ntitle: One\ndate: 2024-01-01\ntags: [{}]\n---\nAnn said [it is so]{{by=ann}}.\n",
                topics.join(", ")
            ),
        )
}

#[test]
fn each_value_has_a_link_from_the_first_page() {
    let pages = site().compile().render();
    let first = &pages["ledger/index.html"];
    for n in 0..TOPICS {
        let link = format!("ledger/topic/topic-{n:02}/index.html\"");
        assert!(first.contains(&link), "no link to topic {n}");
    }
    assert!(!first.contains("more</a>"), "nothing is left out there");
}

#[test]
fn other_pages_say_how_many_values_they_leave_out_and_lead_there() {
    let pages = site().compile().render();
    let page = &pages["ledger/topic/topic-05/index.html"];
    assert!(
        page.contains("ledger/index.html#by-topic\">and 10 more</a>"),
        "{page}"
    );
    assert!(page.contains("ledger/topic/topic-59/"));
    assert!(!page.contains("ledger/topic/topic-60/"));
    // Where a page's own value comes late in the list, it is named all the same.
    let late = &pages["ledger/topic/topic-69/index.html"];
    assert!(late.contains("and 9 more</a>"), "{late}");
    assert!(late.contains("ledger/topic/topic-69/index.html\" aria-current=\"page\""));
}
