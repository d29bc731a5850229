//! The files of a new site, held in the binary: settings, a first brief and a page.

macro_rules! files {
    ($($path:literal,)*) => { &[$(($path, include_str!(concat!("site/", $path))),)*] };
}

/// The files, by their path from the site's root.
pub const FILES: &[(&str, &str)] = files! {
    "ascribe.yaml",
    "content/briefs/first.md",
    "content/pages/about.md",
};

/// What makes a folder a site already: none of it may be there when a new one is put in.
pub const MARKS: &[&str] = &["ascribe.yaml", "ascribe.yml", "content"];
