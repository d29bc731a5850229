//! What rests on a source, a claim or a speaker, as `ascribe impact` prints it.
//!
//! The JSON is one object, and its shape stays:
//!
//! ```text
//! {"version": 1,
//!  "subject": {"kind", "key", "title", "state"},
//!  "counts": {"claims", "judgements", "alone", "statements", "briefs", "sources", "speakers"},
//!  "dependents": [{"kind", "key", "title", "judgement", "alone",
//!                  "otherwise": {"origins", "evidence", "claims"},
//!                  "path": [{"kind", "key", "tie"}, …]}]}
//! ```
//!
//! `kind` is `claim`, `statement`, `brief`, `source` or `speaker`. The key of a brief is its slug,
//! that of a statement is slug and number, `SLUG#sN`; a statement that only the record tells of has
//! the key of its claim. `state` is a source's, else null. `judgements` counts claims that are the
//! authors' own judgement or a key judgement of a brief, `alone` claims that nothing else supports;
//! `judgement`, `alone` and `otherwise` are null for all but claims. A `path` begins with the
//! subject, whose `tie` is null, and ends with the dependent; the `tie` of each later step says by
//! what it rests on the one before: one of the words of [`Tie`]. Dependents come nearest first.

use serde::Serialize;

use crate::messages::english;
use crate::site::{Dependents, Node, Remaining, Site, Tie};

/// The longest way that the text shows whole.
const WAY: usize = 8;

/// How many things of each kind rest on a thing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Claims.
    pub claims: usize,
    /// Those of them that are judgements.
    pub judgements: usize,
    /// Those of them that nothing else supports.
    pub alone: usize,
    /// Statements.
    pub statements: usize,
    /// Briefs.
    pub briefs: usize,
    /// Sources.
    pub sources: usize,
    /// Speakers.
    pub speakers: usize,
}

impl Counts {
    /// Counts what rests on a thing.
    pub fn of(site: &Site, dependents: &Dependents) -> Self {
        let mut counts = Self::default();
        for one in &dependents.all {
            match one.node {
                Node::Claim(id) => {
                    counts.claims += 1;
                    counts.judgements += usize::from(site.is_judgement(id));
                    counts.alone += usize::from(dependents.remaining(site, id).is_none());
                }
                Node::Statement(_) => counts.statements += 1,
                Node::Brief(id) => {
                    let original = site.original(id);
                    let is_counted = id != original && dependents.hold(Node::Brief(original));
                    counts.briefs += usize::from(!is_counted);
                }
                Node::Source(_) => counts.sources += 1,
                Node::Speaker(_) => counts.speakers += 1,
            }
        }
        counts
    }
}

#[derive(Serialize)]
struct Whole {
    version: u8,
    subject: Subject,
    counts: Counts,
    dependents: Vec<Item>,
}

#[derive(Serialize)]
struct Subject {
    kind: &'static str,
    key: String,
    title: String,
    state: Option<&'static str>,
}

#[derive(Serialize)]
struct Item {
    kind: &'static str,
    key: String,
    title: String,
    judgement: Option<bool>,
    alone: Option<bool>,
    otherwise: Option<Otherwise>,
    path: Vec<Step>,
}

#[derive(Serialize)]
struct Otherwise {
    origins: usize,
    evidence: usize,
    claims: usize,
}

#[derive(Serialize)]
struct Step {
    kind: &'static str,
    key: String,
    tie: Option<&'static str>,
}

/// What rests on a thing as one JSON object.
pub fn json(site: &Site, dependents: &Dependents) -> String {
    let subject = dependents.of;
    let whole = Whole {
        version: 1,
        subject: Subject {
            kind: subject.kind(),
            key: subject.key(site),
            title: subject.title(site),
            state: state(site, subject),
        },
        counts: Counts::of(site, dependents),
        dependents: dependents
            .all
            .iter()
            .map(|one| item(site, dependents, one.node))
            .collect(),
    };
    serde_json::to_string_pretty(&whole).unwrap_or_default()
}

fn item(site: &Site, dependents: &Dependents, node: Node) -> Item {
    let claim = match node {
        Node::Claim(id) => Some(id),
        _ => None,
    };
    let remaining = claim.map(|id| dependents.remaining(site, id));
    let step = |node: Node, tie: Option<Tie>| Step {
        kind: node.kind(),
        key: node.key(site),
        tie: tie.map(Tie::word),
    };
    let way = dependents.way(node);
    let way = way.into_iter().map(|one| step(one.node, Some(one.tie)));
    Item {
        kind: node.kind(),
        key: node.key(site),
        title: node.title(site),
        judgement: claim.map(|id| site.is_judgement(id)),
        alone: remaining.map(Remaining::is_none),
        otherwise: remaining.map(|remaining| Otherwise {
            origins: remaining.origins,
            evidence: remaining.evidence,
            claims: remaining.claims,
        }),
        path: std::iter::once(step(dependents.of, None))
            .chain(way)
            .collect(),
    }
}

fn state(site: &Site, node: Node) -> Option<&'static str> {
    match node {
        Node::Source(id) => Some(site[id].entry.state.word()),
        _ => None,
    }
}

/// What rests on a thing for reading: a table of counts, then each thing with the way to it.
pub fn text(site: &Site, dependents: &Dependents) -> String {
    let subject = dependents.of;
    let state = state(site, subject).map_or_else(String::new, |state| format!(" ({state})"));
    let mut text = format!(
        "{}:{}{state}\n{}\n\n",
        subject.kind(),
        subject.key(site),
        subject.title(site)
    );
    if dependents.all.is_empty() {
        return text + "nothing rests on it\n";
    }
    let counts = Counts::of(site, dependents);
    for (number, what) in [
        (counts.claims, "claims"),
        (counts.judgements, "of them judgements"),
        (counts.alone, "of them with nothing else to support them"),
        (counts.statements, "statements"),
        (counts.briefs, "briefs"),
        (counts.sources, "sources"),
        (counts.speakers, "speakers"),
    ] {
        text.push_str(&format!("{number:>6}  {what}\n"));
    }
    for kind in ["claim", "brief", "source", "speaker", "statement"] {
        let mut nodes = dependents.all.iter().map(|one| one.node);
        if nodes.clone().any(|node| node.kind() == kind) {
            text.push_str(&format!("\n{kind}s\n"));
        }
        for node in nodes.by_ref().filter(|node| node.kind() == kind) {
            text.push_str(&of_node(site, dependents, node));
        }
    }
    text
}

fn of_node(site: &Site, dependents: &Dependents, node: Node) -> String {
    let mut text = format!("  {}: {}\n", node.key(site), node.title(site));
    text.push_str(&format!("    {}\n", way(site, dependents, node)));
    if let Node::Claim(id) = node {
        let judgement = if site.is_judgement(id) {
            "judgement; "
        } else {
            ""
        };
        let remaining = dependents.remaining(site, id).words(english());
        text.push_str(&format!("    {judgement}{remaining}\n"));
    }
    text
}

/// The way to a thing: "`a` → via `s` → statement `b`", the middle of a long one left out.
pub fn way(site: &Site, dependents: &Dependents, node: Node) -> String {
    let way = dependents.way(node);
    let mut text = format!("`{}`", dependents.of.key(site));
    for (index, one) in way.iter().enumerate() {
        let left_out = way.len().saturating_sub(WAY);
        if left_out > 1 && (WAY / 2..WAY / 2 + left_out).contains(&index) {
            if index == WAY / 2 {
                text.push_str(&format!(" → ({left_out} more steps)"));
            }
            continue;
        }
        text.push_str(&format!(" → {} `{}`", one.tie.word(), one.node.key(site)));
    }
    text
}
