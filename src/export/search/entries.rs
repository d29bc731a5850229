//! What can be found: briefs, claims, speakers, sources and topics, with what is shown of each.

use serde::Serialize;

use super::words::{CLAIM, HEADING, NAME, SUMMARY, TITLE, Weights};
use crate::brief::{Brief, Piece};
use crate::date::Date;
use crate::document::State;
use crate::page::Page;
use crate::plan::{Plan, first_said};
use crate::site::{BriefId, ClaimId, Site, SourceId, SpeakerId};

/// How much of a summary is shown, in characters.
const SHOWN: usize = 200;

/// What can be found.
pub(super) enum Thing {
    Brief(BriefId),
    Claim(ClaimId),
    Speaker(SpeakerId),
    Source(SourceId),
    /// By the topic's key.
    Topic(String),
}

/// The kinds, in the order in which entries are numbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Brief,
    Claim,
    Speaker,
    Source,
    Topic,
}

impl Kind {
    /// What the page of the search calls it.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Brief => "brief",
            Self::Claim => "claim",
            Self::Speaker => "speaker",
            Self::Source => "source",
            Self::Topic => "topic",
        }
    }

    /// The weight of a thing's own words: of its title, its name, or what it claims.
    pub(super) fn weight(self) -> u8 {
        match self {
            Self::Claim => CLAIM,
            Self::Brief | Self::Speaker | Self::Source | Self::Topic => TITLE,
        }
    }
}

impl Thing {
    pub(super) fn kind(&self) -> Kind {
        match self {
            Self::Brief(_) => Kind::Brief,
            Self::Claim(_) => Kind::Claim,
            Self::Speaker(_) => Kind::Speaker,
            Self::Source(_) => Kind::Source,
            Self::Topic(_) => Kind::Topic,
        }
    }
}

/// What is shown of an entry.
#[derive(Debug, Default, Serialize)]
pub(super) struct Shown {
    title: String,
    /// Its address from the site's root.
    path: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
}

/// All that can be found, kind by kind, what is newest or most in use first.
pub(super) fn things(site: &Site, plan: &Plan) -> Vec<Thing> {
    let mut speakers: Vec<SpeakerId> = site.speaker_ids().collect();
    speakers.sort_by_key(|id| (std::cmp::Reverse(site[*id].statements.len()), *id));
    let mut sources: Vec<SourceId> = site.source_ids().collect();
    sources.sort_by_cached_key(|id| (std::cmp::Reverse(site[*id].entry.date()), *id));
    let briefs = site.brief_ids().map(Thing::Brief);
    briefs
        .chain(plan.ledger.iter().copied().map(Thing::Claim))
        .chain(speakers.into_iter().map(Thing::Speaker))
        .chain(sources.into_iter().map(Thing::Source))
        .chain(site.topics.keys().cloned().map(Thing::Topic))
        .collect()
}

/// What is shown of a thing, and the words by which it is found.
pub(super) fn entry(site: &Site, thing: &Thing, words: &mut Weights) -> Shown {
    match thing {
        Thing::Brief(id) => brief(site, *id, words),
        Thing::Claim(id) => claim(site, *id, words),
        Thing::Speaker(id) => speaker(site, *id, words),
        Thing::Source(id) => source(site, *id, words),
        Thing::Topic(key) => {
            let name = site.topics.get(key).map_or(key, |topic| &topic.name);
            words.add(name, TITLE);
            Shown {
                title: name.clone(),
                path: Page::Topic(key.clone(), 1).route(site),
                ..Shown::default()
            }
        }
    }
}

fn brief(site: &Site, id: BriefId, words: &mut Weights) -> Shown {
    let brief = &site[id].brief;
    let front = &brief.document.front;
    let is_withdrawn = front.state == State::Withdrawn;
    words.add(&front.title, TITLE);
    let summary = front.summary.as_ref().filter(|_| !is_withdrawn);
    if let Some(summary) = summary {
        words.add(summary, SUMMARY);
    }
    if !is_withdrawn {
        add_topics(site, site[id].topics.iter(), words);
        for author in &site[id].authors {
            words.add(site.party_name(author), SUMMARY);
        }
        for heading in headings(brief) {
            words.add(&heading, HEADING);
        }
    }
    Shown {
        title: front.title.clone(),
        path: Page::Brief(id).route(site),
        note: summary.map(|summary| cut(summary)),
        status: is_withdrawn.then_some("withdrawn"),
        date: front.date.as_ref().map(|date| told(site, date.value)),
    }
}

fn claim(site: &Site, id: ClaimId, words: &mut Weights) -> Shown {
    let claim = &site[id];
    words.add(&claim.text, CLAIM);
    add_topics(site, claim.topics.iter(), words);
    let mut names: Vec<&str> = Vec::new();
    for speaker in claim.statements.iter().filter_map(|id| site[*id].speaker) {
        let entry = &site[speaker].entry;
        if !names.contains(&entry.name.as_str()) {
            names.push(&entry.name);
            words.add(&entry.name, SUMMARY);
        }
    }
    let mark = claim.statements.first().and_then(|id| {
        let route = Page::Brief(site[*id].brief?).route(site);
        Some(format!("{route}#s{}", site[*id].number))
    });
    let mark = mark.filter(|_| !claim.has_page);
    let path = mark.unwrap_or_else(|| Page::Claim(id).route(site));
    Shown {
        title: claim.text.clone(),
        path,
        note: (!names.is_empty()).then(|| names.join(", ")),
        status: site.status(id),
        date: first_said(site, id).map(|date| told(site, date)),
    }
}

fn speaker(site: &Site, id: SpeakerId, words: &mut Weights) -> Shown {
    let speaker = &site[id];
    let entry = &speaker.entry;
    words.add(&entry.name, TITLE);
    for alias in &entry.aliases {
        words.add(alias, NAME);
    }
    let org = speaker.org.as_ref().map(|org| site.party_name(org));
    let role = entry.roles.last().map(|role| role.role.as_str());
    for role in &entry.roles {
        words.add(&role.role, SUMMARY);
    }
    if let Some(org) = org {
        words.add(org, SUMMARY);
    }
    let about: Vec<&str> = role.into_iter().chain(org).collect();
    Shown {
        title: entry.name.clone(),
        path: Page::Speaker(id).route(site),
        note: (!about.is_empty()).then(|| about.join(", ")),
        ..Shown::default()
    }
}

fn source(site: &Site, id: SourceId, words: &mut Weights) -> Shown {
    let source = &site[id];
    let title = site.source_title(id);
    words.add(&title, TITLE);
    if let Some(publisher) = &source.publisher {
        words.add(publisher, NAME);
    }
    let state = source.entry.state.word();
    Shown {
        title,
        path: Page::Source(id).route(site),
        note: source.publisher.clone(),
        status: (state != "live").then_some(state),
        date: source.entry.date().map(|date| told(site, date)),
    }
}

/// A date in the language of the site, which is that of the search.
fn told(site: &Site, date: Date) -> String {
    let settings = &site.settings;
    settings.languages.of(&settings.lang).date(date)
}

fn add_topics<'a>(site: &Site, topics: impl Iterator<Item = &'a String>, words: &mut Weights) {
    for key in topics {
        words.add(
            site.topics.get(key).map_or(key, |topic| &topic.name),
            SUMMARY,
        );
    }
}

/// The headings of a text. The words of a statement in one stand in other pieces of the text.
fn headings(brief: &Brief) -> Vec<String> {
    let mut found = Vec::new();
    let mut open: Option<String> = None;
    for piece in &brief.body {
        let Piece::Html(html) = piece else {
            continue;
        };
        let mut rest = html.as_str();
        while !rest.is_empty() {
            match &mut open {
                None => {
                    let Some(start) = heading(rest) else {
                        break;
                    };
                    rest = &rest[start..];
                    open = Some(String::new());
                }
                Some(words) => match rest.find("</h") {
                    Some(end) => {
                        words.push_str(&rest[..end]);
                        found.push(plain(words));
                        rest = &rest[end + "</h".len()..];
                        open = None;
                    }
                    None => {
                        words.push_str(rest);
                        break;
                    }
                },
            }
        }
    }
    found
}

/// Where the next heading's words begin.
fn heading(html: &str) -> Option<usize> {
    let tags = html.match_indices("<h").map(|(at, _)| at);
    let mut headings =
        tags.filter(|at| html.as_bytes().get(at + 2).is_some_and(u8::is_ascii_digit));
    let at = headings.next()?;
    Some(at + html[at..].find('>')? + 1)
}

/// The words of a piece of HTML, without its tags.
fn plain(html: &str) -> String {
    let mut words = String::with_capacity(html.len());
    for (index, part) in html.split('<').enumerate() {
        let text = if index == 0 {
            part
        } else {
            part.split_once('>').map_or("", |(_, text)| text)
        };
        words.push_str(text);
    }
    // These are all that the Markdown writer escapes.
    for escape in ["&amp;", "&lt;", "&gt;", "&quot;"] {
        words = words.replace(escape, " ");
    }
    words
}

/// A text's beginning, cut at a word.
fn cut(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        None => text.to_owned(),
        Some((end, _)) => {
            let end = text[..end].rfind(char::is_whitespace).unwrap_or(end);
            format!(
                "{}…",
                text[..end].trim_end_matches(|letter: char| !letter.is_alphanumeric())
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{cut, heading, plain};

    #[test]
    fn headings_are_found_and_long_texts_are_cut() {
        let html = "<hr><p>x</p><h2 id=\"a\">Who <em>says</em> so &amp; why</h2>";
        let start = heading(html).expect("there is one");
        assert_eq!(
            plain(html[start..].split("</h").next().unwrap_or_default()),
            "Who says so   why"
        );
        assert_eq!(cut("short"), "short");
        let long = cut(&"word, ".repeat(80));
        assert!(
            long.ends_with("word…") && long.chars().count() <= 201,
            "{long}"
        );
    }
}
