//! References: sources as a citation style prints them.

use hayagriva::citationberg::{
    FontStyle, FontVariant, FontWeight, IndependentStyle, Locale, LocaleCode, TextDecoration,
    VerticalAlign,
};
use hayagriva::{
    BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest, ElemChild,
    ElemChildren, Formatted,
};

use rayon::prelude::*;

use super::cut::Cuts;
use super::entry::Entry;
use super::lean::{citing, lean};
use super::locale::{locales, printed_first};
use super::style::Style;

/// A source in a citation style.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reference {
    /// As HTML: phrasing content, every text escaped, no styles inside. Small capitals are
    /// `span.small-caps`, pieces that the style sets apart are `span.csl-part`.
    pub html: String,
    /// As plain text.
    pub text: String,
}

/// Formats sources by one style in one language. What is costly is done once, in [`Self::new`];
/// threads may share it.
#[derive(Debug)]
pub struct Bibliographer {
    /// The style; no archived style is without.
    style: Option<Cuts>,
    /// The style as the citations of a text need it.
    pub(super) citing: Option<Cuts>,
    pub(super) locales: Vec<Locale>,
    pub(super) language: LocaleCode,
}

impl Bibliographer {
    /// Makes ready a style for pages in a language (`en`, `de-AT`: RFC 5646). A style that is of
    /// one region of this language keeps to it.
    pub fn new(style: Style, language: &str) -> Self {
        let style = style.read();
        let citing = style.clone().map(citing);
        let style = style.map(lean);
        let wanted = LocaleCode(language.to_owned());
        let base = |code: &LocaleCode| code.0.split('-').next().map(str::to_lowercase);
        let own = style
            .as_ref()
            .and_then(|style| style.default_locale.clone());
        let language = own
            .filter(|own| base(own) == base(&wanted))
            .unwrap_or(wanted);
        let mut locales = locales(&language);
        if let Some(style) = &citing {
            printed_first(&mut locales, style);
        }
        Self {
            style: style.map(Cuts::new),
            citing: citing.map(Cuts::new),
            locales,
            language,
        }
    }

    /// Formats each source, in the given order.
    pub fn render(&self, entries: &[&Entry]) -> Vec<Reference> {
        entries
            .par_iter()
            .map(|entry| self.reference(entry))
            .collect()
    }

    /// Formats one source. Where the style has nothing to print for it, title and date stand in.
    ///
    /// Each source is its own bibliography: in one for all, a style would sort, number, mark two
    /// of a year as "2022a" and "2022b" and put dashes for repeated authors, on pages where the
    /// others do not stand.
    pub fn reference(&self, entry: &Entry) -> Reference {
        let style = self.style.as_ref();
        self.reference_by(style.map(|style| style.cut(&[entry])).as_deref(), entry)
    }

    /// Formats one source by the style as it was given.
    #[cfg(test)]
    pub(super) fn plain(&self, entry: &Entry) -> Reference {
        self.reference_by(self.style.as_ref().map(Cuts::whole), entry)
    }

    fn reference_by(&self, style: Option<&IndependentStyle>, entry: &Entry) -> Reference {
        let mut writer = Writer::default();
        if let Some(style) = style
            && let Some(content) = self.content(style, entry)
        {
            writer.children(&content);
        }
        let reference = writer.finish();
        if reference.text.chars().any(char::is_alphanumeric) {
            return reference;
        }
        Reference::plain(&fallback(entry))
    }

    fn content(&self, style: &IndependentStyle, entry: &Entry) -> Option<ElemChildren> {
        let item = CitationItem::with_entry(&entry.0);
        let language = Some(self.language.clone());
        let mut driver = BibliographyDriver::new();
        driver.citation(CitationRequest::new(
            vec![item],
            style,
            language.clone(),
            &self.locales,
            None,
        ));
        let rendered = driver.finish(BibliographyRequest::new(style, language, &self.locales));
        let item = rendered.bibliography?.items.into_iter().next()?;
        Some(item.content)
    }
}

/// Title and date, or what there is of them.
pub(super) fn fallback(entry: &Entry) -> String {
    let title = entry.title().unwrap_or_else(|| entry.key().to_owned());
    match entry.date() {
        None => title,
        Some((year, Some(month), Some(day))) => format!("{title}, {year:04}-{month:02}-{day:02}"),
        Some((year, Some(month), None)) => format!("{title}, {year:04}-{month:02}"),
        Some((year, None, _)) => format!("{title}, {year:04}"),
    }
}

/// Writes HTML and plain text side by side.
pub(super) struct Writer {
    pub(super) html: String,
    pub(super) text: String,
    /// Whether addresses are links.
    pub(super) keeps_links: bool,
}

impl Default for Writer {
    fn default() -> Self {
        Self {
            html: String::new(),
            text: String::new(),
            keeps_links: true,
        }
    }
}

impl Reference {
    /// Plain words.
    pub(super) fn plain(text: &str) -> Self {
        let mut writer = Writer::default();
        writer.text(text);
        writer.finish()
    }
}

impl Writer {
    pub(super) fn children(&mut self, children: &ElemChildren) {
        children.0.iter().for_each(|child| self.child(child));
    }

    pub(super) fn child(&mut self, child: &ElemChild) {
        match child {
            ElemChild::Text(text) => self.formatted(text),
            ElemChild::Elem(element) => match element.display {
                Some(_) => self.part(&element.children),
                None => self.children(&element.children),
            },
            // What Typst would typeset, such as a formula, is shown as it was written.
            ElemChild::Markup(markup) => self.text(markup),
            ElemChild::Link { text, url } => self.link(text, url),
            ElemChild::Transparent { .. } => {}
        }
    }

    fn part(&mut self, children: &ElemChildren) {
        self.text(" ");
        self.html.push_str("<span class=\"csl-part\">");
        self.children(children);
        self.html.push_str("</span>");
        self.text(" ");
    }

    fn link(&mut self, text: &Formatted, url: &str) {
        let Some(url) = safe(url).filter(|_| self.keeps_links) else {
            self.formatted(text);
            return;
        };
        self.html.push_str("<a href=\"");
        escape(&url, &mut self.html);
        self.html.push_str("\">");
        self.formatted(text);
        self.html.push_str("</a>");
    }

    fn formatted(&mut self, text: &Formatted) {
        let format = &text.formatting;
        let tags = [
            (format.font_style == FontStyle::Italic, "<i>", "</i>"),
            (format.font_weight == FontWeight::Bold, "<b>", "</b>"),
            (
                format.text_decoration == TextDecoration::Underline,
                "<u>",
                "</u>",
            ),
            (
                format.font_variant == FontVariant::SmallCaps,
                "<span class=\"small-caps\">",
                "</span>",
            ),
            (
                format.vertical_align == VerticalAlign::Sup,
                "<sup>",
                "</sup>",
            ),
            (
                format.vertical_align == VerticalAlign::Sub,
                "<sub>",
                "</sub>",
            ),
        ];
        let tags = || tags.iter().filter(|(holds, ..)| *holds);
        for (_, open, _) in tags() {
            self.html.push_str(open);
        }
        self.text(&text.text);
        for (_, _, close) in tags().rev() {
            self.html.push_str(close);
        }
    }

    /// Writes text; of several spaces in a row, which styles leave where a piece is missing, one.
    fn text(&mut self, text: &str) {
        for character in text.chars() {
            let is_space = matches!(character, ' ' | '\n' | '\t');
            if is_space && (self.text.is_empty() || self.text.ends_with(' ')) {
                continue;
            }
            let character = if is_space { ' ' } else { character };
            self.text.push(character);
            escape(character.encode_utf8(&mut [0; 4]), &mut self.html);
        }
    }

    pub(super) fn finish(self) -> Reference {
        Reference {
            html: self.html.trim_end().to_owned(),
            text: self.text.trim_end().to_owned(),
        }
    }
}

/// The address to link to, if it is one that a reader may follow.
fn safe(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once(':')?;
    match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => Some(url.to_owned()),
        "doi" => Some(format!("https://doi.org/{rest}")),
        _ => None,
    }
}

fn escape(text: &str, html: &mut String) {
    for character in text.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            other => html.push(other),
        }
    }
}
