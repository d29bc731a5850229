//! A text of a built site that is looked at, and the check that every address in it goes through.

use std::ops::Range;

use super::addresses::{Addresses, Target};
use crate::report::{Code, Diagnostic, Report, Severity};
use crate::text::{FileId, Span};

/// A text that is looked at.
pub(super) struct File<'a> {
    pub(super) id: FileId,
    /// Its place in the list of paths.
    pub(super) index: usize,
    /// Its path below the site's root.
    pub(super) path: &'a str,
    pub(super) text: &'a str,
    pub(super) addresses: &'a Addresses<'a>,
    pub(super) report: Report,
    /// Where its addresses name a part of a file.
    pub(super) parts: Vec<PartOf>,
}

/// A part of a file that is named somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PartOf {
    /// The file, by its place in the list of paths.
    pub(super) file: usize,
    /// The part, as it was written behind `#`.
    pub(super) part: String,
    /// Where it is named.
    pub(super) span: Span,
}

/// What an address is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    /// A reader may follow it.
    Link,
    /// It is fetched as soon as the page opens.
    Load,
    /// It is told to other programs.
    Mention,
}

impl File<'_> {
    pub(super) fn span(&self, place: &Range<usize>) -> Span {
        Span::new(self.id, place.start, place.end)
    }

    /// Tells of an error.
    pub(super) fn tell(&mut self, code: Code, place: &Range<usize>, message: impl Into<String>) {
        self.add(code, place, message, None);
    }

    /// Tells of an error, with a hint.
    pub(super) fn tell_how(
        &mut self,
        code: Code,
        place: &Range<usize>,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        self.add(code, place, message, Some(hint.into()));
    }

    /// What is inspected was built: a link that leads nowhere is no matter of taste any more.
    fn add(
        &mut self,
        code: Code,
        place: &Range<usize>,
        message: impl Into<String>,
        hint: Option<String>,
    ) {
        let mut fault = Diagnostic::new(code, self.span(place), message).hint(hint);
        fault.severity = Severity::Error;
        self.report.add(fault);
    }

    /// Tells of what is well-formed and yet to be looked at.
    pub(super) fn warn(&mut self, code: Code, place: &Range<usize>, message: impl Into<String>) {
        let mut fault = Diagnostic::new(code, self.span(place), message);
        fault.severity = Severity::Warning;
        self.report.add(fault);
    }

    /// Where an address leads that stands at `place`; tells when it should not.
    pub(super) fn follow(
        &mut self,
        address: &str,
        what: Use,
        place: &Range<usize>,
        from: &str,
    ) -> Target {
        let target = self.addresses.target(address, from);
        match &target {
            Target::File(index, part) if !part.is_empty() => self.parts.push(PartOf {
                file: *index,
                part: part.clone(),
                span: self.span(place),
            }),
            Target::Missing(path) => {
                let message = format!("`{address}` leads to no file of the site");
                self.add(Code::BrokenLink, place, message, self.addresses.meant(path));
            }
            Target::Above => {
                let message = format!("`{address}` leads out of the site’s folder");
                let base = self.addresses.base_path();
                let hint = format!("addresses from the host’s root begin with `/{base}/` here");
                let hint = (address.starts_with('/') && !base.is_empty()).then_some(hint);
                self.add(Code::BrokenLink, place, message, hint);
            }
            Target::Elsewhere if what == Use::Load => self.tell_how(
                Code::OutsideRequest,
                place,
                format!("`{address}` is fetched from another host as soon as the page opens"),
                "copy the file to `static/` and name it there",
            ),
            Target::File(..) | Target::Elsewhere => {}
            Target::Scheme(scheme) => self.scheme(scheme, address, what, place),
        }
        target
    }

    fn scheme(&mut self, scheme: &str, address: &str, what: Use, place: &Range<usize>) {
        let shown: String = address.trim().chars().take(40).collect();
        match scheme {
            "javascript" | "vbscript" => self.tell(
                Code::PolicyViolation,
                place,
                format!("`{shown}` runs a script, which the policy `default-src 'self'` forbids"),
            ),
            "data" | "blob" if what == Use::Load => self.tell_how(
                Code::PolicyViolation,
                place,
                format!("`{shown}…` is loaded from itself, which `default-src 'self'` forbids"),
                "put it into a file below `static/` and name that",
            ),
            "file" => self.tell(
                Code::BrokenLink,
                place,
                format!("`{shown}` leads to a file of one machine"),
            ),
            _ => {}
        }
    }
}
