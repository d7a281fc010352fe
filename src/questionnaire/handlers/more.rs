//! After the survey of what the young person does now: the same link leads on to how it went, so that nobody gets two letters.

use entity::{
    Course,
    consents::ConsentPurpose,
    courses,
    links::LinkPurpose,
    messages::{self, AddresseeKind},
    questionnaires::{QuestionnaireSide, Wave},
    surveys,
};
use poem::{
    Response, handler,
    web::{Data, Path},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::{
    account::link,
    app::App,
    duty::{self, Thing},
    error::AppResult,
    page::{self, Ctx},
    questionnaire::{pages::MorePage, sheet::Sheet, standing::purpose_of},
    referral,
    web::{Button, Submitted},
};

/// Thanks for the answer, and offers the rest.
#[handler]
pub async fn show(Data(app): Data<&App>, ctx: Ctx, Path(token): Path<String>) -> AppResult<Response> {
    let Some((course, sheet)) = left(app, &token).await? else {
        return Ok(page::see_other(ctx.onward("/survey/thanks")));
    };
    let language = referral::letter_language(&app.db, course.referral_id).await?;
    let contact = duty::contact(&app.db, Thing::Course, course.id, app.clock.today()).await?;
    let ctx = ctx.speaking(language).turning_to(contact);
    page::show(&MorePage { questions: sheet.put(&app.config.rules).len(), done: ctx.onward("/survey/thanks"), ctx })
}

/// Goes on to the first question.
#[handler]
pub async fn go_on(
    Data(app): Data<&App>,
    ctx: Ctx,
    Path(token): Path<String>,
    _: Submitted<Button>,
) -> AppResult<Response> {
    let Some((course, sheet)) = left(app, &token).await? else {
        return Ok(page::see_other(ctx.onward("/survey/thanks")));
    };
    let ctx = ctx.speaking(referral::letter_language(&app.db, course.referral_id).await?);
    let Some(first) = sheet.asked.first() else { return Ok(page::see_other(ctx.onward("/survey/thanks"))) };
    let tx = app.db.begin().await?;
    let token = link::issue(&tx, app.clock.now(), purpose_of(sheet.side), first.id).await?;
    tx.commit().await?;
    Ok(page::see_other(ctx.onward(&format!("/exit/{token}/answer/1"))))
}

/// What is left to ask of whoever answered the survey at the end of a course by this link, in their own hands: whoever passes a letter
/// on does not answer for them.
async fn left(app: &App, token: &str) -> AppResult<Option<(Course, Sheet)>> {
    let Some(link) = link::spent(&app.db, app.clock.now(), LinkPurpose::Survey, token).await? else { return Ok(None) };
    let Some(message) = link.message_id else { return Ok(None) };
    let own = messages::Entity::find_by_id(message).filter(messages::Column::Addressee.eq(AddresseeKind::YoungPerson));
    if own.one(&app.db).await?.is_none() {
        return Ok(None);
    }
    let survey =
        surveys::Entity::find_by_id(link.subject_id).filter(surveys::Column::Kind.eq(surveys::SurveyKind::Exit));
    let Some(survey) = survey.one(&app.db).await? else { return Ok(None) };
    let Some(course) = courses::Entity::find_by_id(survey.course_id).one(&app.db).await? else { return Ok(None) };
    if !referral::agreement(&app.db, course.referral_id, ConsentPurpose::Survey).await?.is_given() {
        return Ok(None);
    }
    let of = (QuestionnaireSide::YoungPerson, Wave::End);
    let sheet = Sheet::of(&app.db, app.clock.today(), &course, of).await?;
    Ok(sheet.map(|sheet| (course, sheet)))
}
