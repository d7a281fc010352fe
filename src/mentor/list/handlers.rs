//! The list of mentors.

use poem::{Response, handler, web::Data};

use super::{
    forms::MentorsFilter,
    page_of,
    pages::{MentorsPage, table},
};
use crate::{
    account::Staff,
    act::list_file,
    app::App,
    error::AppResult,
    list::Asked,
    page::{self, Ctx},
    web::Queried,
};

#[handler]
pub async fn all(
    Data(app): Data<&App>,
    _: Staff,
    ctx: Ctx,
    Queried(query): Queried<Asked<MentorsFilter>>,
) -> AppResult<Response> {
    let today = app.clock.today();
    if query.file().is_some() {
        return list_file!(app, ctx, query, table(ctx.tr, today), |view, asked| page_of(view, today, &asked).await?);
    }
    let found = page_of(&app.db, today, &query).await?;
    page::show(&MentorsPage::new(ctx, today, found, query))
}
