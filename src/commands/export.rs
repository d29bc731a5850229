//! `ascribe export`: the site, or some of its briefs, in one format.

use ascribe::export::{Order, alone};
use ascribe::report::did_you_mean;
use ascribe::site::{BriefId, Site};
use ascribe::write::put;

use super::{End, counted, in_pool, print, read, tell, tell_later};
use crate::cli::Export;

pub(crate) fn run(export: &Export) -> Result<(), End> {
    let ending = export
        .output
        .as_ref()
        .and_then(|path| path.extension()?.to_str());
    let form = export
        .format
        .form(export.form, ending)
        .map_err(End::Usage)?;
    in_pool(&export.reading, || {
        let (inputs, compiled) = read(&export.reading, export.base_url.clone())?;
        tell(&compiled.report, &inputs.files);
        tell_later(&compiled, &inputs.files);
        if compiled.report.has_errors() {
            anstream::eprintln!("{}; nothing was written", counted(&compiled.report));
            return Err(End::Content);
        }
        if export.format.needs_address() && compiled.site.settings.base_url.is_none() {
            let message = "needs the site’s public address: set `base_url` in ascribe.yaml, or give `--base-url`";
            return Err(End::Usage(format!("`{}` {message}", export.format.word())));
        }
        let order = Order {
            format: export.format,
            form,
            briefs: briefs(&compiled.site, &export.briefs)?,
        };
        let text = alone(&compiled.site, &inputs.files, &order);
        match &export.output {
            Some(path) => Ok(put(path, text.as_bytes())?),
            None => print(text.as_bytes()),
        }
    })
}

/// The briefs that are asked for, newest first and each once; none where no names are given.
fn briefs(site: &Site, slugs: &[String]) -> Result<Option<Vec<BriefId>>, End> {
    let slug = |id: &BriefId| site[*id].brief.document.slug.as_str();
    for wanted in slugs {
        if !site.brief_ids().any(|id| slug(&id) == wanted) {
            let known: Vec<BriefId> = site.brief_ids().collect();
            let hint = did_you_mean(wanted, known.iter().map(slug));
            let hint = hint.map_or_else(String::new, |hint| format!("; {hint}"));
            return Err(End::Usage(format!("no brief is called `{wanted}`{hint}")));
        }
    }
    let is_wanted = |id: &BriefId| slugs.iter().any(|wanted| wanted == slug(id));
    Ok((!slugs.is_empty()).then(|| site.brief_ids().filter(is_wanted).collect()))
}
