//! To the young person once the referral is accepted: what a mentor course is and is not. The subject is the referral's id.

use entity::{consents::ConsentPurpose, links::LinkPurpose, referrals};
use sea_orm::{EntityTrait, prelude::Uuid};

use super::preparation_of;
use crate::{
    account::link,
    duty::{self, Thing},
    message::{Desk, Letter, Writing, letters, text},
    referral::{Written, reach, state_of},
};

letters! {
    PREPARATION = "referral_preparation", "/referrals", preparation
        when "staff accept a referral and the young person has said yes to a mentor",
        so that "the young person knows what a mentor course is and is not before a mentor is found",
        says {
            Mail to [YoungPerson]: "preparation-mail-subject", "preparation-mail-text", "preparation-mail-link",
                "preparation-mail-free";
            Sms to [YoungPerson]: "message-text-preparation";
        },
        as Case, unsubscribe Never,
        quiet Waits, useless after Days(30), if unknown Again;
}

/// By the young person's own way alone: whoever is reached through the partner is prepared by them. Not once they were, or where
/// they have not said yes.
async fn preparation(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some(referral) = referrals::Entity::find_by_id(id).one(&desk.db).await? else { return Ok(None) };
    let is_over = state_of(&desk.db, &referral).await?.is_over();
    if is_over || preparation_of(&desk.db, id).await?.is_some() {
        return Ok(None);
    }
    let reach = reach(&desk.db, &referral, ConsentPurpose::MentorCourse).await?;
    if !reach.agreement.is_given() {
        return Ok(None);
    }
    match reach.in_writing(&desk.sms) {
        Some(Written::Own(whom, email)) => {
            let token = link::issue_in(&desk, LinkPurpose::Preparation, id).await?;
            let contact = duty::contact_of(&desk, Thing::Referral, id).await?;
            let letter = Writing::to(&desk, whom, email, reach.asked_in).about(contact);
            let letter = letter.subject("preparation-mail-subject").say("preparation-mail-text");
            let letter = letter.link("preparation-mail-link", desk.url(format!("/prepare/{token}")));
            letter.say("preparation-mail-free").finish().map(Some)
        }
        Some(Written::Text(whom, number)) => {
            let link = link::issue_short_in(&desk, LinkPurpose::Preparation, id).await?;
            Ok(Some(text(&desk, (whom, number), reach.asked_in, "message-text-preparation", &link)))
        }
        Some(Written::Partner(_)) | None => Ok(None),
    }
}
