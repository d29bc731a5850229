//! The house in order: the floor plan, the homes of packages, the length and head of each file.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Where a package may be named: modules of the library, `main` for the binary.
const HOMES: &[(&str, &[&str])] = &[
    ("ammonia", &["annotate", "html"]),
    ("annotate_snippets", &["report"]),
    ("anstream", &["main"]),
    ("anstyle", &["detections", "suggest"]),
    ("ciborium", &["bibliography"]),
    ("clap", &["main"]),
    ("clap_complete", &["main"]),
    ("clap_mangen", &["main"]),
    ("csv", &["export"]),
    ("deunicode", &["slug"]),
    ("dom_query", &["import"]),
    ("dom_smoothie", &["import"]),
    ("encoding_rs", &["import"]),
    ("hayagriva", &["bibliography"]),
    ("html5gum", &["inspect"]),
    ("icu_locale_core", &["messages"]),
    ("icu_plurals", &["messages"]),
    ("jiff", &["date"]),
    ("memchr", &["export"]),
    ("pulldown_cmark", &["annotate"]),
    ("quick_xml", &["export", "inspect"]),
    (
        "rayon",
        &[
            "annotate",
            "bibliography",
            "compile",
            "discover",
            "export",
            "inspect",
            "main",
            "parse",
            "render",
            "resolve",
            "write",
        ],
    ),
    ("schemars", &["dataset", "export"]),
    (
        "serde",
        &[
            "bibliography",
            "dataset",
            "detections",
            "export",
            "feed",
            "impact",
            "linked_data",
            "messages",
            "render",
            "report",
            "web_annotation",
            "write",
            "yaml",
        ],
    ),
    (
        "serde_json",
        &[
            "detections",
            "document",
            "export",
            "impact",
            "import",
            "inspect",
            "render",
            "report",
            "settings",
            "write",
            "yaml",
        ],
    ),
    ("serde_yaml", &["yaml"]),
    ("sha2", &["discover"]),
    ("tera", &["render"]),
    ("unicode_width", &["detections"]),
    ("walkdir", &["discover"]),
];

/// The most lines that a file may have, its tests aside.
const LINES: usize = 400;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|_| panic!("cannot read {}", path.display()))
}

/// A file of `src`.
struct Source {
    path: String,
    /// The module of the floor plan that it belongs to, or `main`.
    module: String,
    text: String,
}

impl Source {
    fn without_tests(&self) -> &str {
        let is_tests = self.path.ends_with("/tests.rs") || self.path.contains("/tests/");
        let end = self.text.find("#[cfg(test)]").unwrap_or(self.text.len());
        if is_tests { "" } else { &self.text[..end] }
    }

    /// The lines of code, without comments and tests.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.without_tests().lines().enumerate();
        lines
            .filter(|(_, line)| !line.trim_start().starts_with("//"))
            .map(|(index, line)| (index + 1, line))
    }
}

fn sources() -> Vec<Source> {
    let top = root().join("src");
    crate::sites::files(&top)
        .into_iter()
        .filter(|path| path.ends_with(".rs"))
        .map(|path| {
            let first = path.split('/').next().expect("a path has a part");
            let module = match first.trim_end_matches(".rs") {
                "cli" | "commands" => "main",
                module => module,
            };
            Source {
                module: module.to_owned(),
                text: read(&top.join(&path)),
                path,
            }
        })
        .collect()
}

/// The modules from the ground up, as `src/lib.rs` lists them.
fn floor_plan() -> Vec<String> {
    let modules = read(&root().join("src/lib.rs"));
    let plan: Vec<String> = modules
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'))
        .map(str::to_owned)
        .collect();
    assert!(plan.len() > 20, "the floor plan was not found: {plan:?}");
    plan
}

/// The names after every place in a line where `path` stands by itself: `crate::`, `tera::`.
fn names_after<'a>(line: &'a str, path: &str) -> Vec<&'a str> {
    let is_name = |letter: char| letter.is_alphanumeric() || letter == '_';
    let found = line.match_indices(path).filter(|(at, _)| {
        let before = line[..*at].chars().next_back();
        !before.is_some_and(|letter| is_name(letter) || letter == ':')
    });
    found
        .map(|(at, _)| {
            let rest = &line[at + path.len()..];
            &rest[..rest.find(|letter| !is_name(letter)).unwrap_or(rest.len())]
        })
        .collect()
}

#[test]
fn a_module_uses_only_modules_that_stand_above_it() {
    let plan = floor_plan();
    let floor = |module: &str| plan.iter().position(|one| one == module);
    let mut wrong = Vec::new();
    for source in sources() {
        if matches!(source.module.as_str(), "lib" | "main") {
            continue;
        }
        let own = floor(&source.module)
            .unwrap_or_else(|| panic!("lib.rs does not list the module {}", source.module));
        for (number, line) in source.code() {
            let place = format!("src/{}:{number}: {}", source.path, line.trim());
            let up = line.contains("super::super::")
                || (line.contains("super::") && !source.path.contains('/'));
            for name in names_after(line, "crate::") {
                match floor(name) {
                    Some(other) if other <= own => {}
                    Some(_) => {
                        wrong.push(format!("{place}\n  {name} stands below {}", source.module));
                    }
                    None => wrong.push(format!("{place}\n  name one module a line")),
                }
            }
            if up {
                wrong.push(format!(
                    "{place}\n  say `crate::`, so that the floor plan can be held"
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_package_has_one_home() {
    let mut wrong = Vec::new();
    for source in sources() {
        for (number, line) in source.code() {
            for (package, homes) in HOMES {
                let is_named = !names_after(line, &format!("{package}::")).is_empty()
                    || line.trim_start().starts_with(&format!("use {package};"));
                if is_named && !homes.contains(&source.module.as_str()) {
                    wrong.push(format!("src/{}:{number}: {}", source.path, line.trim()));
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "packages away from home:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn homes_are_given_to_the_packages_of_the_manifest() {
    let manifest = read(&root().join("Cargo.toml"));
    let table = manifest
        .split("\n[")
        .find_map(|part| part.strip_prefix("dependencies]"));
    let mut packages: Vec<String> = table
        .expect("the manifest has dependencies")
        .lines()
        .filter(|line| !line.starts_with(['#', ' ']))
        .filter_map(|line| line.split_once(" = "))
        .map(|(name, _)| name.replace('-', "_"))
        .collect();
    packages.sort();
    let homes: Vec<String> = HOMES.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(packages, homes);
}

#[test]
fn every_home_is_lived_in() {
    let mut used: BTreeMap<(&str, &str), bool> = BTreeMap::new();
    for (package, homes) in HOMES {
        homes
            .iter()
            .for_each(|home| _ = used.insert((package, home), false));
    }
    for source in sources() {
        for (_, line) in source.code() {
            for ((package, home), is_used) in &mut used {
                *is_used |= source.module == *home
                    && !names_after(line, &format!("{package}::")).is_empty();
            }
        }
    }
    let empty: Vec<_> = used.iter().filter(|(_, used)| !**used).collect();
    assert!(
        empty.is_empty(),
        "homes where the package is not used: {empty:?}"
    );
}

#[test]
fn every_file_begins_by_saying_what_it_is() {
    let tests = root().join("tests");
    let mut files: Vec<(String, String)> = sources()
        .into_iter()
        .map(|source| (source.path, source.text))
        .collect();
    let below = crate::sites::files(&tests).into_iter();
    files.extend(
        below
            .filter(|path| path.ends_with(".rs"))
            .map(|path| (path.clone(), read(&tests.join(path)))),
    );
    let wrong: Vec<&String> = files
        .iter()
        .filter(|(_, text)| !text.starts_with("//! "))
        .map(|(path, _)| path)
        .collect();
    assert!(
        wrong.is_empty(),
        "files without a first line `//! …`: {wrong:?}"
    );
}

#[test]
fn no_file_is_long() {
    let long: Vec<String> = sources()
        .iter()
        .map(|source| (source, source.without_tests().lines().count()))
        .filter(|(_, lines)| *lines > LINES)
        .map(|(source, lines)| format!("src/{} has {lines} lines", source.path))
        .collect();
    assert!(
        long.is_empty(),
        "more than {LINES} lines:\n{}",
        long.join("\n")
    );
}

#[test]
fn the_binary_holds_the_whole_theme() {
    let listed = |names: Vec<&str>| names.into_iter().map(str::to_owned).collect::<Vec<_>>();
    let below = |folder: &str| -> Vec<String> {
        let folder: PathBuf = root().join(folder);
        let files = crate::sites::files(&folder);
        files
            .into_iter()
            .filter(|path| !path.ends_with(".md"))
            .collect()
    };
    let templates = ascribe::theme::TEMPLATES.iter().map(|(name, _)| *name);
    let tables = ascribe::theme::MESSAGES.iter();
    let tables: Vec<String> = tables
        .map(|(language, _)| format!("messages/{language}.yaml"))
        .collect();
    let mut all: Vec<&str> = templates.chain(tables.iter().map(String::as_str)).collect();
    all.sort_unstable();
    assert_eq!(listed(all), below("templates"));
    let statics = ascribe::theme::STATICS.iter().map(|(name, _)| *name);
    assert_eq!(listed(statics.collect()), below("static"));
}
