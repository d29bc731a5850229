//! The claim graph for Graphviz, in the DOT language.

use super::{Edge, Graph, Node, NodeKind};

/// Letters of a label before it goes on in a new line.
const WIDTH: usize = 34;

/// Writes the graph. What a thing is and how it stands is told by shape, line and word.
pub(in crate::export) fn dot(graph: &Graph) -> String {
    let mut text = String::from("digraph claims {\n");
    text.push_str("  graph [rankdir=LR, charset=\"UTF-8\", fontname=\"Helvetica\", labelloc=t, ");
    text.push_str(&format!("label={}];\n", quoted(&graph.title)));
    text.push_str("  node [fontname=\"Helvetica\", fontsize=11];\n");
    text.push_str("  edge [fontname=\"Helvetica\", fontsize=9];\n");
    for one in &graph.nodes {
        text.push_str(&format!("  {} [{}];\n", quoted(&one.id), node(one)));
    }
    for one in &graph.edges {
        let (from, to) = (&graph.nodes[one.from], &graph.nodes[one.to]);
        let (from, to) = (quoted(&from.id), quoted(&to.id));
        text.push_str(&format!("  {from} -> {to} [{}];\n", edge(one)));
    }
    text + "}\n"
}

fn node(node: &Node) -> String {
    let mut lines = wrapped(&node.label);
    lines.extend(
        node.status
            .map(|status| format!("[{}]", status.replace('-', " "))),
    );
    let mut attributes = vec![
        format!("label={}", quoted(&lines.join("\n"))),
        look(node).to_owned(),
        format!("class={}", quoted(node.kind.word())),
    ];
    attributes.extend(node.url.as_ref().map(|url| format!("URL={}", quoted(url))));
    attributes.push(format!("tooltip={}", quoted(&node.label)));
    attributes.join(", ")
}

/// The shape of a thing, and the line around a claim by its status.
fn look(node: &Node) -> &'static str {
    match (node.kind, node.status.unwrap_or_default()) {
        (NodeKind::Claim, "disputed" | "refuted") => "shape=octagon, style=solid",
        (NodeKind::Claim, "corroborated" | "confirmed") => "shape=box, peripheries=2",
        (NodeKind::Claim, "unsourced" | "unverifiable") => "shape=box, style=dashed",
        (NodeKind::Claim, "unreviewed" | "retracted" | "superseded") => "shape=box, style=dotted",
        (NodeKind::Claim, _) => "shape=box, style=solid",
        (NodeKind::Speaker, _) => "shape=ellipse",
        (NodeKind::Source, _) => "shape=note",
        (NodeKind::Name, _) => "shape=plain",
    }
}

fn edge(edge: &Edge) -> String {
    let word = edge
        .detail
        .filter(|_| edge.kind == "states")
        .unwrap_or(edge.kind);
    let mut label = word.replace('-', " ");
    if let (Some(detail), "evidence") = (edge.detail, edge.kind) {
        label = format!("evidence: {detail}");
    }
    if edge.count > 1 {
        label.push_str(&format!(" ×{}", edge.count));
    }
    let look = match (edge.kind, edge.detail) {
        ("disputes" | "denies" | "refutes", _) | ("evidence", Some("refutes")) => {
            "arrowhead=tee, penwidth=2"
        }
        ("states", Some("denies" | "declines")) => "arrowhead=tee",
        ("relays" | "cited-for", _) => "arrowhead=vee, style=dashed",
        ("has-origin" | "belongs-to", _) => "arrowhead=odot, style=dotted",
        _ => "arrowhead=normal",
    };
    let seen = if edge.reviewed {
        ""
    } else {
        ", fontcolor=gray40, color=gray40"
    };
    format!("label={}, {look}{seen}", quoted(&label))
}

/// Text cut into lines between words.
fn wrapped(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= WIDTH => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// A string of the DOT language: backslashes would be read as escapes.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for letter in text.chars() {
        match letter {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            letter if letter.is_control() => quoted.push(' '),
            letter => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}
