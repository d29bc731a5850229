//! Entries from .bib files (BibTeX and BibLaTeX).

use std::collections::BTreeMap;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};

use hayagriva::Library;
use hayagriva::io::{BibLaTeXError, from_biblatex_str};
use hayagriva::types::Date;

use super::entry::{Entry, address};
use super::keys::hint;
use super::scan::{Field, Graph, Item, bare, names_in_pieces, scan};
use super::yaml::date_fault;
use crate::report::{Code, Diagnostic, Report};
use crate::text::{FileId, Name, SourceFile, Span, Spanned};

/// How many faults of a file are told; each costs a further reading.
const FAULTS: usize = 100;

/// How deep braces may stand in each other: the reader calls itself for each.
const DEPTH: usize = 64;

/// Reads all sources of a .bib file, in written order, each with the place of its key. What cannot
/// be read is told and left out.
pub fn bibtex(file: FileId, source: &SourceFile, report: &mut Report) -> Vec<(Name, Entry)> {
    let items = scan(&source.text);
    let mut reader = Reader {
        file,
        text: &source.text,
        items: &items,
        left: source.text.to_string().into_bytes(),
        report,
    };
    reader.tell_broken();
    reader.tell_twice();
    reader.tell_endless();
    reader.tell_dates();
    let Some(library) = reader.library() else {
        return Vec::new();
    };
    let mut entries = Vec::new();
    for item in items.iter().filter(|item| item.is_entry()) {
        // An `@xdata` holds fields for others and is no source.
        let Some(entry) = library.get(&source.text[item.key.clone()]) else {
            continue;
        };
        if item.kind != "xdata" && reader.is_left(item) {
            let mut entry = entry.clone();
            reader.check(item, &mut entry);
            let span = reader.span(&item.key);
            entries.push((Spanned::new(entry.key().to_owned(), span), Entry(entry)));
        }
    }
    entries
}

struct Reader<'a> {
    file: FileId,
    text: &'a str,
    items: &'a [Item],
    /// The text with spaces in the place of items that cannot be read.
    left: Vec<u8>,
    report: &'a mut Report,
}

impl<'a> Reader<'a> {
    fn span(&self, bytes: &Range<usize>) -> Span {
        Span::new(self.file, bytes.start, bytes.end)
    }

    fn tell(&mut self, bytes: &Range<usize>, message: impl Into<String>) {
        let span = self.span(bytes);
        self.report
            .add(Diagnostic::new(Code::InvalidBibtex, span, message));
    }

    fn drop(&mut self, item: &Item) {
        self.left[item.bytes.clone()].fill(b' ');
    }

    fn is_left(&self, item: &Item) -> bool {
        self.left.get(item.bytes.start) == Some(&b'@')
    }

    /// Tells the items that are not whole, by reading each alone.
    fn tell_broken(&mut self) {
        for item in self.items.iter().filter(|item| !item.whole) {
            let part = &self.text[item.bytes.clone()];
            let start = item.bytes.start;
            match read(part) {
                Some(Err(faults)) => {
                    for fault in &faults {
                        let (bytes, message) = place(fault);
                        if bytes.start >= part.trim_end().len() {
                            self.tell(&item.key, "the entry has no closing brace");
                        } else {
                            self.tell(&(start + bytes.start..start + bytes.end), message);
                        }
                    }
                }
                _ => self.tell(&item.key, "the entry cannot be read"),
            }
            self.drop(item);
        }
    }

    /// Tells keys that stand twice; the first entry counts.
    fn tell_twice(&mut self) {
        let mut first: BTreeMap<&str, &Range<usize>> = BTreeMap::new();
        for item in self.items.iter().filter(|item| item.is_entry()) {
            let key = &self.text[item.key.clone()];
            if !self.is_left(item) {
                continue;
            }
            let Some(before) = first.get(key) else {
                first.insert(key, &item.key);
                continue;
            };
            let (here, before) = (self.span(&item.key), self.span(before));
            let message = format!("the source `{key}` is defined twice");
            self.report.add(
                Diagnostic::new(Code::DefinedTwice, here, message).related(before, "first here"),
            );
            self.drop(item);
        }
    }

    /// Tells what the reader, which follows references without looking back, would not survive.
    fn tell_endless(&mut self) {
        let (text, items) = (self.text, self.items);
        let entries = Graph::of_entries(text, items);
        let abbreviations = Graph::of_abbreviations(text, items);
        for item in items {
            if !self.is_left(item) {
                continue;
            }
            let names: Vec<_> = item
                .fields
                .iter()
                .flat_map(|one| &one.abbreviations)
                .collect();
            let message = if item.depth > DEPTH {
                format!("more than {DEPTH} braces stand in each other")
            } else if item.is_entry() && names_in_pieces(text, item) {
                "`crossref` and `xdata` name entries by abbreviations or in pieces; write the keys out"
                    .to_owned()
            } else if !entries.ends(&text[item.key.clone()]) {
                "`crossref` and `xdata` lead in a circle or too far".to_owned()
            } else if !names.iter().all(|name| abbreviations.ends(name)) {
                "abbreviations lead in a circle or too far".to_owned()
            } else {
                continue;
            };
            self.tell(&item.key, message);
            self.drop(item);
        }
    }

    /// Tells the dates at which the reader breaks off or gives no true place: days in `month` that
    /// are none, and years of more than four digits where some are left open.
    fn tell_dates(&mut self) {
        let day = |number: &str| number.is_empty() || matches!(number.parse(), Ok(1..=31));
        let year = |number: &str| number.len() <= 4;
        for item in self.items {
            for name in ["month", "date", "urldate", "origdate", "eventdate"] {
                let Some((field, value)) = self.value(item, name) else {
                    continue;
                };
                let mut numbers = value.split(|character: char| !character.is_numeric());
                let possible = if name == "month" {
                    numbers.all(day)
                } else {
                    !value.contains(['x', 'X']) || numbers.all(year)
                };
                if self.is_left(item) && !possible {
                    self.no_date(field, "there is no such year, month or day");
                    self.drop(item);
                }
            }
        }
    }

    fn no_date(&mut self, field: &Field, fault: &str) {
        let span = self.span(&field.value);
        let message = format!("this is no date: {fault}");
        let hint = hint("date").to_owned();
        self.report
            .add(Diagnostic::new(Code::InvalidDate, span, message).hint(hint));
    }

    /// Reads what is left, without the items in which a fault is found.
    fn library(&mut self) -> Option<Library> {
        for _ in 0..FAULTS {
            let left = String::from_utf8_lossy(&self.left).into_owned();
            let faults = match read(&left) {
                Some(Ok(library)) => return Some(library),
                Some(Err(faults)) => faults,
                None => {
                    self.tell(&(0..1), "the file cannot be read");
                    return None;
                }
            };
            let mut dropped = false;
            for fault in &faults {
                let (bytes, message) = place(fault);
                let item = self.items.iter().find(|item| {
                    self.is_left(item)
                        && item.bytes.start <= bytes.start
                        && bytes.start <= item.bytes.end
                });
                self.tell(&bytes, message);
                if let Some(item) = item {
                    self.drop(item);
                    dropped = true;
                }
            }
            if !dropped {
                return None;
            }
        }
        None
    }

    /// Tells the values that Hayagriva passes over in silence.
    fn check(&mut self, item: &Item, entry: &mut hayagriva::Entry) {
        self.check_date(item, entry);
        let Some((field, value)) = self.value(item, "url") else {
            return;
        };
        if let Err((code, message)) = address(value) {
            let span = self.span(&field.value);
            self.report
                .add(Diagnostic::new(code, span, message).hint(hint("url").to_owned()));
        }
    }

    fn check_date(&mut self, item: &Item, entry: &mut hayagriva::Entry) {
        let possible = |date: &Date| {
            date.month.is_none_or(|month| month < 12) && date.day.is_none_or(|day| day < 31)
        };
        let fault = match entry.date() {
            Some(date) if possible(date) => return,
            Some(date) => {
                entry.set_date(Date::from_year(date.year));
                self.value(item, "month")
            }
            None => self
                .value(item, "date")
                .or_else(|| self.value(item, "year")),
        };
        let Some((field, value)) = fault else {
            return;
        };
        let fault = match field.name.as_str() {
            "month" => format!("there is no month {value}"),
            _ => date_fault(value).unwrap_or_else(|| "it is written otherwise".to_owned()),
        };
        self.no_date(field, &fault);
    }

    /// A field's value, if it holds one that is written out.
    fn value<'i>(&self, item: &'i Item, name: &str) -> Option<(&'i Field, &'a str)> {
        let field = item.field(name)?;
        let value = bare(&self.text[field.value.clone()]);
        Some((field, value)).filter(|_| !value.is_empty())
    }
}

/// Reads a text as BibLaTeX; nothing if the reader breaks off, as it does at some values that it
/// takes for granted.
fn read(text: &str) -> Option<Result<Library, Vec<BibLaTeXError>>> {
    catch_unwind(AssertUnwindSafe(|| from_biblatex_str(text))).ok()
}

/// Where a fault is, and what it is.
fn place(fault: &BibLaTeXError) -> (Range<usize>, String) {
    let (span, message) = match fault {
        BibLaTeXError::Parse(fault) => (
            &fault.span,
            match fault.kind.to_string() {
                eof if eof == "unexpected end of file" => {
                    "a brace, a quotation mark or a `$` stays open".to_owned()
                }
                other => other,
            },
        ),
        BibLaTeXError::Type(fault) => (&fault.span, fault.kind.to_string()),
    };
    (span.start..span.end.max(span.start + 1), message)
}
