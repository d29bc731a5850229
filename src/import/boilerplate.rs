//! What stands on the pages of newspapers beside the article.

use dom_query::{Document, NodeRef};

/// Elements that hold no prose of an article.
const ELEMENTS: &str = "script, style, noscript, template, nav, aside, form, button, dialog, iframe, object, \
    embed, figcaption, picture, img, video, audio, svg, canvas, input, select, textarea, [hidden], \
    [aria-hidden='true'], [role='navigation'], [role='complementary'], [role='banner'], \
    [role='contentinfo'], [role='search'], [role='dialog'], [role='alert'], [style*='display:none'], \
    [style*='display: none']";

/// Words of a class or an id that name a part of the page which is no part of the article.
const WORDS: &[&str] = &[
    "ad",
    "ads",
    "adslot",
    "advert",
    "advertisement",
    "advertising",
    "banner",
    "breadcrumb",
    "breadcrumbs",
    "caption",
    "comments",
    "consent",
    "cookie",
    "cookies",
    "credit",
    "disqus",
    "gdpr",
    "menu",
    "modal",
    "mostread",
    "navbar",
    "newsletter",
    "outbrain",
    "overlay",
    "pagination",
    "popup",
    "promo",
    "promotion",
    "recirc",
    "recirculation",
    "recommended",
    "recommendations",
    "related",
    "share",
    "sharing",
    "sidebar",
    "signup",
    "skip",
    "social",
    "sponsored",
    "subscribe",
    "taboola",
    "toolbar",
    "trending",
];

/// Of these words, the ones that a paragraph by itself can bear without being prose.
const OF_PARAGRAPHS: &[&str] = &[
    "advert",
    "advertisement",
    "caption",
    "credit",
    "newsletter",
    "promo",
    "related",
    "sponsored",
    "subscribe",
];

/// Words that name the lines on who wrote the article and when, which go to the front matter.
const HEAD_LINES: &[&str] = &[
    "author",
    "authors",
    "byline",
    "dateline",
    "timestamp",
    "published",
    "pubdate",
];

/// Classes of words for screen readers alone.
const HIDDEN: &[&str] = &[
    "sr-only",
    "visually-hidden",
    "visuallyhidden",
    "screen-reader",
];

/// A class of more words is a utility's, and says nothing of its element.
const CLASS: usize = 4;

/// An id of more words is made of a heading: "related-party-deals" is no list of related stories.
const ID: usize = 2;

/// Takes away all that is certainly beside the article. What holds a large part of the page's
/// paragraphs stays, whatever it is called: some pages stand in one form, or in a box named
/// "newsletter-enabled".
pub(super) fn remove(doc: &Document) {
    doc.select("script, style, noscript, template").remove();
    let all = prose(&doc.root());
    let is_large = |node: &NodeRef| 5 * prose(node) > 2 * all;
    for node in doc.select(ELEMENTS).nodes() {
        if !is_large(node) {
            node.remove_from_parent();
        }
    }
    for node in doc.select("figure, footer").nodes() {
        let holds_text = !inside(node, &["table", "blockquote", "pre"]).is_empty();
        if has_ancestor(node, &["blockquote"]) {
            // Who is quoted stands in the foot of a quotation.
            node.rename("p");
        } else if !holds_text && !is_large(node) {
            node.remove_from_parent();
        }
    }
    for node in doc.select("[class], [id]").nodes() {
        if is_named_so(node) && !is_large(node) {
            node.remove_from_parent();
        }
    }
    for node in doc.select("time").nodes() {
        if !has_ancestor(node, &["p", "li", "blockquote", "td"]) {
            node.remove_from_parent();
        }
    }
}

/// How many bytes of words stand in the paragraphs of an element.
fn prose(node: &NodeRef) -> usize {
    let own = usize::from(node.has_name("p")) * node.text().trim().len();
    let below = inside(node, &["p"]);
    own.max(below.iter().map(|one| one.text().trim().len()).sum())
}

fn inside<'a>(node: &NodeRef<'a>, names: &[&str]) -> Vec<NodeRef<'a>> {
    node.descendants_it()
        .filter(|one| names.iter().any(|name| one.has_name(name)))
        .collect()
}

fn has_ancestor(node: &NodeRef, names: &[&str]) -> bool {
    node.ancestors_it(None)
        .any(|one| names.iter().any(|name| one.has_name(name)))
}

fn is_named_so(node: &NodeRef) -> bool {
    let is_kept = ["html", "body", "main", "article", "h1"];
    if is_kept.iter().any(|name| node.has_name(name)) {
        return false;
    }
    let is_short = || node.text().trim().chars().count() < 200;
    let is_head_line =
        |word: &str| HEAD_LINES.contains(&word) && is_short() && !has_ancestor(node, &["p"]);
    let list = if node.has_name("p") {
        OF_PARAGRAPHS
    } else {
        WORDS
    };
    let id = node.attr("id").unwrap_or_default();
    let class = node.attr("class").unwrap_or_default();
    let names = class.split_whitespace().map(|name| (name, CLASS));
    names.chain([(&*id, ID)]).any(|(name, most)| {
        let words = words_of(name);
        HIDDEN.iter().any(|hidden| name.contains(hidden))
            || (words.len() <= most
                && words
                    .iter()
                    .any(|word| list.contains(&&**word) || is_head_line(word)))
    })
}

/// The words of a class or an id, less numbers.
fn words_of(name: &str) -> Vec<String> {
    name.split(|letter: char| !letter.is_ascii_alphabetic())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect()
}
