//! Pages that anybody may read, and what a field is offered while somebody types.

use poem::{Response, handler, web::Data};
use serde::Deserialize;

use super::pages::{FoundPage, NamesPage};
use crate::{
    app::App,
    error::AppResult,
    industry::{self, IndustrySystem},
    page::{self, Ctx},
    web::{Queried, Submitted},
};

/// Which of the two systems is shown.
#[derive(Default, Deserialize)]
pub struct Shown {
    #[serde(default)]
    system: String,
}

/// What somebody has typed of an industry's name, or of a word for it.
#[derive(Deserialize)]
pub struct Typed {
    text: String,
}

#[handler]
pub async fn list(ctx: Ctx, Queried(shown): Queried<Shown>) -> AppResult<Response> {
    let system = if shown.system == "DB07" { IndustrySystem::Db07 } else { IndustrySystem::Db25 };
    page::show(&NamesPage { ctx, system })
}

/// What begins like the text, as the options of a field. It is posted, so that nothing typed stands in an address.
#[handler]
pub async fn found(Data(app): Data<&App>, ctx: Ctx, Submitted(typed): Submitted<Typed>) -> AppResult<Response> {
    let vocabulary = industry::vocabulary(&app.db).await?;
    page::show(&FoundPage { found: industry::sought(ctx.tr, &typed.text, &vocabulary) })
}
