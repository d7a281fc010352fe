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

/// What a mentor does, and what not.
#[handler]
pub async fn mentor_role(ctx: Ctx) -> AppResult<Response> {
    page::show(&AboutPage { ctx, topic: Topic::MentorRole })
}

#[handler]
pub async fn privacy(ctx: Ctx) -> AppResult<Response> {
    page::show(&AboutPage { ctx, topic: Topic::Privacy })
}
