//! The links of partners, for staff.

use chrono::{DateTime, Utc};
use poem::{
    Response, handler,
    web::{Data, Path},
};
use sea_orm::{ConnectionTrait, DbErr, prelude::Uuid};

use super::{
    LinkError, links_of, make, open_partner,
    pages::{LinkPage, LinksPage, Row, table},
    revoke,
};
use crate::{
    account::Staff,
    act::{Visit, list_file},
    app::App,
    clock::local_date,
    duty::Asking,
    error::{AppError, AppResult},
    form::ShownErrors,
    list::{Asked, Found},
    page::{self, Ctx},
    partner::{self, PartnersFilter},
    web::{self, Queried, Submitted},
};

impl From<LinkError> for AppError {
    fn from(error: LinkError) -> Self {
        match error {
            LinkError::NotFound => Self::NotFound,
            LinkError::Db(error) => error.into(),
        }
    }
}

#[handler]
pub async fn all(
    Data(app): Data<&App>,
    viewer: Staff,
    ctx: Ctx,
    Queried(query): Queried<Asked<PartnersFilter>>,
) -> AppResult<Response> {
    // A closed partner refers nobody. The address has the search alone.
    let open = query.clone().filtered_by(|asked| PartnersFilter { state: "open".into(), ..asked });
    let (me, now) = (viewer.user_id, app.clock.now());
    if open.file().is_some() {
        return list_file!(app, ctx, open, table(ctx.tr), |view, asked| rows(view, (me, now), &asked).await?);
    }
    let list = rows(&app.db, (me, now), &open).await?;
    page::show(&LinksPage { ctx, list, query, errors: ShownErrors::default() })
}

async fn rows(
    db: &impl ConnectionTrait,
    (me, now): (Uuid, DateTime<Utc>),
    open: &Asked<PartnersFilter>,
) -> Result<Found<Row>, DbErr> {
    let partners = partner::page_of(db, Asking { me, today: local_date(now) }, open).await?;
    let ids: Vec<Uuid> = partners.rows.iter().map(|partner| partner.id).collect();
    let mut links = links_of(db, now, &ids).await?;
    Ok(partners.map(|partner| Row {
        link: links.remove(&partner.id),
        partner_id: partner.id,
        name: partner.name,
        town: partner.town.unwrap_or_default(),
    }))
}

#[handler]
pub async fn show(Visit { app, ctx, .. }: Visit<'_, Staff>, Path(id): Path<Uuid>) -> AppResult<Response> {
    page::show(&load(app, ctx, id, String::new()).await?)
}

/// The page that follows shows the link: only its hash is kept.
#[handler]
pub async fn make_link(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    _: Submitted<web::Button>,
) -> AppResult<Response> {
    let token = make(&app.db, app.clock.now(), &viewer, id).await?;
    let made = format!("{}/enquiry/{token}", app.config.base_url);
    page::show(&load(app, ctx, id, made).await?)
}

#[handler]
pub async fn revoke_link(
    Visit { app, viewer, .. }: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    _: Submitted<web::Button>,
) -> AppResult<Response> {
    revoke(&app.db, app.clock.now(), &viewer, id).await?;
    Ok(page::see_other_with(format!("/enquiry-links/{id}"), "enquiry-notice-link-revoked"))
}

async fn load(app: &App, ctx: Ctx, id: Uuid, made: String) -> AppResult<LinkPage> {
    let partner = open_partner(&app.db, id).await?.ok_or(AppError::NotFound)?;
    let link = links_of(&app.db, app.clock.now(), &[id]).await?.remove(&id);
    Ok(LinkPage { ctx, partner, link, made })
}
