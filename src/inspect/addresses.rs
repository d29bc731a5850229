//! Where the addresses of a built site lead, as a host would serve it.

use std::collections::HashMap;

use crate::address::{decoded, folder, join};
use crate::report::nearest;

/// Every file of a built site, and its public address.
pub(super) struct Addresses<'a> {
    /// The paths, sorted.
    pub(super) paths: &'a [String],
    /// For paths in small letters one that differs in nothing else.
    folded: HashMap<String, usize>,
    /// The public address, with a slash at its end.
    pub(super) base: Option<String>,
}

/// In how many files a name is looked for that is nearly the one that was written.
const SEARCHED: usize = 5_000;

/// Where an address leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// To a file of the site, by its place in the list, and to a part of it.
    File(usize, String),
    /// To this path below the site's root, where nothing is.
    Missing(String),
    /// Above the site's root.
    Above,
    /// To another host, or to another part of ours.
    Elsewhere,
    /// To something that is no place of the web, by the scheme in small letters.
    Scheme(String),
}

impl<'a> Addresses<'a> {
    pub(super) fn new(paths: &'a [String], base: Option<&str>) -> Self {
        let folded = paths.iter().enumerate();
        Self {
            paths,
            folded: folded
                .map(|(index, path)| (path.to_lowercase(), index))
                .collect(),
            base: base.map(|base| format!("{}/", base.trim_end_matches('/'))),
        }
    }

    /// Where an address leads that stands in the file at `from`.
    pub(super) fn target(&self, address: &str, from: &str) -> Target {
        let address = address.trim_matches(|letter: char| letter.is_ascii_whitespace());
        let scheme = scheme(address);
        match scheme.as_deref() {
            None | Some("http" | "https") => {}
            Some(other) => return Target::Scheme(other.to_owned()),
        }
        let (rest, fragment) = address.split_once('#').unwrap_or((address, ""));
        let rest = rest.split('?').next().unwrap_or_default();
        let fragment = fragment.split(":~:").next().unwrap_or_default();
        if scheme.is_some() || rest.starts_with("//") {
            return match self.below(rest) {
                Some(path) => self.file("", &decoded(path), fragment),
                None => Target::Elsewhere,
            };
        }
        if let Some(rooted) = rest.strip_prefix('/') {
            return match below(rooted, self.base_path()) {
                Some(path) => self.file("", &decoded(path), fragment),
                None => Target::Above,
            };
        }
        if rest.is_empty() {
            return match self.index(from) {
                Some(own) => Target::File(own, fragment.to_owned()),
                None => Target::Missing(from.to_owned()),
            };
        }
        self.file(folder(from), &decoded(rest), fragment)
    }

    /// The part of an absolute address below the site's own.
    fn below<'b>(&self, address: &'b str) -> Option<&'b str> {
        let base = self.base.as_deref()?.trim_end_matches('/');
        below(without_scheme(address), without_scheme(base))
    }

    /// The folder of the host in which the site lies, without slashes around it.
    pub(super) fn base_path(&self) -> &str {
        let base = self.base.as_deref().unwrap_or_default();
        let path = base.splitn(4, '/').nth(3).unwrap_or_default();
        path.trim_end_matches('/')
    }

    /// The file at a path: a folder's is its index.
    fn file(&self, folder: &str, path: &str, fragment: &str) -> Target {
        let Some(joined) = join(folder, path) else {
            return Target::Above;
        };
        let index = join(&joined, "index.html").unwrap_or_default();
        let is_folder = joined.is_empty() || path.ends_with('/');
        let exact = self.index(&joined).filter(|_| !is_folder);
        match exact.or_else(|| self.index(&index)) {
            Some(found) => Target::File(found, fragment.to_owned()),
            None if is_folder => Target::Missing(index),
            None => Target::Missing(joined),
        }
    }

    /// The place of a path in the list.
    pub(super) fn index(&self, path: &str) -> Option<usize> {
        let found = self.paths.binary_search_by(|one| one.as_str().cmp(path));
        found.ok()
    }

    /// The absolute address of a file, a folder's index by the folder.
    pub(super) fn public(&self, path: &str) -> Option<String> {
        Some(format!(
            "{}{}",
            self.base.as_ref()?,
            crate::page::public_path(path)
        ))
    }

    /// What a path may mean where nothing is.
    pub(super) fn meant(&self, path: &str) -> Option<String> {
        let index = format!("{}/index.html", path.trim_end_matches('/'));
        for one in [path, &index] {
            if let Some(found) = self.folded.get(&one.to_lowercase()) {
                let path = &self.paths[*found];
                return Some(format!(
                    "the file is `{path}`; hosts tell capital letters from small ones"
                ));
            }
        }
        // A large site with one broken link on every page must not be gone through for each.
        let near = self.paths.iter().map(String::as_str);
        let near = nearest(path, near.filter(|_| self.paths.len() <= SEARCHED))?;
        Some(format!("did you mean the file `{near}`?"))
    }
}

/// The scheme of an address, in small letters.
fn scheme(address: &str) -> Option<String> {
    let (scheme, _) = address.split_once(':')?;
    let is_scheme = scheme.starts_with(|letter: char| letter.is_ascii_alphabetic())
        && scheme
            .chars()
            .all(|letter| letter.is_ascii_alphanumeric() || "+-.".contains(letter));
    is_scheme.then(|| scheme.to_ascii_lowercase())
}

fn without_scheme(address: &str) -> &str {
    address.split_once("//").map_or(address, |(_, rest)| rest)
}

/// The rest of a path below a folder.
fn below<'a>(path: &'a str, folder: &str) -> Option<&'a str> {
    if folder.is_empty() {
        return Some(path);
    }
    let rest = path.strip_prefix(folder)?;
    if rest.is_empty() {
        return Some(rest);
    }
    rest.strip_prefix('/')
}

#[cfg(test)]
mod tests {
    use super::{Addresses, Target};

    #[test]
    fn addresses_lead_where_a_host_would_lead_them() {
        let paths = ["a b.html", "index.html", "x/index.html", "x/y.css"].map(str::to_owned);
        let site = Addresses::new(&paths, Some("https://example.org/sub"));
        let to = |address| site.target(address, "x/index.html");
        let file = |index, fragment: &str| Target::File(index, fragment.to_owned());
        let missing = |path: &str| Target::Missing(path.to_owned());
        for (address, target) in [
            ("", file(2, "")),
            ("#a", file(2, "a")),
            ("?q=1#a:~:text=b", file(2, "a")),
            ("#:~:text=b", file(2, "")),
            ("y.css", file(3, "")),
            ("../", file(1, "")),
            ("../a%20b.html", file(0, "")),
            ("../x", file(2, "")),
            ("../x/", file(2, "")),
            ("../X/", missing("X/index.html")),
            ("y.css/", missing("x/y.css/index.html")),
            ("../../a", Target::Above),
            ("/x/", Target::Above),
            ("/sub/x/#b", file(2, "b")),
            ("/sub", file(1, "")),
            ("/subway", Target::Above),
            ("https://example.org/sub/x/index.html", file(2, "")),
            ("https://example.org/sub", file(1, "")),
            ("//example.org/sub/z", missing("z")),
            ("https://example.org/other", Target::Elsewhere),
            ("https://example.org.evil/sub/", Target::Elsewhere),
            ("MailTo:a@example.org", Target::Scheme("mailto".to_owned())),
        ] {
            assert_eq!(to(address), target, "{address}");
        }
    }
}
