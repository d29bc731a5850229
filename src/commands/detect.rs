//! `ascribe detect`: who says what in plain prose.

use std::path::Path;

use ascribe::detections::{Detected, Marks};
use ascribe::discover::{discover, read_text};
use ascribe::parse::parse;
use ascribe::record::SpeakerEntry;

use super::{End, print};
use crate::cli::{Detect, DetectFormat};

pub(crate) fn run(detect: &Detect) -> Result<(), End> {
    let record = match &detect.root {
        Some(root) => speakers(root)?,
        None => Vec::new(),
    };
    for path in &detect.files {
        let text = if path.as_os_str() == "-" {
            std::io::read_to_string(std::io::stdin())
                .map_err(|fault| End::Disk(format!("cannot read standard input: {fault}")))?
        } else {
            read_text(path)?
        };
        let mut detected = Detected::new(&path.to_string_lossy(), &text, detect.lang);
        detected.name_by(&record);
        if let Some(tag) = detected.unread() {
            anstream::eprintln!(
                "note: {} is in `{tag}`, for which there is no lexicon: nothing was looked for",
                path.display()
            );
        }
        match detect.format {
            DetectFormat::Text => anstream::println!("{}", detected.text(marks())),
            DetectFormat::Json => print(detected.json().as_bytes())?,
        }
    }
    Ok(())
}

/// The speakers that a site lists; what else is wrong with it is for `check` to tell.
fn speakers(root: &Path) -> Result<Vec<SpeakerEntry>, End> {
    let (inputs, _) = discover(root)?;
    let (parsed, _) = parse(&inputs);
    let own = parsed.briefs.into_iter().map(|brief| brief.record.speakers);
    Ok([parsed.record.speakers]
        .into_iter()
        .chain(own)
        .flatten()
        .collect())
}

/// Brackets where the terminal, a pipe or `NO_COLOR` leaves no colours.
fn marks() -> Marks {
    match anstream::AutoStream::choice(&std::io::stdout()) {
        anstream::ColorChoice::Never => Marks::Brackets,
        _ => Marks::Colours,
    }
}
