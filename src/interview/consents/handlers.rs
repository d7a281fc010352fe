//! Opened by staff, and by whoever it is about.

use poem::{Response, handler, web::Path};
use sea_orm::prelude::Uuid;

use super::pages::{ConsentPage, of_mentor, of_person};
use crate::{
    act::{self, Visit},
    app::App,
    error::{AppError, AppResult},
    form::ShownErrors,
    interview::{
        consent::{Party, agree, refuse},
        forms::DayForm,
    },
    page::{self, Ctx},
    viewer::Viewer,
    web::{Button, Submitted},
};

/// The page of a mentor or of somebody who refers: how they are found, and where their page is.
macro_rules! of {
    ($find:ident, $path:ident, $show:ident, $give:ident, $take_back:ident) => {
        #[handler]
        pub async fn $show(Visit { app, viewer, ctx }: Visit<'_, Viewer>, Path(id): Path<Uuid>) -> AppResult<Response> {
            let party = Party::$find(&app.db, &viewer, id).await?.ok_or(AppError::NotFound)?;
            let typed = (DayForm::on(app.clock.today()), ShownErrors::default());
            page::show(&load(app, ctx, (&party, $path(id)), typed).await?)
        }

        #[handler]
        pub async fn $give(
            Visit { app, viewer, ctx }: Visit<'_, Viewer>,
            Path(id): Path<Uuid>,
            Submitted(form): Submitted<DayForm>,
        ) -> AppResult<Response> {
            let party = Party::$find(&app.db, &viewer, id).await?.ok_or(AppError::NotFound)?;
            let (now, today) = (app.clock.now(), app.clock.today());
            act::taken(
                ctx.tr,
                async { Ok(agree(&app.db, now, &viewer, &party, form.parse(today)?).await?) }.await,
                |()| page::see_other_with($path(id), "interview-notice-agreed"),
                async |errors| load(app, ctx, (&party, $path(id)), (form, errors)).await,
            )
            .await
        }

        #[handler]
        pub async fn $take_back(
            Visit { app, viewer, ctx }: Visit<'_, Viewer>,
            Path(id): Path<Uuid>,
            _: Submitted<Button>,
        ) -> AppResult<Response> {
            let party = Party::$find(&app.db, &viewer, id).await?.ok_or(AppError::NotFound)?;
            let (now, today) = (app.clock.now(), app.clock.today());
            act::taken(
                ctx.tr,
                async { Ok(refuse(&app.db, now, &viewer, &party).await?) }.await,
                |()| page::see_other_with($path(id), "interview-notice-refused"),
                async |errors| load(app, ctx, (&party, $path(id)), (DayForm::on(today), errors)).await,
            )
            .await
        }
    };
}

of!(mentor, of_mentor, show_mentor, give_mentor, take_back_mentor);
of!(contact, of_person, show_person, give_person, take_back_person);

async fn load(
    app: &App,
    ctx: Ctx,
    (party, path): (&Party, String),
    (form, errors): (DayForm, ShownErrors),
) -> AppResult<ConsentPage> {
    let said = party.said(&app.db).await?;
    Ok(ConsentPage { ctx, path, name: party.name().to_owned(), said, form, errors })
}
