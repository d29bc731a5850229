//! `ascribe impact`: all that rests on a source, a claim or a speaker.

use ascribe::impact;
use ascribe::site::Dependents;

use super::{End, ask, in_pool};
use crate::cli::{Impact, ImpactFormat};

pub(crate) fn run(asked: &Impact) -> Result<(), End> {
    in_pool(&asked.reading, || {
        let (site, subject) = ask(&asked.reading, &asked.key)?;
        let dependents = Dependents::of(&site, subject.into());
        match asked.format {
            ImpactFormat::Text => anstream::print!("{}", impact::text(&site, &dependents)),
            ImpactFormat::Json => anstream::println!("{}", impact::json(&site, &dependents)),
        }
        Ok(())
    })
}
