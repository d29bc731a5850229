//! The formats in which the record, or a part of it, can be had alone.

use crate::record::words;

words! {
    /// What is written.
    Format {
        /// The record as JSON.
        ClaimsJson "claims-json",
        /// The record as a table.
        ClaimsCsv "claims-csv",
        /// The sources for BibTeX and BibLaTeX.
        Bibtex "bibtex",
        /// The sources for citation processors.
        CslJson "csl-json",
        /// The annotations as a W3C collection.
        Annotations "annotations",
        /// What the pages tell in the words of schema.org.
        JsonLd "jsonld",
        /// The newest briefs, to follow.
        Feed "feed",
        /// Claims, speakers and sources with the ties between them.
        Graph "graph",
        /// The briefs with their annotations as footnotes.
        Markdown "markdown",
    }
}

words! {
    /// In what form a format is written that has several.
    Form {
        /// The language of Graphviz.
        Dot "dot",
        /// An XML format for graphs.
        GraphMl "graphml",
        /// A feed in XML.
        Atom "atom",
        /// A feed in JSON.
        Json "json",
    }
}

impl Format {
    /// What it is, for the command's help.
    pub fn help(self) -> &'static str {
        match self {
            Self::ClaimsJson => "The record: claims, statements, speakers, sources (JSON)",
            Self::ClaimsCsv => "The record as a table, a statement a row (CSV)",
            Self::Bibtex => "The sources, for BibTeX, BibLaTeX and Zotero",
            Self::CslJson => "The sources, for Zotero, Pandoc and citation processors (JSON)",
            Self::Annotations => "The annotations of the texts (W3C Web Annotation, JSON-LD)",
            Self::JsonLd => "Briefs, claims and speakers in the words of schema.org (JSON-LD)",
            Self::Feed => "The newest briefs, to follow (Atom, or JSON Feed with --as)",
            Self::Graph => "The graph of claims, speakers and sources (DOT, or GraphML with --as)",
            Self::Markdown => "The briefs with their annotations as footnotes, to paste elsewhere",
        }
    }

    /// The forms in which it can be written, the usual one first; none for a format that has but
    /// one.
    pub fn forms(self) -> &'static [Form] {
        match self {
            Self::Feed => &[Form::Atom, Form::Json],
            Self::Graph => &[Form::Dot, Form::GraphMl],
            Self::ClaimsJson
            | Self::ClaimsCsv
            | Self::Bibtex
            | Self::CslJson
            | Self::Annotations
            | Self::JsonLd
            | Self::Markdown => &[],
        }
    }

    /// Whether it is nothing without a public address of the site.
    pub fn needs_address(self) -> bool {
        self == Self::Feed
    }

    /// The form to write: the one asked for, else the one that a file's ending names, else the
    /// usual one.
    ///
    /// # Errors
    ///
    /// What to ask for instead of a form that the format does not have.
    pub fn form(self, asked: Option<Form>, ending: Option<&str>) -> Result<Option<Form>, String> {
        let forms = self.forms();
        if let Some(asked) = asked.filter(|asked| !forms.contains(asked)) {
            let words: Vec<&str> = forms.iter().map(|one| one.word()).collect();
            let (format, asked) = (self.word(), asked.word());
            return Err(match words.as_slice() {
                [] => format!("`{format}` is written in one form; leave out `--as {asked}`"),
                words => format!(
                    "`{format}` is written as {}, not as {asked}",
                    words.join(" or ")
                ),
            });
        }
        let named = forms
            .iter()
            .find(|one| ending.is_some_and(|ending| one.ends(ending)));
        Ok(asked.or(named.copied()).or(forms.first().copied()))
    }
}

impl Form {
    /// Whether files of this form have such an ending.
    fn ends(self, ending: &str) -> bool {
        match self {
            Self::Dot => ["dot", "gv"].contains(&ending),
            Self::GraphMl => ending == "graphml",
            Self::Atom => ["atom", "xml"].contains(&ending),
            Self::Json => ending == "json",
        }
    }
}
