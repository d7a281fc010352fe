//! What staff see of what changes in a course from wave to wave.

use entity::{Questionnaire, questionnaires::Wave};
use poem::{Response, handler, web::Path};
use sea_orm::prelude::Uuid;

use super::{phone::path, staff::view};
use crate::{
    account::Staff,
    act::Visit,
    course::{find_for, first_meeting_on, mentee_name},
    error::{AppError, AppResult},
    page,
    questionnaire::{
        Series, left_on,
        pages::ProgressPage,
        standing::{answers_of, is_open, of_course, state},
        waves::{Known, is_of_progress, over_time},
    },
    word::Worded,
};

#[handler]
pub async fn show(Visit { app, viewer, ctx }: Visit<'_, Staff>, Path(id): Path<Uuid>) -> AppResult<Response> {
    let (today, tr) = (app.clock.today(), ctx.tr);
    let course = find_for(&app.db, today, &viewer, id).await?.ok_or(AppError::NotFound)?;
    let mut asked = of_course(&app.db, id).await?;
    asked.retain(is_of_progress);
    let answers = answers_of(&app.db, &asked.iter().map(|asked| asked.id).collect::<Vec<_>>()).await?;
    let left = left_on(&app.db, &asked).await?;
    let side = |asked: &Questionnaire| {
        let is_answered = answers.iter().any(|one| one.questionnaire_id == asked.id);
        let words = [("side", asked.side.label(tr).into()), ("wave", asked.wave.label(tr).into())];
        // What is asked at the end stands on one page with the exit.
        let series = if asked.wave == Wave::End { Series::Exit } else { Series::Progress };
        let phone = if is_open(asked, &course, today) { path(id, series, asked.side) } else { String::new() };
        let left = left.get(&asked.id).copied().unwrap_or_default();
        view(tr, (asked, left), state(asked, is_answered, today), (tr.with("questionnaire-side-in-wave", words), phone))
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
