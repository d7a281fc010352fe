//! The list of surveys and the phone script, for staff.

use entity::{Survey, surveys::SurveyKind};
use poem::{
    Response, handler,
    web::{Data, Path},
};
use sea_orm::{ConnectionTrait, DbErr, prelude::Uuid};

use super::{
    State, SurveyRow, answer,
    answer::end_of_course,
    asked::asked_in,
    attempt::{self, attempts_of},
    forms::{AnswerForm, AttemptForm, TakeBackForm},
    history::answers_of,
    lines::AnswerLine,
    list::{self, SurveysFilter},
    mark_not_reached, next,
    pages::{Line, SurveyPage, SurveysPage, table},
    record_attempt,
    send_link::{make_link, send_link},
    take_back,
};
use crate::{
    account::Staff,
    act::{self, Visit, list_file},
    app::App,
    duty::{self, Asking},
    error::{AppError, AppResult},
    form::{FormError, ShownErrors},
    language::Tr,
    list::{Asked, Found},
    message,
    page::{self, Ctx},
    partner,
    web::{Button, Queried, Submitted},
    word::Worded,
};

#[handler]
pub async fn all(
    Data(app): Data<&App>,
    viewer: Staff,
    ctx: Ctx,
    Queried(query): Queried<Asked<SurveysFilter>>,
) -> AppResult<Response> {
    let today = app.clock.today();
    let asking = Asking { me: viewer.user_id, today };
    if query.file().is_some() {
        let sheet = table(ctx.tr, today);
        return list_file!(app, ctx, query, sheet, |view, asked| found(app, view, (ctx.tr, asking), &asked).await?);
    }
    let list = found(app, &app.db, (ctx.tr, asking), &query).await?;
    page::show(&SurveysPage {
        states: State::choices(ctx.tr),
        kinds: SurveyKind::choices(ctx.tr),
        partners: partner::choices(&app.db).await?,
        whose: duty::choices(&app.db, ctx.tr).await?,
        list: list.map(|row| Line::new(ctx.tr, row, today)),
        query,
        errors: ShownErrors::default(),
        ctx,
    })
}

/// The rows with what is next for each.
async fn found(
    app: &App,
    db: &impl ConnectionTrait,
    (tr, asking): (Tr, Asking),
    asked: &Asked<SurveysFilter>,
) -> Result<Found<SurveyRow>, DbErr> {
    let mut found = list::page(db, asking, asked).await?;
    next::fill(db, (tr, asking.today), (&app.sms, &app.config.rules), &mut found.rows).await?;
    Ok(found)
}

#[handler]
pub async fn show(Visit { app, ctx, .. }: Visit<'_, Staff>, Path(id): Path<Uuid>) -> AppResult<Response> {
    page::show(&load(app, ctx, id).await?)
}

async fn load(app: &App, ctx: Ctx, id: Uuid) -> AppResult<SurveyPage> {
    let asked = asked_in(&app.db, id).await?.ok_or(AppError::NotFound)?;
    let ctx = ctx.about_course(asked.survey.course_id);
    let attempts = attempts_of(&app.db, asked.survey.course_id, asked.survey.kind).await?;
    let troubles = message::troubles(&app.db, ctx.tr, &[id]).await?;
    let answers = answers_of(&app.db, id).await?.into_iter().map(|answer| AnswerLine::new(ctx.tr, &answer)).collect();
    Ok(SurveyPage {
        troubles,
        answers,
        ..SurveyPage::new(ctx, (asked, &app.sms, &app.config.rules), &attempts, app.clock.now())
    })
}

#[handler]
pub async fn record_answer(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<AnswerForm>,
) -> AppResult<Response> {
    act::taken(
        ctx.tr,
        async {
            let today = app.clock.today();
            let new = form.parse(id, viewer.user_id, (end_of_course(&app.db, id).await?, today))?;
            let unchanged = |stored: &Survey| form.seen.still(&AnswerForm::of(stored, today).seen);
            Ok(answer(&app.db, app.clock.now(), new, unchanged).await?)
        }
        .await,
        |_| page::see_other_with(format!("/surveys/{id}"), "survey-notice-answered"),
        async |errors| Ok(SurveyPage { answer_form: form, errors, ..load(app, ctx, id).await? }),
    )
    .await
}

#[handler]
pub async fn take_back_answer(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<TakeBackForm>,
) -> AppResult<Response> {
    act::taken(
        ctx.tr,
        async {
            let today = app.clock.today();
            let unchanged = |stored: &Survey| form.seen.still(&AnswerForm::of(stored, today).seen);
            Ok(take_back(&app.db, app.clock.now(), &viewer, id, unchanged).await?)
        }
        .await,
        |()| page::see_other_with(format!("/surveys/{id}"), "survey-notice-taken-back"),
        async |errors| Ok(SurveyPage { errors, ..load(app, ctx, id).await? }),
    )
    .await
}

#[handler]
pub async fn add_attempt(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<AttemptForm>,
) -> AppResult<Response> {
    act::taken(
        ctx.tr,
        async {
            Ok(record_attempt(&app.db, app.clock.now(), form.parse(id, viewer.user_id, app.clock.today())?).await?)
        }
        .await,
        |()| page::see_other_with(format!("/surveys/{id}"), "survey-notice-attempt"),
        async |errors| Ok(SurveyPage { attempt_form: form, errors, ..load(app, ctx, id).await? }),
    )
    .await
}

#[handler]
pub async fn strike_attempt(
    Visit { app, .. }: Visit<'_, Staff>,
    Path((id, attempt)): Path<(Uuid, Uuid)>,
    _: Submitted<Button>,
) -> AppResult<Response> {
    let is_struck = attempt::strike_attempt(&app.db, app.clock.now(), (id, attempt)).await?;
    if is_struck {
        Ok(page::see_other_with(format!("/surveys/{id}"), "survey-notice-struck"))
    } else {
        Err(AppError::NotFound)
    }
}

#[handler]
pub async fn give_up(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    _: Submitted<Button>,
) -> AppResult<Response> {
    act::taken(
        ctx.tr,
        mark_not_reached(&app.db, app.clock.now(), id, viewer.user_id).await.map_err(FormError::from),
        |()| page::see_other_with(format!("/surveys/{id}"), "survey-notice-not-reached"),
        async |errors| Ok(SurveyPage { errors, ..load(app, ctx, id).await? }),
    )
    .await
}

#[handler]
pub async fn mail_link(
    Visit { app, ctx, .. }: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    _: Submitted<Button>,
) -> AppResult<Response> {
    act::taken(
        ctx.tr,
        send_link(&app.db, app.clock.now(), &app.sms, id).await.map_err(FormError::from),
        |()| page::see_other_with(format!("/surveys/{id}"), "survey-notice-link-sent"),
        async |errors| Ok(SurveyPage { errors, ..load(app, ctx, id).await? }),
    )
    .await
}

#[handler]
pub async fn show_link(
    Visit { app, ctx, .. }: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    _: Submitted<Button>,
) -> AppResult<Response> {
    let tr = ctx.tr;
    let page = load(app, ctx, id).await?;
    let made = make_link(&app.db, app.clock.now(), id).await;
    match act::mendable(made.map_err(FormError::from))? {
        Ok(token) => page::show(&SurveyPage { link: format!("{}/survey/{token}", app.config.base_url), ..page }),
        Err(errors) => page::invalid(&SurveyPage { errors: errors.shown(tr), ..page }),
    }
}
