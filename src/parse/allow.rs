//! Reading `allow`: lints that are not told at a place, each with its reason.

use crate::record::{Allow, Scope};
use crate::report::{Code, Diagnostic, Report, did_you_mean};
use crate::text::{Name, Span};
use crate::yaml::{Fields, Node};

/// The `allow` of an entry or of front matter, which holds in `scope`.
pub(super) fn allows(fields: &mut Fields, scope: &Scope, report: &mut Report) -> Vec<Allow> {
    fields.list("allow", report, |node, report| {
        allow(node, report, |_, _| scope.clone())
    })
}

/// The `allow` of the settings, which holds in the whole site or `of` the key of something.
pub(super) fn allows_of_site(fields: &mut Fields, report: &mut Report) -> Vec<Allow> {
    let scope = |fields: &mut Fields, report: &mut Report| {
        fields.text("of", report).map_or(Scope::Site, Scope::Key)
    };
    fields.list("allow", report, |node, report| allow(node, report, scope))
}

/// The place of an entry: from its key to the end of its value.
pub(super) fn extent(key: &Name, node: &Node) -> Span {
    Span::new(key.span.file, key.span.start, node.end())
}

fn allow(
    node: &Node,
    report: &mut Report,
    scope: impl FnOnce(&mut Fields, &mut Report) -> Scope,
) -> Option<Allow> {
    let mut fields = Fields::new(node, "an `allow`", report)?;
    let lint = fields.required("lint", node.span, report);
    let reason = fields.required("reason", node.span, report);
    let scope = scope(&mut fields, report);
    fields.finish(report);
    let lint = lint?;
    Some(Allow {
        lint: lint_named(&lint, report)?,
        reason: reason?.value,
        span: lint.span,
        scope,
    })
}

/// The lint that a name means, of those that can be allowed at a place.
pub fn lint_named(name: &Name, report: &mut Report) -> Option<Code> {
    known(name, "lint", Code::is_allowable, report)
}

/// The code that a name means, of some; there are too many to name them all in a hint.
pub(super) fn known(
    name: &Name,
    key: &str,
    is_meant: fn(Code) -> bool,
    report: &mut Report,
) -> Option<Code> {
    let code = Code::from_name(&name.value).filter(|code| is_meant(*code));
    if code.is_none() {
        let names = Code::ALL.iter().filter(|code| is_meant(**code));
        let hint = did_you_mean(&name.value, names.map(|code| code.name()))
            .unwrap_or_else(|| "`ascribe explain` lists the lints".to_owned());
        let message = format!("`{}` is no value of `{key}`", name.value);
        report.add(Diagnostic::new(Code::InvalidValue, name.span, message).hint(hint));
    }
    code
}
