//! The stage that takes in a text from elsewhere: bytes of a file → [`Article`].
//!
//! The words stay what they were: plain text is escaped so that Markdown shows exactly it,
//! Markdown stays as it is, and of a saved page the article is kept and the rest dropped.

mod blocks;
mod boilerplate;
mod escape;
mod markdown;
mod markup;
mod metadata;
mod names;
mod page;
mod plain;
mod visible;

use crate::article::Article;
use crate::discover::text_of;
use crate::record::words;
use crate::report::{Code, Diagnostic, Report};
use crate::text::Files;

words! {
    /// What a file to take in is written in.
    Format {
        /// Plain text.
        Text "text",
        /// Markdown, with front matter or without.
        Markdown "markdown",
        /// A saved page.
        Html "html",
    }
}

impl Format {
    /// The format of files whose name ends like this one.
    pub fn of(path: &str) -> Option<Self> {
        let (_, ending) = path.rsplit_once('.')?;
        match ending.to_ascii_lowercase().as_str() {
            "txt" | "text" => Some(Self::Text),
            "md" | "markdown" | "mdown" | "mkd" => Some(Self::Markdown),
            "html" | "htm" | "xhtml" => Some(Self::Html),
            _ => None,
        }
    }
}

/// Takes in a file's bytes. What cannot be understood is told, with its place in `files`.
pub fn import(path: &str, bytes: &[u8], format: Format) -> (Option<Article>, Files, Report) {
    let mut files = Files::default();
    let mut report = Report::default();
    let article = if format == Format::Html {
        page::read(path, bytes, &mut report)
    } else {
        text_of(path, bytes, &mut files, &mut report).and_then(|id| {
            let file = files.get(id);
            if file.text.trim().is_empty() {
                report.add(Diagnostic::of_site(
                    Code::NoArticle,
                    format!("`{path}` holds no text"),
                ));
                return None;
            }
            match format {
                Format::Markdown => markdown::read(&files, id, &mut report),
                _ => Some(plain::read(&file.text)),
            }
        })
    };
    (article, files, report)
}
