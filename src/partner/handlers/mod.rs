//! The pages about partners, for administrators.

pub mod areas;

use entity::{Partner, housing_areas};
use poem::{
    Response, handler,
    web::{Data, Path},
};
use sea_orm::prelude::Uuid;

use super::{
    CloseError, PartnersFilter, change, close, create, find,
    forms::{AreaForm, PartnerForm},
    page_of,
    pages::{PartnerFormPage, PartnerPage, PartnersPage, states, table},
    referrers::referrers_of,
    reopen,
};
use crate::{
    account::Administrator,
    act::{self, Visit, list_file},
    app::App,
    duty::{self, Asking, Thing},
    error::{AppError, AppResult},
    form::ShownErrors,
    list::Asked,
    message::{self, About},
    page::{self, Ctx, Event},
    record,
    web::{self, Queried, Submitted},
};

#[handler]
pub async fn list_partners(
    Data(app): Data<&App>,
    viewer: Administrator,
    ctx: Ctx,
    Queried(query): Queried<Asked<PartnersFilter>>,
) -> AppResult<Response> {
    let asking = Asking { me: viewer.user_id, today: app.clock.today() };
    if query.file().is_some() {
        return list_file!(app, ctx, query, table(ctx.tr), |view, asked| page_of(view, asking, &asked).await?);
    }
    let (list, states) = (page_of(&app.db, asking, &query).await?, states(ctx.tr));
    let whose = duty::choices(&app.db, ctx.tr).await?;
    page::show(&PartnersPage { ctx, list, query, states, whose, errors: ShownErrors::default() })
}

#[handler]
pub async fn show_partner(
    Visit { app, ctx, .. }: Visit<'_, Administrator>,
    Path(id): Path<Uuid>,
) -> AppResult<Response> {
    page::show(&partner_page(app, ctx, id, AreaForm::default(), ShownErrors::default()).await?)
}

#[handler]
pub async fn new_form(_: Administrator, ctx: Ctx) -> AppResult<Response> {
    let form = PartnerForm::default();
    page::show(&PartnerFormPage { ctx, partner: None, form, errors: ShownErrors::default() })
}

#[handler]
pub async fn create_partner(
    Visit { app, viewer, ctx }: Visit<'_, Administrator>,
    Submitted(form): Submitted<PartnerForm>,
) -> AppResult<Response> {
    act::taken(
        ctx.tr,
        async { Ok(create(&app.db, app.clock.now(), &viewer, form.parse()?).await?.id) }.await,
        |id| page::see_other_with(format!("/admin/partners/{id}"), "partner-notice-created"),
        async |errors| Ok(PartnerFormPage { ctx, partner: None, form, errors }),
    )
    .await
}

#[handler]
pub async fn edit_form(Visit { app, ctx, .. }: Visit<'_, Administrator>, Path(id): Path<Uuid>) -> AppResult<Response> {
    let partner = found(app, id).await?;
    let form = PartnerForm::from(&partner);
    page::show(&PartnerFormPage { ctx, partner: Some(partner), form, errors: ShownErrors::default() })
}

#[handler]
pub async fn edit(
    Visit { app, viewer, ctx }: Visit<'_, Administrator>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<PartnerForm>,
) -> AppResult<Response> {
    let partner = found(app, id).await?;
    act::taken(
        ctx.tr,
        async {
            let unchanged = |stored: &Partner| form.seen.still(&PartnerForm::from(stored).seen);
            Ok(change(&app.db, app.clock.now(), &viewer, id, form.parse()?, unchanged).await?)
        }
        .await,
        |()| page::see_other_with(format!("/admin/partners/{id}"), "partner-notice-saved"),
        async |errors| Ok(PartnerFormPage { ctx, partner: Some(partner), form, errors }),
    )
    .await
}

/// Closing is a thing of its own beneath a partner: posting makes it.
#[handler]
pub async fn close_partner(
    Visit { app, viewer, .. }: Visit<'_, Administrator>,
    Path(id): Path<Uuid>,
    _: Submitted<web::Button>,
) -> AppResult<Response> {
    found(app, id).await?;
    close(&app.db, app.clock.now(), &viewer, id).await?;
    Ok(page::see_other_with(format!("/admin/partners/{id}"), "partner-notice-closed"))
}

#[handler]
pub async fn reopen_partner(
    Visit { app, viewer, .. }: Visit<'_, Administrator>,
    Path(id): Path<Uuid>,
    _: Submitted<web::Button>,
) -> AppResult<Response> {
    found(app, id).await?;
    reopen(&app.db, app.clock.now(), &viewer, id).await?;
    Ok(page::see_other_with(format!("/admin/partners/{id}"), "partner-notice-reopened"))
}

/// The page offers only what can be done: somebody else did it meanwhile.
impl From<CloseError> for AppError {
    fn from(error: CloseError) -> Self {
        match error {
            CloseError::Db(error) => error.into(),
            CloseError::NotFound => Self::ChangedMeanwhile,
        }
    }
}

async fn found(app: &App, id: Uuid) -> AppResult<Partner> {
    find(&app.db, id).await?.ok_or(AppError::NotFound)
}

async fn partner_page(app: &App, ctx: Ctx, id: Uuid, form: AreaForm, errors: ShownErrors) -> AppResult<PartnerPage> {
    let partner = found(app, id).await?;
    let areas = housing_areas::of_partner(id).all(&app.db).await?;
    let changes = Event::all(ctx.tr, &record::changes_of(&app.db, "partner", id).await?);
    let referrers = referrers_of(&app.db, id).await?;
    let seen_to = duty::seen_to(&app.db, Thing::Partner, id, app.clock.today()).await?;
    let mail = message::correspondence(&app.db, ctx.tr, &About { things: vec![id], people: vec![id] }).await?;
    Ok(PartnerPage { ctx, partner, areas, referrers, seen_to, changes, mail, form, errors })
}
