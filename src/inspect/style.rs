//! The addresses in style sheets.

use std::ops::Range;

use super::file::{File, Use};

/// Looks at a style sheet that begins at `base` in the file.
pub(super) fn inspect(file: &mut File, css: &str, base: usize) {
    for place in addresses(css) {
        let address = &css[place.clone()];
        if address.starts_with('#') {
            continue;
        }
        let place = base + place.start..base + place.end;
        file.follow(address, Use::Load, &place, file.path);
    }
}

/// The places of the addresses in `url(…)` and `@import "…"`, comments and other strings left out.
fn addresses(css: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < css.len() {
        let rest = &css.as_bytes()[at..];
        let letter = rest.first().copied().unwrap_or_default();
        let begins = |word: &str| {
            let head = rest.get(..word.len());
            head.is_some_and(|head| head.eq_ignore_ascii_case(word.as_bytes()))
        };
        if begins("/*") {
            at = css[at..].find("*/").map_or(css.len(), |end| at + end + 2);
        } else if letter == b'"' || letter == b'\'' {
            at = string(css, at).end + 1;
        } else if begins("url(") {
            let open = at + "url(".len();
            let inner = skip(css, open);
            let quoted = css[inner..].starts_with(['"', '\'']);
            let place = if quoted {
                string(css, inner)
            } else {
                bare(css, inner)
            };
            at = place.end + 1;
            found.push(place);
        } else if begins("@import") {
            let inner = skip(css, at + "@import".len());
            at = inner;
            if css[inner..].starts_with(['"', '\'']) {
                let place = string(css, inner);
                at = place.end + 1;
                found.push(place);
            }
        } else {
            at += 1;
        }
    }
    found
}

/// The place of what a quotation mark at `at` opens.
fn string(css: &str, at: usize) -> Range<usize> {
    let mark = css.as_bytes()[at];
    let mut end = at + 1;
    while let Some(letter) = css.as_bytes().get(end) {
        match *letter {
            b'\\' => end += 2,
            letter if letter == mark || letter == b'\n' => break,
            _ => end += 1,
        }
    }
    at + 1..end.min(css.len())
}

/// The place of an address without quotation marks.
fn bare(css: &str, at: usize) -> Range<usize> {
    let end = css[at..].find(')').map_or(css.len(), |end| at + end);
    at..at + css[at..end].trim_end().len()
}

fn skip(css: &str, at: usize) -> usize {
    css.len() - css[at..].trim_start().len()
}

#[cfg(test)]
mod tests {
    use super::addresses;

    #[test]
    fn addresses_are_found_and_comments_and_strings_are_not() {
        let css = "@import 'é.css' screen; @import url(b.css);\n/* url(c.png) */ \
                   a { content: \"url(d.png)\"; background: URL( e.png ) , url(\"f).png\") } é { g: url(";
        let found: Vec<&str> = addresses(css)
            .into_iter()
            .map(|place| &css[place])
            .collect();
        assert_eq!(found, ["é.css", "b.css", "e.png", "f).png", ""]);
    }
}
