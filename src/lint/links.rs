//! Where the links of the texts lead, for `broken-link` and `broken-fragment`. No request is made: links
//! to other sites are left alone.

use std::collections::{HashMap, HashSet};

use crate::address::{decoded, folder, join};
use crate::brief::{Brief, Piece};
use crate::inputs::Inputs;
use crate::page::{Page, to_root};
use crate::plan::Plan;
use crate::report::{Code, Diagnostic, nearest};
use crate::site::Site;
use crate::text::Name;
use crate::theme;

/// Every address of a site.
pub(super) struct Addresses<'a> {
    site: &'a Site,
    /// The pages by their files below the site's root.
    pages: HashMap<String, &'a Page>,
    /// Files that are copied as they are, and those for other programs.
    files: HashSet<String>,
    /// For each Markdown file of a page the page's file.
    written: HashMap<&'a str, String>,
    /// Ids that templates give to parts of pages.
    ids: HashSet<&'a str>,
}

impl<'a> Addresses<'a> {
    pub(super) fn new(site: &'a Site, plan: &'a Plan, inputs: &'a Inputs) -> Self {
        let pages = plan.pages.iter().map(|page| (page.route(site), page));
        let statics = inputs.statics.iter().map(|file| file.path.clone());
        let theme = theme::STATICS.iter().map(|(path, _)| (*path).to_owned());
        let data = plan.files.iter().map(|file| file.route(site));
        let own = inputs.templates.iter();
        let own = own.map(|one| &*inputs.files.get(one.file).text);
        let templates = theme::TEMPLATES.iter().map(|(_, text)| *text).chain(own);
        let written = texts(site).map(|(page, text)| {
            let path = &inputs.files.get(text.document.file).path;
            (path.as_str(), page.route(site))
        });
        Self {
            pages: pages.collect(),
            files: statics.chain(theme).chain(data).collect(),
            written: written.collect(),
            ids: templates.flat_map(ids).collect(),
            site,
        }
    }

    /// What is wrong with the links of all texts.
    pub(super) fn faults(&self) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        let mut known: HashMap<String, HashSet<String>> = HashMap::new();
        for (page, text) in texts(self.site) {
            let route = page.route(self.site);
            let file = self.written.iter().find(|(_, other)| **other == route);
            let file = file.map_or("", |(file, _)| *file);
            for link in &text.links {
                found.extend(self.fault(link, &route, file, &mut known));
            }
        }
        found
    }

    fn fault(
        &self,
        link: &Name,
        route: &str,
        file: &str,
        known: &mut HashMap<String, HashSet<String>>,
    ) -> Option<Diagnostic> {
        let (path, fragment) = parts(&link.value)?;
        let Some(target) = self.target(&path, route) else {
            let message = format!("`{}` leads to no page or file of the site", link.value);
            let hint = self.meant(&path, route, file);
            let hint = hint.map(|meant| format!("did you mean `{}{meant}`?", to_root(route)));
            return Some(Diagnostic::new(Code::BrokenLink, link.span, message).hint(hint));
        };
        let text = match self.pages.get(&target)? {
            Page::Brief(id) => &self.site[*id].brief,
            Page::Plain(index) => self.site.pages.get(*index)?,
            Page::Home => self.site.home.as_ref()?,
            _ => return None,
        };
        if fragment.is_empty() || fragment == "top" || fragment.starts_with(":~:") {
            return None;
        }
        let own = known.entry(target).or_insert_with(|| ids_of(text));
        if own.contains(&fragment) || self.ids.contains(fragment.as_str()) {
            return None;
        }
        let message = format!(
            "`{}` leads to no place with the id `{fragment}`",
            link.value
        );
        let mut names: Vec<&str> = own.iter().map(String::as_str).collect();
        names.sort_unstable();
        let hint = match nearest(&fragment, names) {
            Some(name) => format!("did you mean `#{name}`?"),
            None => "a heading gets an id where you give it one: `## Heading {#id}`".to_owned(),
        };
        Some(Diagnostic::new(Code::BrokenFragment, link.span, message).hint(hint))
    }

    /// The file to which a path leads from a page.
    fn target(&self, path: &str, route: &str) -> Option<String> {
        if path.is_empty() {
            return Some(route.to_owned());
        }
        let rooted = path.strip_prefix('/').map(|rest| self.below_root(rest));
        let target = match rooted {
            Some(rest) => join("", rest)?,
            None => join(folder(route), path)?,
        };
        let index = join(&target, "index.html")?;
        let is_folder = target.is_empty() || path.ends_with(['/', '.']);
        let file = if is_folder { index } else { target };
        (self.pages.contains_key(&file) || self.files.contains(&file)).then_some(file)
    }

    /// A path from the host's root without the folder in which the site is published.
    fn below_root<'p>(&self, path: &'p str) -> &'p str {
        let base = self.site.settings.base_url.as_deref().unwrap_or_default();
        let below = base.splitn(4, '/').nth(3).unwrap_or_default();
        path.strip_prefix(below).unwrap_or(path)
    }

    /// The file that a broken path may mean: the page of a Markdown file, or the nearest address.
    fn meant(&self, path: &str, route: &str, file: &str) -> Option<String> {
        let from_file = join(folder(file), path);
        let from_content = join("content", path.trim_start_matches('/'));
        for written in [from_file, from_content].into_iter().flatten() {
            if let Some(route) = self.written.get(written.as_str()) {
                return Some(route.clone());
            }
        }
        let target =
            join(folder(route), path).or_else(|| join("", path.trim_start_matches(['.', '/'])))?;
        let stem = target
            .trim_end_matches(".md")
            .trim_end_matches(".html")
            .trim_end_matches('/');
        let index = format!("{stem}/index.html");
        let mut all: Vec<&str> = self.pages.keys().map(String::as_str).collect();
        all.extend(self.files.iter().map(String::as_str));
        all.sort_unstable();
        let exact = all.iter().find(|one| **one == index).copied();
        let found = exact.or_else(|| nearest(&index, all.iter().copied()));
        found.or_else(|| nearest(&target, all)).map(str::to_owned)
    }
}

/// The texts of a site, each with its page.
fn texts(site: &Site) -> impl Iterator<Item = (Page, &Brief)> {
    let briefs = site
        .brief_ids()
        .map(|id| (Page::Brief(id), &site[id].brief));
    let pages = site.pages.iter().enumerate();
    let pages = pages.map(|(index, page)| (Page::Plain(index), page));
    let home = site.home.iter().map(|home| (Page::Home, home));
    home.chain(briefs).chain(pages)
}

/// The path and the fragment of a link inside of the site, escapes read.
fn parts(link: &str) -> Option<(String, String)> {
    let scheme = link.split(['/', '?', '#']).next().unwrap_or_default();
    if scheme.contains(':') || link.starts_with("//") {
        return None;
    }
    let (path, fragment) = link.split_once('#').unwrap_or((link, ""));
    let path = path.split('?').next().unwrap_or_default();
    Some((decoded(path), decoded(fragment)))
}

/// The ids in a text's HTML, and those of its statements.
fn ids_of(text: &Brief) -> HashSet<String> {
    let html = text.body.iter().filter_map(|piece| match piece {
        Piece::Html(html) => Some(html.as_str()),
        _ => None,
    });
    let own = html.flat_map(ids).map(str::to_owned);
    let named = text
        .annotations
        .iter()
        .filter_map(|one| one.says.id.clone());
    let numbers = 1..=text.annotations.len();
    let marks = numbers.flat_map(|number| [format!("s{number}"), format!("ann-{number}")]);
    own.chain(named).chain(marks).collect()
}

/// The values of `id="…"` in HTML.
fn ids(html: &str) -> impl Iterator<Item = &str> {
    let found = html.split(" id=\"").skip(1);
    found.filter_map(|rest| rest.split('"').next())
}
