//! What no page knows by itself: where its links end, who links to it, what lists it.

use std::collections::HashSet;

use super::addresses::{Addresses, Target};
use super::file::PartOf;
use super::markup::{Piece, read};
use super::page::Page;
use super::{Kept, ending};
use crate::address::decoded;
use crate::built::Built;
use crate::discover::{DiscoverError, built_text};
use crate::page::public_path;
use crate::report::{Code, Diagnostic, Report, Severity, nearest};
use crate::text::{FileId, Span};

/// How many pages are asked for the site's address.
const ASKED: usize = 10;

/// The page that a host shows where there is none.
const NOT_FOUND: &str = "404.html";

/// The public address of a site, as the canonical link of a page tells it: of the home page first.
pub(super) fn base(built: &Built, ids: &[FileId]) -> Result<Option<String>, DiscoverError> {
    let pages = built.paths.iter().enumerate();
    let mut pages: Vec<_> = pages.filter(|(_, path)| ending(path) == "html").collect();
    pages.sort_by_key(|(_, path)| *path != "index.html");
    for (index, path) in pages.into_iter().take(ASKED) {
        let (source, _) = built_text(built, path, ids[index])?;
        let mut canonical = None;
        read(&source.text, &mut |piece| {
            if let Piece::Start(tag) = piece
                && tag.value("rel") == Some("canonical")
            {
                canonical = tag.value("href").map(str::to_owned);
            }
        });
        let base = canonical
            .as_deref()
            .and_then(|address| address.strip_suffix(public_path(path)));
        if let Some(base) = base.filter(|base| base.starts_with("http") && base.ends_with('/')) {
            return Ok(Some(base.to_owned()));
        }
    }
    Ok(None)
}

/// Looks at the site as a whole.
pub(super) fn inspect(kept: &[Kept], ids: &[FileId], addresses: &Addresses) -> Report {
    let mut site = Site {
        kept,
        ids,
        addresses,
        report: Report::default(),
    };
    site.parts();
    site.canonical();
    site.languages();
    site.sitemap();
    site.orphans();
    site.report
}

struct Site<'a> {
    kept: &'a [Kept],
    ids: &'a [FileId],
    addresses: &'a Addresses<'a>,
    report: Report,
}

impl<'a> Site<'a> {
    /// The pages of HTML, with their places in the list of paths.
    fn pages(&self) -> impl Iterator<Item = (usize, &'a str, &'a Page)> + use<'a> {
        let (kept, paths) = (self.kept, self.addresses.paths);
        let pages = kept.iter().zip(paths).enumerate();
        pages.filter_map(|(index, (kept, path))| {
            let page = kept.page.as_ref().filter(|page| !page.is_drawing)?;
            Some((index, path.as_str(), page))
        })
    }

    /// Those that readers are meant to find.
    fn listed(&self) -> impl Iterator<Item = (usize, &'a str, &'a Page)> + use<'a> {
        let is_meant = |page: &Page| !page.is_unlisted && !page.leads_on;
        self.pages()
            .filter(move |(_, path, page)| *path != NOT_FOUND && is_meant(page))
    }

    fn tell(
        &mut self,
        code: Code,
        severity: Severity,
        span: Span,
        message: String,
        hint: Option<String>,
    ) {
        let mut fault = Diagnostic::new(code, span, message).hint(hint);
        fault.severity = severity;
        self.report.add(fault);
    }

    /// The beginning of a file.
    fn start(&self, index: usize) -> Span {
        Span::new(self.ids[index], 0, 0)
    }

    /// Links to parts of pages: the part is an id there, as written or with its escapes read.
    fn parts(&mut self) {
        for kept in self.kept {
            for PartOf { file, part, span } in &kept.parts {
                let Some(page) = self.kept[*file].page.as_ref() else {
                    continue;
                };
                let id = decoded(part);
                let has = |id: &String| page.ids.binary_search(id).is_ok();
                if has(&id) || has(part) || id.eq_ignore_ascii_case("top") {
                    continue;
                }
                let path = &self.addresses.paths[*file];
                let message = format!("`#{id}` names no id of `{path}`");
                let near = nearest(&id, page.ids.iter().map(String::as_str));
                let hint = near.map(|near| format!("did you mean `#{near}`?"));
                self.tell(Code::BrokenFragment, Severity::Error, *span, message, hint);
            }
        }
    }

    /// A page calls itself by its own address.
    fn canonical(&mut self) {
        let code = Code::WrongCanonical;
        for (index, path, page) in self.listed().collect::<Vec<_>>() {
            let public = self.addresses.public(path);
            match (&page.canonical, public) {
                (Some((address, target, span)), public) => {
                    let is_own = *target == Target::File(index, String::new());
                    if !address.starts_with("http") {
                        let message =
                            format!("the canonical link `{address}` is no absolute address");
                        self.tell(code, Severity::Error, *span, message, None);
                    } else if !is_own || public.as_ref().is_some_and(|public| public != address) {
                        let message =
                            format!("the canonical link `{address}` is not the page’s own address");
                        let hint = public.map(|public| format!("it is `{public}`"));
                        self.tell(code, Severity::Error, *span, message, hint);
                    }
                }
                (None, Some(public)) => {
                    let message = "the page has no canonical link".to_owned();
                    let hint = format!("write `<link rel=\"canonical\" href=\"{public}\">`");
                    self.tell(
                        code,
                        Severity::Warning,
                        self.start(index),
                        message,
                        Some(hint),
                    );
                }
                (None, None) => {}
            }
        }
    }

    /// Pages that are the same in two languages name each other.
    fn languages(&mut self) {
        for (index, path, page) in self.pages().collect::<Vec<_>>() {
            for (lang, target, span) in &page.languages {
                let Target::File(other, _) = target else {
                    continue;
                };
                let Some(translation) = self.kept[*other].page.as_ref() else {
                    continue;
                };
                let leads_back = |(_, target, _): &(String, Target, Span)| matches!(target, Target::File(back, _) if *back == index);
                if *other != index && !translation.languages.iter().any(leads_back) {
                    let message = format!(
                        "`{}` is named as the same in `{lang}` and does not name `{path}`",
                        self.addresses.paths[*other]
                    );
                    self.tell(
                        Code::OneSidedTranslation,
                        Severity::Error,
                        *span,
                        message,
                        None,
                    );
                }
                if lang != "x-default" && *lang != translation.lang {
                    let path = &self.addresses.paths[*other];
                    let message = format!(
                        "`{path}` is named as `{lang}` and is `{}`",
                        translation.lang
                    );
                    self.tell(
                        Code::OneSidedTranslation,
                        Severity::Error,
                        *span,
                        message,
                        None,
                    );
                }
            }
        }
    }

    /// Where there is a sitemap it lists every page that is to be found, and no other.
    fn sitemap(&mut self) {
        let sitemaps: Vec<_> = self
            .kept
            .iter()
            .filter_map(|kept| kept.listed.as_ref())
            .collect();
        if sitemaps.is_empty() {
            return;
        }
        let listed: HashSet<usize> = sitemaps
            .iter()
            .flat_map(|one| one.iter().map(|(index, _)| *index))
            .collect();
        for (index, _, page) in self.listed().collect::<Vec<_>>() {
            if !listed.contains(&index) {
                let span = page
                    .canonical
                    .as_ref()
                    .map_or(self.start(index), |(_, _, span)| *span);
                let message = "no sitemap lists the page".to_owned();
                let hint = Some("a page that is not to be found says `noindex`".to_owned());
                self.tell(Code::InvalidSitemap, Severity::Warning, span, message, hint);
            }
        }
        for (index, span) in sitemaps.into_iter().flatten() {
            let Some(page) = self.kept[*index].page.as_ref() else {
                continue;
            };
            if page.is_unlisted || page.leads_on {
                let path = &self.addresses.paths[*index];
                let message =
                    format!("`{path}` is listed, and asks not to be or leads on to another page");
                self.tell(Code::InvalidSitemap, Severity::Error, *span, message, None);
            }
        }
    }

    /// Pages that nobody finds: no other page links to them.
    fn orphans(&mut self) {
        let mut found: HashSet<usize> = HashSet::new();
        for (index, _, page) in self.pages().filter(|(_, _, page)| !page.leads_on) {
            found.extend(page.leads_to.iter().filter(|target| **target != index));
        }
        for (index, path, _) in self.listed().collect::<Vec<_>>() {
            if path != "index.html" && !found.contains(&index) {
                let message = "no other page links to this one".to_owned();
                self.tell(
                    Code::OrphanPage,
                    Severity::Warning,
                    self.start(index),
                    message,
                    None,
                );
            }
        }
    }
}
