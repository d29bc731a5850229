//! Sites in other languages, and texts in several.

use std::collections::{BTreeMap, BTreeSet};

use ascribe::messages::{Languages, english};
use scraper::{Html, Selector};

use crate::folder::Folder;

/// A site in which every kind of page has something to say.
fn site(settings: &str) -> Folder {
    let texts = [
        ("ascribe.yaml", settings.to_owned()),
        ("content/speakers.yaml", SPEAKERS.to_owned()),
        ("content/sources.yaml", SOURCES.to_owned()),
        ("content/claims.yaml", CLAIMS.to_owned()),
        ("content/pages/acerca.md", "---\ntitle: Acerca\n---\n- [x] hecho\n\n| a | b |\n|---|---|\n| 1 | 2 |\n".to_owned()),
        ("content/briefs/uno.md", BRIEF.to_owned()),
        ("content/briefs/dos.md", "---\ntitle: Retirado\nstate: withdrawn\ncorrections:\n  - {date: 2022-10, kind: retraction, note: Error.}\n---\nNada.\n".to_owned()),
        ("content/briefs/tres.md", "---\ntitle: Otro\ndate: 2023-01\ntags: [otro]\n---\nAna dijo que [llueve]{claim=lluvia by=ana}.\n".to_owned()),
    ];
    let with = |folder: Folder, (path, text): &(&str, String)| folder.with(path, text);
    texts.iter().fold(Folder::default(), with)
}

const SPEAKERS: &str = "\
ana: {name: Ana Ruiz, aliases: [Ruiz], org: casa, roles: [{from: 2020, to: 2023-05, role: Portavoz}]}
luis: {name: Luis Paz, same_as: [https://www.wikidata.org/wiki/Q1]}
casa: {name: La Casa, type: organization}
";

const SOURCES: &str = "\
diario: {type: article, title: Crónica, date: 2022-09-06, parent: {type: newspaper, title: El Diario}, url: {value: https://example.org/a, date: 2022-09-07}, reliability: B, access: relayed, state: retracted, archived: {url: https://example.org/b, date: 2022-09-08}}
acta: {type: article, title: Acta, date: 2022-09, parent: {type: newspaper, title: El Acta}, reliability: F, access: document, state: corrected, origin: casa}
hoja: {type: article, title: Hoja, parent: {type: newspaper, title: La Hoja}, state: paywalled, origin: diario}
";

const CLAIMS: &str = "\
lluvia:
  text: Llueve en la costa
  credibility: 3
  about: 2022-09-01/2022-09-05
  status: [{value: confirmed, date: 2022-10-01, note: Vista., sources: [acta]}]
  evidence: [{source: acta, locator: p. 3, quote: llueve, stance: supports}, {source: diario, stance: context}]
relations:
  - {from: sol, type: denies, to: lluvia}
  - {from: gris, type: qualifies, to: lluvia}
  - {from: nubes, type: supports, to: lluvia}
";

const BRIEF: &str = "\
---
title: Lluvia
date: 2022-09-07
updated: 2022-09-08
as_of: 2022-09-07
review_by: 2022-10-07
kind: factcheck
authors: [casa]
tags: [tiempo]
process: Leyendo.
key_judgements: [juicio]
corrections:
  - {date: 2022-09-09, kind: correction, claim: lluvia, was: nieva, now: llueve}
---
Ana dijo que [llueve]{claim=lluvia by=ana via=diario said=2022-09-06 hedge=quizá} [@diario, p. 2]. Luis [lo negó]{claim=sol by=luis via=hoja denies=lluvia}, y Ana [no dijo más]{by=ana declines=lluvia}. [El cielo es gris]{claim=gris by=luis via=acta} y [hay nubes]{claim=nubes by=ana act=predicts about=2022-10}. [Hay nubes]{claim=nubes by=luis via=diario,hoja}.

Es [likely que [mañana llueva]{claim=manana by=ana}]{claim=juicio act=judges likelihood=likely relies-on=lluvia}. [Habrá sol]{claim=mas act=judges confidence=low}.

::: {claim=bloque by=ana}
Uno.

Dos.
:::
";

/// What a page says to anybody: its texts, and the attributes that are read out or shown.
fn said(html: &str) -> Vec<String> {
    let page = Html::parse_document(html);
    let all = Selector::parse("*").expect("a selector");
    let mut said = Vec::new();
    for element in page.select(&all) {
        let name = element.value().name();
        if matches!(name, "script" | "style") {
            continue;
        }
        let own = element
            .children()
            .filter_map(|child| child.value().as_text());
        said.extend(own.map(|text| text.to_string()));
        let shown = ["aria-label", "title", "alt", "data-label"];
        said.extend(
            shown
                .iter()
                .filter_map(|name| element.attr(name))
                .map(str::to_owned),
        );
        if element.attr("name") == Some("description") {
            said.extend(element.attr("content").map(str::to_owned));
        }
    }
    said
}

/// The words of messages between their values.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split(['{', '}']).step_by(2).map(str::trim)
}

/// What Spanish pages say in English, each with a place.
fn english_in(pages: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let languages = Languages::default();
    let spanish: BTreeSet<&str> = languages
        .of("es")
        .all()
        .into_values()
        .flatten()
        .flat_map(pieces)
        .collect();
    // Words that Spanish has too, within others.
    let shared = ["error", "a", "A", "no", "original", "mark"];
    let english: BTreeSet<&str> = english()
        .all()
        .into_values()
        .flatten()
        .flat_map(pieces)
        .filter(|text| text.chars().filter(|letter| letter.is_alphabetic()).count() > 1)
        .filter(|text| !spanish.contains(text) && !shared.contains(text))
        .collect();
    let is_in = |text: &str, words: &str| {
        let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        text.match_indices(words).any(|(at, _)| {
            !is_letter(text[..at].chars().next_back())
                && !is_letter(text[at + words.len()..].chars().next())
        })
    };
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    for (path, html) in pages {
        assert!(html.contains("<html lang=\"es\">"), "{path}");
        for text in said(html) {
            // The scale is a standard's and speaks its own language.
            let is_scale =
                text.contains("likely") || text.contains("ICD 203") || text.contains("chance");
            for words in english
                .iter()
                .filter(|words| !is_scale && is_in(&text, words))
            {
                found
                    .entry((*words).to_owned())
                    .or_insert_with(|| format!("{path}: {}", text.trim()));
            }
        }
    }
    found
}

#[test]
fn a_spanish_site_says_nothing_in_english() {
    let site = site("lang: es\ntitle: Prueba\npage_size: 2\n");
    let mut done = site.compile();
    let errors: Vec<_> = done
        .compiled
        .report
        .iter()
        .map(|one| (one.code.name(), one.message.clone()))
        .collect();
    let pages = done.render();
    for name in [
        "method/index.html",
        "404.html",
        "map/index.html",
        "timeline/index.html",
        "corrections/index.html",
    ] {
        assert!(pages.contains_key(name), "no {name}: {errors:?}");
    }
    let found = english_in(&pages);
    assert!(found.is_empty(), "{found:#?}");
    let slip = "page: {skip: Skip to the text}\n";
    let slipped = site.with("templates/messages/es.yaml", slip);
    let found = english_in(&slipped.compile().render());
    assert!(found.contains_key("Skip to the text"), "{found:#?}");
}

/// A text in three languages, and a page in two.
fn translated() -> Folder {
    let original = "---\ntitle: Rain\ndate: 2022-09-07\ntags: [weather]\n---\nAna said [it rains]{claim=rain by=ana}.\n";
    let translation = |lang: &str, of: &str| {
        format!(
            "---\ntitle: In {lang}\ndate: 2022-09-07\nlang: {lang}\ntranslation_of: {of}\ntags: [weather]\n---\nAna: [rain in {lang}]{{claim=rain by=ana}}.\n"
        )
    };
    Folder::default()
        .with("ascribe.yaml", "lang: es\nbase_url: https://example.org/\n")
        .with("content/speakers.yaml", "ana: {name: Ana}\n")
        .with(
            "content/briefs/rain.md",
            &original.replace("title", "lang: en\ntitle"),
        )
        .with("content/briefs/lluvia.md", &translation("es", "rain"))
        .with("content/briefs/pluie.md", &translation("fr", "lluvia"))
        .with(
            "content/pages/about.md",
            "---\ntitle: About\nlang: en\n---\nText.\n",
        )
        .with(
            "content/pages/acerca.md",
            "---\ntitle: Acerca\ntranslation_of: about\n---\nTexto.\n",
        )
}

#[test]
fn a_text_and_its_translations_lead_to_each_other() {
    let mut done = translated().compile();
    let pages = done.render();
    let links = |page: &str| -> BTreeSet<(String, String)> {
        let page = Html::parse_document(&pages[page]);
        let links = Selector::parse("link[hreflang]").expect("a selector");
        let link =
            |name: &str, one: &scraper::ElementRef| one.attr(name).unwrap_or_default().to_owned();
        page.select(&links)
            .map(|one| (link("hreflang", &one), link("href", &one)))
            .collect()
    };
    let expected: BTreeSet<(String, String)> = [
        ("en", "rain"),
        ("es", "lluvia"),
        ("fr", "pluie"),
        ("x-default", "rain"),
    ]
    .map(|(lang, slug)| {
        (
            lang.to_owned(),
            format!("https://example.org/briefs/{slug}/"),
        )
    })
    .into();
    for slug in ["rain", "lluvia", "pluie"] {
        assert_eq!(
            links(&format!("briefs/{slug}/index.html")),
            expected,
            "{slug}"
        );
    }
    assert_eq!(links("about/index.html"), links("acerca/index.html"));
    assert_eq!(links("about/index.html").len(), 3);
}

#[test]
fn lists_show_a_text_once_in_the_language_of_the_site() {
    let pages = translated().compile().render();
    let list = &pages["briefs/index.html"];
    assert!(
        list.contains("<a href=\"../briefs/lluvia/index.html\">In es</a>"),
        "{list}"
    );
    assert!(list.contains("En otros idiomas: <a href=\"../briefs/rain/index.html\" hreflang=\"en\" lang=\"en\">English</a>"));
    assert!(!list.contains(">Rain</a>"));
    let topic = &pages["topics/weather/index.html"];
    assert!(
        topic.contains(">In es</a>") && !topic.contains(">Rain</a>"),
        "{topic}"
    );
}

#[test]
fn what_translations_repeat_is_stated_once() {
    let mut done = translated().compile();
    let pages = done.render();
    // A page in another language than its claim's words says so, and shows its own where it has any.
    assert!(pages["claims/rain/index.html"].contains("<h1>rain in es</h1>"));
    assert!(pages["briefs/pluie/index.html"].contains("rain in fr"));
    assert!(!pages["briefs/pluie/index.html"].contains("rain in es"));
    let site = &done.compiled.site;
    let claim = site.claim_ids().next().expect("a claim");
    assert_eq!(site[claim].text, "it rains");
    assert_eq!(
        (site[claim].statements.len(), site[claim].translations.len()),
        (1, 2)
    );
    let speaker = site.speaker_ids().next().expect("a speaker");
    assert_eq!(site[speaker].statements.len(), 1);
}
