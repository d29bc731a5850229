//! Old addresses, and addresses that two things would have.

use std::collections::HashMap;

use crate::page::{DataFile, Page};
use crate::report::{Code, Diagnostic, Report};
use crate::site::Site;
use crate::text::Span;

/// The pages at old addresses, which lead to the new ones.
pub(super) fn moved(site: &Site) -> Vec<Page> {
    let plain = (0..site.pages.len()).map(Page::Plain);
    let texts = std::iter::once(Page::Home)
        .chain(site.brief_ids().map(Page::Brief))
        .chain(plain);
    let old = texts.flat_map(|page| {
        let count = page.document(site).map_or(0, |one| one.front.aliases.len());
        (0..count).map(move |index| Page::Moved(Box::new(page.clone()), index))
    });
    old.collect()
}

/// Tells pages with one address, and old addresses below what is a file.
pub(super) fn tell_shared(site: &Site, pages: &[Page], files: &[DataFile]) -> Report {
    let mut report = Report::default();
    let mut first: HashMap<String, &Page> = HashMap::new();
    for page in pages {
        let route = page.route(site).to_lowercase();
        if let Some(before) = first.insert(route.clone(), page) {
            let message = format!("two pages have the address `{route}`");
            report.add(fault(site, page, before, message));
        }
    }
    let data: HashMap<String, &DataFile> =
        files.iter().map(|file| (file.route(site), file)).collect();
    for page in pages.iter().filter(|page| matches!(page, Page::Moved(..))) {
        let route = page.route(site).to_lowercase();
        for (slash, _) in route.match_indices('/') {
            let above = &route[..slash];
            let message = format!("the address `{route}` lies below the file `{above}`");
            if let Some(before) = first.get(above) {
                report.add(fault(site, page, before, message));
            } else if data.contains_key(above) {
                report.add(located(site, page, message));
            }
        }
    }
    report
}

/// A fault of the later of two pages.
fn fault(site: &Site, page: &Page, before: &Page, message: String) -> Diagnostic {
    let fault = located(site, page, message);
    match place(site, before) {
        Some(span) => fault.related(span, "the other one"),
        None => fault,
    }
}

fn located(site: &Site, page: &Page, message: String) -> Diagnostic {
    let fault = match place(site, page) {
        Some(span) => Diagnostic::new(Code::DuplicateAddress, span, message),
        None => Diagnostic::of_site(Code::DuplicateAddress, message),
    };
    match page {
        Page::Moved(..) => {
            fault.hint("an alias is an address at which nothing stands any more".to_owned())
        }
        _ => fault,
    }
}

/// Where the author could give a page another address.
fn place(site: &Site, page: &Page) -> Option<Span> {
    match page {
        Page::Brief(_) | Page::Plain(_) => Some(page.document(site)?.slug_span),
        Page::Moved(page, index) => Some(page.alias(site, *index)?.span),
        Page::Claim(id) => Some(site[*id].span),
        Page::Speaker(id) => Some(site[*id].entry.key.span),
        Page::Source(id) => Some(site[*id].entry.key.span),
        _ => None,
    }
}
