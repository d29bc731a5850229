//! `ascribe check`: every fault and warning, and nothing written.

use ascribe::report;
use ascribe::site::Site;
use ascribe::text::Files;

use super::{End, counted, in_pool, read, tell, tell_later};
use crate::cli::{Check, Format};

pub(crate) fn run(check: &Check) -> Result<(), End> {
    in_pool(&check.reading, || {
        let (inputs, compiled) = read(&check.reading, None)?;
        let report = &compiled.report;
        match check.format {
            Format::Human => {
                tell(report, &inputs.files);
                tell_later(&compiled, &inputs.files);
                tell_stale(&compiled.site, &inputs.files);
                anstream::println!("{}\n{}", compiled.summary, counted(report));
            }
            Format::Json => anstream::print!("{}", report::json(report, &inputs.files)),
            Format::Sarif => anstream::print!("{}", report::sarif(report, &inputs.files)),
            Format::Github => {
                anstream::print!("{}", report::github(report, &inputs.files));
                anstream::eprintln!("{}", compiled.summary);
            }
        }
        if report.has_errors() {
            Err(End::Content)
        } else {
            Ok(())
        }
    })
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
