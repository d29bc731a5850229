//! `_headers` and `_redirects`, as Netlify and Cloudflare Pages read them. Where several rules
//! match a file their headers are joined, so no two rules that can match one set the same header.

use crate::page::{Page, base_path, encoded, public_path};
use crate::plan::Plan;
use crate::settings::Hosting;
use crate::site::Site;
use crate::web_annotation::MEDIA_TYPE;

/// What every page and file is sent with. Pages hold nothing that the policy forbids: blocks of data
/// (JSON-LD) are no scripts, and drawings are part of the page.
const EVERYWHERE: &[(&str, &str)] = &[
    (
        "Content-Security-Policy",
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
    ),
    (
        "Permissions-Policy",
        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    ),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("X-Content-Type-Options", "nosniff"),
];

/// Data are for programs on other sites too.
const SHARED: (&str, &str) = ("Access-Control-Allow-Origin", "*");

/// Names stay when contents change, so that browsers have to ask again before long.
const KEPT: (&str, &str) = ("Cache-Control", "public, max-age=3600");

/// The headers.
pub(super) fn headers(site: &Site) -> String {
    let base = base_path(site);
    let mut text = String::new();
    let mut rule = |pattern: &str, headers: &[(&str, &str)]| {
        text.push_str(&format!("{base}{pattern}\n"));
        for (name, value) in headers {
            text.push_str(&format!("  {name}: {value}\n"));
        }
    };
    let typed = |media| ("Content-Type", media);
    rule("*", EVERYWHERE);
    for style in ["*.css", "*.js", "*.svg"] {
        rule(style, &[KEPT]);
    }
    rule("*.json", &[SHARED]);
    rule(
        "*.csv",
        &[typed("text/csv; charset=utf-8; header=present"), SHARED],
    );
    rule(
        "*.bib",
        &[typed("application/x-bibtex; charset=utf-8"), SHARED],
    );
    rule(
        "*.csl.json",
        &[typed("application/vnd.citationstyles.csl+json")],
    );
    rule("*.schema.json", &[typed("application/schema+json")]);
    for folder in ["", "*/"] {
        let atom = typed("application/atom+xml; charset=utf-8");
        rule(&format!("{folder}feed.xml"), &[atom, SHARED]);
        rule(
            &format!("{folder}feed.json"),
            &[typed("application/feed+json")],
        );
        rule(&format!("{folder}annotations.json"), &[typed(MEDIA_TYPE)]);
    }
    rule("annotations/page/*", &[typed(MEDIA_TYPE)]);
    text
}

/// The redirects from old addresses to new ones. Netlify follows one only where no file stands at the
/// old address, unless it is told to; Cloudflare follows it always and does not know the sign.
pub(super) fn redirects(site: &Site, plan: &Plan) -> String {
    let base = encoded(&base_path(site));
    let code = match site.settings.hosting {
        Some(Hosting::Netlify) => "301!",
        Some(Hosting::Cloudflare) | None => "301",
    };
    let mut text = String::new();
    for page in &plan.pages {
        let Page::Moved(to, _) = page else {
            continue;
        };
        let old = page.route(site);
        let old = encoded(public_path(&old));
        let new = to.route(site);
        let new = encoded(public_path(&new));
        text.push_str(&format!("{base}{old} {base}{new} {code}\n"));
        if let Some(bare) = old.strip_suffix('/') {
            text.push_str(&format!("{base}{bare} {base}{new} {code}\n"));
        }
    }
    text
}
