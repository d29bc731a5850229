//! What an entry is to BibLaTeX and to CSL, and what stands around it: container, series, event.

use hayagriva::Entry;
use hayagriva::types::EntryType;

/// The type of an entry in BibLaTeX (manual, section 2.1).
pub(super) fn biblatex_type(entry: &Entry) -> &'static str {
    let container = container(entry).map(Entry::entry_type);
    match entry.entry_type() {
        EntryType::Article => match container {
            Some(EntryType::Newspaper | EntryType::Periodical) => "article",
            Some(EntryType::Proceedings | EntryType::Conference) => "inproceedings",
            Some(EntryType::Book | EntryType::Anthology) => "incollection",
            Some(EntryType::Reference) => "inreference",
            None if entry.url().is_none() => "misc",
            _ => "online",
        },
        EntryType::Chapter if container != Some(&EntryType::Anthology) => "inbook",
        EntryType::Chapter | EntryType::Anthos => "incollection",
        EntryType::Entry => "inreference",
        EntryType::Report => "report",
        EntryType::Thesis => "thesis",
        EntryType::Web | EntryType::Blog | EntryType::Post | EntryType::Thread => "online",
        EntryType::Artwork => "artwork",
        EntryType::Patent => "patent",
        EntryType::Case => "jurisdiction",
        EntryType::Legislation => "legislation",
        EntryType::Newspaper | EntryType::Periodical => "periodical",
        EntryType::Manuscript => "unpublished",
        EntryType::Performance => "performance",
        EntryType::Proceedings => "proceedings",
        EntryType::Book => "book",
        EntryType::Anthology => "collection",
        EntryType::Reference => "reference",
        EntryType::Repository => "software",
        EntryType::Video => "video",
        EntryType::Audio => "audio",
        _ => "misc",
    }
}

/// The type of an entry in CSL (specification 1.0.2, appendix III), as styles are given it too.
pub(super) fn csl_type(entry: &Entry) -> &'static str {
    let container = container(entry).map(Entry::entry_type);
    match (entry.entry_type(), container) {
        (_, Some(EntryType::Blog)) => "post-weblog",
        (EntryType::Article, Some(EntryType::Newspaper)) => "article-newspaper",
        (EntryType::Article, Some(EntryType::Periodical)) => "article-journal",
        (EntryType::Article, Some(EntryType::Proceedings | EntryType::Conference)) => {
            "paper-conference"
        }
        (EntryType::Article, Some(EntryType::Web)) | (EntryType::Web | EntryType::Blog, _) => {
            "webpage"
        }
        (_, Some(EntryType::Reference)) => "entry-encyclopedia",
        (EntryType::Article, _) => "article",
        (EntryType::Chapter | EntryType::Anthos, _) => "chapter",
        (EntryType::Entry, _) => "entry",
        (EntryType::Report, _) => "report",
        (EntryType::Thesis, _) => "thesis",
        (EntryType::Scene | EntryType::Performance, _) => "performance",
        (EntryType::Artwork, _) => "graphic",
        (EntryType::Patent, _) => "patent",
        (EntryType::Case, _) => "legal_case",
        (EntryType::Legislation, _) => "legislation",
        (EntryType::Newspaper | EntryType::Periodical, _) => "periodical",
        (EntryType::Manuscript, _) => "manuscript",
        (EntryType::Post | EntryType::Thread, _) => "post",
        (EntryType::Proceedings | EntryType::Book | EntryType::Reference, _) => "book",
        (EntryType::Anthology, _) => "collection",
        (EntryType::Conference | EntryType::Exhibition, _) => "event",
        (EntryType::Repository, _) => "software",
        (EntryType::Video, None) => "motion_picture",
        (EntryType::Audio, None) => "song",
        (EntryType::Video | EntryType::Audio, Some(_)) => "broadcast",
        _ => "document",
    }
}

/// Whether an entry is whole by itself, so that what it stands in is a series.
fn is_whole(entry: &Entry) -> bool {
    matches!(
        entry.entry_type(),
        EntryType::Book
            | EntryType::Report
            | EntryType::Thesis
            | EntryType::Anthology
            | EntryType::Reference
            | EntryType::Proceedings
            | EntryType::Newspaper
            | EntryType::Periodical
    )
}

/// The first parent that is neither an event nor an earlier publication of the same.
fn host(entry: &Entry) -> Option<&Entry> {
    let is_host = |parent: &&Entry| {
        let is_event = matches!(
            parent.entry_type(),
            EntryType::Conference | EntryType::Exhibition
        );
        *parent.entry_type() != EntryType::Original && !(is_event && entry.parents().len() > 1)
    };
    entry.parents().iter().find(is_host)
}

/// The publication that an entry is a part of.
pub(super) fn container(entry: &Entry) -> Option<&Entry> {
    host(entry).filter(|_| !is_whole(entry))
}

/// The series that an entry, or the publication that it is a part of, belongs to.
pub(super) fn series(entry: &Entry) -> Option<&Entry> {
    match container(entry) {
        Some(container) => host(container),
        None => host(entry),
    }
}

/// The event at which it was presented.
pub(super) fn event(entry: &Entry) -> Option<&Entry> {
    let mut parents = entry.parents().iter();
    parents.find(|parent| {
        matches!(
            parent.entry_type(),
            EntryType::Conference | EntryType::Exhibition
        )
    })
}

/// Its earlier publication.
pub(super) fn original(entry: &Entry) -> Option<&Entry> {
    let mut parents = entry.parents().iter();
    parents.find(|parent| *parent.entry_type() == EntryType::Original)
}

/// What the entry has, or else the nearest of the publications around it that has it.
pub(super) fn own_or_container<'a, T>(
    entry: &'a Entry,
    get: impl Fn(&'a Entry) -> Option<T>,
) -> Option<T> {
    std::iter::successors(Some(entry), |entry| host(entry)).find_map(get)
}
