//! What is known of referrals and of what followed them: one query, however many there are.

use chrono::{DateTime, NaiveDate, Utc};
use entity::{
    Referral,
    consents::ConsentPurpose,
    course_pauses, courses,
    courses::CourseClass,
    meetings,
    meetings::Attendance,
    mentors::ContactPreference,
    proposals,
    proposals::DeclinedBy,
    referrals,
    referrals::{Column, Reason},
    surveys,
    surveys::SurveyKind,
    young_people,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, QueryFilter, QuerySelect, QueryTrait,
    prelude::Uuid,
    sea_query::{CaseStatement, Expr, ExprTrait, Func, Order, Query, SelectStatement},
};

use crate::{
    message,
    referral::{
        State,
        agreement::{agrees, no_since},
        in_state::state_code,
        status_update::waits_since,
    },
};

/// The facts that sentences are made of. What is told of proposals and courses is told of the newest one.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Known {
    #[sea_orm(nested)]
    pub referral: Referral,
    pub state: State,
    /// By which something arrives.
    pub phone: Option<String>,
    pub email: Option<String>,
    pub contact_preference: Option<ContactPreference>,
    /// Since when the young person says no to a mentor, or to being asked how it went.
    pub no_mentor_since: Option<NaiveDate>,
    pub no_survey_since: Option<NaiveDate>,
    pub agrees_to_survey: bool,
    /// Since when something that the partner wrote waits for staff.
    pub reply_waits_since: Option<DateTime<Utc>>,
    pub proposed_at: Option<DateTime<Utc>>,
    pub mentor_asked_at: Option<DateTime<Utc>>,
    pub mentor_answered_at: Option<DateTime<Utc>>,
    pub mentor_accepted_at: Option<DateTime<Utc>>,
    pub declined_at: Option<DateTime<Utc>>,
    pub declined_by: Option<DeclinedBy>,
    pub expired_at: Option<DateTime<Utc>>,
    pub proposal_withdrawn_at: Option<DateTime<Utc>>,
    pub matched_on: Option<NaiveDate>,
    pub planned_end_on: Option<NaiveDate>,
    /// The days between two meetings, as agreed.
    pub rhythm_days: Option<i32>,
    pub ended_on: Option<NaiveDate>,
    pub interruption_reason: Option<Reason>,
    pub class_override: Option<CourseClass>,
    pub last_held_on: Option<NaiveDate>,
    /// Since when a pause goes on.
    pub paused_from: Option<NaiveDate>,
    /// The last day of the latest pause that is over.
    pub paused_until: Option<NaiveDate>,
    pub exit_answered_on: Option<NaiveDate>,
    pub exit_not_reached_on: Option<NaiveDate>,
    pub twelve_due_on: Option<NaiveDate>,
    pub twelve_answered_on: Option<NaiveDate>,
    pub twelve_not_reached_on: Option<NaiveDate>,
}

impl Known {
    /// Whether the young person is asked through the partner.
    pub fn is_through_partner(&self) -> bool {
        let is_wished = self.contact_preference == Some(ContactPreference::ThroughPartner);
        is_wished || (self.phone.is_none() && self.email.is_none())
    }

    /// Whether the newest course was completed. One that was not has a reason, or ended before its planned end.
    pub fn is_completed(&self) -> bool {
        match self.class_override {
            Some(class) => class == CourseClass::Completed,
            None => self.interruption_reason.is_none() && self.ended_on >= self.planned_end_on,
        }
    }
}

/// What is known of each of these referrals on a day.
pub async fn of(db: &impl ConnectionTrait, ids: &[Uuid], today: NaiveDate) -> Result<Vec<Known>, DbErr> {
    let mut found = referrals::Entity::find().filter(Column::Id.is_in(ids.iter().copied()));
    join_what_followed(QueryTrait::query(&mut found));
    let found = found
        .expr_as(state_code(), "state")
        .column(young_people::Column::ContactPreference)
        .expr_as(if_alive(young_people::Column::Phone), "phone")
        .expr_as(if_alive(young_people::Column::Email), "email")
        .expr_as(no_since(ConsentPurpose::MentorCourse), "no_mentor_since")
        .expr_as(no_since(ConsentPurpose::Survey), "no_survey_since")
        .expr_as(agrees(ConsentPurpose::Survey), "agrees_to_survey")
        .expr_as(waits_since(), "reply_waits_since");
    let found = with_proposal(found);
    let found = with_course(found, today);
    with_surveys(found).into_model::<Known>().all(db).await
}

/// An address or a number by which something arrives, as far as we know.
fn if_alive(value: young_people::Column) -> Expr {
    let own = |column| Expr::col((young_people::Entity, column));
    let dead = message::is_dead(own(young_people::Column::Id), own(value));
    CaseStatement::new().case(dead.not(), own(value)).into()
}

type Found = sea_orm::Select<referrals::Entity>;

fn join_what_followed(query: &mut SelectStatement) {
    let person =
        Expr::col((young_people::Entity, young_people::Column::Id)).equals((referrals::Entity, Column::YoungPersonId));
    query
        .left_join(young_people::Entity, person)
        .left_join(proposals::Entity, Expr::col((proposals::Entity, proposals::Column::Id)).eq(newest_proposal()))
        .left_join(courses::Entity, Expr::col((courses::Entity, courses::Column::Id)).eq(newest_course()));
}

fn newest_proposal() -> Expr {
    let mut newest = Query::select();
    newest
        .column(("newest_proposal", proposals::Column::Id))
        .from_as(proposals::Entity, "newest_proposal")
        .and_where(
            Expr::col(("newest_proposal", proposals::Column::ReferralId)).equals((referrals::Entity, Column::Id)),
        )
        .order_by(("newest_proposal", proposals::Column::ProposedAt), Order::Desc)
        .order_by(("newest_proposal", proposals::Column::Id), Order::Desc)
        .limit(1);
    newest.into()
}

fn newest_course() -> Expr {
    let mut newest = Query::select();
    newest
        .column(("newest_course", courses::Column::Id))
        .from_as(courses::Entity, "newest_course")
        .and_where(Expr::col(("newest_course", courses::Column::ReferralId)).equals((referrals::Entity, Column::Id)))
        .order_by(("newest_course", courses::Column::MatchedOn), Order::Desc)
        .order_by(("newest_course", courses::Column::Id), Order::Desc)
        .limit(1);
    newest.into()
}

fn with_proposal(found: Found) -> Found {
    use proposals::Column;
    found
        .column(Column::ProposedAt)
        .column_as(Column::AskedAt, "mentor_asked_at")
        .column_as(Column::AnsweredAt, "mentor_answered_at")
        .columns([Column::MentorAcceptedAt, Column::DeclinedAt, Column::DeclinedBy, Column::ExpiredAt])
        .column_as(Column::WithdrawnAt, "proposal_withdrawn_at")
}

fn with_course(found: Found, today: NaiveDate) -> Found {
    use courses::Column;
    let pause = course_pauses::Column::FromOn.lte(today);
    let goes_on = course_pauses::Column::UntilOn.is_null().or(course_pauses::Column::UntilOn.gte(today));
    let is_over = course_pauses::Column::UntilOn.lt(today);
    found
        .columns([
            Column::MatchedOn,
            Column::PlannedEndOn,
            Column::RhythmDays,
            Column::EndedOn,
            Column::InterruptionReason,
            Column::ClassOverride,
        ])
        .expr_as(last_held(), "last_held_on")
        .expr_as(of_pauses(course_pauses::Column::FromOn, pause.and(goes_on)), "paused_from")
        .expr_as(of_pauses(course_pauses::Column::UntilOn, is_over), "paused_until")
}

fn last_held() -> Expr {
    let mut last = Query::select();
    last.expr(Func::max(Expr::col((meetings::Entity, meetings::Column::HeldOn))))
        .from(meetings::Entity)
        .and_where(
            Expr::col((meetings::Entity, meetings::Column::CourseId)).equals((courses::Entity, courses::Column::Id)),
        )
        .and_where(meetings::Column::Attendance.eq(Attendance::Held));
    last.into()
}

/// The latest of a day of the pauses that are so.
fn of_pauses(day: course_pauses::Column, are_so: Expr) -> Expr {
    let mut latest = Query::select();
    latest
        .expr(Func::max(Expr::col((course_pauses::Entity, day))))
        .from(course_pauses::Entity)
        .and_where(
            Expr::col((course_pauses::Entity, course_pauses::Column::CourseId))
                .equals((courses::Entity, courses::Column::Id)),
        )
        .and_where(are_so);
    latest.into()
}

fn with_surveys(found: Found) -> Found {
    use surveys::Column::{AnsweredOn, DueOn, NotReachedOn};
    found
        .expr_as(of_survey(SurveyKind::Exit, AnsweredOn), "exit_answered_on")
        .expr_as(of_survey(SurveyKind::Exit, NotReachedOn), "exit_not_reached_on")
        .expr_as(of_survey(SurveyKind::TwelveMonth, DueOn), "twelve_due_on")
        .expr_as(of_survey(SurveyKind::TwelveMonth, AnsweredOn), "twelve_answered_on")
        .expr_as(of_survey(SurveyKind::TwelveMonth, NotReachedOn), "twelve_not_reached_on")
}

fn of_survey(kind: SurveyKind, day: surveys::Column) -> Expr {
    let mut own = Query::select();
    own.column((surveys::Entity, day))
        .from(surveys::Entity)
        .and_where(
            Expr::col((surveys::Entity, surveys::Column::CourseId)).equals((courses::Entity, courses::Column::Id)),
        )
        .and_where(surveys::Column::Kind.eq(kind));
    own.into()
}
