//! Reading speakers, sources, claims and relations, in their files and in front matter.

use crate::bibliography;
use crate::edtf::Edtf;
use crate::inputs::Inputs;
use crate::parse::allow::{allows, extent};
use crate::parse::verdict;
use crate::record::{
    Access, Act, Anchor, Archived, ClaimEntry, Editorial, EvidenceEntry, Record, RelationEntry,
    RelationKind, Role, Scope, SourceEntry, SourceState, SpeakerEntry, SpeakerKind, Stance,
    StatusEntry,
};
use crate::report::{Code, Diagnostic, Report, did_you_mean};
use crate::scale::{Confidence, Credibility, Reliability};
use crate::text::{FileId, Name, Span};
use crate::yaml::{self, Fields, Node, Value};

/// Keys of a source that are ours, beside those of Hayagriva.
const SOURCE_KEYS: &[&str] = &[
    "reliability",
    "access",
    "origin",
    "state",
    "archived",
    "remark",
    "allow",
];

/// Reads the record that all briefs share.
pub(super) fn shared(inputs: &Inputs, report: &mut Report) -> Record {
    let mut record = Record::default();
    let tree = |id: Option<FileId>, report: &mut Report| {
        let id = id?;
        let file = inputs.files.get(id);
        yaml::parse(file, id, 0, file.text.len(), report)
    };
    if let Some(node) = tree(inputs.speakers, report) {
        record.speakers = yaml::named(&node, "speakers.yaml", report, speaker);
    }
    if let Some(node) = tree(inputs.sources, report) {
        record.sources = yaml::named(&node, "sources.yaml", report, source);
    }
    for id in &inputs.bibliographies {
        let entries = bibliography::bibtex(*id, inputs.files.get(*id), report);
        record
            .sources
            .extend(entries.into_iter().map(|(key, entry)| SourceEntry {
                key,
                entry,
                reliability: None,
                access: None,
                origin: None,
                state: SourceState::Live,
                archived: None,
                note: None,
                allow: Vec::new(),
            }));
    }
    if let Some(node) = tree(inputs.claims, report) {
        claims_file(&node, &mut record, report);
    }
    record
}

/// Reads `claims.yaml`: claims under `claims`, relations under `relations`; a claim may also stand
/// at the top level, beside them.
fn claims_file(node: &Node, record: &mut Record, report: &mut Report) {
    let read = |name: &Name, node: &Node, report: &mut Report| {
        match name.value.as_str() {
            "relations" => record.relations.extend(relations(node, report)),
            "claims" => record
                .claims
                .extend(yaml::named(node, "claims", report, claim)),
            _ => record.claims.extend(claim(name, node, report)),
        }
        Some(())
    };
    yaml::named(node, "claims.yaml", report, read);
}

/// Reads what front matter adds to the record.
pub(super) fn of_front_matter(fields: &mut Fields, report: &mut Report) -> Record {
    Record {
        speakers: fields.named("speakers", report, speaker),
        sources: fields.named("sources", report, source),
        claims: fields.named("claims", report, claim),
        relations: fields
            .get("relations")
            .map(|node| relations(node, report))
            .unwrap_or_default(),
    }
}

fn speaker(key: &Name, node: &Node, report: &mut Report) -> Option<SpeakerEntry> {
    let mut fields = Fields::new(node, "a speaker", report)?;
    let name = fields.required("name", key.span, report);
    let aliases = fields.texts("aliases", report);
    let entry = SpeakerEntry {
        key: key.clone(),
        name: name.map_or_else(|| key.value.clone(), |name| name.value),
        kind: fields.choice("type", SpeakerKind::WORDS, SpeakerKind::from_word, report),
        aliases: aliases.into_iter().map(|alias| alias.value).collect(),
        org: fields.text("org", report),
        same_as: safe_addresses(fields.texts("same_as", report), report),
        roles: fields.list("roles", report, role),
        note: fields.plain("note", report),
        allow: allows(&mut fields, &Scope::Place(extent(key, node)), report),
    };
    fields.get("private");
    fields.finish(report);
    Some(entry)
}

fn role(node: &Node, report: &mut Report) -> Option<Role> {
    let mut fields = Fields::new(node, "a role", report)?;
    let from = fields.date("from", report);
    let to = fields.date("to", report);
    let role = fields.required("role", node.span, report);
    fields.finish(report);
    Some(Role {
        from: from.map(|date| date.value),
        to: to.map(|date| date.value),
        role: role?.value,
    })
}

fn source(key: &Name, node: &Node, report: &mut Report) -> Option<SourceEntry> {
    let mut fields = Fields::new(node, "a source", report)?;
    let entry = bibliography::entry(key, node, report);
    let reliability = fields.choice(
        "reliability",
        Reliability::NAMES,
        Reliability::parse,
        report,
    );
    let access = fields.choice("access", Access::WORDS, Access::from_word, report);
    let state = fields.choice("state", SourceState::WORDS, SourceState::from_word, report);
    let read = SourceEntry {
        key: key.clone(),
        reliability,
        access,
        origin: fields.text("origin", report),
        state: state.unwrap_or(SourceState::Live),
        archived: fields
            .get("archived")
            .and_then(|node| archived(node, report)),
        note: fields.plain("remark", report),
        allow: allows(&mut fields, &Scope::Place(extent(key, node)), report),
        entry: entry?,
    };
    tell_unknown_source_keys(node, report);
    Some(read)
}

/// A source's entry is Hayagriva's with ours beside it: a key that neither knows is a slip.
fn tell_unknown_source_keys(node: &Node, report: &mut Report) {
    let Value::Map(entries) = &node.value else {
        return;
    };
    let known = || {
        SOURCE_KEYS
            .iter()
            .chain(bibliography::KEYS)
            .chain(&["private"])
            .copied()
    };
    for (name, _) in entries {
        if !known().any(|key| key == name.value) {
            let message = format!("a source has no key `{}`", name.value);
            report.add(
                Diagnostic::new(Code::UnknownKey, name.span, message)
                    .hint(did_you_mean(&name.value, known())),
            );
        }
    }
}

fn archived(node: &Node, report: &mut Report) -> Option<Archived> {
    let mut fields = Fields::new(node, "an archived copy", report)?;
    let url = fields.text("url", report);
    let copy = Archived {
        url: url.filter(|url| is_web_address(url, report)),
        date: fields.date("date", report),
        file: fields.text("file", report),
        sha256: fields
            .text("sha256", report)
            .filter(|hash| is_sha256(hash, report)),
    };
    fields.finish(report);
    Some(copy)
}

fn claim(key: &Name, node: &Node, report: &mut Report) -> Option<ClaimEntry> {
    let mut fields = Fields::new(node, "a claim", report)?;
    let scope = Scope::Claim(key.clone(), extent(key, node));
    let entry = ClaimEntry {
        key: key.clone(),
        text: fields.plain("text", report),
        by: fields.text("by", report),
        act: fields.choice("act", Act::WORDS, Act::from_word, report),
        said: fields.date("said", report),
        about: fields
            .text("about", report)
            .and_then(|name| about(&name, report)),
        via: fields.texts("via", report),
        origin: fields.text("origin", report),
        credibility: fields.choice(
            "credibility",
            Credibility::NAMES,
            Credibility::parse,
            report,
        ),
        likelihood: fields.text("likelihood", report),
        confidence: fields.choice("confidence", Confidence::NAMES, Confidence::parse, report),
        status: fields.list("status", report, status),
        evidence: fields.list("evidence", report, evidence),
        short: fields.text("short", report),
        verdict: verdict::verdicts(&mut fields, report),
        anchor: fields.get("anchor").and_then(|node| anchor(node, report)),
        tags: fields.texts("tags", report),
        note: fields.plain("note", report),
        allow: allows(&mut fields, &scope, report),
    };
    fields.get("private");
    fields.finish(report);
    Some(entry)
}

/// Reads a date about which a claim is (EDTF).
pub fn about(name: &Name, report: &mut Report) -> Option<Edtf> {
    match Edtf::parse(&name.value) {
        Ok(about) => Some(about),
        Err(fault) => {
            let message = format!("`about` is no EDTF date: {fault}");
            report.add(Diagnostic::new(Code::InvalidDate, name.span, message));
            None
        }
    }
}

fn status(node: &Node, report: &mut Report) -> Option<StatusEntry> {
    if matches!(node.value, Value::Text(_)) {
        let word = yaml::text(node, "status", report)?;
        let value = yaml::choice(
            &word,
            "status",
            Editorial::WORDS,
            Editorial::from_word,
            report,
        )?;
        return Some(StatusEntry {
            value,
            date: None,
            note: None,
            sources: Vec::new(),
        });
    }
    let mut fields = Fields::new(node, "a status", report)?;
    fields.required("value", node.span, report);
    let value = fields.choice("value", Editorial::WORDS, Editorial::from_word, report);
    let date = fields.date("date", report);
    let note = fields.plain("note", report);
    let sources = fields.texts("sources", report);
    fields.finish(report);
    Some(StatusEntry {
        value: value?,
        date,
        note,
        sources,
    })
}

fn evidence(node: &Node, report: &mut Report) -> Option<EvidenceEntry> {
    let mut fields = Fields::new(node, "a piece of evidence", report)?;
    let source = fields.required("source", node.span, report);
    let locator = fields.plain("locator", report);
    let quote = fields.text("quote", report);
    let stance = fields.choice("stance", Stance::WORDS, Stance::from_word, report);
    fields.finish(report);
    Some(EvidenceEntry {
        source: source?,
        locator,
        quote,
        stance: stance.unwrap_or(Stance::Supports),
    })
}

fn anchor(node: &Node, report: &mut Report) -> Option<Anchor> {
    let mut fields = Fields::new(node, "an anchor", report)?;
    let exact = fields.required("exact", node.span, report);
    let prefix = fields.plain("prefix", report);
    let suffix = fields.plain("suffix", report);
    fields.finish(report);
    Some(Anchor {
        exact: exact?,
        prefix,
        suffix,
    })
}

fn relations(node: &Node, report: &mut Report) -> Vec<RelationEntry> {
    match &node.value {
        Value::List(items) => items
            .iter()
            .filter_map(|item| relation(item, report))
            .collect(),
        Value::Null => Vec::new(),
        _ => relation(node, report).into_iter().collect(),
    }
}

fn relation(node: &Node, report: &mut Report) -> Option<RelationEntry> {
    let mut fields = Fields::new(node, "a relation", report)?;
    let from = fields.required("from", node.span, report);
    let word = fields.required("type", node.span, report);
    let to = fields.required("to", node.span, report);
    fields.get("private");
    let place = Span::new(node.span.file, node.span.start, node.end());
    let allow = allows(&mut fields, &Scope::Place(place), report);
    fields.finish(report);
    let word = word?;
    let Some(kind) = RelationKind::from_word(&word.value) else {
        let message = format!("no relation is called `{}`", word.value);
        report.add(
            Diagnostic::new(Code::UnknownRelation, word.span, message).hint(did_you_mean(
                &word.value,
                RelationKind::WORDS.iter().copied(),
            )),
        );
        return None;
    };
    Some(RelationEntry {
        from: from?,
        kind,
        to: to?,
        span: word.span,
        allow,
    })
}

/// Keeps the web addresses of a list and reports the others.
fn safe_addresses(names: Vec<Name>, report: &mut Report) -> Vec<String> {
    names
        .into_iter()
        .filter(|name| is_web_address(name, report))
        .map(|name| name.value)
        .collect()
}

fn is_sha256(name: &Name, report: &mut Report) -> bool {
    let is_one = name.value.len() == 64 && name.value.bytes().all(|byte| byte.is_ascii_hexdigit());
    if !is_one {
        let message = format!("`{}` is no SHA-256", name.value);
        let hint = "it has 64 hexadecimal digits, as `sha256sum FILE` prints them";
        report.add(Diagnostic::new(Code::InvalidValue, name.span, message).hint(hint.to_owned()));
    }
    is_one
}

fn is_web_address(name: &Name, report: &mut Report) -> bool {
    let is_one = name.value.starts_with("https://") || name.value.starts_with("http://");
    if !is_one {
        let message = format!("`{}` is no web address", name.value);
        report.add(
            Diagnostic::new(Code::InvalidValue, name.span, message)
                .hint("a web address begins with https://".to_owned()),
        );
    }
    is_one
}
