//! The road from inputs to outputs, cut where a command needs it.

use std::collections::{BTreeSet, HashSet};
use std::path::Path;

use rayon::prelude::*;

use crate::annotate::annotate;
use crate::discover::copies;
use crate::export::export;
use crate::inputs::{Inputs, StaticFile, StoredCopy};
use crate::lint::{Linted, lint};
use crate::output::{Content, Output};
use crate::parse::{Parsed, parse};
use crate::plan::{Plan, plan};
use crate::render::render;
use crate::report::{Code, Diagnostic, Report};
use crate::resolve::{Appearance, Publication, appearance, resolve};
use crate::site::Site;
use crate::summary::Summary;
use crate::text::FileId;
use crate::theme;
use crate::write::{WriteError, Written, stage};

/// What a command asks for beyond the site's own settings.
#[derive(Clone, Debug)]
pub struct Options {
    /// Which briefs appear, and as of when.
    pub publication: Publication,
    /// A public address in place of the one in the settings.
    pub base_url: Option<String>,
}

/// A site that is understood, with all that there is to tell about it.
#[derive(Clone, Debug)]
pub struct Compiled {
    /// The site.
    pub site: Site,
    /// Its pages.
    pub plan: Plan,
    /// Faults and warnings, in file order.
    pub report: Report,
    /// What there is on record, in figures.
    pub summary: Summary,
}

/// Understands a site: everything but rendering.
pub fn compile(inputs: &Inputs, found: Report, options: &Options) -> Compiled {
    let mut report = found;
    let (mut parsed, faults) = parse(inputs);
    report.extend(faults);
    if let Some(base_url) = &options.base_url {
        parsed.settings.base_url = Some(format!("{}/", base_url.trim_end_matches('/')));
    }
    let hidden = hidden(&parsed, inputs, options.publication);
    let (annotated, faults) = annotate(parsed, &inputs.files);
    report.extend(faults);
    let (mut site, faults) = resolve(annotated, options.publication);
    report.extend(faults);
    report.set_severities(&site.settings.lints);
    take_copies(&mut site, inputs, &mut report);
    let (mut plan, faults) = plan(&site);
    report.extend(faults);
    let is_own = |route: String| inputs.statics.iter().any(|file| file.path == route);
    plan.files
        .retain(|file| !(file.gives_way() && is_own(file.route(&site))));
    let mut linted = Linted::default();
    if !report.has_errors() {
        linted = lint(&site, &plan, inputs, &mut report);
        report.extend(linted.report);
    }
    tell_hidden_pages(&site, &plan, inputs, &mut report);
    report.conceal(&inputs.files, &hidden);
    report.sort();
    Compiled {
        summary: Summary::new(&site, linted.allowed),
        site,
        plan,
        report,
    }
}

/// The texts that nobody may read: drafts, reviews, and what is under embargo.
fn hidden(parsed: &Parsed, inputs: &Inputs, publication: Publication) -> HashSet<FileId> {
    let texts = parsed.briefs.iter().chain(&parsed.pages);
    let texts: Vec<_> = texts.chain(&parsed.home).collect();
    let read: HashSet<FileId> = texts.iter().map(|text| text.file).collect();
    let is_held_back = |front| appearance(front, publication) == Appearance::HeldBack;
    let held_back = texts.iter().filter(|text| is_held_back(&text.front));
    // Of a text whose front matter cannot be read the state is taken from its line.
    let ids = inputs
        .briefs
        .iter()
        .chain(&inputs.pages)
        .chain(&inputs.home);
    let unread = ids.filter(|id| !read.contains(id)).filter(|id| {
        let text = &inputs.files.get(**id).text;
        let mut states = text.lines().filter_map(|line| line.strip_prefix("state:"));
        states.any(|state| ["draft", "review", "embargoed"].contains(&state.trim()))
    });
    held_back
        .map(|text| text.file)
        .chain(unread.copied())
        .collect()
}

/// Reads the stored copies that the record names, and gives them to their sources.
fn take_copies(site: &mut Site, inputs: &Inputs, report: &mut Report) {
    let named = site.sources.iter().filter_map(|source| {
        let file = source.entry.archived.as_ref()?.file.as_ref()?;
        Some(file.value.as_str())
    });
    let named: BTreeSet<&str> = named.collect();
    let copies = copies(&inputs.shelf, named);
    for source in &mut site.sources {
        let archived = source.entry.archived.as_ref();
        let Some(file) = archived.and_then(|copy| copy.file.as_ref()) else {
            continue;
        };
        source.copy = copies.get(&file.value).cloned();
        if source.copy.as_deref() == Some(&StoredCopy::Outside) {
            let message = format!("`{}` leads out of the site", file.value);
            let hint = "a stored copy lies below the site’s root: `archive/reuters-0906.txt`";
            let fault = Diagnostic::new(Code::InvalidValue, file.span, message);
            report.add(fault.hint(hint.to_owned()));
        }
    }
}

/// A file of `static/` may not stand where a page stands: one of the two would be lost.
fn tell_hidden_pages(site: &Site, plan: &Plan, inputs: &Inputs, report: &mut Report) {
    let pages = plan.pages.iter().map(|page| page.route(site));
    let files = plan.files.iter().map(|file| file.route(site));
    let routes: HashSet<String> = pages.chain(files).collect();
    let cuts = |route: &String| -> Vec<String> {
        let slashes = route.match_indices('/');
        slashes
            .map(|(slash, _)| route[..slash].to_owned())
            .collect()
    };
    let folders: HashSet<String> = routes.iter().flat_map(cuts).collect();
    for StaticFile { path, .. } in &inputs.statics {
        let what = match path {
            path if routes.contains(path) => "a page",
            path if folders.contains(path) => "a folder of pages",
            _ => continue,
        };
        let message = format!("`static/{path}` has the address of {what}");
        report.add(Diagnostic::of_site(Code::DuplicateAddress, message));
    }
}

/// Renders a compiled site into its output folder. When a template has a fault nothing is written.
pub fn build(
    compiled: &Compiled,
    inputs: &Inputs,
    root: &Path,
    output: &Path,
) -> Result<(Option<Written>, Report), WriteError> {
    let pages = render(&compiled.site, &compiled.plan, inputs);
    let staged = stage(
        pages
            .outputs()
            .chain(export(&compiled.site, &compiled.plan))
            .chain(copied(inputs)),
        root,
        output,
    )?;
    let report = pages.report();
    if report.has_errors() {
        return Ok((None, report));
    }
    Ok((Some(staged.publish()?), report))
}

/// The files that go into the site as they are. The site's own stands in place of the theme's.
fn copied(inputs: &Inputs) -> impl ParallelIterator<Item = Output> {
    let is_replaced = |path: &str| inputs.statics.iter().any(|file| file.path == path);
    let theme = theme::STATICS
        .par_iter()
        .filter(move |(path, _)| !is_replaced(path));
    let theme = theme.map(|(path, bytes)| Output {
        path: (*path).to_owned(),
        content: Content::Bytes(bytes.to_vec()),
    });
    theme.chain(inputs.statics.par_iter().map(|file| Output {
        path: file.path.clone(),
        content: Content::Copy(file.from.clone()),
    }))
}
