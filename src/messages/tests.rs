//! Tests of the tables of messages.

use std::collections::BTreeMap;

use super::*;
use crate::report::Report;
use crate::text::{Files, SourceFile};

/// A table by itself, without the English words behind it.
fn alone(language: &str, text: &str) -> (Messages, Report) {
    let mut files = Files::default();
    let id = files.add(SourceFile::new(language.to_owned(), text));
    let mut report = Report::default();
    let table = read(files.get(id), id, language, Messages::none(), &mut report);
    (table, report)
}

#[test]
fn every_built_in_table_is_whole() {
    let keys = |messages: &Messages| -> Vec<String> { messages.all().into_keys().collect() };
    for (language, text) in theme::MESSAGES {
        let (table, report) = alone(language, text);
        let told: Vec<&String> = report.iter().map(|one| &one.message).collect();
        assert!(told.is_empty(), "{language}: {told:?}");
        assert_eq!(keys(&table), keys(english()), "{language}");
        assert_eq!(super::language(language).as_deref(), Some(*language));
    }
}

#[test]
fn a_number_has_the_form_that_its_language_gives_it() {
    let (polish, report) = alone(
        "pl",
        "counts:\n  briefs: {one: raport, few: raporty, many: raportów, other: raportu}\n",
    );
    assert!(report.iter().next().is_none());
    let told: BTreeMap<usize, &str> = [1, 3, 5, 22]
        .map(|number| (number, polish.plural("counts.briefs", number)))
        .into();
    let expected = [
        (1, "raport"),
        (3, "raporty"),
        (5, "raportów"),
        (22, "raporty"),
    ];
    assert_eq!(told, expected.into());
    assert_eq!(english().plural("counts.briefs", 0), "briefs");
    let spanish = built_in("es").expect("Spanish is built in");
    assert_eq!(spanish.plural("counts.origins", 1), "origen independiente");
    let values = [("briefs", "1 informe")];
    assert_eq!(
        spanish.count("source.rest_in", 4, &values),
        "4 afirmaciones en 1 informe se apoyan en esta fuente"
    );
}

#[test]
fn a_language_without_a_table_has_that_of_its_main_language_or_english() {
    let mut languages = Languages::default();
    let skip = |languages: &Languages, tag: &str| languages.of(tag).text("page.skip").to_owned();
    assert_eq!(skip(&languages, "es-MX"), "Ir al texto");
    assert_eq!(skip(&languages, "fr"), "Skip to the text");
    languages.add(
        "fr".to_owned(),
        alone("fr", "page: {skip: Aller au texte}").0,
    );
    assert_eq!(skip(&languages, "fr-CA"), "Aller au texte");
}

#[test]
fn tags_of_languages_are_told_from_names() {
    let named = |text: &str| language(text);
    assert_eq!(named("ES-mx").as_deref(), Some("es-MX"));
    assert_eq!(named("zh-Hant").as_deref(), Some("zh-Hant"));
    assert_eq!(named("es_MX"), None);
    assert_eq!(named("und"), None);
    assert_eq!(named("Spanish language"), None);
}

#[test]
fn html_escapes_the_message_and_not_its_values() {
    let (table, _) = alone("en", "notices: {due: \"Due {on} <b>now</b>\"}");
    let values = [("on", "<i>today</i>")];
    assert_eq!(
        table.html("notices.due", &values),
        "Due <i>today</i> &lt;b&gt;now&lt;/b&gt;"
    );
}

#[test]
fn times_are_told_in_spanish() {
    let spanish = built_in("es").expect("Spanish is built in");
    for (written, text) in [
        ("2022", "2022"),
        ("2022-09", "septiembre de 2022"),
        ("2022-09-07", "7 de septiembre de 2022"),
        ("2022-09-07T09:00Z", "7 de septiembre de 2022, 09:00 UTC"),
        ("2022-09~", "septiembre de 2022 (fecha aproximada)"),
        ("2022%", "2022 (fecha aproximada e incierta)"),
        ("202X", "la década de 2020"),
        ("20XX", "algún año entre 2000 y 2099"),
        ("2022-02-XX", "algún momento de febrero de 2022"),
        ("2022-23", "otoño de 2022"),
        ("2022-09/2022-10", "de septiembre a octubre de 2022"),
        ("2022-09-07/2022-09-09", "del 7 al 9 de septiembre de 2022"),
        (
            "2022-08-30/2022-09-09",
            "del 30 de agosto al 9 de septiembre de 2022",
        ),
        ("2021/2022-01", "de 2021 a enero de 2022"),
        ("2022-09-07/..", "desde el 7 de septiembre de 2022"),
        ("../2022", "hasta 2022"),
        ("2022/", "de 2022 a una fecha desconocida"),
    ] {
        let time = Edtf::parse(written).expect("a time");
        assert_eq!(spanish.time(&time), text, "{written}");
    }
    let on = |written: &str| spanish.on(Date::parse(written).expect("a date"));
    assert_eq!(on("2022-09-07"), "el 7 de septiembre de 2022");
    assert_eq!(on("2022-09"), "en septiembre de 2022");
}
