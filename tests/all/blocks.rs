//! Expectations in Markdown: fenced blocks below headings, compared or rewritten in place.

use std::ops::Range;
use std::path::{Path, PathBuf};

/// A test for each name, by the function `check` beside it, and the list of all names.
macro_rules! each {
    ($list:ident: $($name:ident)*) => {
        pub(crate) const $list: &[&str] = &[$(stringify!($name),)*];
        $(
            #[test]
            fn $name() {
                check(stringify!($name));
            }
        )*
    };
}
pub(crate) use each;

/// A fenced block.
#[derive(Clone, Debug)]
pub(crate) struct Block {
    /// The words after the fence: what the block holds.
    pub(crate) info: String,
    /// What stands between the fences, with the last line's end.
    pub(crate) text: String,
    /// The line of the opening fence, from one.
    pub(crate) line: usize,
    bytes: Range<usize>,
}

/// A heading of the second level and its blocks; the first section has no heading.
#[derive(Clone, Debug, Default)]
pub(crate) struct Section {
    pub(crate) heading: String,
    pub(crate) blocks: Vec<Block>,
}

/// A Markdown file whose blocks are compared with what comes out.
pub(crate) struct Page {
    path: PathBuf,
    text: String,
    wrong: Vec<String>,
    changes: Vec<(Range<usize>, String)>,
}

impl Page {
    pub(crate) fn read(path: &Path) -> Self {
        let text = std::fs::read_to_string(path)
            .unwrap_or_else(|fault| panic!("cannot read {}: {fault}", path.display()));
        Self {
            path: path.to_owned(),
            text,
            wrong: Vec::new(),
            changes: Vec::new(),
        }
    }

    /// The sections in order, the part before the first heading among them.
    pub(crate) fn sections(&self) -> Vec<Section> {
        let mut sections = vec![Section::default()];
        let mut open: Option<(usize, Block)> = None;
        let mut offset = 0;
        for (index, line) in self.text.split_inclusive('\n').enumerate() {
            let ticks = line.len() - line.trim_start_matches('`').len();
            let section = sections.last_mut().expect("there is a first section");
            match open.take() {
                Some((fence, mut block)) if line.trim_end() == "`".repeat(fence) => {
                    block.bytes.end = offset;
                    block.text.push_str(&self.text[block.bytes.clone()]);
                    section.blocks.push(block);
                }
                Some(still) => open = Some(still),
                None if ticks >= 3 => {
                    let start = offset + line.len();
                    let block = Block {
                        info: line.trim_start_matches('`').trim().to_owned(),
                        text: String::new(),
                        line: index + 1,
                        bytes: start..start,
                    };
                    open = Some((ticks, block));
                }
                None => {
                    if let Some(heading) = line.strip_prefix("## ") {
                        sections.push(Section {
                            heading: heading.trim().to_owned(),
                            blocks: Vec::new(),
                        });
                    }
                }
            }
            offset += line.len();
        }
        let unclosed = open.map(|(_, block)| block.line);
        assert_eq!(unclosed, None, "{}: open fence", self.path.display());
        sections
    }

    /// Compares a block with what came out.
    pub(crate) fn expect(&mut self, section: &Section, block: &Block, actual: &str) {
        let actual = match actual.trim_end() {
            "" => String::new(),
            text => format!("{text}\n"),
        };
        if block.text == actual {
            return;
        }
        self.wrong(
            section,
            block.line,
            &format!("{}:\n{}", block.info, diff(&block.text, &actual)),
        );
        self.changes.push((block.bytes.clone(), actual));
    }

    /// Notes a fault that no rewriting mends.
    pub(crate) fn wrong(&mut self, section: &Section, line: usize, what: &str) {
        let path = self.path.display();
        self.wrong
            .push(format!("{path}:{line}: {}\n{what}", section.heading));
    }

    /// Ends the comparison: fails with all differences, or rewrites the file when `UPDATE` is set.
    pub(crate) fn finish(self) {
        let must_rewrite = std::env::var_os("UPDATE").is_some();
        if must_rewrite && self.wrong.len() == self.changes.len() {
            let mut text = self.text;
            let mut changes = self.changes;
            changes.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
            for (range, new) in changes {
                text.replace_range(range, &new);
            }
            std::fs::write(&self.path, text).expect("the expectations can be written");
            return;
        }
        assert!(
            self.wrong.is_empty(),
            "{} of {} differ; UPDATE=1 rewrites them\n\n{}",
            self.wrong.len(),
            self.path.display(),
            self.wrong.join("\n")
        );
    }
}

/// The lines of two texts: `-` for those only expected, `+` for those that came out.
pub(crate) fn diff(expected: &str, actual: &str) -> String {
    let left: Vec<&str> = expected.lines().collect();
    let right: Vec<&str> = actual.lines().collect();
    let mut common = vec![vec![0_usize; right.len() + 1]; left.len() + 1];
    for i in (0..left.len()).rev() {
        for j in (0..right.len()).rev() {
            common[i][j] = if left[i] == right[j] {
                common[i + 1][j + 1] + 1
            } else {
                common[i + 1][j].max(common[i][j + 1])
            };
        }
    }
    let (mut i, mut j, mut text) = (0, 0, String::new());
    while i < left.len() || j < right.len() {
        if i < left.len() && j < right.len() && left[i] == right[j] {
            text.push_str(&format!("  {}\n", left[i]));
            (i, j) = (i + 1, j + 1);
        } else if j == right.len() || (i < left.len() && common[i + 1][j] >= common[i][j + 1]) {
            text.push_str(&format!("- {}\n", left[i]));
            i += 1;
        } else {
            text.push_str(&format!("+ {}\n", right[j]));
            j += 1;
        }
    }
    text
}
