//! Files of data: W3C Web Annotations, the record as a `Dataset`, and JSON of any kind.

use serde_json::{Map, Value};

use super::feeds;
use super::file::{File, Use};
use super::json::{Json, Way, place_of, text, without_place};
use crate::dataset::Dataset;
use crate::report::Code;

/// The context of Web Annotations.
const ANNOTATIONS: &str = "http://www.w3.org/ns/anno.jsonld";

/// A quotation that an annotation marks on a page of the site: the page's file, the words, their
/// place in the annotations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Quotation {
    pub(super) page: usize,
    pub(super) exact: String,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Looks at a JSON file: what it is says how. Gives back the quotations of annotations.
pub(super) fn inspect(file: &mut File) -> Vec<Quotation> {
    let mut quotations = Vec::new();
    let json = match Json::read(file.text, 0) {
        Ok(json) => json,
        Err((place, fault)) => {
            file.tell(
                Code::InvalidDataFile,
                &place,
                format!("the file is no JSON: {fault}"),
            );
            return quotations;
        }
    };
    let Value::Object(root) = &json.value else {
        return quotations;
    };
    let context = root
        .get("@context")
        .map(Value::to_string)
        .unwrap_or_default();
    let version = text(root, "version").unwrap_or_default();
    if context.contains(ANNOTATIONS) {
        let mut reader = Annotations {
            file,
            json: &json,
            quotations: &mut quotations,
        };
        reader.value(&json.value, &Way::default());
    } else if version.starts_with(feeds::JSON_FEED) {
        feeds::json_feed(file, &json);
    } else if root.contains_key("claims") && root.get("version").is_some_and(Value::is_number) {
        dataset(file, &json);
    }
    quotations
}

/// The record must read back into the type that it was written from.
fn dataset(file: &mut File, json: &Json) {
    let data: Dataset = match serde_json::from_str(file.text) {
        Ok(data) => data,
        Err(fault) => {
            let place = place_of(file.text, 0, &fault);
            let message = format!("the record cannot be read back: {}", without_place(&fault));
            return file.tell(Code::InvalidDataFile, &place, message);
        }
    };
    let root = Way::default();
    let mut follow = |address: &str, way: Way| {
        // Without a public address those of the record go from the site's root.
        let place = json.place(&way);
        file.follow(address, Use::Mention, &place, "index.html");
    };
    for (index, brief) in data.briefs.iter().enumerate() {
        follow(&brief.url, root.key("briefs").item(index).key("url"));
    }
    for (index, claim) in data.claims.iter().enumerate() {
        let way = root.key("claims").item(index);
        if let Some(url) = &claim.url {
            follow(url, way.key("url"));
        }
        for (index, statement) in claim.statements.iter().enumerate() {
            if let Some(url) = &statement.url {
                follow(url, way.key("statements").item(index).key("url"));
            }
        }
    }
    for (index, speaker) in data.speakers.iter().enumerate() {
        follow(&speaker.url, root.key("speakers").item(index).key("url"));
    }
    for (index, source) in data.sources.iter().enumerate() {
        follow(&source.url, root.key("sources").item(index).key("url"));
    }
}

/// Annotations that are being read.
struct Annotations<'r, 'a> {
    file: &'r mut File<'a>,
    json: &'r Json<'r>,
    quotations: &'r mut Vec<Quotation>,
}

impl Annotations<'_, '_> {
    fn tell(&mut self, way: &Way, message: impl Into<String>) {
        self.file
            .tell(Code::InvalidDataFile, &self.json.place(way), message);
    }

    /// Looks for annotations, alone, on pages and in collections.
    fn value(&mut self, value: &Value, way: &Way) {
        match value {
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.value(item, &way.item(index));
                }
            }
            Value::Object(object) => {
                if is_a(object, "Annotation") {
                    self.annotation(object, way);
                }
                if is_a(object, "AnnotationCollection") || is_a(object, "AnnotationPage") {
                    self.collection(object, way);
                }
                for key in ["items", "first", "next", "prev", "last"] {
                    if let Some(inner) = object.get(key) {
                        self.value(inner, &way.key(key));
                    }
                }
            }
            _ => {}
        }
    }

    fn collection(&mut self, object: &Map<String, Value>, way: &Way) {
        if text(object, "id").is_none() && object.contains_key("@context") {
            self.tell(way, "the collection has no `id`");
        }
        if is_a(object, "AnnotationPage") && !object.get("items").is_some_and(Value::is_array) {
            self.tell(way, "a page of annotations has a list `items`");
        }
        for key in ["first", "last", "next", "prev", "partOf"] {
            if let Some(address) = text(object, key) {
                self.follow(address, &way.key(key));
            }
        }
    }

    fn annotation(&mut self, object: &Map<String, Value>, way: &Way) {
        if text(object, "id").is_none() {
            self.tell(way, "the annotation has no `id`");
        }
        match object.get("target") {
            None => self.tell(way, "the annotation has no `target`"),
            Some(Value::Array(targets)) => {
                for (index, target) in targets.iter().enumerate() {
                    self.target(target, &way.key("target").item(index));
                }
            }
            Some(target) => self.target(target, &way.key("target")),
        }
    }

    fn target(&mut self, target: &Value, way: &Way) {
        match target {
            Value::String(address) => self.follow(address, way),
            Value::Object(object) => {
                let Some(source) = object.get("source") else {
                    return;
                };
                let source = source.as_str().or_else(|| source.get("id")?.as_str());
                let Some(source) = source else {
                    return self.tell(way, "the target has no `source`");
                };
                self.follow(source, &way.key("source"));
                if let Some(selector) = object.get("selector") {
                    self.selector(selector, source, &way.key("selector"));
                }
            }
            _ => self.tell(way, "a target is an address or an object"),
        }
    }

    fn follow(&mut self, address: &str, way: &Way) {
        let place = self.json.place(way);
        self.file
            .follow(address, Use::Mention, &place, self.file.path);
    }

    fn selector(&mut self, selector: &Value, source: &str, way: &Way) {
        match selector {
            Value::Array(selectors) => {
                for (index, one) in selectors.iter().enumerate() {
                    self.selector(one, source, &way.item(index));
                }
            }
            Value::Object(object) if is_a(object, "TextQuoteSelector") => {
                let Some(exact) = text(object, "exact") else {
                    return self.tell(way, "a `TextQuoteSelector` has the words in `exact`");
                };
                let target = self.file.addresses.target(source, self.file.path);
                if let super::addresses::Target::File(page, _) = target {
                    let place = self.json.place(&way.key("exact"));
                    self.quotations.push(Quotation {
                        page,
                        exact: exact.to_owned(),
                        start: place.start,
                        end: place.end,
                    });
                }
            }
            Value::Object(object) if is_a(object, "TextPositionSelector") => {
                let number = |key| object.get(key).and_then(Value::as_u64);
                match (number("start"), number("end")) {
                    (Some(start), Some(end)) if start <= end => {}
                    _ => self.tell(
                        way,
                        "a `TextPositionSelector` has `start` and `end`, in order",
                    ),
                }
            }
            _ => {}
        }
    }
}

/// Whether an object is of a type.
fn is_a(object: &Map<String, Value>, name: &str) -> bool {
    match object.get("type") {
        Some(Value::String(one)) => one == name,
        Some(Value::Array(several)) => several.iter().any(|one| one == name),
        _ => false,
    }
}
