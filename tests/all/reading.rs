//! A page as its reader has it: words without markup, and the text of a brief without its cards.

use scraper::node::Node;
use scraper::{ElementRef, Html, Selector};

/// A selector that is known to be one.
pub(crate) fn selector(text: &str) -> Selector {
    Selector::parse(text).unwrap_or_else(|fault| panic!("`{text}` is no selector: {fault}"))
}

/// The HTML of a brief's text as a browser holds it, without cards.
pub(crate) fn brief_body(page: &str) -> String {
    let mut html = Html::parse_document(page);
    let cards: Vec<_> = html
        .select(&selector(".brief-body .annotation"))
        .map(|card| card.id())
        .collect();
    for card in cards {
        html.tree.get_mut(card).expect("it is there").detach();
    }
    let body = html.select(&selector(".brief-body")).next();
    let text = body.expect("a brief has a body").inner_html();
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    let kept = lines.into_iter().filter(|line| !line.is_empty());
    kept.collect::<Vec<_>>().join("\n")
}

/// The words of every element that the selector finds, one line a block.
pub(crate) fn words(page: &str, css: &str) -> String {
    let html = Html::parse_document(page);
    let mut text = String::new();
    for element in html.select(&selector(css)) {
        collect(element, &mut text);
        text.push('\n');
    }
    let lines = text
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

fn collect(element: ElementRef, text: &mut String) {
    for child in element.children() {
        match child.value() {
            Node::Text(words) => text.push_str(&words.replace('\n', " ")),
            Node::Element(_) => {
                let child = ElementRef::wrap(child).expect("an element");
                let is_block = matches!(
                    child.value().name(),
                    "p" | "div"
                        | "li"
                        | "ul"
                        | "ol"
                        | "dl"
                        | "dt"
                        | "section"
                        | "header"
                        | "h1"
                        | "h2"
                        | "h3"
                        | "h4"
                        | "details"
                        | "summary"
                        | "table"
                        | "tr"
                        | "blockquote"
                        | "article"
                        | "nav"
                        | "pre"
                );
                if is_block {
                    text.push('\n');
                }
                if child.value().name() == "dd" {
                    text.push_str(": ");
                }
                collect(child, text);
                if is_block {
                    text.push('\n');
                }
            }
            _ => {}
        }
    }
}
