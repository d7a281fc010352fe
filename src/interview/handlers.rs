//! Staff draw samples, invite, and write down what came of each.

use poem::{Response, handler, web::Path};
use sea_orm::{EntityTrait, prelude::Uuid};

use super::{
    draw_sample, find,
    forms::{AnswerForm, DayForm, FileQuery, SampleForm},
    interviewed, invite,
    pages::{InterviewPage, SamplePage, SamplesPage, sheet},
    write_down,
};
use crate::{
    account::Staff,
    act::{self, Visit},
    app::App,
    error::{AppError, AppResult},
    form::ShownErrors,
    message,
    page::{self, Ctx},
    partner,
    web::{Button, Queried, Submitted},
};

#[handler]
pub async fn all(Visit { app, ctx, .. }: Visit<'_, Staff>) -> AppResult<Response> {
    let form = SampleForm::beginning(app.clock.today());
    page::show(&samples(app, ctx, (form, ShownErrors::default())).await?)
}

async fn samples(app: &App, ctx: Ctx, (form, errors): (SampleForm, ShownErrors)) -> AppResult<SamplesPage> {
    let partners = partner::choices(&app.db).await?;
    let samples = entity::interview_samples::newest_first().all(&app.db).await?;
    Ok(SamplesPage { ctx, partners, samples, form, errors })
}

#[handler]
pub async fn draw(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Submitted(form): Submitted<SampleForm>,
) -> AppResult<Response> {
    act::taken(
        ctx.tr,
        async { Ok(draw_sample(&app.db, app.clock.now(), &viewer, form.parse(app.clock.today())?).await?) }.await,
        |id| page::see_other_with(format!("/interviews/{id}"), "interview-notice-drawn"),
        async |errors| samples(app, ctx, (form, errors)).await,
    )
    .await
}

#[handler]
pub async fn show(Visit { app, ctx, .. }: Visit<'_, Staff>, Path(id): Path<Uuid>) -> AppResult<Response> {
    let sample = entity::interview_samples::Entity::find_by_id(id).one(&app.db).await?.ok_or(AppError::NotFound)?;
    let partner = match sample.partner_id {
        Some(id) => partner::find(&app.db, id).await?.map(|partner| partner.name),
        None => None,
    };
    let people = find::of_sample(&app.db, id).await?;
    let strata = find::strata(&app.db, id).await?;
    let drawn_by = find::name_of(&app.db, sample.drawn_by).await?;
    page::show(&SamplePage::new(ctx, (sample, partner, drawn_by), strata, people, app.clock.now()))
}

/// The sample as a file, with how to reach those who have said yes.
#[handler]
pub async fn take_away(
    Visit { app, ctx, .. }: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    Queried(query): Queried<FileQuery>,
) -> AppResult<Response> {
    entity::interview_samples::Entity::find_by_id(id).one(&app.db).await?.ok_or(AppError::NotFound)?;
    let people = find::of_sample(&app.db, id).await?;
    act::table_file((app, &ctx), query.format(), sheet(ctx.tr, app.clock.now()), &people).await
}

#[handler]
pub async fn send_invitations(
    Visit { app, viewer, .. }: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    _: Submitted<Button>,
) -> AppResult<Response> {
    entity::interview_samples::Entity::find_by_id(id).one(&app.db).await?.ok_or(AppError::NotFound)?;
    invite(&app.db, app.clock.now(), &viewer, id).await?;
    Ok(page::see_other_with(format!("/interviews/{id}"), "interview-notice-invited"))
}

#[handler]
pub async fn person(Visit { app, ctx, .. }: Visit<'_, Staff>, Path(id): Path<Uuid>) -> AppResult<Response> {
    let typed = (AnswerForm::default(), DayForm::on(app.clock.today()), ShownErrors::default());
    page::show(&of_person(app, ctx, id, typed).await?)
}

type Typed = (AnswerForm, DayForm, ShownErrors);

async fn of_person(app: &App, ctx: Ctx, id: Uuid, typed: Typed) -> AppResult<InterviewPage> {
    let found = find::one(&app.db, id).await?.ok_or(AppError::NotFound)?;
    let troubles = message::troubles(&app.db, ctx.tr, &[id]).await?;
    Ok(InterviewPage::new(ctx, (found, troubles), typed, app.clock.now()))
}

#[handler]
pub async fn write_answer(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<AnswerForm>,
) -> AppResult<Response> {
    let today = app.clock.today();
    act::taken(
        ctx.tr,
        async { Ok(write_down(&app.db, app.clock.now(), &viewer, id, form.parse()?).await?) }.await,
        |()| page::see_other_with(format!("/interviews/people/{id}"), "interview-notice-answered"),
        async |errors| of_person(app, ctx, id, (form, DayForm::on(today), errors)).await,
    )
    .await
}

#[handler]
pub async fn write_interview(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<DayForm>,
) -> AppResult<Response> {
    let today = app.clock.today();
    act::taken(
        ctx.tr,
        async { Ok(interviewed(&app.db, app.clock.now(), &viewer, id, form.parse(today)?).await?) }.await,
        |()| page::see_other_with(format!("/interviews/people/{id}"), "interview-notice-interviewed"),
        async |errors| of_person(app, ctx, id, (AnswerForm::default(), form, errors)).await,
    )
    .await
}
