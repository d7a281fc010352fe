//! Pages that anybody may read.

use poem::{Response, handler};

use super::pages::{AboutPage, Topic};
use crate::{
    error::AppResult,
    web::{self, Ctx},
};

#[handler]
pub async fn accessibility(ctx: Ctx) -> AppResult<Response> {
    web::page(&AboutPage { ctx, topic: Topic::Accessibility })
}

#[handler]
pub async fn privacy(ctx: Ctx) -> AppResult<Response> {
    web::page(&AboutPage { ctx, topic: Topic::Privacy })
}
