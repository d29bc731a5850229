//! Reviews of claims, on the fact check that judges them.

use super::{claim, day, party};
use crate::linked_data::{Rating, Review, Thing};
use crate::page::Page;
use crate::scale::bounds;
use crate::site::{BriefId, ClaimId, GivenVerdict, Site};

/// The reviews on the page of a fact check; none without a public address, which a review needs.
pub(super) fn things(site: &Site, id: BriefId) -> Vec<Thing> {
    let judged = site.judged_in(id);
    let is_alone = judged.len() == 1;
    let reviews = judged.iter().enumerate().filter_map(|(index, claim)| {
        let page = Page::Brief(id).address(site)?;
        // Of several on one page each has its own address (Google, "Fact check").
        let url = if is_alone {
            page
        } else {
            format!("{page}#verdict-{}", index + 1)
        };
        review(site, id, *claim, url)
    });
    reviews.map(Box::new).map(Thing::Review).collect()
}

fn review(site: &Site, brief: BriefId, id: ClaimId, url: String) -> Option<Review> {
    let given = site.verdict(id)?;
    let front = &site[brief].brief.document.front;
    let author = given
        .by
        .as_ref()
        .filter(|by| site.publisher.as_ref() != Some(by));
    let author = author.and_then(|by| party::author(site, by));
    let published = given.date.or(front.date.as_ref().map(|date| date.value));
    Some(Review {
        url,
        claim_reviewed: site.reviewed_words(id).to_owned(),
        author: author.unwrap_or_else(|| party::publisher(site)),
        date_published: published.and_then(day),
        in_language: site.language(front).to_owned(),
        review_rating: rating(site, given)?,
        item_reviewed: claim::whole(site, id),
    })
}

fn rating(site: &Site, given: &GivenVerdict) -> Option<Rating> {
    let verdict = site.settings.verdicts.get(given.verdict)?;
    let bounds = bounds(&site.settings.verdicts).filter(|_| verdict.number.is_some());
    Some(Rating {
        alternate_name: verdict.name.clone(),
        rating_value: verdict.number,
        best_rating: bounds.map(|(_, best)| best),
        worst_rating: bounds.map(|(worst, _)| worst),
        rating_explanation: given.note.clone(),
    })
}
