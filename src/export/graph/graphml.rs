//! The claim graph as `GraphML` 1.0, for yEd, Gephi, networkx and others.

use super::Graph;
use crate::export::xml::Xml;

/// The values that nodes and edges have: id, of which, name, type.
const KEYS: &[[&str; 4]] = &[
    ["d0", "node", "key", "string"],
    ["d1", "node", "kind", "string"],
    ["d2", "node", "label", "string"],
    ["d3", "node", "status", "string"],
    ["d4", "node", "url", "string"],
    ["d5", "edge", "kind", "string"],
    ["d6", "edge", "detail", "string"],
    ["d7", "edge", "count", "int"],
    ["d8", "edge", "reviewed", "boolean"],
];

/// Writes the graph. Ids are numbers, since `GraphML` allows no others for every key.
pub(in crate::export) fn graphml(graph: &Graph) -> String {
    let mut xml = Xml::new();
    xml.open(
        "graphml",
        &[
            ("xmlns", "http://graphml.graphdrawing.org/xmlns"),
            ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
            (
                "xsi:schemaLocation",
                "http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd",
            ),
        ],
    );
    for [id, of, name, kind] in KEYS {
        let attributes = [
            ("id", *id),
            ("for", *of),
            ("attr.name", *name),
            ("attr.type", *kind),
        ];
        xml.open("key", &attributes);
        xml.close("key");
    }
    xml.open("graph", &[("id", "claims"), ("edgedefault", "directed")]);
    for (number, node) in graph.nodes.iter().enumerate() {
        xml.open("node", &[("id", &format!("n{number}"))]);
        data(&mut xml, "d0", Some(&node.id));
        data(&mut xml, "d1", Some(node.kind.word()));
        data(&mut xml, "d2", Some(&node.label));
        data(&mut xml, "d3", node.status);
        data(&mut xml, "d4", node.url.as_deref());
        xml.close("node");
    }
    for (number, edge) in graph.edges.iter().enumerate() {
        let (id, from, to) = (
            format!("e{number}"),
            format!("n{}", edge.from),
            format!("n{}", edge.to),
        );
        xml.open("edge", &[("id", &id), ("source", &from), ("target", &to)]);
        data(&mut xml, "d5", Some(edge.kind));
        data(&mut xml, "d6", edge.detail);
        data(&mut xml, "d7", Some(&edge.count.to_string()));
        data(&mut xml, "d8", Some(&edge.reviewed.to_string()));
        xml.close("edge");
    }
    xml.close("graph");
    xml.close("graphml");
    xml.finish()
}

fn data(xml: &mut Xml, key: &str, value: Option<&str>) {
    if let Some(value) = value {
        xml.text("data", &[("key", key)], value);
    }
}
