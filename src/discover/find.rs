//! Which files a site has, in the order in which their faults are told.

use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::{DiscoverError, StaticFile};
use crate::report::{Code, Diagnostic, Report};

/// How the names of templates end; a note to colleagues may lie beside them.
const TEMPLATES: &[&str] = &[".html", ".htm", ".xml", ".txt"];

/// What a text is to the site.
pub(super) enum Part {
    Settings,
    Speakers,
    Sources,
    Bibliography,
    Claims,
    Home,
    Brief,
    Page,
    /// The words of pages in a language.
    Messages,
    /// With its name, the path below `templates/`.
    Template(String),
}

/// A text that is there to be read.
pub(super) struct Found {
    pub(super) part: Part,
    /// The path from the site's root, with `/` between its parts.
    pub(super) path: String,
    /// Where it lies on disk.
    pub(super) from: PathBuf,
}

/// All that was found.
#[derive(Default)]
pub(super) struct Finds {
    pub(super) texts: Vec<Found>,
    pub(super) statics: Vec<StaticFile>,
}

/// Finds the settings of the site in `root`, and nothing else.
pub(super) fn settings(root: &Path, report: &mut Report) -> Result<Finds, DiscoverError> {
    let mut finder = Finder::new(root, report)?;
    finder.yaml(Part::Settings, "ascribe");
    Ok(finder.finds)
}

/// Finds the files of the site in `root`.
pub(super) fn find(root: &Path, report: &mut Report) -> Result<Finds, DiscoverError> {
    let mut finder = Finder::new(root, report)?;
    finder.yaml(Part::Settings, "ascribe");
    finder.yaml(Part::Speakers, "content/speakers");
    finder.yaml(Part::Sources, "content/sources");
    let loose = finder.walk("content", 1, is_hidden)?;
    for (path, from) in loose {
        if has_extension(&path, "bib") {
            finder.add(Part::Bibliography, path, from);
        } else if has_extension(&path, "md") && path != "content/index.md" {
            finder.skip(
                format!("`{path}` is no part of the site"),
                "move it to content/briefs or content/pages",
            );
        }
    }
    finder.yaml(Part::Claims, "content/claims");
    finder.single(Part::Home, "content/index.md");
    for (path, from) in finder.markdown("content/briefs")? {
        finder.add(Part::Brief, path, from);
    }
    for (path, from) in finder.markdown("content/pages")? {
        finder.add(Part::Page, path, from);
    }
    for (path, from) in finder.walk("templates", usize::MAX, is_hidden)? {
        let name = path["templates/".len()..].to_owned();
        if TEMPLATES.iter().any(|ending| name.ends_with(ending)) {
            finder.add(Part::Template(name), path, from);
        } else if is_table(&name) {
            finder.add(Part::Messages, path, from);
        }
    }
    for (path, from) in finder.walk("static", usize::MAX, is_litter)? {
        let path = path["static/".len()..].to_owned();
        finder.finds.statics.push(StaticFile { path, from });
    }
    Ok(finder.finds)
}

/// Whether a file below `templates/` is a table of messages.
fn is_table(name: &str) -> bool {
    let file = name.strip_prefix("messages/");
    file.is_some_and(|file| !file.contains('/') && has_extension(file, "yaml"))
}

/// The search under way.
struct Finder<'a> {
    root: &'a Path,
    /// The root with its links resolved.
    real: PathBuf,
    report: &'a mut Report,
    finds: Finds,
}

impl<'a> Finder<'a> {
    fn new(root: &'a Path, report: &'a mut Report) -> Result<Self, DiscoverError> {
        let real = root.canonicalize().map_err(|error| DiscoverError::Io {
            path: root.to_owned(),
            error,
        })?;
        Ok(Self {
            root,
            real,
            report,
            finds: Finds::default(),
        })
    }

    fn add(&mut self, part: Part, path: String, from: PathBuf) {
        self.finds.texts.push(Found { part, path, from });
    }

    fn skip(&mut self, message: String, hint: &str) {
        self.report
            .add(Diagnostic::of_site(Code::SkippedFile, message).hint(hint.to_owned()));
    }

    /// Adds one file, if it is there.
    fn single(&mut self, part: Part, path: &str) {
        let from = self.root.join(path);
        if from.is_file() && self.is_inside(&from, path) {
            self.add(part, path.to_owned(), from);
        }
    }

    /// Adds `path.yaml` or `path.yml`; to have both is an error, as one would hide the other.
    fn yaml(&mut self, part: Part, path: &str) {
        let (long, short) = (format!("{path}.yaml"), format!("{path}.yml"));
        match (
            self.root.join(&long).is_file(),
            self.root.join(&short).is_file(),
        ) {
            (true, true) => {
                let message = format!("both `{long}` and `{short}` exist");
                let hint = format!("move all entries to {long} and delete {short}");
                self.report
                    .add(Diagnostic::of_site(Code::DefinedTwice, message).hint(hint));
                self.single(part, &long);
            }
            (false, true) => self.single(part, &short),
            _ => self.single(part, &long),
        }
    }

    /// The Markdown files below a folder.
    fn markdown(&mut self, folder: &str) -> Result<Vec<(String, PathBuf)>, DiscoverError> {
        let mut files = self.walk(folder, usize::MAX, is_hidden)?;
        files.retain(|(path, _)| has_extension(path, "md"));
        Ok(files)
    }

    /// The files below a folder with their paths from the root, sorted by these.
    fn walk(
        &mut self,
        folder: &str,
        depth: usize,
        ignore: fn(&str) -> bool,
    ) -> Result<Vec<(String, PathBuf)>, DiscoverError> {
        let top = self.root.join(folder);
        if !top.is_dir() || !self.is_inside(&top, folder) {
            return Ok(Vec::new());
        }
        let mut files = Vec::new();
        // walkdir itself notices links in circles. The sort makes warnings come in one order.
        let walk = WalkDir::new(&top).follow_links(true).max_depth(depth);
        let mut walk = walk.sort_by_file_name().into_iter();
        while let Some(entry) = walk.next() {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    self.refused(error, ignore)?;
                    continue;
                }
            };
            if entry.depth() == 0 {
                continue;
            }
            if self.passes(&entry, ignore) {
                if entry.file_type().is_file()
                    && let Some(path) = self.site_path(entry.path())
                {
                    files.push((path, entry.into_path()));
                }
            } else if entry.file_type().is_dir() {
                walk.skip_current_dir();
            }
        }
        files.sort();
        Ok(files)
    }

    /// Whether a walk takes an entry, or goes down into it.
    fn passes(&mut self, entry: &DirEntry, ignore: fn(&str) -> bool) -> bool {
        if ignore(&entry.file_name().to_string_lossy()) {
            return false;
        }
        !entry.path_is_symlink() || {
            let path = self.shown(entry.path());
            self.is_inside(entry.path(), &path)
        }
    }

    /// Whether a path, links resolved, lies in the root; tells if not. A site that is built by
    /// someone else must not be able to publish the files of their machine.
    fn is_inside(&mut self, from: &Path, path: &str) -> bool {
        let inside = from
            .canonicalize()
            .is_ok_and(|target| target.starts_with(&self.real));
        if !inside {
            self.skip(
                format!("`{path}` is a link that leads out of the site and is skipped"),
                "copy the file into the site",
            );
        }
        inside
    }

    /// Judges what a walk could not follow: links to nowhere and in circles are told, the rest
    /// is the disk's fault.
    fn refused(
        &mut self,
        error: walkdir::Error,
        ignore: fn(&str) -> bool,
    ) -> Result<(), DiscoverError> {
        let from = error.path().unwrap_or(self.root).to_owned();
        if from
            .file_name()
            .is_some_and(|name| ignore(&name.to_string_lossy()))
        {
            return Ok(());
        }
        let path = self.shown(&from);
        if error.loop_ancestor().is_some() {
            let message = format!("`{path}` is a link that leads in a circle and is skipped");
            self.skip(message, "delete the link");
        } else if from.is_symlink() {
            let message = format!("`{path}` is a link that leads nowhere and is skipped");
            self.skip(message, "mend or delete the link");
        } else {
            let error = error
                .into_io_error()
                .unwrap_or_else(|| std::io::ErrorKind::Other.into());
            return Err(DiscoverError::Io { path: from, error });
        }
        Ok(())
    }

    /// The path from the root with `/` between its parts; a name that is not Unicode is told and
    /// has none, as no address could be made of it.
    fn site_path(&mut self, from: &Path) -> Option<String> {
        let below = from.strip_prefix(self.root).unwrap_or(from);
        let parts: Option<Vec<&str>> = below.iter().map(|part| part.to_str()).collect();
        if parts.is_none() {
            let message = format!("the name of `{}` is not Unicode", below.display());
            self.skip(message, "rename the file");
        }
        parts.map(|parts| parts.join("/"))
    }

    /// The path from the root as people see it.
    fn shown(&self, from: &Path) -> String {
        let below = from.strip_prefix(self.root).unwrap_or(from);
        let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
        parts.join("/")
    }
}

fn has_extension(path: &str, extension: &str) -> bool {
    Path::new(path)
        .extension()
        .is_some_and(|found| found.eq_ignore_ascii_case(extension))
}

/// Dot-files and what editors leave behind.
fn is_hidden(name: &str) -> bool {
    name.starts_with('.') || is_litter(name)
}

/// What nobody means to publish. Other dot-files of `static/` go into the site: hosts read
/// `.well-known/` and `.nojekyll`.
fn is_litter(name: &str) -> bool {
    name.ends_with('~')
        || (name.len() > 1 && name.starts_with('#') && name.ends_with('#'))
        || name.starts_with(".#")
        || has_extension(name, "swp")
        || name == ".git"
        || name == ".DS_Store"
}
