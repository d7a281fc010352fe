//! What is written about a referral, mostly to its referrer. No names: mail is read over shoulders; the page has the rest.

use entity::{Referral, consents::ConsentPurpose, referrals};
use sea_orm::{EntityTrait, prelude::Uuid};

use super::{Agreement, State, Told, agreement, state_of, told};
use crate::{
    duty::{self, Thing},
    message::{Desk, Letter, Writing, letters},
};

letters! {
    ACCEPTED = "referral_accepted", "/referrals", accepted
        when "staff accept a referral",
        so that "the referrer knows that a mentor is looked for",
        says {
            Mail to [User, Partner]: "referral-mail-accepted-subject", "referral-mail-accepted-text",
                "referral-mail-link", "referral-mail-no-page";
        },
        as Case, unsubscribe Never,
        quiet Waits, useless after Never, if unknown Again;
    QUESTION = "referral_question", "/referrals", question
        when "staff ask the referrer something",
        so that "the referrer answers",
        says {
            Mail to [User, Partner]: "referral-mail-question-subject", "referral-mail-question-text",
                "referral-mail-link", "referral-mail-no-page";
        },
        as Case, unsubscribe Never,
        quiet Waits, useless after Never, if unknown Again;
    DECLINED = "referral_declined", "/referrals", declined
        when "staff decline a referral",
        so that "the referrer sees why, and what else can be done",
        says {
            Mail to [User, Partner]: "referral-mail-declined-subject", "referral-mail-declined-text",
                "referral-mail-link", "referral-mail-no-page";
        },
        as Case, unsubscribe Never,
        quiet Waits, useless after Never, if unknown Again;
}

/// Tells the referrer that a mentor is looked for, unless the young person wants none by now.
async fn accepted(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    let is_looked_for =
        |state: State, says: Agreement| !matches!(state, State::Withdrawn | State::Declined) && !says.is_no();
    about(desk, id, "accepted", is_looked_for).await
}

/// Tells the referrer that staff ask something, unless it was answered meanwhile, or the young person wants no mentor.
async fn question(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    let Some(referral) = referrals::Entity::find_by_id(id).one(&desk.db).await? else { return Ok(None) };
    if referral.answer.is_some() {
        return Ok(None);
    }
    about(desk, id, "question", |state, says| !state.is_over() && !says.is_no()).await
}

/// Tells the referrer that there will be no course, and that the page says why.
async fn declined(desk: Desk, id: Uuid) -> anyhow::Result<Option<Letter>> {
    about(desk, id, "declined", |state, _| state == State::Declined).await
}

/// A letter about a referral to whoever is told of it, as long as it is so.
pub(super) async fn about(
    desk: Desk,
    id: Uuid,
    what: &str,
    is_still_so: impl Fn(State, Agreement) -> bool,
) -> anyhow::Result<Option<Letter>> {
    let Some(referral) = referrals::Entity::find_by_id(id).one(&desk.db).await? else { return Ok(None) };
    let says = agreement(&desk.db, id, ConsentPurpose::MentorCourse).await?;
    if !is_still_so(state_of(&desk.db, &referral).await?, says) {
        return Ok(None);
    }
    to_partner(&desk, &referral, [&format!("referral-mail-{what}-subject"), &format!("referral-mail-{what}-text")])
        .await
}

/// A letter to whoever is told about a referral, by the keys of its subject and its text; none when there is nobody.
pub async fn to_partner(desk: &Desk, referral: &Referral, keys: [&str; 2]) -> anyhow::Result<Option<Letter>> {
    match told(&desk.db, referral).await? {
        Some(told) => letter_to(desk, &told, referral.id, keys).await.map(Some),
        None => Ok(None),
    }
}

/// The same for somebody who was found already. Whoever cannot see the referral is not sent to its page.
pub async fn letter_to(
    desk: &Desk,
    told: &Told,
    referral_id: Uuid,
    [subject, text]: [&str; 2],
) -> anyhow::Result<Letter> {
    let contact = duty::contact_of(desk, Thing::Referral, referral_id).await?;
    let letter = Writing::to(desk, told.whom, &told.email, &told.language).about(contact);
    with_page(letter.subject(subject).greet(&told.name).say(text), desk, told, referral_id).finish()
}

/// The end of a letter to somebody at the partner: the way to the referral's page, if they can see it.
pub fn with_page(letter: Writing, desk: &Desk, told: &Told, referral_id: Uuid) -> Writing {
    match told.sees_it {
        true => letter.link("referral-mail-link", desk.url(format!("/referrals/{referral_id}"))),
        false => letter.say("referral-mail-no-page"),
    }
}
