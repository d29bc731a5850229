//! `ascribe new`: a brief begun, with a title alone or from a text of elsewhere.

use std::io::Read;
use std::path::Path;

use ascribe::article::Article;
use ascribe::compose::{Order, compose};
use ascribe::discover::{gather, read_bytes};
use ascribe::import::{Format, import};
use ascribe::write::create;

use super::{End, tell, today};
use crate::cli::New;

pub(crate) fn run(new: &New) -> Result<(), End> {
    let article = match (&new.from, &new.title) {
        (Some(path), _) => article(path, new.format)?,
        (None, Some(_)) => Article::default(),
        (None, None) => {
            let message = "a brief needs a title, or a text to begin from";
            return Err(End::Usage(format!(
                "{message}: `ascribe new TITLE` or `ascribe new --from FILE`"
            )));
        }
    };
    let order = Order {
        title: new.title.clone(),
        slug: new.slug.clone(),
        kind: new.kind,
        date: new.date,
        url: new.url.clone(),
        today: today(new.as_of)?,
    };
    let (inputs, _) = gather(&new.root)?;
    let (draft, inputs, report) = compose(&article, &order, inputs);
    let path = new.root.join(&draft.path);
    // A brief that is there already is told as such, and not as two briefs with one address.
    if report.has_errors() && !path.exists() {
        tell(&report, &inputs.files);
        anstream::eprintln!("such a brief would stop the build; nothing was written");
        return Err(End::Content);
    }
    create(&path, &draft.text)?;
    anstream::println!("{}", path.display());
    if draft.text.contains("\nstate: draft\n") {
        anstream::eprintln!(
            "a draft: `ascribe build --drafts` shows it, and without its line `state: draft` it is published"
        );
    }
    Ok(())
}

/// The text to begin from.
fn article(path: &Path, format: Option<Format>) -> Result<Article, End> {
    let name = path.to_string_lossy();
    let is_stdin = name == "-";
    let Some(format) = format.or_else(|| Format::of(&name)) else {
        let what = if is_stdin { "standard input" } else { &*name };
        return Err(End::Usage(format!(
            "cannot tell what `{what}` is written in; say it with --format text, markdown or html"
        )));
    };
    let bytes = if is_stdin {
        let mut bytes = Vec::new();
        std::io::stdin()
            .read_to_end(&mut bytes)
            .map_err(|fault| End::Disk(format!("cannot read standard input: {fault}")))?;
        bytes
    } else {
        read_bytes(path)?
    };
    let (article, files, report) = import(&name, &bytes, format);
    tell(&report, &files);
    article.ok_or(End::Content)
}
