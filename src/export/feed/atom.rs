//! A feed as Atom 1.0 (RFC 4287).

use crate::date::Date;
use crate::export::xml::{Attributes, Xml};
use crate::feed::{Author, Entry, Feed};

pub(super) fn atom(feed: &Feed) -> String {
    let mut xml = Xml::new();
    let language = [
        ("xmlns", "http://www.w3.org/2005/Atom"),
        ("xml:lang", feed.language.as_str()),
    ];
    xml.open("feed", &language);
    xml.text("id", &[], &feed.id);
    xml.text("title", &[], &feed.title);
    if let Some(description) = &feed.description {
        xml.text("subtitle", &[], description);
    }
    if let Some(updated) = feed.updated {
        xml.text("updated", &[], &updated.rfc3339());
    }
    link(&mut xml, "alternate", "text/html", &feed.page);
    link(&mut xml, "alternate", "application/feed+json", &feed.json);
    link(&mut xml, "self", "application/atom+xml", &feed.atom);
    author(&mut xml, &feed.author);
    xml.text(
        "generator",
        &[("version", env!("CARGO_PKG_VERSION"))],
        "Ascribe",
    );
    xml.text("icon", &[], &feed.icon);
    for one in &feed.entries {
        entry(&mut xml, one, &feed.language);
    }
    xml.close("feed");
    xml.finish()
}

fn entry(xml: &mut Xml, entry: &Entry, language: &str) {
    let own = [("xml:lang", entry.language.as_str())];
    let own: Attributes = if entry.language == language {
        &[]
    } else {
        &own
    };
    xml.open("entry", own);
    xml.text("id", &[], &entry.id);
    xml.text("title", &[], &entry.title);
    xml.text("published", &[], &entry.published.rfc3339());
    xml.text("updated", &[], &Date::rfc3339(entry.updated));
    link(xml, "alternate", "text/html", &entry.url);
    if let Some(data) = entry.brief.as_ref().and_then(|brief| brief.data.as_ref()) {
        link(xml, "related", "application/json", data);
    }
    for one in &entry.authors {
        author(xml, one);
    }
    for (key, name) in &entry.topics {
        xml.empty("category", &[("term", key), ("label", name)]);
    }
    if let Some(summary) = &entry.summary {
        xml.text("summary", &[], summary);
    }
    xml.text("content", &[("type", "html")], &entry.content);
    xml.close("entry");
}

fn link(xml: &mut Xml, rel: &str, r#type: &str, href: &str) {
    xml.empty("link", &[("rel", rel), ("type", r#type), ("href", href)]);
}

fn author(xml: &mut Xml, author: &Author) {
    xml.open("author", &[]);
    xml.text("name", &[], &author.name);
    if let Some(url) = &author.url {
        xml.text("uri", &[], url);
    }
    xml.close("author");
}
