//! A saved page: its characters, its article and what it says of itself.

use dom_query::Document;
use dom_smoothie::{Config, Readability};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use super::{blocks, boilerplate, markup, metadata};
use crate::article::Article;
use crate::report::{Code, Diagnostic, Report};

/// A page whose article is shorter is tried again with less care.
const SHORT: usize = 200;

/// Bytes at the beginning of a page in which it may name its character set (the HTML standard).
const HEAD: usize = 1024;

/// Takes in a page: the article by a port of Firefox's reader view, the rest from metadata.
pub(super) fn read(path: &str, bytes: &[u8], report: &mut Report) -> Option<Article> {
    let html = decoded(bytes);
    // Where names of classes mislead, the reader view has to do without them.
    let found = article(&html, true).or_else(|| article(&html, false));
    if found.is_none() {
        let message = format!("no article was found in `{path}`");
        let hint = "copy its words into a text file, and give that";
        report.add(Diagnostic::of_site(Code::NoArticle, message).hint(hint.to_owned()));
    }
    found
}

fn article(html: &str, without_boilerplate: bool) -> Option<Article> {
    let config = Config {
        char_threshold: SHORT,
        disable_json_ld: true,
        ..Config::default()
    };
    let mut reader = Readability::new(html, None, Some(config)).ok()?;
    let mut article = metadata::read(&reader, html);
    if without_boilerplate {
        boilerplate::remove(&reader.doc);
    } else if !reader.is_probably_readable() {
        return None;
    }
    reader.doc_url = article.published.as_ref().and_then(|one| one.url.clone());
    let content = reader.parse().ok()?.content;
    let title = article.title.as_deref().unwrap_or_default();
    article.text = markup::markdown(&blocks::of(&Document::fragment(content), title));
    (!article.text.is_empty()).then_some(article)
}

/// A page's text: UTF-8 where that fits, as a page that was saved anew may still declare what it
/// was before; else by its byte-order mark or the character set that it declares, else
/// windows-1252, as browsers do.
fn decoded(bytes: &[u8]) -> String {
    let head = &bytes[..bytes.len().min(HEAD)];
    let encoding = match std::str::from_utf8(bytes) {
        Ok(_) => UTF_8,
        Err(_) => declared(head).unwrap_or(WINDOWS_1252),
    };
    encoding.decode(bytes).0.into_owned()
}

/// The character set of `<meta charset=…>` or of `content="text/html; charset=…"`.
fn declared(head: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let (_, rest) = head.split_once("charset")?;
    let rest = rest.trim_start().strip_prefix('=')?.trim_start();
    let rest = rest.trim_start_matches(['"', '\'']);
    let end =
        rest.find(|letter: char| !(letter.is_ascii_alphanumeric() || "-_:.".contains(letter)));
    Encoding::for_label(&rest.as_bytes()[..end.unwrap_or(rest.len())])
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn pages_are_read_in_their_character_set() {
        let old = b"<meta http-equiv=Content-Type content=\"text/html; charset=iso-8859-1\">\x93caf\xe9\x94";
        assert!(decoded(old).ends_with("“café”"));
        assert!(decoded(b"\x93caf\xe9\x94").ends_with("“café”"));
        assert!(decoded("<meta charset=latin1>“café”".as_bytes()).ends_with("“café”"));
        assert!(
            decoded(b"<meta charset=utf-16>caf").ends_with("caf"),
            "UTF-16 cannot declare itself"
        );
        assert!(decoded(b"<meta charset='koi8-r'>\xeb\xc9\xc5\xd7").ends_with("Киев"));
    }
}
