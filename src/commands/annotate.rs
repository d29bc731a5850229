//! `ascribe annotate`: detections as spans in the brief, and new speakers in its front matter.

use std::io::ErrorKind;
use std::path::Path;

use ascribe::discover::{DiscoverError, discover, path_in_site, read_text, site_around};
use ascribe::inputs::Inputs;
use ascribe::suggest::{Suggestion, Wishes, suggest};
use ascribe::text::{FileId, SourceFile};
use ascribe::write::replace;

use super::{End, counted_as, tell};
use crate::cli::Annotate;

pub(crate) fn run(annotate: &Annotate) -> Result<(), End> {
    let path = &*annotate.file;
    let raw = text_of(path)?;
    let (inputs, id) = site(annotate, &raw)?;
    let wishes = Wishes {
        only: annotate.only.clone(),
        min_confidence: annotate.min_confidence,
    };
    let (suggestion, report) = suggest(&inputs, id, &raw, &wishes);
    if report.has_errors() {
        tell(&report, &inputs.files);
        return Err(End::Content);
    }
    for note in &suggestion.notes {
        anstream::eprintln!("note: {note}");
    }
    let counts = counts(&suggestion);
    if suggestion.insertions.is_empty() {
        anstream::println!("{}: nothing to annotate", path.display());
    } else if annotate.write {
        replace(path, &suggestion.applied(&raw))?;
        anstream::println!("{}: {counts} written", path.display());
    } else {
        anstream::print!("{}", suggestion.diff(&path.to_string_lossy(), &raw));
        anstream::println!("{counts}; run with --write to change the file");
    }
    Ok(())
}

/// "12 statements, 5 new speakers".
fn counts(suggestion: &Suggestion) -> String {
    let statements = counted_as(suggestion.statements, "statement");
    format!(
        "{statements}, {}",
        counted_as(suggestion.speakers, "new speaker")
    )
}

fn text_of(path: &Path) -> Result<String, End> {
    let ending = path.extension().unwrap_or_default();
    if !["md", "markdown"]
        .iter()
        .any(|one| ending.eq_ignore_ascii_case(one))
    {
        let message = "is no Markdown file: annotations are written in Markdown";
        return Err(End::Usage(format!("`{}` {message}", path.display())));
    }
    read_text(path).map_err(|fault| match fault {
        DiscoverError::Io { error, .. } if error.kind() == ErrorKind::InvalidData => {
            let message = "is not UTF-8 text; save it as UTF-8";
            anstream::eprintln!("error: `{}` {message}", path.display());
            End::Content
        }
        fault => fault.into(),
    })
}

/// The site whose record counts, and the brief in it; a brief outside of any is a site by itself.
fn site(annotate: &Annotate, raw: &str) -> Result<(Inputs, FileId), End> {
    let path = &*annotate.file;
    let root = annotate.root.clone().or_else(|| site_around(path));
    let mut inputs = match root.as_deref().map(discover) {
        Some(Ok((inputs, _))) => inputs,
        Some(Err(fault)) if annotate.root.is_some() => return Err(fault.into()),
        _ => Inputs::default(),
    };
    let own = root.and_then(|root| path_in_site(&root, path));
    let is_it = |id: &&FileId| Some(&inputs.files.get(**id).path) == own.as_ref();
    if let Some(id) = inputs.briefs.iter().find(is_it) {
        return Ok((inputs.clone(), *id));
    }
    if inputs.pages.iter().chain(&inputs.home).any(|id| is_it(&id)) {
        let message = "is a plain page, and statements are made in briefs";
        return Err(End::Usage(format!("`{}` {message}", path.display())));
    }
    let name = path.to_string_lossy().into_owned();
    let id = inputs.files.add(SourceFile::new(name, raw));
    inputs.briefs.push(id);
    Ok((inputs, id))
}
