//! Choosing the other record, comparing the two, and making them one.

use entity::YoungPerson;
use poem::{
    Response, handler,
    web::{Data, Path},
};
use sea_orm::prelude::Uuid;

use super::{
    pages::{MergePage, Side},
    queries::{self, Sent, absorbed_by, sent},
};
use crate::{
    account::Staff,
    act::{self, Visit},
    app::App,
    error::{AppError, AppResult},
    form::{FieldErrors, FormError, ShownErrors, form},
    page::{self, Ctx},
    record::Row,
    referral::{
        NewPerson, Probe, duplicates::people_alike, facts, merge::merge as merge_people,
        separate::separate as separate_people,
    },
    viewer::Viewer,
    web::{Queried, Submitted},
};

form! {
    /// The other record, as the address or the form names it, and which of the two to keep.
    pub struct MergeForm {
        with: String,
        keep: String,
    }
}

#[handler]
pub async fn merge_page(
    Data(app): Data<&App>,
    _: Staff,
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Queried(form): Queried<MergeForm>,
) -> AppResult<Response> {
    page::show(&page(app, ctx, id, &form, ShownErrors::default()).await?)
}

#[handler]
pub async fn merge(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<MergeForm>,
) -> AppResult<Response> {
    act::taken(
        ctx.tr,
        try_merge(app, &viewer, id, &form).await,
        |newest| page::see_other_with(newest, "referral-notice-merged"),
        async |errors| page(app, ctx, id, &form, errors).await,
    )
    .await
}

/// Where to go on: the newest referral of whom was kept.
async fn try_merge(app: &App, viewer: &Viewer, id: Uuid, form: &MergeForm) -> Result<String, FormError> {
    let with: Uuid = form.with.parse().map_err(|_| AppError::NotFound)?;
    let keep = form.keep.parse().ok().filter(|keep| *keep == id || *keep == with);
    let keep: Uuid = keep.ok_or_else(|| FieldErrors::on("keep", "referral-merge-choose"))?;
    let other = if keep == id { with } else { id };
    merge_people(&app.db, app.clock.now(), viewer, keep, other).await?;
    Ok(newest_referral(app, keep).await?)
}

/// Two people were taken for one: `with` goes back to being a record of its own.
#[handler]
pub async fn separate(
    Visit { app, viewer, ctx }: Visit<'_, Staff>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<MergeForm>,
) -> AppResult<Response> {
    act::taken(
        ctx.tr,
        async {
            let with = form.with.parse().map_err(|_| AppError::NotFound)?;
            Ok(separate_people(&app.db, app.clock.now(), &viewer, id, with).await?)
        }
        .await,
        |()| page::see_other_with(format!("/young-people/{id}/merge"), "referral-notice-separated"),
        async |errors| page(app, ctx, id, &MergeForm::default(), errors).await,
    )
    .await
}

async fn newest_referral(app: &App, person_id: Uuid) -> AppResult<String> {
    let newest = crate::referral::newest_of_people(&app.db, &[person_id]).await?.remove(&person_id);
    Ok(newest.map_or_else(|| "/referrals".to_owned(), |referral| format!("/referrals/{}", referral.id)))
}

async fn page(app: &App, ctx: Ctx, id: Uuid, form: &MergeForm, errors: ShownErrors) -> AppResult<MergePage> {
    let person = unmerged(app, id).await?;
    let (mut sides, mut alike) = (Vec::new(), Vec::new());
    match form.with.parse() {
        Ok(with) if with != id => {
            let other = unmerged(app, with).await?;
            sides.push(side(app, &ctx, &person).await?);
            sides.push(side(app, &ctx, &other).await?);
        }
        _ => alike = people_alike(&app.db, &Probe::from(&person), Some(id)).await?,
    }
    let absorbed = absorbed_by(&app.db, id).await?;
    Ok(MergePage { ctx, person, alike, absorbed, sides, errors })
}

async fn unmerged(app: &App, id: Uuid) -> AppResult<YoungPerson> {
    queries::unmerged(&app.db, id).await?.ok_or(AppError::NotFound)
}

async fn side(app: &App, ctx: &Ctx, person: &YoungPerson) -> AppResult<Side> {
    let sent = sent(&app.db, person.id).await?;
    let line =
        |sent: Sent| ctx.t2("referral-merge-sent", "date", ctx.date(&sent.referred_on), "partner", sent.partner_name);
    Ok(Side {
        id: person.id,
        name: person.name.clone(),
        facts: facts::of(ctx.tr, &NewPerson::of(person.clone()), app.clock.today()),
        referrals: sent.into_iter().map(line).collect(),
    })
}
