//! Slugs: the parts of addresses. The home of `deunicode`.

/// Small letters, digits and single hyphens, for any text; `-` never stands at an end.
/// A text without a letter or digit gives `untitled`.
pub fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for character in deunicode::deunicode(text).chars() {
        if character.is_ascii_alphanumeric() {
            slug.push(character.to_ascii_lowercase());
        } else if character != '\'' && !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let end = slug.trim_end_matches('-').len();
    slug.truncate(end);
    if slug.is_empty() {
        "untitled".to_owned()
    } else {
        slug
    }
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn slugs_are_plain_words() {
        assert_eq!(slug("Russia's Über-deal: 2022"), "russias-uber-deal-2022");
        assert_eq!(slug("  --  "), "untitled");
        assert_eq!(slug("Київ"), "kiyiv");
        assert_eq!(slug("content_note (2)"), "content-note-2");
    }
}
