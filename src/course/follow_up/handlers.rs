//! The list of follow-ups, the page of one, and what staff write down there.

use entity::{FollowUpTry, follow_up_tries::Review, follow_ups::Side};
use poem::{
    Response, handler,
    web::{Data, Path},
};
use sea_orm::{EntityTrait, prelude::Uuid};

use super::{
    State, correct, finish_step,
    forms::{SentenceForm, TryForm},
    give_up,
    list::{self, FollowUpsFilter},
    pages::{Choices, FollowUpPage, FollowUpsPage, Line, TryPage, table},
    queries::tries_of,
    record_try, take_back, tell_partner,
    view::load,
};
use crate::{
    account::Staff,
    act::{self, Visit, list_file},
    app::App,
    duty::{self, Asking},
    error::{AppError, AppResult},
    form::{FormError, ShownErrors},
    list::Asked,
    page::{self, Ctx},
    web::{Button, Queried, Submitted},
    word::{Choice, Worded},
};

#[handler]
pub async fn all(
    Data(app): Data<&App>,
    viewer: Staff,
    ctx: Ctx,
    Queried(query): Queried<Asked<FollowUpsFilter>>,
) -> AppResult<Response> {
    let (today, rules) = (app.clock.today(), &app.config.rules);
    let asking = Asking { me: viewer.user_id, today };
    if query.file().is_some() {
        let sheet = table(ctx.tr, rules, today);
        return list_file!(app, ctx, query, sheet, |view, asked| list::page(view, rules, asking, &asked).await?);
    }
    let list = list::page(&app.db, rules, asking, &query).await?;
    let more = ["now", "untold"].map(|word| Choice::new(word, ctx.t(format!("follow-up-state-{word}"))));
    page::show(&FollowUpsPage {
        states: more.into_iter().chain(State::choices(ctx.tr)).collect(),
        sides: Side::choices(ctx.tr),
        whose: duty::choices(&app.db, ctx.tr).await?,
        list: list.map(|row| Line::new(ctx.tr, row, rules, today)),
        query,
        errors: ShownErrors::default(),
        ctx,
    })
}

#[handler]
pub async fn show(Visit { app, viewer, ctx }: Visit<'_, Staff>, Path(id): Path<Uuid>) -> AppResult<Response> {
    page::show(&load(app, ctx, &viewer, id).await?)
}

#[handler]
pub async fn write_down(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<TryForm>,
) -> AppResult<Response> {
    let (now, rules) = (app.clock.now(), &app.config.rules);
    act::taken(
        ctx.tr,
        async {
            let new = form.parse(side_of(app, id).await?, now)?;
            let review = new.review;
            record_try(&app.db, now, rules, &viewer, id, new).await?;
            Ok((review, course_of(app, id).await?))
        }
        .await,
        |(review, course_id)| match review {
            Some(Review::Stop) => {
                page::see_other_with(format!("/courses/{course_id}/ending?review=stop"), "follow-up-notice-told")
            }
            _ => page::see_other_with(format!("/follow-ups/{id}"), "follow-up-notice-told"),
        },
        async |errors| Ok(FollowUpPage { form, errors, ..load(app, ctx, &viewer, id).await? }),
    )
    .await
}

#[handler]
pub async fn close_unreached(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    _: Submitted<Button>,
) -> AppResult<Response> {
    let (now, rules) = (app.clock.now(), &app.config.rules);
    act::taken(
        ctx.tr,
        give_up(&app.db, now, rules, &viewer, id).await.map_err(FormError::from),
        |()| page::see_other_with(format!("/follow-ups/{id}"), "follow-up-notice-not-reached"),
        async |errors| Ok(FollowUpPage { errors, ..load(app, ctx, &viewer, id).await? }),
    )
    .await
}

/// One sentence for whoever referred.
#[handler]
pub async fn tell(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<SentenceForm>,
) -> AppResult<Response> {
    act::taken(
        ctx.tr,
        async { Ok(tell_partner(&app.db, app.clock.now(), &viewer, id, form.parse()?).await?) }.await,
        |()| page::see_other_with(format!("/follow-ups/{id}"), "status-update-notice-told"),
        async |errors| Ok(FollowUpPage { errors, ..load(app, ctx, &viewer, id).await? }),
    )
    .await
}

/// A sentence that was a mistake.
#[handler]
pub async fn take_sentence_back(
    Visit { app, viewer, .. }: Visit<'_, Staff>,
    Path((referral, update)): Path<(Uuid, Uuid)>,
    _: Submitted<Button>,
) -> AppResult<Response> {
    let taken = take_back(&app.db, app.clock.now(), &viewer, (referral, update)).await;
    act::mendable(taken.map_err(FormError::from))?.map_err(|_| AppError::ChangedMeanwhile)?;
    Ok(page::see_other_with(format!("/referrals/{referral}"), "status-update-notice-taken-back"))
}

#[handler]
pub async fn edit_form(Visit { app, ctx, .. }: Visit<'_, Staff>, Path(ids): Path<(Uuid, Uuid)>) -> AppResult<Response> {
    let known = find(app, ids).await?;
    page::show(&try_page(app, ctx, ids, TryForm::from(&known), ShownErrors::default()).await?)
}

#[handler]
pub async fn edit(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path(ids): Path<(Uuid, Uuid)>,
    Submitted(form): Submitted<TryForm>,
) -> AppResult<Response> {
    let (now, rules) = (app.clock.now(), &app.config.rules);
    act::taken(
        ctx.tr,
        async {
            let new = form.parse(side_of(app, ids.0).await?, now)?;
            let unchanged = |stored: &FollowUpTry| form.seen.still(&TryForm::from(stored).seen);
            Ok(correct(&app.db, now, rules, &viewer, ids, (new, unchanged)).await?)
        }
        .await,
        |()| page::see_other_with(format!("/follow-ups/{}", ids.0), "follow-up-notice-corrected"),
        async |errors| try_page(app, ctx, ids, form, errors).await,
    )
    .await
}

/// What was to be done next is done.
#[handler]
pub async fn step_done(
    Visit { app, viewer, .. }: Visit<'_, Staff>,
    Path(ids): Path<(Uuid, Uuid)>,
    _: Submitted<Button>,
) -> AppResult<Response> {
    let course = finish_step(&app.db, app.clock.now(), &viewer, ids).await?;
    Ok(page::see_other_with(format!("/courses/{course}"), "follow-up-notice-step-done"))
}

async fn course_of(app: &App, id: Uuid) -> Result<Uuid, FormError> {
    let found = entity::follow_ups::Entity::find_by_id(id).one(&app.db).await?;
    Ok(found.ok_or(AppError::NotFound)?.course_id)
}

async fn side_of(app: &App, id: Uuid) -> Result<Side, FormError> {
    let found = entity::follow_ups::Entity::find_by_id(id).one(&app.db).await?;
    Ok(found.ok_or(AppError::NotFound)?.side)
}

async fn find(app: &App, (id, try_id): (Uuid, Uuid)) -> AppResult<FollowUpTry> {
    let tries = tries_of(&app.db, id).await?;
    tries.into_iter().find(|one| one.id == try_id).ok_or(AppError::NotFound)
}

async fn try_page(
    app: &App,
    ctx: Ctx,
    (id, try_id): (Uuid, Uuid),
    form: TryForm,
    errors: ShownErrors,
) -> AppResult<TryPage> {
    let found = entity::follow_ups::Entity::find_by_id(id).one(&app.db).await?.ok_or(AppError::NotFound)?;
    let follow_up = format!("/follow-ups/{id}");
    Ok(TryPage {
        action: format!("{follow_up}/tries/{try_id}"),
        follow_up,
        course_id: found.course_id,
        is_review: found.side == Side::Both,
        form,
        choices: Choices::new(ctx.tr),
        errors,
        ctx: ctx.about_course(found.course_id),
    })
}
