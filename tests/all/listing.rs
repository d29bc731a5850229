//! What the record says, one line each: the form in which the specification expects it.

use ascribe::report::{Report, Severity};
use ascribe::site::{BriefId, ClaimId, Matter, Origin, Party, Site, StatementId};
use ascribe::text::Files;

/// The statements of a brief.
pub(crate) fn annotations(site: &Site, brief: BriefId) -> String {
    let published = &site[brief];
    let lines = published.statements.iter().enumerate().map(|(index, id)| {
        let says = &published.brief.annotations[index].says;
        let mut line = statement(site, *id);
        for (kind, name) in &says.relations {
            line.push_str(&format!(" {}={}", kind.word(), name.value));
        }
        if let Some(id) = &says.id {
            line.push_str(&format!(" #{id}"));
        }
        for class in &says.classes {
            line.push_str(&format!(" .{class}"));
        }
        for (name, value) in &says.data {
            line.push_str(&format!(" {name}={value}"));
        }
        line
    });
    or(&lines.collect::<Vec<_>>(), "(none)")
}

/// A list of lines, or a word that tells that there is none.
fn or(lines: &[String], none: &str) -> String {
    match lines {
        [] => none.to_owned(),
        lines => lines.join("\n"),
    }
}

fn statement(site: &Site, id: StatementId) -> String {
    let one = &site[id];
    let mut line = format!("{} {} {}", one.number, one.act.word(), words(&one.text));
    let mut add = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            let quoted = value.is_empty() || value.contains([' ', '"']);
            let value = if quoted {
                format!("\"{value}\"")
            } else {
                value
            };
            line.push_str(&format!(" {name}={value}"));
        }
    };
    let key = |id: &ascribe::site::SourceId| site[*id].entry.key.value.clone();
    let joined = |list: Vec<String>, by: &str| (!list.is_empty()).then(|| list.join(by));
    add("claim", Some(site[one.claim].key.clone()));
    add("by", one.speaker.map(|id| site[id].entry.key.value.clone()));
    add("called", one.unlisted().map(str::to_owned));
    add("cue", one.cue.clone().filter(|_| !one.reviewed()));
    add("through", joined(one.heard_through().to_vec(), ", "));
    add("via", joined(one.via.iter().map(key).collect(), " "));
    add(
        "origin",
        one.origin.as_ref().map(|(found, _)| origin(site, found)),
    );
    let cited = |one: &ascribe::site::Cited| match &one.locator {
        Some(locator) => format!("{}, {locator}", key(&one.source)),
        None => key(&one.source),
    };
    add(
        "cites",
        joined(one.citations.iter().map(cited).collect(), "; "),
    );
    add("said", one.said.map(ascribe::date::Date::iso));
    add(
        "about",
        one.about.as_ref().map(|about| about.iso().to_owned()),
    );
    add("hedge", one.hedge.clone());
    let term = |term: &ascribe::scale::Term| format!("{} {}", term.words[0], term.range_text());
    add("likelihood", one.likelihood.as_ref().map(term));
    add(
        "confidence",
        one.confidence.map(|one| one.name().to_owned()),
    );
    add(
        "credibility",
        one.credibility.map(|one| one.digit().to_owned()),
    );
    let matter = |matter: &Matter| match matter {
        Matter::Claim(id) => format!("claim {}", site[*id].key),
        Matter::Words(words) => format!("matter {words}"),
    };
    add("declines", one.declines.as_ref().map(matter));
    let wording = one.wording.word();
    add(
        "wording",
        (wording != "indirect").then(|| wording.to_owned()),
    );
    line
}

fn words(text: &str) -> String {
    format!("“{}”", text.replace('\n', " / "))
}

fn origin(site: &Site, origin: &Origin) -> String {
    match origin {
        Origin::Source(id) => site[*id].entry.key.value.clone(),
        Origin::Party(Party::Speaker(id)) => site[*id].entry.key.value.clone(),
        Origin::Party(Party::Name(name)) => name.clone(),
    }
}

/// The claims of a site with their computed status, editorial status, origins and ties.
pub(crate) fn claims(site: &Site) -> String {
    or(
        &site
            .claim_ids()
            .map(|id| claim(site, id))
            .collect::<Vec<_>>(),
        "(none)",
    )
}

fn claim(site: &Site, id: ClaimId) -> String {
    let one = &site[id];
    let status = if site.is_unreviewed(id) {
        "unreviewed"
    } else {
        one.computed.word()
    };
    let mut line = format!("{} {status}", one.key);
    if let Some(editorial) = one.editorial {
        line.push_str(&format!(", {}", editorial.word()));
    }
    line.push_str(&format!(" {}", words(&one.text)));
    let origins: Vec<String> = one
        .origins
        .iter()
        .map(|found| origin(site, found))
        .collect();
    if !origins.is_empty() {
        line.push_str(&format!(" from {}", origins.join(" + ")));
    }
    for relation in one.outgoing.iter().map(|index| &site.relations[*index]) {
        line.push_str(&format!(
            ", {} {}",
            relation.kind.word(),
            site[relation.to].key
        ));
    }
    line
}

/// The figures of a brief.
pub(crate) fn figures(site: &Site, brief: BriefId) -> String {
    let figures = &site[brief].glance;
    let list = [
        ("statements", figures.statements),
        ("speakers", figures.speakers),
        ("outlets", figures.outlets),
        ("origins", figures.origins),
        ("denials", figures.denials),
        ("non-answers", figures.non_answers),
        ("unsourced", figures.unsourced),
        ("unreviewed", figures.unreviewed),
    ];
    let shown: Vec<String> = list
        .iter()
        .map(|(name, number)| format!("{number} {name}"))
        .collect();
    shown.join(", ")
}

/// A report; `skip` lines stand before the text of `brief` that the example shows.
pub(crate) fn report(report: &Report, files: &Files, brief: &str, skip: usize) -> String {
    let mut lines = Vec::new();
    for one in report.iter() {
        let place = one.span.map_or_else(String::new, |span| {
            let file = files.get(span.file);
            let (line, column) = file.line_column(span.start);
            if file.path == brief {
                format!("brief:{}:{column} ", line.saturating_sub(skip))
            } else {
                format!("{}:{line}:{column} ", file.path)
            }
        });
        let severity = match one.severity {
            Severity::Error => "",
            Severity::Warning => " (warning)",
        };
        lines.push(format!(
            "{place}{}{severity}: {}",
            one.code.name(),
            one.message
        ));
        if let Some(hint) = &one.hint {
            lines.push(format!("  hint: {hint}"));
        }
    }
    or(&lines, "(nothing)")
}
