//! The built-in scales of likelihood.

use super::{Scale, Term};

/// The words of a term, its least and its greatest probability in percent.
type Row = (&'static [&'static str], u8, u8);

/// Intelligence Community Directive 203, section D.6.e(2)(a).
const ICD_203: &[Row] = &[
    (&["almost no chance", "remote"], 1, 5),
    (&["very unlikely", "highly improbable"], 5, 20),
    (&["unlikely", "improbable"], 20, 45),
    (&["roughly even chance", "roughly even odds"], 45, 55),
    (&["likely", "probable"], 55, 80),
    (&["very likely", "highly probable"], 80, 95),
    (&["almost certain", "nearly certain"], 95, 99),
];

/// The yardstick has gaps between its ranges on purpose.
const PHIA: &[Row] = &[
    (&["remote chance"], 0, 5),
    (&["highly unlikely"], 10, 20),
    (&["unlikely"], 25, 35),
    (&["realistic possibility"], 40, 50),
    (&["likely", "probable"], 55, 75),
    (&["highly likely"], 80, 90),
    (&["almost certain"], 95, 100),
];

/// The standard says "less than 10 %" and "more than 90 %" of the outer terms.
const NATO: &[Row] = &[
    (&["highly unlikely"], 0, 10),
    (&["unlikely"], 10, 40),
    (&["even chance"], 40, 60),
    (&["likely"], 60, 90),
    (&["highly likely"], 90, 100),
];

/// The Fifth Assessment Report's terms with its additional ones, which the Sixth keeps. The
/// standard says "more than 50 %" of "more likely than not" and "less than 50 %" of its opposite.
const IPCC: &[Row] = &[
    (&["exceptionally unlikely"], 0, 1),
    (&["extremely unlikely"], 0, 5),
    (&["very unlikely"], 0, 10),
    (&["unlikely"], 0, 33),
    (&["more unlikely than likely"], 0, 50),
    (&["about as likely as not"], 33, 66),
    (&["more likely than not"], 50, 100),
    (&["likely"], 66, 100),
    (&["very likely"], 90, 100),
    (&["extremely likely"], 95, 100),
    (&["virtually certain"], 99, 100),
];

/// The scale with a key.
pub(super) fn named(key: &str) -> Option<Scale> {
    let (key, name, source, rows) = match key {
        "icd-203" => return Some(icd_203()),
        "phia" => (
            "phia",
            "PHIA Probability Yardstick",
            "Professional Head of Intelligence Assessment (United Kingdom), Explaining Uncertainty in UK Intelligence Assessment, 24 March 2025",
            PHIA,
        ),
        "nato" => (
            "nato",
            "NATO AJP-2.1",
            "NATO Standardization Office, AJP-2.1: Allied Joint Doctrine for Intelligence Procedures, Edition B, 2016",
            NATO,
        ),
        "ipcc" => (
            "ipcc",
            "IPCC",
            "Mastrandrea et al., Guidance Note for Lead Authors of the IPCC Fifth Assessment Report on Consistent Treatment of Uncertainties, 2010; kept by the Sixth Assessment Report, 2021",
            IPCC,
        ),
        _ => return None,
    };
    Some(scale(key, name, source, rows))
}

/// The default.
pub(super) fn icd_203() -> Scale {
    scale(
        "icd-203",
        "ICD 203",
        "Office of the Director of National Intelligence (United States), Intelligence Community Directive 203: Analytic Standards, 2 January 2015",
        ICD_203,
    )
}

fn scale(key: &'static str, name: &'static str, source: &'static str, rows: &[Row]) -> Scale {
    Scale {
        key: key.into(),
        name: name.into(),
        source: source.into(),
        terms: rows.iter().copied().map(term).collect(),
        has_rows: key == "icd-203",
    }
}

fn term((words, low, high): Row) -> Term {
    Term {
        words: words.iter().map(|words| (*words).into()).collect(),
        low,
        high,
    }
}
