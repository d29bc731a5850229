//! What builds that fail, are killed or meet each other leave behind.

use super::super::survey::survey;
use super::*;

#[test]
fn a_build_that_fails_leaves_the_site_of_before() {
    let site = Site::new();
    site.write(OLD).unwrap();
    let mut broken = outputs(NEW);
    broken.push(Output {
        path: "photo.jpg".into(),
        content: Content::Copy(site.root().join("static/none.jpg")),
    });
    let error = write(&broken, site.root(), &site.public()).unwrap_err();
    assert!(error.to_string().contains("none.jpg"), "{error}");
    site.holds(OLD);
    drop(site.stage(NEW));
    site.holds(OLD);
}

#[test]
fn a_build_killed_after_staging_leaves_the_site_of_before() {
    let site = Site::new();
    site.write(OLD).unwrap();
    let staged = site.stage(NEW);
    let folder = staged.folder().unwrap();
    let survey = survey(&staged.place.output, &staged.before, &staged.after).unwrap();
    assert!(staged.complete(&folder, &survey).unwrap());
    staged.kill();
    assert!(folder.exists());
    assert_eq!(site.files()["index.html"], "old");
    site.write(OLD).unwrap();
    site.holds(OLD);
}

#[test]
fn a_build_killed_between_the_two_renames_is_undone() {
    let site = Site::new();
    site.write(OLD).unwrap();
    site.put("public/CNAME", "example.org");
    let staged = site.stage(NEW);
    let survey = survey(&staged.place.output, &staged.before, &staged.after).unwrap();
    let folder = staged.folder().unwrap();
    assert!(staged.complete(&folder, &survey).unwrap());
    disk::rename(&staged.place.output, &staged.place.old).unwrap();
    staged.kill();
    // Even a build that then fails brings the old site back.
    write(outputs(&[("../x", "")]), site.root(), &site.public()).unwrap_err();
    assert_eq!(site.files()["index.html"], "old");
    assert_eq!(site.files()["CNAME"], "example.org");
}

#[test]
fn a_build_killed_while_the_old_site_is_removed_is_finished() {
    let site = Site::new();
    site.write(OLD).unwrap();
    let staged = site.stage(NEW);
    let survey = survey(&staged.place.output, &staged.before, &staged.after).unwrap();
    let folder = staged.folder().unwrap();
    assert!(staged.complete(&folder, &survey).unwrap());
    disk::rename(&staged.place.output, &staged.place.old).unwrap();
    disk::rename(&folder, &staged.place.output).unwrap();
    disk::remove_file(&staged.place.old.join("a/index.html")).unwrap();
    let old = staged.place.old.clone();
    staged.kill();
    // Uploaded into the old folder while the build ran.
    let uploaded = old.join("uploads/x.txt");
    disk::create(&uploaded, b"x").unwrap();
    let again = site.write(NEW).unwrap();
    assert_eq!(again.written, 0);
    let mut expected = NEW.to_vec();
    expected.push(("uploads/x.txt", "x"));
    site.holds(&expected);
}

#[test]
fn a_build_killed_while_moving_in_is_finished_by_the_next() {
    let site = Site::new();
    site.put("public/.git/config", "foreign");
    site.write(OLD).unwrap();
    let staged = site.stage(NEW);
    let folder = staged.folder().unwrap();
    let both = staged.before.union(&staged.after).cloned().collect();
    staged.list(&folder, both).unwrap();
    let target = staged.place.output.join("c/index.html");
    disk::move_file(&folder.join("c/index.html"), &target).unwrap();
    staged.kill();
    site.write(&NEW[..2]).unwrap();
    let mut expected = NEW[..2].to_vec();
    expected.push((".git/config", "foreign"));
    site.holds(&expected);
    assert!(!site.public().join("c").exists());
}

#[test]
fn a_damaged_manifest_makes_everything_foreign() {
    let lists = [
        "{",
        r#"{"version": 9, "files": ["gone/deep/index.html"]}"#,
        r#"{"version": 1, "files": ["gone/deep/index.html", "../content/x.md"]}"#,
    ];
    for list in lists {
        let site = Site::new();
        site.put("content/x.md", "x");
        site.write(OLD).unwrap();
        site.put(&format!("public/{}", manifest::NAME), list);
        let written = site.write(NEW).unwrap();
        assert_eq!(written.removed, 0);
        let mut expected = NEW.to_vec();
        expected.push(OLD[2]);
        site.holds(&expected);
        assert!(site.root().join("content/x.md").exists());
    }
}

#[test]
fn two_builds_at_once_do_not_mix() {
    let site = Site::new();
    let first = site.stage(OLD);
    let error = stage(outputs(NEW), site.root(), &site.public())
        .err()
        .unwrap();
    assert!(matches!(error, WriteError::Busy(_)), "{error}");
    first.publish().unwrap();
    let second = site.stage(NEW);
    assert!(matches!(site.write(OLD), Err(WriteError::Busy(_))));
    second.publish().unwrap();
    site.holds(NEW);
}
