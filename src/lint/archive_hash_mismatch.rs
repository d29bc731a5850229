//! `archive-hash-mismatch`: a stored copy is not the file that was hashed.

use crate::inputs::StoredCopy;
use crate::report::{Code, Diagnostic};
use crate::site::Site;

pub(super) fn find(site: &Site) -> Vec<Diagnostic> {
    let sources = site.sources.iter();
    let changed = sources.filter_map(|source| {
        let archived = source.entry.archived.as_ref()?;
        let (file, noted) = (archived.file.as_ref()?, archived.sha256.as_ref()?);
        let Some(StoredCopy::Read { sha256, .. }) = source.copy.as_deref() else {
            return None;
        };
        if noted.value.eq_ignore_ascii_case(sha256) {
            return None;
        }
        let message = format!("`{}` has another SHA-256 than the record says", file.value);
        let hint = format!("its SHA-256 is {sha256}; put the file back as it was, or say so if it was meant to change");
        Some(Diagnostic::new(Code::ArchiveHashMismatch, noted.span, message).hint(hint))
    });
    changed.collect()
}
