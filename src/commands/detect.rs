//! `ascribe detect`: who says what in plain prose.

use ascribe::detections::{Detected, Marks};
use ascribe::discover::read_text;

use super::End;
use crate::cli::{Detect, DetectFormat};

pub(crate) fn run(detect: &Detect) -> Result<(), End> {
    for path in &detect.files {
        let text = if path.as_os_str() == "-" {
            std::io::read_to_string(std::io::stdin())
                .map_err(|fault| End::Disk(format!("cannot read standard input: {fault}")))?
        } else {
            read_text(path)?
        };
        let detected = Detected::new(&path.to_string_lossy(), &text, detect.lang);
        if let Some(tag) = detected.unread() {
            anstream::eprintln!(
                "note: {} is in `{tag}`, for which there is no lexicon: nothing was looked for",
                path.display()
            );
        }
        match detect.format {
            DetectFormat::Text => anstream::println!("{}", detected.text(marks())),
            DetectFormat::Json => anstream::println!("{}", detected.json()),
        }
    }
    Ok(())
}

/// Brackets where the terminal, a pipe or `NO_COLOR` leaves no colours.
fn marks() -> Marks {
    match anstream::AutoStream::choice(&std::io::stdout()) {
        anstream::ColorChoice::Never => Marks::Brackets,
        _ => Marks::Colours,
    }
}
