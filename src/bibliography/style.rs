//! Citation styles by name.

use hayagriva::archive::ArchivedStyle;
use hayagriva::citationberg::{self, IndependentStyle};

/// Where the CSL repository's identifiers begin.
const REPOSITORY: &str = "http://www.zotero.org/styles/";

/// A citation style of the archive (CSL 1.0.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style(ArchivedStyle);

impl Style {
    /// The style with a name: the CSL repository's (`chicago-notes-bibliography`), its identifier
    /// in full, or one of Hayagriva's (`chicago-notes`).
    pub fn named(name: &str) -> Option<Self> {
        ArchivedStyle::by_name(name)
            .or_else(|| ArchivedStyle::by_id(&format!("{REPOSITORY}{name}")))
            .or_else(|| ArchivedStyle::by_id(name))
            .map(Self)
    }

    /// Every name that a style has, in order of the alphabet.
    pub fn names() -> Vec<&'static str> {
        let mut names: Vec<_> = ArchivedStyle::all()
            .iter()
            .flat_map(|style| {
                let repository = style.csl_id().strip_prefix(REPOSITORY);
                style.names().iter().copied().chain(repository)
            })
            .collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// What the style is called among people.
    pub fn title(self) -> &'static str {
        self.0.display_name()
    }

    /// Reads the style; one that only points to another gives that other, if it is archived.
    pub(super) fn read(self) -> Option<IndependentStyle> {
        match self.0.get() {
            citationberg::Style::Independent(style) => Some(style),
            citationberg::Style::Dependent(style) => {
                match ArchivedStyle::by_id(&style.parent_link.href)?.get() {
                    citationberg::Style::Independent(parent) => Some(parent),
                    citationberg::Style::Dependent(_) => None,
                }
            }
        }
    }
}

impl Default for Style {
    /// The Chicago Manual of Style, notes and bibliography.
    fn default() -> Self {
        Self(ArchivedStyle::ChicagoNotes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_are_found_by_every_name() {
        assert_eq!(
            Style::named("chicago-notes-bibliography"),
            Some(Style::default())
        );
        assert_eq!(Style::named("chicago-notes"), Some(Style::default()));
        assert_eq!(
            Style::named("apa"),
            Style::named("http://www.zotero.org/styles/apa")
        );
        assert_eq!(Style::named("chicago"), None);
        for name in Style::names() {
            let style = Style::named(name).expect(name);
            assert!(style.read().is_some(), "{name}");
        }
    }
}
