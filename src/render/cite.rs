//! Citations in the text of a brief, as the site's style has them, and what they lead to.

use serde::Serialize;

use super::lists::{SourceItem, source_item};
use super::localised::Localised;
use crate::bibliography::{Citing, Part};
use crate::html::escape;
use crate::site::{BriefId, Cited, Published, Site, SourceId};
use crate::slug::slug;

/// The citations of a text: what they name, and how the style prints them.
#[derive(Clone, Copy, Default)]
pub(super) struct Cites<'a> {
    cited: &'a [Vec<Cited>],
    citing: Option<&'a Citing>,
}

/// A citation that the style prints as a note.
#[derive(Debug, Serialize)]
pub(super) struct CitationNote {
    n: usize,
    html: String,
}

impl<'a> Cites<'a> {
    pub(super) fn of(published: &'a Published) -> Self {
        Self {
            cited: &published.citations,
            citing: Some(&published.citing),
        }
    }
}

/// Prints a citation where it stands in the text: by name and year or a mark, each leading to the
/// entry in the list of sources, or as the number of a note.
pub(super) fn cite(html: &mut String, site: &Localised, cites: Cites, index: usize) {
    let label = cites.citing.and_then(|citing| citing.labels.get(index));
    let (Some(citing), Some(parts), Some(cited)) = (cites.citing, label, cites.cited.get(index))
    else {
        return;
    };
    let label = if citing.are_notes {
        let n = index + 1;
        let text = citing.text(index);
        let name = site.words.html("brief.citation", &[("n", &n.to_string())]);
        format!("<sup><a id=\"cite-{n}\" href=\"#note-{n}\" aria-label=\"{name}\">{text}</a></sup>")
    } else {
        let part = |part: &Part| match part.item.and_then(|item| cited.get(item)) {
            Some(cited) => format!(
                "<a href=\"#{}\">{}</a>",
                anchor(site, cited.source),
                part.words.html
            ),
            None => part.words.html.clone(),
        };
        parts.iter().map(part).collect()
    };
    html.push_str(&format!("<cite class=\"cite\">{label}</cite>"));
}

/// The citations that stand as notes below the text: numbers lead there and back.
pub(super) fn notes(site: &Localised, id: BriefId) -> Vec<CitationNote> {
    let published = &site[id];
    if !published.citing.are_notes {
        return Vec::new();
    }
    let labels = published.citing.labels.iter().zip(&published.citations);
    let note = |(index, (parts, cited)): (usize, (&Vec<Part>, &Vec<Cited>))| {
        let words: String = parts.iter().map(|part| part.words.html.as_str()).collect();
        let way = |cited: &Cited| {
            let name = escape(&site.source_label(cited.source, site.words));
            let name = site
                .words
                .html("brief.citation_source", &[("source", &name)]);
            let anchor = anchor(site, cited.source);
            format!(" <a href=\"#{anchor}\" aria-label=\"{name}\">↓</a>")
        };
        CitationNote {
            n: index + 1,
            html: words.trim_end().to_owned() + &cited.iter().map(way).collect::<String>(),
        }
    };
    labels.enumerate().map(note).collect()
}

/// The list of a brief's sources, in the order and with the marks by which its text cites them.
pub(super) fn sources(site: &Localised, id: BriefId) -> Vec<SourceItem> {
    let published = &site[id];
    let item = |source: SourceId| SourceItem {
        id: Some(anchor(site, source)),
        ..source_item(site, source)
    };
    if published.citing.list.is_empty() {
        return published.sources.iter().map(|id| item(*id)).collect();
    }
    let listed = published.citing.list.iter().filter_map(|listed| {
        let mut item = item(*published.sources.get(listed.index)?);
        if let Some(reference) = &listed.reference {
            item.entry_html.clone_from(&reference.html);
        }
        item.mark_html = listed.mark.as_ref().map(|mark| mark.html.clone());
        Some(item)
    });
    listed.collect()
}

/// The id of a source in the list of its brief.
fn anchor(site: &Site, id: SourceId) -> String {
    format!("source-{}", slug(&site[id].entry.key.value))
}
