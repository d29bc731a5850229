//! Text that looks like HTML or like a template stays text, wherever an author may write it and
//! wherever a page shows it.

use std::collections::BTreeMap;

use scraper::Html;
use scraper::node::Node;

use crate::folder::Folder;
use crate::reading::selector;

/// What a hostile or careless author writes; `#` makes each place's own.
const NASTY: &str =
    r#"N#<script>alert(1)</script><inject-me onload=x>"'&amp;</title>{{ 7*191 }}{% raw %}"#;

/// The nasty words of a site, and what a reader should see of each.
#[derive(Default)]
struct Words(Vec<String>);

impl Words {
    /// New nasty words as a YAML value.
    fn next(&mut self) -> String {
        let words = NASTY.replace('#', &format!("{:03}", self.0.len()));
        let yaml = serde_json::to_string(&words).expect("JSON is YAML");
        self.0.push(words);
        yaml
    }

    /// The same for a place that no page of the default theme shows.
    fn unseen(&mut self) -> String {
        let yaml = self.next();
        self.0.last_mut().expect("it was added").clear();
        yaml
    }

    /// The same for a bibliography, in which braces keep a word's case and are not shown.
    fn source(&mut self) -> String {
        let yaml = self.next();
        self.0
            .last_mut()
            .expect("it was added")
            .retain(|letter| !matches!(letter, '{' | '}'));
        yaml
    }
}

/// The settings, with nasty words at every place that takes text.
fn settings(w: &mut Words) -> String {
    format!(
        "title: {}\ntagline: {}\ndescription: {}\nauthors: [{}]\nfooter: {}\npublisher: {}\n\
         base_url: https://example.org/x\nverdicts: [{{name: {}, means: {}}}, b]\n",
        w.next(),
        w.next(),
        w.next(),
        w.next(),
        w.next(),
        w.next(),
        w.next(),
        w.next()
    )
}

/// The speakers, with nasty words at every place that takes text.
fn speakers(w: &mut Words) -> String {
    format!(
        "a: {{name: {}, aliases: [{}], org: b, roles: [{{from: 2020, role: {}}}], note: {}}}\n\
         b: {{name: {}}}\nc: {{name: c, org: {}}}\n",
        w.next(),
        w.next(),
        w.next(),
        w.next(),
        w.next(),
        w.next()
    )
}

/// The sources, with nasty words at every place that takes text.
fn sources(w: &mut Words) -> String {
    format!(
        "s: {{type: article, title: {}, author: {}, date: 2022-09-06, origin: t, access: relayed,\n\
         \x20 reliability: B, parent: {{type: newspaper, title: {}}}, remark: {}}}\n\
         t: {{type: report, title: {}, publisher: {}, note: {}}}\n",
        w.source(),
        w.next(),
        w.source(),
        w.next(),
        w.source(),
        w.source(),
        w.unseen()
    )
}

/// The claims, with nasty words at every place that takes text.
fn claims(w: &mut Words) -> String {
    format!(
        "claims:\n  c: {{text: {}, by: a, via: [s], note: {}, tags: [{}],\n\
         \x20   status: [{{value: confirmed, date: 2022-10-01, note: {}}}],\n\
         \x20   evidence: [{{source: t, locator: {}, quote: {}}}],\n\
         \x20   short: {}, verdict: {{value: b, by: {}, note: {}}}}}\n\
         \x20 d: {{text: {}, by: b}}\n\
         relations: [{{from: d, type: denies, to: c}}]\n",
        w.next(),
        w.next(),
        w.next(),
        w.next(),
        w.next(),
        w.next(),
        w.next(),
        w.next(),
        w.next(),
        w.next()
    )
}

/// A brief, with nasty words at every place that takes text.
fn brief(w: &mut Words) -> String {
    format!(
        "---\ntitle: {}\ndate: 2022-09-07\nkind: factcheck\nauthors: [a, {}]\nsummary: {}\ntags: [{}]\nprocess: {}\n\
         key_judgements: [c]\ncorrections:\n  - {{date: 2022-09-08, kind: correction, claim: c,\n\
         \x20   was: {}, now: {}, note: {}}}\nextra: {{x: {}}}\n---\n\
         A [told]{{claim=c by=a via=s hedge={}}} [@s, p. <i>3</i>]\n[silent]{{by=b declines={}}}\n",
        w.next(),
        w.next(),
        w.next(),
        w.next(),
        w.next(),
        w.next(),
        w.next(),
        w.next(),
        w.unseen(),
        w.next(),
        w.next()
    )
}

/// A plain page, with nasty words at every place that takes text.
fn page(w: &mut Words) -> String {
    format!(
        "---\ntitle: {}\nsummary: {}\n---\nText.\n",
        w.next(),
        w.next()
    )
}

fn site(w: &mut Words) -> Folder {
    let other = "---\ntitle: Other\n---\nBy the site's authors.\n";
    Folder::default()
        .with("ascribe.yaml", &settings(w))
        .with("content/speakers.yaml", &speakers(w))
        .with("content/sources.yaml", &sources(w))
        .with("content/claims.yaml", &claims(w))
        .with("content/briefs/example.md", &brief(w))
        .with("content/briefs/other.md", other)
        .with("content/pages/about.md", &page(w))
}

fn pages() -> (BTreeMap<String, String>, Words) {
    let mut words = Words::default();
    let mut done = site(&mut words).compile();
    let pages = done.render();
    let report = &done.compiled.report;
    let told = crate::listing::report(report, &done.inputs.files, "", 0);
    assert!(!report.has_errors(), "{told}");
    (pages, words)
}

#[test]
fn no_words_become_markup_on_any_page() {
    let (pages, _) = pages();
    assert!(pages.len() > 20, "the site has pages of every kind");
    for (path, page) in &pages {
        let html = Html::parse_document(page);
        for script in html.select(&selector("script")) {
            let text: String = script.text().collect();
            if script.attr("src") == Some("../search.js") {
                assert_eq!((path.as_str(), text.as_str()), ("search/index.html", ""));
                continue;
            }
            assert_eq!(script.attr("type"), Some("application/ld+json"), "{path}");
            let data: Result<serde_json::Value, _> = serde_json::from_str(&text);
            assert!(data.is_ok(), "{path}: JSON-LD that is no JSON: {text}");
        }
        assert_eq!(html.select(&selector("inject-me")).count(), 0, "{path}");
        assert_eq!(html.select(&selector("head title")).count(), 1, "{path}");
        for element in html.select(&selector("*")) {
            for (name, value) in element.value().attrs() {
                assert!(
                    !name.starts_with("on") && name != "style",
                    "{path}: {name}={value}"
                );
            }
        }
        assert!(
            !page.contains("1337"),
            "{path}: a template in a text was run"
        );
    }
}

/// Everything that a page tells: texts, attributes, and the strings of its JSON-LD.
fn told(page: &str, told: &mut String) {
    let html = Html::parse_document(page);
    for node in html.tree.nodes() {
        match node.value() {
            Node::Text(text) => told.push_str(text),
            Node::Element(element) => element.attrs().for_each(|(_, value)| told.push_str(value)),
            _ => {}
        }
        told.push('\n');
    }
}

#[test]
fn words_that_look_like_markup_are_shown_as_they_were_written() {
    let (pages, words) = pages();
    let mut all = String::new();
    for page in pages.values() {
        told(page, &mut all);
    }
    let lost: Vec<&String> = words
        .0
        .iter()
        .filter(|words| !all.contains(*words))
        .collect();
    assert!(lost.is_empty(), "on no page as it was written: {lost:#?}");
}
