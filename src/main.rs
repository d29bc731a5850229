//! The binary: reads the command line, the clock and the environment, and prints.

mod cli;

use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use ascribe::compile::{self, Compiled, Options};
use ascribe::date::Date;
use ascribe::detections::Detected;
use ascribe::discover::{DiscoverError, discover, read_text};
use ascribe::inputs::Inputs;
use ascribe::report::{self, Code, Report, Severity, did_you_mean};
use ascribe::resolve::Publication;
use ascribe::text::Files;
use ascribe::write::WriteError;
use clap::Parser;
use cli::{Build, Check, Cli, Command, Detect, DetectFormat, Explain, Format, Reading};

/// Why a command ends, with its exit code.
enum End {
    /// The content has errors; they have been printed.
    Content,
    /// The command was used wrongly.
    Usage(String),
    /// The disk or network failed.
    Disk(String),
}

fn main() -> ExitCode {
    let end = match Cli::parse().command {
        Command::Build(build) => run_build(&build),
        Command::Check(check) => run_check(&check),
        Command::Explain(explain) => run_explain(&explain),
        Command::Detect(detect) => run_detect(&detect),
    };
    match end {
        Ok(()) => ExitCode::SUCCESS,
        Err(End::Content) => ExitCode::from(1),
        Err(End::Usage(message)) => fail(&message, 2),
        Err(End::Disk(message)) => fail(&message, 3),
    }
}

fn fail(message: &str, code: u8) -> ExitCode {
    anstream::eprintln!("error: {message}");
    ExitCode::from(code)
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
        Self::Disk(fault.to_string())
    }
}

fn run_build(build: &Build) -> Result<(), End> {
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
        let Some(written) = written else {
            anstream::eprintln!("{}; nothing was written", counted(&compiled.report));
            return Err(End::Content);
        };
        summary(&compiled, &written, &output, begun);
        Ok(())
    })
}

fn summary(compiled: &Compiled, written: &ascribe::write::Written, output: &Path, begun: Instant) {
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

fn run_check(check: &Check) -> Result<(), End> {
    in_pool(&check.reading, || {
        let (inputs, compiled) = read(&check.reading, None)?;
        let report = &compiled.report;
        match check.format {
            Format::Human => {
                tell(report, &inputs.files);
                anstream::println!("{}", counted(report));
            }
            Format::Json => anstream::print!("{}", report::json(report, &inputs.files)),
            Format::Sarif => anstream::print!("{}", report::sarif(report, &inputs.files)),
            Format::Github => anstream::print!("{}", report::github(report, &inputs.files)),
        }
        if report.has_errors() {
            Err(End::Content)
        } else {
            Ok(())
        }
    })
}

fn run_explain(explain: &Explain) -> Result<(), End> {
    let Some(name) = &explain.name else {
        for code in Code::ALL {
            anstream::println!("{}", code.name());
        }
        return Ok(());
    };
    let Some(code) = Code::from_name(name) else {
        let known = Code::ALL.iter().map(|code| code.name());
        let hint = did_you_mean(name, known).unwrap_or_default();
        return Err(End::Usage(format!(
            "no fault or lint is called `{name}`; {hint}"
        )));
    };
    let severity = match code.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    anstream::println!("{} ({severity})\n\n{}", code.name(), code.explanation());
    Ok(())
}

fn run_detect(detect: &Detect) -> Result<(), End> {
    for path in &detect.files {
        let text = if path.as_os_str() == "-" {
            std::io::read_to_string(std::io::stdin())
                .map_err(|fault| End::Disk(format!("cannot read standard input: {fault}")))?
        } else {
            read_text(path)?
        };
        let detected = Detected::new(&path.to_string_lossy(), &text);
        match detect.format {
            DetectFormat::Text => anstream::println!("{}", detected.text()),
            DetectFormat::Json => anstream::println!("{}", detected.json()),
        }
    }
    Ok(())
}

/// Reads and understands a site.
fn read(reading: &Reading, base_url: Option<String>) -> Result<(Inputs, Compiled), End> {
    let today = today(reading)?;
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

/// The moment as of which the site is built: as asked, else `SOURCE_DATE_EPOCH`, else now.
#[expect(
    clippy::disallowed_methods,
    reason = "the one place that reads the clock"
)]
fn today(reading: &Reading) -> Result<Date, End> {
    if let Some(date) = reading.as_of {
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

/// "2 errors, 1 warning".
fn counted(report: &Report) -> String {
    let part = |number, one: &str| match number {
        1 => format!("1 {one}"),
        number => format!("{number} {one}s"),
    };
    let errors = part(report.count(Severity::Error), "error");
    format!(
        "{errors}, {}",
        part(report.count(Severity::Warning), "warning")
    )
}
