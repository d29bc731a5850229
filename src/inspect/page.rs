//! What a page holds: addresses, ids, scripts, blocks of data.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use super::addresses::Target;
use super::file::{File, Use};
use super::markup::{Attribute, Piece, Tag, read};
use super::references::{ids, references, refresh};
use super::{linked_data, style};
use crate::report::{Code, Diagnostic, nearest};
use crate::text::Span;

/// What other pages and the site as a whole need to know of a page.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// Its ids, sorted.
    pub(super) ids: Vec<String>,
    /// The files to which a reader can go from here.
    pub(super) leads_to: BTreeSet<usize>,
    /// What it calls its own address.
    pub(super) canonical: Option<(String, Target, Span)>,
    /// The same in other languages: language, where it leads, the place.
    pub(super) languages: Vec<(String, Target, Span)>,
    /// The language that it says it is in, in small letters.
    pub(super) lang: String,
    /// Whether search engines are asked to leave it out.
    pub(super) is_unlisted: bool,
    /// Whether it is a drawing and no page.
    pub(super) is_drawing: bool,
    /// Whether it leads on to another page by itself.
    pub(super) leads_on: bool,
}

/// A page that is being read.
struct Reader<'f, 'a> {
    file: &'f mut File<'a>,
    page: Page,
    /// From where relative addresses are followed.
    from: String,
    /// The ids so far, each with its place.
    ids: HashMap<String, Range<usize>>,
    /// Ids that are referred to: attribute, id, place.
    wanted: Vec<(String, String, Range<usize>)>,
    /// The element whose words come next, where they are no words of the page.
    within: Within,
    /// How many drawings are open: their titles are not the page's.
    drawings: usize,
    has: Has,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Within {
    Words,
    Title,
    Script,
    LinkedData,
    OtherData,
    Style,
}

/// What a page needs and has.
#[derive(Default)]
struct Has {
    title: bool,
    heading: bool,
}

/// Looks at a page; of a drawing that is a file of its own only at addresses and ids.
pub(super) fn inspect(file: &mut File, is_page: bool) -> Page {
    let (text, path) = (file.text, file.path);
    let mut reader = Reader {
        file,
        page: Page {
            is_drawing: !is_page,
            ..Page::default()
        },
        from: path.to_owned(),
        ids: HashMap::new(),
        wanted: Vec::new(),
        within: Within::Words,
        drawings: 0,
        has: Has::default(),
    };
    read(text, &mut |piece| match piece {
        Piece::Start(tag) => {
            reader.tag(tag);
            if is_page {
                reader.policy(tag);
            }
        }
        Piece::End(name) => {
            if name == "svg" {
                reader.drawings = reader.drawings.saturating_sub(1);
            }
            reader.within = Within::Words;
        }
        Piece::Text(text, place) => reader.text(text, &place, is_page),
    });
    reader.references();
    if is_page && !reader.page.leads_on {
        reader.completeness();
    }
    reader.finish()
}

impl Reader<'_, '_> {
    fn tag(&mut self, tag: &Tag) {
        self.within = within(tag, self.drawings > 0);
        match tag.name.as_str() {
            "svg" => self.drawings += 1,
            "h1" => self.has.heading = true,
            "html" => {
                let lang = tag.value("lang").unwrap_or_default();
                self.page.lang = lang.trim().to_ascii_lowercase();
            }
            "base" => self.base(tag),
            "meta" => self.meta(tag),
            _ => {}
        }
        self.own_ids(tag);
        for reference in references(tag) {
            let place = &reference.place;
            let target = self
                .file
                .follow(&reference.address, reference.what, place, &self.from);
            if tag.name == "link" {
                self.relation(tag, &reference.address, &target, place);
            }
            if let Target::File(index, _) = target
                && (reference.what == Use::Link || tag.name == "iframe")
            {
                self.page.leads_to.insert(index);
            }
        }
        self.wanted.extend(ids(tag));
    }

    /// What a `base` element says of the page's relative addresses.
    fn base(&mut self, tag: &Tag) {
        if let Some(href) = tag.value("href") {
            match self.file.addresses.target(href, &self.from) {
                Target::File(index, _) => self.from.clone_from(&self.file.addresses.paths[index]),
                Target::Missing(path) => self.from = path,
                _ => {}
            }
        }
    }

    fn meta(&mut self, tag: &Tag) {
        let is_robots = tag
            .value("name")
            .is_some_and(|name| name.eq_ignore_ascii_case("robots"));
        let content = tag
            .value("content")
            .unwrap_or_default()
            .to_ascii_lowercase();
        self.page.is_unlisted |=
            is_robots && (content.contains("noindex") || content.contains("none"));
        self.page.leads_on |= refresh(tag).is_some();
    }

    /// What a `link` element says of the page's own address and of the same in other languages.
    fn relation(&mut self, tag: &Tag, address: &str, target: &Target, place: &Range<usize>) {
        let kinds = tag.value("rel").unwrap_or_default().to_ascii_lowercase();
        let kinds: Vec<&str> = kinds.split_whitespace().collect();
        let span = self.file.span(place);
        if kinds.contains(&"canonical") {
            if self.page.canonical.is_some() {
                let message = "the page has a second canonical link";
                self.file.tell(Code::WrongCanonical, place, message);
            } else {
                self.page.canonical = Some((address.to_owned(), target.clone(), span));
            }
        }
        if kinds.contains(&"alternate")
            && let Some(lang) = tag.value("hreflang")
        {
            self.page
                .languages
                .push((lang.to_ascii_lowercase(), target.clone(), span));
        }
    }

    fn own_ids(&mut self, tag: &Tag) {
        let names = if tag.name == "a" || tag.name == "map" {
            tag.attribute("name")
        } else {
            None
        };
        let id = tag.attribute("id");
        for Attribute { name, value, place } in id.into_iter().chain(names) {
            if name == "id" && (value.is_empty() || value.contains(char::is_whitespace)) {
                let message = "an id has letters, and no white space";
                self.file.tell(Code::DuplicateId, place, message);
                continue;
            }
            match self.ids.get(value) {
                Some(first) if name == "id" => {
                    let message = format!("the id `{value}` stands twice in the page");
                    let first = self.file.span(first);
                    let mut fault =
                        Diagnostic::new(Code::DuplicateId, self.file.span(place), message);
                    fault = fault.related(first, "first here");
                    self.file.report.add(fault);
                }
                Some(_) => {}
                None => {
                    self.ids.insert(value.clone(), place.clone());
                }
            }
        }
    }

    /// What `default-src 'self'` forbids in a tag.
    fn policy(&mut self, tag: &Tag) {
        for Attribute { name, place, .. } in &tag.attributes {
            let kind = match name.as_str() {
                "style" => "an inline style",
                // The shortest of them is `oncut`.
                name if name.starts_with("on") && name.len() > 4 => "an inline event handler",
                _ => continue,
            };
            self.forbid(kind, name, place);
        }
    }

    fn forbid(&mut self, kind: &str, name: &str, place: &Range<usize>) {
        let message =
            format!("`{name}` holds {kind}, which the policy `default-src 'self'` forbids");
        let hint = match kind {
            "an inline style" => "write a class, and its rules in a style sheet below `static/`",
            _ => "move it to a file below `static/`",
        };
        self.file
            .tell_how(Code::PolicyViolation, place, message, hint);
    }

    fn text(&mut self, text: &str, place: &Range<usize>, is_page: bool) {
        let is_blank = text.trim().is_empty();
        let is_forbidden = is_page && !is_blank;
        match self.within {
            Within::Title => self.has.title |= !is_blank,
            Within::LinkedData => linked_data::inspect(self.file, text, place.start, &self.from),
            Within::Script if is_forbidden => self.forbid("an inline script", "script", place),
            Within::Style if is_forbidden => self.forbid("an inline style", "style", place),
            Within::Script | Within::Style | Within::Words | Within::OtherData => {}
        }
        if self.within == Within::Style {
            style::inspect(self.file, text, place.start);
        }
    }

    /// Looks for the ids that are referred to, and for those of links inside of the page.
    fn references(&mut self) {
        let mut known: Vec<&str> = self.ids.keys().map(String::as_str).collect();
        known.sort_unstable();
        let mean =
            |id: &str| nearest(id, known.iter().copied()).map(|id| format!("did you mean `{id}`?"));
        let mut found = Vec::new();
        for (attribute, id, place) in &self.wanted {
            if !self.ids.contains_key(id) {
                let message =
                    format!("`{attribute}` names the id `{id}`, which the page does not have");
                let span = self.file.span(place);
                found.push(Diagnostic::new(Code::BrokenIdReference, span, message).hint(mean(id)));
            }
        }
        for fault in found {
            self.file.report.add(fault);
        }
    }

    fn completeness(&mut self) {
        let start = 0..self.file.text.find('>').map_or(0, |end| end + 1);
        let code = Code::IncompletePage;
        if !self.has.title {
            self.file.tell(code, &start, "the page has no title");
        }
        if self.page.lang.is_empty() {
            let hint = "write `<html lang=\"en\">`: screen readers choose their voice by it";
            self.file
                .tell_how(code, &start, "the page does not say its language", hint);
        }
        if !self.has.heading {
            self.file
                .warn(code, &start, "the page has no heading of the first level");
        }
    }

    fn finish(self) -> Page {
        let mut page = self.page;
        page.ids = self.ids.into_keys().collect();
        page.ids.sort_unstable();
        page
    }
}

/// What the words are that follow a tag.
fn within(tag: &Tag, is_drawing: bool) -> Within {
    let kind = tag
        .value("type")
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    match tag.name.as_str() {
        "title" if !is_drawing => Within::Title,
        "style" => Within::Style,
        "script" => match kind.as_str() {
            "application/ld+json" => Within::LinkedData,
            "" | "module" | "importmap" | "speculationrules" => Within::Script,
            kind if kind.contains("javascript") || kind.contains("ecmascript") => Within::Script,
            _ => Within::OtherData,
        },
        _ => Within::Words,
    }
}
