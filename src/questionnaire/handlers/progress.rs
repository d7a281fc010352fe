//! What staff see of what changes in a course from wave to wave, and what they write down of a conversation while it runs.

use entity::{
    Questionnaire,
    questionnaires::{QuestionnaireSide, Wave},
};
use poem::{Response, handler, web::Path};
use sea_orm::prelude::Uuid;

use super::staff::{Phoned, phoned, taken, view};
use crate::{
    account::Staff,
    act::Visit,
    app::App,
    course::{find_for, first_meeting_on, mentee_name},
    error::{AppError, AppResult},
    page::{self, Ctx},
    questionnaire::{
        forms::AnswersForm,
        pages::ProgressPage,
        standing::{answers_of, is_open, of_course, state},
        waves::{Known, is_of_progress, over_time},
    },
    viewer::Viewer,
    web::Submitted,
    word::Worded,
};

#[handler]
pub async fn show(Visit { app, viewer, ctx }: Visit<'_, Staff>, Path(id): Path<Uuid>) -> AppResult<Response> {
    let (today, tr) = (app.clock.today(), ctx.tr);
    let course = find_for(&app.db, today, &viewer, id).await?.ok_or(AppError::NotFound)?;
    let mut asked = of_course(&app.db, id).await?;
    asked.retain(is_of_progress);
    let answers = answers_of(&app.db, &asked.iter().map(|asked| asked.id).collect::<Vec<_>>()).await?;
    let side = |asked: &Questionnaire| {
        let is_answered = answers.iter().any(|one| one.questionnaire_id == asked.id);
        let words = [("side", asked.side.label(tr).into()), ("wave", asked.wave.label(tr).into())];
        let phone = if is_open(asked, &course, today) { phone(id, asked) } else { String::new() };
        view(tr, asked, state(asked, is_answered, today), (tr.with("questionnaire-side-in-wave", words), phone))
    };
    let known = Known { asked: &asked, answers: &answers, first_held_on: first_meeting_on(&app.db, id).await? };
    page::show(&ProgressPage {
        course_id: id,
        mentee: mentee_name(&app.db, course.referral_id).await?,
        sides: asked.iter().map(side).collect(),
        pairs: over_time(tr, &app.config.rules, &known),
        ctx,
    })
}

/// Where staff write it down: what is asked at the end stands on one page with the exit.
fn phone(course_id: Uuid, asked: &Questionnaire) -> String {
    let page = if asked.wave == Wave::End { "exit" } else { "progress" };
    format!("/courses/{course_id}/{page}/{}", asked.side.code())
}

#[handler]
pub async fn phone_form(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path((id, side)): Path<(Uuid, String)>,
) -> AppResult<Response> {
    page::show(&load(app, ctx, &viewer, (id, &side)).await?.page)
}

#[handler]
pub async fn write_down(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path((id, side)): Path<(Uuid, String)>,
    Submitted(form): Submitted<AnswersForm>,
) -> AppResult<Response> {
    let loaded = load(app, ctx, &viewer, (id, &side)).await?;
    taken(app, &viewer, loaded, form).await
}

/// The page of the wave that was opened last for one side.
async fn load(app: &App, ctx: Ctx, viewer: &Viewer, (id, side): (Uuid, &str)) -> AppResult<Phoned> {
    let side = QuestionnaireSide::read(side).ok_or(AppError::NotFound)?;
    let course = find_for(&app.db, app.clock.today(), viewer, id).await?.ok_or(AppError::NotFound)?;
    let asked = of_course(&app.db, id).await?;
    let mut waves = asked.iter().filter(|asked| asked.side == side && asked.wave != Wave::End);
    let wave = waves.next_back().ok_or(AppError::NotFound)?.wave;
    let action = format!("/courses/{id}/progress/{}", side.code());
    phoned(app, ctx, &course, ((side, wave), action, format!("/courses/{id}/progress"))).await
}
