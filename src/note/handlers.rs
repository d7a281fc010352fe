//! Writing a note, correcting one, and putting one on top.

use entity::{YoungPerson, young_people};
use poem::{Response, handler, web::Path};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, prelude::Uuid};

use super::{
    correct,
    forms::{NoteForm, PinForm},
    pages::NotePage,
    pin,
    queries::current,
    write,
};
use crate::{
    account::Staff,
    act::{self, Visit},
    app::App,
    error::{AppError, AppResult},
    form::ShownErrors,
    page::{self, Ctx},
    web::Submitted,
};

#[handler]
pub async fn new_form(Visit { app, ctx, .. }: Visit<'_, Staff>, Path(id): Path<Uuid>) -> AppResult<Response> {
    let person = person(app, id).await?;
    page::show(&note_page(ctx, (person.id, None), NoteForm::default(), ShownErrors::default()))
}

#[handler]
pub async fn create(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<NoteForm>,
) -> AppResult<Response> {
    person(app, id).await?;
    act::taken(
        ctx.tr,
        async {
            let new = form.parse()?;
            Ok(write(&app.db, app.clock.now(), &viewer, id, new).await.map_err(AppError::from)?)
        }
        .await,
        |()| page::see_other_with(format!("/young-people/{id}"), "note-notice-written"),
        async |errors| Ok(note_page(ctx, (id, None), form, errors)),
    )
    .await
}

#[handler]
pub async fn edit_form(
    Visit { app, ctx, .. }: Visit<'_, Staff>,
    Path((id, note)): Path<(Uuid, Uuid)>,
) -> AppResult<Response> {
    let found = current(&app.db, (id, note)).await?.ok_or(AppError::NotFound)?;
    page::show(&note_page(ctx, (id, Some(note)), NoteForm::from(&found), ShownErrors::default()))
}

#[handler]
pub async fn edit(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path(ids): Path<(Uuid, Uuid)>,
    Submitted(form): Submitted<NoteForm>,
) -> AppResult<Response> {
    current(&app.db, ids).await?.ok_or(AppError::NotFound)?;
    act::taken(
        ctx.tr,
        async {
            let new = form.parse()?;
            let unchanged = |stored: &entity::Note| form.seen.still(&NoteForm::from(stored).seen);
            Ok(correct(&app.db, app.clock.now(), &viewer, ids, new, unchanged).await.map_err(AppError::from)?)
        }
        .await,
        |()| page::see_other_with(format!("/young-people/{}", ids.0), "note-notice-corrected"),
        async |errors| Ok(note_page(ctx, (ids.0, Some(ids.1)), form, errors)),
    )
    .await
}

#[handler]
pub async fn put_on_top(
    Visit { app, viewer, .. }: Visit<'_, Staff>,
    Path(ids): Path<(Uuid, Uuid)>,
    Submitted(form): Submitted<PinForm>,
) -> AppResult<Response> {
    pin(&app.db, app.clock.now(), &viewer, ids, form.pinned == "yes").await?;
    Ok(page::see_other_with(format!("/young-people/{}", ids.0), "note-notice-corrected"))
}

/// A young person's record that was not made part of another.
async fn person(app: &App, id: Uuid) -> AppResult<YoungPerson> {
    let found = young_people::Entity::find_by_id(id).filter(young_people::Column::MergedInto.is_null());
    found.one(&app.db).await?.ok_or(AppError::NotFound)
}

fn note_page(ctx: Ctx, (person_id, note): (Uuid, Option<Uuid>), form: NoteForm, errors: ShownErrors) -> NotePage {
    let back = format!("/young-people/{person_id}");
    let action = match note {
        Some(note) => format!("{back}/notes/{note}"),
        None => format!("{back}/notes"),
    };
    NotePage {
        readers: form.readers.choices(ctx.tr),
        is_new: note.is_none(),
        ctx,
        person_id,
        back,
        action,
        form,
        errors,
    }
}
