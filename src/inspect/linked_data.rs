//! JSON-LD in the words of schema.org: what each type that we print must have.

use serde_json::{Map, Value};

use super::file::{File, Use};
use super::json::{Json, Step, Way, text};
use crate::date::Date;
use crate::report::{Code, nearest};

/// How long `claimReviewed` may be, in characters, to be shown by readers of fact checks.
const CLAIM_REVIEWED: usize = 75;

/// Types and what each must have: of properties with `|` between one is enough.
const TYPES: &[(&str, &[&str])] = &[
    ("AdvertiserContentArticle", ARTICLE),
    ("AnalysisNewsArticle", ARTICLE),
    ("Article", ARTICLE),
    ("AskPublicNewsArticle", ARTICLE),
    ("BackgroundNewsArticle", ARTICLE),
    ("BreadcrumbList", &["itemListElement"]),
    ("Claim", &["text|name|headline"]),
    ("ClaimReview", &["claimReviewed", "reviewRating", "url"]),
    ("CollectionPage", &["name|headline"]),
    ("Comment", &["text"]),
    ("CorrectionComment", &["text"]),
    ("CreativeWork", &["name|headline|text|url|@id"]),
    ("DataDownload", &["contentUrl|url"]),
    ("DataFeed", &["name"]),
    ("Dataset", &["name", "description"]),
    ("DefinedTerm", &["name"]),
    ("EntryPoint", &["urlTemplate"]),
    ("ImageObject", &["contentUrl|url"]),
    ("ItemList", &["itemListElement"]),
    ("ListItem", &["position", "item|name|url"]),
    ("NewsArticle", ARTICLE),
    ("NewsMediaOrganization", &["name"]),
    ("OpinionNewsArticle", ARTICLE),
    ("Organization", &["name"]),
    ("Person", &["name"]),
    ("Quotation", &["text"]),
    ("Rating", &["ratingValue|alternateName"]),
    ("Report", ARTICLE),
    ("ReportageNewsArticle", ARTICLE),
    ("ReviewNewsArticle", ARTICLE),
    ("SearchAction", &["target"]),
    ("WebPage", &["name|headline|url|@id"]),
    ("WebSite", &["name", "url"]),
];

const ARTICLE: &[&str] = &["headline"];

/// Properties whose text is an absolute address.
const ADDRESSES: &[&str] = &[
    "@id",
    "actionableFeedbackPolicy",
    "archivedAt",
    "contentUrl",
    "correctionsPolicy",
    "diversityPolicy",
    "ethicsPolicy",
    "license",
    "masthead",
    "missionCoveragePrioritiesPolicy",
    "ownershipFundingInfo",
    "publishingPrinciples",
    "sameAs",
    "thumbnailUrl",
    "unnamedSourcesPolicy",
    "url",
    "verificationFactCheckingPolicy",
];

/// Properties whose text is an ISO 8601 date, as exact as it is known.
const DATES: &[&str] = &[
    "dateCreated",
    "dateModified",
    "datePublished",
    "endDate",
    "expires",
    "startDate",
    "uploadDate",
];

/// Looks at a block of linked data that begins at `base`, in a page whose addresses are followed
/// from `from`.
pub(super) fn inspect(file: &mut File, block: &str, base: usize, from: &str) {
    let json = match Json::read(block, base) {
        Ok(json) => json,
        Err((place, fault)) => {
            let message = format!("the linked data is no JSON: {fault}");
            return file.tell(Code::InvalidLinkedData, &place, message);
        }
    };
    let mut block = Block {
        file,
        json: &json,
        from,
    };
    let root = Way::default();
    match &json.value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                block.root(item, &root.item(index));
            }
        }
        other => block.root(other, &root),
    }
}

struct Block<'b, 'f, 'a> {
    file: &'f mut File<'a>,
    json: &'b Json<'b>,
    from: &'b str,
}

impl Block<'_, '_, '_> {
    fn tell(&mut self, way: &Way, message: impl Into<String>) {
        self.file
            .tell(Code::InvalidLinkedData, &self.json.place(way), message);
    }

    /// A thing that stands by itself: it names its vocabulary.
    fn root(&mut self, value: &Value, way: &Way) {
        let Value::Object(object) = value else {
            return self.tell(way, "linked data is an object, or a list of them");
        };
        let context = object
            .get("@context")
            .map(Value::to_string)
            .unwrap_or_default();
        if context.is_empty() {
            self.tell(way, "`@context` is missing; it is `https://schema.org`");
        } else if !context.contains("://schema.org") {
            // Another vocabulary has rules of its own.
            return;
        }
        if !object.contains_key("@type") && !object.contains_key("@graph") {
            self.tell(way, "`@type` is missing");
        }
        self.value(value, way);
    }

    fn value(&mut self, value: &Value, way: &Way) {
        match value {
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.value(item, &way.item(index));
                }
            }
            Value::Object(object) => {
                self.thing(object, way);
                for (key, value) in object.iter().filter(|(key, _)| *key != "@context") {
                    self.property(key, value, &way.key(key));
                    self.value(value, &way.key(key));
                }
            }
            Value::Null => self.tell(way, format!("`{way}` is null; leave out what is not known")),
            Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }

    fn property(&mut self, key: &str, value: &Value, way: &Way) {
        if let Value::Array(items) = value {
            for (index, item) in items.iter().enumerate() {
                self.property(key, item, &way.item(index));
            }
        }
        let Value::String(written) = value else {
            return;
        };
        if ADDRESSES.contains(&key) {
            self.address(written, way);
        } else if DATES.contains(&key) && Date::parse(written).is_err() {
            self.tell(way, format!("`{written}` is no ISO 8601 date"));
        } else if written.trim().is_empty() {
            self.tell(
                way,
                format!("`{way}` is empty; leave out what is not known"),
            );
        }
    }

    fn address(&mut self, written: &str, way: &Way) {
        let is_web = written.starts_with("https://") || written.starts_with("http://");
        let is_name = way.0.last() == Some(&Step::Key("@id".to_owned()));
        if is_web {
            let place = self.json.place(way);
            let parts = self.file.parts.len();
            self.file.follow(written, Use::Mention, &place, self.from);
            if is_name {
                // A thing that a page tells of needs no element of its name.
                self.file.parts.truncate(parts);
            }
        } else if !(is_name && written.contains(':')) && self.file.addresses.base.is_some() {
            self.tell(way, format!("`{written}` is no absolute address"));
        }
    }

    /// What a thing of a type must have.
    fn thing(&mut self, object: &Map<String, Value>, way: &Way) {
        let Some(kind) = object.get("@type") else {
            return;
        };
        let kinds: Vec<&str> = match kind {
            Value::String(kind) => vec![kind],
            Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
            _ => return self.tell(&way.key("@type"), "`@type` is the name of a type"),
        };
        for kind in kinds {
            let name = kind.rsplit(['/', ':']).next().unwrap_or(kind);
            match TYPES.iter().find(|(known, _)| *known == name) {
                Some((_, required)) => self.required(name, required, object, way),
                None => self.unknown(name, &way.key("@type")),
            }
        }
        self.reviewed(object, way);
        self.order(object, way);
        self.rating(object, way);
    }

    /// A type that we do not print may be right all the same; one that is nearly ours is a slip.
    fn unknown(&mut self, name: &str, way: &Way) {
        let known = TYPES.iter().map(|(known, _)| *known);
        if let Some(near) = nearest(name, known) {
            let place = self.json.place(way);
            let message = format!("`{name}` is no type that is checked; did you mean `{near}`?");
            self.file.warn(Code::InvalidLinkedData, &place, message);
        }
    }

    fn required(&mut self, name: &str, required: &[&str], object: &Map<String, Value>, way: &Way) {
        // A thing that is only named stands elsewhere.
        if object.len() <= 2 && object.contains_key("@id") {
            return;
        }
        for choice in required {
            if !choice.split('|').any(|key| object.contains_key(key)) {
                let choice = choice.replace('|', "` or `");
                self.tell(way, format!("the `{name}` has no `{choice}`"));
            }
        }
    }

    fn reviewed(&mut self, object: &Map<String, Value>, way: &Way) {
        let letters = text(object, "claimReviewed").map_or(0, |text| text.chars().count());
        if letters > CLAIM_REVIEWED {
            let message = format!(
                "`claimReviewed` has {letters} characters; readers of fact checks take {CLAIM_REVIEWED}"
            );
            self.tell(&way.key("claimReviewed"), message);
        }
    }

    fn order(&mut self, object: &Map<String, Value>, way: &Way) {
        let date = |key| text(object, key).and_then(|date| Date::parse(date).ok());
        if let (Some(published), Some(modified)) = (date("datePublished"), date("dateModified"))
            && modified < published
        {
            self.tell(
                &way.key("dateModified"),
                "`dateModified` is before `datePublished`",
            );
        }
    }

    fn rating(&mut self, object: &Map<String, Value>, way: &Way) {
        let number = |key| match object.get(key)? {
            Value::Number(number) => number.as_f64(),
            Value::String(text) => text.parse::<f64>().ok(),
            _ => None,
        };
        let Some(rating) = number("ratingValue") else {
            return;
        };
        let worst = number("worstRating").unwrap_or(1.0);
        let best = number("bestRating").unwrap_or(5.0);
        if rating < worst || rating > best {
            let message = format!("the rating {rating} lies outside of {worst} to {best}");
            self.tell(&way.key("ratingValue"), message);
        }
    }
}
