//! The stage that begins a brief: an [`Article`], or nothing but a title → the file of a brief.

mod keys;

use crate::article::{Article, Published};
use crate::compile::{Options, compile};
use crate::date::Date;
use crate::document::Kind;
use crate::inputs::Inputs;
use crate::parse::{Parsed, parse};
use crate::report::{Report, Severity};
use crate::resolve::Publication;
use crate::slug::slug;
use crate::text::{Name, SourceFile};
use crate::yaml::scalar;

/// What the author asks for. It goes before what the article says.
#[derive(Clone, Debug)]
pub struct Order {
    /// The title.
    pub title: Option<String>,
    /// The last part of the brief's address, and the name of its file.
    pub slug: Option<String>,
    /// What sort of text it is.
    pub kind: Option<Kind>,
    /// Its date.
    pub date: Option<Date>,
    /// Where the text was published.
    pub url: Option<String>,
    /// The day on which the brief is begun and the article read.
    pub today: Date,
}

/// A brief that is not written yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Its path from the site's root.
    pub path: String,
    /// All of its file.
    pub text: String,
}

/// What an author may want to say at the top of a new brief.
const PROMPTS: &str = "\
# review_by:
# summary: One or two sentences.
# tags: []
# key_judgements: []
# process: How we worked.
";

/// The longest slug that is made from a title.
const SLUG: usize = 60;

/// Begins a brief in a site. Its errors there, if any, are told: such a brief would stop the
/// build and should not be written.
pub fn compose(article: &Article, order: &Order, mut inputs: Inputs) -> (Draft, Inputs, Report) {
    let (parsed, _) = parse(&inputs);
    let draft = draft(article, order, &parsed);
    let file = SourceFile::new(draft.path.clone(), &draft.text);
    let id = inputs.files.add(file);
    inputs.briefs.push(id);
    let options = Options {
        publication: Publication {
            drafts: true,
            today: order.today,
        },
        base_url: None,
    };
    let compiled = compile(&inputs, Report::default(), &options);
    let mut report = Report::default();
    let own = compiled.report.iter().filter(|one| {
        one.severity == Severity::Error && one.span.is_some_and(|span| span.file == id)
    });
    own.for_each(|one| report.add(one.clone()));
    (draft, inputs, report)
}

fn draft(article: &Article, order: &Order, site: &Parsed) -> Draft {
    let title = order.title.clone().or(article.title.clone());
    let title = title.unwrap_or_else(|| "Untitled".to_owned());
    let name = order.slug.clone().unwrap_or_else(|| short(&slug(&title)));
    let source = published(article, order).map(|published| {
        let date = article.date.or(order.date);
        keys::Source::new(
            &published,
            article.title.as_deref().unwrap_or(&title),
            date,
            site,
        )
    });
    let mut text = String::from("---\n");
    text.push_str(&front(article, order, &title, site));
    if let Some(source) = &source {
        text.push_str(&source.entry(order.today));
    }
    let extra = article.front.iter().filter(|(key, _)| key == "extra");
    extra.for_each(|(_, lines)| text.push_str(&ended(lines)));
    text.push_str("---\n");
    if !article.text.is_empty() {
        text.push_str(&format!("\n{}\n", article.text));
    }
    if let Some(source) = &source {
        text.push_str(&format!("\n[@{}]\n", source.key));
    }
    Draft {
        path: format!("content/briefs/{name}.md"),
        text,
    }
}

/// Front matter up to the sources. An entry that the article brings along stands as it was
/// written, unless the author asks for another.
fn front(article: &Article, order: &Order, title: &str, site: &Parsed) -> String {
    let brought = |keys: &[&str]| {
        let entries = article.front.iter();
        let own = entries.filter(|(key, _)| keys.contains(&key.as_str()));
        let lines: String = own.map(|(_, lines)| ended(lines)).collect();
        (!lines.is_empty()).then_some(lines)
    };
    let date = order.date.or(article.date).unwrap_or(order.today);
    let kind = order.kind.or(article.kind).unwrap_or(Kind::Analysis);
    let lang = article.lang.as_deref().unwrap_or(&site.settings.lang);
    let entries: [(&[&str], bool, String); 5] = [
        (
            &["date"],
            order.date.is_some(),
            format!("date: {}\n", date.day_iso()),
        ),
        (
            &["kind"],
            order.kind.is_some(),
            format!("kind: {}\n", kind.word()),
        ),
        (&["state"], false, "state: draft\n".to_owned()),
        (
            &["authors", "author"],
            false,
            people(&site.settings.authors),
        ),
        (&["lang"], false, format!("lang: {}\n", scalar(lang))),
    ];
    let mut front = format!("title: {}\n", scalar(title));
    for (keys, is_ordered, made) in &entries {
        let brought = brought(keys).filter(|_| !is_ordered);
        front.push_str(&brought.unwrap_or_else(|| made.clone()));
    }
    for (key, lines) in &article.front {
        let is_placed = entries
            .iter()
            .any(|(keys, ..)| keys.contains(&key.as_str()));
        let is_replaced = key == "slug" && order.slug.is_some();
        if !is_placed && !is_replaced && key != "extra" {
            front.push_str(&ended(lines));
        }
    }
    if article.text.is_empty() {
        front.push_str(&format!("# as_of: {}\n{PROMPTS}", order.today.day_iso()));
    }
    front
}

/// Where the text was published, as far as it is known; an address that the author gives is known.
fn published(article: &Article, order: &Order) -> Option<Published> {
    let mut published = article.published.clone().unwrap_or_default();
    if let Some(url) = &order.url {
        published.url = Some(url.clone());
    }
    let is_known = published.url.is_some() || published.publisher.is_some();
    // A brief that brings its own sources says there what it rests on.
    let brings_own = article.front.iter().any(|(key, _)| key == "sources");
    (is_known && !brings_own).then_some(published)
}

fn people(authors: &[Name]) -> String {
    match authors {
        [] => String::new(),
        authors => {
            let lines = authors
                .iter()
                .map(|name| format!("  - {}\n", scalar(&name.value)));
            format!("authors:\n{}", lines.collect::<String>())
        }
    }
}

/// Lines with a line end behind the last.
fn ended(lines: &str) -> String {
    format!("{}\n", lines.trim_end())
}

/// A slug of whole words that is no longer than people care to type.
fn short(slug: &str) -> String {
    if slug.len() <= SLUG {
        return slug.to_owned();
    }
    let start = &slug[..SLUG];
    let end = if slug.as_bytes().get(SLUG) == Some(&b'-') {
        SLUG
    } else {
        start.rfind('-').unwrap_or(SLUG)
    };
    start[..end].to_owned()
}
