//! Pages that anybody may read.

use poem::{Response, handler};

use super::pages::{AboutPage, Topic};
use crate::{
    error::AppResult,
    page::{self, Ctx},
};

#[handler]
pub async fn accessibility(ctx: Ctx) -> AppResult<Response> {
    page::show(&AboutPage { ctx, topic: Topic::Accessibility })
}

#[handler]
pub async fn privacy(ctx: Ctx) -> AppResult<Response> {
    page::show(&AboutPage { ctx, topic: Topic::Privacy })
}
