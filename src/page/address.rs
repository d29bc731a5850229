//! From the files of a site to addresses: relative, on the host, and public.

use crate::site::Site;

/// The relative way from the page at `route` to the site's root: `../` for each folder.
pub fn to_root(route: &str) -> String {
    "../".repeat(route.matches('/').count())
}

/// The public address of a file of the site, where the site has one.
pub fn absolute(site: &Site, route: &str) -> Option<String> {
    let base = site.settings.base_url.as_ref()?;
    Some(format!("{base}{}", encoded(public_path(route))))
}

/// The path at which the site stands on its host, with a slash at both ends.
pub fn base_path(site: &Site) -> String {
    let base = site.settings.base_url.as_deref().unwrap_or_default();
    let host_and_path = base.split_once("://").map_or(base, |(_, rest)| rest);
    host_and_path
        .split_once('/')
        .map_or_else(|| "/".to_owned(), |(_, path)| format!("/{path}"))
}

/// A path as it stands in an address: what is neither a letter of ASCII, a digit nor harmless there
/// is escaped (RFC 3986).
pub fn encoded(path: &str) -> String {
    let mut text = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/!$&'()*+,;=:@".contains(&byte) {
            text.push(char::from(byte));
        } else {
            text.push_str(&format!("%{byte:02X}"));
        }
    }
    text
}

/// The address of a page below the site's public address: a folder's index goes by the folder.
pub fn public_path(route: &str) -> &str {
    route.strip_suffix("index.html").unwrap_or(route)
}
