//! Choosing the other record, comparing the two, and making them one.

use entity::{YoungPerson, partners, referrals, young_people};
use poem::{
    Response, handler,
    web::{Data, Path},
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
    prelude::{Date, Uuid},
};
use serde::Deserialize;

use super::pages::{MergePage, Side};
use crate::{
    account::Staff,
    app::App,
    error::{AppError, AppResult},
    form::{FieldErrors, FormError, ShownErrors},
    page::{self, Ctx},
    referral::{
        NewPerson, Probe, duplicates::people_alike, facts, merge::merge as merge_people,
        separate::separate as separate_people,
    },
    viewer::Viewer,
    web::{Queried, Submitted},
};

/// The other record, as the address or the form names it, and which of the two to keep.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct MergeForm {
    with: String,
    keep: String,
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
    Data(app): Data<&App>,
    viewer: Staff,
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<MergeForm>,
) -> AppResult<Response> {
    match try_merge(app, &viewer, id, &form).await {
        Ok(kept) => {
            let newest = newest_referral(app, kept).await?;
            Ok(page::see_other_with(newest, "referral-notice-merged"))
        }
        Err(error) => {
            let errors = error.fields()?.shown(ctx.tr);
            page::invalid(&page(app, ctx, id, &form, errors).await?)
        }
    }
}

async fn try_merge(app: &App, viewer: &Viewer, id: Uuid, form: &MergeForm) -> Result<Uuid, FormError> {
    let with: Uuid = form.with.parse().map_err(|_| AppError::NotFound)?;
    let keep = form.keep.parse().ok().filter(|keep| *keep == id || *keep == with);
    let keep: Uuid = keep.ok_or_else(|| FieldErrors::on("keep", "referral-merge-choose"))?;
    let other = if keep == id { with } else { id };
    merge_people(&app.db, app.clock.now(), viewer, keep, other).await?;
    Ok(keep)
}

/// Two people were taken for one: `with` goes back to being a record of its own.
#[handler]
pub async fn separate(
    Data(app): Data<&App>,
    viewer: Staff,
    ctx: Ctx,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<MergeForm>,
) -> AppResult<Response> {
    match try_separate(app, &viewer, id, &form).await {
        Ok(()) => Ok(page::see_other_with(format!("/young-people/{id}/merge"), "referral-notice-separated")),
        Err(error) => {
            let errors = error.fields()?.shown(ctx.tr);
            page::invalid(&page(app, ctx, id, &MergeForm::default(), errors).await?)
        }
    }
}

async fn try_separate(app: &App, viewer: &Viewer, id: Uuid, form: &MergeForm) -> Result<(), FormError> {
    let with = form.with.parse().map_err(|_| AppError::NotFound)?;
    Ok(separate_people(&app.db, app.clock.now(), viewer, id, with).await?)
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
    let absorbed = young_people::Entity::find().filter(young_people::Column::MergedInto.eq(id));
    let absorbed = absorbed.order_by_asc(young_people::Column::Id).all(&app.db).await?;
    Ok(MergePage { ctx, person, alike, absorbed, sides, errors })
}

/// A record that was not merged away.
async fn unmerged(app: &App, id: Uuid) -> AppResult<YoungPerson> {
    let unmerged = young_people::Entity::find_by_id(id).filter(young_people::Column::MergedInto.is_null());
    unmerged.one(&app.db).await?.ok_or(AppError::NotFound)
}

#[derive(FromQueryResult)]
struct Sent {
    referred_on: Date,
    partner_name: String,
}

async fn side(app: &App, ctx: &Ctx, person: &YoungPerson) -> AppResult<Side> {
    let sent = sent(&app.db, person.id).await?;
    let line =
        |sent: Sent| ctx.t2("referral-merge-sent", "date", ctx.date(&sent.referred_on), "partner", sent.partner_name);
    Ok(Side {
        id: person.id,
        name: person.name.clone(),
        facts: facts::of_person(ctx.tr, &NewPerson::from(person), app.clock.today()),
        referrals: sent.into_iter().map(line).collect(),
    })
}

async fn sent(db: &impl ConnectionTrait, person_id: Uuid) -> AppResult<Vec<Sent>> {
    let of_person = referrals::Entity::find()
        .select_only()
        .column(referrals::Column::ReferredOn)
        .column_as(partners::Column::Name, "partner_name")
        .join(
            JoinType::InnerJoin,
            referrals::Entity::belongs_to(partners::Entity)
                .from(referrals::Column::PartnerId)
                .to(partners::Column::Id)
                .into(),
        )
        .filter(referrals::Column::YoungPersonId.eq(person_id))
        .order_by_desc(referrals::Column::ReferredOn);
    Ok(of_person.into_model().all(db).await?)
}
