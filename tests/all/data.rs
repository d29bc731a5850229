//! The data files: what is read back is what was meant, and places in texts are true.

use std::path::Path;

use ascribe::compile::Compiled;
use ascribe::dataset::Dataset;
use ascribe::export::text;
use ascribe::page::DataFile;

use crate::folder::all_of;

/// The site in this repository, as of a day on which all of it is out.
fn example() -> Compiled {
    all_of(Path::new(env!("CARGO_MANIFEST_DIR"))).compiled
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

/// The table read back: each row says what `claims.json` says of the statement.
fn table_holds(compiled: &Compiled) {
    let text = text(&compiled.site, &compiled.plan, &DataFile::ClaimsTable);
    let text = text.strip_prefix('\u{feff}').expect("a byte-order mark");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let columns = reader.headers().expect("a head").clone();
    let mut rows = reader.records().map(|row| row.expect("a row"));
    let mut seen = 0;
    for claim in &dataset(compiled, &DataFile::Claims).claims {
        for one in &claim.statements {
            let row = rows.next().expect("a row for each statement");
            let number = |number: Option<usize>| number.map_or_else(String::new, |n| n.to_string());
            let word = |word: &Option<String>| word.clone().unwrap_or_default();
            let digit = claim.credibility.map(|digit| digit.to_string());
            let told = [
                ("claim", claim.key.clone()),
                ("claim_text", claim.text.clone()),
                ("status", word(&claim.status)),
                ("credibility", digit.unwrap_or_default()),
                ("origins", claim.origins.join("; ")),
                ("brief", word(&one.brief)),
                ("speaker", word(&one.speaker)),
                ("speaker_name", word(&one.speaker_name)),
                ("act", one.act.clone()),
                ("kind", one.kind.clone()),
                ("via", [&*one.via, &*one.via_names].concat().join("; ")),
                ("origin", word(&one.origin)),
                ("said", word(&one.said)),
                ("about", word(&one.about)),
                ("hedge", word(&one.hedge)),
                ("text", one.text.clone()),
                ("start", number(one.start)),
                ("end", number(one.end)),
                ("url", word(&one.url)),
                ("reviewed", one.reviewed.to_string()),
                ("lang", word(&one.lang)),
                ("translation", one.translation.to_string()),
            ];
            assert_eq!(columns.len(), told.len());
            for ((name, wanted), (column, cell)) in told.iter().zip(columns.iter().zip(&row)) {
                assert_eq!(*name, column);
                let guarded = format!("'{wanted}");
                assert!(
                    cell == wanted || cell == guarded,
                    "{name}: {cell} is not {wanted}"
                );
                let begun = cell.trim_start();
                assert!(!begun.starts_with(['=', '+', '-', '@', '＝']), "{cell}");
            }
            seen += 1;
        }
    }
    assert!(rows.next().is_none(), "a row too many");
    assert!(seen > 20);
}

/// What is read back says what the model of the site holds.
#[test]
fn data_equals_the_model() {
    let compiled = example();
    let site = &compiled.site;
    let whole = dataset(&compiled, &DataFile::Claims);
    for (data, id) in whole.claims.iter().zip(site.claim_ids()) {
        let claim = &site[id];
        assert_eq!((&data.key, &data.text), (&claim.key, &claim.text));
        assert_eq!(data.status.as_deref(), site.status(id));
        assert_eq!(data.computed_status, claim.computed.word());
        assert_eq!(data.origins.len(), claim.origins.len());
        assert_eq!(data.relations.len(), claim.outgoing.len());
        assert_eq!(data.evidence.len(), claim.details.evidence.len());
        assert_eq!(data.history.len(), claim.history.len());
        let translated = data.statements.iter().filter(|one| one.translation);
        assert_eq!(translated.count(), claim.translations.len());
        let statements: Vec<_> = claim.statements.iter().chain(&claim.translations).collect();
        assert_eq!(data.statements.len(), statements.len());
        for (told, one) in data.statements.iter().zip(statements) {
            let one = &site[*one];
            let speaker = one.speaker.map(|id| site[id].entry.key.value.as_str());
            assert_eq!(told.speaker.as_deref(), speaker);
            let via = one.via.iter().map(|id| site[*id].entry.key.value.as_str());
            assert!(told.via.iter().map(String::as_str).eq(via));
            assert_eq!((&told.text, told.act.as_str()), (&one.text, one.act.word()));
            assert_eq!(told.reviewed, one.reviewed());
            assert_eq!(told.start.is_some(), one.brief.is_some());
        }
    }
    let keys = whole.speakers.iter().map(|one| &one.key);
    assert!(keys.eq(site.speakers.iter().map(|one| &one.entry.key.value)));
    let keys = whole.sources.iter().map(|one| &one.key);
    assert!(keys.eq(site.sources.iter().map(|one| &one.entry.key.value)));
    let slugs = whole.briefs.iter().map(|one| &one.slug);
    assert!(slugs.eq(site.briefs.iter().map(|one| &one.brief.document.slug)));
}

#[test]
fn the_table_that_is_read_back_equals_what_was_written() {
    table_holds(&example());
    let signs = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/signs/site");
    table_holds(&all_of(&signs).compiled);
}

#[test]
fn data_full_of_signs_is_read_back() {
    let signs = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/signs/site");
    let compiled = all_of(&signs).compiled;
    let whole = dataset(&compiled, &DataFile::Claims);
    assert_eq!(whole.claims.len(), compiled.site.claims.len());
    let deal = whole.claims.iter().find(|claim| claim.key == "deal");
    assert_eq!(deal.expect("the claim").text, "=A “deal” & <no> deal 😀");
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
