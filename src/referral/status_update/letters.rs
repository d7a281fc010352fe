//! What is written about how it goes: to whoever referred, and to whoever sees to the referral. The subject of each is the
//! referral's id.

use entity::{
    consents::ConsentPurpose,
    referrals,
    status_replies::{self, waiting},
    status_updates::{self, Column, standing},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, prelude::Uuid};

use crate::{
    duty::{self, Thing},
    message::{Addressee, Desk, Letter, Writing, letters, others},
    referral::{
        agreement,
        letters::{to_partner, with_page},
        told,
    },
    word::Worded,
};

letters! {
    STATUS_UPDATE = "status_update", "/referrals", status_update
        when "staff have followed up and say how it goes",
        so that "the referrer knows without asking",
        says {
            Mail to [User, Partner]: "status-update-subject", "status-update-lead",
                "status-update-meet-as-agreed", "status-update-not-met-yet", "status-update-not-met-lately",
                "status-update-mentee-not-reached", "status-update-mentor-not-reached", "status-update-job-in-sight",
                "status-update-job-begun", "status-update-ends-soon", "status-update-they-go-on",
                "status-update-they-change", "status-update-they-stop",
                "referral-mail-link", "referral-mail-no-page";
        },
        as Update, unsubscribe OneClick,
        quiet Waits, useless after Days(21), if unknown Asked;
    STATUS_QUESTION = "status_question", "/referrals", status_question
        when "a referrer writes about how it goes",
        so that "whoever sees to the referral answers",
        says { Mail to [User]: "status-update-question-subject", "status-update-question", "status-update-open"; },
        as Case, unsubscribe Never,
        quiet Waits, useless after Never, if unknown Again;
    STATUS_ANSWER = "status_answer", "/referrals", status_answer
        when "staff write to a referrer about how it goes",
        so that "the referrer reads it",
        says {
            Mail to [User, Partner]: "status-update-answer-subject", "status-update-answer",
                "referral-mail-link", "referral-mail-no-page";
        },
        as Case, unsubscribe Never,
        quiet Waits, useless after Never, if unknown Again;
}

/// The newest sentence that stands, unless a later letter says it.
async fn status_update(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    if others(&desk, STATUS_UPDATE, id).await?.is_overtaken {
        return Ok(None);
    }
    let Some(referral) = referrals::Entity::find_by_id(id).one(&desk.db).await? else { return Ok(None) };
    if agreement(&desk.db, id, ConsentPurpose::MentorCourse).await?.is_no() {
        return Ok(None);
    }
    let own = status_updates::Entity::find().filter(Column::ReferralId.eq(id)).filter(standing());
    let newest = own.order_by_desc(Column::SaidAt).order_by_desc(Column::Id).one(&desk.db).await?;
    let (Some(newest), Some(told)) = (newest, told(&desk.db, &referral).await?) else { return Ok(None) };
    let contact = duty::contact_of(&desk, Thing::Referral, id).await?;
    let writing = Writing::to(&desk, told.whom, &told.email, &told.language).about(contact);
    let day = writing.tr().date_of(&newest.said_at);
    let sentence = format!("status-update-{}", newest.sentence.code()).replace('_', "-");
    let writing = writing.subject("status-update-subject").greet(&told.name);
    let writing = writing.say1("status-update-lead", "date", &day).say(&sentence);
    with_page(writing, &desk, &told, id).finish().map(Some)
}

/// To whoever sees to the referral, as long as something waits.
async fn status_question(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    let open = status_replies::Entity::find().filter(status_replies::Column::ReferralId.eq(id)).filter(waiting());
    if open.one(&desk.db).await?.is_none() {
        return Ok(None);
    }
    let user = duty::hears(&desk.db, Thing::Referral, id, desk.clock.today()).await?;
    let Some(user) = user else { return Ok(None) };
    let letter = Writing::to(&desk, Addressee::user(user.id), &user.email, &user.language)
        .about_no_case()
        .subject("status-update-question-subject")
        .greet(&user.name)
        .say("status-update-question")
        .link("status-update-open", desk.url(format!("/referrals/{id}")));
    Ok(Some(letter.finish()?))
}

async fn status_answer(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some(referral) = referrals::Entity::find_by_id(id).one(&desk.db).await? else { return Ok(None) };
    to_partner(&desk, &referral, ["status-update-answer-subject", "status-update-answer"]).await
}
