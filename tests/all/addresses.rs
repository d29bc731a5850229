//! Addresses: old ones lead on, and search engines are told of the ones to list.

use std::path::Path;

use ascribe::compile::Compiled;
use ascribe::export::text;
use ascribe::page::DataFile;
use ascribe::plan::{Limits, parts};
use scraper::Html;

use crate::folder::{as_of, compile_at, date};
use crate::reading::selector;
use crate::sites::{binary, copy, folder};

fn compiled(root: &Path, drafts: bool) -> Compiled {
    let mut options = as_of(date("2022-09-30"));
    options.publication.drafts = drafts;
    compile_at(root, &options).compiled
}

/// The addresses in a sitemap or in a list of sitemaps.
fn addresses(xml: &str) -> Vec<String> {
    let document = roxmltree::Document::parse(xml).expect("it is XML");
    let places = document
        .descendants()
        .filter(|one| one.has_tag_name(("http://www.sitemaps.org/schemas/sitemap/0.9", "loc")));
    places
        .map(|one| one.text().expect("an address").to_owned())
        .collect()
}

#[test]
fn an_old_address_leads_on_without_a_script() {
    let site = copy("aliases");
    let output = binary(site.path())
        .args(["build", "--as-of", "2022-09-30"])
        .output()
        .expect("it runs");
    assert!(output.status.success());
    let public = site.path().join("public");
    for old in [
        "briefs/old-name/index.html",
        "2022/shells.html",
        "Über/alles/index.html",
    ] {
        let page = std::fs::read_to_string(public.join(old)).expect("it stands there");
        let html = Html::parse_document(&page);
        let value = |css: &str, name: &str| {
            let found = html.select(&selector(css)).next();
            let found = found.unwrap_or_else(|| panic!("{old} has no {css}"));
            found.attr(name).expect("it has the attribute").to_owned()
        };
        let refresh = value("meta[http-equiv=refresh]", "content");
        let target = refresh.strip_prefix("0; url=").expect("at once");
        let target = public.join(old).parent().expect("a folder").join(target);
        assert_eq!(
            target.canonicalize().expect("the new address is there"),
            public
                .join("briefs/new-name/index.html")
                .canonicalize()
                .expect("a page")
        );
        assert_eq!(
            value("link[rel=canonical]", "href"),
            "https://example.org/briefs/briefs/new-name/"
        );
        assert_eq!(value("meta[name=robots]", "content"), "noindex");
        assert!(refresh.ends_with(&value("main a", "href")));
        assert_eq!(html.select(&selector("script")).count(), 0);
    }
}

#[test]
fn drafts_are_kept_from_search_engines() {
    let compiled = compiled(&folder("aliases").join("site"), true);
    let pages = addresses(&text(&compiled.site, &compiled.plan, &DataFile::Sitemap));
    let has = |name: &str| pages.iter().any(|page| page.contains(name));
    assert!(has("new-name") && !has("draft") && !has("gone") && !has("old-name") && !has("404"));
}

#[test]
fn a_sitemap_that_would_be_too_large_comes_in_parts() {
    let mut compiled = compiled(&folder("aliases").join("site"), false);
    let all = addresses(&text(&compiled.site, &compiled.plan, &DataFile::Sitemap));
    let few = Limits {
        pages: 3,
        bytes: usize::MAX,
    };
    let short = Limits {
        pages: usize::MAX,
        bytes: 1000,
    };
    for limits in [few, short] {
        compiled.plan.sitemap = parts(&compiled.site, &compiled.plan.pages, limits);
        let index = text(&compiled.site, &compiled.plan, &DataFile::Sitemap);
        let listed = addresses(&index);
        assert!(listed.len() > 3);
        let mut told = Vec::new();
        for number in 1..=listed.len() {
            let file = DataFile::SitemapPart(number);
            assert!(listed[number - 1].ends_with(&format!("/{}", file.route(&compiled.site))));
            let part = text(&compiled.site, &compiled.plan, &file);
            let pages = addresses(&part);
            assert!((1..=limits.pages).contains(&pages.len()) && part.len() <= limits.bytes);
            told.extend(pages);
        }
        assert_eq!(told, all);
        assert!(index.contains("<lastmod>2022-09-09T10:00:00+02:00</lastmod>"));
    }
}
