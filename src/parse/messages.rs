//! Reading the site's own tables of messages.

use crate::inputs::Inputs;
use crate::messages::{self, Languages};
use crate::report::{Code, Diagnostic, Report};
use crate::text::{FileId, Span};

/// Reads `templates/messages/LANG.yaml`, each over the words that the language has without it.
/// English and main languages come first, since other tables build on them.
pub(super) fn messages(inputs: &Inputs, report: &mut Report) -> Languages {
    let mut languages = Languages::default();
    let mut tables: Vec<(String, FileId)> = Vec::new();
    for id in &inputs.messages {
        let path = &inputs.files.get(*id).path;
        let stem = path.rsplit('/').next().unwrap_or(path);
        let stem = stem.trim_end_matches(".yaml");
        match messages::language(stem) {
            Some(language) if language == stem => tables.push((language, *id)),
            other => {
                let message = format!("`{stem}` is no tag of a language");
                let hint = other.map_or_else(
                    || "name the file after a language, such as `fr.yaml` or `pt-BR.yaml`".into(),
                    |tag| format!("write `{tag}.yaml`"),
                );
                let start = Span::new(*id, 0, 0);
                report.add(Diagnostic::new(Code::InvalidValue, start, message).hint(hint));
            }
        }
    }
    tables.sort_by_key(|(language, id)| (language != "en", language.contains('-'), *id));
    for (language, id) in tables {
        let base = languages.of(&language).clone();
        let file = inputs.files.get(id);
        let table = messages::read(file, id, &language, base, report);
        languages.add(language, table);
    }
    languages
}
