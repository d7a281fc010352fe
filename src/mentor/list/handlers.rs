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
    duty::{self, Asking},
    error::AppResult,
    list::Asked,
    page::{self, Ctx},
    web::Queried,
};

#[handler]
pub async fn all(
    Data(app): Data<&App>,
    viewer: Staff,
    ctx: Ctx,
    Queried(query): Queried<Asked<MentorsFilter>>,
) -> AppResult<Response> {
    let today = app.clock.today();
    let who = (&app.config.rules, Asking { me: viewer.user_id, today });
    if query.file().is_some() {
        return list_file!(app, ctx, query, table(ctx.tr, today), |view, asked| page_of(view, who, &asked).await?);
    }
    let found = page_of(&app.db, who, &query).await?;
    let whose = duty::choices(&app.db, ctx.tr).await?;
    page::show(&MentorsPage { whose, ..MentorsPage::new(ctx, today, found, query) })
}
