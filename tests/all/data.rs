//! The data files: what is read back is what was meant, and places in texts are true.

use std::path::Path;

use ascribe::compile::{Compiled, Options, compile};
use ascribe::dataset::Dataset;
use ascribe::date::Date;
use ascribe::discover::discover;
use ascribe::export::text;
use ascribe::page::DataFile;
use ascribe::resolve::Publication;

/// The site in this repository, as of a day on which all of it is out.
fn example() -> Compiled {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (inputs, found) = discover(root).expect("the site can be read");
    let publication = Publication {
        drafts: false,
        today: Date::parse("2030-01-01").expect("a date"),
    };
    let base_url = None;
    compile(
        &inputs,
        found,
        &Options {
            publication,
            base_url,
        },
    )
}

fn dataset(compiled: &Compiled, file: &DataFile) -> Dataset {
    let json = text(&compiled.site, &compiled.plan, file);
    let data: Dataset = serde_json::from_str(&json).expect("the data can be read");
    let again = serde_json::to_string(&data).expect("it can be written");
    assert_eq!(json, again + "\n");
    data
}

#[test]
fn data_that_is_read_back_equals_what_was_written() {
    let compiled = example();
    let whole = dataset(&compiled, &DataFile::Claims);
    assert_eq!(whole.briefs.len(), compiled.site.briefs.len());
    assert_eq!(whole.claims.len(), compiled.site.claims.len());
    for id in compiled.site.brief_ids() {
        let part = dataset(&compiled, &DataFile::Brief(id));
        let own = &whole.briefs[whole
            .briefs
            .iter()
            .position(|one| one.slug == part.briefs[0].slug)
            .expect("the brief")];
        assert_eq!(&part.briefs[0], own);
        let statements = part.claims.iter().map(|claim| claim.statements.len());
        assert_eq!(statements.sum::<usize>(), own.glance.statements);
        for claim in &part.claims {
            let speakers = claim
                .statements
                .iter()
                .filter_map(|one| one.speaker.as_ref());
            for speaker in speakers {
                assert!(
                    part.speakers.iter().any(|one| one.key == *speaker),
                    "{speaker}"
                );
            }
        }
    }
}

#[test]
fn the_table_has_a_row_for_each_statement_and_no_formula() {
    let compiled = example();
    let table = text(&compiled.site, &compiled.plan, &DataFile::ClaimsTable);
    let table = table.strip_prefix('\u{feff}').expect("a byte-order mark");
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), compiled.site.statements.len());
    for cell in rows.iter().flatten() {
        assert!(
            !cell.starts_with(['=', '+', '-', '@', '\t', '\r']),
            "{cell}"
        );
    }
}

#[test]
fn the_schema_names_what_the_data_holds() {
    let compiled = example();
    let schema: serde_json::Value = serde_json::from_str(&text(
        &compiled.site,
        &compiled.plan,
        &DataFile::ClaimsSchema,
    ))
    .expect("JSON");
    let data: serde_json::Value =
        serde_json::from_str(&text(&compiled.site, &compiled.plan, &DataFile::Claims))
            .expect("JSON");
    let known = schema["properties"].as_object().expect("properties");
    let held = data.as_object().expect("an object");
    assert!(held.keys().all(|key| known.contains_key(key)));
    let claim = &schema["$defs"]["ClaimData"]["properties"];
    let held = data["claims"][0].as_object().expect("an object");
    assert!(held.keys().all(|key| claim.get(key).is_some()));
}
