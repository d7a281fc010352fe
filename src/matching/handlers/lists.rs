//! Which mentors stand on the match page: the suggestions that the filters let through, those who were looked for, and two
//! side by side.

use entity::proposals::ProposalMethod;
use sea_orm::prelude::Uuid;

use crate::{
    app::App,
    course::of_mentors,
    error::AppResult,
    language::Tr,
    matching::{
        Candidate, Suggestions, Wanted,
        asked::{Filters, MatchAsked},
        comparison::Comparison,
        looked_for::{by_id, named},
        ranked_pages::Lists,
        suggest,
        suggested::Suggested,
    },
    viewer::Viewer,
};

/// Mentors on the page, of those too far away, and of those ruled out.
const SHOWN: usize = 10;
const SHOWN_FAR: usize = 10;
const SHOWN_RULED_OUT: usize = 5;
/// How many stand side by side.
const SIDE_BY_SIDE: usize = 2;

/// The mentors for a page, and what they were taken from.
pub struct Found {
    pub suggestions: Suggestions,
    pub lists: Lists,
    pub comparison: Option<Comparison>,
}

/// What the address asks for. However many are shown, what became of their courses is one read.
pub async fn found(
    app: &App,
    viewer: &Viewer,
    tr: Tr,
    wanted: &Wanted,
    asked: &MatchAsked,
    filters: &Filters,
) -> AppResult<Found> {
    let (db, today) = (&app.db, app.clock.today());
    let suggestions = suggest(db, &app.search, today, wanted).await?;
    let named = named(db, viewer, today, wanted, &asked.q).await?;
    let from = by_id(db, viewer, today, wanted, asked.mentor().as_slice()).await?;
    let compared = asked.compared();
    let side_by_side = if compared.len() == SIDE_BY_SIDE { &compared[..] } else { &[] };
    let side_by_side = by_id(db, viewer, today, wanted, side_by_side).await?;

    let is_shown = |candidate: &&Candidate| filters.lets_through(wanted, candidate, today);
    let few = |all: &'_ [Candidate], most| all.iter().filter(is_shown).take(most).cloned().collect::<Vec<_>>();
    let fits = few(&suggestions.fits, SHOWN);
    let far = few(&suggestions.far, SHOWN_FAR);
    let ruled_out = few(&suggestions.ruled_out, SHOWN_RULED_OUT);
    let all = [&fits, &far, &ruled_out, &named.mentors, &from, &side_by_side];
    let ids: Vec<Uuid> = all.into_iter().flatten().map(Candidate::id).collect();
    let courses = of_mentors(db, &ids).await?;

    let told = |candidate: &Candidate, found| {
        let is_compared = compared.contains(&candidate.id());
        Suggested { is_compared, ..Suggested::new(tr, candidate, found, &courses) }
    };
    let suggested =
        |candidates: &[Candidate]| candidates.iter().map(|one| told(one, ProposalMethod::Suggested)).collect();
    let searched =
        |candidates: &[Candidate]| candidates.iter().map(|one| told(one, ProposalMethod::Searched)).collect();
    let found_by = |one: &Candidate| {
        if suggestions.all().any(|other| other.id() == one.id()) {
            ProposalMethod::Suggested
        } else {
            ProposalMethod::Searched
        }
    };
    let weighed = suggestions.all().count();
    let pair = <[Candidate; SIDE_BY_SIDE]>::try_from(side_by_side).ok();
    let lists = Lists {
        from: searched(&from),
        named: searched(&named.mentors),
        is_more: named.is_more,
        fits: suggested(&fits),
        far: suggested(&far),
        ruled_out: suggested(&ruled_out),
        hidden: weighed - suggestions.all().filter(is_shown).count(),
        weighed,
    };
    let comparison =
        pair.map(|pair| Comparison::new(tr, today, pair.each_ref().map(|one| (one, told(one, found_by(one))))));
    Ok(Found { suggestions, lists, comparison })
}
