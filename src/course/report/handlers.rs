//! The report, for the referrer and for staff.

use entity::{Course, consents::ConsentPurpose};
use poem::{Response, handler, web::Path};
use sea_orm::prelude::Uuid;

use super::{
    pages::ReportPage,
    queries::{goals_of, of_referral},
    view::told,
};
use crate::{
    account::StaffOrReferrer,
    act::Visit,
    course::facts,
    error::{AppError, AppResult},
    page, referral,
};

#[handler]
pub async fn report(
    Visit { app, viewer, ctx }: Visit<'_, StaffOrReferrer>,
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
