//! The command line: what can be asked for.

use std::path::PathBuf;

use ascribe::date::Date;
use ascribe::detect::Language;
use ascribe::document::Kind;
use ascribe::export;
use ascribe::import;
use ascribe::slug::slug;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};

/// Builds a static briefing site from annotated briefs.
#[derive(Debug, Parser)]
#[command(name = "ascribe", version, max_term_width = 100)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Build the site into a folder
    Build(Build),
    /// Tell every fault and warning, and write nothing
    Check(Check),
    /// Put a new site into a folder: settings, a first brief and a page
    Init(Init),
    /// Begin a brief, with a title or from an article
    New(New),
    /// Say what a fault or lint means, or where a claim comes from
    Explain(Explain),
    /// List all that rests on a source, a claim or a speaker
    Impact(Impact),
    /// Write the site, or some of its briefs, in one format for other programs
    Export(Export),
    /// Find who says what in plain prose
    Detect(Detect),
    /// Turn what `detect` finds in a brief into annotations
    Annotate(Annotate),
    /// Print what completes commands in a shell
    Completions(Completions),
    /// Print the manual page, of the program or of one command
    Man(Man),
}

/// What every command that reads a site takes.
#[derive(Debug, Args)]
pub(crate) struct Reading {
    /// The site's folder
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub(crate) root: PathBuf,
    /// Show drafts and briefs in review too
    #[arg(long)]
    pub(crate) drafts: bool,
    /// Build the site as of a day; the default is `SOURCE_DATE_EPOCH`, else today
    #[arg(long, value_name = "DATE", value_parser = Date::parse)]
    pub(crate) as_of: Option<Date>,
    /// Threads to work with; the default is one for each processor
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) jobs: Option<u16>,
    /// Make every warning an error
    #[arg(long)]
    pub(crate) strict: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Build {
    #[command(flatten)]
    pub(crate) reading: Reading,
    /// The folder to write; the default is `public` in the site's folder
    #[arg(long, value_name = "DIR")]
    pub(crate) output: Option<PathBuf>,
    /// The site's public address, in place of the one in ascribe.yaml
    #[arg(long, value_name = "URL", value_parser = public_address)]
    pub(crate) base_url: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Check {
    #[command(flatten)]
    pub(crate) reading: Reading,
    /// Look at a built site in place of the content: links, ids, linked data, feeds, sitemap and
    /// data files, without network
    #[arg(long, value_name = "DIR")]
    pub(crate) output: Option<PathBuf>,
    /// The public address of the built site; the default is that in ascribe.yaml, else what the home
    /// page says
    #[arg(long, requires = "output", value_name = "URL", value_parser = public_address)]
    pub(crate) base_url: Option<String>,
    /// How to print what is found
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct Init {
    /// The folder; it is made if it is missing
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub(crate) root: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct New {
    /// The brief's title; of an article the headline is the default
    pub(crate) title: Option<String>,
    /// Begin from an article: plain text, Markdown or a saved page; `-` is standard input
    #[arg(long, value_name = "FILE")]
    pub(crate) from: Option<PathBuf>,
    /// What the article is written in; the default is what its file is called
    #[arg(long, requires = "from", value_parser = PossibleValuesParser::new(import::Format::WORDS).try_map(format))]
    pub(crate) format: Option<import::Format>,
    /// The address at which the article was published; the default is what the page says
    #[arg(long, requires = "from", value_name = "URL", value_parser = public_address)]
    pub(crate) url: Option<String>,
    /// The site's folder
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub(crate) root: PathBuf,
    /// The last part of the brief's address, and its file's name; the default is made of the title
    #[arg(long, value_parser = clean_slug)]
    pub(crate) slug: Option<String>,
    /// What sort of text it is
    #[arg(long, value_parser = PossibleValuesParser::new(Kind::WORDS).try_map(kind))]
    pub(crate) kind: Option<Kind>,
    /// The brief's date; the default is the article's, else today
    #[arg(long, value_parser = Date::parse)]
    pub(crate) date: Option<Date>,
    /// The day to take for today; the default is `SOURCE_DATE_EPOCH`, else the clock's
    #[arg(long, value_name = "DATE", value_parser = Date::parse)]
    pub(crate) as_of: Option<Date>,
}

#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// The name of a fault or lint; or `claim:KEY`, `source:KEY` or `speaker:KEY` for where a thing
    /// of the site comes from. Without one, all faults and lints are listed
    pub(crate) name: Option<String>,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

#[derive(Debug, Args)]
pub(crate) struct Impact {
    /// The key of a source, a claim or a speaker; where two share it, `source:KEY`, `claim:KEY` or
    /// `speaker:KEY`
    pub(crate) key: String,
    #[command(flatten)]
    pub(crate) reading: Reading,
    /// How to print what is found
    #[arg(long, value_enum, default_value_t = ImpactFormat::Text)]
    pub(crate) format: ImpactFormat,
}

#[derive(Debug, Args)]
pub(crate) struct Export {
    /// The format
    #[arg(value_parser = export_formats())]
    pub(crate) format: export::Format,
    #[command(flatten)]
    pub(crate) reading: Reading,
    /// Only what this brief tells of, by its slug; may be given several times
    #[arg(long = "brief", value_name = "SLUG")]
    pub(crate) briefs: Vec<String>,
    /// The form of a format that has several; the default is what the file's ending names
    #[arg(long = "as", value_name = "FORM", value_parser = PossibleValuesParser::new(export::Form::WORDS).try_map(export_form))]
    pub(crate) form: Option<export::Form>,
    /// The file to write, as a whole or not at all; the default is standard output
    #[arg(long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// The site's public address, in place of the one in ascribe.yaml
    #[arg(long, value_name = "URL", value_parser = public_address)]
    pub(crate) base_url: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Detect {
    /// Markdown or plain text; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// The language of the files: `en` or `es`; the default is a file's own `lang`, else `en`
    #[arg(long, value_name = "TAG", value_parser = language)]
    pub(crate) lang: Option<Language>,
    /// A site's folder: its speakers are called by their names there
    #[arg(long, value_name = "DIR")]
    pub(crate) root: Option<PathBuf>,
    /// How to print what is found
    #[arg(long, value_enum, default_value_t = DetectFormat::Text)]
    pub(crate) format: DetectFormat,
}

/// Shows what would change as a diff; the prose stays as it is, letter by letter.
#[derive(Debug, Args)]
pub(crate) struct Annotate {
    /// The brief, in Markdown
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// Change the file itself
    #[arg(long)]
    pub(crate) write: bool,
    /// Take only the statements of a speaker, by key or name, or those of an act, such as `denies`;
    /// may be given several times: a speaker and an act narrow each other
    #[arg(long, value_name = "SPEAKER|ACT")]
    pub(crate) only: Vec<String>,
    /// Leave out what the detector is less sure of, from 0 to 1; the default is the site's
    /// `detection_threshold`
    #[arg(long, value_name = "NUMBER", value_parser = share)]
    pub(crate) min_confidence: Option<f64>,
    /// The site whose speakers, sources and keys count; the default is the one around the file
    #[arg(long, value_name = "DIR")]
    pub(crate) root: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Completions {
    /// The shell
    #[arg(value_enum)]
    pub(crate) shell: clap_complete::Shell,
}

#[derive(Debug, Args)]
pub(crate) struct Man {
    /// A command, such as `build`
    pub(crate) command: Option<String>,
}

/// How an impact is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ImpactFormat {
    /// A table of counts, then each thing with the way that leads to it
    Text,
    /// One JSON object
    Json,
}

/// How detections are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum DetectFormat {
    /// Paragraphs with their statements marked, and a table of speakers
    Text,
    /// One JSON object a file, each on a line
    Json,
}

/// How a report is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Text for people
    Human,
    /// A JSON array
    Json,
    /// Workflow commands of GitHub Actions
    Github,
    /// SARIF 2.1.0
    Sarif,
}

fn export_formats() -> impl TypedValueParser<Value = export::Format> {
    let values = export::Format::ALL.iter();
    let values = values.map(|one| PossibleValue::new(one.word()).help(one.help()));
    PossibleValuesParser::new(values).try_map(|word| export::Format::from_word(&word).ok_or(word))
}

fn language(tag: &str) -> Result<Language, String> {
    let known: Vec<&str> = Language::ALL.iter().map(|one| one.tag()).collect();
    Language::from_tag(tag).ok_or_else(|| {
        format!(
            "there is no lexicon for it; there is one for {}",
            known.join(", ")
        )
    })
}

fn public_address(text: &str) -> Result<String, String> {
    if text.starts_with("https://") || text.starts_with("http://") {
        return Ok(text.to_owned());
    }
    Err("a public address begins with https:// or http://".to_owned())
}

fn export_form(word: String) -> Result<export::Form, String> {
    export::Form::from_word(&word).ok_or(word)
}

fn format(word: String) -> Result<import::Format, String> {
    import::Format::from_word(&word).ok_or(word)
}

fn kind(word: String) -> Result<Kind, String> {
    Kind::from_word(&word).ok_or(word)
}

fn clean_slug(text: &str) -> Result<String, String> {
    let clean = slug(text);
    if clean == text {
        return Ok(clean);
    }
    Err(format!(
        "a slug has small letters, digits and hyphens: `{clean}`"
    ))
}

fn share(text: &str) -> Result<f64, String> {
    match text.parse() {
        Ok(number) if (0.0..=1.0).contains(&number) => Ok(number),
        _ => Err("it is a number from 0 to 1, such as 0.8".to_owned()),
    }
}
