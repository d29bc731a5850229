//! Links to words of a page: text fragments (WICG, "URL Fragment Text Directives").

/// A quotation of more words is found by its beginning and end.
const WHOLE: usize = 10;

/// How many words of each end are enough to find it.
const ENDS: usize = 4;

/// The address with a fragment that leads to a quotation: browsers that know it scroll to the words
/// and mark them, others open the page as ever.
///
/// What an ellipsis leaves out and what brackets put in does not stand on the page, so a quotation
/// with either is found by its ends. An address that is none of the web, or that leads to some words
/// already, stays as it is.
pub fn to_words(address: &str, quote: &str) -> String {
    let is_web = address.starts_with("https://") || address.starts_with("http://");
    let parts = parts(quote);
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else {
        return address.to_owned();
    };
    if !is_web || address.contains(":~:") {
        return address.to_owned();
    }
    let directive = if parts.len() == 1 && first.len() <= WHOLE {
        encoded(first)
    } else {
        let begin = &first[..first.len().min(ENDS)];
        let end = &last[last.len().saturating_sub(ENDS)..];
        format!("{},{}", encoded(begin), encoded(end))
    };
    let sign = if address.contains('#') { "" } else { "#" };
    format!("{address}{sign}:~:text={directive}")
}

/// The words of a quotation between what was left out or put in.
fn parts(quote: &str) -> Vec<Vec<&str>> {
    let is_mark = |letter: char| "\"“”„«»‘’'".contains(letter) || letter.is_whitespace();
    let mut parts = Vec::new();
    // Every second piece stands in brackets.
    for piece in quote.split(['[', ']']).step_by(2) {
        for part in piece.split('…').flat_map(|piece| piece.split("...")) {
            let part = part.trim_matches(is_mark);
            if part.contains(char::is_alphanumeric) {
                parts.push(part.split_whitespace().collect());
            }
        }
    }
    parts
}

/// Words in percent-encoding; the hyphen, the comma and the ampersand part the directive.
fn encoded(words: &[&str]) -> String {
    let mut encoded = String::new();
    for byte in words.join(" ").bytes() {
        if byte.is_ascii_alphanumeric() || b"._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::to_words;

    #[test]
    fn quotations_are_found_whole_or_by_their_ends() {
        let link = |quote: &str| to_words("https://example.org/a", quote);
        let base = "https://example.org/a#:~:text=";
        assert_eq!(link("“no deal”"), format!("{base}no%20deal"));
        assert_eq!(
            link("well-known, it & she"),
            format!("{base}well%2Dknown%2C%20it%20%26%20she")
        );
        assert_eq!(
            link("dès l’été"),
            format!("{base}d%C3%A8s%20l%E2%80%99%C3%A9t%C3%A9")
        );
        assert_eq!(
            link("one two three four five six seven eight nine ten eleven"),
            format!("{base}one%20two%20three%20four,eight%20nine%20ten%20eleven")
        );
        assert_eq!(
            link("the deal … is off"),
            format!("{base}the%20deal,is%20off")
        );
        assert_eq!(link("it [the deal] is off"), format!("{base}it,is%20off"));
    }

    #[test]
    fn other_addresses_and_fragments_are_kept() {
        assert_eq!(
            to_words("https://example.org/a#b", "no"),
            "https://example.org/a#b:~:text=no"
        );
        for kept in [
            "https://example.org/#:~:text=x",
            "urn:isbn:1",
            "mailto:a@example.org",
        ] {
            assert_eq!(to_words(kept, "no deal"), kept);
        }
        assert_eq!(
            to_words("https://example.org/", "“…”"),
            "https://example.org/"
        );
    }
}
