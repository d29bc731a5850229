//! `ascribe check`: every fault and warning, and nothing written.

use ascribe::report;

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
