//! The JSON-LD of a page: what it tells of the record, and the way to it.

use super::crumbs::Crumb;
use crate::export::linked_data;
use crate::linked_data::{Breadcrumbs, Crumb as Step, Document, Thing};
use crate::page::{Page, absolute};
use crate::site::Site;

/// What stands in the page's `script` element, if it has anything to tell.
pub(super) fn json_ld(site: &Site, page: &Page, crumbs: &[Crumb], title: &str) -> Option<String> {
    if matches!(page, Page::NotFound | Page::Moved(..)) {
        return None;
    }
    let mut things = linked_data(site, page);
    things.extend(breadcrumbs(site, crumbs, title).map(Thing::Breadcrumbs));
    if things.is_empty() {
        return None;
    }
    serde_json::to_string(&Document::new(things))
        .ok()
        .map(|json| harmless(&json))
}

/// The way from the first page to this one; none without public addresses, and none to the first.
fn breadcrumbs(site: &Site, crumbs: &[Crumb], title: &str) -> Option<Breadcrumbs> {
    if crumbs.is_empty() {
        return None;
    }
    let above = crumbs.iter().map(|crumb| {
        let address = absolute(site, &crumb.path)?;
        Some((crumb.title.clone(), Some(address)))
    });
    let steps: Option<Vec<_>> = above.chain([Some((title.to_owned(), None))]).collect();
    let steps = steps?.into_iter().enumerate();
    let steps = steps.map(|(index, (name, item))| Step {
        position: index + 1,
        name,
        item,
    });
    Some(Breadcrumbs {
        item_list_element: steps.collect(),
    })
}

/// JSON that ends no script and begins no comment, and that a script's reader takes on one line.
/// These characters stand in strings alone, where an escape means the same.
fn harmless(json: &str) -> String {
    let mut safe = String::with_capacity(json.len());
    for letter in json.chars() {
        match letter {
            '<' => safe.push_str("\\u003c"),
            '>' => safe.push_str("\\u003e"),
            '&' => safe.push_str("\\u0026"),
            '\u{2028}' => safe.push_str("\\u2028"),
            '\u{2029}' => safe.push_str("\\u2029"),
            _ => safe.push(letter),
        }
    }
    safe
}
