//! Citations as the site's style prints them, in the language of their brief.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::bibliography::{Bibliographer, Citing, Cluster, Entry, Style};
use crate::site::{BriefId, Site, SourceId};

/// Formats the citations of every brief that has some.
pub(super) fn format(site: &mut Site) {
    let Some(style) = Style::named(&site.settings.citation_style) else {
        return;
    };
    let cites = |id: &BriefId| !site[*id].citations.is_empty();
    let ids: Vec<BriefId> = site.brief_ids().filter(cites).collect();
    let languages = ids.iter().map(|id| language(site, *id).to_owned());
    let bibliographers: BTreeMap<String, Bibliographer> = languages
        .collect::<std::collections::BTreeSet<String>>()
        .into_iter()
        .map(|language| (language.clone(), Bibliographer::new(style, &language)))
        .collect();
    let formatted: Vec<(BriefId, Citing)> = ids
        .into_par_iter()
        .filter_map(|id| {
            let bibliographer = bibliographers.get(language(site, id))?;
            Some((id, one(site, id, bibliographer)))
        })
        .collect();
    for (id, citing) in formatted {
        site.briefs[id.0].citing = citing;
    }
}

fn language(site: &Site, id: BriefId) -> &str {
    site.language(&site[id].brief.document.front)
}

fn one(site: &Site, id: BriefId, bibliographer: &Bibliographer) -> Citing {
    let entry = |id: SourceId| -> &Entry { &site[id].entry.entry };
    let published = &site[id];
    let clusters = published.citations.iter().map(|citation| -> Cluster {
        let items = citation.iter();
        items
            .map(|one| (entry(one.source), one.locator.as_deref()))
            .collect()
    });
    let clusters: Vec<Cluster> = clusters.collect();
    let list: Vec<&Entry> = published.sources.iter().map(|id| entry(*id)).collect();
    bibliographer.cite(&clusters, &list)
}
