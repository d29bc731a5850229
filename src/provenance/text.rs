//! What `ascribe explain` prints of a claim, a source or a speaker.

use super::why::{Names, listed};
use super::{Chain, Path, Provenance, Root, Taken, way_up};
use crate::messages::english;
use crate::record::RelationKind;
use crate::site::{ClaimId, Origin, Party, Site, SourceId, SpeakerId, StatementId};
use crate::subject::Subject;

/// Says where a claim comes from and why its statements count as one origin; of a source or a
/// speaker, what it rests on or speaks for.
pub fn explain(site: &Site, subject: Subject) -> String {
    let head = format!(
        "{}:{}\n{}\n",
        subject.kind().word(),
        subject.key(site),
        subject.title(site)
    );
    head + &match subject {
        Subject::Claim(id) => claim(site, id),
        Subject::Source(id) => source(site, id),
        Subject::Speaker(id) => speaker(site, id),
    }
}

fn claim(site: &Site, id: ClaimId) -> String {
    let provenance = Provenance::of(site, id);
    let mut text = String::new();
    if let Some(status) = site.status(id) {
        text.push_str(&format!("status: {}", status.replace('-', " ")));
        if site[id].editorial.is_some() {
            let computed = site[id].computed.word().replace('-', " ");
            text.push_str(&format!(", held by the editors; by the record {computed}"));
        }
        text.push('\n');
    }
    let origins = match site[id].origins.len() {
        1 => "1 origin".to_owned(),
        number => format!("{number} origins"),
    };
    text.push_str(&format!("independent: {origins}\n"));
    for root in &provenance.origins {
        text.push_str(&format!("\n{}", heading(site, root, "no known origin")));
        text.push_str(&body(site, root));
    }
    for root in &provenance.apart {
        text.push_str(&format!(
            "\nadds no origin, since it denies or gives no answer: {}",
            heading(site, root, "no known origin")
        ));
        text.push_str(&body(site, root));
    }
    let rests = site[id]
        .outgoing
        .iter()
        .map(|index| &site.relations[*index]);
    let rests: Vec<String> = rests
        .filter(|one| one.kind == RelationKind::ReliesOn)
        .map(|one| format!("`{}`", site[one.to].key))
        .collect();
    if !rests.is_empty() {
        text.push_str(&format!("\nrelies on {}\n", listed(&rests, english())));
    }
    text + &against(site, id)
}

/// Who speaks against the claim, since that decides its status before any origin.
fn against(site: &Site, id: ClaimId) -> String {
    let same = site[id].same.claims.iter();
    let relations = same.flat_map(|id| &site[*id].incoming);
    let relations = relations.map(|index| &site.relations[*index]);
    let against = relations.filter(|one| one.kind.is_against() && site[one.from].is_live());
    let mut lines: Vec<String> = against
        .map(|one| format!("  {} `{}`\n", one.kind.passive(), site[one.from].key))
        .collect();
    if !lines.is_empty() {
        lines.insert(0, "\nagainst it\n".to_owned());
    }
    lines.concat()
}

fn heading(site: &Site, root: &Root, none: &str) -> String {
    let origin = root
        .origin
        .as_ref()
        .map_or_else(|| none.to_owned(), |origin| called(site, origin));
    let count = match root.count() {
        1 => "1 statement".to_owned(),
        number => format!("{number} statements"),
    };
    format!("{count} from {origin}\n")
}

fn body(site: &Site, root: &Root) -> String {
    let mut text: String = root.paths.iter().map(|path| of_path(site, path)).collect();
    let names = Names {
        name: &|at| format!("`{}`", name(site, at)),
        nobody: &|id| nobody(site, id).to_owned(),
    };
    if let Some(why) = root.why(site, english(), &names) {
        let why = why.trim_end_matches('.');
        text.push_str(&format!("  one origin: {why}\n"));
    }
    text
}

fn of_path(site: &Site, path: &Path) -> String {
    let statements = path.statements.iter().map(|one| taken(site, one));
    let mut text: String = statements.collect();
    for step in &path.chain.steps {
        let kind = step.kind.word();
        text.push_str(&format!("    → {kind} {}\n", called(site, &step.at)));
    }
    let reason = path
        .chain
        .reason
        .words(english(), &|at| format!("`{}`", name(site, at)));
    text + &format!("      {reason}\n")
}

fn taken(site: &Site, taken: &Taken) -> String {
    let statement = &site[taken.statement];
    let who = statement.speaker.map_or_else(
        || nobody(site, taken.statement).to_owned(),
        |id| format!("`{}`", site[id].entry.key.value),
    );
    let act = if statement.is_own_judgement() {
        "judge"
    } else {
        statement.act.word()
    };
    let place = statement.brief.map_or_else(
        || "in the record".to_owned(),
        |brief| {
            let slug = &site[brief].brief.document.slug;
            format!("in {slug}#s{}", statement.number)
        },
    );
    let through = match taken.through {
        None => String::new(),
        Some((RelationKind::SameAs, id)) => format!(", as `{}`, the same claim", site[id].key),
        Some((_, id)) => format!(", through `{}`, which corroborates it", site[id].key),
    };
    format!("  statement {place}: {who} {act}{through}\n")
}

fn nobody(site: &Site, id: StatementId) -> &'static str {
    if site[id].is_own_judgement() {
        "the authors"
    } else {
        "nobody named"
    }
}

fn source(site: &Site, id: SourceId) -> String {
    let source = &site[id];
    let state = source.entry.state.word();
    let mut text = format!("state: {state}\n");
    let way: Vec<String> = way_up(site, source.origin.clone())
        .map(|at| format!("  → {}\n", called(site, &at)))
        .collect();
    if way.is_empty() {
        text.push_str("rests on no other: it is an origin itself\n");
    } else {
        text.push_str("\nrests on\n");
        text.push_str(&way.concat());
    }
    let from: Vec<String> = source
        .origin_of
        .iter()
        .map(|id| format!("`{}`", site[*id].entry.key.value))
        .collect();
    if !from.is_empty() {
        text.push_str(&format!("\norigin of {}\n", listed(&from, english())));
    }
    text
}

fn speaker(site: &Site, id: SpeakerId) -> String {
    let way: Vec<String> = way_up(site, site[id].org.clone().map(Origin::Party))
        .map(|at| format!("  → {}\n", called(site, &at)))
        .collect();
    if way.is_empty() {
        "speaks for no other: an origin itself\n".to_owned()
    } else {
        format!("\nspeaks for\n{}", way.concat())
    }
}

/// Key and name.
fn called(site: &Site, at: &Origin) -> String {
    let full = match at {
        Origin::Source(id) => {
            let short = site[*id].entry.entry.short_title();
            short.unwrap_or_else(|| Subject::Source(*id).title(site))
        }
        Origin::Party(Party::Speaker(id)) => site[*id].entry.name.clone(),
        Origin::Party(Party::Name(name)) => return name.clone(),
    };
    format!("`{}`, {full}", name(site, at))
}

/// A statement's chain in one line of keys: who speaks, through whom, and from where.
pub fn line(site: &Site, id: StatementId) -> String {
    let chain = Chain::of(site, id);
    let speaker = site[id].speaker.map(|id| Origin::Party(Party::Speaker(id)));
    let mut steps: Vec<&str> = Vec::new();
    for at in speaker
        .iter()
        .chain(chain.steps.iter().map(|step| &step.at))
    {
        let key = name(site, at);
        if steps.last() != Some(&key) {
            steps.push(key);
        }
    }
    steps.join(" → ")
}

/// The key of a source or speaker; a plain name stands for itself.
pub fn name<'a>(site: &'a Site, at: &'a Origin) -> &'a str {
    match at {
        Origin::Source(id) => &site[*id].entry.key.value,
        Origin::Party(Party::Speaker(id)) => &site[*id].entry.key.value,
        Origin::Party(Party::Name(name)) => name,
    }
}
