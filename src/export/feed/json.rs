//! A feed as JSON Feed 1.1.

use crate::feed::{Author, Entry, Feed, JsonAuthor, JsonFeed, JsonItem, VERSION};

pub(super) fn json(feed: &Feed) -> JsonFeed {
    JsonFeed {
        version: VERSION.to_owned(),
        title: feed.title.clone(),
        home_page_url: feed.page.clone(),
        feed_url: feed.json.clone(),
        description: feed.description.clone(),
        favicon: feed.icon.clone(),
        authors: vec![author(&feed.author)],
        language: feed.language.clone(),
        items: feed.entries.iter().map(item).collect(),
    }
}

fn item(entry: &Entry) -> JsonItem {
    JsonItem {
        id: entry.id.clone(),
        url: entry.url.clone(),
        title: entry.title.clone(),
        content_html: entry.content.clone(),
        summary: entry.summary.clone(),
        date_published: entry.published.rfc3339(),
        date_modified: entry.updated.rfc3339(),
        authors: entry.authors.iter().map(author).collect(),
        tags: entry.topics.iter().map(|(_, name)| name.clone()).collect(),
        language: entry.language.clone(),
        brief: entry.brief.clone(),
    }
}

fn author(author: &Author) -> JsonAuthor {
    JsonAuthor {
        name: author.name.clone(),
        url: author.url.clone(),
    }
}
