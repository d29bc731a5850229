//! Paths, folders and obstacles that a build refuses.

use super::*;

#[test]
fn something_foreign_in_the_way_is_an_error() {
    let site = Site::new();
    site.write(OLD).unwrap();
    site.put("public/c", "foreign");
    let error = site.write(NEW).unwrap_err();
    assert!(matches!(&error, WriteError::Blocked { path, .. } if path == "c/index.html"));
    disk::remove_file(&site.public().join("c")).unwrap();
    site.holds(OLD);
    site.put("public/d/foreign.txt", "");
    let error = site.write(&[("d", "")]).unwrap_err();
    assert!(matches!(&error, WriteError::Blocked { path, .. } if path == "d"));
}

#[test]
fn links_are_not_written_through() {
    let site = Site::new();
    site.write(OLD).unwrap();
    let outside = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink(outside.path(), site.public().join("c")).unwrap();
    let error = site.write(NEW).unwrap_err();
    assert!(matches!(error, WriteError::Blocked { .. }), "{error}");
    assert_eq!(outside.path().read_dir().unwrap().count(), 0);
    // Where no output is to be, a link is a foreign file as any other.
    site.write(&OLD[..4]).unwrap();
    site.write(&OLD[1..3]).unwrap();
    assert!(site.public().join("c").is_symlink());
}

#[test]
fn paths_that_are_no_files_of_the_site_are_refused() {
    let site = Site::new();
    let paths = [
        "",
        "/",
        "/etc/x",
        "..",
        "../x",
        "a/../../x",
        "a//b",
        "a/",
        "./a",
        "a\0b",
        manifest::NAME,
        ".ascribe-new/x",
    ];
    for path in paths {
        let error = site.write(&[(path, "")]).unwrap_err();
        assert!(matches!(error, WriteError::InvalidPath(_)), "{path}");
    }
    assert!(!site.public().exists());
}

#[test]
fn paths_that_would_be_one_file_are_refused() {
    let site = Site::new();
    for (one, other) in [("a", "a"), ("a/É", "A/é"), ("a", "a/b"), ("A", "a/b/c")] {
        let error = site.write(&[(one, "1"), (other, "2")]).unwrap_err();
        assert!(
            matches!(error, WriteError::Collision(..)),
            "{one} {other} {error}"
        );
    }
    assert!(!site.public().exists());
    site.write(&[("a.html", ""), ("a/b", ""), ("a/c", "")])
        .unwrap();
}

#[test]
fn folders_of_the_author_are_refused() {
    let site = Site::new();
    for folder in [
        "",
        ".",
        "..",
        "content",
        "content/x",
        "templates",
        "content/../static/z",
    ] {
        let dir = site.root().join(folder);
        let error = write(outputs(OLD), site.root(), &dir).unwrap_err();
        assert!(
            matches!(error, WriteError::Unsafe { .. }),
            "{folder}: {error}"
        );
    }
    site.put("file", "");
    let error = write(outputs(OLD), site.root(), &site.root().join("file")).unwrap_err();
    assert!(error.to_string().contains("it is a file"), "{error}");
}
