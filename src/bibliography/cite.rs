//! Citations in a text, as a style prints them there.

use std::collections::BTreeMap;
use std::sync::Arc;

use hayagriva::citationberg::{CitationFormat, IndependentStyle, StyleCategory, StyleClass};
use hayagriva::{
    BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest, ElemChild,
    ElemChildren, ElemMeta, LocatorPayload, Rendered, SpecificLocator,
};

use super::entry::Entry;
use super::locator::locator;
use super::reference::{Bibliographer, Reference, Writer, fallback};

/// One citation of a text: what is cited, each with where in it.
pub type Cluster<'a> = Vec<(&'a Entry, Option<&'a str>)>;

/// How a text cites.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Citing {
    /// For each citation its parts, in order.
    pub labels: Vec<Vec<Part>>,
    /// Whether the labels are notes, which stand elsewhere under their numbers.
    pub are_notes: bool,
    /// The entries of the text's list in the order in which the style lists them, as places in the
    /// list that was given.
    pub list: Vec<Listed>,
}

/// A part of a citation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Which source of the citation it is; nothing for what stands around and between them.
    pub item: Option<usize>,
    /// What is printed.
    pub words: Reference,
}

/// An entry of a text's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its place in the list that was given.
    pub index: usize,
    /// The number or label under which the text cites it, in styles that have one.
    pub mark: Option<Reference>,
    /// The entry, where it differs from the one that is printed alone: "2022a".
    pub reference: Option<Reference>,
}

impl Citing {
    /// What a citation prints in its text: a note its number.
    pub fn text(&self, index: usize) -> String {
        if self.are_notes {
            return format!("[{}]", index + 1);
        }
        let parts = self.labels.get(index).into_iter().flatten();
        parts.map(|part| part.words.text.as_str()).collect()
    }
}

/// How a style cites.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Manner {
    /// By name and year.
    Names,
    /// By a number or label, under which the list has the source.
    Marks,
    /// By notes.
    Notes,
}

impl Manner {
    fn of(style: &IndependentStyle) -> Self {
        let is_mark = |category: &StyleCategory| {
            matches!(
                category,
                StyleCategory::CitationFormat {
                    format: CitationFormat::Numeric | CitationFormat::Label
                }
            )
        };
        if style.settings.class == StyleClass::Note {
            Self::Notes
        } else if style.info.category.iter().any(is_mark) {
            Self::Marks
        } else {
            Self::Names
        }
    }
}

impl Bibliographer {
    /// Formats the citations of one text, in its order, and what its list of sources needs to go
    /// with them.
    pub fn cite(&self, clusters: &[Cluster], list: &[&Entry]) -> Citing {
        match &self.citing {
            Some(style) => {
                self.cite_by(style.whole(), |entries| style.cut(entries), clusters, list)
            }
            None => Citing::default(),
        }
    }

    /// Formats citations by a style, of which `cut` gives what is needed for some sources.
    pub(super) fn cite_by(
        &self,
        style: &IndependentStyle,
        cut: impl Fn(&[&Entry]) -> Arc<IndependentStyle>,
        clusters: &[Cluster],
        list: &[&Entry],
    ) -> Citing {
        let manner = Manner::of(style);
        let cuts = clusters.iter().map(|cluster| {
            let entries: Vec<&Entry> = cluster.iter().map(|(entry, _)| *entry).collect();
            cut(&entries)
        });
        let cuts: Vec<Arc<IndependentStyle>> = cuts.collect();
        let of_all = (manner != Manner::Notes).then(|| {
            let cited = clusters.iter().flatten().map(|(entry, _)| *entry);
            cut(&cited.chain(list.iter().copied()).collect::<Vec<_>>())
        });
        let of_all = of_all.as_deref().unwrap_or(style);
        let mut driver = BibliographyDriver::new();
        // A list is numbered in its own order, whatever is cited first.
        let before = usize::from(manner == Manner::Marks);
        if manner == Manner::Marks {
            let mut items: Vec<_> = list
                .iter()
                .map(|one| CitationItem::with_entry(&one.0))
                .collect();
            for item in &mut items {
                item.hidden = true;
            }
            driver.citation(self.request(of_all, items, None));
        }
        for (number, (cluster, style)) in clusters.iter().zip(&cuts).enumerate() {
            let items = cluster.iter().map(|(entry, place)| item(entry, *place));
            driver.citation(self.request(style, items.collect(), Some(number + 1)));
        }
        if manner == Manner::Marks {
            for one in list {
                driver.citation(self.request(of_all, vec![item(one, None)], None));
            }
        }
        let request = BibliographyRequest::new(of_all, Some(self.language.clone()), &self.locales);
        let rendered = driver.finish(request);
        let mut labels = rendered.citations[before..].iter().map(|one| &one.citation);
        let keeps_links = manner == Manner::Notes;
        Citing {
            labels: clusters
                .iter()
                .zip(&mut labels)
                .map(|(cluster, label)| parts(cluster, label, keeps_links))
                .collect(),
            are_notes: manner == Manner::Notes,
            list: listed(manner, list, labels.map(written).collect(), &rendered),
        }
    }

    fn request<'a>(
        &'a self,
        style: &'a IndependentStyle,
        items: Vec<CitationItem<'a, hayagriva::Entry>>,
        note: Option<usize>,
    ) -> CitationRequest<'a, hayagriva::Entry> {
        CitationRequest::new(
            items,
            style,
            Some(self.language.clone()),
            &self.locales,
            note,
        )
    }
}

fn item<'a>(entry: &'a Entry, place: Option<&'a str>) -> CitationItem<'a, hayagriva::Entry> {
    let place = place.map(|written| {
        let (kind, words) = locator(written);
        SpecificLocator(kind, LocatorPayload::Str(words))
    });
    CitationItem::with_locator(&entry.0, place)
}

/// Cuts a citation into its sources and what stands between them.
fn parts(cluster: &Cluster, label: &ElemChildren, keeps_links: bool) -> Vec<Part> {
    let mut writer = Writer {
        keeps_links,
        ..Writer::default()
    };
    let mut parts = Vec::new();
    let mut from = (0, 0);
    for child in &label.0 {
        let item = match child {
            ElemChild::Elem(elem) => match elem.meta {
                Some(ElemMeta::Entry(index)) => Some(index),
                _ => None,
            },
            _ => None,
        };
        writer.child(child);
        let words = Reference {
            html: writer.html[from.0..].to_owned(),
            text: writer.text[from.1..].to_owned(),
        };
        from = (writer.html.len(), writer.text.len());
        parts.push(Part { item, words });
    }
    if writer.text.chars().any(char::is_alphanumeric) {
        return parts;
    }
    let alone = cluster.iter().enumerate().map(|(index, (entry, _))| Part {
        item: Some(index),
        words: Reference::plain(&fallback(entry)),
    });
    alone.collect()
}

fn written(content: &ElemChildren) -> Reference {
    let mut writer = Writer::default();
    writer.children(content);
    writer.finish()
}

/// The list in the style's order. What was given and is not cited by name keeps its place.
fn listed(
    manner: Manner,
    list: &[&Entry],
    marks: Vec<Reference>,
    rendered: &Rendered,
) -> Vec<Listed> {
    let mut marks = marks.into_iter();
    let items = rendered.bibliography.iter().flat_map(|one| &one.items);
    let places: BTreeMap<&str, (usize, Reference)> = items
        .enumerate()
        .map(|(place, item)| (item.key.as_str(), (place, written(&item.content))))
        .collect();
    let listed = list.iter().enumerate().map(|(index, entry)| Listed {
        index,
        mark: marks.next(),
        reference: places
            .get(entry.key())
            .filter(|_| manner == Manner::Names)
            .map(|(_, reference)| reference.clone())
            .filter(|one| one.text.chars().any(char::is_alphanumeric)),
    });
    let mut listed: Vec<Listed> = listed.collect();
    if manner == Manner::Marks {
        listed.sort_by_key(|one| places.get(list[one.index].key()).map(|(place, _)| *place));
    }
    listed
}
