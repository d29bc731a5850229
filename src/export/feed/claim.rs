//! What becomes of a claim: who states it, who speaks against it, how its status changes, and what
//! was corrected.

use std::collections::HashMap;

use super::briefs::{self, paragraph};
use super::content::link;
use super::corrections;
use super::id;
use super::note::{capital, passive, speaker};
use super::stating;
use super::words::Words;
use crate::date::Date;
use crate::feed::Entry;
use crate::html::portable;
use crate::page::Page;
use crate::plan::is_told;
use crate::record::RelationKind;
use crate::site::{
    BriefId, Cause, ClaimId, Computed, Relation, Site, Standing, StatementId, StatusStep,
};

/// Every event of a claim that has a day.
pub(super) fn events(site: &Site, id: ClaimId) -> Vec<Entry> {
    let claim = &site[id];
    let statements: Vec<StatementId> = claim
        .statements
        .iter()
        .chain(&claim.asked)
        .copied()
        .collect();
    let briefs = stating(site, &statements).into_iter();
    let briefs = briefs.filter(|brief| is_told(site, *brief));
    let stated = briefs.map(|brief| stated(site, id, &statements, brief));
    let incoming = claim.incoming.iter().map(|one| &site.relations[*one]);
    let tied = incoming.filter_map(|relation| tied(site, id, relation));
    let corrections = claim
        .corrections
        .iter()
        .filter(|one| is_told(site, one.brief));
    let corrections = corrections.filter_map(|one| corrections::correction(site, *one));
    let mut events: Vec<Entry> = stated.chain(tied).chain(corrections).collect();
    events.extend(changes(site, id));
    events
}

/// What a brief says of the claim.
fn stated(site: &Site, id: ClaimId, statements: &[StatementId], brief: BriefId) -> Entry {
    let words = Words::of_brief(site, brief);
    let name = format!("{}/{}", id::claim(site, id), id::brief(site, brief));
    let entry = briefs::part(site, &words, brief, statements, &name);
    Entry {
        title: words.fill("feeds.told", &[("brief", &words.quoted(&entry.title))]),
        // The brief may change without a word on the claim.
        updated: entry.published,
        ..entry
    }
}

/// Another claim that bears on it, on the day of the brief that told of it first.
fn tied(site: &Site, id: ClaimId, relation: &Relation) -> Option<Entry> {
    if matches!(relation.kind, RelationKind::ReliesOn | RelationKind::SameAs) {
        return None;
    }
    let statements = &site[relation.from].statements;
    let briefs = stating(site, statements).into_iter();
    let briefs = briefs.filter(|brief| is_told(site, *brief));
    let brief = briefs.min_by_key(|id| (site[*id].brief.document.front.appeared(), *id))?;
    let words = Words::of_brief(site, brief);
    let (to, from) = (id::claim(site, id), id::claim(site, relation.from));
    let name = format!("{to}/{}/{from}", relation.kind.word());
    let entry = briefs::part(site, &words, brief, statements, &name);
    Some(Entry {
        title: capital(&passive(site, &words, relation.kind, relation.from)),
        updated: entry.published,
        ..entry
    })
}

/// The changes of its status.
fn changes(site: &Site, id: ClaimId) -> Vec<Entry> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let steps = site[id].history.iter().enumerate();
    steps
        .filter_map(|(index, step)| change(site, id, step, index == 0, &mut seen))
        .collect()
}

fn change(
    site: &Site,
    id: ClaimId,
    step: &StatusStep,
    is_first: bool,
    seen: &mut HashMap<String, usize>,
) -> Option<Entry> {
    let words = Words::of(site);
    let known = step.recorded.or(step.date)?;
    let status = words.word("statuses", step.status.word());
    let page = Page::Claim(id).address(site)?;
    let name = format!(
        "{}/status/{}/{}",
        id::claim(site, id),
        step.status.word(),
        known.day_iso()
    );
    let times = seen.entry(name.clone()).or_default();
    *times += 1;
    let name = if *times == 1 {
        name
    } else {
        format!("{name}/{times}")
    };
    let mut html = format!("<p>{}</p>\n", link(&page, &site[id].text));
    html.push_str(&why(site, &words, id, step, is_first));
    Some(Entry {
        id: id::tag(site, Some(known), &name),
        title: words.fill("feeds.status", &[("status", status)]),
        language: site.settings.lang.clone(),
        url: format!("{page}#status"),
        published: known,
        updated: known,
        authors: Vec::new(),
        topics: Vec::new(),
        summary: None,
        content: portable(&html, &page),
        brief: None,
    })
}

/// What changed a status: who stated or denied what and when, or what the editors found.
fn why(site: &Site, words: &Words, id: ClaimId, step: &StatusStep, is_first: bool) -> String {
    let cause = match step.cause {
        Cause::Entry(index) => return decided(site, words, id, index, step.date),
        Cause::Statement(id) => {
            let path = match step.status {
                Standing::Computed(Computed::Disputed) => "causes.denied",
                _ if is_first => "causes.first",
                _ => "causes.also",
            };
            let who = speaker(site, words, &site[id]);
            format!("{} {who}", words.text(path))
        }
        Cause::Relation(index) | Cause::Fallen(index) => {
            let relation = &site.relations[index];
            let verb = passive(site, words, relation.kind, relation.from);
            match step.cause {
                Cause::Fallen(_) => words.fill("causes.no_longer", &[("verb", &verb)]),
                _ => verb,
            }
        }
    };
    paragraph(&dated(words, step.date, &capital(&cause)))
}

/// What the editors say of a change that they made.
fn decided(site: &Site, words: &Words, id: ClaimId, index: usize, date: Option<Date>) -> String {
    let Some(change) = site[id].details.history.get(index) else {
        return String::new();
    };
    let mut html = paragraph(&dated(words, date, words.text("feeds.decided")));
    html.extend(change.note.as_deref().map(paragraph));
    if !change.sources.is_empty() {
        html.push_str("<ul>\n");
        for source in &change.sources {
            html.push_str(&format!("<li>{}</li>\n", words.source(*source)));
        }
        html.push_str("</ul>\n");
    }
    html
}

/// A sentence with its day before it.
fn dated(words: &Words, date: Option<Date>, sentence: &str) -> String {
    match date {
        Some(date) => format!("{}: {sentence}.", words.date(date)),
        None => format!("{sentence}."),
    }
}
