//! Which text is a translation of which, and what of a translation says nothing new.

use std::collections::{BTreeMap, HashMap};

use crate::annotate::Annotated;
use crate::brief::{Annotation, Brief, Declined};
use crate::document::Document;
use crate::record::{Act, RelationKind};
use crate::report::{Code, Diagnostic, Report, did_you_mean};
use crate::site::{BriefId, Site};
use crate::text::{FileId, Name};

/// The original of each translation.
pub(super) type Originals = HashMap<FileId, FileId>;

/// Looks up the originals of all briefs and of all plain pages, those that do not appear too.
pub(super) fn originals(annotated: &Annotated, report: &mut Report) -> Originals {
    let lang = &annotated.settings.lang;
    let mut originals = of_texts(&annotated.briefs, "brief", lang, report);
    originals.extend(of_texts(&annotated.pages, "page", lang, report));
    originals
}

fn of_texts(texts: &[Brief], what: &str, lang: &str, report: &mut Report) -> Originals {
    let texts: Vec<&Document> = texts.iter().map(|text| &text.document).collect();
    let named = named(&texts, what, report);
    let language = |text: &Document| text.front.lang.clone().unwrap_or_else(|| lang.to_owned());
    let mut first: HashMap<(usize, String), &Name> = HashMap::new();
    let mut originals = Originals::new();
    for (at, text) in texts.iter().enumerate() {
        let (Some(name), Some(_)) = (&text.front.translation_of, named[at]) else {
            continue;
        };
        let Some(top) = top(&named, at) else {
            tell(
                name,
                "translations lead in a circle, and none is the original",
                report,
            );
            continue;
        };
        let own = language(text);
        if own == language(texts[top]) {
            let message = format!("the translation is in the language of its original, `{own}`");
            report.add(
                Diagnostic::new(Code::InvalidTranslation, name.span, message)
                    .hint("say which language it is in: `lang: es`".to_owned()),
            );
            continue;
        }
        if let Some(before) = first.insert((top, own.clone()), name) {
            let message = format!("`{}` has two translations into `{own}`", texts[top].slug);
            report.add(
                Diagnostic::new(Code::InvalidTranslation, name.span, message)
                    .related(before.span, "the other one"),
            );
            continue;
        }
        originals.insert(text.file, texts[top].file);
    }
    originals
}

/// For each text the one that it names as its original.
fn named(texts: &[&Document], what: &str, report: &mut Report) -> Vec<Option<usize>> {
    let by_slug: BTreeMap<&str, usize> = texts
        .iter()
        .zip(0..)
        .map(|(text, at)| (&*text.slug, at))
        .collect();
    let mut named: Vec<Option<usize>> = vec![None; texts.len()];
    for (at, text) in texts.iter().enumerate() {
        let Some(name) = &text.front.translation_of else {
            continue;
        };
        match by_slug.get(&*name.value) {
            Some(of) if *of == at => {
                tell(name, "a text is no translation of itself", report);
            }
            Some(of) => named[at] = Some(*of),
            None => {
                let message = format!("no {what} has the slug `{}`", name.value);
                let known = by_slug.keys().copied().filter(|slug| *slug != text.slug);
                report.add(
                    Diagnostic::new(Code::UnknownOriginal, name.span, message)
                        .hint(did_you_mean(&name.value, known)),
                );
            }
        }
    }
    named
}

fn tell(name: &Name, message: &str, report: &mut Report) {
    report.add(Diagnostic::new(
        Code::InvalidTranslation,
        name.span,
        message,
    ));
}

/// The text that the names lead to in the end; nothing when they lead in a circle.
fn top(named: &[Option<usize>], from: usize) -> Option<usize> {
    let mut at = from;
    for _ in 0..named.len() {
        match named[at] {
            Some(next) => at = next,
            None => return Some(at),
        }
    }
    None
}

/// Ties the texts that appear. A translation whose original does not appear stands for itself.
pub(super) fn tie(site: &mut Site, originals: &Originals) {
    let briefs: HashMap<FileId, BriefId> = site
        .brief_ids()
        .map(|id| (site[id].brief.document.file, id))
        .collect();
    let pages: HashMap<FileId, usize> = site
        .pages
        .iter()
        .map(|page| page.document.file)
        .zip(0..)
        .collect();
    for id in site.brief_ids() {
        let original = originals.get(&site[id].brief.document.file);
        let original = original.and_then(|file| briefs.get(file)).copied();
        site.briefs[id.0].original = original;
        if let Some(original) = original {
            site.briefs[original.0].translations.push(id);
        }
    }
    for index in 0..site.briefs.len() {
        let mut translations = std::mem::take(&mut site.briefs[index].translations);
        translations.sort_by_key(|id| site[*id].brief.document.front.lang.clone());
        site.briefs[index].translations = translations;
    }
    let original = |file: FileId| pages.get(originals.get(&file)?).copied();
    site.page_originals = site
        .pages
        .iter()
        .map(|page| original(page.document.file))
        .collect();
}

/// The briefs as they are read: originals before translations, the oldest first.
pub(super) fn reading_order(site: &Site) -> Vec<BriefId> {
    let mut order: Vec<BriefId> = site.brief_ids().collect();
    order.reverse();
    order.sort_by_key(|id| site[*id].original.is_some());
    order
}

/// What an annotation without a key says, as far as every language says it alike.
#[derive(PartialEq)]
struct Saying<'a> {
    by: Option<&'a str>,
    act: Option<Act>,
    relations: Vec<(RelationKind, &'a str)>,
    declines: Option<&'a str>,
}

/// The annotations without a key that a person has marked, by their places.
fn sayings(brief: &Brief) -> Vec<(usize, Saying<'_>)> {
    let marked = brief.annotations.iter().enumerate();
    let marked = marked.filter(|(_, one)| one.says.claim.is_none() && one.found.is_none());
    marked.map(|(place, one)| (place, saying(one))).collect()
}

fn saying(annotation: &Annotation) -> Saying<'_> {
    let says = &annotation.says;
    Saying {
        by: says.by.as_ref().map(|name| &*name.value),
        act: says.act,
        relations: says
            .relations
            .iter()
            .map(|(kind, to)| (*kind, &*to.value))
            .collect(),
        declines: says.declines.as_ref().map(|declined| match declined {
            Declined::Claim(name) => &*name.value,
            Declined::Matter(_) => "",
        }),
    }
}

/// For each annotation of a translation without a key, the one of the original that it repeats:
/// the first that says the same of the same and is not taken yet.
pub(super) fn repeated(original: &Brief, translation: &Brief) -> HashMap<usize, usize> {
    let mut waiting = sayings(original);
    let mut repeated = HashMap::new();
    for (place, saying) in sayings(translation) {
        if let Some(found) = waiting.iter().position(|(_, other)| *other == saying) {
            repeated.insert(place, waiting.remove(found).0);
        }
    }
    repeated
}
