//! Staff write down what mentors took part in.

use poem::{Response, handler};
use sea_orm::prelude::Uuid;
use serde::Deserialize;

use super::{add, forms::ActivityForm, pages::ActivityPage};
use crate::{
    account::Staff,
    act::{self, Visit},
    error::AppResult,
    form::ShownErrors,
    mentor::find_for,
    page,
    web::{Queried, Submitted},
};

/// Who stands in the form already.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Beginning {
    /// The id of a mentor, or nothing.
    mentor: String,
}

#[handler]
pub async fn new_form(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Queried(beginning): Queried<Beginning>,
) -> AppResult<Response> {
    let mentor = match beginning.mentor.parse::<Uuid>() {
        Ok(id) => find_for(&app.db, &viewer, id).await?,
        Err(_) => None,
    };
    let form = ActivityForm::on(app.clock.today(), mentor.map(|mentor| mentor.email));
    page::show(&ActivityPage::new(ctx, form, ShownErrors::default()))
}

#[handler]
pub async fn create(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Submitted(form): Submitted<ActivityForm>,
) -> AppResult<Response> {
    act::taken(
        ctx.tr,
        async { Ok(add(&app.db, app.clock.now(), &viewer, form.parse(app.clock.today())?).await?) }.await,
        |_| page::see_other_with("/mentors", "mentor-notice-activity"),
        async |errors| Ok(ActivityPage::new(ctx, form, errors)),
    )
    .await
}
