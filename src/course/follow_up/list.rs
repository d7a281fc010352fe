//! The list of follow-ups: whom to call, in one query a page.

use chrono::NaiveDate;
use entity::{
    courses, follow_up_tries,
    follow_ups::{self, Column, Entity, Side},
    mentors, referrals,
    search_texts::SearchKind::{Mentor, YoungPerson},
    young_people,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect,
    QueryTrait, Select,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait, SelectStatement},
};
use serde::{Deserialize, Serialize};

use super::{
    State,
    state::{Facts, due, rests, state, untold},
};
use crate::{
    config::Rules,
    duty::{self, Asking, Whose},
    list::{Asked, Found, Listing, Searched, Typed, containing, count, danish, name_of, or_nearly},
    word::Worded,
};

/// What the list is filtered by.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct FollowUpsFilter {
    /// The word of a state, or `now` for all that are due, overdue ones among them; `untold` for those of which whoever
    /// referred was not told.
    pub state: String,
    pub side: String,
    /// A part of the name of the young person or of the mentor.
    pub q: Typed,
    /// Whose courses they are about: `mine`, `nobody`, or one of staff.
    pub responsible: String,
}

impl Searched for FollowUpsFilter {
    fn typed(&mut self) -> Vec<&mut Typed> {
        vec![&mut self.q]
    }
}

impl FollowUpsFilter {
    fn condition(&self, rules: &Rules, today: NaiveDate) -> Condition {
        let names =
            [name_of(YoungPerson, referrals::Column::YoungPersonId), name_of(Mentor, courses::Column::MentorId)];
        Condition::all()
            .add_option((self.state == "now").then(|| due(today)))
            .add_option((self.state == "untold").then(untold))
            .add_option(State::read(&self.state).map(|state| state.condition(rules, today)))
            .add_option(Side::read(&self.side).map(|side| Column::Side.eq(side)))
            .add_option(containing(names, &self.q))
    }
}

/// One line of the list.
#[derive(Clone, Debug, FromQueryResult)]
pub struct FollowUpRow {
    pub id: Uuid,
    pub side: Side,
    pub due_on: NaiveDate,
    pub reached_on: Option<NaiveDate>,
    pub not_reached_on: Option<NaiveDate>,
    pub rests: bool,
    pub young_person_id: Uuid,
    pub mentee: String,
    pub mentor: String,
    pub tries: i64,
    /// Who of staff is responsible for the course.
    pub responsible: Option<String>,
}

impl FollowUpRow {
    pub fn state(&self, rules: &Rules, today: NaiveDate) -> State {
        let Self { due_on, reached_on, not_reached_on, rests, .. } = *self;
        state(Facts { due_on, reached_on, not_reached_on, rests }, rules, today)
    }
}

pub async fn page(
    db: &impl ConnectionTrait,
    rules: &Rules,
    asking: Asking,
    asked: &Asked<FollowUpsFilter>,
) -> Result<Found<FollowUpRow>, DbErr> {
    or_nearly(asked, |asked| async move { page_as_typed(db, rules, asking, &asked).await }).await
}

async fn page_as_typed(
    db: &impl ConnectionTrait,
    rules: &Rules,
    asking: Asking,
    asked: &Asked<FollowUpsFilter>,
) -> Result<Found<FollowUpRow>, DbErr> {
    let course = || Expr::col((Entity, Column::CourseId));
    let listing = Listing::by(Column::Id, "due", Column::DueOn)
        .or("mentee", danish(young_people::Column::Name))
        .or("mentor", danish(mentors::Column::Name))
        .or("tries", Expr::from(tries()))
        .or_if_known("responsible", danish(duty::name_of(course())));
    let whose = Whose::filter(&asked.responsible, course(), asking);
    let condition = asked.condition(rules, asking.today).add_option(whose);
    let shown = with_columns(with_people(), asking.today).expr_as(duty::name_of(course()), "responsible");
    let total = count(db, with_course(Entity::find()).filter(condition.clone()));
    listing.page_out_of(db, asked, total, shown, condition).await
}

/// Follow-ups with everybody they concern. The joins are left ones, although every follow-up has all of them: so a database
/// starts from the follow-ups in their order and stops after a page.
fn with_people() -> Select<follow_ups::Entity> {
    with_course(Entity::find())
        .join(JoinType::LeftJoin, referrals::to_young_person())
        .join(JoinType::LeftJoin, courses::to_mentor())
}

/// With all that the list is filtered by.
fn with_course(follow_ups: Select<Entity>) -> Select<Entity> {
    follow_ups.join(JoinType::LeftJoin, follow_ups::to_course()).join(JoinType::LeftJoin, courses::to_referral())
}

fn with_columns(found: Select<follow_ups::Entity>, today: NaiveDate) -> Select<follow_ups::Entity> {
    found
        .select_only()
        .columns([Column::Id, Column::Side, Column::DueOn, Column::ReachedOn, Column::NotReachedOn])
        .expr_as(rests(today), "rests")
        .column_as(young_people::Column::Id, "young_person_id")
        .column_as(young_people::Column::Name, "mentee")
        .column_as(mentors::Column::Name, "mentor")
        .expr_as(Expr::from(tries()), "tries")
}

/// How many tries of the follow-up of the outer query there are, whatever came of them.
fn tries() -> SelectStatement {
    follow_up_tries::Entity::find()
        .select_only()
        .expr(follow_up_tries::Column::Id.count())
        .filter(Expr::col((follow_up_tries::Entity, follow_up_tries::Column::FollowUpId)).equals((Entity, Column::Id)))
        .filter(follow_up_tries::current())
        .into_query()
}
