//! `ascribe explain`: what a fault or lint means, or where a claim comes from.

use ascribe::provenance;
use ascribe::report::{Code, Severity, did_you_mean};

use super::{End, ask, in_pool};
use crate::cli::Explain;

pub(crate) fn run(explain: &Explain) -> Result<(), End> {
    let Some(name) = &explain.name else {
        for code in Code::ALL {
            anstream::println!("{}", code.name());
        }
        return Ok(());
    };
    if name.contains(':') {
        return in_pool(&explain.reading, || {
            let (site, subject) = ask(&explain.reading, name)?;
            anstream::print!("{}", provenance::explain(&site, subject));
            Ok(())
        });
    }
    let Some(code) = Code::from_name(name) else {
        let known = Code::ALL.iter().map(|code| code.name());
        let hint = did_you_mean(name, known)
            .unwrap_or_else(|| format!("a claim is asked for with `claim:{name}`"));
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
