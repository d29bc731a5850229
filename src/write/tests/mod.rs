//! Sites written over sites: what stays and what goes.

mod killed;
mod refused;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use tempfile::TempDir;

use super::*;
use crate::output::Content;

/// A site's root with an empty `content/`.
struct Site(TempDir);

impl Site {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("content")).unwrap();
        Self(folder)
    }

    fn root(&self) -> &Path {
        self.0.path()
    }

    fn public(&self) -> PathBuf {
        self.root().join("public")
    }

    fn write(&self, files: &[(&str, &str)]) -> Result<Written, WriteError> {
        write(outputs(files), self.root(), &self.public())
    }

    fn stage(&self, files: &[(&str, &str)]) -> Staged {
        stage(outputs(files), self.root(), &self.public()).unwrap()
    }

    /// Puts a file there as a person would.
    #[expect(clippy::disallowed_methods, reason = "tests lay out their sites")]
    fn put(&self, path: &str, text: &str) {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// All files of the output folder with their texts, but for the manifest.
    fn files(&self) -> BTreeMap<String, String> {
        let mut all = BTreeMap::new();
        gather(&self.public(), &self.public(), &mut all);
        all.remove(manifest::NAME);
        all
    }

    /// Checks the files of the output folder, and that nothing lies about beside it.
    #[track_caller]
    fn holds(&self, files: &[(&str, &str)]) {
        let files = files
            .iter()
            .map(|(path, text)| ((*path).into(), (*text).into()));
        assert_eq!(self.files(), files.collect());
        let beside = self.root().read_dir().unwrap();
        let hidden: Vec<_> = beside
            .map(|entry| entry.unwrap().file_name())
            .filter(|name| name.to_string_lossy().starts_with('.'))
            .collect();
        assert!(hidden.is_empty(), "{hidden:?}");
    }

    fn modified(&self, path: &str) -> SystemTime {
        let path = self.public().join(path);
        path.metadata().unwrap().modified().unwrap()
    }

    /// Sets the clock of a file back, so that a rewrite shows without waiting.
    fn age(&self, path: &str) -> SystemTime {
        let file = fs::File::options()
            .append(true)
            .open(self.public().join(path))
            .unwrap();
        let then = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
        file.set_modified(then).unwrap();
        then
    }
}

fn gather(folder: &Path, top: &Path, all: &mut BTreeMap<String, String>) {
    for entry in folder.read_dir().unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, top, all);
        } else {
            let name = names::of(path.strip_prefix(top).unwrap()).unwrap();
            let text = String::from_utf8(disk::read(&path).unwrap()).unwrap();
            all.insert(name, text);
        }
    }
}

fn outputs(files: &[(&str, &str)]) -> Vec<Output> {
    files
        .iter()
        .map(|(path, text)| Output {
            path: (*path).into(),
            content: Content::Bytes((*text).into()),
        })
        .collect()
}

const OLD: &[(&str, &str)] = &[
    ("a/index.html", "a"),
    ("b/index.html", "b"),
    ("gone/deep/index.html", "gone"),
    ("index.html", "old"),
    ("same.css", "same"),
];
const NEW: &[(&str, &str)] = &[
    ("a/index.html", "A"),
    ("b/index.html", "b"),
    ("c/index.html", "c"),
    ("index.html", "new"),
    ("same.css", "same"),
];

#[test]
fn a_site_replaces_the_one_of_before() {
    let site = Site::new();
    let first = site.write(OLD).unwrap();
    assert_eq!((first.written, first.bytes), (5, 13));
    site.holds(OLD);
    let then = site.age("same.css");
    let second = site.write(NEW).unwrap();
    let expected = Written {
        written: 3,
        unchanged: 2,
        removed: 1,
        bytes: 5,
    };
    assert_eq!(second, expected);
    site.holds(NEW);
    assert!(!site.public().join("gone").exists());
    assert_eq!(site.modified("same.css"), then);
}

#[test]
fn a_build_that_changes_nothing_touches_nothing() {
    let site = Site::new();
    site.write(OLD).unwrap();
    let then = site.age(manifest::NAME);
    let folders = [site.root().to_owned(), site.public()];
    let before: Vec<_> = folders
        .iter()
        .map(|one| one.metadata().unwrap().modified().unwrap())
        .collect();
    let second = site.write(OLD).unwrap();
    assert_eq!(
        (second.written, second.unchanged, second.removed),
        (0, 5, 0)
    );
    assert_eq!(site.modified(manifest::NAME), then);
    let after: Vec<_> = folders
        .iter()
        .map(|one| one.metadata().unwrap().modified().unwrap())
        .collect();
    assert_eq!(before, after);
}

#[test]
fn foreign_files_and_folders_stay() {
    for foreign in [&["CNAME", "a/note.txt"][..], &["CNAME", "uploads/x/y.jpg"]] {
        let site = Site::new();
        for path in foreign {
            site.put(&format!("public/{path}"), "foreign");
        }
        site.write(OLD).unwrap();
        site.write(NEW).unwrap();
        let mut expected = NEW.to_vec();
        expected.extend(foreign.iter().map(|path| (*path, "foreign")));
        site.holds(&expected);
        site.write(&[]).unwrap();
        let left: Vec<_> = site.files().into_keys().collect();
        assert_eq!(left, foreign);
        assert!(!site.public().join("b").exists());
    }
}

#[test]
fn an_output_edited_or_deleted_by_hand_is_restored() {
    let site = Site::new();
    site.write(OLD).unwrap();
    let then = site.age("a/index.html");
    site.put("public/index.html", "OLD");
    fs::File::options()
        .append(true)
        .open(site.public().join("index.html"))
        .unwrap()
        .set_modified(then)
        .unwrap();
    disk::remove_file(&site.public().join("same.css")).unwrap();
    let written = site.write(OLD).unwrap();
    assert_eq!((written.written, written.unchanged), (2, 3));
    site.holds(OLD);
}

#[test]
fn a_file_may_become_a_folder_and_a_folder_a_file() {
    for foreign in [None, Some(".git/config")] {
        let site = Site::new();
        if let Some(path) = foreign {
            site.put(&format!("public/{path}"), "");
        }
        let first = [("a", "1"), ("b/x", "2"), ("b/y", "3"), ("z", "")];
        let second = [("a/x", "1"), ("a/y", "2"), ("b", "3"), ("z", "z")];
        site.write(&first).unwrap();
        let written = site.write(&second).unwrap();
        assert_eq!((written.written, written.removed), (4, 3));
        let mut expected = second.to_vec();
        expected.extend(foreign.map(|path| (path, "")));
        site.holds(&expected);
    }
}

#[cfg(unix)]
#[cfg(unix)]
#[test]
fn an_output_folder_behind_a_link_is_exchanged_at_its_place() {
    let site = Site::new();
    let other = tempfile::tempdir().unwrap();
    let real = other.path().join("www");
    fs::create_dir(&real).unwrap();
    std::os::unix::fs::symlink(&real, site.public()).unwrap();
    site.write(OLD).unwrap();
    site.write(NEW).unwrap();
    site.holds(NEW);
    assert!(site.public().is_symlink());
    assert_eq!(other.path().read_dir().unwrap().count(), 1);
}

#[test]
fn a_folder_far_from_the_root_is_made() {
    let site = Site::new();
    let far = site.root().join("out/of/town");
    write(outputs(OLD), site.root(), &far).unwrap();
    assert!(far.join("a/index.html").is_file());
}

#[test]
fn copies_are_compared_by_content() {
    let site = Site::new();
    site.put("static/site.css", "one");
    let output = [Output {
        path: "site.css".into(),
        content: Content::Copy(site.root().join("static/site.css")),
    }];
    let build = || write(&output, site.root(), &site.public()).unwrap();
    assert_eq!((build().written, build().unchanged), (1, 1));
    site.put("static/site.css", "two");
    assert_eq!(build().written, 1);
    site.holds(&[("site.css", "two")]);
}

#[cfg(unix)]
#[test]
fn the_folder_is_exchanged_where_nothing_speaks_against_it() {
    use std::os::unix::fs::MetadataExt;
    let number = |site: &Site| site.public().metadata().unwrap().ino();
    let site = Site::new();
    site.put("public/CNAME", "foreign");
    site.write(OLD).unwrap();
    let first = number(&site);
    site.write(NEW).unwrap();
    let second = number(&site);
    assert_ne!(first, second);
    // One file is whole by itself.
    site.write(&NEW[..4]).unwrap();
    assert_eq!(number(&site), second);
    // What a foreign folder holds is not ours to copy.
    site.put("public/.git/config", "foreign");
    site.write(OLD).unwrap();
    assert_eq!(number(&site), second);
}
