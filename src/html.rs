//! Text as HTML.

/// Escapes text for HTML, in an element or a quoted attribute.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

/// Elements that stand inside of a line and part no words.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd",
    "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
];

/// The words that a reader of a page sees: scripts, styles and tags left out, entities read. Blocks
/// are parted by white space.
pub fn words(page: &str) -> String {
    let mut parted = String::with_capacity(page.len() + page.len() / 8);
    for (index, part) in page.split('<').enumerate() {
        if index > 0 {
            let name = part.trim_start_matches('/');
            let end = name.find(|letter: char| !letter.is_ascii_alphanumeric());
            let name = name[..end.unwrap_or(name.len())].to_ascii_lowercase();
            if !INLINE.contains(&name.as_str()) {
                parted.push('\n');
            }
            parted.push('<');
        }
        parted.push_str(part);
    }
    let mut cleaner = ammonia::Builder::empty();
    cleaner.clean_content_tags(["script", "style", "template", "head", "noscript"].into());
    let clean = cleaner.clean(&parted).to_string();
    plain(&clean.replace("&nbsp;", " "))
}

/// The character, or the two, that a reference such as `&eacute;` stands for; what is no reference
/// stays as it is.
pub fn character(reference: &str) -> String {
    match reference {
        "&amp;" => "&".to_owned(),
        "&lt;" => "<".to_owned(),
        "&gt;" => ">".to_owned(),
        "&quot;" => "\"".to_owned(),
        "&nbsp;" => "\u{a0}".to_owned(),
        other => plain(&ammonia::Builder::empty().clean(other).to_string()),
    }
}

/// Text from the cleaner, which writes no other references than these.
fn plain(clean: &str) -> String {
    clean
        .replace("&nbsp;", "\u{a0}")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

/// HTML as it reads in other programs: without classes, ids, scripts and forms, and with every
/// address absolute, as seen from the page at `base`.
pub fn portable(html: &str, base: &str) -> String {
    let mut cleaner = ammonia::Builder::default();
    cleaner.link_rel(None).rm_tags(["span"]);
    if let Ok(base) = ammonia::Url::parse(base) {
        cleaner.url_relative(ammonia::UrlRelative::RewriteWithBase(base));
    }
    cleaner.clean(&boxes(html)).to_string()
}

/// The boxes of task lists as characters.
fn boxes(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    for (index, part) in html.split("<input").enumerate() {
        match part.split_once('>').filter(|_| index > 0) {
            Some((attributes, rest)) => {
                let is_checked = attributes.contains("checked");
                text.push_str(if is_checked { "☑" } else { "☐" });
                text.push_str(rest);
            }
            None => text.push_str(part),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{character, portable, words};

    #[test]
    fn references_are_read() {
        for (reference, expected) in [
            ("&amp;", "&"),
            ("&eacute;", "é"),
            ("&#x201c;", "“"),
            ("&nope;", "&nope;"),
            ("&", "&"),
        ] {
            assert_eq!(character(reference), expected);
        }
    }

    #[test]
    fn html_reads_well_elsewhere() {
        let html = "<p id=\"a\" class=\"b\">See <a href=\"../c/index.html#d\">c</a>, <a href=\"#e\">e</a> \
            <img src=\"f.png\" alt=\"F\" onerror=\"x()\"></p><script>x()</script>\
            <ul><li><input disabled=\"\" type=\"checkbox\" checked=\"\"/> done</li></ul>";
        assert_eq!(
            portable(html, "https://example.org/x/a/"),
            "<p>See <a href=\"https://example.org/x/c/index.html#d\">c</a>, \
             <a href=\"https://example.org/x/a/#e\">e</a> \
             <img src=\"https://example.org/x/a/f.png\" alt=\"F\"></p>\
             <ul><li>☑ done</li></ul>"
        );
    }

    #[test]
    fn the_words_of_a_page_are_read() {
        let page = "<!DOCTYPE html><html><head><title>T</title><style>p{}</style></head><body>\
            <p>It&rsquo;s a <b>de</b>al &amp;&nbsp;more</p><p>caf&eacute; &lt;x&gt;</p><script>let a = '<p>no</p>';</script>\
            <!-- no --><ul><li>one<li>two</ul>";
        let read = words(page);
        let read: Vec<&str> = read.split_whitespace().collect();
        assert_eq!(read.join(" "), "T It’s a deal & more café <x> one two");
    }
}
