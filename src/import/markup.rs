//! Blocks → Markdown.

use super::blocks::Block;

/// Blocks with an empty line between them.
pub(super) fn markdown(blocks: &[Block]) -> String {
    let mut written: Vec<String> = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        let follows_list = |index: usize| matches!(blocks.get(index), Some(Block::List(..)));
        // Two lists in a row would be read as one.
        if index > 0 && follows_list(index - 1) && follows_list(index) {
            written.push("<!-- -->".to_owned());
        }
        written.push(one(block));
    }
    written.join("\n\n")
}

fn one(block: &Block) -> String {
    match block {
        Block::Paragraph(words) => words.clone(),
        Block::Heading(level, words) => format!("{} {words}", "#".repeat(*level)),
        Block::Quote(inside) => prefixed(&markdown(inside), "> ", "> "),
        Block::List(start, items) => list(*start, items),
        Block::Code(text) => {
            let fence = "`".repeat(longest_run(text).max(2) + 1);
            format!("{fence}\n{text}\n{fence}")
        }
        Block::Table(rows) => table(rows),
        Block::Rule => "***".to_owned(),
    }
}

fn list(start: Option<u64>, items: &[Vec<Block>]) -> String {
    let is_tight = items.iter().all(|item| {
        matches!(
            item.as_slice(),
            [Block::Paragraph(_)] | [Block::Paragraph(_), Block::List(..)]
        )
    });
    let item = |(index, blocks): (usize, &Vec<Block>)| {
        let mark = start.map_or_else(
            || "- ".to_owned(),
            |start| format!("{}. ", start.saturating_add(index as u64).min(999_999_999)),
        );
        let inside = if is_tight {
            blocks.iter().map(one).collect::<Vec<_>>().join("\n")
        } else {
            markdown(blocks)
        };
        prefixed(&inside, &mark, &" ".repeat(mark.len()))
    };
    let items: Vec<String> = items.iter().enumerate().map(item).collect();
    items.join(if is_tight { "\n" } else { "\n\n" })
}

/// A table whose first row is its head.
fn table(rows: &[Vec<String>]) -> String {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let row = |cells: &Vec<String>| {
        let cells = (0..width).map(|at| {
            cells
                .get(at)
                .map_or(String::new(), |cell| cell.replace('|', "\\|"))
        });
        format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
    };
    let mut lines: Vec<String> = rows.iter().map(row).collect();
    lines.insert(1.min(lines.len()), format!("|{}", "---|".repeat(width)));
    lines.join("\n")
}

/// Lines behind a mark; empty ones bear it without its space.
fn prefixed(text: &str, first: &str, next: &str) -> String {
    let line = |(index, line): (usize, &str)| {
        let prefix = if index == 0 { first } else { next };
        format!("{prefix}{line}").trim_end().to_owned()
    };
    text.split('\n')
        .enumerate()
        .map(line)
        .collect::<Vec<_>>()
        .join("\n")
}

fn longest_run(text: &str) -> usize {
    text.split(|letter| letter != '`')
        .map(str::len)
        .max()
        .unwrap_or(0)
}
