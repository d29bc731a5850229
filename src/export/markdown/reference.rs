//! References as Markdown, and plain words made safe for it.

use crate::bibliography::Reference;
use crate::html::escape;
use crate::site::{BriefId, Site};

/// A citation as the text shows it; where the style cites by notes, the note.
pub(super) fn citation(site: &Site, id: BriefId, index: usize) -> String {
    let parts = site[id].citing.labels.get(index).into_iter().flatten();
    let html: String = parts.map(|part| part.words.html.as_str()).collect();
    from_html(html.trim_end())
}

/// The brief's sources as the style lists them, each with its kept copy.
pub(super) fn list(site: &Site, id: BriefId) -> Vec<String> {
    let published = &site[id];
    let listed = published.citing.list.iter();
    let listed: Vec<_> = listed
        .map(|one| (one.index, one.mark.as_ref(), one.reference.as_ref()))
        .collect();
    let listed = if listed.is_empty() {
        (0..published.sources.len())
            .map(|index| (index, None, None))
            .collect()
    } else {
        listed
    };
    let entry = |(index, mark, reference): (usize, Option<&Reference>, Option<&Reference>)| {
        let source = &site[*published.sources.get(index)?];
        let html = reference.map_or(&source.html, |reference| &reference.html);
        let mut text = from_html(html);
        if let Some(mark) = mark {
            text = format!("{} {text}", from_html(&mark.html));
        }
        let archived = source
            .entry
            .archived
            .as_ref()
            .and_then(|copy| copy.url.as_ref());
        if let Some(url) = archived {
            text.push_str(&format!(" <{}>", url.value));
        }
        Some(text)
    };
    listed.into_iter().filter_map(entry).collect()
}

/// A formatted reference as Markdown. Its HTML is our own: a few elements, and text escaped.
fn from_html(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut address: Option<(usize, String)> = None;
    for part in html.split_inclusive(['<', '>']) {
        match part.strip_suffix('>') {
            Some("i" | "/i") => text.push('*'),
            Some("b" | "/b") => text.push_str("**"),
            // Markdown has no marks of its own for these, and passes them on.
            Some(tag @ ("sup" | "/sup" | "sub" | "/sub")) => text.push_str(&format!("<{tag}>")),
            Some("/a") => {
                if let Some((from, address)) = address.take() {
                    let words = text.split_off(from);
                    text.push_str(&link(&words, &address));
                }
            }
            Some(tag) => {
                let link = tag
                    .strip_prefix("a href=\"")
                    .and_then(|rest| rest.split('"').next());
                if let Some(link) = link {
                    address = Some((text.len(), unescaped(link)));
                }
            }
            None => text.push_str(&plain(&unescaped(part.strip_suffix('<').unwrap_or(part)))),
        }
    }
    text
}

/// A link; an address that is its own words is written once.
fn link(words: &str, address: &str) -> String {
    let address = address.replace(['<', '>', ' '], "");
    if *words == plain(&address) {
        return format!("<{address}>");
    }
    format!("[{words}](<{address}>)")
}

/// Text that was escaped by [`escape`].
fn unescaped(html: &str) -> String {
    let mut text = html.to_owned();
    for letter in ["<", ">", "\"", "'", "&"] {
        text = text.replace(&escape(letter), letter);
    }
    text
}

/// Words in one line in which nothing is markup.
pub(super) fn plain(words: &str) -> String {
    let mut text = String::with_capacity(words.len() + 8);
    for letter in words.chars() {
        if "\\`*_[]<>#&|~$".contains(letter) {
            text.push('\\');
        }
        text.push(if letter.is_control() { ' ' } else { letter });
    }
    text
}
