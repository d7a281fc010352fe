//! The list of courses: filtered, sorted and paged by its address.

use chrono::NaiveDate;
use entity::{courses, mentors, partners, referrals, search_texts::SearchKind, young_people};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect,
    Select,
    prelude::Uuid,
    sea_query::{Expr, Func},
};
use serde::{Deserialize, Serialize};

use super::{
    Need, State,
    access::visible_to,
    people::{Listed, joined, with_people},
    state_filter::in_state,
};
use crate::{
    config::Rules,
    duty::{self, Asking, Whose},
    list::{Asked, Found, Listing, Searched, Sought, Typed, containing, count, danish, name_of, or_nearly},
    referral::goes_on,
    viewer::Viewer,
    word::Worded,
};

/// The filters of the list, as its address says.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(default)]
pub struct CoursesFilter {
    /// The word of a state, or `running` for all that have not ended.
    pub state: String,
    pub partner: String,
    /// Part of the mentor's name.
    pub mentor: Typed,
    /// All courses of one mentor.
    pub mentor_id: String,
    /// Part of the name of either side, or the reference of the course.
    pub q: Typed,
    /// What has to be seen to, for staff: the word of a need.
    pub needs: String,
    /// Whose they are, for staff: `mine`, `nobody`, or one of them.
    pub responsible: String,
}

impl Searched for CoursesFilter {
    fn typed(&mut self) -> Vec<&mut Typed> {
        vec![&mut self.mentor, &mut self.q]
    }
}

impl CoursesFilter {
    /// What a mentor may filter by: names would tell more than the mentor may know.
    pub fn of_a_mentor(self) -> Self {
        Self { state: self.state, ..Self::default() }
    }
}

/// A page of the courses that the viewer may open and the filter lets through: two reads.
pub async fn list(
    db: &impl ConnectionTrait,
    today: NaiveDate,
    rules: &Rules,
    viewer: &Viewer,
    asked: &Asked<CoursesFilter>,
) -> Result<Found<Listed>, DbErr> {
    or_nearly(asked, |asked| async move { list_as_typed(db, today, rules, viewer, &asked).await }).await
}

async fn list_as_typed(
    db: &impl ConnectionTrait,
    today: NaiveDate,
    rules: &Rules,
    viewer: &Viewer,
    asked: &Asked<CoursesFilter>,
) -> Result<Found<Listed>, DbErr> {
    let whose = Whose::filter(&asked.responsible, own_id(), Asking { me: viewer.user_id, today });
    let condition = visible_to(today, viewer).add(wanted(asked, rules, today)).add_option(whose);
    let listing = Listing::newest_by(courses::Column::Id, "matched", courses::Column::MatchedOn)
        .or("mentee", danish(young_people::Column::Name))
        .or("mentor", danish(mentors::Column::Name))
        .or("partner", danish(partners::Column::Name))
        .or("end", end_on());
    let listing =
        if viewer.is_staff() { listing.or_if_known("responsible", danish(duty::name_of(own_id()))) } else { listing };
    // What is filtered by stands on the course and its referral, but for needs; names are looked up for the page alone.
    let all = match asked.needs.is_empty() {
        true => courses::Entity::find().join(JoinType::InnerJoin, courses::to_referral()),
        false => joined(courses::Entity::find()),
    };
    let total = count(db, all.filter(condition.clone()));
    listing.page_out_of(db, asked, total, named(courses::Entity::find()), condition).await
}

/// What a course is found by, in its list and elsewhere: its reference, and the name of either side.
fn sought() -> [Sought; 3] {
    [
        name_of(SearchKind::Course, courses::Column::Id),
        name_of(SearchKind::YoungPerson, referrals::Column::YoungPersonId),
        name_of(SearchKind::Mentor, courses::Column::MentorId),
    ]
}

/// The courses found by what was typed that the viewer may open; nothing when nothing was typed.
pub fn called(today: NaiveDate, viewer: &Viewer, typed: &Typed) -> Option<Select<courses::Entity>> {
    let found = named(courses::Entity::find()).filter(visible_to(today, viewer)).filter(containing(sought(), typed)?);
    Some(found.order_by_asc(danish(young_people::Column::Name)).order_by_asc(own_id()))
}

/// With what a row of the list tells.
fn named(courses: Select<courses::Entity>) -> Select<courses::Entity> {
    with_people(courses).expr_as(duty::name_of(own_id()), "responsible")
}

/// All that the filter lets through, to be handed over at once.
pub async fn ids(
    db: &impl ConnectionTrait,
    viewer: &Viewer,
    filter: &CoursesFilter,
    (rules, today): (&Rules, NaiveDate),
) -> Result<Vec<Uuid>, DbErr> {
    or_nearly(filter, |filter| {
        let whose = Whose::filter(&filter.responsible, own_id(), Asking { me: viewer.user_id, today });
        let condition = visible_to(today, viewer).add(wanted(&filter, rules, today)).add_option(whose);
        let found = joined(courses::Entity::find()).filter(condition);
        found.select_only().column(courses::Column::Id).into_tuple::<Uuid>().all(db)
    })
    .await
}

fn own_id() -> Expr {
    Expr::col((courses::Entity, courses::Column::Id))
}

fn wanted(filter: &CoursesFilter, rules: &Rules, today: NaiveDate) -> Condition {
    let mut wanted = Condition::all();
    if filter.state == "running" {
        wanted = wanted.add(courses::Column::EndedOn.is_null());
    } else if let Some(state) = State::read(&filter.state) {
        wanted = wanted.add(in_state(state, rules, today));
        // One that runs although the young person says no is shown as stopped: it stands in no other state.
        if state.is_running() {
            wanted = wanted.add(goes_on());
        }
    }
    if let Some(need) = Need::read(&filter.needs) {
        wanted = wanted.add(need.condition(rules, today)).add(goes_on());
    }
    if let Ok(partner) = filter.partner.parse::<Uuid>() {
        wanted = wanted.add(referrals::Column::PartnerId.eq(partner));
    }
    if let Ok(mentor) = filter.mentor_id.parse::<Uuid>() {
        wanted = wanted.add(courses::Column::MentorId.eq(mentor));
    }
    wanted
        .add_option(containing([name_of(SearchKind::Mentor, courses::Column::MentorId)], &filter.mentor))
        .add_option(containing(sought(), &filter.q))
}

/// The day that the list shows as the end: when it ended, or when that is expected.
fn end_on() -> Expr {
    let column = |column: courses::Column| Expr::col((courses::Entity, column));
    Expr::from(Func::coalesce([column(courses::Column::EndedOn), column(courses::Column::PlannedEndOn)]))
}
