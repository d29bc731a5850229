//! The annotations of briefs as web annotations, and quotations from sources as further ones.

mod passage;
mod statement;

use std::collections::BTreeSet;

use crate::page::{ANNOTATIONS_A_PAGE, DataFile, absolute, to_root};
use crate::site::{BriefId, ClaimId, Site, Statement};
use crate::web_annotation::{
    AnnotationCollection, AnnotationPage, CONTEXT, First, PartOf, WebAnnotation,
};
use statement::{of_quotation, of_statements};

/// The annotations of a brief, all on one page.
pub(super) fn of_brief(site: &Site, id: BriefId) -> AnnotationCollection {
    let file = DataFile::Annotations(id).route(site);
    let address = iri(site, &file, &file);
    let label = &site[id].brief.document.front.title;
    collection(site, &[id], address, label, &file)
}

/// The annotations of some briefs, or of all, on one page.
pub(super) fn of_briefs(site: &Site, briefs: Option<&[BriefId]>) -> AnnotationCollection {
    let file = DataFile::AllAnnotations.route(site);
    let address = iri(site, &file, &file);
    let label = &site.settings.title;
    match briefs {
        None => {
            let all: Vec<BriefId> = site.brief_ids().collect();
            collection(site, &all, address, label, &file)
        }
        Some([id]) => of_brief(site, *id),
        Some(some) => {
            let slugs = some.iter().map(|id| site[*id].brief.document.slug.as_str());
            let part = slugs.collect::<Vec<_>>().join(",");
            collection(site, some, format!("{address}#{part}"), label, &file)
        }
    }
}

/// What some briefs tell of, on one page.
fn collection(
    site: &Site,
    briefs: &[BriefId],
    address: String,
    label: &str,
    file: &str,
) -> AnnotationCollection {
    let all = briefs.iter().flat_map(|id| statements(site, *id));
    let claims: BTreeSet<ClaimId> = all.map(|one| one.claim).collect();
    let own = briefs
        .iter()
        .flat_map(|id| of_statements(site, *id, 0..usize::MAX, file));
    let mut items: Vec<WebAnnotation> = own.collect();
    let quotations = claims
        .into_iter()
        .flat_map(|id| site.quoted(id).map(move |one| (id, one)));
    items.extend(quotations.map(|(id, one)| of_quotation(site, id, one, file)));
    let sign = if address.contains('#') { "/" } else { "#" };
    let page = format!("{address}{sign}page");
    AnnotationCollection {
        context: CONTEXT.to_owned(),
        id: address.clone(),
        label: label.to_owned(),
        total: items.len(),
        last: (!items.is_empty()).then(|| page.clone()),
        first: (!items.is_empty()).then_some(First::Page(AnnotationPage {
            context: None,
            id: page,
            part_of: PartOf {
                id: address,
                label: label.to_owned(),
                total: items.len(),
            },
            start_index: 0,
            prev: None,
            next: None,
            items,
        })),
    }
}

/// The annotations of the whole site, by their pages.
pub(super) fn of_site(site: &Site) -> AnnotationCollection {
    let file = DataFile::AllAnnotations.route(site);
    let total = site.annotation_count();
    let page = |number: usize| iri(site, &file, &DataFile::AnnotationPage(number).route(site));
    let last = total.div_ceil(ANNOTATIONS_A_PAGE);
    AnnotationCollection {
        context: CONTEXT.to_owned(),
        id: iri(site, &file, &file),
        label: site.settings.title.clone(),
        total,
        first: (last > 0).then(|| First::Address(page(1))),
        last: (last > 0).then(|| page(last)),
    }
}

/// One page of the annotations of the whole site: the statements of the newest brief first, at last
/// the quotations.
pub(super) fn page(site: &Site, number: usize) -> AnnotationPage {
    let file = DataFile::AnnotationPage(number).route(site);
    let address = |number: usize| iri(site, &file, &DataFile::AnnotationPage(number).route(site));
    let total = site.annotation_count();
    let start = (number - 1) * ANNOTATIONS_A_PAGE;
    let end = (start + ANNOTATIONS_A_PAGE).min(total);
    let mut items = Vec::with_capacity(end - start);
    let mut at = 0;
    for id in site.brief_ids() {
        let count = site[id].statements.len();
        let wanted = start.max(at)..end.min(at + count);
        if !wanted.is_empty() {
            items.extend(of_statements(
                site,
                id,
                wanted.start - at..wanted.end - at,
                &file,
            ));
        }
        at += count;
    }
    if end > at {
        let claims = site.claim_ids();
        let quotations = claims.flat_map(|claim| site.quoted(claim).map(move |one| (claim, one)));
        let wanted = quotations
            .skip(start.saturating_sub(at))
            .take(end - at.max(start));
        items.extend(wanted.map(|(claim, one)| of_quotation(site, claim, one, &file)));
    }
    AnnotationPage {
        context: Some(CONTEXT.to_owned()),
        id: address(number),
        part_of: PartOf {
            id: iri(site, &file, &DataFile::AllAnnotations.route(site)),
            label: site.settings.title.clone(),
            total,
        },
        start_index: start,
        prev: (number > 1).then(|| address(number - 1)),
        next: (end < total).then(|| address(number + 1)),
        items,
    }
}

fn statements(site: &Site, id: BriefId) -> impl Iterator<Item = &Statement> {
    site[id].statements.iter().map(|one| &site[*one])
}

/// How the file `from` names the file `to`: by its address, or on a site without one by the way that
/// leads there, which JSON-LD reads from wherever the file lies.
fn iri(site: &Site, from: &str, to: &str) -> String {
    absolute(site, to).unwrap_or_else(|| to_root(from) + to)
}
