//! Writing YAML: text as a value that reads back as itself.

/// Words that YAML, or an older reader of it, takes for something else than text.
const RESERVED: &[&str] = &[
    "true", "false", "null", "yes", "no", "on", "off", "y", "n", "inf", "nan",
];

/// Text as a value of a block mapping or a block list: bare where that is safe, else in quotation
/// marks. Control characters, which YAML cannot hold, become spaces.
pub fn scalar(text: &str) -> String {
    let is_odd = |letter: char| {
        letter.is_control() || matches!(letter, '\u{feff}' | '\u{fffe}' | '\u{ffff}')
    };
    let text: String = text
        .chars()
        .map(|letter| if is_odd(letter) { ' ' } else { letter })
        .collect();
    let is_bare = text.starts_with(char::is_alphabetic)
        && text.trim_end().len() == text.len()
        && text.chars().all(|letter| {
            letter.is_alphanumeric() || " .,-/()?!;+$%&=~@_‘’“”–—…:'".contains(letter)
        })
        && !text.contains(": ")
        && !text.ends_with(':')
        && !RESERVED.iter().any(|word| text.eq_ignore_ascii_case(word));
    if is_bare {
        return text;
    }
    // JSON's quotation is YAML's.
    serde_json::Value::String(text).to_string()
}

/// The same for a value of a mapping or list in braces or brackets, which a comma would end.
pub fn flow_scalar(text: &str) -> String {
    let written = scalar(text);
    if written.contains(',') && !written.starts_with('"') {
        return serde_json::Value::String(written).to_string();
    }
    written
}

#[cfg(test)]
mod tests {
    use super::{flow_scalar, scalar};

    #[test]
    fn text_is_bare_where_yaml_reads_it_as_text() {
        for bare in [
            "Shells, and who sells them",
            "https://example.org/a?b=c&d",
            "Kyiv’s view",
            "Don't know",
        ] {
            assert_eq!(scalar(bare), bare);
        }
        for quoted in [
            "2022", "true", "No", "A: b", "- a", "\"a\" b", "a #b", "[a]", "", "a ", "{a}", "*a",
        ] {
            let json = serde_json::Value::String(quoted.to_owned()).to_string();
            assert_eq!(scalar(quoted), json);
        }
        assert_eq!(flow_scalar("A, B"), "\"A, B\"");
        assert_eq!(flow_scalar("St. John-Smith"), "St. John-Smith");
        assert_eq!(scalar("a\u{85}b\n\"c\""), "\"a b \\\"c\\\"\"");
    }
}
