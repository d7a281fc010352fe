//! What a viewer finds: one statement for each kind of thing, all at once.

use chrono::NaiveDate;
use entity::{Enquiry, Mentor, Partner};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, FromQueryResult, QuerySelect, Select};

use crate::{
    course::{self, list::called as courses_called},
    enquiry,
    list::{Finds, Typed, or_nearly},
    mentor, partner, referral,
    viewer::Viewer,
};

/// How many of each kind are shown beside a link to the list of all.
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

impl<T> Finds for First<T> {
    fn is_nothing(&self) -> bool {
        self.rows.is_empty()
    }
}

/// Looks for what was typed; a slip is forgiven where nothing of a kind is found that the viewer may see. Whoever has no list
/// of partners gets them all.
pub async fn find(db: &impl ConnectionTrait, viewer: &Viewer, today: NaiveDate, typed: &Typed) -> Result<Hits, DbErr> {
    let partners = |typed: &Typed| partner::called(typed).filter(|_| viewer.is_staff());
    let most = viewer.is_administrator().then_some(SHOWN);
    let (referrals, enquiries, courses, mentors, partners) = tokio::try_join!(
        first(db, typed, Some(SHOWN), |typed| referral::called(viewer, typed)),
        first(db, typed, Some(SHOWN), |typed| enquiry::called(viewer, typed)),
        first(db, typed, Some(SHOWN), |typed| courses_called(today, viewer, typed)),
        first(db, typed, Some(SHOWN), |typed| mentor::told_of(viewer, typed)),
        first(db, typed, most, partners),
    )?;
    Ok(Hits { referrals, enquiries, courses, mentors, partners })
}

async fn first<T: FromQueryResult + Send + Sync, E: EntityTrait>(
    db: &impl ConnectionTrait,
    typed: &Typed,
    most: Option<usize>,
    called: impl Fn(&Typed) -> Option<Select<E>>,
) -> Result<First<T>, DbErr> {
    or_nearly(typed, |typed| first_of(db, called(&typed), most)).await
}

async fn first_of<T: FromQueryResult + Send + Sync, E: EntityTrait>(
    db: &impl ConnectionTrait,
    found: Option<Select<E>>,
    most: Option<usize>,
) -> Result<First<T>, DbErr> {
    let mut rows = match found {
        Some(found) => found.limit(most.map(|most| most as u64 + 1)).into_model::<T>().all(db).await?,
        None => Vec::new(),
    };
    let is_more = most.is_some_and(|most| rows.len() > most);
    rows.truncate(most.unwrap_or(rows.len()));
    Ok(First { rows, is_more })
}
