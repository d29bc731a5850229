//! Templates: the built-in theme, and the site's own in its place, file by file. The home of tera.

use serde::Serialize;
pub(super) use tera::Value;
use tera::{Context, Error, Kwargs, State, Tera};

use crate::html::escape;
use crate::inputs::Inputs;
use crate::report::{Code, Diagnostic, Report};
use crate::text::{FileId, Span, placeholder};
use crate::theme;

/// All templates of a site, compiled.
pub(super) struct Engine {
    tera: Tera,
    /// The site's own templates, by name.
    own: Vec<(String, FileId)>,
}

/// Why a page could not be rendered.
#[derive(Debug)]
pub(super) struct Fault(tera::Error);

impl Engine {
    /// Compiles the templates. A template of the site's own that cannot be read is reported, and
    /// the built-in one stands in for it, so that all other faults are told too.
    pub(super) fn new(inputs: &Inputs, report: &mut Report) -> Self {
        let own: Vec<(String, FileId)> = inputs
            .templates
            .iter()
            .map(|one| (one.name.clone(), one.file))
            .collect();
        let mut engine = Self {
            tera: Tera::new(),
            own,
        };
        engine.tera.register_filter("fill", fill);
        let mut set: Vec<(&str, &str)> = theme::TEMPLATES.to_vec();
        for (name, id) in &engine.own {
            let text = &*inputs.files.get(*id).text;
            match set.iter_mut().find(|(known, _)| known == name) {
                Some(known) => known.1 = text,
                None => set.push((name, text)),
            }
        }
        if let Err(fault) = engine.tera.add_raw_templates(set) {
            report.add(engine.diagnostic(&Fault(fault), inputs, None));
            // The built-in set compiles: its tests say so.
            _ = engine
                .tera
                .add_raw_templates(theme::TEMPLATES.iter().copied());
        }
        engine
    }

    /// Renders a template with the parts of its context.
    pub(super) fn render(
        &self,
        template: &str,
        parts: Vec<(&'static str, Value)>,
    ) -> Result<String, Fault> {
        let mut context = Context::new();
        for (name, value) in parts {
            context.insert_value(name, value);
        }
        self.tera.render(template, &context).map_err(Fault)
    }

    /// Tells a fault of a template, and of which page it is, if of one.
    pub(super) fn diagnostic(
        &self,
        fault: &Fault,
        inputs: &Inputs,
        page: Option<&str>,
    ) -> Diagnostic {
        let text = fault.0.to_string();
        let Place { name, line, column } = place(&text);
        let mut message = headline(&text);
        if let Some(page) = page {
            message.push_str(&format!(", while rendering `{page}`"));
        }
        match self.own.iter().find(|(own, _)| *own == name) {
            Some((_, id)) => {
                let start = inputs.files.get(*id).offset(line, column);
                let span = Span::new(*id, start, start + 1);
                Diagnostic::new(Code::TemplateFault, span, message)
            }
            None => {
                let message = format!("{message} (template `{name}`, line {line})");
                Diagnostic::of_site(Code::TemplateFault, message)
            }
        }
    }
}

/// The filter that puts values into a message: `{{ words.brief.by | fill(authors=names) }}`. What
/// is HTML already, such as a component, stays as it is; all else is escaped.
#[expect(
    clippy::needless_pass_by_value,
    reason = "the engine hands filters their values so"
)]
fn fill(message: &str, values: Kwargs, _: &State) -> Result<Value, Error> {
    let mut html = String::new();
    let mut rest = message;
    while let Some((before, name, after)) = placeholder(rest) {
        html.push_str(&escape(before));
        let value: Value = values.must_get(name)?;
        match value.as_str() {
            Some(text) if value.is_safe() => html.push_str(text),
            Some(text) => html.push_str(&escape(text)),
            None => html.push_str(&escape(&value.to_string())),
        }
        rest = after;
    }
    html.push_str(&escape(rest));
    Ok(Value::safe_string(&html))
}

/// A value that is made once and shared by many pages.
pub(super) fn value(of: &impl Serialize) -> Value {
    Value::from_serializable(of)
}

/// Where the engine says that a fault is.
#[derive(Debug, PartialEq, Eq)]
struct Place {
    name: String,
    line: usize,
    column: usize,
}

/// Reads the place out of the engine's text, which has it as ` --> name:line:column`.
fn place(text: &str) -> Place {
    let written = text
        .lines()
        .find_map(|line| line.trim_start().strip_prefix("--> "));
    let mut parts = written.unwrap_or_default().rsplitn(3, ':');
    let column = parts
        .next()
        .and_then(|number| number.parse().ok())
        .unwrap_or(1);
    let line = parts
        .next()
        .and_then(|number| number.parse().ok())
        .unwrap_or(1);
    Place {
        name: parts.next().unwrap_or_default().to_owned(),
        line,
        column,
    }
}

fn headline(text: &str) -> String {
    let first = text.lines().next().unwrap_or_default();
    let first = first.strip_prefix("error: ").unwrap_or(first);
    let mut letters = first.trim_end_matches('.').chars();
    match letters.next() {
        Some(letter) => letter.to_lowercase().chain(letters).collect(),
        None => String::new(),
    }
}
