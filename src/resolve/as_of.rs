//! The site as it stands on its day: what is later or held back is taken out before any name is
//! looked up, so that no other file need think of it.
//!
//! What carries no date stays. A text has no earlier versions: where a brief was changed later its
//! words stay, and what it marks as said later is no statement yet. What a later or withdrawn
//! brief adds to the record answers to its name where a text that appears names it; what only
//! drafts and embargoed briefs add answers to none.

use std::collections::{HashMap, HashSet};

use super::Publication;
use super::trim;
use super::withheld::{Key, Ties, of_brief};
use crate::annotate::Annotated;
use crate::brief::Brief;
use crate::date::Date;
use crate::document::{FrontMatter, State};
use crate::record::{ClaimEntry, Record};
use crate::text::{FileId, Name, Span};

/// What stands on the site's day.
pub(super) struct Standing {
    /// The site's texts and record without what is later or held back.
    pub(super) annotated: Annotated,
    /// Published briefs whose day is still to come, in file order.
    pub(super) later: Vec<FileId>,
    /// Claims that only briefs make which are later or withdrawn.
    pub(super) gone: HashMap<String, Gone>,
}

/// Why a claim is not there, though a text that appears may name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gone {
    /// It is made later.
    Later,
    /// The brief that made it has been withdrawn.
    Withdrawn,
}

/// Whether a text appears on the site's day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Appearance {
    /// It is out.
    Out,
    /// It has been taken back; its address stays.
    Withdrawn,
    /// Its day is still to come.
    Later,
    /// It is a draft, in review or under embargo, and nobody may know of it.
    HeldBack,
}

/// Whether a text with this front matter appears.
pub fn appearance(front: &FrontMatter, publication: Publication) -> Appearance {
    let is_due = |date: Option<Date>| date.is_none_or(|date| !is_later(date, publication.today));
    let embargo = front.embargo.as_ref().map(|date| date.value);
    match front.state {
        State::Draft | State::Review if publication.drafts => Appearance::Out,
        State::Draft | State::Review => Appearance::HeldBack,
        State::Embargoed if embargo.is_none() || !is_due(embargo) => Appearance::HeldBack,
        _ if !is_due(front.date.as_ref().map(|date| date.value)) => Appearance::Later,
        State::Withdrawn if is_due(front.retraction().map(|one| one.date.value)) => {
            Appearance::Withdrawn
        }
        State::Published | State::Embargoed | State::Withdrawn => Appearance::Out,
    }
}

fn is_later(date: Date, today: Date) -> bool {
    date.certainly_after(today)
}

/// The briefs by whether they appear.
#[derive(Default)]
struct Briefs {
    out: Vec<Brief>,
    withdrawn: Vec<Brief>,
    later: Vec<Brief>,
    held_back: Vec<Brief>,
}

impl Briefs {
    fn sorted(briefs: Vec<Brief>, publication: Publication) -> Self {
        let mut sorted = Self::default();
        for brief in briefs {
            let list = match appearance(&brief.document.front, publication) {
                Appearance::Out => &mut sorted.out,
                Appearance::Withdrawn => &mut sorted.withdrawn,
                Appearance::Later => &mut sorted.later,
                Appearance::HeldBack => &mut sorted.held_back,
            };
            list.push(brief);
        }
        sorted
    }

    /// Those whose text nobody reads.
    fn unread(&self) -> impl Iterator<Item = &Brief> {
        let unread = self.withdrawn.iter().chain(&self.later);
        unread.chain(&self.held_back)
    }
}

/// Takes out what is later than the site's day or held back.
pub(super) fn as_of(annotated: Annotated, publication: Publication) -> Standing {
    let Annotated {
        settings,
        mut record,
        home,
        briefs,
        mut pages,
    } = annotated;
    let today = publication.today;
    let mut briefs = Briefs::sorted(briefs, publication);
    let mut gone = unmade(&mut briefs, today);
    release_anchors(&mut record, &briefs);
    let listed = Listed::of(&record);
    for brief in briefs.later.iter().chain(&briefs.withdrawn) {
        lend(&mut record, &brief.document.record);
    }
    trim_records(&mut record, &mut briefs, today);
    let desk: Vec<&Name> = settings.publisher.iter().chain(&settings.authors).collect();
    let stays = Stays::new(&record, &listed, &briefs, &desk, today);
    drop_entries(&mut record, &stays, &briefs, &mut gone);
    for brief in &mut briefs.withdrawn {
        trim::withdraw(brief);
        for correction in &mut brief.document.front.corrections {
            correction
                .claim
                .take_if(|name| gone.contains_key(&name.value));
        }
    }
    let appears = |page: &Brief| {
        let appearance = appearance(&page.document.front, publication);
        matches!(appearance, Appearance::Out | Appearance::Withdrawn)
    };
    pages.retain(appears);
    let later = briefs.later.iter().map(|brief| brief.document.file);
    Standing {
        later: later.collect(),
        gone,
        annotated: Annotated {
            settings,
            record,
            home: home.filter(appears),
            briefs: briefs.out.into_iter().chain(briefs.withdrawn).collect(),
            pages,
        },
    }
}

/// Takes out of the briefs that appear what is later, and gives the claims that are not made: by
/// what was taken out, and by later and withdrawn briefs.
fn unmade(briefs: &mut Briefs, today: Date) -> HashMap<String, Gone> {
    let mut gone = HashMap::new();
    for brief in &mut briefs.out {
        trim::front(&mut brief.document.front, today);
        let unsaid = trim::unsay(brief, today).into_iter();
        gone.extend(unsaid.map(|key| (key, Gone::Later)));
    }
    let later = briefs.later.iter().flat_map(made);
    gone.extend(later.map(|key| (key, Gone::Later)));
    let withdrawn = briefs.withdrawn.iter().flat_map(made);
    gone.extend(withdrawn.map(|key| (key, Gone::Withdrawn)));
    gone
}

/// The claims that a brief makes, in its text and in its front matter.
fn made(brief: &Brief) -> impl Iterator<Item = String> {
    let said = brief.annotations.iter();
    let said = said.filter_map(|one| one.says.claim.as_ref());
    let listed = brief.document.record.claims.iter().map(|entry| &entry.key);
    said.chain(listed).map(|name| name.value.clone())
}

/// A shared claim whose anchor stands in a text that nobody reads is found all the same.
fn release_anchors(record: &mut Record, briefs: &Briefs) {
    let annotations = briefs.unread().flat_map(|brief| &brief.annotations);
    let unread: HashSet<Span> = annotations.map(|one| one.span).collect();
    for entry in &mut record.claims {
        let is_unread = |anchor: &mut crate::record::Anchor| unread.contains(&anchor.exact.span);
        if let Some(anchor) = entry.anchor.take_if(is_unread) {
            entry.text.get_or_insert(anchor.exact.value);
        }
    }
}

/// How many entries the shared record lists by itself; those lent to it stand behind.
struct Listed {
    speakers: usize,
    sources: usize,
    claims: usize,
}

impl Listed {
    fn of(record: &Record) -> Self {
        Self {
            speakers: record.speakers.len(),
            sources: record.sources.len(),
            claims: record.claims.len(),
        }
    }
}

/// Adds the entries of a brief, without its relations, for texts that name them.
fn lend(record: &mut Record, own: &Record) {
    record.speakers.extend(own.speakers.iter().cloned());
    record.sources.extend(own.sources.iter().cloned());
    record.claims.extend(own.claims.iter().cloned());
}

/// Takes out of the entries themselves what is later.
fn trim_records(record: &mut Record, briefs: &mut Briefs, today: Date) {
    let own = briefs
        .out
        .iter_mut()
        .map(|brief| &mut brief.document.record);
    let mut records: Vec<&mut Record> = own.chain([record]).collect();
    let sources = records.iter().flat_map(|record| &record.sources);
    let later = sources
        .filter(|entry| entry.date().is_some_and(|date| is_later(date, today)))
        .map(|entry| entry.key.value.clone())
        .collect();
    for record in &mut records {
        trim::record(record, today);
        trim::evidence(record, &later);
    }
}

/// Which entries of the shared record stay, by their places.
struct Stays {
    speakers: Vec<bool>,
    sources: Vec<bool>,
    claims: Vec<bool>,
}

impl Stays {
    fn new(record: &Record, listed: &Listed, briefs: &Briefs, desk: &[&Name], today: Date) -> Self {
        let own = briefs.out.iter().map(|brief| &brief.document.record);
        let ties = Ties::new(own.chain([record]));
        let waiting = briefs.later.iter().chain(&briefs.held_back);
        let waiting = ties.reach(waiting.flat_map(of_brief));
        let is_due = |date: Option<Date>| date.is_none_or(|date| !is_later(date, today));
        let speakers = record.speakers[..listed.speakers].iter();
        let speakers = speakers.map(|entry| Key::Speaker(&entry.key.value));
        let sources = record.sources[..listed.sources].iter();
        let sources = sources.filter(|entry| is_due(entry.date()));
        let sources = sources.map(|entry| Key::Source(&entry.key.value));
        let claims = record.claims[..listed.claims].iter();
        let claims = claims.filter(|entry| is_due(entry.said.as_ref().map(|date| date.value)));
        let claims = claims.map(|entry| Key::Claim(&entry.key.value));
        let by_itself = speakers.chain(sources).chain(claims);
        let by_itself = by_itself.filter(|key| !waiting.contains(key));
        let authors = briefs
            .withdrawn
            .iter()
            .flat_map(|brief| &brief.document.front.authors);
        let desk = desk.iter().copied();
        let authors = authors.chain(desk).map(|name| Key::Speaker(&name.value));
        let named = briefs.out.iter().flat_map(of_brief);
        let stays = ties.reach(by_itself.chain(authors).chain(named));
        let has = |key: Key| stays.contains(&key);
        Self {
            speakers: record
                .speakers
                .iter()
                .map(|one| has(Key::Speaker(&one.key.value)))
                .collect(),
            sources: record
                .sources
                .iter()
                .map(|one| has(Key::Source(&one.key.value)))
                .collect(),
            claims: record
                .claims
                .iter()
                .map(|one| has(Key::Claim(&one.key.value)))
                .collect(),
        }
    }
}

/// Drops the entries that do not stay, and relations with an end that is not there.
fn drop_entries(
    record: &mut Record,
    stays: &Stays,
    briefs: &Briefs,
    gone: &mut HashMap<String, Gone>,
) {
    let said = briefs.out.iter().flat_map(|brief| &brief.annotations);
    let said = said.filter_map(|one| one.says.claim.as_ref());
    let said: HashSet<&str> = said.map(|name| name.value.as_str()).collect();
    // An entry without words takes those of the first span that makes it.
    let has_words = |entry: &ClaimEntry| {
        let key = entry.key.value.as_str();
        entry.text.is_some() || said.contains(key) || !gone.contains_key(key)
    };
    let mut places = stays.claims.iter();
    let mut dropped = Vec::new();
    record.claims.retain(|entry| {
        let stays = places.next() == Some(&true) && has_words(entry);
        if !stays {
            dropped.push(entry.key.value.clone());
        }
        stays
    });
    let mut places = stays.speakers.iter();
    record.speakers.retain(|_| places.next() == Some(&true));
    let mut places = stays.sources.iter();
    record.sources.retain(|_| places.next() == Some(&true));
    for key in dropped {
        gone.entry(key).or_insert(Gone::Later);
    }
    let listed = record.claims.iter().map(|entry| entry.key.value.clone());
    let present: HashSet<String> = listed.chain(briefs.out.iter().flat_map(made)).collect();
    gone.retain(|key, _| !present.contains(key));
    let secret: HashSet<String> = briefs.held_back.iter().flat_map(made).collect();
    let is_absent = |name: &Name| {
        let is_secret = secret.contains(&name.value) && !present.contains(&name.value);
        is_secret || gone.contains_key(&name.value)
    };
    record
        .relations
        .retain(|relation| !is_absent(&relation.from) && !is_absent(&relation.to));
}
