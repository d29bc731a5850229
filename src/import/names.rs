//! The names of authors, as pages print them and as bibliographies sort them.

/// Words that stand in the names of bodies and not of people.
const BODIES: &[&str] = &[
    "agency",
    "agencies",
    "associated",
    "board",
    "bureau",
    "correspondent",
    "correspondents",
    "department",
    "desk",
    "editor",
    "editorial",
    "editors",
    "institute",
    "media",
    "ministry",
    "news",
    "newsroom",
    "office",
    "press",
    "reporter",
    "reporters",
    "reuters",
    "service",
    "staff",
    "team",
    "times",
    "post",
    "university",
    "council",
    "committee",
    "group",
    "center",
    "centre",
];

/// Small words that belong to the family name after them.
const PARTICLES: &[&str] = &[
    "al", "bin", "da", "de", "del", "della", "den", "der", "di", "dos", "du", "ibn", "la", "le",
    "ten", "ter", "van", "von", "zu",
];

/// The authors that a line such as "By Jane Doe and John Roe" names, sorted by family name.
pub(super) fn of_byline(byline: &str, publisher: Option<&str>) -> Vec<String> {
    let line = byline.trim();
    let line = match line.get(..3) {
        Some(by) if by.eq_ignore_ascii_case("by ") => &line[3..],
        _ => line,
    };
    let line = line.replace(" and ", ",").replace(" & ", ",");
    let mut authors: Vec<String> = Vec::new();
    for name in line.split([',', ';', '|', '\n']).map(str::trim) {
        let is_name = !name.is_empty()
            && name.chars().count() <= 60
            && !name.contains(['@', '/', '<'])
            && !name.chars().any(|letter| letter.is_ascii_digit())
            && !publisher.is_some_and(|publisher| publisher.eq_ignore_ascii_case(name));
        let name = sorted(name, false);
        if is_name && !authors.contains(&name) {
            authors.push(name);
        }
    }
    authors
}

/// `Doe, Jane` for the name of a person; names of bodies, and what may be either, stay as they are.
pub(super) fn sorted(name: &str, is_surely_person: bool) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_capital = |word: &&str| word.starts_with(char::is_uppercase) || is_particle(word);
    let is_body = |word: &str| BODIES.iter().any(|body| word.eq_ignore_ascii_case(body));
    let is_person = (2..=5).contains(&words.len())
        && !name.contains(',')
        && words.iter().all(is_capital)
        && (is_surely_person || !words.iter().any(|word| is_body(word) || *word == "The"));
    if !is_person {
        return words.join(" ");
    }
    let is_suffix = matches!(
        words[words.len() - 1],
        "Jr." | "Jr" | "Sr." | "Sr" | "II" | "III"
    );
    let last = words.len() - 1 - usize::from(is_suffix && words.len() > 2);
    let family = words[1..last]
        .iter()
        .position(|word| is_particle(word))
        .map_or(last, |at| at + 1);
    format!(
        "{}, {}",
        words[family..].join(" "),
        words[..family].join(" ")
    )
}

fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::of_byline;

    #[test]
    fn bylines_become_sorted_names() {
        let read = |line| of_byline(line, Some("Reuters"));
        assert_eq!(
            read("By Jane Doe and John van der Roe, Reuters"),
            ["Doe, Jane", "van der Roe, John"]
        );
        assert_eq!(read("Associated Press"), ["Associated Press"]);
        assert_eq!(read("Martin L. King Jr."), ["King Jr., Martin L."]);
        assert_eq!(read("@jane, Björk"), ["Björk"]);
    }
}
