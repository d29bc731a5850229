//! `ascribe check`: every fault and warning of the content, or of a built site; nothing written.

use std::path::Path;

use ascribe::discover;
use ascribe::inspect::inspect;
use ascribe::parse;
use ascribe::report::{self, Report};
use ascribe::site::Site;
use ascribe::text::Files;

use super::{End, counted, counted_as, in_pool, read, tell, tell_later};
use crate::cli::{Check, Format};

pub(crate) fn run(check: &Check) -> Result<(), End> {
    in_pool(&check.reading, || match &check.output {
        Some(output) => built(check, output),
        None => content(check),
    })
}

fn content(check: &Check) -> Result<(), End> {
    let (inputs, compiled) = read(&check.reading, None)?;
    let report = &compiled.report;
    print(check.format, report, &inputs.files);
    match check.format {
        Format::Human => {
            tell_later(&compiled, &inputs.files);
            tell_stale(&compiled.site, &inputs.files);
            anstream::println!("{}\n{}", compiled.summary, counted(report));
        }
        Format::Json | Format::Sarif => {}
        Format::Github => anstream::eprintln!("{}", compiled.summary),
    }
    end(report)
}

/// Looks at a built site. Of the site's folder only the settings count, if there are any.
fn built(check: &Check, output: &Path) -> Result<(), End> {
    let (inputs, mut report) = discover::settings(&check.reading.root)?;
    let (settings, faults) = parse::settings(&inputs);
    report.extend(faults);
    if report.has_errors() {
        print(check.format, &report, &inputs.files);
        return Err(End::Content);
    }
    let site = discover::built(output)?;
    let base_url = check.base_url.as_ref().or(settings.base_url.as_ref());
    let (mut report, files) = inspect(&site, base_url.map(String::as_str))?;
    report.set_severities(&settings.lints);
    if check.reading.strict {
        report.make_strict();
    }
    print(check.format, &report, &files);
    if check.format == Format::Human {
        let looked = counted_as(site.paths.len(), "file");
        anstream::println!("{looked} in {}: {}", output.display(), counted(&report));
    }
    end(&report)
}

fn print(format: Format, report: &Report, files: &Files) {
    match format {
        Format::Human => tell(report, files),
        Format::Json => anstream::print!("{}", report::json(report, files)),
        Format::Sarif => anstream::print!("{}", report::sarif(report, files)),
        Format::Github => anstream::print!("{}", report::github(report, files)),
    }
}

fn end(report: &Report) -> Result<(), End> {
    if report.has_errors() {
        return Err(End::Content);
    }
    Ok(())
}

/// The queue of briefs that are to be looked at again, the longest overdue first.
fn tell_stale(site: &Site, files: &Files) {
    let stale = site.stale();
    if !stale.is_empty() {
        anstream::println!("to be reviewed, the longest overdue first:");
    }
    for id in stale {
        let document = &site[id].brief.document;
        if let Some(date) = &document.front.review_by {
            let path = &files.get(document.file).path;
            anstream::println!("  since {}  {path}", date.value.iso());
        }
    }
}
