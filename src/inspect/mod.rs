//! A built site → what is wrong with it, as those meet it who read it: browsers, feed readers,
//! search engines, other programs. The content is not needed, and no request is made.
//!
//! Each text is read once and let go of; what other texts ask of it (its ids, where it leads) is
//! kept. The report shows the texts in which something is wrong, so these are read again.

mod across;
mod addresses;
mod data;
mod feeds;
mod file;
mod json;
mod linked_data;
mod markup;
mod page;
mod references;
mod sitemap;
mod style;
mod words;
mod xml;

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::built::Built;
use crate::date::{Date, Precision};
use crate::discover::{DiscoverError, built_text};
use crate::report::{Code, Report};
use crate::text::{FileId, Files, SourceFile, Span};
use addresses::Addresses;
use data::Quotation;
use file::{File, PartOf};
use page::Page;

/// What is kept of a text.
#[derive(Default)]
struct Kept {
    /// Of a page, and of a drawing.
    page: Option<Page>,
    /// Parts of files that are named in it.
    parts: Vec<PartOf>,
    /// The files that a sitemap lists.
    listed: Option<Vec<(usize, Span)>>,
    /// The quotations that annotations mark.
    quotations: Vec<Quotation>,
}

/// Looks at every text of a built site: the report, and the texts that it shows. `base_url` is the
/// site's public address; without one it is taken from the canonical link of the home page.
pub fn inspect(built: &Built, base_url: Option<&str>) -> Result<(Report, Files), DiscoverError> {
    let shown = |path: &String| format!("{}{path}", built.prefix);
    let empty = |path: &String| SourceFile::exactly(shown(path), "".into());
    let mut files = Files::default();
    let ids: Vec<FileId> = built
        .paths
        .iter()
        .map(|path| files.add(empty(path)))
        .collect();
    let base = match base_url {
        Some(base) => Some(base.to_owned()),
        None => across::base(built, &ids)?,
    };
    let addresses = Addresses::new(&built.paths, base.as_deref());
    let read: Vec<(Kept, Report)> = (0..ids.len())
        .into_par_iter()
        .map(|index| one(built, index, ids[index], &addresses))
        .collect::<Result<_, _>>()?;
    let mut report = Report::default();
    let kept = report.gather(read);
    report.extend(across::inspect(&kept, &ids, &addresses));
    report.extend(words::inspect(built, &kept, &ids)?);
    report.sort();
    let files = with_texts(built, &ids, &report)?;
    Ok((report, files))
}

/// Looks at one text. What is neither text nor data has nothing to look at.
fn one(
    built: &Built,
    index: usize,
    id: FileId,
    addresses: &Addresses,
) -> Result<(Kept, Report), DiscoverError> {
    let path = built.paths[index].as_str();
    let ending = ending(path);
    let is_read = matches!(
        ending.as_str(),
        "html" | "htm" | "svg" | "css" | "json" | "jsonld" | "webmanifest" | "xml" | "atom"
    );
    let mut kept = Kept::default();
    if !is_read && path != "robots.txt" {
        return Ok((kept, Report::default()));
    }
    let (source, fault) = built_text(built, path, id)?;
    let mut file = File {
        id,
        index,
        path,
        text: &source.text,
        addresses,
        report: Report::default(),
        parts: Vec::new(),
    };
    if let Some(fault) = fault {
        file.report.add(fault);
        return Ok((kept, file.report));
    }
    match ending.as_str() {
        "html" | "htm" => kept.page = Some(page::inspect(&mut file, true)),
        "svg" => kept.page = Some(page::inspect(&mut file, false)),
        "css" => style::inspect(&mut file, &source.text, 0),
        "xml" | "atom" => kept.listed = xml(&mut file),
        "txt" => sitemap::robots(&mut file),
        _ => kept.quotations = data::inspect(&mut file),
    }
    kept.parts = file.parts;
    Ok((kept, file.report))
}

/// How a file's name ends, in small letters.
fn ending(path: &str) -> String {
    let ending = path.rsplit('.').next().unwrap_or_default();
    ending.to_ascii_lowercase()
}

/// Looks at an XML file: its root element says what it is.
fn xml(file: &mut File) -> Option<Vec<(usize, Span)>> {
    let is_sitemap = file
        .path
        .rsplit('/')
        .next()
        .is_some_and(|name| name.starts_with("sitemap"));
    match xml::read(file.text) {
        Ok(root) if root.name == "feed" && root.namespace == feeds::ATOM => {
            feeds::atom(file, &root);
            None
        }
        Ok(root) if is_sitemap || root.namespace == sitemap::NAMESPACE => {
            Some(sitemap::inspect(file, &root))
        }
        Ok(root) if root.name == "feed" => {
            let hint = format!("write xmlns=\"{}\"", feeds::ATOM);
            file.tell_how(
                Code::InvalidFeed,
                &root.place,
                "the feed is in another namespace",
                hint,
            );
            None
        }
        Ok(_) => None,
        Err((place, fault)) => {
            let code = if is_sitemap {
                Code::InvalidSitemap
            } else {
                Code::InvalidFeed
            };
            file.tell(code, &place, format!("the XML is not well-formed: {fault}"));
            None
        }
    }
}

/// The texts that a report shows. The others stay empty: ids count the files in order.
fn with_texts(built: &Built, ids: &[FileId], report: &Report) -> Result<Files, DiscoverError> {
    let spans = report.iter().flat_map(|one| {
        let related = one.related.iter().map(|(span, _)| *span);
        one.span.into_iter().chain(related)
    });
    let shown: BTreeSet<FileId> = spans.map(|span| span.file).collect();
    let mut files = Files::default();
    for (path, id) in built.paths.iter().zip(ids) {
        files.add(if shown.contains(id) {
            built_text(built, path, *id)?.0
        } else {
            SourceFile::exactly(path.clone(), "".into())
        });
    }
    Ok(files)
}

/// Whether a text is an instant as RFC 3339 has it: with seconds and a zone.
fn is_moment(written: &str) -> bool {
    let is_instant = Date::parse(written).is_ok_and(|date| date.precision() == Precision::Instant);
    let seconds = written.split_once('T').map_or("", |(_, time)| time);
    let has_seconds = seconds.len() > 6 && seconds.as_bytes().get(5) == Some(&b':');
    is_instant && has_seconds && sitemap::has_zone(written)
}

#[cfg(test)]
mod tests {
    use super::is_moment;

    #[test]
    fn an_instant_has_seconds_and_a_zone() {
        for right in ["2022-09-07T09:00:00Z", "2022-09-07T09:00:00.25+02:00"] {
            assert!(is_moment(right), "{right}");
        }
        for wrong in [
            "2022-09-07",
            "2022-09-07T09:00Z",
            "2022-09-07T09:00:00",
            "2022-09-07 09:00:00Z",
            "2022-13-07T09:00:00Z",
        ] {
            assert!(!is_moment(wrong), "{wrong}");
        }
    }
}
