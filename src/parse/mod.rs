//! The stage that reads: from files to typed documents, records and settings.

mod aliases;
mod allow;
mod document;
mod messages;
mod record;
mod settings;
mod verdict;

pub use allow::lint_named;
pub use document::{Split, body, language, split};
pub use record::about;

use rayon::prelude::*;

use crate::document::Document;
use crate::inputs::Inputs;
use crate::record::Record;
use crate::report::{Code, Diagnostic, Report};
use crate::settings::Settings;
use crate::text::FileId;
use crate::yaml::Fields;

/// All that the files say, each file by itself.
#[derive(Clone, Debug)]
pub struct Parsed {
    /// The settings.
    pub settings: Settings,
    /// The record that all briefs share.
    pub record: Record,
    /// Words for the home page.
    pub home: Option<Document>,
    /// The briefs, in file order.
    pub briefs: Vec<Document>,
    /// The plain pages, in file order.
    pub pages: Vec<Document>,
}

/// Reads the settings alone.
pub fn settings(inputs: &Inputs) -> (Settings, Report) {
    let mut report = Report::default();
    let settings = settings::settings(inputs, &mut report);
    (settings, report)
}

/// The language that `lang` names, as its tag is written (BCP 47).
fn language_of(fields: &mut Fields, report: &mut Report) -> Option<String> {
    let name = fields.text("lang", report)?;
    let language = crate::messages::language(&name.value);
    if language.is_none() {
        let message = format!("`{}` is no tag of a language", name.value);
        report.add(
            Diagnostic::new(Code::InvalidValue, name.span, message)
                .hint("tags are those of BCP 47, such as `en`, `es` or `pt-BR`".to_owned()),
        );
    }
    language
}

/// Reads every file. Whatever cannot be understood is reported and left out.
pub fn parse(inputs: &Inputs) -> (Parsed, Report) {
    let mut report = Report::default();
    let mut settings = settings::settings(inputs, &mut report);
    settings.languages = messages::messages(inputs, &mut report);
    let record = record::shared(inputs, &mut report);
    let mut documents = |ids: &[FileId], what| -> Vec<Document> {
        let read = ids
            .par_iter()
            .map(|id| {
                let mut report = Report::default();
                let document = document::document(&inputs.files, *id, what, &mut report);
                (document, report)
            })
            .collect();
        report.gather(read).into_iter().flatten().collect()
    };
    let home = documents(inputs.home.as_slice(), document::What::Home).pop();
    let briefs = documents(&inputs.briefs, document::What::Brief);
    let pages = documents(&inputs.pages, document::What::Page);
    settings::tell_absent_image(&settings, inputs, &mut report);
    settings::tell_unknown_pages(&settings, &pages, &mut report);
    (
        Parsed {
            settings,
            record,
            home,
            briefs,
            pages,
        },
        report,
    )
}
