//! Speakers with their organisations, sources with their origins, each followed up to the top.

use super::names::Names;
use crate::record::{SourceEntry, SpeakerEntry};
use crate::report::{Code, Diagnostic, Report, did_you_mean};
use crate::site::{Origin, Party, Site, Source, SourceId, Speaker, SpeakerId};
use crate::text::Name;

/// Adds the speakers.
pub(super) fn speakers(
    site: &mut Site,
    entries: Vec<SpeakerEntry>,
    names: &Names,
    report: &mut Report,
) {
    for entry in &entries {
        if let Some(org) = &entry.org {
            tell_unknown_org(org, names, report);
        }
    }
    let orgs: Vec<Option<Party>> = entries
        .iter()
        .map(|entry| entry.org.as_ref().map(|org| names.party(org)))
        .collect();
    let next = |index: usize| match &orgs[index] {
        Some(Party::Speaker(id)) => Some(id.0),
        _ => None,
    };
    let tops = tops(entries.len(), next, |cycle| {
        let keys: Vec<&Name> = cycle.iter().map(|index| &entries[*index].key).collect();
        tell_cycle("organisations", &keys, report);
    });
    site.speakers = entries
        .into_iter()
        .enumerate()
        .map(|(index, entry)| {
            let top = tops[index];
            let top = match &orgs[top] {
                Some(name @ Party::Name(_)) => name.clone(),
                _ => Party::Speaker(SpeakerId(top)),
            };
            Speaker {
                entry,
                org: orgs[index].clone(),
                members: Vec::new(),
                top,
                statements: Vec::new(),
                origin_of: Vec::new(),
                named_by: Vec::new(),
                author_of: Vec::new(),
            }
        })
        .collect();
    for (index, org) in orgs.iter().enumerate() {
        if let Some(Party::Speaker(id)) = org {
            site.speakers[id.0].members.push(SpeakerId(index));
        }
    }
}

/// An organisation is a key or a plain name; a single small word that no speaker has is a slip.
fn tell_unknown_org(org: &Name, names: &Names, report: &mut Report) {
    let looks_like_key =
        |letter: char| letter.is_lowercase() || letter.is_numeric() || letter == '-';
    if names.speakers.contains_key(&org.value) || !org.value.chars().all(looks_like_key) {
        return;
    }
    let mut known: Vec<&str> = names.speakers.keys().map(String::as_str).collect();
    known.sort_unstable();
    let message = format!("no speaker is called `{}`", org.value);
    let hint = did_you_mean(&org.value, known)
        .unwrap_or_else(|| "define it, or write the organisation's full name".to_owned());
    report.add(Diagnostic::new(Code::UnknownSpeaker, org.span, message).hint(hint));
}

/// Adds the sources.
pub(super) fn sources(
    site: &mut Site,
    entries: Vec<SourceEntry>,
    names: &Names,
    report: &mut Report,
) {
    let origins: Vec<Option<Origin>> = entries
        .iter()
        .map(|entry| {
            entry
                .origin
                .as_ref()
                .and_then(|name| names.origin(name, report))
        })
        .collect();
    let next = |index: usize| match &origins[index] {
        Some(Origin::Source(id)) => Some(id.0),
        _ => None,
    };
    let tops = tops(entries.len(), next, |cycle| {
        let keys: Vec<&Name> = cycle.iter().map(|index| &entries[*index].key).collect();
        tell_cycle("origins", &keys, report);
    });
    for (index, entry) in entries.into_iter().enumerate() {
        let top = match &origins[tops[index]] {
            Some(Origin::Party(party)) => Origin::Party(super::origins::top_of(site, party)),
            _ => Origin::Source(SourceId(tops[index])),
        };
        site.sources.push(Source {
            publisher: entry.entry.publisher_name(),
            entry,
            origin: origins[index].clone(),
            top,
            html: String::new(),
            copy: None,
            briefs: std::collections::BTreeSet::new(),
            statements: Vec::new(),
            evidence_of: std::collections::BTreeSet::new(),
            status_of: Vec::new(),
            origin_of: Vec::new(),
            named_by: Vec::new(),
        });
    }
    for (index, origin) in origins.iter().enumerate() {
        match origin {
            Some(Origin::Source(id)) => site.sources[id.0].origin_of.push(SourceId(index)),
            Some(Origin::Party(Party::Speaker(id))) => {
                site.speakers[id.0].origin_of.push(SourceId(index));
            }
            Some(Origin::Party(Party::Name(_))) | None => {}
        }
    }
}

/// For each of `count` things the last that following `next` leads to, in linear time. A circle is
/// told once, whole, and its members are each their own top.
fn tops(
    count: usize,
    next: impl Fn(usize) -> Option<usize>,
    mut tell: impl FnMut(&[usize]),
) -> Vec<usize> {
    let mut tops: Vec<Option<usize>> = vec![None; count];
    let mut walked_from = vec![usize::MAX; count];
    for start in 0..count {
        let mut path = Vec::new();
        let mut at = start;
        let top = loop {
            if let Some(top) = tops[at] {
                break top;
            }
            if walked_from[at] == start {
                let begin = path.iter().position(|one| *one == at).unwrap_or(0);
                let cycle = path.split_off(begin);
                tell(&cycle);
                for one in &cycle {
                    tops[*one] = Some(*one);
                }
                break at;
            }
            walked_from[at] = start;
            path.push(at);
            match next(at) {
                Some(after) => at = after,
                None => break at,
            }
        };
        for one in &path {
            tops[*one] = Some(top);
        }
    }
    tops.into_iter()
        .enumerate()
        .map(|(index, top)| top.unwrap_or(index))
        .collect()
}

fn tell_cycle(what: &str, keys: &[&Name], report: &mut Report) {
    let Some(first) = keys.first() else {
        return;
    };
    let chain: Vec<&str> = keys
        .iter()
        .chain([first])
        .map(|key| key.value.as_str())
        .collect();
    let message = format!("{what} lead in a circle: {}", chain.join(" → "));
    let mut diagnostic = Diagnostic::new(Code::Cycle, first.span, message);
    for key in &keys[1..] {
        diagnostic = diagnostic.related(key.span, "and here");
    }
    report.add(diagnostic);
}

#[cfg(test)]
mod tests {
    use super::tops;

    #[test]
    fn chains_end_at_their_top_and_circles_are_told_once() {
        let next = [Some(1), Some(2), None, Some(4), Some(5), Some(4), Some(3)];
        let mut told = Vec::new();
        let found = tops(
            next.len(),
            |one| next[one],
            |cycle| told.push(cycle.to_vec()),
        );
        assert_eq!(found[..3], [2, 2, 2]);
        assert_eq!(told, [vec![4, 5]]);
        assert_eq!(found[3..], [4, 4, 5, 4]);
    }
}
