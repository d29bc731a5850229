//! Which attributes of a tag name addresses and ids.

use std::ops::Range;

use super::file::Use;
use super::markup::{Attribute, Tag};

/// An address in a tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reference {
    pub(super) address: String,
    pub(super) what: Use,
    pub(super) place: Range<usize>,
}

/// Attributes that hold the ids of other elements of the page, several parted by white space.
const ID_LISTS: &[&str] = &[
    "aria-activedescendant",
    "aria-controls",
    "aria-describedby",
    "aria-details",
    "aria-errormessage",
    "aria-flowto",
    "aria-labelledby",
    "aria-owns",
    "headers",
    "itemref",
];

/// Attributes that hold the id of another element of the page.
const IDS: &[&str] = &["commandfor", "form", "list", "popovertarget"];

/// What a link element of these kinds names is fetched with the page.
const LOADED: &[&str] = &[
    "apple-touch-icon",
    "dns-prefetch",
    "icon",
    "manifest",
    "mask-icon",
    "modulepreload",
    "preconnect",
    "prefetch",
    "preload",
    "prerender",
    "stylesheet",
];

/// Properties of `meta` whose content is an address.
const META: &[&str] = &[
    "citation_abstract_html_url",
    "citation_fulltext_html_url",
    "citation_pdf_url",
    "og:audio",
    "og:image",
    "og:image:secure_url",
    "og:image:url",
    "og:url",
    "og:video",
    "twitter:image",
    "twitter:url",
];

/// The addresses in a tag.
pub(super) fn references(tag: &Tag) -> Vec<Reference> {
    let mut found = Vec::new();
    let mut add = |address: &str, what, place: &Range<usize>| {
        found.push(Reference {
            address: address.to_owned(),
            what,
            place: place.clone(),
        });
    };
    for Attribute { name, value, place } in &tag.attributes {
        match (tag.name.as_str(), name.as_str()) {
            ("a" | "area", "href" | "xlink:href") | ("form", "action") | (_, "formaction") => {
                add(value, Use::Link, place);
            }
            ("base", "href") => {}
            ("link", "href") => add(value, link(tag), place),
            (_, "href" | "xlink:href" | "src" | "poster" | "background") | ("object", "data") => {
                add(value, Use::Load, place);
            }
            ("blockquote" | "q" | "ins" | "del", "cite") => add(value, Use::Mention, place),
            (_, "ping") => {
                for one in value.split_whitespace() {
                    add(one, Use::Load, place);
                }
            }
            (_, "srcset" | "imagesrcset") => {
                for one in candidates(value) {
                    add(one, Use::Load, place);
                }
            }
            ("meta", "content") => {
                if let Some(address) = meta(tag, value) {
                    add(address, Use::Mention, place);
                }
            }
            _ => {}
        }
    }
    found
}

/// What the address of a link element is for.
fn link(tag: &Tag) -> Use {
    let kinds = tag.value("rel").unwrap_or_default().to_ascii_lowercase();
    if kinds.split_whitespace().any(|kind| LOADED.contains(&kind)) {
        Use::Load
    } else {
        Use::Mention
    }
}

/// The address in the content of a `meta` element.
fn meta<'a>(tag: &Tag, content: &'a str) -> Option<&'a str> {
    let property = tag.value("property").or_else(|| tag.value("name"));
    if property.is_some_and(|name| META.contains(&name.to_ascii_lowercase().as_str())) {
        return Some(content);
    }
    refresh(tag)
        .map(|_| content.split_once('=').map_or("", |(_, address)| address))
        .map(|address| address.trim().trim_matches(['"', '\'']))
        .filter(|address| !address.is_empty())
}

/// The content of a `meta` element that leads on to another page.
pub(super) fn refresh(tag: &Tag) -> Option<&str> {
    let kind = tag.value("http-equiv")?;
    let is_refresh = tag.name == "meta" && kind.eq_ignore_ascii_case("refresh");
    tag.value("content")
        .filter(|content| is_refresh && content.contains('='))
}

/// The addresses of a `srcset`, which parts them by commas and may hold commas in them.
fn candidates(value: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = value;
    loop {
        rest = rest.trim_start_matches(|letter: char| letter == ',' || letter.is_whitespace());
        if rest.is_empty() {
            return found;
        }
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let (address, after) = rest.split_at(end);
        let bare = address.trim_end_matches(',');
        found.push(bare);
        rest = if bare.len() < address.len() {
            after
        } else {
            after.find(',').map_or("", |comma| &after[comma..])
        };
    }
}

/// The ids that a tag refers to, each with its place.
pub(super) fn ids(tag: &Tag) -> Vec<(String, String, Range<usize>)> {
    let mut found = Vec::new();
    for Attribute { name, value, place } in &tag.attributes {
        let mut add = |id: &str| found.push((name.clone(), id.to_owned(), place.clone()));
        let is_label = matches!((tag.name.as_str(), name.as_str()), ("label", "for"));
        if ID_LISTS.contains(&name.as_str()) || (tag.name == "output" && name == "for") {
            value.split_whitespace().for_each(add);
        } else if is_label || IDS.contains(&name.as_str()) {
            add(value);
        } else if let Some(id) = painted(value) {
            add(id);
        } else if name == "usemap" {
            add(value.trim_start_matches('#'));
        }
    }
    found
}

/// The id in `url(#id)`, with which drawings name their gradients and arrow heads.
fn painted(value: &str) -> Option<&str> {
    let id = value.trim().strip_prefix("url(")?.strip_suffix(')')?;
    id.trim_matches(['"', '\'']).strip_prefix('#')
}

#[cfg(test)]
mod tests {
    use super::candidates;

    #[test]
    fn a_set_of_images_is_taken_apart() {
        assert_eq!(candidates(" a.png 1x, b,c.png 2x,"), ["a.png", "b,c.png"]);
        assert_eq!(candidates("a.png, b.png 640w"), ["a.png", "b.png"]);
        assert!(candidates(" , ").is_empty());
    }
}
