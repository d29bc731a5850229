//! Puts a staged site in its place.

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::staged::Staged;
use super::survey::{Survey, survey};
use super::{WriteError, Written, disk, identity, manifest, names, retire};

/// Links that are made without a thought, a few hundredths of a second.
const CHEAP_LINKS: usize = 1000;

/// Links that are made for each file that changes, where there are more. Linking 10,000 pages
/// takes longer than all else in a build after an edit, since each has a folder of its own.
const LINKS_PER_CHANGE: usize = 20;

impl Staged {
    /// Puts the site in its place, as a whole where the disk allows.
    pub fn publish(self) -> Result<Written, WriteError> {
        let mut written = Written {
            written: self.changed.len(),
            unchanged: self.after.len() - self.changed.len(),
            removed: 0,
            bytes: self.bytes,
        };
        if self.changed.is_empty() && self.before == self.after {
            return Ok(written);
        }
        let survey = survey(&self.place.output, &self.before, &self.after)?;
        written.removed = survey.stale.len();
        let folder = self.folder()?;
        let exchanged = self.may_exchange(&folder, &survey)
            && self.complete(&folder, &survey)?
            && self.exchange(&folder)?;
        if !exchanged {
            self.move_in(&folder, &survey)?;
        }
        Ok(written)
    }

    /// Whether the output folder can be exchanged for a new one without harm, and is worth it.
    fn may_exchange(&self, folder: &Path, survey: &Survey) -> bool {
        let output = &self.place.output;
        let inside = |current: PathBuf| current.starts_with(output);
        folder == self.place.new
            && (!self.existed
                || self.is_worth_exchange(survey)
                    && !survey.foreign_folders
                    && identity::same_owner(output, folder)
                    && !std::env::current_dir().is_ok_and(inside))
    }

    /// Whether an exchange is worth a link for each unchanged file.
    fn is_worth_exchange(&self, survey: &Survey) -> bool {
        let changes = self.changed.len() + survey.stale.len();
        let links = self.after.len() - self.changed.len();
        changes > 1 && links <= CHEAP_LINKS.max(changes * LINKS_PER_CHANGE)
    }

    /// Makes a whole site of the staged one: links what did not change and what is foreign.
    /// Tells whether the disk could do it.
    pub(super) fn complete(&self, folder: &Path, survey: &Survey) -> Result<bool, WriteError> {
        let output = &self.place.output;
        if self.existed {
            let changed: BTreeSet<&String> = self.changed.iter().collect();
            let kept: Vec<&Path> = self
                .after
                .iter()
                .filter(|path| !changed.contains(path))
                .map(Path::new)
                .chain(survey.foreign.iter().map(AsRef::as_ref))
                .collect();
            let linked = kept
                .into_par_iter()
                .try_for_each(|path| disk::link(&output.join(path), &folder.join(path)))
                .and_then(|()| output.metadata())
                .and_then(|metadata| std::fs::set_permissions(folder, metadata.permissions()));
            if linked.is_err() {
                return Ok(false);
            }
        }
        let list = folder.join(manifest::NAME);
        manifest::create(&list, self.after.clone()).map_err(WriteError::io(&list))?;
        Ok(true)
    }

    /// Exchanges the whole folders. Tells whether it could; if not, all is as before.
    fn exchange(&self, folder: &Path) -> Result<bool, WriteError> {
        let (output, old) = (&self.place.output, &self.place.old);
        if !self.existed {
            return Ok(disk::rename(folder, output).is_ok());
        }
        if disk::rename(output, old).is_err() {
            return Ok(false);
        }
        if disk::rename(folder, output).is_err() {
            // Should even this fail, the next build does it.
            disk::rename(old, output).map_err(WriteError::io(old))?;
            return Ok(false);
        }
        retire::retire(old, output);
        Ok(true)
    }

    /// Moves the changed files into the output folder one by one.
    ///
    /// The manifest names the files of both sites meanwhile: a build killed here must find all
    /// that is ours again.
    pub(super) fn move_in(&self, folder: &Path, survey: &Survey) -> Result<(), WriteError> {
        let output = &self.place.output;
        let both = self.before.union(&self.after).cloned().collect();
        if both != self.before {
            self.list(folder, both)?;
        }
        // A file may be in the way of a folder or the reverse, until what is stale is gone.
        let late: Vec<&String> = self
            .changed
            .par_iter()
            .filter(|path| disk::move_file(&folder.join(path), &output.join(path)).is_err())
            .collect();
        self.remove_stale(survey)?;
        for path in late {
            let target = output.join(path);
            disk::move_file(&folder.join(path), &target).map_err(WriteError::io(&target))?;
        }
        if self.before.is_subset(&self.after) {
            return Ok(());
        }
        self.list(folder, self.after.clone())
    }

    /// Replaces the manifest.
    pub(super) fn list(&self, folder: &Path, files: BTreeSet<String>) -> Result<(), WriteError> {
        let target = self.place.output.join(manifest::NAME);
        let list = folder.join(manifest::NAME);
        manifest::create(&list, files)
            .and_then(|()| disk::move_file(&list, &target))
            .map_err(WriteError::io(&target))
    }

    /// Removes the files of earlier builds that are no outputs any more, and the folders that
    /// they leave empty.
    fn remove_stale(&self, survey: &Survey) -> Result<(), WriteError> {
        let output = &self.place.output;
        if survey.stale.is_empty() {
            return Ok(());
        }
        let folded: HashMap<String, &String> = self
            .after
            .iter()
            .map(|path| (path.to_lowercase(), path))
            .collect();
        for path in &survey.stale {
            let target = output.join(path);
            // On a disk that does not tell `A` from `a`, the stale name may be that of an output.
            let renamed = folded.get(&path.to_lowercase());
            if renamed.is_some_and(|other| identity::is_one_file(&target, &output.join(other))) {
                continue;
            }
            disk::remove_file(&target).map_err(WriteError::io(&target))?;
            for empty in names::folders(path) {
                if std::fs::remove_dir(output.join(empty)).is_err() {
                    break;
                }
            }
        }
        Ok(())
    }
}
