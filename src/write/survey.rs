//! What lies in the output folder: ours, out of date, or foreign.

use std::collections::{BTreeSet, HashSet};
use std::fs::FileType;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::{WriteError, manifest, names, place};

/// What lies in the output folder besides the outputs.
#[derive(Default)]
pub(super) struct Survey {
    /// Files of earlier builds that are no outputs any more.
    pub(super) stale: Vec<String>,
    /// Files that no build wrote, below the output folder.
    pub(super) foreign: Vec<PathBuf>,
    /// Whether there are folders in which no build wrote.
    pub(super) foreign_folders: bool,
}

/// Looks through the output folder.
pub(super) fn survey(
    output: &Path,
    before: &BTreeSet<String>,
    after: &BTreeSet<String>,
) -> Result<Survey, WriteError> {
    if !output.is_dir() {
        return Ok(Survey::default());
    }
    let surveyor = Surveyor {
        output,
        before,
        after,
        folders_before: before
            .iter()
            .flat_map(|path| names::folders(path))
            .collect(),
        folders_after: after.iter().flat_map(|path| names::folders(path)).collect(),
    };
    surveyor.folder("")
}

struct Surveyor<'a> {
    output: &'a Path,
    before: &'a BTreeSet<String>,
    after: &'a BTreeSet<String>,
    folders_before: HashSet<&'a str>,
    folders_after: HashSet<&'a str>,
}

impl Surveyor<'_> {
    /// Looks through one folder, given by its path below the output folder.
    fn folder(&self, below: &str) -> Result<Survey, WriteError> {
        let path = self.output.join(below);
        let entries: Vec<(PathBuf, FileType)> = path
            .read_dir()
            .and_then(|entries| {
                entries
                    .map(|entry| entry.and_then(|entry| Ok((entry.path(), entry.file_type()?))))
                    .collect::<io::Result<_>>()
            })
            .map_err(WriteError::io(&path))?;
        entries
            .into_par_iter()
            .map(|(path, kind)| self.entry(&path, kind))
            .try_reduce(Survey::default, |mut all, one| {
                all.stale.extend(one.stale);
                all.foreign.extend(one.foreign);
                all.foreign_folders |= one.foreign_folders;
                Ok(all)
            })
    }

    fn entry(&self, path: &Path, kind: FileType) -> Result<Survey, WriteError> {
        let below = path.strip_prefix(self.output).unwrap_or(path);
        let mut survey = Survey::default();
        // A name that is not Unicode is none of ours.
        let Some(name) = names::of(below) else {
            survey.foreign_folders = kind.is_dir();
            if !kind.is_dir() {
                survey.foreign.push(below.to_owned());
            }
            return Ok(survey);
        };
        if name == manifest::NAME || name == place::INNER {
            return Ok(survey);
        }
        if kind.is_dir() {
            if self.folders_before.contains(&*name) || self.folders_after.contains(&*name) {
                return self.folder(&name);
            }
            survey.foreign_folders = true;
        } else if self.after.contains(&name) {
            return Ok(survey);
        } else if self.before.contains(&name) {
            survey.stale.push(name);
            return Ok(survey);
        } else {
            survey.foreign.push(below.to_owned());
        }
        self.check_way(&name, path)?;
        Ok(survey)
    }

    /// Refuses something foreign that an output would need to replace: a folder where a file is
    /// to be, a file or link where a folder is to be.
    fn check_way(&self, foreign: &str, path: &Path) -> Result<(), WriteError> {
        let blocked = std::iter::once(foreign)
            .chain(names::folders(foreign))
            .find(|place| self.after.contains(*place))
            .map(str::to_owned)
            .or_else(|| {
                self.folders_after.contains(foreign).then(|| {
                    let inside = format!("{foreign}/");
                    let first = self.after.range(inside.clone()..).next();
                    first.cloned().unwrap_or(inside)
                })
            });
        match blocked {
            Some(output) => Err(WriteError::Blocked {
                path: output,
                by: path.to_owned(),
            }),
            None => Ok(()),
        }
    }
}
