//! Links, images and heading attributes that could run a script are refused.

use pulldown_cmark::{Event, LinkType, Tag};

use super::{Item, Pass};
use crate::report::{Code, Diagnostic};
use crate::settings::HtmlPolicy;
use crate::text::{Name, Spanned};

/// Schemes whose address is itself a document or a script.
const UNSAFE: &[&str] = &["javascript", "vbscript", "data"];

/// Reports every unsafe link and attribute of the text.
pub(super) fn refuse_unsafe(pass: &mut Pass) {
    let mut faults = Vec::new();
    for item in &pass.items {
        let Item::Event(Event::Start(tag), range) = item else {
            continue;
        };
        match tag {
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => {
                if let Some(scheme) = unsafe_scheme(dest_url) {
                    let message = format!("a link may not begin with `{scheme}:`");
                    faults.push(Diagnostic::new(Code::UnsafeLink, pass.span(range), message));
                }
            }
            Tag::Heading { attrs, .. } if pass.settings.html != HtmlPolicy::Trust => {
                for (name, _) in attrs {
                    let name = name.to_ascii_lowercase();
                    if !name.starts_with("data-") && !matches!(&*name, "lang" | "dir" | "title") {
                        let message = format!("a heading may not carry `{name}`");
                        let span = pass.span(range);
                        faults.push(Diagnostic::new(Code::UnsafeAttribute, span, message));
                    }
                }
            }
            _ => {}
        }
    }
    for fault in faults {
        pass.report.add(fault);
    }
}

/// Where the links and images of the text lead.
pub(super) fn gather(pass: &Pass) -> Vec<Name> {
    let links = pass.items.iter().filter_map(|item| {
        let Item::Event(Event::Start(tag), range) = item else {
            return None;
        };
        let (Tag::Link {
            dest_url,
            link_type,
            ..
        }
        | Tag::Image {
            dest_url,
            link_type,
            ..
        }) = tag
        else {
            return None;
        };
        let is_address = !matches!(link_type, LinkType::Email);
        is_address.then(|| Spanned::new(dest_url.to_string(), pass.span(range)))
    });
    links.collect()
}

/// The scheme of an address, if it is unsafe. Browsers drop control characters and white space
/// from an address before they read its scheme, so these are dropped here too.
fn unsafe_scheme(address: &str) -> Option<&'static str> {
    let scheme: String = address
        .chars()
        .filter(|letter| !letter.is_control() && !letter.is_whitespace())
        .take_while(|letter| *letter != ':')
        .take(16)
        .collect();
    if !address.contains(':') {
        return None;
    }
    UNSAFE
        .iter()
        .copied()
        .find(|known| scheme.eq_ignore_ascii_case(known))
}
