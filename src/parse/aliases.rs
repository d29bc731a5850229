//! Reading `aliases`: old addresses, as files below the site's root.

use crate::report::{Code, Diagnostic, Report};
use crate::text::Name;
use crate::yaml::Fields;

/// The `aliases` of front matter. An address that ends in `.html` is a file, any other a folder, as
/// `2022/shells` and `2022/shells/` both were.
pub(super) fn aliases(fields: &mut Fields, report: &mut Report) -> Vec<Name> {
    let written = fields.texts("aliases", report);
    let mut aliases = Vec::with_capacity(written.len());
    for name in written {
        match route(&name.value) {
            Ok(route) => aliases.push(Name::new(route, name.span)),
            Err(hint) => {
                let message = format!("`{}` is no address of this site", name.value);
                let fault = Diagnostic::new(Code::InvalidValue, name.span, message);
                report.add(fault.hint(hint));
            }
        }
    }
    aliases
}

/// The file of an old address, or what to write in its place.
fn route(written: &str) -> Result<String, String> {
    const PLAIN: &str = "write the path below the site’s root: `2022/shells.html` or `briefs/old/`";
    if written.contains("://") || written.starts_with("//") {
        return Err(PLAIN.to_owned());
    }
    let path = written.trim_start_matches('/');
    let refused: &[char] = &['?', '#', '%', '\\', ':', '*', '<', '>', '|', '"'];
    if let Some(letter) = path.chars().find(|one| refused.contains(one)) {
        return Err(match letter {
            '%' => "write letters as they are read, `é` for `%C3%A9`".to_owned(),
            '?' | '#' => format!("leave out `{letter}` and what follows: no host looks at it"),
            letter => format!("no file of every system has `{letter}` in its name"),
        });
    }
    let parts: Vec<&str> = path.trim_end_matches('/').split('/').collect();
    let is_name = |part: &&str| {
        let is_bare = part.trim() == *part && !part.ends_with('.');
        is_bare && !part.is_empty() && !part.starts_with('.') && !part.contains(char::is_control)
    };
    if !parts.iter().all(is_name) {
        return Err(PLAIN.to_owned());
    }
    let path = parts.join("/");
    let ending = path
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_ascii_lowercase());
    let is_file = !written.ends_with('/') && matches!(ending.as_deref(), Some("html" | "htm"));
    Ok(if is_file { path } else { path + "/index.html" })
}
