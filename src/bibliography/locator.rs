//! Where in a source: "para 3", "pp. 5–7", as citation styles know it.

use hayagriva::citationberg::taxonomy::Locator;

/// What a locator's first word counts, in English and Spanish, without its full stop.
const WORDS: &[(&[&str], Locator)] = &[
    (
        &[
            "p", "pp", "pg", "page", "pages", "pág", "págs", "página", "páginas",
        ],
        Locator::Page,
    ),
    (
        &[
            "para",
            "paras",
            "par",
            "paragraph",
            "paragraphs",
            "¶",
            "¶¶",
            "párr",
            "párrs",
            "párrafo",
            "párrafos",
        ],
        Locator::Paragraph,
    ),
    (
        &[
            "ch",
            "chap",
            "chaps",
            "chapter",
            "chapters",
            "cap",
            "capítulo",
        ],
        Locator::Chapter,
    ),
    (
        &["sec", "secs", "section", "sections", "§", "§§", "sección"],
        Locator::Section,
    ),
    (&["l", "ll", "line", "lines", "línea"], Locator::Line),
    (&["n", "nn", "note", "notes", "nota"], Locator::Note),
    (&["no", "nos", "issue", "issues"], Locator::Issue),
    (
        &["art", "arts", "article", "articles", "artículo"],
        Locator::ArticleLocator,
    ),
    (&["app", "appendix", "annex", "anexo"], Locator::Appendix),
    (
        &["fig", "figs", "figure", "figures", "figura"],
        Locator::Figure,
    ),
    (&["tab", "table", "tables", "tabla"], Locator::Table),
    (
        &["vol", "vols", "volume", "volumes", "volumen"],
        Locator::Volume,
    ),
    (
        &["col", "cols", "column", "columns", "columna"],
        Locator::Column,
    ),
    (&["pt", "part", "parts", "parte"], Locator::Part),
    (&["bk", "book", "books", "libro"], Locator::Book),
    (&["v", "vv", "verse", "verses"], Locator::Verse),
    (&["fol", "folio"], Locator::Folio),
    (&["at", "time", "minute", "min"], Locator::Timestamp),
];

/// What a locator counts, and the number or words that are left. What is no known count stands as
/// it was written.
pub(super) fn locator(written: &str) -> (Locator, &str) {
    let as_written = (Locator::Custom, written);
    let end = written.find(|letter: char| letter.is_whitespace() || letter.is_ascii_digit());
    let (word, rest) = written.split_at(end.unwrap_or(written.len()));
    let rest = rest.trim_start();
    if !rest.starts_with(|letter: char| letter.is_alphanumeric()) {
        return as_written;
    }
    let word = word.trim_end_matches('.').to_lowercase();
    let known = WORDS
        .iter()
        .find(|(words, _)| words.contains(&word.as_str()));
    // "Chapter and verse", "note on method": words, and no number.
    let is_number = rest.starts_with(|letter: char| letter.is_ascii_digit())
        || rest
            .chars()
            .all(|letter| "ivxlcdmIVXLCDM–- ,".contains(letter));
    match known {
        Some((_, kind)) if is_number => (*kind, rest),
        _ => as_written,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locators_are_told_by_their_first_word() {
        assert_eq!(locator("para 3"), (Locator::Paragraph, "3"));
        assert_eq!(locator("paras 3; 5"), (Locator::Paragraph, "3; 5"));
        assert_eq!(locator("pp. 5–7"), (Locator::Page, "5–7"));
        assert_eq!(locator("p.5"), (Locator::Page, "5"));
        assert_eq!(locator("Chapter IV"), (Locator::Chapter, "IV"));
        assert_eq!(locator("§ 12"), (Locator::Section, "12"));
        for written in [
            "Note on method",
            "last page",
            "12",
            "pages",
            "part of it",
            "",
        ] {
            assert_eq!(locator(written), (Locator::Custom, written));
        }
    }
}
