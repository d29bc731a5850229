//! The record as a table: a statement a row, with its claim beside it (RFC 4180).

use crate::dataset::{ClaimData, StatementData};

/// Names of the columns.
const COLUMNS: &[&str] = &[
    "claim",
    "claim_text",
    "status",
    "credibility",
    "origins",
    "brief",
    "speaker",
    "speaker_name",
    "act",
    "kind",
    "via",
    "origin",
    "said",
    "about",
    "hedge",
    "text",
    "start",
    "end",
    "url",
    "reviewed",
    "lang",
    "translation",
];

/// The table, in UTF-8 with a byte-order mark: spreadsheets take it for another encoding without.
pub(super) fn table(claims: impl Iterator<Item = ClaimData>) -> String {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(vec![0xEF, 0xBB, 0xBF]);
    // Writing to memory does not fail.
    let mut row = |cells: Vec<String>| writer.write_record(cells).unwrap_or_default();
    row(COLUMNS.iter().map(|&name| name.to_owned()).collect());
    for claim in claims {
        for statement in &claim.statements {
            row(cells(&claim, statement));
        }
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

fn cells(claim: &ClaimData, statement: &StatementData) -> Vec<String> {
    let number = |number: Option<usize>| number.map(|number| number.to_string());
    let cells = [
        Some(claim.key.clone()),
        Some(claim.text.clone()),
        claim.status.clone(),
        claim.credibility.map(|digit| digit.to_string()),
        Some(claim.origins.join("; ")),
        statement.brief.clone(),
        statement.speaker.clone(),
        statement.speaker_name.clone(),
        Some(statement.act.clone()),
        Some(statement.kind.clone()),
        Some([&*statement.via, &*statement.via_names].concat().join("; ")),
        statement.origin.clone(),
        statement.said.clone(),
        statement.about.clone(),
        statement.hedge.clone(),
        Some(statement.text.clone()),
        number(statement.start),
        number(statement.end),
        statement.url.clone(),
        Some(statement.reviewed.to_string()),
        statement.lang.clone(),
        Some(statement.translation.to_string()),
    ];
    let cells = cells.into_iter().map(Option::unwrap_or_default);
    cells.map(harmless).collect()
}

/// Signs with which a formula begins (OWASP, "CSV Injection"): those of East Asian keyboards too.
const FORMULA: &[char] = &['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// A cell that no spreadsheet takes for a formula: an apostrophe stands before what would be one,
/// white space before it or not. A cell that has the apostrophe of its own gets a second one, so
/// that whoever takes one away has what was meant.
fn harmless(cell: String) -> String {
    let begun = cell.trim_start_matches(|letter: char| letter == '\'' || is_blank(letter));
    if begun.starts_with(FORMULA) || cell.starts_with(['\t', '\r', '\n']) {
        return format!("'{cell}");
    }
    cell
}

/// White space, and signs without width, which some programs drop before they look.
fn is_blank(letter: char) -> bool {
    letter.is_whitespace()
        || letter.is_control()
        || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn no_cell_begins_a_formula() {
        for formula in [
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\nx",
            " =1",
            "\u{a0}+1",
            "\u{3000}＝1",
            "＋1",
            "－1",
            "＠x",
            "\u{feff}=1",
            "\u{200b}-1",
            "'=1",
            "' =1",
        ] {
            assert_eq!(harmless(formula.to_owned()), format!("'{formula}"));
        }
        for words in ["a = b", "'tis", "“-1”", "", " a", "é"] {
            assert_eq!(harmless(words.to_owned()), words);
        }
    }
}
