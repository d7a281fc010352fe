//! The list of mentors.

use poem::{Response, handler, web::Data};

use super::{SORTABLE, forms::MentorsQuery, page_of, pages::ListPage};
use crate::{
    account::Staff,
    app::App,
    error::AppResult,
    list::{Paging, Sorting},
    page::{self, Ctx},
    web::Queried,
};

#[handler]
pub async fn all(
    Data(app): Data<&App>,
    _: Staff,
    ctx: Ctx,
    Queried(query): Queried<MentorsQuery>,
) -> AppResult<Response> {
    let today = app.clock.today();
    let sorting = Sorting::read(&query.sort, &query.dir, SORTABLE, query.query());
    let page = query.page();
    let (mentors, total) = page_of(&app.db, today, &query.filter(), &sorting, page).await?;
    let paging = Paging::new(page, total, sorting.whole_query());
    page::show(&ListPage::new(ctx, today, &mentors, paging, sorting, query))
}
