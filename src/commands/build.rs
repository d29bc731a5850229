//! `ascribe build`: the site into a folder.

use std::path::Path;
use std::time::Instant;

use ascribe::compile::{self, Compiled};
use ascribe::write::Written;

use super::{End, counted, in_pool, read, tell, tell_later};
use crate::cli::Build;

pub(crate) fn run(build: &Build) -> Result<(), End> {
    let begun = Instant::now();
    let reading = &build.reading;
    in_pool(reading, || {
        let (inputs, mut compiled) = read(reading, build.base_url.clone())?;
        let output = build
            .output
            .clone()
            .unwrap_or_else(|| reading.root.join("public"));
        let mut written = None;
        if !compiled.report.has_errors() {
            let (done, faults) = compile::build(&compiled, &inputs, &reading.root, &output)?;
            compiled.report.extend(faults);
            written = done;
        }
        tell(&compiled.report, &inputs.files);
        tell_later(&compiled, &inputs.files);
        let Some(written) = written else {
            anstream::eprintln!("{}; nothing was written", counted(&compiled.report));
            return Err(End::Content);
        };
        summary(&compiled, &written, &output, begun);
        Ok(())
    })
}

fn summary(compiled: &Compiled, written: &Written, output: &Path, begun: Instant) {
    let briefs = match compiled.site.briefs.len() {
        1 => "1 brief".to_owned(),
        number => format!("{number} briefs"),
    };
    anstream::println!(
        "{briefs}, {} pages in {:.2} s: {} files written, {} unchanged, {} removed in {}",
        compiled.plan.pages.len(),
        begun.elapsed().as_secs_f64(),
        written.written,
        written.unchanged,
        written.removed,
        output.display()
    );
}
