//! The laws of the fuzz targets, held for the texts of our own manuals: what holds for any text
//! holds for these, and the targets stay true to the code though `cargo test` does not build them.

use std::path::Path;

use crate::blocks::Page;

#[path = "../../fuzz/src/lib.rs"]
#[expect(unreachable_pub, reason = "a library of its own to the targets")]
mod laws;

/// The blocks of the manuals of the notation and of built sites.
fn texts() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut texts = Vec::new();
    for manual in ["spec", "inspect"] {
        for file in crate::sites::files(&root.join(manual)) {
            let sections = Page::read(&root.join(manual).join(file)).sections();
            let blocks = sections.into_iter().flat_map(|section| section.blocks);
            texts.extend(blocks.map(|block| block.text));
        }
    }
    assert!(!texts.is_empty());
    texts
}

macro_rules! laws {
    ($($name:ident of every $step:literal)*) => {
        $(
            #[test]
            fn $name() {
                texts().iter().step_by($step).for_each(|text| laws::$name(text));
            }
        )*
    };
}

// A law that understands a whole site takes some of the texts.
laws! {
    attributes of every 1
    bibliography of every 1
    brief of every 10
    date of every 1
    detect of every 5
    edtf of every 1
    front_matter of every 10
    import of every 10
    inspect of every 1
    messages of every 10
    record of every 10
}
