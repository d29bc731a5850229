//! The commands, one file each, and what they share: how they end, read a site and print.

pub(crate) mod annotate;
pub(crate) mod build;
pub(crate) mod check;
pub(crate) mod completions;
pub(crate) mod detect;
pub(crate) mod explain;
pub(crate) mod export;
pub(crate) mod impact;
pub(crate) mod init;
pub(crate) mod man;
pub(crate) mod new;

use std::io::{ErrorKind, Write};

use ascribe::compile::{self, Compiled, Options};
use ascribe::date::Date;
use ascribe::discover::{DiscoverError, discover};
use ascribe::inputs::Inputs;
use ascribe::report::{self, Report, Severity};
use ascribe::resolve::Publication;
use ascribe::site::Site;
use ascribe::subject::Subject;
use ascribe::text::Files;
use ascribe::write::WriteError;

use crate::cli::Reading;

/// Why a command ends, with its exit code.
pub(crate) enum End {
    /// The content has errors; they have been printed.
    Content,
    /// The command was used wrongly.
    Usage(String),
    /// The disk or network failed.
    Disk(String),
}

impl From<DiscoverError> for End {
    fn from(fault: DiscoverError) -> Self {
        match fault {
            DiscoverError::Io { .. } => Self::Disk(fault.to_string()),
            _ => Self::Usage(fault.to_string()),
        }
    }
}

impl From<WriteError> for End {
    fn from(fault: WriteError) -> Self {
        match fault {
            WriteError::Exists(_) => Self::Usage(fault.to_string()),
            _ => Self::Disk(fault.to_string()),
        }
    }
}

/// Reads and understands a site.
fn read(reading: &Reading, base_url: Option<String>) -> Result<(Inputs, Compiled), End> {
    let today = today(reading.as_of)?;
    let (inputs, found) = discover(&reading.root)?;
    let publication = Publication {
        drafts: reading.drafts,
        today,
    };
    let mut compiled = compile::compile(
        &inputs,
        found,
        &Options {
            publication,
            base_url,
        },
    );
    if reading.strict {
        compiled.report.make_strict();
    }
    Ok((inputs, compiled))
}

/// Reads a site to ask about one thing of it. A site with errors answers nothing: names that were
/// not found would be missing in what it says.
fn ask(reading: &Reading, name: &str) -> Result<(Site, Subject), End> {
    let (inputs, compiled) = read(reading, None)?;
    if compiled.report.has_errors() {
        tell(&compiled.report, &inputs.files);
        return Err(End::Content);
    }
    let subject = Subject::named(&compiled.site, name).map_err(End::Usage)?;
    Ok((compiled.site, subject))
}

/// The moment as of which the site is built: as asked, else `SOURCE_DATE_EPOCH`, else now.
#[expect(
    clippy::disallowed_methods,
    reason = "the one place that reads the clock"
)]
fn today(as_of: Option<Date>) -> Result<Date, End> {
    if let Some(date) = as_of {
        return Ok(date);
    }
    if let Ok(epoch) = std::env::var("SOURCE_DATE_EPOCH") {
        return match epoch.parse() {
            Ok(seconds) => Ok(Date::from_timestamp(seconds)),
            Err(_) => Err(End::Usage(
                "SOURCE_DATE_EPOCH is no number of seconds".to_owned(),
            )),
        };
    }
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let seconds = since.map_or(0, |since| since.as_secs());
    Ok(Date::from_timestamp(
        i64::try_from(seconds).unwrap_or(i64::MAX),
    ))
}

/// Runs work on the threads that were asked for.
fn in_pool(reading: &Reading, work: impl FnOnce() -> Result<(), End> + Send) -> Result<(), End> {
    let threads = reading.jobs.map_or(0, usize::from);
    match rayon::ThreadPoolBuilder::new().num_threads(threads).build() {
        Ok(pool) => pool.install(work),
        Err(fault) => Err(End::Disk(format!("no threads to work with: {fault}"))),
    }
}

/// Prints a report for people.
fn tell(report: &Report, files: &Files) {
    anstream::eprint!("{}", report::human(report, files));
}

/// Names the briefs whose day is still to come, so that nobody wonders where they are.
fn tell_later(compiled: &Compiled, files: &Files) {
    let site = &compiled.site;
    for id in &site.later {
        anstream::eprintln!(
            "note: {} is dated later than {} and does not appear yet",
            files.get(*id).path,
            site.today.day_iso()
        );
    }
}

/// "1 error", "2 errors".
fn counted_as(number: usize, one: &str) -> String {
    match number {
        1 => format!("1 {one}"),
        number => format!("{number} {one}s"),
    }
}

/// "2 errors, 1 warning".
fn counted(report: &Report) -> String {
    let errors = counted_as(report.count(Severity::Error), "error");
    format!(
        "{errors}, {}",
        counted_as(report.count(Severity::Warning), "warning")
    )
}

/// Prints bytes; whoever reads them may stop when they have enough.
pub(crate) fn print(bytes: &[u8]) -> Result<(), End> {
    let mut out = std::io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(fault) if fault.kind() != ErrorKind::BrokenPipe => Err(End::Disk(format!(
            "cannot write to standard output: {fault}"
        ))),
        _ => Ok(()),
    }
}
