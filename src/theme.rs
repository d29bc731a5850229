//! The default theme, held in the binary so that a folder with nothing but `content/` builds.

macro_rules! files {
    ($include:ident, $folder:literal: $($name:literal,)*) => {
        &[$(($name, $include!(concat!("../", $folder, "/", $name))),)*]
    };
}

/// The templates, by their path below `templates/`.
pub const TEMPLATES: &[(&str, &str)] = files! { include_str, "templates":
    "404.html",
    "base.html",
    "brief.html",
    "briefs.html",
    "claim.html",
    "components/annotation.html",
    "components/brief.html",
    "components/claim.html",
    "components/drawing.html",
    "components/glance.html",
    "components/grade.html",
    "components/nav.html",
    "components/source.html",
    "components/status.html",
    "components/ui.html",
    "components/verdict.html",
    "corrections.html",
    "home.html",
    "ledger.html",
    "map.html",
    "method.html",
    "moved.html",
    "page.html",
    "search.html",
    "source.html",
    "sources.html",
    "speaker.html",
    "speakers.html",
    "timeline.html",
    "topic.html",
    "topics.html",
};

/// The tables of messages, by language; English, which completes the others, comes first.
pub const MESSAGES: &[(&str, &str)] = &[
    ("en", include_str!("../templates/messages/en.yaml")),
    ("es", include_str!("../templates/messages/es.yaml")),
];

/// The files that are copied into every site, by their path below `static/`.
pub const STATICS: &[(&str, &[u8])] = files! { include_bytes, "static":
    "ascribe.css",
    "icon.svg",
    "search.js",
};
