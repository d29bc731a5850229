//! Sites compiled and rendered through the library: in memory (paths and texts), or a folder on disk.

use std::collections::BTreeMap;
use std::path::Path;

use ascribe::compile::{Compiled, Options, compile};
use ascribe::date::Date;
use ascribe::discover::discover;
use ascribe::inputs::{Inputs, Shelf, Template};
use ascribe::output::{Content, Output};
use ascribe::render::render;
use ascribe::report::Report;
use ascribe::resolve::Publication;
use ascribe::text::SourceFile;
use rayon::prelude::*;

/// Texts by path.
#[derive(Clone, Debug, Default)]
pub(crate) struct Folder(pub(crate) BTreeMap<String, String>);

/// What became of a folder.
pub(crate) struct Done {
    pub(crate) inputs: Inputs,
    pub(crate) compiled: Compiled,
}

impl Folder {
    /// The folder with one more file.
    pub(crate) fn with(mut self, path: &str, text: &str) -> Self {
        self.0.insert(path.to_owned(), text.to_owned());
        self
    }

    /// A folder with one brief: a title, and this text.
    pub(crate) fn brief(text: &str) -> Self {
        Self::default().with(
            "content/briefs/example.md",
            &format!("---\ntitle: Example\n---\n{text}"),
        )
    }

    /// The same files as `discover` would find them, in its order.
    pub(crate) fn inputs(&self) -> Inputs {
        let mut inputs = Inputs::default();
        let part = |path: &str| match path {
            "ascribe.yaml" => 0,
            "content/speakers.yaml" => 1,
            "content/sources.yaml" => 2,
            "content/claims.yaml" => 4,
            "content/index.md" => 5,
            path if path.ends_with(".bib") => 3,
            path if path.starts_with("content/briefs/") => 6,
            path if path.starts_with("content/pages/") => 7,
            path if path.starts_with("templates/") => 8,
            path if path.starts_with("archive/") || path.starts_with("content/archive/") => 9,
            path => panic!("a site has no place for {path}"),
        };
        let mut files: Vec<_> = self.0.iter().collect();
        files.sort_by_key(|(path, _)| (part(path), *path));
        let mut copies = BTreeMap::new();
        for (path, text) in files {
            if part(path) == 9 {
                copies.insert(path.clone(), text.clone().into_bytes());
                continue;
            }
            let id = inputs.files.add(SourceFile::new(path.clone(), text));
            match part(path) {
                0 => inputs.settings = Some(id),
                1 => inputs.speakers = Some(id),
                2 => inputs.sources = Some(id),
                3 => inputs.bibliographies.push(id),
                4 => inputs.claims = Some(id),
                5 => inputs.home = Some(id),
                6 => inputs.briefs.push(id),
                7 => inputs.pages.push(id),
                _ if path.starts_with("templates/messages/") => inputs.messages.push(id),
                _ => inputs.templates.push(Template {
                    name: path["templates/".len()..].to_owned(),
                    file: id,
                }),
            }
        }
        inputs.shelf = Shelf::Memory(copies);
        inputs
    }

    /// Everything but rendering, as of the first day of 2024.
    pub(crate) fn compile(&self) -> Done {
        self.compiled(false)
    }

    /// The same with drafts and briefs in review.
    pub(crate) fn compile_with_drafts(&self) -> Done {
        self.compiled(true)
    }

    fn compiled(&self, drafts: bool) -> Done {
        let inputs = self.inputs();
        let mut options = as_of(date("2024-01-01"));
        options.publication.drafts = drafts;
        let compiled = compile(&inputs, Report::default(), &options);
        Done { inputs, compiled }
    }
}

pub(crate) fn date(text: &str) -> Date {
    Date::parse(text).expect("a date")
}

/// The options of a site without an address, as of a day.
pub(crate) fn as_of(today: Date) -> Options {
    Options {
        publication: Publication {
            drafts: false,
            today,
        },
        base_url: None,
    }
}

/// Everything but rendering of a folder on disk.
pub(crate) fn compile_at(root: &Path, options: &Options) -> Done {
    let (inputs, found) = discover(root).expect("the site can be read");
    let compiled = compile(&inputs, found, options);
    Done { inputs, compiled }
}

/// The site in this repository or in another folder, as of a day on which all of it is out.
pub(crate) fn all_of(root: &Path) -> Done {
    compile_at(root, &as_of(date("2030-01-01")))
}

impl Done {
    /// The pages by their path; the faults of templates join the report.
    pub(crate) fn render(&mut self) -> BTreeMap<String, String> {
        let pages = render(&self.compiled.site, &self.compiled.plan, &self.inputs);
        let outputs: Vec<Output> = pages.outputs().collect();
        let faults = pages.report();
        self.compiled.report.extend(faults);
        self.compiled.report.sort();
        let pages = outputs.into_iter().filter_map(|one| match one.content {
            Content::Bytes(bytes) if one.path.ends_with(".html") => {
                Some((one.path, String::from_utf8(bytes).expect("pages are UTF-8")))
            }
            _ => None,
        });
        pages.collect()
    }
}
