//! A sent referral in the form again.

use poem::{Response, handler, web::Path};
use sea_orm::prelude::Uuid;

use crate::{
    account::StaffOrReferrer,
    act::{self, Visit},
    app::App,
    error::{AppError, AppResult},
    form::ShownErrors,
    page::{self, Ctx},
    record::Row,
    referral::{
        Case, NewCase, NewPerson,
        amend::{Amendment, amend as amend_referral},
        find_case, find_for,
        intake::{
            Offer, ReferralForm,
            pages::{AmendPage, Fields},
            parse::parse_amended,
        },
    },
    viewer::Viewer,
    web::Submitted,
};

#[handler]
pub async fn amend_form(
    Visit { app, viewer, ctx }: Visit<'_, StaffOrReferrer>,
    Path(id): Path<Uuid>,
) -> AppResult<Response> {
    let case = amendable(app, &viewer, id).await?;
    let (person, new_case) = (NewPerson::of(case.person.clone()), NewCase::kept(&case.referral, case.industries()));
    let form = ReferralForm::of(person, new_case, case.referral.version);
    page::show(&page(app, &viewer, ctx, case, form, ShownErrors::default()).await?)
}

#[handler]
pub async fn amend(
    Visit { app, viewer, ctx }: Visit<'_, StaffOrReferrer>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<ReferralForm>,
) -> AppResult<Response> {
    let case = amendable(app, &viewer, id).await?;
    act::taken(
        ctx.tr,
        async {
            let referral = &case.referral;
            let offer = Offer::load(&app.db, &viewer, Some(referral.housing_area_id)).await?;
            let (person, case, reason) = parse_amended(&form, &offer, referral.referred_on, app.clock.today())?;
            let amendment = Amendment { person, case, reason, version: form.version.parse().unwrap_or(-1) };
            Ok(amend_referral(&app.db, app.clock.now(), &viewer, referral.id, amendment).await?)
        }
        .await,
        |()| page::see_other_with(format!("/referrals/{id}"), "referral-notice-amended"),
        async |errors| page(app, &viewer, ctx, case, form, errors).await,
    )
    .await
}

/// Where the form stood before; bookmarks lead on.
#[handler]
pub async fn moved(Visit { app, viewer, .. }: Visit<'_, StaffOrReferrer>, Path(id): Path<Uuid>) -> AppResult<Response> {
    find_for(&app.db, &viewer, id).await?.ok_or(AppError::NotFound)?;
    Ok(page::see_other(format!("/referrals/{id}/amendment")))
}

async fn amendable(app: &App, viewer: &Viewer, id: Uuid) -> AppResult<Case> {
    let case = find_case(&app.db, viewer, id).await?.ok_or(AppError::NotFound)?;
    if case.state.is_over() { Err(AppError::ChangedMeanwhile) } else { Ok(case) }
}

async fn page(
    app: &App,
    viewer: &Viewer,
    ctx: Ctx,
    case: Case,
    form: ReferralForm,
    errors: ShownErrors,
) -> AppResult<AmendPage> {
    let offer = Offer::load(&app.db, viewer, Some(case.referral.housing_area_id)).await?;
    let fields = Fields::new(&ctx, &offer, form, errors, app.clock.today());
    let (referral_id, young_person_id) = (case.referral.id, case.person.id);
    Ok(AmendPage { ctx, referral_id, young_person_id, name: case.person.name, fields })
}
