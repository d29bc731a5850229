//! `retracted-source`: what its publisher took back or changed and the record still rests on.

use std::collections::{HashMap, HashSet};

use crate::messages::english;
use crate::record::SourceState;
use crate::report::{Code, Diagnostic};
use crate::site::{Dependents, Node, Site, SourceId};
use crate::text::Span;

pub(super) fn find(site: &Site) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for fallen in &site.fallen {
        let Node::Source(id) = fallen.of else {
            continue;
        };
        found.extend(told(site, fallen, id));
    }
    found
}

/// A place where a source is used: what stands there, its span, and what is said of it.
type Use = (Option<Node>, Span, String);

fn told(site: &Site, fallen: &Dependents, id: SourceId) -> Vec<Diagnostic> {
    let key = &site[id].entry.key;
    let did = match site[id].entry.state {
        SourceState::Corrected => "corrected",
        _ => "retracted",
    };
    let by_use = by_use(fallen);
    let tell = |(node, span, what): Use| {
        let message = format!("`{}`, {did} by its publisher, {what}", key.value);
        let diagnostic = Diagnostic::new(Code::RetractedSource, span, message);
        let diagnostic = diagnostic.related(key.span, format!("{did} source"));
        let node = node.filter(|node| fallen.hold(*node));
        diagnostic.hint(node.and_then(|node| hint(site, fallen, node, by_use.get(&node)?)))
    };
    let statements = statements(site, id);
    let record = of_record(site, id);
    let texts = citations(site, id);
    statements
        .into_iter()
        .chain(record)
        .chain(texts)
        .map(tell)
        .collect()
}

/// Statements that came through the source, cite it, or name it as their origin.
fn statements(site: &Site, id: SourceId) -> Vec<Use> {
    let source = &site[id];
    let mut seen = HashSet::new();
    let all = source.statements.iter().chain(&source.named_by);
    all.filter(|statement| seen.insert(**statement))
        .map(|statement| {
            let claim = &site[site[*statement].claim].key;
            let what = format!("stands behind a statement of `{claim}`");
            (
                Some(Node::Statement(*statement)),
                site[*statement].span,
                what,
            )
        })
        .collect()
}

/// Where the entries of claims and other sources name the source.
fn of_record(site: &Site, id: SourceId) -> Vec<Use> {
    let source = &site[id];
    let mut uses = Vec::new();
    for claim in &source.evidence_of {
        let evidence = site[*claim].details.evidence.iter();
        for one in evidence.filter(|one| one.source == id) {
            let what = format!("is evidence of `{}`", site[*claim].key);
            uses.push((Some(Node::Claim(*claim)), one.entry.source.span, what));
        }
    }
    for claim in &source.status_of {
        let what = format!("is a reason for the status of `{}`", site[*claim].key);
        uses.push((Some(Node::Claim(*claim)), site[*claim].span, what));
    }
    for other in &source.origin_of {
        let entry = &site[*other].entry;
        let what = format!("is the origin of `{}`", entry.key.value);
        let span = entry.origin.as_ref().map_or(entry.key.span, |one| one.span);
        uses.push((Some(Node::Source(*other)), span, what));
    }
    uses
}

/// Citations in the texts of briefs that belong to no statement.
fn citations(site: &Site, id: SourceId) -> Vec<Use> {
    let key = &site[id].entry.key.value;
    let mut uses = Vec::new();
    for brief in &site[id].briefs {
        let brief = &site[*brief].brief;
        let annotations = brief.annotations.iter();
        let of_statements: HashSet<usize> =
            annotations.flat_map(|one| one.citations.clone()).collect();
        for (place, citation) in brief.citations.iter().enumerate() {
            let cited = citation.items.iter().filter(|one| one.key.value == *key);
            for one in cited.filter(|_| !of_statements.contains(&place)) {
                let what = format!("is cited in the brief `{}`", brief.document.slug);
                uses.push((None, one.key.span, what));
            }
        }
    }
    uses
}

/// What rests on the source by way of each direct use, in order.
fn by_use(fallen: &Dependents) -> HashMap<Node, Vec<Node>> {
    let mut firsts: Vec<usize> = Vec::new();
    let mut by_use: HashMap<Node, Vec<Node>> = HashMap::new();
    for (index, one) in fallen.all.iter().enumerate() {
        let first = one.before.map_or(index, |before| firsts[before]);
        firsts.push(first);
        let list = by_use.entry(fallen.all[first].node).or_default();
        list.push(one.node);
    }
    by_use
}

/// What goes with a direct use, and what else supports it.
fn hint(site: &Site, fallen: &Dependents, used: Node, all: &[Node]) -> Option<String> {
    let mut parts = Vec::new();
    let mut others = Vec::new();
    // The claim of a statement may have a shorter way from the source, and concerns it all the same.
    let own = match used {
        Node::Statement(id) => Some(Node::Claim(site[id].claim)),
        _ => None,
    };
    let own = own.filter(|own| fallen.hold(*own) && !all.contains(own));
    for node in own.iter().chain(all) {
        match node {
            Node::Claim(id) => {
                let judgement = if site.is_judgement(*id) {
                    " (judgement)"
                } else {
                    ""
                };
                let remaining = fallen.remaining(site, *id).words(english());
                parts.push(format!("`{}`{judgement}: {remaining}", site[*id].key));
            }
            Node::Brief(_) | Node::Source(_) if *node != used => {
                others.push(format!("the {} `{}`", node.kind(), node.key(site)));
            }
            _ => {}
        }
    }
    if !others.is_empty() {
        parts.push(format!("it reaches {}", others.join(", ")));
    }
    (!parts.is_empty()).then(|| parts.join("; "))
}
