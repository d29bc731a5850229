//! The elements of an article → blocks with their words as Markdown.

use dom_query::{Document, NodeRef};

use super::escape;
use super::visible::{collapsed, shows};

/// A block of an article.
#[derive(Clone, Debug)]
pub(super) enum Block {
    /// A paragraph's words, as Markdown.
    Paragraph(String),
    /// A heading's level and words.
    Heading(usize, String),
    /// A quotation.
    Quote(Vec<Block>),
    /// The items of a list, and its first number if it has numbers.
    List(Option<u64>, Vec<Vec<Block>>),
    /// Preformatted text.
    Code(String),
    /// The rows of a table.
    Table(Vec<Vec<String>>),
    /// A line between two parts.
    Rule,
}

/// Elements that stand in a line of text. All others part it.
const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn",
    "em", "font", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong",
    "sub", "sup", "time", "tt", "u", "var", "wbr",
];

/// Beginnings of a paragraph that is nothing but links, and leads away from the article.
const LEADS_AWAY: &[&str] = &[
    "also read",
    "click here",
    "follow us",
    "more:",
    "more on this",
    "read also",
    "read more",
    "read next",
    "read:",
    "recommended",
    "related",
    "see also",
    "sign up",
    "subscribe",
    "watch:",
];

/// Beginnings of a call to do something else, which is no sentence.
const CALLS: &[&str] = &[
    "follow us on",
    "powered by",
    "sign up for",
    "subscribe to",
    "subscribe now",
];

/// The blocks of an article, without a heading that repeats its title.
pub(super) fn of(doc: &Document, title: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    children(&doc.root(), &mut blocks);
    let title = escape::heading(&escape::inline(title, false));
    blocks.retain(|block| !matches!(block, Block::Heading(_, words) if *words == title));
    blocks
}

/// Adds the blocks inside of an element; words between blocks are paragraphs too.
fn children(node: &NodeRef, blocks: &mut Vec<Block>) {
    let mut run: Vec<NodeRef> = Vec::new();
    for child in node.children_it(false) {
        if is_inline(&child) {
            run.push(child);
        } else if child.is_element() || child.is_document() || child.is_fragment() {
            paragraph(&std::mem::take(&mut run), blocks);
            block(&child, blocks);
        }
    }
    paragraph(&run, blocks);
}

/// Whether a node stands in a line; a link or span around whole blocks does not.
fn is_inline(node: &NodeRef) -> bool {
    node.is_text()
        || (INLINE.iter().any(|name| node.has_name(name))
            && node
                .children_it(false)
                .all(|child| child.is_comment() || is_inline(&child)))
}

fn block(node: &NodeRef, blocks: &mut Vec<Block>) {
    let name = node.node_name().unwrap_or_default();
    match &*name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
            let level = name[1..].parse().unwrap_or(2).max(2);
            let nodes: Vec<NodeRef> = node.children();
            let words = escape::heading(&line(&nodes).replace("\\\n", " "));
            if !words.is_empty() {
                blocks.push(Block::Heading(level, words));
            }
        }
        "blockquote" => {
            let mut inside = Vec::new();
            children(node, &mut inside);
            if !inside.is_empty() {
                blocks.push(Block::Quote(inside));
            }
        }
        "ul" | "ol" | "menu" => list(node, &name, blocks),
        "pre" => blocks.push(Block::Code(node.text().trim_matches('\n').to_owned())),
        "table" => table(node, blocks),
        "hr" => blocks.push(Block::Rule),
        "img" | "picture" | "figcaption" | "script" | "style" => {}
        _ => children(node, blocks),
    }
}

fn list(node: &NodeRef, name: &str, blocks: &mut Vec<Block>) {
    let mut items = Vec::new();
    for item in node.children_it(false).filter(NodeRef::is_element) {
        let mut inside = Vec::new();
        if item.has_name("li") {
            children(&item, &mut inside);
        } else {
            block(&item, &mut inside);
        }
        if !inside.is_empty() {
            items.push(inside);
        }
    }
    let start = || {
        node.attr("start")
            .and_then(|start| start.parse().ok())
            .unwrap_or(1)
    };
    if !items.is_empty() {
        blocks.push(Block::List((name == "ol").then(start), items));
    }
}

/// A table of words; one that holds blocks is there for the page's layout and falls apart.
fn table(node: &NodeRef, blocks: &mut Vec<Block>) {
    let all = node.descendants();
    let is_layout = all.iter().any(|one| {
        ["table", "ul", "ol", "blockquote", "h2"]
            .iter()
            .any(|name| one.has_name(name))
    });
    let cells = |row: &NodeRef| -> Vec<String> {
        let cells = row
            .children_it(false)
            .filter(|cell| cell.has_name("td") || cell.has_name("th"));
        cells
            .map(|cell| {
                let mut inside = Vec::new();
                children(&cell, &mut inside);
                let words = inside.into_iter().filter_map(|block| match block {
                    Block::Paragraph(words) => Some(words.replace("\\\n", " ")),
                    _ => None,
                });
                words.collect::<Vec<_>>().join(" ")
            })
            .collect()
    };
    let rows: Vec<Vec<String>> = all
        .iter()
        .filter(|one| one.has_name("tr"))
        .map(cells)
        .collect();
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    if is_layout || width < 2 || rows.len() < 2 {
        for cell in all
            .iter()
            .filter(|one| one.has_name("td") || one.has_name("th"))
        {
            if !cell.ancestors_it(None).any(|one| one.has_name("td")) {
                children(cell, blocks);
            }
        }
        return;
    }
    blocks.push(Block::Table(rows));
}

/// Adds the words of a line as a paragraph, unless they are none of the article's.
fn paragraph(nodes: &[NodeRef], blocks: &mut Vec<Block>) {
    let markdown = line(nodes);
    if markdown.is_empty() {
        return;
    }
    if !leads_away(nodes) {
        blocks.push(Block::Paragraph(markdown));
    }
}

/// Whether a paragraph is no prose of the article: a word above an advertisement, a row of links,
/// a link to another story, a call to sign up.
fn leads_away(nodes: &[NodeRef]) -> bool {
    let text = text_of(nodes).to_lowercase();
    let text = text
        .trim_start_matches(|letter: char| !letter.is_alphanumeric())
        .trim_end();
    let mut outside = String::new();
    let links: usize = nodes
        .iter()
        .map(|node| count_links(node, &mut outside))
        .sum();
    let has_only_links = links > 0 && !outside.contains(char::is_alphanumeric);
    let has_label = || {
        text.split_once(':')
            .is_some_and(|(label, _)| label.len() < 16)
    };
    let begins = |list: &[&str]| list.iter().any(|start| text.starts_with(start));
    let is_short = |letters| text.chars().count() < letters;
    ["advertisement", "advertising", "ad"].contains(&text)
        || (links > 1 && has_only_links)
        || (links > 0 && begins(LEADS_AWAY) && is_short(200) && (has_only_links || has_label()))
        || (begins(CALLS) && is_short(80) && !text.ends_with('.'))
}

/// The links in a node; the words outside of them are added to `outside`.
fn count_links(node: &NodeRef, outside: &mut String) -> usize {
    if node.has_name("a") {
        return 1;
    }
    if node.is_text() {
        outside.push_str(&node.text());
    }
    node.children_it(false)
        .map(|child| count_links(&child, outside))
        .sum()
}

/// Inline nodes as Markdown of one paragraph. Where markup would not come through, as with stars
/// in the middle of a word, the words go first.
fn line(nodes: &[NodeRef]) -> String {
    let rich = tidied(
        &nodes
            .iter()
            .map(|node| inline(node, Around::default()))
            .collect::<String>(),
    );
    let words = text_of(nodes);
    if shows(&rich, &words) {
        return rich;
    }
    let plain = tidied(&escape::inline(&words, true));
    escape::line(&plain)
}

/// The words of nodes, with a space for each break.
fn text_of(nodes: &[NodeRef]) -> String {
    let mut text = String::new();
    for node in nodes {
        words(node, &mut text);
    }
    collapsed(&text)
}

fn words(node: &NodeRef, text: &mut String) {
    if node.has_name("br") {
        text.push(' ');
    } else if node.is_text() {
        text.push_str(&node.text());
    } else {
        node.children_it(false)
            .for_each(|child| words(&child, text));
    }
}

/// White space as in one paragraph: single spaces, none at the ends and around breaks, and what
/// follows a break begins nothing.
fn tidied(markdown: &str) -> String {
    let lines = markdown
        .split("\\\n")
        .map(|line| escape::line(&collapsed(line)));
    let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    lines.join("\\\n")
}

/// What stands around an inline node.
#[derive(Clone, Copy, Default)]
struct Around {
    in_link: bool,
    in_emphasis: bool,
    in_strong: bool,
}

fn inline(node: &NodeRef, around: Around) -> String {
    if node.is_text() {
        return escape::inline(&collapsed(&node.text()), false);
    }
    let inside = |around: Around| -> String {
        node.children_it(false)
            .map(|child| inline(&child, around))
            .collect()
    };
    match &*node.node_name().unwrap_or_default() {
        "br" => "\\\n".to_owned(),
        "em" | "i" | "cite" | "dfn" if !around.in_emphasis => wrapped(
            &inside(Around {
                in_emphasis: true,
                ..around
            }),
            "*",
            "*",
        ),
        "strong" | "b" if !around.in_strong => wrapped(
            &inside(Around {
                in_strong: true,
                ..around
            }),
            "**",
            "**",
        ),
        "del" | "s" | "strike" => wrapped(&inside(around), "~~", "~~"),
        "q" => wrapped(&inside(around), "“", "”"),
        "code" | "kbd" | "samp" | "tt" => {
            let text = collapsed(&node.text());
            if text.contains('`') {
                inside(around)
            } else {
                wrapped(&text, "`", "`")
            }
        }
        "a" if !around.in_link => {
            let words = inside(Around {
                in_link: true,
                ..around
            });
            let url = node.attr("href").unwrap_or_default();
            match destination(url.trim()) {
                Some(url) => wrapped(&words, "[", &format!("]({url})")),
                None => words,
            }
        }
        _ => inside(around),
    }
}

/// Words between two marks, with white space kept outside of them.
fn wrapped(inside: &str, open: &str, close: &str) -> String {
    let words = inside.trim();
    if words.is_empty() || words.contains("\\\n") {
        return inside.to_owned();
    }
    let start = inside.len() - inside.trim_start().len();
    let end = inside.trim_end().len();
    format!("{}{open}{words}{close}{}", &inside[..start], &inside[end..])
}

/// Where a link leads, if it leads out of the page and to no script.
fn destination(url: &str) -> Option<String> {
    let scheme = url.split_once(':')?.0.to_ascii_lowercase();
    if !["http", "https", "mailto"].contains(&scheme.as_str()) {
        return None;
    }
    let mut safe = String::with_capacity(url.len());
    for letter in url.chars() {
        match letter {
            '(' | ')' | '<' | '>' | '\\' | '`' | '*' | '[' | ']' | ' ' | '"' | '\'' => {
                safe.push_str(&format!("%{:02X}", u32::from(letter)));
            }
            letter if letter.is_control() || letter.is_whitespace() => {}
            letter => safe.push(letter),
        }
    }
    Some(safe)
}
