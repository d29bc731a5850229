//! Reading `ascribe.yaml`.

use std::collections::BTreeMap;

use crate::bibliography::Style;
use crate::date::{Date, Precision};
use crate::document::{Document, State};
use crate::inputs::Inputs;
use crate::parse::allow::{allows_of_site, known};
use crate::parse::verdict;
use crate::report::{Code, Diagnostic, Report, Severity, did_you_mean};
use crate::scale::{NAMES as SCALES, Scale, Term};
use crate::settings::{Hosting, HtmlPolicy, Level, Policy, Settings, is_web_address};
use crate::text::Name;
use crate::theme::STATICS;
use crate::yaml::{self, Fields, Node};

/// Reads the settings; without the file, or where a value does not fit, the defaults stand.
pub(super) fn settings(inputs: &Inputs, report: &mut Report) -> Settings {
    let mut settings = Settings::default();
    let Some(id) = inputs.settings else {
        return settings;
    };
    let file = inputs.files.get(id);
    let Some(node) = yaml::parse(file, id, 0, file.text.len(), report) else {
        return settings;
    };
    let Some(mut fields) = Fields::new(&node, "ascribe.yaml", report) else {
        return settings;
    };
    if let Some(title) = fields.plain("title", report) {
        settings.title = title;
    }
    settings.tagline = fields.plain("tagline", report);
    settings.description = fields.plain("description", report);
    settings.base_url = base_url(&mut fields, report);
    if let Some(lang) = super::language_of(&mut fields, report) {
        settings.lang = lang;
    }
    settings.publisher = fields.text("publisher", report);
    settings.authors = fields.texts("authors", report);
    settings.image = image(&mut fields, report);
    settings.policies = policies(&mut fields, report);
    settings.footer = fields.plain("footer", report);
    if let Some(html) = fields.choice("html", HtmlPolicy::WORDS, HtmlPolicy::from_word, report) {
        settings.html = html;
    }
    if let Some(smart) = fields.boolean("smart_punctuation", report) {
        settings.smart_punctuation = smart;
    }
    if let Some(style) = style(&mut fields, report) {
        settings.citation_style = style;
    }
    if let Some(scale) = fields.get("scale").and_then(|node| scale(node, report)) {
        settings.scale = scale;
    }
    settings.verdicts = verdict::scale(&mut fields, report);
    if let Some(detect) = fields.boolean("detect", report) {
        settings.detect = detect;
    }
    if let Some(threshold) = fields.share("detection_threshold", report) {
        settings.detection_threshold = threshold;
    }
    if let Some(size) = fields.number("page_size", 1, report) {
        settings.page_size = size;
    }
    if let Some(size) = fields.number("feed_size", 1, report) {
        settings.feed_size = size;
    }
    settings.feed_tag = feed_tag(&mut fields, report);
    settings.hosting = fields.choice("hosting", Hosting::WORDS, Hosting::from_word, report);
    settings.lints = lints(&mut fields, report);
    settings.allow = allows_of_site(&mut fields, report);
    settings.extra = fields.get("extra").map(Node::to_json).unwrap_or_default();
    fields.finish(report);
    settings
}

/// A public address, with a slash at its end.
fn base_url(fields: &mut Fields, report: &mut Report) -> Option<String> {
    let name = fields.text("base_url", report)?;
    let address = name.value.trim_end_matches('/');
    let host = address
        .strip_prefix("https://")
        .or_else(|| address.strip_prefix("http://"));
    if host.is_some_and(|host| !host.is_empty() && !host.contains(['?', '#', ' ', '"', '<', '>'])) {
        return Some(format!("{address}/"));
    }
    let message = format!("`{}` is no address of a site", name.value);
    report.add(
        Diagnostic::new(Code::InvalidValue, name.span, message)
            .hint("write it as https://example.org/briefs/".to_owned()),
    );
    None
}

/// The site's picture: an address, or the path of a file in `static/`.
fn image(fields: &mut Fields, report: &mut Report) -> Option<Name> {
    let name = fields.text("image", report)?;
    let path = name.value.trim_start_matches("./");
    let path = path.strip_prefix("static/").unwrap_or(path);
    Some(Name::new(path.to_owned(), name.span))
}

/// Tells a picture that is not there.
pub(super) fn tell_absent_image(settings: &Settings, inputs: &Inputs, report: &mut Report) {
    let Some(Name { value: path, span }) = &settings.image else {
        return;
    };
    let own = inputs.statics.iter().map(|file| file.path.as_str());
    let theme = STATICS.iter().map(|(path, _)| *path);
    let files: Vec<&str> = own.chain(theme).collect();
    if is_web_address(path) || files.contains(&path.as_str()) {
        return;
    }
    let message = format!("there is no file `static/{path}`");
    let hint = did_you_mean(path, files).unwrap_or_else(|| {
        "name a picture in static/, or write its address: https://example.org/card.png".to_owned()
    });
    report.add(Diagnostic::new(Code::InvalidValue, *span, message).hint(hint));
}

/// Policies by name; whether the pages are there is known once the pages are read.
fn policies(fields: &mut Fields, report: &mut Report) -> BTreeMap<Policy, Name> {
    let policy = |name: &Name, node: &Node, report: &mut Report| {
        let policy = yaml::choice(name, "policies", Policy::WORDS, Policy::from_word, report);
        Some((policy?, yaml::text(node, "policies", report)?))
    };
    fields
        .named("policies", report, policy)
        .into_iter()
        .collect()
}

/// Tells the policies that name no page of the site. One that does not appear yet is left out of
/// what is published.
pub(super) fn tell_unknown_pages(settings: &Settings, pages: &[Document], report: &mut Report) {
    let names = settings.policies.values();
    for name in names.filter(|name| !is_web_address(&name.value)) {
        if pages.iter().any(|page| page.slug == name.value) {
            continue;
        }
        let message = format!("no page is called `{}`", name.value);
        let open = pages
            .iter()
            .filter(|page| page.front.state == State::Published);
        let hint = did_you_mean(&name.value, open.map(|page| page.slug.as_str()));
        let hint = hint.unwrap_or_else(|| {
            "name a file of content/pages/ without `.md`, or write an address: https://…".to_owned()
        });
        report.add(Diagnostic::new(Code::UnknownPage, name.span, message).hint(hint));
    }
}

/// A tagging entity of RFC 4151: a domain or an address of mail, and a day on which it was held.
fn feed_tag(fields: &mut Fields, report: &mut Report) -> Option<String> {
    let name = fields.text("feed_tag", report)?;
    let is_authority = |authority: &str| {
        let is_allowed = |letter: char| letter.is_ascii_alphanumeric() || "-._@".contains(letter);
        authority.contains('.') && authority.chars().all(is_allowed)
    };
    let is_day = |day: &str| Date::parse(day).is_ok_and(|day| day.precision() <= Precision::Day);
    let parts = name.value.split_once(',');
    if parts.is_some_and(|(authority, day)| is_authority(authority) && is_day(day)) {
        return Some(name.value);
    }
    let message = format!("`{}` names nobody for the ids of feeds", name.value);
    let hint = "write your domain and a day on which it was yours: `example.org,2022`";
    report.add(Diagnostic::new(Code::InvalidValue, name.span, message).hint(hint.to_owned()));
    None
}

fn style(fields: &mut Fields, report: &mut Report) -> Option<String> {
    let name = fields.text("citation_style", report)?;
    if Style::named(&name.value).is_some() {
        return Some(name.value);
    }
    let message = format!("no citation style is called `{}`", name.value);
    report.add(
        Diagnostic::new(Code::UnknownStyle, name.span, message)
            .hint(did_you_mean(&name.value, Style::names())),
    );
    None
}

/// A scale by its name, or the site's own as a mapping of words to ranges.
fn scale(node: &Node, report: &mut Report) -> Option<Scale> {
    if let yaml::Value::Map(_) = node.value {
        let mut fields = Fields::new(node, "a scale", report)?;
        let name = fields.required("name", node.span, report);
        let source = fields.plain("source", report).unwrap_or_default();
        let terms = fields.list("terms", report, term);
        fields.finish(report);
        let name = name?.value;
        return match Scale::custom("own".to_owned(), name, source, terms) {
            Ok(scale) => Some(scale),
            Err(fault) => {
                let message = format!("the scale cannot be used: {fault}");
                report.add(Diagnostic::new(Code::InvalidValue, node.span, message));
                None
            }
        };
    }
    let name = yaml::text(node, "scale", report)?;
    yaml::choice(&name, "scale", &SCALES, Scale::named, report)
}

/// One term of the site's own scale.
fn term(node: &Node, report: &mut Report) -> Option<Term> {
    let mut fields = Fields::new(node, "a term of a scale", report)?;
    let words = fields.texts("words", report);
    let low = fields.number("low", 0, report);
    let high = fields.number("high", 0, report);
    fields.finish(report);
    let percent = |number: Option<usize>| u8::try_from(number?).ok().filter(|n| *n <= 100);
    match (percent(low), percent(high)) {
        (Some(low), Some(high)) if low <= high && !words.is_empty() => Some(Term {
            words: words.into_iter().map(|word| word.value.into()).collect(),
            low,
            high,
        }),
        _ => {
            let message = "a term of a scale has `words`, and `low` and `high` from 0 to 100";
            report.add(Diagnostic::new(Code::InvalidValue, node.span, message));
            None
        }
    }
}

/// Severities by the name of the lint. Faults of the input cannot be turned down.
fn lints(fields: &mut Fields, report: &mut Report) -> BTreeMap<Code, Option<Severity>> {
    let lint = |name: &Name, node: &Node, report: &mut Report| {
        let code = known(name, "lints", Code::is_lint, report);
        let word = yaml::text(node, "lints", report)?;
        let level = yaml::choice(&word, "lints", Level::WORDS, Level::from_word, report)?;
        let severity = match level {
            Level::Error => Some(Severity::Error),
            Level::Warning => Some(Severity::Warning),
            Level::Off => None,
        };
        Some((code?, severity))
    };
    fields.named("lints", report, lint).into_iter().collect()
}
