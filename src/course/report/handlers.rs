//! The report, for the referrer and for staff.

use std::collections::HashMap;

use entity::{Course, Goal, consents::ConsentPurpose, courses, goals};
use poem::{
    Response, handler,
    web::{Data, Path},
};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, prelude::Uuid};

use super::{pages::ReportPage, view::told};
use crate::{
    account::StaffOrReferrer,
    app::App,
    course::facts,
    error::{AppError, AppResult},
    page::{self, Ctx},
    referral,
};

#[handler]
pub async fn report(
    Data(app): Data<&App>,
    viewer: StaffOrReferrer,
    ctx: Ctx,
    Path(id): Path<Uuid>,
) -> AppResult<Response> {
    let (today, rules) = (app.clock.today(), &app.config.rules);
    let case = referral::find_case(&app.db, &viewer, id).await?.ok_or(AppError::NotFound)?;
    let courses = of_referral(&app.db, id).await?;
    let ids: Vec<Uuid> = courses.iter().map(|course| course.id).collect();
    let (facts, goals) = (facts(&app.db, &ids, today).await?, goals_of(&app.db, &ids).await?);
    let is_stopped = referral::agreement(&app.db, id, ConsentPurpose::MentorCourse).await?.is_no();
    let told = |course: &Course| {
        let known = facts.get(&course.id).copied().unwrap_or_default();
        let goals = goals.get(&course.id).map(Vec::as_slice).unwrap_or_default();
        let told = told(ctx.tr, course, &known, goals, rules, today);
        if is_stopped && course.ended_on.is_none() { told.stopped(ctx.tr) } else { told }
    };
    page::show(&ReportPage {
        referral: format!("/referrals/{id}"),
        mentee_id: case.person.id,
        name: case.person.name,
        partner: case.partner_name,
        today: ctx.date(&today),
        courses: courses.iter().map(told).collect(),
        ctx,
    })
}

async fn of_referral(db: &impl ConnectionTrait, id: Uuid) -> Result<Vec<Course>, DbErr> {
    let own = courses::Entity::find().filter(courses::Column::ReferralId.eq(id));
    own.order_by_asc(courses::Column::MatchedOn).order_by_asc(courses::Column::Id).all(db).await
}

async fn goals_of(db: &impl ConnectionTrait, courses: &[Uuid]) -> Result<HashMap<Uuid, Vec<Goal>>, DbErr> {
    let found = goals::Entity::find().filter(goals::Column::CourseId.is_in(courses.iter().copied())).all(db).await?;
    let mut goals: HashMap<Uuid, Vec<Goal>> = HashMap::new();
    for goal in found {
        goals.entry(goal.course_id).or_default().push(goal);
    }
    Ok(goals)
}
