//! Reading a tree into types that another package describes with serde.

use std::fmt;

use serde::de::value::{BorrowedStrDeserializer, MapDeserializer, SeqDeserializer};
use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer,
    Unexpected, VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use super::{Node, Value};
use crate::report::nearest;
use crate::text::{Name, Span};

/// Why a tree is no value of the wanted type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedError {
    /// The innermost key or value that did not fit.
    pub span: Span,
    /// What is wrong with it.
    pub message: String,
}

/// Reads `node` as a `T`. Reading stops at the first fault, as serde has it.
///
/// A number is given as `i64`, `u64` or `f64`, the first that holds it, and as the text that was
/// written where text is wanted or none of them holds it.
pub fn typed<T: DeserializeOwned>(node: &Node) -> Result<T, TypedError> {
    T::deserialize(Reader(node)).map_err(|fault| TypedError {
        span: fault.span.unwrap_or(node.span),
        message: fault.to_string(),
    })
}

/// A fault on its way out: it gets its place from the first node that it leaves.
#[derive(Debug)]
struct Fault {
    span: Option<Span>,
    what: What,
}

/// What is wrong. Where several types are tried in turn most faults are never told, so the search
/// for the name that was meant waits until one is.
#[derive(Debug)]
enum What {
    Message(String),
    Unknown(String, &'static [&'static str]),
}

impl Fault {
    fn at(mut self, span: Span) -> Self {
        self.span.get_or_insert(span);
        self
    }

    fn unknown(written: &str, expected: &'static [&'static str]) -> Self {
        Self {
            span: None,
            what: What::Unknown(written.to_owned(), expected),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        match &self.what {
            What::Message(message) => formatter.write_str(message),
            What::Unknown(written, expected) => match nearest(written, expected.iter().copied()) {
                Some(meant) => {
                    write!(formatter, "`{written}` is unknown, did you mean `{meant}`?")
                }
                None => write!(formatter, "`{written}` is none of: {}", expected.join(", ")),
            },
        }
    }
}

impl std::error::Error for Fault {}

impl de::Error for Fault {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self {
            span: None,
            what: What::Message(message.to_string()),
        }
    }

    fn invalid_type(unexpected: Unexpected, expected: &dyn de::Expected) -> Self {
        let found = match unexpected {
            Unexpected::Unit | Unexpected::Option => "nothing",
            Unexpected::Bool(_) => "a truth value",
            Unexpected::Unsigned(_) | Unexpected::Signed(_) | Unexpected::Float(_) => "a number",
            Unexpected::Str(_) => "text",
            Unexpected::Seq => "a list",
            Unexpected::Map => "a mapping",
            other => return Self::custom(format_args!("expected {expected}, found {other}")),
        };
        Self::custom(format_args!("expected {expected}, found {found}"))
    }

    fn unknown_variant(variant: &str, expected: &'static [&'static str]) -> Self {
        Self::unknown(variant, expected)
    }

    fn unknown_field(field: &str, expected: &'static [&'static str]) -> Self {
        Self::unknown(field, expected)
    }
}

/// Hands a node to serde.
struct Reader<'a>(&'a Node);

impl<'de> Reader<'de> {
    /// The node as text where text is wanted: numbers are what was written.
    fn text<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match &self.0.value {
            Value::Number(written) => visitor
                .visit_borrowed_str(written)
                .map_err(|fault: Fault| fault.at(self.0.span)),
            _ => self.deserialize_any(visitor),
        }
    }
}

impl<'de> Deserializer<'de> for Reader<'de> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let result = match &self.0.value {
            Value::Null => visitor.visit_unit(),
            Value::Bool(value) => visitor.visit_bool(*value),
            Value::Number(written) => number(written, visitor),
            Value::Text(text) => visitor.visit_borrowed_str(text),
            Value::List(items) => visitor.visit_seq(SeqDeserializer::new(items.iter())),
            Value::Map(entries) => visitor.visit_map(MapDeserializer::new(
                entries.iter().map(|(key, node)| (Key(key), node)),
            )),
        };
        result.map_err(|fault| fault.at(self.0.span))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.0.value {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Fault> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        let span = self.0.span;
        let result = match &self.0.value {
            Value::Text(name) => visitor.visit_enum(BorrowedStrDeserializer::new(name)),
            Value::Map(entries) if entries.len() == 1 => {
                visitor.visit_enum(Variant(&entries[0].0, &entries[0].1))
            }
            _ => return self.deserialize_any(visitor),
        };
        result.map_err(|fault| fault.at(span))
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.text(visitor)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.text(visitor)
    }

    fn deserialize_char<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.text(visitor)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 bytes byte_buf
        unit unit_struct seq tuple tuple_struct map struct identifier
    }
}

fn number<'de, V: Visitor<'de>>(written: &'de str, visitor: V) -> Result<V::Value, Fault> {
    if let Ok(number) = written.parse() {
        return visitor.visit_i64(number);
    }
    if let Ok(number) = written.parse() {
        return visitor.visit_u64(number);
    }
    match written.parse() {
        Ok(number) => visitor.visit_f64(number),
        Err(_) => visitor.visit_borrowed_str(written),
    }
}

impl<'de> IntoDeserializer<'de, Fault> for &'de Node {
    type Deserializer = Reader<'de>;

    fn into_deserializer(self) -> Reader<'de> {
        Reader(self)
    }
}

/// Hands a key to serde, so that a fault in it is shown there and not at its mapping.
struct Key<'a>(&'a Name);

impl<'de> Deserializer<'de> for Key<'de> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor
            .visit_borrowed_str(&self.0.value)
            .map_err(|fault: Fault| fault.at(self.0.span))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf
        option unit unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier
        ignored_any
    }
}

impl<'de> IntoDeserializer<'de, Fault> for Key<'de> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

/// A variant that holds something: the only key of a mapping, with its value.
struct Variant<'a>(&'a Name, &'a Node);

impl<'de> EnumAccess<'de> for Variant<'de> {
    type Error = Fault;
    type Variant = Reader<'de>;

    fn variant_seed<S: DeserializeSeed<'de>>(
        self,
        seed: S,
    ) -> Result<(S::Value, Reader<'de>), Fault> {
        Ok((seed.deserialize(Key(self.0))?, Reader(self.1)))
    }
}

impl<'de> VariantAccess<'de> for Reader<'de> {
    type Error = Fault;

    fn unit_variant(self) -> Result<(), Fault> {
        de::Deserialize::deserialize(self)
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Fault> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_any(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.deserialize_any(visitor)
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;
    use crate::report::Report;
    use crate::text::{Files, SourceFile};
    use crate::yaml::parse;

    fn read<T: DeserializeOwned>(text: &str) -> Result<T, (usize, usize, String)> {
        let mut files = Files::default();
        let id = files.add(SourceFile::new("a.yaml".into(), text));
        let mut report = Report::default();
        let file = files.get(id);
        let node = parse(file, id, 0, file.text.len(), &mut report).expect("good YAML");
        typed(&node).map_err(|fault| {
            let (line, column) = file.line_column(fault.span.start);
            (line, column, fault.message)
        })
    }

    #[test]
    fn a_record_of_many_thousand_lines_is_read_whole() {
        let list: Vec<u8> = read(&"- 7\n".repeat(300_000)).expect("a long list is a list");
        assert_eq!(list.len(), 300_000);
    }

    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(deny_unknown_fields)]
    struct Sample {
        name: String,
        number: Option<i64>,
        #[serde(default)]
        share: f64,
        #[serde(default)]
        shape: Shape,
        #[serde(default)]
        list: Vec<u8>,
    }

    #[derive(Debug, Default, Deserialize, PartialEq)]
    #[serde(rename_all = "lowercase")]
    enum Shape {
        #[default]
        Round,
        Square(u8),
        Box {
            wide: u8,
        },
        Pair(u8, u8),
    }

    #[test]
    fn values_of_every_type_are_read() {
        let sample: Sample =
            read("name: 1.10\nnumber: ~\nshare: 3\nshape: {square: 4}\nlist: [1, 2]").unwrap();
        let expected = Sample {
            name: "1.10".into(),
            number: None,
            share: 3.0,
            shape: Shape::Square(4),
            list: vec![1, 2],
        };
        assert_eq!(sample, expected);
        assert_eq!(read("round"), Ok(Shape::Round));
        assert_eq!(read("box: {wide: 2}"), Ok(Shape::Box { wide: 2 }));
        assert_eq!(read("pair: [1, 2]"), Ok(Shape::Pair(1, 2)));
        assert_eq!(read("18446744073709551615"), Ok(u64::MAX));
        assert_eq!(read::<Option<u8>>("~"), Ok(None));
    }

    #[test]
    fn a_fault_is_shown_at_the_innermost_place() {
        let fault = |line, column, message: &str| Err((line, column, message.to_owned()));
        assert_eq!(
            read::<Sample>("name: a\nlist:\n  - 1\n  - [2]"),
            fault(4, 5, "expected u8, found a list")
        );
        assert_eq!(
            read::<Sample>("name: a\nnmber: 1"),
            fault(2, 1, "`nmber` is unknown, did you mean `number`?")
        );
        assert_eq!(
            read::<Sample>("number: 1"),
            fault(1, 1, "missing field `name`")
        );
        assert_eq!(
            read::<Sample>("name: a\nshape: oval"),
            fault(2, 8, "`oval` is none of: round, square, box, pair")
        );
        assert_eq!(
            read::<Sample>("name: a\nlist: [300]"),
            fault(2, 8, "invalid value: integer `300`, expected u8")
        );
    }
}
