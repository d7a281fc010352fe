//! All things of a list, by the filters of its address.

use chrono::NaiveDate;
use sea_orm::{ConnectionTrait, prelude::Uuid};
use serde::de::DeserializeOwned;

use crate::{
    config::Rules,
    course,
    duty::{Asking, Thing},
    error::{AppError, AppResult},
    mentor, partner, referral,
    viewer::Viewer,
};

/// What the list of this kind of thing shows to the viewer, on all its pages.
pub async fn listed(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    rules: &Rules,
    today: NaiveDate,
    (thing, filters): (Thing, &str),
) -> AppResult<Vec<(Thing, Uuid)>> {
    let (asking, rules) = (Asking { me: viewer.user_id, today }, (rules, today));
    let ids = match thing {
        Thing::Partner if !viewer.is_administrator() => return Err(AppError::NotFound),
        Thing::Partner => partner::ids(db, asking, &read(filters)?).await?,
        Thing::Referral => referral::list::ids(db, viewer, &read(filters)?, rules).await?,
        Thing::Course => course::list::ids(db, viewer, &read(filters)?, rules).await?,
        Thing::Mentor => mentor::list::ids(db, (rules.0, asking), &read(filters)?).await?,
    };
    Ok(ids.into_iter().map(|id| (thing, id)).collect())
}

/// A filter that cannot be read is none: nothing must be handed over because of it.
fn read<F: DeserializeOwned>(filters: &str) -> AppResult<F> {
    serde_html_form::from_str(filters).map_err(|_| AppError::NotFound)
}

/// The list that it came from.
pub fn path_of(thing: Thing, filters: &str) -> String {
    let list = match thing {
        Thing::Partner => "/admin/partners",
        Thing::Referral => "/referrals",
        Thing::Course => "/courses",
        Thing::Mentor => "/mentors",
    };
    format!("{list}?{filters}")
}

/// The page of one of them.
pub fn page_of(thing: Thing, id: Uuid) -> String {
    match thing {
        Thing::Partner => format!("/admin/partners/{id}"),
        Thing::Referral => format!("/referrals/{id}"),
        Thing::Course => format!("/courses/{id}"),
        Thing::Mentor => format!("/mentors/{id}"),
    }
}
