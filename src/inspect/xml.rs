//! XML as a tree of elements with their places.

use std::ops::Range;

use quick_xml::NsReader;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;

/// An element.
#[derive(Clone, Debug, Default)]
pub(super) struct Element {
    /// Its name without a prefix.
    pub(super) name: String,
    /// The address of its namespace.
    pub(super) namespace: String,
    /// Its attributes: name as written, and value.
    pub(super) attributes: Vec<(String, String)>,
    /// The elements in it.
    pub(super) children: Vec<Element>,
    /// The text in it, that of its children left out.
    pub(super) text: String,
    /// The place of its start tag.
    pub(super) place: Range<usize>,
}

impl Element {
    /// The elements in it of a name, in its own namespace.
    pub(super) fn all<'e>(&'e self, name: &'e str) -> impl Iterator<Item = &'e Element> {
        let is_meant = move |one: &&Element| one.name == name && one.namespace == self.namespace;
        self.children.iter().filter(is_meant)
    }

    /// The first element in it of a name.
    pub(super) fn one<'e>(&'e self, name: &'e str) -> Option<&'e Element> {
        self.all(name).next()
    }

    /// The value of an attribute.
    pub(super) fn value(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// Where XML is not well-formed, and why.
pub(super) type Malformed = (Range<usize>, String);

/// Reads a document: its root element.
pub(super) fn read(text: &str) -> Result<Element, Malformed> {
    let mut reader = NsReader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    // The document itself is the lowest: it takes the root.
    let mut open = vec![Element::default()];
    loop {
        let start = offset(reader.buffer_position(), text);
        let event = match reader.read_event() {
            Ok(event) => event,
            Err(fault) => {
                let at = offset(reader.error_position(), text);
                return Err((at..(at + 1).min(text.len()), fault.to_string()));
            }
        };
        let place = start..offset(reader.buffer_position(), text);
        let fault = |said: String| (place.clone(), said);
        match event {
            Event::Start(tag) => {
                let ResolveResult::Bound(namespace) = reader.resolve_element(tag.name()).0 else {
                    if tag.name().prefix().is_some() {
                        return Err(fault(
                            "the prefix of the element has no namespace".to_owned(),
                        ));
                    }
                    open.push(element(&tag, String::new(), place.clone()).map_err(fault)?);
                    continue;
                };
                let namespace = lossy(namespace.as_ref());
                open.push(element(&tag, namespace, place.clone()).map_err(fault)?);
            }
            Event::End(_) => {
                if let Some(done) = open.pop()
                    && let Some(around) = open.last_mut()
                {
                    around.children.push(done);
                }
            }
            Event::Eof => break,
            other => {
                let words = words(&other).map_err(fault)?;
                if let Some(inside) = open.last_mut() {
                    inside.text.push_str(&words);
                }
            }
        }
    }
    root(open, text)
}

/// The one element of a document.
fn root(mut open: Vec<Element>, text: &str) -> Result<Element, Malformed> {
    if open.len() > 1
        && let Some(unclosed) = open.pop()
    {
        return Err((unclosed.place, format!("`{}` is not closed", unclosed.name)));
    }
    let mut document = open.pop().unwrap_or_default();
    let end = text.len().saturating_sub(1)..text.len();
    if !document.text.trim().is_empty() {
        return Err((end, "words stand outside of the root element".to_owned()));
    }
    match (document.children.pop(), document.children.is_empty()) {
        (Some(root), true) => Ok(root),
        (Some(second), false) => Err((second.place, "a second root element".to_owned())),
        (None, _) => Err((end, "there is no element".to_owned())),
    }
}

fn element(tag: &BytesStart, namespace: String, place: Range<usize>) -> Result<Element, String> {
    let mut attributes = Vec::new();
    for attribute in tag.attributes() {
        let attribute = attribute.map_err(|fault| fault.to_string())?;
        let value = attribute
            .unescape_value()
            .map_err(|fault| fault.to_string())?;
        attributes.push((lossy(attribute.key.as_ref()), value.into_owned()));
    }
    Ok(Element {
        name: lossy(tag.local_name().as_ref()),
        namespace,
        attributes,
        place,
        ..Element::default()
    })
}

/// The words of an event. Comments, declarations and instructions have none.
fn words(event: &Event) -> Result<String, String> {
    let plain = |text: Result<std::borrow::Cow<str>, _>| match text {
        Ok(text) => Ok(text.into_owned()),
        Err(fault) => Err(quick_xml::Error::to_string(&quick_xml::Error::Encoding(
            fault,
        ))),
    };
    match event {
        Event::Text(text) => plain(text.decode()),
        Event::CData(text) => plain(text.decode()),
        Event::GeneralRef(name) => {
            let name = plain(name.decode())?;
            quick_xml::escape::unescape(&format!("&{name};"))
                .map(std::borrow::Cow::into_owned)
                .map_err(|_| format!("`&{name};` is no entity of XML"))
        }
        _ => Ok(String::new()),
    }
}

fn offset(position: u64, text: &str) -> usize {
    usize::try_from(position)
        .unwrap_or(usize::MAX)
        .min(text.len())
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn a_document_is_read_with_places() {
        let text = "<?xml version=\"1.0\"?>\n<a xmlns=\"urn:a\" xmlns:b=\"urn:b\"><b:c d=\"&lt;é\">x &amp; \
                    &#233;<![CDATA[<y>]]></b:c><e/></a>";
        let root = read(text).expect("it is well-formed");
        assert_eq!(
            (root.name.as_str(), root.namespace.as_str()),
            ("a", "urn:a")
        );
        let inner = &root.children[0];
        assert_eq!(
            (inner.name.as_str(), inner.namespace.as_str()),
            ("c", "urn:b")
        );
        assert_eq!(inner.value("d"), Some("<é"));
        assert_eq!(inner.text, "x & é<y>");
        assert_eq!(&text[inner.place.clone()], "<b:c d=\"&lt;é\">");
        assert!(root.one("e").is_some() && root.one("c").is_none());
    }

    #[test]
    fn what_is_not_well_formed_is_told_with_its_place() {
        for (text, part) in [
            ("<a><b></a>", "</a>"),
            ("<a>", "<a>"),
            ("<a/><b/>", "<b/>"),
            ("<a>&nbsp;</a>", "&nbsp;"),
            ("<a x=1/>", "<a x=1/>"),
            ("<a x='1' x='2'/>", "<a x='1' x='2'/>"),
            ("<p:a/>", "<p:a/>"),
            ("<a>&</a>", "&</a>"),
            ("", ""),
            ("x", "x"),
            ("<a", "<a"),
        ] {
            let (place, _) = read(text).expect_err(text);
            let from = text.find(part).expect("the part is there");
            assert!(
                (from..=from + part.len()).contains(&place.start),
                "{text}: {place:?}"
            );
        }
    }
}
