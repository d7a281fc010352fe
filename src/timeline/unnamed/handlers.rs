//! The page of a case without names, for staff.

use poem::{Response, handler, web::Path};
use sea_orm::prelude::Uuid;

use super::{
    facts,
    pages::{UnnamedPage, lines},
};
use crate::{
    account::Staff,
    act::Visit,
    error::{AppError, AppResult},
    page,
    referral::find_case,
    timeline::{
        around::Around,
        entry::Kind,
        read::{Asked, timeline},
    },
};

/// What is told of: none of it is read by few, and none of it tells how somebody is reached.
const TOLD: [Kind; 13] = [
    Kind::Referral,
    Kind::Proposal,
    Kind::Course,
    Kind::Meeting,
    Kind::Survey,
    Kind::Questionnaire,
    Kind::FollowUp,
    Kind::Silence,
    Kind::Update,
    Kind::Preparation,
    Kind::Expectations,
    Kind::Agreement,
    Kind::Schedule,
];

#[handler]
pub async fn show(Visit { app, viewer, ctx }: Visit<'_, Staff>, Path(id): Path<Uuid>) -> AppResult<Response> {
    let db = &app.db;
    let case = find_case(db, &viewer, id).await?.ok_or(AppError::NotFound)?;
    let person = case.referral.young_person_id;
    let around = Around::of(db, person).await?.ok_or(AppError::NotFound)?.of_referral(id);
    let asked = Asked { viewer: &viewer, today: app.clock.today(), kinds: TOLD.to_vec(), since: None };
    let entries = timeline(db, ctx.tr, &around, &[], &asked).await?;
    let mut courses: Vec<_> = around.courses.iter().map(|with| with.course.clone()).collect();
    courses.sort_by_key(|course| (course.matched_on, course.id));
    page::show(&UnnamedPage {
        referral_id: id,
        person_id: person,
        facts: facts::of_case(db, ctx.tr, &case).await?,
        courses: facts::of_courses(db, ctx.tr, &courses).await?,
        lines: lines(entries, case.referral.referred_on),
        fewest: facts::FEWEST,
        ctx,
    })
}
