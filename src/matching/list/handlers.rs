//! The list of proposals.

use poem::{Response, handler, web::Data};

use super::{
    find::page_of,
    forms::ProposalsFilter,
    pages::{ProposalsPage, Row, asked, states, table},
};
use crate::{
    account::Staff,
    act::list_file,
    app::App,
    duty::{self, Asking},
    error::AppResult,
    form::ShownErrors,
    list::Asked,
    page::{self, Ctx},
    partner,
    web::Queried,
};

#[handler]
pub async fn all(
    Data(app): Data<&App>,
    viewer: Staff,
    ctx: Ctx,
    Queried(query): Queried<Asked<ProposalsFilter>>,
) -> AppResult<Response> {
    let asking = Asking { me: viewer.user_id, today: app.clock.today() };
    if query.file().is_some() {
        return list_file!(app, ctx, query, table(ctx.tr), |view, asked| page_of(view, asking, &asked).await?);
    }
    let list = page_of(&app.db, asking, &query).await?.map(|listed| Row::new(ctx.tr, listed));
    let (states, asked, partners) = (states(ctx.tr), asked(ctx.tr), partner::choices(&app.db).await?);
    let (whose, errors) = (duty::choices(&app.db, ctx.tr).await?, ShownErrors::default());
    page::show(&ProposalsPage { ctx, query, list, states, asked, partners, whose, errors })
}
