//! What a viewer finds: one statement for each kind of thing.

use chrono::NaiveDate;
use entity::{Enquiry, Mentor, Partner};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, FromQueryResult, QuerySelect, Select};

use crate::{
    course::{self, list::called as courses_called},
    enquiry, mentor, partner, referral,
    viewer::Viewer,
};

/// How many of each kind are shown.
const SHOWN: usize = 10;

/// What was found, by kind; nothing of what the viewer may not see.
#[derive(Debug)]
pub struct Hits {
    /// Young people, by each of their referrals.
    pub referrals: First<referral::Case>,
    pub enquiries: First<Enquiry>,
    pub courses: First<course::Listed>,
    pub mentors: First<Mentor>,
    pub partners: First<Partner>,
}

/// The first of a kind.
#[derive(Debug)]
pub struct First<T> {
    pub rows: Vec<T>,
    /// Whether there are more than these.
    pub is_more: bool,
}

/// Looks for what was typed.
pub async fn find(db: &impl ConnectionTrait, viewer: &Viewer, today: NaiveDate, typed: &str) -> Result<Hits, DbErr> {
    let partners = partner::called(typed).filter(|_| viewer.is_staff());
    Ok(Hits {
        referrals: first(db, referral::called(viewer, typed)).await?,
        enquiries: first(db, enquiry::called(viewer, typed)).await?,
        courses: first(db, courses_called(today, viewer, typed)).await?,
        mentors: first(db, mentor::told_of(viewer, typed)).await?,
        partners: first(db, partners).await?,
    })
}

async fn first<T: FromQueryResult + Send + Sync, E: EntityTrait>(
    db: &impl ConnectionTrait,
    found: Option<Select<E>>,
) -> Result<First<T>, DbErr> {
    let mut rows = match found {
        Some(found) => found.limit(SHOWN as u64 + 1).into_model::<T>().all(db).await?,
        None => Vec::new(),
    };
    let is_more = rows.len() > SHOWN;
    rows.truncate(SHOWN);
    Ok(First { rows, is_more })
}
