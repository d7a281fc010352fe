//! Letters that did not arrive: where the thing is that a letter is about, by its kind.

use chrono::NaiveDate;
use entity::{
    Message, advice_requests, concerns, interviewees, mentors, messages, planned_meetings, proposals, referrals,
    stand_ins, surveys,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect, QueryTrait,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait, Func, Query, SelectStatement},
};

use super::told_as_way::is_told_as_way;
use crate::{
    account, callback, course,
    course::{advice, concern, planned, stand_in},
    duty, interview, matching,
    mentor::{application, screening},
    message::{Left, MessageKind},
    questionnaire, referral, survey,
};

/// The letters of every feature.
pub const LETTERS: &[&[MessageKind]] = &[
    account::letters::LETTERS,
    duty::letters::LETTERS,
    course::expectations::letters::LETTERS,
    callback::letters::LETTERS,
    application::letters::LETTERS,
    screening::letters::LETTERS,
    referral::letters::LETTERS,
    referral::interest::letters::LETTERS,
    referral::preparation::letters::LETTERS,
    referral::status_update::letters::LETTERS,
    matching::letters::LETTERS,
    course::letters::LETTERS,
    course::advice::letters::LETTERS,
    stand_in::letters::LETTERS,
    concern::letters::LETTERS,
    planned::letters::LETTERS,
    planned::passed_on::letters::LETTERS,
    course::did_you_meet::letters::LETTERS,
    course::silence::letters::LETTERS,
    course::onward::letters::LETTERS,
    course::agreement::letters::LETTERS,
    survey::letters::LETTERS,
    survey::quiet_test::letters::LETTERS,
    interview::letters::LETTERS,
    questionnaire::letters::LETTERS,
    super::digest::letters::LETTERS,
    survey::a_year_later::letters::LETTERS,
];

/// The pages of whoever signs in: administrators see to such letters, and staff where it is a mentor.
const PEOPLE: &str = "/admin/people";
/// The page of mail itself, for a letter about somebody who is on no page yet.
const MAIL: &str = "/admin/mail";

fn kinds() -> impl Iterator<Item = &'static MessageKind> {
    LETTERS.iter().copied().flatten()
}

/// The kinds to which administrators see.
fn for_administrators() -> impl Iterator<Item = &'static str> {
    kinds().filter(|kind| [PEOPLE, MAIL].contains(&kind.about)).map(|kind| kind.name)
}

/// Letters that are left for this reason and to which staff see: those to which administrators see only where they are about
/// a mentor, those that ask something only as long as there is no answer, and none whose dead way is to be seen to first.
pub fn left_for_staff(left: Left, today: NaiveDate) -> Condition {
    use messages::Column;
    let mut mentor = Query::select();
    mentor
        .expr(Expr::val(1))
        .from(mentors::Entity)
        .and_where(Expr::col((mentors::Entity, mentors::Column::UserId)).equals((messages::Entity, Column::SubjectId)));
    let for_staff = Condition::any().add(Column::Kind.is_not_in(for_administrators())).add(Expr::exists(mentor));
    let unanswered = (left == Left::NotAsked).then(|| unanswered(today));
    let elsewhere = matches!(left, Left::GivenUp | Left::Bounced).then(|| is_told_as_way(today).not());
    Condition::all().add(left.still()).add(for_staff).add_option(unanswered).add_option(elsewhere)
}

/// The thing that a letter is about, as somebody is responsible for it: a proposal's referral, the course of a survey, a concern, a
/// stand-in, an agreed meeting, an answer or somebody who was drawn, the mentor of a sign-in, or what it names itself.
pub fn about() -> Expr {
    use messages::Column;
    let of: fn(SelectStatement) -> Expr = Expr::from;
    let subject = || Expr::col((messages::Entity, Column::SubjectId));
    let proposal = Query::select()
        .column((proposals::Entity, proposals::Column::ReferralId))
        .from(proposals::Entity)
        .and_where(Expr::col((proposals::Entity, proposals::Column::Id)).eq(subject()))
        .to_owned();
    let survey = Query::select()
        .column((surveys::Entity, surveys::Column::CourseId))
        .from(surveys::Entity)
        .and_where(Expr::col((surveys::Entity, surveys::Column::Id)).eq(subject()))
        .to_owned();
    let concern = Query::select()
        .column((concerns::Entity, concerns::Column::CourseId))
        .from(concerns::Entity)
        .and_where(Expr::col((concerns::Entity, concerns::Column::Id)).eq(subject()))
        .to_owned();
    let stood_in = Query::select()
        .column((stand_ins::Entity, stand_ins::Column::CourseId))
        .from(stand_ins::Entity)
        .and_where(Expr::col((stand_ins::Entity, stand_ins::Column::Id)).eq(subject()))
        .to_owned();
    let planned = Query::select()
        .column((planned_meetings::Entity, planned_meetings::Column::CourseId))
        .from(planned_meetings::Entity)
        .and_where(Expr::col((planned_meetings::Entity, planned_meetings::Column::Id)).eq(subject()))
        .to_owned();
    let advice = Query::select()
        .column((advice_requests::Entity, advice_requests::Column::CourseId))
        .from(advice_requests::Entity)
        .and_where(Expr::col((advice_requests::Entity, advice_requests::Column::Id)).eq(subject()))
        .to_owned();
    let drawn = Query::select()
        .column((interviewees::Entity, interviewees::Column::CourseId))
        .from(interviewees::Entity)
        .and_where(Expr::col((interviewees::Entity, interviewees::Column::Id)).eq(subject()))
        .to_owned();
    let mentor = Query::select()
        .column((mentors::Entity, mentors::Column::Id))
        .from(mentors::Entity)
        .and_where(Expr::col((mentors::Entity, mentors::Column::UserId)).eq(subject()))
        .to_owned();
    let found = [proposal, survey, concern, stood_in, planned, advice, drawn, mentor].map(of);
    Expr::from(Func::coalesce(found.into_iter().chain([subject()])))
}

/// Letters about a survey that is due, of somebody who was to be asked whether a mentor is still wanted, or of somebody who was drawn
/// and has not answered. Such letters are few,
/// and many wait: from the letter to its subject, and not the other way round.
fn unanswered(today: NaiveDate) -> Condition {
    let subject = || Expr::col((messages::Entity, messages::Column::SubjectId));
    let surveys = survey::with_people()
        .filter(survey::State::Due.condition(today))
        .filter(surveys::Column::Id.into_expr().eq(subject()))
        .select_only()
        .expr(Expr::val(1));
    let waiting = referrals::Entity::find()
        .filter(referral::in_state(referral::State::Waiting))
        .filter(referral::goes_on())
        .filter(referrals::Column::InterestAskedOn.is_not_null())
        .filter(referrals::Column::Id.into_expr().eq(subject()))
        .select_only()
        .expr(Expr::val(1));
    let drawn = interview::unanswered()
        .filter(interviewees::Column::Id.into_expr().eq(subject()))
        .select_only()
        .expr(Expr::val(1));
    [surveys.into_query(), waiting.into_query(), drawn.into_query()]
        .into_iter()
        .fold(Condition::any(), |any, asked| any.add(Expr::exists(asked)))
}

/// The page of what a letter is about, with the letter on it.
pub async fn page_of(db: &impl ConnectionTrait, letter: &Message) -> Result<String, DbErr> {
    let (id, kind) = (letter.subject_id, kinds().find(|kind| kind.name == letter.kind));
    let mentor = if kind.is_some_and(|kind| kind.about == PEOPLE) { mentor_of(db, id).await? } else { None };
    let is_planned = kind.is_some_and(|kind| kind.about == planned::letters::ABOUT);
    if is_planned && let Some(course) = planned::course_of(db, id).await? {
        return Ok(format!("/courses/{course}"));
    }
    let is_of_stand_in = kind.is_some_and(|kind| kind.about == stand_in::letters::ABOUT);
    if is_of_stand_in && let Some(course) = stand_in::course_of(db, id).await? {
        return Ok(format!("/courses/{course}"));
    }
    let is_answer = kind.is_some_and(|kind| kind.about == advice::letters::ABOUT);
    if is_answer && let Some(course) = advice::course_of(db, id).await? {
        return Ok(format!("/courses/{course}"));
    }
    let kind = kind.filter(|_| !is_answer).map(|kind| kind.about).or(is_answer.then_some("/courses"));
    Ok(match (mentor, kind) {
        (Some(mentor), _) => format!("/mentors/{mentor}"),
        (None, Some(about)) if about != MAIL => format!("{about}/{id}"),
        (None, _) => MAIL.to_owned(),
    })
}

async fn mentor_of(db: &impl ConnectionTrait, user_id: Uuid) -> Result<Option<Uuid>, DbErr> {
    let own = mentors::Entity::find().filter(mentors::Column::UserId.eq(user_id));
    own.select_only().column(mentors::Column::Id).into_tuple().one(db).await
}
