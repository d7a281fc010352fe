//! The partner's page for a young person who wants to be reached through them alone: yes or no to a mentor, passed on.

use entity::{
    consents::ConsentPurpose,
    proposals::{DeclineReason, DeclinedBy},
};
use poem::{Response, handler, web::Path};
use sea_orm::prelude::Uuid;

use crate::{
    account::StaffOrReferrer,
    act::{self, Visit},
    app::App,
    error::{AppError, AppResult},
    form::ShownErrors,
    matching::{
        self,
        decline_words::decline_reasons,
        forms::MenteeForm,
        mentee::{Through, asked_through},
        mentee_pages::PartnerAnswerPage,
        queries::mentor_of,
    },
    page::{self, Ctx},
    reason::{Cause, declared},
    referral,
    viewer::Viewer,
    web::Submitted,
};

#[handler]
pub async fn partner_form(
    Visit { app, viewer, ctx }: Visit<'_, StaffOrReferrer>,
    Path(id): Path<Uuid>,
) -> AppResult<Response> {
    page::show(&load(app, &viewer, ctx, id, (MenteeForm::default(), ShownErrors::default())).await?)
}

#[handler]
pub async fn partner_answer(
    Visit { app, viewer, ctx }: Visit<'_, StaffOrReferrer>,
    Path(id): Path<Uuid>,
    Submitted(form): Submitted<MenteeForm>,
) -> AppResult<Response> {
    act::taken(
        ctx.tr,
        async {
            asked_through(&app.db, &viewer, id).await?.ok_or(AppError::NotFound)?;
            let (no, now, through) = (form.parse()?, app.clock.now(), Through::Partner(&viewer, id));
            match no {
                None => drop(matching::mentee_accepts(&app.db, now, &app.config.rules, through).await?),
                Some(decline) => matching::mentee_declines(&app.db, now, through, decline).await?,
            }
            Ok(())
        }
        .await,
        |()| page::see_other_with(format!("/referrals/{id}"), "matching-notice-passed-on"),
        async |errors| load(app, &viewer, ctx, id, (form, errors)).await,
    )
    .await
}

/// The page, while the young person is asked through the partner; otherwise there is none.
async fn load(
    app: &App,
    viewer: &Viewer,
    ctx: Ctx,
    id: Uuid,
    (form, errors): (MenteeForm, ShownErrors),
) -> AppResult<PartnerAnswerPage> {
    let proposal = asked_through(&app.db, viewer, id).await?.ok_or(AppError::NotFound)?;
    let case = referral::find_case(&app.db, viewer, id).await?.ok_or(AppError::NotFound)?;
    let mentor = mentor_of(&app.db, &proposal).await?.ok_or(AppError::NotFound)?;
    let declared = declared(&app.db).await?;
    let says = referral::agreement(&app.db, id, ConsentPurpose::MentorCourse).await?;
    Ok(PartnerAnswerPage {
        referral: format!("/referrals/{id}"),
        young_person_id: case.person.id,
        name: case.person.name,
        stopped_on: says.no_since(),
        occupation: mentor.occupation,
        expires_on: proposal.expires_on,
        form,
        reasons: decline_reasons(ctx.tr, DeclinedBy::Mentee, &declared),
        keeps_place: declared.of(Cause::MenteeDeclined(DeclineReason::MetNoThanks)).blames_nobody(),
        errors,
        ctx,
    })
}
