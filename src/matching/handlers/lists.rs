//! Which mentors stand on the match page: the suggestions that the filters let through, those who were looked for, and two
//! side by side.

use std::collections::HashMap;

use chrono::NaiveDate;
use entity::proposals::ProposalMethod;
use sea_orm::prelude::Uuid;

use crate::{
    app::App,
    course::{OfMentor, of_mentors},
    error::AppResult,
    language::Tr,
    matching::{
        Candidate, Suggestions, Wanted,
        asked::{Filters, MatchAsked},
        comparison::Comparison,
        looked_for::{Named, by_id, named},
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
    let named = named(db, viewer, today, wanted, &asked.q.as_str().into()).await?;
    let from = by_id(db, viewer, today, wanted, asked.mentor().as_slice()).await?;
    let compared = asked.compared();
    let side_by_side = if compared.len() == SIDE_BY_SIDE { &compared[..] } else { &[] };
    let side_by_side = by_id(db, viewer, today, wanted, side_by_side).await?;

    let is_shown = |candidate: &&Candidate| filters.lets_through(wanted, candidate, today);
    let few = |all: &[Candidate], most| all.iter().filter(is_shown).take(most).cloned().collect::<Vec<_>>();
    let weighed = suggestions.all().count();
    let shown = Shown {
        fits: few(&suggestions.fits, SHOWN),
        far: few(&suggestions.far, SHOWN_FAR),
        ruled_out: few(&suggestions.ruled_out, SHOWN_RULED_OUT),
        hidden: weighed - suggestions.all().filter(is_shown).count(),
        weighed,
        side_by_side: side_by_side.into_iter().map(|one| (found_by(&suggestions, &one), one)).collect(),
        named,
        from,
        compared,
    };
    let courses = of_mentors(db, &shown.ids()).await?;
    Ok(Found { lists: shown.lists(tr, &courses), comparison: shown.comparison(tr, today, &courses), suggestions })
}

fn found_by(suggestions: &Suggestions, one: &Candidate) -> ProposalMethod {
    match suggestions.all().any(|other| other.id() == one.id()) {
        true => ProposalMethod::Suggested,
        false => ProposalMethod::Searched,
    }
}

/// Whom the page shows.
struct Shown {
    fits: Vec<Candidate>,
    far: Vec<Candidate>,
    ruled_out: Vec<Candidate>,
    hidden: usize,
    weighed: usize,
    named: Named,
    from: Vec<Candidate>,
    side_by_side: Vec<(ProposalMethod, Candidate)>,
    /// Those who were chosen to be compared.
    compared: Vec<Uuid>,
}

impl Shown {
    fn ids(&self) -> Vec<Uuid> {
        let lists = [&self.fits, &self.far, &self.ruled_out, &self.named.mentors, &self.from];
        let beside = self.side_by_side.iter().map(|(_, one)| one);
        lists.into_iter().flatten().chain(beside).map(Candidate::id).collect()
    }

    fn told(&self, tr: Tr, one: &Candidate, found: ProposalMethod, courses: &HashMap<Uuid, OfMentor>) -> Suggested {
        let is_compared = self.compared.contains(&one.id());
        Suggested { is_compared, ..Suggested::new(tr, one, found, courses) }
    }

    fn lists(&self, tr: Tr, courses: &HashMap<Uuid, OfMentor>) -> Lists {
        let all = |mentors: &[Candidate], found| mentors.iter().map(|one| self.told(tr, one, found, courses)).collect();
        Lists {
            from: all(&self.from, ProposalMethod::Searched),
            named: all(&self.named.mentors, ProposalMethod::Searched),
            is_more: self.named.is_more,
            fits: all(&self.fits, ProposalMethod::Suggested),
            far: all(&self.far, ProposalMethod::Suggested),
            ruled_out: all(&self.ruled_out, ProposalMethod::Suggested),
            hidden: self.hidden,
            weighed: self.weighed,
        }
    }

    /// The two, when there are two.
    fn comparison(&self, tr: Tr, today: NaiveDate, courses: &HashMap<Uuid, OfMentor>) -> Option<Comparison> {
        let pair: &[_; SIDE_BY_SIDE] = self.side_by_side.as_slice().try_into().ok()?;
        let told = |(found, one): &'_ (ProposalMethod, Candidate)| self.told(tr, one, *found, courses);
        Some(Comparison::new(tr, today, pair.each_ref().map(|both| (&both.1, told(both)))))
    }
}
